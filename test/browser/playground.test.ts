import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EventType, openCase, replay } from '../../src/index.js';
import { nl } from '../../src/words/nl.js';
import { openBrowser, type Unasked, watch } from './browser.ts';

const built = new URL('../../examples/playground/dist/index.html', import.meta.url);

const cases = readdirSync(new URL('../../examples/cases/', import.meta.url)).sort();

interface Entry {
  type: string;
  by: string;
  on: string;
}

interface Log {
  opening: unknown;
  events: Entry[];
}

const nameOf = (start: string): string =>
  cases.find((each) => each.startsWith(start))?.replace('.json', '') ?? expect.fail(`no case ${start}`);

const logOf = (start: string): Log =>
  JSON.parse(readFileSync(new URL(`../../examples/cases/${nameOf(start)}.json`, import.meta.url), 'utf8'));

let browser: Browser;
let page: Page;
let unasked: Unasked;

/** A page for each kind of reader, who comes each time for the first time. */
const readers = new Map<string, { page: Page; unasked: Unasked }>();

const newReader = async (options: Parameters<Browser['newContext']>[0]) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL', ...options });
  const page = await context.newPage();
  return { page, unasked: watch(page) };
};

const opened = async (options: Parameters<Browser['newContext']>[0] = {}, place = ''): Promise<void> => {
  const kind = JSON.stringify(options);
  const known = readers.get(kind);
  const reader = known ?? (await newReader(options));
  readers.set(kind, reader);
  ({ page, unasked } = reader);
  if (known) {
    await page.evaluate('localStorage.clear()');
    await page.emulateMedia({ media: null });
    await page.goto('about:blank');
  }
  Object.assign(unasked, { complaints: [], requests: [] });
  await page.goto(built.href + place);
};

beforeAll(async () => {
  if (!existsSync(built)) throw new Error('the playground is not built: npm run build:playground');
  browser = await openBrowser();
});

beforeEach(() => opened());

afterEach(() => {
  expect(unasked).toEqual({ complaints: [], requests: [] });
});

