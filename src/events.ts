import * as z from 'zod';

/** A party to the procedure; `scheduler` is the host's, which reports that a term has passed. */
export type Role =
  | 'employee'
  | 'ownPhysician'
  | 'secondOpinionPhysician'
  | 'thirdPhysician'
  | 'employer'
  | 'complaintHandler'
  | 'administration'
  | 'scheduler';

/** An opaque id or reference of the host: no free text reaches a case. */
export const id = z.string().regex(/^[A-Za-z0-9._:-]{1,128}$/, 'expected 1 to 128 letters, digits or . _ : -');

/** A calendar day in Europe/Amsterdam. */
export const day = z.iso
  .date({ error: 'expected an existing day as YYYY-MM-DD', abort: true })
  .regex(/^(19|20|21)/, 'expected a year from 1900 to 2199');

const few = 32;

const listOf = <Item extends z.ZodType>(item: Item, most = few) => z.array(item).max(most, `expected at most ${most}`);

export const ids = listOf(id);
const days = listOf(day);

/** Made where it is used: who opens no case does without it, also in a bundle. */
const made = <Schema>(make: () => Schema): Schema => make();

export const physicianSchema = z.strictObject({
  id,
  organisations: ids,
  registered: z.boolean(),
  pool: z.boolean(),
});

/**
 * A physician as the host knows him. `organisations`: the occupational health services and companies he works for;
 * `registered`: as occupational physician; `pool`: affiliated with the LPBSO, which the host looks up.
 */
export type Physician = z.infer<typeof physicianSchema>;

export const contractSchema = /* @__PURE__ */ made(() => {
  const alarm = z.int().min(1, 'expected 1 to 366 days').max(366, 'expected 1 to 366 days').optional();
  return z.strictObject({
    route: z.literal('lpbso'),
    physicians: listOf(physicianSchema, 200),
    responseTerm: z
      .strictObject({
        from: z.enum(['receipt', 'dispatch']),
        extendedBy: z.enum(['none', 'algemeneTermijnenwet']),
      })
      .default({ from: 'receipt', extendedBy: 'none' }),
    alarms: z.strictObject({ engage: alarm, decide: alarm, complaint: alarm }).default({}),
    complaintsProcedure: id,
    military: z.boolean().default(false),
  });
});

export const contestedAdviceSchema = /* @__PURE__ */ made(() =>
  z.strictObject({
    id,
    on: day,
    task: z.enum(['sicknessAbsenceGuidance', 'healthExamination', 'workHealthConsultation', 'other']),
    giver: physicianSchema,
  }),
);

const earlierRequestSchema = /* @__PURE__ */ made(() =>
  z.strictObject({
    id,
    question: id,
    advice: id,
    outcome: z.enum(['completed', 'refused', 'withdrawn', 'other']),
  }),
);

export const recordOfSchema = /* @__PURE__ */ z.enum(['procedure', 'ownPhysician']);

/** The employee's request, with which a case opens (`E-20`, `L-05`): who takes part, the contract, the advice that is doubted. */
export const openingSchema = /* @__PURE__ */ made(() =>
  z.strictObject({
    caseId: id,
    by: id,
    on: day,
    recordedBy: id.optional(),
    recordOf: recordOfSchema.default('procedure'),
    participants: z.strictObject({
      employee: id,
      representative: id.optional(),
      employer: id.optional(),
      administration: id.optional(),
      ownPhysician: physicianSchema,
    }),
    contract: contractSchema,
    contestedAdvice: contestedAdviceSchema,
    question: id.optional(),
    guidanceContinues: z.boolean().default(true),
    earlierRequests: listOf(earlierRequestSchema, 200).default([]),
  }),
);

/** A checked opening, with its defaults filled in. */
export type Opening = z.infer<typeof openingSchema>;

/** An opening as one writes it: what has a default may be left out. */
export type OpeningInput = z.input<typeof openingSchema>;

const groundSchema = z.enum([
  'repeatedSameQuestion',
  'seekingDesiredAnswer',
  'deliberateDelay',
  'intentToHarm',
  'otherAbuse',
  'otherInstrumentIsBetter',
  'labourConflict',
  'useless',
  'cost',
  'other',
]);

export const groundsSchema = listOf(groundSchema);

export const informationSourceSchema = z.enum([
  'ownPhysician',
  'treatingProfessional',
  'employer',
  'workplace',
  'elsewhere',
]);

