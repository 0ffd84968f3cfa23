import { type EventInput, type EventType, type ProcedureEvent, roleOf } from './acts.js';
import { type ClauseId, type Rank, rankOf } from './clauses.js';
import { check, type Day, day } from './fields.js';
import { type CaseFile, type Complaint, holdsRole, type OpeningInput, openingSchema, type Role } from './file.js';
import type { Notice } from './notices.js';
import { clausesOf, deadlines, openCase, payer, recordTurn, type Taken, type Waiting, waitingOn } from './procedure.js';
import { type Case, complaintsIn, type Deviation } from './stored-case.js';
import { reading } from './unreadable.js';
import { isRole, type Reader, type SeenByComplaintHandler, type SeenByEmployer, type View, viewOf } from './views.js';
import { capital, inOwnNames, type Words } from './words.js';

/** One day of the file as a story, in the words of one language, with no more in it than its reader may know. */
export interface TimelineEntry {
  /** The day it happened, `YYYY-MM-DD`. */
  readonly on: Day;
  /** Null where the reader knows what follows from it, not what it was. */
  readonly type: EventType | 'opening' | null;
  /** Who did it; null likewise. */
  readonly who: string | null;
  /** The id of whoever entered it for another; for the host only. */
  readonly recordedBy: string | null;
  /** What was done, as one sentence. */
  readonly done: string;
  /** The same as one line of a story: a title to professionals, a sentence to the employee. */
  readonly brief: string;
  /** The one date that matters after it, with what it is the date of; null where nothing new is dated. */
  readonly date: string | null;
  /** What it carried, field by field; empty for whoever need not know. */
  readonly details: readonly string[];
  /** Where the case stands then. */
  readonly stands: string;
  /** On whom it waits, and for what. */
  readonly waitsOn: readonly string[];
  /** Who must be told what; to a party only what it is told itself. */
  readonly told: readonly string[];
  /** Which terms run, until when. */
  readonly terms: readonly string[];
  /** What it rests on, with the rank of each; never to the employer, since the clauses name the second opinion. */
  readonly clauses: readonly { readonly id: ClauseId; readonly rank: Rank }[];
  /** What was not kept; for the host only. */
  readonly deviations: readonly string[];
}

/**
 * A log as a story. Where the log has something that cannot be taken, `at` is the place of that event in it, or -1 for the opening,
 * and the story ends before it. For the host: a reader is shown the entries.
 */
export type Timeline =
  | { readonly ok: true; readonly entries: readonly TimelineEntry[] }
  | { readonly ok: false; readonly at: number; readonly entries: readonly TimelineEntry[] };

/** What a card says of a case. */
export type FactName = 'stands' | 'toAct' | 'by' | 'authorisation' | 'copy' | 'complaint' | 'complaintAgainst' | 'pays';

/** Where a case stands, for one reader, in the words of one language. */
export interface Summary {
  /** Where it stands, who is to act, and by when, as sentences. */
  readonly sentence: string;
  /** The same and what is asked most, each with its label; no more than the reader may know, and empty where that is nothing. */
  readonly card: readonly { readonly fact: FactName; readonly label: string; readonly value: string }[];
}

/** Who reads: somebody in a role, or the host, who may know all. */
type Reading = Reader | 'host';

type Running = View['deadlines'][number];

/** What of a case its reader may know, all that a sentence is made of; `sees` is null to whom nothing may be said. */
export type Known = Pick<View, 'sees' | 'deadlines'> & {
  stands: string;
  waitingOn: readonly Omit<Waiting, 'person'>[];
  /** How many there are of a complaint that stands for others. */
  alike?: ReadonlyMap<string | undefined, number>;
};

export const listed = (items: string[], last: string): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** A story says no more of what is many than this. */
const most = 12;

/** Each once, and of many the first, with how many are left: an entry does not grow with the case. */
export const bounded = <Item extends { readonly complaint?: string }>(
  items: readonly Item[],
  { phrases }: Words,
  said: (item: Item) => string,
  alike?: Known['alike'],
): string[] => {
  const lines = new Set<string>();
  let left = 0;
  for (const item of items) {
    left += alike?.get(item.complaint) ?? 1;
    if (lines.size === most) continue;
    lines.add(said(item));
    left = lines.size === most ? left - 1 : 0;
  }
  return [...lines, ...(left > 0 ? [`${phrases.and} ${left} ${phrases.more}`] : [])];
};

