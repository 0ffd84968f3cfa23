import { type EventOf, type EventType, eventTypes, notBefore, type ProcedureEvent, reportersIn } from './acts.js';
import { type ClauseId, type Rank, rankOf } from './clauses.js';
import type { Day, Physician } from './fields.js';
import {
  authorisationFor,
  type CaseFile,
  complaintOf,
  currentChoice,
  holdsRole,
  isInvolved,
  mayBeForwarded,
  ownPhysicianHasCopy,
  type RecordOf,
} from './file.js';
import { isOpen, responseDue } from './terms.js';

/**
 * `validity`: without it the act is void. `conduct`: without it the act is wrong, yet done. `order`: a log has an order.
 * Only `conduct` gives way in `record`.
 */
export type NormKind = 'validity' | 'conduct' | 'order';

/** A rule: of which events it is asked, its kind, the clauses it rests on, the fields that only it requires, its condition. */
export interface Norm<Type extends EventType = EventType> {
  /** The events of which it is asked; absent: every event. */
  of?: readonly Type[];
  /** The records that can tell; absent: every record. */
  inRecordOf?: readonly RecordOf[];
  kind: NormKind;
  /** What it rests on; the highest of their ranks is its own. */
  clauses: ClauseId[];
  /** The fields of an event that only this rule asks for. */
  needs?: string[];
  /** What it asks of the case alone; absent: nothing. */
  ofCase?: (file: CaseFile, type: Type) => boolean;
  /** What it asks of the event, with the case as it was under the rules of a day; absent: nothing. */
  ofEvent?: (file: CaseFile, event: EventOf<Type>, rules: Day) => boolean;
}

const norm = <const Type extends EventType>(rule: Norm<Type>): Norm => rule as unknown as Norm;

const compelling = ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'];

/** `E-15`, `B-03`: whether one of the grounds for a refusal is compelling. */
export const hasCompelling = (grounds: EventOf<'request.refused'>['grounds']): boolean =>
  grounds.some((ground) => compelling.includes(ground));

/** `B-12`, `B-74`, `E-13`: neither listed in the contract, themselves or by their service, nor in the pool, nor agreed with the employer. */
export const isOutside = (
  contract: CaseFile['contract'],
  { id, organisations, pool }: Physician,
  agreedWithEmployer: string | null,
): boolean =>
  !pool &&
  !agreedWithEmployer &&
  !contract.physicians.some((physician) => physician.id === id) &&
  !contract.organisations.some((organisation) => organisations.includes(organisation));

/** `B-12`, `E-13`: whether the physician to whom the application goes now is outside the contract. */
export const isOutsider = (file: CaseFile): boolean => {
  const chosen = currentChoice(file);
  return chosen !== null && isOutside(file.contract, chosen, file.choice?.agreedWithEmployer ?? null);
};

type Working = Pick<Physician, 'id' | 'organisations'>;

/** `D-2.14d.2`: not who gave the advice, nor of the same service. */
const independent = ({ contract, contestedAdvice: { giver } }: CaseFile, physician: Working): boolean =>
  giver.id !== physician.id && (contract.military || !shareAService(giver, physician));

const shareAService = (one: Working, other: Working): boolean =>
  one.organisations.some((organisation) => other.organisations.includes(organisation));

/** `B-93`: the employee, the representative and an employer, also the first, are nobody's physician. */
const lay = ({ employee, representative, employer, firstEmployer }: CaseFile['participants']): string[] =>
  [employee, representative, employer, firstEmployer].filter((person) => person !== null);

/** `B-93`: whether somebody has a role in which they cannot be the second-opinion physician. */
const isTaken = ({ participants }: CaseFile, person: string | undefined): boolean =>
  person !== undefined &&
  [...lay(participants), participants.ownPhysician.id, ...participants.formerOwn].includes(person);

