import type { EventType, ProcedureEvent } from '../../src/events.js';
import type { Guard } from '../../src/guards.js';
import type { Condition, NormName } from '../../src/norms.js';
import type { NoticeTopic } from '../../src/notices.js';
import type { ChartState, ChartTransition, Duty, WayOn } from '../support/chart.js';
import type { Library } from '../support/golden.ts';
import { type Change, load, packageNamed, textOf } from './library.ts';

// Every small way in which the chart, its guards and its terms could have been written otherwise.

/** A library that was changed in one place. */
export interface Mutant {
  kind: string;
  /** Where, and what; the same for the same mutant. */
  name: string;
  change: Change;
  /** Where it is most likely seen: in these steps, at these events. */
  steps: string[];
  types: string[];
}

type Guards = Record<string, Required<Guard>>;
type Turn = { context: { file: never }; event: ProcedureEvent };

interface Modules {
  machine: Pick<Library, 'secondOpinionMachine'>;
  guards: { guards: Guards };
  norms: {
    norms: Record<NormName, Condition & { kind: string }>;
    holds: (q: Condition, file: never, event: never) => boolean;
  };
  notices: { topics: Record<NoticeTopic, { to: string[] }> };
  terms: { terms: Record<string, unknown> };
}

const {
  chart: config,
  listed,
  nameOf,
  stateAt,
  statesOf,
  waysOnOf,
} = load<typeof import('../support/chart.js')>('test/support/chart.ts');
const { guards } = load<Modules['guards']>('src/guards.ts');
const { norms, holds } = load<Modules['norms']>('src/norms.ts');
const { topics } = load<Modules['notices']>('src/notices.ts');
const { terms } = load<Modules['terms']>('src/terms.ts');
const { stepSchema } = load<typeof import('../../src/case.js')>('src/case.ts');
const { daysAfter } = load<typeof import('../../src/testing/calendar.js')>('src/testing/calendar.ts');

const { createMachine } = packageNamed<typeof import('xstate')>('xstate');

const steps: string[] = stepSchema.options;

/** The configuration once more, so that it can be changed; what cannot be copied (the context) is shared. */
const copyOf = <Value>(value: Value): Value =>
  Array.isArray(value)
    ? (value.map(copyOf) as Value)
    : typeof value === 'object' && value !== null
      ? (Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as Value)
      : value;

/** The modules of a chart that was written otherwise. */
const chartWith = (write: (root: ChartState) => void): Change => ({
  given: {
    'src/machine.ts': (original) => {
      const machine = original.secondOpinionMachine as Modules['machine']['secondOpinionMachine'];
      const changed = copyOf(config);
      write(changed);
      return { secondOpinionMachine: createMachine(changed as never, machine.implementations as never) };
    },
  },
});

const strictGuards = (changed: Guards) =>
  Object.fromEntries(
    Object.entries(changed).map(([name, guard]) => [
      name,
      ({ context, event }: Turn): boolean =>
        [guard.when, ...guard.norms.map((norm) => norms[norm])].every((question) =>
          holds(question, context.file, event as never),
        ),
    ]),
  );

/** The modules of a library whose guards ask something else. */
const guardsWith = (write: (changed: Guards) => void): Change => {
  const changed = Object.fromEntries(
    Object.entries(guards).map(([name, { norms: asked, when }]) => [name, { norms: [...asked], when }]),
  );
  write(changed);
  return {
    given: {
      'src/guards.ts': () => ({ guards: changed, strictGuards: strictGuards(changed) }),
    },
  };
};

/** A guard that asks nothing, in the place of one that was dropped. */
const unasked = '(none)';

const both = (one: Change, other: Change): Change => ({ given: { ...one.given, ...other.given } });

interface Place extends WayOn {
  siblings: number;
}

const states = [{ state: config, path: [] as string[] }, ...statesOf(config)];

const places: Place[] = waysOnOf(config).map((way) => ({
  ...way,
  siblings: listed(stateAt(config, way.from).on?.[way.event]).length,
}));

