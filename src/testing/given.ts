import {
  advance,
  type Case,
  type EventType,
  type NotAllowed,
  type Outcome,
  openCase,
  type Refusal,
  record,
  type Step,
  type Taken,
} from '../index.js';
import { asTold } from './events.js';
import { type OpeningTold, opening, type Told } from './people.js';
import { storyTo } from './stories.js';

const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What differs, a line each: of an object the fields that are expected, of a list every item. */
function differences(actual: unknown, expected: unknown, path = 'the outcome'): string[] {
  if (Object.is(actual, expected)) return [];
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual))
    return [`${path} is ${shown(actual)}, expected ${shown(expected)}`];
  if (Array.isArray(expected) && actual.length !== expected.length)
    return [`${path} has ${actual.length} items, expected ${expected.length}: ${shown(actual)}`];
  const inside = (field: string): string => (path === 'the outcome' ? field : `${path}.${field}`);
  return Object.keys(expected).flatMap((field) => differences(actual[field], expected[field], inside(field)));
}

const fail = (about: string, lines: string[]): never => {
  throw new Error([about, ...lines.map((line) => `  ${line}`)].join('\n'));
};

/** The no, in a few words. */
function noOf(outcome: Refusal): string {
  switch (outcome.reason) {
    case 'malformed':
      return `malformed: ${outcome.issues.map(({ path, message }) => `${path || 'it'} ${message}`).join('; ')}`;
    case 'unexpected':
      return `unexpected in ${outcome.step}, which expects ${outcome.expected.join(', ')}`;
    case 'notAllowed':
      return `not allowed: ${outcome.unmet.map(({ norm }) => norm).join(', ')}`;
  }
}

function taken(outcome: Outcome, about: string): Taken {
  if (!outcome.ok) return fail(about, [noOf(outcome)]);
  return outcome;
}

/** The outcome of the last event of a story; throws at the first that is not allowed, and says why. */
export function tell(start: OpeningTold, events: Told[]): Taken {
  let outcome = taken(openCase(start), 'The opening was not taken');
  for (const [at, told] of events.entries())
    outcome = taken(advance(outcome.case, told), `${told.type}, event ${at + 1} of the story, was not taken`);
  return outcome;
}

/** What came of an event, to be looked at or compared with what should have come of it. */
export interface Came {
  outcome: Outcome;
  /** What must be true of the outcome: of an object the fields that are named, of a list every item in its order. */
  expect: (expected: object) => void;
  /** That it was taken, and in which step the case is now; gives that case. */
  thenIn: (step: Step) => Case;
  /** That it was not allowed, by exactly these norms in this order. */
  thenNotAllowed: (...norms: string[]) => void;
  /** That it was not expected in the step in which the case is. */
  thenUnexpected: () => void;
}

/** What may follow in a case: an event tried by the rules, or one that was done in spite of them. */
export interface Following {
  case: Case;
  /** What comes of an event where the rules are kept (`advance`); of the usual one its type is enough. */
  when: (next: unknown) => Came;
  /** What comes of it where it was done, whatever the rules say (`record`). */
  whenDone: (next: unknown) => Came;
}

function outcomeOf(outcome: Outcome, current: Case | null, what: string): Came {
  const check = (expected: object): void => {
    const lines = differences(outcome, expected);
    if (lines.length === 0) return;
    const no = outcome.ok ? '' : ` (it is ${noOf(outcome)})`;
    fail(`What came of ${what} is not what was expected${no}:`, lines);
  };
  return {
    outcome,
    expect: check,
    thenIn: (step) => {
      check({ ok: true, case: { step } });
      return (outcome as Taken).case;
    },
    thenNotAllowed: (...norms) => {
      check({ ok: false, reason: 'notAllowed' });
      const found = (outcome as NotAllowed).unmet.map(({ norm }) => norm);
      if (found.join() !== norms.join())
        fail(`${what} is not allowed, but not by what was expected:`, [
          `the norms are ${found.join(', ')}, expected ${norms.join(', ') || 'none'}`,
        ]);
    },
    thenUnexpected: () => check({ ok: false, reason: 'unexpected', step: current?.step }),
  };
}

const nameOf = (next: unknown): string => (isObject(next) && typeof next.type === 'string' ? next.type : shown(next));

/** What may follow in a case, also in one that only `record` can reach. */
export const goingOn = (current: Case): Following => {
  const following = (take: typeof advance) => (next: unknown) => {
    const told = asTold(next);
    return outcomeOf(take(current, told), current, nameOf(told));
  };
  return { case: current, when: following(advance), whenDone: following(record) };
};

/** A story: an opening (the usual one unless given) and what followed, all of it allowed; of the usual events the types are enough. */
export function given(...told: (OpeningTold | Told | Told[] | EventType)[]): Following {
  const parts = told.flat().map((part) => asTold<OpeningTold | Told>(part));
  const openings = parts.filter((part) => 'caseId' in part) as OpeningTold[];
  const events = parts.filter((part) => !('caseId' in part)) as Told[];
  return goingOn(tell(openings[0] ?? opening, events).case);
}

/** An opening tried on its own. */
export const whenOpened = (start: unknown): Came => outcomeOf(openCase(start), null, 'the opening');

/** The usual way to a step, or a way beside it. */
export const givenIn = (step: Step): Following => given(storyTo[step].opening, storyTo[step].events);

/** Who is told what, all of it and in order: `requestMade → ownPhysician physician-own`. */
export const noticesIn = (outcome: Outcome): string[] =>
  taken(outcome, 'Nobody is told anything').notices.map(({ about, to }) => `${about} → ${to.role} ${to.person}`);

/** The deviations of one event, all of them and in order: `reasonsAreInWriting law`. */
export const deviationsIn = (outcome: Outcome): string[] =>
  taken(outcome, 'There are no deviations').deviations.map(({ norm, rank }) => `${norm} ${rank}`);
