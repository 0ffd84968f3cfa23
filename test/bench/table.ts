import assert from 'node:assert/strict';
import { TZDate } from '@date-fns/tz';
import { endOfDay } from 'date-fns/endOfDay';
import {
  advance,
  type Case,
  deadlines,
  expectedEvents,
  openCase,
  openingSchema,
  parseCase,
  replay,
  secondOpinionMachine,
} from 'lpbso-second-opinion';
import { onDay, type Told, usual } from 'lpbso-second-opinion/testing';
import { createActor, transition } from 'xstate';
import { type Contender, contender } from './measure.ts';
import { casesOf, events, ofEveryType, opening, wrong } from './story.ts';

const cases = casesOf(events);
const [start] = cases as [Case];
const last = cases.at(-1) as Case;
const input = openingSchema.parse(opening);

/** How many notices the whole story gives. */
export const notices = events.reduce((count, event, at) => {
  const outcome = advance(cases[at] as Case, event);
  return count + (outcome.ok ? outcome.notices.length : Number.NaN);
}, 0);

/** The same case as XState has it, after each event. */
const started = () => createActor(secondOpinionMachine, { input }).start();
const live = started();
const snapshots = [live.getSnapshot()];
for (const event of events) {
  live.send(event);
  snapshots.push(live.getSnapshot());
}
type Snapshot = (typeof snapshots)[number];

const ended = { procedure: { closing: 'concluded' }, employerRoute: 'none', complaints: 'none' };

function sameAsOurs(snapshot: Snapshot): void {
  assert.deepEqual(snapshot.value, ended);
  assert.deepEqual(snapshot.context.file, last.file);
}

function sameCase(current: Case): void {
  assert.equal(current.step, 'concluded');
  assert.equal(current.revision, events.length);
  assert.deepEqual(current, last);
}

// The two must tell the same story, or there is nothing to compare.
sameAsOurs(live.getSnapshot());
assert.equal(events.length, 20);
assert.equal(last.step, 'concluded');

/** The story by `advance`, from the opened case. */
export function tellTheStory(): { current: Case; told: number } {
  let current = start;
  let told = 0;
  for (const event of events) {
    const outcome = advance(current, event);
    if (!outcome.ok) throw new Error(outcome.reason);
    current = outcome.case;
    told += outcome.notices.length;
  }
  return { current, told };
}

export const asAdvance = contender('advance', events.length, tellTheStory, ({ current, told }) => {
  sameCase(current);
  assert.equal(told, notices);
});

const asTransition = contender(
  'transition()',
  events.length,
  () => {
    let snapshot = snapshots[0] as Snapshot;
    for (const event of events) [snapshot] = transition(secondOpinionMachine, snapshot, event);
    return snapshot;
  },
  sameAsOurs,
);

const asSend: Contender = {
  name: 'actor.send',
  units: events.length,
  prepare: (times) => {
    const actors = Array.from({ length: times }, started);
    return () => {
      for (const actor of actors) for (const event of events) actor.send(event);
      return actors.at(-1)?.getSnapshot();
    };
  },
  check: (snapshot) => sameAsOurs(snapshot as Snapshot),
};

const caseTexts = cases.map((current) => JSON.stringify(current));
const asLoadActSave = contender(
  'load, advance, save',
  events.length,
  () => {
    let text = caseTexts[0] as string;
    for (const event of events) {
      const outcome = advance(parseCase(JSON.parse(text)), event);
      if (!outcome.ok) throw new Error(outcome.reason);
      text = JSON.stringify(outcome.case);
    }
    return text;
  },
  (text) => assert.deepEqual(JSON.parse(text), cases.at(-1)),
);

const persisted = started();
const firstSnapshotText = JSON.stringify(persisted.getPersistedSnapshot());
const asLoadSendSave = contender(
  'load, send, save',
  events.length,
  () => {
    let text = firstSnapshotText;
    for (const event of events) {
      const actor = createActor(secondOpinionMachine, { snapshot: JSON.parse(text), input }).start();
      actor.send(event);
      text = JSON.stringify(actor.getPersistedSnapshot());
    }
    return text;
  },
  (text) => sameAsOurs(JSON.parse(text)),
);

const expectedCounts = cases.map((current) => expectedEvents(current).length);
const asExpected = contender(
  'expectedEvents',
  cases.length,
  () => cases.map((current) => expectedEvents(current).length),
  (counts) => assert.deepEqual(counts, expectedCounts),
);

const canCounts = snapshots.map((snapshot) => ofEveryType.filter((event) => snapshot.can(event)).length);
const asCanEverything = contender(
  'snapshot.can of every type',
  snapshots.length,
  () =>
    snapshots.map((snapshot) => {
      let count = 0;
      for (const event of ofEveryType) if (snapshot.can(event)) count += 1;
      return count;
    }),
  (counts) => assert.deepEqual(counts, canCounts),
);

const asked = wrong.map(({ after, event }) => ({
  event,
  current: cases[after] as Case,
  snapshot: snapshots[after] as Snapshot,
}));
const asNotAllowed = contender(
  'advance of what is not allowed',
  asked.length,
  () => asked.map(({ event, current }) => advance(current, event)),
  (outcomes) =>
    outcomes.forEach((outcome, at) => {
      assert.ok(!outcome.ok && outcome.reason === 'notAllowed', `${asked[at]?.event.type} should not be allowed`);
    }),
);
const asCan = contender(
  'snapshot.can of the same',
  asked.length,
  () => asked.map(({ event, snapshot }) => snapshot.can(event)),
  (answers) => assert.ok(answers.every((may) => !may)),
);