afterAll(async () => {
  await browser?.close();
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const answer = (): Locator => page.getByRole('region', { name: /Wat er gebeurde|What happened/ });
const tab = (name: string): Locator => page.getByRole('tab', { name });
const menu = async (name: string): Promise<void> => {
  await page.locator('.menu > summary').click();
  await button(name).click();
};
const lit = (selector: string, name = 'state'): Promise<unknown> =>
  page
    .locator(`.sheet ${selector}`)
    .evaluateAll((all, attribute) => all.map((each) => each.getAttribute(attribute)), `data-${name}`);
const now = async (): Promise<unknown> => ((await lit('[data-state].now')) as string[])[0];
const as = (name: string): Promise<unknown> => page.getByLabel('Kijk als').selectOption({ label: name });
const pickWorked = (start: string): Promise<unknown> => page.getByLabel('Zaak').selectOption(nameOf(start));
const next = (): Promise<void> => button('Volgende gebeurtenis').click();

/** The form of an event: the one that stands there, or one of the others, or one that does not fit now. */
const openForm = async (type: EventType): Promise<Locator> => {
  const form = page.locator(`form.act[data-event="${type}"]`);
  if ((await form.count()) > 0) return form;
  const others = page.locator('.others');
  if ((await others.getAttribute('open')) === null) await others.locator('> summary').click();
  const other = others.locator(`.report[data-event="${type}"]`);
  if ((await other.count()) > 0) await other.click();
  else await page.getByLabel('Wat nu niet past').selectOption(type);
  await form.waitFor();
  return form;
};

type Fill = (form: Locator) => Promise<unknown>;

const choose =
  (label: string, value: string): Fill =>
  (form) =>
    form.getByLabel(label).first().selectOption({ label: value });
const tick =
  (label: string): Fill =>
  (form) =>
    form.getByLabel(label).check();

const report = async (type: EventType, ...fills: Fill[]): Promise<void> => {
  const form = await openForm(type);
  for (const each of fills) await each(form);
  await form.locator('button[type="submit"]').click();
};

const taken = (type: EventType): Promise<unknown> =>
  answer().getByText(`Opgenomen: ${nl.events[type].title}.`).waitFor();

const zuid = 'dr. Zuid (zuid; LPBSO)';

/** The usual way, up to so many acts: what whoever has the move does, and what they fill in. */
const usualWay: [EventType, ...Fill[]][] = [
  ['instrument.discussed', choose('Geadviseerd instrument', 'second opinion')],
  ['adviceInForce.explained'],
  ['request.honoured'],
  ['physicians.chosen', choose('Eerste voorkeur', zuid)],
  ['authorisation.signed'],
  ['application.sent', tick('Medische gegevens meegestuurd')],
  ['application.received'],
  ['application.accepted'],
  ['consultation.scheduled'],
  ['consultation.held', choose('Identiteit', 'vastgesteld met een legitimatiebewijs')],
  ['draft.submitted'],
  ['inaccuracies.reported'],
  ['advice.discussed'],
  ['advice.finalised'],
  ['forwarding.authorised'],
  ['advice.forwarded'],
  ['decision.made', choose('Second-opinionadvies', 'geheel overgenomen'), tick('Redenen op schrift')],
  ['case.closed'],
];

const goUntil = async (last: EventType): Promise<void> => {
  for (const [type, ...fills] of usualWay) {
    await report(type, ...fills);
    await taken(type);
    if (type === last) return;
  }
};

const save = async (): Promise<Log> => {
  const [download] = (await Promise.all([page.waitForEvent('download'), menu('Bewaar als bestand')])) as [
    Download,
    unknown,
  ];
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
};

const load = (text: string): Promise<void> =>
  page.locator('.menu input[type="file"]').setInputFiles({
    name: 'log.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

/** Words that can be read without doing anything; those of the drawing are another matter. */
const wordsInView = (): Promise<number> =>
  page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode()) {
      const within = walker.currentNode.parentElement;
      if (within.closest('svg, option:not(:checked)') || !within.closest('option, *').checkVisibility()) continue;
      words += walker.currentNode.textContent.split(/\\s+/).filter(Boolean).length;
    }
    return words;
  })()`);

describe('one screen', () => {
  const screens = [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ];

  it.each(screens)(
    'shows at $width pixels at most 250 words, and what to do first, without scrolling',
    async (viewport) => {
      await opened({ viewport });
      expect(await wordsInView()).toBeLessThanOrEqual(250);
      const first = await page.locator('form.act button[type="submit"]').boundingBox();
      expect(first && first.y + first.height).toBeLessThanOrEqual(viewport.height);
    },
  );

  it.each(screens)('tells at $width pixels who gets a letter after two clicks, without scrolling', async (viewport) => {
    await opened({ viewport });
    await pickWorked('01');
    for (const event of logOf('01').events.slice(0, 3)) {
      await next();
      await answer()
        .getByText(nl.events[event.type as EventType].title)
        .waitFor();
    }
    const told = await answer().getByText('Bericht aan de werknemer').first().boundingBox();
    expect(told && told.y + told.height).toBeLessThanOrEqual(viewport.height);
    expect(await page.evaluate('scrollY')).toBe(0);
  });

  it('goes the usual way in at most 25 clicks, with each answer within 100 pixels of its button', async () => {
    let clicks = 0;
    const far: string[] = [];
    for (const [type, ...fills] of usualWay) {
      const form = page.locator(`form.act[data-event="${type}"]`);
      const other = page.locator(`.report[data-event="${type}"]`);
      if ((await form.count()) === 0) {
        await other.click();
        clicks += 1;
      }
      for (const fill of fills) await fill(form);
      const submit = form.locator('button[type="submit"]');
      const pressed = await submit.boundingBox();
      await submit.click();
      clicks += fills.length + 1;
      await taken(type);
      const told = await answer().boundingBox();
      if (!pressed || !told) expect.fail(`${type} has no place`);
      const apart = Math.max(told.y - (pressed.y + pressed.height), pressed.y - (told.y + told.height));
      if (apart > 100) far.push(`${type}: ${apart}`);
      expect(await page.evaluate('[scrollX, scrollY]')).toEqual([0, 0]);
    }
    expect(far).toEqual([]);
    expect(clicks).toBeLessThanOrEqual(25);
    expect(await now()).toBe('concluded');
    const log = await save();
    expect(replay(log.opening, log.events)).toMatchObject({ ok: true, case: { step: 'concluded', deviations: [] } });
  });

  it('weighs at most 170 kB', () => {
    expect(gzipSync(readFileSync(built), { level: 9 }).length).toBeLessThanOrEqual(170_000);
  });

  it('takes an act in a log of a thousand events in under 100 milliseconds of scripting', async () => {
    const { opening } = logOf('01');
    const event = { type: 'instrument.discussed', by: 'physician-own', on: '2026-03-18', advised: 'secondOpinion' };
    await load(JSON.stringify({ opening, events: Array(1000).fill(event) }));
    await answer().getByText('Geopend.').waitFor();
    await tab('Logboek').click();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const scripting = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
    };
    const took: number[] = [];
    for (const type of ['adviceInForce.explained', 'request.honoured'] as const) {
      const before = await scripting();
      await report(type);
      await taken(type);
      took.push((await scripting()) - before);
    }
    expect(Math.min(...took)).toBeLessThan(100);
  });

  it('moves nothing of the poster when something is reported or looked up', async () => {
    const places = (): Promise<unknown> =>
      page
        .locator('.sheet [data-state]')
        .evaluateAll((all) =>
          all.map((each) =>
            Object.values(each.getBoundingClientRect().toJSON()).map((side) => Math.round(Number(side))),
          ),
        );
    const before = await places();
    await goUntil('request.honoured');
    for (const each of await page.getByRole('tab').all()) {
      await each.click();
      expect(await places()).toEqual(before);
    }
  });

  it('enlarges the poster, and shows it whole on a small screen', async () => {
    const width = (): Promise<number> =>
      page.locator('.sheet').evaluate((sheet) => sheet.getBoundingClientRect().width);
    const fits = await width();
    await button('Groter').click();
    expect(await width()).toBeCloseTo(1.4 * fits);
    await button('Kleiner').click();
    expect(await width()).toBeCloseTo(fits);
    await opened({ viewport: { width: 390, height: 844 } });
    await button('Toon het hele blad').click();
    await page.getByRole('dialog').locator('[data-state="refused"]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('#step-title').textContent()).toBe('Geweigerd');
  });
});

describe('a case led', () => {
  it('lets the week pass, reports it, and goes on to the second preference', async () => {
    await goUntil('request.honoured');
    await report('physicians.chosen', choose('Eerste voorkeur', zuid), async (form) => {
      await form.locator('.rest > summary').click();
      await form.getByLabel('Tweede voorkeur').selectOption({ label: 'dr. Oost (oost; LPBSO)' });
    });
    await report('authorisation.signed');
    await report('application.sent', tick('Medische gegevens meegestuurd'));
    await taken('application.sent');
    await tab('Kalender').click();
    expect(await button('Laat de kalender melden').count()).toBe(0);
    await button('+ 1 week').click();
    expect(await button('Laat de kalender melden').count()).toBe(0);
    await button('+ 1 dag').click();
    await button('Laat de kalender melden').click();
    await taken('response.overdue');
    expect(await now()).toBe('application.preparing');
    await report('authorisation.signed');
    await report('application.sent', tick('Medische gegevens meegestuurd'));
    await taken('application.sent');
    const { events } = await save();
    expect(events.at(-1)).toMatchObject({ type: 'application.sent', to: 'physician-oost' });
    await tab('Wie ziet wat').click();
    await button('de bedrijfsarts second opinion').click();
    expect(await page.locator('.sees').textContent()).not.toContain('dr. Zuid');
  });

  it('ends with the UWV instead, and opens again on another request', async () => {
    await as('De werknemer');
    await report('uwvRoute.chosen');
    await taken('uwvRoute.chosen');
    expect(await now()).toBe('uwvRouteChosen');
    await report('request.renewed', async (form) => {
      await form.locator('.rest > summary').click();
      await form.getByLabel('Nieuwe feiten').check();
    });
    await taken('request.renewed');
    await as('De werknemer');
    await report('request.withdrawn');
    await taken('request.withdrawn');
    const { events } = await save();
    expect(events.map(({ type }) => type)).toEqual(['uwvRoute.chosen', 'request.renewed', 'request.withdrawn']);
  });

  it('follows whose move it is until it is told not to', async () => {
    const seat = (): Promise<string> => page.getByLabel('Kijk als').inputValue();
    expect(await seat()).toBe('ownPhysician');
    await goUntil('request.honoured');
    expect(await seat()).toBe('employee');
    await page.getByLabel('volg wie aan zet is').uncheck();
    await as('De werkgever');
    await page.getByText('Deze partij ziet niets van de zaak, ook niet dat er een aanvraag is.').first().waitFor();
    expect(await seat()).toBe('employer');
    await page.getByLabel('volg wie aan zet is').check();
    expect(await seat()).toBe('employee');
  });

  it('walks through every worked case to its end', async () => {
    for (const name of cases) {
      const { events } = logOf(name.slice(0, 2));
      await pickWorked(name.slice(0, 2));
      await page.locator('.moment', { hasText: `0/${events.length}` }).waitFor();
      await menu('Naar het einde');
      const reached = name.startsWith('13')
        ? events.findIndex(({ type }) => type === 'response.overdue')
        : events.length;
      await page.locator('.moment', { hasText: `${reached}/${events.length}` }).waitFor();
    }
  });

  it('names persons by an invented name or their role, and shows no id', async () => {
    for (const start of ['06', '11', '17']) {
      await pickWorked(start);
      await menu('Naar het einde');
      for (const each of await page.getByRole('tab').all()) {
        if ((await each.getAttribute('aria-selected')) !== 'true') await each.click();
        expect(await page.locator('.right').innerText()).not.toMatch(
          /\b(physician|employee|employer|planning|handler|representative|advice|question|form|reasons)-\w+/,
        );
      }
    }
  });
});

describe('the address', () => {
  it('holds the case, how far it is, who looks and in which language', async () => {
    await pickWorked('02');
    await next();
    await next();
    await as('De werknemer');
    await button('EN: English').click();
    expect(await page.evaluate('location.hash')).toBe(`#case=${nameOf('02')}&at=2&reader=employee&language=en`);
    await opened({}, await page.evaluate('location.hash'));
    expect(await page.locator('.moment').textContent()).toContain(`2/${logOf('02').events.length}`);
    expect(await page.getByLabel('Look as').inputValue()).toBe('employee');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('opens a new case where it names none that is there', async () => {
    await opened({}, '#case=nothing&at=9&reader=nobody&language=xx');
    expect(await now()).toBe('application.discussing');
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });

  it('says nothing of a case of one’s own, and the browser keeps the language alone', async () => {
    await goUntil('request.honoured');
    await button('EN: English').click();
    const kept = 'JSON.stringify([{ ...localStorage }, sessionStorage.length, document.cookie, location.hash])';
    expect(JSON.parse(await page.evaluate(kept))).toEqual([{ 'second-opinion-language': 'en' }, 0, '', '#language=en']);
    await page.goto('about:blank');
    await page.goto(built.href);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await now()).toBe('application.discussing');
  });
});

