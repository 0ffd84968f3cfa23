import { type CaseFile, holders } from './case.js';
import { type ClauseId, type Rank, rankOf } from './clauses.js';
import {
  check,
  day,
  type EventType,
  eventSchema,
  openingSchema,
  type ProcedureEvent,
  type Role,
  reporters,
} from './events.js';
import { type Labels, type Locale, labels } from './labels.js';
import type { Notice } from './notices.js';
import {
  clausesOf,
  type Deadline,
  deadlines,
  type Outcome,
  openCase,
  record,
  type Waiting,
  waitingOn,
} from './procedure.js';
import { type Case, complaintsIn, type Deviation } from './stored.js';
import type { Day } from './terms.js';
import { isRole, type View, viewFor } from './views.js';

/** One day of the file as a story, in the words of one language, with no more in it than its reader may know. */
export interface TimelineEntry {
  /** The day it happened, `YYYY-MM-DD`. */
  on: string;
  /** Null where the reader knows what follows from it, not what it was. */
  type: EventType | 'opening' | null;
  /** Who did it; null likewise. */
  who: string | null;
  /** The id of whoever entered it for another; for the host only. */
  recordedBy: string | null;
  /** What was done, as one sentence. */
  done: string;
  /** What it carried, field by field; empty for whoever need not know. */
  details: string[];
  /** Where the case stands then. */
  stands: string;
  /** On whom it waits, and for what. */
  waitsOn: string[];
  /** Who must be told what; to a party only what it is told itself. */
  told: string[];
  /** Which terms run, until when. */
  terms: string[];
  /** What it rests on, with the rank of each; never to the employer, since the clauses name the second opinion. */
  clauses: { id: ClauseId; rank: Rank }[];
  /** What was not kept; for the host only. */
  deviations: string[];
}

type Reader = Role | 'host';

/** What of a case its reader may know, all that a sentence is made of. */
type Known = Pick<View, 'deadlines'> & { stands: string; waitingOn: Omit<Waiting, 'person'>[] };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const listed = (items: string[], last: string): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** A locale that is not known, such as `nl-NL` out of JavaScript, is taken for Dutch. */
const spoken = (locale: Locale): Locale => (locale === 'en' ? 'en' : 'nl');

const longDay = (day: Day, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));

/** The last of what the employer was told or asked, the transfer before all. */
const employerStands = (
  { sees }: View<'employer'>,
  { steps, roles, events, fields, values, words }: Labels,
): string | null => {
  if (!sees) return null;
  const { guidance, request, told, asked } = sees;
  if (guidance) return steps.transferred.sentence;
  if (request?.answered) return `${roles.employer} ${events[`employer.${request.answered.as}`].done}`;
  if (request) return steps['completion.awaitingEmployer'].sentence;
  if (told.length > 0)
    return `${fields.of}: ${listed(
      told.map(({ of }) => values.of[of]),
      words.and,
    )}`;
  return `${events['information.requested'].title}: ${listed(
    asked.map(({ source }) => values.source[source]),
    words.and,
  )}`;
};

const partyStands = (current: Case, role: Role, person: string | undefined, words: Labels): string | null => {
  if (role === 'employer') return employerStands(viewFor(current, 'employer', person), words);
  if (role === 'complaintHandler') {
    const { sees } = viewFor(current, 'complaintHandler', person);
    return sees && words.complaints[complaintsIn(sees)];
  }
  const { sees, mayReport } = viewFor(current, role, person);
  if (!sees) return null;
  if (!('step' in sees)) return mayReport.length > 0 ? words.words.mayStillAccept : words.words.mayNoLongerAccept;
  if (role === 'secondOpinionPhysician' && sees.step === 'completion.considering')
    return `${words.roles[role]} ${words.events['advice.forwarded'].done}`;
  return words.steps[sees.step].sentence;
};

const known = (current: Case, reader: Reader, person: string | undefined, words: Labels): Known => {
  if (reader === 'host')
    return {
      stands: words.steps[current.step].sentence,
      waitingOn: waitingOn(current),
      deadlines: deadlines(current),
    };
  const view = viewFor(current, reader, person);
  return { ...view, stands: partyStands(current, reader, person, words) ?? words.words.nothing };
};

const termIn = ({ term, dueOn, alarmOn }: Deadline, locale: Locale): string => {
  const { terms, words } = labels[locale];
  if (dueOn) return `${terms[term]}: ${words.by} ${longDay(dueOn, locale)}`;
  return alarmOn ? `${terms[term]} (${words.alarm} ${longDay(alarmOn, locale)})` : terms[term];
};

