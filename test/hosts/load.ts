// How fast the host over SQLite takes events, and how that grows with the number of open cases: npm run load:host-sqlite -- [cases …]
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { styleText } from 'node:util';
import { openCase } from 'lpbso-second-opinion';
import { keptWith } from '../../examples/host-sqlite/cases.ts';
import { databaseIn } from '../../examples/host-sqlite/host.ts';
import { SqliteWorld } from './sqlite-world.ts';
import { type Running, until } from './world.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000];
const measured = 4_000;
const together = 16;
const today = '2026-03-18';

const physician = (id: string, organisation: string, pool: boolean) => ({
  id,
  organisations: [organisation],
  registered: true,
  pool,
});
const own = physician('physician-own', 'noord', false);

const world = await SqliteWorld.at(today, {
  people: [
    { id: own.id, recordsFor: ['employee-1'] },
    { id: 'employee-1' },
    { id: 'planning-1' },
    { id: 'handler-1', handlesComplaints: true },
  ],
  physicians: [own, physician('physician-first', 'zuid', true)],
});

const ids: string[] = [];

/** Puts open cases into the database as the host would have, all in one transaction. */
function openUpTo(size: number): void {
  const database = new DatabaseSync(databaseIn(world.folder));
  const insertCase = database.prepare('insert into "case" (id, revision, json, overdue_from) values (?, 0, ?, null)');
  const insertEvent = database.prepare("insert into event values (?, 0, 'advance', ?, ?)");
  const insertAccess = database.prepare('insert into access (case_id, person, role) values (?, ?, ?)');
  const insertAlarm = database.prepare('insert into alarm (case_id, term, role, on_day) values (?, ?, ?, ?)');
  database.exec('begin');
  for (let n = ids.length; n < size; n += 1) {
    const caseId = randomUUID();
    const event = {
      caseId,
      by: `employee-${n}`,
      on: today,
      participants: { employee: `employee-${n}`, administration: 'planning-1', ownPhysician: own },
      contract: {
        route: 'lpbso',
        physicians: [],
        complaintsProcedure: 'complaints-1',
        alarms: { engage: 30, decide: null, complaint: null },
      },
      contestedAdvice: { id: 'advice-1', on: today, task: 'sicknessAbsenceGuidance', giver: own },
      question: 'question-1',
    };
    const opened = openCase(event);
    if (!opened.ok) throw new Error(opened.reason);
    const { current, access, alarms } = keptWith(opened.case, opened.deadlines, []);
    insertCase.run(caseId, JSON.stringify(current));
    insertEvent.run(caseId, JSON.stringify(event), world.now().toISOString());
    for (const { person, role } of access) insertAccess.run(caseId, person, role);
    for (const { term, role, onDay } of alarms) insertAlarm.run(caseId, term, role, onDay);
    ids.push(caseId);
    if (n % 1_000 === 999) progress(`opening cases: ${n + 1} of ${size}`);
  }
  database.exec('commit');
  database.close();
}

function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** What a process has used of the processors so far, in milliseconds; Linux says so in ticks of ten. */
function usedBy(host: Running): number {
  const [pid] = host.processes();
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
  return (Number(user) + Number(system)) * 10;
}

interface Figures {
  /** Of the host alone, for each request. */
  cpu: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const share = (times: number[], part: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

/** Sends so many requests, so many at a time, and says how long each took. */
async function measure(host: Running, count: number, send: (n: number) => Promise<number>): Promise<Figures> {
  const times: number[] = [];
  let next = 0;
  const before = usedBy(host);
  const start = performance.now();
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      const began = performance.now();
      const status = await send(n);
      if (status >= 300) throw new Error(`The host answered ${status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  const seconds = (performance.now() - start) / 1_000;
  times.sort((one, other) => one - other);
  const cpu = (usedBy(host) - before) / count;
  return { cpu, perSecond: count / seconds, p50: share(times, 0.5), p99: share(times, 0.99) };
}

/** Cases spread over all there are, so that the database is read everywhere. */
const spread = (n: number): number => (n * 7_919) % ids.length;

const done = new Set<number>();

/** As many cases as get four events each, none of which got any before. */
function fresh(): number[] {
  const chosen: number[] = [];
  for (let n = 0; chosen.length < measured / 4; n += 1) {
    const place = spread(n);
    if (!done.has(place)) chosen.push(place);
    done.add(place);
  }
  return chosen;
}

/** What happens first in a case; the last of it is told to the own physician. */
const turns = [
  () => ({ type: 'instrument.discussed', by: own.id, on: today, advised: 'secondOpinion' }),
  () => ({ type: 'nonSuspension.explained', by: own.id, on: today }),
  () => ({ type: 'request.honoured', by: own.id, on: today }),
  (employee: string) => ({ type: 'physicians.chosen', by: employee, on: today, first: 'physician-first' }),
];

async function events(host: Running): Promise<Figures> {
  const cases = fresh();
  for (const place of cases) await world.token(`employee-${place}`);
  return measure(host, measured, async (n) => {
    const place = cases[n % cases.length] ?? 0;
    const event = turns[Math.floor(n / cases.length)]?.(`employee-${place}`);
    return (await world.send(host, event?.by ?? '', `/cases/${ids[place]}/events`, event)).status;
  });
}

const views = (host: Running) =>
  measure(
    host,
    measured,
    async (n) => (await world.ask(host, own.id, `/cases/${ids[spread(n)]}/as/ownPhysician/view`)).status,
  );

console.log(
  `${availableParallelism()} cores, Node ${process.version}, a load of ${loadavg()[0]?.toFixed(1)} before; ${together} requests at a time, ${measured} of each kind`,
);
console.log(
  '  open cases   database   start   events/s   p50 ms   p99 ms   CPU ms   views/s   p50 ms   p99 ms   CPU ms',
);
for (const size of sizes) {
  const first = await world.start();
  await first.stop();
  openUpTo(size);
  progress(`measuring with ${size} open cases`);
  const began = performance.now();
  const host = await world.start({ HOST_EVERY: '10000' });
  const started = performance.now() - began;
  await measure(
    host,
    500,
    async (n) => (await world.ask(host, own.id, `/cases/${ids[spread(n)]}/as/ownPhysician/view`)).status,
  );
  const [event, view] = [await events(host), await views(host)];
  await until(
    'every letter is delivered',
    () => world.find('select 1 from outbox where delivered_at is null limit 1').length === 0,
  );
  const { page_count, page_size } = { ...world.find('pragma page_count')[0], ...world.find('pragma page_size')[0] };
  const megabytes = (Number(page_count) * Number(page_size)) / 1_048_576;
  const cells = [
    size.toLocaleString('en').padStart(12),
    `${megabytes.toFixed(0)} MB`.padStart(11),
    `${(started / 1_000).toFixed(1)} s`.padStart(8),
    ...[event, view].flatMap(({ perSecond, p50, p99, cpu }) => [
      perSecond.toFixed(0).padStart(10),
      p50.toFixed(1).padStart(8),
      p99.toFixed(1).padStart(8),
      cpu.toFixed(2).padStart(8),
    ]),
  ];
  progress('');
  console.log(cells.join(' '));
  await host.stop();
}
await world.end();
console.log(styleText('green', 'Done.'));
