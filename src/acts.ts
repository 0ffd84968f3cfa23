import * as z from 'zod/mini';
import {
  adoption,
  complaint,
  type Day,
  day,
  days,
  disclosure,
  type Fixed,
  grounds,
  id,
  identity,
  ids,
  informationSource,
  instrument,
  outOfScope,
  owing,
  person,
  physician,
  situations,
  strictObject,
} from './fields.js';
import {
  authorisationFor,
  type CaseFile,
  type Complaint,
  complaintOf,
  engagementOf,
  type FilePart,
  fileParts,
  holdsRole,
  mayBeForwarded,
  nothingDone,
  type RecordOf,
  type Role,
  records,
  remainingChoice,
} from './file.js';
import type { NoticeTopic } from './letters.js';
import type { RouteName } from './routes.js';

/** What every event carries: who did it, on which day, and who entered it for them. */
export const common = { by: person, on: day, recordedBy: z.optional(person) };

type Fields = Record<string, z.ZodMiniType>;
type Carried<Own extends Fields> = Fixed<z.infer<z.ZodMiniObject<typeof common & Own>>>;

/**
 * A letter that an act calls for, at all times or along one route; `holding`: to whoever held the role before the act, where another
 * or nobody does after it; `first`: to whom the opening names in it.
 */
export type Letter =
  | NoticeTopic
  | { about: NoticeTopic; when?: RouteName; unless?: RouteName; holding?: 'before' | 'first' };

/** What somebody does: who may, what it carries, what it follows, what the file remembers of it, who is told. */
interface Act<Own extends Fields> {
  by: readonly [Role, ...Role[]];
  /** Whose records hold it; of the rest it is no business, or they cannot know it. */
  inRecordOf: readonly RecordOf[];
  /** Which of these it is, where the case tells. */
  only?: (file: CaseFile) => Role;
  /** What only a norm requires is optional here, so that `record` can book its absence. */
  carries: Own;
  /** The days before which it cannot lie; besides, every event lies after the opening. */
  notBefore: (file: CaseFile, event: Carried<Own>) => (Day | null | undefined)[];
  /** `B-65`: what of the file the own physician learns by it, also where they have not what their predecessor had. */
  brings: readonly FilePart[];
  /** The part of the file that is another afterwards. */
  evolves: (file: CaseFile, event: Carried<Own>) => Partial<CaseFile>;
  tells: { [To in Role]?: Letter | readonly Letter[] };
  /** What it usually carries. */
  example: z.input<z.ZodMiniObject<Own>>;
}

const act = <const Own extends Fields = Record<never, never>>(
  told: Pick<Act<Own>, 'by'> & Partial<Act<Own>>,
): Act<Own> => ({
  inRecordOf: records,
  carries: {} as Own,
  notBefore: () => [],
  brings: [],
  evolves: () => ({}),
  tells: {},
  example: {} as Act<Own>['example'],
  ...told,
});

/** What the second-opinion physician has no part in, and what the own physician cannot know. */
const besideTheExecution: RecordOf[] = ['procedure', 'ownPhysician'];
const ofTheExecution: RecordOf[] = ['procedure', 'secondOpinionPhysician'];

const whoIsNext = [
  { about: 'physicianUnavailable', when: 'someoneChosenIsNext' },
  { about: 'chooseAnotherPhysician', unless: 'someoneChosenIsNext' },
] as const;

/** `E-32`, `B-34a`: the third physician who guides sees what is new in what was passed on to them. */
const toWhomItIsPassedOn = { thirdPhysician: { about: 'heedTheResults', when: 'resultsArePassedOn' } } as const;

