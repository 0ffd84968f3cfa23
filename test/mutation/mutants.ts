import type { EventType, ProcedureEvent } from '../../src/events.js';
import type { Guard } from '../../src/guards.js';
import type { NormName, Question } from '../../src/norms.js';
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

interface Transition {
  guard: string;
  target?: string;
  meta: { clauses: string[]; forbidden?: true };
  actions: ('record' | Notify)[];
}

interface Notify {
  type: 'notify';
  params: { to: string; about: string };
}

interface StateConfig {
  initial?: string;
  entry?: Notify;
  meta?: { clauses: string[]; term?: string; waitsOn?: Record<string, string[]> };
  on?: Record<string, Transition | Transition[]>;
  states?: Record<string, StateConfig>;
}

type Guards = Record<string, Required<Guard>>;
type Turn = { context: { file: never }; event: ProcedureEvent };

interface Modules {
  machine: { secondOpinionMachine: Library['secondOpinionMachine'] & { config: StateConfig } };
  guards: { guards: Guards };
  norms: {
    norms: Record<NormName, Question & { kind: string }>;
    holds: (q: Question, file: never, event: never) => boolean;
  };
  notices: { topics: Record<string, { to: string[] }> };
  terms: { terms: Record<string, unknown> };
}

const { config } = load<Modules['machine']>('src/machine.ts').secondOpinionMachine;
const { guards } = load<Modules['guards']>('src/guards.ts');
const { norms, holds } = load<Modules['norms']>('src/norms.ts');
const { topics } = load<Modules['notices']>('src/notices.ts');
const { terms } = load<Modules['terms']>('src/terms.ts');
const { stepSchema } = load<typeof import('../../src/case.js')>('src/case.ts');

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
const chartWith = (write: (root: StateConfig) => void): Change => ({
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

interface Place {
  path: string[];
  type: string;
  index: number;
  transition: Transition;
  siblings: number;
}

const stateAt = (root: StateConfig, path: string[]): StateConfig =>
  path.reduce((state, name) => state.states?.[name] as StateConfig, root);

const listOf = (found: Transition | Transition[] = []): Transition[] => (Array.isArray(found) ? found : [found]);

const within = (state: StateConfig, path: string[] = []): { state: StateConfig; path: string[] }[] => [
  { state, path },
  ...Object.entries(state.states ?? {}).flatMap(([name, child]) => within(child, [...path, name])),
];

const states = within(config);

const places: Place[] = states.flatMap(({ state, path }) =>
  Object.entries(state.on ?? {}).flatMap(([type, found]) =>
    listOf(found).map((transition, index) => ({ path, type, index, transition, siblings: listOf(found).length })),
  ),
);

/** The steps in a state: itself, or all that it holds; all steps beside the complaints. */
const stepsIn = (path: string[]): string[] => {
  const [region, ...rest] = path;
  if (region !== 'procedure') return steps;
  return steps.filter((step) => rest.every((name, depth) => step.split('.')[depth] === name));
};

const nameOf = ({ path, type, index, siblings }: Place): string =>
  `${path.slice(path[0] === 'procedure' && path.length > 1 ? 1 : 0).join('.')}: ${type}${siblings > 1 ? ` (${index + 1})` : ''}`;

const mutantAt = (kind: string, place: Place, what: string, change: Change): Mutant => ({
  kind,
  name: `${nameOf(place)}${what && ` ${what}`}`,
  change,
  steps: stepsIn(place.path),
  types: [place.type],
});

/** A chart with one transition written otherwise, or none in its place. */
const withTransition = ({ path, type, index }: Place, write: (transition: Transition) => Transition | null): Change =>
  chartWith((root) => {
    const on = stateAt(root, path).on as Record<string, Transition[]>;
    const list = listOf(on[type]);
    const written = write(list[index] as Transition);
    list.splice(index, 1, ...(written ? [written] : []));
    if (list.length > 0) on[type] = list;
    else delete on[type];
  });

const withNotices = (transition: Transition, write: (notices: Notify[]) => Notify[]): Transition => {
  const others = transition.actions.filter((action) => action === 'record');
  const notices = transition.actions.filter((action): action is Notify => action !== 'record');
  return { ...transition, actions: [...others, ...write(notices)] };
};

const noticesOf = ({ actions }: Transition): Notify[] => actions.filter((action) => action !== 'record');

const without = <Item>(list: Item[], index: number): Item[] => list.filter((_, at) => at !== index);

const dropTransition = places.map((place) =>
  mutantAt(
    'a transition dropped',
    place,
    '',
    withTransition(place, () => null),
  ),
);

/** The step to which a target leads, as the others write it. */
const stepOf = (target: string, [, ...path]: string[]): string =>
  target.startsWith('#') ? target.slice(1).replace(/^procedure\./, '') : [...path.slice(0, -1), target].join('.');

const complaintSteps = ['none', 'pending', 'answered'];

/** Where a transition leads now; null where that depends on the step it comes from. */
const leadsTo = ({ path, transition: { target } }: Place): string | null => {
  if (!target) return stateAt(config, path).states ? null : path.slice(1).join('.');
  return path[0] === 'complaints' ? target.replace('.', '') : stepOf(target, path);
};

const retarget = places.flatMap((place) => {
  const isComplaint = place.path[0] === 'complaints';
  const sent = (to: string, write: (at: Transition) => Transition): Mutant =>
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
  .filter(({ index }) => index === 0)
  .flatMap((place) =>
    Array.from({ length: place.siblings }, (_, one) => one).flatMap((one) =>
      Array.from({ length: place.siblings - one - 1 }, (_, more) => one + more + 1).map((other) =>
        mutantAt(
          'two branches swapped',
          { ...place, siblings: 1 },
          `${one + 1} ↔ ${other + 1}`,
          chartWith((root) => {
            const list = listOf(stateAt(root, place.path).on?.[place.type]);
            [list[one], list[other]] = [list[other] as Transition, list[one] as Transition];
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
const othersThan = ({ to, about }: Notify['params']): Notify['params'][] =>
  Object.entries(topics).flatMap(([topic, { to: told }]) =>
    told.filter((role) => (topic === about) !== (role === to)).map((role) => ({ to: role, about: topic })),
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

const entry = config.entry as Notify;
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
    const { path, type, transition } = place;
    const here = stepsIn(path);
    const events = samples.filter(({ event }) => event.type === type).map(({ event }) => event);
    const isHere = ({ step, complaints }: Sample): boolean =>
      here.includes(step) && (path[0] !== 'complaints' || path.length === 1 || complaints === path[1]);
    const files = [...new Set(samples.filter(isHere).map(({ file }) => file))];
    const own = guards[transition.guard] as Required<Guard>;
    const saysOf = (guard: Required<Guard>, file: never, event: never): string =>
      holds(guard.when, file, event) ? guard.norms.filter((norm) => !holds(norms[norm], file, event)).join() : 'closed';
    const before = listOf(stateAt(config, path).on?.[type]).slice(0, place.index);
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

const stateName = (path: string[]): string => path.slice(path.length > 1 ? 1 : 0).join('.') || 'the chart';

const inState = (kind: string, path: string[], what: string, write: (state: StateConfig) => void): Mutant => ({
  kind,
  name: `${path[0] === 'complaints' ? path.join('.') : stateName(path)}: ${what}`,
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
            const { term: _, ...rest } = state.meta as NonNullable<StateConfig['meta']>;
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
  ...new Set(places.filter(({ transition }) => transition.guard === name).map(({ type }) => type as EventType)),
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

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const literalsIn = (text: string, name: string): string => {
  const [, found = ''] = new RegExp(`const ${name}[^=]*= (\\{[^}]*\\})`).exec(text) ?? [];
  return found;
};

const termsText = textOf('src/terms.ts');

const holidays: Mutant[] = [
  ...[...literalsIn(termsText, 'holidaysByDate').matchAll(/(\w+): '([\d-]+)'/g)].flatMap(([line, name, date]) =>
    dayMoved('src/terms.ts', line, (days) => `${name}: '${shifted(`2027-${date}`, days).slice(5)}'`, `${name}`),
  ),
  ...[...literalsIn(termsText, 'holidaysFromEaster').matchAll(/(\w+): (-?\d+)/g)].flatMap(([line, name, days]) =>
    dayMoved('src/terms.ts', line, (more) => `${name}: ${Number(days) + more}`, `${name}`),
  ),
  ...[...literalsIn(termsText, 'decreeDays').matchAll(/'(\d{4}-\d\d-\d\d)'/g)].flatMap(([line, day = '']) =>
    dayMoved('src/terms.ts', line, (days) => `'${shifted(day, days)}'`, `the decree day ${day}`),
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
