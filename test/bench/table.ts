import assert from 'node:assert/strict';
import { TZDate } from '@date-fns/tz';
import { endOfDay } from 'date-fns/endOfDay';
import {
  advance,
  type Case,
  deadlines,
  expectedEvents,
  openingSchema,
  parseCase,
  type Reader,
  roles,
  secondOpinionMachine,
  viewFor,
  waitingOn,
} from 'lpbso-second-opinion';
import { first, handler, onDay, own, third, usual } from 'lpbso-second-opinion/testing';
import { timelineFor } from 'lpbso-second-opinion/words';
import { nl } from 'lpbso-second-opinion/words/nl';
import { createActor, transition } from 'xstate';
import { type Contender, contender } from './measure.ts';
import { casesOf, events, ofEveryType, opening } from './story.ts';

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

/** The case in the middle of the story, as a host keeps it. */
const middle = caseTexts[caseTexts.length >> 1] as string;
const asJson = contender(
  'JSON.parse of a stored case',
  1,
  () => JSON.parse(middle),
  (json) => assert.deepEqual(parseCase(json), parseCase(JSON.parse(middle))),
);
const asParse: Contender = {
  name: 'parseCase of a stored case',
  units: 1,
  // Each its own: what was read once is not read again.
  prepare: (times) => {
    const read = Array.from({ length: times }, () => JSON.parse(middle));
    return () => {
      let current: unknown;
      for (const json of read) current = parseCase(json);
      return current;
    };
  },
  check: (current) => assert.deepEqual(current, cases[caseTexts.length >> 1]),
};

const readers: Reader[] = [
  { role: 'employee', person: opening.participants.employee },
  { role: 'ownPhysician', person: own.id },
  { role: 'secondOpinionPhysician', person: first.id },
  { role: 'thirdPhysician', person: third.id },
  { role: 'employer', person: opening.participants.employer },
  { role: 'complaintHandler', person: handler },
  { role: 'administration', person: opening.participants.administration },
  { role: 'scheduler', person: 'scheduler' },
];
assert.deepEqual(readers.map(({ role }) => role).sort(), [...roles].sort());
const seen = cases.map((current) => readers.map((reader) => viewFor(current, reader).sees !== null));
const asViews = contender(
  'viewFor of each role',
  cases.length * readers.length,
  () => cases.map((current) => readers.map((reader) => viewFor(current, reader).sees !== null)),
  (views) => assert.deepEqual(views, seen),
);

/** So many events after the draft is asked for, each a complaint that stays open, and what they make of the case. */
const complaining = (count: number): { log: readonly unknown[]; last: Case } => {
  const filed = onDay(
    '2026-04-10',
    ...Array.from({ length: count }, (_, n) => usual('complaint.filed', { complaint: `complaint-${n + 1}` })),
  );
  const log = [...events.slice(0, 11), ...filed];
  return { log, last: casesOf(log).at(-1) as Case };
};
const storyOf = (count: number): Contender => {
  const { log } = complaining(count - 11);
  return contender(
    `timelineFor of ${count} events`,
    1,
    () => timelineFor(opening, log, 'host', nl),
    ({ entries }) => assert.equal(entries.length, count + 1),
  );
};
const asShortStory = storyOf(200);
const asLongStory = storyOf(2_000);
const worklistOf = (count: number): Contender => {
  const { last } = complaining(count);
  return contender(
    `waitingOn and deadlines with ${count} open complaints`,
    1,
    () => [waitingOn(last), deadlines(last)] as const,
    ([waiting, due]) => assert.ok(waiting.length > 0 && due.length >= count),
  );
};
const asShortWorklist = worklistOf(100);
const asLongWorklist = worklistOf(1_000);

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
  row('`advance`', '`transition()`', 0.1, asAdvance, asTransition),
  row('the same', '`actor.send`', 0.3, asAdvance, asSend),
  row('load, act, save', "XState's", 0.25, asLoadActSave, asLoadSendSave),
  row('`parseCase`', '`JSON.parse`', 4, asParse, asJson),
  row('`expectedEvents`', '`snapshot.can`', 0.12, asExpected, asCanEverything),
  row('`deadlines`', 'a `TZDate` end-of-day', 0.35, asDeadlines, asEndOfDay),
  row('`viewFor` each role', '`advance`', 2, asViews, asAdvance),
  row('`timelineFor` 2,000 events', '200', 10.5, asLongStory, asShortStory),
  row('`waitingOn`, `deadlines`: 1,000 complaints', '100', 10.5, asLongWorklist, asShortWorklist),
];

export const contenders: Contender[] = [
  asAdvance,
  asTransition,
  asSend,
  asLoadActSave,
  asLoadSendSave,
  asParse,
  asJson,
  asExpected,
  asCanEverything,
  asDeadlines,
  asEndOfDay,
  asViews,
  asLongStory,
  asShortStory,
  asLongWorklist,
  asShortWorklist,
];