/** The steps in a state: itself, or all that it holds; all steps beside the complaints. */
const stepsIn = (path: string[]): string[] => {
  const [region, ...rest] = path;
  if (region !== 'procedure') return steps;
  return steps.filter((step) => rest.every((name, depth) => step.split('.')[depth] === name));
};

const placeName = ({ from, event, candidate, siblings }: Place): string =>
  `${nameOf(from)}: ${event}${siblings > 1 ? ` (${candidate + 1})` : ''}`;

const mutantAt = (kind: string, place: Place, what: string, change: Change): Mutant => ({
  kind,
  name: `${placeName(place)}${what && ` ${what}`}`,
  change,
  steps: stepsIn(place.from),
  types: [place.event],
});

/** A chart with one transition written otherwise, or none in its place. */
const withTransition = (
  { from, event, candidate }: Place,
  write: (transition: ChartTransition) => ChartTransition | null,
): Change =>
  chartWith((root) => {
    const on = stateAt(root, from).on as Record<string, ChartTransition[]>;
    const list = listed(on[event]);
    const written = write(list[candidate] as ChartTransition);
    list.splice(candidate, 1, ...(written ? [written] : []));
    if (list.length > 0) on[event] = list;
    else delete on[event];
  });

const withNotices = (transition: ChartTransition, write: (notices: Duty[]) => Duty[]): ChartTransition => {
  const others = transition.actions.filter((action) => action === 'evolve');
  const notices = transition.actions.filter((action): action is Duty => action !== 'evolve');
  return { ...transition, actions: [...others, ...write(notices)] };
};

const noticesOf = ({ actions }: ChartTransition): Duty[] => actions.filter((action) => action !== 'evolve');

const without = <Item>(list: Item[], index: number): Item[] => list.filter((_, at) => at !== index);

const dropTransition = places.map((place) =>
  mutantAt(
    'a transition dropped',
    place,
    '',
    withTransition(place, () => null),
  ),
);

const complaintSteps = ['none', 'pending', 'answered'];

/** Where a transition leads now; null where that depends on the step it comes from. */
const leadsTo = ({ from, to }: Place): string | null =>
  to === null && stateAt(config, from).states ? null : (to ?? from).slice(1).join('.');

const retarget = places.flatMap((place) => {
  const isComplaint = place.from[0] === 'complaints';
  const sent = (to: string, write: (at: ChartTransition) => ChartTransition): Mutant =>
    mutantAt('a transition sent elsewhere', place, to, withTransition(place, write));
  return [
    ...(isComplaint ? complaintSteps : steps)
      .filter((step) => step !== leadsTo(place))
      .map((step) =>
        sent(`→ ${step}`, (at) => ({ ...at, target: `#${isComplaint ? 'complaints' : 'procedure'}.${step}` })),
      ),
    ...(place.transition.target ? [sent('stays', ({ target: _, ...at }) => at)] : []),
  ];
});

const swapBranches = places
  .filter(({ candidate }) => candidate === 0)
  .flatMap((place) =>
    Array.from({ length: place.siblings }, (_, one) => one).flatMap((one) =>
      Array.from({ length: place.siblings - one - 1 }, (_, more) => one + more + 1).map((other) =>
        mutantAt(
          'two branches swapped',
          { ...place, siblings: 1 },
          `${one + 1} ↔ ${other + 1}`,
          chartWith((root) => {
            const list = stateAt(root, place.from).on?.[place.event] as ChartTransition[];
            [list[one], list[other]] = [list[other] as ChartTransition, list[one] as ChartTransition];
          }),
        ),
      ),
    ),
  );

const forget = places.map((place) =>
  mutantAt(
    'an event not recorded',
    place,
    '',
    withTransition(place, (at) => ({ ...at, actions: noticesOf(at) })),
  ),
);

