import { DatabaseSync } from 'node:sqlite';
import type { Case, How, Role } from 'lpbso-second-opinion';

const tables = `
  create table if not exists "case" (
    id text primary key, revision integer not null, json text not null, overdue_from text
  ) strict, without rowid;
  create index if not exists case_by_term on "case" (overdue_from) where overdue_from is not null;

  -- The log; revision 0 is the opening.
  create table if not exists event (
    case_id text not null, revision integer not null, how text not null, json text not null, recorded_at text not null,
    primary key (case_id, revision)
  ) strict, without rowid;

  -- What is told to whom; id is the notice's, and for the host only.
  create table if not exists outbox (
    seq integer primary key, id text not null unique, letter text not null,
    attempts integer not null default 0, delivered_at text
  ) strict;
  create index if not exists outbox_by_turn on outbox (attempts, seq) where delivered_at is null;

  create table if not exists alarm (
    case_id text not null, term text not null, role text not null, on_day text not null, complaint text not null,
    raised_at text, primary key (case_id, term, role, on_day, complaint)
  ) strict, without rowid;
  create index if not exists alarm_by_day on alarm (on_day) where raised_at is null;

  -- Who sees anything of a case: a case that is hidden and one that does not exist are the same absent row.
  create table if not exists access (
    case_id text not null, person text not null, role text not null, primary key (case_id, person, role)
  ) strict, without rowid;
  create index if not exists access_by_person on access (person);

  -- What was answered in a case to whom under which Idempotency-Key.
  create table if not exists answer (
    case_id text not null, recorder text not null, key text not null, request text not null,
    status integer not null, body text not null, primary key (case_id, recorder, key)
  ) strict, without rowid;

  create table if not exists person (
    id text primary key, audits integer not null, handles_complaints integer not null
  ) strict, without rowid;
  create table if not exists records_for (
    recorder text not null, person text not null, primary key (recorder, person)
  ) strict, without rowid;
  create table if not exists physician (id text primary key, json text not null) strict, without rowid;

  create table if not exists last_seen (id integer primary key check (id = 1), at text not null) strict;
`;

const sql = {
  count: 'select count(*) as total from "case"',
  idsAfter: 'select id from "case" where id > ? order by id limit 500',
  idsWithComplaints: `select id from "case" where json_array_length(json, '$.file.complaints') > 0`,
  readCase: 'select revision, json, overdue_from as overdueFrom from "case" where id = ?',
  insertCase: 'insert into "case" (id, revision, json, overdue_from) values (?, ?, ?, ?) on conflict do nothing',
  swapCase: 'update "case" set revision = ?, json = ?, overdue_from = ? where id = ? and revision = ?',
  insertEvent: 'insert into event (case_id, revision, how, json, recorded_at) values (?, ?, ?, ?, ?)',
  insertLetter: 'insert into outbox (id, letter) values (?, ?) on conflict do nothing',
  clearAlarms: 'delete from alarm where case_id = ? and raised_at is null',
  insertAlarm:
    'insert into alarm (case_id, term, role, on_day, complaint) values (?, ?, ?, ?, ?) on conflict do nothing',
  clearAccess: 'delete from access where case_id = ?',
  insertAccess: 'insert into access (case_id, person, role) values (?, ?, ?)',
  readAccess: 'select person, role from access where case_id = ?',
  insertAnswer: 'insert into answer (case_id, recorder, key, request, status, body) values (?, ?, ?, ?, ?, ?)',
  readAnswer: 'select request, status, body from answer where case_id = ? and recorder = ? and key = ?',
  setLastSeen:
    'insert into last_seen (id, at) values (1, ?) on conflict do update set at = excluded.at where excluded.at > at',
  overwriteLastSeen: 'insert into last_seen (id, at) values (1, ?) on conflict do update set at = excluded.at',
  readLastSeen: 'select at from last_seen',
  rolesIn: 'select role from access where case_id = ? and person = ? order by role',
  // From the recorder's side, so that the work is the same whatever there is of the case.
  reaches: `select 1 from access where case_id = ?1 and person = ?2
    union all
    select 1 from records_for as r cross join access as a
    where r.recorder = ?2 and a.case_id = ?1 and a.person = r.person limit 1`,
  casesOf: 'select distinct case_id as id from access where person = ? order by case_id limit 200',
  recordsFor: 'select 1 from records_for where recorder = ? and person = ?',
  readPerson: 'select audits, handles_complaints as handlesComplaints from person where id = ?',
  complaintHandlers: 'select id from person where handles_complaints = 1',
  readPhysician: 'select json from physician where id = ?',
  readLog: 'select json from event where case_id = ? order by revision',
  overdue: 'select id from "case" where overdue_from <= ? and id > ? order by id limit 100',
  alarmsDue: `select case_id as caseId, term, role, on_day as onDay, complaint from alarm
    where raised_at is null and on_day <= ? limit 100`,
  raiseAlarm: `update alarm set raised_at = ?
    where case_id = ? and term = ? and role = ? and on_day = ? and complaint = ? and raised_at is null`,
  undelivered: 'select seq, id, letter from outbox where delivered_at is null order by attempts, seq limit ?',
  delivered: 'update outbox set delivered_at = ? where seq = ?',
  failed: 'update outbox set attempts = attempts + 1 where seq = ?',
  clearPeople: 'delete from person',
  clearRecordsFor: 'delete from records_for',
  clearPhysicians: 'delete from physician',
  insertPerson: 'insert into person (id, audits, handles_complaints) values (?, ?, ?)',
  insertRecordsFor: 'insert into records_for (recorder, person) values (?, ?)',
  insertPhysician: 'insert into physician (id, json) values (?, ?)',
};

