import { authorisationFor, type CaseFile, currentChoice, holders, isOpen, responseFrom } from './case.js';
import { type ClauseId, type Rank, rankOf } from './clauses.js';
import { type EventOf, type EventType, type Physician, type ProcedureEvent, type Role, reporters } from './events.js';
import { type Day, weekFrom } from './terms.js';

/**
 * `validity`: without it the act is none. `conduct`: without it the act is wrong, yet done. `order`: a log has an order.
 * Only `conduct` gives way in `record`.
 */
export type NormKind = 'validity' | 'conduct' | 'order';

/** What a norm or a transition asks: of the case alone, of the event with it, or of both. */
export interface Condition {
  /** What it asks of the case alone; absent: nothing. */
  ofCase?: (file: CaseFile, type: EventType) => boolean;
  /** What it asks of the event, with the case as it was; absent: nothing. */
  ofEvent?: (file: CaseFile, event: ProcedureEvent) => boolean;
}

/** A rule: its kind, the clauses it rests on, the fields that only it requires, and what it asks. */
export interface Norm extends Condition {
  kind: NormKind;
  /** What it rests on; the highest of their ranks is its own. */
  clauses: ClauseId[];
  /** The fields of an event that only this rule asks for. */
  needs?: string[];
}

export const holdsForCase = ({ ofCase }: Condition, file: CaseFile, type: EventType): boolean =>
  ofCase === undefined || ofCase(file, type);

export const holds = (condition: Condition, file: CaseFile, event: ProcedureEvent): boolean =>
  holdsForCase(condition, file, event.type) && (condition.ofEvent === undefined || condition.ofEvent(file, event));

/** Asks only about events of these types; a norm says nothing of another. */
const of =
  <Type extends EventType>(types: Type[], asks: (event: EventOf<Type>, file: CaseFile) => boolean) =>
  (file: CaseFile, event: ProcedureEvent): boolean =>
    !(types as EventType[]).includes(event.type) || asks(event as EventOf<Type>, file);

const ofTheProcedure = (file: CaseFile): boolean => file.recordOf === 'procedure';

/** The acts that only a registered occupational physician can do (`B-40`, `G-6`). */
const decidingActs: EventType[] = [
  'request.honoured',
  'request.refused',
  'request.foundOutOfScope',
  'application.sent',
  'decision.made',
];

const compelling = ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'];

const independent = (file: CaseFile, { id, organisations }: Pick<Physician, 'id' | 'organisations'>): boolean =>
  [file.participants.ownPhysician, file.contestedAdvice.giver].every(
    (other) =>
      other.id !== id &&
      (file.contract.military || !other.organisations.some((organisation) => organisations.includes(organisation))),
  );

/** `B-12`, `E-13`: neither listed in the contract, nor in the pool, nor agreed with the employer. */
export const isOutsider = (file: CaseFile): boolean => {
  const chosen = currentChoice(file);
  return (
    chosen !== null &&
    !chosen.pool &&
    !file.choice?.agreedWithEmployer &&
    !file.contract.physicians.some((physician) => physician.id === chosen.id)
  );
};

/** `E-15`, `B-03`: whether one of the grounds for a refusal is compelling. */
export const hasCompelling = (grounds: EventOf<'request.refused'>['grounds']): boolean =>
  grounds.some((ground) => compelling.includes(ground));

/** "First": on the day of the event or before it, whenever it was recorded. */
const notAfter = ({ on }: ProcedureEvent, day: Day | null | undefined): boolean => day != null && day <= on;

/** What the employee said of medical data for the engaged physician. */
const authorisationOfEngaged = (file: CaseFile) => file.engagement && authorisationFor(file, file.engagement.physician);

const complaintOf = (file: CaseFile, id: string) => file.complaints.find(({ complaint }) => complaint === id);

const parties: Role[] = [
  'employee',
  'ownPhysician',
  'secondOpinionPhysician',
  'thirdPhysician',
  'employer',
  'administration',
  'scheduler',
];

