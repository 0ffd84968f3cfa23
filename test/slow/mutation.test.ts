import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProcedureEvent } from '../../src/acts.js';
import { type Case, record } from '../../src/index.js';
import { leads } from '../../src/routes.js';
import { Dice } from '../../src/testing/reports.js';
import { letters, unchanged } from '../mutation/mutants.ts';
import { neverGiven } from '../mutation/never-given.ts';
import { isKilled, isTrue, keyOf, mutants } from '../mutation/run.ts';
import { survivors } from '../mutation/survivors.ts';
import { everything, payloads } from '../support/abstract.js';
import { candidatesIn, chart, placeOf } from '../support/chart.js';

const sampled = 8;
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

const waysOf = candidatesIn(chart);

/** The transition that an event takes. */
const placeIn = (current: Case, event: ProcedureEvent): string => {
  const way = waysOf(current, event.type).find(({ transition: { guard } }) =>
    leads(guard.type === 'isAllowed' ? undefined : guard.type, current.file, event),
  );
  return way ? placeOf(way) : '';
};

describe('A letter that is not changed, since no event calls for it', () => {
  const unchangedLetters = letters.filter(({ name }) => name in neverGiven);

  it('is one of the chart', () => {
    expect(unchangedLetters.map(({ name }) => name).sort()).toEqual(Object.keys(neverGiven).sort());
  });

  it('is given in no abstract case by any event, though each of its transitions is taken', () => {
    const places = new Map(unchangedLetters.map(({ at }) => [at, new Set<string>()]));
    const types = new Set([...places.keys()].map((at) => at.split(' ')[1]));
    for (const { case: current, today } of everything().reached)
      for (const event of payloads(current, today)) {
        if (!types.has(event.type)) continue;
        const outcome = record(current, event);
        // What is void has no clauses.
        if (!outcome.ok || outcome.clauses.length === 0) continue;
        const given = places.get(placeIn(current, event));
        for (const { about, to } of outcome.notices) given?.add(`${about} → ${to.role}`);
        given?.add('taken');
      }
    expect([...places].filter(([, given]) => !given.has('taken'))).toEqual([]);
    const isGiven = ({ at, params: { about, to } }: (typeof letters)[number]): boolean =>
      places.get(at)?.has(`${about} → ${to}`) ?? false;
    expect(unchangedLetters.filter(isGiven).map(({ name }) => name)).toEqual([]);
  }, 120_000);
});

describe('docs/mutation.md', () => {
  const page = readFileSync(new URL('../../docs/mutation.md', import.meta.url), 'utf8');
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
    const files = readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' });
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
