// How time and memory grow with the number of cases.
//
//   npm run bench:sweep                    all of it; writes docs/performance.md
//   npm run bench:sweep -- --share 0.01    so much of it; writes nothing
//
// Cases come in thousands and are forgotten again, as from a database; each size has a Node of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type Case, deadlines, isLate, parseCase, replay, waitingOn } from 'lpbso-second-opinion';
import { writePart } from '../support/page.ts';
import { machine, page, table } from './page.ts';
import { casesOf, events, opening } from './story.ts';

const chunk = 1_000;

interface Grown {
  count: number;
  /** Of the processors, for what is measured alone. */
  seconds: number;
  /** The most that the process ever held, in MB. */
  megabytes: number;
  /** What its objects hold when all is done and collected, in MB. */
  held: number;
}

interface Task {
  name: string;
  most: number;
  /** The text that the host keeps of the nth case. */
  textOf: (n: number) => string;
  /** What is done with it; what it answers is added up. */
  does: (text: string) => number;
  /** What that must come to, for each of the texts in turn. */
  comesTo: number[];
}

const name = opening.caseId;
const renamed = (text: string, n: number): string => text.replaceAll(name, `so-${n}`);

const cases = casesOf(events);
const caseTexts = cases.map((current) => JSON.stringify(current));
const log = JSON.stringify({ opening, events });

const now = new Date('2026-04-10T12:00:00Z');
/** Who is waited for, which terms run, and which of them are over. */
const onWorklist = (current: Case): number => {
  const running = deadlines(current);
  return waitingOn(current).length + running.length + running.filter((deadline) => isLate(deadline, now)).length;
};

const tasks: Record<string, Task> = {
  worklist: {
    name: 'worklists of stored cases: JSON text → `parseCase` → `waitingOn`, `deadlines`, `isLate`',
    most: 1_000_000,
    textOf: (n) => renamed(caseTexts[n % caseTexts.length] as string, n),
    does: (text) => onWorklist(parseCase(JSON.parse(text))),
    comesTo: cases.map(onWorklist),
  },
  replay: {
    name: 'replays of cases of 20 events: JSON text → `replay`',
    most: 100_000,
    textOf: (n) => renamed(log, n),
    does: (text) => {
      const told = JSON.parse(text);
      const replayed = replay(told.opening, told.events);
      assert.ok(replayed.ok);
      assert.equal(replayed.case.step, 'concluded');
      return replayed.case.revision;
    },
    comesTo: [events.length],
  },
};

function grow({ textOf, does, comesTo }: Task, count: number): Grown {
  // What runs often is compiled first, so that the smallest size does not pay for it.
  for (let n = 0; n < Math.min(chunk, count); n += 1) does(textOf(n));
  let microseconds = 0;
  let sum = 0;
  for (let from = 0; from < count; from += chunk) {
    const texts = Array.from({ length: Math.min(chunk, count - from) }, (_, n) => textOf(from + n));
    const before = process.cpuUsage();
    for (const text of texts) sum += does(text);
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
  }
  let expected = 0;
  for (let n = 0; n < count; n += 1) expected += comesTo[n % comesTo.length] ?? Number.NaN;
  assert.equal(sum, expected);
  globalThis.gc?.();
  const held = process.memoryUsage().heapUsed / 2 ** 20;
  return { count, seconds: microseconds / 1e6, megabytes: process.resourceUsage().maxRSS / 1_024, held };
}

function inItsOwnNode(task: string, count: number): Grown {
  const args = ['--expose-gc', import.meta.filename, '--grow', task, String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--grow') {
  const [task = '', count] = rest;
  console.log(JSON.stringify(grow(tasks[task] as Task, Number(count))));
} else {
  const share = first === '--share' ? Number(rest[0]) : 1;
  const rows: string[][] = [];
  const words: string[] = [];
  console.log(machine);
  for (const [key, { name, most }] of Object.entries(tasks)) {
    const sizes = [0.01, 0.1, 1].map((part) => inItsOwnNode(key, Math.round(most * share * part)));
    for (const { count, seconds, megabytes, held } of sizes) {
      const row = [
        name,
        count.toLocaleString('en'),
        seconds.toFixed(2),
        ((1e6 * seconds) / count).toFixed(1),
        megabytes.toFixed(0),
        held.toFixed(0),
      ];
      console.log(row.join('  '));
      rows.push(row);
    }
    const [hundredth, tenth, whole] = sizes as [Grown, Grown, Grown];
    const times = (one: number, other: number): string => (one / other).toFixed(1);
    words.push(
      `* Ten times as many ${name.split(':')[0]} (${tenth.count.toLocaleString('en')} to ${whole.count.toLocaleString('en')}) take ${times(whole.seconds, tenth.seconds)} times as long, and the peak of memory is ${times(whole.megabytes, tenth.megabytes)} times as high. Nothing of a case stays: ${whole.held.toFixed(0)} MB is held after all of them, ${hundredth.held.toFixed(0)} MB after a hundredth.`,
    );
  }
  if (share === 1)
    writePart(
      page,
      'sweep',
      `## Many cases

\`npm run bench:sweep\` writes this part. It was written on this machine: ${machine}. Cases come as text, a thousand at a time, and are forgotten
again, as from a database; they are taken from every place in the story in turn, and what comes of them is added up and checked. Each size has a Node of its own.
The time is that of the processors, after a first thousand that is not counted; the peak of memory is all that the process ever held, Node itself and what it had not collected yet included.

${table(['what', 'cases', 'seconds', 'µs a case', 'peak MB', 'MB held after'], rows)}

${words.join('\n')}`,
    );
}
