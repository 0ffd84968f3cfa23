import { type EventInput, eventSchema } from './acts.js';
import { check } from './fields.js';
import { type OpeningInput, openingSchema } from './file.js';
import type { Notice } from './notices.js';
import { type How, type Refusal, readable, replay, type Taken } from './procedure.js';
import type { Case, Deviation } from './stored-case.js';

/** What a correction comes to, for people to decide what still goes out, and to whom. */
export interface Correction {
  readonly ok: true;
  /** The case of the corrected log. */
  readonly case: Case;
  /** Letters of the corrected log alone. */
  readonly owed: readonly Notice[];
  /** Letters of the log as it was alone. */
  readonly toldInVain: readonly Notice[];
  /** Letters of both, as the corrected log has them, of which what happened reads otherwise now. */
  readonly toldOtherwise: readonly Notice[];
  /** What only the corrected log did against the rules, and what only the log as it was did. */
  readonly newDeviations: readonly Deviation[];
  readonly goneDeviations: readonly Deviation[];
}

/** A log that cannot be replayed: which of the two, at which event (-1 for the opening), and why. */
export interface Uncorrected {
  readonly ok: false;
  readonly log: 'asItWas' | 'corrected';
  readonly at: number;
  readonly refusal: Refusal;
}

/** A letter, and what it tells of. */
interface Told {
  notice: Notice;
  /** The opening or the event, without who entered it. */
  because: string;
}

/**
 * An entry was made in error. Takes the log as it was (an opening and its events, in the order of arrival) and the log as it should have
 * been, each replayed as `record` does, or with `'advance'` by what is allowed only; answers the case as it should have been with what
 * is told otherwise by it, or which log cannot be replayed. Keep the old log. A letter keeps its id as long as none of its kind is put in
 * or taken out before it, so a host whose outbox knows letters by id adds a number that rises with every correction.
 */
export function correct(
  opening: OpeningInput,
  log: Iterable<EventInput>,
  corrected: { readonly opening: OpeningInput; readonly log: Iterable<EventInput> },
  how?: How,
): Correction | Uncorrected;
export function correct(
  opening: unknown,
  log: Iterable<unknown>,
  corrected: { readonly opening: unknown; readonly log: Iterable<unknown> },
  how?: How,
): Correction | Uncorrected;
export function correct(
  opening: unknown,
  log: Iterable<unknown>,
  corrected: { readonly opening: unknown; readonly log: Iterable<unknown> },
  how: How = 'record',
): Correction | Uncorrected {
  const [was, is] = [
    [opening, ...readable(log)],
    [corrected?.opening, ...readable(corrected?.log)],
  ] as const;
  const before = replay(was[0], was.slice(1), how);
  if (!before.ok) return { ok: false, log: 'asItWas', at: before.at, refusal: before.refusal };
  const after = replay(is[0], is.slice(1), how);
  if (!after.ok) return { ok: false, log: 'corrected', at: after.at, refusal: after.refusal };

  const told = lettersOf(was, before.outcomes);
  const letters = lettersOf(is, after.outcomes);
  // A letter about the very same event is the same letter; of those that are left, the first of a kind is told otherwise.
  const [inVain, owing] = without(told, letters, ({ notice, because }) => `${kindOf(notice)} ${because}`);
  const [toldInVain, owed] = without(inVain, owing, ({ notice }) => kindOf(notice));
  const isOwed = new Set(owed);
  const [goneDeviations, newDeviations] = without(before.case.deviations, after.case.deviations, whatOf);
  return {
    ok: true,
    case: after.case,
    owed: owed.map(({ notice }) => notice),
    toldInVain: toldInVain.map(({ notice }) => notice),
    toldOtherwise: owing.filter((letter) => !isOwed.has(letter)).map(({ notice }) => notice),
    newDeviations,
    goneDeviations,
  };
}

const lettersOf = (log: readonly unknown[], outcomes: readonly Taken[]): Told[] =>
  outcomes.flatMap(({ notices }, at) => {
    const because = notices.length > 0 ? causeIn(log[at], at === 0) : '';
    return notices.map((notice) => ({ notice, because }));
  });

/** What was checked reads alike, in whatever order a host has its fields. */
const causeIn = (entry: unknown, isOpening: boolean): string => {
  const checked = isOpening ? check(openingSchema, entry) : check(eventSchema, entry);
  return JSON.stringify(checked.ok && { ...checked.value, recordedBy: undefined });
};

const kindOf = ({ about, to }: Notice): string => `${about} ${to.role} ${to.person}`;

const whatOf = ({ norm, event, by, on }: Deviation): string => [norm, event, by, on].join(' ');

/** What is left of two lists where what has the same key in both is taken out, one for one. */
const without = <Item>(
  one: readonly Item[],
  other: readonly Item[],
  keyOf: (item: Item) => string,
): [Item[], Item[]] => {
  const found = new Map<string, Item[]>();
  for (const item of one) {
    const same = found.get(keyOf(item));
    if (same) same.push(item);
    else found.set(keyOf(item), [item]);
  }
  const left = other.filter((item) => !found.get(keyOf(item))?.shift());
  const only = new Set([...found.values()].flat());
  return [one.filter((item) => only.has(item)), left];
};