export const instrumentSchema = z.enum(['secondOpinion', 'uwvExpertOpinion', 'complaint', 'other']);

export const adoptionSchema = z.enum(['full', 'partial', 'none']);

export const disclosureSchema = z.enum(['request', 'advice', 'decision']);

/** What is reported, by which role, carrying what; whatever only a norm requires is optional here, so that `record` can record its absence. */
const event = <Type extends string, Fields extends z.core.$ZodLooseShape>(
  type: Type,
  reportedBy: [Role, ...Role[]],
  fields: Fields,
) =>
  z
    .strictObject({ type: z.literal(type), by: id, on: day, recordedBy: id.optional(), ...fields })
    .register(z.globalRegistry, { reportedBy });

/** Every event that can be reported, in the order of the procedure. */
export const eventSchema = z.discriminatedUnion('type', [
  // application phase
  event('instrument.discussed', ['ownPhysician'], { advised: instrumentSchema }),
  event('adviceInForce.explained', ['ownPhysician'], {}),
  event('request.honoured', ['ownPhysician'], {}),
  event('request.refused', ['ownPhysician'], {
    grounds: groundsSchema,
    earlierRequests: ids,
    reasons: id.optional(),
  }),
  event('request.foundOutOfScope', ['ownPhysician'], {
    because: z.enum([
      'noAdviceByOccupationalPhysician',
      'preEmploymentExamination',
      'notAHealthMatter',
      'notAskedByEmployee',
    ]),
    reasons: id.optional(),
  }),
  event('request.renewed', ['employee'], { question: id.optional(), newFacts: id.optional() }),
  event('uwvRoute.chosen', ['employee'], {}),
  event('request.withdrawn', ['employee'], {}),
  event('request.lapsed', ['ownPhysician', 'secondOpinionPhysician'], { remindedOn: days }),
  event('physicians.chosen', ['employee'], {
    first: physicianSchema,
    second: physicianSchema.optional(),
    agreedWithEmployer: id.optional(),
  }),
  event('outsider.notEngaged', ['ownPhysician'], {}),
  event('authorisation.signed', ['employee'], { recipient: id, scope: id.optional(), document: id.optional() }),
  event('authorisation.withheld', ['employee'], { recipient: id }),
  event('authorisation.revoked', ['employee'], { recipient: id }),
  event('application.sent', ['ownPhysician'], { to: id, medicalData: z.boolean(), form: id }),

  // execution phase
  event('application.received', ['secondOpinionPhysician'], {}),
  event('application.accepted', ['secondOpinionPhysician'], {}),
  event('application.declined', ['secondOpinionPhysician'], {}),
  event('response.overdue', ['scheduler', 'ownPhysician'], {}),
  event('application.foundInfeasible', ['secondOpinionPhysician'], {}),
  event('engagement.ended', ['secondOpinionPhysician'], {}),
  event('medicalData.sent', ['ownPhysician'], { to: id, document: id }),
  event('consultation.scheduled', ['secondOpinionPhysician'], { for: day }),
  event('consultation.held', ['secondOpinionPhysician'], {
    identity: z.enum(['document', 'otherwise', 'notEstablished']),
    examined: z.boolean(),
  }),
  event('consultation.missed', ['secondOpinionPhysician'], {}),
  event('consultation.waived', ['secondOpinionPhysician'], { reasons: id.optional() }),
  event('information.requested', ['secondOpinionPhysician'], {
    source: informationSourceSchema,
    consent: id.optional(),
  }),
  event('information.received', ['secondOpinionPhysician'], {
    source: informationSourceSchema,
    consent: id.optional(),
  }),
  event('draft.submitted', ['secondOpinionPhysician'], { draft: id }),
  event('inaccuracies.reported', ['employee'], { remarks: id }),
  event('remarks.waived', ['employee'], {}),
  event('remarks.timedOut', ['secondOpinionPhysician'], { announcedOn: day, until: day }),
  event('advice.discussed', ['secondOpinionPhysician'], { waivedByEmployee: z.boolean().optional() }),
  event('advice.finalised', ['secondOpinionPhysician'], { advice: id }),
  event('forwarding.authorised', ['employee'], { to: id, document: id.optional() }),
  event('forwarding.withheld', ['employee'], {}),
  event('forwarding.unanswered', ['secondOpinionPhysician'], { remindedOn: days }),
  event('noCopy.announced', ['secondOpinionPhysician'], {}),
  event('advice.forwarded', ['secondOpinionPhysician'], {}),
  event('advice.handedOver', ['employee'], {}),

  // completion phase
  event('decision.made', ['ownPhysician'], {
    adoption: adoptionSchema,
    reasons: id.optional(),
    guidanceContinues: z.boolean().optional(),
  }),
  event('transfer.requested', ['employee'], { adviceMayBePassedOn: z.boolean() }),
  event('transfer.withdrawn', ['employee'], {}),
  event('transfer.granted', ['ownPhysician'], { to: physicianSchema }),
  event('transfer.refused', ['ownPhysician'], { reasons: id.optional() }),
  event('transfer.accepted', ['thirdPhysician'], {}),
  event('transfer.declined', ['thirdPhysician'], {}),
  event('employer.asked', ['employee'], {}),
  event('employer.agreed', ['employer'], {}),
  event('employer.declined', ['employer'], {}),
  event('case.closed', ['ownPhysician'], {}),

  // at any moment
  event('complaint.filed', ['employee'], { complaint: id, against: id }),
  event('complaint.withdrawn', ['employee'], { complaint: id }),
  event('complaint.acknowledged', ['complaintHandler'], { complaint: id }),
  event('complaint.progressed', ['complaintHandler'], { complaint: id }),
  event('complaint.answered', ['complaintHandler'], {
    complaint: id,
    decision: id,
    reasons: id.optional(),
    measuresBy: day.optional(),
  }),
  event('ownPhysician.replaced', ['administration', 'employer'], { physician: physicianSchema }),
  event('employer.informed', ['ownPhysician', 'secondOpinionPhysician'], {
    of: disclosureSchema,
    consent: id.optional(),
  }),
]);

