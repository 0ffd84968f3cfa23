import { eventTypes, type ProcedureEvent, roleOf } from './acts.js';
import type { Day } from './fields.js';
import { type CaseFile, holderOf, holdsRole, type Role, roles } from './file.js';
import { fromEach, type Log, type Replayed } from './logs.js';

/** An object-centric event log, in the JSON format of OCEL 2.0 (ocel-standard.org). Nothing in it has attributes. */
export interface Ocel {
  readonly eventTypes: readonly { readonly name: string; readonly attributes: readonly never[] }[];
  readonly objectTypes: readonly { readonly name: string; readonly attributes: readonly never[] }[];
  /** `time`: an instant in UTC, `YYYY-MM-DDThh:mm:ss.sssZ`. */
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly time: string;
    readonly attributes: readonly never[];
    readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
  }[];
  readonly objects: readonly {
    readonly id: string;
    readonly type: string;
    readonly attributes: readonly never[];
    readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
  }[];
}

type Relationship = Ocel['objects'][number]['relationships'][number];

const opened = 'case.opened';

const typed = (name: string): Ocel['eventTypes'][number] => ({ name, attributes: [] });

/** Noon in UTC falls on the same day in Amsterdam; a millisecond for each event before it keeps them in the order of the log. */
const instantOf = (day: Day, place: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + place).toISOString();

/** The parties that a case has whether or not they do anything. */
const parties: Role[] = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician'];

/** Who holds a role after something was done who did not before it. */
const joining = (before: CaseFile | null, after: CaseFile): [Role, string][] =>
  parties.flatMap((role): [Role, string][] => {
    const person = holderOf(after, role);
    return person === null || (before && holderOf(before, role) === person) ? [] : [[role, person]];
  });

const openerIn = (file: CaseFile, by: string): Role => (holdsRole(file, 'employee', by) ? 'employee' : 'ownPhysician');

const told = (log: Replayed, pseudonym: (id: string) => unknown): Pick<Ocel, 'events' | 'objects'> => {
  const named = (id: string): string => {
    const name = pseudonym(id);
    // An id that gets no other name is not written at all.
    if (typeof name !== 'string') throw new TypeError('a pseudonym is a text');
    return name;
  };
  const caseName = named(log.opened.caseId);
  const ofCase = { objectId: `case:${caseName}`, qualifier: 'case' };
  const people = new Map<string, Role>();
  const complaints = new Set<string>();

  const related = (qualifier: string, [role, person]: [Role, string]): Relationship => {
    const objectId = `${role}:${named(person)}`;
    people.set(objectId, role);
    return { objectId, qualifier };
  };
  const complaintIn = (event: ProcedureEvent): Relationship[] => {
    if (!('complaint' in event)) return [];
    const objectId = `complaint:${caseName}:${named(event.complaint)}`;
    complaints.add(objectId);
    return [{ objectId, qualifier: 'complaint' }];
  };
  const joins = (before: CaseFile | null, after: CaseFile): Relationship[] =>
    joining(before, after).map((whom) => related('joins', whom));

  const { file } = log.opened;
  const done = [
    {
      type: opened,
      on: file.openedOn,
      relationships: [related('by', [openerIn(file, log.by), log.by]), ...joins(null, file)],
    },
    ...log.turns.map(({ event, before, after }) => {
      // What is done in no role is void (`G-6`).
      const role = roleOf(before.file, after.file, event) as Role;
      return {
        type: event.type,
        on: event.on,
        relationships: [related('by', [role, event.by]), ...joins(before.file, after.file), ...complaintIn(event)],
      };
    }),
  ];
  return {
    events: done.map(({ type, on, relationships }, place) => ({
      id: `event:${caseName}:${place}`,
      type,
      time: instantOf(on, place),
      attributes: [],
      relationships: [{ ...ofCase }, ...relationships],
    })),
    objects: [
      {
        id: ofCase.objectId,
        type: 'case',
        attributes: [],
        relationships: [...people].map(([objectId, qualifier]) => ({ objectId, qualifier })),
      },
      ...[...people].map(([id, type]) => ({ id, type, attributes: [], relationships: [] })),
      ...[...complaints].map((id) => ({ id, type: 'complaint', attributes: [], relationships: [{ ...ofCase }] })),
    ],
  };
};

/**
 * The logs of many cases as one object-centric event log for process mining: OCEL 2.0, to be written as JSON. Takes the log of each case
 * once, and follows it as `replay(…, 'record')` does; an act that is void is left out. `pseudonym` gives every id of a case, person or
 * complaint another name, the same one for the same id; a log is left out as a whole where it gives none, or that cannot be replayed
 * (`figuresOf` names its place). It throws at nothing.
 *
 * Event types are those of the library, and `case.opened`. Object types are `case`, `complaint` and the roles: `ownPhysician:` and a
 * pseudonym is somebody as own physician. An event is related to its case (`case`), to whoever did it (`by`), to whoever comes
 * into a role by it (`joins`), and to the complaint it is about (`complaint`); a case to each of its people by their role. What else
 * an event carries is left out: grounds, reasons, questions, documents, and whatever else is about a person.
 *
 * A day has no time, so an event is put at noon UTC of its day, and a millisecond later for each event before it in its log.
 */
export function ocelOf(cases: Iterable<Log>, pseudonym: (id: string) => string): Ocel;
export function ocelOf(cases: unknown, pseudonym: unknown): Ocel;
export function ocelOf(cases: unknown, pseudonym: unknown): Ocel {
  const each = fromEach(cases, (log) => told(log, pseudonym as (id: string) => unknown)).flatMap((log) => log ?? []);
  // Somebody takes part in many cases, and is one object.
  const objects = new Map(each.flatMap((log) => log.objects.map((object) => [object.id, object])));
  return {
    eventTypes: [opened, ...eventTypes].map(typed),
    objectTypes: ['case', 'complaint', ...roles].map(typed),
    events: each.flatMap(({ events }) => events),
    objects: [...objects.values()],
  };
}
