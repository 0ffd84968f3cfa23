import { type EventType, type NormName, norms } from 'lpbso-second-opinion';
import { usual } from 'lpbso-second-opinion/testing';
import { inRecordOf, rankOf, rules } from './errors.ts';
import {
  alsoAt,
  capital,
  caseLinks,
  clauseLink,
  code,
  eventLink,
  labels,
  normLink,
  otherLanguage,
  playgroundLink,
  section,
  table,
} from './labels.ts';
import { type Locale, languages } from './languages.ts';
import { casesOfNorm, clausesOfNorm, eventsOfNorm, isUniversal, normNames } from './relations.ts';
import { placeBefore } from './worked-cases.ts';

const askedOfInWords = (name: NormName, locale: Locale): string => {
  const links = eventsOfNorm(name).map((type) => eventLink(locale, type));
  const every = `[${labels[locale].everyEvent}](/${labels[locale].folder}events/index.md)`;
  return isUniversal(name) ? every : links.join(', ');
};

/** What to do about it; the texts for developers are in English. */
const wayOut = (name: NormName, locale: Locale): string =>
  locale === 'en'
    ? `\n## Way out\n\n${rules[name].cause}\n\n${rules[name].wayOut}\n\nIn \`record\`: ${inRecordOf(name)}.\n`
    : '';

/** An event as it usually is, of the first to which this applies. */
export const sampleOf = ([type]: EventType[], locale: Locale): string =>
  type ? `${capital(eventLink(locale, type))}:\n\n\`\`\`json\n${JSON.stringify(usual(type), null, 2)}\n\`\`\`` : '';

/** A rule: what it asks, of which events, how high it stands, on which clauses. */
export const normPage = (name: NormName, locale: Locale): string => {
  const { norms: words, ranks, kinds } = languages[locale];
  const said = labels[locale];
  const events = eventsOfNorm(name);
  const rank = rankOf(name);
  return `# ${capital(words[name].rule)}

${said.unmet}: ${words[name].unmet}. ${said.rank}: ${rank ? ranks[rank] : ''}. ${said.kind}: ${kinds[norms[name].kind]}. ${said.name}: ${code(name)}.

${alsoAt(playgroundLink(locale, placeBefore(events)), otherLanguage(locale, 'norms', name))}
${section(said.askedOf, askedOfInWords(name, locale))}${wayOut(name, locale)}${section(
  said.cited,
  clausesOfNorm(name)
    .map((id) => clauseLink(locale, id))
    .join(' · '),
)}${section(said.brokenIn, caseLinks(locale, casesOfNorm(name)))}${section(said.sample, sampleOf(events, locale))}`;
};

const lead: Record<Locale, [title: string, about: string]> = {
  nl: [
    'De regels',
    'Elke regel die in de weg kan staan, met de rang van de bron waarop hij rust. Wat open is, zoals een redelijke termijn, beoordelen mensen.',
  ],
  en: [
    'The norms',
    'Every rule that can stand in the way, with the rank of the source that it rests on. What is open, such as a reasonable period, is judged by people.',
  ],
};

/** All norms. */
export const normsPage = (locale: Locale): string => {
  const [title, about] = lead[locale];
  const said = labels[locale];
  const { ranks } = languages[locale];
  const rows = normNames.map((name) => {
    const rank = rankOf(name);
    return [normLink(locale, name), rank ? ranks[rank] : '', askedOfInWords(name, locale), code(name)];
  });
  return `# ${title}\n\n${about}\n\n${table([said.rule, said.rank, said.askedOf, said.name], rows)}\n`;
};
