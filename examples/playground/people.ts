// Who takes part in a case, by id: the picks of the forms.
import {
  type Case,
  type CaseFile,
  deadlines,
  type EventType,
  type Expected,
  eventSchema,
  eventTypes,
  expectedEvents,
  type Physician,
  type Reader,
  type Role,
  roles,
  type View,
  viewFor,
  waitingOn,
} from 'lpbso-second-opinion';
import * as z from 'zod/mini';

/** Whoever looks: a party, or whoever keeps the file. */
export type Onlooker = Role | 'host';

export const onlookers: Onlooker[] = [...roles, 'host'];

/** Physicians to pick from, each another case for the rules; ids only. */
export const pool: Physician[] = [
  { id: 'physician-zuid', organisations: ['zuid'], registered: true, pool: true },
  { id: 'physician-oost', organisations: ['oost'], registered: true, pool: true },
  { id: 'physician-west', organisations: ['west'], registered: true, pool: false },
  { id: 'physician-noord-2', organisations: ['noord'], registered: true, pool: false },
  { id: 'physician-midden', organisations: ['midden'], registered: false, pool: false },
];

const once = <Item>(items: Item[], idOf: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [idOf(item), item])).values(),
];

/** The physicians of a case, and those to pick from. */
export function physiciansOf({ participants, contract, contestedAdvice, choice, engagement }: CaseFile): Physician[] {
  const known = [
    ...pool,
    ...contract.physicians,
    contestedAdvice.giver,
    choice?.first,
    choice?.second,
    engagement?.chosen,
    participants.thirdPhysician,
    participants.ownPhysician,
  ].filter((one) => one != null);
  return once(known, ({ id }) => id);
}

/** The physician to whom the application goes now. */
export const currentChoice = ({ choice }: CaseFile): Physician | null => choice?.[choice.current] ?? null;

/** Who may act in a role now. */
export function holdersOf({ participants, engagement, complaints }: CaseFile, role: Role): string[] {
  const { employee, representative, ownPhysician, thirdPhysician, employer, administration } = participants;
  const holders: Record<Role, (string | null | undefined)[]> = {
    employee: [employee, representative],
    ownPhysician: [ownPhysician.id],
    secondOpinionPhysician: [engagement?.physician],
    thirdPhysician: [thirdPhysician?.id],
    employer: [employer],
    complaintHandler: [...complaints.map(({ handler }) => handler), 'handler-1'],
    administration: [administration],
    scheduler: ['scheduler'],
  };
  return [...new Set(holders[role].filter((id) => id != null))];
}

/** Whoever reads in a role, where nobody is picked whoever holds it: of complaint handlers the first. */
export const readerOf = <Party extends Role>(current: Case, role: Party, picked?: string | null): Reader<Party> => ({
  role,
  person: picked ?? holdersOf(current.file, role)[0] ?? '',
});

/** What a role sees. */
export const viewOf = <Party extends Role>(current: Case, role: Party): View<Party> =>
  viewFor(current, readerOf(current, role));

/** What somebody may report now, in which role. */
export type Report = Omit<Expected, 'person'>;

interface Known {
  sees: unknown;
  waits: View['waitingOn'];
  reports: Report[];
  terms: View['deadlines'];
}

const wasSigned = ({ authorisations }: CaseFile): boolean => authorisations.some(({ status }) => status === 'signed');

/** What somebody may know of a case, and do; whoever keeps the file knows all, and may enter everything. */
export function knownTo(current: Case, onlooker: Onlooker, person: string | null): Known {
  const offered = (reports: Report[]): Report[] =>
    // An authorisation may be revoked wherever it was given, but a page offers that only where this case knows of one.
    reports.filter(({ type }) => type !== 'authorisation.revoked' || wasSigned(current.file));
  if (onlooker === 'host')
    return {
      sees: current.file,
      waits: waitingOn(current),
      reports: offered(expectedEvents(current)),
      terms: deadlines(current),
    };
  const view = person === null ? viewOf(current, onlooker) : viewFor(current, { role: onlooker, person });
  return {
    sees: view.sees,
    waits: view.waitingOn,
    reports: offered(view.mayReport.map((each) => ({ ...each, role: onlooker }))),
    terms: view.deadlines,
  };
}

/** Everybody who held a role at some moment of a case; who holds it now comes first. */
export const everInRole = (moments: Case[], role: Role): string[] => [
  ...new Set([...moments].reverse().flatMap(({ file }) => holdersOf(file, role))),
];

/** Ids that a form offers as people: those of the case, its physicians, and somebody who is none of them. */
export function peopleOf(file: CaseFile): string[] {
  const roles: Role[] = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'employer'];
  const others: Role[] = ['administration', 'complaintHandler', 'scheduler'];
  const named = [...roles, ...others].flatMap((role) => holdersOf(file, role));
  return [...new Set([...named, ...physiciansOf(file).map(({ id }) => id), 'secretariat-1'])];
}

const reporters = new Map(
  eventSchema.def.options.map((option, at) => [
    eventTypes[at] as EventType,
    (z.globalRegistry.get(option)?.reportedBy ?? []) as Role[],
  ]),
);

/** Which roles may report an event of a type. */
export const reportersOf = (type: EventType): Role[] => reporters.get(type) ?? [];
