// Starts a node of Restate and a service on it, for trying with made-up people, each of whom is believed: npm run host:restate. When one
// of them ends, so does the other.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { clockOf } from '../host/clock.ts';
import { believingIdentity } from '../host/identity.ts';
import { madeUp, opening, printingMailRoom } from '../host/try.ts';
import { startHost } from './host.ts';
import { identityKey, startNode } from './node.ts';
import { settingsIn } from './settings.ts';

process.umask(0o077);
const folder = resolve(process.env.HOST_DATA || '.data', 'try-restate');
/** Of the host; the next four are those of its service and of the node. */
const port = Number(process.env.HOST_PORT || 4320);
mkdirSync(folder, { recursive: true });

const key = join(folder, 'restate.pem');
const publicKey = identityKey(key);
const node = await startNode({
  name: 'try',
  folder: join(folder, 'restate'),
  identityKey: key,
  ports: { ingress: port + 2, admin: port + 3, between: port + 4 },
});
node.process.once('exit', () => process.exit(1));

const settings = settingsIn({
  RESTATE_INGRESS: node.ingress,
  RESTATE_ADMIN: node.admin,
  RESTATE_IDENTITY_KEYS: publicKey,
  HOST_SERVICE_URL: `http://127.0.0.1:${port + 1}`,
  HOST_SERVICE_PORT: String(port + 1),
  HOST_PORT: String(port),
  HOST_PEOPLE: fileURLToPath(new URL('../host/people.json', import.meta.url)),
});
const host = await startHost({
  settings,
  clock: clockOf(settings),
  identity: believingIdentity,
  deliverTo: await printingMailRoom(),
  trying: { people: madeUp.people.map(({ id }) => id), opening },
  log: pino({ base: null, level: 'warn' }),
});

console.log(`Listening on ${host.address}, on a node of Restate (process ${node.process.pid}): open it.`);
const doubt = host.watch.doubt();
if (doubt) console.error(`The clock is in doubt (${doubt}).`);

const stop = async () => {
  await host.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