/** Everything that can be reported, in the order of the procedure. */
export const acts = {
  // application phase
  'question.put': act({
    by: ['employee'],
    carries: { question: id },
    brings: ['question'],
    notBefore: ({ request }) => [request.askedOn],
    evolves: (_, { question }) => ({ question }),
    tells: {
      ownPhysician: 'questionPut',
      secondOpinionPhysician: { about: 'questionPut', when: 'physicianFoundItInfeasible' },
    },
    example: { question: 'question-2' },
  }),
  'instrument.discussed': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    // What the employee named is for the conversation: the file keeps no reasons for a wish that needs none (`B-01`, `B-02`).
    carries: { advised: instrument, situations: z.optional(situations) },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, advised }) =>
      requested(file, { instrument: { on: earlier(file.request.instrument?.on, on), advised } }),
    example: { advised: 'secondOpinion' },
  }),
  'adviceInForce.explained': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    evolves: (file, { on }) =>
      requested(file, { adviceInForceExplainedOn: earlier(file.request.adviceInForceExplainedOn, on) }),
  }),
  'request.honoured': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    notBefore: ({ request }) => [request.askedOn, request.outcome?.on],
    evolves: (file, { on }) => ({
      ...requested(file, { honouredOn: on, outcome: null, engageFrom: file.request.engageFrom ?? on }),
      choice: null,
    }),
    tells: { employee: 'requestHonoured' },
  }),
  'request.refused': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    carries: { grounds, earlierRequests: ids, reasons: z.optional(id) },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, reasons = null, grounds, earlierRequests }) =>
      ended(file, { as: 'refused', on, reasons, grounds, earlierRequests }),
    tells: { employee: 'requestRefused' },
    example: { grounds: ['deliberateDelay'], earlierRequests: [], reasons: 'reasons-1' },
  }),
  'request.foundOutOfScope': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    carries: { because: outOfScope, reasons: z.optional(id) },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, reasons = null, because }) => ended(file, { as: 'outOfScope', on, reasons, because }),
    tells: { employee: 'requestOutOfScope' },
    example: { because: 'notAHealthMatter', reasons: 'reasons-1' },
  }),
  'reasons.given': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    carries: { of: owing, reasons: id },
    notBefore: ({ request, decision }, { of }) => [of === 'decision' ? decision?.on : request.outcome?.on],
    evolves: (file, { of, reasons }) => {
      const { decision, request } = file;
      if (of === 'decision') return { decision: decision && { ...decision, reasons } };
      const { outcome } = request;
      return requested(file, { outcome: outcome && 'reasons' in outcome ? { ...outcome, reasons } : outcome });
    },
    tells: { employee: 'reasonsGiven', ...toWhomItIsPassedOn },
    example: { of: 'refusal', reasons: 'reasons-5' },
  }),
  'request.renewed': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    carries: { question: z.optional(id), newFacts: z.optional(id) },
    brings: ['request', 'choice', 'engagement'],
    notBefore: ({ request }) => [request.askedOn, request.outcome?.on],
    evolves: (file, { on, question = file.question, newFacts = null }) => ({
      ...released(file),
      question,
      request: {
        askedOn: on,
        newFacts,
        engageFrom: on,
        instrument: null,
        adviceInForceExplainedOn: file.request.adviceInForceExplainedOn,
        honouredOn: null,
        outcome: null,
      },
      choice: null,
      authorisations: [],
    }),
    tells: { ownPhysician: 'requestMade' },
  }),
  'uwvRoute.chosen': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on }) => ended(file, { as: 'uwvRouteChosen', on }),
    tells: { ownPhysician: 'uwvRouteChosen', secondOpinionPhysician: 'requestWithdrawn' },
  }),
  'request.withdrawn': act({
    by: ['employee'],
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on }) => ended(file, { as: 'withdrawn', on }),
    tells: { ownPhysician: 'requestWithdrawn', secondOpinionPhysician: 'requestWithdrawn' },
  }),
  'request.lapsed': act({
    by: ['ownPhysician', 'secondOpinionPhysician'],
    only: ({ engagement }) => (engagement?.acceptedOn ? 'secondOpinionPhysician' : 'ownPhysician'),
    carries: { remindedOn: days },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on }) => ended(file, { as: 'lapsed', on }),
    tells: { employee: 'requestLapsed', ownPhysician: 'requestLapsed', secondOpinionPhysician: 'requestLapsed' },
    example: { remindedOn: ['2026-03-19'] },
  }),
  'employee.died': act({
    by: ['ownPhysician', 'secondOpinionPhysician', 'administration'],
    evolves: (file, { on }) => ended(file, { as: 'died', on }),
    tells: {
      ownPhysician: 'employeeDied',
      secondOpinionPhysician: 'employeeDied',
      thirdPhysician: 'employeeDied',
    },
  }),
  'physicians.chosen': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    carries: { first: physician, second: z.optional(physician), agreedWithEmployer: z.optional(id) },
    brings: ['choice'],
    notBefore: ({ request, engagement }) => [request.honouredOn, request.engageFrom, engagement?.infeasibleOn],
    evolves: (file, { on, first, second = null, agreedWithEmployer = null }) => ({
      ...(file.engagement?.timedOutOn && file.engagement.physician !== first.id ? released(file) : {}),
      ...requested(file, { engageFrom: file.request.engageFrom ?? on }),
      choice: { on, first, second, agreedWithEmployer, current: 'first' },
    }),
    tells: {
      ownPhysician: 'physiciansChosen',
      employee: { about: 'authorisationAsked', when: 'authorisationIsToBeAsked' },
    },
    example: {
      first: { id: 'physician-first', organisations: ['zuid'], registered: true, pool: true },
      second: { id: 'physician-second', organisations: ['oost'], registered: true, pool: true },
    },
  }),
  'outsider.notEngaged': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    notBefore: ({ choice }) => [choice?.on],
    evolves: () => ({ choice: null }),
    tells: { employee: 'outsiderNotEngaged' },
  }),
  'authorisation.signed': act({
    by: ['employee'],
    carries: { recipient: person, scope: z.optional(id), document: z.optional(id) },
    notBefore: (file, { recipient }) => [file.request.askedOn, authorisationFor(file, recipient)?.on],
    evolves: (file, { on, recipient, scope = null, document = null }) => ({
      ...authorised(file, { recipient, status: 'signed', on, scope, document }),
      ...(file.choice && file.engagement?.infeasibleOn && file.engagement.physician === recipient
        ? requested(file, { engageFrom: file.request.engageFrom ?? on })
        : {}),
    }),
    tells: {
      ownPhysician: 'authorisationSigned',
      secondOpinionPhysician: { about: 'authorisationSigned', when: 'recipientIsEngaged' },
    },
    example: { recipient: 'physician-first' },
  }),
  'authorisation.withheld': act({
    by: ['employee'],
    carries: { recipient: person },
    notBefore: (file, { recipient }) => [file.request.askedOn, authorisationFor(file, recipient)?.on],
    evolves: (file, { on, recipient }) =>
      authorised(file, { recipient, status: 'withheld', on, scope: null, document: null }),
    tells: {
      ownPhysician: 'authorisationWithheld',
      secondOpinionPhysician: { about: 'authorisationWithheld', when: 'recipientIsEngaged' },
    },
    example: { recipient: 'physician-first' },
  }),
  'authorisation.revoked': act({
    by: ['employee'],
    carries: { recipient: person },
    notBefore: (file, { recipient }) => [file.request.askedOn, authorisationFor(file, recipient)?.on],
    evolves: (file, { on, recipient }) =>
      authorised(file, { recipient, status: 'revoked', on, scope: null, document: null }),
    tells: {
      ownPhysician: 'authorisationRevoked',
      secondOpinionPhysician: { about: 'authorisationRevoked', when: 'recipientIsEngaged' },
    },
    example: { recipient: 'physician-first' },
  }),
  'application.sent': act({
    by: ['ownPhysician'],
    carries: { to: person, medicalData: z.boolean(), form: id },
    brings: ['engagement'],
    notBefore: (file, { to, medicalData }) => [
      file.request.askedOn,
      file.request.engageFrom,
      file.choice?.on,
      medicalData ? authorisationFor(file, to)?.on : null,
    ],
    evolves: (file, { on, to, form, medicalData }) => {
      const { choice, engagement } = file;
      const chosen = [choice?.first, choice?.second].find((preference) => preference?.id === to) ?? null;
      return {
        ...(engagement?.physician === to ? {} : released(file)),
        ...requested(file, { engageFrom: null }),
        engagement: {
          ...engagementOf({ to, form, medicalData }, on),
          chosen,
          agreedWithEmployer: chosen ? (choice?.agreedWithEmployer ?? null) : null,
        },
        execution: nothingDone(),
      };
    },
    tells: { secondOpinionPhysician: 'applicationSent' },
    example: { to: 'physician-first', medicalData: true, form: 'form-1' },
  }),

  // execution phase
  'application.received': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on],
    evolves: (file, { on }) => engaged(file, { receivedOn: on }),
  }),
  'application.accepted': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on],
    evolves: (file, { on }) => ({
      ...engaged(file, { acceptedOn: on, timedOutOn: null }),
      ...requested(file, { engageFrom: null }),
      choice: choiceOfEngaged(file),
    }),
    tells: { employee: 'applicationAccepted', ownPhysician: 'applicationAccepted' },
  }),
  'application.declined': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on],
    evolves: (file, { on }) => ({ ...released(file), ...passedOver(file, on) }),
    tells: { ownPhysician: 'applicationDeclined', employee: whoIsNext },
  }),
  'response.overdue': act({
    by: ['scheduler', 'ownPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on],
    evolves: (file, { on }) => ({ ...engaged(file, { timedOutOn: on }), ...passedOver(file, on) }),
    tells: { ownPhysician: 'responseOverdue', employee: [...whoIsNext, 'waitingRemainsPossible'] },
  }),
  'application.foundInfeasible': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    // After the week it ends only their own part: who is asked next stays so (`B-88`).
    evolves: (file, { on }) =>
      file.engagement?.timedOutOn ? released(file) : engaged(file, { infeasibleOn: on, acceptedOn: null }),
    tells: { employee: 'applicationFoundInfeasible', ownPhysician: 'applicationFoundInfeasible' },
  }),
  'engagement.ended': act({
    by: ['secondOpinionPhysician', 'employee'],
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on }) => ({ ...released(file), ...passedOver(file, on) }),
    tells: {
      ownPhysician: 'engagementEnded',
      secondOpinionPhysician: { about: 'engagementEnded', holding: 'before' },
      employee: whoIsNext,
    },
  }),
  'medicalData.sent': act({
    by: ['ownPhysician'],
    carries: { to: person, document: id },
    notBefore: (file, { to }) => [file.engagement?.application.on, authorisationFor(file, to)?.on],
    evolves: (file, { on, to }) => (to === file.engagement?.physician ? engaged(file, { medicalDataSentOn: on }) : {}),
    tells: { secondOpinionPhysician: { about: 'medicalDataSent', when: 'sentToTheEngaged' } },
    example: { to: 'physician-first', document: 'document-1' },
  }),
  'consultation.scheduled': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { for: day },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, event) => consulted(file, { scheduled: { on: event.on, for: event.for } }),
    tells: { employee: 'consultationScheduled' },
    example: { for: '2026-04-08' },
  }),
  'consultation.held': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { identity, examined: z.boolean() },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on, identity, examined }) => consulted(file, { held: { on, identity, examined } }),
    example: { identity: 'document', examined: false },
  }),
  'consultation.missed': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    notBefore: ({ execution }) => [execution.consultation.scheduled?.on],
    evolves: (file) => consulted(file, { scheduled: null }),
    tells: { employee: 'consultationMissed' },
  }),
  'consultation.waived': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { reasons: z.optional(id) },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on, reasons = null }) => consulted(file, { waived: { on, reasons } }),
    tells: { employee: 'consultationWaived' },
    example: { reasons: 'reasons-2' },
  }),
  'information.requested': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { source: informationSource, consent: z.optional(id) },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on, source, consent = null }) => ({
      ...informed(file, source, { requestedOn: on, receivedOn: null, consent }),
      ...(consent && (source === 'employer' || source === 'workplace') ? askedAtWork(file, source, on) : {}),
    }),
    tells: {
      ownPhysician: { about: 'informationAsked', when: 'ownPhysicianIsAsked' },
      employer: { about: 'informationAsked', when: 'workIsAskedWithConsent' },
    },
    example: { source: 'treatingProfessional', consent: 'consent-1' },
  }),
  'information.received': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { source: informationSource, consent: z.optional(id) },
    notBefore: ({ engagement, execution }, event) => [
      engagement?.acceptedOn,
      execution.information.find(({ source }) => source === event.source)?.requestedOn,
    ],
    evolves: (file, { on, source, consent = null }) => informed(file, source, { receivedOn: on, consent }),
    example: { source: 'treatingProfessional', consent: 'consent-1' },
  }),
  'draft.submitted': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { draft: id },
    notBefore: ({ engagement, execution: { consultation } }) => [
      engagement?.acceptedOn,
      consultation.held?.on,
      consultation.waived?.on,
    ],
    evolves: (file, { on, draft }) => executed(file, { draft: { on, draft }, review: null, discussion: null }),
    tells: { employee: 'draftSubmitted' },
    example: { draft: 'draft-1' },
  }),
  'inaccuracies.reported': act({
    by: ['employee'],
    inRecordOf: ofTheExecution,
    carries: { remarks: id },
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on, remarks }) => executed(file, { review: { on, as: 'inaccuracies', remarks } }),
    tells: { secondOpinionPhysician: 'inaccuraciesReported' },
    example: { remarks: 'remarks-1' },
  }),
  'remarks.waived': act({
    by: ['employee'],
    inRecordOf: ofTheExecution,
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on }) => executed(file, { review: { on, as: 'waived', remarks: null } }),
    tells: { secondOpinionPhysician: 'remarksWaived' },
  }),
  'remarks.timedOut': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { announcedOn: day, until: day },
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on }) => executed(file, { review: { on, as: 'timedOut', remarks: null } }),
    example: { announcedOn: '2026-03-18', until: '2026-03-18' },
  }),
  'advice.discussed': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { waivedByEmployee: z.optional(z.boolean()), document: z.optional(id) },
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on, waivedByEmployee = false }) =>
      executed(file, { discussion: { on: earlier(file.execution.discussion?.on, on), waivedByEmployee } }),
  }),
  'advice.finalised': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { advice: id },
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.draft?.on, execution.review?.on],
    evolves: (file, { on, advice }) => executed(file, { advice: { on, advice } }),
    tells: { employee: 'adviceFinalised' },
    example: { advice: 'advice-2' },
  }),
  'advice.corrected': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { advice: id },
    notBefore: ({ execution }) => [execution.advice?.on],
    // A consent for the earlier text that was not used yet lapses (`B-60`).
    evolves: (file, { on, advice }) =>
      executed(file, {
        advice: { on, advice },
        copyWithoutConsentOn: null,
        forwarding:
          !file.possession && file.execution.forwarding?.as === 'authorised' ? null : file.execution.forwarding,
      }),
    tells: { employee: 'adviceCorrected' },
    example: { advice: 'advice-3' },
  }),
  'forwarding.authorised': act({
    by: ['employee'],
    inRecordOf: ofTheExecution,
    carries: { to: person, document: z.optional(id) },
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (file, { on, to, document = null }) => ({
      ...executed(file, { forwarding: { as: 'authorised', on, to, document } }),
      ...(file.execution.copyWithoutConsentOn && to === file.participants.ownPhysician.id
        ? copied(file, 'forwarded', on)
        : {}),
    }),
    tells: {
      secondOpinionPhysician: 'forwardingAuthorised',
      ownPhysician: { about: 'adviceForwarded', when: 'copyIsAuthorisedAfterwards' },
    },
    example: { to: 'physician-own' },
  }),
  'forwarding.withheld': act({
    by: ['employee'],
    inRecordOf: ofTheExecution,
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (file, { on }) => notForwarded(file, 'withheld', on),
    tells: {
      secondOpinionPhysician: 'forwardingWithheld',
      ownPhysician: { about: 'noCopy', when: 'noCopyIsNews' },
    },
  }),
  'forwarding.unanswered': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ofTheExecution,
    carries: { remindedOn: days },
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (file, { on }) => notForwarded(file, 'unanswered', on),
    tells: { employee: 'forwardingUnanswered', ownPhysician: { about: 'noCopy', when: 'noCopyIsNews' } },
    example: { remindedOn: ['2026-03-19'] },
  }),
  'noCopy.announced': act({
    by: ['secondOpinionPhysician'],
    inRecordOf: ['ownPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on }) => notForwarded(file, 'announced', on),
    tells: { ownPhysician: 'noCopy' },
  }),
  'advice.forwarded': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    // Without consent nobody has received it: no duty follows from it (`B-69`), and a draft is no advice (`B-90`).
    evolves: (file, { on }) => {
      if (mayBeForwarded(file)) return copied(file, 'forwarded', on);
      return file.execution.advice ? executed(file, { copyWithoutConsentOn: on }) : {};
    },
    tells: {
      employee: [
        { about: 'adviceForwarded', when: 'copyIsConsentedTo' },
        { about: 'forwardedWithoutConsent', unless: 'copyIsConsentedTo' },
      ],
      ownPhysician: { about: 'adviceForwarded', when: 'copyIsConsentedTo' },
    },
  }),
  'advice.handedOver': act({
    by: ['employee'],
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on],
    evolves: (file, { on }) => ({
      ...copied(file, 'handedOver', on),
      ...(file.request.outcome ? requested(file, { outcome: null }) : {}),
    }),
    tells: {
      ownPhysician: 'adviceHandedOver',
      secondOpinionPhysician: { about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' },
      ...toWhomItIsPassedOn,
    },
  }),

  // completion phase
  'decision.made': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    carries: { adoption, reasons: z.optional(id) },
    brings: ['decision'],
    notBefore: ({ possession, decision }) => [possession?.on, decision?.on],
    // Without a copy there is nothing to decide on (`B-51`).
    evolves: (file, { on, adoption, reasons = null }) =>
      file.possession ? { decision: { on, adoption, reasons } } : {},
    tells: { employee: 'decisionMade', ...toWhomItIsPassedOn },
    example: { adoption: 'full', reasons: 'reasons-3' },
  }),
  'transfer.requested': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    carries: { adviceMayBePassedOn: z.boolean() },
    brings: ['transfer'],
    notBefore: ({ possession }) => [possession?.on],
    evolves: (file, { on, adviceMayBePassedOn }) => ({
      closedOn: null,
      transfer: {
        requestedOn: on,
        closedBefore: file.closedOn,
        adviceMayBePassedOn,
        grantedOn: null,
        declinedOn: null,
        acceptedOn: null,
        refused: null,
      },
    }),
    tells: { ownPhysician: 'transferRequested' },
    example: { adviceMayBePassedOn: true },
  }),
  'transfer.withdrawn': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    notBefore: ({ transfer }) => [transfer?.requestedOn],
    evolves: (file) => ({ ...withoutThird(file), transfer: null, closedOn: file.transfer?.closedBefore ?? null }),
    tells: { ownPhysician: 'transferWithdrawn', thirdPhysician: { about: 'notNeeded', holding: 'before' } },
  }),
  'transfer.granted': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    carries: { to: physician },
    notBefore: ({ transfer }) => [transfer?.requestedOn],
    evolves: (file, { on, to }) => ({
      participants: { ...withoutThird(file).participants, thirdPhysician: to },
      ...transferring(file, { grantedOn: on }),
    }),
    tells: {
      employee: 'transferGranted',
      thirdPhysician: ['transferGranted', { about: 'notNeeded', holding: 'before' }],
    },
    example: { to: { id: 'physician-third', organisations: ['noord'], registered: true, pool: false } },
  }),
  'transfer.refused': act({
    by: ['ownPhysician'],
    inRecordOf: besideTheExecution,
    carries: { reasons: z.optional(id) },
    notBefore: ({ transfer }) => [transfer?.requestedOn],
    evolves: (file, { on, reasons = null }) => ({
      ...withoutThird(file),
      ...transferring(file, { grantedOn: null, refused: { on, reasons } }),
    }),
    tells: { employee: 'transferRefused', thirdPhysician: { about: 'notNeeded', holding: 'before' } },
  }),
  'transfer.accepted': act({
    by: ['thirdPhysician'],
    inRecordOf: besideTheExecution,
    notBefore: ({ transfer }) => [transfer?.grantedOn],
    evolves: (file, { on }) => transferring(file, { acceptedOn: on }),
    // The employee and the own physician hear it before the employer does, or with them.
    tells: {
      employee: 'transferAccepted',
      ownPhysician: 'transferAccepted',
      employer: { about: 'guidanceTransferred', holding: 'first' },
      thirdPhysician: { about: 'heedTheResults', when: 'adviceMayBePassedOn' },
    },
  }),
  'transfer.declined': act({
    by: ['thirdPhysician'],
    inRecordOf: besideTheExecution,
    notBefore: ({ transfer }) => [transfer?.grantedOn],
    evolves: (file, { on }) => ({
      ...withoutThird(file),
      ...transferring(file, { grantedOn: null, declinedOn: on }),
    }),
    tells: { employee: 'transferDeclined', ownPhysician: 'transferDeclined' },
  }),
  'employer.asked': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    carries: { employer: z.optional(person) },
    notBefore: ({ possession, employerRequest }) => [possession?.on, employerRequest?.answered?.on],
    evolves: ({ participants }, { on, employer = participants.employer }) => ({
      participants: { ...participants, employer },
      employerRequest: { askedOn: on, answered: null },
    }),
    tells: { employer: ['employerAsked', { about: 'employerNotAsked', when: 'anEmployerIsAsked', holding: 'before' }] },
  }),
  'employer.notAsked': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    notBefore: ({ employerRequest }) => [employerRequest?.askedOn],
    evolves: () => ({ employerRequest: null }),
    tells: { employer: 'employerNotAsked' },
  }),
  'employer.agreed': act({
    by: ['employer'],
    inRecordOf: besideTheExecution,
    notBefore: ({ employerRequest }) => [employerRequest?.askedOn],
    evolves: (file, { on }) => answeredByEmployer(file, 'agreed', on),
    tells: { employee: 'employerAgreed' },
  }),
  'employer.declined': act({
    by: ['employer'],
    inRecordOf: besideTheExecution,
    notBefore: ({ employerRequest }) => [employerRequest?.askedOn],
    evolves: (file, { on }) => answeredByEmployer(file, 'declined', on),
    tells: { employee: 'employerDeclined' },
  }),
  'case.closed': act({
    by: ['ownPhysician', 'employee'],
    inRecordOf: besideTheExecution,
    notBefore: ({ decision, transfer }) => [decision?.on, transfer?.refused?.on],
    evolves: (_, { on }) => ({ closedOn: on }),
    tells: { employee: 'caseClosed', ownPhysician: 'caseClosed' },
  }),

  // at any moment
  'complaint.filed': act({
    by: ['employee'],
    carries: { complaint: id, against: person },
    evolves: (file, { on, complaint, against }) => {
      const filed: Complaint = {
        complaint,
        against,
        filedOn: on,
        handler: null,
        acknowledgedOn: null,
        progressedOn: null,
        answered: null,
        withdrawnOn: null,
      };
      // Of many, this copies the list once, and a spread with one more twice.
      return { complaints: file.complaints.concat([filed]) };
    },
    tells: { complaintHandler: 'complaintFiled' },
    example: { complaint: 'complaint-1', against: 'physician-own' },
  }),
  'complaint.withdrawn': act({
    by: ['employee'],
    carries: { complaint },
    notBefore: (file, { complaint }) => [complaintOf(file, complaint)?.filedOn],
    evolves: (file, { on, complaint }) => complained(file, complaint, { withdrawnOn: on }),
    tells: { complaintHandler: 'complaintWithdrawn' },
    example: { complaint: 'complaint-1' },
  }),
  'complaint.acknowledged': act({
    by: ['complaintHandler'],
    carries: { complaint },
    notBefore: (file, { complaint }) => [
      complaintOf(file, complaint)?.filedOn,
      complaintOf(file, complaint)?.acknowledgedOn,
    ],
    evolves: (file, { on, by, complaint }) => complained(file, complaint, { handler: by, acknowledgedOn: on }),
    tells: {
      employee: 'complaintAcknowledged',
      complaintHandler: { about: 'complaintTakenOver', holding: 'before' },
    },
    example: { complaint: 'complaint-1' },
  }),
  'complaint.progressed': act({
    by: ['complaintHandler'],
    carries: { complaint },
    notBefore: (file, { complaint }) => [
      complaintOf(file, complaint)?.filedOn,
      complaintOf(file, complaint)?.acknowledgedOn,
    ],
    evolves: (file, { on, complaint }) => complained(file, complaint, { progressedOn: on }),
    tells: { employee: 'complaintProgressed' },
    example: { complaint: 'complaint-1' },
  }),
  'complaint.answered': act({
    by: ['complaintHandler'],
    carries: { complaint, decision: id, reasons: z.optional(id), measuresBy: z.optional(day) },
    notBefore: (file, { complaint }) => [
      complaintOf(file, complaint)?.filedOn,
      complaintOf(file, complaint)?.acknowledgedOn,
    ],
    evolves: (file, { on, by, complaint, decision, reasons = null, measuresBy = null }) =>
      complained(file, complaint, { handler: by, answered: { on, decision, reasons, measuresBy } }),
    tells: { employee: 'complaintAnswered' },
    example: { complaint: 'complaint-1', decision: 'decision-1', reasons: 'reasons-4' },
  }),
  'ownPhysician.replaced': act({
    by: ['administration', 'employer'],
    carries: { physician, consent: z.optional(id) },
    evolves: (file, { on, physician, consent }) => ({
      withheld: consent === undefined ? [...fileParts] : [],
      ...(consent === undefined ? {} : releasedTo(file, physician.id)),
      participants: {
        ...file.participants,
        ownPhysician: physician,
        ownPhysicianSince: on,
        former: joined(file.participants.former, file.participants.ownPhysician.id),
        formerOwn: joined(file.participants.formerOwn, file.participants.ownPhysician.id),
      },
    }),
    tells: {
      employee: 'ownPhysicianReplaced',
      ownPhysician: 'guidanceTakenOver',
      secondOpinionPhysician: { about: 'ownPhysicianReplaced', when: 'secondOpinionIsInProgress' },
    },
    example: { physician: { id: 'physician-new', organisations: ['noord'], registered: true, pool: false } },
  }),
  'file.released': act({
    by: ['employee'],
    inRecordOf: besideTheExecution,
    carries: { to: person },
    notBefore: ({ participants }) => [participants.ownPhysicianSince],
    evolves: (file, { to }) =>
      to === file.participants.ownPhysician.id ? { withheld: [], ...releasedTo(file, to) } : {},
    tells: { ownPhysician: { about: 'fileReleased', when: 'releasedToTheOwnPhysician' } },
    example: { to: 'physician-new' },
  }),
  'guidance.ended': act({
    by: ['employee', 'administration'],
    inRecordOf: besideTheExecution,
    evolves: () => ({ guidanceContinues: false }),
    tells: { employee: 'guidanceEnded', ownPhysician: 'guidanceEnded' },
  }),
  'employer.informed': act({
    by: ['ownPhysician', 'secondOpinionPhysician'],
    carries: { of: disclosure, consent: z.optional(id) },
    evolves: ({ disclosures, participants }, { on, of, consent }) => {
      const to = participants.employer;
      const known = disclosures.find((disclosure) => disclosure.of === of && disclosure.to === to);
      // What was told with consent stays as it was told (`B-85`).
      if (known?.consent && consent === undefined) return {};
      const others = disclosures.filter((disclosure) => disclosure !== known);
      return { disclosures: [...others, { of, to, on, consent: consent ?? null }] };
    },
    tells: { employee: 'employerInformed' },
    example: { of: 'request', consent: 'consent-2' },
  }),
};

