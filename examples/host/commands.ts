import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from 'lpbso-second-opinion';
import { correctCase, letterToSend, logToCorrect, openAmends } from './amend.ts';
import { backUp, move, restore } from './carry.ts';
import { type Clock, clockOf } from './clock.ts';
import { endedBefore, endedSince, erase, lastKept } from './erase.ts';
import { makeFolder } from './folder.ts';
import { hold, opened } from './opened.ts';
import { peopleSchema, Register } from './register.ts';
import { replayAll } from './replay.ts';
import { NotDone, saidInOneLine, type Terminal } from './said.ts';
import { type Settings, settingsIn } from './settings.ts';
import { databaseIn } from './sqlite.ts';
import type { Line, Store } from './store.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  again: flag,
  'although-open': flag,
  by: text,
  case: text,
  erase: flag,
  from: text,
  help: flag,
  person: text,
  rebuild: flag,
  send: flag,
  settle: text,
  to: text,
} as const;

type Option = keyof typeof options;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** What a command is asked, and what it stands on. */
interface Asked {
  values: Values;
  /** What it is given besides its options. */
  given: string | undefined;
  settings: Settings;
  clock: Clock;
  terminal: Terminal;
}

interface Command {
  does: string;
  /** How it is called, after its name. */
  takes: string;
  /** Whether that is something besides options. */
  isGiven?: true;
  options: Option[];
  /** Whether it did all that it was asked. */
  run(asked: Asked): Promise<boolean>;
}

// ---------------------------------------------------------------------------------------------------- places

type Place = Pick<Settings, 'HOST_DATA' | 'DATABASE_URL' | 'HOST_MOST_PAGES'>;

/** A place that is named on the command line: a folder, or a database on Postgres. */
function placeNamed(name: string, { HOST_DATA, HOST_MOST_PAGES }: Settings): Place {
  if (/^postgres(ql)?:/.test(name)) return { HOST_DATA, HOST_MOST_PAGES, DATABASE_URL: name };
  if (name.includes('://')) throw new NotDone('A place is a folder, or an address that begins with postgres://.');
  return { HOST_DATA: resolve(name), HOST_MOST_PAGES, DATABASE_URL: undefined };
}

function mustBeThere({ DATABASE_URL, HOST_DATA }: Place): void {
  if (!DATABASE_URL && !existsSync(databaseIn(HOST_DATA))) throw new NotDone(`There is no host in ${HOST_DATA}.`);
}

async function closing<Result>(store: Store, work: (store: Store) => Promise<Result>): Promise<Result> {
  try {
    return await work(store);
  } finally {
    await store.database.close();
  }
}

/** In a place in which no host runs. */
async function alone<Result>(place: Place, work: (store: Store) => Promise<Result>): Promise<Result> {
  const door = await hold(place, true);
  try {
    return await closing(await opened(place), work);
  } finally {
    await door.release();
  }
}

/** In a place in which hosts may run, but nobody moves their cases. */
async function beside<Result>(place: Place, work: (store: Store) => Promise<Result>): Promise<Result> {
  // In SQLite whoever moves writes all the while, so that others wait.
  const door = place.DATABASE_URL ? await hold(place) : null;
  if (!door) makeFolder(place.HOST_DATA);
  try {
    return await closing(await opened(place), work);
  } finally {
    await door?.release();
  }
}

function beThere<Result>(place: Place, work: (store: Store) => Promise<Result>): Promise<Result> {
  mustBeThere(place);
  return beside(place, work);
}

// ---------------------------------------------------------------------------------------------------- who, and what for

/** Whoever does it, of the register: they must audit. */
async function auditor(store: Store, { values: { by }, clock }: Asked): Promise<string> {
  if (!by) throw new NotDone('--by is missing: who does it?');
  const person = await new Register(store.database).person(by, dayOf(clock.now()));
  if (!person?.audits) throw new NotDone(`${by} is not in the register today, or does not audit.`);
  return by;
}

