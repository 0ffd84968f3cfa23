import { clauseIds, eventTypes, norms, openingSchema, roles } from 'lpbso-second-opinion';
import * as z from 'zod';

/** What the API answers, said once for whoever reads the description and for whoever writes the code. */

const id = z.string();
const day = z.iso.date();
const role = z.enum(roles);
const names = <Name extends string>(of: Record<Name, unknown>) => z.enum(Object.keys(of) as [Name, ...Name[]]);

/** Why not, in one word: its status, and what it means. */
export const errors = {
  malformed: [400, 'The request, its body or a query is not as the description says.'],
  unknownLanguage: [400, 'There are no words in that language.'],
  noIdempotencyKey: [400, 'The request has no `Idempotency-Key`, or one that is none.'],
  unauthenticated: [401, 'No token, or one that is forged, expired, too old, or meant for another.'],
  notInRegister: [403, 'The register does not know you today.'],
  mayNotRecordForThem: [403, 'You may not record what they did.'],
  mayNotAudit: [403, 'You may not record what was done against the rules.'],
  notFound: [404, 'There is no such case, or you see nothing of it in that role: the answer is the same.'],
  notTaken: [
    409,
    'It may not be done now. `mayReport` says what you may report of this kind, and what stands in the way.',
  ],
  tooLarge: [413, 'The body is larger than 64 kB.'],
  notJson: [415, 'The body is not `application/json`.'],
  dayInTheFuture: [422, 'The day has not come.'],
  unknownPhysician: [422, 'The register does not know a physician that is named.'],
  unknownMandate: [422, 'The register does not have that mandate for this representative and this employee.'],
  keyOfAnotherRequest: [422, 'That key was used for another request.'],
  tooManyRequests: [429, 'Too many requests in a minute.'],
  notStored: [503, 'Nothing can be kept or read now: try again, under the same key.'],
  clockInDoubt: [503, 'The host doubts its clock: try again later, under the same key.'],
  tooManyLetters: [503, 'Too many letters wait: try again later, under the same key.'],
  failed: [500, 'It failed. Whoever runs the host finds it under the id of the request.'],
} as const satisfies Record<string, [status: number, means: string]>;

export type ErrorName = keyof typeof errors;

const unmet = z.strictObject({
  norm: names(norms),
  rank: id,
  clauses: z.array(z.enum(clauseIds)),
  fields: z.array(id),
});

const waiting = z.strictObject({ role, events: z.array(z.enum(eventTypes)), since: day, complaint: id.optional() });

const expected = z.strictObject({
  type: z.enum(eventTypes),
  needs: z.array(id),
  mayNeed: z.array(z.strictObject({ field: id, norm: names(norms) })),
  unmet: z.array(unmet),
});

const deadline = z.strictObject({
  term: id,
  owner: role,
  since: day,
  dueOn: day.nullable(),
  overdueFrom: z.iso.datetime().nullable(),
  alarmOn: day.nullable(),
  certainty: id,
  complaint: id.optional(),
  clauses: z.array(z.enum(clauseIds)),
});

const entry = z.strictObject({
  on: day,
  type: z.enum([...eventTypes, 'opening']).nullable(),
  who: z.string().nullable(),
  done: z.string(),
  brief: z.string(),
  date: z.string().nullable(),
  details: z.array(z.string()),
  stands: z.string(),
  waitsOn: z.array(z.string()),
  told: z.array(z.string()),
  terms: z.array(z.string()),
  deviations: z.array(z.string()),
  clauses: z.array(z.strictObject({ id: z.enum(clauseIds), rank: id })),
});

export const answers = {
  failed: z.strictObject({
    error: names(errors),
    issues: z.array(z.strictObject({ path: z.string(), code: z.string() })).optional(),
    mayReport: z.array(expected).optional(),
  }),
  opened: z.strictObject({ taken: z.literal(true), caseId: openingSchema.shape.caseId }),
  taken: z.strictObject({ taken: z.literal(true) }),
  cases: z.strictObject({
    cases: z.array(z.strictObject({ caseId: id, role, says: z.string().nullable() })),
    /** Give it as `after` for those that follow; null where there are no more. */
    next: z.string().nullable(),
  }),
  view: z.strictObject({
    says: z.string(),
    role,
    sees: z.looseObject({}).nullable(),
    waitingOn: z.array(waiting),
    mayReport: z.array(expected),
    deadlines: z.array(deadline),
  }),
  expected: z.strictObject({ waitingOn: z.array(waiting), mayReport: z.array(expected) }),
  terms: z.strictObject({ terms: z.array(deadline) }),
  timeline: z.strictObject({ timeline: z.array(entry) }),
  looked: z.strictObject({
    lines: z.array(
      z.strictObject({ at: z.iso.datetime(), person: id, forPerson: id, role: id, action: id, status: z.number() }),
    ),
    next: z.number().nullable(),
  }),
};
