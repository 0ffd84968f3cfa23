import { readdirSync, readFileSync } from 'node:fs';
import { type Role, replay } from 'lpbso-second-opinion';
import { summaryFor, type TimelineEntry, timelineFor } from 'lpbso-second-opinion/words';
import { corrected, type Log } from '../../../examples/log.ts';
import { readerIn } from '../../../examples/readers.ts';
import { type Locale, languages, wordsFor } from './languages.ts';

interface Worked extends Log {
  title: Record<Locale, string>;
  about: Record<Locale, string>;
}

const folder = new URL('../../../examples/cases/', import.meta.url);

const logs = new Map(
  readdirSync(folder)
    .sort()
    .map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Worked]),
);

/** The cases that are told as each party reads them too, for what they hold of each. */
export const readByAll = [
  '02-no-response-then-the-second-preference.json',
  '06-partly-adopted-and-transferred.json',
  '11-engagement-ended.json',
  '17-the-employer-was-told.json',
  '18-a-refusal-that-was-none.json',
];

const around = {
  nl: {
    title: 'De voorbeeldzaken, verteld',
    about: `Elke zaak van \`examples/cases\` zoals het dossier van de arbodienst haar vertelt, en van ${readByAll.length} zaken ook wat elke partij ervan
leest. Geschreven met \`timelineFor\` en \`summaryFor\`; er staat geen medische inhoud in en geen naam van een mens.`,
    reads: 'Wat leest',
    nothing: 'Niets.',
    notice: 'bericht',
    now: 'nu',
    end: 'Ten slotte',
  },
  en: {
    title: 'The worked cases, told',
    about: `Each case of \`examples/cases\` as the record of the service tells it, and of ${readByAll.length} cases also what each party reads of it.
Written with \`timelineFor\` and \`summaryFor\`; there is no medical content in it and no name of a person.`,
    reads: 'What is read by',
    nothing: 'Nothing.',
    notice: 'notice',
    now: 'now',
    end: 'In the end',
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
  const cited = entry.clauses.map(({ id, rank }) => `${id} (${ranks[rank]})`).join(', ');
  return `- ${entry.on}${entry.type ? ` \`${entry.type}\`` : ''}. ${parts.join('. ')}.${cited ? ` *${cited}*` : ''}`;
};

function toldTo(role: Role | 'host', log: Worked, locale: Locale): string {
  const events = corrected(log);
  const followed = replay(log.opening, events, 'record');
  if (!followed.ok) throw new Error(`${log.title.en} stops at ${followed.at}`);
  const reader = readerIn(followed.case, role);
  const { entries } = timelineFor(log.opening, events, reader, wordsFor(locale, role));
  if (entries.length === 0) return `${around[locale].nothing}\n`;
  return [
    ...entries.map((entry, at) => entryIn(entry, entries[at - 1], role, locale)),
    `- ${around[locale].end}: ${summaryFor(followed.case, reader, wordsFor(locale, role)).sentence}`,
    '',
  ].join('\n');
}

/** Every worked case as it is read. */
export const casesPage = (locale: Locale): string =>
  [
    `# ${around[locale].title}\n\n${around[locale].about}\n`,
    ...[...logs].flatMap(([file, log]) => [
      `## ${log.title[locale]}\n\n${log.about[locale]}\n\n${toldTo('host', log, locale)}`,
      ...(readByAll.includes(file)
        ? (Object.keys(languages.nl.roles) as Role[]).map(
            (role) => `### ${around[locale].reads} ${languages[locale].roles[role]}?\n\n${toldTo(role, log, locale)}`,
          )
        : []),
    ]),
  ].join('\n');
