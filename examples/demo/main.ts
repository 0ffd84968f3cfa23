// Tells the case logs in examples/cases, or a log of one's own: npm run demo -- [log.json] [--lang en] [--for employee] [--record]
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import {
  type Case,
  type Outcome,
  openCase,
  payer,
  type Replay,
  type Role,
  replay,
  summaryFor,
  timelineFor,
} from 'lpbso-second-opinion';
import { clauseTexts } from '../clause-texts.ts';
import { languages, localeNamed, locales } from '../languages.ts';
import { corrected, isLog, type Log } from '../log.ts';

type Reader = Role | 'host';
type No = Extract<Outcome, { ok: false }>;

const ui = {
  nl: {
    now: 'Nu',
    waits: 'Aan zet',
    tells: 'Bericht',
    term: 'Termijn',
    under: 'Grond',
    end: 'Slot',
    pays: 'Kosten',
    asked: 'Mag dit? Tot de eerste stap die niet mag:',
    done: 'Zo ging het, met de afwijkingen:',
    wrong: 'Zoals het eerst was ingevoerd:',
    right: 'Opnieuw, met de verbeterde dag:',
    no: 'Niet opgenomen',
    malformed: 'dit is geen gebeurtenis die kan worden opgenomen',
    unexpected: 'dit past niet in deze stap',
    notAllowed: 'hier staat in de weg',
    nothing: 'Voor deze lezer is er geen verhaal.',
  },
  en: {
    now: 'Now',
    waits: 'To act',
    tells: 'Notice',
    term: 'Term',
    under: 'Under',
    end: 'End',
    pays: 'Costs',
    asked: 'May this be done? Up to the first act that may not:',
    done: 'As it happened, with the deviations:',
    wrong: 'As it was first entered:',
    right: 'Again, with the day corrected:',
    no: 'Not taken',
    malformed: 'this is no event that can be taken',
    unexpected: 'this does not belong in this step',
    notAllowed: 'what stands in the way',
    nothing: 'There is no story for this reader.',
  },
};

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'nl' },
        for: { type: 'string', default: 'host' },
        record: { type: 'boolean' },
      },
    });
    const { for: reader, record = false } = values;
    const lang = localeNamed(values.lang) ?? fail(`--lang takes ${locales.join(' or ')}.`);
    const { roles } = languages[lang];
    if (reader !== 'host' && !(reader in roles)) fail(`--for takes host, ${Object.keys(roles).join(', ')}.`);
    if (positionals.length > 1) fail('One log at a time, please.');
    return { lang, reader: reader as Reader, record, path: positionals[0] };
  } catch (error) {
    return fail((error as Error).message);
  }
}

function readLog(path: string): Log {
  let log: unknown;
  try {
    log = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    fail(`${path}: ${error instanceof SyntaxError ? 'this is not JSON.' : 'this file cannot be read.'}`);
  }
  if (!isLog(log)) return fail(`${path}: a log is an object with an "opening" and a list of "events".`);
  const opened = openCase(log.opening);
  if (!opened.ok && opened.reason === 'malformed')
    fail(`${path}: opening: ${opened.issues.map(({ path, message }) => `${path || 'it'} ${message}`).join('; ')}.`);
  return log;
}

const { lang, reader, record, path } = readArguments();
const words = languages[lang];
const say = ui[lang];
const width = Math.max(
  ...Object.values(say)
    .filter((text) => text.length < 12)
    .map((text) => text.length),
);

const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(words.locale, {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));

const columns = Math.min(Math.max(process.stdout.columns ?? 120, 60), 140);

