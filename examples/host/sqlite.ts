import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Dialect, Door, Run, Value } from './database.ts';

export const databaseIn = (folder: string): string => join(folder, 'cases.sqlite');

const longestWait = 5_000;
const breath = 5;
const busy = 5;

/** Whether another process writes at this moment. */
const isBusy = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === busy;

const dialect: Dialect = {
  numbered: 'integer primary key',
  skipLocked: '',
  // Whoever writes in SQLite is alone.
  alone: [],
  appendOnly: (table) => [
    `create trigger ${table}_stays before update on ${table} begin select raise(abort, 'append only'); end`,
    `create trigger ${table}_is_kept before delete on ${table}
      when not exists (select 1 from erased where case_id = old.case_id)
      begin select raise(abort, 'append only'); end`,
  ],
};

/** One connection, whose statements are made ready once. */
export class Connection implements Run {
  readonly database: DatabaseSync;
  #ready = new Map<string, StatementSync>();

  constructor(path: string, readOnly: boolean) {
    this.database = new DatabaseSync(path, { readOnly, timeout: 0 });
  }

  readonly all = <Row>(statement: string, ...values: Value[]): Promise<Row[]> =>
    patiently(() => this.#made(statement).all(...values) as Row[]);

  readonly run = (statement: string, ...values: Value[]): Promise<number> =>
    patiently(() => Number(this.#made(statement).run(...values).changes));

  #made(statement: string): StatementSync {
    const known = this.#ready.get(statement);
    if (known) return known;
    const made = this.database.prepare(statement.replaceAll('$', '?'));
    this.#ready.set(statement, made);
    return made;
  }
}

/** Tries again while another process writes, and lets others go on meanwhile. */
async function patiently<Result>(attempt: () => Result): Promise<Result> {
  const end = performance.now() + longestWait;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await wait(breath);
  }
}

/** One file, for one host. What reads does not wait for what writes. */
export class Sqlite implements Database {
  readonly dialect = dialect;
  #path: string;
  #reader: Connection;
  #writer: Connection;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string, writer: Connection, reader: Connection) {
    this.#path = path;
    this.#writer = writer;
    this.#reader = reader;
  }

  /** `maxPages` is the most that the file may take; 0 for no limit. */
  static async open(path: string, maxPages = 0): Promise<Sqlite> {
    const isNew = !existsSync(path);
    const writer = new Connection(path, false);
    if (isNew) chmodSync(path, 0o600);
    await patiently(() => writer.database.exec('pragma journal_mode = wal; pragma synchronous = full'));
    // What is erased, or was written over, is not to be read in the file either.
    writer.database.exec('pragma secure_delete = on');
    if (maxPages > 0) writer.database.exec(`pragma max_page_count = ${maxPages}`);
    return new Sqlite(path, writer, new Connection(path, true));
  }

  all<Row>(statement: string, ...values: Value[]): Promise<Row[]> {
    return this.#reader.all(statement, ...values);
  }

  run(statement: string, ...values: Value[]): Promise<number> {
    return this.transaction((run) => run.run(statement, ...values));
  }

  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(() => this.#alone(work));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #alone<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    const { database } = this.#writer;
    await patiently(() => database.exec('begin immediate'));
    try {
      const result = await work(this.#writer);
      database.exec('commit');
      return result;
    } catch (error) {
      // A full database has already rolled back by itself.
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  }

  async snapshot<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    const connection = new Connection(this.#path, true);
    try {
      connection.database.exec('begin');
      return await work(connection);
    } finally {
      connection.database.close();
    }
  }

  isAway(error: unknown): boolean {
    return (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR';
  }

  async close(): Promise<void> {
    await this.#last;
    for (const { database } of [this.#reader, this.#writer]) if (database.isOpen) database.close();
  }
}

/** Holds the folder until the process ends, however it ends; null where another process holds it. */
export function holdFolder(folder: string): Door | null {
  const database = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { isHeld: () => true, release: async () => database.close() };
}