const move = (waiting: Omit<Waiting, 'person'>, { roles, events, words }: Labels): string =>
  `${roles[waiting.role]} (${listed(
    waiting.for.map((type) => events[type].todo),
    words.or,
  )})`;

/**
 * Where a case stands, who is to act, and by when, in one sentence for one reader: a role sees no more than its view, `host`
 * sees all. To whom nothing may be said, a sentence that says nothing (`G-4`). It is of a role, not of a person: to the complaint
 * handler of all complaints, also where several handle them. Where `viewFor` shows a person in that role nothing, or less than the
 * role, it is not for him.
 */
export function summaryFor(current: Case, role: Reader, locale: Locale = 'nl'): string {
  const language = spoken(locale);
  const words = labels[language];
  const { stands, waitingOn, deadlines } = known(current, role, undefined, words);
  const moves = [...new Set(waitingOn.map(({ role }) => words.roles[role]))];
  const due = deadlines.find(({ dueOn }) => dueOn)?.dueOn;
  return `${capital(
    [
      stands,
      ...(moves.length > 0 ? [`${words.words.whoseMove}: ${listed(moves, words.words.and)}`] : []),
      ...(due ? [`${words.words.by} ${longDay(due, language)}`] : []),
    ].join('; '),
  )}.`;
}

/** Who, besides its doer and the employee, may know of an event what it was (`docs/views.md`). */
const witnesses: Partial<Record<EventType, Role[]>> = {
  'request.renewed': ['ownPhysician'],
  'uwvRoute.chosen': ['ownPhysician', 'administration'],
  'request.withdrawn': ['ownPhysician', 'secondOpinionPhysician', 'administration'],
  'request.lapsed': ['ownPhysician', 'secondOpinionPhysician'],
  'physicians.chosen': ['ownPhysician'],
  'authorisation.signed': ['ownPhysician', 'secondOpinionPhysician'],
  'authorisation.withheld': ['ownPhysician', 'secondOpinionPhysician'],
  'authorisation.revoked': ['ownPhysician', 'secondOpinionPhysician'],
  'application.sent': ['secondOpinionPhysician', 'administration'],
  'application.received': ['ownPhysician', 'administration'],
  'application.accepted': ['ownPhysician', 'administration'],
  'application.declined': ['ownPhysician', 'administration'],
  'response.overdue': ['ownPhysician', 'administration'],
  'application.foundInfeasible': ['ownPhysician', 'administration'],
  'engagement.ended': ['ownPhysician', 'administration'],
  'medicalData.sent': ['secondOpinionPhysician'],
  'information.requested': ['ownPhysician', 'employer'],
  'inaccuracies.reported': ['secondOpinionPhysician'],
  'remarks.waived': ['secondOpinionPhysician'],
  'forwarding.authorised': ['secondOpinionPhysician'],
  'forwarding.withheld': ['secondOpinionPhysician'],
  'advice.forwarded': ['ownPhysician'],
  'advice.handedOver': ['ownPhysician'],
  'transfer.requested': ['ownPhysician'],
  'transfer.withdrawn': ['ownPhysician'],
  'transfer.granted': ['thirdPhysician', 'administration'],
  'transfer.refused': ['administration'],
  'transfer.accepted': ['ownPhysician', 'administration'],
  'transfer.declined': ['ownPhysician', 'administration'],
  'employer.asked': ['employer'],
  'employer.informed': ['employer'],
  'ownPhysician.replaced': ['ownPhysician', 'secondOpinionPhysician', 'administration'],
  'complaint.filed': ['complaintHandler'],
  'complaint.withdrawn': ['complaintHandler'],
};

const concerned: Role[] = ['ownPhysician', 'secondOpinionPhysician', 'thirdPhysician'];

/** Whether this event was such that the reader may know it, where that hangs on more than its type. */
const mayKnow = (role: Role, person: string | undefined, file: CaseFile, event: ProcedureEvent): boolean => {
  if (role === 'employee') return true;
  if ('complaint' in event && concerned.includes(role))
    return file.complaints.some(({ complaint, against }) => complaint === event.complaint && against === person);
  if (!witnesses[event.type]?.includes(role)) return false;
  if (role === 'secondOpinionPhysician' && 'recipient' in event) return event.recipient === person;
  if (event.type === 'medicalData.sent') return event.to === person;
  if (event.type === 'information.requested')
    return role === 'ownPhysician'
      ? event.source === 'ownPhysician'
      : event.consent !== undefined && (event.source === 'employer' || event.source === 'workplace');
  return event.type !== 'employer.informed' || event.consent !== undefined;
};