// To make one takes more time than all that a sentence is made of besides.
const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (locale: string, year?: 'numeric'): Intl.DateTimeFormat => {
  const name = `${locale} ${year}`;
  const known =
    formats.get(name) ?? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year, timeZone: 'UTC' });
  formats.set(name, known);
  return known;
};

/** A day in words; as it is written where the machine has none for it. */
const dayIn = (day: Day, { locale }: Words, year?: 'numeric'): string =>
  typeof Intl === 'undefined' ? day : formatIn(locale, year).format(new Date(day));

export const longDay = (day: Day, words: Words): string => dayIn(day, words, 'numeric');

/** The last of what the employer was told or asked, the transfer before all. */
const employerStands = (
  { guidance, request, told, asked }: SeenByEmployer,
  { steps, roles, events, employerRoute, values, phrases }: Words,
): string => {
  if (guidance) return steps.transferred.sentence;
  if (request?.answered) return `${roles.employer} ${events[`employer.${request.answered.as}`].done}`;
  if (request) return employerRoute.asked;
  const of = told.map(({ of }) => values.of[of]);
  if (of.length > 0) return `${phrases.informedOf} ${listed(of, phrases.and)}`;
  const sources = asked.map(({ source }) => values.source[source]);
  return `${phrases.informationFrom} ${listed(sources, phrases.and)}`;
};

const standsIn = (view: View, words: Words): string => {
  const { role, sees, mayReport } = view;
  if (!sees) return words.phrases.nothing;
  if (view.role === 'employer') return employerStands(sees as SeenByEmployer, words);
  if (view.role === 'complaintHandler') return words.complaints[complaintsIn(sees as SeenByComplaintHandler)];
  if (role === 'secondOpinionPhysician' && !('step' in sees))
    return mayReport.length > 0 ? words.phrases.mayStillAccept : words.phrases.mayNoLongerAccept;
  if (!('step' in sees)) return words.phrases.nothing;
  if (role === 'secondOpinionPhysician' && sees.step === 'concluded') return words.phrases.partIsOver;
  return sees.step === null ? words.phrases.inProgress : words.steps[sees.step].sentence;
};

export const knownIn = (view: View, words: Words): Known => ({ ...view, stands: standsIn(view, words) });

export const viewBy = (current: Case, reader: Reader): View => viewOf(current, reader?.role, `${reader?.person}`);

/** The host may know all. */
const all = (current: Case, { steps }: Words): Known => ({
  sees: null,
  stands: steps[reading(current, ({ step }) => step)].sentence,
  waitingOn: waitingOn(current),
  deadlines: deadlines(current),
});

export const termIn = ({ term, dueOn, alarmOn }: Running, words: Words): string => {
  const named = words.terms[term];
  if (dueOn) return `${named} ${words.phrases.by} ${longDay(dueOn, words)}`;
  return alarmOn ? `${named} (${words.phrases.alarm} ${longDay(alarmOn, words)})` : named;
};

const move = (waiting: Omit<Waiting, 'person'>, { roles, events, phrases }: Words): string =>
  `${roles[waiting.role]} (${listed(
    waiting.events.map((type) => events[type].todo),
    phrases.or,
  )})`;

type Status = CaseFile['authorisations'][number]['status'];

/** What a reader may know of what is asked most; absent: not theirs to know. */
interface Asked {
  /** What the employee said of the authorisation for whoever is chosen or engaged; null: nothing yet. */
  authorisation?: Status | null;
  /** Whether the employee said anything of it. */
  authorisationAnswered?: boolean;
  copy?: boolean;
  complaint?: Case['complaints'];
  complaintAgainst?: Case['complaints'];
  pays?: 'employer' | 'employee' | 'nobody';
}

export const authorisationIn = ({
  engagement,
  choice,
  authorisations,
}: Pick<CaseFile, 'engagement' | 'choice' | 'authorisations'>): Status | null => {
  const physician = engagement?.physician ?? choice?.[choice.current]?.id;
  return authorisations.find(({ recipient }) => recipient === physician)?.status ?? null;
};

