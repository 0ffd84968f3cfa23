import { describe, expect, it } from 'vitest';
import { eventTypes } from '../src/acts.js';
import { steps } from '../src/file.js';
import {
  advance,
  type EventType,
  expectedEvents,
  norms,
  type Outcome,
  type ProcedureEvent,
  type Role,
  record,
} from '../src/index.js';
import {
  type AdvanceLike,
  type Exploration,
  everything,
  explore,
  type Facts,
  factsOf,
  historyOf,
  openings,
  payloads,
  type Reached,
  rootOf,
  someOf,
} from './support/abstract.js';
import { alsoIn, changing, retargeted, withNorm, without, withoutNorm } from './support/broken.js';
import {
  expectedIn,
  formulated,
  formulatedNorms,
  formulatedSteps,
  formulation,
  type Line,
} from './support/formulation.js';
import { upTo } from './support/story.js';

/** An event that was tried, what the library says of it, and what is then true of the case. */
interface Asked {
  from: Reached;
  facts: Facts;
  event: ProcedureEvent;
  how: 'advance' | 'record';
  said: string;
  after: Pick<Facts, 'holders' | 'complaints'>;
}

const allOf = (
  step: string,
  employerRoute: string,
  complaints: string,
  letters: string[],
  deviations: string[],
): string =>
  [
    `→ ${step}, employer ${employerRoute}, complaints ${complaints}`,
    ...letters.sort(),
    ...deviations.map((norm) => `without ${norm}`).sort(),
  ].join('; ');

/** In words, what the library says. */
const saidOf = (outcome: Outcome, { case: before }: Reached): string => {
  if (outcome.ok) {
    const { case: after, notices, deviations } = outcome;
    const letters = notices.map(({ to, about }) => `${about} to ${to.role} ${to.person}`);
    const all = allOf(
      after.step,
      after.employerRoute,
      after.complaints,
      letters,
      deviations.map(({ norm }) => norm),
    );
    return after.file === before.file ? `void ${all}` : all;
  }
  return outcome.reason === 'notAllowed'
    ? `no: ${outcome.unmet
        .map(({ norm }) => norm)
        .sort()
        .join()}`
    : outcome.reason;
};

const complaintsIn = ({ complaints }: Pick<Facts, 'complaints'>): string => {
  const all = Object.values(complaints);
  if (all.some(({ open }) => open)) return 'pending';
  return all.some(({ answered }) => answered) ? 'answered' : 'none';
};

/** In the same words, what the table says, or one changed line of it. */
const statedOf = ({ facts, event, how, after }: Omit<Asked, 'said'>, line?: Line): string => {
  const stated = formulated(facts, event, line);
  if (!stated) return 'unexpected';
  const { unmet, isVoid, step, employerRoute, deviations, forbidden } = stated;
  if (forbidden && unmet.length === 0) return 'against the rules';
  if (unmet.length > 0 && (how === 'advance' || unmet.includes('datedInOrder')))
    return `no: ${[...unmet].sort().join()}`;
  if (isVoid) return `void ${allOf(facts.step, facts.employerRoute, complaintsIn(facts), [], deviations)}`;
  const holder = (at: Asked['after'], role: Role, former = false): string | undefined => {
    if (role !== 'complaintHandler') return at.holders[role]?.[0];
    const complaint = 'complaint' in event ? at.complaints[event.complaint] : undefined;
    return complaint && (complaint.handler ?? (former ? undefined : facts.complaintsProcedure));
  };
  const letters = stated.letters.flatMap(({ to, former, first, toAnother, about }) => {
    const person = first ? (facts.firstEmployer ?? undefined) : holder(former ? facts : after, to, former);
    const isLeft = !former || person !== holder(after, to);
    return person !== undefined && !(toAnother && person === event.by) && isLeft ? [`${about} to ${to} ${person}`] : [];
  });
  return allOf(step, employerRoute, complaintsIn(after), letters, deviations);
};

const known = new Map<Reached, Facts>();

const ask = (from: Reached, event: ProcedureEvent, how: Asked['how'], answer: Outcome): Asked => {
  const facts = known.get(from) ?? factsOf(from.case);
  known.set(from, facts);
  return { from, facts, event, how, said: saidOf(answer, from), after: answer.ok ? factsOf(answer.case) : facts };
};

/**
 * What the library said in an exploration; of what is not allowed also, once for each reason, what `record` makes of it; and in some of its
 * cases what it says of everything that can be tried there, expected or not.
 */
const askedOf = (exploration: Exploration, how: AdvanceLike = advance): Asked[] => {
  const recorded = new Set<string>();
  return [
    ...exploration.turns.flatMap(({ from, event, outcome }) => {
      const asked = ask(from, event, 'advance', outcome);
      if (outcome.ok || outcome.reason !== 'notAllowed') return [asked];
      const { step, recordOf } = asked.facts;
      const key = [event.type, step, recordOf, ...outcome.unmet.map(({ norm }) => norm)].join();
      if (recorded.has(key)) return [asked];
      recorded.add(key);
      return [asked, ask(from, event, 'record', record(from.case, event))];
    }),
    ...someOf(exploration).reached.flatMap((from) =>
      payloads(from.case, from.today).map((event) => ask(from, event, 'advance', how(from.case, event))),
    ),
  ];
};

/** Once in every step, with and without a complaint, everything dated the day before the opening. */
const askedTooEarly = (reached: Reached[]): Asked[] => {
  const firstOf = new Map(
    [...reached]
      .reverse()
      .map((each) => [`${each.case.step} ${each.case.employerRoute} ${each.case.complaints}`, each]),
  );
  return [...firstOf.values()].flatMap((from) => {
    const facts = factsOf(from.case);
    return payloads(from.case, '2026-03-17').map((told) => {
      const event = { ...told, on: '2026-03-17' };
      return { from, facts, event, how: 'advance', said: saidOf(advance(from.case, event), from), after: facts };
    });
  });
};

