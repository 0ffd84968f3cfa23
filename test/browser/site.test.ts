import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';

const site = fileURLToPath(new URL('../../.site/dist', import.meta.url));

/** What was built, by its place on the site. */
const built = new Map(
  (existsSync(`${site}/index.html`) ? readdirSync(site, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.html') && name !== '404.html' && !name.startsWith('playground/'))
    .sort()
    .map((name) => [name, readFileSync(`${site}/${name}`, 'utf8')]),
);

/** The path that it was built for. */
const base = /href="([^"]*)favicon\.svg"/.exec(built.get('index.html') ?? '')?.[1] ?? '/';

let server: ServerType;
let origin: string;
let browser: Browser;
let page: Page;
let complaints: string[];

/** A page for each kind of visitor, who keeps the files that they got. */
const visitors = new Map<string, Page>();

const newPage = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const visited = await context.newPage();
  visited.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  visited.on('pageerror', (error) => complaints.push(error.message));
  visited.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  visited.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) complaints.push(request.url());
  });
  return visited;
};

const opened = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
  const kind = JSON.stringify(options);
  page = visitors.get(kind) ?? (await newPage(options));
  visitors.set(kind, page);
  await page.goto(origin + base.slice(0, -1) + path);
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
  // Else the results of the last search would be shown at first.
  await page.evaluate('sessionStorage.clear()');
  await page.locator('.VPNavBarSearch button').click();
  await page.locator('#localsearch-input').fill(word);
  await page.locator('#localsearch-list .result').first().waitFor();
  return page
    .locator('#localsearch-list .result')
    .evaluateAll(
      (results, path) => results.map((each) => `/${String(each.getAttribute('href')).slice(path.length)}`),
      base,
    );
};

