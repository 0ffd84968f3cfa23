import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Settings } from './settings.ts';

/** Whose token it is; null where it is forged, expired, too old, of another kind or not for this host. */
export interface Identity {
  personOf(token: string, now: Date): Promise<string | null>;
}

/** What the settings say of the tokens: for whom they are, what their header `typ` says, how old one may be. */
type Tokens = Pick<Settings, 'HOST_AUDIENCE' | 'HOST_TOKEN_TYPE' | 'HOST_TOKEN_MINUTES'>;

const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/** The identity provider cannot be asked, or answers something else. */
export class NoIssuer extends Error {
  override name = 'NoIssuer';
}

/** Believes the tokens of an OpenID provider: its keys are found by its address, and read anew when it signs with another. */
export async function identityOf(issuer: string, tokens: Tokens): Promise<Identity> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await fetch(address, { signal: AbortSignal.timeout(5_000) })
    .then(async (answer) => (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown })
    .catch(() => null);
  if (found?.issuer !== issuer || typeof found.jwks_uri !== 'string')
    throw new NoIssuer(`${address} does not describe that issuer.`);
  const keys = createRemoteJWKSet(new URL(found.jwks_uri), { cooldownDuration: 1_000 });
  return {
    personOf: async (token, now) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms,
          issuer,
          audience: tokens.HOST_AUDIENCE,
          typ: tokens.HOST_TOKEN_TYPE,
          currentDate: now,
          maxTokenAge: `${tokens.HOST_TOKEN_MINUTES} minutes`,
          requiredClaims: ['sub', 'exp', 'iat'],
        });
        return typeof payload.sub === 'string' && payload.sub !== '' ? payload.sub : null;
      } catch {
        return null;
      }
    },
  };
}

/** For trying: a token is the id of whoever says to be them. */
export const believingIdentity: Identity = { personOf: async (token) => token };
