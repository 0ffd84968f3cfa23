import { describe, expect } from 'vitest';
import {
  advance,
  audit,
  type Case,
  type ClauseId,
  clauses,
  type EventOf,
  type EventType,
  type Outcome,
  openCase,
  type Physician,
  type Step,
} from '../../src/index.js';

/** Heads the tests of a clause with its words. */
export const clause = (id: ClauseId, tests: () => void): void => describe(`${id} ${clauses[id].en}`, tests) as never;

export const physician = (id: string, organisation: string, more: Partial<Physician> = {}): Physician => ({
  id,
  organisations: [organisation],
  registered: true,
  pool: false,
  ...more,
});

export const employee = 'employee-1';
export const employer = 'employer-1';
export const planning = 'planning-1';
export const handler = 'handler-1';
export const own = physician('physician-own', 'noord');
export const first = physician('physician-first', 'zuid', { pool: true });
export const second = physician('physician-second', 'oost', { pool: true });
export const another = physician('physician-another', 'west', { pool: true });
export const third = physician('physician-third', 'noord');

/** An event by whoever's it is, on the first day of the stories unless said. */
export type Told = { type: EventType; by?: string; on?: string } & Record<string, unknown>;

export const opening = {
  caseId: 'so-2026-0017',
  by: employee,
  on: '2026-03-18',
  participants: { employee, employer, administration: planning, ownPhysician: own },
  contract: { route: 'lpbso', physicians: [], complaintsProcedure: 'complaints-noord-v3' },
  contestedAdvice: { id: 'advice-1', on: '2026-03-12', task: 'sicknessAbsenceGuidance', giver: own },
  question: 'question-1',
};

type OpeningInput = Record<string, unknown> & { on: string };

const event =
  <Type extends EventType>(type: Type, by: string, fields: Omit<EventOf<Type>, 'type' | 'by' | 'on' | 'recordedBy'>) =>
  (changed: Record<string, unknown> & { on?: string; by?: string } = {}) => ({
    type,
    by,
    on: opening.on,
    ...fields,
    ...changed,
  });

