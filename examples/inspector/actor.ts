import { createInspector, type StatelyInspectionEvent } from '@statelyai/inspect';
import {
  type Case,
  type Issue,
  type Opening,
  openCase,
  openingSchema,
  parseCase,
  replay,
  secondOpinionMachine,
  snapshotOf,
  UnreadableCase,
} from 'lpbso-second-opinion';
import { createActor } from 'xstate';
import { corrected, isLog } from '../log.ts';

/** A message as Stately's inspector takes it. */
export type Message = StatelyInspectionEvent;

/** Where a live actor starts: in a case, which was only just opened if it has its opening with it. */
export interface Start {
  case: Case;
  opening?: Opening;
}

/** Why no actor can start from what was given. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

const told = (issues: readonly Issue[]): string =>
  issues.map(({ path, message }) => `${path || 'it'} ${message}`).join('; ');

function opened(opening: unknown): Start {
  const outcome = openCase(opening);
  if (outcome.ok) return { case: outcome.case, opening: openingSchema.parse(opening) };
  if (outcome.reason === 'malformed') throw new CannotStart(`opening: ${told(outcome.issues)}`);
  throw new CannotStart(
    `opening: ${outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm).join(', ') : outcome.reason}`,
  );
}

function stored(json: unknown): Start {
  try {
    return { case: parseCase(json) };
  } catch (error) {
    throw error instanceof UnreadableCase ? new CannotStart(`case: ${told(error.issues)}`) : error;
  }
}

/**
 * Takes an opening, a case as a host stores it, or a log of which the first events have been taken; answers where an actor
 * starts. A log is followed as it happened, so that what broke the rules is no obstacle.
 */
export function startFrom(given: unknown, after = 0): Start {
  if (!isObject(given)) throw new CannotStart('an opening, a stored case or a log is an object');
  if (!isLog(given)) return 'schema' in given ? stored(given) : opened(given);
  if (after === 0) return opened(given.opening);
  if (!Number.isInteger(after) || after < 0 || after > given.events.length)
    throw new CannotStart(`the log has ${given.events.length} events`);
  const followed = replay(given.opening, corrected(given).slice(0, after), 'record');
  if (followed.ok) return stored(JSON.parse(JSON.stringify(followed.case)));
  throw new CannotStart(
    followed.at < 0 ? 'the opening of the log is not in order' : `event ${followed.at + 1} is not in order`,
  );
}

// The type of the chart and its one function say nothing to a reader; without them it is docs/statechart.json.
const { context: _context, schemas: _schemas, ...chart } = secondOpinionMachine.config;

// The package sorts the chart by name; people read it in the order of the procedure.
const serialize = (message: Message): Message =>
  JSON.parse(
    JSON.stringify(message.type === '@xstate.actor' ? { ...message, definition: JSON.stringify(chart) } : message),
  );

/** Starts an actor of the machine, and hands over what Stately's inspector is to be sent of it. */
export function liveActor(start: Start, send: (message: Message) => void) {
  const { inspect } = createInspector({ send }, { serialize, serializationDepthLimit: 30 });
  const actor = start.opening
    ? createActor(secondOpinionMachine, { input: start.opening, inspect })
    : createActor(secondOpinionMachine, { snapshot: snapshotOf(start.case), inspect });
  return actor.start();
}
