import { openingSchema } from 'lpbso-second-opinion';
import * as z from 'zod';
import type { Database, Run } from './database.ts';

const id = openingSchema.shape.caseId;

/** From and until which day somebody or something counts, both counted in. */
const during = { from: z.iso.date().default('0000-01-01'), until: z.iso.date().default('9999-12-31') };

const inOrder = <Schema extends z.ZodType<{ from: string; until: string }>>(schema: Schema): Schema =>
  schema.refine(({ from, until }) => from <= until, { message: 'ends before it begins', path: ['until'] });

const eachOnce = <Schema extends z.ZodType<{ id: string }>>(schema: Schema) =>
  z.array(schema).superRefine((items, context) => {
    for (const [at, { id }] of items.entries())
      if (items.findIndex((other) => other.id === id) < at)
        context.addIssue({ code: 'custom', path: [at, 'id'], message: 'is there twice' });
  });

const person = z.strictObject({
  id,
  ...during,
  /** They may record what was done against the rules. */
  audits: z.boolean().default(false),
  handlesComplaints: z.boolean().default(false),
  /** Those for whom they may record besides themselves. */
  recordsFor: z.array(id).default([]),
});

/** What the library asks of a physician, and when that holds. */
const physician = z.strictObject({ ...openingSchema.shape.participants.shape.ownPhysician.shape, ...during });

/** That somebody acts for an employee, as the service has it on paper. */
const mandate = z.strictObject({ id, ...during, representative: id, employee: id });

/** The register of the service: who there is, who records for whom, who is a physician where, who acts for whom. */
export const peopleSchema = z
  .strictObject({
    /** After this day nobody may do anything until a newer one is taken in. */
    until: during.until,
    people: eachOnce(inOrder(person)),
    physicians: eachOnce(inOrder(physician)),
    mandates: eachOnce(inOrder(mandate)).default([]),
  })
  .superRefine(({ people, physicians, mandates }, context) => {
    const known = new Set(people.map((each) => each.id));
    const missing = (path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, message: 'is nobody here' });
    for (const [at, { recordsFor }] of people.entries())
      for (const [place, each] of recordsFor.entries())
        if (!known.has(each)) missing(['people', at, 'recordsFor', place]);
    const physicianIds = new Set(physicians.map((each) => each.id));
    for (const [at, { representative, employee }] of mandates.entries()) {
      if (!known.has(representative)) missing(['mandates', at, 'representative']);
      if (physicianIds.has(representative) || representative === employee)
        context.addIssue({
          code: 'custom',
          path: ['mandates', at, 'representative'],
          message: 'is a physician, or the employee',
        });
    }
  });

export type People = z.input<typeof peopleSchema>;

/** Whoever the register knows on a day, and what they may do. */
export interface Person {
  id: string;
  audits: boolean;
  handlesComplaints: boolean;
}

const counts = (table: string, at: number) => `${table}.from_day <= $${at} and ${table}.until_day >= $${at}`;
const current = (at: number) => `exists (select 1 from register where until_day >= $${at})`;

/** A person, on a day: as the register says now, in whatever process it was taken in. */
export class Register {
  #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Takes a register in the place of the one that was. */
  async admit(people: People): Promise<void> {
    const register = peopleSchema.parse(people);
    await this.#database.transaction(async (run) => {
      await clear(run);
      await run.run('insert into register (id, until_day) values (1, $1)', register.until);
      for (const { id, from, until, audits, handlesComplaints, recordsFor } of register.people) {
        await run.run(
          'insert into person (id, from_day, until_day, audits, handles_complaints) values ($1, $2, $3, $4, $5)',
          ...[id, from, until, Number(audits), Number(handlesComplaints)],
        );
        for (const each of new Set(recordsFor))
          await run.run('insert into records_for (recorder, person) values ($1, $2)', id, each);
      }
      for (const { from, until, ...known } of register.physicians)
        await run.run(
          'insert into physician (id, json, from_day, until_day) values ($1, $2, $3, $4)',
          ...[known.id, JSON.stringify(known), from, until],
        );
      for (const { id, representative, employee, from, until } of register.mandates)
        await run.run(
          'insert into mandate (id, representative, employee, from_day, until_day) values ($1, $2, $3, $4, $5)',
          ...[id, representative, employee, from, until],
        );
    });
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#database.all('select 1 from register')).length === 0;
  }

  /** Whether it has these people and no others. */
  async isOf({ people }: People): Promise<boolean> {
    const known = await this.#database.all<{ id: string }>('select id from person');
    return (
      known
        .map(({ id }) => id)
        .sort()
        .join() ===
      people
        .map(({ id }) => id)
        .sort()
        .join()
    );
  }

  /** Null for whoever is not in it on that day, and for everybody once the register itself has expired. */
  async person(id: string, day: string): Promise<Person | null> {
    const [found] = await this.#database.all<{ audits: number; handles: number }>(
      `select audits, handles_complaints as handles from person where id = $1 and ${counts('person', 2)} and ${current(2)}`,
      ...[id, day],
    );
    return found ? { id, audits: found.audits === 1, handlesComplaints: found.handles === 1 } : null;
  }

  /** Whether one may record what another did; whoever is recorded for counts on that day as well. */
  async mayRecord(recorder: string, person: string, day: string): Promise<boolean> {
    if (recorder === person) return true;
    const found = await this.#database.all(
      `select 1 from records_for join person on person.id = records_for.person
       where recorder = $1 and records_for.person = $2 and ${counts('person', 3)}`,
      ...[recorder, person, day],
    );
    return found.length > 0;
  }

  async complaintHandlers(day: string): Promise<string[]> {
    const found = await this.#database.all<{ id: string }>(
      `select id from person where handles_complaints = 1 and ${counts('person', 1)} order by id`,
      day,
    );
    return found.map(({ id }) => id);
  }

  /** What is known of a physician. */
  async physician(id: string, day: string): Promise<unknown> {
    const [found] = await this.#database.all<{ json: string }>(
      `select json from physician where id = $1 and ${counts('physician', 2)}`,
      ...[id, day],
    );
    return found && JSON.parse(found.json);
  }

  /** Whether somebody acts for an employee on a day, on this mandate. */
  async mayRepresent(mandate: string, representative: string, employee: string, day: string): Promise<boolean> {
    const found = await this.#database.all(
      `select 1 from mandate where id = $1 and representative = $2 and employee = $3 and ${counts('mandate', 4)}`,
      ...[mandate, representative, employee, day],
    );
    return found.length > 0;
  }
}

async function clear({ run }: Run): Promise<void> {
  for (const table of ['person', 'records_for', 'physician', 'mandate', 'register']) await run(`delete from ${table}`);
}