/** What can be reported, as noun.past participle, such as `request.honoured`. */
export type EventType = keyof typeof acts;

type SchemaOf<Type extends EventType> = z.ZodMiniObject<
  { type: z.ZodMiniLiteral<Type> } & typeof common & Extract<(typeof acts)[Type]['carries'], Fields>,
  z.core.$strict
>;

/** The checked event of one type. */
export type EventOf<Type extends EventType> = { [Each in Type]: Fixed<z.infer<SchemaOf<Each>>> }[Type];

/** A checked event: what somebody did, by whom, on which day. */
export type ProcedureEvent = EventOf<EventType>;

/** An event as a host gives it, which may leave out what has a default. */
export type EventInput = { [Type in EventType]: Fixed<z.input<SchemaOf<Type>>> }[EventType];

/** Every event type, in the order of the procedure. */
export const eventTypes: readonly EventType[] = Object.keys(acts) as EventType[];

const schemaOf = (type: EventType) => {
  const { by, carries, example } = acts[type] as Act<Fields>;
  return strictObject({ type: z.literal(type), ...common, ...carries }).register(z.globalRegistry, {
    reportedBy: [...by],
    examples: [example],
  });
};

/** Every event that can be reported, in the order of the procedure. */
export const eventSchema = z.discriminatedUnion(
  'type',
  eventTypes.map(schemaOf) as unknown as [SchemaOf<'instrument.discussed'>],
) as unknown as z.ZodMiniDiscriminatedUnion<{ [Type in EventType]: SchemaOf<Type> }[EventType][], 'type'>;

