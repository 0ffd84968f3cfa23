// For trying only: a mail room that prints, an identity that signs for anybody, and people who do not exist.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dayOf } from 'lpbso-second-opinion';
import type { People } from './register.ts';

export const madeUp = JSON.parse(readFileSync(new URL('people.json', import.meta.url), 'utf8')) as People;

/** Prints what would go out: letters are health data, so no host with real people may. */
export async function printingMailRoom(): Promise<string> {
  const seen = new Set<string>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const key = String(request.headers['idempotency-key']);
    const { to, about } = JSON.parse(body);
    if (!seen.has(key)) console.log(`  letter to ${to.person} (${to.role}): ${about}`);
    seen.add(key);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A request that can be sent as it is, by the employee of the made-up register. */
export const opening = (now: Date) => ({
  by: 'employee-1',
  on: dayOf(now),
  participants: {
    employee: 'employee-1',
    employer: 'employer-1',
    administration: 'planning-1',
    ownPhysician: 'physician-own',
  },
  contract: {
    route: 'lpbso',
    physicians: ['physician-first', 'physician-second'],
    complaintsProcedure: 'complaints-1',
  },
  contestedAdvice: { id: 'advice-1', on: dayOf(now), task: 'sicknessAbsenceGuidance', giver: 'physician-own' },
});
