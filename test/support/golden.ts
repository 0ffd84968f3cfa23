import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getNextTransitions } from 'xstate';
import type {
  advance,
  Case,
  Deadline,
  deadlines,
  expectedEvents,
  Notice,
  Outcome,
  openCase,
  payer,
  record,
  secondOpinionMachine,
  Unmet,
  waitingOn,
} from '../../src/index.js';
import type { StateMeta } from '../../src/machine.js';

// Nothing of `src` but types: the histories are told to any library, also to one that was changed.

/** What a history is told to. */
export interface Library {
  openCase: typeof openCase;
  advance: typeof advance;
  record: typeof record;
  deadlines: typeof deadlines;
  expectedEvents: typeof expectedEvents;
  waitingOn: typeof waitingOn;
  payer: typeof payer;
  secondOpinionMachine: typeof secondOpinionMachine;
}

export type How = 'advance' | 'record';

/** A history as it is written: an event that is refused is followed by the next as if it had not come. */
export interface HistoryTold {
  name: string;
  how: How;
  opening: Record<string, unknown>;
  events: Record<string, unknown>[];
}

/** What a host would store or act on. */
export type Answer =
  | {
      /** Where the case stands, how many events it took, and a hash that is the same for the same case, whole. */
      stands: string;
      clauses: string;
      notices?: string[];
      /** The terms that run and those who are waited for, where they are not as they were. */
      deadlines?: string[];
      waiting?: string[];
      deviations?: string[];
      /** The events that were not expected before and are now, and the other way round. */
      opens?: string;
      closes?: string;
      /** What is not as it was in the file, by its place there. */
      file?: Record<string, unknown>;
    }
  | { no: string; unmet?: string[]; expected?: string; issues?: string[] };

/** Where a history ends: what is kept of it, and what may follow. */
export interface End {
  case: Case;
  expected: string[];
  payer: string;
  /** What the chart says of the step: of the leaves, and of the states around them. */
  chart: string[];
}

/** A history with all its answers, as it lies in `test/golden`. */
export interface Golden {
  name: string;
  how: How;
  opening: Record<string, unknown>;
  opened: Answer;
  turns: { event: Record<string, unknown>; answer: Answer }[];
  end: End;
}

const cited = (clauses: string[]): string => `(${clauses.join(' ')})`;

const unmetLine = ({ norm, rank, clauses }: Unmet): string => `${norm} ${rank} ${cited(clauses)}`;

const noticeLine = ({ id, from, to, about, clauses }: Notice): string =>
  `${from} → ${to.role} ${to.id}: ${about} ${cited(clauses)} ${id}`;

const deadlineLine = ({ term, owner, clauses, dueOn, overdueFrom, alarmOn, certainty }: Deadline): string =>
  [
    `${term} of ${owner} ${cited(clauses)}`,
    ...(dueOn ? [`due ${dueOn}`] : []),
    ...(overdueFrom ? [`overdue from ${overdueFrom}`] : []),
    ...(alarmOn ? [`alarm ${alarmOn}`] : []),
    certainty,
  ].join(', ');

const some = <Name extends string, Value extends string | unknown[] | object>(name: Name, value: Value) =>
  ((Array.isArray(value) || typeof value === 'string' ? value.length : Object.keys(value).length)
    ? { [name]: value }
    : {}) as { [Key in Name]?: Value };

/** The events that are expected, each once, in the order of the procedure. */
const typesExpected = (current: Case | null, library: Library): string[] =>
  current ? [...new Set(library.expectedEvents(current).map(({ type }) => type))] : [];

const waitingLines = (current: Case, library: Library): string[] =>
  library
    .waitingOn(current)
    .map((waiting) => `${waiting.role} ${waiting.person} for ${waiting.for.join(' ')} since ${waiting.since}`);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is another than it was, by its place. */
