// How fast the host on Restate takes events, and how that grows with the number of open cases: npm run load:host-restate -- [cases …]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { RestateWorld, type RunningParts } from './restate-world.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000];
const measured = 2_000;
const together = 16;
const today = '2026-03-18';
const largest = Math.max(...sizes);

/** Each own physician has so many open cases. */
const each = 100;
const ownOf = (n: number) => `physician-own-${Math.floor(n / each)}`;
const employeeOf = (n: number) => `employee-${n}`;
const owns = Array.from({ length: Math.ceil(largest / each) }, (_, n) => ownOf(n * each));

const physician = (id: string, organisation: string, pool: boolean) => ({
  id,
  organisations: [organisation],
  registered: true,
  pool,
});

const world = await RestateWorld.at(today, {
  people: [
    ...owns.map((id) => ({ id })),
    { id: 'desk-1', recordsFor: Array.from({ length: largest }, (_, n) => employeeOf(n)) },
  ],
  physicians: [...owns.map((id) => physician(id, 'noord', false)), physician('physician-first', 'zuid', true)],
});

function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** What the server and the services have used of the processors so far, in milliseconds; Linux says so in ticks of ten. */
const usedBy = (host: RunningParts): number =>
  [host.server(), ...host.services()]
    .map((pid) => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
      return (Number(user) + Number(system)) * 10;
    })
    .reduce((sum, part) => sum + part, 0);

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

interface Figures {
  /** Of the server and the services, for each request. */
  cpu: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const share = (times: number[], part: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

/** Sends so many requests, so many at a time, and says how long each took. */
async function measure(host: RunningParts, count: number, send: (n: number) => Promise<number>): Promise<Figures> {
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
  return {
    cpu: (usedBy(host) - before) / count,
    perSecond: count / seconds,
    p50: share(times, 0.5),
    p99: share(times, 0.99),
  };
}

const ids: string[] = [];

/** Opens cases over HTTP, as anybody would. */
async function openUpTo(host: RunningParts, size: number): Promise<Figures> {
  const first = ids.length;
  return measure(host, size - first, async (index) => {
    const n = first + index;
    const { status, body } = await world.send(host, 'desk-1', '/cases', {
      by: employeeOf(n),
      on: today,
      participants: { employee: employeeOf(n), ownPhysician: ownOf(n) },
      contract: {
        route: 'lpbso',
        physicians: [],
        complaintsProcedure: 'complaints-1',
        alarms: { engage: 30, decide: null, complaint: null },
      },
      contestedAdvice: { id: 'advice-1', on: today, task: 'sicknessAbsenceGuidance', giver: ownOf(n) },
      question: 'question-1',
    });
    ids[n] = String(body.caseId);
    if (n % 500 === 499) progress(`opening cases: ${n + 1} of ${size}`);
    return status;
  });
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
  (n: number) => ({ type: 'instrument.discussed', by: ownOf(n), on: today, advised: 'secondOpinion' }),
  (n: number) => ({ type: 'nonSuspension.explained', by: ownOf(n), on: today }),
  (n: number) => ({ type: 'request.honoured', by: ownOf(n), on: today }),
  (n: number) => ({ type: 'physicians.chosen', by: employeeOf(n), on: today, first: 'physician-first' }),
];

async function events(host: RunningParts): Promise<Figures> {
  const cases = fresh();
  for (const place of cases) await Promise.all([world.token(employeeOf(place)), world.token(ownOf(place))]);
  return measure(host, measured, async (n) => {
    const place = cases[n % cases.length] ?? 0;
    const event = turns[Math.floor(n / cases.length)]?.(place);
    return (await world.send(host, event?.by ?? '', `/cases/${ids[place]}/events`, event)).status;
  });
}

const views = (host: RunningParts) =>
  measure(host, measured, async (n) => {
    const place = spread(n);
    return (await world.ask(host, ownOf(place), `/cases/${ids[place]}/as/ownPhysician/view`)).status;
  });

console.log(
  `${availableParallelism()} cores, Node ${process.version}, a load of ${loadavg()[0]?.toFixed(1)} before; ${together} requests at a time, ${measured} of each kind`,
);
console.log(
  '  open cases   on disk   start   opened/s   events/s   p50 ms   p99 ms   CPU ms   views/s   p50 ms   p99 ms   CPU ms',
);
for (const size of sizes) {
  const first = await world.start({ HOST_EVERY: '86400000' });
  const opened = await openUpTo(first, size);
  await world.delivered();
  await first.stop();
  const began = performance.now();
  const host = await world.start({ HOST_EVERY: '86400000' });
  const started = performance.now() - began;
  progress(`measuring with ${size} open cases`);
  const [event, view] = [await events(host), await views(host)];
  await world.delivered();
  const cells = [
    size.toLocaleString('en').padStart(12),
    `${(sizeOf(join(world.folder, 'restate')) / 1_048_576).toFixed(0)} MB`.padStart(9),
    `${(started / 1_000).toFixed(1)} s`.padStart(7),
    opened.perSecond.toFixed(0).padStart(10),
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
