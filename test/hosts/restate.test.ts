import { type ChildProcess, spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { connect as connectSession } from 'node:http2';
import { join } from 'node:path';
import { createEndpointHandler } from '@restatedev/restate-sdk';
import { SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { People } from '../../examples/host/register.ts';
import { identityKey } from '../../examples/host-restate/node.ts';
import { FileRegister } from '../../examples/host-restate/register.ts';
import { killedUnderLoad } from './any-host.ts';
import { SqliteWorld } from './host-world.ts';
import { ClusterWorld, childrenOf, freePort, mailRoomThat, RestateWorld, runs } from './restate-world.ts';
import { castOf, sentStory, storyNamed, together } from './stories.ts';
import { tellAll } from './telling.ts';
import { root, until } from './world.ts';

const clusterKills = Number(process.env.HOSTS_KILLS ?? 2);
const firstDay = '2026-03-18';

async function worldAt(today: string, people: People): Promise<RestateWorld> {
  const world = await RestateWorld.at(today, people);
  onTestFinished(() => world.end());
  return world;
}

/** The addresses on which a process listens, as Linux writes them. */
const listeningAt = (pid: number): string[] => {
  const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? ''];
    } catch {
      return [];
    }
  });
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells[3] === '0A' && sockets.includes(cells[9] ?? ''))
      .map((cells) => cells[1]?.split(':')[0] ?? ''),
  );
};