const doersRole = (before: CaseFile, after: CaseFile, event: ProcedureEvent): Role | null =>
  reporters[event.type].find(
    (role) =>
      role === 'complaintHandler' ||
      holders(before, role).includes(event.by) ||
      holders(after, role).includes(event.by),
  ) ?? null;

/** What was done, as a sentence; an id stays as it is. */
const doneBy = (event: ProcedureEvent, doer: Role | null, { roles, events, fields }: Labels): string =>
  event.type === 'advice.discussed' && event.waivedByEmployee
    ? capital(fields.waivedByEmployee)
    : `${doer ? capital(roles[doer]) : event.by} ${events[event.type].done}`;

const common = ['type', 'by', 'on', 'recordedBy'];

const valueIn = (name: string, value: unknown, locale: Locale): string => {
  const { values, words } = labels[locale];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return listed(
      value.map((item) => valueIn(name, item, locale)),
      words.and,
    );
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  const text = String(value);
  const list: Record<string, string> | undefined = name in values ? values[name as keyof typeof values] : undefined;
  if (list && text in list) return list[text] ?? text;
  return day.safeParse(text).success ? longDay(text, locale) : text;
};

const detailsIn = (event: ProcedureEvent, locale: Locale): string[] =>
  Object.entries(event)
    .filter(
      ([name, value]) => !common.includes(name) && value !== undefined && (!Array.isArray(value) || value.length > 0),
    )
    .map(
      ([name, value]) => `${labels[locale].fields[name as keyof Labels['fields']]}: ${valueIn(name, value, locale)}`,
    );

/** Who needs the details of what he may know: those who lead the case, not those who plan it or are asked beside it. */
const knowDetails: Role[] = ['employee', 'ownPhysician', 'secondOpinionPhysician'];

const deviationIn = ({ norm }: Deviation, { norms, words }: Labels): string =>
  `${words.deviation}: ${norms[norm].unmet}`;

const toldIn = (notices: Notice[], reader: Reader, { notices: letters, roles }: Labels): string[] =>
  notices
    .filter(({ to }) => reader === 'host' || to.role === reader)
    .map(({ to, about }) => (reader === 'host' ? `${roles[to.role]}: ${letters[about]}` : letters[about]));

const ranked = (ids: ClauseId[]): TimelineEntry['clauses'] =>
  [...new Set(ids)].map((id) => ({ id, rank: rankOf([id]) }));

/** What a party is shown of what an entry rests on; the employer nothing, because the clauses name the second opinion (`G-4`). */
const citedTo = (role: Role, ids: ClauseId[]): TimelineEntry['clauses'] => (role === 'employer' ? [] : ranked(ids));

type Taken = Extract<Outcome, { ok: true }>;

/** What happened at one moment of a log; the opening is no event. */
interface Turn {
  on: Day;
  recordedBy: string | null;
  event: ProcedureEvent | null;
  before: Case;
  taken: Taken;
}

type Happening = Turn & { event: ProcedureEvent };

const happened = (turn: Turn): turn is Happening => turn.event !== null;

/** The turns of a log as they happened, up to the first that cannot be taken. */
function turnsOf(opening: unknown, events: Iterable<unknown>): Turn[] {
  const checked = check(openingSchema, opening);
  const opened = openCase(opening);
  if (!checked.ok || !opened.ok) return [];
  const { on, recordedBy = null } = checked.value;
  const turns: Turn[] = [{ on, recordedBy, event: null, before: opened.case, taken: opened }];
  let before = opened.case;
  for (const told of events) {
    const event = check(eventSchema, told);
    const taken = record(before, told);
    if (!event.ok || !taken.ok) break;
    const { on, recordedBy = null } = event.value;
    turns.push({ on, recordedBy, event: event.value, before, taken });
    before = taken.case;
  }
  return turns;
}

const knowOfTheRequest: Role[] = ['employee', 'ownPhysician', 'administration'];

type Standing = Omit<TimelineEntry, 'type' | 'who' | 'done' | 'clauses'>;

