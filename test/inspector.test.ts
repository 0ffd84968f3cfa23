import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replay, secondOpinionMachine } from 'lpbso-second-opinion';
import { everyPath } from 'lpbso-second-opinion/testing';
import { en } from 'lpbso-second-opinion/words/en';
import { describe, expect, it, vi } from 'vitest';
import type { AnyTransitionDefinition } from 'xstate';
import { statechartJson } from '../docs/.vitepress/written/statechart.ts';
import { liveActor, type Message, startFrom } from '../examples/inspector/actor.ts';
import { follow, movesOf, waysFrom } from '../examples/inspector/reading.ts';
import { corrected, type Log } from '../examples/log.ts';
import { courseOf, placesOf } from '../examples/pictures/case.ts';
import { chart, dutiesOf, leavesOf, nameOf, stateAt, statesOf } from './support/chart.js';

const root = resolve(import.meta.dirname, '..');
const statechart = JSON.parse(statechartJson());
const folder = join(root, 'examples/cases');
const logs = readdirSync(folder)
  .sort()
  .map((name): [string, Log] => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]);

/** What a library leaves where it cuts something off or finds no name. */
const nameless = /inline|anonymous|\[Object|\[Array|\[Function|\[\.\.\.|not stringified/;

type Sent = { log: Log; after?: number; events?: unknown[] };

/** Starts an actor, reports the events, and waits for every message: the actor, then two for the start and each event. */
async function inspected({ log, after = 0, events = [] }: Sent) {
  const messages: Message[] = [];
  const microsteps: AnyTransitionDefinition[][] = [];
  const start = startFrom(log, after);
  const actor = liveActor(start, (message) => messages.push(message));
  actor.system.inspect((each) => {
    if (each.type === '@xstate.microstep' && !each.event.type.startsWith('xstate.')) microsteps.push(each._transitions);
  });
  for (const event of events) actor.send(event as Parameters<typeof actor.send>[0]);
  await vi.waitFor(() => expect(messages).toHaveLength(1 + 2 * (1 + events.length)), { interval: 1 });
  const reading = messages.reduce(follow, null) ?? expect.fail('nothing to read');
  return { start, actor, messages, microsteps, reading };
}

const firstLog = (logs[0] as [string, Log])[1];

/** What can be taken in a leaf: its own transitions before those around it, until one is taken whenever its norms are met. */
function transitionsIn(path: string[]) {
  const settled = new Set<string>();
  return path.flatMap((_, depth) => {
    const here = Object.entries(stateAt(chart, path.slice(0, path.length - depth)).on ?? {});
    const open = here.filter(([event]) => !settled.has(event));
    for (const [event, all] of open) if (all.some(({ guard }) => guard.type === 'isAllowed')) settled.add(event);
    return open.flatMap(([event, all]) => all.map((transition) => ({ event, transition })));
  });
}

const placeOf = (target: string | undefined): string | null => {
  const found = statesOf(chart).find(({ state }) => `#${state.id}` === target);
  return found ? nameOf(found.path) : null;
};

describe('What the inspector is sent', () => {
  it('begins with the whole chart, in the order of the procedure', async () => {
    const { messages } = await inspected({ log: firstLog });
    const [first] = messages;
    expect(first?.type === '@xstate.actor' && first.definition).toBe(JSON.stringify(statechart));
    expect(first).toMatchObject({ name: secondOpinionMachine.id });
  });

  it.each(logs)('of %s, started after any number of its events, stands where the case stood', async (_, log) => {
    const events = corrected(log);
    const starts = [...events.keys(), events.length];
    const all = await Promise.all(starts.map((after) => inspected({ log, after })));
    for (const [after, { messages, reading }] of all.entries()) {
      const told = replay(log.opening, events.slice(0, after), 'record');
      if (!told.ok) expect.fail(`${after}: ${JSON.stringify(told.refusal)}`);
      expect(placesOf(reading.now)).toEqual(placesOf(told.case));
      expect(messages.at(-1)).toMatchObject({
        type: '@xstate.snapshot',
        snapshot: { context: { file: told.case.file } },
      });
      expect(JSON.stringify(messages)).not.toMatch(nameless);
    }
  });

  it.each(logs)('of %s, reported event by event, is what the actor did', async (_, log) => {
    const events = corrected(log);
    const { actor, messages, reading } = await inspected({ log, events });
    expect(reading.turns.map(({ event }) => event)).toEqual(events);
    expect(JSON.stringify(messages)).not.toMatch(nameless);
    const told = replay(log.opening, events);
    if (!told.ok) return expect(reading.turns[told.at]?.way).toBeNull();
    expect(actor.getSnapshot().context.file).toEqual(told.case.file);
    expect(reading.turns.map(({ after }) => after.step)).toEqual(
      told.outcomes.slice(1).map((outcome) => outcome.ok && outcome.case.step),
    );
  });
});

describe('The reading of the messages', () => {
  it('names the way that XState took, on every path through the chart, and none where it took none', async () => {
    for (const { name, opening, events: path } of everyPath()) {
      const events = path.flatMap((event) => [{ ...event, by: 'stranger-1' }, event]);
      const { reading, microsteps } = await inspected({ log: { opening, events }, events });
      const byEvent = microsteps.filter(([way]) => way?.eventType !== '');
      const took = byEvent.map(
        ([way]) =>
          way && {
            event: way.eventType,
            guard: (way.guard as { type: string }).type,
            clauses: way.meta?.clauses,
          },
      );
      expect(
        reading.turns.map(
          ({ way }) => way && { event: way.event, guard: way.route ?? 'isAllowed', clauses: way.clauses },
        ),
        name,
      ).toEqual(took.map((way) => way ?? null));
    }
  });

  it('says of each event whom the actor told, and why it did not take it', async () => {
    for (const [, log] of logs) {
      const events = corrected(log).flatMap((event) => [{ ...(event as object), by: 'stranger-1' }, event]);
      const actor = liveActor(startFrom(log), () => {});
      const said: unknown[] = [];
      actor.on('notice', ({ notice }) => said.push(notice));
      actor.on('refused', ({ refusal }) => said.push(refusal));
      for (const event of events) actor.send(event as Parameters<typeof actor.send>[0]);
      const { turns } = (await inspected({ log, events })).reading;
      expect(turns.flatMap(({ outcome }): readonly unknown[] => (outcome.ok ? outcome.notices : [outcome]))).toEqual(
        said,
      );
    }
  });

  it.each(logs)('of %s, lights the poster as the whole log does, wherever the actor started', async (_, log) => {
    const events = corrected(log);
    const { moves } = courseOf({ ...log, events }, log.brokeTheRules ? 'record' : 'advance');
    for (const after of log.brokeTheRules ? [events.length] : [0, 1, 7, events.length]) {
      const from = Math.min(after, events.length);
      const { start, reading } = await inspected({ log, after: from, events: events.slice(from) });
      expect(movesOf(reading, start.moves ?? [])).toEqual(moves);
    }
  });

  it('begins, of a stored case, where that stood', async () => {
    const { opening, events } = firstLog;
    const told = replay(opening, events.slice(0, 7));
    const { start, reading } = await inspected({
      log: told.ok ? JSON.parse(JSON.stringify(told.case)) : expect.fail(),
    });
    expect(movesOf(reading, start.moves ?? [])).toMatchObject([
      { before: [], after: ['execution.awaitingResponse', 'employerRoute.none', 'complaints.none'] },
    ]);
  });

  it('is nothing before a first snapshot has come', async () => {
    const { messages } = await inspected({ log: firstLog });
    expect(messages.slice(0, 2).reduce(follow, null)).toBeNull();
    expect(messages.slice(2).reduce(follow, null)).not.toBeNull();
  });
});

describe('The ways on', () => {
  it.each(leavesOf(chart).map(({ path }) => [nameOf(path), path] as const))(
    'from %s are those of the chart, each with its norms, its letters and its clauses',
    (place, path) => {
      const { own, besides } = waysFrom([place]);
      const shown = [...own, ...besides].map(({ event, to, route, norms, tells, clauses, forbidden }) =>
        JSON.stringify({
          event,
          to: to === place ? null : to,
          guard: route ?? 'isAllowed',
          norms,
          tells,
          clauses,
          forbidden,
        }),
      );
      const expected = transitionsIn(path).map(({ event, transition: { guard, target, actions, meta } }) => {
        const to = placeOf(target);
        return JSON.stringify({
          ...{ event, to: to === place ? null : to, guard: guard.type, norms: guard.params.norms },
          ...{ tells: dutiesOf(actions), clauses: meta.clauses, forbidden: meta.forbidden ?? false },
        });
      });
      expect(shown.sort()).toEqual(expected.sort());
    },
  );

  it('begin with what is waited for, and end with what is against the rules', () => {
    const { own, besides } = waysFrom(['application.discussing']);
    expect(
      own
        .slice(0, 5)
        .map(({ event }) => event)
        .sort(),
    ).toEqual([
      'adviceInForce.explained',
      'instrument.discussed',
      'request.foundOutOfScope',
      'request.honoured',
      'request.refused',
    ]);
    expect(own.some(({ forbidden }) => forbidden)).toBe(false);
    expect(besides.at(-1)).toMatchObject({ event: 'application.sent', forbidden: true });
  });
});

describe('An actor starts', () => {
  const { opening, events } = firstLog;
  const stored = (after: number) => {
    const told = replay(opening, events.slice(0, after));
    return told.ok ? JSON.parse(JSON.stringify(told.case)) : expect.fail();
  };

  it('from an opening, and then gives the first notice', async () => {
    const start = startFrom(opening);
    expect(start.opening).toMatchObject({ caseId: 'so-2026-0017' });
    const { messages } = await inspected({ log: firstLog });
    expect(messages[1]).toMatchObject({ event: { type: 'xstate.init', input: start.opening } });
  });

  it('from a case as a host stores it, where it stood, and goes on from there', () => {
    const actor = liveActor(startFrom(stored(7)), () => {});
    expect(actor.getSnapshot().value).toEqual({
      procedure: { execution: 'awaitingResponse' },
      employerRoute: 'none',
      complaints: 'none',
    });
    for (const event of events.slice(7)) actor.send(event as Parameters<typeof actor.send>[0]);
    expect(actor.getSnapshot().value).toEqual({
      procedure: { closing: 'concluded' },
      employerRoute: 'none',
      complaints: 'none',
    });
    expect(actor.getSnapshot().context.file).toEqual(stored(events.length).file);
  });

  it('from a log with a wrong day, as it should have been entered', () => {
    const corrected = logs.flatMap(([, log]) => (log.correction ? [log] : []));
    expect(corrected).toHaveLength(1);
    for (const log of corrected) expect(startFrom(log, log.events.length).case.deviations).toEqual([]);
  });

  it.each([
    ['something that is no object', 'case', 0, 'an opening, a stored case or a log is an object'],
    ['a malformed opening', { caseId: 'a b' }, 0, `opening: caseId ${en.issues.noReference}`],
    ['an opening by another', { ...(opening as object), by: 'employer-1' }, 0, en.norms.actorHoldsRole.unmet],
    ['a case that contradicts itself', { ...stored(7), step: 'refused' }, 0, `case: step ${en.issues.contradiction}`],
    ['a log that is not so long', firstLog, 20, 'the log has 19 events'],
    ['a log in which nothing fits', { opening, events: [{}] }, 1, 'event 1 of the log is not in order'],
    ['a log whose opening is malformed', { opening: {}, events }, 1, 'the opening of the log is not in order'],
  ])('not from %s, and says why', (_, given, after, why) => {
    expect(() => startFrom(given, after, 'en')).toThrow(why);
  });
});