/** What follows of each event type, made once. */
export const ofEachType = <Held>(of: (type: EventType) => Held): Record<EventType, Held> =>
  Object.fromEntries(eventTypes.map((type) => [type, of(type)])) as Record<EventType, Held>;

/** Which roles may report an event of each type. */
export const reporters = ofEachType((type): Role[] => [...acts[type].by]);

/** The fields, besides the common ones, that an event of a type cannot do without. */
export const requiredFields = ofEachType((type) =>
  Object.entries<z.ZodMiniType>(acts[type].carries).flatMap(([name, field]) =>
    field instanceof z.ZodMiniOptional ? [] : [name],
  ),
);

/** The fields that an event of a type can have, besides its type. */
export const fieldNames = (type: EventType): string[] => Object.keys({ ...common, ...acts[type].carries });

/** The days before which an event cannot lie, besides the opening. */
export const notBefore = (file: CaseFile, event: ProcedureEvent): (Day | null | undefined)[] =>
  (acts[event.type] as Act<Fields>).notBefore(file, event);

/** The case file as it stands after an event. */
export const evolve = (file: CaseFile, event: ProcedureEvent): CaseFile => {
  const { brings, evolves } = acts[event.type] as Act<Fields>;
  const withheld = brings.length > 0 ? file.withheld.filter((part) => !brings.includes(part)) : file.withheld;
  return { ...file, withheld, ...evolves(file, event) };
};

