import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { replay, secondOpinionMachine } from 'lpbso-second-opinion';
import { en } from 'lpbso-second-opinion/words/en';
import { nl } from 'lpbso-second-opinion/words/nl';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statechartJson } from '../../docs/.vitepress/written/statechart.ts';
import { type Message, startFrom } from '../../examples/inspector/actor.ts';
import { type Served, serve } from '../../examples/inspector/serve.ts';
import type { Log } from '../../examples/log.ts';
import { valueAt } from '../support/chart.js';
import { openBrowser, type Unasked, watch } from './browser.js';

const root = resolve(import.meta.dirname, '../..');
const jsonIn = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const statechart = JSON.parse(statechartJson());
const log: Log & { title: Record<'nl' | 'en', string> } = jsonIn(
  'examples/cases/01-adopted-across-the-clock-change.json',
);
const broken: Log = jsonIn('examples/cases/16-weeks-of-silence-then-a-bare-refusal.json');

/** What a library leaves where it cuts something off or finds no name. */
const nameless = /inline|anonymous|\[Object|\[Array|\[Function|\[\.\.\.|not stringified/;

const caseAfter = (events: number) => {
  const told = replay(log.opening, log.events.slice(0, events));
  return told.ok ? told.case : expect.fail();
};

let browser: Browser;
let served: Served;
let page: Page;
let unasked: Unasked;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  served = await serve();
  page = await (await browser.newContext()).newPage();
  unasked = watch(page);
});

afterEach(async () => {
  await page.context().close();
  await served.close();
  expect(unasked).toEqual({ complaints: [], requests: [] });
});

const received = (count: number): Promise<void> => expect.poll(() => served.messages.length).toBe(count);

async function open(address = served.address): Promise<void> {
  await page.goto(address);
  await page.locator('#stands .step').waitFor();
}

const turns = () => page.locator('#turns > li:not(.started)');

/** Reports what lies ready, or an event of one's own, and waits until it is shown. */
async function report(event?: unknown): Promise<void> {
  const before = await turns().count();
  if (event !== undefined) await page.fill('#draft', JSON.stringify(event));
  await page.click('#report');
  await turns().nth(before).waitFor();
}

const stepShown = () => page.locator('#stands .step code').innerText();

const steps = (messages: Message[]) =>
  messages.flatMap((message) =>
    message.type === '@xstate.snapshot' ? [(message.snapshot as unknown as { value: unknown }).value] : [],
  );

describe('The page of the live actor', () => {
  it('sends the receiver on this machine the whole chart, and where the actor stands', async () => {
    await open();
    await received(3);
    const [actor, started, snapshot] = served.messages;
    const definition = actor?.type === '@xstate.actor' ? actor.definition : undefined;
    expect(JSON.parse(definition ?? '')).toEqual(statechart);
    const { context: _context, schemas: _schemas, ...config } = secondOpinionMachine.config;
    expect(JSON.parse(definition ?? '')).toEqual(JSON.parse(JSON.stringify(config)));
    expect(started).toMatchObject({ type: '@xstate.event', event: { type: 'xstate.init', input: log.opening } });
    expect(steps(snapshot ? [snapshot] : [])).toEqual([
      { procedure: { application: 'discussing' }, complaints: 'none', employerRoute: 'none' },
    ]);
  });

  it('tells a whole case, reported event by event, and the receiver gets all of it by name', async () => {
    await open();
    for (const _ of log.events) await report();
    await received(3 + 2 * log.events.length);
    expect(await stepShown()).toBe('concluded');
    expect(await page.locator('#hint').innerText()).toContain('ten einde');

    const events = served.messages.flatMap((message) => (message.type === '@xstate.event' ? [message.event] : []));
    expect(events.slice(1)).toEqual(log.events);
    const told = replay(log.opening, log.events);
    const expected = told.ok ? told.outcomes.map((outcome) => outcome.ok && valueAt(outcome.case)) : [];
    expect(steps(served.messages)).toEqual(expected);
    expect(JSON.stringify(served.messages)).not.toMatch(nameless);
    expect(await page.locator('body').innerText()).not.toMatch(nameless);
  });

  it('shows of each event its guard, its actions, its clauses and where it led', async () => {
    await open();
    for (const _ of log.events.slice(0, 7)) await report();
    const latest = await turns().first().innerText();
    for (const name of [
      'application.sent',
      'application.preparing',
      'execution.awaitingResponse',
      'isAllowed',
      'evolve',
    ])
      expect(latest).toContain(name);
    for (const name of [
      'recipientIsAuthorised',
      'tell secondOpinionPhysician applicationSent',
      'L-16',
      'D-2.14d.4',
      '2026-03-25',
    ])
      expect(latest).toContain(name);
    expect(latest).toContain(nl.steps['execution.awaitingResponse'].title);
  });

  it('leaves the actor where it is on an act against the rules, and says by which guard and which norms', async () => {
    await open();
    await report({
      type: 'request.refused',
      by: 'physician-own',
      on: '2026-03-18',
      grounds: ['cost'],
      earlierRequests: [],
    });
    expect(await stepShown()).toBe('application.discussing');
    expect(await turns().first().getAttribute('class')).toBe('refused');
    expect(await turns().first().innerText()).toContain('groundIsCompelling');
    expect(await page.locator('#came').innerText()).toContain('groundIsCompelling');
    await report({ type: 'case.closed', by: 'physician-own', on: '2026-03-18' });
    expect(await page.locator('#came').innerText()).toContain('geen weg verder');
  });

  it('reports nothing that is no event', async () => {
    await open();
    await received(3);
    for (const [text, answer] of [
      ['{', 'geen JSON'],
      ['{"type":"request.honoured"}', 'geen gebeurtenis'],
      ['{"type":"xstate.stop"}', 'geen gebeurtenis'],
    ] as const) {
      await page.fill('#draft', text);
      await page.click('#report');
      expect(await page.locator('#came').innerText()).toContain(answer);
    }
    await report(log.events[0]);
    await received(5);
  });

  it('fills in who may report what, when a way on is chosen', async () => {
    await open();
    await page.locator('summary', { hasText: /^Wegen verder/ }).click();
    await page.locator('#ways button', { hasText: 'request.refused' }).click();
    expect(JSON.parse(await page.inputValue('#draft'))).toEqual({
      type: 'request.refused',
      by: 'physician-own',
      on: '2026-03-18',
      grounds: null,
      earlierRequests: null,
      reasons: null,
    });
    expect(await page.locator('#draft').evaluate((draft) => draft.matches(':focus'))).toBe(true);
  });

  it('can be worked with the keyboard alone', async () => {
    await open();
    await page.locator('#start').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await turns().first().waitFor();
    expect(await turns().first().innerText()).toContain('instrument.discussed');
  });

  it('speaks Dutch first, and English', async () => {
    await open();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.locator('h1').innerText()).toBe('Live in de inspector');
    await page.click('#language');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toBe('Live in the inspector');
    expect(await page.locator('#stands .step').innerText()).toContain(en.steps['application.discussing'].title);
    expect(await page.locator('#worked').innerText()).toContain(log.title.en);
  });

  it.each([
    ['wide and light', 1360, 'light'],
    ['narrow and dark', 360, 'dark'],
  ] as const)(
    'has no axe violation and nothing beside the screen, %s, with all of it opened',
    async (_, width, scheme) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await open();
      for (const _ of log.events.slice(0, 7)) await report();
      await report({
        type: 'request.refused',
        by: 'physician-own',
        on: '2026-03-26',
        grounds: ['cost'],
        earlierRequests: [],
      });
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      // The chart shows every state alike: three are enough.
      const { violations } = await new AxeBuilder({ page }).exclude('#chart > h3:nth-of-type(n + 4) ~ *').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
    },
  );
});

