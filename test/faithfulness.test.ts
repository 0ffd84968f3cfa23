import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type AnyStateNode, createMachine } from 'xstate';
import { type Step, stepSchema } from '../src/case.js';
import { rankOf } from '../src/clauses.js';
import { eventTypes } from '../src/events.js';
import { guards } from '../src/guards.js';
import {
  type ClauseId,
  clauses,
  type NormKind,
  type NormName,
  norms,
  type Rank,
  secondOpinionMachine,
} from '../src/index.js';
import { rankOfNorm } from '../src/norms.js';
import { topics } from '../src/notices.js';
import { clausesOf } from '../src/procedure.js';
import { terms } from '../src/terms.js';
import {
  type ChartState,
  type ChartTransition,
  chart,
  dutiesOf,
  leavesOf,
  nameOf,
  plainChart,
  statesOf,
  type WayOn,
  waysOnOf,
} from './support/chart.js';
import {
  citationsIn,
  faultsIn,
  machineLiteral,
  mermaid,
  procedurePage,
  testsIn,
  withoutStep,
} from './support/documents.js';

const known = Object.keys(clauses);
const excused = Object.keys(withoutStep);

/** Ways on and states of a chart that say too little, by name. */
const silencesIn = (root: ChartState): string[] => [
  ...waysOnOf(root)
    .filter(({ transition }) => transition.meta.clauses.length === 0)
    .map(({ from, event }) => `${event} in ${nameOf(from)} cites nothing`),
  ...statesOf(root)
    .filter(({ state }) => (state.meta?.clauses ?? []).length === 0)
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

  it('are explained by decisions B-01 to B-47 and rules G-1 to G-16, without a gap', () => {
    const whole = inSource('decision').filter((id) => /\d$/.test(id));
    const added = inSource('decision').filter((id) => !/\d$/.test(id));
    expect(whole).toEqual(numbers('B', 47));
    expect(added).toEqual([
      ...['B-08a', 'B-12a', 'B-17a', 'B-17b', 'B-18a', 'B-18b', 'B-23a', 'B-31a', 'B-31b', 'B-34a', 'B-37a'],
    ]);
    expect(inSource('rule')).toEqual(Array.from({ length: 16 }, (_, index) => `G-${index + 1}`));
  });

  it('say of every clause where it stands and what it says in both languages', () => {
    for (const [id, { place, nl, en }] of Object.entries(clauses)) {
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
      citation.clause === 'B-35' && citation.name === sample?.name ? { ...citation, clause: 'B-53' } : citation,
    );
    expect(faultsIn(known, citations, excused)).toContain(
      `B-53 is no clause, yet the ${sample?.kind} ${sample?.name} cites it`,
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
    (discussing.on?.['request.refused'] as ChartTransition).meta = { clauses: [] };
    discussing.description = '';
    expect(silencesIn(copy)).toEqual([
      'request.refused in application.discussing cites nothing',
      'application.discussing has no description',
    ]);
  });

  it('would be at fault if the only way on that cites a clause were taken out of the chart', () => {
    const copy = plainChart();
    delete copy.states?.procedure?.states?.execution?.states?.awaitingConsultation?.on?.['consultation.missed'];
    expect(faultsIn(known, citationsIn(copy), excused)).toEqual(['B-23a is cited by nothing']);
  });

  it('cite no clause twice in one place', () => {
    const lists = [
      ...statesOf(chart).map(({ state }) => state.meta?.clauses ?? []),
      ...waysOnOf(chart).map(({ transition }) => transition.meta.clauses),
      ...[norms, topics, terms].flatMap((named) =>
        Object.values<{ clauses: string[] }>(named).map(({ clauses: cited }) => cited),
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

  it('is law for the norm that everybody reports only what is his to report', () => {
    expect(rankOfNorm('actorHoldsRole')).toBe('law');
  });
});

describe('The kind of a rule', () => {
  const isOfKind = (kind: NormKind) =>
    Object.entries(norms).flatMap(([name, norm]) => (norm.kind === kind ? [name] : []));

  it('is validity for those without which the act is none', () => {
    expect(isOfKind('validity').sort()).toEqual([
      'actorHoldsRole',
      'complaintIsNew',
      'complaintIsOpen',
      'employerIsNamed',
      'guidanceContinues',
      'handlerIsNotInvolved',
      'physicianIsIndependent',
      'physicianIsRegistered',
      'replacementIsAnother',
      'responseTermHasPassed',
      'thirdIsNotTheOwnPhysician',
    ]);
  });

  it('is order for the one that a log has an order, and conduct for all others', () => {
    expect(isOfKind('order')).toEqual(['datedInOrder']);
    expect(isOfKind('conduct')).toHaveLength(Object.keys(norms).length - 12);
  });
});

describe('The chart', () => {
  const ways = waysOnOf(chart);

  it('has the steps that a case can be in as its leaves, in the same order', () => {
    const leaves = leavesOf(chart).filter(({ path }) => path[0] === 'procedure');
    expect(leaves.map(({ path }) => nameOf(path))).toEqual(stepSchema.options);
  });

  it('reads in one order: description, meta, initial, on, states, and guard, target, meta, actions', () => {
    const inOrder = (keys: string[], order: string[]): boolean =>
      keys.every((key) => order.includes(key)) &&
      keys.every((key, at) => at === 0 || order.indexOf(key) > order.indexOf(keys[at - 1] ?? ''));
    for (const { path, state } of statesOf(chart))
      expect(
        inOrder(Object.keys(state), ['id', 'type', 'description', 'meta', 'initial', 'on', 'states']),
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

  it('leaves nothing to a clock or to itself: no after, always, invoke, onDone, exit or wildcard', () => {
    const words = JSON.stringify(plainChart());
    for (const word of ['after', 'always', 'invoke', 'onDone', 'exit', 'delay', '*'])
      expect(words, word).not.toContain(`"${word}":`);
  });

  it('asks every guard, and knows every guard that it asks', () => {
    const asked = new Set(ways.map(({ transition }) => transition.guard));
    expect([...asked].sort()).toEqual(Object.keys(guards).sort());
  });

  it('records every event, and does nothing besides but to notify', () => {
    for (const { from, event, transition } of ways) {
      const [first, ...others] = transition.actions;
      expect(first, `${event} in ${nameOf(from)}`).toBe('evolve');
      for (const other of others) expect(other).toMatchObject({ type: 'notify' });
    }
  });

  it('asks every norm in some guard', () => {
    const asked = new Set(Object.values(guards).flatMap(({ norms: names }) => names));
    expect([...asked].sort()).toEqual(Object.keys(norms).sort());
  });

  it('asks of every event whether it is reported by its role and dated in order', () => {
    for (const [name, guard] of Object.entries(guards))
      expect(guard.norms, name).toEqual(expect.arrayContaining(['actorHoldsRole', 'datedInOrder']));
  });

  it('tells of every topic each of those who may be told of it, and nobody else', () => {
    const told = [
      ...dutiesOf(chart.entry ? [chart.entry] : []),
      ...ways.flatMap(({ transition }) => dutiesOf(transition.actions)),
    ].map(({ to, about }) => `${about} → ${to}`);
    const mayBe = Object.entries(topics).flatMap(([about, { to }]) => to.map((role) => `${about} → ${role}`));
    expect([...new Set(told)].sort()).toEqual([...mayBe].sort());
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

  it('lets the ways on of one event in one step differ in the routing question only, so that a no never slides on', () => {
    const guardOf = ({ transition }: WayOn) => guards[transition.guard as keyof typeof guards];
    for (const way of ways) {
      const here = `${way.event} in ${nameOf(way.from)}`;
      const all = ways.filter(({ event, from }) => `${event} in ${nameOf(from)}` === here);
      expect(new Set(guardOf(way).norms), here).toEqual(new Set(guardOf(all[0] ?? way).norms));
      if (way.candidate < all.length - 1) expect(guardOf(way).when, here).not.toEqual({});
    }
  });

  it('never repeats a routing question among the ways on of one event', () => {
    for (const { from, event, transition } of ways) {
      const same = ways.filter(
        (way) => way.event === event && nameOf(way.from) === nameOf(from) && way.transition.guard === transition.guard,
      );
      expect(same.length, `${event} in ${nameOf(from)}`).toBe(1);
    }
  });

  it('knows exactly these acts against the rules', () => {
    const forbidden: [event: string, from: Step[], to: Step][] = [
      ['application.sent', ['application.discussing', 'application.choosing'], 'execution.awaitingResponse'],
      ['request.refused', ['application.choosing', 'application.preparing'], 'refused'],
      ['advice.finalised', ['execution.assessing', 'execution.reviewing'], 'execution.awaitingConsent'],
      [
        'advice.forwarded',
        ['execution.reviewing', 'execution.finalising', 'execution.awaitingConsent', 'notForwarded'],
        'completion.considering',
      ],
      ['decision.made', ['notForwarded'], 'completion.decided'],
    ];
    const expected = forbidden.flatMap(([event, from, to]) => from.map((step) => `${step} —${event}→ ${to}`));
    const found = ways
      .filter(({ transition }) => transition.meta.forbidden)
      .map(({ from, event, to }) => `${nameOf(from)} —${event}→ ${to && nameOf(to)}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('ends for good only where a third physician has taken over', () => {
    const final = statesOf(chart).filter(({ state }) => state.type === 'final');
    expect(final.map(({ path }) => nameOf(path))).toEqual(['transferred']);
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

describe('The chart as JSON', () => {
  it('is docs/statechart.json', async () => {
    await expect(`${JSON.stringify(plainChart(), null, 2)}\n`).toMatchFileSnapshot('../docs/statechart.json');
  });

  it('is read by createMachine as the same states, ways on, guards, notices and clauses', () => {
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
    const imported = createMachine(plainChart() as Parameters<typeof createMachine>[0]);
    expect(told(imported.root)).toEqual(told(secondOpinionMachine.root));
    expect(told(imported.root)).toHaveLength(statesOf(chart).length + 1);
  });

  it('holds no function, no context and no case', () => {
    expect(Object.keys(plainChart())).toEqual(['id', 'description', 'type', 'entry', 'states']);
  });
});

describe('The chart as one literal', () => {
  const file = new URL('../docs/statechart.machine.ts', import.meta.url);

  it('is docs/statechart.machine.ts', async () => {
    await expect(machineLiteral()).toMatchFileSnapshot('../docs/statechart.machine.ts');
  });

  it('is loaded by Node as a machine whose configuration is docs/statechart.json, letter for letter', () => {
    const print = `const { secondOpinionMachine } = await import('${file.href}');
      console.log(JSON.stringify(secondOpinionMachine.config, null, 2));`;
    const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', print], { encoding: 'utf8' });
    const json = fileURLToPath(new URL('../docs/statechart.json', import.meta.url));
    expect(loaded).toBe(readFileSync(json, 'utf8'));
  });

  it('needs nothing but xstate, and holds no function', () => {
    const source = readFileSync(file, 'utf8');
    expect(source.match(/^import .*$/gm)).toEqual(["import { createMachine } from 'xstate';"]);
    expect(source).not.toMatch(/=>|function/);
  });
});

describe('The chart as a Mermaid diagram', () => {
  it('is docs/statechart.mmd', async () => {
    await expect(mermaid()).toMatchFileSnapshot('../docs/statechart.mmd');
  });

  it('names every state once', () => {
    const names = statesOf(chart).map(({ path }) => path.at(-1));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(mermaid()).toContain(` ${name}`);
  });

  it('draws every way between two steps that the rules allow, and none that they forbid', () => {
    expect(mermaid()).toContain('  choosing --> preparing : physicians.chosen\n');
    expect(mermaid()).not.toContain('choosing --> awaitingResponse');
    expect(mermaid()).not.toContain('notForwarded --> decided');
  });
});
