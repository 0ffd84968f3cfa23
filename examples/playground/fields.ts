// Forms from the schemas: which fields there are, and what they hold to begin with.
import type { Case, EventType } from 'lpbso-second-opinion';
import eventJson from 'lpbso-second-opinion/schemas/event.schema.json' with { type: 'json' };
import openingJson from 'lpbso-second-opinion/schemas/opening.schema.json' with { type: 'json' };
import { currentChoice } from './people.ts';

/** A field of a form, by the kind of value it takes. */
export type Field = { name: string; required: boolean; preset?: unknown } & (
  | { kind: 'day' | 'person' | 'complaint' | 'reference' | 'yesOrNo' | 'physician' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'number'; from: number; to: number }
  | { kind: 'fixed'; value: unknown }
  | { kind: 'list'; of: Field }
  | { kind: 'group'; fields: Field[] }
);

/** What is filled in so far; an empty text is nothing. */
export type Draft = Record<string, unknown>;

interface Schema {
  type?: string;
  const?: unknown;
  enum?: string[];
  allOf?: unknown[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
}

/** References that name a person. */
const people = ['by', 'recordedBy', 'to', 'recipient', 'against', 'employee', 'representative', 'employer'];

const isPhysician = ({ properties = {} }: Schema): boolean => 'registered' in properties && 'pool' in properties;

const fieldOf = (name: string, schema: Schema, required: boolean, of: string): Field => {
  const common = { name, required, ...(schema.default === undefined ? {} : { preset: schema.default }) };
  if (schema.const !== undefined) return { ...common, kind: 'fixed', value: schema.const };
  if (schema.enum) return { ...common, kind: 'choice', values: schema.enum };
  if (schema.type === 'boolean') return { ...common, kind: 'yesOrNo' };
  if (schema.items) return { ...common, kind: 'list', of: fieldOf(name, schema.items, true, of) };
  if (schema.type === 'object')
    return isPhysician(schema)
      ? { ...common, kind: 'physician' }
      : { ...common, kind: 'group', fields: fieldsIn(schema, of) };
  if (schema.type === 'integer')
    return { ...common, kind: 'number', from: schema.minimum ?? 0, to: schema.maximum ?? 0 };
  if (schema.allOf) return { ...common, kind: 'day' };
  if (name === 'complaint' && of !== 'complaint.filed') return { ...common, kind: 'complaint' };
  return { ...common, kind: people.includes(name) ? 'person' : 'reference' };
};

const fieldsIn = ({ properties = {}, required = [] }: Schema, of: string): Field[] =>
  Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name), of));

const common = ['by', 'on', 'recordedBy'];

const fieldsByType = new Map<string, Field[]>(
  (eventJson.oneOf as Schema[]).map((schema) => {
    const type = String(schema.properties?.type?.const);
    const fields = fieldsIn(schema, type).filter(({ name }) => name !== 'type');
    const own = fields.filter(({ name }) => !common.includes(name));
    return [type, [...own, ...fields.filter(({ name }) => common.includes(name))]];
  }),
);

/** The fields of an event besides its type; its own before those of every event. */
export const fieldsOf = (type: EventType): Field[] => fieldsByType.get(type) ?? [];

/** The fields of an opening. */
export const openingFields: Field[] = fieldsIn(openingJson as unknown as Schema, 'opening');

/** The first reference of a kind that the case does not use yet. */
export function freeReference(name: string, current: Case | null): string {
  const used = JSON.stringify(current?.file ?? null);
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
      case 'yesOrNo':
        return false;
      case 'list':
        return [];
      default:
        return '';
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
