import type {
  ClauseId,
  EventOf,
  EventType,
  NormKind,
  NormName,
  NoticeTopic,
  Physician,
  Role,
  Step,
} from '../../src/index.js';
import type { Facts } from './abstract.js';

// The procedure once more, as a table: written by hand from the texts (`docs/procedure.md`), and not read from `src`.

/** What is looked at of an event, whatever its type. */
type Told = EventOf<EventType>;
type Condition = (facts: Facts, event: Told) => boolean;

// Where something can be done: the last word of each step, by phase, and words for several steps at once.

const phases = {
  application: 'discussing choosing preparing reconsidering',
  execution:
    'awaitingResponse inviting awaitingConsultation assessing reviewing finalising underway awaitingConsent forwarding',
  completion: 'considering decided consideringTransfer awaitingThirdPhysician transferRefused',
};
const outcomes = 'refused outOfScope uwvRouteChosen withdrawn lapsed notForwarded concluded transferred';

const places: Record<string, string> = {
  ...phases,
  consulting: 'inviting awaitingConsultation assessing',
  drafted: 'reviewing finalising',
  engaged: 'inviting awaitingConsultation assessing reviewing finalising',
  advised: 'awaitingConsent forwarding',
  transfer: 'consideringTransfer awaitingThirdPhysician',
  ended: 'refused outOfScope uwvRouteChosen withdrawn lapsed',
  withCopy: 'completion concluded transferred',
  anywhere: [...Object.values(phases), outcomes].join(' '),
};

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const fullName = new Map<string, Step>([
  ...Object.entries(phases).flatMap(([phase, leaves]) =>
    words(leaves).map((leaf): [string, Step] => [leaf, `${phase}.${leaf}` as Step]),
  ),
  ...words(outcomes).map((leaf): [string, Step] => [leaf, leaf as Step]),
]);

const known = <Value>(found: Value | undefined, word: string): Value => {
  if (found === undefined) throw new Error(`the table knows no ${word}`);
  return found;
};

/** The words that stand for no others. */
const placed = (text: string): string[] =>
  words(text).flatMap((word) => (places[word] === undefined ? [word] : placed(places[word])));

const stepNamed = (leaf: string): Step => known(fullName.get(leaf), leaf);

const isTheirs = ({ recordOf }: Facts): boolean => recordOf === 'secondOpinionPhysician';

// On which circumstances it depends where an event leads, and who is told.

const circumstances: Record<string, Condition> = {
  'somebody who was chosen is next': ({ nextChosen }) => nextChosen !== null,
  'nobody is next': ({ nextChosen }) => nextChosen === null,
  'somebody is chosen': ({ current }) => current !== null,
  'the authorisation is awaited': (facts) => authorisedOf(facts, facts.current?.id ?? null) === 'none',
  'an authorisation is to be asked': (facts, event) =>
    physiciansIn(event).some(({ id }) => authorisedOf(facts, id) === 'none'),
  'it can come again': (facts, event) =>
    isTheirs(facts) || ('medicalData' in event && event.medicalData && mayHaveData(facts, facts.current?.id ?? null)),
  'it was found infeasible': ({ infeasible }) => infeasible,
  'the employee died': ({ died }) => died,
  'these reasons are owed': ({ reasonsOwed }, event) =>
    reasonsOwed !== null && 'of' in event && event.of === reasonsOwed,
  'the second opinion is in progress': ({ engaged, timedOut, inPossession, over }) =>
    engaged !== null && !timedOut && !inPossession && !over,
  'it goes to whoever is engaged': ({ engaged }, event) => 'to' in event && event.to === engaged,
  'the own physician is asked': (_, event) => 'source' in event && event.source === 'ownPhysician',
  'work is asked with consent': (_, event) =>
    'source' in event && ['employer', 'workplace'].includes(event.source) && event.consent !== undefined,
  'the copy is consented to': (facts, event) => conditions.forwardingIsAuthorised(facts, event),
  'a copy of this text went before': ({ copyWentBefore, own }, event) =>
    copyWentBefore && 'to' in event && event.to === own.id,
  'the second opinion may have gone on': ({ recordOf, accepted }) => recordOf === 'ownPhysician' && accepted,
  'the own physician may not have it': ({ recordOf, inPossession, textIsAnother, copyIsWith, own }) =>
    inPossession && (recordOf === 'ownPhysician' || textIsAnother || copyIsWith !== own.id),
  'the file is withheld': ({ withheld }) => withheld.length > 0,
  'it goes to the own physician': ({ own }, event) => 'to' in event && event.to === own.id,
  'the employer is asked': ({ employerRoute }) => employerRoute === 'asked',
  'the advice is final': ({ adviceOn }) => adviceOn !== null,
  'the record holds the execution': ({ recordOf }) => recordOf !== 'ownPhysician',
  'the record is of the own physician': ({ recordOf }) => recordOf === 'ownPhysician',
  'the record is of the second-opinion physician': isTheirs,
  'it was not received yet': ({ received }) => !received,
  'the physician timed out': ({ timedOut }) => timedOut,
  'it was accepted': ({ accepted }) => accepted,
  'the recipient is engaged': ({ engaged }, event) => 'recipient' in event && event.recipient === engaged,
  'no copy is news': ({ noCopyTold }) => !noCopyTold,
  'nothing was decided yet': ({ decided }) => !decided,
  'it was concluded before': ({ concludedBefore }) => concludedBefore,
  'the advice may be passed on': ({ adviceMayBePassedOn }) => adviceMayBePassedOn,
  'the results are passed on': ({ step, adviceMayBePassedOn }) => step === 'transferred' && adviceMayBePassedOn,
  'a complaint waits': ({ complaints }) => Object.values(complaints).some(({ open }) => open),
};

