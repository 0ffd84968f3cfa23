// What forms hold: to begin with, and once filled in.
import type { Case, EventType } from 'lpbso-second-opinion';
import { type Field, type FieldKind, fieldsOf } from 'lpbso-second-opinion/forms';
import { currentChoice } from './people.ts';

/** What is filled in so far; an empty text is nothing. */
export type Draft = Record<string, unknown>;

/** What a field of a kind holds once it is added, with nothing filled in. */
export function emptyOf(field: FieldKind): unknown {
  if (field.kind === 'list') return [];
  if (field.kind === 'flag') return false;
  if (field.kind === 'choice' && field.values.length === 1) return field.values[0];
  return field.kind === 'group' ? Object.fromEntries(field.fields.map((inner) => [inner.name, emptyOf(inner)])) : '';
}

/** The first reference of a kind that a case, or what is filled in so far, does not use yet. */
export function freeReference(name: string, within: Case | unknown[] | null): string {
  const used = JSON.stringify(within);
  let number = 1;
  while (used.includes(`"${name}-${number}"`)) number += 1;
  return `${name}-${number}`;
}

const likelyPerson = (name: string, type: string, { file }: Case): string => {
  const { ownPhysician } = file.participants;
  if (name === 'recipient' || type === 'application.sent') return currentChoice(file)?.id ?? '';
  if (type === 'medicalData.sent') return file.engagement?.physician ?? currentChoice(file)?.id ?? '';
  return ownPhysician.id;
};

/** What a form holds before anybody fills it in: what the case makes likely, and no judgement. */
export function blank(type: EventType, by: string, on: string, current: Case): Draft {
  const openComplaint = current.file.complaints.find(({ answered, withdrawnOn }) => !answered && !withdrawnOn);
  const initial = (field: Field): unknown => {
    if (field.name === 'by') return by;
    if (field.name === 'on') return on;
    if (!field.required) return '';
    switch (field.kind) {
      case 'person':
        return likelyPerson(field.name, type, current);
      case 'complaint':
        return openComplaint?.complaint ?? '';
      case 'reference':
        return freeReference(field.name, current);
      case 'day':
        return on;
      default:
        return emptyOf(field);
    }
  };
  return { type, ...Object.fromEntries(fieldsOf(type).map((field) => [field.name, initial(field)])) };
}

/** A draft without what was left empty. */
export function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn).filter((item) => item !== undefined);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const filled = filledIn(inner);
        return filled === undefined ? [] : [[name, filled]];
      }),
    );
  return value === '' ? undefined : value;
}
