import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type EventType, eventTypes, type Role, steps } from 'lpbso-second-opinion';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Locale, wordsFor } from '../../examples/host/languages.ts';
import { openBrowser, watch } from '../browser/browser.ts';
import { SqliteWorld } from './host-world.ts';
import { storyOf } from './stories.ts';
import { root, until } from './world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A host of one test's own, with made-up people; answers its address. */
async function tried(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tried-'));
  const env = { ...process.env, HOST_DATA: folder, HOST_PORT: '0', HOST_OPERATIONS_PORT: '0' };
  const host = spawn(process.execPath, ['examples/host/main.ts', '--try'], { cwd: root, env });
  const gone = once(host, 'exit');
  onTestFinished(async () => {
    host.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });
  let said = '';
  for (const stream of [host.stdout, host.stderr])
    stream.setEncoding('utf8').on('data', (part) => {
      said += part;
    });
  await until('the host listens', () => {
    if (host.exitCode !== null) throw new Error(`The host did not start: ${said}`);
    return /Listening on \S+ .*\n/.test(said);
  });
  return /Listening on (\S+)/.exec(said)?.[1] ?? '';
}

/** A proxy that serves the host under a path of its own, and writes down what it is asked besides. */
async function under(prefix: string, address: string): Promise<{ address: string; besides: string[] }> {
  const besides: string[] = [];
  const proxy = createServer((asked, answer) => {
    const { url = '', method, headers } = asked;
    if (!url.startsWith(prefix)) {
      besides.push(url);
      answer.writeHead(404).end();
      return;
    }
    const onward = request(address + url.slice(prefix.length - 1), { method, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(async () => {
    proxy.closeAllConnections();
    await new Promise((done) => proxy.close(done));
  });
  return { address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${prefix}`, besides };
}

interface Look {
  locale?: Locale;
  colorScheme?: 'light' | 'dark';
  width?: number;
}

async function pageAt(address: string, { locale = 'nl', colorScheme = 'light', width = 1_280 }: Look = {}) {
  const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const unasked = watch(page);
  await page.goto(address);
  return { page, unasked };
}

const cap = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const personOf = (page: Page, id: string) => page.locator('#people button', { hasText: id });
const title = (page: Page) => page.locator('#says').getByText(/\w/);
const actOf = (page: Page, type: EventType) => page.locator(`#acts details[data-type="${type}"]`);

async function be(page: Page, id: string): Promise<void> {
  await personOf(page, id).click();
  await page.locator('#people [aria-pressed=true]', { hasText: id }).waitFor();
}

async function open(page: Page): Promise<void> {
  await be(page, 'employee-1');
  await page.locator('#opening > button').click();
  await title(page).waitFor();
}

/** Reports something that is offered, and waits until the page says that it is taken. */
async function report(page: Page, type: EventType, fillIn: (act: ReturnType<typeof actOf>) => Promise<unknown>) {
  const act = actOf(page, type);
  await act.locator('summary').click();
  await fillIn(act);
  await act.locator('form > button').click();
  await page.locator('#said').getByText(/\w/).waitFor();
}

/** Names of the library and days as they are stored, which nobody should read. */
const names = [...eventTypes, ...steps].filter((name) => name.includes('.')).join('|');
const raw = new RegExp(`${names}|[a-z][A-Z]|\\b(undefined|null|\\d{4}-\\d\\d-\\d\\d)\\b`);

/** What is wrong with a page as it is now, for whoever reads it. */
async function flaws(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const text = await page.locator('main').innerText();
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    ...(raw.exec(text) ?? []),
    ...(wide ? ['wider than the window'] : []),
  ];
}

const looks = [
  ['nl', 'light', 1_280],
  ['nl', 'dark', 390],
  ['en', 'light', 390],
  ['en', 'dark', 1_280],
] as const;

describe('the page to try the host on', () => {
  it.each(looks)(
    'opens the first case in three clicks at most and with nothing typed, in %s, %s and %i wide',
    async (locale, colorScheme, width) => {
      const { page, unasked } = await pageAt(await tried(), { locale, colorScheme, width });
      const roles: [string, Role][] = [
        ['employee-1', 'employee'],
        ['physician-own', 'ownPhysician'],
      ];
      for (const [id, role] of roles)
        await personOf(page, id).getByText(wordsFor(locale, 'host').roles[role], { exact: true }).waitFor();
      expect(await flaws(page)).toEqual([]);
      let clicks = 0;
      for (const button of [personOf(page, 'employee-1'), page.locator('#opening > button')]) {
        await button.click();
        clicks += 1;
      }
      await title(page).waitFor();
      expect(clicks).toBeLessThanOrEqual(3);
      const { events, steps } = wordsFor(locale, 'employee');
      expect(await page.textContent('#says')).toContain(cap(steps['application.discussing'].sentence));
      expect(await actOf(page, 'request.withdrawn').locator('summary').textContent()).toBe(
        cap(events['request.withdrawn'].todo),
      );
      for (const id of ['#request', '#lookers', '#sees', '[data-type="complaint.filed"]'])
        await page.locator(`${id} > summary`).click();
      await page.locator('#lookers li').first().waitFor();
      expect(await flaws(page)).toEqual([]);
      expect(unasked).toEqual({ complaints: [], requests: [] });
    },
  );

  it('takes the first acts of the usual way from the employee and their physician, under a path of its own', async () => {
    const { address, besides } = await under('/second-opinion/', await tried());
    const { page, unasked } = await pageAt(address);
    const professional = wordsFor('nl', 'ownPhysician');
    const says = (type: EventType, words = professional) => `Opgenomen: ${words.events[type].title}.`;
    await open(page);
    await be(page, 'physician-own');
    await report(page, 'instrument.discussed', (act) => act.locator('[name=advised]').selectOption('secondOpinion'));
    expect(await page.textContent('#said')).toBe(says('instrument.discussed'));
    await report(page, 'adviceInForce.explained', async () => {});
    expect(await page.textContent('#said')).toBe(says('adviceInForce.explained'));
    await report(page, 'request.honoured', async () => {});
    expect(await page.textContent('#said')).toBe(says('request.honoured'));
    await be(page, 'employee-1');
    await title(page).getByText('kies een bedrijfsarts', { exact: false }).waitFor();
    expect(await page.locator('#acts details.asked').first().getAttribute('data-type')).toBe('physicians.chosen');
    await report(page, 'physicians.chosen', (act) => act.locator('[name=first]').fill('physician-first'));
    expect(await page.textContent('#said')).toBe(says('physicians.chosen', wordsFor('nl', 'employee')));
    expect(await page.locator('#timeline li').count()).toBe(5);
    expect(besides).toEqual([]);
    expect(unasked).toEqual({ complaints: [], requests: [] });
  });

  it('needs no mouse', async () => {
    const { page } = await pageAt(await tried());
    await personOf(page, 'employee-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('#opening > button').waitFor();
    expect(await page.evaluate('document.activeElement.matches("#people button")')).toBe(true);
    const tabTo = async (selector: string) => {
      for (let tabs = 0; !(await page.evaluate(`document.activeElement.matches('${selector}')`)); tabs += 1) {
        expect(tabs, `the keyboard reaches ${selector}`).toBeLessThan(40);
        await page.keyboard.press('Tab');
      }
    };
    await tabTo('#opening > button');
    await page.keyboard.press('Enter');
    await title(page).waitFor();
    await tabTo('#acts [data-type="request.withdrawn"] summary');
    await page.keyboard.press('Enter');
    await tabTo('#acts [data-type="request.withdrawn"] form > button');
    await page.keyboard.press('Enter');
    await page.locator('#said').getByText(/\w/).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('said');
  });

  it.each(['nl', 'en'] as const)(
    'offers only what is expected, and says what stands in the way, in %s',
    async (lang) => {
      const { page } = await pageAt(await tried(), { locale: lang });
      const { events, norms } = wordsFor(lang, 'ownPhysician');
      await open(page);
      await be(page, 'physician-own');
      await title(page).waitFor();
      expect(await page.locator('#acts summary').allTextContents()).toEqual(
        (
          [
            ...['instrument.discussed', 'adviceInForce.explained', 'request.honoured', 'request.refused'],
            ...['request.foundOutOfScope', 'employee.died', 'employer.informed'],
          ] as EventType[]
        ).map((type) => cap(events[type].todo)),
      );
      const act = actOf(page, 'request.refused');
      await act.locator('summary').click();
      const inTheWay = () => act.locator('li').allTextContents();
      expect(await inTheWay()).toEqual([cap(norms.instrumentWasDiscussed.unmet)]);
      const { fields } = wordsFor(lang, 'ownPhysician');
      const labels = await act.locator('legend, form > label > span').allTextContents();
      expect(labels.map((label) => label.replace(/ (\(.*)?$/, ''))).toEqual(
        [fields.grounds, fields.earlierRequests, fields.reasons, fields.on].map(cap),
      );
      await act.locator('[value=labourConflict]').check();
      await act.locator('[name=reasons]').fill('reasons-1');
      await act.locator('form > button').click();
      await act.locator('[role=status] li').first().waitFor();
      expect(await inTheWay()).toContain(cap(norms.instrumentWasDiscussed.unmet));
      await act.locator('[name=reasons]').fill('reasons of mine');
      await act.locator('form > button').click();
      expect(await act.locator('[name=reasons]:invalid').count()).toBe(1);
      expect(await flaws(page)).toEqual([]);
    },
  );

  it('tells the employee who looked at their case, and nobody else', async () => {
    const { page } = await pageAt(await tried());
    await open(page);
    await be(page, 'physician-own');
    await title(page).waitFor();
    expect(await page.locator('#lookers').isHidden()).toBe(true);
    await be(page, 'employee-1');
    await page.locator('#lookers summary').click();
    const { roles } = wordsFor('nl', 'host');
    await page
      .locator('#lookers li', { hasText: `physician-own · ${roles.ownPhysician}` })
      .first()
      .waitFor();
  });

  it('speaks the other language at once, and stays where it is', async () => {
    const { page } = await pageAt(await tried());
    await open(page);
    await page.locator('#en').click();
    const { steps, events } = wordsFor('en', 'employee');
    await title(page).getByText(cap(steps['application.discussing'].sentence), { exact: false }).waitFor();
    await page.getByText(cap(events['request.withdrawn'].todo), { exact: true }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await flaws(page)).toEqual([]);
  });

  it('asks for a token where the host has an identity provider, and for every field of the request', async () => {
    const today = '2026-03-18';
    const { opening, people } = storyOf(0, 'a', today);
    const world = await SqliteWorld.at(today, people);
    onTestFinished(() => world.end());
    const host = await world.start();
    const { page, unasked } = await pageAt(host.address);
    expect(await page.locator('#people button').count()).toBe(0);
    await page.fill('#token', await world.token('a.employee-1'));
    await page.click('#login button');
    await page.getByText('U bent a.employee-1.').waitFor();
    await fillIn(page, opening);
    expect(await flaws(page)).toEqual([]);
    await page.click('#opening > button');
    await title(page).waitFor();
    const caseId = / (\S+)$/.exec((await page.textContent('#where')) ?? '')?.[1] ?? '';
    world.acknowledged.push({ caseId, event: opening, recorder: 'a.employee-1' });
    expect(unasked).toEqual({ complaints: [], requests: [] });
    await page.context().close();
    expect(await world.faults()).toEqual([]);
  });
});

/** Fills in each field of an opening by its place in it, and nothing else. */
async function fillIn(page: Page, told: object, within = page.locator('#openingFields')): Promise<void> {
  for (const [name, value] of Object.entries(told)) {
    if (typeof value === 'object' && !Array.isArray(value)) {
      await fillIn(page, value as object, within.locator(`:scope > fieldset[data-name="${name}"]`));
      continue;
    }
    const input = within.locator(`:scope > label > [name="${name}"]`);
    if (await input.isHidden()) expect(await input.inputValue()).toBe(value);
    else if (await input.evaluate((each) => each.matches('select'))) await input.selectOption(String(value));
    else await input.fill([value].flat().join(', '));
  }
}
