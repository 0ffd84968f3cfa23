import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { People } from '../../examples/host/store.ts';
import type { Logged } from '../../examples/host-restate/objects.ts';
import type { KeptRows } from './faults.ts';
import type { SqliteWorld } from './sqlite-world.ts';
import { type Mortal, type Running, until, World } from './world.ts';

type Row = Record<string, string>;

/** A host on Restate, with the processes it consists of. */
export interface RunningParts extends Running {
  server(): number;
  services(): number[];
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Whether a process runs; one that has ended and that nobody has asked about does not. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** A world for a host on Restate. */
export class RestateWorld extends World {
  protected override readonly main = 'examples/host-restate/main.ts';
  #servicePort = 0;
  #hosts: RunningParts[] = [];

  protected override async furnish(people: People): Promise<void> {
    await super.furnish(people);
    this.#servicePort = await freePort();
  }

  get servicePort(): number {
    return this.#servicePort;
  }

  protected override environment(): NodeJS.ProcessEnv {
    return { ...super.environment(), HOST_SERVICE_PORT: String(this.#servicePort), HOST_EVERY: '400' };
  }

  /** Runs the command that moves the cases of a host over SQLite. */
  async move(from: SqliteWorld): Promise<{ status: number | null; said: string }> {
    const child = spawn(process.execPath, ['examples/host-restate/move.ts', from.folder], {
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        said += part;
      });
    const status = await new Promise<number | null>((done) => child.once('close', done));
    return { status, said: stripVTControlCharacters(said) };
  }

  override async start(env: Record<string, string> = {}): Promise<RunningParts> {
    const host = await super.start(env);
    const pids = (what: RegExp) => [...host.said().matchAll(what)].map(([, pid]) => Number(pid));
    const server = () => pids(/The server is process (\d+)/g).at(-1) ?? 0;
    const services = () => pids(/A service is process (\d+)/g).slice(-2);
    const parts = { ...host, server, services, processes: () => [server(), ...services()] };
    this.#hosts.push(parts);
    return parts;
  }

  override async startAll(): Promise<[Running, ...Running[]]> {
    return [await this.start()];
  }

  /** The server and one of the services are killed in turn. */
  override async mortal(times: number): Promise<Mortal> {
    const host = await this.start();
    let left = randomInt(10, 60);
    const killed: string[] = [];
    let ended = false;
    void host.gone.then(() => {
      ended = true;
    });
    return {
      host: async () => {
        if (ended) throw new Error(`The host has ended: ${host.said()}`);
        return host;
      },
      sent: () => {
        left -= 1;
        if (left > 0 || killed.length === times) return;
        const which = killed.length % 2 ? 'server' : 'service';
        const doomed = which === 'server' ? host.server() : (host.services()[randomInt(2)] ?? 0);
        if (!runs(doomed)) return;
        process.kill(doomed, 'SIGKILL');
        killed.push(which);
        left = randomInt(10, 60);
      },
      killed: () => killed,
    };
  }

  override async end(): Promise<void> {
    await Promise.all(this.#hosts.map((host) => host.stop()));
    await super.end();
  }

  /** What the server says to a query. */
  query(sql: string): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          socketPath: relative(process.cwd(), join(this.folder, 'restate/host/admin.sock')),
          method: 'POST',
          path: '/query',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
        },
        async (answer) => {
          let text = '';
          for await (const part of answer.setEncoding('utf8')) text += part;
          if (answer.statusCode === 200) resolve(JSON.parse(text).rows);
          else reject(new Error(`The server answered ${answer.statusCode}: ${text}`));
        },
      );
      asked.on('error', reject);
      asked.end(JSON.stringify({ query: sql }));
    });
  }

  /** What the host keeps, in rows as of the host over SQLite. */
  override async kept(): Promise<KeptRows> {
    const rows = await this.query(
      "select service_key, key, value_utf8 from state where service_name = 'case' order by service_key, key",
    );
    const kept: KeptRows = { cases: [], events: [], access: [], alarms: [] };
    for (const { service_key: case_id = '', key = '', value_utf8 = 'null' } of rows) {
      const value = JSON.parse(value_utf8);
      if (key === 'case') kept.cases.push({ id: case_id, revision: value.revision, json: value_utf8 });
      if (key.startsWith('event ')) {
        const { how, event, recordedAt } = value as Logged;
        kept.events.push({
          case_id,
          revision: Number(key.slice('event '.length)),
          how,
          json: JSON.stringify(event),
          recorded_at: recordedAt,
        });
      }
      if (key === 'waiting')
        for (const { term, role, onDay, complaint, raisedAt } of value.raised)
          kept.alarms.push({ case_id, term, role, on_day: onDay, complaint, raised_at: raisedAt });
      if (key === 'access')
        for (const { person, role } of value)
          for (const each of person === '*' ? this.persons.filter((name) => name.includes('handler')) : [person])
            kept.access.push({ case_id, person: each, role });
    }
    return kept;
  }

  override async delivered(): Promise<void> {
    await this.#when(
      'everything that was sent has arrived',
      "select id from sys_invocation where target_service_name in ('mailRoom', 'person') and status <> 'completed' limit 1",
      (rows) => rows.length === 0,
    );
  }

  override async settled(): Promise<void> {
    await this.#when(
      'all that is due is reported',
      "select value_utf8 from state where service_name = 'case' and key = 'waiting'",
      (rows) =>
        rows.every(({ value_utf8 = '' }) => {
          const { due } = JSON.parse(value_utf8);
          return due === null || due > this.now().toISOString();
        }),
    );
  }

  override async looked(_: Running, caseId: string): Promise<void> {
    const seen = new Set<string>();
    await this.#when(
      'the delayed call comes',
      `select id from sys_invocation where target_handler_name = 'look' and target_service_key = '${caseId}'`,
      (rows) => {
        for (const { id = '' } of rows) seen.add(id);
        return seen.size > 4;
      },
    );
  }

  async #when(what: string, sql: string, holds: (rows: Row[]) => boolean): Promise<void> {
    await until(
      what,
      async () => {
        const rows = await this.query(sql).catch(() => null);
        return (rows !== null && holds(rows)) || wait(20, false);
      },
      this.patience,
    );
  }

  /** What the host sends itself may come a moment later. */
  override async faults(): Promise<string[]> {
    const end = performance.now() + 20_000;
    let faults = await super.faults();
    while (faults.length > 0 && performance.now() < end) {
      await wait(100);
      faults = await super.faults();
    }
    return faults;
  }
}
