import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { replay, secondOpinionMachine } from 'lpbso-second-opinion';
import { everyPath } from 'lpbso-second-opinion/testing';
import { describe, expect, it, vi } from 'vitest';
import type { AnyTransitionDefinition } from 'xstate';
import { statechartJson } from '../docs/.vitepress/written/statechart.ts';
import { liveActor, type Message, startFrom } from '../examples/inspector/actor.ts';
import { read } from '../examples/inspector/reading.ts';
import type { Offered } from '../examples/inspector/serve.ts';
import { corrected, type Log } from '../examples/log.ts';
import { chart, type Duty, nameOf, statesOf, transitionsOf } from './support/chart.js';

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
  const actor = liveActor(startFrom(log, after), (message) => messages.push(message));
  actor.system.inspect((each) => {
    if (each.type === '@xstate.microstep' && !each.event.type.startsWith('xstate.')) microsteps.push(each._transitions);
  });
  for (const event of events) actor.send(event as Parameters<typeof actor.send>[0]);
  await vi.waitFor(() => expect(messages).toHaveLength(1 + 2 * (1 + events.length)), { interval: 1 });
  const reading = read(messages) ?? expect.fail('nothing to read');
  return { actor, messages, microsteps, reading };
}

const firstLog = (logs[0] as [string, Log])[1];

const sayingOf = ({ to, about, when, unless, holding }: Duty['params']): string =>
  [
    ...['tell', to, about],
    ...(holding ? ['holding', holding] : []),
    ...(when ? ['when', when] : []),
    ...(unless ? ['unless', unless] : []),
  ].join(' ');

describe('What the inspector is sent', () => {
  it('begins with the whole chart, in the order of the procedure', async () => {
    const { messages } = await inspected({ log: firstLog });
    const [first] = messages;
    expect(first?.type === '@xstate.actor' && first.definition).toBe(JSON.stringify(statechart));
    expect(first).toMatchObject({ name: secondOpinionMachine.id });
  });

  it('names every state, event, guard and action of the chart, with its clauses', async () => {
    const { reading } = await inspected({ log: firstLog });
    expect(reading.states.map(({ name, description, clauses }) => ({ name, description, clauses }))).toEqual(
      statesOf(chart).map(({ path, state }) => ({
        name: nameOf(path),
        description: state.description,
        clauses: state.meta?.clauses ?? [],
      })),
    );
    const read = reading.states.flatMap(({ ways }) => ways);
    const ways = transitionsOf(chart);
    expect(read).toHaveLength(ways.length);
    for (const [at, { from, event, transition }] of ways.entries())
      expect(read[at]).toMatchObject({
        event,
        from: nameOf(from),
        guard: transition.guard.type,
        norms: transition.guard.params.norms,
        clauses: transition.meta.clauses,
        forbidden: transition.meta.forbidden ?? false,
        actions: transition.actions.map((action) => (typeof action === 'string' ? action : sayingOf(action.params))),
      });
    expect(reading.machine.entry).toEqual(['tell ownPhysician requestMade unless recordIsOfTheSecondOpinionPhysician']);
  });

  it.each(logs)('of %s, started after any number of its events, stands where the case stood', async (_, log) => {
    const events = corrected(log);
    const starts = [...events.keys(), events.length];
    const all = await Promise.all(starts.map((after) => inspected({ log, after })));
    for (const [after, { messages, reading }] of all.entries()) {
      const told = replay(log.opening, events.slice(0, after), 'record');
      if (!told.ok) expect.fail(`${after}: ${JSON.stringify(told.refusal)}`);
      const { step, employerRoute, complaints } = told.case;
      expect(reading.now).toEqual({ step, employerRoute, complaints });
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
    if (!told.ok) return expect(reading.turns[told.at]?.taken).toBeNull();
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
        reading.turns.map(({ taken }) => taken && { event: taken.event, guard: taken.guard, clauses: taken.clauses }),
        name,
      ).toEqual(took.map((way) => way ?? null));
    }
  });

  it('is nothing before the chart and a first snapshot have come', async () => {
    const { messages } = await inspected({ log: firstLog });
    expect(read([])).toBeNull();
    expect(read(messages.slice(0, 2))).toBeNull();
    expect(read(messages.slice(1))).toBeNull();
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
    ['a malformed opening', { caseId: 'a b' }, 0, 'opening: caseId expected 1 to 128 letters'],
    ['an opening by another', { ...(opening as object), by: 'employer-1' }, 0, 'opening: actorHoldsRole'],
    ['a case that contradicts itself', { ...stored(7), step: 'refused' }, 0, 'case: step contradicts the file'],
    ['a log that is not so long', firstLog, 20, 'the log has 19 events'],
    ['a log in which nothing fits', { opening, events: [{}] }, 1, 'event 1 is not in order'],
    ['a log whose opening is malformed', { opening: {}, events }, 1, 'the opening of the log is not in order'],
  ])('not from %s, and says why', (_, given, after, why) => {
    expect(() => startFrom(given, after)).toThrow(why);
  });
});

describe('The command', () => {
  const start = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/inspector/start.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout, lines: stderr.trim().split('\n') };
  };
  const fileOf = (content: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'given-')), 'given.json');
    writeFileSync(path, content);
    return path;
  };

  const started = async (...args: string[]) => {
    const child = spawn(process.execPath, ['examples/inspector/start.ts', ...args], { cwd: root });
    let printed = '';
    for await (const part of child.stdout) {
      printed += part;
      if (printed.includes('Ctrl+C')) break;
    }
    const [address = expect.fail(printed)] = /http:\S+/.exec(printed) ?? [];
    return { child, address };
  };

  it('serves its page on this machine, and says where', async () => {
    const { child, address } = await started('examples/cases/09-the-uwv-route.json', '--after', '1', '--port', '0');
    try {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const offered = (await (await fetch(`${address}offered`)).json()) as Offered;
      expect(offered).toMatchObject({ given: { name: '09-the-uwv-route.json' }, after: 1 });
      expect(offered.cases).toHaveLength(logs.length);
      expect((await fetch(address)).headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; .*connect-src 'self'/,
      );
      const { port } = new URL(address);
      expect(start('--port', port).lines).toEqual([`Port ${port} is taken; choose another with --port.`]);
    } finally {
      child.kill();
    }
  });

  it.each([
    [['nowhere.json'], 'this file cannot be read'],
    [[fileOf('{')], 'this is not JSON'],
    [[fileOf('{"opening":{},"events":[]}')], 'opening: caseId'],
    [['examples/cases/09-the-uwv-route.json', '--after', '99'], 'the log has'],
    [['--after', 'all'], '--after takes a whole number'],
    [['one.json', 'two.json'], 'One file at a time'],
    [['--sky'], "Unknown option '--sky'"],
  ])('says in one line what is wrong with %s', (args, message) => {
    const { status, stdout, lines } = start(...args);
    expect({ status, stdout, lines }).toEqual({ status: 1, stdout: '', lines: [expect.stringContaining(message)] });
  });
});
