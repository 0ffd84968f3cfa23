import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { norms, replay, secondOpinionMachine } from 'lpbso-second-opinion';
import { en } from 'lpbso-second-opinion/words/en';
import { nl } from 'lpbso-second-opinion/words/nl';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statechartJson } from '../../docs/.vitepress/written/statechart.ts';
import { type Message, startFrom } from '../../examples/inspector/actor.ts';
import { type Served, serve } from '../../examples/inspector/serve.ts';
import type { Log } from '../../examples/log.ts';
import { posterOfCase } from '../../examples/pictures/pictures.ts';
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
  await page.locator('#poster .now').waitFor();
}

/** Where to start is folded away. */
const unfold = () => page.locator('.act > details').evaluate((each) => each.setAttribute('open', ''));

const said = () => page.locator('#said').innerText();
const reported = () => page.locator('.log li[class]').count();

/** Reports what lies ready, or an event of one's own, and waits until it is shown. */
async function report(event?: unknown): Promise<void> {
  const before = await reported();
  if (event !== undefined) await page.fill('#draft', JSON.stringify(event));
  await page.click('#report');
  await expect.poll(reported).toBe(before + 1);
}

/** The card on which the case stands, by the name of its step. */
const stepShown = () => page.locator('#poster [aria-current="step"]').getAttribute('data-state');

/** Which elements of a poster are lit, by what they say of themselves. */
const litIn = (shown: Page) =>
  shown.locator(':is(.taken, .now):is([data-to], .state)').evaluateAll((all) =>
    all.map((each) => {
      const names = [...each.classList].filter((name) => name === 'taken' || name === 'now');
      return [JSON.stringify({ ...(each as unknown as { dataset: object }).dataset }), ...names.sort()].join(' ');
    }),
  );

