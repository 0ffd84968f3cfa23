import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  advance,
  Case,
  deadlines,
  expectedEvents,
  Outcome,
  openCase,
  payer,
  Role,
  record,
  secondOpinionMachine,
  viewFor,
  waitingOn,
} from '../../src/index.js';
import type { viewOf } from '../../src/views.js';

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
  viewFor: typeof viewFor;
  viewOf: typeof viewOf;
  roles: readonly Role[];
  secondOpinionMachine: typeof secondOpinionMachine;
}

export type How = 'advance' | 'record';

export type Report = Record<string, unknown>;

/** A history as it is written: an event that is refused is followed by the next as if it had not come. */
export interface HistoryTold {
  name: string;
  how: How;
  opening: Report;
  events: Report[];
}

/** A history with what came of it. */
export interface Golden {
  name: string;
  how: How;
  opening: Report;
  opened: string;
  /** Each event, and what came of it in one line. */
  turns: [event: Report, line: string][];
  /** The case at the end as it was stored, where it holds something that none stored before it does. */
  stored?: Case;
}

/** A history as it lies in `test/golden`: of its opening and its events only what is not usual. */
interface Kept extends Omit<Golden, 'turns'> {
  turns: [type: string, unusual: Report, line: string][];
}

/** What is usual in the histories of a version: the opening and the event of each type that are told most often. */
interface Usual {
  opening: Report;
  events: Record<string, Report>;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What of a report is not usual; null stands for what it does without. */
const unusual = (report: Report, usual: Report = {}): Report =>
  Object.fromEntries(
    Object.keys({ ...usual, ...report })
      .filter((field) => !same(report[field], usual[field]))
      .map((field) => [field, report[field] ?? null]),
  );

const whole = (changed: Report, usual: Report = {}): Report =>
  Object.fromEntries(Object.entries({ ...usual, ...changed }).filter(([, value]) => value !== null));

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 6);

/** What may follow in a case, for the host. */
const whatFollows = (current: Case, library: Library): unknown => [
  library.expectedEvents(current),
  library.waitingOn(current),
  library.deadlines(current),
  library.payer(current),
];

/** What everybody sees, and what those see who no longer hold their role. */
const whatIsSeen = (current: Case, { viewFor, viewOf, roles }: Library): unknown =>
  roles.flatMap((role) => [
    viewOf(current, role),
    ...current.file.participants.former.map((person) => viewFor(current, { role, person })),
  ]);

type Node = Library['secondOpinionMachine']['root'];

/** What the chart says of where a case stands: of the states in which it is, and of those around them. */
const whatTheChartSays = (current: Case, { secondOpinionMachine: machine }: Library): unknown => {
  const { step, employerRoute, complaints } = current;
  const saidOf = (state: Node): unknown[] => [
    state.meta,
    [...state.transitions.values()].flat().map(({ eventType, meta }) => [eventType, meta]),
    ...(state.parent ? saidOf(state.parent as Node) : []),
  ];
  const ids = [step.split('.').at(-1) ?? step, `employerRoute.${employerRoute}`, `complaints.${complaints}`];
  return ids.map((id) => saidOf(machine.getStateNodeById(id) as Node));
};

/** What came of an event: where the case stands, letters and deviations, or the norms of a no; and a hash of the whole answer. */
export function answerOf(outcome: Outcome): string {
  if (!outcome.ok) {
    const unmet = outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : [];
    return [outcome.reason, ...unmet, hashOf(outcome)].join(' ');
  }
  const { case: after, notices, deviations } = outcome;
  return [
    after.step,
    ...(after.employerRoute === 'none' ? [] : [`employer:${after.employerRoute}`]),
    ...(after.complaints === 'none' ? [] : [`complaints:${after.complaints}`]),
    ...notices.map(({ about, to }) => `${about}→${to.role}`),
    ...deviations.map(({ norm }) => `!${norm}`),
    hashOf(outcome),
  ].join(' ');
}

/** The answer, and hashes of what follows from the case after it: of what is expected, of what is seen, of what the chart says. */
export function lineOf(outcome: Outcome, library: Library): string {
  if (!outcome.ok) return answerOf(outcome);
  const after = outcome.case;
  const rest = [whatFollows(after, library), whatIsSeen(after, library), whatTheChartSays(after, library)];
  return [answerOf(outcome), ...rest.map(hashOf)].join('.');
}

/** A turn as it went: the case before it, which a refused event leaves as it was. */
interface Turn {
  before: Case;
  event: Report;
  outcome: Outcome;
}

export interface Going {
  opened: Outcome;
  turns: Turn[];
  current: Case;
}

/** Tells a whole history to a library. */
export function tellTo(library: Pick<Library, 'openCase' | How>, { how, opening, events }: HistoryTold): Going {
  const opened = library.openCase(opening);
  if (!opened.ok) throw new Error(`An opening that does not open: ${JSON.stringify(opened)}`);
  let current = opened.case;
  const turns = events.map((event): Turn => {
    const before = current;
    const outcome = library[how](before, event);
    if (outcome.ok) current = outcome.case;
    return { before, event, outcome };
  });
  return { opened, turns, current };
}

