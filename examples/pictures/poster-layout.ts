import { type Locale, languages } from '../languages.ts';
import { capital, unique } from './parts.ts';
import type { Point, Rectangle } from './place.ts';
import { type Card, type Contents, contentsOf, type Exit, type Lane, lanes } from './poster.ts';
import {
  type CardBox,
  type Chip,
  cardOf,
  chipOf,
  flow,
  leading,
  letters,
  movedCard,
  movedChip,
  movedPieces,
  type Piece,
  padding,
  placed,
  split,
  type Word,
} from './poster-card.ts';
import { bare, type Chips, chipsOf, marksOf, type OnPoster } from './poster-chips.ts';
import { widthOf } from './text.ts';
import { words } from './words.ts';

/** The poster is measured in tenths of a millimetre: an A4, upright. */
const a4 = { width: 2100, height: 2970 };

const margin = 45;
/** The name of a phase, upwards beside its band. */
const strip = 52;
const laneWidths: Record<Lane, number> = { employee: 402, ownPhysician: 556, secondOpinionPhysician: 680, others: 320 };
const inset = 9;

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
  /** The usual way, from card to card. */
  arrows: { from: string; to: string; points: Point[] }[];
  headings: Piece[];
  legend: {
    like: 'usual' | 'beside' | 'clock' | 'told' | 'leads' | 'ends' | 'forbidden' | 'taken' | 'now';
    sample: Rectangle;
    pieces: Piece[];
  }[];
}

/** Lays out the poster; room for what is against the rules is kept, so that nothing moves when it is shown. */
export function layOutPoster(locale: Locale, onPoster: OnPoster | null = null): Poster {
  const poster = contentsOf(locale);
  const say = words[locale].poster;
  const name = languages[locale];
  const chips = chipsOf(locale, poster, onPoster);

  const left = margin + strip;
  const laneAt = new Map<Lane, Rectangle>();
  let x = left;
  for (const lane of lanes) {
    laneAt.set(lane, { x, y: 0, width: laneWidths[lane], height: 0 });
    x += laneWidths[lane];
  }
  const right = x;

  const boxes = new Map(poster.cards.map((card) => [card.place, boxOf(card, poster, locale, chips)]));
  const begin = cardOf(
    { kind: 'begin', place: '', lane: 'employee', phase: 'application' },
    laneWidths.employee - 2 * inset,
    {
      title: [],
      line: split(capital(say.begin)),
      clocks: [],
      rest: [chips.told(poster.begin.told, laneWidths.employee)],
    },
  );

  // What stands below the bands is as high as it is; they get the rest.
  const wide = right - margin;
  const ends = endsOf(poster, chips);
  const endsHeight = Math.max(...ends.map(({ height }) => height));
  const said = (exits: Exit[], left: number, room: number) =>
    placed(
      exits.map((exit) => chips.exit(exit, room, marksOf(exit.from, poster, locale))),
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
  const bandsFrom = top + headHeight;
  const below = 32 + endsHeight + 14 + always.bottom + margin;

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
  // A case that went round many times asks for more than an A4; it is printed smaller.
  const height = Math.max(a4.height, bandsFrom + heightOf(least) + below);
  const forBands = height - bandsFrom - below;
  let gap = least;
  while (gap < 60 && heightOf(gap + 1) <= forBands) gap += 1;
  const spare = (forBands - heightOf(gap)) / phases.length;
  const alwaysTop = height - margin - always.bottom;
  const endsTop = alwaysTop - 14 - endsHeight;

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
    width: a4.width,
    height,
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

/** The card of a step, at the origin. */
function boxOf(card: Card, poster: Contents, locale: Locale, chips: Chips): CardBox {
  const { place, mark, lane, phase, usual, title, line, instead, clocks, told, also, exits } = card;
  const { roles, events } = languages[locale];
  const width = laneWidths[lane] - 2 * inset;
  const room = width - 2 * padding.side;
  const standsFor = (): Word[] =>
    instead.length > 0 ? [...split(words[locale].poster.instead), ...marksOf(instead, poster, locale)] : [];
  return cardOf({ kind: usual ? 'usual' : 'beside', place, lane, phase }, width, {
    title: [{ mark }, ...split(title)],
    line: usual ? split(line) : standsFor(),
    clocks: [
      ...chips.passed(place, room),
      ...clocks.map((clock) => chipOf('clock', [{ icon: 'clock' }, ...split(clock)], room)),
    ],
    rest: [
      ...(told.length > 0 ? [chips.told(told, room)] : []),
      ...(also ? [chipOf('also', split(`${bare(roles[also.role])}: ${events[also.event].title}`), room)] : []),
      ...chips.shown(exits).map((exit) => chips.exit(exit, room)),
    ],
  });
}

/** The outcomes, each as wide as it needs, that of the usual way first. */
function endsOf({ outcomes, outcome }: Contents, chips: Chips): CardBox[] {
  const inOrder = [...outcomes].sort((one, other) => Number(other.place === outcome) - Number(one.place === outcome));
  return inOrder.map(({ place, title, exits }) => {
    const rest = chips.shown(exits).map((exit) => chips.exit(exit, 330));
    const clocks = chips.passed(place, 240);
    const head: Word[] = [{ icon: 'end' }, ...split(title)];
    const needs = [flow(head, 252, letters.text, 'bold').width, ...[...rest, ...clocks].map(({ width }) => width)];
    const width = Math.max(...needs) + 2 * padding.side + 1;
    return cardOf({ kind: 'outcome', place, lane: null, phase: null }, width, { title: head, line: [], clocks, rest });
  });
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
  const putCard = (card: Card, y: number): void => put(boxes.get(card.place) as CardBox, card.lane, y);
  if (usual[0]?.mark === '1') put(begin, 'employee', gap);
  const tops = new Map<Card, number>();
  for (const card of usual.filter(({ lane }) => lane === main)) {
    const y = foot.get(main) ?? gap;
    tops.set(card, y);
    putCard(card, y);
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
    putCard(card, Math.max((wanted[index] ?? 0) - shift, foot.get(card.lane) ?? gap));
  });
  for (const card of own.filter(({ usual }) => !usual)) putCard(card, foot.get(card.lane) ?? gap);
  return { at, height: Math.max(least, ...foot.values()) };
}

const count = (cards: Card[], lane: Lane): number => cards.filter((card) => card.lane === lane).length;

/** The usual way, from card to card, and to how it ends. */
function arrowsOf(poster: Contents, boxes: CardBox[]): Poster['arrows'] {
  const usual = poster.cards.filter((card) => card.usual).map(({ place }) => place);
  const way = ['', ...usual, poster.outcome].map((place) =>
    boxes.find((box) => box.place === place && box.kind !== 'shared'),
  );
  return way.slice(1).flatMap((to, at) => {
    const from = way[at];
    return from && to ? [{ from: from.place, to: to.place, points: pointsBetween(from, to) }] : [];
  });
}

function pointsBetween(from: CardBox, to: CardBox): Point[] {
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
