import * as z from 'zod';
import {
  adoption,
  type Day,
  day,
  days,
  disclosure,
  grounds,
  id,
  identity,
  ids,
  informationSource,
  instrument,
  outOfScope,
  physician,
  situations,
} from './fields.js';
import {
  authorisationFor,
  type CaseFile,
  type Complaint,
  complaintOf,
  nothingDone,
  type Role,
  secondPreferenceRemains,
} from './file.js';
import type { NoticeTopic } from './letters.js';
import type { RouteName } from './routes.js';

/** What every event carries: who did it, on which day, and who entered it for them. */
const common = { by: id, on: day, recordedBy: id.optional() };

type Fields = Record<string, z.ZodType>;
type Carried<Own extends Fields> = z.infer<z.ZodObject<typeof common & Own>>;

/** A letter that an act calls for, at all times or along one route. */
export type Letter = NoticeTopic | { about: NoticeTopic; when: RouteName } | { about: NoticeTopic; unless: RouteName };

/** What somebody does: who may, what it carries, what it follows, what the file remembers of it, who is told. */
interface Act<Own extends Fields> {
  by: readonly [Role, ...Role[]];
  /** What only a norm requires is optional here, so that `record` can book its absence. */
  carries: Own;
  /** The days before which it cannot lie; besides, every event lies after the opening. */
  notBefore: (file: CaseFile, event: Carried<Own>) => (Day | null | undefined)[];
  /** The part of the file that is another afterwards. */
  evolves: (file: CaseFile, event: Carried<Own>) => Partial<CaseFile>;
  tells: { [To in Role]?: Letter | readonly Letter[] };
  /** What it usually carries. */
  example: z.input<z.ZodObject<Own>>;
}

const act = <const Own extends Fields = Record<never, never>>(
  told: Pick<Act<Own>, 'by'> & Partial<Act<Own>>,
): Act<Own> => ({
  carries: {} as Own,
  notBefore: () => [],
  evolves: () => ({}),
  tells: {},
  example: {} as Act<Own>['example'],
  ...told,
});

