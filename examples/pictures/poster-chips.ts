import type { Role } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import type { Move } from './case.ts';
import { dataOf, isTaken } from './lit.ts';
import { unique } from './parts.ts';
import type { Contents, Exit } from './poster.ts';
import { type Chip, chipOf, split, type Word } from './poster-card.ts';
import { words } from './words.ts';

/** A case on the poster: what it is called, and the entries of its log. */
export interface OnPoster {
  title: string;
  moves: Move[];
}

/** As within a sentence. */
const withoutCapital = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** The cards of the usual way as a range where they follow each other. */
export function marksOf(from: string[], { cards, outcomes }: Contents, locale: Locale): Word[] {
  if (from.length === 0) return split(`${words[locale].everyMoment}:`);
  const usual = cards.filter((card) => card.usual);
  const numbers = usual.flatMap(({ place }, at) => (from.includes(place) ? [at] : []));
  const runs: [number, number][] = [];
  for (const at of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  const mark = (at: number): Word => ({ mark: usual[at]?.mark ?? '' });
  const ended = outcomes.filter(({ place }) => from.includes(place)).map(({ title }) => withoutCapital(title));
  const marks = [
    ...runs.flatMap(([first, last]): Word[] =>
      last - first > 1 ? [mark(first), '–', mark(last)] : unique([first, last]).map(mark),
    ),
    ...cards.filter((card) => !card.usual && from.includes(card.place)).map((card): Word => ({ mark: card.mark })),
  ];
  if (ended.length === 0) return marks;
  const or = marks.length > 0 ? [languages[locale].phrases.or] : [];
  return [...marks, ...or, ...split(`${ended.join(', ')}:`)];
}

/** What an exit says: what happens, where that leads, and on which condition where it may lead elsewhere. */
export function saidOf({ events, leads, forbidden }: Exit, { cards, outcomes }: Contents, locale: Locale): Word[] {
  const { poster } = words[locale];
  const titles = events.map((event) => languages[locale].events[event].title).join(', ');
  const to = leads.flatMap(({ to, route }, at): Word[] => {
    const card = cards.find(({ place }) => place === to);
    const outcome = outcomes.find(({ place }) => place === to);
    const mark: Word[] = card
      ? [{ mark: card.mark, behind: '→' }]
      : to === null || to.startsWith('complaints')
        ? []
        : [{ icon: 'end' }];
    const name =
      outcome && !titles.toLowerCase().includes(outcome.title.toLowerCase())
        ? split(withoutCapital(outcome.title))
        : [];
    const condition = route ? poster.routes[route] : leads.length > 1 ? poster.otherwise : undefined;
    const end = at < leads.length - 1 ? ',' : '';
    const tail = [...name, ...(condition ? split(condition) : [])];
    if (tail.length > 0) tail[tail.length - 1] += end;
    return [...mark, ...tail];
  });
  return [...split(titles), ...(forbidden && leads[0]?.to === null ? [] : to)];
}

const dayIn = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languages[locale].locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(day))
    .replace('.', '');

const passedSaid = ({ number, day }: Move, locale: Locale): string =>
  number === 0 ? dayIn(day, locale) : `${number} · ${dayIn(day, locale)}`;

export const bare = (name: string): string => name.replace(/^(de|het|the) /, '');

/** What makes the chips of a poster, with a case on it or without. */
export function chipsOf(locale: Locale, poster: Contents, onPoster: OnPoster | null) {
  const name = languages[locale];
  const moves = onPoster?.moves ?? [];
  const passed = (place: string, room: number): Chip[] => {
    const came = moves.filter(({ before, after }) => after.includes(place) && !before.includes(place));
    if (came.length === 0) return [];
    return [
      chipOf(
        'passed',
        came.map((one, at) => passedSaid(one, locale) + (at < came.length - 1 ? ',' : '')),
        room,
      ),
    ];
  };
  const told = (roles: Role[], room: number): Chip =>
    chipOf('told', [{ icon: 'letter' }, ...split(roles.map((role) => bare(name.roles[role])).join(', '))], room);
  // On a case nothing against the rules is shown on demand: only what was done.
  const shown = (exits: Exit[]): Exit[] =>
    exits.filter((exit) => !onPoster || !exit.forbidden || moves.some((move) => isTaken(dataOf(exit), move)));
  const exitChip = (exit: Exit, room: number, from: Word[] = []): Chip => {
    const when = moves.filter((move) => isTaken(dataOf(exit), move));
    const days = when.map((one) => `(${passedSaid(one, locale)})`);
    const chip = chipOf('exit', [...from, ...saidOf(exit, poster, locale), ...days], room, exit);
    return { ...chip, ...(when.length > 0 ? { taken: true as const } : {}) };
  };
  return { passed, told, shown, exit: exitChip };
}

export type Chips = ReturnType<typeof chipsOf>;
