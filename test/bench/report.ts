import { writePart } from '../support/page.ts';
import { machine, page, table } from './page.ts';
import type { Measured, Run } from './run.ts';

/** A time in three digits, in the unit that suits it. */
export const micro = (microseconds: number): string =>
  microseconds >= 1_000 ? `${Number((microseconds / 1_000).toPrecision(3))} ms` : `${microseconds.toPrecision(3)} µs`;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const list = (items: string[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? 'none');

const median = (numbers: number[]): number => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0;

/** The same row of every run. */
const across = <Item>(runs: Run[], pick: (run: Run) => Item[]): Item[][] =>
  pick(runs[0] as Run).map((_, at) => runs.map((run) => pick(run)[at] as Item));

const verdict = (held: boolean[]): string =>
  held.every(Boolean) ? 'held' : `**missed**${held.some(Boolean) ? ` in ${held.filter((each) => !each).length}` : ''}`;

function ratios(runs: Run[]): string {
  const rows = across(runs, ({ rows }) => rows).map((row) => {
    const [{ what, against, atMost }] = row as [Measured];
    return [
      what,
      against,
      `at most ${atMost}`,
      ...row.map(({ ratio }) => ratio.toFixed(2)),
      micro(median(row.map(({ ours }) => ours))),
      micro(median(row.map(({ theirs }) => theirs))),
      verdict(row.map(({ ratio }) => ratio <= atMost)),
    ];
  });
  const each = runs.map((_, at) => `run ${at + 1}`);
  return table(['what', 'against', 'to reach', ...each, 'takes', 'against that', ''], rows);
}

const weights = ({ sizes }: Run): string =>
  table(
    ['what', 'to reach', 'is', ''],
    sizes.map(({ what, atMost, kilobytes }) => [
      what,
      `at most ${atMost} kB`,
      `${kilobytes.toFixed(1)} kB`,
      verdict([kilobytes <= atMost]),
    ]),
  );

const others = (runs: Run[]): string =>
  across(runs, ({ besides }) => besides)
    .map((row) => `${row[0]?.name} ${median(row.map(({ microseconds }) => microseconds)).toPrecision(3)}`)
    .join('; ');

function whereTimeGoes(runs: Run[]): string {
  const { profile } = runs.at(-1) as Run;
  const large = profile.modules.filter(({ share }) => share >= 0.04);
  const rest = 1 - large.reduce((sum, { share }) => sum + share, 0);
  return `Of \`advance\`: ${list([...large.map(({ where, share }) => `${where} ${percent(share)}`), `the rest ${percent(rest)}`])}.`;
}

/** Writes what the runs found into docs/performance.md. */
export function writeReport(runs: Run[]): void {
  const last = runs.at(-1) as Run;
  writePart(
    page,
    'bench',
    `\`npm run bench\` (\`-- --once\` and \`-- --quick\` only print) on ${machine}: times of the processors,
collector and compiler included. What is compared takes turns, ${runs[0]?.rounds} rounds; figures are medians; each
run has a Node of its own. The story has twenty events (\`test/bench/story.ts\`); what comes of it is checked.

## Ratios

${ratios(runs)}

* The reducer (\`test/bench/by-hand.ts\`) answers the same, without clauses, terms, views and \`record\`.
* XState runs our machine, bare; \`deadlines\` while the week runs; complaints stay open.
* Import without Node's start: ${list(runs.map(({ importWithoutStart }) => importWithoutStart.toFixed(2)))}.

## Weight

${weights(last)}

By esbuild, gzipped.

## Beside other engines

µs an event, each with the reducer's functions (\`test/bench/beside.ts\`): ${others(runs)}.

## Where the time goes

${whereTimeGoes(runs)}`,
  );
}
