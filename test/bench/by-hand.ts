// What the story needs, written by hand: the least that the same answers can cost, and what the other engines are given to ask.
// It knows the types of the story and a refusal, in the steps that the story passes. It names the rules that fail, yet
// neither clauses nor ranks, and has no terms, no record, no views, and no stored case to read.
import type { EventOf, EventType, NormName, Physician, ProcedureEvent, Role, Step } from 'lpbso-second-opinion';

const known = [
  'instrument.discussed',
  'adviceInForce.explained',
  'request.honoured',
  'request.refused',
  'physicians.chosen',
  'authorisation.signed',
  'application.sent',
  'application.received',
  'application.accepted',
  'consultation.scheduled',
  'consultation.held',
  'information.requested',
  'information.received',
  'draft.submitted',
  'advice.discussed',
  'remarks.waived',
  'advice.finalised',
  'forwarding.authorised',
  'advice.forwarded',
  'decision.made',
  'case.closed',
] as const satisfies EventType[];

export type Known = (typeof known)[number];
export type KnownEvent = EventOf<Known>;

export interface State {
  step: Step;
  revision: number;
  openedOn: string;
  employee: string;
  employer: string;
  own: Physician;
  giver: Physician;
  question: string | null;
  discussedOn: string | null;
  explainedOn: string | null;
  engageFrom: string | null;
  honouredOn: string | null;
  refusedOn: string | null;
  choice: { on: string; first: Physician; second: Physician | null } | null;
  authorisations: { recipient: string; on: string }[];
  engagement: { physician: string; sentOn: string; receivedOn: string | null; acceptedOn: string | null } | null;
  scheduledFor: string | null;
  heldOn: string | null;
  information: { source: string; requestedOn: string | null; receivedOn: string | null }[];
  draftOn: string | null;
  reviewOn: string | null;
  talkedOn: string | null;
  adviceOn: string | null;
  forwarding: { on: string; to: string } | null;
  possessionOn: string | null;
  decidedOn: string | null;
  closedOn: string | null;
}

interface OpeningOfStory {
  on: string;
  participants: { employee: string; employer: string; ownPhysician: Physician };
  contestedAdvice: { giver: Physician };
  question: string;
}

export const openedBy = ({ on, participants, contestedAdvice, question }: OpeningOfStory): State => ({
  step: 'application.discussing',
  revision: 0,
  openedOn: on,
  employee: participants.employee,
  employer: participants.employer,
  own: participants.ownPhysician,
  giver: contestedAdvice.giver,
  question,
  discussedOn: null,
  explainedOn: null,
  engageFrom: on,
  honouredOn: null,
  refusedOn: null,
  choice: null,
  authorisations: [],
  engagement: null,
  scheduledFor: null,
  heldOn: null,
  information: [],
  draftOn: null,
  reviewOn: null,
  talkedOn: null,
  adviceOn: null,
  forwarding: null,
  possessionOn: null,
  decidedOn: null,
  closedOn: null,
});

// Fields

type Check = (value: unknown) => boolean;

const isId: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9._:-]{1,128}$/.test(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isDay: Check = (value) => {
  const parts = typeof value === 'string' && /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
};
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= 32 && value.every(check);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const shaped = (fields: Record<string, Check>): Check => {
  const checks = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const name in value) if (!(name in fields)) return false;
    return checks.every(([name, check]) => check((value as Record<string, unknown>)[name]));
  };
};

const physician = shaped({
  id: isId,
  organisations: list(isId),
  registered: isBoolean,
  pool: isBoolean,
  complaintsProcedure: optional(isId),
});
const source = oneOf('ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere');
const situation = oneOf(
  'doubtAboutEstimate',
  'disagreementOnReintegration',
  'disagreementOnSuitableWork',
  'courseOfEvents',
  'conduct',
);
const ground = oneOf(
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
);

