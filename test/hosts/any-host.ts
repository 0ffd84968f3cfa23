import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { eventTypes, type NoticeTopic, replay, viewFor } from 'lpbso-second-opinion';
import { en } from 'lpbso-second-opinion/words/en';
import { enForEmployee } from 'lpbso-second-opinion/words/en-employee';
import { nl } from 'lpbso-second-opinion/words/nl';
import { nlForEmployee } from 'lpbso-second-opinion/words/nl-employee';
import { describe, expect, it } from 'vitest';
import { answers } from '../../examples/host/answers.ts';
import type { People } from '../../examples/host/register.ts';
import { roles } from './faults.ts';
import { badTokens, garbage } from './requests.ts';
import { castOf, sentStory, storyCount, storyOf, together, toldInSentStory } from './stories.ts';
import { tellAll } from './telling.ts';
import { type Running, until, type World } from './world.ts';

const firstDay = '2026-03-18';

/** How much is tried of what needs repeating. */
export interface Size {
  stories: number;
  kills: number;
  /** Stories that are told at once while it is killed. */
  batch: number;
  /** Pairs of answers whose times are compared. */
  pairs: number;
}

const whole: Size = { stories: storyCount, kills: Number(process.env.HOSTS_KILLS ?? 5), batch: 10, pairs: 500 };

/** A case in which somebody can complain, and how they report. */
async function complaining(world: World, host: Running) {
  const caseId = await world.sendAll(host, sentStory('a'));
  const report = async (type: string, by: string, more: object): Promise<number> =>
    (await world.report(host, by, caseId, { type, by, on: firstDay, ...more })).status;
  return { caseId, report };
}

/** Tells stories, some at a time, to a host that is killed so often meanwhile; says what happened. */
export async function killedUnderLoad(
  { kills, batch }: Pick<Size, 'kills' | 'batch'>,
  worldAt: (today: string, people: People) => Promise<World>,
) {
  const most = (kills + 1) * batch;
  const cast = Array.from({ length: most }, (_, index) => storyOf(index, `c${index}`, firstDay));
  const world = await worldAt(firstDay, together(cast));
  world.mood = () => (['takes', 'takes', 'takes', 'refuses', 'goesSilent'] as const)[randomInt(5)] ?? 'takes';
  const line = await world.mortal(kills);
  for (let start = 0; line.killed().length < kills; start += batch) {
    expect(start, 'there are stories enough').toBeLessThan(most);
    const from = world.today();
    const indexes = Array.from({ length: batch }, (_, n) => start + n);
    await tellAll(
      world,
      line,
      indexes.map((index) => storyOf(index, `c${index}`, from)),
    );
  }
  world.mood = () => 'takes';
  await line.host();
  await world.settled();
  expect(await world.faults()).toEqual([]);
  const { cases, events } = await world.kept();
  const letters = new Set(world.deliveries.map(({ key }) => key)).size;
  console.log(
    `killed ${line.killed().join(', ')}: ${cases.length} cases, ${events.length} events, ${letters} letters in ${world.deliveries.length} deliveries`,
  );
}

