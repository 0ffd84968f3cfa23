import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stripVTControlCharacters } from 'node:util';
import { type EventType, parseCase } from 'lpbso-second-opinion';
import { first, opening, second, stories, upTo, usual } from 'lpbso-second-opinion/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../examples/host/carry.ts';
import { Cases } from '../../examples/host/cases.ts';
import { manage } from '../../examples/host/commands.ts';
import type { Database, Run } from '../../examples/host/database.ts';
import { hold, opened } from '../../examples/host/opened.ts';
import { Register } from '../../examples/host/register.ts';
import { settingsIn } from '../../examples/host/settings.ts';
import { databaseIn } from '../../examples/host/sqlite.ts';
import { type Line, Store } from '../../examples/host/store.ts';
import { tableNames } from '../../examples/host/tables.ts';
import { madeUp } from '../../examples/host/try.ts';
import { type Server, startPostgres } from './postgres.ts';

type Kind = 'SQLite' | 'Postgres';
type Place = { HOST_DATA: string; DATABASE_URL: string; HOST_CLOCK: string; HOST_KEPT_YEARS?: string };

const folder = mkdtempSync(join(tmpdir(), 'manage-'));
const now = new Date('2026-04-20T10:00:00.000Z');
const clock = join(folder, 'clock');
const auditor = 'planning-1';
let server: Server;
let places = 0;

const newFile = (): string => join(folder, `file-${randomUUID()}`);

async function newPlace(kind: Kind): Promise<Place> {
  places += 1;
  const DATABASE_URL = kind === 'Postgres' ? await server.url(`place_${places}`) : '';
  return { HOST_DATA: join(folder, `place-${places}`), DATABASE_URL, HOST_CLOCK: clock };
}

const nameOf = ({ DATABASE_URL, HOST_DATA }: Place): string => DATABASE_URL || HOST_DATA;

interface Said {
  status: 0 | 1;
  said: string[];
  complained: string[];
}

async function managed(place: Place, ...args: string[]): Promise<Said> {
  const [said, complained]: [string[], string[]] = [[], []];
  const status = await manage(
    args,
    { ...place },
    {
      say: (line) => said.push(stripVTControlCharacters(line)),
      complain: (line) => complained.push(line),
    },
  );
  return { status, said, complained };
}

/** Does something in a place as a host would. */
async function inPlace<Result>(place: Place, work: (store: Store, cases: Cases) => Promise<Result>): Promise<Result> {
  const settings = settingsIn({ ...place });
  const door = await hold(settings);
  const store = await opened(settings);
  try {
    return await work(store, new Cases(store, new Register(store.database)));
  } finally {
    await store.database.close();
    await door.release();
  }
}

const lineBy = (person: string, about: Partial<Line> = {}): Line => ({
  at: now.toISOString(),
  request: randomUUID(),
  person,
  forPerson: person,
  role: '',
  caseId: '',
  action: 'view',
  status: 200,
  ...about,
});

const askedBy = (recorder: string, key: string = randomUUID()) => ({
  recorder,
  key,
  same: key,
  line: lineBy(recorder, { action: 'record' }),
});

const { caseId: _, ...request } = opening;
const alarmed = { ...request, contract: { ...request.contract, alarms: { engage: 10, complaint: 10 } } };

async function open(cases: Cases, events: object[], start: object = alarmed): Promise<string> {
  const reply = await cases.open(start, askedBy('employee-1'), now);
  const id = 'taken' in reply ? reply.taken : expect.fail(JSON.stringify(reply));
  await report(cases, id, events);
  return id;
}

async function report(cases: Cases, id: string, events: object[]): Promise<void> {
  for (const event of events as { type: EventType; by: string; on: string }[])
    expect(await cases.report(id, event, 'record', askedBy(event.by), now)).toEqual({ taken: id });
}

const middle = upTo('execution.awaitingConsultation');
const complaint = usual('complaint.filed', { complaint: 'complaint-9' });
const ended = stories['found out of scope, and the expert opinion of UWV instead'].events;

/** A register, two cases under way and one that ended, a delivered letter, a raised alarm, and somebody who looked. */
async function filled(place: Place): Promise<string[]> {
  await managed(place, 'register', peopleFile);
  return inPlace(place, async (store, cases) => {
    const ids = [await open(cases, []), await open(cases, middle), await open(cases, ended)];
    const [letter] = await store.claim(new Date(), new Date(), 100);
    await store.delivered(letter?.seq ?? 0, now);
    const [alarm] = await store.alarmsDue('2027-01-01', 0);
    await cases.raise(alarm ?? expect.fail('no alarm'), now);
    await store.note(lineBy('employee-1', { caseId: ids[0] ?? '' }));
    await store.note(lineBy('employee-1', { action: 'cases' }));
    await store.setLastSeen(now);
    return ids;
  });
}