/** From what its view shows a party, and from nothing else. */
const askedIn = (view: View): Asked => {
  const { role, sees } = view;
  if (!sees) return {};
  switch (role) {
    case 'employee':
      return {
        authorisation: authorisationIn(sees),
        copy: sees.possession !== null,
        complaint: complaintsIn(sees),
        pays: sees.payer,
      };
    case 'ownPhysician':
      return {
        // A successor from whom the file is withheld sees neither (B-65).
        ...('authorisations' in sees ? { authorisation: authorisationIn(sees), pays: sees.payer } : {}),
        copy: Boolean(sees.advice),
        complaintAgainst: complaintsIn(sees),
      };
    case 'secondOpinionPhysician':
      if (!('step' in sees)) return {};
      return {
        authorisation: sees.authorisation?.status ?? null,
        // Whether the employee handed a copy over is not theirs to know.
        ...(sees.forwardedOn ? { copy: true } : {}),
        complaintAgainst: complaintsIn(sees),
        pays: sees.payer,
      };
    case 'thirdPhysician':
      return { complaintAgainst: complaintsIn(sees) };
    case 'administration':
      return { authorisationAnswered: sees.authorisationAnswered, pays: sees.payer };
    default:
      return {};
  }
};

const askedInAll = (current: Case): Asked => ({
  authorisation: authorisationIn(current.file),
  copy: current.file.possession !== null,
  complaint: current.complaints,
  pays: payer(current).payer,
});

/** The next date: of a term that ends then, or else a day to look at it. */
const nextDate = (deadlines: readonly Running[], { phrases }: Words, said: (day: Day) => string): string | null => {
  const due = deadlines.find(({ dueOn }) => dueOn)?.dueOn;
  if (due) return said(due);
  const alarm = deadlines.find(({ alarmOn }) => alarmOn)?.alarmOn;
  if (alarm) return `${phrases.alarm} ${said(alarm)}`;
  return deadlines.length > 0 ? phrases.noFixedDay : null;
};

/**
 * Where a case stands, who is to act, and by when. Takes the case, its reader, who is told no more than `viewFor` shows them, or
 * `'host'`, who is told all, and the words of a language: to the employee those for the employee. Answers to whom nothing may be said a
 * sentence that says nothing and an empty card (`G-4`). Throws
 * `UnreadableCase` at what is no case.
 */
export function summaryFor(current: Case, reader: Reader | 'host', words: Words): Summary {
  return summaryIn(current, reader, inOwnNames(words));
}

function summaryIn(current: Case, reader: Reading, words: Words): Summary {
  const view = reader === 'host' ? null : viewBy(current, reader);
  const { stands, waitingOn, deadlines } = view ? knownIn(view, words) : all(current, words);
  const { whoseMove, and, by, yes, no } = words.phrases;
  const moves = listed([...new Set(waitingOn.map(({ role }) => words.roles[role]))], and);
  const due = deadlines.find(({ dueOn }) => dueOn)?.dueOn;
  const until = due ? `${by} ${longDay(due, words)}` : '';
  const move = [moves && `${whoseMove}: ${moves}`, until].filter(Boolean).join(', ');
  const sentence = [stands, ...(move ? [move] : [])].map((each) => `${capital(each)}.`).join(' ');
  if (view && !view.sees) return { sentence, card: [] };

  const asked = reading(current, () => (view ? askedIn(view) : askedInAll(current)));
  const { authorisation, authorisationAnswered, copy, complaint, complaintAgainst, pays } = asked;
  const yesOrNo = (is: boolean | undefined) => (is === undefined ? undefined : is ? yes : no);
  const status =
    authorisation === undefined ? yesOrNo(authorisationAnswered) : words.values.status[authorisation ?? 'none'];
  const facts: Record<FactName, string | null | undefined> = {
    stands: capital(stands),
    toAct: moves || words.phrases.nobody,
    by: nextDate(deadlines, words, (day) => longDay(day, words)),
    authorisation: status,
    copy: yesOrNo(copy),
    complaint: complaint && words.values.complaint[complaint],
    complaintAgainst: complaintAgainst && words.values.complaint[complaintAgainst],
    pays: pays && words.payers[pays],
  };
  const label = (fact: FactName): string =>
    fact === 'authorisation' && authorisation === undefined ? words.views.authorisationAnswered : words.card[fact];
  const card = Object.entries(facts).flatMap(([name, value]) => {
    const fact = name as FactName;
    return value ? [{ fact, label: capital(label(fact)), value }] : [];
  });
  return { sentence, card };
}

