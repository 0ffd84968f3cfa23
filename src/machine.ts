import { type AnyStateNode, assign, type StateMachine, type StateValue, type StateValueMap, setup } from 'xstate';
import { type EventType, eventSchema, evolve, isHeld, lettersOf, type ProcedureEvent } from './acts.js';
import { type Candidate, chart, type State, type StateMeta, type TransitionMeta } from './chart.js';
import { check } from './fields.js';
import { type Complaints, type EmployerRoute, type OpeningInput, openFile, openingSchema, type Step } from './file.js';
import { holds, type NormName, normsOf, unmetByOpening } from './norms.js';
import type { Duty, Notice } from './notices.js';
import type { Malformed, NotAllowed, Refusal } from './procedure.js';
import { leads, type RouteName, routes } from './routes.js';
import type { Case } from './stored-case.js';

/** What a live machine remembers: the case, without what its state tells. By `step` it sees whether it comes to another step, for `since`. */
export type Context = Omit<Case, 'schema' | 'employerRoute' | 'complaints'>;

/** The norms that a transition asks, by name. */
export interface Asked {
  readonly norms?: readonly NormName[];
}

/** The letters of one candidate: of two between which its guard, or that of one before it, chooses only the one remains. */
const dutiesOf = (type: EventType, { guard }: Candidate, before: (RouteName | undefined)[]): Duty[] =>
  lettersOf(type).flatMap(({ when, unless, ...duty }) => {
    if ((when && before.includes(when)) || (unless && unless === guard)) return [];
    if ((when && when === guard) || (unless && before.includes(unless))) return [duty];
    return [{ ...duty, ...(when && { when }), ...(unless && { unless }) }];
  });

const writtenOut = (type: EventType, candidate: Candidate, before: (RouteName | undefined)[]) => ({
  guard: { type: candidate.guard ?? 'isAllowed', params: { norms: normsOf[type] } },
  ...(candidate.target && { target: candidate.target }),
  meta: candidate.meta,
  actions: [...dutiesOf(type, candidate, before).map((params) => ({ type: 'tell', params })), 'evolve'],
});

/** By what a target names a state: in the procedure its name alone, beside it that of its region too. */
const idOf = (around: string, name: string): string =>
  around === 'complaints' || around === 'employerRoute' ? `${around}.${name}` : name;

const phases = ['application', 'execution', 'completion'];

/** A state as hosts know it, by the way to it from the root: groups do not show, and an outcome has no phase. */
export const nameOf = (path: readonly string[]): string => {
  const [, phase = ''] = path;
  const key = path.at(-1) ?? '';
  return phases.includes(phase) && phase !== key ? `${phase}.${key}` : key;
};

/** The states that a region can rest in. */
export const leavesOf = (state: AnyStateNode): AnyStateNode[] =>
  state.type === 'compound' ? Object.values(state.states).flatMap(leavesOf) : [state];

/** What a host may ask of a state: in which phase it is, and whether it is an outcome. */
const tagsOf = (phaseOrOutcome: string): string[] =>
  phases.includes(phaseOrOutcome) ? [phaseOrOutcome, 'open'] : ['ended'];

/** What a step needs besides its tags: it says that the case stands there. */
const entered = (path: string[]) => ({ entry: { type: 'enter', params: { step: nameOf(path) } } });

/** A state with what the chart need not repeat: an id, its tags, and of each transition its norms, its letters and its action. */
const expanded = (id: string, { on = {}, always, states, ...state }: State, path: string[] = []): object => ({
  id,
  ...state,
  ...(path[0] === 'procedure' && path.length === 2 && { tags: tagsOf(id) }),
  ...(path[0] === 'procedure' && !states && entered(path)),
  ...(always && { always: { ...always, guard: { type: always.guard } } }),
  on: Object.fromEntries(
    Object.entries(on).map(([type, candidates]) => {
      const listed: Candidate[] = [candidates].flat();
      const guards = listed.map(({ guard }) => guard);
      return [type, listed.map((each, at) => writtenOut(type as EventType, each, guards.slice(0, at)))];
    }),
  ),
  ...(states && {
    states: Object.fromEntries(
      Object.entries(states).map(([name, inner]) => [name, expanded(idOf(id, name), inner, [...path, name])]),
    ),
  }),
});