const dropNotice = places.flatMap((place) =>
  noticesOf(place.transition).map(({ params }, index) =>
    mutantAt(
      'a notice dropped',
      place,
      `${params.about} → ${params.to}`,
      withTransition(place, (at) => withNotices(at, (notices) => without(notices, index))),
    ),
  ),
);

const swapNotices = places.flatMap((place) =>
  noticesOf(place.transition)
    .slice(1)
    .map((_, index) =>
      mutantAt(
        'two notices swapped',
        place,
        `${index + 1} ↔ ${index + 2}`,
        withTransition(place, (at) =>
          withNotices(at, (notices) => [
            ...notices.slice(0, index),
            ...notices.slice(index, index + 2).reverse(),
            ...notices.slice(index + 2),
          ]),
        ),
      ),
    ),
);

/** Every other notice that may be given: the same topic to another, and another topic to the same. */
const othersThan = ({ to, about }: Duty['params']): Duty['params'][] =>
  (Object.keys(topics) as NoticeTopic[]).flatMap((topic) =>
    topics[topic].to.filter((role) => (topic === about) !== (role === to)).map((role) => ({ to: role, about: topic })),
  );

const otherNotice = places.flatMap((place) =>
  noticesOf(place.transition).flatMap(({ params }, index) =>
    othersThan(params).map((other) =>
      mutantAt(
        'another notice given',
        place,
        `${params.about} → ${params.to} becomes ${other.about} → ${other.to}`,
        withTransition(place, (at) =>
          withNotices(at, (notices) => notices.map((each, at) => (at === index ? { ...each, params: other } : each))),
        ),
      ),
    ),
  ),
);

const entry = config.entry as Duty;
const openingNotice: Mutant[] = [null, ...othersThan(entry.params)].map((other) => ({
  kind: other ? 'another notice given' : 'a notice dropped',
  name: `the opening: ${entry.params.about} → ${entry.params.to}${other ? ` becomes ${other.about} → ${other.to}` : ''}`,
  change: chartWith((root) => {
    if (other) root.entry = { type: 'notify', params: other };
    else delete root.entry;
  }),
  steps: [],
  types: [],
}));

const dropClause = places.flatMap((place) =>
  place.transition.meta.clauses.map((clause, index) =>
    mutantAt(
      'a clause dropped from a transition',
      place,
      clause,
      withTransition(place, (at) => ({ ...at, meta: { ...at.meta, clauses: without(at.meta.clauses, index) } })),
    ),
  ),
);

const forbid = places.map((place) =>
  mutantAt(
    'a transition forbidden, or no longer',
    place,
    place.transition.meta.forbidden ? 'allowed' : 'forbidden',
    withTransition(place, ({ meta: { forbidden, ...meta }, ...rest }) => ({
      ...rest,
      meta: forbidden ? meta : { ...meta, forbidden: true },
    })),
  ),
);

const dropGuard = places.map((place) =>
  mutantAt(
    'a guard dropped',
    place,
    place.transition.guard,
    both(
      guardsWith((changed) => {
        changed[unasked] = { norms: [], when: {} };
      }),
      withTransition(place, (at) => ({ ...at, guard: unasked })),
    ),
  ),
);

/** Case and event of the histories, as far as they can be asked. */
export interface Sample {
  file: never;
  step: string;
  complaints: string;
  event: { type: string };
}

const others = 3;

/**
 * Three other guards for each transition. A guard that asks the same of every such event in every such case is no other one:
 * most rules say nothing of most events. So only those count that tell some case and event of the histories apart.
 */
