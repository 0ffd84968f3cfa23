import { createHmac, randomBytes } from 'node:crypto';
import type { Case, How, Notice, Role } from 'lpbso-second-opinion';
import type { Database, Run } from './database.ts';
import { besideCase } from './tables.ts';

/** A case as it lies in the database. */
export interface Stored {
  generation: number;
  revision: number;
  json: string;
  overdueFrom: string | null;
  endedOn: string | null;
}

/** A request that was taken: of whom, under which key, and as much of it as tells it from another. */
export interface Requested {
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

export interface Access {
  /** Whoever handles complaints, where a complaint is nobody's yet, is `*`. */
  person: string;
  role: Role;
  /** On what a representative acts; empty for everybody else. */
  mandate: string;
}

/** A case with what is kept beside it, so that it can be found: all of it follows from the case. */
export interface Kept {
  current: Case;
  /** The instant from which the scheduler reports that the week has passed. */
  overdueFrom: string | null;
  endedOn: string | null;
  alarms: Alarm[];
  access: Access[];
}

/** A line of the access log: who did or tried what, for whom, in which role, and how it was answered. */
export interface Line {
  at: string;
  /** The id of the request, which its answer bears. */
  request: string;
  person: string;
  forPerson: string;
  role: string;
  caseId: string;
  action: string;
  status: number;
}

/** One step of a case, with what happened and what must be told. */
export interface Turn extends Kept {
  how: How;
  event: unknown;
  at: Date;
  letters: Letter[];
  /** The request that it answers, and its line; none where the scheduler reports. */
  asked?: Requested & { line: Line };
}

/** A letter that is to be delivered now. */
export interface Due {
  seq: number;
  key: string;
  letter: string;
  attempts: number;
  refusals: number;
}

/** What a correction makes of a log, and what it leaves to people. */
export interface Corrected {
  log: { how: How; event: unknown; recordedAt: string }[];
  toldInVain: readonly Notice[];
  others: { what: 'owed' | 'toldOtherwise'; notice: Notice }[];
  line: Line;
}

/** A letter that a person is to see to after a correction. */
export interface Amends {
  seq: number;
  caseId: string;
  generation: number;
  what: 'owed' | 'toldInVain' | 'toldOtherwise';
  notice: Notice;
}

/** Somebody else was first: the transaction comes to nothing, and is tried again on what there is now. */
class Overtaken extends Error {}

export interface Backlog {
  pending: number;
  /** The longest that one waits, in milliseconds. */
  oldest: number;
  givenUp: number;
}

const openings = 'openings';

/** After a correction the id of a notice can come again: from then on that of the letter says of which generation it is. */
const inGeneration =
  (generation: number) =>
  (letter: Letter): Letter =>
    generation > 0 ? { ...letter, id: `${generation}:${letter.id}` } : letter;

/** Who counts as seeing a case, of the rows of `access`: for the person $2, on the day $3. */
const seesIt = `person in ($2, '*') and (
  (role <> 'complaintHandler' and (mandate = '' or exists (
    select 1 from mandate as m where m.id = access.mandate and m.representative = $2 and m.from_day <= $3 and m.until_day >= $3)))
  or (role = 'complaintHandler' and exists (
    select 1 from person as p where p.id = $2 and p.handles_complaints = 1 and p.from_day <= $3 and p.until_day >= $3)))`;

/** The cases in the database, and all that moves with them. */
export class Store {
  readonly database: Database;
  /** Whether the last line could not be kept: then nothing else can be, and nobody is shown anything. */
  isStuck = false;
  #lines: { line: Line; done: () => void; failed: (error: unknown) => void }[] = [];

  constructor(database: Database) {
    this.database = database;
  }

  // ---------------------------------------------------------------------------------------------------- cases

