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
  completion: 'considering decided consideringTransfer awaitingThirdPhysician transferRefused awaitingEmployer',
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

const stepNamed = (leaf: string): Step => known(fullName.get(leaf), leaf);

// On which circumstances it depends where an event leads, and who is told.

const circumstances: Record<string, Condition> = {
  'the second preference remains': ({ secondPreferenceRemains }) => secondPreferenceRemains,
  'the record is of the procedure': ({ recordOf }) => recordOf === 'procedure',
  'the record is of the own physician': ({ recordOf }) => recordOf === 'ownPhysician',
  'it was not received yet': ({ received }) => !received,
  'the physician timed out': ({ timedOut }) => timedOut,
  'the recipient is engaged': ({ engaged }, event) => 'recipient' in event && event.recipient === engaged,
  'no copy is news': ({ noCopyTold }) => !noCopyTold,
  'nothing was decided yet': ({ decided }) => !decided,
  'it was concluded before': ({ concludedBefore }) => concludedBefore,
  'the advice may be passed on': ({ adviceMayBePassedOn }) => adviceMayBePassedOn,
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

const isIndependent = (
  { own, giver, military }: Facts,
  { id, organisations }: Pick<Physician, 'id' | 'organisations'>,
) =>
  [own, giver].every(
    (other) =>
      other.id !== id &&
      (military || !other.organisations.some((organisation) => organisations.includes(organisation))),
  );
/** The physicians whom an event names in full. */
const physiciansIn = (event: Told): Physician[] =>
  Object.values(event).filter((value): value is Physician => typeof value === 'object' && 'registered' in value);
const authorisedOf = ({ authorisations }: Facts, recipient: string | null): string =>
  authorisations[recipient ?? ''] ?? 'none';
const mayHaveData = (facts: Facts, recipient: string | null): boolean =>
  ['signed', 'scoped'].includes(authorisedOf(facts, recipient));

const conditions: Record<Exclude<NormName, 'actorHoldsRole'>, Condition> = {
  datedInOrder: ({ openedOn }, { on }) => openedOn <= on,

  instrumentWasDiscussed: (facts, event) => doneBy(facts.instrumentDiscussedOn, event),
  adviceInForceWasExplained: (facts, event) => doneBy(facts.adviceInForceExplainedOn, event),
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
    ({ askedOn, adviceOn }, { type, on, remindedOn }) =>
      remindedOn.some((day) => day <= on && day >= ((type === 'forwarding.unanswered' && adviceOn) || askedOn)),
  ),

  physicianIsIndependent: (facts, event) =>
    event.type === 'application.sent'
      ? [{ id: event.to, organisations: [] }, facts.current ?? []].flat().every((each) => isIndependent(facts, each))
      : physiciansIn(event).every((each) => isIndependent(facts, each)),
  physicianIsRegistered: ({ own }, event) =>
    [...physiciansIn(event), ...(decisive.includes(event.type) ? [own] : [])].every(({ registered }) => registered),
  preferencesDiffer: of<'physicians.chosen'>((_, { first, second }) => first.id !== second?.id),
  choiceIsOutsideContract: ({ outsiderNotAgreed }) => outsiderNotAgreed,
  recipientIsOwnPhysician: of<'forwarding.authorised'>(({ own }, { to }) => to === own.id),
  consentIsDocumented: of<'forwarding.authorised'>(
    (_, { by, recordedBy, document }) => (recordedBy ?? by) === by || document !== undefined,
  ),
  sentToTheChosen: of<'application.sent' | 'medicalData.sent'>(
    ({ current, engaged }, { type, to }) => to === (type === 'medicalData.sent' ? engaged : current?.id),
  ),
  questionIsPut: ({ question }) => question !== null,
  recipientIsAuthorised: of<'application.sent' | 'medicalData.sent'>(
    (facts, event) => (event.type === 'application.sent' && !event.medicalData) || mayHaveData(facts, event.to),
  ),

  responseTermHasPassed: ({ lastDayToRespond }, { on }) => lastDayToRespond !== null && on > lastDayToRespond,
  dataWereWithheld: (facts) => authorisedOf(facts, facts.engaged) !== 'signed',
  identityWasEstablished: of<'consultation.held'>((_, { identity }) => identity !== 'notEstablished'),
  waiverHasReasons: withReasons,
  employeeConsentsToSource: of<'information.requested'>(
    (facts, { source, consent }) =>
      consent !== undefined || (source === 'ownPhysician' && mayHaveData(facts, facts.engaged)),
  ),
  reviewPeriodHasPassed: of<'remarks.timedOut'>(
    ({ draftOn }, { announcedOn, until, on }) =>
      draftOn !== null && draftOn <= announcedOn && announcedOn <= until && until < on,
  ),
  draftWasReviewed: ({ draftReviewed }) => draftReviewed,
  forwardingIsAuthorised: ({ own, recordOf, forwardingTo, forwardingWithheld }) =>
    forwardingTo === own.id || (recordOf === 'ownPhysician' && forwardingTo === null && !forwardingWithheld),
  adviceWasDiscussed: (facts, event) => facts.recordOf === 'ownPhysician' || doneBy(facts.adviceDiscussedOn, event),

  guidanceContinues: (facts) => facts.guidanceContinues,
  ownPhysicianHasCopy: ({ inPossession }) => inPossession,
  decisionHasReasons: withReasons,
  thirdIsNotTheOwnPhysician: of<'transfer.granted'>(({ own }, { to }) => to.id !== own.id),
  employerIsNamed: ({ employer }) => employer !== null,

  complaintIsNew: of<'complaint.filed'>(({ complaints }, { complaint }) => complaints[complaint] === undefined),
  complaintIsOpen: of<'complaint.answered'>(({ complaints }, { complaint }) => complaints[complaint]?.open === true),
  handlerIsNotInvolved: of<'complaint.answered'>(
    ({ involved, complaints }, { by, complaint }) => ![...involved, complaints[complaint]?.against].includes(by),
  ),
  answerHasReasons: withReasons,
  replacementIsAnother: of<'ownPhysician.replaced'>(
    ({ engaged, third }, { physician }) => ![engaged, third].includes(physician.id),
  ),
  employeeConsentsToTelling: of<'employer.informed'>((_, { consent }) => consent !== undefined),
};

