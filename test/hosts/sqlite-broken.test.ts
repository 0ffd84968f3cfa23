import { afterEach, describe, expect, it } from 'vitest';
import { faultsIn } from './faults.ts';
import { brokenHost, SqliteWorld } from './host-world.ts';
import { storyNamed, storyOf, together } from './stories.ts';
import { type Line, tellAll } from './telling.ts';
import { type Running, until } from './world.ts';

type Change = [file: string, text: string, replacement: string];

let world: SqliteWorld;
let remove = () => {};
afterEach(async () => {
  await world.end();
  remove();
});

const firstDay = '2026-03-18';

// Some of everything: a week that passes, a transfer of which the employer is told, complaints, acts against the rules.
const told = [
  'a receipt and a no after the week, while the second is next',
  'the guidance transferred',
  'complaints beside the procedure',
  'a complaint that another takes over',
  'a refusal without reasons, on grounds that carry none',
].map((name, index) => storyNamed(name, `c${index}`, firstDay));

/** A host that is started again whenever it has died. */
function revived(world: SqliteWorld, main: string): Line & { deaths(): number; last(): Promise<Running> } {
  let deaths = 0;
  const rise = async (): Promise<Running> => {
    const host = await world.start({}, main);
    void host.gone.then((code) => {
      if (code !== null || ended) return;
      deaths += 1;
      current = rise();
    });
    return host;
  };
  let ended = false;
  let current = rise();
  return {
    host: () => current,
    sent: () => {},
    deaths: () => deaths,
    last: async () => {
      ended = true;
      return current;
    },
  };
}

/** Tells the stories to a copy of the host in which something is changed, and answers what is found wrong. */
async function faultsOf(changes: Change[], patience = 2_000): Promise<{ faults: string[]; deaths: number }> {
  const broken = brokenHost(changes);
  remove = broken.remove;
  world = await SqliteWorld.at(firstDay, together(told));
  world.patience = patience;
  const tried = new Set<string>();
  world.mood = ({ key }) => {
    if (tried.has(key)) return 'takes';
    tried.add(key);
    return tried.size % 3 === 0 ? 'refuses' : 'takes';
  };
  const line = revived(world, broken.main);
  const faults: string[] = [];
  const note = (error: unknown) => {
    faults.push(String(error));
  };
  // The same dice for every host: some requests come twice.
  let throws = 0;
  const dice = () => {
    throws += 1;
    return ((throws * 7) % 12) / 12;
  };
  await tellAll(world, line, told, dice).catch(note);
  await world.settled().catch(note);
  await world.delivered().catch(note);
  await world.ask(await line.last(), 'c0.employee-1', '/cases').catch(note);
  return { faults: [...faults, ...faultsIn(world, await world.kept())], deaths: line.deaths() };
}

const dies = (chance: number) => `if (Math.random() < ${chance}) process.kill(process.pid, 'SIGKILL');`;
const inTheMiddle = "      await run.run(\n        'insert into event";
const noTransaction: Change[] = [
  ['sqlite.ts', "await patiently(() => database.exec('begin immediate'));", ''],
  ['sqlite.ts', "database.exec('commit');", ''],
  ['sqlite.ts', "if (database.isTransaction) database.exec('rollback');", ''],
];
const answered = 'if (answered === 0) throw new Overtaken();';

