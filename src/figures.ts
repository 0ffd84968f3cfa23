import type { EventOf } from './acts.js';
import { adoption, check, type Day, day, grounds, strictObject } from './fields.js';
import { complaintOf } from './file.js';
import { fromEach, type Log, type Replayed } from './logs.js';
import { type NormName, norms } from './norms.js';
import { responseDue } from './terms.js';

export type { Log } from './logs.js';
export { type Ocel, ocelOf } from './ocel.js';

/** From which day until which, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/**
 * How many, in fives and rounded down: 15 is 15 to 19. `fewerThanFive` is none to four, and also more than that where fewer than five
 * employees are behind it. So no difference of two counts tells what a third leaves out.
 */
export type Count = number | 'fewerThanFive';

/**
 * How many days something took, of those in which it came to an end: the median, and the days within which the fastest and the slowest
 * quarter fall. Each is a number of days that occurred; a day later is 1, the same day 0.
 */
export type Duration =
  | {
      readonly of: Count;
      readonly lowerQuartile: number;
      readonly median: number;
      readonly upperQuartile: number;
    }
  | 'fewerThanFive';

type Ground = EventOf<'request.refused'>['grounds'][number];
type Adoption = EventOf<'decision.made'>['adoption'];

/** What came of many cases. It says nothing by employer or by person. */
export interface Figures {
  /** The places, from 0, of what could not be replayed: for the host to mend, and counted in nothing else. */
  readonly unread: readonly number[];
  /** Requests, renewed ones included. */
  readonly requests: Count;
  /** Refusals of a request, also where it was honoured afterwards. */
  readonly refusals: Count;
  /** A refusal on several grounds counts under each. */
  readonly refusalsByGround: Readonly<Record<Ground, Count>>;
  /** Applications sent to a second-opinion physician; one request can lead to several. */
  readonly applications: Count;
  /** How they were answered (`L-20`), yes or no. `none`: the week was reported as passed, and no answer came later. */
  readonly answers: Readonly<Record<'withinTheWeek' | 'later' | 'none', Count>>;
  /** How the own physician first came by a copy. `none`: they were to have none, and have not been handed one since. */
  readonly copies: Readonly<Record<'forwarded' | 'handedOver' | 'none', Count>>;
  /** How far the advice was adopted, by the last decision of each case. */
  readonly decisions: Readonly<Record<Adoption, Count>>;
  /** Complaints filed. */
  readonly complaints: Count;
  /** From the request, or its renewal, to its first application; from the filing of a complaint to its first acknowledgement and answer. */
  readonly days: Readonly<
    Record<'requestToApplication' | 'complaintToAcknowledgement' | 'complaintToAnswer', Duration>
  >;
  /** What was done against each rule, that which is void included. */
  readonly deviations: Readonly<Record<NormName, Count>>;
}

type Answer = keyof Figures['answers'];
type Span = keyof Figures['days'];

type What =
  | 'requests'
  | 'refusals'
  | 'applications'
  | 'complaints'
  | `ground ${Ground}`
  | `answer ${Answer}`
  | `copy ${keyof Figures['copies']}`
  | `decision ${Adoption}`
  | `days ${Span}`
  | `deviation ${NormName}`;

/** Something to count, and whose case it stands in. */
interface Fact {
  what: What;
  employee: string;
  days: number;
}

const periodSchema = /* @__PURE__ */ strictObject({ from: day, until: day });

/** Whether a case that was opened on a day belongs to a period; to one that cannot be read, none does. */
const belongsTo = (period: unknown): ((openedOn: Day) => boolean) => {
  if (period === undefined) return () => true;
  const read = check(periodSchema, period);
  return (openedOn) => read.ok && read.value.from <= openedOn && openedOn <= read.value.until;
};

const daysBetween = (from: Day, until: Day): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

interface Application {
  timedOut: boolean;
  answer: Answer | null;
}