/** Without these an act is void: recorded, it leaves the case as it was. */
const voids = words(`
  actorHoldsRole physicianIsIndependent physicianIsRegistered responseTermHasPassed guidanceContinues thirdIsNotTheOwnPhysician
  employerIsNamed complaintIsNew complaintIsOpen handlerIsNotInvolved replacementIsAnother
`);

/** Only our own choice asks for these: recorded without them, an act is no deviation. */
const ownChoices = words('employeeWasReminded questionIsPut waiverHasReasons');

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
  about: NoticeTopic;
  sent: Condition;
}

/** What the table says of an event: who does it, where it can happen and leads, on which norms, who is told. */
export interface Line {
  event: EventType;
  clauses: ClauseId[];
  by: Role[];
  transitions: Transition[];
  norms: NormName[];
  letters: Letter[];
}

const transitionOf = (text: string): Transition => {
  const [, against, from = '', arrow, condition] =
    /^(! )?([A-Za-z ]+?) (stay|→ [A-Za-z]+)(?: ((?:if|unless) .*))?$/.exec(text) ?? [];
  if (!arrow) throw new Error(`cannot read: ${text}`);
  return {
    from: words(from).flatMap((word) => words(places[word] ?? word).map(stepNamed)),
    to: arrow === 'stay' ? null : stepNamed(arrow.slice(2)),
    forbidden: against !== undefined,
    open: circumstance(condition),
  };
};

const letterOf = (text: string): Letter => {
  const [, to, about, condition] = /^(\w+) (\w+)(?: ((?:if|unless) .*))?$/.exec(text) ?? [];
  return { to: to as Role, about: about as NoticeTopic, sent: circumstance(condition) };
};

const line = (
  event: EventType,
  clauses: string,
  by: string,
  transitions: string[],
  norms = '',
  letters: string[] = [],
): Line => ({
  event,
  clauses: words(clauses) as ClauseId[],
  by: words(by) as Role[],
  transitions: transitions.map(transitionOf),
  norms: ['actorHoldsRole', 'datedInOrder', ...(words(norms) as NormName[])],
  letters: letters.map(letterOf),
});

const again = [
  'employee physicianUnavailable if the second preference remains',
  'employee chooseAnotherPhysician unless the second preference remains',
];
const noCopy = 'ownPhysician noCopy if no copy is news';

/**
 * Of each event: on which clauses, by whom, where it can happen and where it leads, which norms are asked besides the two of every
 * event, and who is told what. Of the transitions from a step the first whose circumstance holds is taken; in a step that is not named the event is
 * unexpected. A transition that begins with `!` is against the rules.
 */
