import { describe, expect, expectTypeOf, it } from 'vitest';
import { createActor, type SnapshotFrom } from 'xstate';
import type { chart } from '../src/chart.js';
import {
  advance,
  type Case,
  caseOf,
  type Emitted,
  eventSchema,
  type Notice,
  type OpeningInput,
  openCase,
  openingSchema,
  parseCase,
  record,
  replay,
  type StateName,
  secondOpinionMachine,
  snapshotOf,
} from '../src/index.js';
import { everyPath, openingOf, type Story } from '../src/testing/index.js';
import { representative } from '../src/testing/reports.js';
import { another, first, opening, outsider, own, second, storyTo, successor, upTo, usual } from './support/story.js';

const bySecond = { by: second.id };
const toSecond = { to: second.id };
const complaint = (id: string) => ({ complaint: id });

/** Circumstances that no path of the kit has together. */
const beside: Record<string, Story> = {
  'the second preference, and then a third physician': {
    opening,
    events: [
      ...upTo('execution.awaitingResponse'),
      usual('application.declined'),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent', toSecond),
      usual('application.accepted', bySecond),
      usual('engagement.ended', bySecond),
      usual('physicians.chosen', { first: another }),
      usual('authorisation.signed', { recipient: another.id }),
      usual('application.sent', { to: another.id }),
      usual('application.accepted', { by: another.id }),
    ],
  },
  'an application found infeasible, and then an outsider whom the own physician does not engage': {
    opening,
    events: [
      ...storyTo['application.reconsidering'].events,
      usual('physicians.chosen', { first: outsider, second: undefined }),
      usual('outsider.notEngaged'),
      usual('physicians.chosen', { first: another }),
      usual('application.sent', { to: another.id, medicalData: false }),
      usual('application.accepted', { by: another.id }),
    ],
  },
  'a transfer asked in silence, and once more after the end': {
    opening,
    events: [
      ...upTo('completion.considering'),
      ...[
        usual('transfer.requested'),
        usual('transfer.granted'),
        usual('decision.made'),
        usual('transfer.withdrawn'),
        usual('case.closed'),
      ],
      ...[usual('transfer.requested'), usual('transfer.granted'), usual('transfer.accepted')],
    ],
  },
  'complaints of a representative during the procedure and after its end, and a successor of the own physician': {
    opening: openingOf({ participants: { employer: undefined, representative, mandate: 'mandate-1' } }),
    events: [
      usual('complaint.filed', { by: representative }),
      ...upTo('execution.reviewing'),
      usual('complaint.acknowledged'),
      usual('complaint.filed', { ...complaint('complaint-2'), against: first.id }),
      usual('inaccuracies.reported'),
      usual('complaint.progressed'),
      usual('complaint.answered'),
      usual('complaint.withdrawn', complaint('complaint-2')),
      usual('advice.discussed'),
      usual('advice.finalised'),
      usual('ownPhysician.replaced'),
      usual('forwarding.authorised', { to: successor.id }),
      usual('advice.forwarded'),
      usual('transfer.requested'),
      usual('transfer.granted', { by: successor.id }),
      usual('transfer.accepted'),
      usual('complaint.filed', complaint('complaint-3')),
    ],
  },
};

const stories: Record<string, Story> = {
  ...Object.fromEntries(Object.entries(storyTo).map(([step, story]) => [`the story to ${step}`, story])),
  ...Object.fromEntries(
    everyPath()
      .filter(({ how }) => how === 'advance')
      .map(({ name, opening: start, events }) => [name, { opening: start, events }]),
  ),
  ...beside,
};

/** A live actor of the machine as a host would run it, with what left it since it was last asked. */
const liveActor = (start: unknown) => {
  const given: Notice[] = [];
  const machine = secondOpinionMachine.provide({ actions: { notify: (_, notice) => void given.push(notice) } });
  const actor = createActor(machine, { input: start as OpeningInput });
  const emitted: Emitted[] = [];
  actor.on('*', (each) => void emitted.push(each));
  actor.start();
  return {
    actor,
    current: (): Case => caseOf(actor.getSnapshot()),
    notified: (): Notice[] => given.splice(0),
    emitted: (): Emitted[] => emitted.splice(0),
  };
};

const asNotices = (notices: readonly Notice[]): Emitted[] => notices.map((notice) => ({ type: 'notice', notice }));

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const opened = (start: unknown) => {
  const outcome = openCase(start);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome;
};

const taken = (current: Case, told: unknown) => {
  const outcome = advance(current, told);
  if (!outcome.ok) throw new Error(JSON.stringify([told, outcome]));
  return outcome;
};