describe('the nodes and the services', () => {
  it(`on three nodes and two services that are killed ${clusterKills} times under load, nothing is lost, doubled or mistold`, () =>
    killedUnderLoad({ kills: clusterKills, batch: 5 }, async (today, people) => {
      const world = await ClusterWorld.at(today, people);
      onTestFinished(() => world.end());
      return world;
    }));

  it('killed all at once, have every answer and every look there again at the next start', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    const view = `/cases/${caseId}/as/employee/view`;
    await world.ask(host, 'a.employee-1', '/cases/%00/as/employee/view');
    await world.send(host, 'a.employee-1', '/cases/%00/events', {
      type: 'request.withdrawn',
      by: 'a.employee-1',
      on: firstDay,
    });
    await Promise.all(Array.from({ length: 40 }, () => world.ask(host, 'a.employee-1', view)));
    await Promise.all([host.kill(), world.killNode(0)]);
    const again = await world.start();
    expect(await world.ask(again, 'a.employee-1', view)).toMatchObject({ status: 200 });
    expect(await world.faults()).toEqual([]);
  });

  it('let nobody in by another door: services work for signed calls alone, and what is inside and the queries are for this machine', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    const forged = await new SignJWT({ aud: '/discover' })
      .setProtectedHeader({ alg: 'EdDSA', kid: world.publicKey, typ: 'JWT' })
      .setIssuedAt()
      .setNotBefore('-1m')
      .setExpirationTime('1m')
      .sign(generateKeyPairSync('ed25519').privateKey);
    const session = connectSession(`http://127.0.0.1:${world.servicePort}`);
    onTestFinished(() => session.destroy());
    const discover = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const asked = session.request({ ':path': '/discover', ':method': 'GET', ...headers });
        asked.on('error', reject).on('response', (answer) => resolve(answer[':status']));
        asked.end();
      });
    expect(await discover({})).toBe(401);
    expect(await discover({ 'x-restate-signature-scheme': 'v1', 'x-restate-jwt-v1': forged })).toBe(401);
    for (const path of [
      `case/${caseId}/look`,
      'outbox/0/put',
      'outbox/0/deliver',
      'person/a.employer-1/sees',
      'day/2026-03-18/look',
    ]) {
      const answer = await fetch(`${world.nodes[0]?.ingress}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect([path, await answer.json()]).toMatchObject([path, { message: expect.stringContaining('not public') }]);
    }
    const [node = 0] = host.processes();
    expect(new Set(listeningAt(node))).toEqual(new Set(['0100007F']));
  });
});

describe('the node for trying', () => {
  async function trying(world: RestateWorld): Promise<{ script: ChildProcess; shell: number; node: number }> {
    const script = spawn(process.execPath, ['examples/host-restate/try.ts'], {
      cwd: root,
      env: { ...process.env, HOST_DATA: join(world.folder, 'try'), HOST_PORT: String(await freePort(5)) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void script.kill('SIGKILL'));
    let said = '';
    script.stdout?.setEncoding('utf8').on('data', (part) => {
      said += part;
    });
    await until('it listens', () => /process (\d+)/.test(said));
    const shell = Number(/process (\d+)/.exec(said)?.[1]);
    return { script, shell, node: childrenOf(shell)[0] ?? 0 };
  }

  it('has a public key that services read, also where it begins with a zero', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const firstOf = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'der' }).at(-32);
    let { privateKey } = generateKeyPairSync('ed25519');
    while (firstOf(privateKey) !== 0) ({ privateKey } = generateKeyPairSync('ed25519'));
    const path = join(world.folder, 'zero.pem');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() =>
      createEndpointHandler({ services: [], identityKeys: [identityKey(path)], logger: () => {} }),
    ).not.toThrow();
  });

  it('ends when the script is killed, and the script ends when it is', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const first = await trying(world);
    expect(runs(first.node)).toBe(true);
    first.script.kill('SIGKILL');
    await until('the node has ended', () => !runs(first.node) && !runs(first.shell));
    const second = await trying(world);
    process.kill(second.node, 'SIGKILL');
    await until('the script has ended', () => second.script.exitCode !== null);
    expect(second.script.exitCode).toBe(1);
    expect(runs(second.shell)).toBe(false);
  });
});

describe('a mail room', () => {
  it('that takes letters and never answers holds up nothing, however many wait, and gets them all in the end', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    // Two more calls at a time than there are outboxes: where each letter that waits were a call, nothing else would be left.
    world.more = { RESTATE_DEFAULT_NUM_PARTITIONS: '1', RESTATE_WORKER__INVOKER__CONCURRENT_INVOCATIONS_LIMIT: '10' };
    const silent = await mailRoomThat(null);
    onTestFinished(silent.close);
    const host = await world.start({ HOST_DELIVER_TO: silent.address });
    for (let n = 0; n < 4; n += 1) await world.sendAll(host, sentStory('a'));
    const began = performance.now();
    const { body } = await world.ask(host, 'a.employee-1', '/cases');
    expect(body.cases).toHaveLength(4);
    expect(performance.now() - began).toBeLessThan(4_000);
    await host.stop();
    await world.start();
    expect(await world.faults()).toEqual([]);
  });
});

describe('a term', () => {
  it('of a case that cannot be read is reported when it can be again, and that of another meanwhile', async () => {
    const world = await worldAt(firstDay, castOf('a', 'b'));
    const host = await world.start();
    const caseId = await world.sendAll(host, sentStory('a'));
    const other = await world.sendAll(host, sentStory('b'));
    await world.delivered();
    const stored = await world.setState(caseId, 'case', '{}');
    world.pass(8);
    await until('it was looked at in vain', () => host.said().includes('A case cannot be read'));
    await until('the other is reported', async () => (await world.overdueIn(other)) === 1);
    await world.setState(caseId, 'case', stored);
    await world.settled();
    expect(await world.faults()).toEqual([]);
    expect(await world.overdueIn(caseId)).toBe(1);
  });
});

describe('the register', () => {
  const stranger = 'stranger-1';

  function people(...mandates: string[]): People {
    const { people, physicians } = castOf('a');
    const employee = 'a.employee-1';
    return {
      people: [...people, { id: stranger }, { id: 'clerk-1', recordsFor: [stranger, employee] }],
      physicians,
      mandates: mandates.map((id) => ({ id, representative: stranger, employee })),
    };
  }

  it('lets a representative see and act as long as it has their mandate, and the employee see all that they did', async () => {
    const world = await worldAt(firstDay, people('mandate-1'));
    const host = await world.start();
    const { employee, opening } = sentStory('a');
    const participants = {
      ...((opening as Record<string, unknown>).participants as object),
      representative: stranger,
      mandate: 'mandate-1',
    };
    const caseId = await world.open(host, stranger, { ...opening, by: stranger, participants });
    const view = async (person: string) => (await world.ask(host, person, `/cases/${caseId}/as/employee/view`)).status;
    const withdraw = { type: 'request.withdrawn', by: stranger, on: firstDay };
    expect(await view(stranger)).toBe(200);
    expect((await world.ask(host, stranger, '/cases')).body.cases).toMatchObject([{ caseId }]);
    await world.admit(people());
    expect(await view(stranger)).toBe(404);
    expect(await world.report(host, stranger, caseId, withdraw)).toMatchObject({ status: 404 });
    // Who records for them reaches the case as who records for the employee, and records nothing of theirs.
    expect(await world.report(host, 'clerk-1', caseId, withdraw)).toMatchObject({ status: 409 });
    expect((await world.ask(host, stranger, '/cases')).body.cases).toEqual([]);
    expect(await view(employee)).toBe(200);
    const lookers = await world.ask(host, employee, `/cases/${caseId}/as/employee/lookers`);
    const of = { forPerson: stranger, role: 'employee' };
    expect(lookers.body.lines).toMatchObject([
      { person: stranger, action: 'opening', status: 201 },
      { person: stranger, ...of, action: 'view', status: 200 },
      { person: stranger, ...of, action: 'view', status: 404 },
      { person: stranger, action: 'request.withdrawn', status: 404 },
      { person: 'clerk-1', forPerson: stranger, action: 'request.withdrawn', status: 409 },
      { person: employee, action: 'view', status: 200 },
    ]);
    const rest = await world.ask(host, employee, `/cases/${caseId}/as/employee/lookers?after=5`);
    expect(rest.body.lines).toMatchObject([
      { person: employee, action: 'view' },
      { person: employee, action: 'lookers' },
    ]);
    // A line that comes again, because its answer was lost, is one line.
    const [line] = await world.query(
      `select value_utf8 from state where service_name = 'accessLog' and service_key = '${caseId}' and key = 'line 1'`,
    );
    await fetch(`${world.nodes[0]?.ingress}/accessLog/${caseId}/add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `[${line?.value_utf8}]`,
    });
    expect(await world.faults()).toEqual([]);
  });

  it('that is wrong lets alarms wait, which are to go to whoever handles complaints by then', async () => {
    const world = await worldAt(firstDay, castOf('a'));
    const host = await world.start();
    const { employee, opening } = sentStory('a');
    await world.open(host, employee, opening);
    const { people, physicians } = castOf('a');
    await world.admit({ people: [...people, ...people], physicians });
    world.pass(5);
    await world.looked(host);
    expect((await world.kept()).alarms).toEqual([]);
    await world.admit({ people, physicians });
    await world.settled();
    expect((await world.kept()).alarms).toHaveLength(1);
    expect(await world.faults()).toEqual([]);
  });

  it('that is missing or wrong knows nobody until it is right again, and says so once', async () => {
    const world = await worldAt(firstDay, people());
    const path = join(world.folder, 'register.json');
    const put = (text: string) => {
      writeFileSync(`${path}.next`, text);
      renameSync(`${path}.next`, path);
    };
    const said: string[] = [];
    const register = new FileRegister(path, { warn: (_, what) => said.push(what) });
    const isKnown = () => register.person(stranger, firstDay) !== null;
    const { people: all, ...rest } = people();
    expect([isKnown(), register.complaintHandlers(firstDay)]).toEqual([false, null]);
    put(JSON.stringify(people()));
    await until('it is read', isKnown);
    for (const wrong of ['{', JSON.stringify({ ...rest, people: [...all, { id: stranger }] })]) {
      put(wrong);
      await until('nobody is known', () => !isKnown());
      expect(register.complaintHandlers(firstDay)).toBe(null);
      put(JSON.stringify(people()));
      await until('it is read', isKnown);
    }
    expect(said).toHaveLength(3);
    const ended = all.map((each) => ({ ...each, until: '2026-03-17' }));
    put(JSON.stringify({ ...rest, people: ended }));
    await until('nobody counts any more', () => !isKnown());
    expect([register.person(stranger, '2026-03-17') !== null, said.length]).toEqual([true, 3]);
  });
});

