import * as fc from 'fast-check';
import { eventTypes } from '../../src/events.js';
import {
  advance,
  audit,
  type Case,
  deadlines,
  type EventType,
  expectedEvents,
  type Outcome,
  openCase,
} from '../../src/index.js';
import {
  asked,
  Dice,
  fieldsOf,
  listed,
  outside,
  representative,
  successor,
  weights,
} from '../../src/testing/fields.js';
import {
  acknowledged,
  complained,
  complaintAnswered,
  declined,
  employee,
  employer,
  employerInformed,
  handler,
  opening,
  overdue,
  own,
  physician,
  planning,
  requested,
  second,
  sent,
  signed,
  storyTo,
  type Told,
  third,
  unanswered,
  upTo,
} from './story.js';

type OpeningInput = Record<string, unknown> & { on: string };

/** What was reported of one case, in the order of arrival. */
export interface History {
  opening: OpeningInput;
  events: Told[];
}

/** How many random histories a test tries: 2,000, or as many as the environment asks for. */
export const runs = Number(process.env.HISTORIES ?? 2_000);

/** Time enough for that many, on a slow machine. */
export const patience = 120_000 + runs * 100;

const everybody = [employee, employer, planning, handler, 'nobody-1', own, third, successor, ...asked].map((each) =>
  typeof each === 'string' ? each : each.id,
);

const otherHandler = 'handler-2';

export const diceOf = (seed: number): Dice => new Dice(seed);

export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const openingOf = (seed: number): OpeningInput => {
  const dice = diceOf(seed);
  return {
    ...opening,
    log: dice.chance(0.2) ? 'ownPhysician' : 'whole',
    participants: {
      ...opening.participants,
      ...(dice.chance(0.2) ? { representative } : {}),
      ...(dice.chance(0.1) ? { employer: undefined } : {}),
    },
    contract: {
      ...opening.contract,
      physicians: dice.chance(0.5) ? [listed] : [],
      military: dice.chance(0.1),
      ...(dice.chance(0.3) ? { responseTerm: { weeks: 1, from: 'dispatch', extendedBy: 'algemeneTermijnenwet' } } : {}),
      ...(dice.chance(0.3) ? { alarms: { engage: 14, decide: 21, complaint: 42 } } : {}),
    },
    contestedAdvice: {
      ...opening.contestedAdvice,
      ...(dice.chance(0.2) ? { giver: physician('physician-giver', 'noord') } : {}),
    },
    guidanceContinues: dice.chance(0.95),
    earlierRequests: dice.chance(0.4)
      ? [{ id: 'earlier-1', question: 'question-1', advice: 'advice-0', outcome: 'completed' }]
      : [],
  };
};

/** How often people do what they may do; 1 where nothing is said. */

const weighed = (types: EventType[], dice: Dice): EventType =>
  dice.of(types.flatMap((type) => Array<EventType>(Math.round((weights[type] ?? 1) * 20)).fill(type)));

/** The fields of an event, filled so that it is often allowed; `n` makes its references its own. */

const handlerOf = ({ file }: Case, fields: Record<string, unknown>, dice: Dice): string =>
  file.complaints.find(({ complaint }) => complaint === fields.complaint)?.handler ?? dice.of([handler, otherHandler]);

/** An event of this type as its people would report it, `n` events after the opening. */
export function reportOf(type: EventType, current: Case, day: string, n: number, dice: Dice, by?: string): Told {
  const due = type === 'response.overdue' ? deadlines(current).find(({ dueOn }) => dueOn)?.dueOn : null;
  const on = due && day <= due ? daysFrom(due, 1) : day;
  const fields = fieldsOf(type, current, on, n, dice);
  const [reporter] = dice.chance(0.5)
    ? expectedEvents(current).filter((each) => each.type === type)
    : expectedEvents(current)
        .filter((each) => each.type === type)
        .reverse();
  const person =
    by ?? (type.startsWith('complaint.') && reporter?.role === 'complaintHandler' ? null : reporter?.person);
  return { type, by: person ?? handlerOf(current, fields, dice), on, ...fields };
}

const wrongly = (told: Told, dice: Dice): Told => {
  switch (dice.below(3)) {
    case 0:
      return { ...told, by: dice.of(everybody) };
    case 1: {
      const optional = ['reasons', 'consent', 'document'].filter((field) => field in told);
      return Object.fromEntries(Object.entries(told).filter(([field]) => !optional.includes(field))) as Told;
    }
    default:
      return 'to' in told && typeof told.to === 'string'
        ? { ...told, to: dice.of(everybody) }
        : 'recipient' in told
          ? { ...told, recipient: dice.of(everybody) }
          : { ...told, recordedBy: dice.of([planning, handler]) };
  }
};