/** `B-93`: whom an event brings into a role, and who may not be the same person. */
const mustDiffer = ({ participants, engagement }: CaseFile, event: ProcedureEvent): [string[], string[]] => {
  const { ownPhysician, formerOwn, thirdPhysician, employee, representative } = participants;
  const own = [ownPhysician.id, ...formerOwn];
  const others = [engagement?.physician, thirdPhysician?.id].filter((id) => id !== undefined);
  switch (event.type) {
    case 'physicians.chosen':
      return [
        [event.first.id, event.second?.id ?? event.first.id],
        [...lay(participants), ...own],
      ];
    case 'application.sent':
      return [[event.to], [...lay(participants), ...own]];
    case 'transfer.granted':
      return [[event.to.id], lay(participants)];
    case 'ownPhysician.replaced':
      return [[event.physician.id], [...lay(participants), ...others]];
    case 'employer.asked':
      return [
        event.employer ? [event.employer] : [],
        [employee, representative ?? employee, ownPhysician.id, ...others],
      ];
    default:
      return [[], []];
  }
};

/** `L-04`, `B-71`: not of the service of the present own physician either. */
const isOfAnotherService = ({ contract, participants }: CaseFile, physician: Working): boolean =>
  contract.military || !shareAService(participants.ownPhysician, physician);

/** "First": on the day of the event or before it, whenever it was recorded. */
const notAfter = ({ on }: { on: Day }, day: Day | null | undefined): boolean => day != null && day <= on;

/** `B-77`: a reminder comes after the day on which began what it reminds of. */
const reminded = (from: (Day | null | undefined)[], { on, remindedOn }: { on: Day; remindedOn: Day[] }): boolean =>
  remindedOn.some((reminder) => reminder <= on && from.every((day) => !day || reminder > day));

/** Since when the employee is waited for: the last thing that was done before. */
const employeeAwaitedSince = ({ request, choice, engagement }: CaseFile): (Day | null | undefined)[] => [
  request.askedOn,
  request.honouredOn,
  request.engageFrom,
  choice?.on,
  engagement?.acceptedOn,
  engagement?.infeasibleOn,
];

/** What the employee said of medical data for the engaged physician. */
const authorisationOfEngaged = (file: CaseFile) => authorisationFor(file, file.engagement?.physician);

/** The acts that only a registered occupational physician can do (`B-40`, `G-6`). */
const decidingActs: EventType[] = [
  'request.honoured',
  'request.refused',
  'request.foundOutOfScope',
  'application.sent',
  'decision.made',
];

/** Whoever has no part in the application phase cannot know what was done in it. */
const ofTheApplication: RecordOf[] = ['procedure', 'ownPhysician'];

/** A mask hides the choice from whoever is chosen. */
const knowsTheChoice = ({ recordOf, choice }: CaseFile): boolean =>
  ofTheApplication.includes(recordOf) && choice !== undefined;

/** Keeps the names of the rules in the type and leaves the rest of it short. */
const named = <Name extends string>(rules: Record<Name, Norm>): Record<Name, Norm> => rules;