const circumstance = (text: string | undefined): Condition => {
  const [, no, which = ''] = /^(if|unless) (.*)$/.exec(text ?? '') ?? [];
  if (no === undefined) return () => true;
  const all = which.split(' and ').map((name) => known(circumstances[name], name));
  return (facts, event) => all.every((holds) => holds(facts, event)) === (no === 'if');
};

// What each norm asks.

const of = <Type extends EventType>(condition: (facts: Facts, event: EventOf<Type>) => boolean): Condition =>
  condition as unknown as Condition;

const doneBy = (day: string | null, { on }: Told): boolean => day !== null && day <= on;
const withReasons = of<'decision.made'>((_, { reasons }) => reasons !== undefined);
/** What only a registered own physician can do. */
const decisive = words('request.honoured request.refused request.foundOutOfScope application.sent decision.made');
const compelling = ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'];

const isIndependent = ({ giver, military }: Facts, { id, organisations }: Pick<Physician, 'id' | 'organisations'>) =>
  giver.id !== id && (military || !worksWith(giver, { organisations }));
const worksWith = (one: Pick<Physician, 'organisations'>, other: Pick<Physician, 'organisations'>): boolean =>
  one.organisations.some((organisation) => other.organisations.includes(organisation));
/** Whom an event names as a physician of the case, by their ids. */
const namedIn = (event: Told): string[] => [
  ...physiciansIn(event).map(({ id }) => id),
  ...(event.type === 'application.sent' ? [event.to] : []),
  ...(event.type === 'employer.asked' && event.employer ? [event.employer] : []),
];
/** Who cannot be that physician, or that employer, as well. */
const takenFrom = ({ holders, employer, own, formerOwn, engaged, third }: Facts, { type }: Told): (string | null)[] => {
  const lay = [...(holders.employee ?? []), employer];
  switch (type) {
    case 'physicians.chosen':
    case 'application.sent':
      return [...lay, own.id, ...formerOwn];
    case 'transfer.granted':
      return lay;
    case 'ownPhysician.replaced':
      return [...lay, engaged, third];
    default:
      return [...(holders.employee ?? []), own.id, engaged, third];
  }
};
/** The physicians whom an event names in full. */
const physiciansIn = (event: Told): Physician[] =>
  Object.values(event).filter((value): value is Physician => typeof value === 'object' && 'registered' in value);
const authorisedOf = ({ authorisations }: Facts, recipient: string | null): string =>
  authorisations[recipient ?? ''] ?? 'none';
const mayHaveData = (facts: Facts, recipient: string | null): boolean =>
  ['signed', 'scoped'].includes(authorisedOf(facts, recipient));

