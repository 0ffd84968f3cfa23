import {
  type EventOf,
  type EventType,
  fieldNames,
  notBefore,
  ofEachType,
  type ProcedureEvent,
  reportersIn,
} from './acts.js';
import { type ClauseId, type Rank, rankOf } from './clauses.js';
import { type Day, informationSource, type Physician } from './fields.js';
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

/** A field of an event, besides its type. */
type FieldOf<Type extends EventType> = Type extends EventType ? Exclude<keyof EventOf<Type>, 'type'> : never;

/** When a rule asks for a field, by what another field beside it holds: by that it holds anything, and by the rest of this. */
export interface When {
  /** The other field. */
  readonly field: string;
  /** It holds one of these. */
  readonly is?: readonly (string | boolean)[];
  /** It holds something else than this field does. */
  readonly isNot?: string;
}

/** The field that a rule asks for, though the schema does without it. */
export interface Asks<Name extends string = string> {
  readonly field: Name;
  /** By the rest of the event; absent: whatever that is. */
  readonly when?: When & { field: Name; isNot?: Name };
  /** Where the case stands so that the rule does not ask for it. */
  readonly unless?: (file: CaseFile) => boolean;
}

/** A rule: of which events it is asked, its kind, the clauses it rests on, the field that only it asks for, its condition. */
export interface Norm<Type extends EventType = EventType> {
  /** The events of which it is asked; absent: every event. */
  readonly of?: readonly Type[];
  /** The records that can tell; absent: every record. */
  readonly inRecordOf?: readonly RecordOf[];
  readonly kind: NormKind;
  /** What it rests on; the highest of their ranks is its own. */
  readonly clauses: readonly ClauseId[];
  /** The field of an event that it asks for; where it is asked of no event, of an opening. */
  readonly asks?: Asks<[Type] extends [never] ? string : FieldOf<Type>>;
  /** The other fields of an event that it looks at, as far as one of its type has them, or of one of its type. */
  readonly looksAt?: readonly FieldOf<Type>[] | ((type: Type) => readonly FieldOf<Type>[]);
  /** What it asks of the case alone; absent: nothing. */
  readonly ofCase?: (file: CaseFile, type: Type) => boolean;
  /** What it asks of the event, with the case as it was under the rules of a day; absent: nothing. */
  readonly ofEvent?: (file: CaseFile, event: EventOf<Type>, rules: Day) => boolean;
}

/** Whether the rest of an event, or of what is filled in so far, is so that a rule asks for a field. */
export const isSo = (when: When | undefined, event: object): boolean => {
  if (!when) return true;
  const held: unknown = Reflect.get(event, when.field);
  if (held === undefined || held === null || held === '') return false;
  return (
    (!when.is || when.is.some((value) => value === held)) &&
    (when.isNot === undefined || held !== Reflect.get(event, when.isNot))
  );
};

/** A rule that asks for a field asks no more of an event than that it is there. */
const norm = <const Type extends EventType>(rule: Norm<Type>): Norm => {
  const { asks } = rule as unknown as Norm;
  const ofEvent: Norm['ofEvent'] = (file, event) =>
    !asks || asks.unless?.(file) || !isSo(asks.when, event) || Reflect.get(event, asks.field) !== undefined;
  return (asks ? { ofEvent, ...rule } : rule) as unknown as Norm;
};

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
const reminded = (
  from: (Day | null | undefined)[],
  { on, remindedOn }: { on: Day; remindedOn: readonly Day[] },
): boolean => remindedOn.some((reminder) => reminder <= on && from.every((day) => !day || reminder > day));

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