const changed = (before: unknown, after: unknown, place: string[] = []): [string, unknown][] => {
  if (same(before, after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [[place.join('.'), after]];
  return Object.entries(after).flatMap(([part, value]) => changed(before[part], value, [...place, part]));
};

const hashOf = (current: Case): string =>
  createHash('sha256').update(JSON.stringify(current)).digest('hex').slice(0, 12);

const standingLine = (current: Case): string =>
  [
    `${current.step} since ${current.since}`,
    ...(current.complaints === 'none' ? [] : [`complaints ${current.complaints}`]),
    `revision ${current.revision}`,
    hashOf(current),
  ].join(', ');

const unlessSame = <Name extends string>(name: Name, were: string[], are: string[]) =>
  (same(were, are) ? {} : { [name]: are }) as { [Key in Name]?: string[] };

/** What came of an event, in the words of the files. */
export function answerOf(outcome: Outcome, before: Case | null, library: Library): Answer {
  if (outcome.ok) {
    const { case: after, notices, deadlines, clauses, deviations } = outcome;
    const [were, are] = [typesExpected(before, library), typesExpected(after, library)];
    return {
      stands: standingLine(after),
      clauses: clauses.join(' '),
      ...some('notices', notices.map(noticeLine)),
      ...unlessSame(
        'deadlines',
        before ? library.deadlines(before).map(deadlineLine) : [],
        deadlines.map(deadlineLine),
      ),
      ...unlessSame('waiting', before ? waitingLines(before, library) : [], waitingLines(after, library)),
      ...some(
        'deviations',
        deviations.map((deviation) => `${unmetLine(deviation)} ${deviation.event} by ${deviation.by} ${deviation.on}`),
      ),
      ...some('opens', before ? are.filter((type) => !were.includes(type)).join(' ') : ''),
      ...some('closes', were.filter((type) => !are.includes(type)).join(' ')),
      ...(before ? some('file', Object.fromEntries(changed(before.file, after.file))) : {}),
    };
  }
  if (outcome.reason === 'notAllowed') return { no: outcome.reason, unmet: outcome.unmet.map(unmetLine) };
  if (outcome.reason === 'unexpected')
    return { no: `${outcome.reason} in ${outcome.step}`, expected: outcome.expected.join(' ') };
  return { no: outcome.reason, issues: outcome.issues.map(({ path, message }) => `${path}: ${message}`) };
}

const metaLine = (state: string, { clauses, term, waitsOn }: StateMeta): string =>
  [
    `${state} ${cited(clauses)}`,
    ...(term ? [`term ${term}`] : []),
    ...Object.entries(waitsOn ?? {}).map(([role, types]) => `waits on ${role} for ${types.join(' ')}`),
  ].join(', ');

/** What the live machine says of where a case stands, and the ways on that no allowed history takes. */
function chartOf({ step, complaints, file }: Case, { secondOpinionMachine: machine }: Library): string[] {
  const [phase = step, inner] = step.split('.');
  const value = { procedure: inner ? { [phase]: inner } : step, complaints } as never;
  const snapshot = machine.resolveState({ value, context: { file } });
  const forbidden = getNextTransitions(snapshot).filter(({ meta }) => meta?.forbidden);
  return [
    ...Object.entries(snapshot.getMeta()).map(([state, said]) => metaLine(state, said as StateMeta)),
    ...forbidden.map(({ eventType, meta }) => `forbids ${eventType} ${cited(meta?.clauses ?? [])}`),
  ];
}

/** Where a history stands at its end. */
export const endOf = (current: Case, library: Library): End => {
  const { payer, clauses } = library.payer(current);
  return {
    case: current,
    expected: library
      .expectedEvents(current)
      .map(({ type, role, person, needs, unmet }) =>
        [
          `${type} by ${role} ${person}`,
          ...(needs.length ? [`needs ${needs.join(' ')}`] : []),
          ...(unmet.length ? [`not while ${unmet.map(unmetLine).join(', ')}`] : []),
        ].join(', '),
      ),
    payer: `${payer} ${cited(clauses)}`,
    chart: chartOf(current, library),
  };
};

/** A turn as it went: the case before it, which a refused event leaves as it was. */
interface Turn {
  before: Case;
  event: Record<string, unknown>;
  answer: Answer;
}

export interface Going {
  opened: Answer;
  turns: Turn[];
  end: End;
}

/** Tells a whole history to a library. */
export function tellTo(library: Library, { how, opening, events }: Omit<HistoryTold, 'name'>): Going {
  const outcome = library.openCase(opening);
  if (!outcome.ok) throw new Error(`An opening that does not open: ${JSON.stringify(outcome)}`);
  const turns: Turn[] = [];
  let current = outcome.case;
  for (const event of events) {
    const next = library[how](current, event);
    turns.push({ before: current, event, answer: answerOf(next, current, library) });
    if (next.ok) current = next.case;
  }
  return { opened: answerOf(outcome, null, library), turns, end: endOf(current, library) };
}

/** A history as it is kept. */
const goldenOf = (told: HistoryTold, library: Library): Golden => {
  const { opened, turns, end } = tellTo(library, told);
  const { name, how, opening } = told;
  return { name, how, opening, opened, turns: turns.map(({ event, answer }) => ({ event, answer })), end };
};

export const toldIn = ({ name, how, opening, turns }: Golden): HistoryTold => ({
  name,
  how,
  opening,
  events: turns.map(({ event }) => event),
});

/** A turn of a history: 0 is the opening, `end` what is kept of it. */
export interface Place {
  history: string;
  turn: number | 'end';
}

/** Every place at which a history goes otherwise than it is kept. */
export function differencesFrom(kept: Golden, library: Library): Place[] {
  const { opened, turns, end } = goldenOf(toldIn(kept), library);
  const at = (turn: Place['turn']): Place => ({ history: kept.name, turn });
  return [
    ...(same(opened, kept.opened) ? [] : [at(0)]),
    ...kept.turns.flatMap(({ answer }, index) => (same(answer, turns[index]?.answer) ? [] : [at(index + 1)])),
    ...(same(end, kept.end) ? [] : [at('end')]),
  ];
}

/** A result that a version gives otherwise than those before it, and why. */
export interface Change extends Place {
  reason: string;
}

const versionsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const ordered = (version: string): string => version.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The histories and the named changes of every version, oldest first. */
export const goldenVersions = (folder: string): { version: string; histories: Golden[]; changes: Change[] }[] =>
  versionsIn(folder)
    .sort((one, other) => (ordered(one) < ordered(other) ? -1 : 1))
    .map((version) => {
      const files = readdirSync(join(folder, version)).filter((file) => file !== 'changes.json');
      return {
        version,
        histories: files.map((file) => readJson(join(folder, version, file)) as Golden),
        changes: readJson(join(folder, version, 'changes.json')) as Change[],
      };
    });

/** The part of a changelog about one version, by its heading. */
const sectionOf = (changelog: string, version: string): string =>
  changelog.split(/^## /m).find((section) => section.startsWith(version) || section.startsWith(`[${version}]`)) ?? '';

/**
 * What is wrong with what was kept: a result of any version that is another now, unless a later version names it as a change
 * and the changelog does too; and a named change that is none.
 */
export function faultsIn(folder: string, present: string, changelog: string, library: Library): string[] {
  const versions = goldenVersions(folder);
  const placeOf = ({ history, turn }: Place): string => `${history}, turn ${turn}`;
  const faults: string[] = [];
  const named = new Map<string, boolean>();
  for (const { version, changes } of versions) {
    for (const change of changes) {
      named.set(`${version}: ${placeOf(change)}`, false);
      if (!change.reason) faults.push(`${version}: ${placeOf(change)} is changed without a reason`);
      if (!sectionOf(changelog, version).includes(change.history))
        faults.push(`${version}: ${placeOf(change)} is changed and not in the changelog`);
    }
  }
  versions.forEach(({ version, histories }, index) => {
    const later = version === present ? [] : versions.slice(index + 1);
    for (const place of histories.flatMap((history) => differencesFrom(history, library))) {
      const by = later.filter(({ changes }) => changes.some((change) => placeOf(change) === placeOf(place)));
      for (const each of by) named.set(`${each.version}: ${placeOf(place)}`, true);
      if (by.length === 0) faults.push(`${version}: ${placeOf(place)} is another than it was`);
    }
  });
  for (const [change, found] of named) if (!found) faults.push(`${change} is called a change and is none`);
  return faults;
}

const width = 120;

/** JSON as people read it: what fits on a line is on one. */
function written(value: unknown, indent = '', taken = 0): string {
  const inline = (part: unknown): string => {
    if (Array.isArray(part)) return `[${part.map(inline).join(', ')}]`;
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const fields = Object.entries(part).map(([key, field]) => `${JSON.stringify(key)}: ${inline(field)}`);
    return fields.length ? `{ ${fields.join(', ')} }` : '{}';
  };
  const onOneLine = inline(value);
  if (typeof value !== 'object' || value === null) return onOneLine;
  if (indent.length + taken + onOneLine.length < width && indent !== '') return onOneLine;
  const within = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((part) => `${within}${written(part, within)}`)
    : Object.entries(value).map(([key, part]) => {
        const label = `${JSON.stringify(key)}: `;
        return `${within}${label}${written(part, within, label.length)}`;
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return parts.length ? `${open}\n${parts.join(',\n')}\n${indent}${close}` : `${open}${close}`;
}

const fileOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.json`;

/** Writes the folder of a version; one that is there already only when it is asked for again. */
export function writeGolden(
  folder: string,
  version: string,
  told: HistoryTold[],
  library: Library,
  again: boolean,
): number {
  const at = join(folder, version);
  const isThere = versionsIn(folder).includes(version);
  if (isThere && !again) throw new Error(`${version} has its histories already; with --again they are written anew`);
  if (isThere) for (const file of readdirSync(at)) if (file !== 'changes.json') rmSync(join(at, file));
  mkdirSync(at, { recursive: true });
  const files = new Map(told.map((each) => [fileOf(each.name), goldenOf(each, library)]));
  if (files.size !== told.length) throw new Error('Two histories have one name');
  for (const [file, golden] of files) writeFileSync(join(at, file), `${written(golden)}\n`);
  if (!isThere) writeFileSync(join(at, 'changes.json'), '[]\n');
  return files.size;
}
