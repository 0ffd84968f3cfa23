import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../examples/languages.ts';
import { openBrowser, watch } from './browser.js';

const require = createRequire(import.meta.url);
const viewer = require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('the BPMN file in bpmn-js', () => {
  it.each(locales)('opens without a warning, whole and with every name in its place, in %s', async (locale) => {
    const xml = readFileSync(new URL(`../../docs/pictures/second-opinion.${locale}.bpmn`, import.meta.url), 'utf8');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const unasked = watch(page);
    await page.setContent('<body style="margin:0"><main style="height:100vh"></main></body>');
    await page.addScriptTag({ path: viewer });
    const opened = await page.evaluate<{
      warnings: string[];
      drawn: number;
      outside: string[];
      cut: string[];
    }>(`(async () => {
      const viewer = new BpmnJS({ container: document.querySelector('main') });
      const { warnings } = await viewer.importXML(${JSON.stringify(xml)});
      viewer.get('canvas').zoom('fit-viewport');
      const space = document.querySelector('main').getBoundingClientRect();
      const shapes = [...document.querySelectorAll('.djs-shape, .djs-connection')];
      const name = (shape) => shape.dataset.elementId;
      const leaves = (inner, outer) =>
        inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
      const texts = [...document.querySelectorAll('.djs-shape > .djs-visual > text')].map((text) => ({
        shape: text.closest('.djs-shape'),
        box: text.getBoundingClientRect(),
      }));
      const overlap = (one, other) =>
        one.left + 1 < other.right && other.left + 1 < one.right && one.top + 1 < other.bottom && other.top + 1 < one.bottom;
      return {
        warnings: warnings.map(({ message }) => message),
        drawn: shapes.length,
        outside: shapes.filter((shape) => leaves(shape.getBoundingClientRect(), space)).map(name),
        high: viewer.get('elementRegistry')
          .filter((element) => element.type === 'label')
          .filter((label) => {
            const text = viewer.get('elementRegistry').getGraphics(label).querySelector('.djs-visual > text');
            return text.getBBox().height > label.di.label.bounds.height + 2;
          })
          .map(({ id }) => id),
        cut: texts.flatMap(({ shape, box }, index) => [
          ...[...shape.querySelectorAll('.djs-visual > rect')]
            .filter((rect) => leaves(box, rect.getBoundingClientRect()))
            .map(() => name(shape) + ' is cut'),
          ...[...document.querySelectorAll('.djs-visual > circle')]
            .filter((circle) => overlap(box, circle.getBoundingClientRect()))
            .map((circle) => name(shape) + ' on ' + name(circle.closest('.djs-shape'))),
          ...texts.slice(index + 1).filter((other) => overlap(box, other.box)).map((other) => name(shape) + ' on ' + name(other.shape)),
        ]),
      };
    })()`);
    expect(opened).toEqual({ warnings: [], drawn: expect.any(Number), outside: [], high: [], cut: [] });
    expect(opened.drawn).toBeGreaterThan(100);
    expect(unasked).toEqual({ complaints: [], requests: [] });
    await page.close();
  });
});
