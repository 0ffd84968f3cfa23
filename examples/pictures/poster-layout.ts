import type { Role } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import type { Move } from './case.ts';
import { capital, unique } from './parts.ts';
import type { Point, Rectangle } from './place.ts';
import { type Card, type Contents, contentsOf, type Exit, type Lane, lanes } from './poster.ts';
import { type Weight, widthOf } from './text.ts';
import { words } from './words.ts';

/** The poster is measured in tenths of a millimetre: an A4, upright. */
const a4 = { width: 2100, height: 2970 };

/** The sizes of letters; the smallest is nine points. */
const letters = { text: 32, title: 35, poster: 56 };
const leading = 35;
const margin = 45;
/** The name of a phase, upwards beside its band. */
const strip = 52;
const laneWidths: Record<Lane, number> = { employee: 402, ownPhysician: 556, secondOpinionPhysician: 680, others: 320 };
const inset = 9;
const padding = { side: 12, top: 7, foot: 7, chip: 8 };
const chipHeight = (rows: number): number => rows * leading + 3;
const between = { chips: 6, rows: 3 };

/** Something in a line: words, or the mark of a card, of an end, of a term or of a letter. */
export type Piece =
  | { kind: 'text'; text: string; x: number; y: number; size: number; width: number; weight: Weight; upwards?: true }
  | { kind: 'mark'; label: string; x: number; y: number; width: number }
  | { kind: 'end' | 'clock' | 'letter'; x: number; y: number; width: number };

/** What can happen on a card, which term runs, who is told, what another does, or when a case was there. */
export interface Chip extends Rectangle {
  kind: 'exit' | 'clock' | 'told' | 'also' | 'passed';
  pieces: Piece[];
  exit: Exit | null;
  /** Whether the case that is drawn took it. */
  taken?: true;
}

/** A card, an outcome, or what several cards share. */
export interface CardBox extends Rectangle {
  kind: 'usual' | 'beside' | 'outcome' | 'begin' | 'shared';
  place: string;
  lane: Lane | null;
  phase: string | null;
  pieces: Piece[];
  /** What is to be done: not shown where something against the rules is. */
  line: Piece[];
  chips: Chip[];
}

/** A lane or a band, with its name. */
export interface Cell extends Rectangle {
  name: string;
  pieces: Piece[];
}

/** The poster as plain JSON: everything has its place. */
export interface Poster {
  width: number;
  height: number;
  locale: Locale;
  title: string;
  description: string;
  lanes: Cell[];
  bands: Cell[];
  /** Where the legend stands, and what several steps share. */
  asides: Rectangle[];
  cards: CardBox[];
  arrows: Point[][];
  headings: Piece[];
  legend: {
    like: 'usual' | 'beside' | 'clock' | 'told' | 'leads' | 'ends' | 'forbidden' | 'taken' | 'now';
    sample: Rectangle;
    pieces: Piece[];
  }[];
}

/** A case on the poster: what it is called, the entries of its log, and where it stands now. */
export interface OnPoster {
  title: string;
  moves: Move[];
  now: string[];
}

type Word = string | { mark: string; behind?: '→' } | { icon: 'end' | 'clock' | 'letter' };

const iconWidth = { end: 24, clock: 34, letter: 42 };
const markWidth = (label: string): number => (label.length > 1 ? 50 : 36);
const space = widthOf(' ', letters.text);

const widthOfWord = (word: Word, size: number, weight: Weight): number => {
  if (typeof word === 'string') return widthOf(word, size, weight);
  if ('icon' in word) return iconWidth[word.icon];
  return markWidth(word.mark) + (word.behind ? widthOf(word.behind, size, weight) + space / 2 : 0);
};

const split = (text: string): string[] => text.split(' ').filter(Boolean);