const replaceGuard = (samples: Sample[]): Mutant[] =>
  places.flatMap((place) => {
    const { from: path, transition } = place;
    const here = stepsIn(path);
    const events = samples.filter(({ event }) => event.type === place.event).map(({ event }) => event);
    const isHere = ({ step, complaints }: Sample): boolean =>
      here.includes(step) && (path[0] !== 'complaints' || path.length === 1 || complaints === path[1]);
    const files = [...new Set(samples.filter(isHere).map(({ file }) => file))];
    const own = guards[transition.guard] as Required<Guard>;
    const saysOf = (guard: Required<Guard>, file: never, event: never): string =>
      holds(guard.when, file, event) ? guard.norms.filter((norm) => !holds(norms[norm], file, event)).join() : 'closed';
    const before = listed(stateAt(config, path).on?.[place.event]).slice(0, place.candidate);
    const isAsked = (file: never, event: never): boolean =>
      before.every((branch) => !holds((guards[branch.guard] as Required<Guard>).when, file, event));
    const differs = (guard: Required<Guard>): boolean =>
      files.some((file) =>
        events.some(
          (event) =>
            isAsked(file, event as never) && saysOf(own, file, event as never) !== saysOf(guard, file, event as never),
        ),
      );
    const isOther = ([name, { norms: asked }]: [string, Required<Guard>]): boolean =>
      name !== transition.guard && asked.join() !== own.norms.join();
    const candidates = Object.entries(guards).filter(isOther);
    const found: string[] = [];
    const from = Object.keys(guards).indexOf(transition.guard);
    for (const [name, guard] of [...candidates.slice(from), ...candidates.slice(0, from)])
      if (found.length < others && differs(guard)) found.push(name);
    return found.map((guard) =>
      mutantAt(
        'a guard replaced',
        place,
        `${transition.guard} becomes ${guard}`,
        withTransition(place, (at) => ({ ...at, guard })),
      ),
    );
  });

const inState = (kind: string, path: string[], what: string, write: (state: ChartState) => void): Mutant => ({
  kind,
  name: `${nameOf(path) || 'the chart'}: ${what}`,
  change: chartWith((root) => write(stateAt(root, path))),
  steps: stepsIn(path),
  types: [],
});

const stateMutants = states.flatMap(({ state: { initial, meta, states: children = {} }, path }) => [
  ...Object.keys(children)
    .filter((child) => initial && child !== initial)
    .map((child) =>
      inState('another initial state', path, `begins in ${child}`, (state) => {
        state.initial = child;
      }),
    ),
  ...(meta?.clauses ?? []).map((clause, index) =>
    inState('a clause dropped from a state', path, clause, (state) => {
      state.meta = { ...state.meta, clauses: without(meta?.clauses ?? [], index) };
    }),
  ),
  ...(meta?.term
    ? [null, ...Object.keys(terms).filter((term) => term !== meta.term)].map((other) =>
        inState(
          other ? 'another term' : 'a term dropped',
          path,
          `${meta.term}${other ? ` becomes ${other}` : ''}`,
          (state) => {
            const { term: _, ...rest } = state.meta as NonNullable<ChartState['meta']>;
            state.meta = other ? { ...rest, term: other } : rest;
          },
        ),
      )
    : []),
  ...Object.entries(meta?.waitsOn ?? {}).flatMap(([role, types]) =>
    types.map((type, index) =>
      inState('nobody waited for', path, `${type} by ${role}`, ({ meta: changed }) => {
        const waitsOn = changed?.waitsOn as Record<string, string[]>;
        waitsOn[role] = without(types, index);
      }),
    ),
  ),
]);

const guardTypes = (name: string): EventType[] => [
  ...new Set(places.filter(({ transition }) => transition.guard === name).map(({ event }) => event)),
];

const inGuard = (kind: string, name: string, what: string, write: (guard: Required<Guard>) => void): Mutant => ({
  kind,
  name: `${name}: ${what}`,
  change: guardsWith((changed) => write(changed[name] as Required<Guard>)),
  steps,
  types: guardTypes(name),
});

const guardMutants = Object.entries(guards).flatMap(([name, { norms: asked, when }]) => [
  ...asked.map((norm, index) =>
    inGuard('a rule dropped from a guard', name, norm, (guard) => {
      guard.norms = without(asked, index);
    }),
  ),
  ...(Object.keys(when).length > 0
    ? [
        inGuard('a circumstance dropped from a guard', name, 'when', (guard) => {
          guard.when = {};
        }),
      ]
    : []),
]);

