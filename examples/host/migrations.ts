import type { Database, Dialect } from './database.ts';

/** What makes each version of the tables out of the one before. A version that is in use anywhere is never changed again. */
const versions: ((dialect: Dialect) => string[])[] = [
  ({ numbered, appendOnly }) => [
    `create table "case" (
      id text primary key, generation integer not null, revision integer not null, json text not null,
      overdue_from text, ended_on text
    )`,
    'create index case_by_term on "case" (overdue_from) where overdue_from is not null',
    'create index case_by_end on "case" (ended_on) where ended_on is not null',

    // The log; revision 0 is the opening. A correction begins another generation, and the one before stays.
    `create table event (
      case_id text not null, generation integer not null, revision integer not null, how text not null, json text not null,
      recorded_at text not null, primary key (case_id, generation, revision)
    )`,

    // What is told to whom. The id is the notice's, and for the host only; the key is what the mail room knows it by.
    `create table outbox (
      seq ${numbered}, id text not null unique, key text not null, case_id text not null, letter text, attempts integer not null default 0,
      refusals integer not null default 0, not_before text not null, queued_at text not null, delivered_at text, given_up_at text
    )`,
    'create index outbox_by_turn on outbox (not_before) where delivered_at is null',
    'create index outbox_by_case on outbox (case_id)',

    `create table alarm (
      case_id text not null, term text not null, role text not null, on_day text not null, complaint text not null,
      raised_at text, primary key (case_id, term, role, on_day, complaint)
    )`,
    'create index alarm_by_day on alarm (on_day) where raised_at is null',

    // Who sees anything of a case: a case that is hidden and one that does not exist are the same absent row.
    `create table access (
      case_id text not null, person text not null, role text not null, mandate text not null default '',
      primary key (case_id, person, role)
    )`,
    'create index access_by_person on access (person, case_id)',

    // What was answered to whom under which key, in a case; of an opening there is no case yet.
    `create table answer (
      within text not null, recorder text not null, key text not null, request text not null, case_id text not null,
      primary key (within, recorder, key)
    )`,
    'create index answer_by_case on answer (case_id)',

    // The register.
    `create table person (
      id text primary key, from_day text not null, until_day text not null, audits integer not null, handles_complaints integer not null
    )`,
    'create table records_for (recorder text not null, person text not null, primary key (recorder, person))',
    'create table physician (id text primary key, json text not null, from_day text not null, until_day text not null)',
    `create table mandate (
      id text primary key, representative text not null, employee text not null, from_day text not null, until_day text not null
    )`,
    'create table register (id integer primary key check (id = 1), until_day text not null)',

    // Who looked at what, and did or tried what.
    `create table access_log (
      seq ${numbered}, at text not null, request text not null, person text not null, for_person text not null, role text not null,
      case_id text not null, action text not null, status integer not null
    )`,
    'create index access_log_by_case on access_log (case_id, seq)',
    'create index access_log_by_person on access_log (person, seq)',

    // Of a case that was erased, nothing but that.
    'create table erased (case_id text primary key, at text not null, by_person text not null)',
    ...appendOnly('access_log'),

    // What a correction owes people, or told them in vain, until a person has seen to it.
    `create table amends (
      seq ${numbered}, case_id text not null, generation integer not null, what text not null, notice text not null,
      settled_at text, settled_by text
    )`,
    'create index amends_by_case on amends (case_id)',

    'create table last_seen (id integer primary key check (id = 1), at text not null)',
    'create table secret (id integer primary key, value text not null)',
  ],
];

/** The database is of a later version of the host. */
export class TooNew extends Error {
  override name = 'TooNew';
}

/** Brings the tables to the version that this host knows. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async ({ all, run }) => {
    for (const statement of database.dialect.alone) await all(statement);
    await run('create table if not exists version (number integer not null)');
    const [found] = await all<{ number: number }>('select number from version');
    if (!found) await run('insert into version (number) values (0)');
    const at = found?.number ?? 0;
    if (at > versions.length) throw new TooNew('The database is of a later version of this host.');
    for (const version of versions.slice(at)) for (const statement of version(database.dialect)) await run(statement);
    await run('update version set number = $1', versions.length);
  });
}