/** Words and marks, broken into lines of at most this width. */
function flow(said: Word[], room: number, size = letters.text, weight: Weight = 'regular', lead = leading) {
  const pieces: Piece[] = [];
  let [x, row, widest] = [0, 0, 0];
  for (const word of said) {
    const width = widthOfWord(word, size, weight);
    if (x > 0 && x + space + width > room) [x, row] = [0, row + 1];
    const left = x === 0 ? 0 : x + space;
    const y = row * lead + size * 0.88;
    const last = pieces.at(-1);
    if (typeof word !== 'string') {
      if ('icon' in word) pieces.push({ kind: word.icon, x: left, y, width });
      else {
        const { mark: label, behind } = word;
        if (behind)
          pieces.push({ kind: 'text', text: behind, x: left, y, size, width: widthOf(behind, size, weight), weight });
        pieces.push({ kind: 'mark', label, x: left + width - markWidth(label), y, width: markWidth(label) });
      }
    } else if (left > 0 && last?.kind === 'text') {
      last.text += ` ${word}`;
      last.width = widthOf(last.text, size, weight);
    } else pieces.push({ kind: 'text', text: word, x: left, y, size, width, weight });
    x = left + width;
    widest = Math.max(widest, x);
  }
  return { pieces, rows: row + 1, width: widest, last: x };
}

const movedPieces = (pieces: Piece[], { x, y }: Point): Piece[] =>
  pieces.map((one) => ({ ...one, x: one.x + x, y: one.y + y }));

const movedChip = (chip: Chip, by: Point): Chip => ({
  ...chip,
  x: chip.x + by.x,
  y: chip.y + by.y,
  pieces: movedPieces(chip.pieces, by),
});

const movedCard = (card: CardBox, by: Point): CardBox => ({
  ...card,
  x: card.x + by.x,
  y: card.y + by.y,
  pieces: movedPieces(card.pieces, by),
  line: movedPieces(card.line, by),
  chips: card.chips.map((chip) => movedChip(chip, by)),
});

function chipOf(kind: Chip['kind'], said: Word[], room: number, exit: Exit | null = null): Chip {
  const { pieces, rows, width } = flow(said, room - 2 * padding.chip);
  return {
    kind,
    exit,
    x: 0,
    y: 0,
    width: width + 2 * padding.chip,
    // What is against the rules stands in the place of the line, and is as high.
    height: exit?.forbidden ? rows * leading : chipHeight(rows),
    pieces: movedPieces(pieces, { x: padding.chip, y: exit?.forbidden ? -1 : 1 }),
  };
}

/** Chips in rows, within so much room; one that fits in what a row has left goes before its turn. */
function placed(chips: Chip[], from: Point, left: number, room: number): { chips: Chip[]; bottom: number } {
  const waiting = [...chips];
  const done: Chip[] = [];
  let { x, y } = from;
  let bottom = y;
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ width }) => x + width <= left + room);
    if (at < 0 && x > left) [x, y] = [left, bottom + between.rows];
    else {
      const [chip] = waiting.splice(Math.max(at, 0), 1) as [Chip];
      done.push(movedChip(chip, { x, y }));
      x += chip.width + between.chips;
      bottom = Math.max(bottom, y + chip.height);
    }
  }
  return { chips: done, bottom };
}

/** A card at the origin: its title, what is to be done, and its chips. */
function cardOf(
  given: Pick<CardBox, 'kind' | 'place' | 'lane' | 'phase'>,
  width: number,
  { title, line, clocks, rest }: { title: Word[]; line: Word[]; clocks: Chip[]; rest: Chip[] },
): CardBox {
  const room = width - 2 * padding.side;
  const size = given.kind === 'outcome' ? letters.text : letters.title;
  const head = flow(title, room, size, 'bold', letters.title + 4);
  const pieces = movedPieces(head.pieces, { x: padding.side, y: padding.top });
  let bottom = padding.top + (title.length > 0 ? head.rows * (letters.title + 4) : 0);
  const chips: Chip[] = [];
  const later: Chip[] = [];
  // A short title leaves room for a term beside it.
  let free = padding.side + head.last + 2 * between.chips;
  for (const chip of clocks) {
    if (free + chip.width > padding.side + room) later.push(chip);
    else {
      chips.push(movedChip(chip, { x: free, y: padding.top + (head.rows - 1) * (letters.title + 4) + 1 }));
      free += chip.width + between.chips;
    }
  }
  const fits = rest.filter(({ exit }) => !exit?.forbidden);
  const against = placed(
    rest.filter(({ exit }) => exit?.forbidden),
    { x: padding.side, y: bottom },
    padding.side,
    room,
  );
  let at = { x: padding.side, y: bottom };
  let text: Piece[] = [];
  if (line.length > 0) {
    const flowed = flow(line, room);
    text = movedPieces(flowed.pieces, { x: padding.side, y: bottom });
    bottom += flowed.rows * leading;
    at = { x: padding.side + flowed.last + between.chips * 2, y: bottom - leading };
  }
  // What is against the rules takes the place of the line.
  const isBeside = against.chips.length === 0 || against.bottom <= at.y;
  if (against.chips.length > 0) bottom = Math.max(bottom, against.bottom);
  if (!isBeside || at.x + ([...later, ...fits][0]?.width ?? 0) > padding.side + room)
    at = { x: padding.side, y: bottom + 2 };
  const flowed = placed([...later, ...fits], at, padding.side, room);
  return {
    ...given,
    x: 0,
    y: 0,
    width,
    height: Math.max(bottom, flowed.bottom) + padding.foot,
    pieces,
    line: text,
    chips: [...chips, ...flowed.chips, ...against.chips],
  };
}