/** Whether the record that a case is holds events of a type. */
export const isHeld = ({ recordOf }: CaseFile, type: EventType): boolean =>
  (acts[type] as Act<Fields>).inRecordOf.includes(recordOf);

/** Which roles may report an event of a type, as the case stands. */
export const reportersIn = (file: CaseFile, type: EventType): readonly Role[] => {
  const { by, only } = acts[type] as Act<Fields>;
  return only ? [only(file)] : by;
};

/** In which role somebody did something; null: in none. */
export const roleOf = (before: CaseFile, after: CaseFile, { type, by }: ProcedureEvent): Role | null =>
  reporters[type].find(
    (role) => role === 'complaintHandler' || holdsRole(before, role, by) || holdsRole(after, role, by),
  ) ?? null;

/** Whom an act tells of what, in the order in which it says so. */
export const lettersOf = (type: EventType): ({ to: Role } & Exclude<Letter, string>)[] =>
  Object.entries(acts[type].tells).flatMap(([to, letters]) =>
    [letters].flat().map((letter) => ({
      to: to as Role,
      ...(typeof letter === 'string' ? { about: letter } : (letter as Exclude<Letter, string>)),
    })),
  );

// What acts change in the file: each gives the part that is another afterwards.

/** What was discussed before stays discussed from that day on, whenever it is discussed again. */
const earlier = (known: Day | null | undefined, on: Day): Day => (known && known < on ? known : on);

