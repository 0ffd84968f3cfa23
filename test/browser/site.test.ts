import { existsSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';

const site = fileURLToPath(new URL('../../.site/dist', import.meta.url));

let server: ServerType;
let origin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

const opened = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(origin + path);
};

const loaded = (selector: string): Promise<unknown> =>
  page.locator(selector).evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        await (image as unknown as { decode: () => Promise<void> }).decode();
        return (image as unknown as { naturalWidth: number }).naturalWidth > 400;
      }),
    ),
  );

const found = async (word: string): Promise<string[]> => {
  await page.locator('.VPNavBarSearch button').click();
  await page.locator('#localsearch-input').fill(word);
  await page.locator('#localsearch-list .result').first().waitFor();
  return page
    .locator('#localsearch-list .result')
    .evaluateAll((results) => results.map((each) => String(each.getAttribute('href'))));
};

beforeAll(async () => {
  if (!existsSync(`${site}/index.html`)) throw new Error('the site is not built: npm run site');
  const app = new Hono().use('*', serveStatic({ root: site }));
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve());
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

beforeEach(() => {
  complaints = [];
});

// Also: nothing was asked of anybody else.
afterEach(() => expect(complaints).toEqual([]));

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('the start page', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [path, lang, title, picture] of [
      ['/', 'en', 'The second opinion, as a statechart', '/pictures/poster.en.svg'],
      ['/nl/', 'nl', 'De second opinion, als statechart', '/pictures/poster.nl.svg'],
    ] as const)
      it(`is there with its picture, and axe finds no fault: ${lang}, ${colorScheme}`, async () => {
        await opened(path, { colorScheme });
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
        expect(await loaded(`.vp-doc img[src="${picture}"]`)).toEqual([true]);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      });

  it('leads to the other language', async () => {
    await opened('/');
    await page.getByRole('link', { name: 'In het Nederlands' }).click();
    await page.getByRole('heading', { level: 1, name: /als statechart/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });

  it('leads to the playground, which opens', async () => {
    await opened('/nl/');
    await page.locator('.vp-doc').getByRole('link', { name: 'De procedure stap voor stap' }).click();
    await page.getByRole('heading', { level: 1, name: 'Second opinion, stap voor stap' }).waitFor();
  });
});

describe('a page', () => {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !['404.html', 'playground.html'].includes(name))
    .sort();

  it.each(pages)('is no wider than a phone, and complains of nothing: %s', async (name) => {
    await opened(`/${name}`, { viewport: { width: 390, height: 844 } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  it.each(['errors', 'api/testing', 'views', 'nl/pictures'])('has no fault that axe finds: %s', async (name) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await opened(`/${name}.html`, { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target)])).toEqual([]);
    }
  });

  it.each(['/pictures', '/nl/pictures'])('shows every picture: %s', async (path) => {
    await opened(`${path}.html`);
    const all = await loaded('.vp-doc img');
    expect(all).toEqual([true, true, true, true, true, true]);
  });

  it('lets the word of a rule be found, on the page of errors', async () => {
    await opened('/');
    const results = await found('groundIsCompelling');
    expect(results.some((href) => href.startsWith('/errors.html#groundiscompelling'))).toBe(true);
  });

  it('lets a Dutch word be found, and goes there', async () => {
    await opened('/nl/');
    const results = await found('zomertijd');
    expect(results.every((href) => href.startsWith('/nl/'))).toBe(true);
    await page.locator('#localsearch-list .result').first().click();
    await page.getByRole('heading', { level: 1, name: 'De voorbeeldzaken, verteld' }).waitFor();
  });

  it('shows the functions in the reference, with what they answer', async () => {
    await opened('/api/');
    const about = page.locator('.vp-doc h3#advance + h4 + blockquote + p');
    expect(await about.textContent()).toContain('May this be done?');
  });
});
