import { assign, type StateMachine, type StateValue, type StateValueMap, setup } from 'xstate';
import { type EventType, eventSchema, evolve, isHeld, lettersOf, type ProcedureEvent } from './acts.js';
import { type Candidate, chart, type State, type StateMeta, type TransitionMeta } from './chart.js';
import { check, type Day } from './fields.js';
import { type CaseFile, type Complaints, type EmployerRoute, type Opening, openFile, type Role } from './file.js';
import type { NoticeTopic } from './letters.js';
import { holds, type NormName, normsOf } from './norms.js';
import { leads, type RouteName, routes } from './routes.js';

/** What a live machine remembers: the day of the rules under which the case was opened, and the case file. */
interface Context {
  rules: Day;
  file: CaseFile;
}

/** The norms that a transition asks, by name. */
interface Asked {
  norms?: NormName[];
}

/** Whom a transition tells of what; where the chart does not choose between letters, on which route. */
export interface Duty {
  to: Role;
  about: NoticeTopic;
  when?: RouteName;
  unless?: RouteName;
  /** To whoever held the role before, where another or nobody does after it. */
  holding?: 'before' | 'first';
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
  actions: ['evolve', ...dutiesOf(type, candidate, before).map((params) => ({ type: 'notify', params }))],
});

/** By what a target names a state: in the procedure its name alone, beside it that of its region too. */
const idOf = (around: string, name: string): string =>
  around === 'complaints' || around === 'employerRoute' ? `${around}.${name}` : name;

/** A state with what the chart need not repeat: an id, and of each transition its norms, its action and its letters. */
const expanded = (id: string, { on = {}, always, states, ...state }: State): object => ({
  id,
  ...state,
  ...(always && { always: { ...always, guard: { type: always.guard } } }),
  on: Object.fromEntries(
    Object.entries(on).map(([type, candidates]) => {
      const listed: Candidate[] = [candidates].flat();
      const guards = listed.map(({ guard }) => guard);
      return [type, listed.map((each, at) => writtenOut(type as EventType, each, guards.slice(0, at)))];
    }),
  ),
  ...(states && {
    states: Object.fromEntries(Object.entries(states).map(([name, inner]) => [name, expanded(idOf(id, name), inner)])),
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

const prepared = setup({
  types: {
    context: {} as Context,
    input: {} as Opening,
    events: {} as ProcedureEvent,
    meta: {} as StateMeta,
    transitionMeta: {} as TransitionMeta,
  },
  guards: { isAllowed, ...guards },
  actions: {
    evolve: assign(({ context, event }) => ({ file: evolve(context.file, event) })),
    notify: (_, _duty: Duty) => {},
  },
});

type Config = Parameters<typeof prepared.createMachine>[0];

/** Where each region stands, as XState has it: the procedure with the groups around its step. */
interface Value {
  procedure: StateValue;
  employerRoute: EmployerRoute;
  complaints: Complaints;
}

// Narrower than what XState infers, which would carry the whole chart into the declarations of whoever imports it.
// biome-ignore format: the names say nothing
type Narrow<Machine> =
  Machine extends StateMachine<infer A, infer B, infer C, infer D, infer E, infer F, infer G, infer _, infer H, infer I, infer J, infer K, infer L, infer M>
    ? StateMachine<A, B, C, D, E, F, G, Value & StateValueMap, H, I, J, K, L, M>
    : never;

/**
 * The procedure as an XState machine, for a live actor, an inspector or a drawing. Its input is an opening that `openCase`
 * takes, as `openingSchema` answers it; its context is `{ rules, file }`. It takes only what the rules allow, and stays where it
 * is at anything else; what stands in the way, notices and terms are told by `advance`.
 */
export const secondOpinionMachine = prepared.createMachine({
  ...expanded('secondOpinion', chart),
  context: ({ input }) => ({ rules: input?.on, file: input && openFile(input) }),
  entry: {
    type: 'notify',
    params: { to: 'ownPhysician', about: 'requestMade', unless: 'recordIsOfTheSecondOpinionPhysician' },
  },
} as Config) as Narrow<ReturnType<typeof prepared.createMachine<Config>>>;