const joined = (list: readonly string[], member: string): readonly string[] =>
  list.includes(member) ? list : [...list, member];

type Part<Name extends keyof CaseFile> = Pick<CaseFile, Name>;

function requested({ request }: CaseFile, news: Partial<CaseFile['request']>): Part<'request'> {
  return { request: { ...request, ...news } };
}

function ended(file: CaseFile, outcome: CaseFile['request']['outcome']): Part<'request'> {
  return requested(file, { outcome, engageFrom: null });
}

function authorised({ authorisations }: CaseFile, news: CaseFile['authorisations'][number]): Part<'authorisations'> {
  return { authorisations: [...authorisations.filter(({ recipient }) => recipient !== news.recipient), news] };
}

function engaged({ engagement }: CaseFile, news: Partial<CaseFile['engagement']>): Part<'engagement'> {
  return { engagement: engagement && { ...engagement, ...news } };
}

/** Nobody holds the role of second-opinion physician any more. */
function released({ engagement, participants }: CaseFile): Partial<CaseFile> {
  if (!engagement) return {};
  return {
    engagement: null,
    participants: { ...participants, former: joined(participants.former, engagement.physician) },
  };
}

/** The turn goes to whoever is next, if anybody is; else a new choice is needed (`L-21`, `L-24`). */
function passedOver(file: CaseFile, on: Day): Partial<CaseFile> {
  if (file.recordOf === 'secondOpinionPhysician') return {};
  const engageFrom = file.engagement?.timedOutOn ? file.request.engageFrom : on;
  return { choice: remainingChoice(file), ...requested(file, { engageFrom }) };
}