/** Everything that can be reported, in the order of the procedure. */
export const acts = {
  // application phase
  'instrument.discussed': act({
    by: ['ownPhysician'],
    // What the employee named is for the conversation: the file keeps no reasons for a wish that needs none (`B-01`, `B-02`).
    carries: { advised: instrument, situations: situations.optional() },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, advised }) =>
      requested(file, { instrument: { on: earlier(file.request.instrument?.on, on), advised } }),
    example: { advised: 'secondOpinion' },
  }),
  'adviceInForce.explained': act({
    by: ['ownPhysician'],
    evolves: (file, { on }) =>
      requested(file, { adviceInForceExplainedOn: earlier(file.request.adviceInForceExplainedOn, on) }),
  }),
  'request.honoured': act({
    by: ['ownPhysician'],
    notBefore: ({ request }) => [request.askedOn, request.outcome?.on],
    evolves: (file, { on }) => ({
      ...requested(file, { honouredOn: on, outcome: null, engageFrom: file.request.engageFrom ?? on }),
      choice: null,
    }),
  }),
  'request.refused': act({
    by: ['ownPhysician'],
    carries: { grounds, earlierRequests: ids, reasons: id.optional() },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, reasons = null, grounds, earlierRequests }) =>
      ended(file, { as: 'refused', on, reasons, grounds, earlierRequests }),
    tells: { employee: 'requestRefused' },
    example: { grounds: ['deliberateDelay'], earlierRequests: [], reasons: 'reasons-1' },
  }),
  'request.foundOutOfScope': act({
    by: ['ownPhysician'],
    carries: { because: outOfScope, reasons: id.optional() },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, reasons = null, because }) => ended(file, { as: 'outOfScope', on, reasons, because }),
    tells: { employee: 'requestOutOfScope' },
    example: { because: 'notAHealthMatter', reasons: 'reasons-1' },
  }),
  'request.renewed': act({
    by: ['employee'],
    carries: { question: id.optional(), newFacts: id.optional() },
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
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on }) => ended(file, { as: 'uwvRouteChosen', on }),
  }),
  'request.withdrawn': act({
    by: ['employee'],
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on }) => ended(file, { as: 'withdrawn', on }),
    tells: { ownPhysician: 'requestWithdrawn', secondOpinionPhysician: 'requestWithdrawn' },
  }),
  'request.lapsed': act({
    by: ['ownPhysician', 'secondOpinionPhysician'],
    carries: { remindedOn: days },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on }) => ended(file, { as: 'lapsed', on }),
    example: { remindedOn: ['2026-03-18'] },
  }),
  'physicians.chosen': act({
    by: ['employee'],
    carries: { first: physician, second: physician.optional(), agreedWithEmployer: id.optional() },
    notBefore: ({ request, engagement }) => [request.honouredOn, request.engageFrom, engagement?.infeasibleOn],
    evolves: (file, { on, first, second = null, agreedWithEmployer = null }) => ({
      ...(file.engagement?.timedOutOn && file.engagement.physician !== first.id ? released(file) : {}),
      ...requested(file, { engageFrom: file.request.engageFrom ?? on }),
      choice: { on, first, second, agreedWithEmployer, current: 'first' },
    }),
    tells: { ownPhysician: 'physiciansChosen' },
    example: {
      first: { id: 'physician-first', organisations: ['zuid'], registered: true, pool: true },
      second: { id: 'physician-second', organisations: ['oost'], registered: true, pool: true },
    },
  }),
  'outsider.notEngaged': act({
    by: ['ownPhysician'],
    notBefore: ({ choice }) => [choice?.on],
    evolves: () => ({ choice: null }),
  }),
  'authorisation.signed': act({
    by: ['employee'],
    carries: { recipient: id, scope: id.optional(), document: id.optional() },
    notBefore: ({ request }) => [request.askedOn],
    evolves: (file, { on, recipient, scope = null, document = null }) => ({
      ...authorised(file, { recipient, status: 'signed', on, scope, document }),
      ...(file.engagement?.infeasibleOn && file.engagement.physician === recipient
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
    carries: { recipient: id },
    notBefore: ({ request }) => [request.askedOn],
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
    carries: { recipient: id },
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
    carries: { to: id, medicalData: z.boolean(), form: id },
    notBefore: (file, { to, medicalData }) => [
      file.request.askedOn,
      file.request.engageFrom,
      file.choice?.on,
      medicalData ? authorisationFor(file, to)?.on : null,
    ],
    evolves: (file, { on, to, form, medicalData }) => {
      const { choice, engagement } = file;
      const isSecond = choice?.second?.id === to;
      const chosen = isSecond ? choice.second : choice?.first.id === to ? choice.first : null;
      return {
        ...(engagement?.physician === to ? {} : released(file)),
        ...requested(file, { engageFrom: null }),
        choice: choice && isSecond ? { ...choice, current: 'second' } : choice,
        engagement: {
          physician: to,
          chosen,
          agreedWithEmployer: chosen ? (choice?.agreedWithEmployer ?? null) : null,
          application: { on, form, medicalData },
          medicalDataSentOn: medicalData ? on : null,
          receivedOn: null,
          acceptedOn: null,
          timedOutOn: null,
          infeasibleOn: null,
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
    tells: {
      ownPhysician: 'applicationDeclined',
      employee: [
        { about: 'physicianUnavailable', when: 'secondPreferenceRemains' },
        { about: 'chooseAnotherPhysician', unless: 'secondPreferenceRemains' },
      ],
    },
  }),
  'response.overdue': act({
    by: ['scheduler', 'ownPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on],
    evolves: (file, { on }) => ({ ...engaged(file, { timedOutOn: on }), ...passedOver(file, on) }),
    tells: {
      ownPhysician: 'responseOverdue',
      employee: [
        { about: 'physicianUnavailable', when: 'secondPreferenceRemains' },
        { about: 'chooseAnotherPhysician', unless: 'secondPreferenceRemains' },
        'waitingRemainsPossible',
      ],
    },
  }),
  'application.foundInfeasible': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on }) => engaged(file, { infeasibleOn: on, acceptedOn: null }),
    tells: { employee: 'applicationFoundInfeasible', ownPhysician: 'applicationFoundInfeasible' },
  }),
  'engagement.ended': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on }) => ({ ...released(file), ...passedOver(file, on) }),
    tells: {
      ownPhysician: 'engagementEnded',
      employee: [
        { about: 'physicianUnavailable', when: 'secondPreferenceRemains' },
        { about: 'chooseAnotherPhysician', unless: 'secondPreferenceRemains' },
      ],
    },
  }),
  'medicalData.sent': act({
    by: ['ownPhysician'],
    carries: { to: id, document: id },
    notBefore: (file, { to }) => [file.engagement?.application.on, authorisationFor(file, to)?.on],
    evolves: (file, { on, to }) => (to === file.engagement?.physician ? engaged(file, { medicalDataSentOn: on }) : {}),
    example: { to: 'physician-first', document: 'document-1' },
  }),
  'consultation.scheduled': act({
    by: ['secondOpinionPhysician'],
    carries: { for: day },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, event) => consulted(file, { scheduled: { on: event.on, for: event.for } }),
    tells: { employee: 'consultationScheduled' },
    example: { for: '2026-04-08' },
  }),
  'consultation.held': act({
    by: ['secondOpinionPhysician'],
    carries: { identity, examined: z.boolean() },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on, identity, examined }) => consulted(file, { held: { on, identity, examined } }),
    example: { identity: 'document', examined: false },
  }),
  'consultation.missed': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ execution }) => [execution.consultation.scheduled?.on],
    evolves: (file) => consulted(file, { scheduled: null }),
  }),
  'consultation.waived': act({
    by: ['secondOpinionPhysician'],
    carries: { reasons: id.optional() },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on, reasons = null }) => consulted(file, { waived: { on, reasons } }),
    example: { reasons: 'reasons-2' },
  }),
  'information.requested': act({
    by: ['secondOpinionPhysician'],
    carries: { source: informationSource, consent: id.optional() },
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on, source, consent = null }) => ({
      ...informed(file, source, { requestedOn: on, consent }),
      ...(consent && (source === 'employer' || source === 'workplace') ? askedAtWork(file, source, on) : {}),
    }),
    example: { source: 'treatingProfessional', consent: 'consent-1' },
  }),
  'information.received': act({
    by: ['secondOpinionPhysician'],
    carries: { source: informationSource, consent: id.optional() },
    notBefore: ({ engagement, execution }, event) => [
      engagement?.acceptedOn,
      execution.information.find(({ source }) => source === event.source)?.requestedOn,
    ],
    evolves: (file, { on, source, consent = null }) => informed(file, source, { receivedOn: on, consent }),
    example: { source: 'treatingProfessional', consent: 'consent-1' },
  }),
  'draft.submitted': act({
    by: ['secondOpinionPhysician'],
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
    carries: { remarks: id },
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on, remarks }) => executed(file, { review: { on, as: 'inaccuracies', remarks } }),
    tells: { secondOpinionPhysician: 'inaccuraciesReported' },
    example: { remarks: 'remarks-1' },
  }),
  'remarks.waived': act({
    by: ['employee'],
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on }) => executed(file, { review: { on, as: 'waived', remarks: null } }),
    tells: { secondOpinionPhysician: 'remarksWaived' },
  }),
  'remarks.timedOut': act({
    by: ['secondOpinionPhysician'],
    carries: { announcedOn: day, until: day },
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on }) => executed(file, { review: { on, as: 'timedOut', remarks: null } }),
    example: { announcedOn: '2026-03-18', until: '2026-03-18' },
  }),
  'advice.discussed': act({
    by: ['secondOpinionPhysician'],
    carries: { waivedByEmployee: z.boolean().optional() },
    notBefore: ({ execution }) => [execution.draft?.on],
    evolves: (file, { on, waivedByEmployee = false }) =>
      executed(file, { discussion: { on: earlier(file.execution.discussion?.on, on), waivedByEmployee } }),
  }),
  'advice.finalised': act({
    by: ['secondOpinionPhysician'],
    carries: { advice: id },
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.draft?.on, execution.review?.on],
    evolves: (file, { on, advice }) => executed(file, { advice: { on, advice } }),
    tells: { employee: 'adviceFinalised' },
    example: { advice: 'advice-2' },
  }),
  'forwarding.authorised': act({
    by: ['employee'],
    carries: { to: id, document: id.optional() },
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (file, { on, to, document = null }) =>
      executed(file, { forwarding: { as: 'authorised', on, to, document } }),
    tells: { secondOpinionPhysician: 'forwardingAuthorised' },
    example: { to: 'physician-own' },
  }),
  'forwarding.withheld': act({
    by: ['employee'],
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (file, { on }) => notForwarded(file, 'withheld', on),
    tells: {
      secondOpinionPhysician: 'forwardingWithheld',
      ownPhysician: { about: 'noCopy', when: 'noCopyIsNews' },
    },
  }),
  'forwarding.unanswered': act({
    by: ['secondOpinionPhysician'],
    carries: { remindedOn: days },
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (file, { on }) => notForwarded(file, 'unanswered', on),
    tells: { ownPhysician: { about: 'noCopy', when: 'noCopyIsNews' } },
    example: { remindedOn: ['2026-03-18'] },
  }),
  'noCopy.announced': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement }) => [engagement?.application.on, engagement?.acceptedOn],
    evolves: (file, { on }) => notForwarded(file, 'announced', on),
    tells: { ownPhysician: { about: 'noCopy', when: 'noCopyIsNews' } },
  }),
  'advice.forwarded': act({
    by: ['secondOpinionPhysician'],
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on],
    evolves: (_, { on }) => ({ possession: { on, through: 'forwarded' } }),
  }),
  'advice.handedOver': act({
    by: ['employee'],
    notBefore: ({ engagement, execution }) => [engagement?.acceptedOn, execution.advice?.on],
    evolves: (_, { on }) => ({ possession: { on, through: 'handedOver' } }),
  }),

  // completion phase
  'decision.made': act({
    by: ['ownPhysician'],
    carries: { adoption, reasons: id.optional(), guidanceContinues: z.boolean().optional() },
    notBefore: ({ possession }) => [possession?.on],
    evolves: (file, { on, adoption, reasons = null, guidanceContinues = file.guidanceContinues }) => ({
      decision: { on, adoption, reasons },
      guidanceContinues,
    }),
    tells: { employee: 'decisionMade' },
    example: { adoption: 'full', reasons: 'reasons-3' },
  }),
  'transfer.requested': act({
    by: ['employee'],
    carries: { adviceMayBePassedOn: z.boolean() },
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
    notBefore: ({ transfer }) => [transfer?.requestedOn],
    evolves: (file) => ({ ...withoutThird(file), transfer: null, closedOn: file.transfer?.closedBefore ?? null }),
    tells: { ownPhysician: 'transferWithdrawn' },
  }),
  'transfer.granted': act({
    by: ['ownPhysician'],
    carries: { to: physician },
    notBefore: ({ transfer }) => [transfer?.requestedOn],
    evolves: (file, { on, to }) => ({
      participants: { ...withoutThird(file).participants, thirdPhysician: to },
      ...transferring(file, { grantedOn: on }),
    }),
    tells: { employee: 'transferGranted', thirdPhysician: 'transferGranted' },
    example: { to: { id: 'physician-third', organisations: ['noord'], registered: true, pool: false } },
  }),
  'transfer.refused': act({
    by: ['ownPhysician'],
    carries: { reasons: id.optional() },
    notBefore: ({ transfer }) => [transfer?.requestedOn],
    evolves: (file, { on, reasons = null }) => ({
      ...withoutThird(file),
      ...transferring(file, { grantedOn: null, refused: { on, reasons } }),
    }),
    tells: { employee: 'transferRefused' },
  }),
  'transfer.accepted': act({
    by: ['thirdPhysician'],
    notBefore: ({ transfer }) => [transfer?.grantedOn],
    evolves: (file, { on }) => transferring(file, { acceptedOn: on }),
    tells: {
      employer: 'guidanceTransferred',
      thirdPhysician: { about: 'heedTheResults', when: 'adviceMayBePassedOn' },
    },
  }),
  'transfer.declined': act({
    by: ['thirdPhysician'],
    notBefore: ({ transfer }) => [transfer?.grantedOn],
    evolves: (file, { on }) => ({
      ...withoutThird(file),
      ...transferring(file, { grantedOn: null, declinedOn: on }),
    }),
    tells: { employee: 'transferDeclined', ownPhysician: 'transferDeclined' },
  }),
  'employer.asked': act({
    by: ['employee'],
    notBefore: ({ transfer, closedOn }) => [transfer?.requestedOn, transfer?.refused?.on, closedOn],
    evolves: (_, { on }) => ({ employerRequest: { askedOn: on, answered: null } }),
  }),
  'employer.agreed': act({
    by: ['employer'],
    notBefore: ({ employerRequest }) => [employerRequest?.askedOn],
    evolves: (file, { on }) => answeredByEmployer(file, 'agreed', on),
  }),
  'employer.declined': act({
    by: ['employer'],
    notBefore: ({ employerRequest }) => [employerRequest?.askedOn],
    evolves: (file, { on }) => answeredByEmployer(file, 'declined', on),
  }),
  'case.closed': act({
    by: ['ownPhysician'],
    notBefore: ({ decision, transfer, employerRequest }) => [
      decision?.on,
      transfer?.refused?.on,
      employerRequest?.askedOn,
    ],
    evolves: (_, { on }) => ({ closedOn: on }),
  }),

  // at any moment
  'complaint.filed': act({
    by: ['employee'],
    carries: { complaint: id, against: id },
    evolves: (file, { on, complaint, against }) => ({
      complaints: [
        ...file.complaints,
        {
          complaint,
          against,
          filedOn: on,
          handler: null,
          acknowledgedOn: null,
          progressedOn: null,
          answered: null,
          withdrawnOn: null,
        },
      ],
    }),
    example: { complaint: 'complaint-1', against: 'physician-own' },
  }),
  'complaint.withdrawn': act({
    by: ['employee'],
    carries: { complaint: id },
    notBefore: (file, { complaint }) => [complaintOf(file, complaint)?.filedOn],
    evolves: (file, { on, complaint }) => complained(file, complaint, { withdrawnOn: on }),
    example: { complaint: 'complaint-1' },
  }),
  'complaint.acknowledged': act({
    by: ['complaintHandler'],
    carries: { complaint: id },
    notBefore: (file, { complaint }) => [
      complaintOf(file, complaint)?.filedOn,
      complaintOf(file, complaint)?.acknowledgedOn,
    ],
    evolves: (file, { on, by, complaint }) => complained(file, complaint, { handler: by, acknowledgedOn: on }),
    tells: { employee: 'complaintAcknowledged' },
    example: { complaint: 'complaint-1' },
  }),
  'complaint.progressed': act({
    by: ['complaintHandler'],
    carries: { complaint: id },
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
    carries: { complaint: id, decision: id, reasons: id.optional(), measuresBy: day.optional() },
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
    carries: { physician },
    evolves: (file, { physician }) => ({
      participants: {
        ...file.participants,
        ownPhysician: physician,
        former: joined(file.participants.former, file.participants.ownPhysician.id),
      },
    }),
    tells: { employee: 'ownPhysicianReplaced', secondOpinionPhysician: 'ownPhysicianReplaced' },
    example: { physician: { id: 'physician-new', organisations: ['noord'], registered: true, pool: false } },
  }),
  'employer.informed': act({
    by: ['ownPhysician', 'secondOpinionPhysician'],
    carries: { of: disclosure, consent: id.optional() },
    evolves: ({ disclosures }, { on, of, consent }) => {
      const known = disclosures.find((disclosure) => disclosure.of === of);
      return {
        disclosures: [
          ...disclosures.filter((disclosure) => disclosure !== known),
          { of, on, consent: consent ?? known?.consent ?? null },
        ],
      };
    },
    example: { of: 'request', consent: 'consent-2' },
  }),
};

