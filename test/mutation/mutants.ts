import type { EventType, Letter } from '../../src/acts.js';
import type { Norm, NormKind, NormName, NoticeTopic, Role } from '../../src/index.js';
import type { Route, RouteName } from '../../src/routes.js';
import type { TermName } from '../../src/terms.js';
import type { ChartState, ChartTransition, Duty, Listed } from '../support/chart.js';
import { type Change, load, packageNamed, textOf } from './library.ts';
import { neverGiven } from './never-given.ts';

// Every small way in which the chart, its routes, acts, norms and terms could have been written otherwise.

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

type Machine = typeof import('../../src/machine.js');
type Acts = typeof import('../../src/acts.js');
type Norms = typeof import('../../src/norms.js');
type Routes = typeof import('../../src/routes.js');
type Terms = typeof import('../../src/terms.js');

const {
  chart: config,
  leavesOf,
  nameOf,
  placeOf,
  stateAt,
  statesOf,
  transitionsOf,
} = load<typeof import('../support/chart.js')>('test/support/chart.ts');
const { acts, eventTypes, isHeld, lettersOf } = load<Acts>('src/acts.ts');
const { norms, normsOf } = load<Norms>('src/norms.ts');
const { routes, leads } = load<Routes>('src/routes.ts');
const { terms, since } = load<Terms>('src/terms.ts');
const { steps: allSteps, roles } = load<typeof import('../../src/file.js')>('src/file.ts');
const { daysAfter } = load<typeof import('../../src/testing/calendar.js')>('src/testing/calendar.ts');

const { createMachine } = packageNamed<typeof import('xstate')>('xstate');

const steps: string[] = [...allSteps];

/** The configuration once more, so that it can be changed; what cannot be copied (the context) is shared. */
const copyOf = <Value>(value: Value): Value =>
  Array.isArray(value)
    ? (value.map(copyOf) as Value)
    : typeof value === 'object' && value !== null
      ? (Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as Value)
      : value;

const { machine } = load<Machine>('src/machine.ts');

/** A library whose chart was written otherwise. */
const chartWith = (write: (root: ChartState) => void): Change => ({
  given: {
    'src/machine.ts': (original) => {
      const changed = copyOf(config);
      write(changed);
      return { ...original(), machine: createMachine(changed as never, machine.implementations as never) };
    },
  },
});

/** A library in which what a module gives is changed in place, so that it is changed for the module itself too. */
const moduleWith = <Module>(path: string, write: (module: Module) => void): Change => ({
  given: {
    [path]: (original) => {
      const module = original();
      write(module as Module);
      return module;
    },
  },
});

const normsWith = (type: EventType, asked: NormName[]): Change =>
  moduleWith<Norms>('src/norms.ts', (module) => {
    module.normsOf[type] = asked;
  });

type Loose = Record<string, Record<string, unknown>>;
type Tells = { [To in Role]?: Letter | readonly Letter[] };

const actsWith = (type: EventType, changed: Record<string, unknown>): Change =>
  moduleWith<{ acts: Loose }>('src/acts.ts', (module) => void Object.assign(module.acts[type] ?? {}, changed));

const withoutReporter = (type: EventType, role: Role): Change =>
  moduleWith<Acts>('src/acts.ts', ({ acts, reporters }) => {
    const by = reporters[type].filter((each) => each !== role);
    Object.assign(acts[type], { by });
    reporters[type] = by;
  });

const routeWith = (name: RouteName, changed: Route): Change =>
  moduleWith<{ routes: Record<string, Route> }>('src/routes.ts', (module) => {
    module.routes[name] = changed;
  });

const termsWith = (name: string, changed: Record<string, unknown>): Change =>
  moduleWith<{ terms: Loose }>('src/terms.ts', (module) => void Object.assign(module.terms[name] ?? {}, changed));

interface Place extends Listed {
  siblings: number;
}

const states = [{ state: config, path: [] as string[] }, ...statesOf(config)];

const places: Place[] = transitionsOf(config).map((each) => ({
  ...each,
  siblings: stateAt(config, each.from).on?.[each.event]?.length ?? 0,
}));

