import { asReducer, besides } from './beside.ts';
import { built, measureImports, nothing, packages } from './imports.ts';
import { measure, median, ratio, type Turns } from './measure.ts';
import { type Profile, profile } from './profile.ts';
import { type Size, sizes } from './sizes.ts';
import { asAdvance, contenders, rows, tellTheStory } from './table.ts';

export interface Measured {
  what: string;
  against: string;
  atMost: number;
  ratio: number;
  /** Microseconds of the processors. */
  ours: number;
  theirs: number;
}

/** What one run found. */
export interface Run {
  rounds: number;
  rows: Measured[];
  /** The import once more, after taking off what Node takes to start. */
  importWithoutStart: number;
  importPaths: string[];
  sizes: Size[];
  besides: { name: string; leavesOut: string; microseconds: number }[];
  profile: Profile;
}

export interface Effort extends Turns {
  /** How often each import is measured. */
  imports: number;
  /** How long is sampled, in milliseconds. */
  profile: number;
}

export async function run(effort: Effort): Promise<Run> {
  const { figures: imported, paths } = await measureImports(effort.imports);
  const figures = await measure(contenders, effort);
  const others = await measure(
    besides.map(({ contender }) => contender),
    effort,
  );
  const took = (name: string): number => median(figures.get(name) ?? []);
  const importTook = (name: string): number => median(imported.get(name) ?? []);
  return {
    rounds: effort.rounds,
    rows: [
      {
        what: '`advance`',
        against: 'the reducer by hand',
        atMost: 1.6,
        ratio: ratio(others, asAdvance.name, asReducer.name),
        ours: median(others.get(asAdvance.name) ?? []),
        theirs: median(others.get(asReducer.name) ?? []),
      },
      ...rows.map(({ what, against, atMost, one, other }) => ({
        what,
        against,
        atMost,
        ratio: ratio(figures, one, other),
        ours: took(one),
        theirs: took(other),
      })),
      {
        what: 'import',
        against: 'xstate, zod',
        atMost: 1.15,
        ratio: ratio(imported, built, packages),
        ours: importTook(built),
        theirs: importTook(packages),
      },
    ],
    importWithoutStart: (importTook(built) - importTook(nothing)) / (importTook(packages) - importTook(nothing)),
    importPaths: paths,
    sizes: await sizes(),
    besides: besides.map(({ contender: { name }, leavesOut }) => ({
      name,
      leavesOut,
      microseconds: median(others.get(name) ?? []),
    })),
    profile: await profile(tellTheStory, effort.profile),
  };
}
