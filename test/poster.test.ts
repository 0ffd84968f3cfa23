import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Locale, languages, locales } from '../examples/languages.ts';
import { corrected } from '../examples/log.ts';
import { courseOf } from '../examples/pictures/case.ts';
import { colours } from '../examples/pictures/paint.ts';
import { happyWay } from '../examples/pictures/parts.ts';
import { exampleCase, poster, posterOfCase } from '../examples/pictures/pictures.ts';
import { contentsOf, type Exit } from '../examples/pictures/poster.ts';
import { layOutPoster, type Poster } from '../examples/pictures/poster-layout.ts';
import { words } from '../examples/pictures/words.ts';
import { type EventType, type ProcedureEvent, type Role, replay } from '../src/index.js';
import { type ChartTransition, chart, leavesOf, nameOf, stateAt, statesOf } from './support/chart.js';
import { contrast } from './support/pictures.js';
import { faultsOfPoster } from './support/poster.js';

const folder = new URL('../examples/cases/', import.meta.url);
const logs = readdirSync(folder)
  .sort()
  .map((file) => {
    const log = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return { ...log, file, events: corrected<ProcedureEvent>(log), how: log.brokeTheRules ? 'record' : 'advance' };
  });
const logNamed = (start: string) => logs.find(({ file }) => file.startsWith(start));

const caseOnPoster = ({ title, opening, events, how }: (typeof logs)[number], locale: Locale) => {
  const { moves } = courseOf({ opening, events }, how);
  return layOutPoster(locale, { title: title[locale], moves });
};

/** What can be taken in a leaf of the chart: its own, then that of the states around it, until one is taken in every case. */
function transitionsIn(path: string[]): { event: EventType; transition: ChartTransition }[] {
  const settled = new Set<string>();
  return path.flatMap((_, depth) => {
    const state = stateAt(chart, path.slice(0, path.length - depth));
    const here = Object.entries(state.on ?? {}).filter(([event]) => !settled.has(event));
    for (const [event, candidates] of here)
      if (candidates.some(({ guard }) => guard.type === 'isAllowed')) settled.add(event);
    return here.flatMap(([event, candidates]) =>
      candidates.map((transition) => ({ event: event as EventType, transition })),
    );
  });
}

const leaves = leavesOf(chart);
const target = ({ target = '' }: ChartTransition): string | null => {
  const found = statesOf(chart).find(({ state }) => `#${state.id}` === target);
  return found ? nameOf(found.path) : null;
};

/** The ways out in the chart, read apart from the pictures: `application.discussing request.honoured application.choosing`. */
const waysOut = leaves.flatMap(({ path }) => {
  const from = nameOf(path);
  return transitionsIn(path).map(({ event, transition }) => {
    const to = target(transition);
    return { from, event, to: to === from ? null : to, forbidden: transition.meta.forbidden === true };
  });
});
const told = (ways: { from: string; event: string; to: string | null }[]): string[] =>
  [...new Set(ways.map(({ from, event, to }) => [from, event, to].join(' ')))].sort();

const exitsOf = (locale: Locale): Exit[] => {
  const { cards, outcomes, always, shared } = contentsOf(locale);
  return [...cards, ...outcomes].flatMap(({ exits }) => exits).concat(always, shared);
};
const said = (exits: Exit[]) =>
  exits.flatMap(({ from, events, leads }) =>
    from.flatMap((place) => events.flatMap((event) => leads.map(({ to }) => ({ from: place, event, to })))),
  );

const usualCards = (locale: Locale) =>
  contentsOf(locale).cards.flatMap((card) => (card.act ? [{ ...card, act: card.act }] : []));

const boxesIn = ({ cards }: Poster) =>
  cards.map(({ kind, place, x, y, width, height }) => [kind, place, x, y, width, height]);

const inDocs = (name: string): string => readFileSync(new URL(`../docs/pictures/${name}.svg`, import.meta.url), 'utf8');