// What people report, each with what is usual; a test changes what matters to it.
export const discussed = event('instrument.discussed', own.id, { advised: 'secondOpinion' });
export const explained = event('nonSuspension.explained', own.id, {});
export const honoured = event('request.honoured', own.id, {});
export const refused = event('request.refused', own.id, {
  grounds: ['deliberateDelay'],
  earlierRequests: [],
  reasons: 'reasons-1',
});
export const outOfScope = event('request.foundOutOfScope', own.id, {
  because: 'notAHealthMatter',
  reasons: 'reasons-1',
});
export const renewed = event('request.renewed', employee, {});
export const uwvChosen = event('uwvRoute.chosen', employee, {});
export const withdrawn = event('request.withdrawn', employee, {});
export const lapsed = event('request.lapsed', own.id, { remindedOn: [opening.on] });
export const chosen = event('physicians.chosen', employee, { first, second });
export const notEngaged = event('outsider.notEngaged', own.id, {});
export const signed = event('authorisation.signed', employee, { recipient: first.id });
export const withheld = event('authorisation.withheld', employee, { recipient: first.id });
export const revoked = event('authorisation.revoked', employee, { recipient: first.id });
export const sent = event('application.sent', own.id, { to: first.id, medicalData: true, form: 'form-1' });
export const received = event('application.received', first.id, {});
export const accepted = event('application.accepted', first.id, {});
export const declined = event('application.declined', first.id, {});
export const overdue = event('response.overdue', 'calendar', {});
export const infeasible = event('application.foundInfeasible', first.id, {});
export const returned = event('engagement.returned', first.id, {});
export const dataSent = event('medicalData.sent', own.id, { to: first.id, document: 'document-1' });
export const scheduled = event('consultation.scheduled', first.id, { for: '2026-04-08' });
export const held = event('consultation.held', first.id, { identity: 'document', examined: false });
export const missed = event('consultation.missed', first.id, {});
export const waived = event('consultation.waived', first.id, { reasons: 'reasons-2' });
export const requested = event('information.requested', first.id, {
  source: 'treatingProfessional',
  consent: 'consent-1',
});
export const answered = event('information.received', first.id, {
  source: 'treatingProfessional',
  consent: 'consent-1',
});
export const drafted = event('draft.submitted', first.id, { draft: 'draft-1' });
export const remarked = event('inaccuracies.reported', employee, { remarks: 'remarks-1' });
export const leftAsIs = event('draft.leftAsIs', employee, {});
export const reviewLapsed = event('review.lapsed', first.id, { announcedOn: opening.on, until: opening.on });
export const adviceDiscussed = event('advice.discussed', first.id, {});
export const finalised = event('advice.finalised', first.id, { advice: 'advice-2' });
export const authorised = event('forwarding.authorised', employee, { to: own.id });
export const forwardingWithheld = event('forwarding.withheld', employee, {});
export const unanswered = event('forwarding.unanswered', first.id, { remindedOn: [opening.on] });
export const noCopy = event('noCopy.announced', first.id, {});
export const forwarded = event('advice.forwarded', first.id, {});
export const handedOver = event('advice.handedOver', employee, {});
export const decided = event('decision.made', own.id, { adoption: 'full', reasons: 'reasons-3' });
export const transferRequested = event('transfer.requested', employee, { adviceMayGoAlong: true });
export const transferWithdrawn = event('transfer.withdrawn', employee, {});
export const transferGranted = event('transfer.granted', own.id, { to: third });
export const transferRefused = event('transfer.refused', own.id, {});
export const transferAccepted = event('transfer.accepted', third.id, {});
export const transferDeclined = event('transfer.declined', third.id, {});
export const employerAsked = event('employer.asked', employee, {});
export const employerAgreed = event('employer.agreed', employer, {});
export const employerDeclined = event('employer.declined', employer, {});
export const closed = event('case.closed', own.id, {});
export const complained = event('complaint.filed', employee, { complaint: 'complaint-1', against: own.id });
export const complaintWithdrawn = event('complaint.withdrawn', employee, { complaint: 'complaint-1' });
export const acknowledged = event('complaint.acknowledged', handler, { complaint: 'complaint-1' });
export const progressed = event('complaint.progressed', handler, { complaint: 'complaint-1' });
export const complaintAnswered = event('complaint.answered', handler, {
  complaint: 'complaint-1',
  decision: 'decision-1',
  reasons: 'reasons-4',
});
export const replaced = event('ownPhysician.replaced', planning, { physician: physician('physician-new', 'noord') });
export const employerInformed = event('employer.informed', own.id, { of: 'request', consent: 'consent-2' });

/** The way of most cases, in the order in which a story reaches each step. */
export const way = {
  'request.weighing': [],
  'request.choosing': [discussed(), explained(), honoured()],
  'request.preparing': [chosen()],
  'execution.awaitingResponse': [signed(), sent()],
  'execution.inviting': [received(), accepted()],
  'execution.awaitingConsultation': [scheduled()],
  'execution.assessing': [held()],
  'execution.reviewing': [drafted()],
  'execution.finalising': [adviceDiscussed(), remarked()],
  'execution.awaitingConsent': [finalised()],
  'execution.forwarding': [authorised()],
  'completion.considering': [forwarded()],
  'completion.decided': [decided()],
  'completion.weighingTransfer': [transferRequested()],
  'completion.awaitingSuccessor': [transferGranted()],
  transferred: [transferAccepted()],
} satisfies { [At in Step]?: Told[] };

type OnTheWay = keyof typeof way;

/** The events that lead to a step on the way of most cases. */
export const upTo = (step: OnTheWay): Told[] => {
  const steps = Object.keys(way) as OnTheWay[];
  return steps.slice(0, steps.indexOf(step) + 1).flatMap((each) => way[each] as Told[]);
};

