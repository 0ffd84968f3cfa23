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
  /** What it is, as the page says it. */
  does: string;
  most: number;
  /** The text that the host keeps of the nth case. */
  textOf: (n: number) => string;
  /** What is done with it; what it answers is added up. */
  doing: (text: string) => number;
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
    does: 'JSON text → `parseCase` → `waitingOn`, `deadlines`, `isLate`',
    most: 1_000_000,
    textOf: (n) => renamed(caseTexts[n % caseTexts.length] as string, n),
    doing: (text) => onWorklist(parseCase(JSON.parse(text))),
    comesTo: cases.map(onWorklist),
  },
  replay: {
    does: 'JSON text → `replay` of 20 events',
    most: 100_000,
    textOf: (n) => renamed(log, n),
    doing: (text) => {
      const told = JSON.parse(text);
      const replayed = replay(told.opening, told.events);
      assert.ok(replayed.ok);
      assert.equal(replayed.case.step, 'concluded');
      return replayed.case.revision;
    },
    comesTo: [events.length],
  },
};

function grow({ textOf, doing, comesTo }: Task, count: number): Grown {
  // What runs often is compiled first, so that the smallest size does not pay for it.
  for (let n = 0; n < Math.min(chunk, count); n += 1) doing(textOf(n));
  let microseconds = 0;
  let sum = 0;
  for (let from = 0; from < count; from += chunk) {
    const texts = Array.from({ length: Math.min(chunk, count - from) }, (_, n) => textOf(from + n));
    const before = process.cpuUsage();
    for (const text of texts) sum += doing(text);
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
  for (const [key, { most }] of Object.entries(tasks)) {
    const sizes = [0.01, 0.1, 1].map((part) => inItsOwnNode(key, Math.round(most * share * part)));
    for (const { count, seconds, megabytes, held } of sizes) {
      const row = [
        key,
        count.toLocaleString('en'),
        seconds.toFixed(2),
        ((1e6 * seconds) / count).toFixed(1),
        megabytes.toFixed(0),
        held.toFixed(0),
      ];
      console.log(row.join('  '));
      rows.push(row);
    }
    const [, tenth, whole] = sizes as [Grown, Grown, Grown];
    words.push(`${key}s ${(whole.seconds / tenth.seconds).toFixed(1)} times as long`);
  }
  if (share === 1)
    writePart(
      page,
      'sweep',
      `## Many cases

\`npm run bench:sweep\` on ${machine}: cases from every place in the story. A worklist is
${tasks.worklist?.does}; a replay ${tasks.replay?.does}.

${table(['what', 'cases', 'seconds', 'µs a case', 'peak MB', 'MB held after'], rows)}

Ten times as many take: ${words.join(', ')}.`,
    );
}
