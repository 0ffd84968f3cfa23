import * as z from 'zod/mini';
import {
  adoption,
  alarm,
  count,
  type Day,
  day,
  disclosure,
  type Fixed,
  grounds,
  id,
  identity,
  ids,
  informationSource,
  instrument,
  listOf,
  onlyInTheirRecord,
  openingDay,
  person,
  physician,
  strictObject,
  task,
} from './fields.js';
import { type AlarmedTerm, type TermName, terms } from './terms.js';

/** Every role that somebody can have in the procedure. */
export const roles = [
  'employee',
  'ownPhysician',
  'secondOpinionPhysician',
  'thirdPhysician',
  'employer',
  'complaintHandler',
  'administration',
  'scheduler',
] as const;

/** A party to the procedure; `administration` plans and sends, `scheduler` is the host's, which reports that a term has passed. */
export type Role = (typeof roles)[number];

/** Where the procedure can stand, in the order of the text: three phases and the outcomes. */
export const steps = [
  'application.discussing',
  'application.choosing',
  'application.preparing',
  'application.reconsidering',
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.awaitingConsultation',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
  'execution.underway',
  'execution.awaitingConsent',
  'execution.forwarding',
  'completion.considering',
  'completion.decided',
  'completion.consideringTransfer',
  'completion.awaitingThirdPhysician',
  'completion.transferRefused',
  'refused',
  'outOfScope',
  'uwvRouteChosen',
  'withdrawn',
  'lapsed',
  'notForwarded',
  'concluded',
  'transferred',
] as const;

/** A step of the procedure: its phase and its state in the chart, or an outcome. */
export type Step = (typeof steps)[number];

export const employerRoutes = ['none', 'asked', 'answered'] as const;
/** Where the question to the employer stands, beside the procedure (`E-34`, `B-55`). */
export type EmployerRoute = (typeof employerRoutes)[number];

export const complaintStates = ['none', 'pending', 'answered'] as const;
/** Where the complaints stand: `pending` while one is open, else `answered` if one was. */
export type Complaints = (typeof complaintStates)[number];

type LeafOf<Name extends string> = Name extends `${string}.${infer Leaf}` ? Leaf : Name;

/** The state of the chart in which a step stands. */
export type StateName = LeafOf<Step>;

/** Made where it is used: whoever opens no case does without it, also in a bundle. */
const made = <Schema>(make: () => Schema): Schema => make();

const alarmed = (Object.keys(terms) as TermName[]).filter((name) => 'alarm' in terms[name]) as AlarmedTerm[];

const alarms = () => z.partialRecord(z.enum(alarmed), alarm);

const contract = () => ({
  route: z.literal('lpbso'),
  physicians: listOf(physician, 200),
  /** `B-74`: the services that may perform it, whoever of them does. */
  organisations: ids,
  responseTerm: strictObject({
    from: z.enum(['receipt', 'dispatch']),
    extendedBy: z.enum(['none', 'algemeneTermijnenwet']),
  }),
  /** `B-08a`, `B-31b`, `G-12`: after how many days to look at an open term. */
  alarms: alarms(),
  complaintsProcedure: id,
  military: z.boolean(),
});

const contestedAdvice = () => strictObject({ id, on: day, task, giver: physician });

const earlierRequests = () =>
  listOf(
    strictObject({
      id,
      question: id,
      advice: id,
      outcome: z.enum(['completed', 'refused', 'withdrawn', 'other']),
    }),
    200,
  );

/** Whose record a case is: what it holds, and what it cannot know, follows from that (`acts.ts`). */
export const records = ['procedure', 'ownPhysician', 'secondOpinionPhysician'] as const;
export type RecordOf = (typeof records)[number];

const recordOf = /* @__PURE__ */ z.enum(records);

/** With what the second-opinion physician's own record opens: the application as they received it. */
const application = () =>
  strictObject({
    to: person,
    form: id,
    medicalData: z.boolean(),
    authorisation: z.optional(z.enum(['signed', 'withheld'])),
  });

