import { isDeepStrictEqual, styleText } from 'node:util';
import { parseCase, replay } from 'lpbso-second-opinion';
import { keptWith } from './cases.ts';
import type { Terminal } from './said.ts';
import type { Access, Alarm, Kept, Store, Stored } from './store.ts';

/** A case against the replay of its log. */
interface Compared {
  /** The case as it was read; none where there is only a log. */
  read: Stored | undefined;
  events: number;
  /** What is not as the log says. */
  found: string[];
  /** What would be right; null where the log itself cannot be replayed. */
  right: Kept | null;
}

const asText = (access: Access[]) => access.map(({ person, role, mandate }) => `${person} ${role} ${mandate}`).sort();
const nameOf = ({ term, role, onDay, complaint }: Alarm) => [term, role, onDay, complaint].join(' ');

async function logOf(store: Store, id: string): Promise<unknown[] | null> {
  try {
    return (await store.log(id)).map(({ event }) => event);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function comparedOnce(store: Store, id: string): Promise<Compared> {
  const read = await store.case(id);
  if (!read) return { read, events: 0, found: ['it has a log and no case'], right: null };
  const log = await logOf(store, id);
  if (!log) return { read, events: 0, found: ['the log cannot be read'], right: null };
  const [opening, ...events] = log;
  // What `advance` took, `record` takes in the same way: so one replay serves logs of both.
  const replayed = replay(opening, events, 'record');
  if (!replayed.ok) return { read, events: log.length, found: [`the log stops at ${replayed.at + 1}`], right: null };
  const right = keptWith(replayed.case);
  const found: string[] = [];
  try {
    if (!isDeepStrictEqual(parseCase(JSON.parse(read.json)), right.current)) found.push('the case differs');
  } catch {
    found.push('the case cannot be read');
  }
  if (read.overdueFrom !== right.overdueFrom) found.push('its term differs');
  if (read.endedOn !== right.endedOn) found.push('the day it ended differs');
  if (!isDeepStrictEqual(asText(await store.accessTo(id)), asText(right.access))) found.push('who may see it differs');
  const alarms = await store.alarmsOf(id);
  const known = new Set(alarms.map(nameOf));
  const due = new Set(right.alarms.map(nameOf));
  // One that was raised stays, also where it is due no more.
  if (
    right.alarms.some((alarm) => !known.has(nameOf(alarm))) ||
    alarms.some((each) => !each.raisedAt && !due.has(nameOf(each)))
  )
    found.push('its alarms differ');
  return { read, events: log.length, found, right };
}

/** A case that a host goes on with meanwhile is looked at again. */
export async function compared(store: Store, id: string): Promise<Compared> {
  for (;;) {
    const once = await comparedOnce(store, id);
    if (once.found.length === 0 || isDeepStrictEqual(once.read, await store.case(id))) return once;
  }
}

/** Compares every case with the replay of its log, and on demand puts what follows from the log in its place. Says whether all is well. */
export async function replayAll(store: Store, isRebuilding: boolean, { say, complain }: Terminal): Promise<boolean> {
  const total = await store.count();
  const started = performance.now();
  let [done, events, different, rebuilt] = [0, 0, 0, 0];

  const progress = () => {
    const bar = '█'.repeat(total === 0 ? 30 : Math.round((Math.min(done, total) / total) * 30)).padEnd(30, '░');
    const line = `${bar} ${done} of ${total} cases, ${events} events, ${different} different`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
    else complain(line);
  };
  const look = async (id: string) => {
    const { read, found, right, events: length } = await compared(store, id);
    events += length;
    if (found.length === 0) return;
    different += 1;
    say(`${id}: ${found.join(', ')}`);
    if (isRebuilding && read && right && (await store.rebuild(read, right)) === 'taken') rebuilt += 1;
  };

  for (const id of await store.withoutCase()) await look(id);
  for (let ids = await store.idsAfter(''); ids.length > 0; ids = await store.idsAfter(ids.at(-1) ?? '')) {
    for (const id of ids) {
      await look(id);
      done += 1;
      if (done % (process.stderr.isTTY ? 50 : 1_000) === 0) progress();
    }
  }
  progress();
  if (process.stderr.isTTY) process.stderr.write('\n');

  const seconds = (performance.now() - started) / 1_000;
  const verdict =
    different === 0
      ? styleText('green', 'every case equals the replay of its log')
      : styleText('red', `${different} differ${isRebuilding ? `, ${rebuilt} rebuilt from their logs` : ''}`);
  say(
    `${done} cases, ${events} events in ${seconds.toFixed(1)} s (${Math.round(events / seconds)} a second): ${verdict}`,
  );
  return different === rebuilt;
}