/** What can be reported, as noun.past participle, such as `request.honoured`. */
export type EventType = keyof typeof acts;

type SchemaOf<Type extends EventType> = z.ZodObject<
  { type: z.ZodLiteral<Type> } & typeof common & Extract<(typeof acts)[Type]['carries'], Fields>,
  z.core.$strict
>;

/** The checked event of one type. */
export type EventOf<Type extends EventType> = { [Each in Type]: z.infer<SchemaOf<Each>> }[Type];

/** A checked event: what somebody did, by whom, on which day. */
export type ProcedureEvent = EventOf<EventType>;

/** Every event type, in the order of the procedure. */
export const eventTypes = Object.keys(acts) as EventType[];

const schemaOf = (type: EventType) => {
  const { by, carries, example } = acts[type] as Act<Fields>;
  return z
    .strictObject({ type: z.literal(type), ...common, ...carries })
    .register(z.globalRegistry, { reportedBy: [...by], examples: [example] });
};

/** Every event that can be reported, in the order of the procedure. */
export const eventSchema = z.discriminatedUnion(
  'type',
  eventTypes.map(schemaOf) as unknown as [SchemaOf<'instrument.discussed'>],
) as unknown as z.ZodDiscriminatedUnion<{ [Type in EventType]: SchemaOf<Type> }[EventType][], 'type'>;