/** The rules of the procedure: each a statement that should be true. */
export const norms = named({
  // of every event
  actorHoldsRole: norm({
    kind: 'validity',
    clauses: ['D-2.14d.1', 'D-2.14d.3', 'D-2.14d.5', 'E-44', 'B-40', 'G-6', 'G-7'],
    ofEvent: (file, event) =>
      reportersIn(file, event.type).some((role) => {
        if (role !== 'complaintHandler') return holdsRole(file, role, event.by);
        // Another may take a complaint over (`B-83`).
        if (event.type === 'complaint.acknowledged') return true;
        const handler = 'complaint' in event ? complaintOf(file, event.complaint)?.handler : null;
        return !handler || handler === event.by;
      }),
  }),
  datedInOrder: norm({
    kind: 'order',
    clauses: ['B-13', 'B-86'],
    ofEvent: (file, event) => [file.openedOn, ...notBefore(file, event)].every((day) => !day || day <= event.on),
  }),

  actorsAreDistinct: norm({
    of: ['physicians.chosen', 'application.sent', 'transfer.granted', 'employer.asked', 'ownPhysician.replaced'],
    kind: 'validity',
    clauses: ['D-2.14d.2', 'B-93', 'B-95', 'G-5'],
    ofCase: (file, type) => type !== 'application.sent' || !isTaken(file, currentChoice(file)?.id),
    ofEvent: (file, event) => {
      const [brought, others] = mustDiffer(file, event);
      return !brought.some((person) => others.includes(person));
    },
  }),
  // of an opening alone
  representativeHasMandate: norm({
    of: [],
    kind: 'validity',
    clauses: ['B-95'],
    ofCase: ({ participants: { representative, mandate } }) => representative === null || mandate !== null,
  }),

  // application phase
  instrumentWasDiscussed: norm({
    of: ['request.refused', 'application.sent'],
    inRecordOf: ofTheApplication,
    kind: 'conduct',
    clauses: ['L-06'],
    ofCase: ({ request }) => request.instrument !== null,
    ofEvent: ({ request }, event) => notAfter(event, request.instrument?.on),
  }),
  adviceInForceWasExplained: norm({
    of: ['application.sent'],
    inRecordOf: ofTheApplication,
    kind: 'conduct',
    clauses: ['L-11', 'L-12', 'B-38'],
    ofCase: ({ request }) => request.adviceInForceExplainedOn !== null,
    ofEvent: ({ request }, event) => notAfter(event, request.adviceInForceExplainedOn),
  }),
  groundIsNamed: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'W-14.2.g', 'L-09', 'B-70'],
    ofEvent: (_, { grounds }) => grounds.length > 0,
  }),
  groundIsCompelling: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['E-15', 'E-18', 'B-02', 'B-03', 'B-70', 'G-3'],
    ofEvent: (_, { grounds }) => hasCompelling(grounds),
  }),
  earlierOpinionIsNamed: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['E-19', 'B-04'],
    ofEvent: (file, { grounds, earlierRequests }) =>
      !grounds.includes('repeatedSameQuestion') ||
      file.earlierRequests.some(
        ({ id, outcome, question }) =>
          earlierRequests.includes(id) &&
          outcome === 'completed' &&
          (file.question === null || question === file.question),
      ),
  }),
  requestWasNotHonoured: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['L-08'],
    ofCase: ({ request }) => request.honouredOn === null,
  }),
  reasonsAreInWriting: norm({
    of: ['request.refused', 'request.foundOutOfScope'],
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'L-10', 'E-16', 'B-05', 'B-07'],
    needs: ['reasons'],
    ofEvent: (_, { reasons }) => reasons !== undefined,
  }),
  employeeWasReminded: norm({
    of: ['request.lapsed', 'forwarding.unanswered'],
    kind: 'conduct',
    clauses: ['B-28', 'B-49', 'B-77'],
    ofEvent: (file, event) =>
      reminded(event.type === 'request.lapsed' ? employeeAwaitedSince(file) : [file.execution.advice?.on], event),
  }),

  // choice, authorisation, sending
  physicianIsIndependent: norm({
    of: ['physicians.chosen', 'application.sent'],
    kind: 'validity',
    clauses: ['D-2.14d.2', 'D-1.34a', 'B-11', 'B-71'],
    ofCase: (file, type) => {
      const chosen = type === 'application.sent' ? currentChoice(file) : null;
      return chosen === null || independent(file, chosen);
    },
    ofEvent: (file, event) =>
      event.type === 'application.sent'
        ? independent(file, { id: event.to, organisations: [] })
        : independent(file, event.first) && (event.second === undefined || independent(file, event.second)),
  }),
  physicianIsOfAnotherService: norm({
    of: ['physicians.chosen', 'application.sent'],
    kind: 'conduct',
    clauses: ['L-04', 'B-71'],
    ofCase: (file, type) => {
      const chosen = type === 'application.sent' ? currentChoice(file) : null;
      return chosen === null || isOfAnotherService(file, chosen);
    },
    ofEvent: (file, event) =>
      event.type === 'application.sent' ||
      [event.first, event.second ?? event.first].every((chosen) => isOfAnotherService(file, chosen)),
  }),
  physicianIsRegistered: norm({
    of: [
      'request.honoured',
      'request.refused',
      'request.foundOutOfScope',
      'physicians.chosen',
      'application.sent',
      'decision.made',
      'transfer.granted',
      'ownPhysician.replaced',
    ],
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
  }),
  preferencesDiffer: norm({
    of: ['physicians.chosen'],
    kind: 'conduct',
    clauses: ['L-14'],
    ofEvent: (_, { first, second }) => first.id !== second?.id,
  }),
  choiceIsOutsideContract: norm({
    of: ['outsider.notEngaged'],
    kind: 'conduct',
    clauses: ['D-2.14d.2', 'D-2.14d.3', 'E-13', 'B-12', 'B-74'],
    ofCase: isOutsider,
  }),
  recipientIsOwnPhysician: norm({
    of: ['forwarding.authorised', 'file.released'],
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'L-37', 'B-65'],
    ofEvent: (file, { to }) => to === file.participants.ownPhysician.id,
  }),
  consentIsDocumented: norm({
    of: ['authorisation.signed', 'forwarding.authorised'],
    kind: 'conduct',
    clauses: ['L-17', 'L-37'],
    needs: ['document'],
    ofEvent: (_, { by, recordedBy, document }) =>
      recordedBy === undefined || recordedBy === by || document !== undefined,
  }),
  sentToTheChosen: norm({
    of: ['application.sent', 'medicalData.sent'],
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'L-13', 'L-21', 'E-08', 'B-10', 'B-82'],
    // Whom the employee chose the second-opinion physician cannot know.
    ofCase: (file, type) =>
      type === 'medicalData.sent' ? file.engagement !== null : !knowsTheChoice(file) || currentChoice(file) !== null,
    ofEvent: (file, { type, to }) =>
      type === 'medicalData.sent'
        ? to === file.engagement?.physician
        : !knowsTheChoice(file) || to === currentChoice(file)?.id,
  }),
  questionIsPut: norm({
    of: ['application.sent'],
    kind: 'conduct',
    clauses: ['G-5'],
    ofCase: ({ question }) => question !== null,
  }),
  recipientIsAuthorised: norm({
    of: ['application.sent', 'medicalData.sent'],
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'L-17', 'L-26', 'B-18a', 'B-18b', 'B-84'],
    ofCase: (file, type) => type === 'application.sent' || authorisationOfEngaged(file)?.status === 'signed',
    ofEvent: (file, event) =>
      (event.type === 'application.sent' && !event.medicalData) ||
      authorisationFor(file, event.to)?.status === 'signed',
  }),

  // execution phase
  responseTermHasPassed: norm({
    of: ['response.overdue'],
    kind: 'validity',
    clauses: ['L-20'],
    ofEvent: (file, { on }, rules) => {
      const due = responseDue(file, rules);
      return due !== null && on > due.dueOn;
    },
  }),
  dataAreMissing: norm({
    of: ['application.foundInfeasible'],
    kind: 'conduct',
    clauses: ['L-18', 'L-19', 'B-20', 'B-53'],
    ofCase: (file) => {
      const authorisation = authorisationOfEngaged(file);
      return !file.engagement?.medicalDataSentOn || authorisation?.status !== 'signed' || authorisation.scope !== null;
    },
  }),
  identityWasEstablished: norm({
    of: ['consultation.held'],
    kind: 'conduct',
    clauses: ['L-28'],
    ofEvent: (_, { identity }) => identity !== 'notEstablished',
  }),
  waiverHasReasons: norm({
    of: ['consultation.waived'],
    kind: 'conduct',
    clauses: ['B-23'],
    needs: ['reasons'],
    ofEvent: (_, { reasons }) => reasons !== undefined,
  }),
  employeeConsentsToSource: norm({
    of: ['information.requested', 'information.received'],
    kind: 'conduct',
    clauses: ['L-30', 'L-31', 'B-24', 'B-72'],
    needs: ['consent'],
    ofEvent: (_, { source, consent }) => consent !== undefined || source === 'ownPhysician',
  }),
  employeeConsentsToOwnPhysician: norm({
    of: ['information.requested', 'information.received'],
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'L-31', 'B-24', 'B-72'],
    ofEvent: (file, { source, consent }) =>
      consent !== undefined || source !== 'ownPhysician' || authorisationOfEngaged(file)?.status === 'signed',
  }),
  reviewPeriodHasPassed: norm({
    of: ['remarks.timedOut'],
    kind: 'conduct',
    clauses: ['L-34', 'B-25'],
    ofEvent: ({ execution }, { on, announcedOn, until }) => {
      const submittedOn = execution.draft?.on ?? announcedOn;
      return submittedOn <= announcedOn && announcedOn <= until && until < on;
    },
  }),
  draftWasReviewed: norm({
    of: ['advice.finalised'],
    kind: 'conduct',
    clauses: ['L-33', 'L-34', 'G-13'],
    ofCase: ({ execution }) => execution.review !== null,
  }),
  forwardingIsAuthorised: norm({
    of: ['advice.forwarded'],
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'L-37', 'L-38', 'E-26'],
    ofCase: mayBeForwarded,
  }),
  waiverIsDocumented: norm({
    of: ['advice.discussed'],
    kind: 'conduct',
    clauses: ['B-77'],
    needs: ['document'],
    ofEvent: (_, { waivedByEmployee = false, document }) => !waivedByEmployee || document !== undefined,
  }),
  adviceWasDiscussed: norm({
    of: ['advice.forwarded'],
    inRecordOf: ['procedure', 'secondOpinionPhysician'],
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'E-25', 'B-27'],
    ofCase: ({ execution }) => execution.discussion !== null,
    ofEvent: ({ execution }, event) => notAfter(event, execution.discussion?.on),
  }),

  // completion phase
  guidanceContinues: norm({
    of: ['transfer.requested'],
    kind: 'validity',
    clauses: ['D-2.14d.6', 'B-32', 'B-78'],
    ofCase: (file) => file.guidanceContinues,
  }),
  ownPhysicianHasCopy: norm({
    of: ['decision.made', 'transfer.requested'],
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'D-2.14d.6', 'L-40', 'B-29', 'B-32', 'B-65'],
    ofCase: ownPhysicianHasCopy,
  }),
  decisionHasReasons: norm({
    of: ['decision.made'],
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'L-41', 'G-10'],
    needs: ['reasons'],
    ofEvent: (_, { reasons }) => reasons !== undefined,
  }),
  thirdIsNotTheOwnPhysician: norm({
    of: ['transfer.granted'],
    kind: 'validity',
    clauses: ['D-2.14d.6', 'E-30', 'B-34'],
    ofEvent: (file, { to }) => to.id !== file.participants.ownPhysician.id,
  }),
  employerIsNamed: norm({
    of: ['employer.asked'],
    kind: 'validity',
    clauses: ['E-34', 'B-55'],
    ofEvent: ({ participants }, { employer }) => employer !== undefined || participants.employer !== null,
  }),

  // at any moment
  complaintIsNew: norm({
    of: ['complaint.filed'],
    kind: 'validity',
    clauses: ['D-2.14e.1', 'B-37'],
    ofEvent: (file, { complaint }) => complaintOf(file, complaint) === undefined,
  }),
  complaintIsOpen: norm({
    of: ['complaint.withdrawn', 'complaint.acknowledged', 'complaint.progressed', 'complaint.answered'],
    kind: 'validity',
    clauses: ['D-2.14e.4', 'B-37'],
    ofEvent: (file, event) => {
      const complaint = complaintOf(file, event.complaint);
      return complaint !== undefined && isOpen(complaint);
    },
  }),
  handlerIsNotInvolved: norm({
    of: ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'],
    kind: 'validity',
    clauses: ['D-2.14e.5', 'B-73'],
    ofEvent: (file, { by, complaint }) => !isInvolved(file, by) && complaintOf(file, complaint)?.against !== by,
  }),
  answerHasReasons: norm({
    of: ['complaint.answered'],
    kind: 'conduct',
    clauses: ['D-2.14e.4'],
    needs: ['reasons'],
    ofEvent: (_, { reasons }) => reasons !== undefined,
  }),
  employeeConsentsToTelling: norm({
    of: ['employer.informed'],
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'D-2.14d.5', 'D-2.14d.6', 'B-42', 'G-4'],
    needs: ['consent'],
    ofEvent: (_, { consent }) => consent !== undefined,
  }),
});