describe('what may not be done', () => {
  const refuse = (): Promise<void> => report('request.refused', tick('kosten'));

  it('explains every rule in the way of a refused attempt, with its clause, beside the button', async () => {
    await refuse();
    await answer().getByText('Dit kan zo niet.').waitFor();
    const reasons = await answer().locator('.reasons > li').allTextContents();
    expect(reasons).toHaveLength(3);
    expect(reasons[0]).toMatch(/LPBSO.*Met de werknemer is niet eerst besproken welk instrument het beste past.*L-06/s);
    expect(reasons[1]).toMatch(/toelichting.*Geen van de argumenten is zwaarwegend.*E-15/s);
    expect(reasons[2]).toMatch(/wet.*De redenen staan niet op schrift.*art\. 2\.14d lid 3 Arbobesluit/s);
    const [pressed, told] = await Promise.all([page.locator('form.act .main').boundingBox(), answer().boundingBox()]);
    expect((told?.y ?? Number.NaN) - ((pressed?.y ?? 0) + (pressed?.height ?? 0))).toBeLessThanOrEqual(100);
    expect(await now()).toBe('application.discussing');
    expect((await save()).events).toEqual([]);
  });

  it('puts the refusal in the place of the last answer', async () => {
    await goUntil('instrument.discussed');
    await refuse();
    await answer().getByText('Dit kan zo niet.').waitFor();
    expect(await answer().count()).toBe(1);
  });

  it('opens from a reason what is missing: a field, or what has to be reported first', async () => {
    await refuse();
    await answer().getByText('Vul in: redenen op schrift').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-request.refused-reasons');
    await answer().getByRole('button', { name: 'Meld eerst: instrument besproken' }).click();
    await report('instrument.discussed', choose('Geadviseerd instrument', 'second opinion'));
    await taken('instrument.discussed');
    await report('request.refused', tick('ander misbruik van recht'), tick('Redenen op schrift'));
    await taken('request.refused');
  });

  it('records it all the same when asked, and names the deviations', async () => {
    await refuse();
    await answer()
      .getByRole('button', { name: /Leg het toch vast/ })
      .click();
    await answer().getByText('Vastgelegd, met een afwijking: aanvraag geweigerd.').waitFor();
    await answer()
      .getByText(/Afwijking: de redenen staan niet op schrift/)
      .waitFor();
    expect(await now()).toBe('refused');
    await tab('Logboek').click();
    expect(await page.locator('.log .deviation').count()).toBe(3);
    expect(await save()).toMatchObject({ brokeTheRules: true, events: [{ type: 'request.refused' }] });
  });

  it('says at each field what is wrong with it, and takes that back as it is filled in', async () => {
    const form = await openForm('request.refused');
    const reasons = form.getByLabel('Redenen op schrift');
    expect(await reasons.getAttribute('aria-describedby')).toBe(null);
    await form.locator('button[type="submit"]').click();
    const wrong = (await reasons.getAttribute('aria-describedby')) ?? expect.fail('no fault at the field');
    expect(await page.locator(`[id="${wrong}"]`).textContent()).toBe('De redenen staan niet op schrift.');
    await answer().getByText('Er is geen argument voor de weigering genoemd').waitFor();
    await form.getByLabel('kosten').check();
    await answer().getByText('Er is geen argument voor de weigering genoemd').waitFor({ state: 'detached' });
    await answer().getByText('Geen van de argumenten is zwaarwegend').waitFor();
    await reasons.check();
    expect(await reasons.getAttribute('aria-describedby')).toBe(null);
    await answer().getByText('De redenen staan niet op schrift').waitFor({ state: 'detached' });
    await form.locator('.rest > summary').click();
    await form.getByLabel('Datum').fill('');
    await answer().getByText('Datum is nog niet ingevuld').waitFor();
  });

  it('offers to revoke an authorisation only where one was signed', async () => {
    await goUntil('physicians.chosen');
    const offered = page.locator('.report[data-event="authorisation.revoked"]');
    expect(await offered.count()).toBe(0);
    await report('authorisation.signed');
    await taken('authorisation.signed');
    await as('De werknemer');
    expect(await offered.count()).toBe(1);
  });
});