  /**
   * Takes a turn: the case, if its revision is still the one that was read (null for an opening), the event at the end of the log,
   * the letters, the terms, who may see it, the answer and the line of who did it. All of it or nothing.
   */
  take(read: Stored | null, turn: Turn): Promise<'taken' | 'overtaken'> {
    const { current, how, event, at, letters, asked } = turn;
    const { caseId, revision } = current;
    const generation = read?.generation ?? 0;
    return this.#unlessOvertaken(async (run) => {
      if (read) await swap(run, read, turn, generation);
      else
        await run.run(
          'insert into "case" (id, generation, revision, json, overdue_from, ended_on) values ($1, 0, $2, $3, $4, $5)',
          ...[caseId, revision, JSON.stringify(current), turn.overdueFrom, turn.endedOn],
        );
      await run.run(
        'insert into event (case_id, generation, revision, how, json, recorded_at) values ($1, $2, $3, $4, $5, $6)',
        ...[caseId, generation, revision, how, JSON.stringify(event), at.toISOString()],
      );
      await this.#queue(run, caseId, letters.map(inGeneration(generation)));
      await keepBeside(run, turn);
      if (!asked) return;
      const answered = await run.run(
        'insert into answer (within, recorder, key, request, case_id) values ($1, $2, $3, $4, $5) on conflict do nothing',
        ...[read ? caseId : openings, asked.recorder, asked.key, asked.request, caseId],
      );
      // Another process may have answered the same request since it was looked up.
      if (answered === 0) throw new Overtaken();
      await addLine(run, asked.line);
    });
  }

  /** What follows from the log, in the place of what was stored, if that is still what was read. */
  rebuild(read: Stored, kept: Kept): Promise<'taken' | 'overtaken'> {
    return this.#unlessOvertaken(async (run) => {
      await swap(run, read, kept, read.generation);
      await keepBeside(run, kept);
    });
  }

  async case(id: string): Promise<Stored | undefined> {
    const [found] = await this.database.all<Stored>(
      'select generation, revision, json, overdue_from as "overdueFrom", ended_on as "endedOn" from "case" where id = $1',
      id,
    );
    return found;
  }

  /** The opening and the events after it, as they count now. */
  async log(id: string): Promise<{ how: How; event: unknown; recordedAt: string }[]> {
    const found = await this.database.all<{ how: How; json: string; recordedAt: string }>(
      `select how, json, recorded_at as "recordedAt" from event
       where case_id = $1 and generation = (select generation from "case" where id = $1) order by revision`,
      id,
    );
    return found.map(({ how, json, recordedAt }) => ({ how, event: JSON.parse(json), recordedAt }));
  }

  /** The request that was taken in a case under a key, or as an opening where no case is given. */
  async answer(
    caseId: string | null,
    recorder: string,
    key: string,
  ): Promise<{ request: string; caseId: string } | undefined> {
    const [found] = await this.database.all<{ request: string; caseId: string }>(
      'select request, case_id as "caseId" from answer where within = $1 and recorder = $2 and key = $3',
      ...[caseId ?? openings, recorder, key],
    );
    return found;
  }

  // ---------------------------------------------------------------------------------------------------- who sees it

  async rolesIn(caseId: string, person: string, day: string): Promise<Role[]> {
    const found = await this.database.all<{ role: Role }>(
      `select distinct role from access where case_id = $1 and ${seesIt} order by role`,
      ...[caseId, person, day],
    );
    return found.map(({ role }) => role);
  }

  /** Whether this person, or somebody for whom they record, sees anything of the case. */
  async reaches(caseId: string, recorder: string, day: string): Promise<boolean> {
    if ((await this.rolesIn(caseId, recorder, day)).length > 0) return true;
    const found = await this.database.all(
      // From the recorder's side, so that the work is the same whatever there is of the case.
      `select 1 from records_for as r cross join access as a
       where r.recorder = $2 and a.case_id = $1 and a.person = r.person limit 1`,
      ...[caseId, recorder],
    );
    return found.length > 0;
  }

  /** Cases of which they see anything, some at a time, after the id given. */
  async casesOf(person: string, day: string, after: string, limit: number): Promise<string[]> {
    const found = await this.database.all<{ id: string }>(
      `select distinct case_id as id from access where case_id > $1 and ${seesIt} order by case_id limit $4`,
      ...[after, person, day, limit],
    );
    return found.map(({ id }) => id);
  }

  async accessTo(id: string): Promise<Access[]> {
    return this.database.all('select person, role, mandate from access where case_id = $1', id);
  }

  // ---------------------------------------------------------------------------------------------------- terms

  /** Cases whose response is overdue by this instant, some at a time, after the id given. */
  async overdue(now: Date, after: string): Promise<string[]> {
    const found = await this.database.all<{ id: string }>(
      'select id from "case" where overdue_from <= $1 and id > $2 order by id limit 100',
      ...[now.toISOString(), after],
    );
    return found.map(({ id }) => id);
  }

  /** Alarms whose day has come, some at a time. */
  async alarmsDue(today: string, passed: number): Promise<(Alarm & { caseId: string })[]> {
    return this.database.all(
      `select case_id as "caseId", term, role, on_day as "onDay", complaint from alarm
       where raised_at is null and on_day <= $1 order by on_day, case_id, term, role, complaint limit 100 offset $2`,
      ...[today, passed],
    );
  }

  /** Once, whoever else raises it. */
  async raise(alarm: Alarm & { caseId: string }, at: Date, letters: Letter[]): Promise<void> {
    const { caseId, term, role, onDay, complaint } = alarm;
    await this.database.transaction(async (run) => {
      const raised = await run.run(
        `update alarm set raised_at = $1
         where case_id = $2 and term = $3 and role = $4 and on_day = $5 and complaint = $6 and raised_at is null`,
        ...[at.toISOString(), caseId, term, role, onDay, complaint],
      );
      if (raised > 0) await this.#queue(run, caseId, letters);
    });
  }

  // ---------------------------------------------------------------------------------------------------- letters

  /** Letters to deliver now, which no other host takes until the instant given. */
  async claim(now: Date, until: Date, limit: number): Promise<Due[]> {
    const waiting = await this.database.all(
      'select 1 from outbox where delivered_at is null and given_up_at is null and not_before <= $1 limit 1',
      now.toISOString(),
    );
    if (waiting.length === 0) return [];
    return this.database.transaction((run) =>
      run.all<Due>(
        `update outbox set not_before = $2, attempts = attempts + 1 where seq in (
           select seq from outbox where delivered_at is null and given_up_at is null and not_before <= $1
           order by not_before, seq limit $3 ${this.database.dialect.skipLocked})
         returning seq, key, letter, attempts, refusals`,
        ...[now.toISOString(), until.toISOString(), limit],
      ),
    );
  }

  /** What a letter said is kept no longer than it has to. */
  async delivered(seq: number, at: Date): Promise<void> {
    await this.database.run('update outbox set delivered_at = $1, letter = null where seq = $2', at.toISOString(), seq);
  }

  /** Comes back later; one that is given up comes back when a person says so. */
  async putOff(
    seq: number,
    { until, refusals, givenUp }: { until: Date; refusals: number; givenUp: Date | null },
  ): Promise<void> {
    await this.database.run(
      'update outbox set not_before = $1, refusals = $2, given_up_at = $3 where seq = $4',
      ...[until.toISOString(), refusals, givenUp?.toISOString() ?? null, seq],
    );
  }

  /** Letters that were given up, and by which keys the mail room knows them. */
  async givenUp(): Promise<{ seq: number; key: string; queuedAt: string; refusals: number }[]> {
    return this.database.all(
      'select seq, key, queued_at as "queuedAt", refusals from outbox where given_up_at is not null and delivered_at is null order by seq',
    );
  }

  async tryAgain(now: Date): Promise<number> {
    return this.database.run(
      'update outbox set given_up_at = null, refusals = 0, not_before = $1 where given_up_at is not null and delivered_at is null',
      now.toISOString(),
    );
  }

  async backlog(now: Date): Promise<Backlog> {
    const [found] = await this.database.all<{ pending: number; oldest: string | null; given: number }>(
      `select count(*) - count(given_up_at) as pending, min(queued_at) as oldest, count(given_up_at) as given
       from outbox where delivered_at is null`,
    );
    const oldest = found?.oldest ? now.getTime() - Date.parse(found.oldest) : 0;
    return { pending: found?.pending ?? 0, oldest, givenUp: found?.given ?? 0 };
  }

  /** The key under which a letter goes out: the same for the same notice, and says nothing about it. */
  async #queue(run: Run, caseId: string, letters: Letter[]): Promise<void> {
    if (letters.length === 0) return;
    const [secret] = await run.all<{ value: string }>('select value from secret order by id desc limit 1');
    if (!secret) throw new Error('There is no secret for letters');
    const now = new Date().toISOString();
    for (const { id, letter } of letters)
      await run.run(
        `insert into outbox (id, key, case_id, letter, not_before, queued_at) values ($1, $2, $3, $4, $5, $5)
         on conflict do nothing`,
        ...[id, createHmac('sha256', secret.value).update(id).digest('base64url'), caseId, JSON.stringify(letter), now],
      );
  }

  /** Makes the secret at the first start, or another in its place: letters that wait keep their keys. */
  async makeSecret(again = false): Promise<void> {
    await this.database.transaction(async (run) => {
      for (const statement of this.database.dialect.alone) await run.all(statement);
      const [last] = await run.all<{ id: number }>('select id from secret order by id desc limit 1');
      if (last && !again) return;
      const id = (last?.id ?? 0) + 1;
      await run.run('insert into secret (id, value) values ($1, $2)', id, randomBytes(32).toString('base64url'));
    });
  }

  // ---------------------------------------------------------------------------------------------------- who did what

  /** Adds a line to the access log; done when it is kept. Lines that come together are kept together. */
  note(line: Line): Promise<void> {
    return new Promise((done, failed) => {
      this.#lines.push({ line, done, failed });
      if (this.#lines.length === 1) setImmediate(() => this.#keepLines());
    });
  }

  async #keepLines(): Promise<void> {
    const waiting = this.#lines;
    this.#lines = [];
    try {
      await this.database.transaction(async (run) => {
        for (const { line } of waiting) await addLine(run, line);
      });
      this.isStuck = false;
      for (const { done } of waiting) done();
    } catch (error) {
      this.isStuck = true;
      for (const { failed } of waiting) failed(error);
    }
  }

  /** Lines of a case or of a person, oldest first, after the number given. */
  async lines(
    of: { caseId: string } | { person: string },
    after = 0,
    limit = 500,
  ): Promise<(Line & { seq: number })[]> {
    const [column, value] = 'caseId' in of ? ['case_id', of.caseId] : ['person', of.person];
    return this.database.all(
      `select seq, at, request, person, for_person as "forPerson", role, case_id as "caseId", action, status
       from access_log where ${column} = $1 and seq > $2 order by seq limit $3`,
      ...[value, after, limit],
    );
  }

  // ---------------------------------------------------------------------------------------------------- time

  async lastSeen(): Promise<Date | null> {
    const [found] = await this.database.all<{ at: string }>('select at from last_seen');
    return found ? new Date(found.at) : null;
  }

  /** Only a person who confirmed the day may set it back. */
  async setLastSeen(at: Date, confirmed = false): Promise<void> {
    await this.database.run(
      `insert into last_seen (id, at) values (1, $1) on conflict (id) do update set at = excluded.at
       ${confirmed ? '' : 'where excluded.at > last_seen.at'}`,
      at.toISOString(),
    );
  }

  // ---------------------------------------------------------------------------------------------------- commands

  async count(): Promise<number> {
    const [found] = await this.database.all<{ count: number }>('select count(*) as count from "case"');
    return found?.count ?? 0;
  }

  /** Cases some at a time, after the id given. */
  async idsAfter(id: string): Promise<string[]> {
    const found = await this.database.all<{ id: string }>(
      'select id from "case" where id > $1 order by id limit 500',
      id,
    );
    return found.map((each) => each.id);
  }

  /** Logs of which the case is gone. */
  async withoutCase(): Promise<string[]> {
    const found = await this.database.all<{ id: string }>(
      `select distinct case_id as id from event
       where not exists (select 1 from "case" where "case".id = event.case_id) order by id`,
    );
    return found.map(({ id }) => id);
  }

  async alarmsOf(id: string): Promise<(Alarm & { raisedAt: string | null })[]> {
    return this.database.all(
      'select term, role, on_day as "onDay", complaint, raised_at as "raisedAt" from alarm where case_id = $1',
      id,
    );
  }

  /** Cases that ended before a day, some at a time, after the id given. */
  async endedBefore(day: string, after: string): Promise<{ id: string; endedOn: string }[]> {
    return this.database.all(
      'select id, ended_on as "endedOn" from "case" where ended_on < $1 and id > $2 order by id limit 500',
      ...[day, after],
    );
  }

  /** Erases a case and all that is beside it, if it is still as it was read; what is left is that it was erased, when and by whom. */
  erase(id: string, { generation, revision }: Stored, by: string, at: Date): Promise<'taken' | 'overtaken'> {
    return this.#unlessOvertaken(async (run) => {
      const gone = await run.run(
        'delete from "case" where id = $1 and generation = $2 and revision = $3',
        ...[id, generation, revision],
      );
      if (gone === 0) throw new Overtaken();
      await eraseBeside(run, { id, at: at.toISOString(), by });
    });
  }

  /**
   * Another generation of a log in the place of the one that was read: the old one stays. A letter that was told in vain and was not yet
   * tried goes out no more; what becomes of the others is for a person. Says which were withdrawn, by the ids of their notices.
   */
  async correct(
    read: Stored,
    kept: Kept,
    { log, toldInVain, others, line }: Corrected,
  ): Promise<{ withdrawn: string[] } | 'overtaken'> {
    const { caseId } = kept.current;
    const generation = read.generation + 1;
    const withdrawn: string[] = [];
    const came = await this.#unlessOvertaken(async (run) => {
      await swap(run, read, kept, generation);
      for (const [revision, { how, event, recordedAt }] of log.entries())
        await run.run(
          'insert into event (case_id, generation, revision, how, json, recorded_at) values ($1, $2, $3, $4, $5, $6)',
          ...[caseId, generation, revision, how, JSON.stringify(event), recordedAt],
        );
      await keepBeside(run, kept);
      const forPeople: Pick<Amends, 'what' | 'notice'>[] = [...others];
      for (const notice of toldInVain) {
        const { id } = inGeneration(read.generation)({ id: notice.id, letter: null });
        const untried = await run.run('delete from outbox where id = $1 and attempts = 0 and delivered_at is null', id);
        if (untried > 0) withdrawn.push(notice.id);
        else forPeople.push({ what: 'toldInVain', notice });
      }
      for (const { what, notice } of forPeople)
        await run.run(
          'insert into amends (case_id, generation, what, notice) values ($1, $2, $3, $4)',
          ...[caseId, generation, what, JSON.stringify(notice)],
        );
      await addLine(run, line);
    });
    return came === 'overtaken' ? came : { withdrawn };
  }

  /** What a correction left to people, and nobody has seen to. */
  async amends(): Promise<Amends[]> {
    const found = await this.database.all<Omit<Amends, 'notice'> & { notice: string }>(
      'select seq, case_id as "caseId", generation, what, notice from amends where settled_at is null order by seq',
    );
    return found.map((each) => ({ ...each, notice: JSON.parse(each.notice) }));
  }

  /** Once, by whoever is first; a letter that is to go out goes with it, unless the case was corrected again. */
  async settle({ seq, caseId, generation }: Amends, line: Line, letter?: Letter): Promise<boolean> {
    return this.database.transaction(async (run) => {
      const settled = await run.run(
        `update amends set settled_at = $1, settled_by = $2 where seq = $3 and settled_at is null
         ${letter ? 'and generation = (select generation from "case" where id = amends.case_id)' : ''}`,
        ...[line.at, line.person, seq],
      );
      if (settled === 0) return false;
      if (letter) await this.#queue(run, caseId, [inGeneration(generation)(letter)]);
      await addLine(run, line);
      return true;
    });
  }

  async #unlessOvertaken(work: (run: Run) => Promise<void>): Promise<'taken' | 'overtaken'> {
    try {
      await this.database.transaction(work);
      return 'taken';
    } catch (error) {
      if (error instanceof Overtaken) return 'overtaken';
      throw error;
    }
  }
}

