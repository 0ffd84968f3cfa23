import {
  advance,
  type Case,
  deadlines,
  eventSchema,
  type Outcome,
  openCase,
  openingSchema,
  parseCase,
  partiesOf,
  replay,
  secondOpinionMachine,
  UnreadableCase,
  type View,
  viewFor,
} from 'lpbso-second-opinion';
import { figuresOf, ocelOf } from 'lpbso-second-opinion/figures';
import { suggestInstruments } from 'lpbso-second-opinion/forms';
import { everyPath, opening, storyTo } from 'lpbso-second-opinion/testing';
import { summaryFor } from 'lpbso-second-opinion/words';
import { en } from 'lpbso-second-opinion/words/en';
import { nl } from 'lpbso-second-opinion/words/nl';
import { createActor } from 'xstate';

// What is told wherever the package is used, and must be the same there: a history in full, and a hash of every other.

declare const console: { log(line: string): void };

const caseIn = (outcome: Outcome): Case => {
  if (outcome.ok) return outcome.case;
  throw new Error(outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm).join() : outcome.reason);
};

let current = caseIn(openCase(opening));
const steps: string[] = [current.step];
const due: (string | null)[] = [];
for (const event of storyTo['completion.decided'].events) {
  current = caseIn(advance(parseCase(JSON.parse(JSON.stringify(current))), event));
  steps.push(current.step);
  due.push(...deadlines(current).map(({ dueOn }) => dueOn));
}

const unreadable = (): string => {
  try {
    return parseCase({ ...current, schema: 0 }).step;
  } catch (error) {
    return error instanceof UnreadableCase ? error.issues.map(({ path }) => path).join() : 'another error';
  }
};

const actor = createActor(secondOpinionMachine, { input: openingSchema.parse(opening) }).start();
for (const event of storyTo['completion.decided'].events) actor.send(eventSchema.parse(event));

const seen: View<'employee'> = viewFor(current, { role: 'employee', person: 'employee-1' });

const ends: Record<string, number> = {};
const replayed = everyPath().map(({ how, opening: first, events }) => replay(first, events, how));
for (const end of replayed) {
  const step = end.case?.step ?? 'nowhere';
  ends[step] = (ends[step] ?? 0) + 1;
}

const told = (hash: string): string =>
  JSON.stringify({
    hash,
    steps,
    due,
    seen,
    said: partiesOf(current).flatMap((reader) => [summaryFor(current, reader, nl), summaryFor(current, reader, en)]),
    notAllowed: advance(caseIn(openCase(opening)), {
      type: 'request.refused',
      by: 'physician-own',
      on: '2026-03-20',
      grounds: [],
      earlierRequests: [],
    }),
    malformed: eventSchema.safeParse({ type: 'nothing' }).success,
    unreadable: unreadable(),
    suggested: suggestInstruments(['conduct', 'doubtAboutEstimate']),
    figures: figuresOf(everyPath()),
    kept: ocelOf(everyPath(), (id) => id).events.at(-1),
    lived: actor.getSnapshot().value,
    ends,
  });

crypto.subtle
  .digest('SHA-256', new TextEncoder().encode(JSON.stringify(replayed)))
  .then((hash) =>
    console.log(told([...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))),
  );