describe('what each party sees', () => {
  it('shows the employer nothing, neither alone nor among the others, in a case of which they were told nothing', async () => {
    await pickWorked('02');
    await menu('Naar het einde');
    await as('De werkgever');
    await page.getByText('Deze partij ziet niets van de zaak, ook niet dat er een aanvraag is.').first().waitFor();
    await page.getByText('Deze partij kan nu niets melden.').waitFor();
    expect(await page.locator('form.act').count()).toBe(0);
    await tab('Wie ziet wat').click();
    const column = page.locator('td[data-party="employer"]');
    expect(await column.count()).toBeGreaterThan(15);
    expect(await page.locator('td[data-party="employer"]:not(.grey)').count()).toBe(0);
    for (const text of await column.allTextContents()) expect(text).toBe('De werkgeverziet dit niet');
    expect(await page.locator('td[data-party="employee"]:not(.grey)').count()).toBeGreaterThan(15);
    await button('de werkgever').click();
    expect(await page.locator('.sees').count()).toBe(0);
  });

  it('shows first what has just changed, and for whom', async () => {
    await goUntil('request.honoured');
    await tab('Wie ziet wat').click();
    const first = page.locator('.all tbody > tr').first();
    expect(await first.getAttribute('class')).toBe('changed');
    expect(
      await first.locator('td.new').evaluateAll((all) => all.map((each) => each.getAttribute('data-party'))),
    ).toEqual(['employee', 'ownPhysician']);
  });

  it('shows the employer the transfer once it is there', async () => {
    await pickWorked('06');
    await menu('Naar het einde');
    await tab('Wie ziet wat').click();
    expect(await page.locator('tr[data-item="transfer"] td[data-party="employer"]').textContent()).toContain('dr. ');
    expect(await page.locator('td[data-party="employer"]:not(.grey)').count()).toBe(2);
  });

  it('gives a physician who held the role before the empty view', async () => {
    await pickWorked('02');
    await menu('Naar het einde');
    await as('De bedrijfsarts second opinion');
    await tab('Wie ziet wat').click();
    await button('de bedrijfsarts second opinion').click();
    await page.getByLabel('Persoon').selectOption('physician-zuid');
    expect(await page.locator('.sees').count()).toBe(0);
    await page.getByLabel('Persoon').selectOption('physician-oost');
    expect(await page.locator('.sees').count()).toBe(1);
  });

  it('tells the letters without content, and to the employer without clauses or the second-opinion physician', async () => {
    await pickWorked('06');
    await menu('Naar het einde');
    await tab('Brieven').click();
    const letters = page.locator('.letter');
    expect(await letters.count()).toBeGreaterThan(10);
    const toEmployer = letters.filter({ has: page.locator('dd:text-is("de werkgever")').first() });
    expect(await toEmployer.count()).toBe(1);
    expect(await toEmployer.locator('details').count()).toBe(0);
    expect(await toEmployer.textContent()).not.toMatch(/second opinion/i);
  });
});

