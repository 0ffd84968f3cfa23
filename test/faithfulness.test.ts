import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnyStateNode, createMachine } from 'xstate';
import { mermaid, statechartJson } from '../docs/.vitepress/written/statechart.ts';
import { eventTypes, lettersOf } from '../src/acts.js';
import type { Candidate, State } from '../src/chart.js';
import { clauseIds, rankOf } from '../src/clauses.js';
import type { Step } from '../src/file.js';
import { steps } from '../src/file.js';
import {
  type ClauseId,
  clauses,
  type NormKind,
  type NormName,
  norms,
  type Rank,
  secondOpinionMachine,
} from '../src/index.js';
import { topics } from '../src/letters.js';
import { rankOfNorm } from '../src/norms.js';
import { clausesOf } from '../src/procedure.js';
import { routes } from '../src/routes.js';
import { terms } from '../src/terms.js';
import {
  type ChartState,
  type ChartTransition,
  chart,
  dutiesOf,
  leavesOf,
  nameOf,
  plainChart,
  stateAt,
  statesOf,
  transitionsOf,
} from './support/chart.js';
import { citationsIn, faultsIn, machineLiteral, procedurePage, testsIn, withoutStep } from './support/documents.js';
import { clauseTexts } from './support/words.js';

const known = Object.keys(clauses);
const excused = Object.keys(withoutStep);

/** What states share stands in a group, which need not rest on anything itself. */
const isGroup = (path: string[], state: ChartState): boolean =>
  state.states !== undefined && !['application', 'execution', 'completion', 'complaints'].includes(path.at(-1) ?? '');

/** Transitions and states of a chart that say too little, by name. */
const silencesIn = (root: ChartState): string[] => [
  ...transitionsOf(root)
    .filter(({ transition }) => transition.meta.clauses.length === 0)
    .map(({ from, event }) => `${event} in ${nameOf(from)} cites nothing`),
  ...statesOf(root)
    .filter(({ path, state }) => !(isGroup(path, state) && !state.meta) && (state.meta?.clauses ?? []).length === 0)
    .map(({ path }) => `${nameOf(path)} cites nothing`),
  ...statesOf(root)
    .filter(({ state }) => !state.description)
    .map(({ path }) => `${nameOf(path)} has no description`),
];

const numbers = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

const inSource = (source: string): string[] => known.filter((id) => clauses[id as ClauseId].source === source);

describe('The sources', () => {
  it('are held whole: 41 clauses of the LPBSO and 46 of the article, in the order of the text', () => {
    expect(inSource('pool')).toEqual(numbers('L', 41));
    expect(inSource('commentary')).toEqual(numbers('E', 46));
  });

  it('are completed by six paragraphs on the second opinion, five on complaints, and what these refer to', () => {
    expect([...inSource('decree'), ...inSource('act')]).toEqual([
      ...['D-1.34a', 'D-2.14d.1', 'D-2.14d.2', 'D-2.14d.3', 'D-2.14d.4', 'D-2.14d.5', 'D-2.14d.6'],
      ...['D-2.14e.1', 'D-2.14e.2', 'D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5'],
      ...['W-14.2.g', 'W-14.2.h', 'W-14.4', 'W-44'],
    ]);
  });

  it('are explained by decisions B-01 to B-95 and rules G-1 to G-16, without a gap', () => {
    const whole = inSource('decision').filter((id) => /\d$/.test(id));
    const added = inSource('decision').filter((id) => !/\d$/.test(id));
    expect(whole).toEqual(numbers('B', 95));
    expect(added).toEqual([
      ...['B-08a', 'B-12a', 'B-17a', 'B-17b', 'B-18a', 'B-18b', 'B-23a', 'B-31a', 'B-31b', 'B-34a', 'B-37a'],
    ]);
    expect(inSource('rule')).toEqual(Array.from({ length: 16 }, (_, index) => `G-${index + 1}`));
  });

  it('say of every clause where it stands and what it says in both languages', () => {
    for (const id of clauseIds) {
      const { place } = clauses[id];
      const [nl, en] = [clauseTexts.nl[id], clauseTexts.en[id]];
      for (const words of [place, nl, en]) expect(words, id).not.toBe('');
      expect(nl, id).not.toBe(en);
    }
  });
});

