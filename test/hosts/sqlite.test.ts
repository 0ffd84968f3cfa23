import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { eventSchema, labels, parseCase, type Role, replay, viewFor } from 'lpbso-second-opinion';
import { afterEach, describe, expect, it } from 'vitest';
import { badTokens, garbage } from './requests.ts';
import { faultsIn } from './sqlite-checks.ts';
import { type Line, tellAll } from './sqlite-load.ts';
import { castOf, type Sent, type SentStory, sentStory, storyCount, storyOf, together } from './sqlite-stories.ts';
import { type Running, until, World } from './sqlite-world.ts';

const kills = Number(process.env.HOSTS_KILLS ?? 5);

let world: World;
afterEach(() => world.end());

const pairs = 500;
const firstDay = '2026-03-18';

const stories = (count: number, from = firstDay, prefix = 'c'): Sent[] =>
  Array.from({ length: count }, (_, index) => storyOf(index, `${prefix}${index}`, from));

/** A host that nobody kills. */
const steady = (host: Running): Line => ({ host: async () => host, sent: () => {} });

/** A host that is killed after so many more requests, again and again, and started anew. */
function mortal(world: World, times: number): Line & { killed(): number; last(): Promise<Running> } {
  let host = world.start();
  let left = randomInt(10, 90);
  let killed = 0;
  const restart = async () => {
    const doomed = await host;
    await doomed.kill();
    return world.start();
  };
  return {
    host: () => host,
    sent: () => {
      left -= 1;
      if (left > 0 || killed === times) return;
      left = randomInt(10, 90);
      killed += 1;
      host = restart();
    },
    killed: () => killed,
    last: () => host,
  };
}

async function sendAll(host: Running, story: SentStory): Promise<string> {
  const caseId = await world.open(host, story.employee, story.opening);
  for (const event of story.events)
    expect(await world.report(host, event.by, caseId, event)).toMatchObject({ status: 201 });
  return caseId;
}

const overdueIn = (caseId: string): number =>
  world
    .find('select json from event where case_id = ?', caseId)
    .filter(({ json }) => String(json).includes('response.overdue')).length;

/** The host has looked at its calendar many times over: each of these takes longer than it waits between two looks. */
async function manyLooks(host: Running): Promise<void> {
  for (let look = 0; look < 100; look += 1) await fetch(`${host.address}/openapi.json`).then((answer) => answer.text());
}

describe('whatever happens', () => {
  it('the host keeps every story that takes every way on of the chart', async () => {
    const told = stories(storyCount);
    world = await World.at(firstDay, together(told));
    const host = await world.start();
    const ended = await tellAll(world, steady(host), told);
    await world.delivered();
    // Where the own physician reports that the week has passed, the calendar can have been first.
    const refused = ended.flatMap((each) => each.refused.filter((no) => !no.startsWith('response.overdue: 409')));
    expect(refused).toEqual([]);
    expect(faultsIn(world)).toEqual([]);
    expect(await host.stop()).toBe(0);
  });

  it(`killed ${kills} times at random moments under load, it loses, doubles and mistells nothing`, async () => {
    const told = Array.from({ length: kills * 6 + 24 }, (_, index) => index);
    const people = together(told.map((index) => storyOf(index, `c${index}`, firstDay)));
    world = await World.at(firstDay, people);
    world.mood = () => (['takes', 'takes', 'takes', 'refuses', 'goesSilent'] as const)[randomInt(5)] ?? 'takes';
    const line = mortal(world, kills);
    for (let start = 0; line.killed() < kills; start += 12) {
      expect(start, 'there are stories enough').toBeLessThan(told.length);
      const from = world.today();
      await tellAll(
        world,
        line,
        told.slice(start, start + 12).map((index) => storyOf(index, `c${index}`, from)),
      );
    }
    world.mood = () => 'takes';
    await line.last();
    await world.settled();
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
    const counted = (table: string) => Number(world.find(`select count(*) as total from "${table}"`)[0]?.total);
    console.log(
      `killed ${line.killed()} times: ${counted('case')} cases, ${counted('event')} events, ${counted('outbox')} letters in ${world.deliveries.length} deliveries`,
    );
  });
});

