import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:http2';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { People } from '../../examples/host/store.ts';
import { testAnyHost } from './any-host.ts';
import { RestateWorld, runs } from './restate-world.ts';
import { SqliteWorld } from './sqlite-world.ts';
import { castOf, type SentStory, sentStory, storyNamed, together } from './stories.ts';
import { tellAll } from './telling.ts';
import { processorTime, type Running, until } from './world.ts';

const firstDay = '2026-03-18';

async function worldAt(today: string, people: People): Promise<RestateWorld> {
  const world = await RestateWorld.at(today, people);
  onTestFinished(() => world.end());
  return world;
}

testAnyHost(worldAt);

/** The TCP ports on which a process listens. */
const listeningPortsOf = (pid: number): string[] => {
  const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? ''];
    } catch {
      return [];
    }
  });
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells[3] === '0A' && sockets.includes(cells[9] ?? ''))
      .map((cells) => cells[1] ?? ''),
  );
};

/** Reports until there is an answer, under one key. */
async function persistently(world: RestateWorld, host: Running, story: SentStory, caseId: string): Promise<number> {
  const key = randomUUID();
  const [event] = story.events;
  let status = 0;
  await until('there is an answer', async () => {
    try {
      status = (await world.report(host, story.own, caseId, event ?? {}, { key })).status;
      return status !== 503;
    } catch {
      return false;
    }
  });
  return status;
}

describe('the server and the services', () => {
  it('with everything killed at once nothing is left running, and everything is there again at the next start', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    const parts = [host.server(), ...host.services()];
    await host.kill();
    await until('nothing is left running', () => !parts.some(runs));
    const again = await world.start();
    expect(await world.ask(again, 'a.employee-1', `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
    expect(await world.faults()).toEqual([]);
  });

  it('both services do the work, and either does it alone', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    const used = () => host.services().map((pid) => processorTime([pid]));
    const before = used();
    const views = () =>
      Promise.all(
        Array.from({ length: 400 }, () => world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)),
      );
    await views();
    for (const [n, ticks] of used().entries()) expect(ticks - (before[n] ?? 0)).toBeGreaterThan(0);
    for (const which of [0, 1]) {
      process.kill(host.services()[which] ?? 0, 'SIGKILL');
      const answers = await Promise.all([0, 1, 2, 3].map(() => persistently(world, host, story, caseId)));
      expect(answers).toEqual([201, 201, 201, 201]);
    }
    expect(await world.faults()).toEqual([]);
  });

  it('a host is not started twice on one folder', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    await expect(world.start()).rejects.toThrow(/do(es)? not start/);
    expect(await world.health(host)).toMatchObject({ clockInDoubt: null });
  });

  it('keep no answer beside those that are kept with the case', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`);
    expect(await world.faults()).toEqual([]);
    expect(await world.query("select id from sys_invocation where status = 'completed'")).toEqual([]);
  });

  it('there is none around the token: the server has no port, and the services do nothing for anybody else', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    expect(statSync(world.folder).mode & 0o077).toBe(0);
    expect(statSync(join(world.folder, 'restate')).mode & 0o077).toBe(0);
    expect(listeningPortsOf(host.server())).toEqual([]);
    const session = connect(`http://127.0.0.1:${world.servicePort}`);
    const status = await new Promise((resolve, reject) => {
      session.on('error', reject);
      const asked = session.request({ ':path': '/discover', ':method': 'GET', 'x-pass': 'x'.repeat(43) });
      asked.on('response', (headers) => resolve(headers[':status']));
      asked.end();
    });
    session.destroy();
    expect(status).toBe(403);
  });
});

describe('the way from SQLite', () => {
  it('brings the log, the case, the answers, the letters not yet delivered and the terms that run, once', async () => {
    const told = [
      'an adopted advice',
      'no response within the week, from the first nor from the second',
      'complaints beside the procedure',
      'the guidance transferred',
    ].map((name, index) => storyNamed(name, `c${index}`, firstDay));
    const people = together([...told, { people: castOf('a') }]);
    const before = await SqliteWorld.at(firstDay, people);
    onTestFinished(() => before.end());
    const old = await before.start();
    await tellAll(before, { host: async () => old, sent: () => {} }, told);
    const story = sentStory('a', before.today());
    before.mood = ({ letter }) => (letter.to.person.startsWith('a.') ? 'refuses' : 'takes');
    const caseId = await before.open(old, story.employee, story.opening, 'key-1');
    for (const [n, event] of story.events.entries())
      expect(await before.report(old, event.by, caseId, event, { key: `key-${n + 2}` })).toMatchObject({ status: 201 });
    await until('only letters that are refused are left', () =>
      before
        .find('select letter from outbox where delivered_at is null')
        .every(({ letter }) => String(letter).includes('"a.')),
    );
    await old.stop();

    const world = await worldAt(before.today(), people);
    world.acknowledged = before.acknowledged;
    world.deliveries = before.deliveries;
    expect(await world.move(before)).toMatchObject({ status: 1, said: expect.stringContaining('keys of its own') });
    rmSync(join(world.folder, 'keys.json'));
    world.identity = before.identity;
    expect((await world.move(before)).said).toContain('5 cases: 5 moved, 0 there already, 0 not readable');
    expect((await world.move(before)).said).toContain('5 cases: 0 moved, 5 there already, 0 not readable');

    const host = await world.start();
    expect(await world.faults()).toEqual([]);
    const again = await world.send(host, story.employee, '/cases', story.opening, 'key-1');
    expect([again.status, again.body]).toEqual([201, { taken: true, caseId }]);
    const last = story.events.at(-1);
    const path = `/cases/${caseId}/events?how=advance`;
    const twice = await world.send(host, story.own, path, last, `key-${story.events.length + 1}`);
    expect([twice.status, twice.body]).toEqual([201, { taken: true }]);
    expect((await world.kept()).cases).toHaveLength(5);
    expect((await world.ask(host, story.employee, '/cases')).body.cases).toMatchObject([{ caseId, role: 'employee' }]);
    world.pass(8);
    await world.settled();
    expect(await world.faults()).toEqual([]);
    expect(await world.overdueIn(caseId)).toBe(1);
    expect(await host.stop()).toBe(0);
  });
});
