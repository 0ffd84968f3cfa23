import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Locale, languages, locales } from '../examples/languages.ts';
import { courseOf } from '../examples/pictures/case.ts';
import { chartOf } from '../examples/pictures/chart.ts';
import type { Drawing, Line, PictureName } from '../examples/pictures/drawing.ts';
import { layOut } from '../examples/pictures/layout.ts';
import { colours } from '../examples/pictures/paint.ts';
import { happyWay } from '../examples/pictures/parts.ts';
import { pictureOfCase, pictures } from '../examples/pictures/pictures.ts';
import { svgOf } from '../examples/pictures/svg.ts';
import { layOutWhole } from '../examples/pictures/whole.ts';
import { words } from '../examples/pictures/words.ts';
import { type EventType, replay } from '../src/index.js';
import { chart, leavesOf, nameOf, stateAt, transitionsOf } from './support/chart.js';
import {
  contrast,
  crossingsOf,
  faultsOf,
  labelsOf,
  misleading,
  saidOn,
  smallestLetters,
  strayed,
} from './support/pictures.js';

const phases = ['application', 'execution', 'completion'] as const;
const each = pictures.flatMap((name) => locales.map((locale): [PictureName, Locale] => [name, locale]));

const inDocs = (name: string): string => readFileSync(new URL(`../docs/pictures/${name}.svg`, import.meta.url), 'utf8');

const drawings = new Map<string, Drawing>();
const drawingOf = (name: PictureName, locale: Locale): Drawing => drawings.get(`${name}.${locale}`) as Drawing;
const withForbidden = new Map<PictureName, Drawing>();

beforeAll(async () => {
  for (const [name, locale] of each) drawings.set(`${name}.${locale}`, await layOut(name, { locale }));
  for (const name of pictures) withForbidden.set(name, await layOut(name, { locale: 'nl', forbidden: 'all' }));
}, 120_000);

const phaseOf = (place: string): string => place.split('.')[0] ?? '';
const isPhase = (place: string): boolean => (phases as readonly string[]).includes(phaseOf(place));

/** From where a picture draws what a state says: of a group in a phase from each step in it, of a group of groups from the phase. */
const drawnFrom = (path: string[]): string[] => {
  const inner = Object.entries(stateAt(chart, path).states ?? {});
  const [region, phase = ''] = path;
  const isGroup = region === 'procedure' && path.length > 1 && inner.length > 0 && !isPhase(path.at(-1) ?? '');
  if (!isGroup) return [nameOf(path)];
  if (isPhase(phase) && inner.some(([, { states }]) => states)) return [phase];
  return inner.map(([name]) => nameOf([...path, name]));
};

/** The ways on in the chart, read apart from the pictures: `application.discussing request.honoured application.choosing`. */
const said = transitionsOf(chart).flatMap(({ from: path, event, to, transition }) =>
  drawnFrom(path).map((from) => ({
    name: [from, event, to ? nameOf(to) : from].join(' '),
    from,
    to: to ? nameOf(to) : from,
    event,
    forbidden: transition.meta.forbidden === true,
  })),
);

/** The same, without what a step says that its phase says too. */
const inTheChart = said.filter(
  ({ from, to, event, forbidden }) =>
    !said.some(
      (other) =>
        other.from !== from &&
        other.from === phaseOf(from) &&
        other.event === event &&
        other.forbidden === forbidden &&
        other.to === (to === from ? other.from : to),
    ),
);
type WayInTheChart = (typeof inTheChart)[number];

const names = (ways: WayInTheChart[]): string[] => [...new Set(ways.map(({ name }) => name))].sort();

