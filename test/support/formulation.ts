import type { ClauseId, EventOf, EventType, Physician, ProcedureEvent, Role, Step } from '../../src/index.js';
import type { Facts } from './abstract.js';

/**
 * The procedure once more, as a list: written from the texts, not from the chart.
 * `provided` are the conditions besides the universal ones: whoever `by` says did it, and not before the case opened.
 */
export interface Line<Type extends EventType = EventType> {
  event: Type;
  by: Role[];
  from: Step[];
  provided: Provided<Type>[];
  to: Step | 'stays' | ((facts: Facts, event: EventOf<Type>) => Step);
  clauses: ClauseId[];
}

type Provided<Type extends EventType> = (facts: Facts, event: EventOf<Type>) => boolean;

const line = <Type extends EventType>(
  event: Type,
  by: Role | Role[],
  from: Step[],
  provided: Provided<Type>[],
  to: Line<Type>['to'],
  clauses: ClauseId[],
): Line => ({ event, by: [by].flat(), from, provided, to, clauses }) as unknown as Line;

// Where something can be done.

const request: Step[] = [
  'application.discussing',
  'application.choosing',
  'application.preparing',
  'application.reconsidering',
];
const beforeSending: Step[] = ['application.discussing', 'application.choosing', 'application.preparing'];
const consulting: Step[] = ['execution.inviting', 'execution.awaitingConsultation', 'execution.assessing'];
const engaged: Step[] = [...consulting, 'execution.reviewing', 'execution.finalising'];
const finalAdvice: Step[] = ['execution.awaitingConsent', 'execution.forwarding'];
const underway: Step[] = ['execution.underway'];
const execution: Step[] = ['execution.awaitingResponse', ...engaged, ...finalAdvice, ...underway];
const signing: Step[] = [
  'application.preparing',
  'application.reconsidering',
  'execution.awaitingResponse',
  ...engaged,
  ...underway,
];
const transferPending: Step[] = ['completion.consideringTransfer', 'completion.awaitingThirdPhysician'];
const completion: Step[] = [
  'completion.considering',
  'completion.decided',
  ...transferPending,
  'completion.transferRefused',
  'completion.awaitingEmployer',
];
const endings: Step[] = ['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'];
const anywhere: Step[] = [
  ...request,
  ...execution,
  ...completion,
  ...endings,
  'notForwarded',
  'concluded',
  'transferred',
];

// On what it depends.

const compelling = ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'];

const aGroundIsCompelling: Provided<'request.refused'> = (_, { grounds }) =>
  grounds.some((ground) => compelling.includes(ground));
const repetitionNamesAnEarlierOpinion: Provided<'request.refused'> = (facts, { grounds, earlierRequests }) =>
  !grounds.includes('repeatedSameQuestion') ||
  facts.earlierOpinions.some(
    ({ id, question }) => earlierRequests.includes(id) && question === (facts.question ?? question),
  );
const withReasons = (_: Facts, { reasons }: { reasons?: string | undefined }) => reasons !== undefined;
const reminded = (
  { askedOn, adviceOn }: Facts,
  { type, on, remindedOn }: EventOf<'request.lapsed' | 'forwarding.unanswered'>,
) => remindedOn.some((day) => day <= on && day >= ((type === 'forwarding.unanswered' && adviceOn) || askedOn));
const doneBy = (day: string | null, { on }: { on: string }) => day !== null && day <= on;
const instrumentDiscussed = (facts: Facts, event: { on: string }) => doneBy(facts.instrumentDiscussedOn, event);
const explained = (facts: Facts, event: { on: string }) => doneBy(facts.adviceInForceExplainedOn, event);
const ownIsRegistered = (facts: Facts) => facts.own.registered;
const questionPut = (facts: Facts) => facts.questionPut;

const isIndependent = ({ own, giver, military }: Facts, { id, organisations }: Physician): boolean =>
  [own, giver].every(
    (of) =>
      of.id !== id && (military || !of.organisations.some((organisation) => organisations.includes(organisation))),
  );
