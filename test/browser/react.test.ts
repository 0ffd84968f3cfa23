import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { EventType, Role } from 'lpbso-second-opinion';
import { nl } from 'lpbso-second-opinion/words/nl';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type Unasked, watch } from './browser.js';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'examples/react/dist');
const address = 'http://localhost/';

let browser: Browser;
let page: Page;
let unasked: Unasked;

beforeAll(async () => {
  // React does every effect twice, and complains of mistakes, where it is not built for production.
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'examples/react', '--minify', 'false'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: 'pipe',
    },
  );
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  unasked = watch(page);
  await page.clock.setFixedTime('2026-03-20T12:00:00Z');
  await page.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(built, pathname === '/' ? 'index.html' : pathname) });
  });
});

afterEach(async () => {
  await page.context().close();
  expect(unasked).toEqual({ complaints: [], requests: [] });
});

const step = (): Locator => page.getByRole('heading', { level: 1 });
const under = (heading: string): Locator => page.locator(`h2:text-is("${heading}") + ul > li`);

/** Fills in the form of an event, and sends it. */
async function report(role: Role, type: EventType, picks: Record<string, string> = {}): Promise<void> {
  const form = page.locator('details', { hasText: `${nl.roles[role]}: ${nl.events[type].todo}` });
  await form.locator('summary').click();
  for (const [label, option] of Object.entries(picks)) await form.getByLabel(label).selectOption(option);
  await form.getByRole('button').click();
}

describe('A live actor in React', () => {
  it('starts from an opening, and tells whoever must be told of it, once', async () => {
    await page.goto(address);
    await expect.poll(() => under('Brieven').count()).toBe(1);
    expect(await step().innerText()).toBe(nl.steps['application.discussing'].title);
    expect(await page.getByText(nl.phases.application, { exact: true }).count()).toBe(1);
    expect(await under('Aan zet').allInnerTexts()).toEqual(['de eigen bedrijfsarts, sinds 2026-03-18']);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('takes steps with what the forms hold, and goes on from the case that was stored', async () => {
    await page.goto(address);
    await report('ownPhysician', 'instrument.discussed', { [nl.fields.advised]: 'secondOpinion' });
    await report('ownPhysician', 'request.honoured');
    await expect.poll(() => step().innerText()).toBe(nl.steps['application.choosing'].title);
    await page.reload();
    expect(await step().innerText()).toBe(nl.steps['application.choosing'].title);
    expect(await under('Aan zet').allInnerTexts()).toEqual(['de werknemer, sinds 2026-03-20']);
    expect(await under('Brieven').count()).toBe(0);
    await report('employee', 'physicians.chosen', { [nl.fields.first]: 'physician-zuid' });
    await expect.poll(() => step().innerText()).toBe(nl.steps['application.preparing'].title);
  });

  it('says why an event is not taken, and stays where it is', async () => {
    await page.goto(address);
    await report('ownPhysician', 'request.refused', { [nl.fields.grounds]: 'cost' });
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(nl.norms.instrumentWasDiscussed.unmet);
    expect(await step().innerText()).toBe(nl.steps['application.discussing'].title);
    await report('ownPhysician', 'instrument.discussed');
    await expect.poll(() => page.getByRole('alert').innerText()).toBe(`advised ${nl.issues.missing}`);
    await report('ownPhysician', 'request.honoured');
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('');
  });

  it('says why it cannot start', async () => {
    const html = readFileSync(join(built, 'index.html'), 'utf8').replace('"caseId": "case-1",', '');
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(address);
    await expect.poll(() => page.locator('#page').innerText()).toContain('No opening: caseId is missing');
  });
});
