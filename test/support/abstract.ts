import {
  advance,
  type Case,
  type CaseFile,
  type EventType,
  type Outcome,
  openCase,
  type Physician,
  type ProcedureEvent,
  type Role,
  type Step,
} from '../../src/index.js';
import * as story from './story.js';
import { daysAfter, type Told, usual } from './story.js';

// What of a case is read by norms and by the choice between ways on.

/** The few facts of a case that decide what may follow. */
export interface Facts {
  step: Step;
  recordOf: CaseFile['recordOf'];
  openedOn: string;
  holders: Partial<Record<Role, string[]>>;
  own: Physician;
  giver: Physician;
  military: boolean;
  engaged: string | null;
  third: string | null;
  employer: string | null;
  questionPut: boolean;
  question: string | null;
  earlierOpinions: { id: string; question: string }[];
  instrumentDiscussedOn: string | null;
  adviceInForceExplainedOn: string | null;
  current: Physician | null;
  outsiderNotAgreed: boolean;
  secondPreferenceRemains: boolean;
  authorisations: Record<string, string>;
  received: boolean;
  timedOut: boolean;
  lastDayToRespond: string | null;
  draftReviewed: boolean;
  adviceDiscussedOn: string | null;
  askedOn: string;
  draftOn: string | null;
  adviceOn: string | null;
  forwardingTo: string | null;
  forwardingWithheld: boolean;
  inPossession: boolean;
  decided: boolean;
  guidanceContinues: boolean;
  concludedBefore: boolean;
  complaints: Record<string, { open: boolean; handler: string | null; against: string }>;
  involved: string[];
}

const inAWeek = (day: string): string => daysAfter(day, 7);

const present = (...ids: (string | null | undefined)[]): string[] => ids.filter((id) => id != null);

