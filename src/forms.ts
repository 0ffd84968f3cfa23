import * as z from 'zod/mini';
import { acts, common, type EventType } from './acts.js';
import { alarm, alarmDays, complaint, person, physician, valuesOf } from './fields.js';
import { openingSchema } from './file.js';
import { asking, isSo, type NormName, type When } from './norms.js';

export { type AidLine, decisionAid, type Suggestion, suggestInstruments } from './aid.js';
export {
  type AskedElement,
  type ContentElement,
  type Contents,
  type ElementName,
  letterContents,
  type PaperName,
  paperContents,
} from './contents.js';
export type { Instrument, Situation } from './instruments.js';
export type { When } from './norms.js';

/**
 * What goes into a field. `person`: the id of somebody of the host's; `physician`: a `Physician`, whom the host looks up; `reference`: the
 * id of a paper, a decision or whatever else the host keeps; `complaint`: the id of a complaint that the case has; `day`: `YYYY-MM-DD`;
 * `flag`: true or false; `choice`: one of `values`; `number`: a whole one; `list`: several of the kind `of`; `group`: an object with
 * `fields` of its own, in an opening only.
 */
export type FieldKind =
  | { readonly kind: 'person' | 'physician' | 'reference' | 'complaint' | 'day' | 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly from: number; readonly to: number }
  | { readonly kind: 'list'; readonly of: FieldKind }
  | { readonly kind: 'group'; readonly fields: readonly Field[] };

/** A rule that asks for a field which the schema does without. */
export interface AskedBy {
  readonly norm: NormName;
  /** By what another field beside it holds; absent: whatever the others hold. */
  readonly when?: When;
  /** Whether the case can make it needless, as an employer who is known already: `needs` and `mayNeed` of `expectedEvents` tell. */
  readonly dependsOnCase: boolean;
}

/** A field of a form. */
export type Field = {
  /** Its name in the event, the opening or the group that holds it; `words.fields` and `words.openings` say it, `words.values` its choices. */
  readonly name: string;
  /** Whether the schema refuses what leaves it out. */
  readonly required: boolean;
  /** The rules that ask for it besides; `advance` answers `notAllowed` with them, `record` books them. */
  readonly askedBy: readonly AskedBy[];
  /** What it is where it is left out; absent: nothing. */
  readonly default?: unknown;
} & FieldKind;

type Of = EventType | 'opening';

const copied = ({ is, ...others }: When): When => ({ ...others, ...(is && { is: [...is] }) });

const kindOf = (schema: unknown, of: Of): FieldKind => {
  if (schema === person) return { kind: 'person' };
  if (schema === complaint) return { kind: 'complaint' };
  if (schema === physician) return { kind: 'physician' };
  if (schema === alarm) return { kind: 'number', ...alarmDays };
  if (schema instanceof z.ZodMiniISODate) return { kind: 'day' };
  if (schema instanceof z.ZodMiniBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodMiniEnum || schema instanceof z.ZodMiniLiteral)
    return { kind: 'choice', values: valuesOf(schema) };
  if (schema instanceof z.ZodMiniArray) return { kind: 'list', of: kindOf(schema.def.element, of) };
  if (schema instanceof z.ZodMiniObject) return { kind: 'group', fields: fieldsIn(schema.shape, of) };
  if (schema instanceof z.ZodMiniRecord) {
    const { keyType, valueType } = schema.def;
    const shape = Object.fromEntries(valuesOf(keyType).map((name) => [name, z.optional(valueType)]));
    return { kind: 'group', fields: fieldsIn(shape, of) };
  }
  return { kind: 'reference' };
};

const fieldsIn = (shape: Record<string, unknown>, of: Of): Field[] =>
  Object.entries(shape).map(([name, schema]) => {
    const isOptional = schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault;
    return {
      name,
      required: !isOptional,
      askedBy: asking[of].flatMap(({ norm, asks: { field, when, unless } }) =>
        field === name ? [{ norm, ...(when && { when: copied(when) }), dependsOnCase: unless !== undefined }] : [],
      ),
      ...(schema instanceof z.ZodMiniDefault && { default: schema.def.defaultValue }),
      ...kindOf(isOptional ? schema.def.innerType : schema, of),
    };
  });

/**
 * The fields of a form: of an event, besides its type, or of an opening. Takes the type of the event or `'opening'`; answers its own fields
 * first and then who did it, on which day and who entered it (`by`, `on`, `recordedBy`), each with what goes into it; for what is neither,
 * nothing. Made of the schemas, and of the norms for what those ask for besides (`askedBy`).
 */
export function fieldsOf(type: EventType | 'opening'): Field[] {
  if (type === 'opening') return fieldsIn(openingSchema.shape, type);
  return Object.hasOwn(acts, type) ? fieldsIn({ ...acts[type].carries, ...common }, type) : [];
}

/**
 * Whether a rule asks for a field, by the rest of what is filled in so far: an event, an opening or a group of it, not complete and not
 * checked; an empty text is nothing. What the case makes needless (`dependsOnCase`) is asked here all the same.
 */
export function isAsked(asked: AskedBy, filledIn: unknown): boolean {
  try {
    return isSo(asked.when, Object(filledIn));
  } catch {
    return false;
  }
}
