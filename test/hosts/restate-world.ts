import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Logged } from '../../examples/host-restate/objects.ts';
import type { People } from '../../examples/host-sqlite/store.ts';
import { faultsIn, type KeptRows } from './sqlite-checks.ts';
import { type Running, until, World } from './sqlite-world.ts';

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
  #servicePort = 0;
  #hosts: RunningParts[] = [];

  static override async at(today: string, people: People): Promise<RestateWorld> {
    const world = new RestateWorld(today);
    await world.furnish(people);
    world.#servicePort = await freePort();
    return world;
  }

  get servicePort(): number {
    return this.#servicePort;
  }

  protected override environment(): NodeJS.ProcessEnv {
    return { ...super.environment(), HOST_SERVICE_PORT: String(this.#servicePort), HOST_EVERY: '200' };
  }

  /** Runs the command that moves the cases of a host over SQLite. */
  async move(from: World): Promise<{ status: number | null; said: string }> {
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

  override async start(
    env: Record<string, string> = {},
    main = 'examples/host-restate/main.ts',
  ): Promise<RunningParts> {
    const host = await super.start(env, main);
    const pids = (what: RegExp) => [...host.said().matchAll(what)].map(([, pid]) => Number(pid));
    const parts = {
      ...host,
      server: () => pids(/The server is process (\d+)/g).at(-1) ?? 0,
      services: () => pids(/A service is process (\d+)/g).slice(-2),
    };
    this.#hosts.push(parts);
    return parts;
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
  async kept(): Promise<KeptRows> {
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
        for (const { term, role, onDay, raisedAt } of value.raised)
          kept.alarms.push({ case_id, term, role, on_day: onDay, raised_at: raisedAt });
      if (key === 'access')
        for (const { person, role } of value)
          for (const each of person === '*' ? this.persons.filter((name) => name.includes('handler')) : [person])
            kept.access.push({ case_id, person: each, role });
    }
    return kept;
  }

  /** Waits until everything that had to go out has gone out. */
  override async delivered(): Promise<void> {
    await this.#when(
      'everything that was sent has arrived',
      "select id from sys_invocation where target_service_name in ('mailRoom', 'person') and status <> 'completed' limit 1",
      (rows) => rows.length === 0,
    );
  }

  /** Waits until the delayed calls have reported and raised all that is due. */
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

  /** Waits until the delayed call of a case has come several times over. */
  async looked(caseId: string): Promise<void> {
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

  /** What is wrong, once what is under way has come to its end. */
  async faults(patience = 20_000): Promise<string[]> {
    await this.delivered();
    let faults: string[] = [];
    const end = performance.now() + patience;
    do {
      faults = faultsIn(this, await this.kept());
    } while (faults.length > 0 && performance.now() < end && (await wait(100, true)));
    return faults;
  }
}