/** The cards of the usual way as a range where they follow each other. */
function marksOf(from: string[], { cards, outcomes }: Contents, locale: Locale): Word[] {
  if (from.length === 0) return split(`${words[locale].everyMoment}:`);
  const usual = cards.filter((card) => card.usual);
  const numbers = usual.flatMap(({ place }, at) => (from.includes(place) ? [at] : []));
  const runs: [number, number][] = [];
  for (const at of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  const mark = (at: number): Word => ({ mark: usual[at]?.mark ?? '' });
  const ended = outcomes
    .filter(({ place }) => from.includes(place))
    .map(({ title }) => title.toLowerCase().replace('uwv', 'UWV'));
  const marks = [
    ...runs.flatMap(([first, last]): Word[] =>
      last - first > 1 ? [mark(first), '–', mark(last)] : unique([first, last]).map(mark),
    ),
    ...cards.filter((card) => !card.usual && from.includes(card.place)).map((card): Word => ({ mark: card.mark })),
  ];
  if (ended.length === 0) return marks;
  const or = marks.length > 0 ? [languages[locale].words.or] : [];
  return [...marks, ...or, ...split(`${ended.join(', ')}:`)];
}

/** What an exit says: what happens, where that leads, and on which condition where it may lead elsewhere. */
function saidOf({ events, leads, forbidden }: Exit, { cards, outcomes }: Contents, locale: Locale): Word[] {
  const { poster } = words[locale];
  const titles = events.map((event) => languages[locale].events[event].title).join(', ');
  const to = leads.flatMap(({ to, route }, at): Word[] => {
    const card = cards.find(({ place }) => place === to);
    const outcome = outcomes.find(({ place }) => place === to);
    const mark: Word[] = card
      ? [{ mark: card.mark, behind: '→' }]
      : to === null || to.startsWith('complaints')
        ? []
        : [{ icon: 'end' }];
    const name =
      outcome && !titles.toLowerCase().includes(outcome.title.toLowerCase())
        ? split(outcome.title.toLowerCase().replace('uwv', 'UWV'))
        : [];
    const condition = route ? poster.routes[route] : leads.length > 1 ? poster.otherwise : undefined;
    const end = at < leads.length - 1 ? ',' : '';
    const tail = [...name, ...(condition ? split(condition) : [])];
    if (tail.length > 0) tail[tail.length - 1] += end;
    return [...mark, ...tail];
  });
  return [...split(titles), ...(forbidden && leads[0]?.to === null ? [] : to)];
}

/** Whether an entry of a log took this exit. */
const isTaken = ({ from, events, leads, forbidden }: Exit, { event, before, after }: Move): boolean => {
  if (!events.includes(event as never)) return false;
  const left = before.filter((place) => !after.includes(place));
  const reached = after.filter((place) => !before.includes(place));
  if (from.length > 0 && !from.some((place) => before.includes(place))) return false;
  return leads.some(({ to }) => (to === null ? forbidden && left.length === 0 : reached.includes(to)));
};

const dayIn = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languages[locale].locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(day))
    .replace('.', '');

const passedSaid = ({ number, day }: Move, locale: Locale): string =>
  number === 0 ? dayIn(day, locale) : `${number} · ${dayIn(day, locale)}`;

const bare = (name: string): string => name.replace(/^(de|het|the) /, '');

