import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

const algorithm = 'EdDSA';

/** An identity provider: it says where its keys are, and signs for whomever it is asked. */
export class Issuer {
  address = '';
  #keys: { kid: string; privateKey: CryptoKey; publicKey: CryptoKey }[] = [];
  #tokens = new Map<string, Promise<string>>();
  #server = createServer(async (request, response) => {
    const answer = request.url?.endsWith('openid-configuration')
      ? { issuer: this.address, jwks_uri: `${this.address}/keys` }
      : {
          keys: await Promise.all(
            this.#keys.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: algorithm })),
          ),
        };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });

  async start(): Promise<void> {
    await this.rotate();
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.#server.unref();
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on it signs with another key, and knows the ones before no more. */
  async rotate(): Promise<void> {
    const pair = await generateKeyPair(algorithm, { crv: 'Ed25519' });
    this.#keys = [{ kid: `key-${Date.now()}-${Math.random()}`, ...pair }];
    this.#tokens.clear();
  }

  /** A token for a long time, the same each time it is asked for. */
  token(person: string, now: Date): Promise<string> {
    const known = this.#tokens.get(person) ?? this.signed(now, { sub: person });
    this.#tokens.set(person, known);
    return known;
  }

  /** A token with other claims, another header, or another key than it would have. */
  signed(
    now: Date,
    claims: Record<string, unknown>,
    header: Record<string, unknown> = {},
    key?: CryptoKey | Uint8Array,
  ): Promise<string> {
    const seconds = Math.floor(now.getTime() / 1_000);
    const [last] = this.#keys;
    if (!last) throw new Error('It has no key yet');
    return new SignJWT({
      iss: this.address,
      aud: 'second-opinion',
      iat: seconds,
      exp: seconds + 20 * 365 * 86_400,
      ...claims,
    })
      .setProtectedHeader({ alg: algorithm, typ: 'at+jwt', kid: last.kid, ...header })
      .sign(key ?? last.privateKey);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