/** The employee's request, with which a case opens (`E-20`, `L-05`): who takes part, the contract, the advice that is doubted. */
export const openingSchema = /* @__PURE__ */ made(() => {
  const { organisations, responseTerm, alarms, military, ...agreed } = contract();
  return strictObject({
    caseId: id,
    by: person,
    on: openingDay,
    recordedBy: z.optional(person),
    recordOf: z._default(recordOf, 'procedure'),
    participants: strictObject({
      employee: person,
      representative: z.optional(person),
      /** `B-95`: on what the representative acts. */
      mandate: z.optional(id),
      employer: z.optional(person),
      administration: z.optional(person),
      ownPhysician: physician,
    }),
    contract: strictObject({
      ...agreed,
      organisations: z._default(organisations, []),
      responseTerm: z._default(responseTerm, { from: 'receipt', extendedBy: 'none' }),
      alarms: z._default(alarms, {}),
      military: z._default(military, false),
    }),
    contestedAdvice: contestedAdvice(),
    question: z.optional(id),
    guidanceContinues: z._default(z.boolean(), true),
    earlierRequests: z._default(earlierRequests(), []),
    application: z.optional(application()),
  }).check(
    z.refine(({ recordOf, application }) => (recordOf === 'secondOpinionPhysician') === (application !== undefined), {
      path: ['application'],
      error: onlyInTheirRecord,
    }),
  );
});

/** A checked opening, with its defaults filled in. */
export type Opening = Fixed<z.infer<typeof openingSchema>>;

/** An opening as one writes it: what has a default may be left out. */
export type OpeningInput = Fixed<z.input<typeof openingSchema>>;

/** More than any case comes to; it bounds the time that a stored case can take to read. */
export const many = 50_000;

/**
 * `B-65`: what a predecessor had and the present own physician has not, unless the employee releases it or it is done anew; the rest of
 * the predecessor's file goes with `contestedAdvice`.
 */
export const fileParts = [
  'contestedAdvice',
  'question',
  'request',
  'choice',
  'engagement',
  'decision',
  'transfer',
] as const;
export type FilePart = (typeof fileParts)[number];

