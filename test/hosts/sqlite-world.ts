import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stripVTControlCharacters } from 'node:util';
import { databaseIn } from '../../examples/host/host.ts';
import type { KeptRows } from './faults.ts';
import { type Mortal, type Running, root, until, World } from './world.ts';

/** A world for a host over SQLite. */
export class SqliteWorld extends World {
  protected override readonly main = 'examples/host/main.ts';

  protected override environment(): NodeJS.ProcessEnv {
    return { ...super.environment(), HOST_EVERY: '20' };
  }

  override startAll(): Promise<[Running, ...Running[]]> {
    return Promise.all([this.start(), this.start()]);
  }

  override async mortal(times: number): Promise<Mortal> {
    let host = this.start();
    let left = randomInt(10, 90);
    const killed: string[] = [];
    const restart = async () => {
      const doomed = await host;
      await doomed.kill();
      return this.start();
    };
    return {
      host: () => host,
      sent: () => {
        left -= 1;
        if (left > 0 || killed.length === times) return;
        left = randomInt(10, 90);
        killed.push('host');
        host = restart();
      },
      killed: () => killed,
    };
  }

  /** Runs the command that compares every case with its log. */
  replay(...more: string[]): { status: number | null; said: string } {
    const { status, stdout } = spawnSync(process.execPath, ['examples/host/replay.ts', this.folder, ...more], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, said: stripVTControlCharacters(stdout) };
  }

  /** Does to the database what no host does. */
  harm(statement: string): void {
    const database = new DatabaseSync(databaseIn(this.folder), { timeout: 5_000 });
    database.exec(statement);
    database.close();
  }

  /** What one query says of the database. */
  find(query: string, ...values: string[]): Record<string, unknown>[] {
    const database = new DatabaseSync(databaseIn(this.folder), { readOnly: true, timeout: 5_000 });
    try {
      return database.prepare(query).all(...values);
    } finally {
      database.close();
    }
  }

  override async kept(): Promise<KeptRows> {
    return {
      cases: this.find('select id, revision, json from "case" order by id'),
      events: this.find('select * from event order by case_id, revision'),
      access: this.find('select * from access'),
      alarms: this.find('select * from alarm') as unknown as KeptRows['alarms'],
    };
  }

  override async delivered(): Promise<void> {
    await until(
      'every letter is delivered',
      () => this.find('select 1 from outbox where delivered_at is null limit 1').length === 0,
      this.patience,
    );
  }

  override async settled(): Promise<void> {
    await until(
      'all that is due is reported',
      () =>
        this.find(
          `select 1 from "case" where overdue_from <= ?1 union all
         select 1 from alarm where raised_at is null and on_day <= ?2 limit 1`,
          this.now().toISOString(),
          this.today(),
        ).length === 0,
      this.patience,
    );
  }

  override async looked(host: Running): Promise<void> {
    // Each of these takes longer than the host waits between two looks.
    for (let look = 0; look < 100; look += 1)
      await fetch(`${host.address}/openapi.json`).then((answer) => answer.text());
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
  copyFileSync(join(root, 'examples/languages.ts'), join(root, around, 'languages.ts'));
  const source = join(root, 'examples/host');
  for (const name of readdirSync(source)) {
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
