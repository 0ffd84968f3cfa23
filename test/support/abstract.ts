import { eventTypes } from '../../src/acts.js';
import {
  advance,
  type Case,
  type EventType,
  type Outcome,
  openCase,
  type Physician,
  type ProcedureEvent,
  type Role,
  record,
  type Step,
} from '../../src/index.js';
import * as story from './story.js';
import { daysAfter, type Told, usual } from './story.js';

// What of a case is read by norms and routes.

const inAWeek = (day: string): string => daysAfter(day, 7);

const present = (...ids: (string | null | undefined)[]): string[] => ids.filter((id) => id != null);

/** The few facts of a case that decide what may follow, read from its file without help of the rules. */
export function factsOf({ step, employerRoute, file }: Case) {
  const { participants, contract, choice, engagement, execution, request } = file;
  const { employee, representative, employer, firstEmployer, administration, ownPhysician } = participants;
  const { thirdPhysician, former, formerOwn } = participants;
  const current = choice && (choice.current === 'first' ? choice.first : choice.second);
  const counted = contract.responseTerm.from === 'receipt' ? engagement?.receivedOn : null;
  const engaged = engagement?.physician ?? null;
  const third = thirdPhysician?.id ?? null;
  const { forwarding } = execution;
  const { outcome } = request;
  const remaining =
    choice && choice.current === 'first' && choice.second?.id !== choice.first.id ? choice.second : null;
  const isCurrent = engagement !== null && engaged === current?.id;
  const unexplained = outcome !== null && 'reasons' in outcome && outcome.reasons === null ? outcome.as : null;
  return {
    step,
    employerRoute,
    recordOf: file.recordOf,
    openedOn: file.openedOn,
    holders: {
      employee: present(employee, representative),
      ownPhysician: [ownPhysician.id],
      secondOpinionPhysician: present(engaged),
      thirdPhysician: present(third),
      employer: present(employer),
      administration: present(administration),
      scheduler: ['scheduler'],
    } as Partial<Record<Role, string[]>>,
    own: ownPhysician,
    giver: file.contestedAdvice.giver,
    military: contract.military,
    complaintsProcedure: contract.complaintsProcedure,
    engaged,
    third,
    employer,
    firstEmployer,
    question: file.question,
    earlierOpinions: file.earlierRequests.filter(({ outcome }) => outcome === 'completed'),
    instrumentDiscussedOn: request.instrument?.on ?? null,
    adviceInForceExplainedOn: request.adviceInForceExplainedOn,
    current,
    outsiderNotAgreed:
      current !== null &&
      !current.pool &&
      choice?.agreedWithEmployer === null &&
      !contract.physicians.some(({ id }) => id === current.id),
    second: remaining?.id ?? null,
    nextChosen: (isCurrent ? remaining : current)?.id ?? null,
    authorisations: Object.fromEntries(
      file.authorisations.map(({ recipient, status, scope }) => [
        recipient,
        status === 'signed' && scope ? 'scoped' : status,
      ]),
    ) as Record<string, string>,
    formerOwn,
    accepted: engagement?.acceptedOn != null,
    infeasible: engagement?.infeasibleOn != null,
    dataSent: engagement?.medicalDataSentOn != null,
    died: outcome?.as === 'died',
    over: outcome !== null,
    reasonsOwed:
      unexplained === 'refused' ? 'refusal' : (unexplained ?? (file.decision?.reasons === null ? 'decision' : null)),
    employeeAwaitedSince: present(
      request.askedOn,
      request.honouredOn,
      request.engageFrom,
      choice?.on,
      engagement?.acceptedOn,
      engagement?.infeasibleOn,
    )
      .sort()
      .at(-1) as string,
    copyWentBefore: execution.copyWithoutConsentOn !== null,
    textIsAnother: file.possession !== null && execution.advice?.advice !== file.possession.advice,
    received: engagement?.receivedOn != null,
    timedOut: engagement?.timedOutOn != null,
    lastDayToRespond: engagement && inAWeek(counted ?? engagement.application.on),
    draftReviewed: execution.review !== null,
    adviceDiscussedOn: execution.discussion?.on ?? null,
    askedOn: request.askedOn,
    draftOn: execution.draft?.on ?? null,
    adviceOn: execution.advice?.on ?? null,
    forwardingTo: forwarding?.as === 'authorised' ? forwarding.to : null,
    noCopyTold: execution.noCopyOn !== null,
    inPossession: file.possession !== null,
    copyIsWith: file.possession?.physician ?? null,
    withheld: file.withheld,
    decided: file.decision !== null,
    guidanceContinues: file.guidanceContinues,
    adviceMayBePassedOn: file.transfer?.adviceMayBePassedOn === true,
    concludedBefore: file.transfer?.closedBefore != null,
    complaints: Object.fromEntries(
      file.complaints.map(({ complaint, handler, against, answered, withdrawnOn }) => [
        complaint,
        { open: answered === null && withdrawnOn === null, answered: answered !== null, handler, against },
      ]),
    ) as Record<string, { open: boolean; answered: boolean; handler: string | null; against: string }>,
    involved: present(
      employee,
      representative,
      employer,
      ownPhysician.id,
      engaged,
      third,
      file.contestedAdvice.giver.id,
      ...former,
    ),
  };
}