/** The line of a command in the access log; where nobody is named, of the account under which it runs. */
const lineOf = (
  action: string,
  clock: Clock,
  about: { caseId?: string; person?: string; forPerson?: string },
): Line => {
  const { caseId = '', person = `account:${userInfo().username}`, forPerson = person } = about;
  const at = clock.now().toISOString();
  return { at, request: randomUUID(), person, forPerson, role: '', caseId, action, status: 200 };
};

function needed(value: string | undefined, what: string): string {
  if (!value) throw new NotDone(`${what} is missing.`);
  return value;
}

function jsonIn(path: string): unknown {
  let read: string;
  try {
    read = readFileSync(path, 'utf8');
  } catch (error) {
    throw new NotDone(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    return JSON.parse(read);
  } catch {
    throw new NotDone(`${path} is no JSON.`);
  }
}

// ---------------------------------------------------------------------------------------------------- commands

async function admit({ given, settings, terminal }: Asked): Promise<boolean> {
  const { success, data, error } = peopleSchema.safeParse(jsonIn(needed(given, 'The file of the register')));
  if (!success)
    throw new NotDone(
      error.issues.map(({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`).join('\n'),
    );
  await beside(settings, (store) => new Register(store.database).admit(data));
  const { people, physicians, mandates, until } = data;
  terminal.say(`${people.length} people, ${physicians.length} physicians, ${mandates.length} mandates, until ${until}`);
  return true;
}

const replayed = ({ given, values, settings, terminal }: Asked): Promise<boolean> =>
  beThere(given ? placeNamed(given, settings) : settings, (store) =>
    replayAll(store, values.rebuild ?? false, terminal),
  );

async function moved({ values, settings, terminal }: Asked): Promise<boolean> {
  const from = placeNamed(needed(values.from, '--from'), settings);
  const to = placeNamed(needed(values.to, '--to'), settings);
  if (from.DATABASE_URL === to.DATABASE_URL && (from.DATABASE_URL || from.HOST_DATA === to.HOST_DATA))
    throw new NotDone('Those are one place.');
  mustBeThere(from);
  const came = await alone(from, (source) => alone(to, (target) => move(source, target, terminal)));
  terminal.say(
    `${came.moved} cases moved, ${came.there} there already, ${came.erased} erased there, ${came.damaged} damaged`,
  );
  terminal.say(
    `with ${came.events} events, ${came.waiting} letters that wait, ${came.raised} alarms that were raised, ${came.lines} lines of the access log`,
  );
  return came.damaged === 0;
}

const backedUp = ({ given, settings, clock, terminal }: Asked): Promise<boolean> =>
  beThere(settings, async (store) => {
    const { cases, events } = await backUp(store, needed(given, 'The new file'), clock.now());
    terminal.say(`${cases} cases, ${events} events copied`);
    return true;
  });

const restored = ({ given, settings, terminal }: Asked): Promise<boolean> =>
  alone(settings, async (store) => {
    const { at, cases, events } = await restore(store, needed(given, 'The file of the backup'));
    terminal.say(`${cases} cases, ${events} events restored as they were at ${at}`);
    terminal.say(
      'What was erased or delivered since then is there again: erase it, and look at the letters that wait.',
    );
    return true;
  });

const exported = ({ values: { case: caseId, person, by }, settings, clock, terminal }: Asked): Promise<boolean> =>
  beThere(settings, async (store) => {
    if (Boolean(caseId) === Boolean(person)) throw new NotDone('Name a case or a person: --case or --person.');
    const of = caseId ? { caseId } : { person: person ?? '' };
    await store.note(
      lineOf('lines', clock, { ...(by && { person: by }), ...(caseId ? { caseId } : { forPerson: person ?? '' }) }),
    );
    for (let after: number | undefined = 0; after !== undefined; ) {
      const lines = await store.lines(of, after);
      for (const { seq: _, ...line } of lines) terminal.say(JSON.stringify(line));
      after = lines.at(-1)?.seq;
    }
    return true;
  });

const erased = (asked: Asked): Promise<boolean> =>
  beThere(asked.settings, (store) =>
    asked.values.case ? eraseOne(store, asked, asked.values.case) : eraseOld(store, asked),
  );

async function eraseOne(store: Store, asked: Asked, id: string): Promise<boolean> {
  const { values, clock, terminal } = asked;
  if (!values.erase) {
    const read = await store.case(id);
    if (!read) throw new NotDone(`There is no case ${id}.`);
    const ended = endedSince(read);
    terminal.say(`${id}: ${ended ? `ended on ${ended}` : 'has not ended, or cannot be read'}`);
    return true;
  }
  const by = await auditor(store, asked);
  await erase(store, id, (ended) => ended !== null || values['although-open'] === true, by, clock.now());
  terminal.say(`${id}: erased`);
  return true;
}

async function eraseOld(store: Store, asked: Asked): Promise<boolean> {
  const { values, settings, clock, terminal } = asked;
  const years = settings.HOST_KEPT_YEARS;
  if (!years) throw new NotDone('HOST_KEPT_YEARS is missing: for how many years does the service keep a case?');
  const day = lastKept(dayOf(clock.now()), years);
  const by = values.erase ? await auditor(store, asked) : null;
  let [count, failed] = [0, 0];
  for await (const { id, endedOn } of endedBefore(store, day)) {
    try {
      if (by) await erase(store, id, (ended) => ended !== null && ended < day, by, clock.now());
      terminal.say(`${id}: ended on ${endedOn}${by ? ', erased' : ''}`);
      count += 1;
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      terminal.complain(error.message);
      failed += 1;
    }
  }
  terminal.say(`${count} cases that ended before ${day}${by ? ' erased' : ''}`);
  return failed === 0;
}

const corrected = (asked: Asked): Promise<boolean> =>
  beThere(asked.settings, async (store) => {
    const { values, given, clock, terminal } = asked;
    const caseId = needed(values.case, '--case');
    const person = await auditor(store, asked);
    if (!given) {
      await store.note(lineOf('log', clock, { caseId, person }));
      terminal.say(JSON.stringify(await logToCorrect(store, caseId), null, 2));
      return true;
    }
    const line = lineOf('correct', clock, { caseId, person });
    const { newDeviations, goneDeviations, ...letters } = await correctCase(store, caseId, jsonIn(given), {
      line,
      at: clock.now(),
    });
    for (const [what, notices] of Object.entries(letters))
      for (const { about, to } of notices) terminal.say(`${what}: ${about} to ${to.role} ${to.person}`);
    for (const { norm, on } of newDeviations) terminal.say(`new deviation: ${norm} on ${on}`);
    for (const { norm, on } of goneDeviations) terminal.say(`deviation no more: ${norm} on ${on}`);
    terminal.say(`${caseId}: corrected; nothing is sent by itself, the command amends lists what is to be seen to`);
    return true;
  });

const amended = (asked: Asked): Promise<boolean> =>
  beThere(asked.settings, async (store) => {
    const { values, clock, terminal } = asked;
    if (values.settle === undefined) {
      const open = await store.amends();
      for (const caseId of new Set(open.map((each) => each.caseId)))
        await store.note(lineOf('amends', clock, { caseId }));
      for (const { seq, caseId, what, notice } of open)
        terminal.say(`${seq}: ${caseId}: ${what}: ${notice.about} to ${notice.to.role} ${notice.to.person}`);
      terminal.say(`${open.length} to be seen to`);
      return true;
    }
    const person = await auditor(store, asked);
    const amends = await openAmends(store, Number(values.settle));
    const letter = values.send ? await letterToSend(store, amends) : undefined;
    const line = lineOf(letter ? 'send' : 'settle', clock, { caseId: amends.caseId, person });
    if (!(await store.settle(amends, line, letter)))
      throw new NotDone('Somebody has just seen to it, or the case was corrected again since.');
    terminal.say(`${amends.seq}: settled${letter ? ', and its letter waits to go out' : ''}`);
    return true;
  });

const lettersGivenUp = ({ values, settings, clock, terminal }: Asked): Promise<boolean> =>
  beThere(settings, async (store) => {
    if (values.again) {
      terminal.say(`${await store.tryAgain(clock.now())} letters are tried again`);
      return true;
    }
    const found = await store.givenUp();
    for (const { key, queuedAt, refusals } of found)
      terminal.say(`${key}: waits since ${queuedAt}, refused ${refusals} times`);
    terminal.say(`${found.length} letters given up`);
    return true;
  });

const anotherSecret = ({ settings, terminal }: Asked): Promise<boolean> =>
  beThere(settings, async (store) => {
    await store.makeSecret(true);
    terminal.say('Letters have keys of another secret from now on; those that wait keep theirs.');
    return true;
  });

const commands: Record<string, Command> = {
  register: {
    does: 'takes a register in the place of the one that was',
    takes: '<file>',
    isGiven: true,
    options: [],
    run: admit,
  },
  replay: {
    does: 'compares every case with the replay of its log; puts that in its place',
    takes: '[folder or postgres://…] [--rebuild]',
    isGiven: true,
    options: ['rebuild'],
    run: replayed,
  },
  move: {
    does: 'moves the cases, with all that is kept beside them, while no host runs',
    takes: '--from <folder or postgres://…> --to <folder or postgres://…>',
    options: ['from', 'to'],
    run: moved,
  },
  backup: {
    does: 'copies all that is kept into a new file',
    takes: '<file>',
    isGiven: true,
    options: [],
    run: backedUp,
  },
  restore: { does: 'puts a backup in an empty place', takes: '<file>', isGiven: true, options: [], run: restored },
  lines: {
    does: 'writes the access log of a case or a person as JSON Lines',
    takes: '--case <id> or --person <id> [--by <person>]',
    options: ['case', 'person', 'by'],
    run: exported,
  },
  erase: {
    does: 'lists the cases that are kept no longer, or erases them or one of its own',
    takes: '[--case <id> [--although-open]] [--erase --by <person>]',
    options: ['case', 'although-open', 'erase', 'by'],
    run: erased,
  },
  correct: {
    does: 'writes the log of a case, or takes it as it should have been',
    takes: '--case <id> [<file>] --by <person>',
    isGiven: true,
    options: ['case', 'by'],
    run: corrected,
  },
  amends: {
    does: 'lists the letters that a correction left to people, or settles one',
    takes: '[--settle <number> [--send] --by <person>]',
    options: ['settle', 'send', 'by'],
    run: amended,
  },
  letters: {
    does: 'lists the letters that the mail room refused, or has them tried again',
    takes: '[--again]',
    options: ['again'],
    run: lettersGivenUp,
  },
  secret: {
    does: 'makes another secret for the keys of letters',
    takes: '',
    options: [],
    run: anotherSecret,
  },
};

const usage = [
  'Usage: node manage.ts <command>, with the settings of the host in the environment',
  ...Object.entries(commands).map(([name, { does, takes }]) => `\n  ${`${name} ${takes}`.trim()}\n    ${does}`),
].join('\n');

/** Runs a command; answers the exit status. */
export async function manage(args: string[], env: NodeJS.ProcessEnv, terminal: Terminal): Promise<0 | 1> {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [name, given, ...more] = positionals;
    if (values.help || !name) {
      (values.help ? terminal.say : terminal.complain)(usage);
      return values.help ? 0 : 1;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new NotDone(`There is no command ${name}: --help names them.`);
    const unknown = (Object.keys(values) as Option[]).find((option) => !command.options.includes(option));
    if (unknown || more.length > 0 || (given && !command.isGiven))
      throw new NotDone(`Not so: ${name} ${command.takes}`);
    const settings = settingsIn(env);
    return (await command.run({ values, given, settings, clock: clockOf(settings), terminal })) ? 0 : 1;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMisspelt = code?.startsWith('ERR_PARSE_ARGS');
    terminal.complain(isMisspelt ? message : saidInOneLine(error, 'It was not done'));
    return 1;
  }
}
