// Values in words.
import type { Case, EventType, Issue, Physician, ProcedureEvent, Role } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import { isDay } from './days.ts';
import type { SeenField } from './items.ts';
import { nameOf } from './names.ts';
import { reportersOf } from './people.ts';
import { words } from './words.ts';

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const inUtc = (day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(languages[locale].locale, { ...options, timeZone: 'UTC' }).format(new Date(day));

/** `25 maart 2026`. */
export const longDay = (day: string, locale: Locale): string =>
  inUtc(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** `wo 25 mrt 2026`. */
export const shortDay = (day: string, locale: Locale): string =>
  inUtc(day, locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** `maart 2026`. */
export const monthOf = (day: string, locale: Locale): string => inUtc(day, locale, { month: 'long', year: 'numeric' });

/** The names of the days of the week, Monday first. */
export const weekdays = (locale: Locale): { short: string; long: string }[] =>
  [5, 6, 7, 8, 9, 10, 11].map((day) => {
    const monday = `2026-01-${String(day).padStart(2, '0')}`;
    return { short: inUtc(monday, locale, { weekday: 'short' }), long: inUtc(monday, locale, { weekday: 'long' }) };
  });

export const listed = (items: string[], last: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** The values of a closed list, by the name of the field that holds them. */
export function valuesOf(name: string, locale: Locale): Record<string, string> {
  const { values, steps, payers } = languages[locale];
  if (name === 'step') return Object.fromEntries(Object.entries(steps).map(([step, { title }]) => [step, title]));
  if (name === 'payer') return payers;
  if (name === 'authorisation') return values.status;
  const known: Record<string, Record<string, string>> = values;
  return known[name] ?? {};
}

/** A physician as in a list to pick from. */
export const physicianText = ({ id, organisations, registered, pool }: Physician, locale: Locale): string => {
  const { physician } = words[locale].form;
  const standing = [
    ...organisations,
    pool ? physician.pool : physician.noPool,
    ...(registered ? [] : [physician.unregistered]),
  ];
  return `${nameOf(id, locale)} (${standing.join('; ')})`;
};

/** A value of a view in words: one line, or one for each item of a list. */
export function linesFor(name: SeenField, value: unknown, locale: Locale): string[] {
  const { phrases: small } = languages[locale];
  if (value === null || value === undefined) return [];
  if (typeof value === 'boolean') return [value ? small.yes : small.no];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string'))
      return value.length > 0
        ? [
            listed(
              value.flatMap((item) => linesFor(name, item, locale)),
              small.and,
            ),
          ]
        : [];
    return value.flatMap((item) => linesFor(name, item, locale).join('; '));
  }
  if (typeof value === 'object') {
    if ('registered' in value && 'id' in value) return [nameOf(String(value.id), locale)];
    return Object.entries(value).flatMap(([inner, held]) => {
      const lines = linesFor(inner as SeenField, held, locale);
      if (lines.length === 0) return [];
      const isNested = typeof held === 'object' && held !== null && !Array.isArray(held) && !('registered' in held);
      return [`${seenText(inner as SeenField, locale)}: ${lines.join(isNested ? ', ' : '; ')}`];
    });
  }
  const text = String(value);
  if (valuesOf(name, locale)[text]) return [valuesOf(name, locale)[text] ?? ''];
  return [isDay(text) ? longDay(text, locale) : nameOrNumber(text, locale)];
}

/** A person by name, and a paper by its number within the case. */
const nameOrNumber = (id: string, locale: Locale): string => {
  const name = nameOf(id, locale);
  const [, number] = /^[a-zA-Z]+-(\d+)$/.exec(name) ?? [];
  return number ? words[locale].form.number(number) : name;
};

export const seenText = (name: SeenField, locale: Locale): string => languages[locale].views[name];

/** The words beside a field of an event. */
export const fieldText = (name: string, locale: Locale): string => {
  const known: Record<string, string> = languages[locale].fields;
  return known[name] ?? openingText(name, locale);
};

/** The words beside a field of an opening. */
export const openingText = (name: string, locale: Locale): string => {
  const known: Record<string, string> = languages[locale].openings;
  return known[name] ?? name;
};

export const eventTitle = (type: EventType, locale: Locale): string => languages[locale].events[type].title;

/** `de eigen bedrijfsarts (dr. Noord)`. */
export function personText(role: Role, id: string | null, locale: Locale): string {
  const { roles } = languages[locale];
  const name = id ? nameOf(id, locale) : roles[role];
  return name === roles[role] ? name : `${roles[role]} (${name})`;
}

/** Which role somebody acts in when they report an event of this type. */
export function roleOf({ type, by }: ProcedureEvent, { file }: Case): Role {
  const reporters = reportersOf(type);
  const [first = 'employee'] = reporters;
  if (by === 'scheduler') return 'scheduler';
  if (file.engagement?.physician === by && reporters.includes('secondOpinionPhysician'))
    return 'secondOpinionPhysician';
  return reporters.find((role) => role === 'administration' && file.participants.administration === by) ?? first;
}

/** What is wrong with a value, in words, and what belongs there where that is a closed list. */
export function issueText({ code, expected = [] }: Issue, locale: Locale): string {
  const isGuess = code === 'unknownEvent' || code === 'unknownField';
  const belongs = expected.length > 0 ? ` (${expected.join(', ')}${isGuess ? '?' : ''})` : '';
  return `${languages[locale].issues[code]}${belongs}`;
}

/** What is wrong with a field of a form: an empty one is just not filled in. */
export function faultText(issue: Issue, draft: Record<string, unknown>, locale: Locale): string {
  const value = issue.path
    .split('.')
    .reduce<unknown>(
      (held, name) => (typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[name] : undefined),
      draft,
    );
  const isEmpty = value === '' || value === undefined || value === null;
  return isEmpty ? words[locale].form.empty : issueText(issue, locale);
}

/** The same, with the name of the field. */
export function missingText(issue: Issue, draft: Record<string, unknown>, locale: Locale): string {
  const where = issue.path.split('.').filter((part) => !/^\d+$/.test(part));
  return `${capital(where.map((part) => fieldText(part, locale)).join(', '))} ${faultText(issue, draft, locale)}`;
}