type Rows = Record<string, Record<string, unknown>[]>;

/** All that a place keeps, but for what numbers the rows. */
const keptIn = (place: Place): Promise<Rows> =>
  inPlace(place, async ({ database }) => {
    const kept: Rows = {};
    for (const table of tableNames) {
      const rows = await database.all<object>(`select * from "${table}"`);
      const without = rows.map((row) => ({ ...row, seq: undefined }));
      kept[table] = without.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    }
    return kept;
  });

const harm = (place: Place, statement: string, ...values: string[]): Promise<number> =>
  inPlace(place, ({ database }) => database.run(statement, ...values));

const peopleFile = join(folder, 'people.json');

beforeAll(async () => {
  writeFileSync(clock, `${now.toISOString()} 0`);
  writeFileSync(peopleFile, JSON.stringify(madeUp));
  server = await startPostgres();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const kinds: Kind[] = ['SQLite', 'Postgres'];

describe('The commands', () => {
  it('are named with what they do, and a wrong one is refused in one line', async () => {
    const place = await newPlace('SQLite');
    const help = await managed(place, '--help');
    expect(help).toMatchObject({ status: 0, complained: [] });
    expect(help.said.join('\n')).toContain('erase [--case <id>');
    expect(await managed(place)).toMatchObject({ status: 1, said: [], complained: help.said });
    for (const wrong of [
      ['nonsense'],
      ['backup', '--again'],
      ['secret', 'more'],
      ['lines', '--nonsense'],
      ['toString'],
    ]) {
      const { status, complained } = await managed(place, ...wrong);
      expect(status).toBe(1);
      expect(complained).toHaveLength(1);
      expect(complained[0]).not.toContain('\n');
    }
  });

  it('give the shell their status, and say what is wrong where errors go', async () => {
    const place = await newPlace('SQLite');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['examples/host/manage.ts', ...args], { env: { ...place }, encoding: 'utf8' });
    expect(run('letters')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `There is no host in ${place.HOST_DATA}.\n`,
    });
    expect(run('register', peopleFile)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['replay', 'backup', 'letters', 'secret', 'amends'])(
    '%s makes no database where there is none',
    async (name) => {
      const place = await newPlace('SQLite');
      expect(await managed(place, name)).toMatchObject({
        status: 1,
        complained: [`There is no host in ${place.HOST_DATA}.`],
      });
      expect(existsSync(place.HOST_DATA)).toBe(false);
    },
  );
});

describe.each(kinds)('A register on %s', (kind) => {
  it('takes the place of the one that was, while a host runs', async () => {
    const place = await newPlace(kind);
    await managed(place, 'register', peopleFile);
    await inPlace(place, async (store) => {
      const register = new Register(store.database);
      expect(await register.person('employee-1', '2026-04-20')).not.toBeNull();
      const file = newFile();
      writeFileSync(file, JSON.stringify({ ...madeUp, people: madeUp.people.filter(({ id }) => id !== 'handler-1') }));
      expect(await managed(place, 'register', file)).toMatchObject({ status: 0 });
      expect(await register.person('handler-1', '2026-04-20')).toBeNull();
    });
  });

  it('with anything wrong is refused whole, with a line for each fault', async () => {
    const place = await newPlace(kind);
    await managed(place, 'register', peopleFile);
    const before = await keptIn(place);
    const file = newFile();
    const wrong = {
      ...madeUp,
      people: [...madeUp.people, { id: 'employee-1' }, { id: 'no id' }],
      physicians: 'nobody',
    };
    writeFileSync(file, JSON.stringify(wrong));
    const { status, complained } = await managed(place, 'register', file);
    expect(status).toBe(1);
    expect(
      complained
        .join('\n')
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(expect.arrayContaining([`people.${madeUp.people.length + 1}.id`, 'physicians']));
    writeFileSync(file, JSON.stringify({ ...madeUp, people: [...madeUp.people, { id: 'employee-1' }] }));
    expect((await managed(place, 'register', file)).complained).toEqual([
      `people.${madeUp.people.length}.id: is there twice`,
    ]);
    writeFileSync(file, '{');
    expect((await managed(place, 'register', file)).complained).toEqual([`${file} is no JSON.`]);
    expect(await keptIn(place)).toEqual(before);
  });
});

describe.each(kinds)('The replay on %s', (kind) => {
  it('finds what is not as the log says, and puts it right on demand', async () => {
    const place = await newPlace(kind);
    const [one = '', other = '', third = ''] = await filled(place);
    expect(await managed(place, 'replay')).toMatchObject({
      status: 0,
      said: [expect.stringMatching(/^3 cases, 14 events .* every case equals the replay of its log$/)],
    });
    await harm(place, `update "case" set json = '{}', ended_on = '2001-01-01' where id = $1`, one);
    await harm(place, 'delete from access where case_id = $1', other);
    await harm(place, 'delete from alarm where case_id = $1', one);
    const found = await managed(place, 'replay', nameOf(place));
    expect(found.status).toBe(1);
    expect(found.said.slice(0, -1).sort()).toEqual(
      [
        `${one}: the case cannot be read, the day it ended differs, its alarms differ`,
        `${other}: who may see it differs`,
      ].sort(),
    );
    expect(await managed(place, 'replay', '--rebuild')).toMatchObject({ status: 0 });
    expect(await managed(place, 'replay')).toMatchObject({ status: 0 });
    await harm(place, 'delete from "case" where id = $1', third);
    await harm(place, `update event set json = '{' where case_id = $1 and revision = 1`, other);
    const lost = await managed(place, 'replay', '--rebuild');
    expect(lost.status).toBe(1);
    expect(lost.said.slice(0, -1).sort()).toEqual(
      [`${third}: it has a log and no case`, `${other}: the log cannot be read`].sort(),
    );
  });
});

const ways: [Kind, Kind][] = [
  ['SQLite', 'Postgres'],
  ['Postgres', 'SQLite'],
];

describe.each(ways)('A move from %s to %s', (fromKind, toKind) => {
  const both = async () => {
    const [from, to] = [await newPlace(fromKind), await newPlace(toKind)];
    const ids = await filled(from);
    const moved = () => managed(from, 'move', '--from', nameOf(from), '--to', nameOf(to));
    return { from, to, ids, moved };
  };

  it('brings all that is kept, and can be done again', async () => {
    const { from, to, ids, moved } = await both();
    await managed(from, 'correct', '--case', ids[1] ?? '', await withoutLast(from, ids[1] ?? ''), '--by', auditor);
    await managed(from, 'erase', '--case', ids[2] ?? '', '--erase', '--by', auditor);
    const before = await keptIn(from);
    expect(before.amends?.length).toBeGreaterThan(0);
    const waiting = before.outbox?.filter((row) => row.delivered_at === null).length;
    expect(await moved()).toEqual({
      status: 0,
      said: [
        '2 cases moved, 0 there already, 0 erased there, 0 damaged',
        `with ${before.event?.length} events, ${waiting} letters that wait, 1 alarms that were raised, ${before.access_log?.length} lines of the access log`,
      ],
      complained: [],
    });
    expect(await keptIn(to)).toEqual(before);
    await inPlace(from, (store) => store.note(lineBy('employee-1')));
    expect((await moved()).said).toEqual([
      '0 cases moved, 2 there already, 0 erased there, 0 damaged',
      'with 0 events, 0 letters that wait, 0 alarms that were raised, 1 lines of the access log',
    ]);
    expect(await keptIn(to)).toEqual(await keptIn(from));
    expect(await managed(to, 'replay')).toMatchObject({ status: 0 });
  });

  it('does not begin while a host runs on either side', async () => {
    const { from, to, moved } = await both();
    for (const running of [from, to]) {
      const { status, complained } = await inPlace(running, moved);
      expect(status).toBe(1);
      expect(complained).toEqual([expect.stringMatching(/^Another host runs on /)]);
    }
    expect((await keptIn(to)).case).toEqual([]);
  });

  it('names a damaged case, and moves the others', async () => {
    const { from, to, ids, moved } = await both();
    const [one = '', other = ''] = ids;
    await harm(from, 'delete from event where case_id = $1', one);
    await harm(from, `update "case" set json = $1 where id = $2`, '{}', other);
    const { status, said, complained } = await moved();
    expect(status).toBe(1);
    expect(complained.sort()).toEqual(
      [`${one}: the log stops at 0: it is not moved.`, `${other}: the case cannot be read: it is not moved.`].sort(),
    );
    expect(said[0]).toBe('1 cases moved, 0 there already, 0 erased there, 2 damaged');
    expect((await keptIn(to)).case?.map(({ id }) => id)).toEqual([ids[2]]);
  });

  it('stops at a case that is there with another log', async () => {
    const { to, ids, moved } = await both();
    const [, id = ''] = ids;
    await moved();
    // As a move that lost the log would leave it.
    const lost = await inPlace(to, ({ database }) =>
      database.all<Record<string, string>>('select * from event where case_id = $1 and revision = 1', id),
    );
    await harm(to, 'delete from event where case_id = $1 and revision = 1', id);
    const stopped = { status: 1, said: [], complained: [`${id} is there already, with another log: the move stops.`] };
    expect(await moved()).toEqual(stopped);
    const { how = '', json = '', recorded_at = '' } = lost[0] ?? {};
    const again =
      'insert into event (case_id, generation, revision, how, json, recorded_at) values ($1, 0, 1, $2, $3, $4)';
    await harm(to, again, id, how, json, recorded_at);
    expect(await moved()).toMatchObject({ status: 0 });

    await inPlace(to, (_, cases) => report(cases, id, [complaint]));
    const before = await keptIn(to);
    expect(await moved()).toEqual(stopped);
    expect(await keptIn(to)).toEqual(before);
  });

  it('brings nothing back that was erased there, and erases what was erased here', async () => {
    const { from, to, ids, moved } = await both();
    const [one = '', other = ''] = ids;
    await moved();
    await managed(to, 'erase', '--case', one, '--erase', '--although-open', '--by', auditor);
    await managed(from, 'erase', '--case', other, '--erase', '--although-open', '--by', auditor);
    expect((await moved()).said[0]).toBe('0 cases moved, 1 there already, 1 erased there, 0 damaged');
    const after = await keptIn(to);
    expect(after.case?.map(({ id }) => id)).toEqual([ids[2]]);
    expect(JSON.stringify({ ...after, erased: [] })).not.toContain(one);
    expect(JSON.stringify({ ...after, erased: [] })).not.toContain(other);
  });

  it('leaves a register that is there', async () => {
    const { to, moved } = await both();
    const file = newFile();
    writeFileSync(file, JSON.stringify({ people: [{ id: 'somebody' }], physicians: [] }));
    await managed(to, 'register', file);
    await moved();
    expect((await keptIn(to)).person?.map(({ id }) => id)).toEqual(['somebody']);
  });
});

it('A move keeps commands from writing there meanwhile', async () => {
  const place = await newPlace('Postgres');
  await managed(place, 'register', peopleFile);
  const door = await hold(settingsIn({ ...place }), true);
  expect(await managed(place, 'register', peopleFile)).toMatchObject({ status: 1 });
  await door.release();
  expect(await managed(place, 'register', peopleFile)).toMatchObject({ status: 0 });
});

it('Every table is carried', async () => {
  const place = await newPlace('SQLite');
  await managed(place, 'register', peopleFile);
  const made = await inPlace(place, ({ database }) =>
    database.all<{ name: string }>(`select name from sqlite_master where type = 'table' and name <> 'version'`),
  );
  expect([...tableNames].sort()).toEqual(made.map(({ name }) => name).sort());
});

describe.each(ways)('A backup of %s, restored on %s', (kind, otherKind) => {
  it('has all that there was at one moment, while a host goes on', async () => {
    const place = await newPlace(kind);
    await filled(place);
    const file = newFile();
    const opened: string[] = [];
    process.umask(0o022);
    const copied = await inPlace(place, ({ database }, cases) => {
      // Between any two reads of the copy somebody opens a case.
      const amid = (run: Run): Run => ({
        all: async (...asked) => {
          opened.push(await open(cases, []));
          return run.all(...asked);
        },
        run: run.run,
      });
      const crowded: Pick<Database, 'all' | 'run' | 'snapshot'> = {
        ...amid(database),
        snapshot: (work) => database.snapshot((run) => work(amid(run))),
      };
      return backUp(new Store(crowded as Database), file, now);
    });
    expect(copied.cases).toBeLessThan(opened.length);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(`${file}-`))).toEqual([]);

    const other = await newPlace(otherKind);
    expect(await managed(other, 'restore', file)).toMatchObject({ status: 0 });
    expect(await managed(other, 'replay')).toMatchObject({ status: 0 });
    const kept = await keptIn(other);
    expect(kept.case).toHaveLength(copied.cases);
    // Whole at that moment: each event with its answer, its line and its letters.
    expect(kept.answer?.length).toBe(kept.event?.length);
    const ids = new Set(kept.case?.map(({ id }) => id));
    for (const table of ['event', 'outbox', 'access'])
      expect(new Set(kept[table]?.map((row) => row.case_id))).toEqual(ids);
    expect(await keptIn(other)).toMatchObject({ secret: (await keptIn(place)).secret });
  });

  it('goes into an empty place only, in which no host runs', async () => {
    const [place, other] = [await newPlace(kind), await newPlace(otherKind)];
    await filled(place);
    const file = newFile();
    await managed(place, 'backup', file);
    expect(await managed(place, 'backup', file)).toMatchObject({
      status: 1,
      complained: [`${file} is there already.`],
    });
    const before = await keptIn(place);
    expect(await managed(place, 'restore', file)).toMatchObject({
      status: 1,
      complained: ['There are cases or a register already, or were: restore into an empty place.'],
    });
    expect(await keptIn(place)).toEqual(before);
    const known = await newPlace('SQLite');
    await managed(known, 'register', peopleFile);
    expect(await managed(known, 'restore', file)).toMatchObject({ status: 1 });
    expect((await inPlace(other, () => managed(other, 'restore', file))).complained).toEqual([
      expect.stringMatching(/^Another host runs on /),
    ]);
    expect(await managed(other, 'restore', file)).toMatchObject({ status: 0 });
    expect(await keptIn(other)).toEqual(before);
  });
});

describe('What the command backup did not finish', () => {
  it('is not restored: the file of a database that a host has open', async () => {
    const [place, other] = [await newPlace('SQLite'), await newPlace('SQLite')];
    const file = newFile();
    await filled(place);
    await inPlace(place, async (_, cases) => {
      await open(cases, middle);
      copyFileSync(databaseIn(place.HOST_DATA), file);
    });
    const { status, complained } = await managed(other, 'restore', file);
    expect(status).toBe(1);
    expect(complained).toEqual([
      expect.stringMatching(/is no finished backup\. A copy of the file of a database lacks/),
    ]);
    expect((await keptIn(other)).case).toEqual([]);
  });

  it('is not restored: a backup of which something is gone, a text, or nothing', async () => {
    const [place, other] = [await newPlace('SQLite'), await newPlace('SQLite')];
    await filled(place);
    const file = newFile();
    await managed(place, 'backup', file);
    const cut = newFile();
    copyFileSync(file, cut);
    truncateSync(cut, Math.floor(statSync(cut).size / 2));
    const lacking = newFile();
    copyFileSync(file, lacking);
    const database = new DatabaseSync(lacking);
    database.exec('delete from event where revision = 1');
    database.close();
    const written = newFile();
    writeFileSync(written, 'a text');
    for (const bad of [cut, lacking, written, newFile()]) {
      const { status, complained } = await managed(other, 'restore', bad);
      expect(status).toBe(1);
      expect(complained).toHaveLength(1);
    }
    const kept = await keptIn(other);
    expect([kept.case, kept.event, kept.person]).toEqual([[], [], []]);
  });

  it('leaves no file behind', async () => {
    const place = await newPlace('SQLite');
    await filled(place);
    const file = newFile();
    await harm(place, 'alter table mandate rename to elsewhere');
    expect(await managed(place, 'backup', file)).toMatchObject({ status: 1 });
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(file))).toEqual([]);
  });
});