/** Breaks a text at spaces; every further line starts under the first. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length + 1 > columns - indent) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

const line = (name: string, texts: string[]): void => {
  for (const [at, text] of texts.entries())
    console.log(`    ${styleText('dim', (at === 0 ? name : '').padEnd(width + 2))}${wrapped(text, width + 6)}`);
};

const cited = (ids: { id: string; rank: keyof typeof words.ranks }[]): string =>
  ids
    .map(({ id, rank }, at) => (ids[at - 1]?.rank === rank ? id : `${at > 0 ? '· ' : ''}${words.ranks[rank]} ${id}`))
    .join(' ');

/** Says of each turn what was done, and of where the case stands only what has changed. */
function tell({ opening }: Log, events: unknown[]): void {
  const entries = timelineFor(opening, events, reader, words);
  if (entries.length === 0) console.log(`  ${say.nothing}`);
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    const changed = (name: 'waitsOn' | 'terms'): string[] =>
      before?.[name].join() === entry[name].join() ? [] : entry[name];
    const recorded = entry.recordedBy ? ` (${words.words.recordedBy} ${entry.recordedBy})` : '';
    const details = entry.details.length > 0 ? ` – ${entry.details.join('; ')}` : '';
    console.log(`\n  ${styleText('bold', dayOf(entry.on))}  ${wrapped(`${entry.done}${recorded}.${details}`, 19)}`);
    for (const deviation of entry.deviations) console.log(`    ${styleText('yellow', `! ${deviation}`)}`);
    line(say.now, before?.stands === entry.stands ? [] : [entry.stands]);
    line(say.waits, changed('waitsOn'));
    line(say.tells, entry.told);
    line(say.term, changed('terms'));
    line(say.under, entry.clauses.length > 0 ? [cited(entry.clauses)] : []);
  }
}

function tellNo(event: unknown, no: No): void {
  const { type, on, by } = (event ?? {}) as Record<string, unknown>;
  const what =
    typeof type === 'string' && type in words.events ? words.events[type as keyof typeof words.events].title : '?';
  console.log(
    `\n  ${styleText('bold', typeof on === 'string' ? on : '')}  ${styleText('red', `${say.no}: ${what} (${by})`)}; ${say[no.reason]}:`,
  );
  if (no.reason === 'malformed')
    for (const { path, message } of no.issues) console.log(`    × ${path || '.'}: ${message}`);
  if (no.reason === 'unexpected') console.log(`    × ${words.steps[no.step].sentence}`);
  if (no.reason === 'notAllowed')
    for (const { norm, clauses: ids, rank } of no.unmet) {
      console.log(`    × ${words.norms[norm].unmet} (${words.ranks[rank]}: ${ids.join(' ')})`);
      console.log(styleText('dim', `      ${wrapped(ids[0] ? clauseTexts[lang][ids[0]] : '', 6)}`));
    }
}

function tellEnd(current: Case): void {
  console.log(`\n  ${styleText('bold', say.end)}  ${summaryFor(current, reader, words)}`);
  const costs = current.file.engagement !== null || payer(current).payer === 'nobody';
  if (reader === 'host' && costs)
    console.log(`  ${styleText('bold', say.pays)}  ${words.payers[payer(current).payer]}`);
}

/** Tells a log up to its end or to the first no; answers whether it came to its end. */
function tellAll(log: Log, events: unknown[], how: 'advance' | 'record'): boolean {
  const told: Replay = replay(log.opening, events, how);
  tell(log, told.ok ? events : events.slice(0, Math.max(told.at, 0)));
  if (told.ok) tellEnd(told.case);
  else if (reader === 'host') tellNo(told.at < 0 ? log.opening : events[told.at], told.outcome as No);
  return told.ok;
}

if (path !== undefined) {
  const log = readLog(path);
  process.exitCode = tellAll(log, log.events, record ? 'record' : 'advance') ? 0 : 1;
} else {
  const folder = new URL('../cases/', import.meta.url);
  for (const [at, name] of readdirSync(folder).sort().entries()) {
    const log: Log = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    console.log(
      `\n${styleText('bold', styleText('underline', `${at + 1}. ${log.title?.[lang]}`))}\n${wrapped(log.about?.[lang] ?? '', 0)}`,
    );
    if (log.brokeTheRules && !record) {
      console.log(`\n${say.asked}`);
      tellAll(log, log.events, 'advance');
      console.log(`\n${say.done}`);
    }
    if (log.correction) {
      console.log(`\n${say.wrong}`);
      tellAll(log, log.events, 'advance');
      console.log(`\n${say.right}`);
    }
    if (!tellAll(log, corrected(log), log.brokeTheRules || record ? 'record' : 'advance')) process.exitCode = 1;
  }
}