export type Facts = ReturnType<typeof factsOf>;

const complaintsOf = ({ file }: Case): string =>
  file.complaints
    .map(({ answered, withdrawnOn, handler }) =>
      answered ? 'answered' : withdrawnOn ? 'withdrawn' : handler ? 'acknowledged' : 'filed',
    )
    .join();

const isOver = (step: Step): boolean =>
  ['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'].includes(step);
const isFinal = (step: Step): boolean =>
  ['execution.awaitingConsent', 'execution.forwarding', 'notForwarded'].includes(step);
const isCompletion = (step: Step): boolean => /^(completion|concluded|transferred)/.test(step);

/** The abstract case: two cases with the same text answer alike. A fact is left out where nothing reads it any more. */
export function abstractOf(current: Case): string {
  const facts = factsOf(current);
  const { step } = facts;
  const { execution } = current.file;
  const authorised = facts.authorisations[facts.engaged ?? '']?.replace('revoked', 'withheld');
  const always = [
    step,
    facts.recordOf,
    facts.own.id,
    facts.own.registered,
    facts.employer,
    facts.firstEmployer,
    facts.guidanceContinues,
    complaintsOf(current),
    facts.engaged !== null,
    facts.employerRoute,
    facts.died,
    facts.reasonsOwed,
    facts.textIsAnother,
    facts.copyIsWith,
    facts.withheld,
    facts.giver.id,
    facts.formerOwn,
  ];
  if (current.file.complaints.length > 0) return [step, facts.recordOf, complaintsOf(current)].join();
  if (step === 'transferred') return [...always, facts.third, facts.adviceMayBePassedOn].join();
  const { closedOn, transfer } = current.file;
  const inTransfer = step === 'completion.consideringTransfer' || step === 'completion.awaitingThirdPhysician';
  const transferring = inTransfer && [transfer?.closedBefore != null, facts.adviceMayBePassedOn];
  const concluded = [closedOn !== null, transferring];
  // In the record of the second-opinion physician it is concluded where the week passed, too.
  const afterTheWeek =
    facts.timedOut && !facts.accepted ? ['timed out', facts.received, facts.dataSent, authorised] : [];
  if (isCompletion(step))
    return [...always, facts.decided, facts.adviceOn !== null, ...concluded, facts.third, ...afterTheWeek].join();
  const adviceDiscussed = facts.adviceDiscussedOn !== null;
  if (isFinal(step))
    return [
      ...always,
      adviceDiscussed,
      execution.forwarding?.as,
      facts.forwardingTo,
      facts.noCopyTold,
      facts.copyWentBefore,
      facts.dataSent,
      authorised,
    ].join();
  const honourable = !isOver(step) || step === 'refused' || step === 'outOfScope';
  const instrumentDiscussed = facts.instrumentDiscussedOn !== null;
  const asked = [facts.question !== null, facts.adviceInForceExplainedOn !== null, instrumentDiscussed && honourable];
  if (isOver(step)) return [...always, ...asked, facts.accepted, facts.third].join();
  return [
    ...always,
    ...asked,
    facts.current?.id,
    facts.outsiderNotAgreed,
    facts.nextChosen,
    facts.second,
    authorised,
    facts.dataSent,
    facts.accepted,
    facts.engaged,
    ...[story.first, story.second, story.outsider].map(({ id }) =>
      facts.authorisations[id]?.replace('revoked', 'withheld'),
    ),
    facts.received,
    facts.timedOut,
    facts.infeasible,
    facts.draftReviewed,
    adviceDiscussed,
  ].join();
}

