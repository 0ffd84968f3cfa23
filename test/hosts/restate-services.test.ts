import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mostRefusals } from '../../examples/host/outbox.ts';
import type { People } from '../../examples/host/register.ts';
import { mailRoomThat, RestateWorld } from './restate-world.ts';
import { castOf, type SentStory, sentStory, toldInSentStory } from './stories.ts';
import { processorTime, type Running, until } from './world.ts';

const firstDay = '2026-03-18';

async function worldAt(today: string, people: People): Promise<RestateWorld> {
  const world = await RestateWorld.at(today, people);
  onTestFinished(() => world.end());
  return world;
}

/** Reports until there is an answer, under one key. */
async function persistently(world: RestateWorld, host: Running, story: SentStory, caseId: string): Promise<number> {
  const key = randomUUID();
  const [event] = story.events;
  let status = 0;
  await until('there is an answer', async () => {
    status = (await world.report(host, story.own, caseId, event ?? {}, { key })).status;
    return status !== 503;
  });
  return status;
}

describe('the services', () => {
  it('both services do the work, and either does it alone', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const [one, other = one] = await world.startAll();
    const story = sentStory('a');
    const caseId = await world.open(one, story.employee, story.opening);
    const used = () => [one, other].map((host) => processorTime(host.processes().slice(-1)));
    const before = used();
    for (let n = 0; n < 20; n += 1)
      await Promise.all([0, 1, 2, 3, 4].map(() => world.ask(one, story.employee, `/cases/${caseId}/as/employee/view`)));
    for (const [n, ticks] of used().entries()) expect(ticks - (before[n] ?? 0)).toBeGreaterThan(0);
    await one.kill();
    expect(await persistently(world, other, story, caseId)).toBe(201);
    const again = await world.start();
    await other.kill();
    expect(await persistently(world, again, story, caseId)).toBe(201);
    expect(await world.faults()).toEqual([]);
  });

  it('a service that is told to stop ends in time, under load and where somebody holds a connection and sends nothing', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start({ HOST_PATIENCE: '2000' });
    const caseId = await world.sendAll(host, sentStory('a'));
    const silent = connect(Number(new URL(host.address).port), '127.0.0.1');
    silent.on('error', () => {});
    await once(silent, 'connect');
    let isUp = true;
    const crowd = Promise.all(
      Array.from({ length: 20 }, async () => {
        while (isUp)
          await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`).catch(() => {
            isUp = false;
          });
      }),
    );
    expect(await Promise.race([host.stop(), wait(8_000, 'not in time', { ref: false })])).toBe(0);
    await crowd;
  });

  it('keep no answer beside those that are kept with the case', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`);
    expect(await world.faults()).toEqual([]);
    expect(await world.query("select id from sys_invocation where status = 'completed'")).toEqual([]);
  });
});

describe('a start that cannot be', () => {
  it('says in one line what is missing or in the way, and does nothing', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    await world.start();
    for (const [env, said] of [
      [{ HOST_DELIVER_TO: '' }, /HOST_DELIVER_TO is missing/],
      [{ HOST_ISSUER: '' }, /HOST_ISSUER is missing/],
      [{ HOST_PEOPLE: '' }, /HOST_PEOPLE: /],
      [{ RESTATE_IDENTITY_KEYS: '' }, /RESTATE_IDENTITY_KEYS: /],
      [{ RESTATE_INGRESS: 'http://restate.example:8080' }, /RESTATE_INGRESS.*is not on https/],
      [{ HOST_SERVICE_PORT: String(world.servicePort) }, /EADDRINUSE/],
    ] as [Record<string, string>, RegExp][]) {
      const reason = await world.start(env).then(
        () => 'started',
        (error: Error) => error.message,
      );
      expect(reason).toMatch(said);
      expect(reason.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('a mail room', () => {
  it('that refuses a letter again and again gets it no more, until a person has it tried again', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const refusing = await mailRoomThat(422);
    onTestFinished(refusing.close);
    const host = await world.start({ HOST_DELIVER_TO: refusing.address });
    await world.sendAll(host, sentStory('a'));
    await world.delivered();
    expect(refusing.got()).toBe(mostRefusals * toldInSentStory.length);
    expect(host.said()).not.toContain('A service failed');
    await host.stop();
    await world.start();
    const { said } = await world.run('letters.ts');
    expect(said.match(/given up/g)).toHaveLength(8);
    expect(said.match(/^ {2}\S+$/gm)).toHaveLength(toldInSentStory.length);
    expect(world.deliveries).toEqual([]);
    await world.run('letters.ts', '--again');
    expect(await world.faults()).toEqual([]);
    expect((await world.run('letters.ts')).said).toMatch(/^(outbox \d: 0 waiting, 0 given up\n){8}$/);
  });

  it('with more letters before it than the limit stops what is taken, not what is shown, until they have gone', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    world.mood = () => 'refuses';
    const host = await world.start({ HOST_MOST_LETTERS: '1' });
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    const [event = {}] = story.events;
    await until('nothing is taken', async () => (await world.report(host, story.own, caseId, event)).status === 503);
    expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
    world.mood = () => 'takes';
    await until('it is taken again', async () => (await world.report(host, story.own, caseId, event)).status === 201);
    expect(await world.faults()).toEqual([]);
  });
});
