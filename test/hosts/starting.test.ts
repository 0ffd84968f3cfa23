import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { opened } from '../../examples/host/opened.ts';
import { type People, Register } from '../../examples/host/register.ts';
import { settingsIn } from '../../examples/host/settings.ts';
import { databaseIn } from '../../examples/host/sqlite.ts';
import { PostgresWorld, SqliteWorld } from './host-world.ts';
import { castOf, sentStory } from './stories.ts';
import { type Running, until } from './world.ts';

const firstDay = '2026-03-18';

async function worldOf<Made extends SqliteWorld | PostgresWorld>(
  kind: { at(today: string, people: People): Promise<Made> },
  people: People = castOf('a'),
): Promise<Made> {
  const world = await kind.at(firstDay, people);
  onTestFinished(() => world.end());
  return world;
}

/** What a host that does not start says: one line, and no other. */
const notStarted = (says: RegExp) =>
  expect.objectContaining({
    message: expect.stringMatching(new RegExp(`^The host did not start: [^\n]*${says.source}[^\n]*\n$`)),
  });

describe('a host that is not set up', () => {
  it('says in one line what is missing or wrong, and writes nothing', async () => {
    const world = await worldOf(SqliteWorld);
    const empty = join(world.folder, 'empty');
    const elsewhere = { HOST_DATA: empty };
    const wrong: [Record<string, string>, RegExp][] = [
      [{ HOST_ISSUER: 'http://elsewhere.example' }, /^HOST_ISSUER: is not on https$/],
      [{ HOST_DELIVER_TO: 'the mail room' }, /^HOST_DELIVER_TO: [^\n]+$/],
      [{ HOST_PORT: '65536' }, /^HOST_PORT: [^\n]+$/],
      [{ HOST_PORT: 'http' }, /^HOST_PORT: [^\n]+$/],
      [{ HOST_EVERY: '-1' }, /^HOST_EVERY: [^\n]+$/],
      [{ HOST_CONFIRMED_DAY: '2026-02-30' }, /^HOST_CONFIRMED_DAY: [^\n]+$/],
      [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: [^\n]+$/],
      [{ HOST_PATIENCE: 'long', HOST_EVERY: '0' }, /^HOST_EVERY: [^\n]+; HOST_PATIENCE: [^\n]+$/],
    ];
    for (const [env, says] of wrong) expect(() => settingsIn(env)).toThrow(says);
    for (const [env, says] of [
      [{ HOST_PORT: '65536' }, /HOST_PORT: /],
      [{ HOST_ISSUER: '' }, /HOST_ISSUER is missing/],
      [{ HOST_ISSUER: 'http://127.0.0.1:9' }, /does not describe that issuer/],
      [{ HOST_DELIVER_TO: '' }, /HOST_DELIVER_TO is missing/],
    ] as [Record<string, string>, RegExp][])
      await expect(world.start({ ...elsewhere, ...env })).rejects.toEqual(notStarted(says));
    expect(existsSync(empty)).toBe(false);
    await expect(world.start(elsewhere)).rejects.toEqual(notStarted(/There is no register yet/));
  });

  it('starts with made-up people only where it is told to, and never on the folder of real ones', async () => {
    const world = await worldOf(SqliteWorld);
    const before = readdirSync(world.folder);
    const host = await world.start({ HOST_ISSUER: '', HOST_DELIVER_TO: '' }, undefined, '--try');
    expect(await (await fetch(`${host.address}/people.json`)).json()).toContain('employee-1');
    const asked = (person: string) =>
      fetch(`${host.address}/cases`, { headers: { authorization: `Bearer ${person}` } }).then(({ status }) => status);
    expect([await asked('employee-1'), await asked('a.employee-1')]).toEqual([200, 403]);
    // The three lines that it prints work as they are.
    const printed = [...host.said().matchAll(/^ {2}curl (?:[^\n]*\\\n)?[^\n]*$/gm)].map(([line]) => line);
    expect(printed).toHaveLength(3);
    const answers = printed.map((line) => world.shell(line));
    expect(answers.map((answer) => Object.keys(JSON.parse(answer)))).toEqual([
      ['taken', 'caseId'],
      ['cases', 'next'],
      ['cases', 'next'],
    ]);
    await host.stop();
    const real = { people: [{ id: 'somebody' }], physicians: [] };
    await new Register(
      (await opened({ HOST_DATA: join(world.folder, 'try'), DATABASE_URL: undefined, HOST_MOST_PAGES: 0 })).database,
    ).admit(real);
    await expect(world.start({}, undefined, '--try')).rejects.toEqual(notStarted(/a register of other people here/));
    expect(readdirSync(world.folder).filter((name) => !before.includes(name))).toEqual(['try']);
    expect(await world.find('select 1 from person where id = $1', 'employee-1')).toEqual([]);
  });

  it('does not start in a folder that others may enter, nor keeps anything that others may read', async () => {
    const world = await worldOf(SqliteWorld);
    chmodSync(world.folder, 0o755);
    await expect(world.start()).rejects.toEqual(notStarted(/Others may enter .* \(its mode is 755\)/));
    chmodSync(world.folder, 0o700);
    const host = await world.start();
    await world.sendAll(host, sentStory('a'));
    for (const name of readdirSync(world.folder).filter((each) => each.includes('sqlite')))
      expect([name, statSync(join(world.folder, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('says that the database is damaged, or of a later version', async () => {
    const world = await worldOf(SqliteWorld);
    await world.harm('update version set number = 99');
    await expect(world.start()).rejects.toEqual(notStarted(/of a later version/));
    await world.store.database.close();
    writeFileSync(
      databaseIn(world.folder),
      'no database at all, but long enough to be taken for the head of one'.repeat(99),
    );
    await expect(world.start()).rejects.toEqual(notStarted(/The database is damaged/));
  });
});

describe('a second host', () => {
  it('on the same folder does not start, and the first goes on as it was', async () => {
    const world = await worldOf(SqliteWorld);
    const first = await world.start();
    await expect(world.start()).rejects.toEqual(notStarted(/Another host runs on/));
    expect(await world.ask(first, 'a.employee-1', '/cases')).toMatchObject({ status: 200 });
    await first.kill();
    // Whatever becomes of a host, its folder is free when it is gone.
    await world.start();
  });

  it('on the same port does not start, and has read and written nothing', async () => {
    const world = await worldOf(SqliteWorld);
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await until('the port is taken', () => other.listening);
    const HOST_DATA = join(world.folder, 'second');
    const HOST_PORT = String((other.address() as AddressInfo).port);
    await expect(world.start({ HOST_DATA, HOST_PORT })).rejects.toEqual(
      notStarted(/Port \d+ on 127.0.0.1 cannot be used/),
    );
    expect(readdirSync(HOST_DATA)).toEqual(['lock.sqlite']);
  });
});

describe('a host that is told to stop', () => {
  it.each([
    ['SQLite', SqliteWorld],
    ['Postgres', PostgresWorld],
  ] as const)(
    'over %s ends within its patience under load, with silent and half-sent requests, and loses nothing',
    async (_, kind) => {
      const world = await worldOf<SqliteWorld | PostgresWorld>(kind);
      const host = await world.start({ HOST_PATIENCE: '2000' });
      const story = sentStory('a');
      const caseId = await world.open(host, story.employee, story.opening);
      const { port } = new URL(host.address);
      const sockets = ['', 'POST /cases HTTP/1.1\r\n', 'GET /openapi.json HTTP/1.1\r\nhost: a\r\n\r\n'].map((text) => {
        const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
        if (text) socket.write(text);
        return socket;
      });
      onTestFinished(() => {
        for (const socket of sockets) socket.destroy();
      });
      const [event = {}] = story.events;
      const report = (to: Running, key: string) => world.report(to, story.own, caseId, event, { key });
      const unanswered: string[] = [];
      // Whoever gets no answer sends it again under its key, once there is a host.
      const load = Array.from({ length: 8 }, async (_, n) => {
        for (let turn = 0; ; turn += 1) {
          const key = `key-${n}-${turn}`;
          try {
            await report(host, key);
          } catch {
            unanswered.push(key);
            return;
          }
        }
      });
      await until('the load is on', () => world.acknowledged.length > 30);
      const began = performance.now();
      expect(await host.stop()).toBe(0);
      expect(performance.now() - began).toBeLessThan(6_000);
      await Promise.all(load);
      const again = await world.start();
      for (const key of unanswered) expect(await report(again, key)).toMatchObject({ status: 201 });
      expect(await world.faults()).toEqual([]);
    },
  );
});

describe('the mail room', () => {
  it('that is away keeps nobody from looking; when too many letters wait, nothing more is taken until it is back', async () => {
    const world = await worldOf(PostgresWorld);
    const many = 1_000;
    const host = await world.start({ HOST_MOST_LETTERS: String(many) });
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    await world.delivered();
    world.mood = () => 'refuses';
    await world.store.database.transaction(async ({ run }) => {
      for (let n = 0; n < many; n += 1)
        await run(
          'insert into outbox (id, key, case_id, letter, not_before, queued_at) values ($1, $1, $2, $3, $4, $4)',
          ...[`waits-${n}`, caseId, '{"to":{"role":"employee","person":"x"},"about":"x"}', new Date().toISOString()],
        );
    });
    const [event] = story.events;
    const report = () => world.report(host, story.own, caseId, event ?? {});
    await until('it says that too many letters wait', async () => (await report()).body.error === 'tooManyLetters');
    expect((await fetch(`${host.operations}/ready`)).status).toBe(503);
    const began = performance.now();
    for (let n = 0; n < 20; n += 1)
      expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
    expect(performance.now() - began).toBeLessThan(4_000);
    world.mood = () => 'takes';
    await world.delivered();
    await until('it takes again', async () => (await report()).status === 201);
  });

  it('that will never take a letter has it given up, is not asked for it again, and gets all the others', async () => {
    const world = await worldOf(SqliteWorld, castOf('a', 'b'));
    world.mood = ({ letter }) => (letter.to.person.startsWith('a.') ? 'neverTakes' : 'takes');
    const host = await world.start();
    await world.sendAll(host, sentStory('a'));
    await world.sendAll(host, sentStory('b'));
    await until('all that it does not take are given up', async () => {
      const waiting = await world.find('select 1 from outbox where delivered_at is null and given_up_at is null');
      return waiting.length === 0;
    });
    const givenUp = await world.store.givenUp();
    expect(givenUp).toHaveLength(6);
    expect(await (await fetch(`${host.operations}/ready`)).json()).toEqual({ wrong: ['lettersGivenUp'] });
    const tried = world.deliveries.length;
    world.mood = () => 'takes';
    await world.looked(host);
    expect(world.deliveries).toHaveLength(tried);
    expect(await world.store.tryAgain(new Date())).toBe(6);
    expect(await world.faults()).toEqual([]);
  });
});

describe('a case that cannot be read', () => {
  it('keeps no term of another waiting, and its own is reported once it can be read again', async () => {
    const world = await worldOf(SqliteWorld, castOf('a', 'b', 'c'));
    const host = await world.start();
    const ids: string[] = [];
    for (const cast of ['a', 'b', 'c']) ids.push(await world.sendAll(host, sentStory(cast)));
    const [damaged = ''] = [...ids].sort();
    const [row] = await world.find('select json from "case" where id = $1', damaged);
    await world.harm(`update "case" set json = '{}' where id = '${damaged}'`);
    world.pass(8);
    const others = ids.filter((id) => id !== damaged);
    await until('the others are reported', async () =>
      (await Promise.all(others.map((id) => world.overdueIn(id)))).every((count) => count === 1),
    );
    expect(await world.overdueIn(damaged)).toBe(0);
    await world.store.database.run('update "case" set json = $1 where id = $2', String(row?.json), damaged);
    await world.settled();
    expect(await world.faults()).toEqual([]);
    expect(await world.overdueIn(damaged)).toBe(1);
  });
});

describe('what the host says of itself', () => {
  it('is figures, spans and lines that whoever runs it can follow by the id of a request, and nothing of a case', async () => {
    const world = await worldOf(SqliteWorld);
    const host = await world.start({ NODE_OPTIONS: `--import ${join(import.meta.dirname, 'spans.ts')}` });
    const story = sentStory('a');
    const caseId = await world.sendAll(host, story);
    const { headers } = await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`);
    const metrics = await (await fetch(`${host.operations}/metrics`)).text();
    expect(metrics).toMatch(/host_request_seconds_count\{action="view",status="200"\} 1\n/);
    expect(metrics).toMatch(/host_letters_pending \d/);
    await until('it has said so', () => host.said().includes('"action":"view"'));
    const said = host.said();
    expect(said).toContain('span GET view 200\n');
    expect(said).toContain(`"request":"${headers.get('x-request-id')}"`);
    for (const secret of [caseId, 'a.employee', 'a.physician', 'contract', '"type"'])
      expect([secret, said.includes(secret), metrics.includes(secret)]).toEqual([secret, false, false]);
  });
});
