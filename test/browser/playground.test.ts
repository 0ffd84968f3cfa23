import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EventType, openCase, replay } from '../../src/index.js';
import { nl } from '../../src/words/nl.js';
import { openBrowser, type Unasked, watch } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const address = new URL('../../examples/playground/dist/index.html', import.meta.url).href;

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

const logOf = (start: string): Log => {
  const name = cases.find((each) => each.startsWith(start)) ?? expect.fail(`no case ${start}`);
  return JSON.parse(readFileSync(new URL(`../../examples/cases/${name}`, import.meta.url), 'utf8'));
};

let browser: Browser;
let context: BrowserContext;
let page: Page;
let unasked: Unasked;

const opened = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'nl-NL', ...options });
  page = await context.newPage();
  unasked = watch(page);
  await page.goto(address);
};

beforeAll(async () => {
  const vite = new URL('../../node_modules/vite/bin/vite.js', import.meta.url);
  const config = 'examples/playground/vite.config.ts';
  execFileSync(process.execPath, [fileURLToPath(vite), 'build', '--config', config], { cwd: root, stdio: 'pipe' });
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
const field = (name: string | RegExp): Locator => page.getByLabel(name);
const happened = (): Locator => page.getByRole('region', { name: /Wat er gebeurde|What happened/ });
const stepTitle = (): Locator => page.locator('#step-title');
const asParty = (name: string): Promise<unknown> =>
  page
    .getByLabel(/Bekijk als|Look as/)
    .first()
    .selectOption({ label: name });
const tab = (name: string): Locator => page.getByRole('tab', { name });

const pickWorked = (number: number): Promise<unknown> =>
  page.getByLabel('Uitgewerkte zaken').selectOption({ index: number });

/** Opens the form of an event, whether it is expected or has to be looked for. */
const openForm = async (type: EventType): Promise<Locator> => {
  const { todo } = nl.events[type];
  const expected = page.locator('.reports > li').filter({ has: page.getByText(todo) });
  if ((await expected.count()) > 0) {
    await expected.getByRole('button', { expanded: false }).first().click();
    return expected.locator('form');
  }
  await page.getByLabel('Iets anders proberen').selectOption(type);
  return page.locator('.other form');
};

type Fill = (form: Locator) => Promise<unknown>;

const fill =
  (label: string, value: string): Fill =>
  (form) =>
    form.getByLabel(label).first().fill(value);
const choose =
  (label: string, value: string): Fill =>
  (form) =>
    form.getByLabel(label).first().selectOption({ label: value });
const tick =
  (label: string): Fill =>
  (form) =>
    form.getByLabel(label).check();
const refer =
  (label: string): Fill =>
  (form) =>
    form.getByRole('button', { name: `Vul een kenmerk in: ${label}` }).click();

const report = async (type: EventType, ...fills: Fill[]): Promise<void> => {
  const form = await openForm(type);
  for (const each of fills) await each(form);
  await form.getByRole('button', { name: 'Melden' }).click();
};

const taken = (type: EventType): Promise<unknown> =>
  happened().getByText(`Opgenomen: ${nl.events[type].title}.`).waitFor();

const zuid = 'physician-zuid (zuid; LPBSO)';

/** From the request to the application with the second-opinion physician. */
const untilSent = async (): Promise<void> => {
  await asParty('de eigen bedrijfsarts');
  await report('instrument.discussed', choose('Geadviseerd instrument', 'second opinion'));
  await taken('instrument.discussed');
  await report('adviceInForce.explained');
  await report('request.honoured');
  await taken('request.honoured');
  await asParty('de werknemer');
  await report('physicians.chosen', choose('Eerste voorkeur', zuid));
  await taken('physicians.chosen');
  await report('authorisation.signed');
  await taken('authorisation.signed');
  await asParty('de eigen bedrijfsarts');
  await report('application.sent', tick('Medische gegevens meegestuurd'));
  await taken('application.sent');
};

const save = async (): Promise<Log> => {
  const [download] = (await Promise.all([page.waitForEvent('download'), button('Bewaar als bestand').click()])) as [
    Download,
    unknown,
  ];
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
};

const load = (text: string): Promise<void> =>
  field('Open een bestand').setInputFiles({
    name: 'log.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

describe('a case clicked through', () => {
  it('goes from the request to an adopted advice and its end', async () => {
    await untilSent();
    await asParty('de bedrijfsarts second opinion');
    await report('application.received');
    await report('application.accepted');
    await report('consultation.scheduled', fill('Dag van het spreekuur', '2030-01-08'));
    await report(
      'consultation.held',
      choose('Identiteit', 'vastgesteld met een legitimatiebewijs'),
      tick('Medisch onderzoek gedaan'),
    );
    await taken('consultation.held');
    await report('draft.submitted');
    await asParty('de werknemer');
    await report('remarks.waived');
    await asParty('de bedrijfsarts second opinion');
    await report('advice.discussed');
    await report('advice.finalised');
    await asParty('de werknemer');
    await report('forwarding.authorised');
    await asParty('de bedrijfsarts second opinion');
    await report('advice.forwarded');
    await asParty('de eigen bedrijfsarts');
    await report('decision.made', choose('Second-opinionadvies', 'geheel overgenomen'), refer('Redenen op schrift'));
    await taken('decision.made');
    await report('case.closed');
    await taken('case.closed');
    expect(await stepTitle().textContent()).toContain('Afgesloten');
    const log = await save();
    expect(replay(log.opening, log.events)).toMatchObject({ ok: true, case: { step: 'concluded', deviations: [] } });
  });

  it('lets the week pass, reports it, and goes on to the second preference', async () => {
    await asParty('de eigen bedrijfsarts');
    await report('instrument.discussed', choose('Geadviseerd instrument', 'second opinion'));
    await report('adviceInForce.explained');
    await report('request.honoured');
    await asParty('de werknemer');
    await report(
      'physicians.chosen',
      choose('Eerste voorkeur', zuid),
      choose('Tweede voorkeur', 'physician-oost (oost; LPBSO)'),
    );
    await report('authorisation.signed');
    await asParty('de eigen bedrijfsarts');
    await report('application.sent', tick('Medische gegevens meegestuurd'));
    await taken('application.sent');
    expect(await button('Laat de kalender melden').count()).toBe(0);
    await button('+ 1 week').click();
    expect(await button('Laat de kalender melden').count()).toBe(0);
    await button('+ 1 dag').click();
    await button('Laat de kalender melden').click();
    await taken('response.overdue');
    expect(await stepTitle().textContent()).toContain('Aanvraag voorbereiden');
    await asParty('de werknemer');
    await report('authorisation.signed');
    await asParty('de eigen bedrijfsarts');
    const form = await openForm('application.sent');
    expect(await form.getByLabel('Aan wie').inputValue()).toBe('physician-oost');
    await form.getByRole('button', { name: 'Melden' }).click();
    await taken('application.sent');
    await asParty('de bedrijfsarts second opinion');
    expect(await page.locator('.sees').textContent()).not.toContain('physician-zuid');
  });

  it('ends with the UWV instead, and opens again on another request', async () => {
    await asParty('de werknemer');
    await report('uwvRoute.chosen');
    await taken('uwvRoute.chosen');
    expect(await stepTitle().textContent()).toContain('Naar UWV');
    await report('request.renewed', refer('Nieuwe feiten'));
    await taken('request.renewed');
    await report('request.withdrawn');
    await taken('request.withdrawn');
    const { events } = await save();
    expect(events.map(({ type }) => type)).toEqual(['uwvRoute.chosen', 'request.renewed', 'request.withdrawn']);
  });

  it('walks through every worked case with the button for what comes next', async () => {
    for (const [at, name] of cases.entries()) {
      const { events } = logOf(name.slice(0, 2));
      await pickWorked(at + 1);
      await page.getByText(`0 van ${events.length} gebeurtenissen`).waitFor();
      await button('Naar het einde').click();
      const reached = name.startsWith('13')
        ? events.findIndex(({ type }) => type === 'response.overdue')
        : events.length;
      await page.getByText(`${reached} van ${events.length} gebeurtenissen`).waitFor();
    }
  });
});

describe('what may not be done', () => {
  const refuse = async (): Promise<void> => {
    await asParty('de eigen bedrijfsarts');
    await report('request.refused', tick('kosten'));
  };

  it('explains every rule in the way of a refused attempt, with its clause', async () => {
    await refuse();
    await happened().getByText('Dit kan zo niet: aanvraag geweigerd.').waitFor();
    const reasons = await happened().locator('.reasons > li').allTextContents();
    expect(reasons).toHaveLength(3);
    expect(reasons[0]).toMatch(/LPBSO.*Met de werknemer is niet eerst besproken welk instrument het beste past.*L-06/s);
    expect(reasons[1]).toMatch(/toelichting.*Geen van de argumenten is zwaarwegend.*E-15/s);
    expect(reasons[2]).toMatch(/wet.*De redenen staan niet op schrift.*art\. 2\.14d lid 3 Arbobesluit/s);
    expect(await stepTitle().textContent()).toContain('Aanvraag bespreken');
    expect((await save()).events).toEqual([]);
  });

  it('lets it happen with the record switch on, and names the deviations', async () => {
    await page.getByRole('switch', { name: /Leg ook vast wat niet mag/ }).check();
    await refuse();
    await happened().getByText('Vastgelegd, met een afwijking: aanvraag geweigerd.').waitFor();
    await happened()
      .getByText(/Afwijking: de redenen staan niet op schrift/)
      .waitFor();
    expect(await stepTitle().textContent()).toContain('Geweigerd');
    expect(await page.locator('.log .deviation').count()).toBe(3);
    expect(await save()).toMatchObject({ brokeTheRules: true, events: [{ type: 'request.refused' }] });
  });

  it('says while a form is filled in what is still missing', async () => {
    await asParty('de eigen bedrijfsarts');
    const form = await openForm('request.refused');
    const missing = form.locator('.missing');
    await missing.getByText('Er is geen argument voor de weigering genoemd').waitFor();
    await form.getByLabel('kosten').check();
    await missing.getByText('Er is geen argument voor de weigering genoemd').waitFor({ state: 'detached' });
    await missing.getByText('Geen van de argumenten is zwaarwegend').waitFor();
    await form.getByLabel('ander misbruik van recht').check();
    await missing.getByText('Geen van de argumenten is zwaarwegend').waitFor({ state: 'detached' });
    await form.getByLabel('Datum').fill('');
    await missing.getByText('Datum is nog niet ingevuld').waitFor();
  });
});

describe('what each party sees', () => {
  it('shows the employer nothing, neither alone nor among the others, in a case of which they were told nothing', async () => {
    await pickWorked(2);
    await button('Naar het einde').click();
    await asParty('de werkgever');
    await page.getByText('Deze partij ziet niets van de zaak, ook niet dat er een aanvraag is.').waitFor();
    expect(await page.locator('.sees').count()).toBe(0);
    expect(await page.getByText('Deze partij kan nu niets melden.').count()).toBe(1);
    await tab('Alle partijen tegelijk').click();
    const column = page.locator('td[data-party="employer"]');
    expect(await column.count()).toBeGreaterThan(15);
    expect(await page.locator('td[data-party="employer"]:not(.grey)').count()).toBe(0);
    for (const text of await column.allTextContents()) expect(text).toBe('De werkgeverziet dit niet');
    expect(await page.locator('td[data-party="employee"]:not(.grey)').count()).toBeGreaterThan(15);
  });

  it('shows the employer the transfer once it is there', async () => {
    await pickWorked(6);
    await button('Naar het einde').click();
    await tab('Alle partijen tegelijk').click();
    expect(await page.locator('tr[data-item="transfer"] td[data-party="employer"]').textContent()).toContain(
      'physician',
    );
    expect(await page.locator('td[data-party="employer"]:not(.grey)').count()).toBe(2);
  });

  it('gives a physician who held the role before the empty view', async () => {
    await pickWorked(2);
    await button('Naar het einde').click();
    await asParty('de bedrijfsarts second opinion');
    await page.getByLabel('Persoon').selectOption('physician-zuid');
    expect(await page.locator('.sees').count()).toBe(0);
    await page.getByLabel('Persoon').selectOption('physician-oost');
    expect(await page.locator('.sees').count()).toBe(1);
  });

  it('tells the letters without content, and to the employer without clauses', async () => {
    await pickWorked(6);
    await button('Naar het einde').click();
    await tab('Brieven').click();
    const letters = page.locator('.letter');
    expect(await letters.count()).toBeGreaterThan(10);
    const toEmployer = letters.filter({ hasText: 'de werkgever (employer-1)' });
    expect(await toEmployer.count()).toBe(1);
    expect(await toEmployer.locator('details').count()).toBe(0);
    expect(await toEmployer.textContent()).not.toMatch(/second opinion/i);
  });
});

describe('the picture', () => {
  it('lights the step where the case stands and the way it took, in the phase and in the whole', async () => {
    await untilSent();
    const lit = (selector: string, name: string): Promise<unknown> =>
      page
        .locator(`.drawing ${selector}`)
        .evaluateAll((all, attribute) => all.map((each) => each.getAttribute(attribute)), `data-${name}`);
    expect(await lit('.state.now', 'state')).toEqual(['execution.awaitingResponse']);
    await button('De hele procedure').click();
    expect(await lit('.state.now', 'state')).toEqual(['execution.awaitingResponse']);
    expect(await lit('.state.taken', 'state')).toEqual([
      'application.discussing',
      'application.choosing',
      'application.preparing',
    ]);
    const ways = (await lit('.way.taken', 'event')) as string[];
    for (const type of ['request.honoured', 'physicians.chosen', 'application.sent'])
      expect(
        ways.some((events) => events.split(' ').includes(type)),
        type,
      ).toBe(true);
    expect(ways.some((events) => events.includes('application.accepted'))).toBe(false);
    await page.locator('.drawing [data-state="transferred"]').first().click();
    expect(await stepTitle().textContent()).toBe('Overgedragen');
  });

  it('shows the words of the clauses of each step, with their rank', async () => {
    await page.getByLabel('Toon stap').selectOption('execution.awaitingResponse');
    const first = page.locator('.area-step .clauses > li').first();
    expect(await first.textContent()).toContain('LPBSO');
    expect(await first.textContent()).toContain(
      'De bedrijfsarts second opinion heeft een week om op de aanvraag te antwoorden.',
    );
    for (const step of ['refused', 'completion.considering', 'transferred']) {
      await page.getByLabel('Toon stap').selectOption(step);
      expect(await page.locator('.area-step .clauses .rank').count()).toBeGreaterThan(0);
    }
  });
});

describe('the calendar runs on', () => {
  it('shows who waits for whom when nobody does anything, and takes it into the log', async () => {
    await pickWorked(2);
    for (let step = 0; step < 8; step += 1) await button('Volgende ›').click();
    await tab('Niemand doet iets').click();
    await button('Laat de kalender doorlopen').click();
    await page.getByText('De kalender meldt dat de termijn voorbij is.').waitFor();
    expect(await page.locator('.waits').textContent()).toContain('De werknemer wacht op de eigen bedrijfsarts');
    await button('Neem dit over in het logboek').click();
    expect(await stepTitle().textContent()).toContain('Aanvraag voorbereiden');
  });
});

describe('the log', () => {
  it('saves a case and opens it again as it was', async () => {
    await untilSent();
    const log = await save();
    await button('Ongedaan maken').click();
    await opened();
    await load(JSON.stringify(log));
    await happened().getByText('Geopend.').waitFor();
    expect(await stepTitle().textContent()).toContain('Reactie afwachten');
    expect(await save()).toEqual(log);
  });

  it('says what is wrong with a file and loses nothing', async () => {
    await untilSent();
    const before = await save();
    for (const [text, why] of [
      ['{', 'Dit bestand is geen JSON.'],
      ['{"opening":1}', 'Dit bestand is geen logboek'],
      [JSON.stringify({ ...before, events: [{ type: 'request.honoured' }] }), 'events.1.by'],
    ] as const) {
      await load(text);
      await happened().getByText(why).waitFor();
      await happened().getByText('Uw zaak is ongewijzigd.').waitFor();
    }
    expect(await save()).toEqual(before);
    expect(await stepTitle().textContent()).toContain('Reactie afwachten');
  });

  it('undoes and does again', async () => {
    await untilSent();
    await button('Ongedaan maken').click();
    expect(await stepTitle().textContent()).toContain('Aanvraag voorbereiden');
    await button('Opnieuw doen').click();
    expect(await stepTitle().textContent()).toContain('Reactie afwachten');
  });

  it('names the later event that no longer holds when one is removed', async () => {
    await untilSent();
    await button('Verwijder: aanvraag gehonoreerd, nummer 3').click();
    await happened().getByText('Gebeurtenis 3 (bedrijfsarts gekozen) kan zo niet.').waitFor();
    expect(await stepTitle().textContent()).toContain('Aanvraag bespreken');
    expect(await page.getByText('2 van 5 gebeurtenissen').count()).toBe(1);
  });

  it('corrects a day and replays the rest', async () => {
    await pickWorked(13);
    await button('Naar het einde').click();
    await happened()
      .getByText(/de reactietermijn is nog niet voorbij/i)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Bij deze zaak hoort een verbetering/ }).click();
    await happened().getByText('Alles wat erna kwam, klopt nog.').waitFor();
    await button('Naar het einde').click();
    const { events } = logOf('13');
    await page.getByText(`${events.length} van ${events.length} gebeurtenissen`).waitFor();
  });

  it('opens another case from the form of an opening', async () => {
    await button('Nieuwe zaak').click();
    await page.getByLabel('Kenmerk').first().fill('case-2');
    await button('Begin deze zaak').click();
    const { opening } = await save();
    expect(opening).toMatchObject({ caseId: 'case-2' });
    expect(opening).not.toHaveProperty('application');
  });

  it('opens the record of the second-opinion physician with the application that they received', async () => {
    await button('Nieuwe zaak').click();
    const form = page.locator('form.opening');
    await form.getByLabel('Van wie dit dossier is').selectOption('secondOpinionPhysician');
    await form.getByLabel('Aangevraagd door').fill('physician-own');
    await form.getByRole('button', { name: 'Voeg toe: Aanvraag zoals ontvangen' }).click();
    const application = form.getByRole('group', { name: 'Aanvraag zoals ontvangen' });
    await application.getByLabel('Aan wie').fill('physician-zuid');
    await application.getByRole('button', { name: 'Vul een kenmerk in: Aanvraagformulier' }).click();
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
    expect(await page.getByRole('note').textContent()).toContain('geen juridisch advies');
    await button('English').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('The second opinion, step by step');
    expect(await page.getByRole('note').textContent()).toContain('not legal advice');
    await button(/^Discuss with the employee which instrument fits best/).waitFor();
    expect(await page.locator('.clauses p[lang="nl"]').first().textContent()).toMatch(
      /werkgever|bedrijfsarts|werknemer/,
    );
  });

  it('lets a case be led with the keyboard alone', async () => {
    // Not `:focus`, which a date field loses to the button inside it.
    const focused = (of: string): Promise<unknown> => page.evaluate(`document.activeElement.${of}`);
    const reach = async (of: string, wanted: string): Promise<void> => {
      for (let press = 0; press < 120; press += 1) {
        await page.keyboard.press('Tab');
        if (String(await focused(of)).includes(wanted)) return;
      }
      expect.fail(`${wanted} cannot be reached with the tab key`);
    };
    await reach('textContent', 'Naar de inhoud');
    await page.keyboard.press('Enter');
    await reach('textContent', 'De aanvraag honoreren');
    await page.keyboard.press('Enter');
    await reach('textContent', 'Melden');
    await page.keyboard.press('Space');
    await taken('request.honoured');
    expect(await focused('id')).toBe('happened');
    await reach('textContent', 'Sluit');
    await page.keyboard.press('Enter');
    expect(await focused('id')).toBe('tab-lead');
    await page.keyboard.press('ArrowRight');
    expect(await focused('id')).toBe('tab-all');
    expect(await tab('Alle partijen tegelijk').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await reach('parentElement.textContent', 'Bekijk als');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#party-title').textContent()).toBe('De werknemer');
    await reach('textContent', 'Een bedrijfsarts second opinion kiezen');
    await page.keyboard.press('Enter');
    await reach('parentElement.textContent', 'Eerste voorkeur');
    await page.keyboard.press('ArrowDown');
    await reach('textContent', 'Melden');
    await page.keyboard.press('Enter');
    await taken('physicians.chosen');
    expect(await stepTitle().textContent()).toContain('Aanvraag voorbereiden');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const language of ['Nederlands', 'English'])
      it(`has no fault that axe finds, in ${colorScheme} and in ${language}`, async () => {
        await opened({ colorScheme });
        const faults = async (within = 'html'): Promise<unknown[]> => {
          const { violations } = await new AxeBuilder({ page }).include(within).analyze();
          return violations.map(({ id, nodes }) => [
            id,
            nodes.map(({ target, failureSummary }) => [target, failureSummary]),
          ]);
        };
        await button(language).click();
        const views = page.getByRole('tab');
        const submit = page.locator('.reports form button[type="submit"]');
        const unfold = async (): Promise<void> => {
          for (const folded of await page.locator('details:not([open]) > summary').all())
            if (await folded.isVisible()) await folded.click();
        };
        await page.locator('.report[data-event="request.refused"]').click();
        await submit.click();
        if (language === 'Nederlands') await unfold();
        expect(await faults()).toEqual([]);
        await page.getByRole('switch').check();
        await submit.click();
        await page.locator('.bar-row button').first().click();
        expect(await faults()).toEqual([]);
        await page.locator('.bar select').selectOption({ index: 6 });
        await page.locator('.bar-row').last().getByRole('button').last().click();
        for (let view = 1; view < (await views.count()); view += 1) {
          await views.nth(view).click();
          if (view === 2) await page.locator('#panel button.main').click();
          expect(await faults('#panel')).toEqual([]);
        }
      });

  it('fits a phone: nothing on it is wider than 360 pixels', async () => {
    await opened({ viewport: { width: 360, height: 740 } });
    const width = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
    expect(await width()).toBe(360);
    await pickWorked(6);
    await button('Naar het einde').click();
    for (const view of await page.getByRole('tab').all()) {
      await view.click();
      expect(await width()).toBe(360);
    }
  });

  it('keeps nothing in the browser', async () => {
    await untilSent();
    const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie, location.hash]');
    expect(kept).toEqual([0, 0, '', '']);
    await page.reload();
    expect(await stepTitle().textContent()).toContain('Aanvraag bespreken');
  });
});