const conditions: Record<Exclude<NormName, 'actorHoldsRole'>, Condition> = {
  datedInOrder: ({ openedOn }, { on }) => openedOn <= on,
  actorsAreDistinct: (facts, event) =>
    [...namedIn(event), ...(event.type === 'application.sent' ? [facts.current?.id ?? ''] : [])].every(
      (id) => !takenFrom(facts, event).includes(id),
    ),
  // Asked of the opening.
  representativeHasMandate: () => true,

  instrumentWasDiscussed: (facts, event) => doneBy(facts.instrumentDiscussedOn, event),
  adviceInForceWasExplained: (facts, event) => doneBy(facts.adviceInForceExplainedOn, event),
  groundIsNamed: of<'request.refused'>((_, { grounds }) => grounds.length > 0),
  groundIsCompelling: of<'request.refused'>((_, { grounds }) => grounds.some((ground) => compelling.includes(ground))),
  earlierOpinionIsNamed: of<'request.refused'>(
    ({ question, earlierOpinions }, { grounds, earlierRequests }) =>
      !grounds.includes('repeatedSameQuestion') ||
      earlierOpinions.some(
        (earlier) => earlierRequests.includes(earlier.id) && earlier.question === (question ?? earlier.question),
      ),
  ),
  requestWasNotHonoured: ({ step }) => step === 'application.discussing',
  reasonsAreInWriting: withReasons,
  employeeWasReminded: of<'request.lapsed' | 'forwarding.unanswered'>(
    ({ employeeAwaitedSince, adviceOn }, { type, on, remindedOn }) =>
      remindedOn.some(
        (day) => day <= on && day > (type === 'forwarding.unanswered' ? (adviceOn ?? '') : employeeAwaitedSince),
      ),
  ),

  physicianIsIndependent: (facts, event) =>
    event.type === 'application.sent'
      ? [{ id: event.to, organisations: [] }, facts.current ?? []].flat().every((each) => isIndependent(facts, each))
      : physiciansIn(event).every((each) => isIndependent(facts, each)),
  physicianIsOfAnotherService: ({ own, current, military }, event) =>
    military ||
    ![...(event.type === 'application.sent' ? [current ?? []].flat() : physiciansIn(event))].some((each) =>
      worksWith(own, each),
    ),
  physicianIsRegistered: ({ own }, event) =>
    [...physiciansIn(event), ...(decisive.includes(event.type) ? [own] : [])].every(({ registered }) => registered),
  preferencesDiffer: of<'physicians.chosen'>((_, { first, second }) => first.id !== second?.id),
  choiceIsOutsideContract: ({ outsiderNotAgreed }) => outsiderNotAgreed,
  recipientIsOwnPhysician: of<'forwarding.authorised'>(({ own }, { to }) => to === own.id),
  consentIsDocumented: of<'forwarding.authorised'>(
    (_, { by, recordedBy, document }) => (recordedBy ?? by) === by || document !== undefined,
  ),
  sentToTheChosen: of<'application.sent' | 'medicalData.sent'>((facts, { type, to }) =>
    type === 'medicalData.sent' ? to === facts.engaged : isTheirs(facts) || to === facts.current?.id,
  ),
  questionIsPut: ({ question }) => question !== null,
  recipientIsAuthorised: of<'application.sent' | 'medicalData.sent'>((facts, event) =>
    event.type === 'application.sent'
      ? !event.medicalData || mayHaveData(facts, event.to)
      : [facts.engaged, event.to].every((recipient) => mayHaveData(facts, recipient)),
  ),

  responseTermHasPassed: ({ lastDayToRespond }, { on }) => lastDayToRespond !== null && on > lastDayToRespond,
  dataAreMissing: (facts) => !facts.dataSent || authorisedOf(facts, facts.engaged) !== 'signed',
  identityWasEstablished: of<'consultation.held'>((_, { identity }) => identity !== 'notEstablished'),
  waiverHasReasons: withReasons,
  employeeConsentsToSource: of<'information.requested'>(
    (_, { source, consent }) => consent !== undefined || source === 'ownPhysician',
  ),
  employeeConsentsToOwnPhysician: of<'information.requested'>(
    (facts, { source, consent }) =>
      consent !== undefined || source !== 'ownPhysician' || mayHaveData(facts, facts.engaged),
  ),
  reviewPeriodHasPassed: of<'remarks.timedOut'>(
    ({ draftOn }, { announcedOn, until, on }) =>
      draftOn !== null && draftOn <= announcedOn && announcedOn <= until && until < on,
  ),
  draftWasReviewed: ({ draftReviewed }) => draftReviewed,
  forwardingIsAuthorised: ({ own, recordOf, forwardingTo }) => recordOf === 'ownPhysician' || forwardingTo === own.id,
  waiverIsDocumented: of<'advice.discussed'>(
    (_, { waivedByEmployee, document }) => waivedByEmployee !== true || document !== undefined,
  ),
  adviceWasDiscussed: (facts, event) => facts.recordOf === 'ownPhysician' || doneBy(facts.adviceDiscussedOn, event),

  guidanceContinues: (facts) => facts.guidanceContinues,
  ownPhysicianHasCopy: ({ copyIsWith, own }) => copyIsWith === own.id,
  decisionHasReasons: withReasons,
  thirdIsNotTheOwnPhysician: of<'transfer.granted'>(({ own }, { to }) => to.id !== own.id),
  employerIsNamed: of<'employer.asked'>((facts, { employer }) => (employer ?? facts.employer) !== null),

  complaintIsNew: of<'complaint.filed'>(({ complaints }, { complaint }) => complaints[complaint] === undefined),
  complaintIsOpen: of<'complaint.answered'>(({ complaints }, { complaint }) => complaints[complaint]?.open === true),
  handlerIsNotInvolved: of<'complaint.answered'>(
    ({ involved, complaints }, { by, complaint }) => ![...involved, complaints[complaint]?.against].includes(by),
  ),
  answerHasReasons: withReasons,
  employeeConsentsToTelling: of<'employer.informed'>((_, { consent }) => consent !== undefined),
};

/** Without these an act is void: recorded, it leaves the case as it was. */
const voids = words(`
  actorHoldsRole physicianIsIndependent physicianIsRegistered responseTermHasPassed guidanceContinues thirdIsNotTheOwnPhysician
  employerIsNamed complaintIsNew complaintIsOpen handlerIsNotInvolved actorsAreDistinct representativeHasMandate
`);