/** Which roles may report an event of each type. */
export const reporters = Object.fromEntries(eventTypes.map((type) => [type, [...acts[type].by]])) as Record<
  EventType,
  Role[]
>;

/** The fields, besides the common ones, that an event of a type cannot do without. */
export const requiredFields = (type: EventType): string[] =>
  Object.entries<z.ZodType>(acts[type].carries).flatMap(([name, field]) =>
    field instanceof z.ZodOptional ? [] : [name],
  );

/** The days before which an event cannot lie, besides the opening. */
export const notBefore = (file: CaseFile, event: ProcedureEvent): (Day | null | undefined)[] =>
  (acts[event.type] as Act<Fields>).notBefore(file, event);

/** The case file as it stands after an event. */
export const evolve = (file: CaseFile, event: ProcedureEvent): CaseFile => ({
  ...file,
  ...(acts[event.type] as Act<Fields>).evolves(file, event),
});

/** Whom an act tells of what, in the order in which it says so. */
export const lettersOf = (type: EventType): { to: Role; about: NoticeTopic; when?: RouteName; unless?: RouteName }[] =>
  Object.entries(acts[type].tells).flatMap(([to, letters]) =>
    [letters].flat().map((letter) => ({
      to: to as Role,
      ...(typeof letter === 'string' ? { about: letter } : (letter as Exclude<Letter, string>)),
    })),
  );