describe('the poster', () => {
  it.each(locales)('has every step, every outcome and the question to the employer once, in %s', (locale) => {
    const drawn = layOutPoster(locale).cards.flatMap(({ place }) => (place ? [place] : []));
    const procedure = leaves.filter(({ path }) => path[0] === 'procedure').map(({ path }) => nameOf(path));
    expect(drawn.sort()).toEqual([...procedure, 'employerRoute.asked'].sort());
  });

  it('numbers the steps of the worked case that goes the usual way, in their order', () => {
    const { opening, events } = logNamed('01-') ?? {};
    const replayed = replay(opening, events ?? []);
    const steps = replayed.ok ? replayed.outcomes.map((outcome) => outcome.case.step) : [];
    expect(usualCards('nl').map(({ place }) => place)).toEqual([...new Set(steps)].slice(0, -1));
    expect(usualCards('nl').map(({ mark }) => mark)).toEqual(usualCards('nl').map((_, at) => String(at + 1)));
    expect(happyWay).toEqual([...new Set(steps)]);
  });

  it('has each step of the usual way in the lane of somebody on whom the chart waits', () => {
    for (const { place, lane } of usualCards('nl')) {
      const state = leaves.find(({ path }) => nameOf(path) === place)?.state;
      expect(Object.keys(state?.meta?.waitsOn ?? {})).toContain(lane);
    }
  });

  it.each(locales)('says every allowed way out of a step or an outcome once, in %s', (locale) => {
    const cards = usualCards(locale);
    const usual = cards.map(({ place, act }, at) => ({
      from: place,
      event: act,
      to: cards[at + 1]?.place ?? 'concluded',
    }));
    const exits = said(exitsOf(locale).filter(({ forbidden }) => !forbidden)).filter(
      ({ from }) => !from.startsWith('employerRoute'),
    );
    expect(told([...exits, ...usual])).toHaveLength(exits.length + usual.length);
    // What the own physician sees as one step the other records see as its first.
    const inTheChart = waysOut.filter(
      ({ from, to, forbidden }) =>
        !forbidden && to !== null && to !== 'execution.underway' && !/^(employerRoute|complaints)/.test(from),
    );
    expect(told([...exits, ...usual])).toEqual(told(inTheChart));
  });

  it('tells of the question to the employer, how it is put and how it ends, and of complaints', () => {
    const exits = exitsOf('nl');
    const events = exits.flatMap((exit) => exit.events);
    expect(events).toEqual(
      expect.arrayContaining([
        'employer.asked',
        'employer.agreed',
        'employer.declined',
        'employer.notAsked',
        'complaint.filed',
      ]),
    );
  });

  it.each(locales)('says what is against the rules on the same cards, and only on demand, in %s', (locale) => {
    const forbidden = exitsOf(locale).filter((exit) => exit.forbidden);
    expect(told(said(forbidden))).toEqual(told(waysOut.filter((way) => way.forbidden)));
    expect(poster(locale)).not.toContain('data-forbidden="');
    const shown = poster(locale, { forbidden: true }).match(/<g class="chip exit[^>]*data-forbidden=/g);
    expect(shown).toHaveLength(forbidden.length);
  });

  it.each(locales)('gives the condition where an event leads two ways from one card, in %s', (locale) => {
    const forked = exitsOf(locale).filter(({ leads }) => leads.length > 1);
    expect(forked.length).toBeGreaterThan(2);
    for (const { leads } of forked) {
      const conditions = leads.map(({ route }) =>
        route ? words[locale].poster.routes[route] : words[locale].poster.otherwise,
      );
      expect(new Set(conditions).size).toBe(leads.length);
      expect(conditions).not.toContain(undefined);
    }
  });

  it.each(locales)('has a clock only where a term runs, as long as the library says, in %s', (locale) => {
    const clocks = usualCards(locale).flatMap(({ mark, clocks }) => clocks.map((clock) => [mark, clock]));
    const [soon, reasonable] = words[locale].poster.periods;
    expect(clocks).toEqual([
      ['1', soon],
      ['3', soon],
      ['4', words[locale].poster.weeks(1)],
      ['12', reasonable],
    ]);
    expect(languages[locale].terms.engage).toContain(soon);
    expect(languages[locale].terms.decide).toContain(reasonable);
  });

  it('has an envelope to everybody whom the chart tells of the usual act, and to nobody else', () => {
    for (const { place, act, told, lane } of usualCards('nl')) {
      const path = leaves.find((leaf) => nameOf(leaf.path) === place)?.path ?? [];
      const roles = transitionsIn(path)
        .filter(({ event, transition }) => event === act && !transition.meta.forbidden)
        .flatMap(({ transition }) => transition.actions)
        .flatMap((action): [Role, boolean][] =>
          action === 'evolve' ? [] : [[action.params.to, !action.params.when && !action.params.unless]],
        );
      expect(roles.map(([role]) => role)).toEqual(expect.arrayContaining(told));
      // Whoever does it is not told of it.
      const sure = roles.filter(([, always]) => always).map(([role]) => role);
      expect(sure.filter((role) => role !== lane && !told.includes(role))).toEqual([]);
    }
  });

  it('says of the employer what holds: until the completion phase they are told nothing without consent', () => {
    const early = leaves.filter(({ path }) => ['application', 'execution'].includes(path[1] ?? ''));
    const allowed = early
      .flatMap(({ path }) => transitionsIn(path))
      .filter(({ transition }) => !transition.meta.forbidden);
    const letters = allowed
      .flatMap(({ transition }) => transition.actions)
      .flatMap((action) => (action !== 'evolve' && action.params.to === 'employer' ? [action.params.when] : []));
    expect(new Set(letters)).toEqual(new Set(['workIsAskedWithConsent']));
    for (const { event, transition } of allowed)
      if (event === 'employer.informed') expect(transition.guard.params.norms).toContain('employeeConsentsToTelling');
  });

  it.each(['light', 'dark'] as const)('has letters that can be read, %s', (scheme) => {
    const colour = colours[scheme];
    const pairs: [keyof typeof colour, (keyof typeof colour)[]][] = [
      ['ink', ['paper', 'area', 'box', 'happy-box', 'outcome', 'taken-box', 'now']],
      ['paper', ['happy', 'taken']],
      ['forbidden', ['box', 'taken-box']],
      ['line', ['paper']],
    ];
    for (const [letters, grounds] of pairs)
      for (const ground of grounds) {
        const found = contrast(colour[letters], colour[ground]);
        expect([letters, ground, found >= 4.5]).toEqual([letters, ground, true]);
      }
  });

  it.each(locales)('has the words of the library, in %s', (locale) => {
    const { steps, events } = languages[locale];
    for (const { place, title, line, act } of usualCards(locale)) {
      expect(title).toBe(steps[place as 'refused'].title);
      expect(line).toBe(events[act].todo);
    }
  });

  it('is on an A4, in millimetres, and prints so', () => {
    expect(poster('nl')).toMatch(/viewBox="0 0 2100 2970" width="210mm" height="297mm"/);
    expect(poster('nl')).toContain('@page{size:A4;margin:0}');
  });
});

describe('the layout of the poster', () => {
  it.each(locales.flatMap((locale) => [false, true].map((forbidden): [Locale, boolean] => [locale, forbidden])))(
    'has no overlap, no cut or small text, and every card in its lane and band: %s, against the rules: %s',
    (locale, forbidden) => {
      expect(faultsOfPoster(layOutPoster(locale), forbidden)).toEqual([]);
    },
  );

  it.each(logs)('has none for a case: $file', (log) => {
    for (const locale of locales) {
      const drawn = caseOnPoster(log, locale);
      expect(faultsOfPoster(drawn, false)).toEqual([]);
      expect(drawn.height).toBe(2970);
    }
  });

  it('grows below an A4 for a case that went round many times, and has none then either', () => {
    const { opening, events } = logNamed('03-') as (typeof logs)[number];
    const { moves } = courseOf({ opening, events });
    const again = [1, 2, 3].flatMap(() => moves);
    const drawn = layOutPoster('nl', { title: '', moves: again });
    expect(drawn.height).toBeGreaterThan(2970);
    expect(faultsOfPoster(drawn, false)).toEqual([]);
  });

  const broken: [string, (poster: Poster) => void, RegExp][] = [
    [
      'a card on another',
      ({ cards: [one, other] }) => Object.assign(one ?? {}, { x: other?.x, y: other?.y }),
      /overlaps/,
    ],
    [
      'a card beyond its lane',
      ({ cards: [card] }) => Object.assign(card ?? {}, { x: (card?.x ?? 0) + 30 }),
      /leaves its lane/,
    ],
    [
      'a card beyond its band',
      ({ cards, bands: [band] }) => Object.assign(cards[1] ?? {}, { y: (band?.y ?? 0) - 30 }),
      /leaves its band/,
    ],
    ['a card too narrow for its text', ({ cards }) => Object.assign(cards[1] ?? {}, { width: 100 }), /cuts "/],
    [
      'a chip too narrow for its text',
      ({ cards }) => Object.assign(cards[1]?.chips[0] ?? {}, { width: 40 }),
      /a chip of .* cuts "/,
    ],
    ['a chip on the text', ({ cards }) => Object.assign(cards[1]?.chips[0] ?? {}, { y: cards[1]?.y }), /overlaps "/],
    ['letters under nine points', ({ headings: [heading] }) => Object.assign(heading ?? {}, { size: 31 }), /is small/],
    [
      'an arrow through a card',
      ({ arrows: [arrow], cards }) => arrow?.points.push({ x: cards[5]?.x ?? 0, y: (cards[5]?.y ?? 0) + 9999 }),
      /arrow 0 runs through/,
    ],
    [
      'a heading beyond the edge',
      ({ headings: [heading] }) => Object.assign(heading ?? {}, { x: 2000 }),
      /leaves the sheet/,
    ],
  ];

  it.each(broken)('is found out with %s', (_, spoil, fault) => {
    const spoiled = structuredClone(layOutPoster('nl'));
    spoil(spoiled);
    expect(faultsOfPoster(spoiled, false).filter((one) => fault.test(one))).not.toEqual([]);
  });

  it('does not move when what is against the rules is shown', () => {
    const boxes = (svg: string): string[] => svg.match(/<rect class="box"[^>]*>/g) ?? [];
    const shown = boxes(poster('nl', { forbidden: true }));
    expect(boxes(poster('nl')).filter((box) => !shown.includes(box))).toEqual([]);
  });

  it('is the same every time, and plain JSON', () => {
    const laidOut = layOutPoster('en');
    expect(JSON.parse(JSON.stringify(laidOut))).toEqual(laidOut);
    expect(boxesIn(layOutPoster('en'))).toEqual(boxesIn(laidOut));
  });
});

describe('a case on the poster', () => {
  const textsOf = ({ pieces }: { pieces: Poster['headings'] }): string =>
    pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])).join(' ');
  const passedOn = ({ cards }: Poster, place: string): string =>
    cards
      .filter((card) => card.place === place)
      .flatMap(({ chips }) => chips)
      .filter(({ kind }) => kind === 'passed')
      .map(textsOf)
      .join();
  const takenOn = ({ cards }: Poster): string[] =>
    cards
      .flatMap(({ chips }) => chips)
      .filter(({ taken }) => taken)
      .map(textsOf);

  it('has the day and the number of each entry that came to a card, and the title of the case', () => {
    const drawn = caseOnPoster(logNamed('02-') as (typeof logs)[number], 'nl');
    expect(passedOn(drawn, 'application.discussing')).toBe('12 okt');
    expect(passedOn(drawn, 'application.preparing')).toBe('4 · 15 okt, 9 · 29 okt');
    expect(passedOn(drawn, 'concluded')).toBe('22 · 16 dec');
    expect(passedOn(drawn, 'refused')).toBe('');
    expect(drawn.title).toContain(logNamed('02-')?.title.nl);
    expect(textsOf({ pieces: drawn.headings })).toContain(logNamed('02-')?.title.nl);
  });

  it('has them on the chips that were taken, and on no other', () => {
    const drawn = caseOnPoster(logNamed('02-') as (typeof logs)[number], 'nl');
    expect(takenOn(drawn)).toEqual([
      expect.stringMatching(/^arts niet beschikbaar, reactietermijn voorbij.*\(9 · 29 okt\)$/),
      expect.stringMatching(/^geen opmerkingen.*\(17 · 3 dec\)$/),
    ]);
  });

  it.each(logs)('lights each place that was passed, and where it stands: $file', (log) => {
    const { passed, now } = courseOf(log, log.how);
    const svg = posterOfCase(log, 'en', log.how);
    const onPoster = contentsOf('en')
      .cards.concat(contentsOf('en').outcomes as never[])
      .map(({ place }) => place);
    const lit = (name: string): string[] =>
      (svg.match(/<g class="state[^>]*>/g) ?? [])
        .filter((tag) => / class="([^"]*)"/.exec(tag)?.[1]?.split(' ').includes(name))
        .map((tag) => / data-state="([^"]*)"/.exec(tag)?.[1] ?? 'employerRoute.asked')
        .sort();
    expect(lit('taken')).toEqual(passed.filter((place) => onPoster.includes(place)).sort());
    expect(lit('now')).toEqual(now.filter((place) => onPoster.includes(place)).sort());
  });

  it('shows what was done against the rules, and nothing else that is', () => {
    const log = logNamed('17-') as (typeof logs)[number];
    const svg = posterOfCase(log, 'nl', log.how);
    expect(
      svg.match(/data-event="[^"]*"[^>]*data-forbidden="true"/g)?.map((tag) => /"([^"]*)"/.exec(tag)?.[1]),
    ).toEqual(['application.sent', 'advice.forwarded decision.made']);
  });

  it('lights the usual way as far as the case went it', () => {
    const arrows = (start: string): string[] => {
      const log = logNamed(start) as (typeof logs)[number];
      const lit = posterOfCase(log, 'nl', log.how).match(/<g class="usual-way[^"]*"/g) ?? [];
      return lit.map((tag) => (tag.includes(' taken') ? 'taken' : 'pale'));
    };
    const steps = usualCards('nl').length;
    expect(arrows('01-')).toEqual(Array(steps + 1).fill('taken'));
    // Refused at once.
    expect(arrows('16-')).toEqual(['taken', ...Array(steps).fill('pale')]);
  });

  it('is refused for a log that is not taken', () => {
    expect(() => posterOfCase({ opening: {}, events: [] }, 'nl')).toThrow('the opening');
  });
});

describe('docs/pictures', () => {
  it.each(locales)('has the poster as it is drawn now, in %s', (locale) => {
    expect(inDocs(`poster.${locale}`) === poster(locale)).toBe(true);
  });

  it.each(locales)('has the example of a case as it is drawn now, in %s', (locale) => {
    const log = logNamed(exampleCase) as (typeof logs)[number];
    expect(inDocs(`cases/${exampleCase}.${locale}`) === posterOfCase(log, locale)).toBe(true);
  });
});

describe('the script', () => {
  const draw = (...options: string[]): string => {
    const out = join(mkdtempSync(join(tmpdir(), 'poster-')), 'poster.svg');
    const { status, stderr } = spawnSync(process.execPath, ['examples/pictures/draw.ts', ...options, '--out', out], {
      cwd: resolve(import.meta.dirname, '..'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return readFileSync(out, 'utf8');
  };

  it('draws the poster where no picture is named, with what is against the rules', () => {
    expect(draw('--forbidden')).toBe(poster('nl', { forbidden: true }));
  });

  it('draws a case on it', () => {
    const log = logNamed('18-') as (typeof logs)[number];
    expect(draw('--case', `examples/cases/${log.file}`, '--locale', 'en')).toBe(posterOfCase(log, 'en', 'record'));
  });
});