type Turn = { context: Context; event: ProcedureEvent };

const isAllowed = ({ context: { rules, file }, event }: Turn, { norms = [] }: Asked): boolean =>
  check(eventSchema, event).ok && isHeld(file, event.type) && norms.every((name) => holds(name, file, event, rules));

const guards = Object.fromEntries(
  (Object.keys(routes) as RouteName[]).map((name) => [
    name,
    // Where a case goes on to at once, nothing is asked of the event before it.
    (turn: Turn, asked?: Asked) =>
      leads(name, turn.context.file, turn.event) && (asked?.norms === undefined || isAllowed(turn, asked)),
  ]),
) as Record<RouteName, typeof isAllowed>;

/** What leaves a live machine: a letter that somebody is owed, and the no to an event that was not taken. */
export type Emitted =
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'refused'; readonly refusal: Refusal };

const prepared = setup({
  types: {
    context: {} as Context,
    // Where an actor goes on from a snapshot it takes none.
    input: {} as OpeningInput | undefined,
    events: {} as ProcedureEvent,
    emitted: {} as Emitted,
    tags: {} as 'application' | 'execution' | 'completion' | 'open' | 'ended',
    meta: {} as StateMeta,
    transitionMeta: {} as TransitionMeta,
  },
  guards: { isAllowed, ...guards },
  actions: {
    enter: assign(({ context, event }, { step }: { step: Step }) =>
      step === context.step ? {} : { step, since: event.on ?? context.since },
    ),
    tell: (_, _duty: Duty) => {},
    evolve: assign(({ context, event }) => ({ file: evolve(context.file, event), revision: context.revision + 1 })),
    notify: (_, _notice: Notice) => {},
  },
});

type Config = Parameters<typeof prepared.createMachine>[0];

/** Where each region stands, as XState has it: the procedure with the groups around its step. */
export interface Value {
  readonly procedure: StateValue;
  readonly employerRoute: EmployerRoute;
  readonly complaints: Complaints;
}

// Narrower than what XState infers, which would carry the whole chart into the declarations of whoever imports it.
// biome-ignore format: the names say nothing
type Narrow<Machine> =
  Machine extends StateMachine<infer A, infer B, infer C, infer D, infer E, infer F, infer G, infer _, infer H, infer I, infer J, infer K, infer L, infer M>
    ? StateMachine<A, B, C, D, E, F, G, Value & StateValueMap, H, I, J, K, L, M>
    : never;

/** What is remembered of an opening at the beginning, or why no case opens with it. */
export const begun = (opening: unknown): { ok: true; context: Context } | Malformed | NotAllowed => {
  const checked = check(openingSchema, opening);
  if (!checked.ok) return { ok: false, reason: 'malformed', issues: checked.issues };
  const { caseId, on, by } = checked.value;
  const file = openFile(checked.value);
  const unmet = unmetByOpening(file, by);
  if (unmet.length > 0) return { ok: false, reason: 'notAllowed', unmet };
  const context: Context = {
    rules: on,
    caseId,
    revision: 0,
    step: 'application.discussing',
    since: on,
    file,
    deviations: [],
  };
  return { ok: true, context };
};

const remembered = (input: unknown): Context => {
  const begin = begun(input);
  if (begin.ok) return begin.context;
  const why =
    begin.reason === 'malformed'
      ? begin.issues.map(({ path, message }) => `${path || 'it'} ${message}`)
      : begin.unmet.map(({ norm }) => norm);
  throw new TypeError(`No opening: ${why.join('; ')}`);
};

/** The machine as the chart has it; whom it tells, and what it says to an event that it does not take, is given in `actor.ts`. */
export const machine = prepared.createMachine({
  ...expanded('secondOpinion', chart),
  context: ({ input }) => remembered(input),
  entry: {
    type: 'tell',
    params: { to: 'ownPhysician', about: 'requestMade', unless: 'recordIsOfTheSecondOpinionPhysician' },
  },
} as Config) as Narrow<ReturnType<typeof prepared.createMachine<Config>>>;
