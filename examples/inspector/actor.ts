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
import { type Locale, languages } from '../languages.ts';
import { corrected, isLog } from '../log.ts';
import { courseOf, type Move } from '../pictures/case.ts';
import { words } from './words.ts';

/** A message as Stately's inspector takes it. */
export type Message = StatelyInspectionEvent;

/** Where a live actor starts: in a case, which was only just opened if it has its opening with it. */
export interface Start {
  case: Case;
  opening?: Opening;
  /** Where the case came before, as far as it is known. */
  moves?: Move[];
}

/** Why no actor can start from what was given. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

const told = (issues: readonly Issue[], locale: Locale): string =>
  issues.map(({ path, code }) => `${path} ${languages[locale].issues[code]}`.trim()).join('; ');

function opened(opening: unknown, locale: Locale): Start {
  const outcome = openCase(opening);
  if (outcome.ok) return { case: outcome.case, opening: openingSchema.parse(opening) };
  const unmet = outcome.reason === 'notAllowed' ? outcome.unmet : [];
  const why = unmet.map(({ norm }) => languages[locale].norms[norm].unmet).join('; ');
  throw new CannotStart(
    `${words[locale].opening}: ${outcome.reason === 'malformed' ? told(outcome.issues, locale) : why}`,
  );
}

function stored(json: unknown, locale: Locale): Start {
  try {
    return { case: parseCase(json) };
  } catch (error) {
    if (!(error instanceof UnreadableCase)) throw error;
    throw new CannotStart(`${words[locale].stored}: ${told(error.issues, locale)}`);
  }
}

/**
 * Takes an opening, a case as a host stores it, or a log of which the first events have been taken; answers where an actor
 * starts. A log is followed as it happened, so that what broke the rules is no obstacle.
 */
export function startFrom(given: unknown, after = 0, locale: Locale = 'nl'): Start {
  const { noObject, logHas, openingOfLog, eventOfLog } = words[locale];
  if (!isObject(given)) throw new CannotStart(noObject);
  if (!isLog(given)) return 'schema' in given ? stored(given, locale) : opened(given, locale);
  if (after === 0) return opened(given.opening, locale);
  if (!Number.isInteger(after) || after < 0 || after > given.events.length)
    throw new CannotStart(logHas(given.events.length));
  const { opening } = given;
  const events = corrected(given).slice(0, after);
  const followed = replay(opening, events, 'record');
  if (!followed.ok) throw new CannotStart(followed.at < 0 ? openingOfLog : eventOfLog(followed.at + 1));
  return {
    ...stored(JSON.parse(JSON.stringify(followed.case)), locale),
    moves: courseOf({ opening, events }, 'record').moves,
  };
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
