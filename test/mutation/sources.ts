import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { readPart, writePart } from '../support/page.ts';
import { root } from './library.ts';
import { untried } from './runner.ts';
import { reasons } from './survivors-in-sources.ts';

// `npm run mutation:sources [-- name …]`: lets Stryker change the sources, tries the tests on every change, and writes the figures
// to docs/mutation.md. Where names are given only those sources are tried, and the others keep their figures; with `--page` all do.
// With `--since commit` only what has changed since is tried, and what is said of the rest stays. With `--one-in 5` every fifth change is
// tried; that is said, and not written.

const procedure =
  'issues worklists stories conditions request execution completion complaints records successor cases boundary formulation agreement';

/** By source, the tests that read what it gives, those that are quick to notice first; after a bar, what only survivors so far are tried on. */
const triedOn: Record<string, string> = {
  fields: `${procedure} errors issues | door boundary`,
  file: `${procedure} stored | door`,
  terms: `terms ${procedure}`,
  letters: `faithfulness ${procedure}`,
  contents: 'letters',
  acts: `${procedure} errors | ocel views door`,
  routes: `${procedure} faithfulness`,
  norms: `forms faithfulness ${procedure}`,
  chart: `faithfulness ${procedure}`,
  notices: `${procedure} agreement`,
  machine: `faithfulness ${procedure}`,
  'stored-case': `stored | ${procedure} boundary | door`,
  procedure: `terms ${procedure} faithfulness | correction figures door`,
  actor: 'agreement',
  correction: 'correction',
  unreadable: 'issues errors boundary | door',
  views: 'worklists successor records views cases stories execution completion | boundary secrecy',
  timeline: 'stories cases views words | secrecy',
  writing: 'writing words | secrecy',
  aid: 'aid',
  instruments: 'aid stories | door',
  forms: 'forms aid letters',
  logs: 'figures ocel',
  ocel: 'ocel',
  figures: 'figures ocel',
  clauses: `faithfulness ${procedure}`,
  'clauses/nl': 'faithfulness',
  'clauses/en': 'faithfulness',
  words: 'words cases stories',
  'words/index': 'words stories',
  'words/nl': 'words cases stories',
  'words/nl-employee': 'words cases stories',
  'words/en': 'words cases stories',
  'words/en-employee': 'words cases stories',
  'testing/people': 'kit',
  'testing/calendar': 'kit',
  'testing/given': 'kit',
  'testing/events': 'kit',
  'testing/stories': 'kit',
  'testing/paths': 'kit',
  'testing/cases': 'kit',
  'testing/reports': 'kit',
  'testing/arbitraries': 'kit',
};

/** A change that cannot be tried, such as one without end, was noticed as well. */
interface Tried {
  made: number;
  /** What survived: the same words for the same change, wherever its line has moved to. */
  alive: string[];
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)} …` : text);

type Result = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const survived = ({ status }: Result): boolean => status === 'Survived' || status === 'NoCoverage';

async function run(tests: string, mutate: string[]): Promise<Result[]> {
  // The runner of the tests takes their order from its configuration, which is a file.
  process.env.TRIED_ON = [...new Set(tests.trim().split(' '))].join(' ');
  return new Stryker({
    mutate,
    testRunner: 'histories first',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false, pool: 'threads' },
    plugins: ['./test/mutation/runner.ts'],
    ignorePatterns: ['coverage', 'reports', 'docs/pictures', 'examples/playground'],
    // It would put a line at the head of docs/statechart.machine.ts, which a test compares.
    disableTypeChecks: false,
    concurrency: 2,
    timeoutMS: 30_000,
    // A busy machine is no reason to call a change noticed.
    timeoutFactor: 2,
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
  }).runMutationTest();
}

/** The lines that have changed since a commit, and those beside which some are gone. */
const changedLines = (file: string, commit: string): number[] =>
  [
    ...execFileSync('git', ['diff', '-U0', commit, '--', file], { encoding: 'utf8' }).matchAll(
      /^@@ .* \+(\d+)(?:,(\d+))? @@/gm,
    ),
  ].flatMap(([, first, count = '1']) =>
    Array.from({ length: Math.max(1, Number(count)) }, (_, at) => Number(first) + at),
  );

async function tryAll(name: string, commit?: string, oneIn?: string): Promise<Tried> {
  const file = `src/${name}.ts`;
  const before = commit === undefined ? undefined : figuresOf(name);
  const [quick = '', ...slower] = triedOn[name]?.split('|') ?? [];
  if (commit !== undefined && before) process.env.LINES = changedLines(file, commit).join();
  if (oneIn !== undefined) process.env.ONE_IN = oneIn;
  const all = await run(quick, [file]);
  const results = oneIn === undefined ? all : all.filter(({ statusReason }) => statusReason !== untried);
  delete process.env.LINES;
  delete process.env.ONE_IN;
  const place = ({ location: { start, end }, replacement }: Result): string =>
    `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1} ${replacement}`;
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  let left = results.filter(survived);
  for (const tests of slower) {
    if (left.length === 0) break;
    const again = await run(tests, [...new Set(left.map((each) => place(each).split(' ')[0] ?? file))]);
    const alive = new Set(again.filter(survived).map(place));
    left = left.filter((each) => alive.has(place(each)));
  }
  const keyOf = ({ mutatorName, replacement = '', location: { start, end } }: Result): string => {
    const changed = lines.slice(start.line - 1, end.line);
    const cut = changed.map((text, at) =>
      text.slice(at === 0 ? start.column - 1 : 0, at === changed.length - 1 ? end.column - 1 : undefined),
    );
    const where = short(onOneLine(lines[start.line - 1] ?? ''));
    const change = `${short(onOneLine(cut.join('\n')))} → ${short(onOneLine(replacement))}`;
    return `${name}: ${mutatorName} in ${where}: ${change}`;
  };
  const survivors = [...(before?.alive ?? [])];
  const asTheyWere = results
    .filter(({ statusReason }) => statusReason === untried)
    .map(keyOf)
    .filter((key) => {
      const at = survivors.indexOf(key);
      if (at >= 0) survivors.splice(at, 1);
      return at >= 0;
    });
  return { made: results.length, alive: [...asTheyWere, ...left.map(keyOf)] };
}

/** What the page says of a source that is not tried anew. */
function figuresOf(name: string): Tried | undefined {
  const page = readPart('docs/mutation.md', 'the sources');
  const [, made] = page.match(new RegExp(`^\\| \`${name}.ts\` \\| (\\d+) \\|`, 'm')) ?? [];
  const alive = [...page.matchAll(/^- `` (.*) ``(?: × (\d+))?$/gm)].flatMap(([, key = '', times = '1']) =>
    key.startsWith(`${name}: `) ? Array<string>(Number(times)).fill(key) : [],
  );
  return made === undefined ? undefined : { made: Number(made), alive };
}

