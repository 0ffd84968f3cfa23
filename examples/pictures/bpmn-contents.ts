import { type Locale, languages } from '../languages.ts';
import { capital, unique } from './parts.ts';
import { type Card, contentsOf, type Exit, keyOf, type Leads } from './poster.ts';
import type { Word } from './poster-card.ts';
import { marksOf, saidOf } from './poster-chips.ts';
import { fixedTerms } from './usual.ts';
import { words } from './words.ts';

/** What can happen in a step: in words, where that leads, and after how many days by itself. */
export interface Way {
  id: string;
  said: string;
  leads: Leads[];
  days: number | null;
}

/** A step: what it is called and what is to be done, the open norms on how long, and the ways out of it. */
export interface Step extends Pick<Card, 'place' | 'lane' | 'usual'> {
  said: string;
  open: string[];
  ways: Way[];
}

/** The record of the own physician has one step for several: those are drawn themselves. */
const leftOut = 'execution.underway';

/** What the poster says with marks, in words alone. */
const textOf = (said: Word[]): string =>
  said
    .reduce<string>((text, word, index) => {
      if (typeof word === 'string') return word === '–' ? text + word : `${text} ${word}`;
      if ('icon' in word) return `${text} →`;
      const before = said[index - 1];
      if (word.behind) return `${text} ${word.behind} ${word.mark}`;
      return `${text}${typeof before === 'object' ? ', ' : before === '–' ? '' : ' '}${word.mark}`;
    }, '')
    .trim();

/** What several ways lead to together. */
export const idOf = (leads: Leads[]): string => leads.map(({ to }) => to).join('.');

/** What the poster says, in the terms of BPMN. */
export function bpmnContents(locale: Locale) {
  const poster = contentsOf(locale);
  const { outcomes, always, shared, outcome } = poster;
  const { events, ...name } = languages[locale];
  const { routes, otherwise, begin, reading } = words[locale].poster;
  const fixed = fixedTerms();
  const cards = poster.cards.filter(({ place }) => place !== leftOut);
  const isStep = (place: string | null | undefined): boolean => cards.some((card) => card.place === place);
  const isOutcome = (place: string): boolean => outcomes.some((one) => one.place === place);
  const titles = (exits: Exit[]): string =>
    exits.flatMap((exit) => exit.events.map((event) => events[event].title)).join(', ');

  /** A step by its mark, an outcome by its title. */
  const calledAs = (place: string): string => {
    const known = cards.find((card) => card.place === place)?.mark;
    const [region, inner] = place.split('.');
    return (
      known ??
      outcomes.find((one) => one.place === place)?.title ??
      capital(name[region as 'complaints'][inner as 'pending'])
    );
  };

  /** What leads to the same is one way, but that a term has passed is a way of its own. */
  const waysFrom = ({ place, exits, clocks }: Card): Way[] => {
    const all = [...exits, ...shared.filter(({ from }) => from.includes(place))].filter(({ forbidden }) => !forbidden);
    const parted = all.flatMap((exit) =>
      [false, true].map((isTimed) => ({
        ...exit,
        events: exit.events.filter((event) => event in fixed === isTimed),
        key: `${keyOf(exit.leads)} ${isTimed}`,
        clock: isTimed ? ` (${clocks.join()})` : '',
      })),
    );
    return unique(parted.map(({ key }) => key)).flatMap((key) => {
      const same = parted.filter((exit) => exit.key === key && exit.events.length > 0);
      const [first] = same;
      const [event] = first?.events ?? [];
      if (!first || !event) return [];
      const [{ route } = { route: null }, ...others] = first.leads;
      const condition = route && others.length === 0 ? ` ${routes[route]}` : '';
      return [
        {
          id: `${place}.${event}`,
          said: titles(same) + first.clock + condition,
          leads: first.leads,
          days: fixed[event] ?? null,
        },
      ];
    });
  };

  const steps = cards.map((card): Step => {
    const { place, lane, usual, mark, title, line, clocks } = card;
    const ways = waysFrom(card);
    const open = ways.some(({ days }) => days !== null) ? [] : clocks;
    return { place, lane, usual, said: `${mark} ${title}\n${line}`, open, ways };
  });

  /** What can happen at many moments, by what it leads to. */
  const around = unique(always.map(({ leads }) => idOf(leads))).map((to) => {
    const exits = always.filter(({ leads }) => idOf(leads) === to);
    const lines = exits.map((exit) => {
      const [{ route } = { route: null }] = exit.leads;
      const when = route ? routes[route] : textOf(marksOf(exit.from.filter(isStep), poster, locale)).replace(/:$/, '');
      return `${when}: ${titles([exit])}`;
    });
    return { to, lines, condition: titles(exits), ends: isOutcome(to) };
  });

  const leading = [...steps.flatMap(({ ways }) => ways), ...always];
  const forked = leading.flatMap(({ leads }) => (leads.length > 1 ? [leads] : []));
  const forks = unique(forked.map(idOf)).map((id) => ({
    id,
    leads: forked.find((leads) => idOf(leads) === id) ?? [],
  }));
  // BPMN has no way on from an end, so it is said.
  const after = [...always, ...shared].flatMap((exit) => {
    const from = exit.from.filter(isOutcome);
    if (from.length === 0) return [];
    return [`· ${textOf(marksOf(from, poster, locale))} ${textOf(saidOf(exit, poster, locale))}`];
  });
  return {
    begin: capital(begin),
    reading,
    steps,
    around,
    forks,
    outcome,
    outcomes: outcomes.map(({ place }) => place),
    after: [`${words[locale].afterEnd}:`, ...after].join('\n'),
    isStep,
    calledAs,
    called: (leads: Leads[]): string => leads.map(({ to }) => calledAs(to ?? '')).join(' / '),
    conditionOf: ({ route }: Leads): string => (route && routes[route]) ?? otherwise,
    /** Whether just one way leads to an outcome, so that it can stand at the end of that. */
    isReachedOnce: (place: string): boolean =>
      place !== outcome && leading.filter(({ leads }) => leads.some(({ to }) => to === place)).length === 1,
  };
}