/** Everything a case remembers: days, roles, choices and opaque references, never a finding, a letter or a name. */
export const fileSchema = () => {
  const refusal = { on: day, reasons: z.nullable(id) };
  const copy = { on: day, through: z.enum(['forwarded', 'handedOver']) };
  return strictObject({
    recordOf,
    openedOn: openingDay,
    /** How many letters of each kind were called for, by `topic:role`: of each, so, the id is another. */
    told: z.record(z.string().check(z.regex(/^[a-z]\w{0,39}:[a-z]\w{0,39}$/i)), count()),
    participants: strictObject({
      employee: id,
      representative: z.nullable(id),
      mandate: z.nullable(id),
      employer: z.nullable(id),
      /** Whom the opening names, also where another was asked since: they are told of a transfer (`E-33`). */
      firstEmployer: z.nullable(id),
      administration: z.nullable(id),
      ownPhysician: physician,
      /** Since when, where they took the place of another. */
      ownPhysicianSince: z.nullable(day),
      thirdPhysician: z.nullable(physician),
      /** Who held a physician's role in this case before, or was asked to. */
      former: z.array(id).check(z.maxLength(many)),
      /** Of those, who was the own physician (`B-93`). */
      formerOwn: z.array(id).check(z.maxLength(many)),
    }),
    contract: strictObject(contract()),
    contestedAdvice: contestedAdvice(),
    question: z.nullable(id),
    guidanceContinues: z.boolean(),
    earlierRequests: earlierRequests(),
    request: strictObject({
      /** The opening, or the last renewal. */
      askedOn: day,
      newFacts: z.nullable(id),
      /** Since when the own physician has to engage somebody; null while there is nothing to engage anybody for. */
      engageFrom: z.nullable(day),
      /** Since when it was discussed, and what was advised last. */
      instrument: z.nullable(strictObject({ on: day, advised: instrument })),
      adviceInForceExplainedOn: z.nullable(day),
      honouredOn: z.nullable(day),
      outcome: z.nullable(
        z.discriminatedUnion('as', [
          strictObject({
            as: z.literal('refused'),
            ...refusal,
            grounds: grounds,
            earlierRequests: ids,
          }),
          strictObject({ as: z.literal('outOfScope'), ...refusal, because: id }),
          strictObject({ as: z.literal('uwvRouteChosen'), on: day }),
          strictObject({ as: z.literal('withdrawn'), on: day }),
          strictObject({ as: z.literal('lapsed'), on: day }),
          strictObject({ as: z.literal('died'), on: day }),
        ]),
      ),
    }),
    choice: z.nullable(
      strictObject({
        on: day,
        first: physician,
        second: z.nullable(physician),
        agreedWithEmployer: z.nullable(id),
        /** Whose turn it is to be sent the application. */
        current: z.enum(['first', 'second']),
      }),
    ),
    authorisations: z
      .array(
        strictObject({
          recipient: id,
          status: z.enum(['signed', 'withheld', 'revoked']),
          on: day,
          scope: z.nullable(id),
          document: z.nullable(id),
        }),
      )
      .check(z.maxLength(many)),
    /** Who holds the role of second-opinion physician, and what they did with the application. */
    engagement: z.nullable(
      strictObject({
        physician: id,
        /** Null when the application went to somebody nobody chose. */
        chosen: z.nullable(physician),
        agreedWithEmployer: z.nullable(id),
        application: strictObject({ on: day, form: id, medicalData: z.boolean() }),
        medicalDataSentOn: z.nullable(day),
        receivedOn: z.nullable(day),
        acceptedOn: z.nullable(day),
        timedOutOn: z.nullable(day),
        infeasibleOn: z.nullable(day),
      }),
    ),
    execution: strictObject({
      consultation: strictObject({
        scheduled: z.nullable(strictObject({ on: day, for: day })),
        held: z.nullable(
          strictObject({
            on: day,
            identity,
            examined: z.boolean(),
          }),
        ),
        waived: z.nullable(strictObject({ on: day, reasons: z.nullable(id) })),
      }),
      /** The last question to each source, and the last answer. */
      information: z.array(
        strictObject({
          source: informationSource,
          consent: z.nullable(id),
          requestedOn: z.nullable(day),
          receivedOn: z.nullable(day),
        }),
      ),
      draft: z.nullable(strictObject({ on: day, draft: id })),
      review: z.nullable(
        strictObject({ on: day, as: z.enum(['inaccuracies', 'waived', 'timedOut']), remarks: z.nullable(id) }),
      ),
      /** Since when the last draft was discussed, or the employee waived that. */
      discussion: z.nullable(strictObject({ on: day, waivedByEmployee: z.boolean() })),
      advice: z.nullable(strictObject({ on: day, advice: id })),
      forwarding: z.nullable(
        z.discriminatedUnion('as', [
          strictObject({ as: z.literal('authorised'), on: day, to: id, document: z.nullable(id) }),
          strictObject({ as: z.literal('withheld'), on: day }),
          strictObject({ as: z.literal('unanswered'), on: day }),
          strictObject({ as: z.literal('announced'), on: day }),
        ]),
      ),
      /** Since when the own physician knows that no copy comes. */
      noCopyOn: z.nullable(day),
      /** `B-69`: since when a copy of this advice is out without the employee's consent. */
      copyWithoutConsentOn: z.nullable(day),
    }),
    /** How the own physician came by a copy of the advice, and of which text; `first`: by the first copy that there was. */
    possession: z.nullable(strictObject({ ...copy, advice: z.nullable(id), physician: id, first: strictObject(copy) })),
    withheld: z.array(z.enum(fileParts)),
    decision: z.nullable(strictObject({ on: day, adoption: adoption, reasons: z.nullable(id) })),
    transfer: z.nullable(
      strictObject({
        requestedOn: day,
        /** When the case had been closed that this request opened again. */
        closedBefore: z.nullable(day),
        adviceMayBePassedOn: z.boolean(),
        grantedOn: z.nullable(day),
        declinedOn: z.nullable(day),
        acceptedOn: z.nullable(day),
        refused: z.nullable(strictObject(refusal)),
      }),
    ),
    employerRequest: z.nullable(
      strictObject({
        askedOn: day,
        answered: z.nullable(strictObject({ on: day, as: z.enum(['agreed', 'declined']) })),
      }),
    ),
    closedOn: z.nullable(day),
    /** When the employer or the workplace was last asked for information with the employee's consent; `to`: the employer then. */
    askedAtWork: z
      .array(strictObject({ source: z.enum(['employer', 'workplace']), to: z.nullable(id), on: day }))
      .check(z.maxLength(many)),
    /** The last telling of each kind to each employer; `to` is null where the case did not know who that was. */
    disclosures: z
      .array(strictObject({ of: disclosure, to: z.nullable(id), on: day, consent: z.nullable(id) }))
      .check(z.maxLength(many)),
    complaints: z
      .array(
        strictObject({
          complaint: id,
          against: id,
          filedOn: day,
          handler: z.nullable(id),
          acknowledgedOn: z.nullable(day),
          progressedOn: z.nullable(day),
          answered: z.nullable(
            strictObject({ on: day, decision: id, reasons: z.nullable(id), measuresBy: z.nullable(day) }),
          ),
          withdrawnOn: z.nullable(day),
        }),
      )
      .check(z.maxLength(many)),
  });
};

