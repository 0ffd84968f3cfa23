import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Dice } from '../src/testing/reports.js';
import { unchanged } from './mutation/mutants.ts';
import { isKilled, isTrue, keyOf, mutants } from './mutation/run.ts';
import { survivors } from './mutation/survivors.ts';

const sampled = 12;
const seed = 20_261_122;

/** So many of a kind, always the same. */
const sampleOf = (kind: string) => {
  const dice = new Dice(seed);
  return mutants
    .filter((mutant) => mutant.kind === kind)
    .map((mutant) => ({ mutant, order: dice.below(2 ** 31) }))
    .sort((one, other) => one.order - other.order)
    .slice(0, sampled)
    .map(({ mutant }) => mutant);
};

describe('A library with one thing changed in its chart, routes, norms, letters or terms', () => {
  it('has a name of its own, whatever was changed', () => {
    expect(new Set(mutants.map(keyOf)).size).toBe(mutants.length);
  });

  it('is the library, where nothing was changed', () => {
    expect(isTrue()).toBe(true);
    const same = { kind: '', name: '', steps: [], types: [] };
    expect(unchanged.map((change) => isKilled({ ...same, change }))).toEqual(unchanged.map(() => false));
  });

  it.each([...new Set(mutants.map(({ kind }) => kind))])('is told from the library by some history: %s', (kind) => {
    const sample = sampleOf(kind);
    const alive = sample.filter((mutant) => !isKilled(mutant)).map(keyOf);
    expect(alive).toEqual(sample.map(keyOf).filter((key) => key in survivors));
  });

  it('has a reason for each that no history tells from it', () => {
    const known = new Set(mutants.map(keyOf));
    expect(Object.keys(survivors).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('docs/mutation.md', () => {
  const page = readFileSync(new URL('../docs/mutation.md', import.meta.url), 'utf8');
  const [chart = '', sources = ''] = page.split('## The sources');

  /** A row of figures: what was changed, how many mutants, killed and survived. */
  const rowsIn = (part: string) =>
    [...part.matchAll(/^\| \**`?([^|*`]+?)`?\** \| \**(\d+)\** \| \**(\d+)\** \| \**(\d+)\** \|/gm)].map(
      ([, name = '', made, killed, survived]) => ({
        name,
        made: Number(made),
        killed: Number(killed),
        survived: Number(survived),
      }),
    );

  it('has a row for every source of the library: figures, or that it was not tried since it changed', () => {
    const files = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' });
    const named = [...sources.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
    expect(named.sort()).toEqual(files.filter((name) => /(?<!index)\.ts$/.test(name)).sort());
  });

  it('has figures for every kind of change of the chart', () => {
    const kinds = new Set(mutants.map(({ kind }) => kind));
    expect(rowsIn(chart).map(({ name }) => name.toLowerCase())).toEqual(
      [...kinds, 'All'].map((kind) => kind.toLowerCase()),
    );
    expect(rowsIn(chart).at(-1)?.made).toBe(mutants.length);
  });

  it('says that at least 95 of 100 mutants were killed', () => {
    for (const [what, part] of Object.entries({ chart, sources })) {
      const all = rowsIn(part).at(-1) ?? expect.fail('no figures');
      expect(all.made).toBe(all.killed + all.survived);
      expect(all.killed / all.made).toBeGreaterThanOrEqual(0.95);
      console.log(`mutation, last run: ${all.killed} of ${all.made} mutants of the ${what} killed`);
    }
  });
});