describe('the poster', () => {
  it('lights the step where the case stands, the steps and exits that it took', async () => {
    await goUntil('application.sent');
    expect(await lit('.state.now')).toEqual(['execution.awaitingResponse']);
    expect(new Set((await lit('.state.taken:not(.now)')) as string[])).toEqual(
      new Set(['application.discussing', 'application.choosing', 'application.preparing']),
    );
    expect(await lit('.way.taken', 'event')).toEqual([]);
    await report('application.declined');
    await taken('application.declined');
    expect(await lit('.way.taken', 'event')).toEqual(['application.declined response.overdue']);
  });

  it('explains the card that is clicked, in words and with its clauses', async () => {
    await page.locator('.sheet [data-state="execution.awaitingResponse"]').click({ position: { x: 20, y: 8 } });
    expect(await page.locator('#step-title').textContent()).toBe('Reactie afwachten');
    const first = page.locator('.clauses > li').first();
    expect(await first.textContent()).toContain('LPBSO');
    expect(await first.textContent()).toContain(
      'De bedrijfsarts second opinion heeft een week om op de aanvraag te antwoorden.',
    );
    for (const step of ['refused', 'completion.considering', 'transferred']) {
      await page.getByLabel('Toon stap').selectOption(step);
      expect(await page.locator('.clauses .rank').count()).toBeGreaterThan(0);
    }
  });

  it('opens the act of the exit that is clicked, or asks which where it stands for several', async () => {
    await page.locator('.sheet [data-event="request.refused"]').click();
    await page.locator('form.act[data-event="request.refused"]').waitFor();
    await button('Laat staan').click();
    await page.locator('.sheet [data-event="application.declined response.overdue"]').click();
    await page.getByRole('heading', { name: 'Wat gebeurt er?' }).waitFor();
    await page.locator('.which .report').first().click();
    await page.locator('form.act[data-event="application.declined"]').waitFor();
  });
});