describe('On every event of a story', () => {
  it.each(Object.entries(stories))('advance, record and a live actor agree: %s', (_, { opening: start, events }) => {
    const live = liveActor(start);
    const outcome = opened(start);
    expect(live.current()).toEqual(outcome.case);
    expect(live.notified()).toEqual(outcome.notices);
    expect(live.emitted()).toEqual(asNotices(outcome.notices));

    let current = outcome.case;
    for (const told of events) {
      const allowed = taken(current, told);
      expect(record(current, told), told.type).toEqual(allowed);
      expect(live.actor.getSnapshot().can(eventSchema.parse(told)), told.type).toBe(true);
      live.actor.send(eventSchema.parse(told));
      expect(live.current(), told.type).toEqual(allowed.case);
      expect(live.notified(), told.type).toEqual(allowed.notices);
      expect(live.emitted(), told.type).toEqual(asNotices(allowed.notices));
      current = allowed.case;
    }
  });

  it.each(Object.entries(stories))(
    'a no leaves the case and the actor where they are: %s',
    (_, { opening: start, events }) => {
      const live = liveActor(start);
      let { case: current } = opened(start);
      for (const told of [...events, usual('advice.forwarded')]) {
        // Anybody without a part may handle a complaint that nobody handles yet, and the scheduler reports that a week is over.
        const wrong = told.type.startsWith('complaint.') ? own.id : 'scheduler';
        const tries = [
          { ...told, by: told.type === 'response.overdue' ? 'stranger-1' : wrong },
          { ...told, on: '2026-03-17' },
          ...['response.overdue', 'transfer.accepted', 'employer.declined'].map((type) => ({
            type,
            by: 'stranger-1',
            on: '2026-04-30',
          })),
        ];
        const before = live.actor.getSnapshot();
        live.notified();
        live.emitted();
        const kept = throughJson(current);
        for (const attempt of tries) {
          const outcome = advance(current, attempt);
          expect(outcome.ok, `${attempt.type} by ${attempt.by}`).toBe(false);
          expect(live.actor.getSnapshot().can(eventSchema.parse(attempt))).toBe(false);
          live.actor.send(eventSchema.parse(attempt));
          expect(live.current()).toEqual(current);
          expect(live.actor.getSnapshot().context).toBe(before.context);
          expect(live.notified()).toEqual([]);
          expect(live.emitted()).toEqual([{ type: 'refused', refusal: outcome }]);
        }
        expect(throughJson(current)).toEqual(kept);
        const next = advance(current, told);
        if (!next.ok) continue;
        live.actor.send(eventSchema.parse(told));
        current = next.case;
      }
    },
  );

  it.each(Object.entries(stories))(
    'a stored case goes on as if it had never been stored: %s',
    (_, { opening: start, events }) => {
      let { case: stored } = opened(start);
      let { case: kept } = opened(start);
      for (const told of events) {
        stored = parseCase(throughJson(taken(stored, told).case));
        kept = taken(kept, told).case;
        expect(stored, told.type).toEqual(kept);
        expect(throughJson(kept), told.type).toEqual(kept);
      }
    },
  );

  it.each(Object.entries(stories))(
    'replay gives what one event after the other gives: %s',
    (_, { opening: start, events }) => {
      const outcomes = [opened(start)];
      for (const told of events) outcomes.push(taken((outcomes.at(-1) as (typeof outcomes)[number]).case, told));
      const replayed = { ok: true, case: outcomes.at(-1)?.case, outcomes };
      expect(replay(start, events)).toEqual(replayed);
      expect(replay(start, events, 'record')).toEqual(replayed);
      expect(replay(start, throughJson(events).values())).toEqual(replayed);
    },
  );
});

