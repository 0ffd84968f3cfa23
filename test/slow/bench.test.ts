import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../bench/run.ts';

const root = resolve(import.meta.dirname, '../..');
const patience = 120_000;

const said = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
};

const isFigure = (figure: number): boolean => Number.isFinite(figure) && figure > 0;

describe('what npm run bench measures', () => {
  it(
    'takes every turn, with the result that it should have',
    () => {
      const run: Run = said('--expose-gc', 'test/bench/bench.ts', '--least');
      expect(run.rows.map(({ what, atMost }) => [what.split(/[,: ]/)[0], atMost])).toEqual([
        ['`advance`', 1.6],
        ['`advance`', 0.1],
        ['the', 0.3],
        ['load', 0.25],
        ['`parseCase`', 4],
        ['`expectedEvents`', 0.12],
        ['`deadlines`', 0.35],
        ['`viewFor`', 2],
        ['`timelineFor`', 10.5],
        ['`waitingOn`', 10.5],
        ['import', 1.15],
      ]);
      expect(run.sizes.map(({ atMost }) => atMost)).toEqual([13, 13, 50]);
      const figures = [
        ...run.rows.flatMap(({ ratio, ours, theirs }) => [ratio, ours, theirs]),
        ...run.sizes.map(({ kilobytes }) => kilobytes),
        ...run.besides.map(({ microseconds }) => microseconds),
      ];
      expect(figures.filter((figure) => !isFigure(figure))).toEqual([]);
      expect(run.profile.modules.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    },
    patience,
  );

  it.each([
    ['worklist', 100],
    ['replay', 20],
  ])(
    'goes through many cases: %s',
    (task, count) => {
      const { seconds, megabytes, held, ...grown } = said('test/bench/sweep.ts', '--grow', task, String(count));
      expect(grown).toEqual({ count });
      expect([seconds, megabytes, held].every(isFigure)).toBe(true);
    },
    patience,
  );
});

describe('docs/performance.md', () => {
  const page = readFileSync(join(root, 'docs/performance.md'), 'utf8');
  const cells = [...page.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | '));

  it('says held where every run held, and missed where one did not', () => {
    const rows = cells.filter(([, , atMost]) => atMost?.startsWith('at most'));
    expect(rows.length).toBe(11);
    for (const [what, , atMost = '', first, second, third, , , verdict] of rows) {
      const target = Number(atMost.replace('at most ', ''));
      const held = [first, second, third].every((ratio) => Number(ratio) <= target);
      expect(verdict?.startsWith('held'), what).toBe(held);
    }
  });

  it('says so of the weight too', () => {
    const rows = cells.filter(([, atMost]) => atMost?.startsWith('at most'));
    expect(rows.length).toBe(3);
    for (const [what, atMost = '', is = '', verdict] of rows)
      expect(verdict === 'held', what).toBe(Number.parseFloat(is) <= Number.parseFloat(atMost.replace('at most ', '')));
  });

  it('has a sweep of three sizes of each', () => {
    const counts = cells.filter((row) => row.length === 6).map(([, count]) => count);
    expect(counts).toEqual(['cases', '---:', '10,000', '100,000', '1,000,000', '1,000', '10,000', '100,000']);
  });
});
