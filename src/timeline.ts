import { type EventType, eventSchema, type ProcedureEvent, reporters } from './acts.js';
import { type ClauseId, type Rank, rankOf } from './clauses.js';
import { check, type Day, day } from './fields.js';
import { type CaseFile, holderOf, holdsRole, openingSchema, type Role } from './file.js';
import type { Notice } from './letters.js';
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
import { type Case, complaintsIn, type Deviation } from './stored-case.js';
import { isRole, type SeenByComplaintHandler, type SeenByEmployer, type View, viewFor } from './views.js';
import type { Words } from './words.js';

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

/** What of a case its reader may know, all that a sentence is made of; `sees` is null to whom nothing may be said. */
type Known = Pick<View, 'sees' | 'deadlines'> & { stands: string; waitingOn: Omit<Waiting, 'person'>[] };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const listed = (items: string[], last: string): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

const longDay = (day: Day, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );

/** The last of what the employer was told or asked, the transfer before all. */
const employerStands = (
  { guidance, request, told, asked }: SeenByEmployer,
  { steps, roles, events, fields, values, words }: Words,
): string => {
  if (guidance) return steps.transferred.sentence;
  if (request?.answered) return `${roles.employer} ${events[`employer.${request.answered.as}`].done}`;
  if (request) return steps['completion.awaitingEmployer'].sentence;
  const of = told.map(({ of }) => values.of[of]);
  if (of.length > 0) return `${fields.of}: ${listed(of, words.and)}`;
  const sources = asked.map(({ source }) => values.source[source]);
  return `${events['information.requested'].title}: ${listed(sources, words.and)}`;
};

const standsIn = (view: View, words: Words): string => {
  const { role, sees, mayReport } = view;
  if (!sees) return words.words.nothing;
  if (view.role === 'employer') return employerStands(sees as SeenByEmployer, words);
  if (view.role === 'complaintHandler') return words.complaints[complaintsIn(sees as SeenByComplaintHandler)];
  if (role === 'secondOpinionPhysician' && !('step' in sees))
    return mayReport.length > 0 ? words.words.mayStillAccept : words.words.mayNoLongerAccept;
  if (!('step' in sees)) return words.words.nothing;
  if (role === 'secondOpinionPhysician' && sees.step === 'completion.considering')
    return `${words.roles[role]} ${words.events['advice.forwarded'].done}`;
  return words.steps[sees.step].sentence;
};

const known = (current: Case, reader: Role, person: string | undefined, words: Words): Known => {
  const view: View = viewFor(current, reader, person);
  return { ...view, stands: standsIn(view, words) };
};

/** The host may know all. */
const all = (current: Case, { steps }: Words): Known => ({
  sees: null,
  stands: steps[current.step].sentence,
  waitingOn: waitingOn(current),
  deadlines: deadlines(current),
});

const termIn = ({ term, dueOn, alarmOn }: Deadline, words: Words): string => {
  const named = words.terms[term];
  if (dueOn) return `${named}: ${words.words.by} ${longDay(dueOn, words)}`;
  return alarmOn ? `${named} (${words.words.alarm} ${longDay(alarmOn, words)})` : named;
};

const move = (waiting: Omit<Waiting, 'person'>, { roles, events, words }: Words): string =>
  `${roles[waiting.role]} (${listed(
    waiting.for.map((type) => events[type].todo),
    words.or,
  )})`;

/**
 * Where a case stands, who is to act, and by when, in one sentence for one reader: a role sees no more than its view, `host`
 * sees all. To whom nothing may be said, a sentence that says nothing (`G-4`). It is of a role, not of a person: to the complaint
 * handler of all complaints, also where several handle them. Where `viewFor` shows a person in that role nothing, or less than the
 * role, it is not for them.
 */