describe('the calendar runs on', () => {
  it('shows who waits for whom when nobody does anything, and takes it into the log', async () => {
    await pickWorked('02');
    for (let step = 0; step < 8; step += 1) await next();
    await tab('Kalender').click();
    await button('Laat de kalender doorlopen').click();
    await page.getByText('De kalender meldt dat de termijn voorbij is.').waitFor();
    expect(await page.locator('.waits').textContent()).toContain('De werknemer wacht op de eigen bedrijfsarts');
    await button('Neem dit over in het logboek').click();
    await answer().getByText('De eigen bedrijfsarts bereidt de aanvraag voor.').waitFor();
    expect(await now()).toBe('application.preparing');
  });
});

describe('the log', () => {
  it('saves a case and opens it again as it was', async () => {
    await goUntil('application.sent');
    const log = await save();
    await opened();
    await load(JSON.stringify(log));
    await answer().getByText('Geopend.').waitFor();
    expect(await now()).toBe('execution.awaitingResponse');
    expect(await save()).toEqual(log);
  });

  it('says what is wrong with a file and loses nothing', async () => {
    await goUntil('request.honoured');
    const before = await save();
    for (const [text, why] of [
      ['{', 'Dit bestand is geen JSON.'],
      ['{"opening":1}', 'Dit bestand is geen logboek'],
      [JSON.stringify({ ...before, events: [{ type: 'request.honoured' }] }), 'events.1.by'],
    ] as const) {
      await load(text);
      await answer().getByText(why).waitFor();
      await answer().getByText('Uw zaak is ongewijzigd.').waitFor();
    }
    expect(await save()).toEqual(before);
    expect(await now()).toBe('application.choosing');
  });

  it('undoes and does again', async () => {
    await goUntil('request.honoured');
    await button('Ongedaan maken').click();
    await answer().getByText('Ongedaan gemaakt.').waitFor();
    expect(await now()).toBe('application.discussing');
    await menu('Opnieuw doen');
    await answer().getByText('Opnieuw gedaan.').waitFor();
    expect(await now()).toBe('application.choosing');
  });

  it('names the later event that no longer holds when one is removed', async () => {
    await goUntil('physicians.chosen');
    await tab('Logboek').click();
    await button('Verwijder: aanvraag gehonoreerd, nummer 3').click();
    await answer().getByText('Gebeurtenis 3 (bedrijfsarts gekozen) kan zo niet.').waitFor();
    expect(await now()).toBe('application.discussing');
    expect(await page.locator('.moment').textContent()).toContain('2/3');
  });

  it('corrects a day and replays the rest', async () => {
    await pickWorked('13');
    await menu('Naar het einde');
    await answer()
      .getByText(/de reactietermijn is nog niet voorbij/i)
      .first()
      .waitFor();
    await tab('Logboek').click();
    await page.getByRole('button', { name: /Bij deze zaak hoort een verbetering/ }).click();
    await answer().getByText('Alles wat erna kwam, klopt nog.').waitFor();
    await menu('Naar het einde');
    const { events } = logOf('13');
    await page.locator('.moment', { hasText: `${events.length}/${events.length}` }).waitFor();
  });

  it('changes an event in its form and replays', async () => {
    await goUntil('instrument.discussed');
    await tab('Logboek').click();
    await button('Wijzig: instrument besproken, nummer 1').click();
    const form = page.locator('.log form.act');
    await form.getByLabel('Geadviseerd instrument').selectOption('');
    await form.locator('button[type="submit"]').click();
    await form.getByText('Geadviseerd instrument is nog niet ingevuld').waitFor();
    await form.getByLabel('Geadviseerd instrument').selectOption({ label: 'deskundigenoordeel van UWV' });
    await form.locator('button[type="submit"]').click();
    await answer().getByText('Het logboek is verbeterd en opnieuw afgespeeld.').waitFor();
    expect((await save()).events).toMatchObject([{ advised: 'uwvExpertOpinion' }]);
  });

  it('opens another case from the form of an opening, without what is left empty', async () => {
    await menu('Nieuwe zaak');
    await page.locator('form.opening').getByLabel('Aangevraagd door').selectOption('employee-1');
    await button('Begin deze zaak').click();
    const { opening } = await save();
    expect(openCase(opening)).toMatchObject({ ok: true });
    expect(opening).not.toHaveProperty('application');
  });

  it('opens the record of the second-opinion physician with the application that they received', async () => {
    await menu('Nieuwe zaak');
    const form = page.locator('form.opening');
    await form.getByLabel('Van wie dit dossier is').selectOption('secondOpinionPhysician');
    await form.getByLabel('Aangevraagd door').selectOption('physician-own');
    await form.getByRole('button', { name: 'Voeg toe: Aanvraag zoals ontvangen' }).click();
    const application = form.getByRole('group', { name: 'Aanvraag zoals ontvangen' });
    await application.getByLabel('Aan wie').selectOption('physician-zuid');
    await application.getByLabel('Aanvraagformulier').check();
    await application.getByLabel('Machtiging').selectOption({ label: 'getekend' });
    await button('Begin deze zaak').click();
    const { opening } = await save();
    expect(openCase(opening)).toMatchObject({ ok: true, case: { step: 'execution.awaitingResponse' } });
    expect(opening).toMatchObject({
      recordOf: 'secondOpinionPhysician',
      application: { to: 'physician-zuid', form: 'form-1', medicalData: false, authorisation: 'signed' },
    });
  });
});

