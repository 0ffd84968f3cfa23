// Moves the cases of a host over SQLite or Postgres to Restate: node examples/host-restate/move.ts [its data folder, or the URL of its
// database], with the environment of a service. Neither that host nor any service runs meanwhile: this one does the work of the objects,
// and opens no door. What was corrected before is moved as it counts now; the log as it was before stays where it was.
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, styleText } from 'node:util';
import { pino } from 'pino';
import { hold, opened } from '../host/opened.ts';
import { saidInOneLine } from '../host/said.ts';
import { NotSetUp } from '../host/settings.ts';
import { databaseIn } from '../host/sqlite.ts';
import type { Alarm, Line } from '../host/store.ts';
import { keptAt } from './access-log.ts';
import type { Moved } from './case.ts';
import { serveObjects } from './host.ts';
import { FileRegister } from './register.ts';
import { callerOf, makeKnown, Unavailable } from './restate.ts';
import { settingsIn } from './settings.ts';

const from = parseArgs({ allowPositionals: true }).positionals[0] ?? '.data/host';
const place = { HOST_DATA: from, DATABASE_URL: /^postgres(ql)?:/.test(from) ? from : undefined, HOST_MOST_PAGES: 0 };
const together = 8;
const page = 500;

function stop(error: unknown): never {
  console.error(saidInOneLine(error));
  process.exit(1);
}

process.umask(0o077);
const settings = (() => {
  try {
    return settingsIn(process.env);
  } catch (error) {
    return stop(error);
  }
})();
const deliverTo = settings.HOST_DELIVER_TO ?? stop(new NotSetUp('HOST_DELIVER_TO is missing: who takes the letters?'));
if (!place.DATABASE_URL && !existsSync(databaseIn(from))) stop(new NotSetUp(`There is no host in ${from}.`));
const door = await hold(place, true).catch(stop);
const store = await opened(place).catch(stop);
const { database } = store;

const ids = (
  await database.all<{ id: string }>('select id from "case" union select case_id as id from event order by 1')
).map(({ id }) => id);

/** All lines of a case, or of none. */
async function linesOf(caseId: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (let after = 0, found = await store.lines({ caseId }, after, page); found.length > 0; ) {
    lines.push(...found.map(({ seq: _, ...line }) => line));
    after = found.at(-1)?.seq ?? after;
    found = await store.lines({ caseId }, after, page);
  }
  return lines;
}

/** A row that is damaged makes its own case unreadable, and no other. */
async function movedOf(id: string): Promise<Moved | 'unreadable' | 'unsettled'> {
  const owed = await database.all('select 1 from amends where case_id = $1 and settled_at is null limit 1', id);
  if (owed.length > 0) return 'unsettled';
  const answers = await database.all<Moved['answers'][number] & { within: string }>(
    'select within, recorder, key, request from answer where case_id = $1',
    id,
  );
  const letters = await database.all<{ id: string; key: string; letter: string | null; waits: number }>(
    'select id, key, letter, case when delivered_at is null then 1 else 0 end as waits from outbox where case_id = $1 order by seq',
    id,
  );
  try {
    return {
      log: await store.log(id),
      answers: answers.map(({ within, ...answer }) => ({ ...answer, isOpening: within !== id })),
      raised: await database.all<Alarm & { raisedAt: string }>(
        `select term, role, on_day as "onDay", complaint, raised_at as "raisedAt" from alarm
         where case_id = $1 and raised_at is not null`,
        id,
      ),
      // One that was given up is tried again.
      letters: letters.map(({ waits, letter, ...each }) => ({
        ...each,
        letter: waits ? JSON.parse(String(letter)) : null,
        isWaiting: waits === 1,
      })),
      lines: await linesOf(id),
    };
  } catch {
    return 'unreadable';
  }
}

const log = pino({ base: null, level: 'warn' });
const register = new FileRegister(settings.HOST_PEOPLE, log);
const objects = await serveObjects(settings, { register, deliverTo, log }).catch((error: Error) =>
  stop(new NotSetUp(`${error.message}: a service is running, stop it first.`)),
);
if (settings.RESTATE_ADMIN) await makeKnown(settings.RESTATE_ADMIN, settings.HOST_SERVICE_URL);
const call = callerOf(settings.RESTATE_INGRESS, settings.HOST_PATIENCE);

/** Until it is done: what was taken before an answer came is found there at the next attempt. */
async function insist(object: string, key: string, handler: string, body: unknown): Promise<unknown> {
  for (;;) {
    try {
      return await call(object, key, handler, body);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await wait(100);
    }
  }
}

const counts = { taken: 0, there: 0, differs: 0, unreadable: 0, unsettled: 0 };
type Outcome = keyof typeof counts;

const why: Partial<Record<Outcome, string>> = {
  differs: 'another case is there under its id',
  unreadable: 'its log cannot be replayed',
  unsettled: 'somebody has yet to see to what a correction owes people',
};

let done = 0;
const porter = async (): Promise<void> => {
  for (let id = ids[done++]; id; id = ids[done++]) {
    const moved = await movedOf(id);
    const became = typeof moved === 'string' ? moved : ((await insist('case', id, 'takeOver', moved)) as Outcome);
    counts[became] += 1;
    if (why[became]) console.log(`${id}: ${why[became]}`);
    if (process.stderr.isTTY) process.stderr.write(`\r${Math.min(done, ids.length)} of ${ids.length} cases`);
  }
};
await Promise.all(Array.from({ length: together }, porter));
const ofNoCase = new Map<string, Line[]>();
for (const line of await linesOf('')) ofNoCase.set(keptAt(line), [...(ofNoCase.get(keptAt(line)) ?? []), line]);
for (const [key, lines] of ofNoCase) await insist('accessLog', key, 'add', lines);
await objects.stop();
await database.close();
await door.release();

const { taken, there, ...not } = counts;
console.log(
  `${ids.length} cases: ${styleText('green', `${taken} moved`)}, ${there} there already, ${not.differs} different, ${not.unreadable} not readable, ${not.unsettled} not settled`,
);
process.exit(Object.values(not).some(Boolean) ? 1 : 0);