describe('The actor starts', () => {
  it('from a case as a host stored it, taken from a file, and goes on', async () => {
    await open();
    await page.setInputFiles('#file', {
      name: 'stored.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(caseAfter(7))),
    });
    await expect
      .poll(() => page.locator('#worked').evaluate((each) => (each as unknown as { value: string }).value))
      .toBe('stored.json');
    await page.click('#start');
    await expect.poll(stepShown).toBe('execution.awaitingResponse');
    await report(log.events[7]);
    await report(log.events[8]);
    expect(await stepShown()).toBe('execution.inviting');
    await received(3 + 3 + 4);
    const own = served.messages.slice(3);
    expect(own[0]).toMatchObject({ type: '@xstate.actor', definition: JSON.stringify(statechart) });
    expect(steps(own).at(0)).toEqual({
      procedure: { execution: 'awaitingResponse' },
      complaints: 'none',
      employerRoute: 'none',
    });
    expect(steps(own).at(-1)).toEqual({
      procedure: { execution: { engaged: { consulting: 'inviting' } } },
      complaints: 'none',
      employerRoute: 'none',
    });
    expect(JSON.stringify(own)).not.toMatch(nameless);
  });

  it('from what the command was given, after as many events as it said', async () => {
    const other = await serve({ name: 'own.json', json: log }, 7);
    await open(other.address);
    expect(await stepShown()).toBe('execution.awaitingResponse');
    expect(JSON.parse(await page.inputValue('#draft'))).toEqual(log.events[7]);
    await expect.poll(() => other.messages.length).toBe(3);
    await other.close();
  });

  it('after what broke the rules, which a live actor would not have taken', async () => {
    await open();
    await page.locator('#worked').selectOption({ index: 15 });
    await page.click('#start');
    await expect.poll(() => page.inputValue('#draft')).toBe(JSON.stringify(broken.events[0], null, 2));
    await expect.poll(() => turns().count()).toBe(0);
    await report();
    await report();
    expect(await page.locator('#came').innerText()).toContain('nummer 2.');
    await page.locator('#after').fill('2');
    await page.click('#start');
    await expect.poll(stepShown).toBe('refused');
    expect(startFrom(broken, 2).case.deviations).not.toEqual([]);
  });

  it('from nothing that is none of these, and the page says why', async () => {
    await open();
    const take = (content: string) =>
      page.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    const trouble = () => page.locator('.trouble').innerText();
    await take('{');
    await expect.poll(trouble).toContain('geen JSON');
    await take(JSON.stringify({ ...caseAfter(7), step: 'refused' }));
    await expect.poll(() => page.locator('#worked option').first().innerText()).toBe('x.json');
    await page.click('#start');
    await expect.poll(trouble).toContain('case: step contradicts the file');
  });
});