const fields: Record<Known, Record<string, Check>> = {
  'instrument.discussed': {
    advised: oneOf('secondOpinion', 'uwvExpertOpinion', 'complaint', 'other'),
    situations: optional(list(situation)),
  },
  'adviceInForce.explained': {},
  'request.honoured': {},
  'request.refused': { grounds: list(ground), earlierRequests: list(isId), reasons: optional(isId) },
  'physicians.chosen': { first: physician, second: optional(physician), agreedWithEmployer: optional(isId) },
  'authorisation.signed': { recipient: isId, scope: optional(isId), document: optional(isId) },
  'application.sent': { to: isId, medicalData: isBoolean, form: isId },
  'application.received': {},
  'application.accepted': {},
  'consultation.scheduled': { for: isDay },
  'consultation.held': { identity: oneOf('document', 'otherwise', 'notEstablished'), examined: isBoolean },
  'information.requested': { source, consent: optional(isId) },
  'information.received': { source, consent: optional(isId) },
  'draft.submitted': { draft: isId },
  'advice.discussed': { waivedByEmployee: optional(isBoolean), document: optional(isId) },
  'remarks.waived': {},
  'advice.finalised': { advice: isId },
  'forwarding.authorised': { to: isId, document: optional(isId) },
  'advice.forwarded': {},
  'decision.made': { adoption: oneOf('full', 'partial', 'none'), reasons: optional(isId) },
  'case.closed': {},
};

const checks = new Map<unknown, Check>(
  known.map((type) => [
    type,
    shaped({ type: oneOf(type), by: isId, on: isDay, recordedBy: optional(isId), ...fields[type] }),
  ]),
);

export function isWellFormed(input: unknown): input is KnownEvent {
  if (typeof input !== 'object' || input === null || !('type' in input)) return false;
  return checks.get(input.type)?.(input) ?? false;
}

// Ways on

const stays = null;
const talks = { 'instrument.discussed': stays, 'adviceInForce.explained': stays };
const gathers = {
  'information.requested': 'execution.assessing',
  'information.received': 'execution.assessing',
} as const;
const signs = { 'authorisation.signed': stays };

/** Where each event leads, from each step of the story; null: the step stays. */
export const ways: { [At in Step]?: { [Type in Known]?: Step | null } } = {
  'application.discussing': {
    ...talks,
    'request.honoured': 'application.choosing',
    'request.refused': 'refused',
    'application.sent': 'execution.awaitingResponse',
  },
  'application.choosing': {
    ...talks,
    ...signs,
    'physicians.chosen': 'application.preparing',
    'application.sent': 'execution.awaitingResponse',
    'request.refused': 'refused',
  },
  'application.preparing': {
    ...talks,
    ...signs,
    'physicians.chosen': stays,
    'application.sent': 'execution.awaitingResponse',
    'request.refused': 'refused',
  },
  'execution.awaitingResponse': {
    ...signs,
    'application.received': stays,
    'application.accepted': 'execution.inviting',
  },
  'execution.inviting': {
    ...signs,
    'consultation.scheduled': 'execution.awaitingConsultation',
    'consultation.held': 'execution.assessing',
    'information.requested': stays,
    'information.received': stays,
  },
  'execution.awaitingConsultation': {
    ...signs,
    'consultation.scheduled': stays,
    'consultation.held': 'execution.assessing',
    'information.requested': stays,
    'information.received': stays,
  },
  'execution.assessing': {
    ...signs,
    'consultation.scheduled': 'execution.awaitingConsultation',
    'consultation.held': stays,
    'information.requested': stays,
    'information.received': stays,
    'draft.submitted': 'execution.reviewing',
    'advice.finalised': 'execution.awaitingConsent',
  },
  'execution.reviewing': {
    ...signs,
    ...gathers,
    'draft.submitted': stays,
    'advice.discussed': stays,
    'remarks.waived': 'execution.finalising',
    'advice.finalised': 'execution.awaitingConsent',
    'advice.forwarded': stays,
  },
  'execution.finalising': {
    ...signs,
    ...gathers,
    'draft.submitted': 'execution.reviewing',
    'advice.discussed': stays,
    'advice.finalised': 'execution.awaitingConsent',
    'advice.forwarded': stays,
  },
  'execution.awaitingConsent': {
    'advice.discussed': stays,
    'forwarding.authorised': 'execution.forwarding',
    'advice.forwarded': stays,
  },
  'execution.forwarding': {
    'advice.discussed': stays,
    'forwarding.authorised': stays,
    'advice.forwarded': 'completion.considering',
  },
  'completion.considering': { 'decision.made': 'completion.decided' },
  'completion.decided': { 'decision.made': stays, 'case.closed': 'concluded' },
  concluded: { 'decision.made': stays },
};

/** Where an event leads; undefined where it is not expected. */
export function leadsTo(state: State, { type }: KnownEvent): Step | undefined {
  if (type === 'application.received' && state.engagement?.receivedOn) return undefined;
  const to = ways[state.step]?.[type];
  return to === stays ? state.step : to;
}