/** The first day on which an event can lie: that of the opening, or of the last thing that it follows. */
const earliest = (file: CaseFile, event: ProcedureEvent): Day =>
  notBefore(file, event).reduce<Day>((last, day) => (day && day > last ? day : last), file.openedOn);

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
    // Whoever handles one complaint does not handle another.
    looksAt: (type) =>
      type === 'complaint.progressed' || type === 'complaint.answered' ? ['by', 'complaint'] : ['by'],
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
    looksAt: ['on'],
    ofEvent: (file, event) => earliest(file, event) <= event.on,
  }),

  actorsAreDistinct: norm({
    of: ['physicians.chosen', 'application.sent', 'transfer.granted', 'employer.asked', 'ownPhysician.replaced'],
    kind: 'validity',
    clauses: ['D-2.14d.2', 'B-93', 'B-95', 'G-5'],
    looksAt: ['first', 'second', 'to', 'physician', 'employer'],
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
    asks: { field: 'mandate', when: { field: 'representative' } },
    ofCase: ({ participants: { representative, mandate } }) => representative === null || mandate !== null,
  }),

  // application phase
  instrumentWasDiscussed: norm({
    of: ['request.refused', 'application.sent'],
    inRecordOf: ofTheApplication,
    kind: 'conduct',
    clauses: ['L-06'],
    looksAt: ['on'],
    ofCase: ({ request }) => request.instrument !== null,
    ofEvent: ({ request }, event) => notAfter(event, request.instrument?.on),
  }),
  adviceInForceWasExplained: norm({
    of: ['application.sent'],
    inRecordOf: ofTheApplication,
    kind: 'conduct',
    clauses: ['L-11', 'L-12', 'B-38'],
    looksAt: ['on'],
    ofCase: ({ request }) => request.adviceInForceExplainedOn !== null,
    ofEvent: ({ request }, event) => notAfter(event, request.adviceInForceExplainedOn),
  }),
  groundIsNamed: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'W-14.2.g', 'L-09', 'B-70'],
    looksAt: ['grounds'],
    ofEvent: (_, { grounds }) => grounds.length > 0,
  }),
  groundIsCompelling: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['E-15', 'E-18', 'B-02', 'B-03', 'B-70', 'G-3'],
    looksAt: ['grounds'],
    ofEvent: (_, { grounds }) => hasCompelling(grounds),
  }),
  earlierOpinionIsNamed: norm({
    of: ['request.refused'],
    kind: 'conduct',
    clauses: ['E-19', 'B-04'],
    looksAt: ['grounds', 'earlierRequests'],
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
    asks: { field: 'reasons' },
  }),
  employeeWasReminded: norm({
    of: ['request.lapsed', 'forwarding.unanswered'],
    kind: 'conduct',
    clauses: ['B-28', 'B-49', 'B-77'],
    looksAt: ['remindedOn', 'on'],
    ofEvent: (file, event) =>
      reminded(event.type === 'request.lapsed' ? employeeAwaitedSince(file) : [file.execution.advice?.on], event),
  }),

  // choice, authorisation, sending
  physicianIsIndependent: norm({
    of: ['physicians.chosen', 'application.sent'],
    kind: 'validity',
    clauses: ['D-2.14d.2', 'D-1.34a', 'B-11', 'B-71'],
    looksAt: ['first', 'second', 'to'],
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
    looksAt: ['first', 'second'],
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
    // To whom it is sent was looked at when they were chosen.
    looksAt: (type) => (type === 'application.sent' ? [] : ['first', 'second', 'to', 'physician']),
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
    looksAt: ['first', 'second'],
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
    looksAt: ['to'],
    ofEvent: (file, { to }) => to === file.participants.ownPhysician.id,
  }),
  consentIsDocumented: norm({
    of: ['authorisation.signed', 'forwarding.authorised'],
    kind: 'conduct',
    clauses: ['L-17', 'L-37'],
    asks: { field: 'document', when: { field: 'recordedBy', isNot: 'by' } },
  }),
  sentToTheChosen: norm({
    of: ['application.sent', 'medicalData.sent'],
    kind: 'conduct',
    clauses: ['D-2.14d.3', 'L-13', 'L-21', 'E-08', 'B-10', 'B-82'],
    looksAt: ['to'],
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
    looksAt: ['to', 'medicalData'],
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
    looksAt: ['on'],
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
    looksAt: ['identity'],
    ofEvent: (_, { identity }) => identity !== 'notEstablished',
  }),
  waiverHasReasons: norm({
    of: ['consultation.waived'],
    kind: 'conduct',
    clauses: ['B-23'],
    asks: { field: 'reasons' },
  }),
  employeeConsentsToSource: norm({
    of: ['information.requested', 'information.received'],
    kind: 'conduct',
    clauses: ['L-30', 'L-31', 'B-24', 'B-72'],
    asks: {
      field: 'consent',
      when: { field: 'source', is: informationSource.options.filter((source) => source !== 'ownPhysician') },
    },
  }),
  employeeConsentsToOwnPhysician: norm({
    of: ['information.requested', 'information.received'],
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'L-31', 'B-24', 'B-72'],
    asks: {
      field: 'consent',
      when: { field: 'source', is: ['ownPhysician'] },
      unless: (file) => authorisationOfEngaged(file)?.status === 'signed',
    },
  }),
  reviewPeriodHasPassed: norm({
    of: ['remarks.timedOut'],
    kind: 'conduct',
    clauses: ['L-34', 'B-25'],
    looksAt: ['announcedOn', 'until', 'on'],
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
    asks: { field: 'document', when: { field: 'waivedByEmployee', is: [true] } },
  }),
  adviceWasDiscussed: norm({
    of: ['advice.forwarded'],
    inRecordOf: ['procedure', 'secondOpinionPhysician'],
    kind: 'conduct',
    clauses: ['D-2.14d.5', 'E-25', 'B-27'],
    looksAt: ['on'],
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
    asks: { field: 'reasons' },
  }),
  thirdIsNotTheOwnPhysician: norm({
    of: ['transfer.granted'],
    kind: 'validity',
    clauses: ['D-2.14d.6', 'E-30', 'B-34'],
    looksAt: ['to'],
    ofEvent: (file, { to }) => to.id !== file.participants.ownPhysician.id,
  }),
  employerIsNamed: norm({
    of: ['employer.asked'],
    kind: 'validity',
    clauses: ['E-34', 'B-55'],
    asks: { field: 'employer', unless: ({ participants }) => participants.employer !== null },
  }),

  // at any moment
  complaintIsNew: norm({
    of: ['complaint.filed'],
    kind: 'validity',
    clauses: ['D-2.14e.1', 'B-37'],
    looksAt: ['complaint'],
    ofEvent: (file, { complaint }) => complaintOf(file, complaint) === undefined,
  }),
  complaintIsOpen: norm({
    of: ['complaint.withdrawn', 'complaint.acknowledged', 'complaint.progressed', 'complaint.answered'],
    kind: 'validity',
    clauses: ['D-2.14e.4', 'B-37'],
    looksAt: ['complaint'],
    ofEvent: (file, event) => {
      const complaint = complaintOf(file, event.complaint);
      return complaint !== undefined && isOpen(complaint);
    },
  }),
  handlerIsNotInvolved: norm({
    of: ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'],
    kind: 'validity',
    clauses: ['D-2.14e.5', 'B-73'],
    looksAt: ['by', 'complaint'],
    ofEvent: (file, { by, complaint }) => !isInvolved(file, by) && complaintOf(file, complaint)?.against !== by,
  }),
  answerHasReasons: norm({
    of: ['complaint.answered'],
    kind: 'conduct',
    clauses: ['D-2.14e.4'],
    asks: { field: 'reasons' },
  }),
  employeeConsentsToTelling: norm({
    of: ['employer.informed'],
    kind: 'conduct',
    clauses: ['D-2.14d.4', 'D-2.14d.5', 'D-2.14d.6', 'B-42', 'G-4'],
    asks: { field: 'consent' },
  }),
});