/**
 * Who is told of an event, or sees something change by it, knows that it happened: but of these only what follows from them.
 * `L-39`: the word that no copy comes does not say why, and the copy not what the employee signed. `B-17`, `B-64`: to the
 * second-opinion physician the application, or their part, is over; `B-58`: the route to UWV and a withdrawal read alike.
 * `E-32`: the third physician learns that what was passed on is another. `E-33`: the employer learns who guides, not that
 * anybody was asked. Planning learns where it stands, not what the employee chose, signed or asked, nor how they were answered.
 */
const onlyWhatFollows: Partial<Record<Role, EventType[]>> = {
  ownPhysician: ['forwarding.authorised', 'forwarding.withheld', 'forwarding.unanswered', 'noCopy.announced'],
  secondOpinionPhysician: ['uwvRoute.chosen', 'request.withdrawn', 'response.overdue', 'advice.handedOver'],
  thirdPhysician: ['advice.handedOver'],
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
    'engagement.ended',
    'forwarding.authorised',
    'forwarding.withheld',
    'forwarding.unanswered',
    'noCopy.announced',
    'advice.forwarded',
    'advice.handedOver',
    'transfer.withdrawn',
    'case.closed',
  ],
};

/** What was done, as a sentence; an id stays as it is. */
const doneBy = (event: ProcedureEvent, doer: Role | null, { roles, events, phrases }: Words): string =>
  event.type === 'advice.discussed' && event.waivedByEmployee
    ? capital(phrases.discussionWaived)
    : `${doer ? capital(roles[doer]) : event.by} ${events[event.type].done}`;

/** The same in one line; how far the advice is adopted is what matters of a decision. */
const briefOf = (event: ProcedureEvent, done: string, details: boolean, words: Words): string => {
  const waived = event.type === 'advice.discussed' && event.waivedByEmployee;
  const line = words.brief === 'sentence' || waived ? done : capital(words.events[event.type].title);
  return event.type === 'decision.made' && details ? `${line}: ${words.values.adoption[event.adoption]}` : line;
};

const endOf = ({ term, complaint, dueOn, alarmOn }: Running): string => [term, complaint, dueOn, alarmOn].join();

/** What is newly dated: a term that ends, a day to look at it, or a day that the act itself sets. */
const dateAfter = (
  on: Day,
  now: readonly Running[],
  earlier: readonly Running[],
  event: ProcedureEvent | null,
  words: Words,
): string | null => {
  const said = (day: Day) => (day.slice(0, 4) === on.slice(0, 4) ? dayIn(day, words) : longDay(day, words));
  const known = new Set(earlier.map(endOf));
  const news = now.filter((each) => (each.dueOn || each.alarmOn) && !known.has(endOf(each)));
  const due = news.find(({ dueOn }) => dueOn);
  if (due?.dueOn) return `${words.terms[due.term]} ${words.phrases.by} ${said(due.dueOn)}`;
  if (event?.type === 'consultation.scheduled') return `${words.phrases.onDay} ${said(event.for)}`;
  if (event?.type === 'complaint.answered' && event.measuresBy)
    return `${words.fields.measuresBy} ${said(event.measuresBy)}`;
  return nextDate(news, words, said);
};

const common = ['type', 'by', 'on', 'recordedBy'];

const valueIn = (name: string, value: unknown, all: Words): string => {
  const { values, phrases } = all;
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no;
  if (Array.isArray(value))
    return listed(
      value.map((item) => valueIn(name, item, all)),
      phrases.and,
    );
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  const text = String(value);
  const list: Record<string, string> | undefined = name in values ? values[name as keyof typeof values] : undefined;
  if (list && text in list) return list[text] ?? text;
  return day.safeParse(text).success ? longDay(text, all) : text;
};

/** `B-65`: whether the employee lets the file go along is between them and the new own physician. */
const notForThem: Partial<Record<Role, Partial<Record<EventType, string[]>>>> = {
  secondOpinionPhysician: { 'ownPhysician.replaced': ['consent'] },
};