const factsOf = ({ opened, turns, end }: Replayed): Fact[] => {
  const { employee } = opened.file.participants;
  const facts: Fact[] = [];
  const add = (what: What, days = 0) => facts.push({ what, employee, days });

  // The second-opinion physician's own record opens with an application: when the request was made it does not know.
  const applications: Application[] = opened.file.engagement ? [{ timedOut: false, answer: null }] : [];
  let isToBeSent = applications.length === 0;
  if (isToBeSent) add('requests');

  for (const { event, before } of turns) {
    const application = applications.at(-1);
    switch (event.type) {
      case 'request.renewed':
        add('requests');
        isToBeSent = true;
        break;
      case 'request.refused':
        add('refusals');
        for (const ground of new Set(event.grounds)) add(`ground ${ground}`);
        break;
      case 'application.sent':
        applications.push({ timedOut: false, answer: null });
        if (isToBeSent) add('days requestToApplication', daysBetween(before.file.request.askedOn, event.on));
        isToBeSent = false;
        break;
      case 'application.accepted':
      case 'application.declined':
      case 'application.foundInfeasible': {
        const due = responseDue(before.file, before.rules);
        if (application && due) application.answer ??= event.on <= due.dueOn ? 'withinTheWeek' : 'later';
        break;
      }
      case 'response.overdue':
        if (application) application.timedOut = true;
        break;
      case 'complaint.filed':
        add('complaints');
        break;
      case 'complaint.acknowledged': {
        const known = complaintOf(before.file, event.complaint);
        if (known && !known.acknowledgedOn)
          add('days complaintToAcknowledgement', daysBetween(known.filedOn, event.on));
        break;
      }
      case 'complaint.answered': {
        const known = complaintOf(before.file, event.complaint);
        if (known) add('days complaintToAnswer', daysBetween(known.filedOn, event.on));
      }
    }
  }

  for (const { answer, timedOut } of applications) {
    add('applications');
    if (answer ?? timedOut) add(`answer ${answer ?? 'none'}`);
  }
  const { possession, execution, decision } = end.file;
  if (possession) add(`copy ${possession.first.through}`);
  else if (execution.forwarding && execution.forwarding.as !== 'authorised') add('copy none');
  if (decision) add(`decision ${decision.adoption}`);
  for (const { norm } of end.deviations) add(`deviation ${norm}`);
  return facts;
};

const few = 5;

const areFew = (facts: Fact[]): boolean => new Set(facts.map(({ employee }) => employee)).size < few;

const counted = (facts: Fact[]): Count => (areFew(facts) ? 'fewerThanFive' : facts.length - (facts.length % few));

const lasting = (facts: Fact[]): Duration => {
  if (areFew(facts)) return 'fewerThanFive';
  const days = facts.map((fact) => fact.days).sort((one, other) => one - other);
  const within = (quarters: number): number => days[Math.ceil((quarters * days.length) / 4) - 1] as number;
  return { of: counted(facts), lowerQuartile: within(1), median: within(2), upperQuartile: within(3) };
};

/**
 * Counts and durations of many cases, for a yearly report. Takes the log of each case once, in any order, and follows it as
 * `replay(…, 'record')` does, so that what was done against the rules counts too; an act that is void counts as a deviation only. The
 * second-opinion physician's own record has an application at its beginning, and no request.
 *
 * A case belongs to the period in which it was opened, `{ from: 'YYYY-MM-DD', until: 'YYYY-MM-DD' }`, with all that came of it later;
 * without a period every case belongs. To a period that cannot be read none does. It throws at nothing: a log that cannot be replayed,
 * whatever its period, is named in `unread`, and so is the place at which `cases` cannot be read on.
 */
export function figuresOf(cases: Iterable<Log>, period?: Period): Figures;
export function figuresOf(cases: unknown, period?: unknown): Figures;
export function figuresOf(cases: unknown, period?: unknown): Figures {
  const belongs = belongsTo(period);
  const read = fromEach(cases, (log) => (belongs(log.opened.file.openedOn) ? factsOf(log) : []));
  const facts = read.flatMap((found) => found ?? []);
  const of = (what: What): Fact[] => facts.filter((fact) => fact.what === what);

  const count = (what: What): Count => counted(of(what));
  const duration = (span: Span): Duration => lasting(of(`days ${span}`));
  const each = <Name extends string>(names: readonly Name[], what: (name: Name) => What): Record<Name, Count> =>
    Object.fromEntries(names.map((name) => [name, count(what(name))])) as Record<Name, Count>;
  return {
    unread: read.flatMap((found, at) => (found ? [] : [at])),
    requests: count('requests'),
    refusals: count('refusals'),
    refusalsByGround: each(grounds.def.element.options, (ground) => `ground ${ground}`),
    applications: count('applications'),
    answers: each(['withinTheWeek', 'later', 'none'], (answer) => `answer ${answer}`),
    copies: each(['forwarded', 'handedOver', 'none'], (copy) => `copy ${copy}`),
    decisions: each(adoption.options, (adopted) => `decision ${adopted}`),
    complaints: count('complaints'),
    days: {
      requestToApplication: duration('requestToApplication'),
      complaintToAcknowledgement: duration('complaintToAcknowledgement'),
      complaintToAnswer: duration('complaintToAnswer'),
    },
    deviations: each(Object.keys(norms) as NormName[], (norm) => `deviation ${norm}`),
  };
}