/** The name of a rule, as a statement that should be true, such as `reasonsAreInWriting`. */
export type NormName = keyof typeof norms;

const names = Object.keys(norms) as NormName[];

/** The norms that an opening fails: who may ask, and who may not be the same person. */
export const unmetByOpening = (file: CaseFile, by: string): Unmet[] => {
  const { representative, employer, administration, ownPhysician } = file.participants;
  const physicians = [ownPhysician.id, file.contestedAdvice.giver.id];
  const asked: [norm: NormName, isKept: boolean, fields: string[]][] = [
    [
      'actorHoldsRole',
      holdsRole(file, file.recordOf === 'secondOpinionPhysician' ? 'ownPhysician' : 'employee', by),
      ['by'],
    ],
    ['datedInOrder', file.contestedAdvice.on <= file.openedOn, ['on', 'contestedAdvice.on']],
    [
      'actorsAreDistinct',
      !lay(file.participants).some((person) => physicians.includes(person)) &&
        (representative === null || ![employer, administration].includes(representative)),
      ['participants', 'contestedAdvice.giver'],
    ],
    [
      'representativeHasMandate',
      norms.representativeHasMandate.ofCase?.(file, 'question.put') ?? true,
      ['participants.mandate'],
    ],
  ];
  return asked.flatMap(([norm, isKept, fields]) => {
    if (isKept) return [];
    return [unmet(norm, fields, norm === 'datedInOrder' ? { notBefore: file.contestedAdvice.on } : {})];
  });
};