// Rules

const byOwn: Known[] = [
  'instrument.discussed',
  'adviceInForce.explained',
  'request.honoured',
  'request.refused',
  'application.sent',
  'decision.made',
];
const byEmployee: Known[] = ['physicians.chosen', 'authorisation.signed', 'remarks.waived', 'forwarding.authorised'];
const compelling = ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'];

const roleOf = (type: Known): Role =>
  byOwn.includes(type) ? 'ownPhysician' : byEmployee.includes(type) ? 'employee' : 'secondOpinionPhysician';

/** Who may do it: the case is for the employee to close, too. */
const mayDo = (state: State, { type, by }: KnownEvent): boolean =>
  type === 'case.closed' ? [state.own.id, state.employee].includes(by) : by === holderOf(state, roleOf(type));

const holderOf = (state: State, role: Role): string | undefined => {
  if (role === 'employee') return state.employee;
  if (role === 'employer') return state.employer;
  return role === 'ownPhysician' ? state.own.id : state.engagement?.physician;
};

function restsOn(state: State, event: KnownEvent): (string | null | undefined)[] {
  const { engagement } = state;
  switch (event.type) {
    case 'physicians.chosen':
      return [state.honouredOn, state.engageFrom];
    case 'authorisation.signed':
      return [state.authorisations.find(({ recipient }) => recipient === event.recipient)?.on];
    case 'application.sent':
      return [
        state.engageFrom,
        state.choice?.on,
        event.medicalData ? state.authorisations.find(({ recipient }) => recipient === event.to)?.on : null,
      ];
    case 'application.received':
    case 'application.accepted':
      return [engagement?.sentOn];
    case 'consultation.scheduled':
    case 'consultation.held':
    case 'information.requested':
      return [engagement?.sentOn, engagement?.acceptedOn];
    case 'information.received':
      return [engagement?.acceptedOn, state.information.find((item) => item.source === event.source)?.requestedOn];
    case 'draft.submitted':
      return [engagement?.acceptedOn, state.heldOn];
    case 'remarks.waived':
    case 'advice.discussed':
      return [state.draftOn];
    case 'advice.finalised':
      return [engagement?.acceptedOn, state.draftOn, state.reviewOn];
    case 'forwarding.authorised':
    case 'advice.forwarded':
      return [engagement?.acceptedOn, state.adviceOn, state.forwarding?.on];
    case 'decision.made':
      return [state.possessionOn, state.decidedOn];
    case 'case.closed':
      return [state.decidedOn];
    default:
      return [];
  }
}

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((organisation) => other.includes(organisation));

const independent = ({ giver }: State, id: string, organisations: readonly string[]): boolean =>
  giver.id !== id && !shares(giver.organisations, organisations);

/** Neither the employee nor the employer is a physician, and the own physician is not engaged. */
const distinct = ({ employee, employer, own }: State, ids: (string | undefined)[]): boolean =>
  ![employee, employer, own.id].some((taken) => ids.includes(taken));

const documented = ({ by, recordedBy, document }: EventOf<'authorisation.signed' | 'forwarding.authorised'>): boolean =>
  recordedBy === undefined || recordedBy === by || document !== undefined;