beforeAll(async () => {
  if (!existsSync(`${site}/index.html`)) throw new Error('the site is not built: npm run site');
  const app = new Hono().use(
    `${base}*`,
    serveStatic({ root: site, rewriteRequestPath: (path) => path.slice(base.length - 1) }),
  );
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

const schemes = ['light', 'dark'] as const;

/** One page is looked at in the one scheme, the next in the other; by `npm run test:browser:long` each in both. */
const schemesAt = (at: number) => (process.env.SCHEMES === 'both' ? schemes : [schemes[at % 2] ?? 'light']);

describe('the start page', () => {
  for (const [at, [path, lang, title, picture]] of (
    [
      ['/', 'en', 'The second opinion, step by step', 'pictures/poster.en.svg'],
      ['/nl/', 'nl', 'De second opinion, stap voor stap', 'pictures/poster.nl.svg'],
    ] as const
  ).entries())
    for (const colorScheme of schemesAt(at))
      it(`is there with its picture, and axe finds no fault: ${lang}, ${colorScheme}`, async () => {
        await opened(path, { colorScheme });
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
        expect(await loaded(`.vp-doc img[src="${base}${picture}"]`)).toEqual([true]);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      });

  it('leads to the other language', async () => {
    await opened('/');
    await page.getByRole('link', { name: 'In het Nederlands' }).click();
    await page.getByRole('heading', { level: 1, name: /stap voor stap/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });

  it('leads to the playground, which opens', async () => {
    await opened('/nl/');
    await page.locator('.vp-doc').getByRole('link', { name: 'Probeer een zaak' }).click();
    await page.waitForURL('**/playground/**');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  });
});

describe('the site under a path', () => {
  it('was built for one, so that every page here is tried under it', () => {
    expect(base, 'npm run test:browser builds it so').toBe('/sub/path/');
  });

  it('answers every request of a first page, a page, its pictures and the playground', async () => {
    for (const path of ['/', '/nl/', '/procedure.html', '/nl/pictures.html', '/clauses/', '/playground/']) {
      await opened(path);
      await page.waitForLoadState('networkidle');
    }
    expect(complaints.filter((complaint) => /^\d{3} /.test(complaint))).toHaveLength(0);
  });
});

describe('a new reader', () => {
  /** The links that lead there from the first page in English, clicked one after the other. */
  it.each([
    [
      'a physician finds who acts when',
      ['Werknemer, bedrijfsarts, HR', 'Wat mag wanneer'],
      'Wat mag wanneer',
      'aan zet:',
    ],
    [
      'an employee finds what the employer sees',
      ['Werknemer, bedrijfsarts, HR', 'Wie ziet wat'],
      'Wie ziet wat',
      'Uw werkgever',
    ],
    ['a developer finds how to install', ['Install'], 'lpbso-second-opinion', 'npm install lpbso-second-opinion'],
  ])('%s, in at most two clicks', async (_, clicks, title, told) => {
    await opened('/');
    for (const name of clicks) await page.locator('.vp-doc').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('.vp-doc').textContent()).toContain(told);
    expect(clicks.length).toBeLessThanOrEqual(2);
  });

  it('who builds software is led from page to page: first case, embed, test, events, norms, schemas, API', async () => {
    const passed = ['/readme.html'];
    while (passed.at(-1) !== '/api/') {
      const at = passed.at(-1) ?? '';
      const html = built.get(at.slice(1).replace(/\/$/, '/index.html')) ?? expect.fail(`no page ${at}`);
      const [, next = expect.fail(`nothing comes after ${at}`)] =
        /<a class="[^"]*pager-link next" href="([^"]*)"/.exec(html) ?? [];
      passed.push(`/${next.slice(base.length)}`);
    }
    await opened('/api/');
    const named = ['/readme', '/hosts', '/embedding', '/testing', '/events/', '/norms/', '/schemas', '/api/'];
    const places = named.map((name) => passed.findIndex((path) => path.replace('.html', '') === name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    await page.locator('.pager-link.prev').waitFor();
  });
});

describe('the clauses', () => {
  const shown = (): Promise<number> => page.locator('.clauses tbody tr').count();

  it('are filtered by source, rank, step and word, and counted', async () => {
    await opened('/nl/clauses/');
    const pool = await shown();
    await page.getByLabel('Bron', { exact: true }).selectOption('act');
    expect(await shown()).toBe(4);
    await page.getByLabel('Bron', { exact: true }).selectOption('');
    const all = await shown();
    expect(all).toBeGreaterThan(200);
    await page.getByLabel('Rang', { exact: true }).selectOption('pool');
    expect(await shown()).toBe(pool);
    await page.getByLabel('Stap', { exact: true }).selectOption('execution.awaitingResponse');
    const inStep = await shown();
    expect(inStep).toBeLessThan(pool);
    await page.getByLabel('Woord', { exact: true }).fill('een week');
    expect(await page.locator('.clauses').getByRole('link').allTextContents()).toEqual(['L-20']);
    expect(await page.locator('.filter output').textContent()).toBe('1 bepalingen');
    await page.getByRole('link', { name: 'L-20' }).click();
    await page.getByRole('heading', { level: 1, name: 'L-20' }).waitFor();
  });
});

describe('a page', () => {
  const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);
  const longest = new Map<string, string>();
  for (const [name, html] of built) {
    const known = built.get(longest.get(folderOf(name)) ?? '')?.length ?? 0;
    if (html.length > known) longest.set(folderOf(name), name);
  }

  /** Of the pages of one folder, which are made alike, the longest; those that people and typedoc write each. */
  const pages = [...built.keys()].filter(
    (name) => ['', 'nl/', 'api/'].includes(folderOf(name)) || longest.get(folderOf(name)) === name,
  );

  it.each(pages)('is no wider than a phone, and complains of nothing: %s', async (name) => {
    await opened(`/${name}`, { viewport: { width: 390, height: 844 } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  const inline = /<\/?(?:a|b|code|em|i|span|strong|wbr)\b[^>]*>/g;

  const wordsOf = (html: string): number => {
    const [main = ''] = /<main.*<\/main>/s.exec(html) ?? [];
    const text = main.replaceAll(inline, '').replaceAll(/<[^>]*>/g, ' ');
    return text.split(/\s+/).filter(Boolean).length;
  };

  it('is read in one sitting: none but the procedure has more than 3,000 words', () => {
    expect(built.size).toBeGreaterThan(700);
    const counts = [...built].map(([name, html]) => ({ name, words: wordsOf(html) }));
    expect(counts.filter(({ words }) => words > 3000).map(({ name }) => name)).toEqual(['procedure.html']);
    expect(counts.filter(({ words }) => words < 5)).toEqual([]);
  });

  it.each(
    [
      'errors/what-an-issue-says',
      'api/testing',
      'views',
      'nl/pictures',
      'nl/hoe-het-gaat',
      'nl/wat-mag-wanneer',
      'nl/wie-ziet-wat',
      'nl/clauses/index',
      'nl/clauses/L-20',
      'events/request.refused',
      'norms/groundIsCompelling',
      'cases/16-weeks-of-silence-then-a-bare-refusal',
      'try',
    ].map((name, at) => [name, schemesAt(at)] as const),
  )('has no fault that axe finds: %s', async (name, lookedAt) => {
    for (const colorScheme of lookedAt) {
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

  it.each([
    ['/', 'groundIsCompelling', '/norms/groundIsCompelling.html'],
    ['/', 'zwaarwegende argumenten', '/clauses/L-09.html'],
    ['/nl/', 'zwaarwegende argumenten', '/nl/clauses/L-09.html'],
    ['/nl/', 'compelling grounds', '/nl/clauses/L-09.html'],
    ['/', 'playground', '/try.html'],
    ['/nl/', 'playground', '/nl/try.html'],
  ])('is found from %s by the word for it in either language: %s', async (path, words, to) => {
    await opened(path);
    const results = await found(words);
    expect(results.map((href) => href.split('#')[0])).toContain(to);
  });

  it('about the making of the library is not found', async () => {
    await opened('/');
    const results = await found('mutants tests');
    expect(results.filter((href) => /^\/(mutation|decisions|CONTRIBUTING|performance)/.test(href))).toEqual([]);
  });

  it('in Dutch is found by a Dutch word, and goes there', async () => {
    await opened('/nl/');
    const results = await found('zomertijd');
    expect(results.every((href) => href.startsWith('/nl/'))).toBe(true);
    await page.locator('#localsearch-list .result').first().click();
    await page.waitForURL('**/nl/**');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('shows the functions in the reference, with what they answer', async () => {
    await opened('/api/');
    await page
      .locator('.vp-doc')
      .getByRole('link', { name: /^Functions/ })
      .first()
      .click();
    const about = page.locator('.vp-doc h2#advance + h3 + blockquote + p');
    expect(await about.textContent()).toContain('May this be done?');
  });
});