const reasonOf = new Map(Object.entries(reasons).flatMap(([reason, keys]) => keys.map((key) => [key, reason])));

/** Writes the page, and says what the list of survivors has too few or too many. */
function write(figures: Map<string, Tried>): void {
  const rows = [...figures].map(([name, { made, alive }]) => ({
    name: `\`${name}.ts\``,
    made,
    survived: alive.length,
  }));
  const sum = (part: 'made' | 'survived'): number => rows.reduce((total, row) => total + row[part], 0);
  const row = (name: string, made: number, survived: number, mark = ''): string =>
    `| ${[name, made, made - survived, survived, percent(made - survived, made)].map((cell) => `${mark}${cell}${mark}`).join(' | ')} |`;

  const alive = [...figures.values()].flatMap((tried) => tried.alive);
  const line = (key: string): string => {
    const times = alive.filter((each) => each === key).length;
    return `- \`\` ${key} \`\`${times > 1 ? ` × ${times}` : ''}`;
  };
  const unlisted = [...new Set(alive)].filter((key) => !reasonOf.has(key));
  const listed = [...new Set(reasonOf.values()), undefined].flatMap((reason) => {
    const keys = [...new Set(alive)].filter((key) => reasonOf.get(key) === reason);
    return keys.length > 0 ? `*${reason ?? 'Not reviewed yet.'}*\n\n${keys.map(line).join('\n')}\n` : [];
  });

  writePart(
    'docs/mutation.md',
    'the sources',
    `## The sources

\`npm run mutation:sources\` writes this part. Stryker changes every source in \`src\`, one thing at a time. First the golden histories are told
to the changed library, which takes milliseconds; what they do not notice is tried on the tests that read that source. A change that
does not compile, never ends, or keeps the library from loading, is noticed.

| Source | Mutants | Killed | Survived | Score |
| --- | ---: | ---: | ---: | ---: |
${rows.map(({ name, made, survived }) => row(name, made, survived)).join('\n')}
${row('All', sum('made'), sum('survived'), '**')}

The survivors, by the reason why no test could tell them from the source (\`test/mutation/survivors-in-sources.ts\`). One that is not in
that list stands under "Not reviewed yet" and fails the run, and so does one in it that is killed.

${listed.join('\n')}`,
  );

  console.log(
    `${sum('made')} mutants, ${sum('made') - sum('survived')} killed, ${percent(sum('made') - sum('survived'), sum('made'))}`,
  );
  const killed = [...reasonOf.keys()].filter((key) => figures.has(key.split(':')[0] ?? '') && !alive.includes(key));
  for (const key of unlisted) console.error(`survived, and is not in the list: ${key}`);
  for (const key of killed) console.error(`is in the list of survivors, and did not survive: ${key}`);
  process.exitCode = unlisted.length + killed.length > 0 ? 1 : 0;
}

const everything = Object.keys(triedOn);
const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { page: { type: 'boolean' }, since: { type: 'string' }, 'one-in': { type: 'string' } },
});
const tried = new Map<string, Tried>();
const names = asked.length > 0 ? asked : everything;
for (const name of options.page ? [] : names) tried.set(name, await tryAll(name, options.since, options['one-in']));
if (options['one-in'] !== undefined)
  for (const [name, { made, alive }] of tried)
    console.log([`${name}: ${made} tried, ${alive.length} survived`, ...alive].join('\n  '));
else
  write(
    new Map(
      everything.flatMap((name) =>
        [tried.get(name) ?? figuresOf(name)].flatMap((each) => (each ? [[name, each] as const] : [])),
      ),
    ),
  );
