import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stripVTControlCharacters } from 'node:util';
import { opened } from '../../examples/host/opened.ts';
import { type People, Register } from '../../examples/host/register.ts';
import { databaseIn } from '../../examples/host/sqlite.ts';
import type { Store } from '../../examples/host/store.ts';
import type { KeptRows } from './faults.ts';
import { type Server, startPostgres } from './postgres.ts';
import { type Mortal, type Running, root, until, World } from './world.ts';

type Row = Record<string, unknown>;

/** A world for the host that is there to copy, over a file or over Postgres. */
export abstract class HostWorld extends World {
  protected override readonly main = 'examples/host/main.ts';
  /** What it keeps, beside the host. */
  store!: Store;

  /** The database, where it is not in the folder. */
  protected abstract place(): Promise<string | undefined>;

  #url: string | undefined;

  protected override async furnish(people: People): Promise<void> {
    this.#url = await this.place();
    this.store = await opened({ HOST_DATA: this.folder, DATABASE_URL: this.#url, HOST_MOST_PAGES: 0 });
    await super.furnish(people);
  }

  override async admit(people: People): Promise<void> {
    await super.admit(people);
    await new Register(this.store.database).admit(people);
  }

  protected override environment(): NodeJS.ProcessEnv {
    return { ...super.environment(), HOST_EVERY: '20', ...(this.#url && { DATABASE_URL: this.#url }) };
  }

  override async mortal(times: number): Promise<Mortal> {
    const hosts = await this.startAll();
    const lines: Promise<Running>[] = hosts.map(async (host) => host);
    let left = randomInt(10, 90);
    let next = 0;
    const killed: string[] = [];
    const restart = async (which: number) => {
      await (await lines[which])?.kill();
      return this.start();
    };
    return {
      host: () => {
        next += 1;
        return lines[next % lines.length] as Promise<Running>;
      },
      sent: () => {
        left -= 1;
        if (left > 0 || killed.length === times) return;
        left = randomInt(10, 90);
        const which = killed.length % lines.length;
        killed.push(`host ${which + 1}`);
        lines[which] = restart(which);
      },
      killed: () => killed,
    };
  }

  /** Runs a command of the host's. */
  manage(...command: string[]): { status: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/host/manage.ts', ...command], {
      cwd: root,
      encoding: 'utf8',
      env: this.environment(),
    });
    return { status, said: stripVTControlCharacters(stdout + stderr) };
  }

  /** Does to the database what no host does. */
  async harm(statement: string): Promise<void> {
    await this.store.database.run(statement);
  }

  /** What one query says of the database. */
  find(query: string, ...values: string[]): Promise<Row[]> {
    return this.store.database.all(query, ...values);
  }

  override async kept(): Promise<KeptRows> {
    const access = (await this.find('select case_id, person, role from access')) as { person: string }[];
    const handlers = this.persons.filter((person) => person.includes('handler'));
    return {
      cases: await this.find('select id, revision, json from "case" order by id'),
      events: await this.find('select * from event order by case_id, revision'),
      access: access.flatMap((row) => (row.person === '*' ? handlers.map((person) => ({ ...row, person })) : [row])),
      alarms: (await this.find('select * from alarm')) as unknown as KeptRows['alarms'],
      letters: (await this.find('select id, key from outbox')) as unknown as KeptRows['letters'],
      lines: (await this.find('select request, person, status from access_log')) as unknown as KeptRows['lines'],
    };
  }

  override async delivered(): Promise<void> {
    await until(
      'every letter is delivered',
      async () => (await this.find('select 1 from outbox where delivered_at is null limit 1')).length === 0,
      this.patience,
    );
  }

  override async settled(): Promise<void> {
    await until(
      'all that is due is reported',
      async () =>
        (
          await this.find(
            `select 1 from "case" where overdue_from <= $1 union all
             select 1 from alarm where raised_at is null and on_day <= $2 limit 1`,
            this.now().toISOString(),
            this.today(),
          )
        ).length === 0,
      this.patience,
    );
  }

  override async looked(host: Running): Promise<void> {
    // Each of these takes longer than the host waits between two looks.
    for (let look = 0; look < 100; look += 1)
      await fetch(`${host.address}/openapi.json`).then((answer) => answer.text());
  }

  override async end(): Promise<void> {
    await super.end(async () => this.store?.database.close());
  }
}

/** A world for the host over SQLite, of which there is one at a time. */
export class SqliteWorld extends HostWorld {
  protected override async place(): Promise<undefined> {}

  override async startAll(): Promise<[Running, ...Running[]]> {
    return [await this.start()];
  }

  /** What another process does with the file. */
  beside(): DatabaseSync {
    return new DatabaseSync(databaseIn(this.folder), { timeout: 5_000 });
  }
}

let server: Promise<Server> | undefined;
let databases = 0;

/** A world for hosts over Postgres, of which several write at once. */
export class PostgresWorld extends HostWorld {
  protected override async place(): Promise<string> {
    server ??= startPostgres();
    databases += 1;
    return (await server).url(`world_${databases}`);
  }

  override startAll(): Promise<[Running, ...Running[]]> {
    return Promise.all([this.start(), this.start()]);
  }
}

/** A copy of the host in which something is broken; each text must be there once. Node finds the library from among the examples only. */
export function brokenHost(changes: [file: string, text: string, replacement: string][]): {
  main: string;
  remove(): void;
} {
  const around = join('examples/.data', `broken-${randomUUID()}`);
  const folder = join(around, 'host');
  mkdirSync(join(root, folder), { recursive: true });
  const source = join(root, 'examples/host');
  for (const name of readdirSync(source).filter((each) => /\.(ts|json|html)$/.test(each))) {
    let text = readFileSync(join(source, name), 'utf8');
    for (const [file, old, replacement] of changes) {
      if (file !== name) continue;
      if (text.split(old).length !== 2) throw new Error(`${file} does not hold once: ${old}`);
      text = text.replace(old, () => replacement);
    }
    writeFileSync(join(root, folder, name), text);
  }
  return {
    main: join(folder, 'main.ts'),
    remove: () => rmSync(join(root, around), { recursive: true, force: true }),
  };
}