/** Lays out the poster; room for what is against the rules is kept, so that nothing moves when it is shown. */
export function layOutPoster(locale: Locale, onPoster: OnPoster | null = null): Poster {
  const poster = contentsOf(locale);
  const say = words[locale].poster;
  const name = languages[locale];
  const moves = onPoster?.moves ?? [];
  const passedChips = (place: string, room: number): Chip[] => {
    const came = moves.filter(({ before, after }) => after.includes(place) && !before.includes(place));
    if (came.length === 0) return [];
    return [
      chipOf(
        'passed',
        came.map((one, at) => passedSaid(one, locale) + (at < came.length - 1 ? ',' : '')),
        room,
      ),
    ];
  };
  const toldChip = (told: Role[], room: number): Chip =>
    chipOf('told', [{ icon: 'letter' }, ...split(told.map((role) => bare(name.roles[role])).join(', '))], room);
  // On a case nothing against the rules is shown on demand: only what was done.
  const shownOf = (exits: Exit[]): Exit[] =>
    exits.filter((exit) => !onPoster || !exit.forbidden || moves.some((move) => isTaken(exit, move)));
  const exitChip = (exit: Exit, room: number, from: Word[] = []): Chip => {
    const when = moves.filter((move) => isTaken(exit, move));
    const passed = when.map((one) => `(${passedSaid(one, locale)})`);
    const chip = chipOf('exit', [...from, ...saidOf(exit, poster, locale), ...passed], room, exit);
    return { ...chip, ...(when.length > 0 ? { taken: true as const } : {}) };
  };

  const left = margin + strip;
  const laneAt = new Map<Lane, Rectangle>();
  let x = left;
  for (const lane of lanes) {
    laneAt.set(lane, { x, y: 0, width: laneWidths[lane], height: 0 });
    x += laneWidths[lane];
  }
  const right = x;

  const asBox = (card: Card): CardBox => {
    const width = laneWidths[card.lane] - 2 * inset;
    const room = width - 2 * padding.side;
    return cardOf(
      { kind: card.usual ? 'usual' : 'beside', place: card.place, lane: card.lane, phase: card.phase },
      width,
      {
        title: [{ mark: card.mark }, ...split(card.title)],
        line: card.usual
          ? split(card.line)
          : card.instead.length > 0
            ? [...split(`${say.instead}`), ...marksOf(card.instead, poster, locale)]
            : [],
        clocks: [
          ...passedChips(card.place, room),
          ...card.clocks.map((clock) => chipOf('clock', [{ icon: 'clock' }, ...split(clock)], room)),
        ],
        rest: [
          ...(card.told.length > 0 ? [toldChip(card.told, room)] : []),
          ...(card.also
            ? [
                chipOf(
                  'also',
                  split(`${bare(name.roles[card.also.role])}: ${name.events[card.also.event].title}`),
                  room,
                ),
              ]
            : []),
          ...shownOf(card.exits).map((exit) => exitChip(exit, room)),
        ],
      },
    );
  };
  const boxes = new Map(poster.cards.map((card) => [card.place, asBox(card)]));
  const begin = cardOf(
    { kind: 'begin', place: '', lane: 'employee', phase: 'application' },
    laneWidths.employee - 2 * inset,
    {
      title: [],
      line: split(capital(say.begin)),
      clocks: passedChips('', 300),
      rest: [toldChip(poster.begin.told, laneWidths.employee)],
    },
  );

  // What stands below the bands is as high as it is; they get the rest.
  const wide = right - margin;
  const ends = [...poster.outcomes]
    .sort((one, other) => Number(other.place === poster.outcome) - Number(one.place === poster.outcome))
    .map(({ place, title, exits }): CardBox => {
      const chips = [...shownOf(exits).map((exit) => exitChip(exit, 330))];
      const head: Word[] = [{ icon: 'end' }, ...split(title)];
      const needs = [
        flow(head, 252, letters.text, 'bold').width,
        ...[...chips, ...passedChips(place, 240)].map(({ width }) => width),
      ];
      return cardOf({ kind: 'outcome', place, lane: null, phase: null }, Math.max(...needs) + 2 * padding.side + 1, {
        title: head,
        line: [],
        clocks: passedChips(place, 240),
        rest: chips,
      });
    });
  const endsHeight = Math.max(...ends.map(({ height }) => height));
  const said = (exits: Exit[], left: number, room: number) =>
    placed(
      exits.map((exit) => exitChip(exit, room, marksOf(exit.from, poster, locale))),
      { x: left, y: 0 },
      left,
      room,
    );
  const always = said(poster.always, left, right - left);
  // Where the second-opinion physician has no part, their lane has room for what several steps share.
  const aside = (laneAt.get('secondOpinionPhysician')?.x ?? 0) + 3 * inset;
  const asideWidth = right - 2 * inset - aside;
  const legend = legendOf(locale, asideWidth, onPoster !== null);
  const isEarly = ({ from }: Exit): boolean => from.some((place) => /^(application|execution)[.]/.test(place));
  const shared = said(poster.shared.filter(isEarly), aside, asideWidth);
  const asideHeight = 14 + legend.height + 14 + leading + 10 + shared.bottom + 10;
  const lateWidth = laneWidths.secondOpinionPhysician - 5 * inset;
  const late = said(
    poster.shared.filter((exit) => !isEarly(exit)),
    aside,
    lateWidth,
  );

  const title = flow(split(words[locale].title), wide, letters.poster, 'bold');
  const lead = margin + title.width + 40;
  const leadIn = flow(split(onPoster?.title ?? say.reading), right - lead, letters.text, onPoster ? 'bold' : 'regular');
  const top = margin + 66;
  const heads = lanes.map((lane) => {
    const said = lane === 'others' ? say.others : bare(name.roles[lane]);
    return flow(split(capital(said)), laneWidths[lane] - 2 * padding.side, letters.text, 'bold');
  });
  const headHeight = Math.max(...heads.map(({ rows }) => rows)) * leading + 14;
  const foot = a4.height - margin;
  const alwaysTop = foot - always.bottom;
  const endsTop = alwaysTop - 14 - endsHeight;
  const bandsFrom = top + headHeight;
  const bandsTo = endsTop - 32;

  const phases = unique(poster.cards.map(({ phase }) => phase));
  const columns = (gap: number) =>
    phases.map((phase, at) =>
      columnsOf(
        poster,
        phase,
        boxes,
        begin,
        gap,
        at === 0 ? asideHeight + 56 : at === phases.length - 1 ? late.bottom + leading + 50 : 0,
      ),
    );
  const heightOf = (gap: number): number => columns(gap).reduce((sum, { height }) => sum + height, 0);
  const least = 7;
  let gap = least;
  while (gap < 60 && heightOf(gap + 1) <= bandsTo - bandsFrom) gap += 1;
  const spare = Math.max(0, bandsTo - bandsFrom - heightOf(gap)) / phases.length;

  let y = bandsFrom;
  const cards: CardBox[] = [];
  const bands = columns(gap).map(({ height, at }, index): Cell => {
    const phase = phases[index] ?? '';
    for (const [box, offset] of at) {
      const lane = laneAt.get(box.lane ?? 'others') as Rectangle;
      cards.push(movedCard(box, { x: lane.x + inset, y: y + offset + spare / 2 }));
    }
    const band = {
      name: phase,
      x: margin,
      y,
      width: right - margin,
      height: height + spare,
      pieces: [upwards(capital(name.phases[phase as 'application']), y, height + spare)],
    };
    y += height + spare;
    return band;
  });
  const room = (right - left - ends.reduce((sum, { width }) => sum + width, 0)) / (ends.length - 1);
  let from = left;
  const outcomes = ends.map((box) => {
    const at = from;
    from += box.width + room;
    return { ...movedCard(box, { x: at, y: endsTop }), height: endsHeight };
  });
  const asideTop = bandsFrom + 12;
  const legendTop = asideTop + 14;
  const sharedTop = legendTop + legend.height + 14 + leading + 10;
  const others = laneAt.get('others') as Rectangle;
  const employer = flow(split(say.employer), others.width - 2 * padding.side);
  const lateTop = (bands.at(-1)?.y ?? 0) + 12;
  const boxed = (chips: Chip[], top: number): CardBox[] =>
    chips.map((chip) => {
      const one = movedChip(chip, { x: 0, y: top });
      const { x, y, width, height } = one;
      return {
        kind: 'shared',
        place: '',
        lane: null,
        phase: null,
        pieces: [],
        line: [],
        chips: [one],
        x,
        y,
        width,
        height,
      };
    });
  const heading = (text: string, y: number, x = margin): Piece => ({
    kind: 'text',
    text,
    x,
    y,
    size: letters.text,
    width: widthOf(text, letters.text, 'bold'),
    weight: 'bold',
  });
  const all = [
    ...cards,
    ...outcomes,
    ...boxed(shared.chips, sharedTop),
    ...boxed(late.chips, lateTop + leading + 20),
    ...boxed(always.chips, alwaysTop),
  ];
  return {
    ...a4,
    locale,
    title: onPoster ? `${words[locale].title}: ${onPoster.title}` : words[locale].title,
    description: say.whole,
    lanes: lanes.map((lane, at) => ({
      name: lane,
      x: laneAt.get(lane)?.x ?? 0,
      y: top,
      width: laneWidths[lane],
      height: y - top,
      pieces: movedPieces(heads[at]?.pieces ?? [], { x: (laneAt.get(lane)?.x ?? 0) + padding.side, y: top + 7 }),
    })),
    bands,
    asides: [
      { x: aside - inset, y: asideTop, width: asideWidth + 2 * inset, height: asideHeight },
      { x: aside - inset, y: lateTop, width: lateWidth + 2 * inset, height: late.bottom + leading + 30 },
    ],
    cards: all,
    arrows: arrowsOf(poster, all),
    headings: [
      ...movedPieces(title.pieces, { x: margin, y: margin }),
      ...movedPieces(leadIn.pieces, { x: lead, y: margin + 20 - (leadIn.rows - 1) * leading }),
      ...movedPieces(employer.pieces, { x: others.x + padding.side, y: (bands[1]?.y ?? 0) + 20 }),
      upwards(say.outcomes, endsTop, endsHeight),
      heading(say.shared, sharedTop - 12, aside),
      heading(say.shared, lateTop + leading + 6, aside),
      upwards(say.always, alwaysTop, always.bottom),
    ],
    legend: legend.entries.map(({ sample, pieces, like }) => ({
      like,
      sample: { ...sample, x: sample.x + aside, y: sample.y + legendTop },
      pieces: movedPieces(pieces, { x: aside, y: legendTop }),
    })),
  };
}

