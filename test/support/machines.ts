import { isDeepStrictEqual } from 'node:util';
import { type AnyActorScope, createActor } from 'xstate';
import { isHeld } from '../../src/acts.js';
import { type Case, type How, type ProcedureEvent, secondOpinionMachine } from '../../src/index.js';
import { leads, type RouteName, routes } from '../../src/routes.js';
import { valueAt } from './chart.js';

type Machine = typeof secondOpinionMachine;
type Provided = NonNullable<Parameters<Machine['provide']>[0]['guards']>;
type Turn = { context: { file: Case['file'] }; event: ProcedureEvent };

/** The machines that `advance` and `record` are held against; in the second the routes choose the way, and no norm bars it. */
export const machines: Record<How, Machine> = {
  advance: secondOpinionMachine,
  record: secondOpinionMachine.provide({
    guards: {
      isAllowed: ({ context, event }: Turn) => isHeld(context.file, event.type),
      ...Object.fromEntries(
        (Object.keys(routes) as RouteName[]).map((name) => [
          name,
          ({ context, event }: Turn) => leads(name, context.file, event) && isHeld(context.file, event.type),
        ]),
      ),
    } as Provided,
  }),
};

// XState's `transition()` would build an actor on every call.
const idle = createActor(secondOpinionMachine as Machine & { input?: undefined });
const scope: AnyActorScope = {
  self: idle,
  id: idle.id,
  sessionId: idle.sessionId,
  system: idle.system,
  logger: () => {},
  defer: () => {},
  emit: () => {},
  stopChild: () => {},
  actionExecutor: () => {},
};

type Snapshot = ReturnType<Machine['resolveState']>;

/** A case, as each machine stands in it. */
const standing: Record<How, WeakMap<Case, Snapshot>> = { advance: new WeakMap(), record: new WeakMap() };

function snapshotIn(how: How, current: Case): Snapshot {
  const known = standing[how].get(current);
  if (known) return known;
  const { schema: _, employerRoute: __, complaints: ___, ...context } = current;
  const snapshot = machines[how].resolveState({ value: valueAt(current), context });
  standing[how].set(current, snapshot);
  return snapshot;
}

/** Whether XState comes to the same state, with the same file. */
export function comesTo(after: Case, how: How, current: Case, event: ProcedureEvent): boolean {
  const next = machines[how].transition(snapshotIn(how, current), event, scope);
  return isDeepStrictEqual({ value: next.value, file: next.context.file }, { value: valueAt(after), file: after.file });
}
