// Starts the host on Restate: npm run host:restate. Everything it is told, it is told by the environment.

import { readFileSync } from 'node:fs';
import { dayOf } from 'lpbso-second-opinion';
import { printingMailRoom } from '../host/mail-room.ts';
import type { People } from '../host/store.ts';
import { startHost } from './host.ts';
import { clock, settings, tryOut } from './settings.ts';

process.env.HOST_DELIVER_TO ??= await printingMailRoom();

const host = await startHost().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const { people } = settings;

console.log(`Listening on ${host.address} (${dayOf(clock.now())} in Amsterdam)`);
const { clockInDoubt } = (await (await fetch(`${host.address}/health`)).json()) as { clockInDoubt: string | null };
if (clockInDoubt) console.error(`The clock is in doubt (${clockInDoubt}): set HOST_CONFIRMED_DAY to today's day.`);
if (people === tryOut) {
  console.log(`\nOpen ${host.address}/ and use one of these tokens, which are valid for 12 hours:\n`);
  for (const { id } of (JSON.parse(readFileSync(people, 'utf8')) as People).people)
    console.log(`  ${id.padEnd(18)} ${await host.identity.tokenFor(id, clock.now())}\n`);
}

const stop = async () => {
  await host.stop();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