/** A history with what comes of it, and with the case at its end. */
const goldenOf = (told: HistoryTold, library: Library): Golden & { stored: Case } => {
  const { opened, turns, current } = tellTo(library, told);
  const { name, how, opening } = told;
  return {
    name,
    how,
    opening,
    opened: lineOf(opened, library),
    turns: turns.map(({ event, outcome }) => [event, lineOf(outcome, library)]),
    stored: current,
  };
};

export const toldIn = ({ name, how, opening, turns }: Golden): HistoryTold => ({
  name,
  how,
  opening,
  events: turns.map(([event]) => event),
});

/** A turn of a history; 0 is the opening. */
export interface Place {
  history: string;
  turn: number;
}

/** Every place at which a history goes otherwise than it is kept. */
export function differencesFrom(kept: Golden, library: Library): Place[] {
  const now = goldenOf(toldIn(kept), library);
  const linesOf = ({ opened, turns }: Golden): string[] => [opened, ...turns.map(([, line]) => line)];
  const lines = linesOf(now);
  return linesOf(kept).flatMap((line, turn) => (line === lines[turn] ? [] : [{ history: kept.name, turn }]));
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

const changes = 'changes.json';
const usual = 'usual.json';

/** The histories and the named changes of every version, oldest first. */
export const goldenVersions = (folder: string): { version: string; histories: Golden[]; changes: Change[] }[] =>
  versionsIn(folder)
    .sort((one, other) => (ordered(one) < ordered(other) ? -1 : 1))
    .map((version) => {
      const read = <Content>(file: string): Content => readJson(join(folder, version, file)) as Content;
      const files = readdirSync(join(folder, version)).filter((file) => file !== changes && file !== usual);
      // A version that is being made has no histories yet.
      const { opening, events } = files.length > 0 ? read<Usual>(usual) : { opening: {}, events: {} };
      return {
        version,
        histories: files.map((file): Golden => {
          const kept = read<Kept>(file);
          return {
            ...kept,
            opening: whole(kept.opening, opening),
            turns: kept.turns.map(([type, unusual, line]) => [whole(unusual, events[type]), line]),
          };
        }),
        changes: read<Change[]>(changes),
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

const mostOf = (reports: Report[]): Report => {
  const count = new Map<string, number>();
  for (const report of reports.map((each) => JSON.stringify(each))) count.set(report, (count.get(report) ?? 0) + 1);
  const [[most] = ['{}']] = [...count].sort(([, one], [, other]) => other - one);
  return JSON.parse(most);
};

const usualIn = (told: HistoryTold[]): Usual => {
  const all = told.flatMap(({ events }) => events);
  const types = [...new Set(all.map(({ type }) => type as string))];
  return {
    opening: mostOf(told.map(({ opening }) => opening)),
    events: Object.fromEntries(types.map((each) => [each, mostOf(all.filter(({ type }) => type === each))])),
  };
};

const keptOf = ({ opening, turns, ...golden }: Golden, usual: Usual): Kept => ({
  ...golden,
  opening: unusual(opening, usual.opening),
  turns: turns.map(([event, line]) => {
    const type = event.type as string;
    return [type, unusual(event, usual.events[type]), line];
  }),
});

/** A line for each turn. */
const written = ({ turns, ...kept }: Kept): string =>
  `${JSON.stringify(kept).slice(0, -1)},"turns":[\n${turns.map((turn) => JSON.stringify(turn)).join(',\n')}\n]}\n`;

/** What a stored case holds, by its place: a day, a number or an id may be any, a name such as that of a step is itself. */
const heldIn = (value: unknown, place: string): string[] => {
  if (Array.isArray(value)) return [`${place} ${value.length > 0}`, ...value.flatMap((item) => heldIn(item, place))];
  // Of what anybody was told how often is no name that another version could lack.
  if (place.endsWith('.told')) return [`${place} ${Object.keys(value as object).length > 0}`];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([field, part]) => heldIn(part, `${place}.${field}`));
  const isName = typeof value !== 'number' && !/[-\d]/.test(`${value}`) && !place.endsWith('.organisations');
  return [`${place} ${isName ? value : typeof value}`];
};

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
  if (isThere) for (const file of readdirSync(at)) if (file !== changes) rmSync(join(at, file));
  mkdirSync(at, { recursive: true });
  const files = new Map(told.map((each) => [fileOf(each.name), each]));
  if (files.size !== told.length) throw new Error('Two histories have one name');
  const usually = usualIn(told);
  writeFileSync(join(at, usual), `${JSON.stringify(usually, null, 1)}\n`);
  const goldens = [...files].map(([file, each]) => {
    const golden = goldenOf(each, library);
    return { file, golden, holds: new Set(heldIn({ how: each.how, ...golden.stored }, '')) };
  });
  const held = new Set<string>();
  // Those that hold most come first, so that fewer are stored.
  for (const { file, golden, holds } of goldens.sort((one, other) => other.holds.size - one.holds.size)) {
    const { stored, ...rest } = golden;
    const isNews = [...holds].some((what) => !held.has(what));
    for (const what of holds) held.add(what);
    writeFileSync(join(at, file), written(keptOf({ ...rest, ...(isNews && { stored }) }, usually)));
  }
  if (!isThere) writeFileSync(join(at, changes), '[]\n');
  return files.size;
}