const allowed = inTheChart.filter(({ forbidden }) => !forbidden);

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const drawnWays = (svg: string) =>
  (svg.match(/<g class="way[^>]*>/g) ?? [])
    .filter((tag) => tag.includes('data-event'))
    .map((tag) => ({
      ways: attribute(tag, 'data-event')
        .split(' ')
        .map((event) => [attribute(tag, 'data-from'), event, attribute(tag, 'data-to')].join(' ')),
      forbidden: tag.includes('data-forbidden'),
      taken: attribute(tag, 'class').split(' ').includes('taken'),
    }));

const drawnNames = (svg: string): string[] =>
  drawnWays(svg)
    .flatMap(({ ways }) => ways)
    .sort();

const statesIn = (svg: string): string[] =>
  (svg.match(/<g class="state[^>]*>/g) ?? [])
    .map((tag) => {
      const [complaints, employerRoute] = ['data-complaints', 'data-employer-route'].map((name) =>
        attribute(tag, name),
      );
      return (
        attribute(tag, 'data-state') || (complaints ? `complaints.${complaints}` : `employerRoute.${employerRoute}`)
      );
    })
    .sort();

/** What a label may say beside what happens: under which condition the line is taken. */
const conditionsIn = (locale: Locale): string[] => {
  const { ownRecord, poster } = words[locale];
  return [ownRecord, poster.otherwise, ...Object.values(poster.routes)];
};

const folder = new URL('../examples/cases/', import.meta.url);
const logs = readdirSync(folder)
  .sort()
  .map((file) => {
    const log = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const events: { type: EventType }[] = log.events.map((event: unknown, at: number) =>
      at === log.correction?.at ? log.correction.event : event,
    );
    return { file, opening: log.opening, events, how: log.brokeTheRules ? 'record' : 'advance' } as const;
  });

describe('the whole', () => {
  it.each(locales)('has every step, every outcome and every place beside the procedure once, in %s', (locale) => {
    const leaves = leavesOf(chart).map(({ path }) => nameOf(path));
    expect(statesIn(svgOf(drawingOf('whole', locale)))).toEqual(leaves.sort());
  });

  it.each(locales)(
    'has every allowed way from one step to another, and none that stays within a phase, in %s',
    (locale) => {
      const told = allowed.filter(({ from, to }) => from !== to || !isPhase(from));
      expect([...new Set(drawnNames(svgOf(drawingOf('whole', locale))))]).toEqual(names(told));
    },
  );

  it.each(locales)('leads the usual way straight down, to its end, in %s', (locale) => {
    const { boxes, arrows } = drawingOf('whole', locale);
    const middles = happyWay.map((step) => {
      const box = boxes.find(({ kind, states }) => kind !== 'marker' && states[0] === step);
      return box && box.x + box.width / 2;
    });
    expect(new Set(middles).size).toBe(1);
    const straight = arrows.filter(({ happy }) => happy);
    expect(straight.map(({ points }) => points.length)).toEqual(straight.map(() => 2));
    expect(straight).toHaveLength(happyWay.length - 1);
  });

  it.each(locales)(
    'has a frame for every group of the chart, for every phase and for what runs beside, in %s',
    (locale) => {
      const groups = (path: string[]): string[] =>
        Object.entries(stateAt(chart, path).states ?? {}).flatMap(([name, { states }]) =>
          states ? [name, ...groups([...path, name])] : [],
        );
      const { areas } = drawingOf('whole', locale);
      expect(areas.map(({ name }) => name).sort()).toEqual(
        [...groups(['procedure']), 'employerRoute', 'complaints'].sort(),
      );
    },
  );

  it.each(locales)('draws from its frame, once, what a group says of several steps, in %s', (locale) => {
    const { arrows } = drawingOf('whole', locale);
    const shared = arrows.filter(({ within = [] }) => within.length > 1);
    expect(shared.length).toBeGreaterThan(15);
    expect(shared.filter(({ frame }) => !frame)).toEqual([]);
    const framed = arrows.flatMap(({ frame, ways }) =>
      frame ? [...new Set(ways.flatMap(({ to, events }) => events.map((event) => `${frame} ${event} ${to}`)))] : [],
    );
    expect(framed.filter((one, at) => framed.indexOf(one) < at)).toEqual([]);
  });
});

describe('the whole in every form', () => {
  /** Every set of ways against the rules that is shown with one of the worked cases. */
  const inCases = new Map(
    logs.map(({ opening, events, how }) => {
      const against = courseOf({ opening, events }, how).taken.filter(({ forbidden }) => forbidden);
      return [JSON.stringify(against.map(({ from, event, to }) => [from, event, to])), against] as const;
    }),
  );
  const forms = locales.flatMap((locale) => [
    { locale, name: 'as it is', options: {} },
    { locale, name: 'with the ways against the rules', options: { forbidden: 'all' as const } },
    ...[...inCases.values()].map((forbidden) => ({
      locale,
      name: `with a case, ${forbidden.length} ways against the rules`,
      options: { forbidden, ofCase: true },
    })),
  ]);

  it('is looked at with every worked case', () => {
    expect(logs.length).toBeGreaterThan(20);
    expect([...inCases.values()].map(({ length }) => length).sort()).toEqual([0, 2, 3]);
  });

  it.each(forms)(
    'has nothing out of place, and at most ten crossings: $name in $locale',
    async ({ locale, options }) => {
      const drawing = await layOut('whole', { locale, ...options });
      expect(faultsOf(drawing)).toEqual([]);
      expect(strayed(drawing, chartOf().groups)).toEqual([]);
      expect(misleading(drawing)).toEqual([]);
      expect(crossingsOf(drawing).length).toBeLessThanOrEqual(10);
    },
  );

  it.each(forms)('says of each line what happens, and nothing twice: $name in $locale', async ({ locale, options }) => {
    const drawing = await layOut('whole', { locale, ...options });
    const title = (event: EventType): string => languages[locale].events[event].title;
    const markers = drawing.boxes.filter(({ kind }) => kind === 'marker');
    const unsaid = drawing.arrows.flatMap((arrow) => {
      const end = arrow.points.at(-1) ?? { x: 0, y: 0 };
      const isMarked = markers.some(
        ({ x, y, width, height }) => x <= end.x && end.x <= x + width && y <= end.y && end.y <= y + height,
      );
      const said = saidOn(arrow, drawing);
      return isMarked ? [] : arrow.ways.flatMap(({ events }) => events.filter((event) => !said.includes(title(event))));
    });
    expect(unsaid).toEqual([]);
    const told = labelsOf(drawing).flatMap(({ ways, forbidden, text }) =>
      [
        ...new Set(
          ways.flatMap(({ to, events }) => events.map((event) => ({ event, to }))).map((way) => JSON.stringify(way)),
        ),
      ]
        .map((way): { event: EventType; to: string } => JSON.parse(way))
        .filter(({ event }) => text.includes(title(event)))
        .map(({ event, to }) =>
          [event, to, forbidden, conditionsIn(locale).find((one) => text.endsWith(one))].join(' '),
        ),
    );
    expect(told.filter((one, at) => told.indexOf(one) < at)).toEqual([]);
  });

  it('is found out where a line crosses, misleads or leaves its frame', () => {
    const drawing = structuredClone(drawingOf('whole', 'nl'));
    const before = crossingsOf(drawing).length;
    const [first] = drawing.arrows;
    const [start, end] = first?.points ?? [];
    if (!first || !start || !end) expect.fail('no arrow');
    const middle = start.y + 3;
    drawing.arrows.push({
      ...first,
      ways: [{ from: 'refused', to: 'withdrawn', events: [] }],
      within: ['refused'],
      points: [
        { x: start.x - 5, y: middle },
        { x: start.x + 5, y: middle },
      ],
    });
    expect(crossingsOf(drawing).length).toBe(before + 1);
    expect(misleading(drawing)).toEqual([]);
    drawing.arrows.at(-1)?.points.splice(1, 1, { x: start.x, y: middle }, { x: start.x, y: middle + 2 });
    expect(misleading(drawing)).not.toEqual([]);
    const box = drawing.boxes.find(({ states }) => states[0] === 'execution.reviewing');
    Object.assign(box ?? {}, { x: 0 });
    expect(strayed(drawing, chartOf().groups)).toEqual(
      ['execution', 'engaged', 'drafted'].map((name) => `execution.reviewing and ${name}`),
    );
  });

  it('is not drawn without a line that the chart has', async () => {
    const known = chartOf();
    const [way] = known.ways.filter(({ event }) => event === 'request.honoured');
    if (!way) expect.fail('no way');
    const more = { ...known, ways: [...known.ways, { ...way, to: 'concluded' }] };
    await expect(layOutWhole(more, { locale: 'nl' })).rejects.toThrow(
      'no line for request.honoured from application.discussing to concluded',
    );
  });

  it('lights what was taken in the step where it was', () => {
    const way = { from: 'execution', event: 'request.withdrawn', to: 'withdrawn', forbidden: false };
    const litIn = (step: string) =>
      drawnWays(svgOf(drawingOf('whole', 'nl'), { taken: [{ ...way, step }], passed: [], now: [] })).filter(
        ({ taken }) => taken,
      );
    expect(litIn('execution.awaitingResponse')).toHaveLength(1);
    expect(litIn('execution.reviewing')).toHaveLength(1);
    expect(litIn('application.choosing')).toHaveLength(0);
  });
});

describe('the phases', () => {
  it.each(phases)('%s has its steps, and every allowed way that begins or ends in it, once', (phase) => {
    for (const locale of locales) {
      const svg = svgOf(drawingOf(phase, locale));
      const leaves = leavesOf(chart).map(({ path }) => nameOf(path));
      expect(statesIn(svg)).toEqual(leaves.filter((step) => step.startsWith(`${phase}.`)).sort());
      expect(drawnNames(svg)).toEqual(names(allowed.filter(({ from, to }) => [from, to].map(phaseOf).includes(phase))));
    }
  });

  it('tell, with the whole, of every allowed way in the chart', () => {
    const drawn = pictures.flatMap((name) => drawnNames(svgOf(drawingOf(name, 'nl'))));
    expect([...new Set(drawn)].sort()).toEqual(names(allowed));
  });
});

describe('the ways against the rules', () => {
  const forbidden = inTheChart.filter((way) => way.forbidden);

  it('are left out', () => {
    for (const drawing of drawings.values()) expect(svgOf(drawing)).not.toContain('data-forbidden="');
  });

  it.each(pictures)('are shown on demand, %s', (name) => {
    const svg = svgOf(withForbidden.get(name) as Drawing);
    const shown = drawnWays(svg).filter((way) => way.forbidden);
    const here = forbidden.filter(({ from, to }) =>
      name === 'whole' ? from !== to || !isPhase(from) : [from, to].map(phaseOf).includes(name),
    );
    expect(shown.flatMap(({ ways }) => ways).sort()).toEqual(names(here));
  });
});

describe('the layout', () => {
  it.each(each)('has no overlap, cut text or arrow through a box or label: %s in %s', (name, locale) => {
    expect(faultsOf(drawingOf(name, locale))).toEqual([]);
  });

  it.each(pictures)('has none with the ways against the rules either: %s', (name) => {
    expect(faultsOf(withForbidden.get(name) as Drawing)).toEqual([]);
  });

  const broken: [string, (drawing: Drawing) => void, RegExp][] = [
    [
      'a box on another',
      ({ boxes: [one, other] }) => Object.assign(one ?? {}, { x: other?.x, y: other?.y }),
      /overlaps box/,
    ],
    [
      'a label on a box',
      ({ boxes: [box], arrows: [arrow] }) => Object.assign(arrow?.label ?? {}, { x: box?.x, y: box?.y }),
      /overlaps label|label .* overlaps/,
    ],
    ['a box too narrow for its title', ({ boxes: [box] }) => Object.assign(box ?? {}, { width: 20 }), /cuts "/],
    [
      'a label longer than its place',
      ({ arrows: [arrow] }) => Object.assign(arrow?.lines[0] ?? {}, { text: 'far too long for the place that it has' }),
      /cuts "/,
    ],
    [
      'a box beyond the edge',
      ({ boxes: [box], width }) => Object.assign(box ?? {}, { x: width - 5 }),
      /leaves the sheet/,
    ],
    [
      'a note beyond the edge',
      ({ notes: [note], width }) => Object.assign(note ?? {}, { x: width - 5 }),
      /leaves the sheet/,
    ],
    [
      'lines piled on each other',
      ({ boxes }) => {
        const lines = boxes.find((box) => box.lines.length > 1)?.lines ?? [];
        Object.assign(lines[1] ?? {}, { y: lines[0]?.y });
      },
      /piles "/,
    ],
    [
      'an arrow through a box',
      ({ arrows: [arrow], boxes }) => {
        const box = boxes.at(-3);
        if (box)
          arrow?.points.splice(1, 0, { x: box.x - 5, y: box.y + 10 }, { x: box.x + box.width + 5, y: box.y + 10 });
      },
      /runs through box/,
    ],
    [
      'an arrow through a label',
      ({ arrows: [arrow, other] }) => {
        const label = other?.label;
        if (label)
          arrow?.points.splice(
            1,
            0,
            { x: label.x - 5, y: label.y + 8 },
            { x: label.x + label.width + 5, y: label.y + 8 },
          );
      },
      /runs through label/,
    ],
    ['an arrow that ends nowhere', ({ arrows: [arrow] }) => arrow?.points.pop(), /does not end at/],
    ['an arrow that starts nowhere', ({ arrows: [arrow] }) => arrow?.points.shift(), /does not start at/],
    [
      'a label beside its arrow',
      ({ arrows: [arrow] }) => Object.assign(arrow?.label ?? {}, { x: 1, y: 1 }),
      /is not on it/,
    ],
  ];

  it.each(broken)('is found out with %s', (_, spoil, fault) => {
    const drawing = structuredClone(drawingOf('whole', 'nl'));
    spoil(drawing);
    expect(faultsOf(drawing).filter((one) => fault.test(one))).not.toEqual([]);
  });

  it.each(each)('keeps the letters large enough in print: %s in %s', (name, locale) => {
    const drawing = drawingOf(name, locale);
    if (name === 'whole') {
      expect(smallestLetters(drawing, 'A3')).toBeGreaterThanOrEqual(8.5);
      expect(smallestLetters(drawing, 'A3', 0)).toBeGreaterThanOrEqual(9);
    } else expect(smallestLetters(drawing, 'A4')).toBeGreaterThanOrEqual(8);
  });

  it('would not let the whole go on a sheet half the size', () => {
    expect(smallestLetters(drawingOf('whole', 'nl'), 'A4')).toBeLessThan(8.5);
  });

  it('is the same every time', async () => {
    expect(await layOut('application', { locale: 'nl' })).toEqual(drawingOf('application', 'nl'));
  });

  it('is plain JSON', () => {
    const drawing = drawingOf('completion', 'en');
    expect(svgOf(JSON.parse(JSON.stringify(drawing)))).toBe(svgOf(drawing));
  });
});

describe('the words', () => {
  const read = (lines: Line[]): string => lines.map(({ text }) => text).join(' ');

  it.each(each)('are those of the library, %s in %s', (name, locale) => {
    const { boxes, arrows } = drawingOf(name, locale);
    const { steps, events, ...said } = languages[locale];
    for (const { kind, states, lines } of boxes) {
      const place = states[0] as keyof typeof steps;
      if (kind === 'step' || kind === 'outcome' || kind === 'marker') expect(lines[0]?.text).toBe(steps[place].title);
      if (kind === 'beside') {
        const [region = '', name = ''] = place.split('.');
        const title = read(lines.filter(({ weight }) => weight === 'bold')).toLowerCase();
        expect(title).toBe(said[region as 'complaints' | 'employerRoute'][name as 'none']);
      }
      for (const { stays, text } of lines) if (stays) expect(text).toBe(events[stays.event].title);
    }
    const conditions = name === 'whole' ? conditionsIn(locale) : [];
    for (const { ways, lines, label } of arrows) {
      const told = [...new Set(ways.flatMap(({ events }) => events))].map((type) => events[type].title).join(', ');
      const texts = [told, ...conditions, ...conditions.map((one) => `${told}, ${one}`)];
      if (label) expect(texts).toContain(read(lines));
    }
  });

  it.each(each)('are escaped, and the picture has a name and a description: %s in %s', (name, locale) => {
    const svg = svgOf(drawingOf(name, locale));
    expect(svg).toMatch(/<svg [^>]*role="img"[^>]*>\n<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/);
    expect(svg).not.toMatch(/ id="|<script|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  });
});

describe('the colours', () => {
  it.each(['light', 'dark'] as const)('keep every text readable, %s', (scheme) => {
    const colour = colours[scheme];
    const pairs: [keyof typeof colour, (keyof typeof colour)[]][] = [
      ['ink', ['paper', 'area', 'box', 'happy-box', 'outcome', 'taken-box', 'now']],
      ['happy', ['paper', 'area']],
      ['forbidden', ['paper', 'area']],
      ['taken', ['paper', 'area', 'box', 'happy-box', 'taken-box', 'outcome']],
    ];
    const poor = pairs.flatMap(([text, grounds]) =>
      grounds.filter((ground) => contrast(colour[text], colour[ground]) < 4.5).map((ground) => `${text} on ${ground}`),
    );
    expect(poor).toEqual([]);
    expect(contrast(colour.line, colour.area)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour.edge, colour.paper)).toBeGreaterThanOrEqual(3);
  });
});

describe('a case on the picture', () => {
  it.each(logs)('takes the ways of its log: $file', ({ opening, events, how }) => {
    const told = replay(opening, events, how);
    if (!told.ok) expect.fail(`stops at ${told.at}`);
    const places = told.outcomes.map((outcome) =>
      outcome.ok
        ? [outcome.case.step, `employerRoute.${outcome.case.employerRoute}`, `complaints.${outcome.case.complaints}`]
        : [],
    );
    const { taken, passed, now } = courseOf({ opening, events }, how);

    let at = 0;
    for (const [index, { type }] of events.entries()) {
      const [before = [], after = []] = [places[index], places[index + 1]];
      const outcome = told.outcomes[index + 1];
      const way = taken[at];
      if (outcome?.ok && outcome.clauses.length === 0) {
        expect(after).toEqual(before);
        continue;
      }
      at += 1;
      expect(way?.event).toBe(type);
      expect([...before, ...before.map(phaseOf), 'procedure']).toContain(way?.from);
      const moved = after.filter((place) => !before.includes(place));
      expect(way?.to === null || before.includes(way?.to ?? '') ? [] : [way?.to]).toEqual(moved);
      expect(way?.clauses).toEqual(outcome?.ok ? outcome.clauses : []);
    }
    expect(at).toBe(taken.length);
    expect(new Set(passed)).toEqual(new Set(places.flat()));
    expect(now).toEqual(places.at(-1));
  });

  const drawn = ['06-partly-adopted-and-transferred.json', '16-weeks-of-silence-then-a-bare-refusal.json'].flatMap(
    (name) => logs.filter(({ file }) => file === name),
  );

  it.each(drawn)('is drawn with the way taken lit, and where it stands: $file', ({ opening, events, how }) => {
    const course = courseOf({ opening, events }, how);
    const svg = svgOf(drawingOf('whole', 'en'), course);
    const { taken, passed, now } = course;
    const isOnTheWhole = ({ from, to }: { from: string; to: string | null }): boolean =>
      (to !== null && to !== from) || !isPhase(from);
    const lit = drawnWays(svg).filter((way) => way.taken);
    const took = taken.filter(isOnTheWhole).map(({ from, event, to }) => [from, event, to ?? from].join(' '));
    expect(took.filter((way) => !lit.some(({ ways }) => ways.includes(way)))).toEqual([]);
    expect(lit.filter(({ ways }) => !ways.some((way) => took.includes(way)))).toEqual([]);
    const tags = svg.match(/<g class="state[^>]*>/g) ?? [];
    const withClass = (name: string): string[] =>
      statesIn(tags.filter((tag) => attribute(tag, 'class').split(' ').includes(name)).join('\n'));
    expect(withClass('now')).toEqual([...now].sort());
    expect(withClass('taken')).toEqual([...passed].sort());
  });

  it('shows a way against the rules where an audited case took it, and no other', async () => {
    const log = logs.find(({ file }) => file === '17-the-employer-was-told.json');
    const given = { opening: log?.opening, events: log?.events ?? [] };
    const svg = await pictureOfCase(given, 'nl', { name: 'whole', how: 'record' });
    const forbidden = drawnWays(svg).filter((way) => way.forbidden);
    expect(forbidden.flatMap(({ ways, taken }) => ways.map((way) => ({ way, taken })))).toEqual([
      { way: 'application.choosing application.sent execution.awaitingResponse', taken: true },
      { way: 'notForwarded advice.forwarded notForwarded', taken: true },
      { way: 'notForwarded decision.made notForwarded', taken: true },
    ]);
  });

  it('is refused for a log that is not taken', async () => {
    await expect(pictureOfCase({ opening: {}, events: [] }, 'nl')).rejects.toThrow('the opening');
  });
});

describe('docs/pictures', () => {
  /** The first line in which two texts differ: a whole picture is too long to read in a report. */
  const firstDifference = (one: string, other: string): string[] => {
    const others = other.split('\n');
    const lines = one.split('\n');
    const at = lines.findIndex((line, index) => line !== others[index]);
    return one === other ? [] : [`${at + 1}: ${lines[at]}`, `${at + 1}: ${others[at]}`];
  };

  it.each(each)('has %s in %s as it is drawn now', (name, locale) => {
    expect(firstDifference(inDocs(`${name}.${locale}`), svgOf(drawingOf(name, locale)))).toEqual([]);
  });
});

describe('the script', () => {
  const root = resolve(import.meta.dirname, '..');
  const draw = (...options: string[]) => {
    const out = join(mkdtempSync(join(tmpdir(), 'picture-')), 'picture.svg');
    const { status, stderr } = spawnSync(process.execPath, ['examples/pictures/draw.ts', ...options, '--out', out], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stderr, svg: status === 0 ? readFileSync(out, 'utf8') : '' };
  };

  it('draws a phase with the ways against the rules', () => {
    const { status, svg } = draw('--picture', 'application', '--forbidden');
    expect(status).toBe(0);
    expect(svg).toBe(svgOf(withForbidden.get('application') as Drawing));
  });

  it('draws a case, and audits one that is marked as broken', () => {
    const { svg } = draw(
      '--case',
      'examples/cases/18-a-refusal-that-was-none.json',
      '--picture',
      'application',
      '--locale',
      'en',
    );
    expect(drawnWays(svg).filter(({ taken, forbidden }) => taken && forbidden)).toHaveLength(1);
    expect(svg).toContain('lang="en"');
  });

  it.each([
    ['--picture', 'nothing', '--picture takes poster, whole'],
    ['--locale', 'fr', '--locale takes nl, en'],
    ['--case', 'nowhere.json', 'no log that can be read'],
    ['--case', 'package.json', 'a log is an object'],
    ['--case', 'examples/cases/13-a-wrong-day-corrected-by-replay.json', 'event 8 of this log is not taken'],
    ['--colour', 'red', "Unknown option '--colour'"],
  ])('refuses %s %s in one line', (option, value, message) => {
    const { status, stderr } = draw(option, value);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
