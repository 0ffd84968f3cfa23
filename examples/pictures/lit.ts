import type { Move } from './case.ts';
import type { Exit } from './poster.ts';

/** What a card, an exit or an arrow of the poster says of itself in the data of its element; several names have a space between them. */
export interface Data {
  [name: string]: string | undefined;
  state?: string;
  employerRoute?: string;
  event?: string;
  from?: string;
  to?: string;
  forbidden?: string;
}

const listed = (names = ''): string[] => names.split(' ').filter((name) => name !== '');

/** What an exit says of itself: one that leads nowhere, where it starts. */
export const dataOf = ({ events, from, leads, forbidden }: Exit): Data => ({
  event: events.join(' '),
  from: from.join(' '),
  to: leads.map(({ to }) => to ?? from[0] ?? '').join(' '),
  ...(forbidden && { forbidden: 'true' }),
});

/** The place of a card; none where it is no card. */
export const placeOf = ({ state, employerRoute }: Data): string | undefined =>
  state ?? (employerRoute && `employerRoute.${employerRoute}`);

/** Whether an entry of a log took this exit or arrow: of an exit that is against the rules, also where it led nowhere. */
export function isTaken({ event, from, to, forbidden }: Data, { event: type, before, after }: Move): boolean {
  const [events, starts] = [listed(event), listed(from)];
  if (events.length > 0 && !events.includes(type ?? '')) return false;
  if (starts.length > 0 && !starts.some((place) => before.includes(place))) return false;
  const left = before.filter((place) => !after.includes(place));
  return listed(to).some((place) =>
    starts.includes(place)
      ? forbidden !== undefined && left.length === 0
      : after.includes(place) && !before.includes(place),
  );
}

/** How a card, an exit or an arrow is lit by a case: where it came or went, and where it stands after the last entry of its log. */
export function litBy(moves: Move[], data: Data): { taken: boolean; now: boolean } {
  const place = placeOf(data);
  if (place === undefined) return { taken: moves.some((move) => isTaken(data, move)), now: false };
  return { taken: moves.some(({ after }) => after.includes(place)), now: moves.at(-1)?.after.includes(place) ?? false };
}