// biome-ignore format: a line per event
export const formulation: Line[] = [
  line('instrument.discussed', 'L-06 B-02', 'ownPhysician', ['discussing choosing preparing refused stay']),
  line('adviceInForce.explained', 'L-11 L-12', 'ownPhysician', ['application stay']),
  line('request.honoured', 'L-08 G-2 G-6', 'ownPhysician', ['discussing refused outOfScope → choosing'], 'physicianIsRegistered'),
  line('request.refused', 'L-06 L-08 L-09 L-10 E-16 B-03 B-04 G-6', 'ownPhysician', ['discussing → refused', '! choosing preparing → refused'], 'physicianIsRegistered instrumentWasDiscussed groundIsCompelling earlierOpinionIsNamed requestWasNotHonoured reasonsAreInWriting', ['employee requestRefused']),
  line('request.foundOutOfScope', 'B-05 G-6', 'ownPhysician', ['discussing → outOfScope'], 'physicianIsRegistered reasonsAreInWriting', ['employee requestOutOfScope']),
  line('request.renewed', 'B-08', 'employee', ['ended → discussing'], '', ['ownPhysician requestMade']),
  line('uwvRoute.chosen', 'E-43', 'employee', ['application refused outOfScope → uwvRouteChosen']),
  line('request.withdrawn', 'B-39', 'employee', ['application execution → withdrawn'], '', ['ownPhysician requestWithdrawn', 'secondOpinionPhysician requestWithdrawn']),
  line('request.lapsed', 'B-46', 'ownPhysician secondOpinionPhysician', ['application inviting underway → lapsed'], 'employeeWasReminded'),
  line('physicians.chosen', 'L-04 L-13 L-14 B-11', 'employee', ['choosing preparing reconsidering → preparing'], 'physicianIsIndependent physicianIsRegistered preferencesDiffer', ['ownPhysician physiciansChosen']),
  line('outsider.notEngaged', 'B-12', 'ownPhysician', ['preparing → choosing'], 'choiceIsOutsideContract'),
  line('authorisation.signed', 'L-17 B-18a B-20', 'employee', ['preparing awaitingResponse engaged underway stay', 'reconsidering → preparing if the recipient is engaged', 'reconsidering stay'], 'consentIsDocumented', ['ownPhysician authorisationSigned', 'secondOpinionPhysician authorisationSigned if the recipient is engaged']),
  line('authorisation.withheld', 'L-18 B-19', 'employee', ['preparing reconsidering awaitingResponse engaged underway stay'], '', ['ownPhysician authorisationWithheld', 'secondOpinionPhysician authorisationWithheld if the recipient is engaged']),
  line('authorisation.revoked', 'L-18 B-19', 'employee', ['choosing preparing reconsidering awaitingResponse engaged underway stay'], '', ['ownPhysician authorisationRevoked', 'secondOpinionPhysician authorisationRevoked if the recipient is engaged']),
  line('application.sent', 'L-06 L-11 L-16 L-17 L-22 G-5 G-6', 'ownPhysician', ['preparing → awaitingResponse', '! discussing choosing → awaitingResponse'], 'physicianIsRegistered physicianIsIndependent sentToTheChosen instrumentWasDiscussed adviceInForceWasExplained questionIsPut recipientIsAuthorised', ['secondOpinionPhysician applicationSent']),

  line('application.received', 'L-23 B-14', 'secondOpinionPhysician', ['awaitingResponse stay if it was not received yet']),
  line('application.accepted', 'L-20 B-17', 'secondOpinionPhysician', ['awaitingResponse → inviting if the record is of the procedure', 'awaitingResponse → underway', 'choosing preparing → inviting if the physician timed out and the record is of the procedure', 'choosing preparing → underway if the physician timed out'], '', ['employee applicationAccepted', 'ownPhysician applicationAccepted']),
  line('application.declined', 'L-21 L-24', 'secondOpinionPhysician', ['awaitingResponse → preparing if the second preference remains', 'awaitingResponse → choosing'], '', ['ownPhysician applicationDeclined', ...again]),
  line('response.overdue', 'L-20 B-15 B-17', 'scheduler ownPhysician', ['awaitingResponse → preparing if the second preference remains', 'awaitingResponse → choosing'], 'responseTermHasPassed', ['ownPhysician responseOverdue', ...again, 'employee waitingRemainsPossible']),
  line('application.foundInfeasible', 'L-19 B-20', 'secondOpinionPhysician', ['awaitingResponse consulting underway → reconsidering'], 'dataWereWithheld', ['employee applicationFoundInfeasible', 'ownPhysician applicationFoundInfeasible']),
  line('engagement.ended', 'L-24', 'secondOpinionPhysician', ['engaged underway → preparing if the second preference remains', 'engaged underway → choosing'], '', ['ownPhysician engagementEnded', ...again]),
  line('medicalData.sent', 'L-17 B-18b', 'ownPhysician', ['awaitingResponse consulting underway stay'], 'sentToTheChosen recipientIsAuthorised'),
  line('consultation.scheduled', 'L-27', 'secondOpinionPhysician', ['consulting → awaitingConsultation'], '', ['employee consultationScheduled']),
  line('consultation.held', 'L-28 L-29', 'secondOpinionPhysician', ['consulting → assessing'], 'identityWasEstablished'),
  line('consultation.missed', 'B-23a', 'secondOpinionPhysician', ['awaitingConsultation → inviting']),
  line('consultation.waived', 'L-27 B-23', 'secondOpinionPhysician', ['inviting → assessing'], 'waiverHasReasons'),
  line('information.requested', 'D-2.14d.4 L-30 L-31 B-24 G-13', 'secondOpinionPhysician', ['consulting stay', 'drafted → assessing'], 'employeeConsentsToSource'),
  line('information.received', 'D-2.14d.4 L-30 L-31 B-24 G-13', 'secondOpinionPhysician', ['consulting stay', 'drafted → assessing'], 'employeeConsentsToSource'),
  line('draft.submitted', 'L-32 L-33', 'secondOpinionPhysician', ['assessing drafted → reviewing'], '', ['employee draftSubmitted']),
  line('inaccuracies.reported', 'L-34', 'employee', ['reviewing → finalising'], '', ['secondOpinionPhysician inaccuraciesReported']),
  line('remarks.waived', 'L-34', 'employee', ['reviewing → finalising'], '', ['secondOpinionPhysician remarksWaived']),
  line('remarks.timedOut', 'B-25', 'secondOpinionPhysician', ['reviewing → finalising'], 'reviewPeriodHasPassed'),
  line('advice.discussed', 'E-25 B-27', 'secondOpinionPhysician', ['drafted advised notForwarded stay']),
  line('advice.finalised', 'L-33 L-35 L-36', 'secondOpinionPhysician', ['finalising → awaitingConsent', '! assessing reviewing → awaitingConsent'], 'draftWasReviewed', ['employee adviceFinalised']),
  line('forwarding.authorised', 'L-37', 'employee', ['advised notForwarded → forwarding'], 'recipientIsOwnPhysician consentIsDocumented', ['secondOpinionPhysician forwardingAuthorised']),
  line('forwarding.withheld', 'L-39 B-31', 'employee', ['advised → notForwarded'], '', ['secondOpinionPhysician forwardingWithheld', noCopy]),
  line('forwarding.unanswered', 'B-28', 'secondOpinionPhysician', ['awaitingConsent → notForwarded'], 'employeeWasReminded', [noCopy]),
  line('noCopy.announced', 'L-39', 'secondOpinionPhysician', ['underway → notForwarded'], '', [noCopy]),
  line('advice.forwarded', 'L-38 E-25', 'secondOpinionPhysician', ['forwarding underway → considering', 'notForwarded → considering if the record is of the own physician', '! drafted awaitingConsent notForwarded → considering'], 'forwardingIsAuthorised adviceWasDiscussed'),
  line('advice.handedOver', 'B-29', 'employee', ['advised notForwarded underway → considering']),

  line('decision.made', 'L-40 L-41 G-6 G-10', 'ownPhysician', ['considering → decided', 'transfer transferRefused awaitingEmployer concluded stay if nothing was decided yet', '! notForwarded → decided'], 'physicianIsRegistered ownPhysicianHasCopy decisionHasReasons', ['employee decisionMade']),
  line('transfer.requested', 'D-2.14d.6 B-32', 'employee', ['considering decided concluded → consideringTransfer'], 'guidanceContinues ownPhysicianHasCopy', ['ownPhysician transferRequested']),
  line('transfer.withdrawn', 'B-39', 'employee', ['transfer → concluded if it was concluded before', 'transfer → considering if nothing was decided yet', 'transfer → decided'], '', ['ownPhysician transferWithdrawn']),
  line('transfer.granted', 'E-30 E-31 B-34 G-8', 'ownPhysician', ['transfer → awaitingThirdPhysician'], 'thirdIsNotTheOwnPhysician physicianIsRegistered', ['employee transferGranted', 'thirdPhysician transferGranted']),
  line('transfer.refused', 'E-34 B-35', 'ownPhysician', ['transfer → transferRefused'], '', ['employee transferRefused']),
  line('transfer.accepted', 'E-32 E-33 G-8', 'thirdPhysician', ['awaitingThirdPhysician → transferred'], '', ['employer guidanceTransferred', 'thirdPhysician heedTheResults if the advice may be passed on']),
  line('transfer.declined', 'G-8', 'thirdPhysician', ['awaitingThirdPhysician stay'], '', ['employee transferDeclined', 'ownPhysician transferDeclined']),
  line('employer.asked', 'E-34', 'employee', ['consideringTransfer transferRefused concluded → awaitingEmployer'], 'employerIsNamed'),
  line('employer.agreed', 'B-36', 'employer', ['awaitingEmployer → concluded']),
  line('employer.declined', 'B-36', 'employer', ['awaitingEmployer → concluded']),
  line('case.closed', 'B-36', 'ownPhysician', ['decided transferRefused awaitingEmployer → concluded']),

  line('complaint.filed', 'E-35 E-37 E-38 B-37', 'employee', ['anywhere stay'], 'complaintIsNew'),
  line('complaint.withdrawn', 'B-37', 'employee', ['anywhere stay if a complaint waits'], 'complaintIsOpen'),
  line('complaint.acknowledged', 'D-2.14e.5 G-12', 'complaintHandler', ['anywhere stay if a complaint waits'], 'complaintIsOpen handlerIsNotInvolved', ['employee complaintAcknowledged']),
  line('complaint.progressed', 'D-2.14e.5 G-12', 'complaintHandler', ['anywhere stay if a complaint waits'], 'complaintIsOpen handlerIsNotInvolved', ['employee complaintProgressed']),
  line('complaint.answered', 'D-2.14e.4 D-2.14e.5 G-12', 'complaintHandler', ['anywhere stay if a complaint waits'], 'complaintIsOpen handlerIsNotInvolved answerHasReasons', ['employee complaintAnswered']),
  line('ownPhysician.replaced', 'G-14', 'administration employer', ['anywhere stay'], 'physicianIsRegistered replacementIsAnother', ['employee ownPhysicianReplaced', 'secondOpinionPhysician ownPhysicianReplaced']),
  line('employer.informed', 'G-4', 'ownPhysician secondOpinionPhysician', ['anywhere stay'], 'employeeConsentsToTelling'),
];