const dayAfter = (last: string, dice: Dice): string => daysFrom(last, dice.of([0, 0, 0, 1, 1, 2, 4, 8, -1, -3]));

type Taken = Extract<Outcome, { ok: true }>;

/** A turn of a history: the case before it, the event (none for the opening), and what came of it. */
export interface Turn {
  before: Case | null;
  event: Told | null;
  taken: Taken;
}

export type How = 'advance' | 'audit';

const takers = { advance, audit };

/** All turns of a history, or null where one of them is not taken. */
export function turnsOf({ opening, events }: History, how: How): Turn[] | null {
  const opened = openCase(opening);
  if (!opened.ok) return null;
  const turns: Turn[] = [{ before: null, event: null, taken: opened }];
  let before = opened.case;
  for (const event of events) {
    const taken = takers[how](before, event);
    if (!taken.ok) return null;
    turns.push({ before, event, taken });
    before = taken.case;
  }
  return turns;
}

export const lastOf = (turns: Turn[]): Case => (turns.at(-1) as Turn).taken.case;

/** One more event in a case, or null where the seed finds none that is taken. */
function nextOf(current: Case, last: string, n: number, seed: number, how: How): Told | null {
  const dice = diceOf(seed);
  const day = dayAfter(last, dice);
  if (how === 'audit' && dice.chance(0.3)) {
    const told = wrongly(reportOf(dice.of(eventTypes), current, day, n, dice), dice);
    if (audit(current, told).ok) return told;
  }
  const possible = expectedEvents(current)
    .filter(({ unmet }) => unmet.length === 0)
    .map(({ type }) => type);
  const type = possible.length > 0 ? weighed([...new Set(possible)], dice) : null;
  const told = type && reportOf(type, current, day, n, dice);
  return told && takers[how](current, told).ok ? told : null;
}

function historyOf(openingSeed: number, along: number, seeds: number[], how: How): History {
  const opening = openingOf(openingSeed);
  const opened = openCase(opening);
  if (!opened.ok) throw new Error('an opening that does not open');
  const events: Told[] = [];
  let current = opened.case;
  let last = opening.on;
  const take = (told: Told | null): void => {
    const taken = told && takers[how](current, told);
    if (!told || !taken?.ok) return;
    events.push(told);
    current = taken.case;
    last = told.on ?? last;
  };
  for (const told of upTo('transferred').slice(0, along)) if (advance(current, told).ok) take(told);
  for (const each of seeds) take(nextOf(current, last, events.length + 1, each, how));
  return { opening, events };
}

/** A number from which choices follow. */
export const seed = fc.noBias(fc.nat(2 ** 31 - 1));

const wholeWay = upTo('transferred').length;

/** Histories start some way along the usual one, so that the late steps are reached as often as the early ones. */
const histories = (how: How) =>
  fc
    .tuple(seed, fc.nat(wholeWay), fc.array(seed, { maxLength: 30, size: 'max' }))
    .map(([openingSeed, along, seeds]) => historyOf(openingSeed, along, seeds, how));

/** Histories in which everything was allowed. */
const allowedHistories = histories('advance');

/** What people do: also with the wrong people, without reasons or consent, by forbidden ways. */
const recordedHistories = histories('audit');

/** Both, each with how it is taken. */
export const anyHistories = fc.oneof(
  allowedHistories.map((history) => ({ history, how: 'advance' as How })),
  recordedHistories.map((history) => ({ history, how: 'audit' as How })),
);

const complaintsBeside: Told[] = [
  complained(),
  acknowledged(),
  complained({ complaint: 'complaint-2', against: third.id }),
  complaintAnswered({ complaint: 'complaint-2' }),
];

/** The usual way to each step, and some that few histories take: to try before the random ones. */
export const usualWays: { history: History; how: How }[] = [
  ...Object.values(storyTo),
  ...(['execution.assessing', 'completion.awaitingSuccessor', 'transferred'] as const).map((step) => ({
    opening,
    events: [...upTo(step), ...complaintsBeside, employerInformed({ on: '2026-03-25' })],
  })),
  { opening, events: [...upTo('execution.awaitingConsent'), unanswered()] },
  { opening, events: [...upTo('execution.assessing'), requested({ source: 'ownPhysician' })] },
  { opening, events: [...upTo('execution.awaitingResponse'), overdue({ on: '2026-03-26' })] },
  {
    opening,
    events: [
      ...upTo('execution.awaitingResponse'),
      declined(),
      signed({ recipient: second.id }),
      sent({ to: second.id }),
    ],
  },
].map((history) => ({ history, how: 'advance' }));

export type { Dice };
export { fieldsOf, outside };
