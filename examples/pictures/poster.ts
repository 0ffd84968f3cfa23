import type { EventType, Role, RouteName } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import { type Chart, chartOf, isRegionBeside, type Way } from './chart.ts';
import { phaseOf, unique } from './parts.ts';
import { daysBetween, type UsualStep, usualWay } from './usual.ts';
import { words } from './words.ts';

/** The columns, by whose move it is; the last is of everybody else. */
export const lanes = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'others'] as const;
export type Lane = (typeof lanes)[number];

/** Where an exit leads, and on which route where it shares its event with another; it ends or stays where there is no card. */
export interface Leads {
  to: string | null;
  route: RouteName | null;
}

/** Events that lead the same ways out of the same places. */
export interface Exit {
  from: string[];
  events: EventType[];
  leads: Leads[];
  forbidden: boolean;
}

/** A step, or the question to the employer: a numbered card on the usual way, one with a letter beside it. */
export interface Card {
  place: string;
  mark: string;
  lane: Lane;
  phase: string;
  usual: boolean;
  title: string;
  line: string;
  /** What leads on along the usual way. */
  act: EventType | null;
  /** The steps that this one stands for, in the record of the own physician. */
  instead: string[];
  clocks: string[];
  told: Role[];
  /** What another than whoever has the move does here, and the procedure waits for. */
  also: { role: Role; event: EventType } | null;
  exits: Exit[];
}

/** What stands on the poster, before it has a place. */
export interface Contents {
  cards: Card[];
  outcomes: { place: string; title: string; exits: Exit[] }[];
  /** What several phases share, or can be done at any time, is said once. */
  always: Exit[];
  /** What several steps of a phase share, or can be done after an outcome, is said once. */
  shared: Exit[];
  /** Who is told of the request. */
  begin: { told: Role[] };
  /** How the usual way ends. */
  outcome: string;
}

/** The own physician sees this step in the place of several, so it stands with them, though another has the move. */
const seenBy: Record<string, Lane> = { 'execution.underway': 'ownPhysician' };

const questionToEmployer = 'employerRoute.asked';

const rolesIn = (chart: Chart, place: string): Role[] => Object.keys(chart.waitsOn[place] ?? {}) as Role[];

const laneOf = (role: Role | undefined): Lane => lanes.find((lane) => lane === role) ?? 'others';

/** Whose move a step of the usual way is, and what they do: what the chart waits for and leads on, or what the worked case did. */
function moveOf(chart: Chart, { step, acts }: UsualStep, next: string): { mover: Role | undefined; act: EventType } {
  const leadsOn = (event: EventType): boolean =>
    chart.ways.some((way) => way.event === event && way.within.includes(step) && way.to === next && !way.forbidden);
  for (const mover of rolesIn(chart, step)) {
    const act = chart.waitsOn[step]?.[mover]?.find(leadsOn);
    if (act) return { mover, act };
  }
  return { mover: rolesIn(chart, step)[0], act: acts.at(-1) as EventType };
}

/** How long a term is, in days or as the words for it say; nothing where it has no length. */
const clocksOf = ({ terms }: UsualStep, mover: Role | undefined, locale: Locale): string[] =>
  terms
    .filter(({ owner }) => owner === mover)
    .flatMap(({ term, since, dueOn }) => {
      if (dueOn !== null) return [words[locale].poster.weeks(daysBetween(since, dueOn) / 7)];
      return words[locale].poster.periods.filter((period) => languages[locale].terms[term].includes(period));
    });

/** A route is said only where the poster has words for it: elsewhere the event says enough. */
const isSaid = (route: RouteName | null): boolean => route !== null && route in words.nl.poster.routes;

/** Exits with the same key are said in the same words. */
export const keyOf = (leads: Leads[]): string =>
  leads.map(({ to, route }) => `${to} ${route && words.nl.poster.routes[route]}`).join();

/** The ways out of a place, one for each event, and those that lead to the same together. */
function exitsOf(place: string, ways: Way[], usual: EventType | undefined): Exit[] {
  const exits: Exit[] = [];
  for (const forbidden of [false, true]) {
    const own = ways.filter((way) => way.within.includes(place) && way.forbidden === forbidden);
    for (const event of unique(own.map((way) => way.event))) {
      if (event === usual && !forbidden) continue;
      const leads = own
        .filter((way) => way.event === event && (forbidden || (way.to !== null && way.to !== place)))
        .map(({ to, route }): Leads => ({ to: to === place ? null : to, route: isSaid(route) ? route : null }));
      const same = exits.find((exit) => exit.forbidden === forbidden && keyOf(exit.leads) === keyOf(leads));
      if (leads.length === 0) continue;
      if (same) same.events.push(event);
      else exits.push({ from: [place], events: [event], leads, forbidden });
    }
  }
  return exits;
}