describe('the way from SQLite', () => {
  it('brings the log, the case, the answers, the letters not yet delivered and the terms that run, once', async () => {
    const told = [
      'an adopted advice',
      'no response within the week, from the first nor from the second',
      'complaints beside the procedure',
      'the guidance transferred',
    ].map((name, index) => storyNamed(name, `c${index}`, firstDay));
    const people = together([...told, { people: castOf('a') }]);
    const before = await SqliteWorld.at(firstDay, people);
    onTestFinished(() => before.end());
    const old = await before.start();
    await tellAll(before, { host: async () => old, sent: () => {} }, told);
    const story = sentStory('a', before.today());
    before.mood = ({ letter }) => (letter.to.person.startsWith('a.') ? 'refuses' : 'takes');
    const caseId = await before.open(old, story.employee, story.opening, 'key-1');
    for (const [n, event] of story.events.entries())
      expect(await before.report(old, event.by, caseId, event, { key: `key-${n + 2}` })).toMatchObject({ status: 201 });
    await until('only letters that are refused are left', async () =>
      (await before.find('select letter from outbox where delivered_at is null')).every(({ letter }) =>
        String(letter).includes('"a.'),
      ),
    );
    await old.stop();

    const world = await worldAt(before.today(), people);
    world.acknowledged = before.acknowledged;
    world.deliveries = before.deliveries;
    world.exchanges = [...before.exchanges];
    expect((await world.run('move.ts', before.folder)).said).toContain(
      '5 cases: 5 moved, 0 there already, 0 different, 0 not readable, 0 not settled',
    );
    expect((await world.run('move.ts', before.folder)).said).toContain(
      '5 cases: 0 moved, 5 there already, 0 different, 0 not readable, 0 not settled',
    );

    // What is there is not touched, whatever the other place says later.
    const [one, other] = (await before.find('select id from "case" where id <> $1', caseId)).map(({ id }) =>
      String(id),
    );
    await before.harm(`update event set json = '{' where revision = 0 and case_id = '${one}'`);
    await before.harm(`update event set recorded_at = '' where revision = 0 and case_id = '${other}'`);
    const { status, said } = await world.run('move.ts', before.folder);
    expect([status, said]).toEqual([
      1,
      expect.stringContaining('0 moved, 3 there already, 1 different, 1 not readable, 0 not settled'),
    ]);
    expect(said).toContain(`${one}: its log cannot be replayed`);
    expect(said).toContain(`${other}: another case is there under its id`);

    const host = await world.start();
    expect(await world.faults()).toEqual([]);
    const again = await world.send(host, story.employee, '/cases', story.opening, 'key-1');
    expect([again.status, again.body]).toEqual([201, { taken: true, caseId }]);
    const last = story.events.at(-1);
    const path = `/cases/${caseId}/events?how=advance`;
    const twice = await world.send(host, story.own, path, last, `key-${story.events.length + 1}`);
    expect([twice.status, twice.body]).toEqual([201, { taken: true }]);
    expect((await world.kept()).cases).toHaveLength(5);
    expect((await world.ask(host, story.employee, '/cases')).body.cases).toMatchObject([{ caseId, role: 'employee' }]);
    world.pass(8);
    await world.settled();
    expect(await world.faults()).toEqual([]);
    expect(await world.overdueIn(caseId)).toBe(1);
    expect(await host.stop()).toBe(0);
  });
});