async function swap(
  run: Run,
  read: Stored,
  { current, overdueFrom, endedOn }: Kept,
  generation: number,
): Promise<void> {
  const swapped = await run.run(
    `update "case" set generation = $1, revision = $2, json = $3, overdue_from = $4, ended_on = $5
     where id = $6 and generation = $7 and revision = $8`,
    ...[generation, current.revision, JSON.stringify(current), overdueFrom, endedOn],
    ...[current.caseId, read.generation, read.revision],
  );
  if (swapped === 0) throw new Overtaken();
}

async function keepBeside({ all, run }: Run, { current, alarms, access }: Kept): Promise<void> {
  const id = current.caseId;
  await run('delete from alarm where case_id = $1 and raised_at is null', id);
  for (const { term, role, onDay, complaint } of alarms)
    await run(
      'insert into alarm (case_id, term, role, on_day, complaint) values ($1, $2, $3, $4, $5) on conflict do nothing',
      ...[id, term, role, onDay, complaint],
    );
  const nameOf = ({ person, role, mandate }: Access) => `${person} ${role} ${mandate}`;
  const before = await all<Access>('select person, role, mandate from access where case_id = $1', id);
  if (before.map(nameOf).sort().join() === access.map(nameOf).sort().join()) return;
  await run('delete from access where case_id = $1', id);
  for (const { person, role, mandate } of access)
    await run('insert into access (case_id, person, role, mandate) values ($1, $2, $3, $4)', id, person, role, mandate);
}

/** Erases what is beside a case, and writes down that it was. */
export async function eraseBeside({ run }: Run, { id, at, by }: { id: string; at: string; by: string }): Promise<void> {
  await run('insert into erased (case_id, at, by_person) values ($1, $2, $3)', id, at, by);
  for (const table of [...besideCase, 'access_log']) await run(`delete from ${table} where case_id = $1`, id);
}

const addLine = (
  { run }: Run,
  { at, request, person, forPerson, role, caseId, action, status }: Line,
): Promise<number> =>
  run(
    `insert into access_log (at, request, person, for_person, role, case_id, action, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    ...[at, request, person, forPerson, role, caseId, action, status],
  );
