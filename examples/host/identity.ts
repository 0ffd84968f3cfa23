import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Whose token it is; null where it is forged, expired, too old, of another kind or not for this host. */
export interface Identity {
  personOf(token: string, now: Date): Promise<string | null>;
}

/** The identity provider of the service, and what its tokens look like. */
export interface Issuer {
  issuer: string;
  audience: string;
  /** What the header `typ` of its tokens says. */
  typ: string;
  /** How old a token may be, in minutes, whatever it says itself. */
  longest: number;
}

const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

const checking = ({ issuer, audience, typ, longest }: Issuer, keys: JWTVerifyGetKey): Identity => ({
  personOf: async (token, now) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        audience,
        typ,
        currentDate: now,
        maxTokenAge: `${longest} minutes`,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      return typeof payload.sub === 'string' && payload.sub !== '' ? payload.sub : null;
    } catch {
      return null;
    }
  },
});

/** The identity provider cannot be asked, or answers something else. */
export class NoIssuer extends Error {
  override name = 'NoIssuer';
}

/** Believes the tokens of an OpenID provider: its keys are found by its address, and read anew when it signs with another. */
export async function identityOf(issuer: Issuer): Promise<Identity> {
  const address = `${issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await fetch(address, { signal: AbortSignal.timeout(5_000) })
    .then(async (answer) => (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown })
    .catch(() => null);
  if (found?.issuer !== issuer.issuer || typeof found.jwks_uri !== 'string')
    throw new NoIssuer(`${address} does not describe that issuer.`);
  return checking(issuer, createRemoteJWKSet(new URL(found.jwks_uri), { cooldownDuration: 1_000 }));
}

/** For trying: a token is the id of whoever says to be them. */
export const believingIdentity: Identity = { personOf: async (token) => token };