/** A name beside what it is the name of. */
function upwards(text: string, top: number, height: number): Piece {
  const width = widthOf(text, letters.text, 'bold');
  const y = top + (height + width) / 2;
  return { kind: 'text', text, size: letters.text, width, weight: 'bold', upwards: true, x: margin + 37, y };
}

/** Where the cards of a phase stand below each other: the lane with most of the usual way gives the rhythm. */
function columnsOf(
  poster: Contents,
  phase: string,
  boxes: Map<string, CardBox>,
  begin: CardBox,
  gap: number,
  least: number,
) {
  const own = poster.cards.filter((card) => card.phase === phase);
  const usual = own.filter((card) => card.usual);
  const main = [...lanes].sort((one, other) => count(usual, other) - count(usual, one))[0] ?? 'employee';
  const height = (card: Card): number => boxes.get(card.place)?.height ?? 0;
  const at: [CardBox, number][] = [];
  const foot = new Map<Lane, number>(lanes.map((lane) => [lane, gap]));
  const put = (box: CardBox, lane: Lane, y: number): void => {
    at.push([box, y]);
    foot.set(lane, y + box.height + gap);
  };
  const put1 = (card: Card, y: number): void => put(boxes.get(card.place) as CardBox, card.lane, y);
  if (usual[0]?.mark === '1') put(begin, 'employee', gap);
  const tops = new Map<Card, number>();
  for (const card of usual.filter(({ lane }) => lane === main)) {
    const y = foot.get(main) ?? gap;
    tops.set(card, y);
    put1(card, y);
  }
  // A card between two of them stands beside both, so that the way to it and from it runs level.
  const guests = usual.filter(({ lane }) => lane !== main);
  const wanted = guests.map((card) => {
    const next = usual[usual.indexOf(card) + 1];
    const boundary = next ? (tops.get(next) ?? gap) - gap / 2 : (foot.get(main) ?? 0) - gap;
    return boundary - height(card) / 2;
  });
  for (let at = guests.length - 1; at > 0; at -= 1) {
    const [card, above] = [guests[at] as Card, guests[at - 1] as Card];
    const over = (wanted[at - 1] ?? 0) + height(above) + gap - (wanted[at] ?? 0);
    if (card.lane === above.lane && over > 0) {
      wanted[at] = (wanted[at] ?? 0) + over / 2;
      wanted[at - 1] = (wanted[at - 1] ?? 0) - over / 2;
    }
  }
  // They end where the band does, if each can still be reached.
  const last = guests.at(-1);
  const over = last ? (wanted.at(-1) ?? 0) + height(last) + gap - (foot.get(main) ?? 0) : 0;
  const room = guests.map((card, index) => {
    const next = usual[usual.indexOf(card) + 1];
    return next ? (wanted[index] ?? 0) + height(card) - (tops.get(next) ?? 0) - 30 : 0;
  });
  const shift = Math.max(0, Math.min(over, ...room));
  guests.forEach((card, index) => {
    put1(card, Math.max((wanted[index] ?? 0) - shift, foot.get(card.lane) ?? gap));
  });
  for (const card of own.filter(({ usual }) => !usual)) put1(card, foot.get(card.lane) ?? gap);
  return { at, height: Math.max(least, ...foot.values()) };
}

