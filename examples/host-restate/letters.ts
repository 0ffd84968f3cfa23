// Says which letters were given up because the mail room refused them again and again; --again has them tried again:
// node examples/host-restate/letters.ts [--again], with the environment of a service.
import { parseArgs } from 'node:util';
import { outboxes } from './outbox.ts';
import { callerOf } from './restate.ts';
import { settingsIn } from './settings.ts';

const { again } = parseArgs({ options: { again: { type: 'boolean' } } }).values;
const settings = settingsIn(process.env);
const call = callerOf(settings.RESTATE_INGRESS, settings.HOST_PATIENCE);

for (let n = 0; n < outboxes; n += 1) {
  const { waiting, givenUp } = (await call('outbox', String(n), 'state')) as { waiting: number; givenUp: string[] };
  console.log(`outbox ${n}: ${waiting} waiting, ${givenUp.length} given up`);
  for (const key of givenUp) console.log(`  ${key}`);
  if (again) await call('outbox', String(n), 'again');
}
