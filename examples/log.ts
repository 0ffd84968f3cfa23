import type { Locale } from './languages.ts';

/** A log as in `examples/cases`: an opening, and what was done since, in the order of arrival. */
export interface Log<Event = unknown> {
  title?: Record<Locale, string>;
  about?: Record<Locale, string>;
  opening: unknown;
  events: Event[];
  /** An event as it should have been entered. */
  correction?: { at: number; event: Event };
  /** Something in it was done against the rules, so it is followed as what happened. */
  brokeTheRules?: true;
}

export const isLog = (given: unknown): given is Log =>
  typeof given === 'object' && given !== null && 'opening' in given && 'events' in given && Array.isArray(given.events);

/** The events of a log as they should have been entered. */
export const corrected = <Event>({ events, correction }: Pick<Log<Event>, 'events' | 'correction'>): Event[] =>
  events.map((event, at) => (at === correction?.at ? correction.event : event));