type Statements = Record<keyof typeof sql, ReturnType<DatabaseSync['prepare']>>;

/** A case as it lies in the database. */
export interface Stored {
  revision: number;
  json: string;
  overdueFrom: string | null;
}

export interface Answer {
  status: number;
  body: string;
}

/** An answer with the request it was given to: of whom, under which key, of what. */
export interface Keyed extends Answer {
  recorder: string;
  key: string;
  request: string;
}

export interface Alarm {
  term: string;
  /** Who is to look. */
  role: string;
  onDay: string;
  /** Which complaint; empty where it is of none. */
  complaint: string;
}

export interface Letter {
  /** For the host only: it can hold the id of the case. */
  id: string;
  /** What goes out. */
  letter: unknown;
}

/** A case with what is kept beside it, so that it can be found: all of it follows from the case. */
export interface Kept {
  current: Case;
  /** The instant from which the scheduler reports that the week has passed. */
  overdueFrom: string | null;
  alarms: Alarm[];
  access: { person: string; role: string }[];
}

/** One step of a case, with what happened and what must be told. */
export interface Turn extends Kept {
  how: How;
  event: unknown;
  at: Date;
  letters: Letter[];
  answer?: Keyed;
}

/** What is wanted of the register: who there is, who records for whom, who is a physician where. */
export interface People {
  people: { id: string; audits?: boolean; handlesComplaints?: boolean; recordsFor?: string[] }[];
  physicians: { id: string; organisations: string[]; registered: boolean; pool: boolean }[];
}

/** The database: one file, and one transaction in which a case moves. */
export class Store {
  #database: DatabaseSync;
  #run: Statements;