describe('Clauses and what rests on them', () => {
  it('leave no clause uncited, unless the short list says why, and cite no clause that does not exist', () => {
    expect(faultsIn(known, citationsIn(), excused)).toEqual([]);
  });

  it('excuse few clauses, each with a reason', () => {
    expect(excused.length).toBeLessThan(12);
    for (const reason of Object.values(withoutStep)) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('would be at fault if one citation were removed', () => {
    const citations = citationsIn().filter(({ clause }) => clause !== 'G-11');
    expect(faultsIn(known, citations, excused)).toEqual(['G-11 is cited by nothing']);
  });

  it('would be at fault if one citation were misspelt', () => {
    const [sample] = citationsIn().filter(({ clause }) => clause === 'B-35');
    const citations = citationsIn().map((citation) =>
      citation.clause === 'B-35' && citation.name === sample?.name ? { ...citation, clause: 'B-99' } : citation,
    );
    expect(faultsIn(known, citations, excused)).toContain(
      `B-99 is no clause, yet the ${sample?.kind} ${sample?.name} cites it`,
    );
  });

  it('would be at fault if a clause were dropped from the text, or an excused clause were cited', () => {
    expect(
      faultsIn(
        known.filter((id) => id !== 'L-20'),
        citationsIn(),
        excused,
      ),
    ).toContainEqual(expect.stringMatching(/^L-20 is no clause, yet the state execution\.awaitingResponse/));
    expect(faultsIn(known, citationsIn(), [...excused, 'L-20'])).toEqual(['L-20 is excused and cited']);
    expect(faultsIn(known, citationsIn(), [...excused, 'L-99'])).toEqual(['L-99 is excused and no clause']);
  });

  it('let every way on and every state cite a clause, and every state describe itself', () => {
    expect(silencesIn(chart)).toEqual([]);
  });

  it('would be at fault if one way on of the chart cited nothing, or one state said nothing', () => {
    const copy = plainChart();
    const discussing = copy.states?.procedure?.states?.application?.states?.discussing as ChartState;
    (discussing.on?.['request.refused'] as ChartTransition[])[0] = {
      ...(discussing.on?.['request.refused']?.[0] as ChartTransition),
      meta: { clauses: [] },
    };
    discussing.description = '';
    expect(silencesIn(copy)).toEqual([
      'request.refused in application.discussing cites nothing',
      'application.discussing has no description',
    ]);
  });

  it('would be at fault if the only way on that cites a clause were taken out of the chart', () => {
    const copy = plainChart();
    delete stateAt(copy, ['procedure', 'notForwarded']).on?.['decision.made'];
    expect(faultsIn(known, citationsIn(copy), excused)).toEqual(['B-51 is cited by nothing']);
  });

  it('cite no clause twice in one place', () => {
    const lists = [
      ...statesOf(chart).map(({ state }) => state.meta?.clauses ?? []),
      ...transitionsOf(chart).map(({ transition }) => transition.meta.clauses),
      ...[norms, topics, terms].flatMap((named) =>
        Object.values<{ clauses: readonly string[] }>(named).map(({ clauses: cited }) => cited),
      ),
    ];
    for (const cited of lists) expect(new Set(cited).size, cited.join(' ')).toBe(cited.length);
  });
});

describe('The rank of a rule', () => {
  const rankOfLetter: Record<string, Rank> = {
    D: 'law',
    W: 'law',
    L: 'pool',
    E: 'commentary',
    B: 'choice',
    G: 'choice',
  };
  const order: Rank[] = ['law', 'pool', 'commentary', 'choice'];

  it('is, for a clause, that of its source', () => {
    for (const id of known as ClauseId[]) expect(rankOf([id]), id).toBe(rankOfLetter[id[0] ?? '']);
  });

  it('is, for a norm, the highest of the clauses it rests on', () => {
    for (const [name, { clauses: cited }] of Object.entries(norms)) {
      const ranks = cited.map((id) => rankOfLetter[id[0] ?? '']);
      expect(rankOfNorm(name as NormName), name).toBe(order.find((rank) => ranks.includes(rank)));
    }
  });

  it('is law for the norm that people report only what is theirs to report', () => {
    expect(rankOfNorm('actorHoldsRole')).toBe('law');
  });
});

describe('The kind of a rule', () => {
  const isOfKind = (kind: NormKind) =>
    Object.entries(norms).flatMap(([name, norm]) => (norm.kind === kind ? [name] : []));

  it('is validity for those without which the act is void', () => {
    expect(isOfKind('validity').sort()).toEqual([
      'actorHoldsRole',
      'actorsAreDistinct',
      'complaintIsNew',
      'complaintIsOpen',
      'employerIsNamed',
      'guidanceContinues',
      'handlerIsNotInvolved',
      'physicianIsIndependent',
      'physicianIsRegistered',
      'representativeHasMandate',
      'responseTermHasPassed',
      'thirdIsNotTheOwnPhysician',
    ]);
  });

  it('is order for the one that a log has an order, and conduct for all others', () => {
    expect(isOfKind('order')).toEqual(['datedInOrder']);
    expect(isOfKind('conduct')).toHaveLength(Object.keys(norms).length - 13);
  });
});

describe('The chart', () => {
  const ways = transitionsOf(chart);

  it('has the steps that a case can be in as its leaves, in the same order', () => {
    const leaves = leavesOf(chart).filter(({ path }) => path[0] === 'procedure');
    expect(leaves.map(({ path }) => nameOf(path))).toEqual(steps);
  });

  it('reads in one order: description, meta, initial, tags, entry, always, on, states, and guard, target, meta, actions', () => {
    const inOrder = (keys: string[], order: string[]): boolean =>
      keys.every((key) => order.includes(key)) &&
      keys.every((key, at) => at === 0 || order.indexOf(key) > order.indexOf(keys[at - 1] ?? ''));
    for (const { path, state } of statesOf(chart))
      expect(
        inOrder(Object.keys(state), [
          'id',
          'type',
          'description',
          'meta',
          'initial',
          'tags',
          'entry',
          'always',
          'on',
          'states',
        ]),
        `${nameOf(path)}: ${Object.keys(state)}`,
      ).toBe(true);
    for (const { from, event, transition } of ways)
      expect(
        inOrder(Object.keys(transition), ['guard', 'target', 'meta', 'actions']),
        `${event} in ${nameOf(from)}: ${Object.keys(transition)}`,
      ).toBe(true);
  });

  it('is a literal of names: nothing in it is a function but the one that opens the case file', () => {
    const functions: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'function') functions.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
    };
    look(chart, '');
    expect(functions).toEqual(['/context']);
  });

  it('goes on by itself only where another record ends a part sooner, or the copy went before the consent', () => {
    const atOnce = statesOf(chart).flatMap(({ path, state: { always } }) =>
      always ? [`${nameOf(path)} → ${always.target.slice(1)} where ${always.guard.type}`] : [],
    );
    expect(atOnce).toEqual([
      'application.discussing → awaitingResponse where recordIsOfTheSecondOpinionPhysician',
      'application.engaging → concluded where recordIsOfTheSecondOpinionPhysician',
      'execution.forwarding → considering where copyWentBefore',
      'completion.considering → concluded where recordIsOfTheSecondOpinionPhysician',
    ]);
  });

  it('leaves nothing to a clock: no after, invoke, onDone, exit or wildcard', () => {
    const words = JSON.stringify(plainChart());
    for (const word of ['after', 'invoke', 'onDone', 'exit', 'delay', '*'])
      expect(words, word).not.toContain(`"${word}":`);
  });

  it('takes every route or sends a letter on it, and asks of an event where no route chooses only whether it is allowed', () => {
    const taken = ways.map(({ transition }) => transition.guard.type);
    const sent = eventTypes.flatMap((type) => lettersOf(type).flatMap(({ when, unless }) => [when, unless]));
    const gone = statesOf(chart).map(({ state }) => state.always?.guard.type);
    const asked = new Set(
      [...taken, ...sent, ...gone, chart.entry?.params.unless].filter((name) => name !== undefined),
    );
    expect([...asked].sort()).toEqual(['isAllowed', ...Object.keys(routes)].sort());
  });

  it('records every event, and does nothing besides but to tell', () => {
    for (const { from, event, transition } of ways) {
      const [last, ...others] = [...transition.actions].reverse();
      expect(last, `${event} in ${nameOf(from)}`).toBe('evolve');
      for (const other of others) expect(other).toMatchObject({ type: 'tell' });
    }
  });

  it('asks every norm on some transition', () => {
    const asked = new Set(ways.flatMap(({ transition }) => transition.guard.params.norms));
    // The mandate is asked of the opening.
    expect([...asked, 'representativeHasMandate'].sort()).toEqual(Object.keys(norms).sort());
  });

  it('asks of every event whether its actor holds the role and it is dated in order', () => {
    for (const { from, event, transition } of ways)
      expect(transition.guard.params.norms, `${event} in ${nameOf(from)}`).toEqual(
        expect.arrayContaining(['actorHoldsRole', 'datedInOrder']),
      );
  });

  it('tells somebody of every topic', () => {
    const told = [
      ...dutiesOf(chart.entry ? [chart.entry] : []),
      ...ways.flatMap(({ transition }) => dutiesOf(transition.actions)),
    ].map(({ about }) => about);
    expect([...new Set(told)].sort()).toEqual(Object.keys(topics).sort());
  });

  it('writes out only the letter that a route chooses, where the route is that of the candidate', () => {
    const letters = (from: string, event: string): string[] =>
      ways
        .filter((way) => nameOf(way.from) === from && way.event === event)
        .map(({ transition }) =>
          dutiesOf(transition.actions)
            .map(({ to, about, when }) => `${about} to ${to}${when ? ` when ${when}` : ''}`)
            .join(', '),
        );
    expect(letters('execution.awaitingResponse', 'application.declined')).toEqual([
      'applicationDeclined to ownPhysician, physicianUnavailable to employee',
      'applicationDeclined to ownPhysician, chooseAnotherPhysician to employee',
    ]);
    expect(letters('application.engaging', 'authorisation.signed')).toEqual([
      'authorisationSigned to ownPhysician, authorisationSigned to secondOpinionPhysician when recipientIsEngaged',
    ]);
  });

  it('tells a party that may not know the step only of clauses that all allowed ways of an event share', () => {
    for (const type of eventTypes) {
      const [first, ...others] = ways
        .filter(({ event, transition }) => event === type && !transition.meta.forbidden)
        .map(({ transition }) => transition.meta.clauses);
      expect(clausesOf(type), type).toEqual(first?.filter((id) => others.every((cited) => cited.includes(id))));
    }
  });

  it('runs every term in some state', () => {
    const run = new Set(statesOf(chart).flatMap(({ state }) => state.meta?.term ?? []));
    expect([...run].sort()).toEqual(Object.keys(terms).sort());
  });

  it('declares an event either on a state or on one of the states around it, never on both', () => {
    const twice = statesOf(chart).flatMap(({ path, state }) =>
      Object.keys(state.on ?? {}).filter((event) =>
        statesOf(chart).some(
          ({ path: outer, state: around }) =>
            outer.length < path.length && outer.every((name, at) => name === path[at]) && around.on?.[event],
        ),
      ),
    );
    expect(twice).toEqual([]);
  });

  it('declares an event in one region only', () => {
    const regions = (region: string): string[] =>
      ways.filter(({ from }) => from[0] === region).map(({ event }) => event);
    expect(regions('procedure').filter((event) => regions('complaints').includes(event))).toEqual([]);
  });

  it('gives an event one list of candidates in a state, of which only the last may be without a route, each route once', () => {
    for (const { path, state } of statesOf(chart))
      for (const [event, candidates] of Object.entries(state.on ?? {})) {
        const taken = candidates.map(({ guard }) => guard.type);
        expect(new Set(taken).size, `${event} in ${nameOf(path)}`).toBe(taken.length);
        expect(taken.slice(0, -1), `${event} in ${nameOf(path)}`).not.toContain('isAllowed');
      }
  });

  it('puts forbidden transitions last in a state', () => {
    for (const { path, state } of statesOf(chart)) {
      const forbidden = Object.values(state.on ?? {}).map((candidates) =>
        candidates.every(({ meta }) => meta.forbidden),
      );
      expect(forbidden, nameOf(path)).toEqual([...forbidden].sort());
    }
  });

  it('knows exactly these acts against the rules', () => {
    const forbidden: [event: string, from: string[], to: Step | null][] = [
      ['application.sent', ['application.discussing', 'application.choosing'], 'execution.awaitingResponse'],
      ['request.refused', ['application.engaging'], 'refused'],
      ['advice.finalised', ['execution.assessing', 'execution.reviewing'], 'execution.awaitingConsent'],
      [
        'advice.forwarded',
        ['execution.engaged.drafted', 'execution.awaitingConsent', 'execution.forwarding', 'notForwarded'],
        null,
      ],
      ['decision.made', ['notForwarded'], null],
    ];
    const expected = forbidden.flatMap(([event, from, to]) => from.map((step) => `${step} —${event}→ ${to}`));
    const found = ways
      .filter(({ transition }) => transition.meta.forbidden)
      .map(({ from, event, to }) => `${nameOf(from)} —${event}→ ${to && nameOf(to)}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('does not compile with a target, route, clause, event, role or term that is not there', () => {
    const meta = { clauses: ['L-20'] } as const;
    const misspelt: (Candidate | State)[] = [
      // @ts-expect-error the target
      { target: '#chosing', meta },
      // @ts-expect-error the route
      { guard: 'secondPreferenceRemain', meta },
      // @ts-expect-error the clause
      { meta: { clauses: ['L-2O'] } },
      // @ts-expect-error the event
      { description: '', on: { 'request.honored': { meta } } },
      // @ts-expect-error the role that is waited for
      { description: '', meta: { ...meta, waitsOn: { ownDoctor: [] } } },
      // @ts-expect-error the event that is waited for
      { description: '', meta: { ...meta, waitsOn: { employee: ['draft.reviewed'] } } },
      // @ts-expect-error the term
      { description: '', meta: { ...meta, term: 'respond' } },
    ];
    expect(misspelt).toHaveLength(7);
  });

  it('ends for good nowhere: what is owed to the employee can be done, and complaints stay possible', () => {
    expect(statesOf(chart).filter(({ state }) => state.type === 'final')).toEqual([]);
  });
});

describe('The page on the procedure', () => {
  it('is docs/procedure.md', async () => {
    await expect(procedurePage()).toMatchFileSnapshot('../docs/procedure.md');
  });

  it('finds the tests of a clause under its heading', () => {
    const source = [
      "clause('L-20', () => {",
      "  it('counts a week', () => {});",
      "  it.each(days)('counts from %s', () => {});",
      '  it.each([',
      "    ['2026-03-25', '2026-04-01'],",
      "  ])('counts from %s to %s', () => {});",
      "  describe('late', () => {",
      '    it("counts the physician\'s yes", () => {});',
      '    it(',
      "      'has a long name',",
      '      () => {},',
      '    );',
      '  });',
      '});',
      "describe('Something else', () => {",
      "  it('is not counted', () => {});",
      '});',
      "describe('B-15 the week', () => {",
      "  it('ends on the same weekday', () => {});",
      '});',
    ].join('\n');
    expect(Object.fromEntries(testsIn('a.test.ts', source))).toEqual({
      'L-20': [
        'counts a week',
        'counts from %s',
        'counts from %s to %s',
        "counts the physician's yes",
        'has a long name',
      ].map((name) => ({
        file: 'a.test.ts',
        name,
      })),
      'B-15': [{ file: 'a.test.ts', name: 'ends on the same weekday' }],
    });
  });
});

describe('The chart as others read it', () => {
  /** What XState makes of each state: its transitions with their guards, clauses, letters and targets. */
  const told = ({ id, type, description, meta, entry, initial, transitions, states }: AnyStateNode): object[] => [
    {
      ...{ id, type, description, meta, entry, initial: initial.target.map((target) => target.id) },
      ways: [...transitions.values()].flat().map((way) => ({
        ...{ event: way.eventType, guard: way.guard, meta: way.meta, actions: way.actions },
        target: way.target?.map((target) => target.id),
      })),
    },
    ...Object.values<AnyStateNode>(states).flatMap(told),
  ];
  const own = told(secondOpinionMachine.root);

  it('is one literal in docs/statechart.machine.ts', async () => {
    await expect(machineLiteral()).toMatchFileSnapshot('../docs/statechart.machine.ts');
  });

  it('is, as that literal, the machine itself: needs nothing but xstate, and holds no function', async () => {
    const file = new URL('../docs/statechart.machine.ts', import.meta.url);
    const source = readFileSync(file, 'utf8');
    expect(source.match(/^import .*$/gm)).toEqual(["import { createMachine } from 'xstate';"]);
    expect(source).not.toMatch(/=>|function|\.\.\.\w/);
    const { secondOpinionMachine: literal } = await import('../docs/statechart.machine.js');
    expect(told(literal.root)).toEqual(own);
  });

  it('is, as JSON, the machine itself', () => {
    const imported = createMachine(JSON.parse(statechartJson()));
    expect(told(imported.root)).toEqual(own);
    expect(own).toHaveLength(statesOf(chart).length + 1);
  });

  it('is, as a Mermaid diagram, every transition between two steps that the rules allow, and none that they forbid', () => {
    const called = (state: ChartState): string => (state.id ?? '').replace('.', '_');
    const names = statesOf(chart).map(({ state }) => called(state));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(mermaid()).toContain(` ${name}`);
    for (const { event, to, transition } of transitionsOf(chart))
      if (to && !transition.meta.forbidden)
        expect(mermaid()).toMatch(new RegExp(`--> ${called(stateAt(chart, to))} : .*${event}`));
    expect(mermaid()).toContain('  choosing --> preparing : physicians.chosen\n');
    expect(mermaid()).not.toContain('choosing --> awaitingResponse');
    expect(mermaid()).not.toContain('notForwarded --> decided');
  });
});
