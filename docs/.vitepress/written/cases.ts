import { type Role, roles } from 'lpbso-second-opinion';
import { summaryFor, type TimelineEntry, timelineFor } from 'lpbso-second-opinion/words';
import { readerIn } from '../../../examples/readers.ts';
import {
  alsoAt,
  capital,
  caseLink,
  clauseLink,
  eventLink,
  labels,
  normLink,
  otherLanguage,
  playgroundLink,
  section,
} from './labels.ts';
import { type Locale, languages, wordsFor } from './languages.ts';
import { eventsOfCase, normsOfCase } from './relations.ts';
import { type Worked, workedCases } from './worked-cases.ts';

/** The cases that are told as each party reads them too, for what they hold of each. */
export const readByAll = [
  '02-no-response-then-the-second-preference',
  '06-partly-adopted-and-transferred',
  '11-engagement-ended',
  '17-the-employer-was-told',
  '18-a-refusal-that-was-none',
];

const around = {
  nl: {
    reads: 'Wat leest',
    nothing: 'Niets lezen',
    notice: 'bericht',
    now: 'nu',
    end: 'Ten slotte',
    log: 'De zaak als JSON',
  },
  en: {
    reads: 'What is read by',
    nothing: 'Nothing is read by',
    notice: 'notice',
    now: 'now',
    end: 'In the end',
    log: 'The case as JSON',
  },
};

const entryIn = (
  entry: TimelineEntry,
  before: TimelineEntry | undefined,
  reader: Role | 'host',
  locale: Locale,
): string => {
  const { phrases, ranks } = wordsFor(locale, reader);
  // To the host a letter names its addressee; a party is told only what is for itself.
  const letter = reader === 'host' ? phrases.told : around[locale].notice;
  const news = (name: 'waitsOn' | 'terms') => (before?.[name].join() === entry[name].join() ? [] : entry[name]);
  const parts = [
    `${entry.done}${entry.recordedBy ? ` (${phrases.recordedBy} ${entry.recordedBy})` : ''}`,
    ...entry.details,
    ...(before?.stands === entry.stands ? [] : [`${around[locale].now}: ${entry.stands}`]),
    ...news('waitsOn').map((waits) => `${phrases.whoseMove}: ${waits}`),
    ...news('terms'),
    ...entry.told.map((told) => `${letter}: ${told}`),
    ...entry.deviations.map((deviation) => `**${deviation}**`),
  ];
  const cited = entry.clauses
    .map(({ id, rank }) => `${reader === 'host' ? clauseLink(locale, id) : id} (${ranks[rank]})`)
    .join(', ');
  return `- **${entry.on}** ${parts.map(capital).join('. ')}.${cited ? `\\\n  *${cited}*` : ''}`;
};

function toldTo(role: Role | 'host', { opening, events, ended }: Worked, locale: Locale): string {
  const reader = readerIn(ended, role);
  const { entries } = timelineFor(opening, events, reader, wordsFor(locale, role));
  if (entries.length === 0) return '';
  return [
    ...entries.map((entry, at) => entryIn(entry, entries[at - 1], role, locale)),
    `- ${around[locale].end}: ${summaryFor(ended, reader, wordsFor(locale, role)).sentence}`,
    '',
  ].join('\n');
}

/** What each party reads of it, and of whom it is nothing. */
const readings = (worked: Worked, locale: Locale): string => {
  const { reads, nothing } = around[locale];
  const { roles: named } = languages[locale];
  const told = roles.map((role) => [named[role], toldTo(role, worked, locale)] as const);
  const none = told.filter(([, text]) => text === '').map(([name]) => name);
  const sections = told.filter(([, text]) => text !== '').map(([name, text]) => section(`${reads} ${name}?`, text));
  return [none.length > 0 ? `\n${nothing}: ${none.join(', ')}.\n` : '', ...sections].join('');
};

/** A worked case as it is read: by the service and, of some, by each party. */
export const casePage = (worked: Worked, locale: Locale): string => {
  const { name, title, about } = worked;
  const said = labels[locale];
  const broken = normsOfCase(name).map((norm) => normLink(locale, norm));
  const events = eventsOfCase(name).map((type) => eventLink(locale, type));
  return `# ${title[locale]}

${about[locale]}

${alsoAt(
  playgroundLink(locale, { name }),
  `[${around[locale].log}](../examples/cases/${name}.json)`,
  otherLanguage(locale, 'cases', name),
)}

${toldTo('host', worked, locale)}
${said.events}: ${events.join(' · ')}
${broken.length > 0 ? `\n${capital(said.against)}: ${broken.join('; ')}\n` : ''}${
  readByAll.includes(name) ? readings(worked, locale) : ''
}`;
};

/** Every worked case, by its title. */
export const casesPage = (): string => `# The worked cases

Invented cases, told as the record of the service tells them; of ${readByAll.length} cases also what each party reads of it. There is no
medical content in them and no name of a person.

${workedCases
  .map(
    ({ name, title, about }) => `* ${caseLink('en', name, title.en)}. ${about.en} ${playgroundLink('en', { name })}.`,
  )
  .join('\n')}
`;