  constructor(path: string, { readOnly = false, maxPages = 0 } = {}) {
    this.#database = new DatabaseSync(path, { readOnly, timeout: 5_000 });
    if (!readOnly) this.#database.exec(`pragma journal_mode = wal; pragma synchronous = full; ${tables}`);
    if (maxPages > 0) this.#database.exec(`pragma max_page_count = ${maxPages}`);
    this.#run = Object.fromEntries(
      Object.entries(sql).map(([name, text]) => [name, this.#database.prepare(text)]),
    ) as Statements;
  }

  /**
   * Takes a turn: the case, if its revision is still the one that was read (null for an opening), the event at the end of the log,
   * the letters, the terms, who may see it, and the answer. All of it or nothing.
   */
  take(readAt: number | null, turn: Turn): 'taken' | 'changed' {
    const { current, how, event, at, overdueFrom, letters, answer } = turn;
    const run = this.#run;
    const id = current.caseId;
    const json = JSON.stringify(current);
    return this.#transaction(() => {
      // Another process may have answered the same request since it was looked up.
      if (answer && run.readAnswer.get(id, answer.recorder, answer.key)) return 'changed';
      const { changes } =
        readAt === null
          ? run.insertCase.run(id, current.revision, json, overdueFrom)
          : run.swapCase.run(current.revision, json, overdueFrom, id, readAt);
      if (changes === 0) return 'changed';
      run.insertEvent.run(id, current.revision, how, JSON.stringify(event), at.toISOString());
      for (const each of letters) run.insertLetter.run(each.id, JSON.stringify(each.letter));
      this.#keepBeside(turn);
      if (answer) run.insertAnswer.run(id, answer.recorder, answer.key, answer.request, answer.status, answer.body);
      run.setLastSeen.run(at.toISOString());
      return 'taken';
    });
  }

  /** What follows from the log, in the place of what was stored, if that is still what was read. */
  rebuild(read: Stored, kept: Kept): 'taken' | 'changed' {
    const { current, overdueFrom } = kept;
    return this.#transaction(() => {
      const id = current.caseId;
      const { changes } = this.#run.swapCase.run(
        current.revision,
        JSON.stringify(current),
        overdueFrom,
        id,
        read.revision,
      );
      if (changes === 0) return 'changed';
      this.#keepBeside(kept);
      return 'taken';
    });
  }

  /** How many cases there are, and their ids after the one given. */
  count(): number {
    return Number(this.#run.count.get()?.total);
  }

  idsAfter(id: string): string[] {
    return this.#run.idsAfter.all(id).map((row) => String(row.id));
  }

  idsWithComplaints(): string[] {
    return this.#run.idsWithComplaints.all().map(({ id }) => String(id));
  }

  accessTo(id: string): Kept['access'] {
    return this.#run.readAccess.all(id) as Kept['access'];
  }

  case(id: string): Stored | undefined {
    return this.#run.readCase.get(id) as Stored | undefined;
  }

  /** The opening and the events after it. */
  log(id: string): unknown[] {
    return this.#run.readLog.all(id).map(({ json }) => JSON.parse(String(json)));
  }

  answer(caseId: string, recorder: string, key: string): (Answer & { request: string }) | undefined {
    return this.#run.readAnswer.get(caseId, recorder, key) as (Answer & { request: string }) | undefined;
  }

  rolesIn(caseId: string, person: string): Role[] {
    return this.#run.rolesIn.all(caseId, person).map(({ role }) => role as Role);
  }

  /** Whether this person, or somebody for whom they record, sees anything of the case. */
  reaches(caseId: string, recorder: string): boolean {
    return this.#run.reaches.get(caseId, recorder) !== undefined;
  }

  casesOf(person: string): string[] {
    return this.#run.casesOf.all(person).map(({ id }) => String(id));
  }

  mayRecord(recorder: string, person: string): boolean {
    return recorder === person || this.#run.recordsFor.get(recorder, person) !== undefined;
  }

  person(id: string): { audits: boolean; handlesComplaints: boolean } {
    const found = this.#run.readPerson.get(id);
    return { audits: found?.audits === 1, handlesComplaints: found?.handlesComplaints === 1 };
  }

  complaintHandlers(): string[] {
    return this.#run.complaintHandlers.all().map(({ id }) => String(id));
  }

  physician(id: string): unknown {
    const found = this.#run.readPhysician.get(id);
    return found && JSON.parse(String(found.json));
  }

  /** Cases whose response is overdue by this instant, after the id given. */
  overdue(now: Date, after: string): string[] {
    return this.#run.overdue.all(now.toISOString(), after).map(({ id }) => String(id));
  }

  alarmsDue(today: string): (Alarm & { caseId: string })[] {
    return this.#run.alarmsDue.all(today) as unknown as (Alarm & { caseId: string })[];
  }

  raise({ caseId, term, role, onDay, complaint }: Alarm & { caseId: string }, at: Date, letters: Letter[]): void {
    this.#transaction(() => {
      const { changes } = this.#run.raiseAlarm.run(at.toISOString(), caseId, term, role, onDay, complaint);
      if (changes > 0) for (const each of letters) this.#run.insertLetter.run(each.id, JSON.stringify(each.letter));
    });
  }

  undelivered(limit: number): { seq: number; id: string; letter: string }[] {
    return this.#run.undelivered.all(limit) as { seq: number; id: string; letter: string }[];
  }

  delivered(seq: number, at: Date): void {
    this.#run.delivered.run(at.toISOString(), seq);
  }

  failed(seq: number): void {
    this.#run.failed.run(seq);
  }

  lastSeen(): Date | null {
    const found = this.#run.readLastSeen.get();
    return found ? new Date(String(found.at)) : null;
  }

  /** Only a person who confirmed the day may set it back. */
  setLastSeen(at: Date, confirmed = false): void {
    (confirmed ? this.#run.overwriteLastSeen : this.#run.setLastSeen).run(at.toISOString());
  }

  /** The register as it is now, in the place of what it was. */
  admit({ people, physicians }: People): void {
    const run = this.#run;
    this.#transaction(() => {
      for (const clear of [run.clearPeople, run.clearRecordsFor, run.clearPhysicians]) clear.run();
      for (const { id, audits = false, handlesComplaints = false, recordsFor = [] } of people) {
        run.insertPerson.run(id, Number(audits), Number(handlesComplaints));
        for (const person of recordsFor) run.insertRecordsFor.run(id, person);
      }
      for (const physician of physicians) run.insertPhysician.run(physician.id, JSON.stringify(physician));
    });
  }

  close(): void {
    this.#database.close();
  }

  #keepBeside({ current, alarms, access }: Kept): void {
    const run = this.#run;
    const id = current.caseId;
    run.clearAlarms.run(id);
    for (const { term, role, onDay, complaint } of alarms) run.insertAlarm.run(id, term, role, onDay, complaint);
    const key = ({ person, role }: { person?: unknown; role?: unknown }) => `${person} ${role}`;
    if (run.readAccess.all(id).map(key).sort().join() === access.map(key).sort().join()) return;
    run.clearAccess.run(id);
    for (const { person, role } of access) run.insertAccess.run(id, person, role);
  }

  #transaction<Result>(work: () => Result): Result {
    this.#database.exec('begin immediate');
    try {
      const result = work();
      this.#database.exec(result === 'changed' ? 'rollback' : 'commit');
      return result;
    } catch (error) {
      // A full database has already rolled back by itself.
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }
}

/** Whether an error says that the database cannot take anything now: it is full, read-only, busy or its disk fails. */
export const isStorageFault = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR';