/** Everything of the poster but what is lit, and where it stands on the screen. */
const drawnAs = async () => ({
  drawing: (await page.locator('#poster svg').evaluate<string, { outerHTML: string }>((svg) => svg.outerHTML))
    .replaceAll(/ aria-current="step"/g, '')
    .replaceAll(/ class="[^"]*"/g, (names) => names.replaceAll(/ ?\b(taken|now)\b/g, '')),
  place: await page.locator('#poster svg').boundingBox(),
  letters: await page.evaluate<string[]>(
    `[...document.querySelectorAll('#poster text')].map((each) => getComputedStyle(each).fontSize)`,
  ),
});

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

  it('lights the card of the step, and in the end what the poster of the case has lit', async () => {
    await open();
    expect(await stepShown()).toBe('application.discussing');
    const told = replay(log.opening, log.events);
    const outcomes = told.ok ? told.outcomes : [];
    for (const outcome of outcomes.slice(1)) {
      await report();
      expect(await stepShown()).toBe(outcome.ok && outcome.case.step);
    }
    const lit = await litIn(page);
    const drawn = await browser.newPage();
    await drawn.setContent(posterOfCase(log, 'nl'));
    expect(lit.length).toBeGreaterThan(20);
    expect(lit.sort()).toEqual((await litIn(drawn)).sort());
    await drawn.close();
  });

  it('changes nothing of the poster but what is lit', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open();
    const before = await drawnAs();
    expect(new Set(before.letters)).toEqual(new Set(['32px', '35px', '56px']));
    for (const _ of log.events.slice(0, 9)) await report();
    expect(await drawnAs()).toEqual(before);
  });

  it('says of each event what came of it, where the case stands and whom it told, in a live region', async () => {
    await open();
    for (const _ of log.events.slice(0, 7)) await report();
    expect(await page.locator('#said').getAttribute('role')).toBe('status');
    for (const words of [
      `7. Aanvraag verstuurd: vastgelegd`,
      nl.steps['execution.awaitingResponse'].title,
      `${nl.phrases.told} ${nl.roles.secondOpinionPhysician}`,
    ])
      expect(await said()).toContain(words);
    const last = page.locator('#turns > li').first();
    expect(await last.innerText()).toContain(await said());
    expect(await last.innerText()).toContain('2026-03-25 · physician-own');
    expect(await page.locator('#turns > li').count()).toBe(3);
    expect(await page.locator('.log details li').count()).toBe(4);
  });

  it('leaves the actor where it is on an act against the rules, and says which', async () => {
    await open();
    await report({
      type: 'request.refused',
      by: 'physician-own',
      on: '2026-03-18',
      grounds: ['cost'],
      earlierRequests: [],
    });
    expect(await stepShown()).toBe('application.discussing');
    const last = page.locator('#turns > li').first();
    expect(await last.getAttribute('class')).toBe('refused');
    expect(await last.innerText()).toContain('groundIsCompelling');
    expect(await said()).toContain(nl.norms.groundIsCompelling.unmet);
    await report({ type: 'case.closed', by: 'physician-own', on: '2026-03-18' });
    expect(await said()).toContain('hoort niet bij deze stap');
  });

  it('lists the ways on from the step, each with its rules, their clauses and whom it tells', async () => {
    await open();
    const refused = page.locator('#ways [data-event="request.refused"]');
    expect(await refused.locator('summary').first().innerText()).toContain(
      `→ ${nl.steps.refused.title}; ${nl.phrases.told} ${nl.roles.employee}`,
    );
    await refused.locator('summary').first().click();
    for (const words of [
      `${nl.norms.groundIsCompelling.rule} groundIsCompelling (${norms.groundIsCompelling.clauses.join(' ')})`,
      `${nl.roles.employee}: ${nl.notices.requestRefused}`,
      'B-04',
    ])
      expect(await refused.innerText()).toContain(words);
    const forbidden = page.locator('#ways [data-event="application.sent"]');
    expect(await forbidden.textContent()).toContain('tegen de regels');
    expect(await forbidden.locator('button').count()).toBe(0);
    await report();
    await report();
    await report();
    expect(await page.locator('#ways .step').innerText()).toBe(nl.steps['application.choosing'].title);
  });

  it('shows what can happen at a card, an exit or an arrow that is chosen, until the actor moves', async () => {
    await open();
    for (const _ of log.events.slice(0, 3)) await report();
    const step = () => page.locator('#ways .step').innerText();
    const opened = () =>
      page.locator('#ways .way[open]').evaluateAll((all) => all.map((each) => each.parentElement?.dataset.event));
    await page.locator('#poster [data-state="execution.inviting"]').press('Enter');
    expect(await step()).toBe(nl.steps['execution.inviting'].title);
    expect(await page.locator('#ways button', { hasText: 'Zet klaar' }).count()).toBe(0);
    await page.locator('#poster .chip[data-event="forwarding.unanswered"]').click();
    expect(await step()).toBe(nl.steps['execution.awaitingConsent'].title);
    expect(await opened()).toEqual(['forwarding.unanswered']);
    await page.locator('#poster .chip[data-event="employee.died"]').click();
    expect(await step()).toBe(nl.steps['application.choosing'].title);
    expect(await opened()).toEqual(['employee.died']);
    await page.locator('#poster .chip[data-event="complaint.filed"]').click();
    expect(await opened()).toEqual(['complaint.filed']);
    await page.locator('#poster [data-from="execution.forwarding"] .head').dispatchEvent('click');
    expect(await step()).toBe(nl.steps['execution.forwarding'].title);
    expect(await opened()).toEqual(['advice.forwarded', 'advice.handedOver']);
    await page.getByRole('button', { name: 'Terug naar' }).click();
    expect(await step()).toBe(nl.steps['application.choosing'].title);
    await page.locator('#poster [data-state="refused"]').click();
    await report();
    expect(await step()).toBe(nl.steps['application.preparing'].title);
  });

  it('reports nothing that is no event', async () => {
    await open();
    await received(3);
    for (const [text, answer] of [
      ['{', 'geen JSON'],
      ['{"type":"request.honoured"}', `by ${nl.issues.missing}`],
      ['{"type":"xstate.stop"}', nl.issues.unknownEvent],
    ] as const) {
      await page.fill('#draft', text);
      await page.click('#report');
      expect(await page.locator('#trouble').innerText()).toContain(answer);
    }
    await report(log.events[0]);
    await received(5);
  });

  it('fills in who may report what, when a way on is chosen', async () => {
    await open();
    await page.locator('#ways [data-event="request.refused"] summary').first().click();
    await page.locator('#ways [data-event="request.refused"] button').click();
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
    await page.locator('#draft').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(said).toContain(nl.events['instrument.discussed'].title.slice(1));
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('data-state')).toBe('application.discussing');
  });

  it('speaks Dutch where nothing is asked, and English at the press of a button', async () => {
    await open();
    await report();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.locator('h1').innerText()).toBe('De machine, live');
    await page.click('#language');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toBe('The machine, live');
    expect(await page.locator('#poster svg').getAttribute('lang')).toBe('en');
    expect(await stepShown()).toBe('application.discussing');
    expect(await page.locator('#ways .step').innerText()).toContain(en.steps['application.discussing'].title);
    expect(await said()).toContain('recorded');
    expect(await page.locator('.act summary').innerText()).toContain(log.title.en);
  });

  it('speaks the language that the command was asked for', async () => {
    const other = await serve({ locale: 'en' });
    await open(other.address);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await report();
    expect(await said()).toContain('nobody is told');
    await other.close();
  });

  it('brings the card of the step into sight on a narrow screen, and scrolls nothing else', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const other = await serve({ given: { name: 'own.json', json: log }, after: 7 });
    await open(other.address);
    const frame = await page.locator('#poster').boundingBox();
    const card = await page.locator('#poster .now').boundingBox();
    if (!frame || !card) expect.fail();
    expect(card.x).toBeGreaterThanOrEqual(frame.x);
    expect(card.x + card.width).toBeLessThanOrEqual(frame.x + frame.width);
    expect(await page.evaluate('scrollY')).toBe(0);
    await other.close();
  });

  it('is printed as the poster on one sheet, and the lists behind it', async () => {
    await open();
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['#report', '#start', '#language', '#consent'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    for (const shown of ['#poster svg', '#ways', '#turns'])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) => size.map(Number));
    expect(new Set(sheets.map(([width, height]) => `${Math.round(width ?? 0)} ${Math.round(height ?? 0)}`))).toEqual(
      new Set(['595 842']),
    );
    await page.locator('#ways').evaluate((ways) => ways.closest('section')?.remove());
    await page.locator('#turns').evaluate((turns) => turns.closest('section')?.remove());
    const alone = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(alone.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it.each([
    ['wide and light', 1440, 'light', 'none'],
    ['wide and in forced colours', 1440, 'dark', 'active'],
    ['on a tablet and light', 1024, 'light', 'none'],
    ['narrow and dark', 390, 'dark', 'none'],
  ] as const)(
    'has no axe violation and nothing beside the screen, %s, with all of it opened',
    async (_, width, colorScheme, forcedColors) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, forcedColors });
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
    },
  );
});

