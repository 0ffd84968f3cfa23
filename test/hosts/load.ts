// How fast a host takes events, and how that grows with the number of open cases: npm run load:hosts -- <host> [cases …]
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { openCase } from 'lpbso-second-opinion';
import { keptWith } from '../../examples/host/cases.ts';
import type { People } from '../../examples/host/register.ts';
import { type HostWorld, PostgresWorld, SqliteWorld } from './host-world.ts';
import { ClusterWorld, RestateWorld } from './restate-world.ts';
import { withIds } from './stories.ts';
import { processorTime, type Running, type World } from './world.ts';

const together = 16;
const measured = 2_000;
const today = '2026-03-18';

interface Figures {
  /** Of the host alone, for each request. */
  cpu: number;
  perSecond: number;
  p50: number;
  p99: number;
}

/** What differs between the hosts. */
interface Load {
  at(today: string, people: People): Promise<World>;
  /** Open cases, unless others are asked for. */
  sizes: number[];
  /** Of so many hosts each takes its part of the requests. */
  hosts: number;
  /** Opens the cases from one number up to another, and says how many a second the host opened if it did. */
  open(world: World, hosts: Running[], from: number, to: number): Promise<number | null>;
}

const loads: Record<string, Load> = {
  sqlite: {
    at: SqliteWorld.at.bind(SqliteWorld),
    sizes: [1_000, 10_000, 100_000],
    hosts: 1,
    open: putIntoDatabase,
  },
  postgres: {
    at: PostgresWorld.at.bind(PostgresWorld),
    sizes: [1_000, 10_000, 100_000],
    hosts: 1,
    open: putIntoDatabase,
  },
  'postgres-two': {
    at: PostgresWorld.at.bind(PostgresWorld),
    sizes: [1_000, 10_000, 100_000],
    hosts: 2,
    open: putIntoDatabase,
  },
  restate: { at: RestateWorld.at.bind(RestateWorld), sizes: [1_000, 10_000], hosts: 1, open: openOverHttp },
  cluster: { at: ClusterWorld.at.bind(ClusterWorld), sizes: [1_000, 10_000], hosts: 1, open: openOverHttp },
};

/** As it is without a test. */
const HOST_EVERY = '10000';

const [name = '', ...asked] = process.argv.slice(2);
const load = loads[name];
if (!load) throw new Error(`There is no host ${name}: name one of ${Object.keys(loads).join(', ')}`);
const sizes = asked.length > 0 ? asked.map(Number) : load.sizes;

/** Each own physician has so many open cases. */
const each = 100;
const employeeOf = (n: number) => `employee-${n}`;
const ownOf = (n: number) => physician(`physician-own-${Math.floor(n / each)}`, 'noord', false);
const owns = Array.from({ length: Math.ceil(Math.max(...sizes) / each) }, (_, n) => ownOf(n * each));

function physician(id: string, organisation: string, pool: boolean) {
  return { id, organisations: [organisation], registered: true, pool };
}

const world = await load.at(today, {
  people: [
    ...owns.map(({ id }) => ({ id })),
    ...Array.from({ length: Math.max(...sizes) }, (_, n) => ({ id: employeeOf(n) })),
  ],
  physicians: [...owns, physician('physician-first', 'zuid', true)],
});

const ids: string[] = [];

function openingOf(n: number) {
  return {
    by: employeeOf(n),
    on: today,
    participants: { employee: employeeOf(n), ownPhysician: ownOf(n) },
    contract: {
      route: 'lpbso',
      physicians: [],
      complaintsProcedure: 'complaints-1',
      alarms: { engage: 30 },
    },
    contestedAdvice: { id: 'advice-1', on: today, task: 'sicknessAbsenceGuidance', giver: ownOf(n) },
    question: 'question-1',
  };
}

/** As the host would have put them there, all in one transaction. */
async function putIntoDatabase(world: World, _: Running[], from: number, to: number): Promise<null> {
  await (world as HostWorld).store.database.transaction(async ({ run }) => {
    for (let n = from; n < to; n += 1) {
      const caseId = randomUUID();
      const event = { ...openingOf(n), caseId };
      const opened = openCase(event);
      if (!opened.ok) throw new Error(opened.reason);
      const { current, access, alarms } = keptWith(opened.case, opened.deadlines);
      await run(
        'insert into "case" (id, generation, revision, json) values ($1, 0, 0, $2)',
        ...[caseId, JSON.stringify(current)],
      );
      await run(
        "insert into event (case_id, generation, revision, how, json, recorded_at) values ($1, 0, 0, 'advance', $2, $3)",
        ...[caseId, JSON.stringify(event), world.now().toISOString()],
      );
      for (const { person, role } of access)
        await run('insert into access (case_id, person, role) values ($1, $2, $3)', caseId, person, role);
      for (const { term, role, onDay, complaint } of alarms)
        await run(
          'insert into alarm (case_id, term, role, on_day, complaint) values ($1, $2, $3, $4, $5)',
          ...[caseId, term, role, onDay, complaint],
        );
      ids.push(caseId);
      opening(n, to);
    }
  });
  return null;
}