/** Only our own choice asks for these: recorded without them, an act is no deviation. */
const ownChoices = words('employeeWasReminded questionIsPut waiverHasReasons waiverIsDocumented');

// The table.

interface Transition {
  from: Step[];
  /** Null: the step stays as it is. */
  to: Step | null;
  /** Against the rules: never allowed, and recorded it leads there all the same. */
  forbidden: boolean;
  open: Condition;
}

interface Letter {
  to: Role;
  /** To whoever held the role before, where another or nobody does now. */
  former: boolean;
  /** To whom the opening names, whoever holds the role since. */
  first: boolean;
  /** Not to whoever did it. */
  toAnother: boolean;
  about: NoticeTopic;
  sent: Condition;
}

/** What the table says of an event: who does it, where it can happen and leads, on which norms, who is told. */
export interface Line {
  event: EventType;
  clauses: ClauseId[];
  by: { role: Role; may: Condition }[];
  transitions: Transition[];
  norms: NormName[];
  letters: Letter[];
}

const transitionOf = (text: string): Transition => {
  const [, against, from = '', arrow, condition] =
    /^(! )?([A-Za-z ]+?) (stay|→ [A-Za-z]+)(?: ((?:if|unless) .*))?$/.exec(text) ?? [];
  if (!arrow) throw new Error(`cannot read: ${text}`);
  return {
    from: placed(from).map(stepNamed),
    to: arrow === 'stay' ? null : stepNamed(arrow.slice(2)),
    forbidden: against !== undefined,
    open: circumstance(condition),
  };
};

const letterOf = (text: string): Letter => {
  const [, , to, about, condition] = /^(former |other |first )*(\w+) (\w+)(?: ((?:if|unless) .*))?$/.exec(text) ?? [];
  return {
    to: to as Role,
    former: text.includes('former '),
    first: text.startsWith('first '),
    toAnother: text.startsWith('other '),
    about: about as NoticeTopic,
    sent: circumstance(condition),
  };
};

const reporterOf = (text: string): Line['by'][number] => {
  const [, role, condition] = /^(\w+)(?: ((?:if|unless) .*))?$/.exec(text) ?? [];
  return { role: role as Role, may: circumstance(condition) };
};

const line = (
  event: EventType,
  clauses: string,
  by: string | string[],
  transitions: string[],
  norms = '',
  letters: string[] = [],
): Line => ({
  event,
  clauses: words(clauses) as ClauseId[],
  by: (typeof by === 'string' ? words(by) : by).map(reporterOf),
  transitions: transitions.map(transitionOf),
  norms: ['actorHoldsRole', 'datedInOrder', ...(words(norms) as NormName[])],
  letters: letters.map(letterOf),
});

const again = [
  'employee physicianUnavailable if somebody who was chosen is next',
  'employee chooseAnotherPhysician unless somebody who was chosen is next',
];
const noCopy = 'ownPhysician noCopy if no copy is news';

/**
 * Of each event: on which clauses, by whom, where it can happen and where it leads, which norms are asked besides the two of every
 * event, and who is told what. Of the transitions from a step the first whose circumstance holds is taken; in a step that is not named the event is
 * unexpected. A transition that begins with `!` is against the rules.
 */
