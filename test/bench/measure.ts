type Repeat = () => unknown;

/**
 * One thing to measure. `prepare` readies `times` repetitions and is not timed; what it answers does them, is timed, and
 * answers what came of the last.
 */
export interface Contender {
  name: string;
  /** How many units of what is counted one repetition holds: the events of a story, or the cases asked. */
  units: number;
  prepare: (times: number) => Repeat | Promise<Repeat>;
  /** Throws where the result is not what it should be; looked at in every round. */
  check: (result: unknown) => void;
}

/** A contender whose repetitions need nothing ready before they start. */
export const contender = <Result>(
  name: string,
  units: number,
  once: () => Result,
  check: (result: Result) => void,
): Contender => ({
  name,
  units,
  prepare: (times) => () => {
    let result: Result | undefined;
    for (let n = 0; n < times; n += 1) result = once();
    return result;
  },
  check: (result) => check(result as Result),
});

/** Microseconds of a unit, one figure for each round. */
export type Figures = Map<string, number[]>;

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** What the process used of the processors meanwhile, its collector and its compiler included, in microseconds. */
async function used(doing: Repeat): Promise<[microseconds: number, result: unknown]> {
  const before = process.cpuUsage();
  const result = await doing();
  const { user, system } = process.cpuUsage(before);
  return [user + system, result];
}

/** As many repetitions as take about so long. */
async function timesFor(contender: Contender, microseconds: number): Promise<number> {
  for (let times = 1; ; times *= 2) {
    const [taken] = await used(await contender.prepare(times));
    if (taken >= microseconds / 2) return Math.max(1, Math.round((times * microseconds) / taken));
  }
}

export interface Turns {
  rounds: number;
  /** How long a contender runs before it is measured, so that what is run often is compiled; in microseconds. */
  warmUp: number;
  /** How long it is measured in a round, in microseconds. */
  batch: number;
}

/**
 * Measures all of them in turn, round after round, so that a noisy moment falls on all alike; who is first changes with the
 * round. mitata takes wall-clock time; tinybench can be given another clock; neither goes round in turn.
 */
export async function measure(contenders: Contender[], { rounds, warmUp, batch }: Turns): Promise<Figures> {
  const all: (Contender & { times: number; figures: number[] })[] = [];
  for (const one of contenders) {
    await timesFor(one, warmUp);
    all.push({ ...one, times: await timesFor(one, batch), figures: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    const first = round % all.length;
    for (const one of [...all.slice(first), ...all.slice(0, first)]) {
      const repeat = await one.prepare(one.times);
      globalThis.gc?.({ type: 'minor' });
      const [taken, result] = await used(repeat);
      one.check(result);
      one.figures.push(taken / (one.times * one.units));
    }
  }
  return new Map(all.map(({ name, figures }) => [name, figures]));
}

/** How much dearer one was than another, round by round; the median of that. */
export function ratio(figures: Figures, one: string, other: string): number {
  const others = figures.get(other) ?? [];
  return median((figures.get(one) ?? []).map((figure, round) => figure / (others[round] ?? Number.NaN)));
}
