import { generateKeyPair } from 'jose';
import { daysLater, type SentStory } from './stories.ts';
import type { World } from './world.ts';

/** Tokens of the employee that no host may believe. */
export async function badTokens(world: World, story: SentStory): Promise<Record<string, string>> {
  const { issuer } = world;
  const now = world.now();
  const seconds = Math.floor(now.getTime() / 1_000);
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const right = await world.token(story.employee);
  const [head = '', body = '', signature = ''] = right.split('.');
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const sub = story.employee;
  return {
    byAnother: await issuer.signed(now, { sub }, {}, privateKey),
    underNoKey: await issuer.signed(now, { sub }, { kid: 'another' }),
    ofAnotherIssuer: await issuer.signed(now, { sub, iss: 'https://elsewhere.example' }),
    forAnotherHost: await issuer.signed(now, { sub, aud: 'elsewhere' }),
    ofAnotherKind: await issuer.signed(now, { sub }, { typ: 'JWT' }),
    ofNoKind: await issuer.signed(now, { sub }, { typ: undefined }),
    symmetric: await issuer.signed(now, { sub }, { alg: 'HS256' }, new TextEncoder().encode('x'.repeat(32))),
    expired: await issuer.signed(now, { sub, exp: seconds - 1 }),
    withoutEnd: await issuer.signed(now, { sub, exp: undefined }),
    ofTheFuture: await issuer.signed(now, { sub, iat: seconds + 3_600 }),
    tooOld: await issuer.signed(now, { sub, iat: seconds - 20_000_001 * 60 }),
    ofNobody: await issuer.signed(now, {}),
    ofNoText: await issuer.signed(now, { sub: 7 }),
    ofList: await issuer.signed(now, { sub: [sub] }),
    unsigned: `${encoded({ alg: 'none' })}.${body}.`,
    ofSomebodyElse: `${head}.${encoded({ ...claims, sub: story.own })}.${signature}`,
    cutOff: right.slice(0, -3),
    nothing: '',
  };
}

/** Bodies that no host may take from the second-opinion physician, with what it answers; and one that it may. */
export function garbage(story: SentStory, firstDay: string) {
  const good = { type: 'application.received', by: story.first, on: firstDay };
  const secret = 'Pietersen-has-a-finding';
  const bodies: [unknown, number][] = [
    ['', 400],
    ['{', 400],
    ['null', 400],
    ['[]', 400],
    ['"x"', 400],
    ['\u0000\ufffd{}', 400],
    [`${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400],
    [{ ...good, type: 'nonsense' }, 400],
    [{ ...good, type: '__proto__' }, 400],
    [{ ...good, recordedBy: story.employee }, 400],
    [{ ...good, finding: secret }, 400],
    [{ ...good, by: secret.repeat(20) }, 400],
    [{ ...good, on: '2026-02-30' }, 400],
    [{ ...good, on: daysLater(firstDay, 1) }, 422],
    [{ ...good, by: 'scheduler' }, 403],
    [{ type: 'response.overdue', by: 'scheduler', on: firstDay }, 403],
    [{ ...good, by: story.employee }, 403],
  ];
  return { good, secret, bodies };
}