/** How many things beside the usual are true of a case at once. */
function unusual(current: Case): number {
  const { file, step } = current;
  const facts = factsOf(current);
  const beforeSending = step === 'application.choosing' || step === 'application.preparing';
  const asked = facts.current?.id ?? facts.engaged;
  // Until the application is accepted both logs hold the same.
  const logsAreAlike = step.startsWith('application.') || step === 'execution.awaitingResponse';
  return [
    facts.recordOf === 'ownPhysician' && logsAreAlike,
    facts.formerOwn.length > 0,
    facts.formerOwn.length > 1,
    facts.withheld.length % 7 > 0,
    !facts.own.registered,
    facts.employer === null,
    facts.question === null,
    !facts.guidanceContinues,
    facts.employerRoute !== 'none',
    facts.employer === 'employer-2',
    facts.reasonsOwed !== null,
    facts.textIsAnother,
    facts.copyWentBefore && !isCompletion(step),
    facts.giver.id !== story.own.id,
    facts.accepted && !facts.dataSent && !isCompletion(step),
    file.complaints.length > 1,
    file.complaints.length > 1 && step !== 'application.discussing',
    beforeSending && !facts.instrumentDiscussedOn,
    beforeSending && !facts.adviceInForceExplainedOn,
    facts.current?.pool === false,
    Object.values(facts.authorisations).some((as) => as !== 'signed') && !isCompletion(step),
    !isCompletion(step) && Object.keys(facts.authorisations).some((recipient) => recipient !== asked),
  ].filter(Boolean).length;
}

// What people can do: for each event a few concrete ones that together toggle every condition.

const colleague = story.physician('physician-colleague', 'noord', { pool: true });
const trainee = story.physician('physician-trainee', 'south-west', { registered: false, pool: true });
/** A successor of the own physician who works where the first choice works. */
const successor = { ...story.successor, organisations: ['zuid'] };
const stranger = 'stranger-1';
const secondHandler = 'handler-2';

const earlierRequests = [
  { id: 'earlier-completed', question: 'question-1', advice: 'advice-1', outcome: 'completed' },
  { id: 'earlier-withdrawn', question: 'question-1', advice: 'advice-1', outcome: 'withdrawn' },
  { id: 'earlier-elsewhere', question: 'question-0', advice: 'advice-0', outcome: 'completed' },
];

/** The day before the opening. */
const dayBefore = daysAfter(story.opening.on, -1);

const opening = { ...story.opening, earlierRequests };
const { employer: _, ...withoutEmployer } = opening.participants;
const { question: __, ...withoutQuestion } = opening;

