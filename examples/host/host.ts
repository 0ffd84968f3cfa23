import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { apiOf } from './api.ts';
import { Cases } from './cases.ts';
import { type Clock, Watch } from './clock.ts';
import { type Identity, identityIn } from './identity.ts';
import { startOutbox } from './outbox.ts';
import { startScheduler } from './scheduler.ts';
import { isStorageFault, type People, Store } from './store.ts';

/** How the host is set up. */
export interface Settings {
  /** The folder of the database and the keys. */
  folder: string;
  port: number;
  clock: Clock;
  /** The register: who there is, who records for whom, who is a physician where. */
  people: string;
  /** The mail room that takes letters. */
  deliverTo: string;
  /** How often the scheduler looks, in milliseconds. */
  every: number;
  /** How long a request may take to come in, in milliseconds. */
  patience: number;
  /** After how many days of absence a person must confirm the day. */
  longestAway: number;
  /** The day as a person has read it elsewhere. */
  confirmedDay?: string;
  /** The most pages the database may take; 0 for no limit. */
  maxPages: number;
  readOnly: boolean;
}

export interface Host {
  address: string;
  identity: Identity;
  watch: Watch;
  stop(): Promise<void>;
}

export const databaseIn = (folder: string): string => join(folder, 'cases.sqlite');

/** Starts the host: the database, the API, the outbox and the scheduler. */
export async function startHost(settings: Settings): Promise<Host> {
  const { folder, clock, readOnly, maxPages, confirmedDay } = settings;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const identity = await identityIn(folder);
  const store = new Store(databaseIn(folder), { readOnly, maxPages });
  const cases = new Cases(store, identity);
  const watch = new Watch(clock, store.lastSeen(), {
    longestAway: settings.longestAway,
    ...(confirmedDay ? { confirmed: confirmedDay } : {}),
  });
  if (!readOnly)
    keepingOn(() => {
      cases.admit(JSON.parse(readFileSync(settings.people, 'utf8')) as People);
      if (!watch.doubt()) store.setLastSeen(clock.now(), confirmedDay !== undefined);
    });

  const server = createAdaptorServer({
    fetch: apiOf({ register: store, cases, identity, clock, watch, isStorageFault }).fetch,
    serverOptions: {
      requestTimeout: settings.patience,
      headersTimeout: settings.patience,
      connectionsCheckingInterval: Math.min(1_000, settings.patience),
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });

  const outbox = readOnly ? null : startOutbox({ store, clock, identity, deliverTo: settings.deliverTo });
  const scheduler = readOnly ? null : startScheduler({ store, cases, clock, watch, every: settings.every });

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    identity,
    watch,
    stop: async () => {
      scheduler?.stop();
      await Promise.all([outbox?.stop(), new Promise((resolve) => server.close(resolve))]);
      store.close();
    },
  };
}

/** A full database is no reason not to start: it can still be read. */
function keepingOn(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isStorageFault(error)) throw error;
    console.error('The register could not be stored; the one before is used.');
  }
}
