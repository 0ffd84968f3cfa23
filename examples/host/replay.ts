// Replays every log in the database and compares: npm run host:replay -- [data folder] [--rebuild]
import { isDeepStrictEqual, parseArgs, styleText } from 'node:util';
import { deadlines, parseCase, replay } from 'lpbso-second-opinion';
import { keptWith } from './cases.ts';
import { databaseIn } from './host.ts';
import { type Kept, Store } from './store.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rebuild: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? process.env.HOST_DATA ?? '.data/host';
const store = new Store(databaseIn(folder), { readOnly: !values.rebuild });
const complaintHandlers = store.complaintHandlers();

const asText = (access: Kept['access']) => access.map(({ person, role }) => `${person} ${role}`).sort();

/** What is not as the log says, with what would be right; null where the log itself cannot be replayed. */
function compare(id: string, log: unknown[]): { found: string[]; right: Kept | null } {
  const [opening, ...events] = log;
  // What `advance` took, `record` takes in the same way: so one replay serves logs of both.
  const replayed = replay(opening, events, 'record');
  if (!replayed.ok) return { found: [`the log stops at ${replayed.at + 1}`], right: null };
  const right = keptWith(replayed.case, deadlines(replayed.case), complaintHandlers);
  const stored = store.case(id);
  const found: string[] = [];
  try {
    if (!isDeepStrictEqual(parseCase(JSON.parse(stored?.json ?? '')), right.current)) found.push('the case differs');
  } catch {
    found.push('the case cannot be read');
  }
  if (stored?.overdueFrom !== right.overdueFrom) found.push('its term differs');
  if (!isDeepStrictEqual(asText(store.accessTo(id)), asText(right.access))) found.push('who may see it differs');
  return { found, right };
}

const total = store.count();
const started = performance.now();
let [done, events, different, rebuilt] = [0, 0, 0, 0];

function progress(): void {
  const bar = '█'.repeat(total === 0 ? 30 : Math.round((done / total) * 30)).padEnd(30, '░');
  const line = `${bar} ${done} of ${total} cases, ${events} events, ${different} different`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}

for (let ids = store.idsAfter(''); ids.length > 0; ids = store.idsAfter(ids.at(-1) ?? '')) {
  for (const id of ids) {
    const read = store.case(id);
    const log = store.log(id);
    const { found, right } = compare(id, log);
    if (found.length > 0) {
      different += 1;
      console.log(`${id}: ${found.join(', ')}`);
      if (values.rebuild && read && right && store.rebuild(read, right) === 'taken') rebuilt += 1;
    }
    done += 1;
    events += log.length;
    if (done % (process.stderr.isTTY ? 50 : 1_000) === 0) progress();
  }
}
progress();
if (process.stderr.isTTY) process.stderr.write('\n');
store.close();

const seconds = (performance.now() - started) / 1_000;
const verdict =
  different === 0
    ? styleText('green', 'every case equals the replay of its log')
    : styleText('red', `${different} differ${values.rebuild ? `, ${rebuilt} rebuilt from their logs` : ''}`);
console.log(
  `${done} cases, ${events} events in ${seconds.toFixed(1)} s (${Math.round(events / seconds)} a second): ${verdict}`,
);
process.exitCode = different > rebuilt ? 1 : 0;
