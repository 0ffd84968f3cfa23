import * as fc from 'fast-check';
import { advance, type EventType, eventTypes, expectedEvents, type Opening, type Physician, record } from '../index.js';
import { daysAfter } from './calendar.js';
import { tell } from './given.js';
import {
  employee,
  employer,
  first,
  handler,
  type OpeningTold,
  opening,
  openingOf,
  own,
  physician,
  planning,
  type Story,
  successor,
  type Told,
  third,
} from './people.js';
import { asked, Dice, dependent, listed, reportOf, representative } from './reports.js';
import { upTo } from './stories.js';

const everybody = [
  ...[employee, employer, planning, handler, representative, 'nobody-1'],
  ...[own, third, successor, dependent, ...asked].map(({ id }) => id),
];

const usualWay = upTo('transferred');

const onTheWay = usualWay.map(({ type }) => type);

const seeds = fc.noBias(fc.nat(2 ** 31 - 1));

function openingFrom(seed: number): OpeningTold {
  const dice = new Dice(seed);
  const sometimes = <Value>(probability: number, value: Value) => (dice.chance(probability) ? value : undefined);
  const recordOf = dice.of<Opening['recordOf'] | undefined>([
    'procedure',
    'procedure',
    'procedure',
    undefined,
    'ownPhysician',
    'secondOpinionPhysician',
  ]);
  const isAsked = recordOf === 'secondOpinionPhysician';
  const represented = dice.chance(0.2);
  return openingOf({
    recordedBy: sometimes(0.2, planning),
    ...(isAsked && { by: own.id }),
    recordOf,
    participants: {
      ...(represented && { representative, mandate: 'mandate-1' }),
      employer: sometimes(0.9, employer),
      administration: sometimes(0.9, planning),
      ownPhysician: {
        ...own,
        registered: dice.chance(0.95),
        pool: dice.chance(0.1),
        complaintsProcedure: sometimes(0.2, 'complaints-own'),
      },
    },
    contract: {
      physicians:
        sometimes(0.5, [listed, { ...dependent, registered: false }, physician('physician-retired', 'noord')]) ?? [],
      organisations: sometimes(0.3, ['midden', 'west']),
      military: sometimes(0.3, dice.chance(0.5)),
      responseTerm: sometimes(0.5, {
        from: dice.of(['receipt', 'dispatch']),
        extendedBy: dice.of(['none', 'algemeneTermijnenwet']),
      }),
      alarms: sometimes(0.5, {
        ...sometimes(0.7, { engage: 14 }),
        ...sometimes(0.7, { decide: 21 }),
        ...sometimes(0.7, { complaint: 42 }),
      }),
    },
    contestedAdvice: {
      task: dice.of(['sicknessAbsenceGuidance', 'healthExamination', 'workHealthConsultation', 'other']),
      giver: dice.of([own, own, own, { ...physician('physician-giver', 'noord'), registered: false }, dependent]),
    },
    question: sometimes(0.95, opening.question),
    guidanceContinues: sometimes(0.5, dice.chance(0.9)),
    earlierRequests: sometimes(
      0.5,
      (['completed', 'refused', 'withdrawn', 'other'] as const).map((outcome, at) => ({
        id: `earlier-${at}`,
        question: dice.of([opening.question, 'question-0']),
        advice: 'advice-0',
        outcome,
      })),
    ),
    ...(isAsked && {
      application: {
        to: first.id,
        form: 'form-1',
        medicalData: dice.chance(0.5),
        authorisation: dice.of(['signed', 'withheld', undefined] as const),
      },
    }),
  });
}

const dispensable = ['reasons', 'consent'];
const persons = ['to', 'recipient', 'against', 'first', 'second', 'physician'];

/** The same event by somebody else, without what is required, or about somebody else; or as it is, where it is not its turn. */
function wrongly(told: Told, dice: Dice): Told {
  const otherwise = (field: string, value: unknown): unknown => {
    if (!persons.includes(field)) return value;
    return typeof value === 'string' ? dice.of(everybody) : { ...(value as Physician), registered: false };
  };
  switch (dice.below(6)) {
    case 0:
      return { ...told, by: dice.of(everybody) };
    case 1:
      return Object.fromEntries(Object.entries(told).filter(([field]) => !dispensable.includes(field))) as Told;
    case 2:
      return Object.fromEntries(Object.entries(told).map(([field, value]) => [field, otherwise(field, value)])) as Told;
    default:
      return told;
  }
}

/** What ends a history, or the guidance: where it were as likely as all else, few histories would come far. */
const seldom: EventType[] = ['employee.died', 'guidance.ended'];

/** One of these types, seldom such as ends all. */
const oneOf = (types: readonly EventType[], dice: Dice): EventType =>
  dice.of(dice.chance(0.05) ? types : types.filter((type) => !seldom.includes(type)));

const takers = { advance, record };

function storyFrom(openingSeed: number, along: number, seeds: number[], how: keyof typeof takers): Story {
  const start = openingFrom(openingSeed);
  const events: Told[] = [];
  let current = tell(start, []).case;
  let last = start.on;
  const take = (told: Told): boolean => {
    const taken = takers[how](current, told);
    if (!taken.ok) return false;
    events.push(told);
    current = taken.case;
    last = told.on as string;
    return true;
  };

  for (const told of usualWay.slice(0, along)) take(told);
  for (const seed of seeds) {
    const dice = new Dice(seed);
    const day = daysAfter(last, dice.of([0, 0, 0, 1, 1, 2, 4, 8, -1, -3]));
    const reported = (types: readonly EventType[]): Told =>
      reportOf(oneOf(types, dice), current, day, events.length + 1, dice);
    const expected = expectedEvents(current);
    const anything: readonly EventType[] = dice.of([onTheWay, onTheWay, expected.map(({ type }) => type), eventTypes]);
    if (how === 'record' && dice.chance(0.3) && take(wrongly(reported(anything), dice))) continue;
    take(reported(expected.flatMap(({ type, unmet }) => (unmet.length === 0 ? type : []))));
  }
  return { opening: start, events };
}

// Half of them begin some way along the usual one, so that the late steps are reached as often as the early ones.
const storiesBy = (how: keyof typeof takers): fc.Arbitrary<Story> =>
  fc
    .tuple(seeds, fc.oneof(fc.constant(0), fc.nat(usualWay.length)), fc.array(seeds, { maxLength: 30, size: 'max' }))
    .map(([openingSeed, along, each]) => storyFrom(openingSeed, along, each, how));

/** Openings of every kind that open a case. */
export const openings: fc.Arbitrary<OpeningTold> = seeds.map(openingFrom);

/** Histories in which everything was allowed: `advance` takes every event. */
export const allowedHistories: fc.Arbitrary<Story> = storiesBy('advance');

/** What people do: also the wrong people, without reasons or consent, by forbidden ways; `record` takes every event. */
export const recordedHistories: fc.Arbitrary<Story> = storiesBy('record');