const detailsIn = (event: ProcedureEvent, reading: Reading, words: Words): string[] => {
  const without = (reading !== 'host' && notForThem[reading.role]?.[event.type]) || [];
  return Object.entries(event)
    .filter(([name]) => !common.includes(name) && !without.includes(name))
    .filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0))
    .map(([name, value]) => `${words.fields[name as keyof Words['fields']]}: ${valueIn(name, value, words)}`);
};

/** Who needs the details of what they may know: those who lead the case, not those who plan it or are asked beside it. */
const knowDetails = (reading: Reading): boolean =>
  reading === 'host' || ['employee', 'ownPhysician', 'secondOpinionPhysician'].includes(reading.role);

const deviationIn = ({ norm }: Deviation, { norms, phrases }: Words): string =>
  `${phrases.deviation}: ${norms[norm].unmet}`;

/** A representative reads what goes to the employee. */
const lettersTo = ({ taken }: Turn, { role, person }: Reader): Notice[] =>
  taken.notices.filter(({ to }) => to.role === role && (to.person === person || role === 'employee'));

const ranked = (ids: readonly ClauseId[]): TimelineEntry['clauses'] =>
  [...new Set(ids)].map((id) => ({ id, rank: rankOf([id]) }));

/** What a party is shown of what an entry rests on; the employer nothing, because the clauses name the second opinion (`G-4`). */
export const citedTo = (role: Role, ids: readonly ClauseId[]): TimelineEntry['clauses'] =>
  role === 'employer' ? [] : ranked(ids);

/** What happened at one moment of a log; the opening is no event. */
interface Turn {
  on: Day;
  recordedBy: string | null;
  event: ProcedureEvent | null;
  before: Case;
  taken: Omit<Taken, 'deadlines'>;
}

type Happening = Turn & { event: ProcedureEvent };

const happened = (turn: Turn): turn is Happening => turn.event !== null;

/** Goes through a log as it happened, up to what cannot be taken: `at` is the place of that, `end` the file before it. */
function follow(
  opening: unknown,
  events: Iterable<unknown>,
  tell: (turn: Turn) => void,
): { at: number | null; end: CaseFile | null } {
  const checked = check(openingSchema, opening);
  const opened = openCase(opening);
  if (!checked.ok || !opened.ok) return { at: -1, end: null };
  const { on, recordedBy = null } = checked.value;
  tell({ on, recordedBy, event: null, before: opened.case, taken: opened });
  let current = opened.case;
  let at = 0;
  for (const told of events) {
    const taken = recordTurn(current, told);
    if (!taken.ok) return { at, end: current.file };
    const { on, recordedBy = null } = taken.event;
    tell({ on, recordedBy, event: taken.event, before: current, taken });
    current = taken.case;
    at += 1;
  }
  return { at: null, end: current.file };
}

const knowOfTheRequest: Role[] = ['employee', 'ownPhysician', 'administration'];

type Standing = Omit<TimelineEntry, 'type' | 'who' | 'done' | 'brief' | 'clauses'>;

/** What stands in every entry: the day, where the case stands after it, and what the reader is told of it. */
const standingAfter = (
  { on }: Turn,
  told: string[],
  now: Known,
  earlier: Pick<Known, 'deadlines'> | null,
  words: Words,
): Standing => ({
  on,
  date: dateAfter(on, now.deadlines, earlier?.deadlines ?? [], null, words),
  recordedBy: null,
  details: [],
  stands: capital(now.stands),
  waitsOn: bounded(now.waitingOn, words, (waiting) => move(waiting, words), now.alike),
  told,
  terms: bounded(now.deadlines, words, (deadline) => termIn(deadline, words), now.alike),
  deviations: [],
});

const openingEntry = (turn: Turn, standing: Standing, { roles, phrases, brief }: Words): TimelineEntry => ({
  ...standing,
  type: 'opening',
  who: roles.employee,
  done: capital(`${roles.employee} ${phrases.requested}`),
  brief: capital(brief === 'sentence' ? `${roles.employee} ${phrases.requested}` : phrases.opened),
  clauses: ranked(turn.taken.clauses),
});

