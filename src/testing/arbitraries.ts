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
import {
  another,
  employee,
  employer,
  first,
  handler,
  type OpeningTold,
  openingOf,
  own,
  physician,
  planning,
  type Story,
  second,
  type Told,
  third,
} from './people.js';
import { upTo } from './stories.js';

const outside = physician('physician-outside', 'ver');
const listed = physician('physician-listed', 'midden');
const dependent = physician('physician-dependent', 'noord', { pool: true });
const successor = physician('physician-new', 'noord');
const representative = 'representative-1';

const asked = [first, second, another, outside, listed, first, second];
const everybody = [
  ...[employee, employer, planning, handler, representative, 'nobody-1'],
  ...[own, third, successor, dependent, ...asked].map(({ id }) => id),
];

const usualWay = upTo('transferred');

const eventTypes: EventType[] = eventSchema.options.map((option) => option.shape.type.value);

/** Choices that follow from one number, the same ones from the same number. */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  chance(probability: number): boolean {
    return this.below(1_000) < probability * 1_000;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

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
const weights: Partial<Record<EventType, number>> = {
  'instrument.discussed': 0.4,
  'nonSuspension.explained': 0.4,
  'request.honoured': 3,
  'request.refused': 0.5,
  'request.foundOutOfScope': 0.3,
  'uwvRoute.chosen': 0.1,
  'request.withdrawn': 0.1,
  'request.lapsed': 0.1,
  'physicians.chosen': 0.8,
  'authorisation.signed': 0.7,
  'authorisation.withheld': 0.3,
  'authorisation.revoked': 0.15,
  'application.sent': 4,
  'application.accepted': 3,
  'application.declined': 0.6,
  'application.foundInfeasible': 0.8,
  'engagement.returned': 0.12,
  'information.requested': 0.5,
  'information.received': 0.4,
  'consultation.held': 2,
  'consultation.scheduled': 0.6,
  'draft.submitted': 1,
  'advice.finalised': 3,
  'forwarding.authorised': 1.5,
  'forwarding.withheld': 1.5,
  'forwarding.unanswered': 3,
  'advice.forwarded': 3,
  'noCopy.announced': 1.5,
  'transfer.requested': 2,
  'transfer.granted': 2,
  'transfer.accepted': 0.8,
  'employer.asked': 1.5,
  'case.closed': 0.8,
  'complaint.filed': 0.15,
  'complaint.withdrawn': 0.3,
  'complaint.acknowledged': 0.4,
  'complaint.progressed': 0.3,
  'complaint.answered': 0.4,
  'ownPhysician.replaced': 0.12,
  'employer.informed': 0.2,
};

// Filled so that the event is often allowed; `n` makes its references its own.
function fieldsOf(type: EventType, { file }: Case, on: string, n: number, dice: Dice): Record<string, unknown> {
  const { choice, engagement, complaints, participants, authorisations } = file;
  const current = choice?.[choice.current]?.id ?? engagement?.physician ?? first.id;
  const ref = (field: string): string => `${field}-at-${n}`;
  const sometimes = (probability: number, fields: Record<string, unknown>) => (dice.chance(probability) ? fields : {});
  const someone = (): string => dice.of([current, engagement?.physician ?? current, choice?.second?.id ?? current]);
  const complaint = (): string =>
    dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complaints, null])?.complaint ??
    'complaint-none';
  switch (type) {
    case 'instrument.discussed':
      return { advised: dice.of(['secondOpinion', 'uwvExpertOpinion', 'complaint', 'other']) };
    case 'request.refused':
      return file.earlierRequests.length > 0 && dice.chance(0.5)
        ? { grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'], reasons: ref('reasons') }
        : { grounds: [dice.of(['deliberateDelay', 'otherAbuse'])], earlierRequests: [], reasons: ref('reasons') };
    case 'request.foundOutOfScope':
      return { because: dice.of(['notAHealthMatter', 'preEmploymentExamination']), reasons: ref('reasons') };
    case 'request.renewed':
      return { ...sometimes(0.5, { question: ref('question') }), ...sometimes(0.5, { newFacts: ref('facts') }) };
    case 'request.lapsed':
    case 'forwarding.unanswered':
      return { remindedOn: [on] };
    case 'physicians.chosen': {
      const chosen = dice.of(asked);
      const other = dice.of(asked.filter(({ id }) => id !== chosen.id));
      return {
        first: chosen,
        ...sometimes(0.6, { second: other }),
        ...sometimes(0.2, { agreedWithEmployer: ref('agreed') }),
      };
    }
    case 'authorisation.signed':
      return {
        recipient: someone(),
        ...sometimes(0.3, { scope: ref('scope') }),
        ...sometimes(0.5, { document: ref('document') }),
      };
    case 'authorisation.withheld':
    case 'authorisation.revoked':
      return { recipient: someone() };
    case 'application.sent': {
      const signed = authorisations.some(({ recipient, status }) => recipient === current && status === 'signed');
      return { to: current, medicalData: signed && dice.chance(0.8), form: ref('form') };
    }
    case 'medicalData.sent':
      return { to: engagement?.physician ?? current, document: ref('document') };
    case 'consultation.scheduled':
      return { for: daysAfter(on, dice.below(10)) };
    case 'consultation.held':
      return { identity: dice.of(['document', 'otherwise']), examined: dice.chance(0.5) };
    case 'consultation.waived':
      return { reasons: ref('reasons') };
    case 'information.requested':
    case 'information.received': {
      const source = dice.of(['ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere']);
      return { source, ...sometimes(source === 'ownPhysician' ? 0.2 : 1, { consent: ref('consent') }) };
    }
    case 'draft.submitted':
      return { draft: ref('draft') };
    case 'inaccuracies.reported':
      return { remarks: ref('remarks') };
    case 'review.lapsed':
      return { announcedOn: daysAfter(on, -3), until: daysAfter(on, -1) };
    case 'advice.discussed':
      return sometimes(0.2, { waivedByEmployee: true });
    case 'advice.finalised':
      return { advice: ref('advice') };
    case 'forwarding.authorised':
      return { to: participants.ownPhysician.id, ...sometimes(0.5, { document: ref('document') }) };
    case 'decision.made':
      return {
        adoption: dice.of(['full', 'partial', 'none']),
        reasons: ref('reasons'),
        ...sometimes(0.1, { guidanceContinues: dice.chance(0.8) }),
      };
    case 'transfer.requested':
      return { adviceMayGoAlong: dice.chance(0.6) };
    case 'transfer.granted':
      return { to: dice.of([third, another, dependent]) };
    case 'transfer.refused':
      return sometimes(0.5, { reasons: ref('reasons') });
    case 'complaint.filed':
      return {
        complaint: ref('complaint'),
        against: dice.of([participants.ownPhysician.id, current, third.id, 'service-1']),
      };
    case 'complaint.withdrawn':
    case 'complaint.acknowledged':
    case 'complaint.progressed':
      return { complaint: complaint() };
    case 'complaint.answered':
      return {
        complaint: complaint(),
        decision: ref('decision'),
        reasons: ref('reasons'),
        ...sometimes(0.3, { measuresBy: daysAfter(on, 30) }),
      };
    case 'ownPhysician.replaced':
      return { physician: dice.of([successor, own, dependent]) };
    case 'employer.informed':
      return { of: dice.of(['request', 'advice', 'decision']), consent: ref('consent') };
    default:
      return {};
  }
}

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