const allIndependent: Provided<'physicians.chosen'> = (facts, { first, second }) =>
  [first, second ?? first].every((physician) => isIndependent(facts, physician));
const allRegistered: Provided<'physicians.chosen'> = (_, { first, second }) =>
  [first, second ?? first].every(({ registered }) => registered);
const secondIsAnother: Provided<'physicians.chosen'> = (_, { first, second }) => first.id !== second?.id;

const toTheCurrentChoice = (facts: Facts, { to }: { to: string }) => facts.current?.id === to;
const currentIsStillIndependent = (facts: Facts) => facts.current !== null && isIndependent(facts, facts.current);
const mayHaveMedicalData = (facts: Facts, recipient: string) =>
  ['signed', 'scoped'].includes(facts.authorisations[recipient] ?? 'none');
const dataOnlyToTheAuthorised: Provided<'application.sent'> = (facts, { medicalData, to }) =>
  !medicalData || mayHaveMedicalData(facts, to);
const outsiderNotAgreed = (facts: Facts) => facts.current !== null && facts.outsiderNotAgreed;
const documentedWhenRecorded = (
  _: Facts,
  event: { by: string; recordedBy?: string | undefined; document?: string | undefined },
) => event.recordedBy === undefined || event.recordedBy === event.by || event.document !== undefined;

const notYetReceived = (facts: Facts) => !facts.received;
const waitingOrTimedOut = (facts: Facts) => facts.step === 'execution.awaitingResponse' || facts.timedOut;
const weekIsOver = (facts: Facts, { on }: { on: string }) =>
  facts.lastDayToRespond !== null && on > facts.lastDayToRespond;
const authorisationOfTheEngaged = (facts: Facts) => facts.authorisations[facts.engaged ?? ''] ?? 'none';
const dataWereWithheld = (facts: Facts) => authorisationOfTheEngaged(facts) !== 'signed';
const toTheEngagedIfAuthorised: Provided<'medicalData.sent'> = (facts, { to }) =>
  facts.engaged === to && mayHaveMedicalData(facts, to);
const identityEstablished: Provided<'consultation.held'> = (_, { identity }) => identity !== 'notEstablished';
const consentPerSource = (facts: Facts, { source, consent }: { source: string; consent?: string | undefined }) =>
  consent !== undefined ||
  (source === 'ownPhysician' && ['signed', 'scoped'].includes(authorisationOfTheEngaged(facts)));
const announcedTermIsOver: Provided<'remarks.timedOut'> = ({ draftOn }, { announcedOn, until, on }) =>
  draftOn !== null && draftOn <= announcedOn && announcedOn <= until && until < on;
const draftReviewed = (facts: Facts) => facts.draftReviewed;
const toTheOwnPhysician = (facts: Facts, { to }: { to: string }) => to === facts.own.id;
const forwardingAuthorised = (facts: Facts) =>
  facts.forwardingTo === facts.own.id ||
  (facts.recordOf === 'ownPhysician' && facts.forwardingTo === null && !facts.forwardingWithheld);
const adviceDiscussed = (facts: Facts, event: { on: string }) =>
  facts.recordOf === 'ownPhysician' || doneBy(facts.adviceDiscussedOn, event);
const copyInPossession = (facts: Facts) => facts.inPossession;
const undecided = (facts: Facts) => !facts.decided;
const guidanceContinues = (facts: Facts) => facts.guidanceContinues;
const toAnother: Provided<'transfer.granted'> = (facts, { to }) => to.id !== facts.own.id;
const toARegistered: Provided<'transfer.granted'> = (_, { to }) => to.registered;
const employerNamed = (facts: Facts) => facts.employer !== null;
const complaintIsNew = (facts: Facts, { complaint }: { complaint: string }) =>
  facts.complaints[complaint] === undefined;
const complaintIsOpen = (facts: Facts, { complaint }: { complaint: string }) =>
  facts.complaints[complaint]?.open === true;