export function summaryFor(current: Case, role: Reader, words: Words): string {
  const { stands, waitingOn, deadlines } =
    role === 'host' ? all(current, words) : known(current, role, undefined, words);
  const moves = [...new Set(waitingOn.map(({ role }) => words.roles[role]))];
  const due = deadlines.find(({ dueOn }) => dueOn)?.dueOn;
  return `${capital(
    [
      stands,
      ...(moves.length > 0 ? [`${words.words.whoseMove}: ${listed(moves, words.words.and)}`] : []),
      ...(due ? [`${words.words.by} ${longDay(due, words)}`] : []),
    ].join('; '),
  )}.`;
}

/**
 * Who is told of an event, or sees something change by it, knows that it happened: but of these only what follows from them.
 * `L-39`: the word that no copy comes does not say why. `B-17`, row 33 of `docs/views.md`: to the second-opinion physician the
 * application is over. `E-33`: the employer learns who guides, not that anybody was asked. Planning learns where it stands, not what
 * the employee chose, signed or asked, nor how they were answered.
 */
const onlyWhatFollows: Partial<Record<Role, EventType[]>> = {
  ownPhysician: ['forwarding.withheld', 'forwarding.unanswered', 'noCopy.announced'],
  secondOpinionPhysician: ['uwvRoute.chosen', 'response.overdue'],
  employer: ['transfer.accepted'],
  administration: [
    'request.honoured',
    'request.refused',
    'request.foundOutOfScope',
    'request.renewed',
    'request.lapsed',
    'physicians.chosen',
    'outsider.notEngaged',
    'authorisation.signed',
    'authorisation.withheld',
    'authorisation.revoked',
    'forwarding.withheld',
    'forwarding.unanswered',
    'noCopy.announced',
    'advice.forwarded',
    'advice.handedOver',
    'transfer.withdrawn',
    'employer.asked',
    'employer.agreed',
    'employer.declined',
    'case.closed',
  ],
};

const doersRole = (before: CaseFile, after: CaseFile, event: ProcedureEvent): Role | null =>
  reporters[event.type].find(
    (role) => role === 'complaintHandler' || holdsRole(before, role, event.by) || holdsRole(after, role, event.by),
  ) ?? null;

/** What was done, as a sentence; an id stays as it is. */
const doneBy = (event: ProcedureEvent, doer: Role | null, { roles, events, fields }: Words): string =>
  event.type === 'advice.discussed' && event.waivedByEmployee
    ? capital(fields.waivedByEmployee)
    : `${doer ? capital(roles[doer]) : event.by} ${events[event.type].done}`;

const common = ['type', 'by', 'on', 'recordedBy'];

const valueIn = (name: string, value: unknown, all: Words): string => {
  const { values, words } = all;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return listed(
      value.map((item) => valueIn(name, item, all)),
      words.and,
    );
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  const text = String(value);
  const list: Record<string, string> | undefined = name in values ? values[name as keyof typeof values] : undefined;
  if (list && text in list) return list[text] ?? text;
  return day.safeParse(text).success ? longDay(text, all) : text;
};

const detailsIn = (event: ProcedureEvent, words: Words): string[] =>
  Object.entries(event)
    .filter(
      ([name, value]) => !common.includes(name) && value !== undefined && (!Array.isArray(value) || value.length > 0),
    )
    .map(([name, value]) => `${words.fields[name as keyof Words['fields']]}: ${valueIn(name, value, words)}`);

/** Who needs the details of what they may know: those who lead the case, not those who plan it or are asked beside it. */
const knowDetails: Role[] = ['employee', 'ownPhysician', 'secondOpinionPhysician'];

const deviationIn = ({ norm }: Deviation, { norms, words }: Words): string =>
  `${words.deviation}: ${norms[norm].unmet}`;

const toldIn = (notices: Notice[], reader: Reader, { notices: letters, roles }: Words): string[] =>
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
const standingAfter = ({ on, taken }: Turn, reader: Reader, now: Known, words: Words): Standing => ({
  on,
  recordedBy: null,
  details: [],
  stands: capital(now.stands),
  waitsOn: now.waitingOn.map((waiting) => move(waiting, words)),
  told: toldIn(taken.notices, reader, words),
  terms: now.deadlines.map((deadline) => termIn(deadline, words)),
  deviations: [],
});

