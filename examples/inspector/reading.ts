import { advance, type Case, caseOf, type Outcome, type ProcedureEvent } from 'lpbso-second-opinion';
import { type Move, placesOf, wayBetween } from '../pictures/case.ts';
import { chartOf, type Way } from '../pictures/chart.ts';
import type { Message } from './actor.ts';

const chart = chartOf();

/** An event that reached the actor, and what came of it. */
export interface Turn {
  event: ProcedureEvent;
  before: Case;
  after: Case;
  /** Whom it told, or why it was not taken. */
  outcome: Outcome;
  /** The way that was taken; null where the actor stayed as it was. */
  way: Way | null;
}

/** What the messages tell of one actor. */
export interface Reading {
  start: Case;
  turns: Turn[];
  now: Case;
}

function turnOf(event: ProcedureEvent, before: Case, after: Case): Turn {
  const outcome = advance(before, event);
  const [way = null] = outcome.ok ? wayBetween(chart, before, event, outcome) : [];
  return { event, before, after, outcome, way };
}

/** What is known of an actor after one more message; nothing before its first snapshot. */
export function follow(reading: Reading | null, message: Message): Reading | null {
  if (message.type !== '@xstate.snapshot') return reading;
  const now = caseOf(message.snapshot as unknown as Parameters<typeof caseOf>[0]);
  if (!reading) return { start: now, turns: [], now };
  const turn = turnOf(message.event as unknown as ProcedureEvent, reading.now, now);
  return { ...reading, turns: [...reading.turns, turn], now };
}

/** The ways on from some places: what is waited for or leads from there alone, and what can be done besides, or is against the rules. */
export function waysFrom(places: string[]): { own: Way[]; besides: Way[] } {
  const awaited = places.flatMap((place) => Object.values(chart.waitsOn[place] ?? {}).flat());
  const ways = chart.ways.filter(({ within }) => within.some((place) => places.includes(place)));
  const isOwn = ({ event, from, forbidden }: Way): boolean =>
    !forbidden && (awaited.includes(event) || places.includes(from));
  const besides = ways.filter((way) => !isOwn(way));
  return {
    own: ways.filter(isOwn).sort((one, other) => +awaited.includes(other.event) - +awaited.includes(one.event)),
    besides: besides.sort((one, other) => +one.forbidden - +other.forbidden),
  };
}

/** From where to where each event led, as the poster is lit by it; the entries before are of a log that was followed up to here. */
export const movesOf = ({ start, turns }: Reading, earlier: Move[]): Move[] => [
  ...(earlier.length > 0
    ? earlier
    : [{ number: 0, day: start.since, event: null, before: [], after: placesOf(start) }]),
  ...turns.map(({ event, before, after }) => ({
    number: after.revision,
    day: event.on,
    event: event.type,
    before: placesOf(before),
    after: placesOf(after),
  })),
];
