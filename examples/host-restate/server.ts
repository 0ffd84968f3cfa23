import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import type { Identity } from '../host/identity.ts';
import { ask } from './door.ts';
import { serverFolder, settings } from './settings.ts';

const require = createRequire(import.meta.url);
const binary = () =>
  require.resolve(`@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`);

/** What the server shows to the services, so that they do what it calls them for and nobody else. */
export const passOf = (identity: Identity): string => identity.keyOf('the server');

/** Starts the server. It listens on sockets in the data folder only, and calls nobody but the services. */
export function startServer(): ChildProcess {
  mkdirSync(serverFolder, { recursive: true, mode: 0o700 });
  return spawn(binary(), ['--no-logo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      RESTATE_BASE_DIR: serverFolder,
      RESTATE_NODE_NAME: 'host',
      RESTATE_LISTEN_MODE: 'unix',
      RESTATE_DISABLE_TELEMETRY: 'true',
      RESTATE_LOG_FILTER: 'off',
      RESTATE_DEFAULT_NUM_PARTITIONS: '4',
      // What was done and answered is kept with the case, not by the server as well.
      RESTATE_DEFAULT_JOURNAL_RETENTION: '0s',
      RESTATE_DEFAULT_IDEMPOTENCY_RETENTION: '0s',
      RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '512MiB',
      // What fails is tried again for ever, however long the services are away.
      RESTATE_DEFAULT_RETRY_POLICY__INITIAL_INTERVAL: '50ms',
      RESTATE_DEFAULT_RETRY_POLICY__MAX_INTERVAL: '2s',
      RESTATE_DEFAULT_RETRY_POLICY__MAX_ATTEMPTS: 'unlimited',
      // Few calls on one connection, so that there are several, which the processes share.
      RESTATE_WORKER__INVOKER__HTTP2_STREAMS_PER_CONNECTION_LIMIT: '4',
    },
  });
}

/** Asks until there is an answer; `going` says whether it is still wanted. */
async function insist(going: () => boolean, method: string, path: string, body?: object): Promise<void> {
  while (going()) {
    try {
      await ask('admin', method, path, body);
      return;
    } catch {
      await wait(50);
    }
  }
}

export const serverIsUp = (going: () => boolean): Promise<void> => insist(going, 'GET', '/health');

/** Tells the server where the services are. */
export const registerServices = (identity: Identity, going: () => boolean): Promise<void> =>
  insist(going, 'POST', '/deployments', {
    uri: `http://127.0.0.1:${settings.servicePort}`,
    additional_headers: { 'x-pass': passOf(identity) },
    force: true,
  });
