// Tells a case of examples/cases or a log of one's own, in one screen or with all there is to it: npm run demo -- --help
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import {
  type Case,
  type How,
  openCase,
  payer,
  type Refusal,
  type Replay,
  type Role,
  replay,
} from 'lpbso-second-opinion';
import { summaryFor, type TimelineEntry, timelineFor } from 'lpbso-second-opinion/words';
import { clauseTexts } from '../clause-texts.ts';
import { languages, localeNamed, locales, wordsFor } from '../languages.ts';
import { corrected, isLog, type Log } from '../log.ts';
import { readerIn } from '../readers.ts';

type Reader = Role | 'host';

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
    against: '(!) ging tegen een regel in; met --full staat erbij welke.',
    others: 'De andere zaken; vertel er een met zijn nummer, zoals npm run demo --',
    help: `npm run demo -- [nummer of log.json] [keuzen]

Vertelt een zaak uit examples/cases, of een log van uzelf. Zonder nummer: de drie
zaken die het meest laten zien, en een lijst van de andere.

  --lang nl|en   in welke taal
  --for ROL      wat die rol ervan leest, zoals employee of ownPhysician; anders host
  --full         met alles wat mag, de berichten, de termijnen, de grond en elke regel
  --record       volg ook wat tegen de regels is gedaan
  --help         dit`,
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
    against: '(!) was against a rule; --full says which.',
    others: 'The other cases; tell one by its number, as in npm run demo --',
    help: `npm run demo -- [number or log.json] [options]

Tells a case of examples/cases, or a log of your own. Without a number: the three
cases that show most, and a list of the others.

  --lang nl|en   in which language
  --for ROLE     what that role reads of it, such as employee or ownPhysician; else host
  --full         with all that is possible, the notices, terms, grounds and every rule
  --record       also follow what was done against the rules
  --help         this`,
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
        full: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { for: reader, record = false, full = false, help = false } = values;
    const lang = localeNamed(values.lang) ?? fail(`--lang takes ${locales.join(' or ')}.`);
    const { roles } = languages[lang];
    if (reader !== 'host' && !(reader in roles)) fail(`--for takes host, ${Object.keys(roles).join(', ')}.`);
    if (positionals.length > 1) fail('One log at a time, please.');
    return { lang, reader: reader as Reader, record, full, help, asked: positionals[0] };
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

const { lang, reader, record, full, help, asked } = readArguments();
const words = wordsFor(lang, reader);
const say = ui[lang];
const width = Math.max(...[say.now, say.waits, say.tells, say.term, say.under].map((text) => text.length));

const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(words.locale, {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));

const columns = full ? Math.min(Math.max(process.stdout.columns ?? 120, 60), 140) : 80;

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

const line = (name: string, texts: readonly string[]): void => {
  for (const [at, text] of texts.entries())
    console.log(`    ${styleText('dim', (at === 0 ? name : '').padEnd(width + 2))}${wrapped(text, width + 6)}`);
};

const cited = (ids: readonly { id: string; rank: keyof typeof words.ranks }[]): string =>
  ids
    .map(({ id, rank }, at) => (ids[at - 1]?.rank === rank ? id : `${at > 0 ? '· ' : ''}${words.ranks[rank]} ${id}`))
    .join(' ');

const storyOf = (opening: unknown, events: unknown[], current: Case | null): readonly TimelineEntry[] =>
  current ? timelineFor(opening, events, readerIn(current, reader), words).entries : [];

