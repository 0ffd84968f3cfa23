import { eventSchema } from 'lpbso-second-opinion';
import { writePart } from '../support/page.ts';
import { machine, page, table } from './page.ts';
import type { Measured, Run } from './run.ts';

/** A time in three digits, in the unit that suits it. */
export const micro = (microseconds: number): string =>
  microseconds >= 10_000 ? `${(microseconds / 1_000).toFixed(0)} ms` : `${microseconds.toPrecision(3)} µs`;
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

function others(runs: Run[]): string {
  const rows = across(runs, ({ besides }) => besides).map((row) => [
    row[0]?.name ?? '',
    median(row.map(({ microseconds }) => microseconds)).toPrecision(3),
    row[0]?.leavesOut ?? '',
  ]);
  return table(['what', 'CPU µs an event', 'leaves out'], rows);
}

/** What is done in each module of the library and in each package. */
const does: Record<string, string> = {
  xstate: 'XState: taking the step',
  zod: 'zod: checking the fields of the event',
  'date-fns': 'date-fns: reckoning with it',
  terms: 'the days of the terms',
  procedure: 'finding the way on and putting the answer together',
  norms: 'asking the rules',
  routes: 'choosing between ways on',
  acts: 'writing the event into the file of the case',
  fields: 'turning what zod says into an answer',
  file: 'who holds which role',
  machine: 'writing out the chart',
  collector: 'collecting what is no longer used',
  engine: 'V8 and Node themselves',
  bench: 'the measuring itself',
};

function whereTimeGoes(runs: Run[]): string {
  const { profile } = runs.at(-1) as Run;
  const large = profile.modules.filter(({ share }) => share >= 0.01);
  const rest = 1 - large.reduce((sum, { share }) => sum + share, 0);
  const functions = profile.functions
    .filter(({ where }) => where !== 'engine' && where !== 'collector')
    .slice(0, 5)
    .map(({ name, where, share }) => `\`${name}\` (${where}, ${percent(share)})`);
  return [
    'Of the time of `advance`, most first:',
    '',
    ...large.map(({ where, share }) => `* ${percent(share)} goes to ${does[where] ?? `\`${where}\``};`),
    `* the remaining ${percent(rest)} goes to all the rest.`,
    '',
    `The functions that take most themselves are ${list(functions)}. What the language itself does, and what zod has compiled,`,
    'counts for the function that called it.',
  ].join('\n');
}

/** Writes what the runs found into docs/performance.md. */
export function writeReport(runs: Run[]): void {
  const last = runs.at(-1) as Run;
  writePart(
    page,
    'bench',
    `\`npm run bench\` writes this part; \`npm run bench -- --once\` and \`npm run bench -- --quick\` only print. It was written on this
machine: ${machine}. Other work kept it busy meanwhile.

What counts is the time of the processors, the collector's and the compiler's included, and not the clock on the wall. All that
is compared takes turns, ${runs[0]?.rounds} rounds long, so that a noisy moment falls on all alike; a figure is the median over the rounds, a
ratio the median of the ratios of each round. Each run has a Node of its own. The story is the same for all: twenty events, from the
request to the closed case, with the information that is asked for in between (\`test/bench/story.ts\`). After each round it
is checked: the last step, the revision, the file and the number of notices. What is measured is the built package, as a host has it.

## Ratios

${ratios(runs)}

* The reducer written by hand checks the fields, asks the same rules and tells the same parties; what it leaves out is said below.
* \`parseCase\` is given what \`JSON.parse\` made of the text, each time anew.
* \`deadlines\` is asked while the one-week term runs, the only one whose end is reckoned.
* A complaint that stays open has a term and a wait of its own in every answer, so both grow with their number: a story of 2,000
  events has ten times as many as one of 200.
* The import counts all that a fresh Node uses, its start included; against it stand the paths that the package names itself:
  ${list(last.importPaths.map((path) => `\`${path}\``))}. Without the start of Node the ratio is ${list(runs.map(({ importWithoutStart }) => importWithoutStart.toFixed(2)))} in these runs.
  Most of it goes to zod, which makes the schemas of ${eventSchema.def.options.length} events and of a case, and to XState, which makes the machine.

## Weight

${weights(last)}

Bundled and minified by esbuild, gzipped at level 9; a kB has 1,000 bytes.

## Beside other engines

The same story and the same check after each round. The reducer written by hand (\`test/bench/by-hand.ts\`) checks the fields and asks the
same rules, names those that fail and tells the same parties. Before anything is measured it must answer as \`advance\` does to every event of the story at
every place in it, and to what is wrong, malformed or out of place. The engines are given its functions, in the place that each has for them, and
must refuse the same events. All of them leave out the clauses, the terms, \`record\`, the views and the stored case: this is what a step costs, not what
each could do. \`advance\` was measured once more with them, in a Node that had done all of the above before.

${others(runs)}

## Where the time goes

${whereTimeGoes(runs)}`,
  );
}
