import * as fc from 'fast-check';
import {
  advance,
  audit,
  type Case,
  deadlines,
  type EventType,
  type Expected,
  eventSchema,
  expectedEvents,
  openCase,
} from '../index.js';
import { daysAfter } from './calendar.js';
import { asked, Dice, dependent, fieldsOf, listed, representative, successor, weights } from './fields.js';
import {
  employee,
  employer,
  handler,
  type OpeningTold,
  openingOf,
  own,
  physician,
  planning,
  type Story,
  type Told,
  third,
} from './people.js';
import { upTo } from './stories.js';

const everybody = [
  ...[employee, employer, planning, handler, representative, 'nobody-1'],
  ...[own, third, successor, dependent, ...asked].map(({ id }) => id),
];

const usualWay = upTo('transferred');

const eventTypes: EventType[] = eventSchema.options.map((option) => option.shape.type.value);

const seeds = fc.noBias(fc.nat(2 ** 31 - 1));

function openingFrom(seed: number): OpeningTold {
  const dice = new Dice(seed);
  return openingOf({
    log: dice.chance(0.2) ? 'ownPhysician' : 'whole',
    participants: {
      ...(dice.chance(0.2) ? { representative } : {}),
      ...(dice.chance(0.1) ? { employer: undefined } : {}),
    },
    contract: {
      physicians: dice.chance(0.5) ? [listed] : [],
      military: dice.chance(0.1),
      ...(dice.chance(0.3) ? { responseTerm: { weeks: 1, from: 'dispatch', extendedBy: 'algemeneTermijnenwet' } } : {}),
      ...(dice.chance(0.3) ? { alarms: { engage: 14, decide: 21, complaint: 42 } } : {}),
    },
    contestedAdvice: dice.chance(0.2) ? { giver: physician('physician-giver', 'noord') } : {},
    guidanceContinues: dice.chance(0.95),
    earlierRequests: dice.chance(0.4)
      ? [{ id: 'earlier-1', question: 'question-1', advice: 'advice-0', outcome: 'completed' }]
      : [],
  });
}

// How often people do what they may do; once where nothing is said.

// Filled so that the event is often allowed; `n` makes its references its own.

const weighed = (types: EventType[], dice: Dice): EventType =>
  dice.of(types.flatMap((type) => Array<EventType>(Math.round((weights[type] ?? 1) * 20)).fill(type)));

const byWhom = ({ file }: Case, fields: Record<string, unknown>, reporters: Expected[], dice: Dice): string => {
  const reporter = reporters.length > 0 ? dice.of(reporters) : undefined;
  if (reporter?.role !== 'complaintHandler' && reporter?.person) return reporter.person;
  const handled = file.complaints.find(({ complaint }) => complaint === fields.complaint);
  return handled?.handler ?? dice.of([handler, 'handler-2']);
};

/** An event of this type as its people would tell it, `n` events after the opening. */
function eventOf(type: EventType, current: Case, day: string, n: number, dice: Dice): Told {
  const due = type === 'response.overdue' ? deadlines(current).find(({ term }) => term === 'response')?.dueOn : null;
  const on = due && day <= due ? daysAfter(due, 1) : day;
  const fields = fieldsOf(type, current, on, n, dice);
  const reporters = expectedEvents(current).filter((expected) => expected.type === type);
  return { type, by: byWhom(current, fields, reporters, dice), on, ...fields };
}

const dispensable = ['reasons', 'consent', 'document'];

/** The same event by somebody else, without what is required, or for another. */
function wrongly(told: Told, dice: Dice): Told {
  switch (dice.below(3)) {
    case 0:
      return { ...told, by: dice.of(everybody) };
    case 1:
      return Object.fromEntries(Object.entries(told).filter(([field]) => !dispensable.includes(field))) as Told;
    default:
      if (typeof told.to === 'string') return { ...told, to: dice.of(everybody) };
      if ('recipient' in told) return { ...told, recipient: dice.of(everybody) };
      return { ...told, recordedBy: dice.of([planning, handler]) };
  }
}

const takers = { advance, audit };

/** One more event in a case, or null where the number leads to none that is taken. */
function nextOf(current: Case, last: string, n: number, seed: number, how: 'advance' | 'audit'): Told | null {
  const dice = new Dice(seed);
  const day = daysAfter(last, dice.of([0, 0, 0, 1, 1, 2, 4, 8, -1, -3]));
  if (how === 'audit' && dice.chance(0.3)) {
    const told = wrongly(eventOf(dice.of(eventTypes), current, day, n, dice), dice);
    if (audit(current, told).ok) return told;
  }
  const possible = expectedEvents(current).filter(({ unmet }) => unmet.length === 0);
  if (possible.length === 0) return null;
  const told = eventOf(weighed([...new Set(possible.map(({ type }) => type))], dice), current, day, n, dice);
  return takers[how](current, told).ok ? told : null;
}

function storyFrom(openingSeed: number, along: number, seeds: number[], how: 'advance' | 'audit'): Story {
  const start = openingFrom(openingSeed);
  const opened = openCase(start);
  if (!opened.ok) throw new Error(`An opening that does not open: ${JSON.stringify(opened)}`);
  let current = opened.case;
  let last = start.on;
  const events: Told[] = [];
  const take = (told: Told | null): void => {
    const taken = told && takers[how](current, told);
    if (!told || !taken?.ok) return;
    events.push(told);
    current = taken.case;
    last = told.on ?? last;
  };
  for (const told of usualWay.slice(0, along)) if (advance(current, told).ok) take(told);
  for (const seed of seeds) take(nextOf(current, last, events.length + 1, seed, how));
  return { opening: start, events };
}

// Some way along the usual one first, so that the late steps are reached as often as the early ones.
const storiesBy = (how: 'advance' | 'audit'): fc.Arbitrary<Story> =>
  fc
    .tuple(seeds, fc.nat(usualWay.length), fc.array(seeds, { maxLength: 30, size: 'max' }))
    .map(([openingSeed, along, each]) => storyFrom(openingSeed, along, each, how));

/** Openings of every kind that open a case. */
export const openings: fc.Arbitrary<OpeningTold> = seeds.map(openingFrom);

/** Histories in which everything was allowed: `advance` takes every event. */
export const allowedHistories: fc.Arbitrary<Story> = storiesBy('advance');

/** What people do: also the wrong people, without reasons or consent, by forbidden ways; `audit` takes every event. */
export const recordedHistories: fc.Arbitrary<Story> = storiesBy('audit');