/** The openings: the usual one, and each thing that can be otherwise. */
export const openings: Record<string, typeof opening & Record<string, unknown>> = {
  'the record of the procedure': opening,
  "the own physician's record": { ...opening, recordOf: 'ownPhysician' },
  "the second-opinion physician's record": {
    ...opening,
    by: story.own.id,
    recordOf: 'secondOpinionPhysician',
    application: { to: story.first.id, form: 'form-1', medicalData: true, authorisation: 'signed' },
  },
  "the second-opinion physician's record, without data": {
    ...opening,
    by: story.own.id,
    recordOf: 'secondOpinionPhysician',
    application: { to: story.first.id, form: 'form-1', medicalData: false },
  },
  'no question yet': withoutQuestion as typeof opening,
  'no employer named': { ...opening, participants: withoutEmployer as typeof opening.participants },
  'guidance that does not continue': { ...opening, guidanceContinues: false },
  'advice that another physician gave': {
    ...opening,
    contestedAdvice: { ...opening.contestedAdvice, giver: story.physician('physician-giver', 'elders') },
  },
  'an own physician who is not registered': {
    ...opening,
    participants: { ...opening.participants, ownPhysician: { ...story.own, registered: false } },
  },
};

/** Who could do something now, and on which day. */
interface Cast {
  today: string;
  revision: number;
  own: string;
  so: string;
  current: string;
  reasonsOwed: Facts['reasonsOwed'];
  engagedPhysician: Physician;
}

/** What is told of an event beside the usual, the usual first; an event that is not listed is told as usual only. */
// biome-ignore format: a line per event
const variations = ({ today, revision, own, so, current, reasonsOwed, engagedPhysician }: Cast): Partial<Record<EventType, Record<string, unknown>[]>> => ({
  'advice.corrected': [{ advice: `advice-corrected-${revision}` }],
  'reasons.given': [{ of: reasonsOwed ?? 'refusal' }, { of: 'refusal' }, { of: 'outOfScope' }, { of: 'decision' }],
  'employee.died': [{}, { by: so }, { by: story.planning }],
  'guidance.ended': [{}, { by: story.planning }],
  'request.refused': [{}, { reasons: undefined }, { grounds: [] }, { grounds: ['cost', 'labourConflict'] }, ...[[], ['earlier-completed'], ['earlier-withdrawn'], ['earlier-elsewhere']].map((named) => ({ grounds: ['repeatedSameQuestion'], earlierRequests: named }))],
  'request.foundOutOfScope': [{}, { reasons: undefined }],
  'request.renewed': [{}, { question: 'question-1' }],
  'request.lapsed': [{ remindedOn: [daysAfter(today, 1)], on: daysAfter(today, 1) }, { by: so, remindedOn: [daysAfter(today, 1)], on: daysAfter(today, 1) }, { remindedOn: [] }, { remindedOn: [daysAfter(today, 9)] }, { remindedOn: [today] }, { remindedOn: [dayBefore] }],
  'physicians.chosen': [{}, { second: undefined }, { first: story.outsider, second: undefined }, { first: story.outsider, second: undefined, agreedWithEmployer: 'agreement-1' }, { first: colleague }, { second: colleague }, { first: trainee }, { second: trainee }, { second: story.first }, { first: story.successor, second: undefined }, { first: story.physician(story.employer, 'oost'), second: undefined }],
  'authorisation.signed': [...[...new Set([current, so])].flatMap((recipient) => [{ recipient }, { recipient, scope: 'scope-1' }]), { recipient: story.second.id }, { recipient: current, recordedBy: story.planning }, { recipient: current, recordedBy: story.planning, document: 'document-1' }],
  'authorisation.withheld': [...new Set([current, so])].map((recipient) => ({ recipient })),
  'authorisation.revoked': [...new Set([current, so])].map((recipient) => ({ recipient })),
  'application.sent': [{ to: current }, { to: current, medicalData: false }, { to: 'physician-nobody-chose', medicalData: false }, { to: story.employer, medicalData: false }, { to: 'physician-giver', medicalData: false }],
  'response.overdue': [{ on: daysAfter(today, 8) }, { by: own, on: daysAfter(today, 8) }, {}, { on: daysAfter(today, 7) }],
  'medicalData.sent': [{ to: so }, { to: so === story.second.id ? story.first.id : story.second.id }],
  'consultation.held': [{}, { identity: 'notEstablished' }],
  'consultation.waived': [{}, { reasons: undefined }],
  'information.requested': [{}, { consent: undefined }, { consent: undefined, source: 'ownPhysician' }, { source: 'employer' }, { source: 'workplace', consent: undefined }],
  'information.received': [{}, { consent: undefined }, { consent: undefined, source: 'ownPhysician' }],
  'remarks.timedOut': [{ announcedOn: today, until: today, on: daysAfter(today, 1) }, { announcedOn: today, until: today }, { announcedOn: dayBefore, until: today, on: daysAfter(today, 1) }],
  'forwarding.authorised': [{ to: own }, { to: story.handler }, { to: own, recordedBy: story.planning }, { to: own, recordedBy: story.planning, document: 'document-2' }],
  'forwarding.unanswered': [{ remindedOn: [daysAfter(today, 1)], on: daysAfter(today, 1) }, { remindedOn: [] }, { remindedOn: [today] }, { remindedOn: [dayBefore] }],
  'advice.discussed': [{}, { waivedByEmployee: true }, { waivedByEmployee: true, document: 'document-3' }],
  'engagement.ended': [{}, { by: story.employee }],
  'employer.asked': [{}, { employer: own }, { employer: 'employer-2' }],
  'case.closed': [{}, { by: story.employee }],
  'decision.made': [{}, { reasons: undefined }],
  'transfer.requested': [{}, { adviceMayBePassedOn: false }],
  'transfer.granted': [{}, { to: story.physician(own, 'noord') }, { to: engagedPhysician }, { to: trainee }, { to: story.physician(story.employer, 'noord') }],
  'complaint.filed': [{}, { complaint: 'complaint-2', against: so }, { complaint: 'complaint-3' }],
  'complaint.withdrawn': [{}, { complaint: 'complaint-2' }],
  'complaint.acknowledged': [{}, { by: own }, { by: story.own.id }, { by: secondHandler }, { by: secondHandler, complaint: 'complaint-2' }],
  'complaint.progressed': [{}, { by: own }, { by: secondHandler }],
  'complaint.answered': [{}, { by: own }, { by: secondHandler }, { reasons: undefined }, { complaint: 'complaint-2' }],
  'file.released': [{ to: own }, { to: story.handler }],
  'ownPhysician.replaced': [{ physician: successor, consent: 'consent-3' }, { physician: successor }, { by: story.employer, physician: successor }, { physician: trainee }, { physician: engagedPhysician }, { physician: story.third }, { physician: story.physician(story.employee, 'noord') }],
  'employer.informed': [{}, { by: so }, { consent: undefined }],
});