/** What stands in every entry: the day, where the case stands after it, and what the reader is told of it. */
const standingAfter = ({ on, taken }: Turn, reader: Reader, now: Known, locale: Locale): Standing => {
  const words = labels[locale];
  return {
    on,
    recordedBy: null,
    details: [],
    stands: capital(now.stands),
    waitsOn: now.waitingOn.map((waiting) => move(waiting, words)),
    told: toldIn(taken.notices, reader, words),
    terms: now.deadlines.map((deadline) => termIn(deadline, locale)),
    deviations: [],
  };
};

const openingEntry = (turn: Turn, standing: Standing, { roles, words }: Labels): TimelineEntry => ({
  ...standing,
  type: 'opening',
  who: roles.employee,
  done: capital(`${roles.employee} ${words.requested}`),
  clauses: ranked(turn.taken.clauses),
});

/** The event itself, without what it carried and what it rests on. */
const eventEntry = (turn: Happening, standing: Standing, words: Labels): Omit<TimelineEntry, 'clauses'> => {
  const { event, before, taken } = turn;
  const doer = doersRole(before.file, taken.case.file, event);
  const who = doer ? words.roles[doer] : event.by;
  return { ...standing, type: event.type, who, done: doneBy(event, doer, words) };
};

const hostsEntry = (turn: Turn, locale: Locale): TimelineEntry => {
  const words = labels[locale];
  const { taken, recordedBy } = turn;
  const standing = {
    ...standingAfter(turn, 'host', known(taken.case, 'host', undefined, words), locale),
    recordedBy,
    deviations: taken.deviations.map((each) => deviationIn(each, words)),
  };
  if (!happened(turn)) return openingEntry(turn, standing, words);
  const details = detailsIn(turn.event, locale);
  return { ...eventEntry(turn, standing, words), clauses: ranked(taken.clauses), details };
};

/** What a party may know of a turn: the event itself, only what it is told of it or sees change, or nothing. */
const partysEntry = (turn: Turn, role: Role, person: string | undefined, locale: Locale): TimelineEntry | null => {
  const words = labels[locale];
  const { before, taken } = turn;
  const after = taken.case;
  if (viewFor(after, role, person).sees === null || taken.clauses.length === 0) return null;
  const now = known(after, role, person, words);
  const standing = standingAfter(turn, role, now, locale);
  if (!happened(turn)) return knowOfTheRequest.includes(role) ? openingEntry(turn, standing, words) : null;

  const { event } = turn;
  const ownAct = doersRole(before.file, after.file, event) === role && (person === undefined || event.by === person);
  if (ownAct || mayKnow(role, person, after.file, event)) {
    // Where an event led from and to shows in what it cites, so a party is shown what it cites everywhere.
    const clauses = citedTo(role, role === 'employee' ? taken.clauses : clausesOf(event.type));
    const details = knowDetails.includes(role) ? detailsIn(event, locale) : [];
    return { ...eventEntry(turn, standing, words), clauses, details };
  }
  const { told } = standing;
  if (told.length === 0 && now.stands === known(before, role, person, words).stands) return null;
  const letters = taken.notices.filter(({ to }) => to.role === role).flatMap(({ clauses }) => clauses);
  const done = capital(told.length > 0 ? told.join('; ') : now.stands);
  return { ...standing, type: null, who: null, done, clauses: citedTo(role, letters) };
};

/**
 * The file as a dated story for one reader, in the order of arrival: takes an opening and its events, as a host keeps them
 * (what was done against the rules included); answers an entry for each thing the reader may know, up to the first event
 * that cannot be taken at all, and nothing to whom nothing may be said. A physician's story is that of whoever holds the role
 * in the end; a complaint handler's tells of all complaints, also where several handle them. Where `viewFor` shows a person in that
 * role nothing, or less than the role, it is not for him.
 */
export function timelineFor(
  opening: unknown,
  events: Iterable<unknown>,
  role: Role | 'host',
  locale: Locale = 'nl',
): TimelineEntry[] {
  const language = spoken(locale);
  const turns = turnsOf(opening, events);
  const end = turns.at(-1)?.taken.case.file;
  if (!end) return [];
  if (role === 'host') return turns.map((turn) => hostsEntry(turn, language));
  if (!isRole(role)) return [];
  const [person] = holders(end, role);
  // Complaints are handled by one after the other, and each reads them all.
  if (person === undefined && role !== 'complaintHandler') return [];
  return turns.flatMap((turn) => partysEntry(turn, role, person, language) ?? []);
}
