// Starts the host: npm run host. Everything it is told, it is told by the environment.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf } from 'lpbso-second-opinion';
import { clockIn, systemClock } from './clock.ts';
import { startHost } from './host.ts';
import { printingMailRoom } from './mail-room.ts';
import type { People } from './store.ts';

const env = process.env;
const tryOut = fileURLToPath(new URL('people.json', import.meta.url));

const clock = env.HOST_CLOCK ? clockIn(env.HOST_CLOCK) : systemClock;
const people = env.HOST_PEOPLE ?? tryOut;

const host = await startHost({
  folder: resolve(env.HOST_DATA ?? '.data/host'),
  port: Number(env.HOST_PORT ?? 4310),
  clock,
  people,
  deliverTo: env.HOST_DELIVER_TO ?? (await printingMailRoom()),
  every: Number(env.HOST_EVERY ?? 10_000),
  patience: Number(env.HOST_PATIENCE ?? 10_000),
  longestAway: Number(env.HOST_LONGEST_AWAY ?? 14),
  ...(env.HOST_CONFIRMED_DAY ? { confirmedDay: env.HOST_CONFIRMED_DAY } : {}),
  maxPages: Number(env.HOST_MAX_PAGES ?? 0),
  readOnly: env.HOST_READ_ONLY === '1',
});

console.log(`Listening on ${host.address} (${dayOf(clock.now())} in Amsterdam)`);
if (host.watch.doubt())
  console.error(`The clock is in doubt (${host.watch.doubt()}): set HOST_CONFIRMED_DAY to today's day.`);
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