/** What holds for a host whatever it keeps its cases in; it is given worlds for hosts of one kind. */
export function testAnyHost(
  worldAt: (today: string, people: People) => Promise<World>,
  { stories, kills, batch, pairs }: Size = whole,
): void {
  describe('whatever happens', () => {
    it(`the host keeps ${stories} of the ${storyCount} stories that take every way on of the chart`, async () => {
      const told = Array.from({ length: stories }, (_, n) =>
        storyOf(Math.floor((n * storyCount) / stories), `c${n}`, firstDay),
      );
      const world = await worldAt(firstDay, together(told));
      const host = await world.start();
      const ended = await tellAll(world, { host: async () => host, sent: () => {} }, told);
      // Where the own physician reports that the week has passed, the scheduler can have been first.
      const refused = ended.flatMap((each) => each.refused.filter((no) => !no.startsWith('response.overdue: 409')));
      expect(refused).toEqual([]);
      expect(await world.faults()).toEqual([]);
      expect(await host.stop()).toBe(0);
    });

    it(`killed ${kills} times at random moments under load, it loses, doubles and mistells nothing`, () =>
      killedUnderLoad({ kills, batch }, worldAt));
  });

  describe('two writers on one case', () => {
    it('have every event taken that they sent at once, each exactly once', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const hosts = await world.startAll();
      const story = sentStory('a');
      const caseId = await world.open(hosts[0], story.employee, story.opening);
      const advised = ['secondOpinion', 'uwvExpertOpinion', 'complaint', 'other'];
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          [story.own, story.planning].map((recorder) =>
            world.report(hosts[n % hosts.length] ?? hosts[0], recorder, caseId, {
              type: 'instrument.discussed',
              by: story.own,
              on: firstDay,
              advised: advised[n % 4],
            }),
          ),
        ).flat(),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect((await world.kept()).cases).toMatchObject([{ revision: 60 }]);
      expect(await world.faults()).toEqual([]);
    });

    it('have one opening taken once that was sent six times at once under one key, and no other under that key', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const hosts = await world.startAll();
      const story = sentStory('a');
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          world.send(hosts[n % hosts.length] ?? hosts[0], story.employee, '/cases', story.opening, 'key-1'),
        ),
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
      expect((await world.kept()).cases).toMatchObject([{ id: answers[0]?.body.caseId }]);
      const other = { ...story.opening, question: 'question-2' };
      expect(await world.send(hosts[0], story.employee, '/cases', other, 'key-1')).toMatchObject({
        status: 422,
        body: { error: 'keyOfAnotherRequest' },
      });
    });
  });

  describe('requests that come twice, late or out of order', () => {
    it('an event is taken once under its key, answered the same, and its key is refused to another', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      const caseId = await world.open(host, story.employee, story.opening);
      const [first, second] = story.events;
      if (!first || !second) throw new Error('The story is too short');
      const path = `/cases/${caseId}/events`;
      const answer = await world.report(host, story.own, caseId, first, { key: 'key-1' });
      // Fields in another order are the same request; a key of somebody else is another key.
      const turned = Object.fromEntries(Object.entries(first).reverse());
      for (const same of [first, turned]) {
        const again = await world.send(host, story.own, `${path}?how=advance`, same, 'key-1');
        expect([again.status, again.body]).toEqual([answer.status, answer.body]);
      }
      expect(await world.send(host, story.own, path, second, 'key-1')).toMatchObject({
        status: 422,
        body: { error: 'keyOfAnotherRequest' },
      });
      expect(await world.report(host, story.planning, caseId, first, { key: 'key-1' })).toMatchObject({ status: 201 });
      expect((await world.kept()).cases).toMatchObject([{ revision: 2 }]);
      expect(await world.faults()).toEqual([]);
    });

    it('a key counts within its case, and that of an opening among openings', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      const one = await world.open(host, story.employee, story.opening, 'key-1');
      const other = await world.open(host, story.employee, story.opening, 'key-2');
      const [event] = story.events;
      for (const caseId of [one, other])
        expect(await world.report(host, story.own, caseId, event ?? {}, { key: 'key-1' })).toMatchObject({
          status: 201,
        });
      expect((await world.kept()).cases).toMatchObject([{ revision: 1 }, { revision: 1 }]);
      expect(await world.faults()).toEqual([]);
    });

    it('events that arrive in another order are taken where that is possible, and the story comes to the same end', async () => {
      const world = await worldAt(firstDay, castOf('a'));
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
      expect((await world.case(caseId)).step).toBe('execution.awaitingResponse');
      expect(await world.faults()).toEqual([]);
    });

    it('a mail room that refuses, forgets and goes silent gets every letter, in words for who reads it, each under its one key', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const attempts = new Map<string, number>();
      world.mood = ({ key }) => {
        attempts.set(key, (attempts.get(key) ?? 0) + 1);
        return (['refuses', 'goesSilent', 'takes'] as const)[(attempts.get(key) ?? 1) - 1] ?? 'takes';
      };
      await world.sendAll(await world.start(), sentStory('a'));
      expect(await world.faults()).toEqual([]);
      expect([...attempts.values()]).toEqual(toldInSentStory.map(() => 3));
      expect(world.deliveries.map(({ letter }) => letter.about).sort()).toEqual(
        toldInSentStory.flatMap((about) => [about, about, about]).sort(),
      );
      for (const { letter } of world.deliveries) {
        const [dutch, english] = letter.to.role === 'employee' ? [nlForEmployee, enForEmployee] : [nl, en];
        const about = letter.about as NoticeTopic;
        const { nl: inDutch, en: inEnglish } = letter.text as Record<'nl' | 'en', { subject: string; text: string[] }>;
        expect(inDutch.subject.toLowerCase()).toContain(dutch.notices[about].toLowerCase());
        expect(inEnglish.subject.toLowerCase()).toContain(english.notices[about].toLowerCase());
        expect([inDutch.text.length > 0, inEnglish.text.length > 0]).toEqual([true, true]);
      }
    });

    it('a letter that nobody will ever take does not keep the others', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
      world.mood = ({ letter }) => (letter.to.person.startsWith('a.') ? 'refuses' : 'takes');
      const host = await world.start();
      await world.sendAll(host, sentStory('a'));
      await world.sendAll(host, sentStory('b'));
      await until('all letters of the other have arrived', () => {
        const taken = world.deliveries.filter(({ mood }) => mood === 'takes').map(({ key }) => key);
        return new Set(taken).size === toldInSentStory.length;
      });
      world.mood = () => 'takes';
      expect(await world.faults()).toEqual([]);
    });
  });

  describe('terms', () => {
    it('are reported once, on the day after, although the host was down when they fell due', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
      const host = await world.start();
      const inTime = await world.sendAll(host, sentStory('a'));
      world.pass(7);
      const later = await world.sendAll(host, sentStory('b', world.today()));
      await world.looked(host, inTime);
      expect(await world.overdueIn(inTime), 'the last day of the week is not over').toBe(0);
      await host.kill();
      world.pass(3);
      await world.start();
      await world.settled();
      expect(await world.faults()).toEqual([]);
      expect([await world.overdueIn(inTime), await world.overdueIn(later)]).toEqual([1, 0]);
      const last = (await world.kept()).events.filter(({ case_id }) => case_id === inTime).at(-1);
      expect(JSON.parse(String(last?.json))).toMatchObject({
        type: 'response.overdue',
        by: 'scheduler',
        on: '2026-03-28',
      });
    });

    it('are reported at midnight in Amsterdam, not in Greenwich, when the clock goes forward that week', async () => {
      const world = await worldAt('2026-03-24', castOf('a'));
      const host = await world.start();
      const caseId = await world.sendAll(host, sentStory('a', '2026-03-24'));
      world.pass(7 + (12 * 60 + 59) / 1_440);
      expect(world.now().toISOString()).toBe('2026-03-31T21:59:00.000Z');
      await world.looked(host, caseId);
      expect(await world.overdueIn(caseId)).toBe(0);
      world.pass(1 / 1_440);
      await world.settled();
      expect(await world.faults()).toEqual([]);
      expect(await world.overdueIn(caseId)).toBe(1);
    });

    it('that a decree may still move are not reported but looked at, by the own physician', async () => {
      const world = await worldAt('2030-03-18', castOf('a'));
      const story = sentStory('a', '2030-03-18', { extendedBy: 'algemeneTermijnenwet' });
      const caseId = await world.sendAll(await world.start(), story);
      world.pass(8);
      await world.settled();
      await world.delivered();
      expect(await world.overdueIn(caseId)).toBe(0);
      expect(world.deliveries.find(({ letter }) => letter.about === 'alarm')?.letter).toEqual({
        to: { role: 'ownPhysician', person: story.own },
        about: 'alarm',
        term: 'response',
        onDay: '2030-03-26',
      });
    });

    it('bring alarms on the day the contract names, also when the host was down on it, once', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      await world.open(host, story.employee, story.opening);
      await host.kill();
      world.pass(5);
      const again = await world.start();
      await world.settled();
      expect(await world.faults()).toEqual([]);
      await again.kill();
      await world.start();
      await world.settled();
      expect(await world.faults()).toEqual([]);
      expect(world.deliveries.filter(({ letter }) => letter.about === 'alarm').map(({ letter }) => letter)).toEqual([
        { to: { role: 'ownPhysician', person: story.own }, about: 'alarm', term: 'engage', onDay: '2026-03-21' },
      ]);
      expect((await world.kept()).alarms).toMatchObject([{ raised_at: '2026-03-23T09:00:00.000Z' }]);
    });
  });

  describe('a clock that was wrong', () => {
    it('set forward while the host runs, makes it hold still until the clock is right again', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      const caseId = await world.sendAll(host, story);
      world.set(30);
      expect(await world.health(host)).toMatchObject({ clockInDoubt: 'wasSet' });
      const event = { type: 'application.received', by: story.first, on: firstDay };
      expect(await world.report(host, story.first, caseId, event)).toMatchObject({
        status: 503,
        body: { error: 'clockInDoubt' },
      });
      expect(await world.ask(host, story.first, `/cases/${caseId}/as/secondOpinionPhysician/view`)).toMatchObject({
        status: 200,
      });
      await world.looked(host, caseId);
      world.set(-30);
      expect(await world.health(host)).toMatchObject({ clockInDoubt: null });
      expect(await world.report(host, story.first, caseId, event)).toMatchObject({ status: 201 });
      expect(await world.overdueIn(caseId)).toBe(0);
      world.pass(8);
      await world.settled();
      expect(await world.faults()).toEqual([]);
      expect(await world.overdueIn(caseId)).toBe(1);
    });

    it('back before what it has seen, makes it start and hold still until a person confirms the day', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const first = await world.start();
      const story = sentStory('a');
      const caseId = await world.sendAll(first, story);
      await first.stop();
      world.set(-2);
      const event = { type: 'application.received', by: story.first, on: '2026-03-16' };
      const doubting = await world.start();
      expect(await world.health(doubting)).toMatchObject({ clockInDoubt: 'wentBack' });
      expect(await world.report(doubting, story.first, caseId, event)).toMatchObject({ status: 503 });
      await doubting.stop();
      const sure = await world.start({ HOST_CONFIRMED_DAY: '2026-03-16' });
      expect(await world.health(sure)).toMatchObject({ clockInDoubt: null });
      // The application is of a later day: that the clock is believed does not put the log out of order.
      expect(await world.report(sure, story.first, caseId, event)).toMatchObject({ status: 409 });
    });

    it('far ahead of what it has seen, makes it report nothing until a person confirms the day', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const first = await world.start();
      const caseId = await world.sendAll(first, sentStory('a'));
      await first.stop();
      world.set(40);
      const doubting = await world.start();
      expect(await world.health(doubting)).toMatchObject({ clockInDoubt: 'wasAwayLong' });
      await world.looked(doubting, caseId);
      expect(await world.overdueIn(caseId)).toBe(0);
      await doubting.stop();
      await world.start({ HOST_CONFIRMED_DAY: world.today() });
      await world.settled();
      expect(await world.faults()).toEqual([]);
      expect(await world.overdueIn(caseId)).toBe(1);
    });
  });

  describe('requests that nobody should send', () => {
    it('garbage is refused, in one word, and changes nothing', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      const caseId = await world.sendAll(host, story);
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
      expect(await world.send(host, story.first, `${path}?how=record`, good)).toMatchObject({
        status: 403,
        body: { error: 'mayNotAudit' },
      });
      const complaint = { type: 'complaint.acknowledged', by: story.first, on: firstDay, complaint: 'complaint-1' };
      expect(await world.send(host, story.first, path, complaint)).toMatchObject({ status: 403 });
      const opening: Record<string, unknown> = story.opening;
      const application = { to: story.first, form: 'form-1', medicalData: true };
      for (const untrue of [{ application }, { recordOf: 'secondOpinionPhysician' }])
        expect(await world.send(host, story.employee, '/cases', { ...opening, ...untrue })).toMatchObject({
          status: 400,
          body: { error: 'malformed', issues: [{ path: 'application' }] },
        });
      for (const wild of [
        '/cases/%00/as/employee/view',
        "/cases/'%20or%201=1--/as/employee/view",
        '/cases/..%2F..%2Fclock%2Fhost%2FlastSeen/as/employee/view',
        `/cases/${'x'.repeat(8_000)}/as/employee/view`,
        `/cases/${caseId}/as/scheduler/view`,
        `/cases/${caseId}/as/host/view`,
      ])
        expect(await world.ask(host, story.employee, wild)).toMatchObject({ status: 404, body: { error: 'notFound' } });
      // The last, since its connection is closed.
      const huge = { ...good, scope: 'x'.repeat(1_100_000) };
      expect(await world.send(host, story.first, path, huge)).toMatchObject({ status: 413 });
      expect(host.said()).not.toContain(secret);
      expect(await world.faults()).toEqual([]);
    });

    it('slow requests are cut off, while others are answered', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start({ HOST_PATIENCE: '2000' });
      const story = sentStory('a');
      const caseId = await world.sendAll(host, story);
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
      let open = true;
      const closed = Promise.all(slow).finally(() => {
        open = false;
      });
      let answered = 0;
      while (open) {
        expect(await world.ask(host, story.employee, `/cases/${caseId}/as/employee/view`)).toMatchObject({
          status: 200,
        });
        answered += 1;
      }
      expect(answered).toBeGreaterThan(10);
      for (const heard of await closed) expect(heard).toMatch(/^HTTP\/1.1 408/);
      expect(await world.faults()).toEqual([]);
    });

    it('a token that is forged, expired, of another host or none is answered the same, whatever it asks', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      const caseId = await world.sendAll(host, story);
      const answers = new Set<string>();
      for (const [name, token] of Object.entries(await badTokens(world, story)))
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
    it('gets its own view in its own role and nothing else, whoever it is and whatever it asks', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
      const host = await world.start();
      const caseId = await world.sendAll(host, sentStory('a'));
      await world.report(host, 'a.employee-1', caseId, {
        type: 'complaint.filed',
        by: 'a.employee-1',
        on: firstDay,
        complaint: 'complaint-1',
        against: 'a.physician-own',
      });
      const [opening, ...events] = (await world.kept()).events.map(({ json }) => JSON.parse(String(json)));
      const current = replay(opening, events).case;
      if (!current) throw new Error('There is no case');
      const seen: string[] = [];
      for (const person of world.persons)
        for (const role of roles) {
          const { status, body } = await world.ask(host, person, `/cases/${caseId}/as/${role}/view?lang=en`);
          const view = viewFor(current, { role, person });
          const handles = role !== 'complaintHandler' || person.endsWith('handler-1');
          if (view.sees === null || !handles)
            expect([person, role, status, body]).toEqual([person, role, 404, { error: 'notFound' }]);
          else {
            const { says, ...rest } = body;
            expect([person, role, status, rest]).toEqual([person, role, 200, JSON.parse(JSON.stringify(view))]);
            expect(says).toMatch(/\.$/);
            seen.push(`${person} ${role}`);
          }
          if (status === 200) answers.view.parse(body);
          for (const part of ['expected', 'terms', 'timeline'] as const) {
            const told = await world.ask(host, person, `/cases/${caseId}/as/${role}/${part}`);
            expect(told.status).toBe(status);
            // What is described is what is told, and nothing beside it.
            (status === 200 ? answers[part] : answers.failed).parse(told.body);
          }
        }
      expect(seen).toEqual([
        'a.employee-1 employee',
        'a.physician-own ownPhysician',
        'a.physician-first secondOpinionPhysician',
        'a.planning-1 administration',
        'a.handler-1 complaintHandler',
        'b.handler-1 complaintHandler',
      ]);
      expect(await world.faults()).toEqual([]);
      for (const person of world.persons) {
        const mine = seen.filter((each) => each.startsWith(`${person} `)).map((each) => each.split(' ')[1]);
        const { body } = await world.ask(host, person, '/cases');
        expect([person, body.cases]).toMatchObject([person, mine.map((role) => ({ caseId, role }))]);
      }
    });

    it('the employer is answered the same for a case that is hidden from them and for none, in every byte and in the same time', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const story = sentStory('a');
      const hidden = await world.sendAll(host, story);
      await world.delivered();
      const none = hidden.replace(/\w/g, '0');
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
        return JSON.stringify([
          status,
          body,
          [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
        ]);
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
      // A coin comes this far from a half once in three thousand times.
      const far = 1.8 / Math.sqrt(pairs);
      for (const ask of [0, 5]) {
        const shares = [await longerFor(ask)];
        while (shares.length < 4 && Math.abs((shares.at(-1) ?? 0) - 0.5) > far) shares.push(await longerFor(ask));
        expect(
          Math.abs((shares.at(-1) ?? 0) - 0.5),
          `hidden took longer in ${shares.join(', ')} of the pairs`,
        ).toBeLessThanOrEqual(far);
      }
      expect((await world.ask(host, story.employer, '/cases')).body).toEqual({ cases: [], next: null });
    });

    it('may record for another only where the register says so, and is told no more for it than its own view', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
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
      expect(await world.report(host, story.planning, caseId, refused, { how: 'record' })).toMatchObject({
        status: 201,
      });
      const { step, deviations } = await world.case(caseId);
      expect(step).toBe('refused');
      expect(deviations.map(({ norm }) => norm)).toContain('reasonsAreInWriting');
      const last = (await world.kept()).events.at(-1);
      expect(last).toMatchObject({ how: 'record' });
      expect(JSON.parse(String(last?.json))).toMatchObject({ recordedBy: story.planning });
      expect(await world.faults()).toEqual([]);
    });
  });

  describe('a complaint', () => {
    it('is open to whoever handles complaints until one of them takes it, and then to them, until after their answer', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
      const host = await world.start();
      const story = sentStory('a');
      const caseId = await world.sendAll(host, story);
      const complaint = { on: firstDay, complaint: 'complaint-1' };
      const told = async (type: string, by: string, more = {}) =>
        (await world.report(host, by, caseId, { type, by, ...complaint, ...more })).status;
      const shown = () =>
        Promise.all(
          ['a.handler-1', 'b.handler-1'].map(
            async (person) => (await world.ask(host, person, `/cases/${caseId}/as/complaintHandler/view`)).status,
          ),
        );
      expect(await told('complaint.filed', story.employee, { against: story.own })).toBe(201);
      expect(await shown()).toEqual([200, 200]);
      expect(await told('complaint.acknowledged', 'a.handler-1')).toBe(201);
      expect(await shown()).toEqual([200, 404]);
      expect(await told('complaint.answered', 'a.handler-1', { decision: 'decision-1', reasons: 'reasons-1' })).toBe(
        201,
      );
      expect(await shown()).toEqual([200, 404]);
      expect(await world.faults()).toEqual([]);
    });

    it('is looked at on its own day, also where another was filed on the same day', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const { report } = await complaining(world, host);
      for (const complaint of ['complaint-1', 'complaint-2'])
        expect(await report('complaint.filed', 'a.employee-1', { complaint, against: 'a.physician-own' })).toBe(201);
      expect(await report('complaint.acknowledged', 'a.handler-1', { complaint: 'complaint-1' })).toBe(201);
      world.pass(8);
      await world.settled();
      await world.delivered();
      const alarms = world.deliveries.filter(({ letter }) => letter.about === 'alarm' && letter.term === 'complaint');
      const looking = new Set(
        alarms.map(({ letter }) => `${letter.to.person}: ${letter.complaint} on ${letter.onDay}`),
      );
      expect([...looking].sort()).toEqual([
        'a.handler-1: complaint-1 on 2026-03-25',
        'a.handler-1: complaint-2 on 2026-03-25',
      ]);
      expect(await world.faults()).toEqual([]);
    });

    it('is told to the complaints procedure itself as long as nobody handles it, and then to whoever does', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
      const host = await world.start();
      const { caseId, report } = await complaining(world, host);
      const procedure = 'complaints-noord-v3';
      for (const complaint of ['complaint-1', 'complaint-2'])
        expect(await report('complaint.filed', 'a.employee-1', { complaint, against: 'a.physician-own' })).toBe(201);
      expect(await report('complaint.withdrawn', 'a.employee-1', { complaint: 'complaint-1' })).toBe(201);
      for (const by of ['a.handler-1', 'b.handler-1'])
        expect(await report('complaint.acknowledged', by, { complaint: 'complaint-2' })).toBe(201);
      expect(await report('complaint.withdrawn', 'a.employee-1', { complaint: 'complaint-2' })).toBe(201);
      expect(await world.faults()).toEqual([]);
      const told = world.deliveries.filter(({ letter }) => letter.to.role === 'complaintHandler');
      expect(told.map(({ letter }) => `${letter.to.person}: ${letter.about}`).sort()).toEqual([
        'a.handler-1: complaintTakenOver',
        'b.handler-1: complaintWithdrawn',
        `${procedure}: complaintFiled`,
        `${procedure}: complaintFiled`,
        `${procedure}: complaintWithdrawn`,
      ]);
      // The reference is nobody's id: it lets nobody in.
      expect((await world.ask(host, procedure, `/cases/${caseId}/as/complaintHandler/view`)).status).toBe(403);
    });

    it('is taken over by another who handles complaints and does not see it, to whom a no says nothing of the case', async () => {
      const world = await worldAt(firstDay, castOf('a', 'b'));
      const host = await world.start();
      const { caseId, report } = await complaining(world, host);
      const complaint = 'complaint-1';
      const none = caseId.replace(/\w/g, '0');
      const acknowledged = { type: 'complaint.acknowledged', by: 'b.handler-1', on: firstDay, complaint };
      const noCase = await world.send(host, 'b.handler-1', `/cases/${none}/events`, acknowledged);
      expect(noCase.status).toBe(404);
      // There is no complaint yet.
      expect(await world.send(host, 'b.handler-1', `/cases/${caseId}/events`, acknowledged)).toMatchObject({
        status: 404,
        body: noCase.body,
      });
      expect(await report('complaint.filed', 'a.employee-1', { complaint, against: 'a.physician-own' })).toBe(201);
      expect(await report('complaint.acknowledged', 'a.handler-1', { complaint })).toBe(201);
      // Of a complaint that they do not see they may say nothing else, and take over no other.
      const unseen = { complaint, decision: 'decision-1', reasons: 'reasons-1' };
      expect(await report('complaint.answered', 'b.handler-1', unseen)).toBe(404);
      expect(await report('complaint.acknowledged', 'b.handler-1', { complaint: 'complaint-2' })).toBe(404);
      expect(await report('complaint.acknowledged', 'a.physician-first', { complaint })).toBe(403);
      expect(await report('complaint.acknowledged', 'b.handler-1', { complaint })).toBe(201);
      expect(await report('complaint.answered', 'b.handler-1', unseen)).toBe(201);
      const shown = ['a.handler-1', 'b.handler-1'].map(
        async (person) => (await world.ask(host, person, `/cases/${caseId}/as/complaintHandler/view`)).status,
      );
      expect(await Promise.all(shown)).toEqual([404, 200]);
      expect(await world.faults()).toEqual([]);
    });
  });

  describe('the register', () => {
    it('lets whoever comes to handle complaints see them at once, and whoever no longer does no more', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const first = await world.start();
      const story = sentStory('a');
      const pending = await world.sendAll(first, story);
      const withdrawn = await world.sendAll(first, story);
      const complaint = { by: story.employee, on: firstDay, complaint: 'complaint-1' };
      for (const caseId of [pending, withdrawn])
        await world.report(first, story.employee, caseId, {
          ...complaint,
          type: 'complaint.filed',
          against: story.own,
        });
      await world.report(first, story.employee, withdrawn, { ...complaint, type: 'complaint.withdrawn' });
      const { people, physicians } = castOf('a');
      const handler = { id: 'a.handler-1' };
      const renamed = people.map((each) => ({ ...each, id: each.id.replace('handler-1', 'handler-2') }));
      await world.admit({ people: [...renamed, handler], physicians });
      const asked = async (person: string, caseId: string) =>
        (await world.ask(first, person, `/cases/${caseId}/as/complaintHandler/view`)).status;
      for (const caseId of [pending, withdrawn])
        expect([await asked('a.handler-1', caseId), await asked('a.handler-2', caseId)]).toEqual([404, 200]);
      expect(await world.faults()).toEqual([]);
    });
  });

  describe('what is served', () => {
    it('the description is OpenAPI 3.1 of every event and of nothing that the host fills in itself', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const text = await (await fetch(`${host.address}/openapi.json`)).text();
      const { openapi, paths, servers } = JSON.parse(text);
      expect([openapi, servers]).toEqual(['3.1.0', [{ url: '.' }]]);
      expect(Object.keys(paths)).toHaveLength(7);
      const operations = Object.values<Record<string, { operationId: string }>>(paths).flatMap(Object.values);
      expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(8);
      const events = paths['/cases/{caseId}/events'].post.requestBody.content['application/json'].schema;
      const types = events.oneOf.map(
        ({ properties }: { properties: { type: { const: string } } }) => properties.type.const,
      );
      expect(types).toEqual(eventTypes);
      expect(text).not.toContain('recordedBy');
      const page = await fetch(host.address);
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'sha256-/);
      expect(await page.text()).not.toMatch(/(src|href)="https?:/);
    });

    it('the words of the language that is asked, Dutch where none is, and of no other', async () => {
      const world = await worldAt(firstDay, castOf('a'));
      const host = await world.start();
      const asked = async (path: string) => {
        const answer = await fetch(`${host.address}${path}`);
        return [answer.status, await answer.json()];
      };
      expect(await asked('/words.json')).toEqual([200, nl]);
      expect(await asked('/words.json?lang=nl')).toEqual([200, nl]);
      expect(await asked('/words.json?lang=en')).toEqual([200, en]);
      for (const path of ['/words.json?lang=fr', '/words.json?lang=', '/cases?lang=toString'])
        expect(await asked(path)).toEqual([400, { error: 'unknownLanguage' }]);
    });
  });
}
