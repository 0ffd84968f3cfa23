import type { EventType, NormName } from 'lpbso-second-opinion';
import { type Locale, languages } from './languages.ts';
import { playgroundAt } from './worked-cases.ts';

/** What the pages of events, norms, clauses and cases say around the words of the library. */
export const labels = {
  nl: {
    folder: 'nl/',
    other: 'In English',
    who: 'Wie',
    what: 'Wat',
    name: 'Naam in de code',
    open: 'Probeer dit in een zaak',
    where: 'Waar het kan, en waarheen het leidt',
    from: 'Vanuit',
    to: 'Naar',
    stays: 'blijft daar',
    against: 'tegen de regels',
    carries: 'Wat erbij hoort',
    field: 'Gegeven',
    needed: 'Nodig',
    always: 'altijd',
    asks: 'volgens de regel',
    may: 'mag',
    sample: 'Voorbeeld',
    rules: 'Welke regels gelden',
    everyEvent: 'elke gebeurtenis',
    told: 'Wie bericht krijgt',
    cited: 'Waar het op rust',
    cases: 'Voorbeeldzaken',
    rank: 'Rang',
    kind: 'Soort',
    askedOf: 'Gevraagd bij',
    unmet: 'Wat er in de weg kan staan',
    place: 'Plaats',
    source: 'Bron',
    rests: 'Wat erop rust',
    noStep: 'Er rust geen stap op deze bepaling.',
    step: 'Stap',
    steps: 'stappen',
    says: 'Wat er staat',
    clause: 'Bepaling',
    rule: 'Regel',
    event: 'Gebeurtenis',
    events: 'Gebeurtenissen',
    brokenIn: 'Hiertegen gehandeld in',
  },
  en: {
    folder: '',
    other: 'In het Nederlands',
    who: 'Who',
    what: 'What',
    name: 'Name in the code',
    open: 'Open in the playground',
    where: 'Where it can happen, and where it leads',
    from: 'From',
    to: 'To',
    stays: 'stays there',
    against: 'against the rules',
    carries: 'What it carries',
    field: 'Field',
    needed: 'Needed',
    always: 'always',
    asks: 'by the rule',
    may: 'optional',
    sample: 'Sample',
    rules: 'Which rules are asked',
    everyEvent: 'every event',
    told: 'Who is told',
    cited: 'What it rests on',
    cases: 'Worked cases',
    rank: 'Rank',
    kind: 'Kind',
    askedOf: 'Asked of',
    unmet: 'What can stand in the way',
    place: 'Place',
    source: 'Source',
    rests: 'What rests on it',
    noStep: 'No step rests on this clause.',
    step: 'Step',
    steps: 'steps',
    says: 'What it says',
    clause: 'Clause',
    rule: 'Rule',
    event: 'Event',
    events: 'Events',
    brokenIn: 'Broken in',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** As a sentence begins, be it with a link. */
export const capital = (text: string): string => text.replace(/^\[?./, (begin) => begin.toUpperCase());

export const code = (name: string): string => `\`${name}\``;

/** A cell cannot hold the sign that ends it. */
export const row = (...cells: string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

export const table = (head: string[], rows: string[][]): string =>
  rows.length === 0
    ? ''
    : [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

export const section = (heading: string, text: string): string => (text === '' ? '' : `\n## ${heading}\n\n${text}\n`);

type Kind = 'events' | 'norms' | 'clauses' | 'cases';

/** The place of the page of a thing. */
export const placeOf = (locale: Locale, kind: Kind, name: string): string =>
  `${labels[locale].folder}${kind}/${name}.md`;

const linkTo = (locale: Locale, kind: Kind, name: string, text: string): string =>
  `[${text}](/${placeOf(locale, kind, name)})`;

export const eventLink = (locale: Locale, type: EventType): string =>
  linkTo(locale, 'events', type, languages[locale].events[type].title);

export const normLink = (locale: Locale, name: NormName): string =>
  linkTo(locale, 'norms', name, languages[locale].norms[name].rule);

export const clauseLink = (locale: Locale, id: string): string => linkTo(locale, 'clauses', id, id);

export const caseLink = (locale: Locale, name: string, text: string): string => linkTo(locale, 'cases', name, text);

/** Cases by their number alone, which a long row of them has room for. */
export const caseLinks = (locale: Locale, names: string[]): string =>
  names.map((name) => caseLink(locale, name, String(Number(name.slice(0, 2))))).join(' · ');

/** The same page in the other language. */
export const otherLanguage = (locale: Locale, kind: Kind, name: string): string =>
  `[${labels[locale].other}](/${placeOf(locale === 'nl' ? 'en' : 'nl', kind, name)})`;

/** The link that opens the playground at a place, where there is one. */
export const playgroundLink = (
  locale: Locale,
  place: Parameters<typeof playgroundAt>[1] | undefined,
  text: string = labels[locale].open,
): string => (place ? `[${text}](${playgroundAt(locale, place)}){target="_self"}` : '');

/** The page's own lead to where else it can be read or tried. */
export const alsoAt = (...links: string[]): string => links.filter(Boolean).join(' · ');