/** A story of events that ends in each step of a whole log, and in `execution.elsewhere` of the own physician's. */
export const storyTo: Record<Step, { opening: OpeningInput; events: Told[] }> = (() => {
  const whole = (...events: Told[]) => ({ opening, events });
  const beside: Record<Exclude<Step, OnTheWay>, { opening: OpeningInput; events: Told[] }> = {
    'request.reconsidering': whole(
      ...upTo('request.preparing'),
      withheld(),
      sent({ medicalData: false }),
      infeasible(),
    ),
    'execution.elsewhere': {
      opening: { ...opening, log: 'ownPhysician' },
      events: [...upTo('execution.awaitingResponse'), accepted()],
    },
    'completion.transferRefused': whole(...upTo('completion.weighingTransfer'), transferRefused()),
    'completion.awaitingEmployer': whole(...upTo('completion.weighingTransfer'), transferRefused(), employerAsked()),
    refused: whole(discussed(), refused()),
    outOfScope: whole(outOfScope()),
    uwvRouteChosen: whole(uwvChosen()),
    withdrawn: whole(...upTo('request.preparing'), withdrawn()),
    lapsed: whole(lapsed()),
    notForwarded: whole(...upTo('execution.awaitingConsent'), forwardingWithheld()),
    concluded: whole(...upTo('completion.decided'), closed()),
  };
  const along = Object.fromEntries(
    (Object.keys(way) as OnTheWay[]).map((step) => [step, whole(...upTo(step))]),
  ) as unknown as Record<OnTheWay, { opening: OpeningInput; events: Told[] }>;
  return { ...along, ...beside };
})();

type Ok = Extract<Outcome, { ok: true }>;

/** The outcome of a story in which everything was allowed. */
export function tell(start: OpeningInput, events: Told[]): Ok {
  let outcome = openCase(start);
  for (const told of events) {
    expect(outcome, `before ${told.type}`).toMatchObject({ ok: true });
    outcome = advance((outcome as Ok).case, told);
    if (!outcome.ok) expect.fail(`${told.type}: ${JSON.stringify(outcome)}`);
  }
  expect(outcome).toMatchObject({ ok: true });
  return outcome as Ok;
}

const outcomeOf = (outcome: Outcome, current: Case | null) => ({
  outcome,
  /** What must be true of the outcome, field by field. */
  then: (expected: object): void => expect(outcome).toMatchObject(expected),
  thenIn: (step: Step): Case => {
    expect(outcome).toMatchObject({ ok: true, case: { step } });
    return (outcome as Ok).case;
  },
  thenNotAllowed: (...norms: string[]): void => {
    expect(outcome).toMatchObject({ ok: false, reason: 'notAllowed' });
    expect(
      outcome.ok === false && outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : [],
    ).toEqual(norms);
  },
  thenUnexpected: (): void => expect(outcome).toMatchObject({ ok: false, reason: 'unexpected', step: current?.step }),
});

/** A story: an opening (the usual one unless given) and what followed. */
export function given(...told: (OpeningInput | Told | Told[])[]) {
  const parts = told.flat();
  const openings = parts.filter((part) => 'caseId' in part) as OpeningInput[];
  const events = parts.filter((part) => !('caseId' in part)) as Told[];
  const { case: current } = tell(openings[0] ?? opening, events);
  return {
    case: current,
    when: (next: unknown) => outcomeOf(advance(current, next), current),
    whenDone: (next: unknown) => outcomeOf(audit(current, next), current),
  };
}

/** An opening tried on its own. */
export const whenOpened = (start: unknown) => outcomeOf(openCase(start), null);

/** The usual way to a step, or a way beside it. */
export const givenIn = (step: Step) => given(storyTo[step].opening, storyTo[step].events);

/** What may follow in a case, also in one that only `audit` can reach. */
export const goingOn = (current: Case) => ({
  case: current,
  when: (next: unknown) => outcomeOf(advance(current, next), current),
  whenDone: (next: unknown) => outcomeOf(audit(current, next), current),
});

/** Who is told what, all of it and in order: `requestMade → ownPhysician physician-own`. */
export const noticesIn = (outcome: Outcome): string[] => {
  expect(outcome).toMatchObject({ ok: true });
  return (outcome as Ok).notices.map(({ about, to }) => `${about} → ${to.role} ${to.id}`);
};

/** The deviations of one event, all of them and in order: `reasonsAreInWriting law`. */
export const deviationsIn = (outcome: Outcome): string[] => {
  expect(outcome).toMatchObject({ ok: true });
  return (outcome as Ok).deviations.map(({ norm, rank }) => `${norm} ${rank}`);
};