// biome-ignore format: a line per event
export const formulation: Line[] = [
  line('question.put', 'B-48', 'employee', ['application stay'], '', ['ownPhysician questionPut', 'secondOpinionPhysician questionPut if it was found infeasible']),
  line('instrument.discussed', 'L-06 B-02', 'ownPhysician', ['discussing choosing preparing refused stay']),
  line('adviceInForce.explained', 'L-11 L-12', 'ownPhysician', ['application stay']),
  line('request.honoured', 'L-08 G-2 G-6', 'ownPhysician', ['discussing refused outOfScope → choosing'], 'physicianIsRegistered', ['employee requestHonoured']),
  line('request.refused', 'L-06 L-08 L-09 L-10 E-16 B-03 B-04 B-70 G-6', 'ownPhysician', ['discussing → refused', '! choosing preparing → refused'], 'physicianIsRegistered instrumentWasDiscussed groundIsNamed groundIsCompelling earlierOpinionIsNamed requestWasNotHonoured reasonsAreInWriting', ['employee requestRefused']),
  line('request.foundOutOfScope', 'B-05 G-6', 'ownPhysician', ['discussing → outOfScope'], 'physicianIsRegistered reasonsAreInWriting', ['employee requestOutOfScope']),
  line('reasons.given', 'B-59', 'ownPhysician', ['refused outOfScope decided transfer transferRefused concluded transferred stay if these reasons are owed'], '', ['employee reasonsGiven', 'thirdPhysician heedTheResults if the results are passed on']),
  line('request.renewed', 'B-08 B-50', 'employee', ['ended → discussing unless the employee died'], '', ['ownPhysician requestMade']),
  line('uwvRoute.chosen', 'E-43 B-58', 'employee', ['application awaitingResponse engaged underway refused outOfScope → uwvRouteChosen'], '', ['ownPhysician uwvRouteChosen', 'secondOpinionPhysician requestWithdrawn']),
  line('request.withdrawn', 'B-39 B-52', 'employee', ['application awaitingResponse engaged underway → withdrawn'], '', ['ownPhysician requestWithdrawn', 'secondOpinionPhysician requestWithdrawn']),
  line('request.lapsed', 'B-49 B-77', ['ownPhysician unless it was accepted', 'secondOpinionPhysician if it was accepted'], ['choosing reconsidering inviting → lapsed', 'preparing → lapsed if the authorisation is awaited'], 'employeeWasReminded', ['other employee requestLapsed', 'other ownPhysician requestLapsed', 'other secondOpinionPhysician requestLapsed']),
  line('employee.died', 'B-50', 'ownPhysician secondOpinionPhysician administration', ['application execution completion → lapsed', 'concluded → lapsed if the record is of the second-opinion physician'], '', ['other ownPhysician employeeDied', 'other secondOpinionPhysician employeeDied', 'other thirdPhysician employeeDied']),
  line('physicians.chosen', 'L-04 L-13 L-14 L-17 B-11 B-71 B-93', 'employee', ['choosing preparing reconsidering → preparing'], 'actorsAreDistinct physicianIsIndependent physicianIsOfAnotherService physicianIsRegistered preferencesDiffer', ['ownPhysician physiciansChosen', 'employee authorisationAsked if an authorisation is to be asked']),
  line('outsider.notEngaged', 'B-12', 'ownPhysician', ['preparing → choosing'], 'choiceIsOutsideContract', ['employee outsiderNotEngaged']),
  line('authorisation.signed', 'L-17 B-18a B-20 B-62 B-82', 'employee', ['choosing preparing awaitingResponse engaged underway stay', 'reconsidering → preparing if the recipient is engaged and somebody is chosen', 'reconsidering stay'], 'consentIsDocumented', ['ownPhysician authorisationSigned', 'secondOpinionPhysician authorisationSigned if the recipient is engaged']),
  line('authorisation.withheld', 'L-18 B-19 B-62', 'employee', ['choosing preparing reconsidering awaitingResponse engaged underway stay'], '', ['ownPhysician authorisationWithheld', 'secondOpinionPhysician authorisationWithheld if the recipient is engaged']),
  line('authorisation.revoked', 'L-18 B-19', 'employee', ['choosing preparing reconsidering awaitingResponse engaged underway stay', 'concluded stay if the physician timed out'], '', ['ownPhysician authorisationRevoked', 'secondOpinionPhysician authorisationRevoked if the recipient is engaged']),
  line('application.sent', 'L-06 L-11 L-16 L-17 L-22 B-53 B-71 B-93 G-5 G-6', 'ownPhysician', ['preparing → awaitingResponse', 'reconsidering → awaitingResponse if it can come again', '! discussing choosing → awaitingResponse'], 'actorsAreDistinct physicianIsRegistered physicianIsIndependent physicianIsOfAnotherService sentToTheChosen instrumentWasDiscussed adviceInForceWasExplained questionIsPut recipientIsAuthorised', ['secondOpinionPhysician applicationSent']),

  line('application.received', 'L-23 B-14 B-88', 'secondOpinionPhysician', ['awaitingResponse stay if it was not received yet', 'choosing preparing concluded stay if the physician timed out and it was not received yet']),
  line('application.accepted', 'L-20 B-17', 'secondOpinionPhysician', ['awaitingResponse → inviting if the record holds the execution', 'awaitingResponse → underway', 'choosing preparing concluded → inviting if the physician timed out and the record holds the execution', 'choosing preparing → underway if the physician timed out'], '', ['employee applicationAccepted', 'ownPhysician applicationAccepted']),
  line('application.declined', 'L-21 L-24 B-81 B-88', 'secondOpinionPhysician', ['awaitingResponse → preparing if somebody who was chosen is next', 'awaitingResponse → choosing', 'preparing → choosing if the physician timed out and nobody is next', 'choosing preparing concluded stay if the physician timed out'], '', ['ownPhysician applicationDeclined', ...again]),
  line('response.overdue', 'L-20 B-15 B-17 B-81', 'scheduler ownPhysician', ['awaitingResponse → preparing if somebody who was chosen is next', 'awaitingResponse → choosing'], 'responseTermHasPassed', ['ownPhysician responseOverdue', ...again, 'employee waitingRemainsPossible']),
  line('application.foundInfeasible', 'L-19 B-20 B-53 B-88', 'secondOpinionPhysician', ['awaitingResponse consulting underway → reconsidering', 'choosing preparing concluded stay if the physician timed out'], 'dataAreMissing', ['employee applicationFoundInfeasible', 'ownPhysician applicationFoundInfeasible']),
  line('engagement.ended', 'L-24 B-57', 'secondOpinionPhysician employee', ['engaged underway → preparing if somebody who was chosen is next', 'engaged underway → choosing'], '', ['other ownPhysician engagementEnded', 'other former secondOpinionPhysician engagementEnded', ...again]),
  line('medicalData.sent', 'L-17 B-18b B-53 B-67', 'ownPhysician', ['execution stay'], 'sentToTheChosen recipientIsAuthorised', ['secondOpinionPhysician medicalDataSent if it goes to whoever is engaged']),
  line('consultation.scheduled', 'L-27', 'secondOpinionPhysician', ['consulting → awaitingConsultation'], '', ['employee consultationScheduled']),
  line('consultation.held', 'L-28 L-29', 'secondOpinionPhysician', ['consulting → assessing'], 'identityWasEstablished'),
  line('consultation.missed', 'B-23a', 'secondOpinionPhysician', ['awaitingConsultation → inviting'], '', ['employee consultationMissed']),
  line('consultation.waived', 'L-27 B-23', 'secondOpinionPhysician', ['inviting → assessing'], 'waiverHasReasons', ['employee consultationWaived']),
  line('information.requested', 'D-2.14d.4 L-30 L-31 B-24 B-54 B-72 G-13', 'secondOpinionPhysician', ['consulting stay', 'drafted → assessing'], 'employeeConsentsToSource employeeConsentsToOwnPhysician', ['ownPhysician informationAsked if the own physician is asked', 'employer informationAsked if work is asked with consent']),
  line('information.received', 'D-2.14d.4 L-30 L-31 B-24 B-72 G-13', 'secondOpinionPhysician', ['consulting stay', 'drafted → assessing'], 'employeeConsentsToSource employeeConsentsToOwnPhysician'),
  line('draft.submitted', 'L-32 L-33', 'secondOpinionPhysician', ['assessing drafted → reviewing'], '', ['employee draftSubmitted']),
  line('inaccuracies.reported', 'L-34', 'employee', ['reviewing → finalising'], '', ['secondOpinionPhysician inaccuraciesReported']),
  line('remarks.waived', 'L-34', 'employee', ['reviewing → finalising'], '', ['secondOpinionPhysician remarksWaived']),
  line('remarks.timedOut', 'B-25', 'secondOpinionPhysician', ['reviewing → finalising'], 'reviewPeriodHasPassed'),
  line('advice.discussed', 'E-25 B-27 B-77 B-91', 'secondOpinionPhysician', ['drafted advised stay', 'notForwarded stay if the record holds the execution'], 'waiverIsDocumented'),
  line('advice.finalised', 'L-33 L-35 L-36', 'secondOpinionPhysician', ['finalising → awaitingConsent', '! assessing reviewing → awaitingConsent'], 'draftWasReviewed', ['employee adviceFinalised']),
  line('advice.corrected', 'B-60', 'secondOpinionPhysician', ['advised → awaitingConsent', 'notForwarded withCopy stay if the advice is final'], '', ['employee adviceCorrected']),
  line('forwarding.authorised', 'L-37 B-69 B-91', 'employee', ['advised notForwarded → considering if a copy of this text went before', 'advised → forwarding', 'notForwarded → forwarding if the record holds the execution'], 'recipientIsOwnPhysician consentIsDocumented', ['secondOpinionPhysician forwardingAuthorised', 'ownPhysician adviceForwarded if a copy of this text went before']),
  line('forwarding.withheld', 'L-39 B-31', 'employee', ['advised → notForwarded'], '', ['secondOpinionPhysician forwardingWithheld', noCopy]),
  line('forwarding.unanswered', 'B-28 B-77', 'secondOpinionPhysician', ['awaitingConsent → notForwarded'], 'employeeWasReminded', ['employee forwardingUnanswered', noCopy]),
  line('noCopy.announced', 'L-39', 'secondOpinionPhysician', ['underway → notForwarded'], '', [noCopy]),
  line('advice.forwarded', 'L-38 E-25 B-69 B-90 B-91', 'secondOpinionPhysician', ['forwarding → considering if the copy is consented to', 'underway → considering', 'notForwarded → considering if the record is of the own physician', '! forwarding drafted awaitingConsent notForwarded stay'], 'forwardingIsAuthorised adviceWasDiscussed', ['employee adviceForwarded if the copy is consented to', 'employee forwardedWithoutConsent unless the copy is consented to', 'ownPhysician adviceForwarded if the copy is consented to']),
  line('advice.handedOver', 'B-29 B-52 B-60 B-64', 'employee', ['advised notForwarded underway → considering', 'withdrawn → considering if the second opinion may have gone on', 'withCopy stay if the own physician may not have it'], '', ['ownPhysician adviceHandedOver', 'secondOpinionPhysician noAnswerNeeded if the second opinion is in progress', 'thirdPhysician heedTheResults if the results are passed on']),

  line('decision.made', 'L-40 L-41 B-51 B-59 B-61 G-6 G-10', 'ownPhysician', ['considering → decided', 'decided transfer transferRefused concluded transferred stay', '! notForwarded stay'], 'physicianIsRegistered ownPhysicianHasCopy decisionHasReasons', ['employee decisionMade', 'thirdPhysician heedTheResults if the results are passed on']),
  line('transfer.requested', 'D-2.14d.6 B-32', 'employee', ['considering decided concluded → consideringTransfer'], 'guidanceContinues ownPhysicianHasCopy', ['ownPhysician transferRequested']),
  line('transfer.withdrawn', 'B-39 B-92', 'employee', ['transfer → concluded if it was concluded before', 'transfer → considering if nothing was decided yet', 'transfer → decided'], '', ['ownPhysician transferWithdrawn', 'former thirdPhysician notNeeded']),
  line('transfer.granted', 'E-30 E-31 B-34 B-92 B-93 G-8', 'ownPhysician', ['transfer → awaitingThirdPhysician'], 'actorsAreDistinct thirdIsNotTheOwnPhysician physicianIsRegistered', ['employee transferGranted', 'thirdPhysician transferGranted', 'former thirdPhysician notNeeded']),
  line('transfer.refused', 'E-34 B-35 B-92', 'ownPhysician', ['transfer → transferRefused'], '', ['employee transferRefused', 'former thirdPhysician notNeeded']),
  line('transfer.accepted', 'E-32 E-33 G-8', 'thirdPhysician', ['awaitingThirdPhysician → transferred'], '', ['employee transferAccepted', 'ownPhysician transferAccepted', 'first employer guidanceTransferred', 'thirdPhysician heedTheResults if the advice may be passed on']),
  line('transfer.declined', 'G-8', 'thirdPhysician', ['awaitingThirdPhysician stay'], '', ['employee transferDeclined', 'ownPhysician transferDeclined']),
  line('employer.asked', 'E-34 B-55', 'employee', ['withCopy stay'], 'actorsAreDistinct employerIsNamed', ['employer employerAsked', 'former employer employerNotAsked if the employer is asked']),
  line('employer.notAsked', 'B-55', 'employee', ['withCopy lapsed stay if the employer is asked'], '', ['employer employerNotAsked']),
  line('employer.agreed', 'B-36', 'employer', ['withCopy lapsed stay if the employer is asked'], '', ['employee employerAgreed']),
  line('employer.declined', 'B-36', 'employer', ['withCopy lapsed stay if the employer is asked'], '', ['employee employerDeclined']),
  line('case.closed', 'B-32 B-56', 'ownPhysician employee', ['decided transferRefused → concluded'], '', ['other employee caseClosed', 'other ownPhysician caseClosed']),

  line('complaint.filed', 'E-35 E-36 E-37 E-38 B-37', 'employee', ['anywhere stay'], 'complaintIsNew', ['complaintHandler complaintFiled']),
  line('complaint.withdrawn', 'B-37', 'employee', ['anywhere stay if a complaint waits'], 'complaintIsOpen', ['complaintHandler complaintWithdrawn']),
  line('complaint.acknowledged', 'D-2.14e.5 B-73 B-83 G-12', 'complaintHandler', ['anywhere stay if a complaint waits'], 'complaintIsOpen handlerIsNotInvolved', ['employee complaintAcknowledged', 'former complaintHandler complaintTakenOver']),
  line('complaint.progressed', 'D-2.14e.5 G-12', 'complaintHandler', ['anywhere stay if a complaint waits'], 'complaintIsOpen handlerIsNotInvolved', ['employee complaintProgressed']),
  line('complaint.answered', 'D-2.14e.4 D-2.14e.5 G-12', 'complaintHandler', ['anywhere stay if a complaint waits'], 'complaintIsOpen handlerIsNotInvolved answerHasReasons', ['employee complaintAnswered']),
  line('ownPhysician.replaced', 'B-66 B-93 B-94 G-14', 'administration employer', ['anywhere stay'], 'actorsAreDistinct physicianIsRegistered', ['employee ownPhysicianReplaced', 'ownPhysician guidanceTakenOver', 'secondOpinionPhysician ownPhysicianReplaced if the second opinion is in progress']),
  line('file.released', 'B-65', 'employee', ['anywhere stay if the file is withheld'], 'recipientIsOwnPhysician', ['ownPhysician fileReleased if it goes to the own physician']),
  line('guidance.ended', 'B-78', 'employee administration', ['anywhere stay'], '', ['other employee guidanceEnded', 'other ownPhysician guidanceEnded']),
  line('employer.informed', 'G-4', 'ownPhysician secondOpinionPhysician', ['anywhere stay'], 'employeeConsentsToTelling', ['employee employerInformed']),
];