/** Everything that is tried in a case: by the right person, and of each event type once by somebody with no part in it. */
export function payloads(current: Case, today: string): ProcedureEvent[] {
  const { own, engaged, current: chosen, third, reasonsOwed } = factsOf(current);
  const so = engaged ?? story.first.id;
  const engagedPhysician = [story.first, story.second, story.outsider].find(({ id }) => id === so) ?? story.first;
  const varied = variations({
    today,
    revision: current.revision,
    own: own.id,
    so,
    current: chosen?.id ?? story.first.id,
    reasonsOwed,
    engagedPhysician,
  });
  const inTheRole: Record<string, string> = {
    [story.own.id]: own.id,
    [story.first.id]: so,
    [story.third.id]: third ?? story.third.id,
  };
  const right = eventTypes.flatMap((type) => {
    const told = usual(type, { on: today });
    return (varied[type] ?? [{}]).map((changed) => ({ ...told, by: inTheRole[told.by] ?? told.by, ...changed }));
  });
  const wrong = eventTypes
    .filter((type) => !/^complaint\.[ap]/.test(type))
    .map((type) => ({ ...right.find((event) => event.type === type), by: stranger }));
  return [...right, ...wrong] as unknown as ProcedureEvent[];
}

/** Of each event type only what is usual. */
export function usualPayloads(current: Case, today: string): ProcedureEvent[] {
  const seen = new Set<EventType>();
  return payloads(current, today).filter(({ type }) => !seen.has(type) && seen.add(type));
}