/** Whoever accepts late is the one chosen again, also where the choice was cleared meanwhile (`B-17`). */
function choiceOfEngaged({ choice, engagement }: CaseFile): CaseFile['choice'] {
  if (!engagement) return choice;
  if (choice?.first.id === engagement.physician) return { ...choice, current: 'first' };
  if (choice?.second?.id === engagement.physician) return { ...choice, current: 'second' };
  const { application, chosen, agreedWithEmployer } = engagement;
  return chosen ? { on: application.on, first: chosen, second: null, agreedWithEmployer, current: 'first' } : choice;
}

function executed({ execution }: CaseFile, news: Partial<CaseFile['execution']>): Part<'execution'> {
  return { execution: { ...execution, ...news } };
}

function consulted(file: CaseFile, news: Partial<CaseFile['execution']['consultation']>): Part<'execution'> {
  return executed(file, { consultation: { ...file.execution.consultation, ...news } });
}

type Information = CaseFile['execution']['information'][number];

/** What is new asks for a new draft, reviewed and discussed anew (`G-13`). */
function informed(file: CaseFile, source: Information['source'], news: Partial<Information>): Part<'execution'> {
  const { information } = file.execution;
  const known = information.find((item) => item.source === source);
  return executed(file, {
    information: [
      ...information.filter((item) => item !== known),
      { ...(known ?? { source, consent: null, requestedOn: null, receivedOn: null }), ...news },
    ],
    review: null,
    discussion: null,
  });
}