/** The event itself, without what it rests on; what it carried where the reader needs it. */
const eventEntry = (
  turn: Happening,
  standing: Standing,
  reading: Reading,
  words: Words,
): Omit<TimelineEntry, 'clauses'> => {
  const { event, before, taken } = turn;
  const doer = roleOf(before.file, taken.case.file, event);
  const who = doer ? words.roles[doer] : event.by;
  const done = doneBy(event, doer, words);
  const inDetail = knowDetails(reading);
  const details = inDetail ? detailsIn(event, reading, words) : [];
  return { ...standing, type: event.type, who, done, brief: briefOf(event, done, inDetail, words), details };
};

const hostsEntry = (turn: Turn, earlier: Known | null, now: Known, words: Words): TimelineEntry => {
  const { taken, recordedBy } = turn;
  const told = taken.notices.map(({ to, about }) => `${words.roles[to.role]}: ${words.notices[about]}`);
  const standing = {
    ...standingAfter(turn, told, now, earlier, words),
    recordedBy,
    deviations: taken.deviations.map((each) => deviationIn(each, words)),
  };
  if (!happened(turn)) return openingEntry(turn, standing, words);
  const date = dateAfter(turn.on, now.deadlines, earlier?.deadlines ?? [], turn.event, words);
  return { ...eventEntry(turn, { ...standing, date }, 'host', words), clauses: ranked(taken.clauses) };
};

/** What a party may know of a turn: the event itself, only what it is told of it or sees change, or nothing. */
const partysEntry = (
  turn: Turn,
  reader: Reader,
  earlier: Known | null,
  now: Known,
  words: Words,
): TimelineEntry | null => {
  const { before, taken } = turn;
  const { role, person } = reader;
  const letters = lettersTo(turn, reader);
  if (taken.clauses.length === 0 || (now.sees === null && letters.length === 0)) return null;
  const told = letters.map(({ about }) => words.notices[about]);
  const standing = standingAfter(turn, told, now, earlier, words);
  if (!happened(turn) || !earlier) return knowOfTheRequest.includes(role) ? openingEntry(turn, standing, words) : null;

  const { event } = turn;
  const didIt = roleOf(before.file, taken.case.file, event) === role && event.by === person;
  const isConcerned = () => told.length > 0 || JSON.stringify(earlier.sees) !== JSON.stringify(now.sees);
  const mayKnow = now.sees !== null && (didIt || role === 'employee' || isConcerned());
  if (mayKnow && (didIt || !onlyWhatFollows[role]?.includes(event.type))) {
    // Where an event led from and to shows in what it cites, so a party is shown what it cites everywhere.
    const clauses = citedTo(role, role === 'employee' ? taken.clauses : clausesOf(event.type));
    const date = dateAfter(turn.on, now.deadlines, earlier.deadlines, knowDetails(reader) ? event : null, words);
    return { ...eventEntry(turn, { ...standing, date }, reader, words), clauses };
  }
  if (told.length === 0 && now.stands === earlier.stands) return null;
  const done = capital(told.length > 0 ? told.join('; ') : now.stands);
  const clauses = letters.flatMap(({ clauses }) => clauses);
  return { ...standing, type: null, who: null, done, brief: done, clauses: citedTo(role, clauses) };
};

/** The complaints of which the same is said, but for which it is: the place of the first, and how many there are. */
interface Alike {
  first: number;
  count: number;
}

const kindOf = ({ against, filedOn, handler, answered, withdrawnOn }: Complaint): string =>
  [against, filedOn, handler, answered !== null, withdrawnOn !== null].join();

/** Where there are many complaints, a turn is told with one of each kind, and with the one that was spoken of last. */
class ComplaintsByKind {
  #alike = new Map<string, Alike>();
  #spokenOf = -1;