/** The name of a rule, as a statement that should be true, such as `reasonsAreInWriting`. */
export type NormName = keyof typeof norms;

const names = Object.keys(norms) as NormName[];

/** The norms that an opening fails: who may ask, and who may not be the same person. */
export const failedByOpening = (file: CaseFile, by: string): NormName[] => {
  const { representative, employer, administration, ownPhysician } = file.participants;
  const physicians = [ownPhysician.id, file.contestedAdvice.giver.id];
  const asked: [NormName, boolean][] = [
    ['actorHoldsRole', holdsRole(file, file.recordOf === 'secondOpinionPhysician' ? 'ownPhysician' : 'employee', by)],
    ['datedInOrder', file.contestedAdvice.on <= file.openedOn],
    [
      'actorsAreDistinct',
      !lay(file.participants).some((person) => physicians.includes(person)) &&
        (representative === null || ![employer, administration].includes(representative)),
    ],
    ['representativeHasMandate', norms.representativeHasMandate.ofCase?.(file, 'question.put') ?? true],
  ];
  return asked.flatMap(([name, isKept]) => (isKept ? [] : [name]));
};

/** Which rules are asked of an event of each type, in the order of the text. */
export const normsOf = Object.fromEntries(
  eventTypes.map((type) => [type, names.filter((name) => norms[name].of?.includes(type) ?? true)]),
) as Record<EventType, NormName[]>;