/** What the employer was asked stays known to them, whoever is engaged afterwards. */
function askedAtWork(file: CaseFile, source: 'employer' | 'workplace', on: Day): Part<'askedAtWork'> {
  const others = file.askedAtWork.filter((item) => item.source !== source);
  return { askedAtWork: [...others, { source, to: file.participants.employer, on }] };
}

function notForwarded(file: CaseFile, as: 'withheld' | 'unanswered' | 'announced', on: Day): Part<'execution'> {
  return executed(file, { forwarding: { as, on }, noCopyOn: file.execution.noCopyOn ?? on });
}

/** `L-38`, `B-60`: the own physician has a copy of the text as it is now. */
function copied(file: CaseFile, through: 'forwarded' | 'handedOver', on: Day): Part<'possession'> {
  const { execution, participants, possession } = file;
  const advice = execution.advice?.advice ?? null;
  const physician = participants.ownPhysician.id;
  return { possession: { on, through, advice, physician, first: possession?.first ?? { on, through } } };
}

/** `B-65`: what the predecessor had, the copy too. */
function releasedTo({ possession }: CaseFile, physician: string): Part<'possession'> {
  return { possession: possession && { ...possession, physician } };
}

function transferring({ transfer }: CaseFile, news: Partial<CaseFile['transfer']>): Part<'transfer'> {
  return { transfer: transfer && { ...transfer, ...news } };
}

function withoutThird({ participants }: CaseFile): Part<'participants'> {
  const { thirdPhysician, former } = participants;
  if (!thirdPhysician) return { participants };
  return { participants: { ...participants, thirdPhysician: null, former: joined(former, thirdPhysician.id) } };
}

function answeredByEmployer(
  { employerRequest }: CaseFile,
  as: 'agreed' | 'declined',
  on: Day,
): Part<'employerRequest'> {
  return { employerRequest: employerRequest && { ...employerRequest, answered: { on, as } } };
}

function complained({ complaints }: CaseFile, complaint: string, news: Partial<Complaint>): Part<'complaints'> {
  return { complaints: complaints.map((known) => (known.complaint === complaint ? { ...known, ...news } : known)) };
}
