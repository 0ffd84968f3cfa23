import { generateKeyPair, SignJWT } from 'jose';
import { daysLater, type SentStory } from './stories.ts';
import type { World } from './world.ts';

/** Tokens of the employee that no host may believe. */
export async function badTokens(world: World, story: SentStory): Promise<Record<string, string>> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const seconds = Math.floor(world.now().getTime() / 1_000);
  const forged = (alg: string, audience = 'second-opinion') =>
    new SignJWT()
      .setProtectedHeader({ alg })
      .setIssuer('host-sqlite')
      .setAudience(audience)
      .setSubject(story.employee)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 3_600);
  const right = await world.token(story.employee);
  const [head = '', body = '', signature = ''] = right.split('.');
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const expired = await world.identity.tokenFor(story.employee, new Date(world.now().getTime() - 86_400_000), 1);
  const symmetric = await forged('HS256').sign(new TextEncoder().encode('x'.repeat(32)));
  return {
    byAnother: await forged('EdDSA').sign(privateKey),
    forAnotherHost: await forged('EdDSA', 'elsewhere').sign(await world.privateKey()),
    symmetric,
    expired,
    unsigned: `${encoded({ alg: 'none' })}.${body}.`,
    ofAnother: `${head}.${encoded({ ...claims, sub: story.own })}.${signature}`,
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
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
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
