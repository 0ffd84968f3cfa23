import { type EventType, type NormName, type Role, type Step, secondOpinionMachine, steps } from 'lpbso-second-opinion';
import { type Locale, languages } from './languages.ts';

/** A transition as the machine has it, between places as they are named. */
export interface Arrow {
  from: string;
  event: EventType;
  to: string | null;
  forbidden: boolean;
  told: { to: Role; about: string }[];
}

interface State {
  id?: string;
  on?: Record<
    string,
    {
      target?: string;
      guard?: { params?: { norms: NormName[] } };
      meta: { forbidden?: true };
      actions: (string | { type: string; params: { to: Role; about: string } })[];
    }[]
  >;
  states?: Record<string, State>;
}

const stepIn = (id: string): string => steps.find((step) => step === id || step.endsWith(`.${id}`)) ?? id;

const arrowsIn = (name: string, { on = {}, states = {} }: State): Arrow[] => [
  ...Object.entries(on).flatMap(([event, candidates]) =>
    candidates.map(({ target, meta, actions }) => ({
      from: name,
      event: event as EventType,
      to: target ? stepIn(target.slice(1)) : null,
      forbidden: meta.forbidden === true,
      told: actions.flatMap((action) => (typeof action === 'object' && action.type === 'tell' ? [action.params] : [])),
    })),
  ),
  ...Object.entries(states).flatMap(([inner, state]) => arrowsIn(stepIn(state.id ?? inner), state)),
];

/** Every transition of the chart. */
export const arrows: Arrow[] = arrowsIn('procedure', secondOpinionMachine.config as unknown as State);

const leavesIn = (name: string, { states }: State): string[] =>
  states ? Object.entries(states).flatMap(([inner, state]) => leavesIn(stepIn(state.id ?? inner), state)) : [name];

const groupsIn = (name: string, state: State): [group: string, steps: string[]][] =>
  state.states
    ? [
        [name, leavesIn(name, state)],
        ...Object.entries(state.states).flatMap(([inner, next]) => groupsIn(stepIn(next.id ?? inner), next)),
      ]
    : [];

const groups = new Map(groupsIn('', secondOpinionMachine.config as unknown as State));

/** The steps that a place of the chart holds: a step itself, of a group each of its own. */
export const stepsAt = (name: string): string[] =>
  groups.get(name) ?? groups.get(name.split('.').at(-1) ?? '') ?? [name];

const everyStep: Record<Locale, string> = { nl: 'elke stap', en: 'every step' };

const inWords = (locale: Locale, name: string): string => {
  const { steps: titles, complaints, employerRoute } = languages[locale];
  const [region, beside = ''] = name.split('.');
  if (region === 'complaints') return complaints[beside as keyof typeof complaints];
  if (region === 'employerRoute') return employerRoute[beside as keyof typeof employerRoute];
  return titles[name as Step].title;
};

/** A place of the chart in words: a step by its title, a phase by its name, a group by its steps. */
export const placeInWords = (locale: Locale, name: string): string => {
  const { phases } = languages[locale];
  if (name === 'procedure') return everyStep[locale];
  if (Object.hasOwn(phases, name)) return phases[name as keyof typeof phases];
  return stepsAt(name)
    .map((step) => inWords(locale, step))
    .join(', ');
};
