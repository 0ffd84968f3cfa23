import { type EventType, eventTypes, type Role } from 'lpbso-second-opinion';
import { fieldsOf } from 'lpbso-second-opinion/forms';
import { usual } from 'lpbso-second-opinion/testing';
import eventSchema from '../../../dist/schemas/event.schema.json' with { type: 'json' };
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
import { casesOfEvent, clausesOfEvent, isUniversal, normNames, normsOfEvent } from './relations.ts';
import { arrows, placeInWords } from './transitions.ts';
import { placeBefore } from './worked-cases.ts';

interface Option {
  properties: { type: { const: string } };
  reportedBy: Role[];
}

const doers = new Map(
  (eventSchema as unknown as { oneOf: Option[] }).oneOf.map(({ properties, reportedBy }) => [
    properties.type.const,
    reportedBy,
  ]),
);

/** Who may report it, in words. */
export const doersOf = (type: EventType): Role[] => doers.get(type) ?? [];

const rolesInWords = (locale: Locale, roles: readonly Role[]): string =>
  roles.map((role) => languages[locale].roles[role]).join(', ');

const wheres = (locale: Locale, type: EventType): string[][] => {
  const { stays, against } = labels[locale];
  const rows = arrows
    .filter(({ event }) => event === type)
    .map(({ from, to, forbidden }) => [
      capital(placeInWords(locale, from)),
      `${to ? placeInWords(locale, to) : stays}${forbidden ? ` (${against})` : ''}`,
    ]);
  return [...new Map(rows.map((cells) => [cells.join(), cells])).values()];
};

const carried = (locale: Locale, type: EventType): string[][] => {
  const { fields, norms } = languages[locale];
  const { always, asks, may } = labels[locale];
  return fieldsOf(type).map(({ name, required, askedBy }) => [
    fields[name as keyof typeof fields],
    code(name),
    required ? always : askedBy.map(({ norm }) => `${asks}: ${norms[norm].rule}`).join('; ') || may,
  ]);
};

const toldOf = (locale: Locale, type: EventType): string => {
  const { roles, notices } = languages[locale];
  const lines = arrows
    .filter(({ event }) => event === type)
    .flatMap(({ told }) => told)
    .map(({ to, about }) => `* ${capital(roles[to])}: ${notices[about as keyof typeof notices]}`);
  return [...new Set(lines)].join('\n');
};

const rulesOf = (locale: Locale, type: EventType): string => {
  const { norms } = languages[locale];
  const { folder, everyEvent } = labels[locale];
  const everywhere = normNames.filter(isUniversal).map((name) => norms[name].rule);
  return [
    ...normsOfEvent(type).map((name) => `* ${capital(normLink(locale, name))}`),
    `* [${capital(everyEvent)}](/${folder}norms/index.md): ${everywhere.join('; ')}`,
  ].join('\n');
};

/** An event: who does it, where, what it carries, which rules are asked, who is told, on which clauses. */
export const eventPage = (type: EventType, locale: Locale): string => {
  const { events } = languages[locale];
  const said = labels[locale];
  const cases = casesOfEvent(type);
  return `# ${capital(events[type].title)}

${capital(rolesInWords(locale, doersOf(type)))}: ${events[type].todo}. ${said.name}: ${code(type)}.

${alsoAt(playgroundLink(locale, placeBefore([type])), otherLanguage(locale, 'events', type))}
${section(said.where, table([said.from, said.to], wheres(locale, type)))}${section(
  said.rules,
  rulesOf(locale, type),
)}${section(said.told, toldOf(locale, type))}${section(
  said.carries,
  table([said.field, said.name, said.needed], carried(locale, type)),
)}${section(said.sample, `\`\`\`json\n${JSON.stringify(usual(type), null, 2)}\n\`\`\``)}${section(
  said.cited,
  clausesOfEvent(type)
    .map((id) => clauseLink(locale, id))
    .join(' · '),
)}${section(said.cases, caseLinks(locale, cases))}`;
};

const lead: Record<Locale, [title: string, about: string]> = {
  nl: [
    'De gebeurtenissen',
    'Alles wat in een zaak kan worden gemeld, in de volgorde van de procedure. Elke gebeurtenis heeft een eigen bladzijde, met de regels, een voorbeeld en wie bericht krijgt.',
  ],
  en: [
    'The events',
    'Everything that can be reported in a case, in the order of the procedure. Each event has a page of its own, with its rules, a sample and who is told.',
  ],
};

/** All events. */
export const eventsPage = (locale: Locale): string => {
  const [title, about] = lead[locale];
  const said = labels[locale];
  const rows = eventTypes.map((type) => [
    eventLink(locale, type),
    rolesInWords(locale, doersOf(type)),
    languages[locale].events[type].todo,
    code(type),
  ]);
  return `# ${title}\n\n${about}\n\n${table([said.event, said.who, said.what, said.name], rows)}\n`;
};