export const asReplay = contender(
  'replay',
  events.length,
  () => replay(opening, events),
  (outcome) => sameCase(outcome.case as Case),
);
export const asOpenAndAdvance = contender(
  'openCase and advance',
  events.length,
  () => {
    let outcome = openCase(opening);
    for (const event of events) {
      if (!outcome.ok) throw new Error(outcome.reason);
      outcome = advance(outcome.case, event);
    }
    return outcome;
  },
  (outcome) => sameCase((outcome as { case: Case }).case),
);

const responding = cases.find(({ step }) => step === 'execution.awaitingResponse') as Case;
const [dueFirst] = deadlines(responding);
const asDeadlines = contender(
  'deadlines',
  1,
  () => deadlines(responding),
  ([due]) => assert.deepEqual(due, dueFirst),
);
const [year, month, date] = (dueFirst?.dueOn ?? '').split('-').map(Number) as [number, number, number];
const asEndOfDay = contender(
  'a TZDate at the end of a day',
  1,
  () => endOfDay(new TZDate(year, month - 1, date, 'Europe/Amsterdam')).getTime(),
  (instant) => assert.equal(instant + 1, Date.parse(dueFirst?.overdueFrom ?? '')),
);

/**
 * Events that may come again and again in `execution.assessing`; each replaces what the last of its kind left. Seven, so that 20 and 1,000
 * events both end with a whole round.
 */
const again = onDay(
  '2026-04-10',
  usual('information.requested'),
  usual('information.received'),
  usual('complaint.progressed'),
  usual('authorisation.signed'),
  usual('medicalData.sent'),
  usual('information.requested', { source: 'workplace' }),
  usual('information.received', { source: 'workplace' }),
);
const upToAssessing = [
  ...events.slice(0, 11),
  ...onDay('2026-04-08', usual('complaint.filed')),
  ...onDay('2026-04-09', usual('complaint.acknowledged')),
];
const afterAll = (count: number, more: (n: number) => Told | undefined): Case =>
  casesOf([...upToAssessing, ...Array.from({ length: count - upToAssessing.length }, (_, n) => more(n))]).at(
    -1,
  ) as Case;
const twenty = afterAll(20, (n) => again[n % again.length]);
const thousand = afterAll(1_000, (n) => again[n % again.length]);
const complaining = afterAll(1_000, (n) =>
  usual('complaint.filed', { on: '2026-04-10', complaint: `complaint-${n + 2}` }),
);
const kept = ({ file }: Case): number => JSON.stringify({ ...file, told: null }).length;
assert.equal(kept(thousand), kept(twenty));

const [draft] = events.filter(({ type }) => type === 'draft.submitted');
const stepAfter = (name: string, before: Case): Contender =>
  contender(
    name,
    1,
    () => advance(before, draft),
    (outcome) => {
      assert.ok(outcome.ok);
      assert.equal(outcome.case.step, 'execution.reviewing');
      assert.equal(outcome.case.revision, before.revision + 1);
      assert.equal(outcome.notices.length, 1);
    },
  );
const afterTwenty = stepAfter('a step after 20 events', twenty);
const afterThousand = stepAfter('a step after 1,000 events', thousand);
/** Not in the table: what does grow, a step with a case on which so many complaints are open. */
export const afterComplaints = stepAfter('a step after 1,000 events, most of them complaints', complaining);
export const openComplaints = complaining.file.complaints.length;

export interface Row {
  what: string;
  against: string;
  atMost: number;
  one: string;
  other: string;
}

const row = (what: string, against: string, atMost: number, one: Contender, other: Contender): Row => ({
  what,
  against,
  atMost,
  one: one.name,
  other: other.name,
});

/** The rows, each with what is to be reached. */
export const rows: Row[] = [
  row(
    '`advance` with validation, notices and terms',
    "XState's `transition()` on our machine and event, bare",
    0.5,
    asAdvance,
    asTransition,
  ),
  row('the same', '`actor.send` on a started actor of our machine, bare', 1, asAdvance, asSend),
  row(
    'load, act, save: JSON text → `parseCase` → `advance` → JSON text',
    'JSON → `createActor({ snapshot })` → `send` → `getPersistedSnapshot` → JSON',
    0.6,
    asLoadActSave,
    asLoadSendSave,
  ),
  row(
    '`expectedEvents`, all parties, with what is unmet',
    '`snapshot.can` over all event types',
    1,
    asExpected,
    asCanEverything,
  ),
  row('`advance` of an event that is not allowed', '`snapshot.can` of it', 5, asNotAllowed, asCan),
  row('`replay` per event', '`advance` per event', 0.8, asReplay, asAdvance),
  row('`deadlines`', 'one `TZDate` end-of-day computation', 1.2, asDeadlines, asEndOfDay),
  row('a step after 1,000 events on the case', 'a step after 20', 1.1, afterThousand, afterTwenty),
];

export const contenders: Contender[] = [
  asAdvance,
  asTransition,
  asSend,
  asLoadActSave,
  asLoadSendSave,
  asExpected,
  asCanEverything,
  asNotAllowed,
  asCan,
  asReplay,
  asOpenAndAdvance,
  asDeadlines,
  asEndOfDay,
  afterThousand,
  afterTwenty,
  afterComplaints,
];
