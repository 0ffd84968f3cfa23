// Starts the host. What it is told, it is told by the environment; with --try it runs on made-up data, for a look.
import { join } from 'node:path';
import { dayOf } from 'lpbso-second-opinion';
import { pino } from 'pino';
import { clockOf } from './clock.ts';
import { type Given, startHost } from './host.ts';
import { believingIdentity, identityOf } from './identity.ts';
import { saidInOneLine } from './said.ts';
import { NotSetUp, settingsIn } from './settings.ts';
import { madeUp, opening, printingMailRoom } from './try.ts';

const isTrying = process.argv.includes('--try');
const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, level: isTrying ? 'warn' : 'info' });

async function given(): Promise<Given> {
  if (isTrying) {
    // In a folder of its own, so that no register of real people is replaced.
    const HOST_DATA = join(process.env.HOST_DATA || '.data', 'try');
    const settings = settingsIn({ ...process.env, HOST_DATA });
    const clock = clockOf(settings);
    const deliverTo = await printingMailRoom();
    return { settings, clock, identity: believingIdentity, deliverTo, trying: { register: madeUp, opening }, log };
  }
  const settings = settingsIn(process.env);
  const { HOST_ISSUER, HOST_DELIVER_TO } = settings;
  if (!HOST_ISSUER) throw new NotSetUp('HOST_ISSUER is missing: whose tokens are believed? (--try is for a look.)');
  if (!HOST_DELIVER_TO) throw new NotSetUp('HOST_DELIVER_TO is missing: who takes the letters? (--try is for a look.)');
  const identity = await identityOf(HOST_ISSUER, settings);
  return { settings, clock: clockOf(settings), identity, deliverTo: HOST_DELIVER_TO, log };
}

try {
  const start = await given();
  const host = await startHost(start);
  console.log(
    `Listening on ${host.address} (${dayOf(start.clock.now())} in Amsterdam); how it is: ${host.operations}/ready`,
  );
  if (host.watch.doubt())
    console.error(`The clock is in doubt (${host.watch.doubt()}): set HOST_CONFIRMED_DAY to today's day.`);
  if (start.trying) greet(host.address, start.clock.now());

  const stop = async () => {
    await host.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(saidInOneLine(error));
  process.exit(1);
}

/** What somebody who looks at it for the first time can do at once. */
function greet(address: string, now: Date): void {
  const as = (person: string) => `-H 'authorization: Bearer ${person}'`;
  console.log(`
This is for a look: the people do not exist, whoever asks is believed, and letters are printed here.
Open ${address}/ or ask:

  curl ${address}/cases ${as('employee-1')} -H 'content-type: application/json' -H 'idempotency-key: first' \\
    -d '${JSON.stringify(opening(now))}'

  curl ${address}/cases ${as('employee-1')}

  curl '${address}/cases?lang=en' ${as('physician-own')}
`);
}
