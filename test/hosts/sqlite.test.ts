import { describe, expect, it, onTestFinished } from 'vitest';
import type { People } from '../../examples/host/store.ts';
import { testAnyHost } from './any-host.ts';
import { SqliteWorld } from './sqlite-world.ts';
import { castOf, sentStory } from './stories.ts';

const firstDay = '2026-03-18';

async function worldAt(today: string, people: People): Promise<SqliteWorld> {
  const world = await SqliteWorld.at(today, people);
  onTestFinished(() => world.end());
  return world;
}

testAnyHost(worldAt);

describe('a database that cannot take more', () => {
  it('full, it says so, keeps what it acknowledged, still answers, and takes the rest when there is room', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const roomy = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(roomy, story.employee, story.opening);
    await roomy.stop();
    const pages = Number(world.find('pragma page_count')[0]?.page_count);
    const full = await world.start({ HOST_MAX_PAGES: String(pages + 4) });
    const event = { type: 'instrument.discussed', by: story.own, on: firstDay, advised: 'other' };
    let refused = 0;
    let taken = 0;
    while (refused < 3) {
      const { status, body } = await world.report(full, story.own, caseId, event, { key: `key-${taken}` });
      if (status === 201) taken += 1;
      else {
        expect([status, body]).toEqual([503, { error: 'notStored' }]);
        refused += 1;
      }
      expect(taken, 'it is full at some time').toBeLessThan(2_000);
    }
    expect(await world.ask(full, story.own, `/cases/${caseId}/as/ownPhysician/view`)).toMatchObject({ status: 200 });
    await full.kill();
    const again = await world.start();
    expect(await world.report(again, story.own, caseId, event, { key: `key-${taken}` })).toMatchObject({ status: 201 });
    expect(await world.faults()).toEqual([]);
  });

  it('full from the start, it starts, and answers what it knows', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const first = await world.start();
    const caseId = await world.sendAll(first, sentStory('a'));
    await world.delivered();
    await first.kill();
    const host = await world.start({ HOST_MAX_PAGES: '1' });
    expect(await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
    expect(await world.faults()).toEqual([]);
  });

  it('read-only, it answers, takes nothing, and neither reports nor delivers', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const first = await world.start();
    const story = sentStory('a');
    const caseId = await world.sendAll(first, story);
    await world.delivered();
    await first.stop();
    world.pass(8);
    const host = await world.start({ HOST_READ_ONLY: '1' });
    const { status, body } = await world.report(host, story.first, caseId, {
      type: 'application.received',
      by: story.first,
      on: firstDay,
    });
    expect([status, body]).toEqual([503, { error: 'notStored' }]);
    expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/terms`)).toMatchObject({ status: 200 });
    await world.looked(host);
    expect(await world.overdueIn(caseId)).toBe(0);
    await host.stop();
    await world.start();
    await world.settled();
    await world.delivered();
    expect(await world.overdueIn(caseId)).toBe(1);
    expect(await world.faults()).toEqual([]);
  });
});

describe('the command that replays', () => {
  it('finds every case that is not as its log says, and puts it right from the log where it is asked to', async () => {
    const world = await worldAt(firstDay, castOf('a', 'b', 'c'));
    const host = await world.start();
    const ids = [
      await world.sendAll(host, sentStory('a')),
      await world.sendAll(host, sentStory('b')),
      await world.sendAll(host, sentStory('c')),
    ];
    await world.delivered();
    await host.stop();
    expect(world.replay()).toEqual({
      status: 0,
      said: expect.stringMatching(/^3 cases, 21 events in .*: every case equals the replay of its log\n$/),
    });
    world.harm(`update "case" set json = json_set(json, '$.since', '2026-03-19') where id = '${ids[0]}'`);
    world.harm(`update "case" set json = '{}', overdue_from = null where id = '${ids[1]}'`);
    world.harm(`delete from access where case_id = '${ids[2]}' and role = 'employee'`);
    const found = world.replay();
    expect(found.status).toBe(1);
    expect(found.said).toContain(`${ids[0]}: the case differs\n`);
    expect(found.said).toContain(`${ids[1]}: the case cannot be read, its term differs\n`);
    expect(found.said).toContain(`${ids[2]}: who may see it differs\n`);
    expect(found.said).toMatch(/: 3 differ\n$/);
    expect(world.replay('--rebuild')).toEqual({
      status: 0,
      said: expect.stringMatching(/: 3 differ, 3 rebuilt from their logs\n$/),
    });
    expect(world.replay().status).toBe(0);
    expect(await world.faults()).toEqual([]);
  });

  it('says where a log stops that this version does not take, and leaves that case as it is', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    await host.stop();
    // Whom the employee chose is not taken before the request is honoured.
    world.harm('delete from event where revision = 3');
    expect(world.replay('--rebuild')).toEqual({
      status: 1,
      said: expect.stringContaining(`${caseId}: the log stops at`),
    });
    expect(world.find('select revision from "case"')).toEqual([{ revision: 6 }]);
  });
});
