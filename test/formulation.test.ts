import { describe, expect, it } from 'vitest';
import { advance, type EventType, type ProcedureEvent, type Step } from '../src/index.js';
import {
  type AdvanceLike,
  explore,
  type Facts,
  factsOf,
  historyOf,
  openings,
  payloads,
  type Reached,
  rootOf,
} from './support/abstract.js';
import { alsoIn, retargeted, withNorm, without, withoutNorm } from './support/broken.js';
import { formulated, formulation, type Line } from './support/formulation.js';
import { upTo } from './support/story.js';

interface Asked {
  from: Reached;
  facts: Facts;
  event: ProcedureEvent;
  /** The step to which the machine goes; null where it does not allow the event. */
  step: Step | null;
}

const askedOf = (search: Parameters<typeof explore>[0] = {}) => {
  const asked = new Map<EventType, Asked[]>();
  const facts = new Map<Reached, Facts>();
  const exploration = explore({
    thorough: true,
    ...search,
    onTry: (from, event, outcome) => {
      const known = facts.get(from) ?? factsOf(from.case);
      facts.set(from, known);
      const list = asked.get(event.type) ?? [];
      list.push({ from, facts: known, event, step: outcome.ok ? outcome.case.step : null });
      asked.set(event.type, list);
    },
  });
  return { asked, exploration };
};

/** Where the machine allows what the list does not, or the other way round, or leads elsewhere; the first few. */
const differences = (asked: Asked[]): string[] =>
  asked
    .filter(({ facts, event, step }) => formulated(facts, event) !== step)
    .slice(0, 3)
    .map(
      ({ from, facts, event, step }) =>
        `the list: ${formulated(facts, event) ?? 'no'}, the machine: ${step ?? 'no'}\n${historyOf(from, event)}`,
    );

const { asked, exploration } = askedOf();
const all = [...asked.values()].flat();
console.log(
  `formulation: ${formulation.length} lines, ${exploration.reached.length} abstract cases, ${exploration.tried} events tried, ${exploration.seconds.toFixed(1)} s`,
);

describe('A second formulation of the procedure, as a list', () => {
  it('has a line for every event, with its clauses', () => {
    expect(formulation.map(({ event }) => event).sort()).toEqual([...asked.keys()].sort());
    expect(formulation.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
  });

  it('allows whatever the machine allows, and leads to the same step', () => {
    expect(differences(all.filter(({ step }) => step !== null))).toEqual([]);
  });

  it('allows nothing that the machine does not allow', () => {
    expect(differences(all.filter(({ step }) => step === null))).toEqual([]);
  });

  it('allows no event dated before the opening, as the machine does', () => {
    const perStep = [...new Map(exploration.reached.map((reached) => [reached.case.step, reached])).values()];
    for (const { case: current } of perStep) {
      const facts = factsOf(current);
      const early = payloads(current, '2026-03-17').map((event) => ({ ...event, on: '2026-03-17' }));
      expect(early.filter((event) => formulated(facts, event) !== null || advance(current, event).ok)).toEqual([]);
    }
  });

  it('is taken from every step that it names', () => {
    const idle = formulation.flatMap(({ event, from }) => {
      const allowed = new Set(asked.get(event)?.flatMap(({ facts, step }) => (step === null ? [] : [facts.step])));
      return from.filter((step) => !allowed.has(step)).map((step) => `${event} from ${step}`);
    });
    expect(idle).toEqual([]);
  });
});

/** Conditions that every allowed history has met by then: only `record` can come there without. */
const fromTheWayThere = [
  'application.sent ownIsRegistered',
  'advice.finalised draftReviewed',
  'decision.made ownIsRegistered',
  'transfer.requested copyInPossession',
];

describe('A list that says something else than the machine', () => {
  const noticed = ({ event: type }: Line, changed: Line): boolean =>
    (asked.get(type) ?? []).some(({ facts, event, step }) => formulated(facts, event, changed) !== step);

  it('is noticed for every condition left out, but four that every way there has met', () => {
    const unnoticed = formulation.flatMap((line) =>
      line.provided
        .filter(
          (condition) => !noticed(line, { ...line, provided: line.provided.filter((kept) => kept !== condition) }),
        )
        .map((condition) => `${line.event} ${condition.name}`),
    );
    expect(unnoticed).toEqual(fromTheWayThere);
  });

  it('is noticed for every step left out', () => {
    const unnoticed = formulation.flatMap((line) =>
      line.from
        .filter((step) => !noticed(line, { ...line, from: line.from.filter((kept) => kept !== step) }))
        .map((step) => `${line.event} ${step}`),
    );
    expect(unnoticed).toEqual([]);
  });

  it('is noticed for every reporter left out or put in the place of another', () => {
    const unnoticed = formulation.flatMap((line) =>
      line.by
        .filter((role) => role !== 'complaintHandler')
        .filter((role) => !noticed(line, { ...line, by: line.by.filter((kept) => kept !== role) }))
        .map((role) => `${line.event} ${role}`),
    );
    expect(unnoticed).toEqual([]);
  });

  it('is noticed for every way that leads elsewhere', () => {
    const unnoticed = formulation.filter((line) => !noticed(line, { ...line, to: 'application.discussing' as Step }));
    expect(unnoticed.map(({ event }) => event)).toEqual(['request.renewed']);
    const renewed = formulation.filter(({ event }) => event === 'request.renewed');
    expect(renewed.every((line) => noticed(line, { ...line, to: 'stays' }))).toBe(true);
  });
});

describe('A machine that says something else than the list', () => {
  const told = (advanceLike: AdvanceLike, at: Parameters<typeof upTo>[0]): string[] => {
    const roots = [rootOf(openings['the record of the procedure'] as never, upTo(at))];
    const { asked: some } = askedOf({ advance: advanceLike, roots, depth: 1 });
    return differences([...some.values()].flat());
  };

  it.each<[string, AdvanceLike, Parameters<typeof upTo>[0], string]>([
    ['allows more', withoutNorm('recipientIsAuthorised'), 'application.preparing', 'application.sent'],
    ['allows less', without('request.withdrawn'), 'execution.assessing', 'request.withdrawn'],
    [
      'asks more',
      withNorm('advice.handedOver', 'adviceWasDiscussed', () => true),
      'execution.forwarding',
      'handedOver',
    ],
    [
      'leads elsewhere',
      retargeted('transfer.refused', 'concluded'),
      'completion.consideringTransfer',
      'transfer.refused',
    ],
    [
      'allows it in another step too',
      alsoIn('case.closed', 'completion.considering', 'completion.decided'),
      'completion.considering',
      'case.closed',
    ],
  ])('is noticed where it %s', (_, advanceLike, at, words) => {
    const found = told(advanceLike, at);
    expect(found[0]).toContain(words);
    expect(told(advance, at)).toEqual([]);
  });
});