describe('the checks', () => {
  it('find nothing in a host that is as it should be', async () => {
    expect(await faultsOf([])).toEqual({ faults: [], deaths: 0 });
  });

  it('find nothing in a host that dies in the middle of its transaction, since there is one', async () => {
    const { faults, deaths } = await faultsOf(
      [['store.ts', inTheMiddle, `      ${dies(0.1)}\n${inTheMiddle}`]],
      // A letter that a host had in hand when it died waits until another may take it.
      30_000,
    );
    expect(faults).toEqual([]);
    expect(deaths).toBeGreaterThan(0);
  });

  it.each<[name: string, found: RegExp, changes: Change[]]>([
    [
      'has no transaction and dies where one would be',
      /the case is not the replay of its log|the log has a gap|the log cannot be replayed/,
      [...noTransaction, ['store.ts', inTheMiddle, `      ${dies(0.1)}\n${inTheMiddle}`]],
    ],
    [
      'takes a request twice that comes twice',
      /an event is in the log too often|One request was answered twice/,
      [
        ['store.ts', '...[caseId ?? openings, recorder, key],', "...[caseId ?? openings, recorder, 'none'],"],
        ['store.ts', answered, ''],
      ],
    ],
    [
      'forgets what it acknowledged',
      /an acknowledged event is lost/,
      [
        ['store.ts', answered, 'if (turns++ % 10 === 9) throw new Overtaken();'],
        ['store.ts', "const openings = 'openings';", "const openings = 'openings';\nlet turns = 0;"],
        ['cases.ts', "return came === 'overtaken' ? came : { taken: caseId };", 'return { taken: caseId };'],
      ],
    ],
    [
      'stores another case than the log gives',
      /the case is not the replay of its log/,
      [
        [
          'store.ts',
          '...[generation, current.revision, JSON.stringify(current),',
          "...[generation, current.revision, JSON.stringify({ ...current, since: '2026-12-31' }),",
        ],
      ],
    ],
    [
      'keeps no line of who looked',
      /stands 0 times in the access log/,
      [['api.ts', "if (!c.get('isNoted')) await cases.note(lineOf(c, c.res.status));", '']],
    ],
    [
      'keeps no line of what was taken',
      /stands 0 times in the access log/,
      [['store.ts', 'await addLine(run, asked.line);', '']],
    ],
    [
      'keeps the line beside what is taken, and again',
      /stands 2 times in the access log/,
      [['api.ts', "c.set('isNoted', true);", '']],
    ],
    [
      'believes the body about who records',
      /an acknowledged event is lost/,
      [
        [
          'cases.ts',
          'const recorded = { ...event, recordedBy: recorder };',
          'const recorded = { recordedBy: (event as { by: string }).by, ...event, };',
        ],
        [
          'cases.ts',
          'const event = { ...opening, caseId, recordedBy: asked.recorder };',
          "const event = { ...opening, caseId, recordedBy: 'somebody' };",
        ],
      ],
    ],
    [
      'keeps letters out of the transaction and loses them',
      /nobody was told of/,
      [['store.ts', 'await this.#queue(run, caseId, letters.map(inGeneration(generation)));', '']],
    ],
    [
      'takes a letter for delivered that was refused',
      /nobody was told of/,
      [['outbox.ts', 'if (response?.ok)', 'if (response)']],
    ],
    [
      'makes a new key for every attempt',
      /under a second key/,
      [['outbox.ts', "'idempotency-key': due.key", "'idempotency-key': due.key + Math.random()"]],
    ],
    [
      'tells another than the addressee',
      /got the letter of/,
      [['cases.ts', 'letter: { to, about,', "letter: { to: { ...to, person: 'somebody-else' }, about,"]],
    ],
    [
      'tells more than it must',
      /that nobody had to send/,
      [
        [
          'cases.ts',
          'letters: notices.map((notice) => letterOf(current, notice)),',
          "letters: notices.flatMap((notice) => [letterOf(current, notice), letterOf(current, { ...notice, id: notice.id + ':employer', to: { role: 'employer', person: current.file.participants.employer ?? 'nobody' } })]),",
        ],
      ],
    ],
    [
      'puts the id of the case into the letter',
      /a letter holds the id of its case/,
      [['cases.ts', 'letter: { to, about,', 'letter: { id, to, about,']],
    ],
    [
      'puts the clauses into the letter',
      /a letter holds a clause/,
      [
        ['cases.ts', 'const { id, to, about } = notice;', 'const { id, to, about, clauses } = notice;'],
        ['cases.ts', 'letter: { to, about,', 'letter: { clauses, to, about,'],
      ],
    ],
    [
      'never reports a term',
      /the term response was missed/,
      [['scheduler.ts', 'cases.reportOverdue(id, now)', 'Promise.resolve()']],
    ],
    [
      'raises alarms a day early',
      /was raised early|was told early to look at/,
      [
        [
          'scheduler.ts',
          'store.alarmsDue(dayOf(clock.now()), unraised)',
          'store.alarmsDue(dayOf(new Date(clock.now().getTime() + 86_400_000)), unraised)',
        ],
      ],
    ],
    [
      'never raises an alarm',
      /the alarm for \w+ was missed/,
      [['scheduler.ts', 'cases.raise(alarm, now)', 'Promise.resolve()']],
    ],
    [
      'raises alarms and tells nobody',
      /nobody was told of the alarm/,
      [['store.ts', 'if (raised > 0) await this.#queue(run, caseId, letters);', '']],
    ],
    [
      'raises alarms with everybody who sees anything',
      /an alarm went to \S+, whom it does not concern/,
      [
        ['cases.ts', '.filter((each) => each.role === role)', ''],
        [
          'cases.ts',
          '.filter(({ person }) => viewFor(current, { role: role as Role, person }).deadlines.some(isIt))',
          '',
        ],
      ],
    ],
    [
      'lets the employer in',
      /as employer is let in/,
      [
        [
          'cases.ts',
          'return partiesOf(current, [anyHandler, ...handlers]).map(',
          "return [...partiesOf(current, [anyHandler, ...handlers]).filter(({ role }) => role !== 'employer'), { role: 'employer' as Role, person: String(participants.employer) }].map(",
        ],
      ],
    ],
    [
      'keeps the employee out',
      /as employee is kept out/,
      [
        [
          'cases.ts',
          'return partiesOf(current, [anyHandler, ...handlers]).map(',
          "return partiesOf(current, [anyHandler, ...handlers]).filter(({ role }) => role !== 'employee').map(",
        ],
      ],
    ],
  ])('find it out when a host %s', async (_, found, changes) => {
    const { faults } = await faultsOf(changes);
    expect(faults.join('\n')).toMatch(found);
  });
});

