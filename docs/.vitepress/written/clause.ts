import { type ClauseId, clauseIds, clauses, type EventType, eventTypes, type NormName } from 'lpbso-second-opinion';
import { clauseTexts } from '../../../examples/clause-texts.ts';
import { citedBy } from './clauses-cited.ts';
import { rankOfClause } from './errors.ts';
import {
  alsoAt,
  capital,
  caseLinks,
  clauseLink,
  eventLink,
  labels,
  normLink,
  otherLanguage,
  playgroundLink,
  section,
} from './labels.ts';
import { type Locale, languages } from './languages.ts';
import { sampleOf } from './norm.ts';
import { casesOfClause, eventsOfClause } from './relations.ts';
import { placeInWords } from './transitions.ts';
import { placeBefore } from './worked-cases.ts';

const kinds: Record<Locale, Record<string, string>> = {
  nl: {
    States: 'Stappen',
    Transitions: 'Overgangen',
    Norms: 'Regels',
    Notices: 'Berichten',
    Terms: 'Termijnen',
    'Letters and papers': 'Brieven en formulieren',
    Projections: 'Wie betaalt',
    'Decision aid': 'Beslishulp',
  },
  en: {
    States: 'Steps',
    Transitions: 'Transitions',
    Norms: 'Norms',
    Notices: 'Notices',
    Terms: 'Terms',
    'Letters and papers': 'Letters and papers',
    Projections: 'Who pays',
    'Decision aid': 'Decision aid',
  },
};

const isEvent = (name: string): name is EventType => (eventTypes as readonly string[]).includes(name);

/** A name of the code in words, with a link where it has a page; of a name of two parts, each. */
const inWords = (locale: Locale, kind: string, name: string): string => {
  const { norms, notices, terms, papers, elements, payers, values } = languages[locale];
  const [first = '', second = ''] = name.split(/: | → /);
  const of = <Words extends object>(words: Words, key: string): string => String(words[key as keyof Words] ?? key);
  switch (kind) {
    case 'States':
      return placeInWords(locale, name);
    case 'Transitions':
      return isEvent(name) ? eventLink(locale, name) : placeInWords(locale, name);
    case 'Norms':
      return name in norms ? normLink(locale, name as NormName) : name;
    case 'Notices':
      return of(notices, name);
    case 'Terms':
      return of(terms, name);
    case 'Projections':
      return of(payers, second);
    case 'Decision aid':
      return `${of(values.situations, first)} → ${of(values.advised, second)}`;
    default:
      return `${of({ ...notices, ...papers }, first)}: ${of(elements, second)}`;
  }
};

const transitionInWords = (locale: Locale, text: string): string => {
  const { stays, against } = labels[locale];
  return text
    .replace(/→ stays/, `→ ${stays}`)
    .replace(', against the rules', ` (${against})`)
    .replaceAll(/`([^`]+)`/g, (_, name: string) => inWords(locale, 'Transitions', name))
    .replace('—', '— ')
    .replace('→', ' →');
};

const restsOn = (id: ClauseId, locale: Locale): string => {
  const known = Object.entries(citedBy.get(id) ?? {}).filter(([kind]) => kind in kinds[locale]);
  if (known.length === 0) return labels[locale].noStep;
  return known
    .map(([kind, items]) => {
      const lines = items.map((item) =>
        kind === 'Transitions' ? transitionInWords(locale, item) : inWords(locale, kind, item.replaceAll('`', '')),
      );
      return `### ${kinds[locale][kind]}\n\n${lines.map((line) => `* ${capital(line)}`).join('\n')}\n`;
    })
    .join('\n');
};

/** A clause: where it stands, what it says, and what rests on it. */
export const clausePage = (id: ClauseId, locale: Locale): string => {
  const { ranks, sources } = languages[locale];
  const said = labels[locale];
  const { source, place } = clauses[id];
  const events = eventsOfClause(id);
  const at = clauseIds.indexOf(id);
  const beside = [clauseIds[at - 1], clauseIds[at + 1]].flatMap((other) => (other ? [clauseLink(locale, other)] : []));
  return `# ${id}

${capital(sources[source])}, ${place}. ${said.rank}: ${ranks[rankOfClause(id)]}.

> ${clauseTexts[locale][id]}

${alsoAt(playgroundLink(locale, placeBefore(events)), otherLanguage(locale, 'clauses', id), ...beside)}
${section(said.rests, restsOn(id, locale))}${section(said.cases, caseLinks(locale, casesOfClause(id)))}${section(
  said.sample,
  sampleOf(events, locale),
)}`;
};
