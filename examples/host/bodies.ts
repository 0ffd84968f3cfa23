import { type EventType, eventSchema, eventTypes, openingSchema } from 'lpbso-second-opinion';
import { type Field, type FieldKind, fieldsOf } from 'lpbso-second-opinion/forms';
import * as z from 'zod/mini';

const id = openingSchema.shape.caseId;
const { caseId: _, recordedBy: __, ...sent } = openingSchema.shape;
const { participants, contract, contestedAdvice } = sent;

/** The host numbers a case, and knows who records. */
const known = ['caseId', 'recordedBy'];

type Of = EventType | 'opening';

/** The fields of an opening and of each event, as they are sent. */
export const forms = Object.fromEntries(
  (['opening', ...eventTypes] as const).map((of) => [of, fieldsOf(of).filter(({ name }) => !known.includes(name))]),
) as Record<Of, Field[]>;

/** An opening as it is sent: the host numbers the case, knows who records, and looks physicians up by their id. */
export const openingBody = z
  .strictObject({
    ...sent,
    participants: z.extend(participants, { ownPhysician: id }),
    contract: z.extend(contract, { physicians: z.array(id).check(z.maxLength(200)) }),
    contestedAdvice: z.extend(contestedAdvice, { giver: id }),
  })
  // What the library asks of the whole does not come along with its fields.
  .check(
    z.refine(({ recordOf, application }) => (recordOf === 'secondOpinionPhysician') === (application !== undefined), {
      path: ['application'],
    }),
  );

type Option = (typeof eventSchema.def.options)[number];

const asSent = (option: Option, at: number) => {
  const sent = z.omit(option as z.ZodMiniObject<z.core.$ZodShape>, { recordedBy: true });
  const physicians = forms[eventTypes[at] as EventType].filter(({ kind }) => kind === 'physician');
  const asIds = Object.fromEntries(physicians.map(({ name, required }) => [name, required ? id : z.optional(id)]));
  return z.extend(sent, asIds) as unknown as Option;
};

/** An event as it is sent: without `recordedBy`, and with the ids of physicians in the place of what is known of them. */
export const eventBody = z.discriminatedUnion('type', eventSchema.def.options.map(asSent) as [Option, ...Option[]]);

export type SentEvent = { type: EventType; by: string; on: string } & Record<string, unknown>;

type LookUp = (id: string) => unknown;

/** A value with what is found of each physician in it. */
function lookedUp(value: unknown, field: FieldKind, lookUp: LookUp): unknown {
  if (value === undefined) return undefined;
  if (field.kind === 'physician') return lookUp(String(value));
  if (field.kind === 'list') return (value as unknown[]).map((item) => lookedUp(item, field.of, lookUp));
  return field.kind === 'group' ? allLookedUp(value as object, field.fields, lookUp) : value;
}

const allLookedUp = <Sent extends object>(sent: Sent, fields: readonly Field[], lookUp: LookUp): Sent => ({
  ...sent,
  ...Object.fromEntries(
    fields.flatMap((field) =>
      field.name in sent ? [[field.name, lookedUp(Reflect.get(sent, field.name), field, lookUp)]] : [],
    ),
  ),
});

/** What was sent, an event or an opening, with what the register says of each physician; null where it does not know one. */
export async function withPhysicians<Sent extends object>(
  sent: Sent,
  of: Of,
  lookUp: (id: string) => Promise<unknown>,
): Promise<Sent | null> {
  const known = new Map<string, unknown>();
  allLookedUp(sent, forms[of], (id) => known.set(id, null));
  for (const id of known.keys()) known.set(id, await lookUp(id));
  return [...known.values()].every(Boolean) ? allLookedUp(sent, forms[of], (id) => known.get(id)) : null;
}