const holdsRole = ({ holders, complaints }: Facts, role: Role, event: Told): boolean => {
  if (role !== 'complaintHandler') return (holders[role] ?? []).includes(event.by);
  if (event.type === 'complaint.acknowledged') return true;
  const handler = 'complaint' in event ? complaints[event.complaint]?.handler : null;
  return (handler ?? event.by) === event.by;
};

/** What comes of an event: where it leads, which norms it does not meet, who is told, and what `record` books. */
export interface Formulated {
  step: Step;
  unmet: NormName[];
  employerRoute: Facts['employerRoute'];
  letters: Pick<Letter, 'to' | 'former' | 'first' | 'toAnother' | 'about'>[];
  isVoid: boolean;
  forbidden: boolean;
  deviations: NormName[];
}

const lineOf = new Map(formulation.map((each) => [each.event, each]));

/** What is no business of the second-opinion physician, who keeps a record of their own part. */
const notTheirs = words(`
  instrument.discussed adviceInForce.explained request.honoured request.refused request.foundOutOfScope reasons.given
  request.renewed uwvRoute.chosen physicians.chosen outsider.notEngaged noCopy.announced decision.made transfer.requested
  transfer.withdrawn transfer.granted transfer.refused transfer.accepted transfer.declined employer.asked employer.notAsked
  employer.agreed employer.declined case.closed guidance.ended file.released
`);