const handlesIt = (facts: Facts, { by, complaint }: { by: string; complaint: string }) =>
  (facts.complaints[complaint]?.handler ?? by) === by &&
  ![...facts.involved, facts.complaints[complaint]?.against].includes(by);
const registeredAndNotTaken: Provided<'ownPhysician.replaced'> = (facts, { physician }) =>
  physician.registered && ![facts.engaged, facts.third].includes(physician.id);
const withConsent = (_: Facts, { consent }: { consent?: string | undefined }) => consent !== undefined;

// Where it leads.

const asDeclined = (facts: Facts): Step =>
  facts.secondPreferenceRemains ? 'application.preparing' : 'application.choosing';
const afterAccepting = (facts: Facts): Step =>
  facts.recordOf === 'procedure' ? 'execution.inviting' : 'execution.underway';
const whereItCameFrom = (facts: Facts): Step => {
  if (facts.concludedBefore) return 'concluded';
  return facts.decided ? 'completion.decided' : 'completion.considering';
};
const toPreparingForTheEngaged = (facts: Facts, { recipient }: { recipient: string }): Step =>
  facts.step === 'application.reconsidering' && facts.engaged === recipient ? 'application.preparing' : facts.step;
const decidedOrStays = (facts: Facts): Step =>
  facts.step === 'completion.considering' ? 'completion.decided' : facts.step;
const newDraftFirst = (facts: Facts): Step =>
  ['execution.reviewing', 'execution.finalising'].includes(facts.step) ? 'execution.assessing' : facts.step;

