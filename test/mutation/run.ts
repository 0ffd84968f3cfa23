import { join } from 'node:path';
import type { Outcome } from '../../src/index.js';
import { answerOf, type Golden, goldenVersions, type Library, lineOf, tellTo, toldIn } from '../support/golden.ts';
import { libraryWith, root } from './library.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/** One turn of the histories, on its own: a library that answers every turn as it is kept tells every history so. */
interface Check {
  step: string;
  type: string;
  holds: (library: Library) => boolean;
}

const present = libraryWith();

const histories: Golden[] = goldenVersions(join(root, 'test/golden')).at(-1)?.histories ?? [];

const going = histories.map((golden) => ({ golden, ...tellTo(present, toldIn(golden)) }));

const text = (value: unknown): string => JSON.stringify(value);

/** Most mutants give themselves away in the answer: what follows from it is asked only of the others. */
const isLine =
  (line = '', answer: (library: Library) => Outcome) =>
  (library: Library): boolean => {
    const outcome = answer(library);
    return line.startsWith(answerOf(outcome)) && lineOf(outcome, library) === line;
  };

/** Each check once, by what is asked and how. */
function checks(): Check[] {
  const found = new Map<string, Check>();
  for (const { golden, turns } of going) {
    const { how, opening, opened } = golden;
    found.set(text(['opening', opening]), {
      step: 'application.discussing',
      type: 'opening',
      holds: isLine(opened, (library) => library.openCase(opening)),
    });
    turns.forEach(({ before, event }, index) => {
      found.set(text([how, before, event]), {
        step: before.step,
        type: event.type as string,
        holds: isLine(golden.turns[index]?.[1], (library) => library[how](before, event)),
      });
    });
  }
  return [...found.values()];
}

const all = checks();

/** Whether a library gives itself away at one of these; a library that cannot answer at all does. */
const fails = (library: Library, some: Check[]): boolean =>
  some.some(({ holds }) => {
    try {
      return !holds(library);
    } catch {
      return true;
    }
  });

const made = (mutant: Mutant): Library | null => {
  try {
    return libraryWith(mutant.change);
  } catch {
    return null;
  }
};

/** Whether the histories tell a mutant from the library; where it is most likely seen they look first. */
export function isKilled(mutant: Mutant): boolean {
  const library = made(mutant);
  if (!library) return true;
  const isNear = ({ step, type }: Check): boolean =>
    mutant.steps.includes(step) && (mutant.types.length === 0 || mutant.types.includes(type));
  return (
    fails(library, all.filter(isNear)) ||
    fails(
      library,
      all.filter((check) => !isNear(check)),
    )
  );
}

/** Whether the library as it is tells the histories as they are kept. */
export const isTrue = (): boolean => !fails(present, all);

export const mutants: Mutant[] = mutantsOf(
  going.flatMap(({ turns }) =>
    turns.map(({ before: { file, step, complaints }, event }) => ({
      file: file as never,
      step,
      complaints,
      event: event as { type: string },
    })),
  ),
);

/** The same for the same mutant. */
export const keyOf = ({ kind, name }: Mutant): string => `${kind}: ${name}`;

/** What the histories come to. */
export const told = {
  histories: histories.length,
  turns: going.flatMap(({ turns }) => turns).length,
  checks: all.length,
};