// The search.

export type AdvanceLike = (current: Case, event: unknown) => Outcome;
export type { Taken as Ok } from '../../src/index.js';

/** A reached case, and how it was reached. */
export interface Reached {
  case: Case;
  today: string;
  depth: number;
  via: { from: Reached; event: ProcedureEvent } | null;
  /** Another case with the same abstract text. */
  twin?: Reached;
}

/** What was tried in a reached case and not simply unexpected there. */
export interface Turn {
  from: Reached;
  event: ProcedureEvent;
  outcome: Exclude<Outcome, { reason: 'unexpected' }>;
  /** The reached case after it; null where it was not allowed, or is too unusual to go on from. */
  to: Reached | null;
}

export interface Exploration {
  reached: Reached[];
  turns: Turn[];
  tried: number;
  seconds: number;
}

interface Search {
  advance?: AdvanceLike;
  roots?: Reached[];
  payloads?: typeof payloads;
  /** How many unusual things may be true at once of a case from which the search goes on. */
  unusualAtOnce?: number;
  depth?: number;
  limit?: number;
}

/** A history as the beginning of a search. */
export function rootOf(start: { on: string } & Record<string, unknown>, events: Told[] = []): Reached {
  const opened = openCase(start);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  let root: Reached = { case: opened.case, today: start.on, depth: 0, via: null };
  for (const event of events as unknown as ProcedureEvent[]) {
    const outcome = advance(root.case, event);
    if (!outcome.ok) throw new Error(`${event.type}: ${JSON.stringify(outcome)}`);
    root = { case: outcome.case, today: latest(root.today, event.on), depth: 0, via: { from: root, event } };
  }
  return root;
}

const latest = (one: string, other: string): string => (one > other ? one : other);

/** What is first read after the execution begins there: an employer to ask, guidance that continues. */
const readLate = ['no employer named', 'guidance that does not continue'];

type Wrongs = Record<string, [Parameters<typeof story.upTo>[0], Told[]]>;

/** What was done against the rules, by its clause: from there on the ways of the others stay open. */
const wrongs: Wrongs = {
  'B-59 a refusal without reasons': ['application.discussing', [usual('request.refused', { reasons: undefined })]],
  'B-59 out of scope without reasons': [
    'application.discussing',
    [usual('request.foundOutOfScope', { reasons: undefined })],
  ],
  'B-59 a decision without reasons': ['completion.considering', [usual('decision.made', { reasons: undefined })]],
  'B-69 a copy without consent': ['execution.awaitingConsent', [usual('advice.forwarded')]],
  'B-63 a copy to whoever is not authorised': [
    'execution.forwarding',
    [usual('ownPhysician.replaced', { physician: story.successor }), usual('advice.forwarded')],
  ],
  'B-90 a draft forwarded': ['execution.reviewing', [usual('advice.forwarded')]],
  'B-51 a decision without a copy': [
    'execution.awaitingConsent',
    [usual('forwarding.withheld'), usual('decision.made')],
  ],
  'B-81 an application to somebody nobody chose': [
    'application.preparing',
    [usual('application.sent', { to: 'physician-nobody-chose', medicalData: false })],
  ],
  'B-82 an application before any choice': [
    'application.choosing',
    [usual('application.sent', { to: 'physician-nobody-chose', medicalData: false })],
  ],
  'B-87 the same preference twice': [
    'application.choosing',
    [usual('physicians.chosen', { second: story.first }), usual('application.sent', { medicalData: false })],
  ],
};

/** The histories in which something was recorded against the rules. */
const recordedBeginnings = (): Reached[] =>
  Object.values(wrongs).map(([at, events]) => {
    const root = rootOf(opening, story.upTo(at));
    return events.reduce((from, told): Reached => {
      const event = { ...told, on: from.today } as unknown as ProcedureEvent;
      const outcome = record(from.case, event);
      if (!outcome.ok) throw new Error(`${event.type}: ${JSON.stringify(outcome)}`);
      return { case: outcome.case, today: from.today, depth: 0, via: { from, event } };
    }, root);
  });

