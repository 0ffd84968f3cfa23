import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

const issuer = 'host-sqlite';
const audience = 'second-opinion';
const algorithm = 'EdDSA';

interface Keys {
  privateKey: JWK;
  publicKey: JWK;
  noticeSecret: string;
}

/** Whose token it is, and under which key a notice goes out. */
export interface Identity {
  /** A token for a person, as an identity provider would give after they have logged in. */
  tokenFor(person: string, now: Date, hours?: number): Promise<string>;
  /** The person of a token, or null where it is forged, expired or not for this host. */
  personOf(token: string, now: Date): Promise<string | null>;
  /** The same for a notice at every attempt, and says nothing about it. */
  keyOf(noticeId: string): string;
}

async function makeKeys(path: string): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const keys: Keys = {
    privateKey: await exportJWK(privateKey),
    publicKey: await exportJWK(publicKey),
    noticeSecret: randomBytes(32).toString('base64url'),
  };
  // Whole or not at all, and never over keys that are there, whatever dies meanwhile.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** The keys in the data folder, made when the host starts for the first time. */
export async function identityIn(folder: string): Promise<Identity> {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) await makeKeys(path);
  const keys = JSON.parse(readFileSync(path, 'utf8')) as Keys;
  const [privateKey, publicKey] = [
    await importJWK(keys.privateKey, algorithm),
    await importJWK(keys.publicKey, algorithm),
  ];

  return {
    tokenFor: (person, now, hours = 12) => {
      const seconds = Math.floor(now.getTime() / 1_000);
      return new SignJWT()
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(person)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + hours * 3_600)
        .sign(privateKey);
    },
    personOf: async (token, now) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: [algorithm],
          issuer,
          audience,
          currentDate: now,
          requiredClaims: ['sub', 'exp'],
        });
        return payload.sub ?? null;
      } catch {
        return null;
      }
    },
    keyOf: (noticeId) => createHmac('sha256', keys.noticeSecret).update(noticeId).digest('base64url'),
  };
}