describe('The actor starts', () => {
  it('from a case as a host stored it, taken from a file, and goes on', async () => {
    await open();
    await unfold();
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
    const other = await serve({ given: { name: 'own.json', json: log }, after: 7 });
    await open(other.address);
    expect(await stepShown()).toBe('execution.awaitingResponse');
    expect(JSON.parse(await page.inputValue('#draft'))).toEqual(log.events[7]);
    await expect.poll(() => other.messages.length).toBe(3);
    await other.close();
  });

  it('after what broke the rules, which a live actor would not have taken', async () => {
    await open();
    await unfold();
    await page.locator('#worked').selectOption({ index: 15 });
    await page.click('#start');
    await expect.poll(() => page.inputValue('#draft')).toBe(JSON.stringify(broken.events[0], null, 2));
    await expect.poll(reported).toBe(0);
    await report();
    await report();
    expect(await page.locator('#hint').innerText()).toContain('na gebeurtenis 2.');
    await page.locator('#after').fill('2');
    await page.click('#start');
    await expect.poll(stepShown).toBe('refused');
    expect(startFrom(broken, 2).case.deviations).not.toEqual([]);
  });

  it('from nothing that is none of these, and the page says why', async () => {
    await open();
    await unfold();
    const take = (content: string) =>
      page.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    const trouble = () => page.locator('#trouble').innerText();
    await take('{');
    await expect.poll(trouble).toContain('geen JSON');
    await take(JSON.stringify({ ...caseAfter(7), step: 'refused' }));
    await expect.poll(() => page.locator('#worked option').first().innerText()).toBe('x.json');
    await page.click('#start');
    await expect.poll(trouble).toContain(`zaak: step ${nl.issues.contradiction}`);
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
    await unfold();
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