/** What such a record cannot ask: what was done before the application came. */
const notAskedOfTheirs = words('instrumentWasDiscussed adviceInForceWasExplained');

/** Where it goes back to the application phase, or on to the own physician, their part is over. */
const overInTheirs = words('choosing preparing considering').map(stepNamed);

const transitionFrom = (transitions: Transition[], facts: Facts, event: Told): Transition | undefined =>
  isTheirs(facts) && notTheirs.includes(event.type)
    ? undefined
    : transitions.find(({ from, open }) => from.includes(facts.step) && open(facts, event));

/** What the table (or one changed line of it) says of an event in a case; null where it is unexpected. */
export function formulated(facts: Facts, event: Told, said = lineOf.get(event.type)): Formulated | null {
  const transition = said && transitionFrom(said.transitions, facts, event);
  if (!transition) return null;
  const asked = said.norms.filter((norm) => !isTheirs(facts) || !notAskedOfTheirs.includes(norm));
  const unmet = asked.filter((norm) =>
    norm === 'actorHoldsRole'
      ? !said.by.some(({ role, may }) => may(facts, event) && holdsRole(facts, role, event))
      : !conditions[norm](facts, event),
  );
  const voiding = unmet.filter((norm) => voids.includes(norm));
  const step = transition.to ?? facts.step;
  return {
    step: isTheirs(facts) && overInTheirs.includes(step) ? 'concluded' : step,
    employerRoute: employerRouteAfter[event.type] ?? facts.employerRoute,
    unmet,
    letters: said.letters.filter(({ sent }) => sent(facts, event)),
    isVoid: voiding.length > 0,
    forbidden: transition.forbidden,
    deviations: (voiding.length > 0 ? voiding : unmet).filter((norm) => !ownChoices.includes(norm)),
  };
}

