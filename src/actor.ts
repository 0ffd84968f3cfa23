import { type AnyStateNode, enqueueActions, type SnapshotFrom, type StateValue } from 'xstate';
import { eventTypes, evolve } from './acts.js';
import { type Context, leavesOf, machine, nameOf } from './machine.js';
import { counting, noticeOf } from './notices.js';
import { advance } from './procedure.js';
import { type Case, complaintsIn, employerRouteIn } from './stored-case.js';
import { reading } from './unreadable.js';

/** The same machine, which also says no: it emits `refused` for an event that it did not take, of which `snapshot.can` stays false. */
const refusing = (given: typeof machine): typeof machine => {
  const transition = given.transition.bind(given);
  const provide = given.provide.bind(given);
  return Object.assign(given, {
    transition: ((snapshot, event, scope) => {
      const next = transition(snapshot, event, scope);
      const isTaken = next.context.revision !== snapshot.context.revision;
      const outcome = isTaken || event.type.startsWith('xstate.') ? null : advance(caseIn(snapshot.context), event);
      if (outcome?.ok === false) scope.emit({ type: 'refused', refusal: outcome });
      return next;
    }) as typeof transition,
    provide: ((implementations) => refusing(provide(implementations) as typeof machine)) as typeof provide,
  });
};

/**
 * The procedure as an XState machine, for a live actor, an inspector or a drawing. Its input is an opening, as `openCase` takes it: with
 * anything else an actor fails at its start, and says why. It takes only what the rules allow and stays where it is at anything else. What
 * `advance` answers leaves it as emitted events: `notice` for every letter, which the action `notify` is given too, and `refused` for every
 * no. It is never done, since complaints stay possible. Its tags are the phases, with `open`, and `ended` in an outcome.
 */
export const secondOpinionMachine = refusing(
  machine.provide({
    actions: {
      tell: enqueueActions(({ context, event, enqueue }, duty) => {
        const { caseId, file } = context;
        // At its start nothing has been done yet.
        const told = eventTypes.includes(event.type) ? event : null;
        const notice = noticeOf(caseId, duty, file, told ? evolve(file, told) : file, told);
        if (!notice) return;
        enqueue.assign({ file: counting(file, [notice]) });
        enqueue({ type: 'notify', params: notice });
        enqueue.emit({ type: 'notice', notice });
      }),
    },
  }),
);

const caseIn = (context: Context): Case => ({
  schema: 1,
  ...context,
  complaints: complaintsIn(context.file),
  employerRoute: employerRouteIn(context.file),
});

/** By step, where the procedure stands in the machine, with the groups around it. */
const places = new Map<string, StateValue>(
  leavesOf(machine.root.states.procedure as AnyStateNode).map(({ path }) => [
    nameOf(path),
    path.slice(1, -1).reduceRight<StateValue>((inner, name) => ({ [name]: inner }), path.at(-1) as string),
  ]),
);

/**
 * The case that a live actor holds: takes `actor.getSnapshot()`, or that snapshot as it was stored; answers a case on which every function
 * works. Throws the error of an actor that failed.
 */
export function caseOf(
  snapshot: Pick<SnapshotFrom<typeof secondOpinionMachine>, 'context'> & { error?: unknown },
): Case {
  if (snapshot.error !== undefined) throw snapshot.error;
  return caseIn(snapshot.context);
}

/**
 * The snapshot with which a live actor goes on from a case: `createActor(secondOpinionMachine, { snapshot: snapshotOf(current) })`. Throws
 * `UnreadableCase` at what is no case.
 */
export function snapshotOf(current: Case): SnapshotFrom<typeof secondOpinionMachine> {
  return reading(current, ({ schema: _, complaints, employerRoute, ...context }) =>
    secondOpinionMachine.resolveState({
      value: { procedure: places.get(context.step) as StateValue, complaints, employerRoute },
      context,
    }),
  );
}
