import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, watch } from '../browser/browser.ts';
import { SqliteWorld } from './sqlite-world.ts';
import { storyOf, together } from './stories.ts';

const today = '2026-03-18';
const casts = { nl: storyOf(0, 'a', today), en: storyOf(0, 'b', today) };

let browser: Browser;
let world: SqliteWorld;
beforeAll(async () => {
  browser = await openBrowser();
  world = await SqliteWorld.at(today, together(Object.values(casts)));
});
afterAll(async () => {
  await browser.close();
  await world.end();
});

/** Fills in each field of an opening by the way to it, and nothing else. */
async function fillIn(page: Page, told: object, way = ''): Promise<void> {
  for (const [name, value] of Object.entries(told)) {
    const input = page.locator(`#openingFields [data-key="${way}${name}"]`);
    if (typeof value === 'object' && !Array.isArray(value)) await fillIn(page, value as object, `${way}${name}.`);
    else if (await input.isHidden()) expect(await input.inputValue()).toBe(value);
    else if (await input.evaluate((each) => each.matches('select'))) await input.selectOption(String(value));
    else await input.fill([value].flat().join(', '));
  }
}

describe('the page to try the host on', () => {
  it.each([
    ['nl', 'light', 1_280],
    ['en', 'dark', 380],
  ] as const)(
    'opens a case and reports in it, in %s, %s and %i wide, and asks nothing of anybody else',
    async (locale, colorScheme, width) => {
      const { opening } = casts[locale];
      const cast = locale === 'nl' ? 'a' : 'b';
      const host = await world.start();
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const unasked = watch(page);
      await page.goto(host.address);
      const enter = async (person: string) => {
        await page.fill('#token', await world.token(`${cast}.${person}`));
        await page.click('#login button');
        await page.getByText(`${cast}.${person}.`).waitFor();
      };

      await enter('employee-1');
      await page.click('summary');
      await fillIn(page, opening);
      await page.click('#opening > button');
      await page
        .locator('#where')
        .getByText(/[0-9a-f]{32}/)
        .waitFor();
      const caseId = (await page.textContent('#where'))?.split(' · ')[1] ?? '';
      world.acknowledged.push({ caseId, event: opening, recorder: `${cast}.employee-1` });

      await enter('physician-own');
      await page.locator('#cases button').click();
      await page.selectOption('#type', 'instrument.discussed');
      await page.selectOption('[data-key=advised]', 'secondOpinion');
      await page.click('#report > button');
      await page.locator('#sent:not(.no)').getByText(/./).waitFor();
      const event = { type: 'instrument.discussed', by: `${cast}.physician-own`, on: today, advised: 'secondOpinion' };
      world.acknowledged.push({ caseId, event, recorder: `${cast}.physician-own` });
      for (const part of await page.locator('#parts button').all()) {
        await part.click();
        await part.and(page.locator('[aria-pressed=true]')).waitFor();
      }
      await page.evaluate('document.querySelectorAll("#parts button").forEach((button) => button.click())');
      await page.locator('ol.story li').first().waitFor();

      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(unasked).toEqual({ complaints: [], requests: [] });
      await context.close();
      expect(await world.faults()).toEqual([]);
      await host.stop();
    },
  );
});