describe('Stately’s own inspector', () => {
  /** Answers in the place of stately.ai, as `createBrowserReceiver` of the package does; nothing leaves this machine. */
  const standIn = `<!doctype html><title>stand-in</title><script>
    received = [];
    addEventListener('message', ({ data }) => received.push(data));
    opener.postMessage({ type: '@statelyai.connected' }, '*');
  </script>`;

  const asked: string[] = [];

  beforeEach(async () => {
    asked.length = 0;
    await page.context().route(/^(?!http:\/\/127\.0\.0\.1)/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: standIn });
    });
  });

  const openButton = () => page.getByRole('button', { name: 'Open stately.ai' });

  it('is not opened until it was said what goes there, and it was ticked that it may', async () => {
    await open();
    const said = await page.locator('.hosted').innerText();
    for (const words of [
      'https://stately.ai/inspect',
      'de hele zaak',
      'elke verwijzing',
      'elke dag',
      'stuur nooit een echte zaak',
    ])
      expect(said).toContain(words);
    expect(said).toContain('Van deze actor is daar niets heen gestuurd.');
    expect(await openButton().isDisabled()).toBe(true);
    await page.locator('#consent').check();
    expect(await openButton().isDisabled()).toBe(false);
    await report();
    expect(asked).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('gets every message once it is chosen, uncut, and no more after it is stopped', async () => {
    await open();
    await report();
    await page.locator('#consent').check();
    const [popup] = await Promise.all([page.waitForEvent('popup'), openButton().click()]);
    const there = () => popup.evaluate<Message[]>('received');
    await expect.poll(async () => (await there()).length).toBe(5);
    await report();
    await expect.poll(async () => (await there()).length).toBe(7);
    await received(7);
    expect(await there()).toEqual(served.messages);
    expect(asked).toEqual(['https://stately.ai/inspect']);

    const closed = popup.waitForEvent('close');
    await page.getByRole('button', { name: 'Stop' }).click();
    await closed;
    await report();
    await received(9);
    expect(await page.locator('#hosted').innerText()).toContain('Gestopt');
    expect(await openButton().isDisabled()).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('gets nothing of another case that is started later', async () => {
    await open();
    await page.locator('#consent').check();
    const [popup] = await Promise.all([page.waitForEvent('popup'), openButton().click()]);
    const closed = popup.waitForEvent('close');
    await page.click('#start');
    await closed;
    expect(await page.locator('#hosted').innerText()).toBe('Van deze actor is daar niets heen gestuurd.');
  });

  it('is said not to be open where the browser stops its window', async () => {
    await page.addInitScript('window.open = () => null');
    await open();
    await page.locator('#consent').check();
    await openButton().click();
    expect(await page.locator('#hosted').innerText()).toContain('hield het venster tegen');
    expect(asked).toEqual([]);
  });
});

describe('The receiver', () => {
  const answerTo = (headers: Record<string, string>, method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${served.address}messages`, { headers, method }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end(method === 'POST' ? '{}' : undefined);
    });

  it('answers its own page only, and no other site in the same browser', async () => {
    const host = new URL(served.address).host;
    expect(await answerTo({ host, origin: `http://${host}` })).toBe(200);
    expect(await answerTo({ host: 'elsewhere.example' })).toBe(403);
    expect(await answerTo({ host, origin: 'https://elsewhere.example' }, 'POST')).toBe(403);
    expect(await answerTo({ host, origin: 'null' }, 'POST')).toBe(403);
    expect(served.messages).toEqual([]);
  });

  it('cannot be reached over a network', async () => {
    const port = Number(new URL(served.address).port);
    const reaches = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, host, () => resolve(true)).on('error', () => resolve(false));
        socket.unref();
      });
    expect(await reaches('127.0.0.1')).toBe(true);
    const outward = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, internal } of outward) if (!internal) expect(await reaches(address), address).toBe(false);
  });

  it('gives what it received, a line each', async () => {
    await open();
    await received(3);
    const lines = (await (await fetch(`${served.address}messages`)).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(served.messages);
  });

  it('serves a page without the part of the package that sends everything to a third party', async () => {
    await open();
    const script = await page.locator('script').getAttribute('src');
    const source = await (await fetch(new URL(script ?? '', served.address))).text();
    expect(source).toContain('stately.ai/inspect');
    expect(source).not.toContain('partykit.dev');
  });
});
