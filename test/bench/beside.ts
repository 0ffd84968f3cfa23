// The same story on other engines. Each is given the checks, the facts and the tellings of by-hand.ts, in the place that it
// has for them; what is measured is what the engine adds. What they leave out is said in by-hand.ts, and by name in `leavesOut`.
import assert from 'node:assert/strict';
import {
  type Command,
  DeciderCommandHandler,
  type Event,
  getInMemoryEventStore,
  IllegalStateError,
} from '@event-driven-io/emmett';
import { createStore } from '@xstate/store';
import { Engine } from 'bpmn-engine';
import { advance, type Case } from 'lpbso-second-opinion';
import { createMachine, guard, interpret, type Machine, reduce as reduces, state as stateOf, transition } from 'robot3';
import {
  failing,
  isWellFormed,
  type Known,
  type KnownEvent,
  leadsTo,
  openedBy,
  record,
  reduce,
  type State,
  tellings,
  ways,
} from './by-hand.ts';
import { type Contender, contender } from './measure.ts';
import { events as asTold, casesOf, malformed, opening, unexpected, wrong } from './story.ts';
import { asAdvance, notices } from './table.ts';

const events = asTold as KnownEvent[];
const cases = casesOf(events);
const start = openedBy(opening);

interface Kept {
  state: State;
  told: number;
}

const states = [start];
for (const event of events) {
  const answer = reduce(states.at(-1) as State, event);
  if (!answer.ok) throw new Error(`The reducer refuses ${event.type}: ${answer.reason} ${answer.unmet.join(', ')}`);
  states.push(answer.state);
}
const end = states.at(-1) as State;

/** Where an event leads and whom it tells, or which rules it breaks, by the library. */
function byTheLibrary(current: Case, event: unknown): object {
  const outcome = advance(current, event);
  if (!outcome.ok)
    return {
      reason: outcome.reason,
      unmet: outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : [],
    };
  const told = outcome.notices.map(({ about, to: { role, person: id } }) => `${about} to ${role} ${id}`);
  return { step: outcome.case.step, told };
}

function byHand(state: State, event: unknown): object {
  const answer = reduce(state, event);
  if (!answer.ok) return { reason: answer.reason, unmet: answer.unmet };
  return {
    step: answer.state.step,
    told: answer.told.map(({ about, role, person }) => `${about} to ${role} ${person}`),
  };
}

const everyWrong = [...wrong, ...malformed, ...unexpected];

// The reducer must say what the library says: of every event of the story at every place in it, and of all that is wrong.
for (const [at, current] of cases.entries())
  for (const event of [...events, ...everyWrong.map((each) => each.event)])
    assert.deepEqual(
      byHand(states[at] as State, event),
      byTheLibrary(current, event),
      `${JSON.stringify(event)} at ${at}`,
    );

function sameEnd({ state, told }: Kept): void {
  assert.deepEqual(state, end);
  assert.equal(state.step, 'concluded');
  assert.equal(state.revision, events.length);
  assert.equal(told, notices);
}

/** What an engine offers: a fresh case, and taking an event there; an event that may not be taken leaves it as it is. */
interface Taking {
  send: (event: unknown) => void;
  kept: () => Kept;
}

/** Tells each wrong event at its place, and looks that nothing came of it. */
function refusesTheSame(fresh: () => Taking): void {
  for (const { after, event } of everyWrong) {
    const taking = fresh();
    for (const each of events.slice(0, after)) taking.send(each);
    assert.deepEqual(taking.kept().state, states[after]);
    taking.send(event);
    assert.deepEqual(taking.kept().state, states[after], `${JSON.stringify(event)} after ${after} events`);
  }
}

const contenderOf = (name: string, fresh: () => Taking): Contender => {
  refusesTheSame(fresh);
  return {
    name,
    units: events.length,
    prepare: (times) => {
      const all = Array.from({ length: times }, fresh);
      return () => {
        for (const { send } of all) for (const event of events) send(event);
        return all.at(-1)?.kept();
      };
    },
    check: (kept) => sameEnd(kept as Kept),
  };
};

const took = ({ told }: Kept, after: State, event: KnownEvent): Kept => ({
  state: after,
  told: told + tellings(after, event).length,
});

// A reducer

export const asReducer = contender(
  'a reducer written by hand',
  events.length,
  () => {
    let state = start;
    let told = 0;
    for (const event of events) {
      const answer = reduce(state, event);
      if (!answer.ok) throw new Error(answer.reason);
      state = answer.state;
      told += answer.told.length;
    }
    return { state, told };
  },
  sameEnd,
);

// robot3

const robotSteps = Object.keys({ ...ways, refused: {}, concluded: {} }) as State['step'][];
const robot = createMachine(
  'application.discussing',
  Object.fromEntries(
    robotSteps.map((step) => [
      step,
      stateOf(
        ...(Object.entries(ways[step] ?? {}) as [Known, State['step'] | null][]).map(([type, to]) =>
          transition(
            type,
            to ?? step,
            guard<Kept, KnownEvent>(
              ({ state }, event) => leadsTo(state, event) !== undefined && failing(state, event).length === 0,
            ),
            reduces<Kept, KnownEvent>((kept, event) => took(kept, record(kept.state, event, to ?? step), event)),
          ),
        ),
      ),
    ]),
  ),
  (): Kept => ({ state: start, told: 0 }),
);
const asRobot = contenderOf('robot3', () => {
  const service = interpret(robot as unknown as Machine, () => {});
  return {
    send: (event) => {
      if (isWellFormed(event)) service.send(event as never);
    },
    kept: () => service.context as Kept,
  };
});