/** What two places or more share, and what can be done from an outcome, is said once. */
function sharedOf(exits: Exit[], outcomes: string[]): Exit[] {
  const single = exits
    .filter(({ forbidden }) => !forbidden)
    .flatMap((exit) => exit.events.map((event) => ({ ...exit, events: [event] })));
  const groups = new Map<string, Exit>();
  for (const exit of single) {
    const key = `${exit.events} ${keyOf(exit.leads)}`;
    const known = groups.get(key);
    if (known) known.from.push(...exit.from);
    else groups.set(key, { ...exit, from: [...exit.from] });
  }
  const found = [...groups.values()].filter(({ from }) => from.length > 1 || outcomes.includes(from[0] ?? ''));
  // What leads the same ways from the same places is one.
  return found.reduce<Exit[]>((kept, exit) => {
    const same = kept.find((one) => one.from.join() === exit.from.join() && keyOf(one.leads) === keyOf(exit.leads));
    if (same) same.events.push(...exit.events);
    else kept.push(exit);
    return kept;
  }, []);
}

/** The steps from where the same act leads in the other records, to the end of the phase. */
function standsFor({ ways }: Chart, place: string, steps: UsualStep[]): string[] {
  const into = ways.find(({ to }) => to === place);
  const first = ways.find((way) => way.event === into?.event && way.from === into.from && way.to !== place)?.to;
  const from = steps.findIndex(({ step }) => step === first);
  return steps.flatMap(({ step }, at) => (at >= from && phaseOf(step) === phaseOf(place) ? [step] : []));
}

const isOfMany = ({ from }: Exit): boolean =>
  from.every((place) => isRegionBeside(phaseOf(place))) ||
  unique(from.filter((place) => place !== phaseOf(place)).map(phaseOf)).length > 1;

const without = (exits: Exit[], said: Exit[]): Exit[] =>
  exits
    .map((exit) => ({
      ...exit,
      events: exit.events.filter(
        (event) =>
          exit.forbidden || !said.some((one) => one.events.includes(event) && keyOf(one.leads) === keyOf(exit.leads)),
      ),
    }))
    .filter(({ events }) => events.length > 0);

/** Everything that the poster says, read from the chart and from the worked case that goes the usual way. */
export function contentsOf(locale: Locale): Contents {
  const chart = chartOf();
  const name = languages[locale];
  const { begin, steps, outcome } = usualWay();
  const usual = steps.map((one, at) => ({ ...one, ...moveOf(chart, one, steps[at + 1]?.step ?? outcome) }));
  // The act that leads to a step which stands for others leads to the first of those too, in the other records.
  const ways = chart.ways.filter(({ to }) => to === null || !(to in seenBy));
  const besides = [...chart.steps.filter((step) => !usual.some((one) => one.step === step)), questionToEmployer];

  const exits = new Map<string, Exit[]>(
    [...chart.steps, ...chart.outcomes, ...chart.beside.employerRoute].map((place) => {
      return [place, exitsOf(place, ways, usual.find(({ step }) => step === place)?.act)];
    }),
  );
  const everywhere = sharedOf([...exits.values()].flat(), chart.outcomes);
  const filed = exitsOf('complaints.none', ways, undefined);
  const exitsFrom = (place: string): Exit[] => without(exits.get(place) ?? [], everywhere);

  const cards = [
    ...usual.map((one, at): Card => {
      const { mover, act } = one;
      const acted = rolesIn(chart, one.step).flatMap((role) =>
        one.acts.flatMap((event) =>
          role !== mover && chart.waitsOn[one.step]?.[role]?.includes(event) ? [{ role, event }] : [],
        ),
      );
      return {
        place: one.step,
        mark: String(at + 1),
        lane: laneOf(mover),
        phase: phaseOf(one.step),
        usual: true,
        title: name.steps[one.step as 'refused'].title,
        line: name.events[act].todo,
        act,
        instead: [],
        clocks: clocksOf(one, mover, locale),
        told: one.told,
        also: acted[0] ?? null,
        exits: exitsFrom(one.step),
      };
    }),
    ...besides.map((place, at): Card => {
      const beside = place === questionToEmployer;
      return {
        place,
        mark: 'ABCDEF'.charAt(at),
        lane: seenBy[place] ?? laneOf(rolesIn(chart, place)[0]),
        phase: beside ? 'completion' : phaseOf(place),
        usual: false,
        title: beside ? words[locale].employerRoute : name.steps[place as 'refused'].title,
        line: beside ? name.employerRoute.asked : name.steps[place as 'refused'].sentence,
        act: null,
        instead: place in seenBy ? standsFor(chart, place, steps) : [],
        clocks: [],
        told: [],
        also: null,
        exits: exitsFrom(place),
      };
    }),
  ];
  return {
    cards,
    outcomes: chart.outcomes.map((place) => ({
      place,
      title: name.steps[place as 'refused'].title,
      exits: exitsFrom(place),
    })),
    begin,
    outcome,
    always: [...everywhere.filter(isOfMany), ...filed.map((exit) => ({ ...exit, from: [] }))],
    shared: everywhere.filter((exit) => !isOfMany(exit)),
  };
}
