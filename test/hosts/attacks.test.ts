import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type People, Register } from '../../examples/host/register.ts';
import { type HostWorld, PostgresWorld, SqliteWorld } from './host-world.ts';
import { castOf, daysLater, sentStory } from './stories.ts';
import { type Running, until } from './world.ts';

const firstDay = '2026-03-18';
const mebibyte = 1_048_576;

type Kind = { at(today: string, people: People): Promise<HostWorld> };

async function worldOf(kind: Kind, people: People): Promise<HostWorld> {
  const world = await kind.at(firstDay, people);
  onTestFinished(() => world.end());
  return world;
}

const socketTo = (host: Running): Socket => {
  const { port, hostname } = new URL(host.address);
  return connect(Number(port), hostname).on('error', () => {});
};

/** Sends bytes as they are, and answers all that comes back. */
async function raw(host: Running, text: string): Promise<string> {
  const socket = socketTo(host);
  let heard = '';
  socket.setEncoding('utf8').on('data', (part) => {
    heard += part;
  });
  socket.write(text);
  await new Promise((done) => socket.once('close', done));
  return heard;
}

describe.each<[string, Kind]>([
  ['SQLite', SqliteWorld],
  ['Postgres', PostgresWorld],
])('over %s, somebody who says to act for the employee', (_, kind) => {
  const people = (mandates: People['mandates'] = []): People => {
    const { people, physicians } = castOf('a');
    return { people: [...people, { id: 'stranger-1' }], physicians, mandates };
  };
  const mandate = { id: 'mandate-1', representative: 'stranger-1', employee: 'a.employee-1' };
  const openingBy = (representative: string, participants: object) => {
    const { opening } = sentStory('a');
    return {
      ...opening,
      by: representative,
      participants: {
        ...((opening as Record<string, unknown>).participants as object),
        representative,
        ...participants,
      },
    };
  };

  it('opens nothing without a mandate that the register has of them, for this employee, on this day', async () => {
    const world = await worldOf(kind, people());
    const host = await world.start();
    const attempt = async (participants: object) => {
      const { status, body } = await world.send(host, 'stranger-1', '/cases', openingBy('stranger-1', participants));
      return [status, body.error];
    };
    const refused = [422, 'unknownMandate'];
    expect(await attempt({})).toEqual(refused);
    expect(await attempt({ mandate: 'mandate-1' })).toEqual(refused);
    expect(await attempt({ mandate: 'mandate-1', employer: 'stranger-1' })).toEqual(refused);
    for (const other of [
      { employee: 'a.planning-1' },
      { representative: 'a.planning-1' },
      { until: daysLater(firstDay, -1) },
      { from: daysLater(firstDay, 1) },
    ]) {
      await world.admit(people([{ ...mandate, ...other }]));
      expect(await attempt({ mandate: 'mandate-1' })).toEqual(refused);
    }
    expect((await world.kept()).cases).toEqual([]);
    await world.admit(people([mandate]));
    // Not even with one are they the employer too.
    expect(await attempt({ mandate: 'mandate-1', employer: 'stranger-1' })).toEqual([409, 'notTaken']);
    expect(await attempt({ mandate: 'mandate-1' })).toEqual([201, undefined]);
    expect(await world.faults()).toEqual([
      expect.stringContaining('an event is in the log too often (1 of 0): the opening by stranger-1'),
    ]);
  });

  it('sees and does nothing more from the day on which the mandate ends', async () => {
    const world = await worldOf(kind, people([mandate]));
    const host = await world.start();
    const caseId = await world.open(host, 'stranger-1', openingBy('stranger-1', { mandate: 'mandate-1' }));
    const view = async () => (await world.ask(host, 'stranger-1', `/cases/${caseId}/as/employee/view`)).status;
    const withdraw = { type: 'request.withdrawn', by: 'stranger-1', on: firstDay };
    expect(await view()).toBe(200);
    await world.admit(people());
    expect(await view()).toBe(404);
    expect(await world.report(host, 'stranger-1', caseId, withdraw)).toMatchObject({ status: 404 });
    expect((await world.ask(host, 'stranger-1', '/cases')).body.cases).toEqual([]);
    // The employee still does.
    expect((await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`)).status).toBe(200);
  });
});

describe('somebody who is not in the register', () => {
  it('does nothing, although their token is right: not before they come, not after they go, nobody once it has expired', async () => {
    const { people, physicians } = castOf('a');
    const world = await worldOf(PostgresWorld, { people, physicians });
    const [one, other] = await world.startAll();
    const story = sentStory('a');
    const caseId = await world.sendAll(one, story);
    const status = async (person: string) =>
      Promise.all(
        [one, other ?? one].map(
          async (host) => (await world.ask(host, person, `/cases/${caseId}/as/ownPhysician/view`)).status,
        ),
      );
    expect(await status('nobody-1')).toEqual([403, 403]);
    expect(await world.send(one, 'nobody-1', '/cases', story.opening)).toMatchObject({
      status: 403,
      body: { error: 'notInRegister' },
    });
    expect(await status(story.own)).toEqual([200, 200]);
    const changed = (change: object): People => ({
      people: people.map((each) => (each.id === story.own ? { ...each, ...change } : each)),
      physicians,
    });
    await world.admit(changed({ until: daysLater(firstDay, -1) }));
    expect(await status(story.own)).toEqual([403, 403]);
    await world.admit(changed({ from: daysLater(firstDay, 1) }));
    expect(await status(story.own)).toEqual([403, 403]);
    await world.admit({ people, physicians, until: daysLater(firstDay, -1) });
    expect(await status(story.own)).toEqual([403, 403]);
    await world.admit({ people, physicians });
    expect(await status(story.own)).toEqual([200, 200]);
  });

  it('keeps no rights by a register that names somebody twice: it is refused whole', async () => {
    const { people, physicians } = castOf('a');
    const world = await worldOf(SqliteWorld, { people, physicians });
    const register = new Register(world.store.database);
    const gone = people.map((each) => (each.id === 'a.physician-own' ? { ...each, until: '2026-01-01' } : each));
    for (const wrong of [
      { people: [...gone, { id: 'a.physician-own' }], physicians },
      { people: [...people, { id: 'x', recordsFor: ['y'] }], physicians },
      { people: [...people, { id: 'x', from: '2026-02-01', until: '2026-01-01' }], physicians },
      { people, physicians: [...physicians, physicians[0]] },
      { people, physicians, mandates: [{ id: 'm', representative: 'a.physician-own', employee: 'a.employee-1' }] },
      { people, physicians, administrators: [] },
    ])
      await expect(register.admit(wrong as People)).rejects.toThrow();
    expect(await register.person('a.physician-own', firstDay)).toMatchObject({ id: 'a.physician-own' });
  });
});

describe('a request in another form', () => {
  it('is taken where it says the same, and refused where it does not say what it means', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    const token = await world.token(story.own);
    const asked = async (path: string, authorization: string) =>
      (await fetch(`${host.address}${path}`, { headers: { authorization } })).status;
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) expect(await asked('/cases', `${scheme} ${token}`)).toBe(200);
    for (const wrong of [`Basic ${token}`, token, `Bearer${token}`, `Bearer ${token} ${token}`])
      expect(await asked('/cases', wrong)).toBe(401);
    const [event] = story.events;
    let sent = 0;
    const as = async (type: string, query = '') => {
      sent += 1;
      const { status } = await world.ask(host, story.own, `/cases/${caseId}/events${query}`, {
        method: 'POST',
        body: JSON.stringify(event),
        headers: { 'content-type': type, 'idempotency-key': `key-${sent}` },
      });
      return status;
    };
    for (const type of [
      'application/json',
      'Application/JSON',
      'application/json; charset=utf-8',
      ' application/json ',
    ])
      expect([type, await as(type)]).toEqual([type, 201]);
    for (const type of ['application/json-patch+json', 'application/jsonp', 'text/plain', 'json'])
      expect([type, await as(type)]).toEqual([type, 415]);
    for (const query of ['?how=sideways', '?how=', '?lang=fr', '?lang='])
      expect([query, await as('application/json', query)]).toEqual([query, 400]);
    expect(await asked('/cases?after=%00', `Bearer ${token}`)).toBe(400);
    const head = `GET /cases HTTP/1.1\r\nauthorization: Bearer ${token}\r\nconnection: close\r\n`;
    expect(await raw(host, `${head}host: a\r\n\r\n`)).toMatch(/^HTTP\/1.1 200/);
    expect(await raw(host, `${head}host: a\r\nhost: b\r\n\r\n`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(host, `${head}\r\n`)).toMatch(/^HTTP\/1.1 400/);
  });

  it('does not become two: what is smuggled behind another is refused, whichever way its length is told', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start();
    const head = 'POST /cases HTTP/1.1\r\nhost: a\r\n';
    const smuggled = 'GET /openapi.json HTTP/1.1\r\nhost: a\r\n\r\n';
    for (const lengths of [
      'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n',
      'content-length: 0\r\ncontent-length: 5\r\n\r\n',
      'transfer-encoding: xchunked\r\n\r\n0\r\n\r\n',
      'transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n',
      'transfer-encoding : chunked\r\n\r\n0\r\n\r\n',
      'content-length: +5\r\n\r\n',
      'content-length: 0x5\r\n\r\n',
      'x: y\nz: w\r\n\r\n',
    ]) {
      const heard = await raw(host, head + lengths + smuggled);
      expect([lengths, heard.includes('openapi'), heard.slice(0, 12)]).toEqual([lengths, false, 'HTTP/1.1 400']);
    }
  });
});

describe('a request that comes twice at the same moment, to two hosts', () => {
  it('is answered twice that it is taken, and never that it may not be done now', async () => {
    const world = await worldOf(PostgresWorld, castOf('a'));
    const hosts = await world.startAll();
    const story = sentStory('a');
    const honoured = { type: 'request.honoured', by: story.own, on: firstDay };
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const caseId = await world.open(hosts[0], story.employee, story.opening);
      const answers = await Promise.all(
        hosts.map((host) => world.send(host, story.own, `/cases/${caseId}/events`, honoured, 'key-1')),
      );
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(new Set(statuses)).toEqual(new Set([201]));
  });
});

describe('very many requests', () => {
  it('without a token have nothing of their bodies read, and others are answered meanwhile', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    const resident = () => host.memory();
    const before = resident();
    const part = Buffer.alloc(65_536, 'x');
    const answers = await Promise.all(
      Array.from({ length: 400 }, async () => {
        const socket = socketTo(host);
        socket.write(
          `POST /cases HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${mebibyte}\r\n\r\n`,
        );
        for (let sent = 0; sent < mebibyte && !socket.destroyed; sent += part.length) socket.write(part);
        let heard = '';
        socket.setEncoding('utf8').on('data', (text) => {
          heard += text;
        });
        await new Promise((done) => socket.once('close', done));
        return heard.slice(0, 12);
      }),
    );
    // Whoever is cut off while they send may not hear why.
    expect(new Set(answers.filter(Boolean))).toEqual(new Set(['HTTP/1.1 401']));
    expect((resident() - before) / mebibyte).toBeLessThan(200);
    expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
  });

  it('of one person are too many at some time, and of others are not', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start({ HOST_REQUESTS_A_MINUTE: '5' });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await world.ask(host, 'a.employee-1', '/cases')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(await world.ask(host, 'a.physician-own', '/cases')).toMatchObject({ status: 200 });
    expect((await world.ask(host, 'a.employee-1', '/cases')).headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('at once are as many as there may be connections', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start({ HOST_CONNECTIONS: '10' });
    const sockets = Array.from({ length: 30 }, () => socketTo(host));
    let closed = 0;
    for (const socket of sockets)
      socket.once('close', () => {
        closed += 1;
      });
    await until('twenty are turned away', () => closed === 20);
    for (const socket of sockets) socket.destroy();
    await until(
      'there is room again',
      async () => (await fetch(`${host.address}/today.json`).catch(() => null))?.ok ?? false,
    );
  });
});

describe('whoever sees very many cases', () => {
  it('gets them some at a time, each once', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const opened = await Promise.all(
      Array.from({ length: 230 }, () => world.open(host, story.employee, story.opening)),
    );
    const seen: string[] = [];
    const pages: number[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { body } = await world.ask(host, story.own, `/cases${after && `?after=${after}`}`);
      const cases = body.cases as { caseId: string }[];
      pages.push(cases.length);
      seen.push(...cases.map(({ caseId }) => caseId));
      after = body.next as string | null;
    }
    expect(pages).toEqual([100, 100, 30]);
    expect(seen.sort()).toEqual(opened.sort());
  });
});

describe('somebody who writes to the file beside the host', () => {
  it('keeps nobody waiting who asks for nothing in it, and the others no longer than they hold it', async () => {
    const world = (await worldOf(SqliteWorld, castOf('a'))) as SqliteWorld;
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    await world.delivered();
    const view = () => world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`);
    const other = world.beside();
    other.exec('begin immediate');
    const looking = view();
    const began = performance.now();
    for (let n = 0; n < 50; n += 1)
      expect(await (await fetch(`${host.operations}/live`)).json()).toEqual({ live: true });
    expect(performance.now() - began).toBeLessThan(2_000);
    other.exec('rollback');
    expect(await looking).toMatchObject({ status: 200 });
    // Nobody looks without a line in the access log, which cannot be kept now.
    other.exec('begin immediate');
    expect(await view()).toMatchObject({ status: 503, body: { error: 'notStored' } });
    other.exec('rollback');
    other.close();
    expect(await view()).toMatchObject({ status: 200 });
    expect(await world.faults()).toEqual([]);
  });
});

describe('who looked', () => {
  it('is told to the employee, with whatever was tried, and to nobody else', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.planning, story.opening);
    await world.ask(host, story.own, `/cases/${caseId}/as/ownPhysician/view`);
    await world.ask(host, story.employer, `/cases/${caseId}/as/employer/timeline`);
    await world.report(host, story.employee, caseId, story.events[3] ?? {});
    const lookers = (person: string, role: string) => world.ask(host, person, `/cases/${caseId}/as/${role}/lookers`);
    const { body } = await lookers(story.employee, 'employee');
    const lines = body.lines as Record<string, unknown>[];
    expect(
      lines.map(({ person, forPerson, role, action, status }) => [person, forPerson, role, action, status]),
    ).toEqual([
      [story.planning, story.employee, '', 'opening', 201],
      [story.own, story.own, 'ownPhysician', 'view', 200],
      [story.employer, story.employer, 'employer', 'timeline', 404],
      [story.employee, story.employee, '', 'physicians.chosen', 409],
    ]);
    for (const [person, role] of [
      [story.own, 'ownPhysician'],
      [story.planning, 'administration'],
      [story.own, 'employee'],
    ] as const)
      expect((await lookers(person, role)).status).toBe(404);
    await expect(world.harm('delete from access_log')).rejects.toThrow(/append only/);
    await expect(world.harm("update access_log set person = 'nobody'")).rejects.toThrow(/append only/);
  });
});

describe('an identity provider that signs with another key', () => {
  it('is followed, and what it signed with the one before is believed no more', async () => {
    const world = await worldOf(SqliteWorld, castOf('a'));
    const host = await world.start();
    const before = await world.token('a.employee-1');
    const asked = async (token: string) =>
      (await fetch(`${host.address}/cases`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await asked(before)).toBe(200);
    await world.issuer.rotate();
    const after = await world.token('a.employee-1');
    await until('the new key is known', async () => (await asked(after)) === 200);
    expect(await asked(before)).toBe(401);
  });
});