const count = (cards: Card[], lane: Lane): number => cards.filter((card) => card.lane === lane).length;

/** The usual way, from card to card, and to how it ends. */
function arrowsOf(poster: Contents, boxes: CardBox[]): Point[][] {
  const usual = poster.cards.filter((card) => card.usual).map(({ place }) => place);
  const way = ['', ...usual, poster.outcome].map((place) =>
    boxes.find((box) => box.place === place && box.kind !== 'shared'),
  );
  return way.slice(1).flatMap((to, at) => {
    const from = way[at];
    return from && to ? [arrowBetween(from, to)] : [];
  });
}

function arrowBetween(from: CardBox, to: CardBox): Point[] {
  const middle = (box: Rectangle): number => box.x + box.width / 2;
  const foot = (box: Rectangle): number => box.y + box.height;
  if (from.lane === to.lane && from.phase === to.phase)
    return [
      { x: middle(from), y: foot(from) },
      { x: middle(from), y: to.y },
    ];
  const rightwards = middle(to) > middle(from);
  const side = (box: Rectangle, right: boolean): number => (right ? box.x + box.width : box.x);
  const level = (Math.max(from.y, to.y) + Math.min(foot(from), foot(to))) / 2;
  if (Math.min(foot(from), foot(to)) - Math.max(from.y, to.y) > 20)
    return [
      { x: side(from, rightwards), y: level },
      { x: side(to, !rightwards), y: level },
    ];
  const y = foot(from) - 30;
  return [
    { x: side(from, rightwards), y },
    { x: middle(to), y },
    { x: middle(to), y: to.y },
  ];
}

function legendOf(locale: Locale, room: number, ofCase: boolean) {
  const { legend, case: ofACase } = words[locale].poster;
  const all: [Poster['legend'][number]['like'], string][] = [
    ...(ofCase
      ? ([
          ['taken', ofACase.taken],
          ['now', ofACase.now],
        ] as const)
      : ([
          ['usual', legend.usual],
          ['beside', legend.beside],
        ] as const)
    ).map(([like, text]): [typeof like, string] => [like, text]),
    ['clock', legend.clock],
    ['told', legend.told],
    ['leads', legend.leads],
    ['ends', legend.ends],
    ['forbidden', legend.forbidden],
  ];
  let [x, y] = [0, 0];
  const entries = all.map(([like, text]): Poster['legend'][number] => {
    const width = widthOf(text, letters.text);
    if (x > 0 && x + 56 + width > room) [x, y] = [0, y + leading + 5];
    const entry = {
      like,
      sample: { x, y: y + 2, width: 48, height: 32 },
      pieces: [
        { kind: 'text' as const, text, x: x + 56, y: y + 29, size: letters.text, width, weight: 'regular' as const },
      ],
    };
    x += 56 + width + 28;
    return entry;
  });
  return { entries, height: y + leading };
}