/** Where the table says something else than the library; the first few. */
const differences = (asked: Asked[]): string[] =>
  asked
    .filter((each) => statedOf(each) !== each.said)
    .slice(0, 3)
    .map(
      (each) =>
        `${each.how}: the table: ${statedOf(each)}\nthe library: ${each.said}\n${historyOf(each.from, each.event)}`,
    );

const { reached } = everything();
const asked = askedOf(everything());
const askedOfType = new Map<EventType, Asked[]>(eventTypes.map((type) => [type, []]));
for (const each of [...asked, ...askedTooEarly(reached)]) askedOfType.get(each.event.type)?.push(each);
console.log(`formulation: ${formulation.length} lines, ${asked.length} questions in ${reached.length} abstract cases`);

describe('The procedure once more, as a table', () => {
  it('has one line for every event, and a condition and a kind for every norm', () => {
    expect(formulation.map(({ event }) => event).sort()).toEqual([...eventTypes].sort());
    expect(formulation.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
    expect(formulatedNorms).toEqual(Object.fromEntries(Object.entries(norms).map(([norm, { kind }]) => [norm, kind])));
    expect([...formulatedSteps].sort()).toEqual([...steps].sort());
  });

  it.each(eventTypes)('says of %s what the library says: where it leads, on which norms, and who is told', (type) => {
    expect(differences(askedOfType.get(type) ?? [])).toEqual([]);
  });

  it('expects in every case the events that the library expects', () => {
    const found = reached.flatMap((each) => {
      const listed = new Set(expectedEvents(each.case).map(({ type }) => type));
      const stated = expectedIn(known.get(each) ?? factsOf(each.case));
      const others = eventTypes.filter((type) => listed.has(type) !== stated.includes(type));
      return others.length > 0 ? [`${others.join()}\n${historyOf(each)}`] : [];
    });
    expect(found.slice(0, 3)).toEqual([]);
  });
});

/** The line with one thing left out or otherwise, each under its name. */
const changesOf = (line: Line): [string, Line][] => {
  const { event, transitions, norms: asking, by, letters } = line;
  const but = <Item>(list: Item[], item: Item): Item[] => list.filter((each) => each !== item);
  const instead = (old: Line['transitions'][number], changed: object) =>
    transitions.map((transition) => (transition === old ? { ...transition, ...changed } : transition));
  return [
    ...asking.map((norm): [string, Line] => [`${event} without ${norm}`, { ...line, norms: but(asking, norm) }]),
    ...by
      .filter(({ role }) => role !== 'complaintHandler')
      .map((each): [string, Line] => [`${event} not by ${each.role}`, { ...line, by: but(by, each) }]),
    ...letters.map((letter): [string, Line] => [
      `${event} without ${letter.about}`,
      { ...line, letters: but(letters, letter) },
    ]),
    ...transitions.flatMap((transition, at) => [
      ...transition.from.map((step): [string, Line] => [
        `${event} not from ${step}`,
        { ...line, transitions: instead(transition, { from: but(transition.from, step) }) },
      ]),
      [
        `${event} ${at} elsewhere`,
        { ...line, transitions: instead(transition, { to: transition.to === 'lapsed' ? 'withdrawn' : 'lapsed' }) },
      ] as [string, Line],
    ]),
  ];
};

/** Every allowed history has met these by then: a test of `conditions` comes there by `record`. Another may always take a complaint over. */
const metOnTheWay = ['decision.made without physicianIsRegistered', 'complaint.acknowledged without actorHoldsRole'];

describe('A table that says something else than the library', () => {
  it('is noticed in every norm, reporter, letter, step and transition', () => {
    const noticed = ([, changed]: [string, Line]): boolean =>
      (askedOfType.get(changed.event) ?? []).some((each) => statedOf(each, changed) !== each.said);
    const unnoticed = formulation.flatMap(changesOf).filter((change) => !noticed(change));
    expect(unnoticed.map(([what]) => what)).toEqual(metOnTheWay);
  });
});

describe('A library that says something else than the table', () => {
  const told = (advanceLike: AdvanceLike, at: Parameters<typeof upTo>[0]): string[] => {
    const roots = [rootOf(openings['the record of the procedure'] as never, upTo(at))];
    return differences(askedOf(explore({ advance: advanceLike, roots, depth: 1 }), advanceLike));
  };

  it.each<[string, AdvanceLike, Parameters<typeof upTo>[0], EventType]>([
    ['allows more', withoutNorm('recipientIsAuthorised'), 'application.preparing', 'application.sent'],
    ['allows less', without('request.withdrawn'), 'execution.assessing', 'request.withdrawn'],
    [
      'asks more',
      withNorm('advice.handedOver', 'adviceWasDiscussed', () => true),
      'execution.forwarding',
      'advice.handedOver',
    ],
    [
      'leads elsewhere',
      retargeted('transfer.refused', 'concluded'),
      'completion.consideringTransfer',
      'transfer.refused',
    ],
    [
      'tells nobody',
      changing('draft.submitted', (outcome) => ({ ...outcome, notices: [] })),
      'execution.assessing',
      'draft.submitted',
    ],
    [
      'allows it in another step too',
      alsoIn('case.closed', 'completion.considering', 'completion.decided'),
      'completion.considering',
      'case.closed',
    ],
  ])('is noticed where it %s', (_, advanceLike, at, type) => {
    expect(told(advanceLike, at)[0]).toContain(type);
    expect(told(advance, at)).toEqual([]);
  });
});
