import { beforeAll, expect, it } from 'vitest';

// A file of its own, and imports afterwards: whoever asked `Intl` once may keep the answer.
beforeAll(() => void Reflect.deleteProperty(globalThis, 'Intl'));

it('Terms are reckoned in an engine that has no Intl, and the day in Amsterdam is known', async () => {
  const { dayOf, deadlines, replay } = await import('../src/index.js');
  const { storyTo } = await import('../src/testing/index.js');
  const { opening, events } = storyTo['execution.awaitingResponse'];
  const told = replay(opening, events);
  expect(told.ok && deadlines(told.case)).toMatchObject([
    { dueOn: '2026-03-25', overdueFrom: '2026-03-25T23:00:00.000Z' },
  ]);
  expect(dayOf(new Date('2026-07-21T23:30:00Z'))).toBe('2026-07-22');
});