/** A checked event: what somebody did, by whom, on which day. */
export type ProcedureEvent = z.infer<typeof eventSchema>;
/** What can be reported, as noun.past participle, such as `request.honoured`. */
export type EventType = ProcedureEvent['type'];

/** The checked event of one type. */
export type EventOf<Type extends EventType> = Extract<ProcedureEvent, { type: Type }>;

/** Every event type, in the order of the procedure. */
export const eventTypes: EventType[] = eventSchema.options.map((option) => option.shape.type.value);

/** Which roles may report an event of each type. */
export const reporters = Object.fromEntries(
  eventSchema.options.map((option) => [option.shape.type.value, option.meta()?.reportedBy]),
) as Record<EventType, Role[]>;

/** The fields, besides the common ones, that an event of a type cannot do without. */
export const requiredFields = (type: EventType): string[] => {
  const fields = eventSchema.options[eventTypes.indexOf(type)]?.shape ?? {};
  return Object.entries(fields)
    .filter(([name, field]) => !['type', 'by', 'on'].includes(name) && !(field instanceof z.ZodOptional))
    .map(([name]) => name);
};

/** What is wrong with an input, and where; never quotes a value. */
export interface Issue {
  /** The way to the field, its names joined by dots; empty for the whole. */
  path: string;
  /** What is expected there, in English, for whoever mends the input. */
  message: string;
}

// Not two underscores: `__proto__` in a path could harm who takes a path for the way to a field.
const nameable = /^(?!__)[A-Za-z_]\w{0,39}$/;

const issuesOf = (found: z.core.$ZodIssue): Issue[] => {
  // The schemas are strict: a path holds only the names of their fields, and places in lists.
  const at = (...more: string[]): string => [...found.path, ...more].join('.');
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys
        .slice(0, few)
        .map((key) => ({ path: at(nameable.test(key) ? key : '?'), message: 'is no field of this' }));
    case 'invalid_type':
      return [{ path: at(), message: `expected ${found.expected}` }];
    case 'invalid_value':
      return [{ path: at(), message: `expected ${found.values.join(' or ')}` }];
    case 'invalid_union':
      return [{ path: at(), message: 'expected a known event type' }];
    default:
      return [{ path: at(), message: found.message }];
  }
};

/** Checks any input against a schema; an input that cannot even be looked at is an issue too. */
export function check<Output>(
  schema: z.ZodType<Output>,
  input: unknown,
): { ok: true; value: Output } | { ok: false; issues: Issue[] } {
  try {
    const result = schema.safeParse(input);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, issues: result.error.issues.slice(0, few).flatMap(issuesOf) };
  } catch {
    return { ok: false, issues: [{ path: '', message: 'cannot be read' }] };
  }
}
