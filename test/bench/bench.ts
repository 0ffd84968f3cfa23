// What the library takes of the processors, beside XState's own functions and beside other engines.
//
//   npm run bench              three runs in a row, each in a Node of its own; writes docs/performance.md
//   npm run bench -- --once    one such run; writes nothing
//   npm run bench -- --quick   one short run; writes nothing
//   npm run bench -- --least   everything once, as JSON, to see that it works; its figures say nothing
import { execFileSync } from 'node:child_process';
import { machine } from './page.ts';
import { micro, writeReport } from './report.ts';

import { type Effort, type Run, run } from './run.ts';

const full: Effort = { rounds: 31, warmUp: 200_000, batch: 40_000, imports: 31, profile: 4_000 };
const quick: Effort = { rounds: 7, warmUp: 100_000, batch: 10_000, imports: 3, profile: 500 };
const least: Effort = { rounds: 1, warmUp: 1, batch: 1, imports: 1, profile: 100 };

const asked = new Set(process.argv.slice(2));

function print({ rows, sizes, besides, importWithoutStart }: Run): void {
  const line = (held: boolean, value: string, atMost: number, what: string): void =>
    console.log(`${held ? 'held  ' : 'missed'} ${value.padStart(8)} of at most ${String(atMost).padEnd(4)} ${what}`);
  console.log(machine);
  for (const { what, against, atMost, ratio, ours, theirs } of rows)
    line(ratio <= atMost, ratio.toFixed(2), atMost, `${what} (${micro(ours)}) against ${against} (${micro(theirs)})`);
  console.log(`The import without the start of Node: ${importWithoutStart.toFixed(2)}`);
  for (const { what, atMost, kilobytes } of sizes)
    line(kilobytes <= atMost, `${kilobytes.toFixed(1)} kB`, atMost, what);
  for (const { name, microseconds } of besides)
    console.log(`${microseconds.toFixed(2).padStart(15)} µs an event: ${name}`);
}

if (asked.has('--json') || asked.has('--least'))
  console.log(JSON.stringify(await run(asked.has('--least') ? least : full)));
else if (asked.has('--quick') || asked.has('--once')) print(await run(asked.has('--quick') ? quick : full));
else {
  const runs: Run[] = [];
  for (let n = 1; n <= 3; n += 1) {
    const args = [...process.execArgv, import.meta.filename, '--json'];
    const taken: Run = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }));
    console.log(`\nRun ${n}`);
    print(taken);
    runs.push(taken);
  }
  writeReport(runs);
}
