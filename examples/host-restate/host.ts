import type { ChildProcess } from 'node:child_process';
import cluster, { type Worker } from 'node:cluster';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Identity, identityIn } from '../host/identity.ts';
import { registerServices, serverIsUp, startServer } from './server.ts';
import { settings } from './settings.ts';

export interface Host {
  address: string;
  identity: Identity;
  stop(): Promise<void>;
}

const processes = 2;
const breath = 200;

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Starts the server and the service processes, and starts again whichever of them dies. */
export async function startHost(): Promise<Host> {
  mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
  const identity = await identityIn(settings.folder);
  let stopping = false;
  let failed: (error: Error) => void = () => {};
  let server: ChildProcess;

  /** A service that has just died hears nothing, which is no harm. */
  const tell = (worker: Worker): void => {
    worker.send({ server: server.pid }, () => {});
  };

  const keepServer = (): void => {
    server = startServer();
    console.log(`The server is process ${server.pid}`);
    for (const worker of Object.values(cluster.workers ?? {})) if (worker) tell(worker);
    server.once('exit', () => {
      failed(new Error('The server does not start: is another host running on this folder?'));
      if (!stopping) setTimeout(keepServer, breath);
    });
  };

  const listening = new Set<Worker>();
  let port = settings.port;
  const keepWorker = (): void => {
    // The port is the same for all of them, and for whoever comes in the place of the last.
    const worker = cluster.fork({ HOST_PORT: String(port) });
    tell(worker);
    console.log(`A service is process ${worker.process.pid}`);
    worker.on('listening', (at) => {
      if (at.port === settings.servicePort) return;
      port = at.port;
      listening.add(worker);
    });
    worker.once('exit', () => {
      listening.delete(worker);
      failed(new Error('The services do not start: are their ports taken?'));
      if (!stopping) setTimeout(keepWorker, breath);
    });
  };

  const stop = async () => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => (worker ? [worker.process] : []));
    // They may die at any time, so they may now.
    for (const child of [...workers, server]) child.kill('SIGTERM');
    await Promise.all([...workers, server].map(gone));
  };

  const notStarted = new Promise<never>((_, reject) => {
    failed = reject;
  });
  keepServer();
  // Each takes connections itself: one that is handed to a process that is dying would be heard of no more.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: fileURLToPath(new URL('worker.ts', import.meta.url)) });
  for (let n = 0; n < processes; n += 1) keepWorker();
  const going = () => !stopping;
  const up = async () => {
    await serverIsUp(going);
    await registerServices(identity, going);
    while (going() && listening.size < processes) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  try {
    await Promise.race([up(), notStarted]);
  } catch (error) {
    await stop();
    throw error;
  }
  failed = () => {};

  return { address: `http://127.0.0.1:${port}`, identity, stop };
}