/** The facts of a case, read from its file without help of the rules. */
export function factsOf({ step, file }: Case): Facts {
  const { participants, contract, choice, engagement, execution, request } = file;
  const { employee, representative, employer, administration, ownPhysician, thirdPhysician, former } = participants;
  const current = choice && (choice.current === 'first' ? choice.first : choice.second);
  const counted = contract.responseTerm.from === 'receipt' ? engagement?.receivedOn : null;
  const engaged = engagement?.physician ?? null;
  const third = thirdPhysician?.id ?? null;
  const { forwarding } = execution;
  return {
    step,
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
    },
    own: ownPhysician,
    giver: file.contestedAdvice.giver,
    military: contract.military,
    engaged,
    third,
    employer,
    questionPut: file.question !== null,
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
    secondPreferenceRemains: choice?.current === 'first' && choice.second !== null,
    authorisations: Object.fromEntries(
      file.authorisations.map(({ recipient, status, scope }) => [
        recipient,
        status === 'signed' && scope ? 'scoped' : status,
      ]),
    ),
    received: engagement?.receivedOn != null,
    timedOut: engagement?.timedOutOn != null,
    lastDayToRespond: engagement && inAWeek(counted ?? engagement.application.on),
    draftReviewed: execution.review !== null,
    adviceDiscussedOn: execution.discussion?.on ?? null,
    askedOn: request.askedOn,
    draftOn: execution.draft?.on ?? null,
    adviceOn: execution.advice?.on ?? null,
    forwardingTo: forwarding?.as === 'authorised' ? forwarding.to : null,
    forwardingWithheld: forwarding?.as === 'withheld',
    inPossession: file.possession !== null,
    decided: file.decision !== null,
    guidanceContinues: file.guidanceContinues,
    concludedBefore:
      file.closedOn !== null || file.transfer?.closedBefore != null || file.employerRequest?.answered != null,
    complaints: Object.fromEntries(
      file.complaints.map(({ complaint, handler, against, answered, withdrawnOn }) => [
        complaint,
        { open: answered === null && withdrawnOn === null, handler, against },
      ]),
    ),
    involved: present(
      employee,
      representative,
      employer,
      administration,
      ownPhysician.id,
      engaged,
      third,
      file.contestedAdvice.giver.id,
      ...former,
    ),
  };
}

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
  const { engagement, execution } = current.file;
  const always = [
    step,
    facts.recordOf,
    facts.own.id,
    facts.own.registered,
    facts.employer,
    facts.guidanceContinues,
    complaintsOf(current),
    facts.engaged !== null,
  ];
  if (current.file.complaints.length > 0) return [step, facts.recordOf, complaintsOf(current)].join();
  if (step === 'transferred') return [...always, facts.third].join();
  const concluded = [current.file.closedOn !== null, facts.concludedBefore];
  if (isCompletion(step)) return [...always, facts.decided, ...concluded, facts.third].join();
  const adviceDiscussed = facts.adviceDiscussedOn !== null;
  if (isFinal(step)) return [...always, adviceDiscussed, execution.forwarding?.as, facts.forwardingTo].join();
  const honourable = !isOver(step) || step === 'refused' || step === 'outOfScope';
  const instrumentDiscussed = facts.instrumentDiscussedOn !== null;
  const asked = [facts.questionPut, facts.adviceInForceExplainedOn !== null, instrumentDiscussed && honourable];
  if (isOver(step)) return [...always, ...asked].join();
  return [
    ...always,
    ...asked,
    facts.current?.id,
    facts.outsiderNotAgreed,
    facts.secondPreferenceRemains,
    facts.engaged,
    ...[story.first, story.second, story.outsider].map(({ id }) =>
      facts.authorisations[id]?.replace('revoked', 'withheld'),
    ),
    facts.received,
    facts.timedOut,
    engagement?.infeasibleOn != null,
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
  const logsAreAlike = step.startsWith('request.') || step === 'execution.awaitingResponse';
  return [
    facts.recordOf === 'ownPhysician' && logsAreAlike,
    facts.own.id !== story.own.id,
    !facts.own.registered,
    facts.employer === null,
    !facts.questionPut,
    !facts.guidanceContinues,
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
  'no question yet': withoutQuestion as typeof opening,
  'no employer named': { ...opening, participants: withoutEmployer as typeof opening.participants },
  'guidance that does not continue': { ...opening, guidanceContinues: false },
  'an own physician who is not registered': {
    ...opening,
    participants: { ...opening.participants, ownPhysician: { ...story.own, registered: false } },
  },
};

/** Who could do something now, and on which day. */
interface Cast {
  today: string;
  own: string;
  so: string;
  current: string;
  third: string;
  engagedPhysician: Physician;
}

// biome-ignore format: a line per event
const attempts = ({ today, own, so, current, third, engagedPhysician }: Cast): Told[] => [
  usual('instrument.discussed', { by: own }),
  usual('adviceInForce.explained', { by: own }),
  usual('request.honoured', { by: own }),
  usual('request.refused', { by: own }), usual('request.refused', { by: own, reasons: undefined }), usual('request.refused', { by: own, grounds: ['cost', 'labourConflict'] }),
  usual('request.refused', { by: own, grounds: ['repeatedSameQuestion'] }), usual('request.refused', { by: own, grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-completed'] }),
  usual('request.refused', { by: own, grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-withdrawn'] }), usual('request.refused', { by: own, grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-elsewhere'] }),
  usual('request.foundOutOfScope', { by: own }), usual('request.foundOutOfScope', { by: own, reasons: undefined }),
  usual('request.renewed'), usual('request.renewed', { question: 'question-1' }),
  usual('uwvRoute.chosen'),
  usual('request.withdrawn'),
  usual('request.lapsed', { by: own, remindedOn: [today] }), usual('request.lapsed', { by: so, remindedOn: [today] }), usual('request.lapsed', { by: own, remindedOn: [] }), usual('request.lapsed', { by: own, remindedOn: [daysAfter(today, 9)] }), usual('request.lapsed', { by: own, remindedOn: [dayBefore] }),
  usual('physicians.chosen'), usual('physicians.chosen', { second: undefined }), usual('physicians.chosen', { first: story.outsider, second: undefined }), usual('physicians.chosen', { first: story.outsider, second: undefined, agreedWithEmployer: 'agreement-1' }),
  usual('physicians.chosen', { first: colleague }), usual('physicians.chosen', { second: colleague }), usual('physicians.chosen', { first: trainee }), usual('physicians.chosen', { second: trainee }), usual('physicians.chosen', { second: story.first }),
  usual('outsider.notEngaged', { by: own }),
  ...[...new Set([current, so])].flatMap((recipient) => [usual('authorisation.signed', { recipient }), usual('authorisation.signed', { recipient, scope: 'scope-1' }), usual('authorisation.withheld', { recipient }), usual('authorisation.revoked', { recipient })]),
  usual('authorisation.signed', { recipient: story.second.id }), usual('authorisation.signed', { recipient: current, recordedBy: story.planning }), usual('authorisation.signed', { recipient: current, recordedBy: story.planning, document: 'document-1' }),
  usual('application.sent', { by: own, to: current }), usual('application.sent', { by: own, to: current, medicalData: false }), usual('application.sent', { by: own, to: 'physician-nobody-chose', medicalData: false }),
  usual('application.received', { by: so }),
  usual('application.accepted', { by: so }),
  usual('application.declined', { by: so }),
  usual('response.overdue', { on: daysAfter(today, 8) }), usual('response.overdue', { by: own, on: daysAfter(today, 8) }), usual('response.overdue'), usual('response.overdue', { on: daysAfter(today, 7) }),
  usual('application.foundInfeasible', { by: so }),
  usual('engagement.ended', { by: so }),
  usual('medicalData.sent', { by: own, to: so }), usual('medicalData.sent', { by: own, to: so === story.second.id ? story.first.id : story.second.id }),
  usual('consultation.scheduled', { by: so }),
  usual('consultation.held', { by: so }), usual('consultation.held', { by: so, identity: 'notEstablished' }),
  usual('consultation.missed', { by: so }),
  usual('consultation.waived', { by: so }), usual('consultation.waived', { by: so, reasons: undefined }),
  usual('information.requested', { by: so }), usual('information.requested', { by: so, consent: undefined }), usual('information.requested', { by: so, consent: undefined, source: 'ownPhysician' }),
  usual('information.received', { by: so }), usual('information.received', { by: so, consent: undefined }), usual('information.received', { by: so, consent: undefined, source: 'ownPhysician' }),
  usual('draft.submitted', { by: so }),
  usual('inaccuracies.reported'),
  usual('remarks.waived'),
  usual('remarks.timedOut', { by: so, announcedOn: today, until: today, on: daysAfter(today, 1) }), usual('remarks.timedOut', { by: so, announcedOn: today, until: today }), usual('remarks.timedOut', { by: so, announcedOn: dayBefore, until: today, on: daysAfter(today, 1) }),
  usual('advice.discussed', { by: so }),
  usual('advice.finalised', { by: so }),
  usual('forwarding.authorised', { to: own }), usual('forwarding.authorised', { to: story.handler }), usual('forwarding.authorised', { to: own, recordedBy: story.planning }), usual('forwarding.authorised', { to: own, recordedBy: story.planning, document: 'document-2' }),
  usual('forwarding.withheld'),
  usual('forwarding.unanswered', { by: so, remindedOn: [today] }), usual('forwarding.unanswered', { by: so, remindedOn: [] }), usual('forwarding.unanswered', { by: so, remindedOn: [dayBefore] }),
  usual('noCopy.announced', { by: so }),
  usual('advice.forwarded', { by: so }),
  usual('advice.handedOver'),
  usual('decision.made', { by: own }), usual('decision.made', { by: own, reasons: undefined }), usual('decision.made', { by: own, guidanceContinues: false }),
  usual('transfer.requested'),
  usual('transfer.withdrawn'),
  usual('transfer.granted', { by: own }), usual('transfer.granted', { by: own, to: story.physician(own, 'noord') }), usual('transfer.granted', { by: own, to: engagedPhysician }), usual('transfer.granted', { by: own, to: trainee }),
  usual('transfer.refused', { by: own }),
  usual('transfer.accepted', { by: third }),
  usual('transfer.declined', { by: third }),
  usual('employer.asked'),
  usual('employer.agreed'),
  usual('employer.declined'),
  usual('case.closed', { by: own }),
  usual('complaint.filed'), usual('complaint.filed', { complaint: 'complaint-2', against: so }),
  usual('complaint.withdrawn'), usual('complaint.withdrawn', { complaint: 'complaint-2' }),
  usual('complaint.acknowledged'), usual('complaint.acknowledged', { by: own }), usual('complaint.acknowledged', { by: story.own.id }), usual('complaint.acknowledged', { by: secondHandler, complaint: 'complaint-2' }),
  usual('complaint.progressed'), usual('complaint.progressed', { by: secondHandler }),
  usual('complaint.answered'), usual('complaint.answered', { by: secondHandler }), usual('complaint.answered', { reasons: undefined }), usual('complaint.answered', { complaint: 'complaint-2' }),
  usual('ownPhysician.replaced', { physician: successor }), usual('ownPhysician.replaced', { by: story.employer, physician: successor }), usual('ownPhysician.replaced', { physician: trainee }), usual('ownPhysician.replaced', { physician: engagedPhysician }), usual('ownPhysician.replaced', { physician: story.third }),
  usual('employer.informed', { by: own }), usual('employer.informed', { by: so }), usual('employer.informed', { by: own, consent: undefined }),
];

/** Everything that is tried in a case: by the right person, and of each event type once by somebody with no part in it. */
export function payloads(current: Case, today: string): ProcedureEvent[] {
  const { own, engaged, current: chosen, third } = factsOf(current);
  const so = engaged ?? story.first.id;
  const known = [story.first, story.second, story.outsider].find(({ id }) => id === so) ?? story.first;
  const right = attempts({
    today,
    own: own.id,
    so,
    current: chosen?.id ?? story.first.id,
    third: third ?? story.third.id,
    engagedPhysician: known,
  }).map((told) => (told.on === story.opening.on ? { ...told, on: today } : told));
  const seen = new Set<EventType>();
  const wrong = right.flatMap((event) => {
    if (seen.has(event.type) || event.type.startsWith('complaint.a') || event.type === 'complaint.progressed')
      return [];
    seen.add(event.type);
    return [{ ...event, by: stranger }];
  });
  return [...right, ...wrong] as unknown as ProcedureEvent[];
}

/** Of each event type only what is usual. */
export function usualPayloads(current: Case, today: string): ProcedureEvent[] {
  const seen = new Set<EventType>();
  return payloads(current, today).filter(({ type }) => !seen.has(type) && seen.add(type));
}

// The search.

export type AdvanceLike = (current: Case, event: unknown) => Outcome;
export type Ok = Extract<Outcome, { ok: true }>;

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
  /** Tries an event type in every shape also where its first was unexpected; never by a stranger there. */
  thorough?: boolean;
  /** Looks at everything that is tried, unexpected or not. */
  onTry?: (from: Reached, event: ProcedureEvent, outcome: Outcome) => void;
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
  limit = 5_000,
  thorough = false,
  onTry = () => {},
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
      if (!thorough && unexpected.has(event.type)) continue;
      const outcome = how(from.case, event);
      tried += 1;
      (outcome.ok || outcome.reason !== 'unexpected' ? expected : unexpected).add(event.type);
      onTry(from, event, outcome);
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
    `${openedOn} ${participants.employee} request${recordOf === 'procedure' ? '' : " (the own physician's record)"}`,
    ...events.reverse().map(({ on, by, type, ...fields }) => {
      const { recordedBy, ...carried } = fields as Record<string, unknown>;
      const more = Object.values(carried).map((value) => (value as Physician | undefined)?.id ?? value);
      return [on, by, type, ...more, ...(recordedBy ? [`recorded by ${recordedBy}`] : [])].join(' ');
    }),
  ].join('\n');
}