describe('for everybody', () => {
  it('speaks Dutch first and English when asked, with the language of the document', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Second opinion, stap voor stap');
    expect(await page.getByRole('note').textContent()).toContain('Geen juridisch advies');
    await button('EN: English').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('The second opinion, step by step');
    expect(await page.getByRole('note').textContent()).toContain('Not legal advice');
    await button('Discuss with the employee which instrument fits best').waitFor();
    await tab('Explained').click();
    expect(await page.locator('.clauses p[lang="nl"]').first().textContent()).toMatch(
      /werkgever|bedrijfsarts|werknemer/,
    );
  });

  it('lets a case be led with the keyboard alone', async () => {
    // Not `:focus`, which a date field loses to the button inside it.
    const focused = (of: string): Promise<unknown> => page.evaluate(`document.activeElement.${of}`);
    const reach = async (of: string, wanted: string): Promise<void> => {
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        if (String(await focused(of)).includes(wanted)) return;
      }
      expect.fail(`${wanted} cannot be reached with the tab key`);
    };
    await reach('textContent', 'Naar de inhoud');
    await page.keyboard.press('Enter');
    await reach('textContent', 'Anders');
    await page.keyboard.press('Enter');
    await reach('textContent', 'De aanvraag honoreren');
    await page.keyboard.press('Enter');
    await page.locator('form.act[data-event="request.honoured"]').waitFor();
    await reach('textContent', 'De aanvraag honoreren');
    await page.keyboard.press('Space');
    await taken('request.honoured');
    expect(await focused('id')).toBe('happened');
    await reach('id', 'field-physicians.chosen-first');
    await page.keyboard.press('ArrowDown');
    await reach('textContent', 'Een bedrijfsarts second opinion kiezen');
    await page.keyboard.press('Enter');
    await taken('physicians.chosen');
    expect(await now()).toBe('application.preparing');
    await reach('id', 'tab-sees');
    await page.keyboard.press('ArrowRight');
    expect(await focused('id')).toBe('tab-log');
    expect(await tab('Logboek').getAttribute('aria-selected')).toBe('true');
  });

  for (const [colorScheme, width, height] of [
    ['light', 1440, 900],
    ['dark', 390, 844],
  ] as const)
    it(`has no fault that axe finds, in ${colorScheme} at ${width} pixels`, async () => {
      await opened({ colorScheme, viewport: { width, height } });
      const faults = async (within = 'html'): Promise<unknown[]> => {
        const { violations } = await new AxeBuilder({ page }).include(within).analyze();
        return violations.map(({ id, nodes }) => [
          id,
          nodes.map(({ target, failureSummary }) => [target, failureSummary]),
        ]);
      };
      expect(await faults()).toEqual([]);
      await report('request.refused', tick('kosten'));
      for (const folded of await page.locator('main details:not([open]) > summary').all())
        if (await folded.isVisible()) await folded.click();
      expect(await faults()).toEqual([]);
      await answer()
        .getByRole('button', { name: /Leg het toch vast/ })
        .click();
      await pickWorked('06');
      await menu('Naar het einde');
      expect(await faults()).toEqual([]);
      for (const each of await page.getByRole('tab').all()) {
        await each.click();
        // A tab changes nothing around it.
        expect(await faults('.drawer')).toEqual([]);
      }
      await menu('Nieuwe zaak');
      expect(await faults()).toEqual([]);
    });

  it('fits a phone: nothing on it is wider than 360 pixels, and nothing scrolls within the page', async () => {
    await opened({ viewport: { width: 360, height: 740 } });
    const width = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
    const inner = (): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('main *')]
        .filter((one) => !one.closest('svg, dialog') && one.scrollHeight > one.clientHeight + 1 &&
          ['auto', 'scroll'].includes(getComputedStyle(one).overflowY))
        .map((one) => one.className)`);
    expect(await width()).toBe(360);
    await pickWorked('06');
    await menu('Naar het einde');
    for (const view of await page.getByRole('tab').all()) {
      await view.click();
      expect(await width()).toBe(360);
      expect(await inner()).toEqual([]);
    }
  });

  it('prints the whole drawing and what each party does not see, without what is pressed', async () => {
    await tab('Wie ziet wat').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('form.act').isVisible()).toBe(false);
    const hidden = page.locator('td.grey .not-seen').first();
    expect((await hidden.boundingBox())?.width).toBeGreaterThan(20);
    const sheet = await page.locator('.sheet svg').boundingBox();
    const frame = await page.locator('.frame').boundingBox();
    expect(sheet?.height).toBeLessThanOrEqual((frame?.height ?? 0) + 1);
  });
});
