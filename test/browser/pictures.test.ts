import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colours } from '../../examples/pictures/paint.ts';
import { openBrowser, watch } from './browser.js';

const folder = new URL('../../docs/pictures/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svg'));
const svgIn = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const pageWith = async (html: string, colorScheme: 'light' | 'dark' = 'light') => {
  const page = await browser.newPage({ colorScheme });
  const unasked = watch(page);
  await page.setContent(`<body style="margin:0">${html}</body>`);
  return { page, unasked };
};

/** `#0a58b0` as the browser says it. */
const rgb = (colour: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;

describe('a picture in a browser', () => {
  it.each(files)('is as wide as it was measured, text by text: %s', async (file) => {
    const { page, unasked } = await pageWith(svgIn(file));
    const texts = await page.evaluate<{ text: string; told: number; shown: number }[]>(`
      [...document.querySelectorAll('svg text')].map((text) => {
        const told = Number(text.getAttribute('textLength'));
        text.removeAttribute('textLength');
        return { text: text.textContent, told, shown: text.getComputedTextLength() };
      })`);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(({ told, shown }) => Math.abs(told - shown) > 0.005 * told + 0.1)).toEqual([]);
    expect(unasked).toEqual({ complaints: [], requests: [] });
    await page.close();
  });

  it.each(files)('keeps every text within its box: %s', async (file) => {
    const { page } = await pageWith(svgIn(file));
    const cut = await page.evaluate<string[]>(`
      [...document.querySelectorAll('svg .box')].flatMap((box) => {
        const outer = box.getBoundingClientRect();
        return [...box.parentElement.querySelectorAll('text')]
          .filter((text) => {
            const inner = text.getBoundingClientRect();
            return inner.left < outer.left || inner.right > outer.right || inner.bottom > outer.bottom + 1;
          })
          .map((text) => text.textContent);
      })`);
    expect(cut).toEqual([]);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('has the colours of the %s scheme', async (scheme) => {
    const { page } = await pageWith(svgIn('whole.nl.svg'), scheme);
    const seen = await page.evaluate(`({
      paper: getComputedStyle(document.querySelector('.paper')).fill,
      ink: getComputedStyle(document.querySelector('.state text')).fill,
      happy: getComputedStyle(document.querySelector('.way.happy > .line')).stroke,
      outcome: getComputedStyle(document.querySelector('.outcome > .box')).fill,
    })`);
    const { paper, ink, happy, outcome } = colours[scheme];
    expect(seen).toEqual({ paper: rgb(paper), ink: rgb(ink), happy: rgb(happy), outcome: rgb(outcome) });
    await page.close();
  });

  it('takes the colours of the page, and lights what the page lights, in one of two pictures', async () => {
    const { page } = await pageWith(
      `<style>:root{--picture-paper:#123456}</style>${svgIn('whole.nl.svg')}${svgIn('application.en.svg')}`,
    );
    const seen = await page.evaluate(`(() => {
      const [whole, phase] = document.querySelectorAll('svg');
      const box = (svg) => svg.querySelector('.state[data-state="application.discussing"] > .box');
      const fill = (element) => getComputedStyle(element).fill;
      const way = whole.querySelector('[data-event~="request.refused"][data-to="refused"]');
      box(whole).parentElement.classList.add('now');
      way.classList.add('taken');
      return {
        papers: [...document.querySelectorAll('.paper')].map(fill),
        now: fill(box(whole)),
        other: fill(box(phase)),
        taken: getComputedStyle(way.querySelector('.line')).stroke,
        ids: document.querySelectorAll('svg [id]').length,
      };
    })()`);
    expect(seen).toEqual({
      papers: ['rgb(18, 52, 86)', 'rgb(18, 52, 86)'],
      now: rgb(colours.light.now),
      other: rgb(colours.light['happy-box']),
      taken: rgb(colours.light.taken),
      ids: 0,
    });
    await page.close();
  });

  it('has a name for whoever hears it', async () => {
    const { page } = await pageWith(svgIn('completion.en.svg'));
    await expect(page.getByRole('img', { name: 'completion phase' }).count()).resolves.toBe(1);
    await page.close();
  });

  it('is shown as an image of its own size', async () => {
    const { page } = await pageWith(
      `<img src="data:image/svg+xml;base64,${Buffer.from(svgIn('whole.en.svg')).toString('base64')}">`,
    );
    const width = await page.evaluate(`(async () => {
      const image = document.querySelector('img');
      await image.decode();
      return image.naturalWidth;
    })()`);
    expect(width).toBe(Number(/width="(\d+)"/.exec(svgIn('whole.en.svg'))?.[1]));
    await page.close();
  });
});

describe('a picture in print and in other programs', () => {
  /** How far each of the small areas of two images lies apart, in the channel in which it does most: of 255. */
  const apart = async (one: string, other: string): Promise<number[]> => {
    const { page } = await pageWith(`<img src="${one}"><img src="${other}">`);
    const differences = await page.evaluate<number[]>(`(async () => {
      const [one, other] = await Promise.all([...document.querySelectorAll('img')].map(async (image) => {
        await image.decode();
        // Both drawn at their full size first: what is compared is areas, not how letters are smoothed.
        let drawn = image;
        for (const size of [1280, 640, 320, 160, 80]) {
          const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
          canvas.getContext('2d').drawImage(drawn, 0, 0, size, size);
          drawn = canvas;
        }
        return drawn.getContext('2d').getImageData(0, 0, 80, 80).data;
      }));
      return Array.from({ length: 80 * 80 }, (_, at) =>
        Math.max(...[0, 1, 2].map((channel) => Math.abs(one[4 * at + channel] - other[4 * at + channel]))));
    })()`);
    await page.close();
    return differences;
  };

  const asUrl = (type: string, bytes: Buffer | string): string =>
    `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

  /** What librsvg draws: the package librsvg2-bin has it. */
  const inLibrsvg = (svg: string): string =>
    asUrl('png', execFileSync('rsvg-convert', ['--width', '1200'], { input: svg }));

  const differing = (differences: number[]): number =>
    differences.filter((difference) => difference > 48).length / differences.length;

  it.each(files)('has the same colours in librsvg, which knows no custom properties: %s', async (file) => {
    const svg = svgIn(file);
    expect(differing(await apart(asUrl('svg+xml', svg), inLibrsvg(svg)))).toBeLessThan(0.002);
  });

  it('would be found out without colours of its own', async () => {
    const svg = svgIn('whole.nl.svg');
    const bare = svg.replaceAll(/ (fill|stroke)="[^"]*"/g, '');
    expect(differing(await apart(asUrl('svg+xml', bare), inLibrsvg(bare)))).toBeGreaterThan(0.5);
  });

  it.each(files)('is printed on one page, with nothing set: %s', async (file) => {
    const page = await browser.newPage();
    await page.goto(new URL(file, folder).href);
    const [width, height] = file.includes('whole') ? [842, 1191] : [595, 842];
    for (const preferCSSPageSize of [false, true]) {
      const pdf = (await page.pdf({ preferCSSPageSize })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const [, right, top] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      if (preferCSSPageSize) expect([right, top].map((points) => Math.round(Number(points)))).toEqual([width, height]);
    }
    await page.close();
  });
});