/** Which rules are asked of an event of each type, in the order of the text. */
export const normsOf = ofEachType((type) => names.filter((name) => norms[name].of?.includes(type) ?? true));

/** What a rule asks, all in one shape, which an engine reads faster than the rules as they are written. */
interface Asked {
  inRecordOf: Norm['inRecordOf'];
  ofCase: Norm['ofCase'];
  ofEvent: Norm['ofEvent'];
}

const rules = Object.fromEntries(
  names.map((name): [NormName, Asked] => {
    const { inRecordOf, ofCase, ofEvent } = norms[name];
    return [name, { inRecordOf, ofCase, ofEvent }];
  }),
) as Record<NormName, Asked>;

/** A rule that stands in the way. */
export interface Unmet {
  /** Its name: a cause and a way out of each stand on the page on errors. */
  readonly norm: NormName;
  /** The highest of the ranks of its clauses. */
  readonly rank: Rank;
  readonly clauses: readonly ClauseId[];
  /** The fields of the event that it looks at; of an opening, the ways to them. Empty where it asks something of the case alone. */
  readonly fields: readonly string[];
  /**
   * Of `datedInOrder`, in what `advance`, `record` and `openCase` answer the host: the day before which the event cannot lie. It can be
   * of something that a party does not see; no view tells it.
   */
  readonly notBefore?: Day;
}

const unmet = (norm: NormName, fields: string[], more: Pick<Unmet, 'notBefore'> = {}): Unmet => ({
  norm,
  rank: rankOfNorm(norm),
  clauses: [...norms[norm].clauses],
  fields,
  ...more,
});

/** The fields of an event of a type that a norm looks at. */
export const fieldsOfNorm = (name: NormName, type: EventType): string[] => {
  const { asks, looksAt = [] } = norms[name];
  const carried = fieldNames(type);
  const asked = [asks?.field, asks?.when?.isNot, asks?.when?.field].filter((field) => field !== undefined);
  return [...asked, ...(typeof looksAt === 'function' ? looksAt(type) : looksAt)].filter((field) =>
    carried.includes(field),
  );
};

const askingAmong = (those: readonly NormName[]): { norm: NormName; asks: Asks }[] =>
  those.flatMap((norm) => {
    const { asks } = norms[norm];
    return asks ? [{ norm, asks }] : [];
  });

/** The rules that ask for a field of an event of a type, though the schema does without it; of an opening those asked of no event. */
export const asking = {
  ...ofEachType((type) => askingAmong(normsOf[type])),
  opening: askingAmong(names.filter((name) => norms[name].of?.length === 0)),
};

/** The rules in the way of an event of a type, by what the case alone says. */
export const unmetByCase = (file: CaseFile, type: EventType): Unmet[] =>
  failedByCase(file, type).map((name) => unmet(name, fieldsOfNorm(name, type)));

/** The rules in the way of an event. */
export const unmetBy = (file: CaseFile, event: ProcedureEvent, rules: Day): Unmet[] =>
  failedBy(file, event, rules).map((name) =>
    unmet(name, fieldsOfNorm(name, event.type), name === 'datedInOrder' ? { notBefore: earliest(file, event) } : {}),
  );

/** The rank of a norm: the highest of the clauses it rests on. */
export const rankOfNorm = (name: NormName): Rank => rankOf(norms[name].clauses);

const isOutsideOf = (file: CaseFile, { inRecordOf }: Asked): boolean =>
  inRecordOf !== undefined && !inRecordOf.includes(file.recordOf);

/** The norms that the case alone fails, whatever the event carries. */
export const failedByCase = (file: CaseFile, type: EventType): NormName[] =>
  normsOf[type].filter((name) => {
    const rule = rules[name];
    return rule.ofCase && !isOutsideOf(file, rule) && !rule.ofCase(file, type);
  });

/** Whether a norm is kept by an event, in the case as it was and under the rules of a day. */
export function holds(name: NormName, file: CaseFile, event: ProcedureEvent, day: Day): boolean {
  const rule = rules[name];
  if (isOutsideOf(file, rule)) return true;
  return (!rule.ofCase || rule.ofCase(file, event.type)) && (!rule.ofEvent || rule.ofEvent(file, event, day));
}

export const failedBy = (file: CaseFile, event: ProcedureEvent, day: Day): NormName[] =>
  normsOf[event.type].filter((name) => !holds(name, file, event, day));