describe.each(kinds)('The access log on %s', (kind) => {
  it('is written of a case and of a person, and that it was is a line of it', async () => {
    const place = await newPlace(kind);
    const [id = ''] = await filled(place);
    const ofCase = await managed(place, 'lines', '--case', id, '--by', auditor);
    const lines = ofCase.said.map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ action, person }) => [action, person])).toEqual([
      ['record', 'employee-1'],
      ['view', 'employee-1'],
      ['lines', auditor],
    ]);
    expect(lines.every(({ caseId }) => caseId === id)).toBe(true);
    const ofPerson = await managed(place, 'lines', '--person', 'employee-1');
    expect(ofPerson.said.map((line) => (JSON.parse(line) as Line).action)).toContain('cases');
    const kept = await keptIn(place);
    const noted = kept.access_log?.filter(({ action }) => action === 'lines');
    expect(noted).toHaveLength(2);
    expect(noted).toContainEqual(expect.objectContaining({ case_id: id, person: auditor }));
    expect(noted).toContainEqual(
      expect.objectContaining({ case_id: '', for_person: 'employee-1', person: expect.stringMatching(/^account:/) }),
    );
    for (const wrong of [[], ['--case', id, '--person', 'employee-1']])
      expect(await managed(place, 'lines', ...wrong)).toMatchObject({ status: 1, said: [] });
  });
});