// What acts change in the file: each gives the part that is another afterwards.

/** What was discussed before stays discussed from that day on, whenever it is discussed again. */
const earlier = (known: Day | null | undefined, on: Day): Day => (known && known < on ? known : on);

const joined = (list: string[], member: string): string[] => (list.includes(member) ? list : [...list, member]);

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

/** The turn goes to the second preference if there is one, else a new choice is needed (`L-21`, `L-24`). */
function passedOver(file: CaseFile, on: Day): Part<'choice' | 'request'> {
  return {
    choice: secondPreferenceRemains(file) && file.choice ? { ...file.choice, current: 'second' } : null,
    ...requested(file, { engageFrom: on }),
  };
}

/** Whoever accepts late is the one chosen again, also where the choice was cleared meanwhile (`B-17`). */
function choiceOfEngaged({ choice, engagement }: CaseFile): CaseFile['choice'] {
  if (!engagement) return choice;
  if (choice?.first.id === engagement.physician) return { ...choice, current: 'first' };
  if (choice?.second?.id === engagement.physician) return { ...choice, current: 'second' };
  const { application, chosen, agreedWithEmployer } = engagement;
  return chosen && { on: application.on, first: chosen, second: null, agreedWithEmployer, current: 'first' };
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
  return { askedAtWork: [...file.askedAtWork.filter((item) => item.source !== source), { source, on }] };
}

function notForwarded(file: CaseFile, as: 'withheld' | 'unanswered' | 'announced', on: Day): Part<'execution'> {
  return executed(file, { forwarding: { as, on }, noCopyOn: file.execution.noCopyOn ?? on });
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