/** As anybody would. */
async function openOverHttp(world: World, hosts: Running[], from: number, to: number): Promise<number> {
  await knownFrom(Array.from({ length: to - from }, (_, index) => employeeOf(from + index)));
  const { perSecond } = await measure(hosts, to - from, async (host, index) => {
    const n = from + index;
    const { status, body } = await world.send(host, employeeOf(n), '/cases', withIds(openingOf(n)));
    ids[n] = String(body.caseId);
    opening(n, to);
    return status;
  });
  return perSecond;
}

function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

function opening(n: number, size: number): void {
  if (n % 500 === 499) progress(`opening cases: ${n + 1} of ${size}`);
}

/** Signs the tokens that will be needed, so that this is not measured. */
async function knownFrom(persons: string[]): Promise<void> {
  for (const person of persons) await world.token(person);
}

const share = (times: number[], part: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

/** Sends so many requests, so many at a time, and says how long each took. */
async function measure(
  hosts: Running[],
  count: number,
  send: (host: Running, n: number) => Promise<number>,
): Promise<Figures> {
  const times: number[] = [];
  let next = 0;
  const processes = () => hosts.flatMap((host) => host.processes());
  const before = processorTime(processes());
  const start = performance.now();
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      const began = performance.now();
      const status = await send(hosts[n % hosts.length] as Running, n);
      if (status >= 300) throw new Error(`The host answered ${status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  const seconds = (performance.now() - start) / 1_000;
  times.sort((one, other) => one - other);
  const cpu = (processorTime(processes()) - before) / count;
  return { cpu, perSecond: count / seconds, p50: share(times, 0.5), p99: share(times, 0.99) };
}

/** Cases spread over all there are, so that the database is read everywhere. */
const spread = (n: number): number => (n * 7_919) % ids.length;

const done = new Set<number>();

/** As many cases as get an event of each turn, none of which got any before. */
function fresh(): number[] {
  const chosen: number[] = [];
  for (let n = 0; n < ids.length && chosen.length < measured / turns.length; n += 1) {
    const place = spread(n);
    if (!done.has(place)) chosen.push(place);
    done.add(place);
  }
  return chosen;
}

/** What happens first in a case; the last of it is told to the own physician. */
const turns = [
  (n: number) => ({ type: 'instrument.discussed', by: ownOf(n).id, on: today, advised: 'secondOpinion' }),
  (n: number) => ({ type: 'adviceInForce.explained', by: ownOf(n).id, on: today }),
  (n: number) => ({ type: 'request.honoured', by: ownOf(n).id, on: today }),
  (n: number) => ({ type: 'physicians.chosen', by: employeeOf(n), on: today, first: 'physician-first' }),
];

async function events(hosts: Running[]): Promise<Figures> {
  const cases = fresh();
  await knownFrom(cases.flatMap((place) => [employeeOf(place), ownOf(place).id]));
  return measure(hosts, cases.length * turns.length, async (host, n) => {
    const place = cases[n % cases.length] ?? 0;
    const event = turns[Math.floor(n / cases.length)]?.(place);
    return (await world.send(host, event?.by ?? '', `/cases/${ids[place]}/events`, event)).status;
  });
}

const views = (hosts: Running[], count: number) =>
  measure(hosts, count, async (host, n) => {
    const place = spread(n);
    return (await world.ask(host, ownOf(place).id, `/cases/${ids[place]}/as/ownPhysician/view`)).status;
  });

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

console.log(
  `${availableParallelism()} cores, Node ${process.version}, a load of ${loadavg()[0]?.toFixed(1)} before; ${together} requests at a time, ${measured} of each kind`,
);
console.log(
  '  open cases   on disk   start   opened/s   events/s   p50 ms   p99 ms   CPU ms   views/s   p50 ms   p99 ms   CPU ms',
);
const starting = () => Promise.all(Array.from({ length: load.hosts }, () => world.start({ HOST_EVERY })));

for (const size of sizes) {
  const first = await starting();
  const opened = await load.open(world, first, ids.length, size);
  await world.delivered();
  for (const host of first) await host.stop();
  const began = performance.now();
  const hosts = await starting();
  const started = performance.now() - began;
  progress(`measuring with ${size} open cases`);
  await views(hosts, 500);
  const figures = [await events(hosts), await views(hosts, measured)];
  await world.delivered();
  const cells = [
    size.toLocaleString('en').padStart(12),
    (name.startsWith('postgres') ? '–' : `${(sizeOf(world.folder) / 1_048_576).toFixed(0)} MB`).padStart(9),
    `${(started / 1_000).toFixed(1)} s`.padStart(7),
    (opened?.toFixed(0) ?? '–').padStart(10),
    ...figures.flatMap(({ perSecond, p50, p99, cpu }) => [
      perSecond.toFixed(0).padStart(10),
      p50.toFixed(1).padStart(8),
      p99.toFixed(1).padStart(8),
      cpu.toFixed(2).padStart(8),
    ]),
  ];
  progress('');
  console.log(cells.join(' '));
  for (const host of hosts) await host.stop();
}
await world.end();
console.log(styleText('green', 'Done.'));
