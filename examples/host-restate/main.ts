// Starts a service on a Restate that is already run: npm start --prefix examples/host-restate. Everything it is told, it is told by the
// environment (settings.ts). There is no command that corrects or erases a case, makes a backup or goes back to a database, and no port
// where it says how it is: a service that needs those keeps its cases in Postgres (examples/host). Restate says how its nodes are.

import { pino } from 'pino';
import { clockOf } from '../host/clock.ts';
import { identityOf } from '../host/identity.ts';
import { saidInOneLine } from '../host/said.ts';
import { NotSetUp } from '../host/settings.ts';
import { startHost } from './host.ts';
import { settingsIn } from './settings.ts';

const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

process.umask(0o077);
try {
  const settings = settingsIn(process.env);
  const { HOST_ISSUER, HOST_DELIVER_TO } = settings;
  if (!HOST_ISSUER) throw new NotSetUp('HOST_ISSUER is missing: whose tokens are believed? (try.ts is for a look.)');
  if (!HOST_DELIVER_TO)
    throw new NotSetUp('HOST_DELIVER_TO is missing: who takes the letters? (try.ts is for a look.)');
  const identity = await identityOf(HOST_ISSUER, settings);
  const host = await startHost({ settings, clock: clockOf(settings), identity, deliverTo: HOST_DELIVER_TO, log });
  console.log(`Listening on ${host.address}`);
  const doubt = host.watch.doubt();
  if (doubt) console.error(`The clock is in doubt (${doubt}): set HOST_CONFIRMED_DAY to today's day.`);
  const stop = async () => {
    await host.stop();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(saidInOneLine(error));
  process.exit(1);
}