/** The rules that an event does not keep, in the order in which they are asked. */
export function failing(state: State, event: KnownEvent): NormName[] {
  const failed: NormName[] = [];
  const must = (holds: boolean, name: NormName): void => {
    if (!holds) failed.push(name);
  };
  must(mayDo(state, event), 'actorHoldsRole');
  must(event.on >= state.openedOn && restsOn(state, event).every((day) => !day || day <= event.on), 'datedInOrder');
  switch (event.type) {
    case 'request.honoured':
      must(state.own.registered, 'physicianIsRegistered');
      break;
    case 'request.refused': {
      const { grounds } = event;
      must(state.discussedOn !== null, 'instrumentWasDiscussed');
      must(grounds.length > 0, 'groundIsNamed');
      must(
        grounds.some((each) => compelling.includes(each)),
        'groundIsCompelling',
      );
      // No opening of the story knows of an earlier request.
      must(!grounds.includes('repeatedSameQuestion'), 'earlierOpinionIsNamed');
      must(state.honouredOn === null, 'requestWasNotHonoured');
      must(event.reasons !== undefined, 'reasonsAreInWriting');
      must(state.own.registered, 'physicianIsRegistered');
      break;
    }
    case 'physicians.chosen': {
      const both = event.second ? [event.first, event.second] : [event.first];
      must(
        distinct(
          state,
          both.map(({ id }) => id),
        ),
        'actorsAreDistinct',
      );
      must(
        both.every(({ id, organisations }) => independent(state, id, organisations)),
        'physicianIsIndependent',
      );
      must(
        !both.some(({ organisations }) => shares(state.own.organisations, organisations)),
        'physicianIsOfAnotherService',
      );
      must(
        both.every(({ registered }) => registered),
        'physicianIsRegistered',
      );
      must(event.first.id !== event.second?.id, 'preferencesDiffer');
      break;
    }
    case 'authorisation.signed':
      must(documented(event), 'consentIsDocumented');
      break;
    case 'application.sent': {
      const chosen = state.choice?.first;
      must(distinct(state, [chosen?.id, event.to]), 'actorsAreDistinct');
      must(state.discussedOn !== null, 'instrumentWasDiscussed');
      must(state.explainedOn !== null, 'adviceInForceWasExplained');
      must(
        (!chosen || independent(state, chosen.id, chosen.organisations)) && independent(state, event.to, []),
        'physicianIsIndependent',
      );
      must(!chosen || !shares(state.own.organisations, chosen.organisations), 'physicianIsOfAnotherService');
      must(state.own.registered, 'physicianIsRegistered');
      must(event.to === chosen?.id, 'sentToTheChosen');
      must(state.question !== null, 'questionIsPut');
      must(
        !event.medicalData || state.authorisations.some(({ recipient }) => recipient === event.to),
        'recipientIsAuthorised',
      );
      break;
    }
    case 'consultation.held':
      must(event.identity !== 'notEstablished', 'identityWasEstablished');
      break;
    case 'information.requested':
    case 'information.received':
      must(event.source === 'ownPhysician' || event.consent !== undefined, 'employeeConsentsToSource');
      must(
        event.source !== 'ownPhysician' ||
          event.consent !== undefined ||
          state.authorisations.some(({ recipient }) => recipient === state.engagement?.physician),
        'employeeConsentsToOwnPhysician',
      );
      break;
    case 'advice.discussed':
      must(!event.waivedByEmployee || event.document !== undefined, 'waiverIsDocumented');
      break;
    case 'advice.finalised':
      must(state.reviewOn !== null, 'draftWasReviewed');
      break;
    case 'forwarding.authorised':
      must(event.to === state.own.id, 'recipientIsOwnPhysician');
      must(documented(event), 'consentIsDocumented');
      break;
    case 'advice.forwarded':
      must(state.forwarding?.to === state.own.id, 'forwardingIsAuthorised');
      must(state.talkedOn !== null, 'adviceWasDiscussed');
      break;
    case 'decision.made':
      must(state.own.registered, 'physicianIsRegistered');
      must(state.possessionOn !== null, 'ownPhysicianHasCopy');
      must(event.reasons !== undefined, 'decisionHasReasons');
      break;
  }
  return failed;
}

// What is kept

const informed = (
  { information }: State,
  named: string,
  news: { requestedOn: string } | { receivedOn: string },
): Pick<State, 'information' | 'reviewOn' | 'talkedOn'> => {
  const before = information.find((item) => item.source === named);
  return {
    information: [
      ...information.filter((item) => item !== before),
      { source: named, requestedOn: null, receivedOn: null, ...before, ...news },
    ],
    reviewOn: null,
    talkedOn: null,
  };
};

function factsOf(state: State, event: KnownEvent): Partial<State> {
  const { on } = event;
  switch (event.type) {
    case 'instrument.discussed':
      return { discussedOn: on };
    case 'adviceInForce.explained':
      return { explainedOn: on };
    case 'request.honoured':
      return { honouredOn: on };
    case 'request.refused':
      return { refusedOn: on, engageFrom: null };
    case 'physicians.chosen':
      return { choice: { on, first: event.first, second: event.second ?? null } };
    case 'authorisation.signed': {
      const { recipient } = event;
      const others = state.authorisations.filter((authorisation) => authorisation.recipient !== recipient);
      return { authorisations: [...others, { recipient, on }] };
    }
    case 'application.sent':
      return {
        engageFrom: null,
        engagement: { physician: event.to, sentOn: on, receivedOn: null, acceptedOn: null },
      };
    case 'application.received':
      return { engagement: state.engagement && { ...state.engagement, receivedOn: on } };
    case 'application.accepted':
      return { engagement: state.engagement && { ...state.engagement, acceptedOn: on } };
    case 'consultation.scheduled':
      return { scheduledFor: event.for };
    case 'consultation.held':
      return { heldOn: on };
    case 'information.requested':
      return informed(state, event.source, { requestedOn: on });
    case 'information.received':
      return informed(state, event.source, { receivedOn: on });
    case 'draft.submitted':
      return { draftOn: on, reviewOn: null, talkedOn: null };
    case 'advice.discussed':
      return { talkedOn: on };
    case 'remarks.waived':
      return { reviewOn: on };
    case 'advice.finalised':
      return { adviceOn: on };
    case 'forwarding.authorised':
      return { forwarding: { on, to: event.to } };
    case 'advice.forwarded':
      return { possessionOn: on };
    case 'decision.made':
      return { decidedOn: on };
    case 'case.closed':
      return { closedOn: on };
  }
}

