import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Database, Run, Value } from './database.ts';
import { migrate } from './migrations.ts';
import { compared } from './replay.ts';
import { NotDone, type Terminal } from './said.ts';
import { Connection, Sqlite } from './sqlite.ts';
import { eraseBeside, type Store } from './store.ts';
import { besideCase, ofRegister, type Table, tableNames, tables } from './tables.ts';

type Row = Record<string, Value>;

const together = 200;

/** The rows of a table in their order, some at a time. */
async function* rowsOf(run: Run, table: Table): AsyncGenerator<Row[]> {
  const columns: readonly string[] = tables[table];
  const order = columns.join(', ');
  const marks = columns.map((_, at) => `$${at + 1}`).join(', ');
  for (let after: Value[] = []; ; ) {
    const rows = await run.all<Row>(
      `select * from "${table}" ${after.length > 0 ? `where (${order}) > (${marks})` : ''} order by ${order} limit ${together}`,
      ...after,
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < together) return;
    after = columns.map((column) => last[column] ?? null);
  }
}

const rowsBeside = (run: Run, table: Table, caseId: string): Promise<Row[]> =>
  run.all<Row>(`select * from "${table}" where case_id = $1 order by ${tables[table].join(', ')}`, caseId);

/** Puts rows in a table; what numbers them there is that table's own. */
async function insert(to: Run, table: Table, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'seq');
  for (let at = 0; at < rows.length; at += together) {
    const some = rows.slice(at, at + together);
    const marks = some.map(
      (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join()})`,
    );
    await to.run(
      `insert into "${table}" (${columns.join()}) values ${marks.join()}`,
      ...some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}

async function copy(from: Run, to: Run, table: Table): Promise<number> {
  let count = 0;
  for await (const rows of rowsOf(from, table)) {
    await insert(to, table, rows);
    count += rows.length;
  }
  return count;
}

async function replaced(from: Run, to: Run, table: Table): Promise<number> {
  await to.run(`delete from "${table}"`);
  return copy(from, to, table);
}

const hasRows = async (run: Run, table: Table): Promise<boolean> =>
  (await run.all(`select 1 from "${table}" limit 1`)).length > 0;

/** Whether there are cases in a place, or were. */
const isUsed = async (run: Run): Promise<boolean> =>
  (await hasRows(run, 'case')) || (await hasRows(run, 'event')) || (await hasRows(run, 'erased'));

// ---------------------------------------------------------------------------------------------------- move

const movedBeside = besideCase.filter((table) => table !== 'event');

/** What a move came to. */
export type Moved = Record<
  'moved' | 'there' | 'erased' | 'damaged' | 'events' | 'waiting' | 'raised' | 'lines',
  number
>;

/**
 * Moves the cases of one place to another, each with all that is beside it or not at all; both must be held alone. It can be done again:
 * a case that is there already must have the same log. One that is not as its log says is named, and stays where it is.
 */
export async function move(from: Store, to: Store, { complain }: Terminal): Promise<Moved> {
  const [source, target] = [from.database, to.database];
  const counts: Moved = { moved: 0, there: 0, erased: 0, damaged: 0, events: 0, waiting: 0, raised: 0, lines: 0 };

  const carry = async (id: string): Promise<void> => {
    const { found } = await compared(from, id);
    if (found.length > 0) {
      complain(`${id}: ${found.join(', ')}: it is not moved.`);
      counts.damaged += 1;
      return;
    }
    const events = await rowsBeside(source, 'event', id);
    await target.transaction(async (run) => {
      if ((await run.all('select 1 from erased where case_id = $1', id)).length > 0) {
        counts.erased += 1;
        return;
      }
      const rows = await source.all<Row>('select * from "case" where id = $1', id);
      if (await isThere(run, id, rows[0], events)) {
        counts.there += 1;
        return;
      }
      await insert(run, 'case', rows);
      await insert(run, 'event', events);
      for (const table of movedBeside) {
        const beside = await rowsBeside(source, table, id);
        await insert(run, table, beside);
        if (table === 'outbox') counts.waiting += beside.filter((row) => row.delivered_at === null).length;
        if (table === 'alarm') counts.raised += beside.filter((row) => row.raised_at !== null).length;
      }
      counts.moved += 1;
      counts.events += events.length;
    });
  };

  // Whoever writes there by a command waits, so that nothing is written that does not come along.
  return source.transaction(async () => {
    if (!(await isUsed(source)) && !(await hasRows(source, 'register'))) throw new NotDone('There is nothing to move.');
    await target.transaction(async (run) => {
      if (!(await isUsed(run))) await replaced(source, run, 'secret');
      // One that is there may be newer.
      if (!(await hasRows(run, 'register'))) for (const table of ofRegister) await copy(source, run, table);
    });
    const lastSeen = await from.lastSeen();
    if (lastSeen) await to.setLastSeen(lastSeen);
    for await (const rows of rowsOf(source, 'erased')) for (const row of rows) await eraseAlso(target, row);
    for (const id of await from.withoutCase()) await carry(id);
    for (let ids = await from.idsAfter(''); ids.length > 0; ids = await from.idsAfter(ids.at(-1) ?? ''))
      for (const id of ids) await carry(id);
    counts.lines = await target.transaction((run) => carryLines(source, run));
    return counts;
  });
}

/** Whether a case is there already, with the log that is moved; it throws where it has another. */
async function isThere(run: Run, id: string, row: Row | undefined, events: Row[]): Promise<boolean> {
  const [kept] = await run.all<Row>('select generation, revision from "case" where id = $1', id);
  const log = await rowsBeside(run, 'event', id);
  if (!kept && log.length === 0) return false;
  const isSame = kept?.generation === row?.generation && kept?.revision === row?.revision;
  if (!isSame || JSON.stringify(log) !== JSON.stringify(events))
    throw new NotDone(`${id} is there already, with another log: the move stops.`);
  return true;
}

/** What was erased in the one place is erased in the other. */
async function eraseAlso(database: Database, row: Row): Promise<void> {
  const [id, at, by] = [row.case_id, row.at, row.by_person].map(String) as [string, string, string];
  await database.transaction(async (run) => {
    if ((await run.all('select 1 from erased where case_id = $1', id)).length > 0) return;
    await run.run('delete from "case" where id = $1', id);
    await eraseBeside(run, { id, at, by });
  });
}

/** The lines of the access log that are not there yet, all of them or none: each has a request of its own. */
async function carryLines(from: Run, to: Run): Promise<number> {
  const there = new Set<Value | undefined>();
  for await (const rows of rowsOf(to, 'access_log')) for (const { request } of rows) there.add(request);
  const erased = new Set<Value | undefined>();
  for await (const rows of rowsOf(to, 'erased')) for (const row of rows) erased.add(row.case_id);
  let count = 0;
  for await (const rows of rowsOf(from, 'access_log')) {
    const more = rows.filter((row) => !there.has(row.request) && !erased.has(row.case_id));
    await insert(to, 'access_log', more);
    count += more.length;
  }
  return count;
}

// ---------------------------------------------------------------------------------------------------- backup

/** The mark of a copy that is whole: when it was made, and how many rows each table has. */
const mark = 'create table backup (name text primary key, count integer not null, at text not null)';

/** What a copy holds, and of when it is. */
export interface Copied {
  at: string;
  cases: number;
  events: number;
}

/** Copies what there is at one moment into a new file, from either database, while hosts go on. */
export async function backUp({ database }: Store, path: string, now: Date): Promise<Copied> {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new NotDone(code === 'EEXIST' ? `${path} is there already.` : `${path} cannot be made (${code}).`);
  }
  try {
    const at = now.toISOString();
    const file = await Sqlite.open(path);
    const counts = new Map<Table, number>();
    try {
      await migrate(file);
      await database.snapshot((from) =>
        file.transaction(async (to) => {
          for (const table of tableNames) counts.set(table, await copy(from, to, table));
          await to.run(mark);
          for (const [table, count] of counts)
            await to.run('insert into backup (name, count, at) values ($1, $2, $3)', table, count, at);
        }),
      );
    } finally {
      await file.close();
    }
    alone(path);
    return { at, cases: counts.get('case') ?? 0, events: counts.get('event') ?? 0 };
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
    throw error;
  }
}

/** Makes it one file, with nothing beside it. */
function alone(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = delete');
  database.close();
}

const noBackup =
  'is no finished backup. A copy of the file of a database lacks what was written last: make one with the command backup.';

/** Puts a backup in an empty place, all of it or nothing. */
export async function restore({ database }: Store, path: string): Promise<Copied> {
  if (!existsSync(path)) throw new NotDone(`There is no ${path}.`);
  const file = new Connection(path, true);
  try {
    const marks = await file
      .all<{ name: Table; count: number; at: string }>('select name, count, at from backup')
      .catch(() => []);
    const [first] = marks;
    if (!first) throw new NotDone(`${path} ${noBackup}`);
    await database.transaction(async (run) => {
      const versionOf = async (of: Run) => (await of.all<{ number: number }>('select number from version'))[0]?.number;
      if ((await versionOf(file)) !== (await versionOf(run)))
        throw new NotDone(`${path} is of another version of this host.`);
      if ((await isUsed(run)) || (await hasRows(run, 'register')))
        throw new NotDone('There are cases or a register already, or were: restore into an empty place.');
      for (const { name, count } of marks) {
        const copied = name === 'access_log' ? await copy(file, run, name) : await replaced(file, run, name);
        if (copied !== count) throw new NotDone(`${path} ${noBackup}`);
      }
    });
    const countOf = (table: Table) => marks.find(({ name }) => name === table)?.count ?? 0;
    return { at: first.at, cases: countOf('case'), events: countOf('event') };
  } finally {
    file.database.close();
  }
}