// @xstate/store

const takes = (kept: Kept, event: KnownEvent): Kept => {
  const step = leadsTo(kept.state, event);
  if (step === undefined || failing(kept.state, event).length > 0) return kept;
  return took(kept, record(kept.state, event, step), event);
};
const onEvery = Object.fromEntries(
  [...new Set(Object.values(ways).flatMap((from) => Object.keys(from)))].map((type) => [type, takes]),
);
const asStore = contenderOf('@xstate/store', () => {
  const store = createStore({ context: { state: start, told: 0 } as Kept, on: onEvery });
  return {
    send: (event) => {
      if (isWellFormed(event)) store.send(event as never);
    },
    kept: () => store.getSnapshot().context,
  };
});

// Emmett

type Report = Command<'report', { event: unknown }>;
type Reported = Event<'reported', { event: KnownEvent; step: State['step'] }>;

const decider = {
  decide: ({ data: { event } }: Report, { state }: Kept): Reported => {
    if (!isWellFormed(event)) throw new IllegalStateError('malformed');
    const step = leadsTo(state, event);
    if (step === undefined) throw new IllegalStateError('unexpected');
    const unmet = failing(state, event);
    if (unmet.length > 0) throw new IllegalStateError(unmet.join(', '));
    return { type: 'reported', data: { event, step }, kind: 'Event' };
  },
  evolve: (kept: Kept, { data: { event, step } }: Reported): Kept => took(kept, record(kept.state, event, step), event),
  initialState: (): Kept => ({ state: start, told: 0 }),
};
const report = (event: unknown): Report => ({ type: 'report', data: { event }, kind: 'Command' });

const asDecider = contenderOf("Emmett's decider, decide and evolve", () => {
  let kept = decider.initialState();
  return {
    send: (event) => {
      try {
        kept = decider.evolve(kept, decider.decide(report(event), kept));
      } catch (refusal) {
        if (!(refusal instanceof IllegalStateError)) throw refusal;
      }
    },
    kept: () => kept,
  };
});

const handle = DeciderCommandHandler(decider);
const asEmmett: Contender = {
  name: "Emmett's command handler with its store in memory",
  units: events.length,
  prepare: (times) => async () => {
    let kept: Kept | undefined;
    for (let n = 0; n < times; n += 1) {
      const store = getInMemoryEventStore();
      for (const event of events) kept = (await handle(store, 'case', report(event))).newState;
    }
    return kept;
  },
  check: (kept) => sameEnd(kept as Kept),
};

// bpmn-engine

const tasks = events.map((event, at) => ({ event, id: `task-${at}` }));
const names = ['start', ...tasks.map(({ id }) => id), 'end'];
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="story" targetNamespace="story">
  <process id="secondOpinion" isExecutable="true">
    <startEvent id="start" />
    ${tasks.map(({ id, event }) => `<userTask id="${id}" name="${event.type}" />`).join('\n    ')}
    <endEvent id="end" />
    ${names
      .slice(1)
      .map((name, at) => `<sequenceFlow id="flow-${at}" sourceRef="${names[at]}" targetRef="${name}" />`)
      .join('\n    ')}
  </process>
</definitions>`;

const running = async () => {
  const engine = new Engine({ name: 'story', source });
  const execution = await engine.execute();
  let kept: Kept = { state: start, told: 0 };
  const send = (event: unknown): void => {
    if (!isWellFormed(event)) return;
    const waiting = execution.getPostponed().find(({ name }) => name === event.type);
    const step = leadsTo(kept.state, event);
    if (!waiting || step === undefined || failing(kept.state, event).length > 0) return;
    waiting.signal(event);
    kept = took(kept, record(kept.state, event, step), event);
  };
  return { send, kept: () => kept, ended: () => execution.state === 'idle' };
};
const asBpmn: Contender = {
  name: 'bpmn-engine',
  units: events.length,
  prepare: async (times) => {
    const all = await Promise.all(Array.from({ length: times }, running));
    return () => {
      for (const { send } of all) for (const event of events) send(event);
      assert.ok(all.every(({ ended }) => ended()));
      return all.at(-1)?.kept();
    };
  },
  check: (kept) => sameEnd(kept as Kept),
};

/** What each of the others does not do, besides what by-hand.ts leaves out for all of them. */
export const besides: { contender: Contender; leavesOut: string }[] = [
  { contender: asAdvance, leavesOut: 'nothing' },
  { contender: asReducer, leavesOut: 'nothing more: it is the code that the others are given' },
  { contender: asRobot, leavesOut: 'the reasons: a guard says yes or no' },
  {
    contender: asStore,
    leavesOut: 'the steps, which it does not know, and the reasons: an event that is refused changes nothing',
  },
  {
    contender: asDecider,
    leavesOut: 'the storing; it is a type, and the two functions are called one after the other',
  },
  { contender: asEmmett, leavesOut: 'nothing more; it reads the whole stream before each event, and is asynchronous' },
  {
    contender: asBpmn,
    leavesOut:
      'every way but that of the story (twenty user tasks in a row), and the reasons; the parsing of the XML is not counted',
  },
];