/** Every opening, in its first step or, by the usual way, in the step that first reads what is unusual in it. */
const beginnings = (): Reached[] =>
  Object.entries(openings).map(([name, start]) =>
    rootOf(start, readLate.includes(name) ? story.upTo('completion.considering') : []),
  );

/** Breadth first over real cases, once for every abstract case. */
export function explore({
  advance: how = advance,
  roots = beginnings(),
  payloads: trying = payloads,
  unusualAtOnce = 1,
  depth = Number.POSITIVE_INFINITY,
  limit = 9_000,
}: Search = {}): Exploration {
  const started = performance.now();
  const reached: Reached[] = [];
  const known = new Map<string, Reached>();
  const turns: Turn[] = [];
  let tried = 0;
  const meet = (met: Reached): Reached => {
    const key = abstractOf(met.case);
    const before = known.get(key);
    if (before) {
      before.twin ??= met;
      return before;
    }
    if (reached.length === limit) throw new Error(`more than ${limit} abstract cases`);
    known.set(key, met);
    reached.push(met);
    return met;
  };
  for (const root of roots) meet(root);
  for (const from of reached) {
    if (from.depth === depth) continue;
    const expected = new Set<EventType>();
    const unexpected = new Set<EventType>();
    for (const event of trying(from.case, from.today)) {
      if (event.by === stranger && !expected.has(event.type)) continue;
      if (unexpected.has(event.type)) continue;
      const outcome = how(from.case, event);
      tried += 1;
      (outcome.ok || outcome.reason !== 'unexpected' ? expected : unexpected).add(event.type);
      if (outcome.ok) {
        const after: Reached = {
          case: outcome.case,
          today: latest(from.today, event.on),
          depth: from.depth + 1,
          via: { from, event },
        };
        const goesOn = unusual(outcome.case) <= unusualAtOnce;
        turns.push({ from, event, outcome, to: goesOn ? meet(after) : null });
      } else if (outcome.reason !== 'unexpected') turns.push({ from, event, outcome, to: null });
    }
  }
  return { reached, turns, tried, seconds: (performance.now() - started) / 1000 };
}

let explored: Exploration | undefined;

/** From every beginning, those with something against the rules too; made when it is first asked for. */
export const everything = (): Exploration => {
  explored ??= explore({ roots: [...beginnings(), ...recordedBeginnings()] });
  return explored;
};

/** Of how many abstract cases one is looked at, where a look at each takes long: of five, or as the environment says. */
const oneIn = Number(process.env.ONE_IN ?? 5);

/** Some of the cases of an exploration, always the same, with what was tried in them. */
export function someOf({ reached, turns, ...rest }: Exploration): Exploration {
  const some = new Set(reached.filter((_, at) => at % oneIn === 0));
  return { ...rest, reached: [...some], turns: turns.filter(({ from }) => some.has(from)) };
}

/** How a case was reached, a line per event: the day, who, what. */
export function historyOf(reached: Reached, ...next: ProcedureEvent[]): string {
  const events = [...next].reverse();
  let at = reached;
  while (at.via) {
    events.push(at.via.event);
    at = at.via.from;
  }
  const { recordOf, openedOn, participants } = at.case.file;
  return [
    `${openedOn} ${participants.employee} request${recordOf === 'procedure' ? '' : ` (record of ${recordOf})`}`,
    ...events.reverse().map(({ on, by, type, ...fields }) => {
      const { recordedBy, ...carried } = fields as Record<string, unknown>;
      const more = Object.values(carried).map((value) => (value as Physician | undefined)?.id ?? value);
      return [on, by, type, ...more, ...(recordedBy ? [`recorded by ${recordedBy}`] : [])].join(' ');
    }),
  ].join('\n');
}
