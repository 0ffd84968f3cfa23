import { besides } from './beside.ts';
import { built, measureImports, nothing, packages } from './imports.ts';
import { measure, median, ratio, type Turns } from './measure.ts';
import { type Profile, profile } from './profile.ts';
import { type Size, sizes } from './sizes.ts';
import {
  afterComplaints,
  asOpenAndAdvance,
  asReplay,
  contenders,
  openComplaints,
  rows,
  tellTheStory,
} from './table.ts';

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
  /** `replay` against opening the case and telling the same log to `advance`. */
  replayWithOpening: number;
  /** The import once more, after taking off what Node takes to start. */
  importWithoutStart: number;
  importPaths: string[];
  /** A step of a case with so many open complaints. */
  complaints: { open: number; microseconds: number };
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
      ...rows.map(({ what, against, atMost, one, other }) => ({
        what,
        against,
        atMost,
        ratio: ratio(figures, one, other),
        ours: took(one),
        theirs: took(other),
      })),
      {
        what: 'import of the built package in a fresh Node',
        against: 'importing xstate, zod and date-fns alone',
        atMost: 1.2,
        ratio: ratio(imported, built, packages),
        ours: importTook(built),
        theirs: importTook(packages),
      },
    ],
    replayWithOpening: ratio(figures, asReplay.name, asOpenAndAdvance.name),
    importWithoutStart: (importTook(built) - importTook(nothing)) / (importTook(packages) - importTook(nothing)),
    importPaths: paths,
    complaints: { open: openComplaints, microseconds: took(afterComplaints.name) },
    sizes: await sizes(),
    besides: besides.map(({ contender: { name }, leavesOut }) => ({
      name,
      leavesOut,
      microseconds: median(others.get(name) ?? []),
    })),
    profile: await profile(tellTheStory, effort.profile),
  };
}
