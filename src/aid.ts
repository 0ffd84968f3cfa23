import { type ClauseId, type Rank, rankOf, ranks } from './clauses.js';
import type { Role } from './file.js';
import { type Instrument, instruments, type Situation, situations } from './instruments.js';

/**
 * One line of a decision aid: in which situation which instrument fits. Where two fit one situation, each has a line. A host's own
 * line says its rank itself: `rank: 'pool'` and `clauses: ['L-07']` for one of the pool's aid, `rank: 'choice'` and no clause for
 * one of the service's.
 */
export interface AidLine {
  readonly situation: Situation;
  readonly instrument: Instrument;
  /** Who may ask for the instrument. */
  readonly mayAsk: readonly Role[];
  /** What the line rests on. */
  readonly clauses: readonly ClauseId[];
  /** How high the line stands. */
  readonly rank: Rank;
}

/** An instrument that fits what was named. */
export interface Suggestion {
  readonly instrument: Instrument;
  /** Who may ask for it. */
  readonly mayAsk: readonly Role[];
  /** The situations that led to it. */
  readonly situations: readonly Situation[];
  /** What it rests on. */
  readonly clauses: readonly ClauseId[];
  /** How high the highest of its lines stands. */
  readonly rank: Rank;
}

const line = (
  situation: Situation,
  instrument: Instrument,
  mayAsk: readonly Role[],
  clauses: readonly ClauseId[],
): AidLine => ({ situation, instrument, mayAsk, clauses, rank: rankOf(clauses) });

const atOdds: readonly ClauseId[] = ['E-04', 'E-42', 'E-43', 'E-45'];

/**
 * The decision aid, as far as the sources have it: the commentary. The aid of the pool, to which `L-07` refers, is not among the
 * sources; who has it can give its lines to `suggestInstruments`.
 */
export const decisionAid: readonly AidLine[] = [
  line('doubtAboutEstimate', 'secondOpinion', ['employee'], ['E-39', 'E-40', 'E-41', 'E-44']),
  line('disagreementOnReintegration', 'uwvExpertOpinion', ['employee', 'employer'], atOdds),
  line('disagreementOnSuitableWork', 'uwvExpertOpinion', ['employee', 'employer'], atOdds),
  line('courseOfEvents', 'complaint', ['employee'], ['E-38']),
  line('conduct', 'complaint', ['employee'], ['E-38']),
];

const isOneOf = (list: readonly unknown[], value: unknown): boolean => list.includes(value);

/** A host's lines may come from a file: what is no line is passed over. */
const isLine = (value: unknown): value is AidLine => {
  const { situation, instrument, mayAsk, clauses, rank } = Object(value);
  return (
    isOneOf(situations, situation) &&
    isOneOf(instruments, instrument) &&
    isOneOf(ranks, rank) &&
    Array.isArray(mayAsk) &&
    Array.isArray(clauses)
  );
};

const once = <Item>(items: Item[]): Item[] => [...new Set(items)];

/**
 * Which instruments fit the situations named: all of them, in the order of the aid, each once. It is advice for the conversation of
 * `L-06`, never a refusal: whatever comes out, an employee who still wants a second opinion gets one (`B-02`). So it is no reason to
 * refuse, and no guard: nothing that can be done may depend on it. An empty list says that no line knows what was named. `lines`
 * takes the place of the aid of the sources; a host that adds to it gives both.
 */
export function suggestInstruments(named: readonly Situation[], lines?: readonly AidLine[]): Suggestion[];
export function suggestInstruments(named: unknown, lines?: unknown): Suggestion[];
export function suggestInstruments(named: unknown, lines: unknown = decisionAid): Suggestion[] {
  try {
    if (!Array.isArray(named) || !Array.isArray(lines)) return [];
    const holding = lines.filter(isLine).filter(({ situation }) => named.includes(situation));
    return once(holding.map(({ instrument }) => instrument)).map((instrument) => {
      const its = holding.filter((each) => each.instrument === instrument);
      return {
        instrument,
        mayAsk: once(its.flatMap(({ mayAsk }) => mayAsk)),
        situations: once(its.map(({ situation }) => situation)),
        clauses: once(its.flatMap(({ clauses }) => clauses)),
        rank: ranks.find((rank) => its.some((each) => each.rank === rank)) as Rank,
      };
    });
  } catch {
    return [];
  }
}