/** Says of each turn what was done, and of where the case stands only what has changed. */
function tell({ opening }: Log, events: unknown[], current: Case | null): void {
  const entries = storyOf(opening, events, current);
  if (entries.length === 0) console.log(`  ${say.nothing}`);
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    const changed = (name: 'waitsOn' | 'terms'): readonly string[] =>
      before?.[name].join() === entry[name].join() ? [] : entry[name];
    const recorded = entry.recordedBy ? ` (${words.phrases.recordedBy} ${entry.recordedBy})` : '';
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

function tellNo(event: unknown, no: Refusal): void {
  const { type, on, by } = (event ?? {}) as Record<string, unknown>;
  const what =
    typeof type === 'string' && type in words.events ? words.events[type as keyof typeof words.events].title : '?';
  console.log(
    `\n  ${styleText('bold', typeof on === 'string' ? on : '')}  ${styleText('red', `${say.no}: ${what} (${by})`)}; ${say[no.reason]}:`,
  );
  if (no.reason === 'malformed')
    for (const { path, code, expected = [] } of no.issues)
      console.log(
        `    × ${path || '.'} ${words.issues[code]}${expected.length > 0 ? ` (${expected.join(', ')})` : ''}`,
      );
  if (no.reason === 'unexpected') console.log(`    × ${words.steps[no.step].sentence}`);
  if (no.reason === 'notAllowed')
    for (const { norm, clauses: ids, rank } of no.unmet) {
      console.log(`    × ${words.norms[norm].unmet} (${words.ranks[rank]}: ${ids.join(' ')})`);
      console.log(styleText('dim', `      ${wrapped(ids[0] ? clauseTexts[lang][ids[0]] : '', 6)}`));
    }
}

function tellEnd(current: Case): void {
  console.log(`\n  ${styleText('bold', say.end)}  ${summaryFor(current, readerIn(current, reader), words).sentence}`);
  const costs = current.file.engagement !== null || payer(current).payer === 'nobody';
  if (reader === 'host' && costs)
    console.log(`  ${styleText('bold', say.pays)}  ${words.payers[payer(current).payer]}`);
}

/** The card of a case: where it stands on a line of its own, and two of the other facts beside each other. */
function tellCard(current: Case): void {
  const facts = summaryFor(current, readerIn(current, reader), words).card.map(({ label, value }) => ({
    label,
    value,
  }));
  const [stands, ...others] = facts;
  if (!stands) return;
  console.log(`${styleText('bold', stands.label)}: ${wrapped(stands.value, stands.label.length + 2)}.`);
  const half = columns / 2;
  let held = '';
  for (const { label, value } of others) {
    const fact = `${label}: ${value}`;
    const pair = `${held.padEnd(half)}${fact}`;
    if (held && held.length < half && pair.length <= columns) {
      console.log(pair);
      held = '';
    } else {
      if (held) console.log(held);
      held = fact;
    }
  }
  if (held) console.log(held);
}

const shortDay = (day: string): string =>
  new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(day))
    .padStart(11);

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What a day brought, as one line: what happened, and the one date that matters. */
function tellDay(on: string, entries: readonly TimelineEntry[]): void {
  const last = entries.filter(({ date }) => date).at(-1);
  const told = entries.map((entry) => {
    const against = entry.deviations.length > 0 ? ' (!)' : '';
    return `${entry.brief}${against}${entry === last ? ` – ${entry.date}` : ''}`;
  });
  console.log(`${styleText('bold', shortDay(on))}  ${wrapped([...new Set(told)].map(stopped).join(' '), 13)}`);
}

/** The story that people read: a card, and a line for each day. */
function tellStory({ opening }: Log, events: unknown[], current: Case | null): void {
  const entries = storyOf(opening, events, current);
  if (entries.length === 0) console.log(say.nothing);
  else {
    if (current) {
      tellCard(current);
      console.log();
    }
    const days = [...new Set(entries.map(({ on }) => on))];
    for (const day of days)
      tellDay(
        day,
        entries.filter(({ on }) => on === day),
      );
    if (entries.some(({ deviations }) => deviations.length > 0)) console.log(styleText('yellow', say.against));
  }
}

/** Tells a log up to its end or to the first no; answers whether it came to its end. */
function tellAll(log: Log, events: unknown[], how: How): boolean {
  const told: Replay = replay(log.opening, events, how);
  const taken = told.ok ? events : events.slice(0, Math.max(told.at, 0));
  if (full) tell(log, taken, told.case);
  else tellStory(log, taken, told.case);
  if (told.ok && full) tellEnd(told.case);
  if (!told.ok && reader === 'host') tellNo(told.at < 0 ? log.opening : events[told.at], told.refusal as Refusal);
  return told.ok;
}

const folder = new URL('../cases/', import.meta.url);
const names = readdirSync(folder).sort();
const caseAt = (at: number): Log => JSON.parse(readFileSync(new URL(names[at] ?? '', folder), 'utf8'));

/** Silence and a second preference; the whole way to another physician; and what was done against the rules. */
const showMost = ['02', '06', '18'];

/** Tells a worked case; with `--full` also what stood in the way where it broke the rules, or was entered wrong. */
function tellCase(at: number): boolean {
  const log = caseAt(at);
  const title = styleText('bold', styleText('underline', `${at + 1}. ${log.title?.[lang]}`));
  console.log(`\n${title}\n${wrapped(log.about?.[lang] ?? '', 0)}${full ? '' : '\n'}`);
  const first = log.correction ? say.wrong : say.asked;
  const then = log.correction ? say.right : say.done;
  const twice = full && (log.correction !== undefined || (log.brokeTheRules === true && !record));
  if (twice) {
    console.log(`\n${first}`);
    tellAll(log, log.events, 'advance');
    console.log(`\n${then}`);
  }
  return tellAll(log, corrected(log), log.brokeTheRules || record ? 'record' : 'advance');
}

const number = asked !== undefined && /^\d{1,3}$/.test(asked) ? Number(asked) : null;

if (help) console.log(say.help);
else if (number !== null) {
  if (number < 1 || number > names.length) fail(`The cases are numbered from 1 to ${names.length}.`);
  process.exitCode = tellCase(number - 1) ? 0 : 1;
} else if (asked !== undefined) {
  const log = readLog(asked);
  process.exitCode = tellAll(log, log.events, record ? 'record' : 'advance') ? 0 : 1;
} else {
  const isTold = (name: string) => full || showMost.some((start) => name.startsWith(start));
  for (const [at, name] of names.entries()) if (isTold(name) && !tellCase(at)) process.exitCode = 1;
  const others = [...names.entries()].filter(([, name]) => !isTold(name)).map(([at]) => at);
  if (others[0] !== undefined) console.log(`\n${say.others} ${others[0] + 1}:`);
  for (const at of others) console.log(`${String(at + 1).padStart(4)}. ${caseAt(at).title?.[lang]}`);
}