/** Everything a case remembers, and nothing medical: `file` of a `Case`, and of the context of the machine. */
export type CaseFile = Fixed<z.infer<ReturnType<typeof fileSchema>>>;

/** A complaint as the case remembers it: its reference, against whom, and what became of it. */
export type Complaint = CaseFile['complaints'][number];

/** Nothing of the execution has been done yet. */
export const nothingDone = (): CaseFile['execution'] => ({
  consultation: { scheduled: null, held: null, waived: null },
  information: [],
  draft: null,
  review: null,
  discussion: null,
  advice: null,
  forwarding: null,
  noCopyOn: null,
  copyWithoutConsentOn: null,
});

/** Whoever the application went to: from now on it is theirs to respond. */
export const engagementOf = (
  { to, form, medicalData }: Pick<NonNullable<Opening['application']>, 'to' | 'form' | 'medicalData'>,
  on: Day,
): NonNullable<CaseFile['engagement']> => ({
  physician: to,
  chosen: null,
  agreedWithEmployer: null,
  application: { on, form, medicalData },
  medicalDataSentOn: medicalData ? on : null,
  receivedOn: null,
  acceptedOn: null,
  timedOutOn: null,
  infeasibleOn: null,
});

/** The case file of a checked opening. */
export function openFile(opening: Opening): CaseFile {
  const { on, application } = opening;
  const { employee, representative, mandate, employer, administration, ownPhysician } = opening.participants;
  return {
    recordOf: opening.recordOf,
    openedOn: opening.on,
    told: {},
    participants: {
      employee,
      representative: representative ?? null,
      mandate: mandate ?? null,
      employer: employer ?? null,
      firstEmployer: employer ?? null,
      administration: administration ?? null,
      ownPhysician,
      ownPhysicianSince: null,
      thirdPhysician: null,
      former: [],
      formerOwn: [],
    },
    contract: opening.contract,
    contestedAdvice: opening.contestedAdvice,
    question: opening.question ?? null,
    guidanceContinues: opening.guidanceContinues,
    earlierRequests: opening.earlierRequests,
    request: {
      askedOn: opening.on,
      newFacts: null,
      engageFrom: application ? null : on,
      instrument: null,
      adviceInForceExplainedOn: null,
      honouredOn: null,
      outcome: null,
    },
    choice: null,
    authorisations: application?.authorisation
      ? [{ recipient: application.to, status: application.authorisation, on, scope: null, document: null }]
      : [],
    engagement: application ? engagementOf(application, on) : null,
    execution: nothingDone(),
    possession: null,
    withheld: [],
    decision: null,
    transfer: null,
    employerRequest: null,
    closedOn: null,
    askedAtWork: [],
    disclosures: [],
    complaints: [],
  };
}

type Holding = (participants: CaseFile['participants'], file: CaseFile) => (string | null | undefined)[];

