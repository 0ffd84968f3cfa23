import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { apiOf, type Log } from './api.ts';
import { Cases } from './cases.ts';
import { type Clock, Watch } from './clock.ts';
import type { Door } from './database.ts';
import type { Identity } from './identity.ts';
import { hold, opened } from './opened.ts';
import { operationsOf } from './operations.ts';
import { startOutbox } from './outbox.ts';
import { type People, Register } from './register.ts';
import { startScheduler } from './scheduler.ts';
import { NotSetUp, type Settings } from './settings.ts';

/** What the host is given besides its settings. */
export interface Given {
  settings: Settings;
  clock: Clock;
  identity: Identity;
  deliverTo: string;
  /** For trying: a register to put there, of people whom anybody may say to be, and a request that is ready. */
  trying?: { register: People; opening(now: Date): object };
  log: Log;
}

export interface Host {
  address: string;
  /** Where it says how it is. */
  operations: string;
  watch: Watch;
  /** Takes nothing more, finishes what is under way, and ends, within the patience of the settings. */
  stop(): Promise<void>;
}

export type Answer = (request: Request, env: unknown) => Response | Promise<Response>;

const starting: Answer = () => Response.json({ error: 'notStored' }, { status: 503, headers: { 'retry-after': '1' } });

/** A server that listens already and answers properly once it is told how. */
export async function listening(
  settings: Pick<Settings, 'HOST_PATIENCE' | 'HOST_CONNECTIONS' | 'HOST_ADDRESS'>,
  port: number,
): Promise<{ server: Server; answer(by: Answer): void }> {
  let by = starting;
  const { HOST_PATIENCE, HOST_CONNECTIONS, HOST_ADDRESS } = settings;
  const server: Server = createAdaptorServer({
    fetch: async (request, env) => {
      const response = await by(request, env);
      // Whoever goes on asking over one connection has to let go of it when the host stops.
      if (!server.listening) response.headers.set('connection', 'close');
      return response;
    },
    serverOptions: {
      requestTimeout: HOST_PATIENCE,
      headersTimeout: HOST_PATIENCE,
      connectionsCheckingInterval: Math.min(1_000, HOST_PATIENCE),
    },
  }) as Server;
  server.maxConnections = HOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new NotSetUp(`Port ${port} on ${HOST_ADDRESS} cannot be used (${error.code}).`)),
    );
    server.listen(port, HOST_ADDRESS, resolve);
  });
  return {
    server,
    answer: (better) => {
      by = better;
    },
  };
}

/** Closes a server: idle connections at once, the others when their request is answered or their time is up. */
export async function closed(server: Server, patience: number): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([done, wait(patience)]);
  server.closeAllConnections();
}

/** Starts the host. Nothing is read, written or sent before its place and its ports are its own. */
export async function startHost(given: Given): Promise<Host> {
  const { settings } = given;
  const door = await hold(settings);
  const servers: Server[] = [];
  try {
    const api = await listening(settings, settings.HOST_PORT);
    servers.push(api.server);
    const operations = await listening(settings, settings.HOST_OPERATIONS_PORT);
    servers.push(operations.server);
    return await started(given, door, api, operations);
  } catch (error) {
    for (const server of servers) await closed(server, 0);
    await door.release();
    throw error;
  }
}

export function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

type Listening = Awaited<ReturnType<typeof listening>>;

async function started(
  { settings, clock, identity, deliverTo, trying, log }: Given,
  door: Door,
  api: Listening,
  operations: Listening,
): Promise<Host> {
  const store = await opened(settings);
  const register = new Register(store.database);
  if (trying && !(await register.isEmpty()) && !(await register.isOf(trying.register)))
    throw new NotSetUp('There is a register of other people here: --try is for an empty place.');
  if (trying) await register.admit(trying.register);
  if (await register.isEmpty())
    throw new NotSetUp('There is no register yet: npm run manage -- register people.json puts one there.');
  const cases = new Cases(store, register);
  const watch = new Watch(clock, await store.lastSeen(), {
    longestAway: settings.HOST_LONGEST_AWAY,
    ...(settings.HOST_CONFIRMED_DAY ? { confirmed: settings.HOST_CONFIRMED_DAY } : {}),
  });
  const isAway = (error: unknown) => store.database.isAway(error);
  // A full disk is no reason not to start: there is room again later.
  if (!watch.doubt())
    await store.setLastSeen(clock.now(), settings.HOST_CONFIRMED_DAY !== undefined).catch((error) => {
      if (!isAway(error)) throw error;
    });

  const outbox = startOutbox(store, { deliverTo, most: settings.HOST_MOST_LETTERS, log });
  const scheduler = startScheduler({ store, cases, clock, watch, every: settings.HOST_EVERY, log });
  const said = operationsOf({
    store,
    watch,
    isHeld: () => door.isHeld(),
    isOutboxFull: () => outbox.isFull(),
    now: () => clock.now(),
    folder: settings.DATABASE_URL ? '.' : settings.HOST_DATA,
  });
  const app = apiOf({
    register,
    cases,
    identity,
    clock,
    watch,
    isShut: () => (door.isHeld() ? (outbox.isFull() ? 'tooManyLetters' : null) : 'notStored'),
    isAway,
    requestsAMinute: settings.HOST_REQUESTS_A_MINUTE,
    took: said.took,
    log,
    ...(trying && { people: trying.register.people.map(({ id }) => id), opening: trying.opening }),
  });
  api.answer(app.fetch as Answer);
  operations.answer(said.app.fetch as Answer);

  return {
    address: addressOf(api.server),
    operations: addressOf(operations.server),
    watch,
    stop: async () => {
      const patience = settings.HOST_PATIENCE;
      await Promise.race([
        Promise.all([scheduler.stop(), outbox.stop(), closed(api.server, patience), closed(operations.server, 0)]),
        wait(2 * patience, undefined, { ref: false }),
      ]);
      await store.database.close();
      await door.release();
    },
  };
}