/** `D-2.14e.5`: whoever has, or had, a part in the case. */
export const isInvolved = (file: CaseFile, person: string): boolean =>
  parties.some((role) => holders(file, role).includes(person)) ||
  file.participants.former.includes(person) ||
  file.contestedAdvice.giver.id === person;

const reminded = (from: Day | undefined, { on, remindedOn }: { on: Day; remindedOn: Day[] }): boolean =>
  remindedOn.some((reminder) => reminder <= on && (from === undefined || reminder >= from));

/** The days before which an event cannot lie; every event lies after the opening. */
const restsOn = (file: CaseFile, event: ProcedureEvent): (Day | null | undefined)[] => {
  const { request, choice, engagement, execution, transfer } = file;
  switch (event.type) {
    case 'instrument.discussed':
    case 'request.refused':
    case 'request.foundOutOfScope':
    case 'uwvRoute.chosen':
    case 'request.withdrawn':
    case 'request.lapsed':
    case 'authorisation.signed':
    case 'authorisation.withheld':
      return [request.askedOn];
    case 'request.honoured':
    case 'request.renewed':
      return [request.askedOn, request.outcome?.on];
    case 'authorisation.revoked':
      return [request.askedOn, authorisationFor(file, event.recipient)?.on];
    case 'physicians.chosen':
      return [request.honouredOn, request.engageFrom, engagement?.infeasibleOn];
    case 'outsider.notEngaged':
      return [choice?.on];
    case 'application.sent':
      return [
        request.askedOn,
        request.engageFrom,
        choice?.on,
        event.medicalData ? authorisationFor(file, event.to)?.on : null,
      ];
    case 'medicalData.sent':
      return [engagement?.application.on, authorisationFor(file, event.to)?.on];
    case 'application.received':
    case 'application.accepted':
    case 'application.declined':
    case 'response.overdue':
      return [engagement?.application.on];
    case 'application.foundInfeasible':
    case 'engagement.ended':
    case 'consultation.scheduled':
    case 'consultation.held':
    case 'consultation.waived':
    case 'information.requested':
    case 'noCopy.announced':
      return [engagement?.application.on, engagement?.acceptedOn];
    case 'consultation.missed':
      return [execution.consultation.scheduled?.on];
    case 'information.received':
      return [engagement?.acceptedOn, execution.information.find((item) => item.source === event.source)?.requestedOn];
    case 'draft.submitted':
      return [engagement?.acceptedOn, execution.consultation.held?.on, execution.consultation.waived?.on];
    case 'inaccuracies.reported':
    case 'remarks.waived':
    case 'remarks.timedOut':
    case 'advice.discussed':
      return [execution.draft?.on];
    case 'advice.finalised':
      return [engagement?.acceptedOn, execution.draft?.on, execution.review?.on];
    case 'forwarding.authorised':
    case 'forwarding.withheld':
    case 'forwarding.unanswered':
    case 'advice.forwarded':
      return [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on];
    case 'advice.handedOver':
      return [engagement?.acceptedOn, execution.advice?.on];
    case 'decision.made':
    case 'transfer.requested':
      return [file.possession?.on];
    case 'transfer.withdrawn':
    case 'transfer.granted':
    case 'transfer.refused':
      return [transfer?.requestedOn];
    case 'transfer.accepted':
    case 'transfer.declined':
      return [transfer?.grantedOn];
    case 'employer.asked':
      return [transfer?.requestedOn, transfer?.refused?.on, file.closedOn];
    case 'employer.agreed':
    case 'employer.declined':
      return [file.employerRequest?.askedOn];
    case 'case.closed':
      return [file.decision?.on, transfer?.refused?.on, file.employerRequest?.askedOn];
    case 'complaint.withdrawn':
    case 'complaint.acknowledged':
    case 'complaint.progressed':
    case 'complaint.answered': {
      const complaint = complaintOf(file, event.complaint);
      return [complaint?.filedOn, event.type === 'complaint.withdrawn' ? null : complaint?.acknowledgedOn];
    }
    case 'adviceInForce.explained':
    case 'complaint.filed':
    case 'ownPhysician.replaced':
    case 'employer.informed':
      return [];
  }
};