/** Who may act in each role now, by their ids; who handles a complaint stands with that complaint. */
const holding: Record<Role, Holding> = {
  employee: ({ employee, representative }) => [employee, representative],
  ownPhysician: ({ ownPhysician }) => [ownPhysician.id],
  secondOpinionPhysician: (_, { engagement }) => [engagement?.physician],
  thirdPhysician: ({ thirdPhysician }) => [thirdPhysician?.id],
  employer: ({ employer }) => [employer],
  complaintHandler: () => [],
  administration: ({ administration }) => [administration],
  scheduler: () => ['scheduler'],
};

/** Whoever may act in a role now, as the file has them: in the place of the employee the representative, too. */
export const holdersOf = (file: CaseFile, role: Role): string[] =>
  holding[role](file.participants, file).filter((person) => person != null);

/** Who holds a role now: of the employee and the representative, the employee. */
export const holderOf = (file: CaseFile, role: Role): string | null =>
  holding[role](file.participants, file)[0] ?? null;

/** Whether somebody may act in a role now. */
export const holdsRole = (file: CaseFile, role: Role, person: string): boolean =>
  holding[role](file.participants, file).includes(person);

const involving: Role[] = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'employer'];

/** `D-2.14e.5`, `B-73`: the employee, the employer, the one before, and every physician who has, or had, a part in the case. */
export const isInvolved = (file: CaseFile, person: string): boolean =>
  involving.some((role) => holdsRole(file, role, person)) ||
  [...file.participants.former, file.participants.firstEmployer].includes(person) ||
  file.contestedAdvice.giver.id === person;

// What a case file answers. Of a view it may not know everything: what is hidden there is undefined, neither done nor awaited.

/** The physician to whom the application goes now. */
export const currentChoice = ({ choice }: CaseFile): NonNullable<CaseFile['choice']>['first'] | null =>
  choice?.[choice.current] ?? null;

/**
 * `L-21`: the choice as it stands when the engaged physician does not do it: the second preference is next, unless it is the same
 * person (`B-87`); null where nobody is. Who was chosen and not asked yet stays next (`B-81`, `B-88`).
 */
export const remainingChoice = (file: CaseFile): CaseFile['choice'] => {
  const { choice, engagement } = file;
  if (!choice || !engagement) return choice;
  if (engagement.physician !== currentChoice(file)?.id)
    return engagement.physician === choice.second?.id ? { ...choice, second: null } : choice;
  const isNext = choice.current === 'first' && choice.second !== null && choice.second.id !== choice.first.id;
  return isNext ? { ...choice, current: 'second' } : null;
};

/** `B-75`: the contested advice until a decision in full or in part, or a transfer; then what holds is ordinary guidance. */
export const adviceInForce = ({ contestedAdvice, decision, transfer }: CaseFile): string | null =>
  decision?.adoption === 'full' || decision?.adoption === 'partial' || transfer?.acceptedOn ? null : contestedAdvice.id;

/** `D-2.14d.5`, `L-37`: whether the employee's consent to forward names the present own physician. */
export const isForwardingAuthorised = ({ execution, participants }: CaseFile): boolean =>
  execution.forwarding?.as === 'authorised' && execution.forwarding.to === participants.ownPhysician.id;

/** Whether a copy may go: the own physician's record, where only the copy is seen, cannot tell. */
export const mayBeForwarded = (file: CaseFile): boolean =>
  file.recordOf === 'ownPhysician' || isForwardingAuthorised(file);

/** `B-65`: whether the present own physician has the copy, not one before them. */
export const ownPhysicianHasCopy = ({ possession, participants }: CaseFile): boolean =>
  possession?.physician === participants.ownPhysician.id;

/** What the last authorisation of this recipient says. */
export const authorisationFor = (file: CaseFile, recipient: string | undefined) =>
  file.authorisations.find((authorisation) => authorisation.recipient === recipient) ?? null;

/** From the last one on, since of that most is said. */
export const complaintOf = ({ complaints }: CaseFile, id: string): Complaint | undefined => {
  for (let at = complaints.length - 1; at >= 0; at -= 1) if (complaints[at]?.complaint === id) return complaints[at];
  return undefined;
};
