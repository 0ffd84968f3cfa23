// One of the service processes. Each takes requests and does what the server calls it for; any of them may die.
import cluster from 'node:cluster';
import { timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import { apiOf } from '../host/api.ts';
import { Watch } from '../host/clock.ts';
import { identityIn } from '../host/identity.ts';
import { call, Unavailable } from './door.ts';
import { keeperOf } from './keeper.ts';
import { objectsOf } from './objects.ts';
import { registerIn } from './register.ts';
import { passOf } from './server.ts';
import { clock, settings } from './settings.ts';

const { port, servicePort, people, deliverTo, longest, patience, longestAway, confirmedDay } = settings;

// Whoever started it died, and nobody would start the server again or stop it.
let server = 0;
process.on('message', (message: { server: number }) => {
  server = message.server;
});
cluster.worker?.on('disconnect', () => {
  try {
    if (server) process.kill(server, 'SIGKILL');
  } finally {
    process.exit();
  }
});
process.on('SIGINT', () => {});

const identity = await identityIn(settings.folder);
const register = registerIn(people);

let believed: Watch | null = null;
const watch = { doubt: () => (believed ? believed.doubt() : 'starting') } as Pick<Watch, 'doubt'>;

const pass = Buffer.from(passOf(identity));
const handle = createEndpointHandler({
  services: objectsOf({ clock, watch, register, identity, deliverTo, longest }),
  logger: ({ level }, message) => {
    if (level === 'error') console.error(`A service failed: ${String(message).slice(0, 40)}`);
  },
});
const serveServer = createServer((request: Http2ServerRequest, response: Http2ServerResponse) => {
  const shown = Buffer.from(String(request.headers['x-pass']));
  if (shown.length === pass.length && timingSafeEqual(shown, pass)) handle(request, response);
  else response.writeHead(403).end();
});
serveServer.listen(servicePort, '127.0.0.1');

const lastSeen = async (): Promise<Date | null> => {
  for (;;) {
    try {
      const { at } = (await call('clock', 'host', 'lastSeen')) as { at: string | null };
      return at ? new Date(at) : null;
    } catch {
      await wait(50);
    }
  }
};
const saw = (confirmed = false) => call('clock', 'host', 'saw', { at: clock.now().toISOString(), confirmed });

const seen = await lastSeen();
believed = new Watch(clock, seen, { longestAway, ...(confirmedDay ? { confirmed: confirmedDay } : {}) });
if (!watch.doubt()) await saw(confirmedDay !== undefined).catch(() => {});
setInterval(() => {
  if (!watch.doubt()) saw().catch(() => {});
}, 10_000);

const api = apiOf({
  register,
  cases: keeperOf(identity, register),
  identity,
  clock,
  watch,
  isStorageFault: (error) => error instanceof Unavailable,
});
const serveAll = createAdaptorServer({
  fetch: api.fetch,
  serverOptions: {
    requestTimeout: patience,
    headersTimeout: patience,
    connectionsCheckingInterval: Math.min(1_000, patience),
  },
}) as Server;
serveAll.listen(port, '127.0.0.1');