/** Keeps the names of the rules in the type and leaves the rest of it short. */
const named = <Name extends string>(rules: Record<Name, Norm>): Record<Name, Norm> => rules;

/** The rules of the procedure: each a statement that should be true. */
export const norms = named({
  // of every event
  actorHoldsRole: {
    kind: 'validity',
    clauses: ['D-2.14d.1', 'D-2.14d.3', 'D-2.14d.5', 'E-44', 'B-40', 'G-6', 'G-7'],
    ofEvent: (file, event) =>
      reporters[event.type].some((role) => {
        if (role !== 'complaintHandler') return holders(file, role).includes(event.by);
        const handler = 'complaint' in event ? complaintOf(file, event.complaint)?.handler : null;
        return !handler || handler === event.by;
      }),
  },
  datedInOrder: {
    kind: 'order',
    clauses: ['B-13'],
    ofEvent: (file, event) => [file.openedOn, ...restsOn(file, event)].every((day) => !day || day <= event.on),
  },

  // request
  instrumentWasDiscussed: {
    kind: 'conduct',
    clauses: ['L-06'],
    ofCase: ({ request }) => request.instrument !== null,
    ofEvent: ({ request }, event) => notAfter(event, request.instrument?.on),
  },
  adviceInForceWasExplained: {
    kind: 'conduct',
    clauses: ['L-11', 'L-12', 'B-38'],
    ofCase: ({ request }) => request.adviceInForceExplainedOn !== null,
    ofEvent: ({ request }, event) => notAfter(event, request.adviceInForceExplainedOn),
  },
  groundIsCompelling: {
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'W-14.2.g', 'L-09', 'E-15', 'E-18', 'B-02', 'B-03', 'G-3'],
    ofEvent: of(['request.refused'], ({ grounds }) => hasCompelling(grounds)),
  },
  earlierOpinionIsNamed: {
    kind: 'conduct',
    clauses: ['E-19', 'B-04'],
    ofEvent: of(
      ['request.refused'],
      ({ grounds, earlierRequests }, file) =>
        !grounds.includes('repeatedSameQuestion') ||
        file.earlierRequests.some(
          ({ id, outcome, question }) =>
            earlierRequests.includes(id) &&
            outcome === 'completed' &&
            (file.question === null || question === file.question),
        ),
    ),
  },
  reasonsAreInWriting: {
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'L-10', 'E-16', 'B-05', 'B-07'],
    needs: ['reasons'],
    ofEvent: of(['request.refused', 'request.foundOutOfScope'], ({ reasons }) => reasons !== undefined),
  },
  requestWasNotHonoured: {
    kind: 'conduct',
    clauses: ['L-08'],
    ofCase: ({ request }) => request.honouredOn === null,
  },
  employeeWasReminded: {
    kind: 'conduct',
    clauses: ['B-28', 'B-46'],
    ofEvent: of(['request.lapsed', 'forwarding.unanswered'], (event, file) =>
      reminded(event.type === 'request.lapsed' ? file.request.askedOn : file.execution.advice?.on, event),
    ),
  },

  // choice, authorisation, sending
  physicianIsIndependent: {
    kind: 'validity',
    clauses: ['D-2.14d.2', 'D-1.34a', 'L-04', 'B-11'],
    ofCase: (file, type) => {
      const chosen = type === 'application.sent' ? currentChoice(file) : null;
      return chosen === null || independent(file, chosen);
    },
    ofEvent: (file, event) => {
      if (event.type === 'application.sent') return independent(file, { id: event.to, organisations: [] });
      if (event.type !== 'physicians.chosen') return true;
      return independent(file, event.first) && (event.second === undefined || independent(file, event.second));
    },
  },
  physicianIsRegistered: {
    kind: 'validity',
    clauses: ['D-2.14d.1', 'E-03', 'B-40', 'G-6'],
    ofCase: (file, type) => !decidingActs.includes(type) || file.participants.ownPhysician.registered,
    ofEvent: (_, event) => {
      switch (event.type) {
        case 'physicians.chosen':
          return event.first.registered && (event.second === undefined || event.second.registered);
        case 'transfer.granted':
          return event.to.registered;
        case 'ownPhysician.replaced':
          return event.physician.registered;
        default:
          return true;
      }
    },
  },
  preferencesDiffer: {
    kind: 'conduct',
    clauses: ['L-14'],
    ofEvent: of(['physicians.chosen'], ({ first, second }) => first.id !== second?.id),
  },
  choiceIsOutsideContract: {
    kind: 'conduct',
    clauses: ['D-2.14d.2', 'D-2.14d.3', 'E-13', 'B-12'],
    ofCase: isOutsider,
  },
  consentIsDocumented: {
    kind: 'conduct',
    clauses: ['L-17', 'L-37'],
    needs: ['document'],
    ofEvent: of(
      ['authorisation.signed', 'forwarding.authorised'],
      ({ by, recordedBy, document }) => recordedBy === undefined || recordedBy === by || document !== undefined,
    ),
  },
  sentToTheChosen: {
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'L-13', 'L-21', 'E-08', 'B-10'],
    ofEvent: of(
      ['application.sent', 'medicalData.sent'],
      ({ type, to }, file) =>
        to === (type === 'application.sent' ? currentChoice(file)?.id : file.engagement?.physician),
    ),
  },
  questionIsPut: {
    kind: 'conduct',
    clauses: ['G-5'],
    ofCase: ({ question }) => question !== null,
  },
  recipientIsAuthorised: {
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'L-17', 'L-26', 'B-18a', 'B-18b'],
    ofEvent: of(
      ['application.sent', 'medicalData.sent'],
      (event, file) =>
        (event.type === 'application.sent' && !event.medicalData) ||
        authorisationFor(file, event.to)?.status === 'signed',
    ),
  },

  // execution
  responseTermHasPassed: {
    kind: 'validity',
    clauses: ['L-20'],
    ofEvent: of(['response.overdue'], ({ on }, file) => {
      const from = responseFrom(file);
      return from !== null && on > weekFrom(from, file.contract.responseTerm.extendedBy).dueOn;
    }),
  },
  dataWereWithheld: {
    kind: 'conduct',
    clauses: ['L-18', 'L-19', 'B-20'],
    ofCase: (file) => {
      const authorisation = authorisationOfEngaged(file);
      return authorisation?.status !== 'signed' || authorisation.scope !== null;
    },
  },
  identityWasEstablished: {
    kind: 'conduct',
    clauses: ['L-28'],
    ofEvent: of(['consultation.held'], ({ identity }) => identity !== 'notEstablished'),
  },
  waiverHasReasons: {
    kind: 'conduct',
    clauses: ['B-23'],
    needs: ['reasons'],
    ofEvent: of(['consultation.waived'], ({ reasons }) => reasons !== undefined),
  },
  employeeConsentsToSource: {
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'L-30', 'L-31', 'B-24'],
    needs: ['consent'],
    ofEvent: of(
      ['information.requested', 'information.received'],
      ({ source, consent }, file) =>
        consent !== undefined || (source === 'ownPhysician' && authorisationOfEngaged(file)?.status === 'signed'),
    ),
  },
  reviewPeriodHasPassed: {
    kind: 'conduct',
    clauses: ['L-34', 'B-25'],
    ofEvent: of(['remarks.timedOut'], ({ on, announcedOn, until }, { execution }) => {
      const submittedOn = execution.draft?.on ?? announcedOn;
      return submittedOn <= announcedOn && announcedOn <= until && until < on;
    }),
  },
  draftWasReviewed: {
    kind: 'conduct',
    clauses: ['L-33', 'L-34', 'G-13'],
    ofCase: ({ execution }) => execution.review !== null,
  },
  forwardingIsAuthorised: {
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'L-37', 'L-38', 'E-26'],
    ofCase: (file) => {
      const { forwarding } = file.execution;
      if (forwarding?.as === 'authorised') return forwarding.to === file.participants.ownPhysician.id;
      return !ofTheProcedure(file) && forwarding?.as !== 'withheld';
    },
  },
  adviceWasDiscussed: {
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'E-25', 'B-27'],
    ofCase: (file) => !ofTheProcedure(file) || file.execution.discussion !== null,
    ofEvent: (file, event) => !ofTheProcedure(file) || notAfter(event, file.execution.discussion?.on),
  },
  recipientIsOwnPhysician: {
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'L-37'],
    ofEvent: of(['forwarding.authorised'], ({ to }, file) => to === file.participants.ownPhysician.id),
  },

  // completion
  ownPhysicianHasCopy: {
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'D-2.14d.6', 'L-40', 'B-29', 'B-32'],
    ofCase: ({ possession }) => possession !== null,
  },
  decisionHasReasons: {
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'L-41', 'G-10'],
    needs: ['reasons'],
    ofEvent: of(['decision.made'], ({ reasons }) => reasons !== undefined),
  },
  guidanceContinues: {
    kind: 'validity',
    clauses: ['D-2.14d.6', 'B-32'],
    ofCase: (file) => file.guidanceContinues,
  },
  thirdIsNotTheOwnPhysician: {
    kind: 'validity',
    clauses: ['D-2.14d.6', 'E-30', 'B-34'],
    ofEvent: of(['transfer.granted'], ({ to }, file) => to.id !== file.participants.ownPhysician.id),
  },
  employerIsNamed: {
    kind: 'validity',
    clauses: ['E-34'],
    ofCase: ({ participants }) => participants.employer !== null,
  },

  // at any moment
  complaintIsNew: {
    kind: 'validity',
    clauses: ['D-2.14e.1', 'B-37'],
    ofEvent: of(['complaint.filed'], ({ complaint }, file) => complaintOf(file, complaint) === undefined),
  },
  complaintIsOpen: {
    kind: 'validity',
    clauses: ['D-2.14e.4', 'B-37'],
    ofEvent: (file, event) => {
      const complaint = 'complaint' in event ? complaintOf(file, event.complaint) : undefined;
      return complaint !== undefined && isOpen(complaint);
    },
  },
  handlerIsNotInvolved: {
    kind: 'validity',
    clauses: ['D-2.14e.5'],
    ofEvent: of(
      ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'],
      ({ by, complaint }, file) => !isInvolved(file, by) && complaintOf(file, complaint)?.against !== by,
    ),
  },
  answerHasReasons: {
    kind: 'conduct',
    clauses: ['D-2.14e.4'],
    needs: ['reasons'],
    ofEvent: of(['complaint.answered'], ({ reasons }) => reasons !== undefined),
  },
  replacementIsAnother: {
    kind: 'validity',
    clauses: ['D-2.14d.2', 'G-14'],
    ofEvent: of(
      ['ownPhysician.replaced'],
      ({ physician }, file) =>
        physician.id !== file.engagement?.physician && physician.id !== file.participants.thirdPhysician?.id,
    ),
  },
  employeeConsentsToTelling: {
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'D-2.14d.5', 'D-2.14d.6', 'B-42', 'G-4'],
    needs: ['consent'],
    ofEvent: of(['employer.informed'], ({ consent }) => consent !== undefined),
  },
});

/** The name of a rule, as a statement that should be true, such as `reasonsAreInWriting`. */
export type NormName = keyof typeof norms;

/** The rank of a norm: the highest of the clauses it rests on. */
export const rankOfNorm = (name: NormName): Rank => rankOf(norms[name].clauses);