describe.each(kinds)('Erasing on %s', (kind) => {
  it('lists and takes only what ended longer ago than the service says', async () => {
    const place = await newPlace(kind);
    const [one, other, third = ''] = await filled(place);
    expect(await managed(place, 'erase')).toMatchObject({
      status: 1,
      complained: ['HOST_KEPT_YEARS is missing: for how many years does the service keep a case?'],
    });
    const kept = { ...place, HOST_KEPT_YEARS: '20' };
    writeFileSync(clock, '2046-03-18T10:00:00.000Z 0');
    expect((await managed(kept, 'erase')).said).toEqual(['0 cases that ended before 2026-03-18']);
    writeFileSync(clock, '2046-03-19T10:00:00.000Z 0');
    expect((await managed(kept, 'erase')).said).toEqual([
      `${third}: ended on 2026-03-18`,
      '1 cases that ended before 2026-03-19',
    ]);
    expect((await keptIn(place)).case).toHaveLength(3);
    for (const by of [[], ['--by', 'employee-1'], ['--by', 'nobody']])
      expect(await managed(kept, 'erase', '--erase', ...by)).toMatchObject({ status: 1 });
    expect((await keptIn(place)).case).toHaveLength(3);
    expect(await managed(kept, 'erase', '--erase', '--by', auditor)).toEqual({
      status: 0,
      said: [`${third}: ended on 2026-03-18, erased`, '1 cases that ended before 2026-03-19 erased'],
      complained: [],
    });
    writeFileSync(clock, `${now.toISOString()} 0`);
    const after = await keptIn(place);
    expect(after.case?.map(({ id }) => id).sort()).toEqual([one, other].sort());
    expect(after.erased).toEqual([
      { case_id: third, at: '2046-03-19T10:00:00.000Z', by_person: auditor, seq: undefined },
    ]);
  });

  it('leaves nothing of a case but that it was erased', async () => {
    const place = await newPlace(kind);
    const [one = '', other = ''] = await filled(place);
    await inPlace(place, async (store, cases) => {
      await report(cases, other, [complaint, usual('complaint.filed', { complaint: 'complaint-unlike-any' })]);
      await store.claim(new Date(), new Date(), 100);
    });
    await managed(place, 'correct', '--case', other, await withoutLast(place, other), '--by', auditor);
    expect(await managed(place, 'erase', '--case', other, '--erase', '--by', auditor)).toMatchObject({
      status: 1,
      complained: [`${other} has not ended, or cannot be read.`],
    });
    const before = await keptIn(place);
    for (const table of ['case', 'event', 'outbox', 'alarm', 'access', 'answer', 'amends', 'access_log'])
      expect(JSON.stringify(before[table])).toContain(other);
    expect(await managed(place, 'erase', '--case', other, '--erase', '--although-open', '--by', auditor)).toMatchObject(
      { status: 0 },
    );
    const { erased, ...after } = await keptIn(place);
    expect(erased).toHaveLength(1);
    expect(JSON.stringify(after)).not.toContain(other);
    expect(JSON.stringify(after)).toContain(one);
    if (kind === 'SQLite')
      for (const name of readdirSync(place.HOST_DATA))
        expect(readFileSync(join(place.HOST_DATA, name)).includes('complaint-unlike-any')).toBe(false);
    expect(await managed(place, 'erase', '--case', other, '--erase', '--by', auditor)).toMatchObject({ status: 1 });
  });

  it('is overtaken by whoever goes on with the case', async () => {
    const place = await newPlace(kind);
    const [, other = ''] = await filled(place);
    await inPlace(place, async (store, cases) => {
      const read = (await store.case(other)) ?? expect.fail('no case');
      await report(cases, other, [complaint]);
      expect(await store.erase(other, read, auditor, now)).toBe('overtaken');
      expect(await store.case(other)).toBeDefined();
    });
  });
});

