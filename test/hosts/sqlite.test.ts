import { describe, expect, it, onTestFinished } from 'vitest';
import type { People } from '../../examples/host/register.ts';
import { testAnyHost } from './any-host.ts';
import { SqliteWorld } from './host-world.ts';
import { castOf, sentStory } from './stories.ts';
import { type Running, until } from './world.ts';

const firstDay = '2026-03-18';

async function worldAt(today: string, people: People): Promise<SqliteWorld> {
  const world = await SqliteWorld.at(today, people);
  onTestFinished(() => world.end());
  return world;
}

testAnyHost(worldAt);

/** Nobody looks without a line in the access log, so where there is no room for one there is no view. */
const untilNothingIsShown = (world: SqliteWorld, host: Running, caseId: string) =>
  until('nothing is shown', async () => {
    const { status, body } = await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`);
    if (status === 200) return false;
    expect([status, body]).toEqual([503, { error: 'notStored' }]);
    return true;
  });

describe('a database that cannot take more', () => {
  it('full, it says so, keeps what it acknowledged, shows nothing, and takes the rest when there is room', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const roomy = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(roomy, story.employee, story.opening);
    await roomy.stop();
    const pages = Number((await world.find('pragma page_count'))[0]?.page_count);
    const full = await world.start({ HOST_MOST_PAGES: String(pages + 4) });
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
    await untilNothingIsShown(world, full, caseId);
    await full.kill();
    const again = await world.start();
    expect(await world.report(again, story.own, caseId, event, { key: `key-${taken}` })).toMatchObject({ status: 201 });
    expect(await world.faults()).toEqual([]);
  });

  it('full from the start, it starts, and says that it is not ready', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const first = await world.start();
    const caseId = await world.sendAll(first, sentStory('a'));
    await world.delivered();
    await first.kill();
    const host = await world.start({ HOST_MOST_PAGES: '1' });
    await untilNothingIsShown(world, host, caseId);
    expect((await fetch(`${host.operations}/ready`)).status).toBe(503);
    expect(await world.faults()).toEqual([]);
  });
});