// biome-ignore format: a line per event
export const formulation: Line[] = [
  line('instrument.discussed', 'ownPhysician', [...beforeSending, 'refused'], [], 'stays', ['L-06', 'B-02']),
  line('adviceInForce.explained', 'ownPhysician', request, [], 'stays', ['L-11', 'L-12']),
  line('request.honoured', 'ownPhysician', ['application.discussing', 'refused', 'outOfScope'], [ownIsRegistered], 'application.choosing', ['L-08', 'G-2', 'G-6']),
  line('request.refused', 'ownPhysician', ['application.discussing'], [ownIsRegistered, instrumentDiscussed, aGroundIsCompelling, repetitionNamesAnEarlierOpinion, withReasons], 'refused', ['L-06', 'L-09', 'L-10', 'E-16', 'B-03', 'B-04', 'G-6']),
  line('request.foundOutOfScope', 'ownPhysician', ['application.discussing'], [ownIsRegistered, withReasons], 'outOfScope', ['B-05', 'G-6']),
  line('request.renewed', 'employee', endings, [], 'application.discussing', ['B-08']),
  line('uwvRoute.chosen', 'employee', [...request, 'refused', 'outOfScope'], [], 'uwvRouteChosen', ['E-43']),
  line('request.withdrawn', 'employee', [...request, ...execution], [], 'withdrawn', ['B-39']),
  line('request.lapsed', ['ownPhysician', 'secondOpinionPhysician'], [...request, 'execution.inviting', ...underway], [reminded], 'lapsed', ['B-46']),
  line('physicians.chosen', 'employee', ['application.choosing', 'application.preparing', 'application.reconsidering'], [allIndependent, allRegistered, secondIsAnother], 'application.preparing', ['L-04', 'L-13', 'L-14', 'B-11']),
  line('outsider.notEngaged', 'ownPhysician', ['application.preparing'], [outsiderNotAgreed], 'application.choosing', ['B-12']),
  line('authorisation.signed', 'employee', signing, [documentedWhenRecorded], toPreparingForTheEngaged, ['L-17', 'B-18a', 'B-20']),
  line('authorisation.withheld', 'employee', signing, [], 'stays', ['L-18', 'B-19']),
  line('authorisation.revoked', 'employee', ['application.choosing', ...signing], [], 'stays', ['L-18', 'B-19']),
  line('application.sent', 'ownPhysician', ['application.preparing'], [ownIsRegistered, toTheCurrentChoice, currentIsStillIndependent, instrumentDiscussed, explained, questionPut, dataOnlyToTheAuthorised], 'execution.awaitingResponse', ['L-06', 'L-11', 'L-16', 'L-17', 'L-22', 'G-6']),
  line('application.received', 'secondOpinionPhysician', ['execution.awaitingResponse'], [notYetReceived], 'stays', ['L-23', 'B-14']),
  line('application.accepted', 'secondOpinionPhysician', ['execution.awaitingResponse', 'application.preparing', 'application.choosing'], [waitingOrTimedOut], afterAccepting, ['L-20', 'B-17']),
  line('application.declined', 'secondOpinionPhysician', ['execution.awaitingResponse'], [], asDeclined, ['L-21', 'L-24']),
  line('response.overdue', ['scheduler', 'ownPhysician'], ['execution.awaitingResponse'], [weekIsOver], asDeclined, ['L-20', 'B-15', 'B-17']),
  line('application.foundInfeasible', 'secondOpinionPhysician', ['execution.awaitingResponse', ...consulting, ...underway], [dataWereWithheld], 'application.reconsidering', ['L-19', 'B-20']),
  line('engagement.ended', 'secondOpinionPhysician', [...engaged, ...underway], [], asDeclined, ['L-24']),
  line('medicalData.sent', 'ownPhysician', ['execution.awaitingResponse', ...consulting, ...underway], [toTheEngagedIfAuthorised], 'stays', ['L-17', 'B-18b']),
  line('consultation.scheduled', 'secondOpinionPhysician', consulting, [], 'execution.awaitingConsultation', ['L-27']),
  line('consultation.held', 'secondOpinionPhysician', consulting, [identityEstablished], 'execution.assessing', ['L-28', 'L-29']),
  line('consultation.missed', 'secondOpinionPhysician', ['execution.awaitingConsultation'], [], 'execution.inviting', ['B-23a']),
  line('consultation.waived', 'secondOpinionPhysician', ['execution.inviting'], [withReasons], 'execution.assessing', ['L-27', 'B-23']),
  line('information.requested', 'secondOpinionPhysician', engaged, [consentPerSource], newDraftFirst, ['D-2.14d.4', 'L-30', 'L-31', 'B-24', 'G-13']),
  line('information.received', 'secondOpinionPhysician', engaged, [consentPerSource], newDraftFirst, ['D-2.14d.4', 'L-30', 'L-31', 'B-24', 'G-13']),
  line('draft.submitted', 'secondOpinionPhysician', ['execution.assessing', 'execution.reviewing', 'execution.finalising'], [], 'execution.reviewing', ['L-32', 'L-33']),
  line('inaccuracies.reported', 'employee', ['execution.reviewing'], [], 'execution.finalising', ['L-34']),
  line('remarks.waived', 'employee', ['execution.reviewing'], [], 'execution.finalising', ['L-34']),
  line('remarks.timedOut', 'secondOpinionPhysician', ['execution.reviewing'], [announcedTermIsOver], 'execution.finalising', ['B-25']),
  line('advice.discussed', 'secondOpinionPhysician', ['execution.reviewing', 'execution.finalising', ...finalAdvice, 'notForwarded'], [], 'stays', ['E-25', 'B-27']),
  line('advice.finalised', 'secondOpinionPhysician', ['execution.finalising'], [draftReviewed], 'execution.awaitingConsent', ['L-35', 'L-36']),
  line('forwarding.authorised', 'employee', [...finalAdvice, 'notForwarded'], [toTheOwnPhysician, documentedWhenRecorded], 'execution.forwarding', ['L-37']),
  line('forwarding.withheld', 'employee', finalAdvice, [], 'notForwarded', ['L-39', 'B-31']),
  line('forwarding.unanswered', 'secondOpinionPhysician', ['execution.awaitingConsent'], [reminded], 'notForwarded', ['B-28']),
  line('noCopy.announced', 'secondOpinionPhysician', underway, [], 'notForwarded', ['L-39']),
  line('advice.forwarded', 'secondOpinionPhysician', ['execution.forwarding', ...underway, 'notForwarded'], [forwardingAuthorised, adviceDiscussed], 'completion.considering', ['L-38', 'E-25']),
  line('advice.handedOver', 'employee', [...finalAdvice, 'notForwarded', ...underway], [], 'completion.considering', ['B-29']),
  line('decision.made', 'ownPhysician', ['completion.considering', ...transferPending, 'completion.transferRefused', 'completion.awaitingEmployer', 'concluded'], [ownIsRegistered, undecided, withReasons], decidedOrStays, ['L-40', 'L-41', 'G-6', 'G-10']),
  line('transfer.requested', 'employee', ['completion.considering', 'completion.decided', 'concluded'], [guidanceContinues, copyInPossession], 'completion.consideringTransfer', ['D-2.14d.6', 'B-32']),
  line('transfer.withdrawn', 'employee', transferPending, [], whereItCameFrom, ['B-39']),
  line('transfer.granted', 'ownPhysician', transferPending, [toAnother, toARegistered], 'completion.awaitingThirdPhysician', ['E-30', 'E-31', 'B-34', 'G-8']),
  line('transfer.refused', 'ownPhysician', transferPending, [], 'completion.transferRefused', ['E-34', 'B-35']),
  line('transfer.accepted', 'thirdPhysician', ['completion.awaitingThirdPhysician'], [], 'transferred', ['E-32', 'E-33', 'G-8']),
  line('transfer.declined', 'thirdPhysician', ['completion.awaitingThirdPhysician'], [], 'stays', ['G-8']),
  line('employer.asked', 'employee', ['completion.consideringTransfer', 'completion.transferRefused', 'concluded'], [employerNamed], 'completion.awaitingEmployer', ['E-34']),
  line('employer.agreed', 'employer', ['completion.awaitingEmployer'], [], 'concluded', ['B-36']),
  line('employer.declined', 'employer', ['completion.awaitingEmployer'], [], 'concluded', ['B-36']),
  line('case.closed', 'ownPhysician', ['completion.decided', 'completion.transferRefused', 'completion.awaitingEmployer'], [], 'concluded', ['B-36']),
  line('complaint.filed', 'employee', anywhere, [complaintIsNew], 'stays', ['E-35', 'E-37', 'E-38', 'B-37']),
  line('complaint.withdrawn', 'employee', anywhere, [complaintIsOpen], 'stays', ['B-37']),
  line('complaint.acknowledged', 'complaintHandler', anywhere, [complaintIsOpen, handlesIt], 'stays', ['D-2.14e.5', 'G-12']),
  line('complaint.progressed', 'complaintHandler', anywhere, [complaintIsOpen, handlesIt], 'stays', ['D-2.14e.5', 'G-12']),
  line('complaint.answered', 'complaintHandler', anywhere, [complaintIsOpen, handlesIt, withReasons], 'stays', ['D-2.14e.4', 'D-2.14e.5', 'G-12']),
  line('ownPhysician.replaced', ['administration', 'employer'], anywhere, [registeredAndNotTaken], 'stays', ['G-14']),
  line('employer.informed', ['ownPhysician', 'secondOpinionPhysician'], anywhere, [withConsent], 'stays', ['G-4']),
];

const holds = (facts: Facts, role: Role, event: ProcedureEvent): boolean =>
  role === 'complaintHandler' || (facts.holders[role] ?? []).includes(event.by);

const lines = new Map(formulation.map((each) => [each.event, each]));

/** Where the list (or one changed line of it) says an event leads; `null` where it does not allow it. */
export function formulated(facts: Facts, event: ProcedureEvent, changed?: Line): Step | null {
  const found = changed ?? lines.get(event.type);
  if (!found?.from.includes(facts.step) || event.on < facts.openedOn) return null;
  if (!found.by.some((role) => holds(facts, role, event))) return null;
  if (!found.provided.every((condition) => condition(facts, event as never))) return null;
  if (found.to === 'stays') return facts.step;
  return typeof found.to === 'function' ? found.to(facts, event as never) : found.to;
}