/** The state after an event that may be taken. */
export const record = (state: State, event: KnownEvent, step: Step): State => ({
  ...state,
  ...factsOf(state, event),
  step,
  revision: state.revision + 1,
});

// Who is told

const told: { [Type in Known]?: [about: string, ...to: Role[]] } = {
  'request.honoured': ['requestHonoured', 'employee'],
  'request.refused': ['requestRefused', 'employee'],
  'physicians.chosen': ['physiciansChosen', 'ownPhysician'],
  'authorisation.signed': ['authorisationSigned', 'ownPhysician', 'secondOpinionPhysician'],
  'application.sent': ['applicationSent', 'secondOpinionPhysician'],
  'application.accepted': ['applicationAccepted', 'employee', 'ownPhysician'],
  'consultation.scheduled': ['consultationScheduled', 'employee'],
  'draft.submitted': ['draftSubmitted', 'employee'],
  'remarks.waived': ['remarksWaived', 'secondOpinionPhysician'],
  'advice.finalised': ['adviceFinalised', 'employee'],
  'forwarding.authorised': ['forwardingAuthorised', 'secondOpinionPhysician'],
  'advice.forwarded': ['adviceForwarded', 'employee', 'ownPhysician'],
  'decision.made': ['decisionMade', 'employee'],
};

export interface Told {
  about: string;
  role: Role;
  person: string;
}

/** What is told of this event and not of every other of its type. */
function besides(after: State, event: KnownEvent): [about: string, to: Role][] {
  switch (event.type) {
    case 'physicians.chosen': {
      const unasked = [event.first, event.second].some(
        (chosen) => chosen && !after.authorisations.some(({ recipient }) => recipient === chosen.id),
      );
      return unasked ? [['authorisationAsked', 'employee']] : [];
    }
    case 'information.requested': {
      const atWork = event.source === 'employer' || event.source === 'workplace';
      if (event.source === 'ownPhysician') return [['informationAsked', 'ownPhysician']];
      return atWork ? [['informationAsked', 'employer']] : [];
    }
    case 'case.closed':
      return event.by === after.own.id ? [['caseClosed', 'employee']] : [['caseClosed', 'ownPhysician']];
    default:
      return [];
  }
}

/** Who is told of an event, once it is recorded. */
export function tellings(after: State, event: KnownEvent): Told[] {
  const [about = '', ...roles] = told[event.type] ?? [];
  const all = [...roles.map((role): [string, Role] => [about, role]), ...besides(after, event)];
  return all.flatMap(([about, role]) => {
    const person = holderOf(after, role);
    const another = role === 'secondOpinionPhysician' && 'recipient' in event && event.recipient !== person;
    return person === undefined || another ? [] : [{ about, role, person }];
  });
}

export type Answer =
  | { ok: true; state: State; told: Told[] }
  | { ok: false; reason: 'malformed' | 'unexpected' | 'notAllowed'; unmet: NormName[] };

/** All of it in turn: the reducer. */
export function reduce(state: State, input: ProcedureEvent | unknown): Answer {
  if (!isWellFormed(input)) return { ok: false, reason: 'malformed', unmet: [] };
  const step = leadsTo(state, input);
  if (step === undefined) return { ok: false, reason: 'unexpected', unmet: [] };
  const unmet = failing(state, input);
  if (unmet.length > 0) return { ok: false, reason: 'notAllowed', unmet };
  const after = record(state, input, step);
  return { ok: true, state: after, told: tellings(after, input) };
}