/** A file of the log of a case as it would be without its last entry. */
async function withoutLast(place: Place, id: string): Promise<string> {
  const read = JSON.parse((await managed(place, 'correct', '--case', id, '--by', auditor)).said.join('\n'));
  const file = newFile();
  writeFileSync(file, JSON.stringify(read.log.slice(0, -1)));
  return file;
}

describe.each(kinds)('A correction on %s', (kind) => {
  type Entry = { type?: string } & Record<string, unknown>;

  const underWay = async (events = middle) => {
    const place = await newPlace(kind);
    await managed(place, 'register', peopleFile);
    const id = await inPlace(place, (_, cases) => open(cases, events));
    const by = ['--case', id, '--by', auditor];
    const read = async (): Promise<{ log: Entry[] }> =>
      JSON.parse((await managed(place, 'correct', ...by)).said.join('\n'));
    const correctedTo = async (given: unknown) => {
      const file = newFile();
      writeFileSync(file, JSON.stringify(given));
      return managed(place, 'correct', file, ...by);
    };
    return { place, id, read, correctedTo };
  };
  const delivered = (place: Place) =>
    inPlace(place, async (store) => {
      for (const { seq } of await store.claim(new Date(), new Date(), 100)) await store.delivered(seq, now);
    });
  const laterConsultation = (log: Entry[]) =>
    log.map((entry) => (entry.type === 'consultation.scheduled' ? { ...entry, for: '2026-04-19' } : entry));

  it('puts another generation of the log in the place of the one that stays', async () => {
    const { place, id, read, correctedTo } = await underWay();
    const { log } = await read();
    const before = await keptIn(place);
    const later = '2026-04-20T11:00:00.000Z';
    writeFileSync(clock, `${later} 0`);
    const { status, said } = await correctedTo(laterConsultation(log));
    writeFileSync(clock, `${now.toISOString()} 0`);
    expect(status).toBe(0);
    expect(said[0]).toBe('toldOtherwise: consultationScheduled to employee employee-1');
    const after = await keptIn(place);
    expect(after.event?.filter(({ generation }) => generation === 0)).toEqual(before.event);
    const entries = after.event?.filter(({ generation }) => generation === 1) ?? [];
    expect(entries).toHaveLength(log.length);
    // What stays was recorded when it was.
    expect(entries.filter((row) => row.recorded_at === later)).toEqual([
      expect.objectContaining({ json: expect.stringContaining('2026-04-19') }),
    ]);
    expect(after.access_log?.filter(({ action }) => action === 'correct')).toEqual([
      expect.objectContaining({ person: auditor, case_id: id }),
    ]);
    expect(after.case).toEqual([expect.objectContaining({ generation: 1 })]);
    expect(await managed(place, 'replay')).toMatchObject({ status: 0 });
    expect(await read()).toMatchObject({ generation: 1, log: laterConsultation(log) });
  });

  it('is refused whole where the log cannot be, is of another case, of the future, or as it was', async () => {
    const { place, read, correctedTo } = await underWay();
    const { log } = await read();
    const before = (await keptIn(place)).event;
    const [start, ...events] = log;
    const id = String(start?.caseId);
    const wrong: [unknown, string][] = [
      [log, `That is the log of ${id} as it is.`],
      [events, `That is not the log of ${id}.`],
      [[{ ...start, caseId: 'another' }, ...events], `That is not the log of ${id}.`],
      [{ log }, 'That is no log: [opening, ...events], or what this command printed of the case.'],
      [[...log, { ...complaint, on: '2026-04-21' }], 'That log has a day that has not come.'],
      [
        [...log, { type: 'nonsense', by: first.id }],
        `That log stops at ${log.length} (malformed): nothing is changed.`,
      ],
    ];
    for (const [given, complained] of wrong)
      expect(await correctedTo(given)).toEqual({ status: 1, said: [], complained: [complained] });
    for (const by of ['employee-1', 'nobody'])
      expect(await managed(place, 'correct', '--case', String(start?.caseId), '--by', by)).toMatchObject({
        status: 1,
        said: [],
      });
    expect((await keptIn(place)).event).toEqual(before);
  });

  it('of a log that has gone on since it was read comes too late', async () => {
    const { place, id, read, correctedTo } = await underWay();
    const was = await read();
    await inPlace(place, (_, cases) => report(cases, id, [complaint]));
    expect(await correctedTo({ ...was, log: laterConsultation(was.log) })).toMatchObject({
      status: 1,
      complained: [`${id} has gone on since that log was read: correct it as it is now.`],
    });
    await inPlace(place, async (store) => {
      const stored = (await store.case(id)) ?? expect.fail('no case');
      const current = parseCase(JSON.parse(stored.json));
      const kept = { current, overdueFrom: null, endedOn: null, alarms: [], access: [] };
      const nothing = { log: [], toldInVain: [], others: [], line: lineBy(auditor) };
      expect(await store.correct({ ...stored, revision: stored.revision - 1 }, kept, nothing)).toBe('overtaken');
    });
    expect((await keptIn(place)).event?.every(({ generation }) => generation === 0)).toBe(true);
  });

  it('leaves the letters to people, and sends nothing by itself', async () => {
    const { place, read, correctedTo } = await underWay(upTo('execution.awaitingResponse'));
    await delivered(place);
    const { log } = await read();
    const chosen = log.map((entry) => ({
      ...entry,
      ...(entry.type === 'physicians.chosen' && { first: second, second: first }),
      ...(entry.type === 'authorisation.signed' && { recipient: second.id }),
      ...(entry.type === 'application.sent' && { to: second.id }),
    }));
    const { status, said, complained } = await correctedTo(chosen);
    expect([status, complained]).toEqual([0, []]);
    expect(said).toContain(`owed: applicationSent to secondOpinionPhysician ${second.id}`);
    expect(said).toContain(`toldInVain: applicationSent to secondOpinionPhysician ${first.id}`);
    const outbox = (await keptIn(place)).outbox;
    expect(outbox?.every((row) => row.delivered_at !== null)).toBe(true);

    const listed = (await managed(place, 'amends')).said;
    const numberOf = (what: string) => listed.find((line) => line.includes(what))?.split(':')[0] ?? '';
    const [owed, inVain] = [numberOf('owed: applicationSent'), numberOf('toldInVain: applicationSent')];
    expect(await managed(place, 'amends', '--settle', owed)).toMatchObject({ status: 1 });
    expect(await managed(place, 'amends', '--settle', inVain, '--send', '--by', auditor)).toMatchObject({ status: 1 });
    const settled = await inPlace(place, async (store) => {
      const amends = (await store.amends()).find(({ seq }) => seq === Number(inVain)) ?? expect.fail('no amends');
      return Promise.all([store.settle(amends, lineBy(auditor)), store.settle(amends, lineBy(auditor))]);
    });
    expect(settled.sort()).toEqual([false, true]);
    expect((await keptIn(place)).outbox).toEqual(outbox);
    expect(await managed(place, 'amends', '--settle', owed, '--send', '--by', auditor)).toMatchObject({ status: 0 });
    const sent = (await keptIn(place)).outbox?.filter((row) => row.delivered_at === null);
    expect(sent).toHaveLength(1);
    expect(JSON.parse(String(sent?.[0]?.letter))).toMatchObject({
      to: { role: 'secondOpinionPhysician', person: second.id },
      about: 'applicationSent',
    });
    for (const seq of [owed, inVain])
      expect(await managed(place, 'amends', '--settle', seq, '--by', auditor)).toMatchObject({ status: 1 });
    expect((await managed(place, 'amends')).said).toHaveLength(listed.length - 2);
  });

  it('sends no letter of a log that was corrected again', async () => {
    const { place, read, correctedTo } = await underWay(upTo('execution.awaitingResponse'));
    await delivered(place);
    const { log } = await read();
    await correctedTo([...log, complaint]);
    const [owed = ''] = (await managed(place, 'amends')).said;
    expect(owed).toContain('owed: complaintFiled');
    await correctedTo([...log, complaint, { ...complaint, complaint: 'complaint-10' }]);
    const { status, complained } = await managed(
      place,
      'amends',
      '--settle',
      owed.split(':')[0] ?? '',
      '--send',
      '--by',
      auditor,
    );
    expect([status, complained]).toEqual([1, [`Somebody has just seen to it, or the case was corrected again since.`]]);
    expect((await keptIn(place)).outbox?.every((row) => row.delivered_at !== null)).toBe(true);
  });

  it('keeps a letter that was told in vain and has not gone out from going out', async () => {
    const { place, id, correctedTo, read } = await underWay(upTo('execution.awaitingResponse'));
    await delivered(place);
    await inPlace(place, (_, cases) => report(cases, id, [complaint]));
    const waiting = (await keptIn(place)).outbox?.filter((row) => row.delivered_at === null);
    expect(waiting?.length).toBeGreaterThan(0);
    const { log } = await read();
    const { said } = await correctedTo(log.slice(0, -1));
    expect(said.filter((line) => line.startsWith('withdrawn'))).toHaveLength(waiting?.length ?? 0);
    const after = await keptIn(place);
    expect(after.outbox?.filter((row) => row.delivered_at === null)).toEqual([]);
    expect(after.amends).toEqual([]);
  });

  it('loses no letter of which the notice comes again', async () => {
    const { place, id, correctedTo, read } = await underWay(upTo('execution.awaitingResponse'));
    await inPlace(place, (_, cases) => report(cases, id, [complaint]));
    await delivered(place);
    const { log } = await read();
    await correctedTo(log.slice(0, -1));
    await inPlace(place, (_, cases) => report(cases, id, [{ ...complaint, complaint: 'complaint-10' }]));
    const waiting = (await keptIn(place)).outbox?.filter((row) => row.delivered_at === null);
    expect(waiting?.map((row) => JSON.parse(String(row.letter)).about)).toContain('complaintFiled');
  });
});

