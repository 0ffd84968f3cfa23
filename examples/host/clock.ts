import { readFileSync } from 'node:fs';
import { dayOf } from 'lpbso-second-opinion';

/** What the host takes the time from. */
export interface Clock {
  now(): Date;
  /** Milliseconds that nobody can set forward or back; their zero means nothing. */
  steady(): number;
}

const systemClock: Clock = { now: () => new Date(), steady: () => performance.now() };

/** A clock that a test moves by hand: a file that holds an instant and the steady milliseconds. */
const clockIn = (path: string): Clock => {
  const read = () => readFileSync(path, 'utf8').split(' ');
  return { now: () => new Date(read()[0] ?? ''), steady: () => Number(read()[1]) };
};

export const clockOf = ({ HOST_CLOCK }: { HOST_CLOCK?: string | undefined }): Clock =>
  HOST_CLOCK ? clockIn(HOST_CLOCK) : systemClock;

const minute = 60_000;
const day = 24 * 60 * minute;

export type Doubt = 'wentBack' | 'wasSet' | 'wasAwayLong';

/**
 * Whether the clock can be believed. A term that is reported early cannot be taken back, and late is no harm: so a host that doubts
 * its clock takes and reports nothing, and answers only what it knows.
 */
export class Watch {
  #clock: Clock;
  #trusted: { at: number; steady: number };
  #atStart: Doubt | null;

  /** `confirmed` is the day that a person has read elsewhere; `longestAway` the days after which a person must. */
  constructor(
    clock: Clock,
    lastSeen: Date | null,
    { confirmed, longestAway }: { confirmed?: string; longestAway: number },
  ) {
    const now = clock.now();
    this.#clock = clock;
    this.#trusted = { at: now.getTime(), steady: clock.steady() };
    const away = lastSeen ? now.getTime() - lastSeen.getTime() : 0;
    if (confirmed === dayOf(now)) this.#atStart = null;
    else if (away < -minute) this.#atStart = 'wentBack';
    else this.#atStart = away > longestAway * day ? 'wasAwayLong' : null;
  }

  doubt(): Doubt | null {
    if (this.#atStart) return this.#atStart;
    const at = this.#clock.now().getTime();
    const steady = this.#clock.steady();
    const off = at - this.#trusted.at - (steady - this.#trusted.steady);
    if (Math.abs(off) > minute) return 'wasSet';
    // Small corrections are followed, so that they never add up to a doubt; a real step is no small one.
    this.#trusted = { at, steady };
    return null;
  }
}