describe('A live actor', () => {
  it('is not yet done when a third physician has taken over, so that a complaint is still possible', () => {
    const { actor } = liveActor(opening);
    for (const told of storyTo.transferred.events) actor.send(eventSchema.parse(told));
    expect(actor.getSnapshot().status).toBe('active');
    expect(actor.getSnapshot().matches({ procedure: { closing: 'transferred' } })).toBe(true);
    actor.send(eventSchema.parse(usual('complaint.filed')));
    expect(actor.getSnapshot().value.complaints).toBe('pending');
  });

  it('goes on from a stored case as the case itself does, with the letters counted on', () => {
    const told = upTo('execution.reviewing');
    for (let at = 0; at < told.length; at++) {
      const { case: current } = replay(opening, told.slice(0, at)) as { case: Case };
      const snapshot = snapshotOf(parseCase(throughJson(current)));
      const actor = createActor(secondOpinionMachine, { snapshot });
      const emitted: Emitted[] = [];
      actor.on('notice', (each) => void emitted.push(each));
      actor.start();
      expect(caseOf(actor.getSnapshot())).toEqual(current);
      actor.send(eventSchema.parse(told[at]));
      const next = taken(current, told[at]);
      expect(caseOf(actor.getSnapshot())).toEqual(next.case);
      expect(emitted).toEqual(asNotices(next.notices));
    }
  });

  it('can be stored and restored as XState does it, and is still a case', () => {
    const { actor, current } = liveActor(opening);
    for (const told of upTo('execution.reviewing')) actor.send(eventSchema.parse(told));
    const snapshot = throughJson(actor.getPersistedSnapshot());
    expect(caseOf(createActor(secondOpinionMachine, { snapshot }).start().getSnapshot())).toEqual(current());
  });

  it.each([
    ['nothing', undefined, /^No opening: it /],
    ['what is no opening', { ...opening, by: undefined }, /^No opening: by /],
    ['what openCase does not allow', { ...opening, by: 'employer-1' }, /^No opening: actorHoldsRole$/],
  ])('fails at its start on %s, and says why', (_, input, message) => {
    const actor = createActor(secondOpinionMachine, { input: input as OpeningInput });
    const failed: unknown[] = [];
    actor.subscribe({ error: (error) => void failed.push(error) });
    actor.start();
    expect(actor.getSnapshot().status).toBe('error');
    expect(failed).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
    expect(() => caseOf(actor.getSnapshot())).toThrow(message);
  });

  it('takes an opening that leaves out what has a default, as openCase does', () => {
    const { guidanceContinues: _, earlierRequests: __, ...raw } = openingSchema.parse(opening);
    const outcome = openCase(raw);
    expect(outcome.ok).toBe(true);
    expect(liveActor(raw).current()).toEqual(outcome.ok && outcome.case);
  });

  it('says nothing when it is stopped', () => {
    const live = liveActor(opening);
    live.emitted();
    live.actor.stop();
    expect(live.emitted()).toEqual([]);
  });

  it('refuses what is no event, and says what it is', () => {
    const live = liveActor(opening);
    live.emitted();
    for (const event of [{ type: 'nothing.known' }, { type: 'question.put' }]) {
      live.actor.send(event as never);
      expect(live.emitted()).toEqual([{ type: 'refused', refusal: advance(live.current(), event) }]);
    }
  });

  it.each(Object.entries(storyTo))(
    'has in %s the tags of the phase, or of an outcome',
    (step, { opening: start, events }) => {
      const { actor } = liveActor(start);
      for (const told of events) actor.send(eventSchema.parse(told));
      const [phase = '', inPhase] = step.split('.');
      expect([...actor.getSnapshot().tags].sort()).toEqual(inPhase ? [phase, 'open'].sort() : ['ended']);
    },
  );
});

describe('A replay that meets a no', () => {
  const story = upTo('execution.awaitingResponse');

  it('says which event of the log it was, and gives the case before it', () => {
    const events = [...story.slice(0, 4), usual('request.refused'), ...story.slice(4)];
    const { case: before } = taken(opened(opening).case, story[0]);
    const upToThere = story.slice(1, 4).reduce((current, told) => taken(current, told).case, before);
    expect(replay(opening, events)).toEqual({
      ok: false,
      at: 4,
      refusal: advance(upToThere, usual('request.refused')),
      case: upToThere,
    });
  });

  it('says -1 where the opening itself is refused', () => {
    const byEmployer = { ...opening, by: 'employer-1' };
    expect(replay(byEmployer, story)).toEqual({ ok: false, at: -1, refusal: openCase(byEmployer), case: null });
    expect(replay(undefined, story)).toMatchObject({ ok: false, at: -1, refusal: { reason: 'malformed' }, case: null });
  });

  it('says 0 where the first event is no event', () => {
    expect(replay(opening, [null])).toMatchObject({ ok: false, at: 0, refusal: { reason: 'malformed' } });
  });

  it('reads no further than that', () => {
    let read = 0;
    function* log() {
      for (const told of [story[0], 'not an event', ...story]) {
        read += 1;
        yield told;
      }
    }
    expect(replay(opening, log())).toMatchObject({ ok: false, at: 1 });
    expect(read).toBe(2);
  });

  it('goes on, when audited, past an act against the rules, and stops at one that is out of order', () => {
    const events = [...story.slice(0, 4), usual('request.refused'), usual('request.renewed')];
    expect(replay(opening, events, 'record')).toMatchObject({ ok: true, case: { step: 'application.discussing' } });
    expect(replay(opening, [...events, usual('request.refused', { on: '2026-03-17' })], 'record')).toMatchObject({
      ok: false,
      at: 6,
      refusal: { reason: 'notAllowed', unmet: [{ norm: 'datedInOrder' }, { norm: 'instrumentWasDiscussed' }] },
    });
  });
});

describe('The types', () => {
  /** The states of a part of the chart that hold no others. */
  type LeavesOf<States> = {
    [Name in keyof States]: States[Name] extends { states: infer Inner } ? LeavesOf<Inner> : Name;
  }[keyof States];
  type Regions = (typeof chart)['states'];

  it('name as steps exactly the leaves of the chart', () => {
    expectTypeOf<LeavesOf<Regions['procedure']['states']>>().toEqualTypeOf<StateName>();
  });

  it('name as the states beside the procedure exactly the leaves of the other regions', () => {
    type Value = SnapshotFrom<typeof secondOpinionMachine>['value'];
    expectTypeOf<Value['employerRoute']>().toEqualTypeOf<Case['employerRoute']>();
    expectTypeOf<LeavesOf<Regions['employerRoute']['states']>>().toEqualTypeOf<Case['employerRoute']>();
    expectTypeOf<Value['complaints']>().toEqualTypeOf<Case['complaints']>();
    expectTypeOf<LeavesOf<Regions['complaints']['states']>>().toEqualTypeOf<Case['complaints']>();
  });
});