/** Where the question to the employer stands after an event that answers or asks it. */
const employerRouteAfter: Partial<Record<EventType, Facts['employerRoute']>> = {
  'employer.asked': 'asked',
  'employer.notAsked': 'none',
  'employer.agreed': 'answered',
  'employer.declined': 'answered',
};

/** What may lead a way on, of what an event carries: the case alone does not stand in the way of it. */
const asIfUsual = (facts: Facts): Partial<Record<EventType, object>> => ({
  'application.sent': { medicalData: true },
  'reasons.given': { of: facts.reasonsOwed },
});

/** The events that may follow in a case, as far as the case alone says: somebody holds a role that may report it. */
export const expectedIn = (facts: Facts): EventType[] =>
  formulation.flatMap(({ event, by, transitions }) => {
    const told = { type: event, ...asIfUsual(facts)[event] } as Told;
    const transition = transitionFrom(transitions, facts, told);
    const somebodyMay = by.some(
      ({ role, may }) => may(facts, told) && (role === 'complaintHandler' || facts.holders[role]?.length),
    );
    return transition && !transition.forbidden && somebodyMay ? [event] : [];
  });

const kindOf = (norm: string): NormKind => {
  if (norm === 'datedInOrder') return 'order';
  return voids.includes(norm) ? 'validity' : 'conduct';
};

/** The norms of which the table says what they ask, each with its kind. */
export const formulatedNorms = Object.fromEntries(
  ['actorHoldsRole', ...Object.keys(conditions)].map((norm) => [norm, kindOf(norm)]),
);

/** Every step that the table names. */
export const formulatedSteps = words(places.anywhere ?? '').map(stepNamed);