describe('a host that cannot tell the time', () => {
  /** The application has been sent, and its week runs. */
  async function waiting(changes: Change[]): Promise<Running> {
    const broken = brokenHost(changes);
    remove = broken.remove;
    const story = storyOf(0, 'a', firstDay);
    world = await SqliteWorld.at(firstDay, story.people);
    const host = await world.start({}, broken.main);
    const line: Line = { host: async () => host, sent: () => {} };
    const sent = story.events.findIndex(({ type }) => type === 'application.sent');
    const events = story.events.slice(0, sent + 1).map((event) => ({ ...event, on: firstDay }));
    await tellAll(world, line, [{ ...story, events }], () => 1 / 2);
    return host;
  }

  const reported = () =>
    until('the week is reported to have passed', async () =>
      (await world.find('select json from event')).some(({ json }) => String(json).includes('response.overdue')),
    );

  it('reports a term a day early, and that is found out', async () => {
    await waiting([
      ['scheduler.ts', 'act(item, clock.now());', 'act(item, new Date(clock.now().getTime() + 86_400_000));'],
      [
        'scheduler.ts',
        'store.overdue(clock.now(), after)',
        'store.overdue(new Date(clock.now().getTime() + 86_400_000), after)',
      ],
    ]);
    world.pass(6);
    expect(world.today()).toBe('2026-03-25');
    await reported();
    expect((await world.faults()).join('\n')).toMatch(/was told early that the week has passed/);
  });

  it('reports a term early when its clock is set forward and it does not look at that', async () => {
    await waiting([['clock.ts', "if (Math.abs(off) > minute) return 'wasSet';", '']]);
    world.set(30);
    await reported();
    world.set(-30);
    expect((await world.faults()).join('\n')).toMatch(/recorded in the future/);
  });
});