const oneDay = [-1, 1];

const signed = (days: number): string => (days > 0 ? `+ ${days}` : `- ${-days}`);

const dayMoved = (path: string, from: string, to: (days: number) => string, name: string): Mutant[] =>
  oneDay.map((days) => ({
    kind: 'a term moved by a day',
    name: `${name} ${signed(days)} day`,
    change: {
      written: {
        [path]: (text) => {
          if (text.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
          return text.replace(from, to(days));
        },
      },
    },
    steps,
    types: ['application.sent'],
  }));

const literalsIn = (text: string, name: string): string => {
  const [, found = ''] = new RegExp(`const ${name}[^=]*= (\\{[^}]*\\})`).exec(text) ?? [];
  return found;
};

const termsText = textOf('src/terms.ts');

const holidays: Mutant[] = [
  ...[...literalsIn(termsText, 'holidaysByDate').matchAll(/(\w+): '([\d-]+)'/g)].flatMap(([line, name, date]) =>
    dayMoved('src/terms.ts', line, (days) => `${name}: '${daysAfter(`2027-${date}`, days).slice(5)}'`, `${name}`),
  ),
  ...[...literalsIn(termsText, 'holidaysFromEaster').matchAll(/(\w+): (-?\d+)/g)].flatMap(([line, name, days]) =>
    dayMoved('src/terms.ts', line, (more) => `${name}: ${Number(days) + more}`, `${name}`),
  ),
  ...[...literalsIn(termsText, 'decreeDays').matchAll(/'(\d{4}-\d\d-\d\d)'/g)].flatMap(([line, day = '']) =>
    dayMoved('src/terms.ts', line, (days) => `'${daysAfter(day, days)}'`, `the decree day ${day}`),
  ),
];

const termMutants: Mutant[] = [
  ...dayMoved(
    'src/terms.ts',
    'daysAfter(start, 7)',
    (days) => `daysAfter(start, ${7 + days})`,
    'the week of the response',
  ),
  ...dayMoved(
    'src/terms.ts',
    'new Date(daysAfter(day, 1))',
    (days) => `new Date(daysAfter(day, ${1 + days}))`,
    'overdue from',
  ),
  ...dayMoved(
    'src/terms.ts',
    'workingDays(start, dueOn) < 2',
    (days) => `workingDays(start, dueOn) < ${2 + days}`,
    'the working days of a term',
  ),
  ...dayMoved(
    'src/terms.ts',
    '[daysAfter(start, 1), dueOn].every',
    (days) => `[daysAfter(start, ${1 + days}), dueOn].every`,
    'the years whose decrees are known',
  ),
  ...['engage', 'decide', 'complaint'].flatMap((alarm) =>
    dayMoved(
      'src/procedure.ts',
      `alarms.${alarm}`,
      (days) => `(alarms.${alarm} && alarms.${alarm} ${signed(days)})`,
      `the day to look at ${alarm}`,
    ),
  ),
  ...holidays,
];

/** What is made anew in every way in which mutants are, and nothing changed: no history tells it from the library. */
export const unchanged: Change[] = [
  chartWith(() => {}),
  guardsWith(() => {}),
  both(
    guardsWith(() => {}),
    chartWith(() => {}),
  ),
  { written: { 'src/terms.ts': (text) => text } },
];

/** Every mutant; the samples say which guards differ. */
export const mutantsOf = (samples: Sample[]): Mutant[] => [
  ...dropTransition,
  ...retarget,
  ...swapBranches,
  ...forget,
  ...dropNotice,
  ...otherNotice,
  ...swapNotices,
  ...openingNotice,
  ...dropClause,
  ...forbid,
  ...dropGuard,
  ...replaceGuard(samples),
  ...stateMutants,
  ...guardMutants,
  ...termMutants,
];