describe('two hosts on one database', () => {
  it('take every event of one case that was written to both at once, each exactly once', async () => {
    world = await World.at(firstDay, castOf('a'));
    const [one, other] = [await world.start(), await world.start()];
    const story = sentStory('a');
    const caseId = await world.open(one, story.employee, story.opening);
    const advised = ['secondOpinion', 'uwvExpertOpinion', 'complaint', 'other'];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        world.report(n % 2 ? one : other, story.own, caseId, {
          type: 'instrument.discussed',
          by: story.own,
          on: firstDay,
          advised: advised[n % 4],
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(world.find('select revision from "case"')).toEqual([{ revision: 60 }]);
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('take a request that reached both under one key once, and answer it the same', async () => {
    world = await World.at(firstDay, castOf('a'));
    const hosts = [await world.start(), await world.start()];
    const story = sentStory('a');
    const send = () =>
      Promise.all(
        [...hosts, ...hosts, ...hosts].map((host) =>
          world.send(host, story.employee, '/cases', story.opening, 'key-1'),
        ),
      );
    const answers = await send();
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(world.find('select id from "case"')).toEqual([{ id: answers[0]?.body.caseId }]);
  });
});

describe('requests that come twice, late or out of order', () => {
  it('an event is taken once under its key, answered the same, and its key is refused to another', async () => {
    world = await World.at(firstDay, castOf('a', 'b'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    const [first, second] = story.events;
    if (!first || !second) throw new Error('The story is too short');
    const path = `/cases/${caseId}/events`;
    const answer = await world.report(host, story.own, caseId, first, { key: 'key-1' });
    const again = await world.send(host, story.own, `${path}?how=advance`, first, 'key-1');
    expect([again.status, again.body]).toEqual([answer.status, answer.body]);
    expect(await world.send(host, story.own, path, second, 'key-1')).toMatchObject({
      status: 422,
      body: { error: 'keyOfAnotherRequest' },
    });
    // Fields in another order are the same request; a key of somebody else is another key.
    const turned = Object.fromEntries(Object.entries(first).reverse());
    expect(await world.send(host, story.own, `${path}?how=advance`, turned, 'key-1')).toMatchObject({ status: 201 });
    expect(await world.send(host, story.planning, path, first)).toMatchObject({ status: 201 });
    expect(world.find('select revision from "case"')).toEqual([{ revision: 2 }]);
    world.acknowledged.push({ caseId, event: first, recorder: story.planning });
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('events that arrive in another order are taken where that is possible, and the story comes to the same end', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    let waiting = [...story.events].reverse();
    for (let round = 0; waiting.length > 0 && round < story.events.length; round += 1) {
      const late: typeof waiting = [];
      for (const event of waiting)
        if ((await world.report(host, event.by, caseId, event)).status !== 201) late.push(event);
      waiting = late;
    }
    expect(waiting).toEqual([]);
    const [row] = world.find('select json from "case"');
    expect(parseCase(JSON.parse(String(row?.json))).step).toBe('execution.awaitingResponse');
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('a mail room that refuses, forgets and goes silent gets every letter, each under its one key', async () => {
    world = await World.at(firstDay, castOf('a'));
    const attempts = new Map<string, number>();
    world.mood = ({ key }) => {
      attempts.set(key, (attempts.get(key) ?? 0) + 1);
      return (['refuses', 'goesSilent', 'takes'] as const)[(attempts.get(key) ?? 1) - 1] ?? 'takes';
    };
    await sendAll(await world.start(), sentStory('a'));
    await world.delivered();
    expect(attempts.size).toBe(4);
    expect([...attempts.values()]).toEqual([3, 3, 3, 3]);
    expect(faultsIn(world)).toEqual([]);
  });

  it('a letter that nobody will ever take does not keep the others', async () => {
    world = await World.at(firstDay, castOf('a', 'b'));
    world.mood = ({ letter }) => (letter.to.id.startsWith('a.') ? 'refuses' : 'takes');
    const host = await world.start();
    await sendAll(host, sentStory('a'));
    await sendAll(host, sentStory('b'));
    await until('only the letters of one are left', () =>
      world
        .find('select letter from outbox where delivered_at is null')
        .every(({ letter }) => String(letter).includes('"a.')),
    );
    world.mood = () => 'takes';
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });
});

describe('a database that cannot take more', () => {
  it('full, it says so, keeps what it acknowledged, still answers, and takes the rest when there is room', async () => {
    world = await World.at(firstDay, castOf('a'));
    const roomy = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(roomy, story.employee, story.opening);
    await roomy.stop();
    const pages = Number(world.find('pragma page_count')[0]?.page_count);
    const full = await world.start({ HOST_MAX_PAGES: String(pages + 4) });
    const event = { type: 'instrument.discussed', by: story.own, on: firstDay, advised: 'other' };
    let refused = 0;
    let taken = 0;
    while (refused < 3) {
      const { status, body } = await world.report(full, story.own, caseId, event, { key: `key-${taken}` });
      if (status === 201) taken += 1;
      else {
        expect([status, body]).toEqual([503, { error: 'notStored' }]);
        refused += 1;
      }
      expect(taken, 'it is full at some time').toBeLessThan(2_000);
    }
    expect(await world.ask(full, story.own, `/cases/${caseId}/as/ownPhysician/view`)).toMatchObject({ status: 200 });
    await full.kill();
    const again = await world.start();
    expect(await world.report(again, story.own, caseId, event, { key: `key-${taken}` })).toMatchObject({ status: 201 });
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('full from the start, it starts, and answers what it knows', async () => {
    world = await World.at(firstDay, castOf('a'));
    const first = await world.start();
    const caseId = await sendAll(first, sentStory('a'));
    await world.delivered();
    await first.kill();
    const host = await world.start({ HOST_MAX_PAGES: '1' });
    expect(await world.ask(host, 'a.employee-1', `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
    expect(faultsIn(world)).toEqual([]);
  });

  it('read-only, it answers, takes nothing, and neither reports nor delivers', async () => {
    world = await World.at(firstDay, castOf('a'));
    const first = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(first, story);
    await world.delivered();
    await first.stop();
    world.pass(8);
    const host = await world.start({ HOST_READ_ONLY: '1' });
    const { status, body } = await world.report(host, story.first, caseId, {
      type: 'application.received',
      by: story.first,
      on: firstDay,
    });
    expect([status, body]).toEqual([503, { error: 'notStored' }]);
    expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/terms`)).toMatchObject({ status: 200 });
    await manyLooks(host);
    expect(overdueIn(caseId)).toBe(0);
    await host.stop();
    await world.start();
    await world.settled();
    await world.delivered();
    expect(overdueIn(caseId)).toBe(1);
    expect(faultsIn(world)).toEqual([]);
  });
});

describe('terms', () => {
  it('are reported once, on the day after, although the host was down when they fell due', async () => {
    world = await World.at(firstDay, castOf('a', 'b'));
    const host = await world.start();
    const inTime = await sendAll(host, sentStory('a'));
    world.pass(7);
    const later = await sendAll(host, sentStory('b', world.today()));
    await manyLooks(host);
    expect(overdueIn(inTime), 'the last day of the week is not over').toBe(0);
    await host.kill();
    world.pass(3);
    await world.start();
    await world.settled();
    await world.delivered();
    expect([overdueIn(inTime), overdueIn(later)]).toEqual([1, 0]);
    const [row] = world.find('select json from event where case_id = ? order by revision desc limit 1', inTime);
    expect(JSON.parse(String(row?.json))).toMatchObject({ type: 'response.overdue', by: 'calendar', on: '2026-03-28' });
    expect(faultsIn(world)).toEqual([]);
  });

  it('are reported at midnight in Amsterdam, not in Greenwich, when the clock goes forward that week', async () => {
    world = await World.at('2026-03-24', castOf('a'));
    const host = await world.start();
    const caseId = await sendAll(host, sentStory('a', '2026-03-24'));
    world.pass(7 + (12 * 60 + 59) / 1_440);
    expect(world.now().toISOString()).toBe('2026-03-31T21:59:00.000Z');
    await manyLooks(host);
    expect(overdueIn(caseId)).toBe(0);
    world.pass(1 / 1_440);
    await world.settled();
    await world.delivered();
    expect(overdueIn(caseId)).toBe(1);
    expect(faultsIn(world)).toEqual([]);
  });

  it('that a decree may still move are not reported but looked at, by the own physician', async () => {
    world = await World.at('2030-03-18', castOf('a'));
    const host = await world.start();
    const story = sentStory('a', '2030-03-18', { extendedBy: 'algemeneTermijnenwet' });
    const caseId = await sendAll(host, story);
    world.pass(8);
    await world.settled();
    await world.delivered();
    expect(overdueIn(caseId)).toBe(0);
    const alarm = world.deliveries.find(({ letter }) => letter.about === 'alarm');
    expect(alarm?.letter).toEqual({
      to: { role: 'ownPhysician', id: story.own },
      about: 'alarm',
      term: 'response',
      onDay: '2030-03-26',
    });
  });

  it('bring alarms on the day the contract names, also when the host was down on it, once', async () => {
    world = await World.at(firstDay, castOf('a', 'b'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.employee, story.opening);
    await host.kill();
    world.pass(5);
    const again = await world.start();
    await world.settled();
    await world.delivered();
    await again.kill();
    await world.start();
    await world.delivered();
    const alarms = world.deliveries.filter(({ letter }) => letter.about === 'alarm').map(({ letter }) => letter);
    expect(alarms).toEqual([
      { to: { role: 'ownPhysician', id: story.own }, about: 'alarm', term: 'engage', onDay: '2026-03-21' },
    ]);
    expect(world.find('select raised_at from alarm where case_id = ?', caseId)).toEqual([
      { raised_at: '2026-03-23T09:00:00.000Z' },
    ]);
    expect(faultsIn(world)).toEqual([]);
  });
});

describe('a clock that was wrong', () => {
  const health = async (host: Running) =>
    (await fetch(`${host.address}/health`)).json() as Promise<Record<string, unknown>>;

  it('set forward while the host runs, makes it hold still until the clock is right again', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(host, story);
    world.set(30);
    expect(await health(host)).toMatchObject({ clockInDoubt: 'wasSet' });
    const event = { type: 'application.received', by: story.first, on: firstDay };
    expect(await world.report(host, story.first, caseId, event)).toMatchObject({
      status: 503,
      body: { error: 'clockInDoubt' },
    });
    expect(await world.ask(host, story.first, `/cases/${caseId}/as/secondOpinionPhysician/view`)).toMatchObject({
      status: 200,
    });
    await manyLooks(host);
    world.set(-30);
    expect(await health(host)).toMatchObject({ clockInDoubt: null });
    expect(await world.report(host, story.first, caseId, event)).toMatchObject({ status: 201 });
    await world.delivered();
    expect(overdueIn(caseId)).toBe(0);
    world.pass(8);
    await world.settled();
    await world.delivered();
    expect(overdueIn(caseId)).toBe(1);
    expect(faultsIn(world)).toEqual([]);
  });

  it('back before what it has seen, makes it start and hold still until a person confirms the day', async () => {
    world = await World.at(firstDay, castOf('a'));
    const first = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(first, story);
    await world.delivered();
    await first.stop();
    world.set(-2);
    const event = { type: 'application.received', by: story.first, on: '2026-03-16' };
    const doubting = await world.start();
    expect(await health(doubting)).toMatchObject({ clockInDoubt: 'wentBack' });
    expect(await world.report(doubting, story.first, caseId, event)).toMatchObject({ status: 503 });
    await doubting.stop();
    const sure = await world.start({ HOST_CONFIRMED_DAY: '2026-03-16' });
    expect(await health(sure)).toMatchObject({ clockInDoubt: null });
    // The application is of a later day: that the clock is believed does not put the log out of order.
    expect(await world.report(sure, story.first, caseId, event)).toMatchObject({ status: 409 });
  });

  it('far ahead of what it has seen, makes it report nothing until a person confirms the day', async () => {
    world = await World.at(firstDay, castOf('a'));
    const first = await world.start();
    const caseId = await sendAll(first, sentStory('a'));
    await world.delivered();
    await first.stop();
    world.set(40);
    const doubting = await world.start();
    expect(await health(doubting)).toMatchObject({ clockInDoubt: 'wasAwayLong' });
    await manyLooks(doubting);
    expect(overdueIn(caseId)).toBe(0);
    await doubting.stop();
    await world.start({ HOST_CONFIRMED_DAY: world.today() });
    await world.settled();
    await world.delivered();
    expect(overdueIn(caseId)).toBe(1);
    expect(faultsIn(world)).toEqual([]);
  });
});

describe('requests that nobody should send', () => {
  it('garbage is refused, in one word, and changes nothing', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(host, story);
    const path = `/cases/${caseId}/events`;
    const { good, secret, bodies } = garbage(story, firstDay);
    for (const [body, status] of bodies) {
      const answer = await world.send(host, story.first, path, body);
      expect([answer.status, body]).toEqual([status, body]);
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    }
    const chosen = { type: 'physicians.chosen', by: story.employee, on: firstDay, first: 'physician-unheard-of' };
    expect(await world.send(host, story.employee, path, chosen)).toMatchObject({
      status: 422,
      body: { error: 'unknownPhysician' },
    });
    expect(await world.send(host, story.first, path, good, 'a key with spaces')).toMatchObject({ status: 400 });
    expect(
      await world.ask(host, story.first, path, {
        method: 'POST',
        body: JSON.stringify(good),
        headers: { 'idempotency-key': 'k' },
      }),
    ).toMatchObject({ status: 415 });
    expect(await world.send(host, story.first, `${path}?how=audit`, good)).toMatchObject({
      status: 403,
      body: { error: 'mayNotAudit' },
    });
    const complaint = { type: 'complaint.acknowledged', by: story.first, on: firstDay, complaint: 'complaint-1' };
    expect(await world.send(host, story.first, path, complaint)).toMatchObject({ status: 403 });
    for (const wild of [
      '/cases/%00/as/employee/view',
      "/cases/'%20or%201=1--/as/employee/view",
      `/cases/${'x'.repeat(8_000)}/as/employee/view`,
      `/cases/${caseId}/as/calendar/view`,
      `/cases/${caseId}/as/host/view`,
    ])
      expect(await world.ask(host, story.employee, wild)).toMatchObject({ status: 404, body: { error: 'notFound' } });
    expect(host.said()).not.toContain(secret);
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('an oversized body is refused, and a slow one is cut off, while others are answered', async () => {
    world = await World.at(firstDay, castOf('a'));
    const patient = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(patient, story);
    const huge = { type: 'application.received', by: story.first, on: firstDay, scope: 'x'.repeat(1_100_000) };
    expect(await world.send(patient, story.first, `/cases/${caseId}/events`, huge)).toMatchObject({ status: 413 });
    await patient.stop();
    const host = await world.start({ HOST_PATIENCE: '400' });

    const { port } = new URL(host.address);
    const slow = Array.from({ length: 20 }, async (_, n) => {
      const socket = connect(Number(port), '127.0.0.1');
      const head = `POST /cases HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${await world.token(story.employee)}\r\n`;
      let heard = '';
      socket.setEncoding('utf8').on('data', (part) => {
        heard += part;
      });
      socket.write(
        n % 2 ? head : `${head}content-type: application/json\r\nidempotency-key: k\r\ncontent-length: 1000\r\n\r\n{`,
      );
      await new Promise((done) => socket.on('close', done).on('error', () => {}));
      return heard;
    });
    const closed = Promise.all(slow);
    let answered = 0;
    let open = true;
    void closed.then(() => {
      open = false;
    });
    while (open) {
      expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
      answered += 1;
    }
    expect(answered).toBeGreaterThan(10);
    for (const heard of await closed) expect(heard).toMatch(/^HTTP\/1.1 408/);
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('a token that is forged, expired, of another host or none is answered the same, whatever it asks', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(host, story);
    const tokens = await badTokens(world, story);
    const answers = new Set<string>();
    for (const [name, token] of Object.entries(tokens))
      for (const path of [`/cases/${caseId}/as/employee/view`, '/cases/none/as/employee/view', '/cases']) {
        const answer = await world.ask(host, '', path, { headers: { authorization: `Bearer ${token}` } });
        expect([name, answer.status]).toEqual([name, 401]);
        answers.add(JSON.stringify(answer.body));
      }
    expect(answers.size).toBe(1);
    expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)).toMatchObject({ status: 200 });
  });
});

describe('a party that asks for what is not its own', () => {
  const roles: Role[] = [
    'employee',
    'ownPhysician',
    'secondOpinionPhysician',
    'thirdPhysician',
    'employer',
    'complaintHandler',
    'administration',
  ];

  it('gets its own view in its own role and nothing else, whoever it is and whatever it asks', async () => {
    world = await World.at(firstDay, castOf('a', 'b'));
    const host = await world.start();
    const caseId = await sendAll(host, sentStory('a'));
    await world.report(host, 'a.employee-1', caseId, {
      type: 'complaint.filed',
      by: 'a.employee-1',
      on: firstDay,
      complaint: 'complaint-1',
      against: 'a.physician-own',
    });
    const [opening, ...events] = world
      .find('select json from event where case_id = ? order by revision', caseId)
      .map(({ json }) => JSON.parse(String(json)));
    const current = replay(opening, events).case;
    if (!current) throw new Error('There is no case');
    const seen: string[] = [];
    for (const person of world.persons)
      for (const role of roles) {
        const { status, body } = await world.ask(host, person, `/cases/${caseId}/as/${role}/view?lang=en`);
        const view = viewFor(current, role, person);
        const handles = role !== 'complaintHandler' || person.endsWith('handler-1');
        if (view.sees === null || !handles)
          expect([person, role, status, body]).toEqual([person, role, 404, { error: 'notFound' }]);
        else {
          const { says, ...rest } = body;
          expect([person, role, status, rest]).toEqual([person, role, 200, JSON.parse(JSON.stringify(view))]);
          expect(says).toMatch(/\.$/);
          seen.push(`${person} ${role}`);
        }
        for (const part of ['expected', 'terms', 'timeline'])
          expect((await world.ask(host, person, `/cases/${caseId}/as/${role}/${part}`)).status).toBe(status);
      }
    expect(seen).toEqual([
      'a.employee-1 employee',
      'a.physician-own ownPhysician',
      'a.physician-first secondOpinionPhysician',
      'a.planning-1 administration',
      'a.handler-1 complaintHandler',
      'b.handler-1 complaintHandler',
    ]);
    expect((await world.ask(host, 'b.employee-1', '/cases')).body).toEqual({ cases: [] });
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });

  it('the employer is answered the same for a case that is hidden from him and for none, in every byte and in the same time', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const story = sentStory('a');
    const hidden = await sendAll(host, story);
    await world.delivered();
    const none = '00000000-0000-4000-8000-000000000000';
    const agreed = { type: 'employer.agreed', by: story.employer, on: firstDay };
    const replaced = { type: 'ownPhysician.replaced', by: story.employer, on: firstDay, physician: story.first };
    const answerFor = async (caseId: string, ask: number) => {
      const parts = ['view', 'expected', 'terms', 'timeline'];
      const { status, body, headers } =
        ask < 4
          ? await world.ask(host, story.employer, `/cases/${caseId}/as/employer/${parts[ask]}`)
          : await world.send(
              host,
              story.employer,
              `/cases/${caseId}/events${ask === 6 ? '?how=advance' : ''}`,
              ask === 4 ? replaced : agreed,
            );
      const same = [...headers].filter(([name]) => name !== 'date');
      return JSON.stringify([status, body, same]);
    };
    for (let ask = 0; ask < 7; ask += 1) {
      const answer = await answerFor(hidden, ask);
      expect(answer).toContain('notFound');
      expect(answer).toBe(await answerFor(none, ask));
    }

    // Told apart by time no better than by a coin: in how many pairs the hidden one took longer. A busy machine can hide that for a while.
    const longerFor = async (ask: number): Promise<number> => {
      let longer = 0;
      for (let pair = 0; pair < pairs; pair += 1) {
        const times = { hidden: 0, none: 0 };
        for (const which of randomInt(2) ? (['hidden', 'none'] as const) : (['none', 'hidden'] as const)) {
          const start = performance.now();
          await answerFor(which === 'hidden' ? hidden : none, ask);
          times[which] = performance.now() - start;
        }
        if (times.hidden > times.none) longer += 1;
      }
      return longer / pairs;
    };
    for (const ask of [0, 5]) {
      const shares = [await longerFor(ask)];
      while (shares.length < 4 && Math.abs((shares.at(-1) ?? 0) - 0.5) > 0.08) shares.push(await longerFor(ask));
      expect(
        Math.abs((shares.at(-1) ?? 0) - 0.5),
        `hidden took longer in ${shares.join(', ')} of the pairs`,
      ).toBeLessThanOrEqual(0.08);
    }
    expect((await world.ask(host, story.employer, '/cases')).body).toEqual({ cases: [] });
  });

  it('may record for another only where the register says so, and is told no more for it than its own view', async () => {
    world = await World.at(firstDay, castOf('a', 'b'));
    const host = await world.start();
    const story = sentStory('a');
    const caseId = await world.open(host, story.planning, story.opening);
    const honoured = { type: 'request.honoured', by: story.own, on: firstDay };
    expect(await world.report(host, story.employee, caseId, honoured)).toMatchObject({ status: 403 });
    expect(await world.report(host, 'b.planning-1', caseId, honoured)).toMatchObject({ status: 403 });
    const discussed = { type: 'instrument.discussed', by: story.own, on: firstDay, advised: 'other' };
    expect(await world.report(host, story.planning, caseId, discussed)).toMatchObject({
      status: 201,
      body: { taken: true },
    });
    const refused = { type: 'request.refused', by: story.own, on: firstDay, grounds: ['cost'], earlierRequests: [] };
    const no = await world.report(host, story.planning, caseId, refused);
    expect([no.status, no.body]).toEqual([409, { error: 'notTaken', mayReport: [] }]);
    expect((await world.report(host, story.own, caseId, refused)).body).toMatchObject({
      error: 'notTaken',
      mayReport: [{ type: 'request.refused', needs: ['grounds', 'earlierRequests', 'reasons'] }],
    });
    // Done all the same, and recorded by whoever may record that.
    expect(await world.report(host, story.planning, caseId, refused, { how: 'audit' })).toMatchObject({ status: 201 });
    const [row] = world.find('select json from "case"');
    const { step, deviations } = parseCase(JSON.parse(String(row?.json)));
    expect(step).toBe('refused');
    expect(deviations.map(({ norm }) => norm)).toContain('reasonsAreInWriting');
    expect(
      world.find("select how, json_extract(json, '$.recordedBy') as who from event order by revision").at(-1),
    ).toEqual({ how: 'audit', who: story.planning });
    await world.delivered();
    expect(faultsIn(world)).toEqual([]);
  });
});

describe('the register', () => {
  it('lets whoever comes to handle complaints see them, and who no longer does no more, from the next start on', async () => {
    world = await World.at(firstDay, castOf('a'));
    const first = await world.start();
    const story = sentStory('a');
    const caseId = await sendAll(first, story);
    const complaint = {
      type: 'complaint.filed',
      by: story.employee,
      on: firstDay,
      complaint: 'complaint-1',
      against: story.own,
    };
    await world.report(first, story.employee, caseId, complaint);
    await world.delivered();
    await first.stop();
    const { people, physicians } = castOf('a');
    world.admit({
      people: people.map((each) => ({ ...each, id: each.id.replace('handler-1', 'handler-2') })),
      physicians,
    });
    const host = await world.start();
    const asked = async (person: string) =>
      (await world.ask(host, person, `/cases/${caseId}/as/complaintHandler/view`)).status;
    expect([await asked('a.handler-1'), await asked('a.handler-2')]).toEqual([404, 200]);
    expect(faultsIn(world)).toEqual([]);
  });
});

describe('the command that replays', () => {
  it('finds every case that is not as its log says, and puts it right from the log where it is asked to', async () => {
    world = await World.at(firstDay, castOf('a', 'b', 'c'));
    const host = await world.start();
    const ids = [
      await sendAll(host, sentStory('a')),
      await sendAll(host, sentStory('b')),
      await sendAll(host, sentStory('c')),
    ];
    await world.delivered();
    await host.stop();
    expect(world.replay()).toEqual({
      status: 0,
      said: expect.stringMatching(/^3 cases, 21 events in .*: every case equals the replay of its log\n$/),
    });
    world.harm(`update "case" set json = json_set(json, '$.since', '2026-03-19') where id = '${ids[0]}'`);
    world.harm(`update "case" set json = '{}', overdue_from = null where id = '${ids[1]}'`);
    world.harm(`delete from access where case_id = '${ids[2]}' and role = 'employee'`);
    const found = world.replay();
    expect(found.status).toBe(1);
    expect(found.said).toContain(`${ids[0]}: the case differs\n`);
    expect(found.said).toContain(`${ids[1]}: the case cannot be read, its term differs\n`);
    expect(found.said).toContain(`${ids[2]}: who may see it differs\n`);
    expect(found.said).toMatch(/: 3 differ\n$/);
    expect(world.replay('--rebuild')).toEqual({
      status: 0,
      said: expect.stringMatching(/: 3 differ, 3 rebuilt from their logs\n$/),
    });
    expect(world.replay().status).toBe(0);
    expect(faultsIn(world)).toEqual([]);
  });

  it('says where a log stops that this version does not take, and leaves that case as it is', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const caseId = await sendAll(host, sentStory('a'));
    await host.stop();
    world.harm('delete from event where revision = 4');
    expect(world.replay('--rebuild')).toEqual({
      status: 1,
      said: expect.stringContaining(`${caseId}: the log stops at`),
    });
    expect(world.find('select revision from "case"')).toEqual([{ revision: 6 }]);
  });
});

describe('what is served', () => {
  it('the description is OpenAPI 3.1 of every event and of nothing that the host fills in itself', async () => {
    world = await World.at(firstDay, castOf('a'));
    const host = await world.start();
    const text = await (await fetch(`${host.address}/openapi.json`)).text();
    const { openapi, paths, components } = JSON.parse(text);
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toHaveLength(6);
    const types = components.schemas.Event.oneOf.map(
      ({ properties }: { properties: { type: { const: string } } }) => properties.type.const,
    );
    expect(types).toEqual(eventSchema.options.map((option) => option.shape.type.value));
    expect(text).not.toContain('recordedBy');
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(components.schemas).toHaveProperty(name);
    const page = await fetch(host.address);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'sha256-/);
    expect(await page.text()).not.toMatch(/(src|href)="https?:/);
    expect(await (await fetch(`${host.address}/labels.json?lang=en`)).json()).toEqual(labels.en);
  });
});
