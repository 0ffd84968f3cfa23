// Moves the cases of a host over SQLite to Restate: npm run host:restate:move -- [its data folder]. That host must have stopped.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, styleText } from 'node:util';
import { databaseIn } from '../host/host.ts';
import { printingMailRoom } from '../host/mail-room.ts';
import type { Alarm, Letter } from '../host/store.ts';
import { call } from './door.ts';
import { startHost } from './host.ts';
import type { Answered, Logged, Moved } from './objects.ts';
import { clock, settings } from './settings.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const from = positionals[0] ?? '.data/host';
const together = 8;

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}

// The same keys: so tokens hold, and a letter that went out before does not go out under a second key.
const [oldKeys, newKeys] = [join(from, 'keys.json'), join(settings.folder, 'keys.json')];
if (!existsSync(oldKeys)) stop(`There is no host in ${from}.`);
mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
if (!existsSync(newKeys)) copyFileSync(oldKeys, newKeys);
if (readFileSync(newKeys, 'utf8') !== readFileSync(oldKeys, 'utf8'))
  stop(`${settings.folder} has keys of its own: move to a folder in which no host has started yet.`);

const database = new DatabaseSync(databaseIn(from), { readOnly: true });
const ids = database
  .prepare('select id from "case" order by id')
  .all()
  .map(({ id }) => String(id));
const of = {
  log: database.prepare(
    'select how, json as event, recorded_at as recordedAt from event where case_id = ? order by revision',
  ),
  answers: database.prepare('select recorder, key, request, body from answer where case_id = ?'),
  raised: database.prepare(
    'select term, role, on_day as onDay, complaint, raised_at as raisedAt from alarm where case_id = ? and raised_at is not null',
  ),
};
/** The id of a letter begins with that of its case. */
const letters = new Map<string, Letter[]>();
for (const { id, letter } of database.prepare('select id, letter from outbox where delivered_at is null').all()) {
  const caseId = String(id).split(':')[0] ?? '';
  letters.set(caseId, [...(letters.get(caseId) ?? []), { id: String(id), letter: JSON.parse(String(letter)) }]);
}

const movedOf = (id: string): Moved => ({
  log: of.log.all(id).map((entry) => ({ ...entry, event: JSON.parse(String(entry.event)) })) as unknown as Logged[],
  answers: of.answers.all(id) as unknown as Answered[],
  raised: of.raised.all(id) as unknown as (Alarm & { raisedAt: string })[],
  letters: letters.get(id) ?? [],
});

process.env.HOST_DELIVER_TO ??= await printingMailRoom();
const host = await startHost().catch((error: Error) => stop(error.message));

const counts = { taken: 0, there: 0, unreadable: 0 };
let done = 0;
const carry = async (): Promise<void> => {
  for (let id = ids[done++]; id; id = ids[done++]) {
    const body = { ...movedOf(id), at: clock.now().toISOString() };
    let became: keyof typeof counts | null = null;
    while (!became) {
      // What was taken before an answer came is found there at the next attempt.
      became = (await call('case', id, 'takeOver', body).catch(() => wait(100, null))) as keyof typeof counts | null;
    }
    counts[became] += 1;
    if (became === 'unreadable') console.log(`${id}: its log cannot be replayed`);
    if (process.stderr.isTTY) process.stderr.write(`\r${Math.min(done, ids.length)} of ${ids.length} cases`);
  }
};
await Promise.all(Array.from({ length: together }, carry));
await host.stop();
database.close();

console.log(
  `${ids.length} cases: ${styleText('green', `${counts.taken} moved`)}, ${counts.there} there already, ${counts.unreadable} not readable`,
);
process.exit(counts.unreadable > 0 ? 1 : 0);