  /** Goes on to a turn; whether it speaks of another complaint than was spoken of last. */
  goOnTo({ event, before, taken }: Turn): boolean {
    if (!event || !('complaint' in event)) return false;
    const { complaints } = before.file;
    const isFiled = taken.case.file.complaints.length > complaints.length;
    const at = isFiled ? complaints.length : complaints.findIndex(({ complaint }) => complaint === event.complaint);
    if (at < 0 || at === this.#spokenOf) return false;
    if (this.#spokenOf >= 0) this.#add(complaints, this.#spokenOf);
    if (at < complaints.length) this.#remove(complaints, at);
    this.#spokenOf = at;
    return true;
  }

  #add(complaints: readonly Complaint[], at: number): void {
    const kind = kindOf(complaints[at] as Complaint);
    const { first, count } = this.#alike.get(kind) ?? { first: at, count: 0 };
    this.#alike.set(kind, { first: Math.min(first, at), count: count + 1 });
  }

  #remove(complaints: readonly Complaint[], at: number): void {
    const kind = kindOf(complaints[at] as Complaint);
    const { first, count } = this.#alike.get(kind) as Alike;
    const next = () => complaints.findIndex((each, place) => place > at && kindOf(each) === kind);
    if (count > 1) this.#alike.set(kind, { first: first === at ? next() : first, count: count - 1 });
    else this.#alike.delete(kind);
  }

  knownOf(current: Case, known: (current: Case) => Known): Known {
    const { file } = current;
    const left = [...this.#alike.values(), { first: this.#spokenOf, count: 1 }]
      .sort((one, other) => one.first - other.first)
      .flatMap(({ first, count }) => {
        const complaint = file.complaints[first];
        return complaint ? [{ complaint, count }] : [];
      });
    if (left.length === file.complaints.length) return known(current);
    const complaints = left.map(({ complaint }) => complaint);
    const alike = new Map(left.map(({ complaint: { complaint }, count }) => [complaint, count]));
    return { ...known({ ...current, file: { ...file, complaints } }), alike };
  }
}

/** What makes the entry of each turn that is told anything of, from what was known before it and after. */
const telling = (
  known: (current: Case) => Known,
  entry: (turn: Turn, earlier: Known | null, now: Known) => TimelineEntry | null,
): ((turn: Turn) => TimelineEntry | null) => {
  const complaints = new ComplaintsByKind();
  let earlier: Known | null = null;
  return (turn) => {
    if (complaints.goOnTo(turn) && earlier) earlier = complaints.knownOf(turn.before, known);
    const now = complaints.knownOf(turn.taken.case, known);
    const told = entry(turn, earlier, now);
    earlier = now;
    return told;
  };
};

/** Whether there is a story for a reader: for whoever holds the role in the end, and of complaints for whoever handles one. */
const isTheirs = (file: CaseFile, { role, person }: Reader): boolean =>
  isRole(role) && typeof person === 'string' && (role === 'complaintHandler' || holdsRole(file, role, person));

/**
 * The file as a dated story for one reader, in the order of arrival. Takes an opening and its events, as a host keeps them (what was done
 * against the rules included), the reader, or `'host'`, and the words of a language: to the employee those for the employee. Answers an
 * entry for each thing the reader may know, up to the first event that cannot be taken at all, and says where that is; no entry to whom
 * nothing may be said. Somebody who no longer holds a role has no story in it.
 */
export function timelineFor(
  opening: OpeningInput,
  events: Iterable<EventInput>,
  reader: Reader | 'host',
  words: Words,
): Timeline;
export function timelineFor(
  opening: unknown,
  events: Iterable<unknown>,
  reader: Reader | 'host',
  words: Words,
): Timeline;
export function timelineFor(
  opening: unknown,
  events: Iterable<unknown>,
  reader: Reader | 'host',
  words: Words,
): Timeline {
  return storyIn(opening, events, reader, inOwnNames(words));
}

function storyIn(opening: unknown, events: Iterable<unknown>, reader: Reading, words: Words): Timeline {
  const entryOf =
    reader === 'host'
      ? telling(
          (current) => all(current, words),
          (turn, earlier, now) => hostsEntry(turn, earlier, now, words),
        )
      : telling(
          (current) => knownIn(viewBy(current, reader), words),
          (turn, earlier, now) => reader && partysEntry(turn, reader, earlier, now, words),
        );
  const told: TimelineEntry[] = [];
  const { at, end } = follow(opening, events, (turn) => {
    const entry = entryOf(turn);
    if (entry) told.push(entry);
  });
  const entries = end && (reader === 'host' || (reader && isTheirs(end, reader))) ? told : [];
  return at === null ? { ok: true, entries } : { ok: false, at, entries };
}
