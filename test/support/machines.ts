import { isDeepStrictEqual } from 'node:util';
import { type AnyActorScope, createActor } from 'xstate';
import { guards } from '../../src/guards.js';
import { type Case, type ProcedureEvent, secondOpinionMachine } from '../../src/index.js';
import { holds } from '../../src/norms.js';

type Machine = typeof secondOpinionMachine;
type Provided = NonNullable<Parameters<Machine['provide']>[0]['guards']>;

/** The machines that `advance` and `record` are held against; in the second the circumstances choose the way, and no norm bars it. */
export const machines: Record<'advance' | 'record', Machine> = {
  advance: secondOpinionMachine,
  record: secondOpinionMachine.provide({
    guards: Object.fromEntries(
      Object.entries(guards).map(([name, { when }]) => [
        name,
        ({ context, event }: { context: { file: Case['file'] }; event: ProcedureEvent }) =>
          holds(when, context.file, event),
      ]),
    ) as Provided,
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

type Place = Pick<Case, 'step' | 'complaints' | 'file'>;

const valueAt = ({ step, complaints }: Place) => {
  const [phase = '', inner] = step.split('.');
  return { procedure: inner ? { [phase]: inner } : phase, complaints };
};

/** Whether XState comes to the same place, with the same file. */
export function comesTo(after: Place, how: 'advance' | 'record', current: Place, event: ProcedureEvent): boolean {
  const snapshot = machines[how].resolveState({ value: valueAt(current) as never, context: { file: current.file } });
  const { value, context } = machines[how].transition(snapshot, event, scope);
  return isDeepStrictEqual({ value, file: context.file }, { value: valueAt(after), file: after.file });
}
