import { type EventType, eventSchema, openingSchema } from 'lpbso-second-opinion';
import * as z from 'zod';

const id = openingSchema.shape.caseId;
const { caseId: _, recordedBy: __, ...sent } = openingSchema.shape;
const { participants, contract, contestedAdvice } = sent;

/** Which fields of an event name a physician. */
const physiciansIn: { [Type in EventType]?: string[] } = {
  'physicians.chosen': ['first', 'second'],
  'transfer.granted': ['to'],
  'ownPhysician.replaced': ['physician'],
};

/** An opening as it is sent: the host numbers the case, knows who records, and looks physicians up by their id. */
export const openingBody = z
  .strictObject({
    ...sent,
    participants: participants.extend({ ownPhysician: id }),
    contract: contract.extend({ physicians: z.array(id).max(200) }),
    contestedAdvice: contestedAdvice.extend({ giver: id }),
  })
  // What the library asks of the whole does not come along with its fields.
  .refine(({ recordOf, application }) => (recordOf === 'secondOpinionPhysician') === (application !== undefined), {
    path: ['application'],
  });

type Option = (typeof eventSchema.options)[number];

const asSent = (option: Option) => {
  const sent = (option as z.ZodObject<z.ZodRawShape>).omit({ recordedBy: true });
  const physicians = physiciansIn[option.shape.type.value] ?? [];
  return sent.extend(
    Object.fromEntries(physicians.map((name) => [name, name === 'second' ? id.optional() : id])),
  ) as unknown as Option;
};

/** An event as it is sent: without `recordedBy`, and with the ids of physicians in the place of what is known of them. */
export const eventBody = z.discriminatedUnion('type', eventSchema.options.map(asSent) as [Option, ...Option[]]);

export type SentEvent = { type: EventType; by: string; on: string } & Record<string, unknown>;

type LookUp = (id: string) => unknown;

/** The event with what the register says of each physician; null where it does not know one. */
export function withPhysicians(event: SentEvent, lookUp: LookUp): SentEvent | null {
  const known = { ...event };
  for (const name of physiciansIn[event.type] ?? []) {
    if (event[name] === undefined) continue;
    known[name] = lookUp(String(event[name]));
    if (!known[name]) return null;
  }
  return known;
}

/** The same for an opening. */
export function openingWithPhysicians(opening: z.infer<typeof openingBody>, lookUp: LookUp): object | null {
  const { participants, contract, contestedAdvice } = opening;
  const ownPhysician = lookUp(participants.ownPhysician);
  const giver = lookUp(contestedAdvice.giver);
  const physicians = contract.physicians.map(lookUp);
  if (![ownPhysician, giver, ...physicians].every(Boolean)) return null;
  return {
    ...opening,
    participants: { ...participants, ownPhysician },
    contract: { ...contract, physicians },
    contestedAdvice: { ...contestedAdvice, giver },
  };
}