describe.each(kinds)('Letters on %s', (kind) => {
  it('that were given up are listed by their keys, and tried again when a person says so', async () => {
    const place = await newPlace(kind);
    const [id] = await filled(place);
    expect(id).toBeDefined();
    const key = await inPlace(place, async (store) => {
      const [due] = await store.claim(new Date(), new Date(), 1);
      const { seq, key } = due ?? expect.fail('no letter');
      await store.putOff(seq, { until: new Date('2099-01-01'), refusals: 8, givenUp: now });
      return key;
    });
    const { said } = await managed(place, 'letters');
    expect(said).toEqual([expect.stringMatching(new RegExp(`^${key}: waits since 20`)), '1 letters given up']);
    expect((await managed(place, 'letters', '--again')).said).toEqual(['1 letters are tried again']);
    const due = await inPlace(place, (store) => store.claim(new Date('2027-01-01'), new Date('2027-01-01'), 100));
    expect(due.map((each) => each.key)).toContain(key);
  });

  it('that wait keep their keys under another secret, and no second case opens under an old key', async () => {
    const place = await newPlace(kind);
    await managed(place, 'register', peopleFile);
    await inPlace(place, async (store, cases) => {
      const asked = askedBy('employee-1', 'the-key');
      const opened = await cases.open(alarmed, asked, now);
      const before = await keysIn(store);
      expect(await managed(place, 'secret')).toMatchObject({ status: 0 });
      expect(await cases.open(alarmed, askedBy('employee-1', 'the-key'), now)).toEqual(opened);
      expect(await keysIn(store)).toEqual(before);
      expect(await store.count()).toBe(1);
      const secrets = await store.database.all<{ value: string }>('select value from secret');
      expect(new Set(secrets.map(({ value }) => value)).size).toBe(2);
      const id = 'taken' in opened ? opened.taken : '';
      await report(cases, id, middle.slice(0, 3));
      expect((await keysIn(store)).length).toBeGreaterThan(before.length);
    });
  });
});

const keysIn = async ({ database }: Store): Promise<string[]> =>
  (await database.all<{ key: string }>('select key from outbox order by seq')).map(({ key }) => key);