/** The steps in a state: itself, or all that it holds; all steps beside the complaints. */
const stepsIn = (path: string[]): string[] => {
  if (path[0] !== 'procedure') return steps;
  return leavesOf(config)
    .filter(({ path: leaf }) => path.every((name, depth) => name === leaf[depth]))
    .map(({ path: leaf }) => nameOf(leaf));
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
    const list = on[event] ?? [];
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

const letterAt = (place: Place, { about, to }: Duty['params']): string => `${placeName(place)} ${about} → ${to}`;

/** Every letter of the chart, by its transition (as `placeOf` calls it) and by the name that the mutants give it. */
export const letters = places.flatMap((place) =>
  noticesOf(place.transition).map(({ params }) => ({ at: placeOf(place), params, name: letterAt(place, params) })),
);

/** The letters of a transition that some event there calls for, each with its place among all of them. */
const givenAt = (place: Place): { params: Duty['params']; index: number }[] =>
  noticesOf(place.transition)
    .map(({ params }, index) => ({ params, index }))
    .filter(({ params }) => !(letterAt(place, params) in neverGiven));

const without = <Item>(list: readonly Item[], index: number): Item[] => list.filter((_, at) => at !== index);

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
  to === null && stateAt(config, from).states ? null : nameOf(to ?? from);

const leafOf = (step: string): string => step.split('.').at(-1) ?? step;

const retarget = places.flatMap((place) => {
  const isComplaint = place.from[0] === 'complaints';
  const sent = (to: string, write: (at: ChartTransition) => ChartTransition): Mutant =>
    mutantAt('a transition sent elsewhere', place, to, withTransition(place, write));
  return [
    ...(isComplaint ? complaintSteps : steps)
      .filter((step) => (isComplaint ? `complaints.${step}` : step) !== leadsTo(place))
      .map((step) => sent(`→ ${step}`, (at) => ({ ...at, target: `#${leafOf(step)}` }))),
    ...(place.transition.target ? [sent('stays', ({ target: _, ...at }) => at)] : []),
  ];
});

const swapCandidates = places
  .filter(({ candidate }) => candidate === 0)
  .flatMap((place) =>
    Array.from({ length: place.siblings }, (_, one) => one).flatMap((one) =>
      Array.from({ length: place.siblings - one - 1 }, (_, more) => one + more + 1).map((other) =>
        mutantAt(
          'two candidates swapped',
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

const dropNotice = places.flatMap((place) =>
  givenAt(place).map(({ params, index }) =>
    mutantAt(
      'a notice dropped',
      place,
      `${params.about} → ${params.to}`,
      withTransition(place, (at) => withNotices(at, (notices) => without(notices, index))),
    ),
  ),
);

const swapped = <Item>(list: Item[], one: number, other: number): Item[] =>
  list.map((item, at) => list[at === one ? other : at === other ? one : at] ?? item);

const swapNotices = places.flatMap((place) => {
  const given = givenAt(place).map(({ index }) => index);
  return given
    .slice(1)
    .map((other, before) => [given[before] ?? 0, other] as const)
    .map(([one, other]) =>
      mutantAt(
        'two notices swapped',
        place,
        `${one + 1} ↔ ${other + 1}`,
        withTransition(place, (at) => withNotices(at, (notices) => swapped(notices, one, other))),
      ),
    );
});

const toldIn = new Map<NoticeTopic, Set<Role>>();
for (const { params } of [config.entry as Duty, ...places.flatMap(({ transition }) => noticesOf(transition))])
  toldIn.set(params.about, (toldIn.get(params.about) ?? new Set()).add(params.to));

/** Another notice that is given somewhere: the same topic to each other addressee, and the next topic to the same. */
const othersThan = ({ to, about }: Duty['params']): Pick<Duty['params'], 'to' | 'about'>[] => {
  const elsewhere = [...(toldIn.get(about) ?? [])].filter((role) => role !== to);
  const topics = [...toldIn].flatMap(([topic, told]) => (told.has(to) ? [topic] : []));
  const next = topics[(topics.indexOf(about) + 1) % topics.length] ?? about;
  return [...elsewhere.map((role) => ({ to: role, about })), ...(next === about ? [] : [{ to, about: next }])];
};

const otherNotice = places.flatMap((place) =>
  givenAt(place).flatMap(({ params, index }) =>
    othersThan(params).map((other) =>
      mutantAt(
        'another notice given',
        place,
        `${params.about} → ${params.to} becomes ${other.about} → ${other.to}`,
        withTransition(place, (at) =>
          withNotices(at, (notices) =>
            notices.map((each, at) => (at === index ? { ...each, params: { ...each.params, ...other } } : each)),
          ),
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
    if (other) root.entry = { type: 'tell', params: other };
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

const dropRoute = places
  .filter(({ transition }) => transition.guard.type !== 'isAllowed')
  .map((place) =>
    mutantAt(
      'a route no longer asked',
      place,
      place.transition.guard.type,
      withTransition(place, (at) => ({ ...at, guard: { ...at.guard, type: 'isAllowed' } })),
    ),
  );

/** Case and event of the histories, as far as they can be asked. */
export interface Sample {
  file: never;
  step: string;
  complaints: string;
  event: { type: string };
}

const routeIn = ({ transition: { guard } }: Place): RouteName | undefined =>
  guard.type === 'isAllowed' ? undefined : guard.type;

/**
 * Another route for each transition. One that says the same of every such event in every such case is no other one: only those
 * count that tell some case and event of the histories apart, where the record holds such an event at all.
 */
const replaceRoute = (samples: Sample[]): Mutant[] =>
  places.flatMap((place) => {
    const { from: path } = place;
    const here = stepsIn(path);
    const isHere = ({ file, step, complaints, event }: Sample): boolean =>
      event.type === place.event &&
      isHeld(file, place.event) &&
      here.includes(step) &&
      (path[0] !== 'complaints' || path.length === 1 || complaints === path[1]);
    const before = places.filter(
      ({ from, event, candidate }) => from === path && event === place.event && candidate < place.candidate,
    );
    const asked = samples
      .filter(isHere)
      .filter(({ file, event }) => before.every((each) => !leads(routeIn(each), file, event)));
    const own = routeIn(place);
    return (Object.keys(routes) as RouteName[])
      .filter((name) => asked.some(({ file, event }) => leads(name, file, event) !== leads(own, file, event)))
      .map((type) =>
        mutantAt(
          'another route asked',
          place,
          `${own ?? 'none'} becomes ${type}`,
          withTransition(place, (at) => ({ ...at, guard: { ...at.guard, type } })),
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

const ofEvent = (kind: string, type: EventType, what: string, change: Change): Mutant => ({
  kind,
  name: `${type}${what && `: ${what}`}`,
  change,
  steps,
  types: [type],
});

const normMutants = eventTypes.flatMap((type) =>
  normsOf[type].map((norm, index) =>
    ofEvent('a norm no longer asked of an event', type, norm, normsWith(type, without(normsOf[type], index))),
  ),
);

const inNorm = (kind: string, name: NormName, what: string, changed: Partial<Norm>): Mutant => ({
  kind,
  name: `${name}: ${what}`,
  change: moduleWith<{ norms: Record<string, Norm> }>(
    'src/norms.ts',
    (module) => void Object.assign(module.norms[name] ?? {}, changed),
  ),
  steps,
  types: eventTypes.filter((type) => normsOf[type].includes(name)),
});

const partsOfNorms = (Object.keys(norms) as NormName[]).flatMap((name) => {
  const { kind, clauses, asks } = norms[name];
  const other: NormKind = kind === 'conduct' ? 'validity' : 'conduct';
  return [
    ...(kind === 'order' ? [] : [inNorm('a norm of another kind', name, `${kind} becomes ${other}`, { kind: other })]),
    ...clauses.map((clause, index) =>
      inNorm('a clause dropped from a norm', name, clause, { clauses: without(clauses, index) }),
    ),
    // What is asked of an opening alone, only its form tells.
    ...(asks && eventTypes.some((type) => normsOf[type].includes(name))
      ? [inNorm('a field that a norm no longer asks for', name, asks.field, { asks: undefined as never })]
      : []),
  ];
});

const actMutants = eventTypes.flatMap((type) => {
  const { by, evolves } = acts[type];
  return [
    ...(`${evolves}` === '() => ({})'
      ? []
      : [ofEvent('an event not remembered', type, '', actsWith(type, { evolves: () => ({}) }))]),
    ...by.map((role) => ofEvent('a role that may no longer', type, role, withoutReporter(type, role))),
    ...lettersOf(type).flatMap(({ to, about, when, unless }) => {
      if (!when && !unless) return [];
      const routed = (kind: string, letter: Letter): Mutant => {
        const letters = [(acts[type].tells as Tells)[to] ?? []].flat() as Letter[];
        const isThis = (each: Letter): boolean => typeof each === 'object' && each.about === about;
        const tells = { ...acts[type].tells, [to]: letters.map((each) => (isThis(each) ? letter : each)) };
        return ofEvent(kind, type, `${about} → ${to}`, actsWith(type, { tells }));
      };
      return [
        routed('a notice given whatever the route', about),
        routed(
          'a notice given on every other route',
          when ? { about, unless: when } : { about, when: unless as RouteName },
        ),
      ];
    }),
  ];
});

const routeMutants = (Object.keys(routes) as RouteName[]).map((name): Mutant => {
  const { ofCase, ofEvent } = routes[name] as Route;
  return {
    kind: 'a route that asks the opposite',
    name,
    change: routeWith(name, {
      ...(ofCase && { ofCase: (file) => !ofCase(file) }),
      ...(ofEvent && { ofEvent: (file, event) => !ofEvent(file, event) }),
    }),
    steps,
    types: [],
  };
});

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

const ofTerm = (kind: string, name: string, change: Change): Mutant => ({ kind, name, change, steps, types: [] });

const termMutants: Mutant[] = [
  ...dayMoved('src/terms.ts', 'days: 7 }', (days) => `days: ${7 + days} }`, 'the week of the response'),
  ...dayMoved(
    'src/terms.ts',
    'addHours(new Date(day), 24);',
    (days) => `addHours(new Date(day), ${24 + 24 * days});`,
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
      'daysAfter(from, alarm)',
      (days) => `daysAfter(from, alarm + (term === '${alarm}' ? ${days} : 0))`,
      `the day to look at ${alarm}`,
    ),
  ),
  ...holidays,
  ...Object.entries(terms).flatMap(([name, { owner, clauses, concerns }]) => [
    ...concerns.map((role) =>
      ofTerm(
        'a term not shown to a party',
        `${name} to ${role}`,
        termsWith(name, { concerns: (concerns as Role[]).filter((each) => each !== role) }),
      ),
    ),
    ...('alarm' in terms[name as TermName]
      ? [
          ofTerm(
            'a term without a day to look at it',
            name,
            moduleWith<{ terms: Loose }>('src/terms.ts', (module) => {
              delete module.terms[name]?.alarm;
            }),
          ),
        ]
      : []),
    ...roles
      .filter((role) => role !== owner)
      .map((role) => ofTerm('another owner of a term', `${name} of ${role}`, termsWith(name, { owner: role }))),
    ...clauses.map((clause, index) =>
      ofTerm(
        'a clause dropped from a term',
        `${name}: ${clause}`,
        termsWith(name, { clauses: without([...clauses], index) }),
      ),
    ),
    ...(name in since
      ? [
          ofTerm(
            'a term that never runs',
            name,
            moduleWith<{ since: Record<string, unknown> }>('src/terms.ts', (module) => {
              module.since[name] = () => null;
            }),
          ),
        ]
      : []),
  ]),
];

/** What is made anew in every way in which mutants are, and nothing changed: no history tells it from the library. */
export const unchanged: Change[] = [
  chartWith(() => {}),
  moduleWith('src/norms.ts', () => {}),
  moduleWith('src/acts.ts', () => {}),
  { written: { 'src/terms.ts': (text) => text } },
];

/** Every mutant; the samples say which routes differ. */
export const mutantsOf = (samples: Sample[]): Mutant[] => [
  ...dropTransition,
  ...retarget,
  ...swapCandidates,
  ...dropRoute,
  ...replaceRoute(samples),
  ...routeMutants,
  ...dropNotice,
  ...otherNotice,
  ...swapNotices,
  ...openingNotice,
  ...dropClause,
  ...forbid,
  ...stateMutants,
  ...normMutants,
  ...partsOfNorms,
  ...actMutants,
  ...termMutants,
];