/** A rule that stands in the way. */
export interface Unmet {
  /** Its name: a cause and a way out of each stand on the page on errors. */
  norm: NormName;
  /** The highest of the ranks of its clauses. */
  rank: Rank;
  clauses: ClauseId[];
}

export const unmetOf = (failed: NormName[]): Unmet[] =>
  failed.map((norm) => ({ norm, rank: rankOfNorm(norm), clauses: [...norms[norm].clauses] }));

/** The rank of a norm: the highest of the clauses it rests on. */
export const rankOfNorm = (name: NormName): Rank => rankOf(norms[name].clauses);

/** The norms that the case alone fails, whatever the event carries. */
export const failedByCase = (file: CaseFile, type: EventType): NormName[] =>
  normsOf[type].filter(
    (name) => (norms[name].inRecordOf?.includes(file.recordOf) ?? true) && norms[name].ofCase?.(file, type) === false,
  );

/** Whether a norm is kept by an event, in the case as it was and under the rules of a day. */
export function holds(name: NormName, file: CaseFile, event: ProcedureEvent, rules: Day): boolean {
  const { inRecordOf, ofCase, ofEvent } = norms[name];
  if (inRecordOf && !inRecordOf.includes(file.recordOf)) return true;
  return (!ofCase || ofCase(file, event.type)) && (!ofEvent || ofEvent(file, event, rules));
}

export const failedBy = (file: CaseFile, event: ProcedureEvent, rules: Day): NormName[] =>
  normsOf[event.type].filter((name) => !holds(name, file, event, rules));