const openingEntry = (turn: Turn, standing: Standing, { roles, words }: Words): TimelineEntry => ({
  ...standing,
  type: 'opening',
  who: roles.employee,
  done: capital(`${roles.employee} ${words.requested}`),
  clauses: ranked(turn.taken.clauses),
});

/** The event itself, without what it carried and what it rests on. */
const eventEntry = (turn: Happening, standing: Standing, words: Words): Omit<TimelineEntry, 'clauses'> => {
  const { event, before, taken } = turn;
  const doer = doersRole(before.file, taken.case.file, event);
  const who = doer ? words.roles[doer] : event.by;
  return { ...standing, type: event.type, who, done: doneBy(event, doer, words) };
};

const hostsEntry = (turn: Turn, words: Words): TimelineEntry => {
  const { taken, recordedBy } = turn;
  const standing = {
    ...standingAfter(turn, 'host', all(taken.case, words), words),
    recordedBy,
    deviations: taken.deviations.map((each) => deviationIn(each, words)),
  };
  if (!happened(turn)) return openingEntry(turn, standing, words);
  const details = detailsIn(turn.event, words);
  return { ...eventEntry(turn, standing, words), clauses: ranked(taken.clauses), details };
};

/** What a party may know of a turn: the event itself, only what it is told of it or sees change, or nothing. */
const partysEntry = (turn: Turn, role: Role, person: string | undefined, words: Words): TimelineEntry | null => {
  const { before, taken } = turn;
  const now = known(taken.case, role, person, words);
  if (now.sees === null || taken.clauses.length === 0) return null;
  const standing = standingAfter(turn, role, now, words);
  if (!happened(turn)) return knowOfTheRequest.includes(role) ? openingEntry(turn, standing, words) : null;

  const { event } = turn;
  const { told } = standing;
  const earlier = known(before, role, person, words);
  const didIt =
    doersRole(before.file, taken.case.file, event) === role && (person === undefined || event.by === person);
  const concerned = told.length > 0 || JSON.stringify(earlier.sees) !== JSON.stringify(now.sees);
  if (didIt || role === 'employee' || (concerned && !onlyWhatFollows[role]?.includes(event.type))) {
    // Where an event led from and to shows in what it cites, so a party is shown what it cites everywhere.
    const clauses = citedTo(role, role === 'employee' ? taken.clauses : clausesOf(event.type));
    const details = knowDetails.includes(role) ? detailsIn(event, words) : [];
    return { ...eventEntry(turn, standing, words), clauses, details };
  }
  if (told.length === 0 && now.stands === earlier.stands) return null;
  const letters = taken.notices.filter(({ to }) => to.role === role).flatMap(({ clauses }) => clauses);
  const done = capital(told.length > 0 ? told.join('; ') : now.stands);
  return { ...standing, type: null, who: null, done, clauses: citedTo(role, letters) };
};

/**
 * The file as a dated story for one reader, in the order of arrival: takes an opening and its events, as a host keeps them
 * (what was done against the rules included); answers an entry for each thing the reader may know, up to the first event
 * that cannot be taken at all, and nothing to whom nothing may be said. A physician's story is that of whoever holds the role
 * in the end; a complaint handler's tells of all complaints, also where several handle them. Where `viewFor` shows a person in that
 * role nothing, or less than the role, it is not for them.
 */
export function timelineFor(
  opening: unknown,
  events: Iterable<unknown>,
  role: Role | 'host',
  words: Words,
): TimelineEntry[] {
  const turns = turnsOf(opening, events);
  const end = turns.at(-1)?.taken.case.file;
  if (!end) return [];
  if (role === 'host') return turns.map((turn) => hostsEntry(turn, words));
  if (!isRole(role)) return [];
  const person = holderOf(end, role) ?? undefined;
  // Complaints are handled by one after the other, and each reads them all.
  if (person === undefined && role !== 'complaintHandler') return [];
  return turns.flatMap((turn) => partysEntry(turn, role, person, words) ?? []);
}