const holdsRole = ({ holders, complaints }: Facts, role: Role, event: Told): boolean => {
  if (role !== 'complaintHandler') return (holders[role] ?? []).includes(event.by);
  const handler = 'complaint' in event ? complaints[event.complaint]?.handler : null;
  return (handler ?? event.by) === event.by;
};

/** What comes of an event: where it leads, which norms it does not meet, who is told, and what `record` books. */
export interface Formulated {
  step: Step;
  unmet: NormName[];
  letters: Pick<Letter, 'to' | 'about'>[];
  isVoid: boolean;
  forbidden: boolean;
  deviations: NormName[];
}

const lineOf = new Map(formulation.map((each) => [each.event, each]));

const transitionFrom = (transitions: Transition[], facts: Facts, event: Told): Transition | undefined =>
  transitions.find(({ from, open }) => from.includes(facts.step) && open(facts, event));

/** What the table (or one changed line of it) says of an event in a case; null where it is unexpected. */
export function formulated(facts: Facts, event: Told, said = lineOf.get(event.type)): Formulated | null {
  const transition = said && transitionFrom(said.transitions, facts, event);
  if (!transition) return null;
  const unmet = said.norms.filter((norm) =>
    norm === 'actorHoldsRole'
      ? !said.by.some((role) => holdsRole(facts, role, event))
      : !conditions[norm](facts, event),
  );
  const voiding = unmet.filter((norm) => voids.includes(norm));
  return {
    step: transition.to ?? facts.step,
    unmet,
    letters: said.letters.filter(({ sent }) => sent(facts, event)),
    isVoid: voiding.length > 0,
    forbidden: transition.forbidden,
    deviations: (voiding.length > 0 ? voiding : unmet).filter((norm) => !ownChoices.includes(norm)),
  };
}

/** The events that may follow in a case, as far as the case alone says: somebody holds a role that may report it. */
export const expectedIn = (facts: Facts): EventType[] =>
  formulation.flatMap(({ event, by, transitions }) => {
    const transition = transitionFrom(transitions, facts, { type: event } as Told);
    const somebodyMay = by.some((role) => role === 'complaintHandler' || facts.holders[role]?.length);
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
