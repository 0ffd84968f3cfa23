import { type Data, dataOf, litBy } from './lit.ts';
import { fitting, type Look, painted, stylesOf } from './paint.ts';
import type { Point } from './place.ts';
import { type CardBox, type Chip, letters, type Piece } from './poster-card.ts';
import type { OnPoster } from './poster-chips.ts';
import type { Poster } from './poster-layout.ts';
import { attributes, escaped, group, number, rect } from './svg.ts';
import { fonts, widthOf } from './text.ts';

/** In tenths of a millimetre. */
const looks: Look[] = [
  { in: [], of: 'text', fill: 'ink', more: `font-family:${fonts};font-kerning:none` },
  { in: [], of: 'bold', more: 'font-weight:700' },
  { in: [], of: 'paper', fill: 'paper' },
  { in: [], of: 'area', fill: 'area' },
  { in: [], of: 'rule', stroke: 'line', more: 'stroke-width:2' },
  { in: [], of: 'box', fill: 'box', stroke: 'edge', more: 'stroke-width:2' },
  { in: ['happy'], of: 'box', fill: 'happy-box', stroke: 'happy', more: 'stroke-width:4' },
  { in: ['outcome'], of: 'box', fill: 'outcome' },
  { in: ['aside'], of: 'box', fill: 'paper', stroke: 'line' },
  { in: [], of: 'line', fill: 'none', stroke: 'happy', more: 'stroke-width:7' },
  { in: [], of: 'head', fill: 'happy', stroke: 'none' },
  { in: [], of: 'icon', fill: 'none', stroke: 'ink', more: 'stroke-width:2.5;stroke-linejoin:round' },
  { in: [], of: 'solid', fill: 'ink', stroke: 'none' },
  { in: [], of: 'mark', fill: 'box', stroke: 'ink', more: 'stroke-width:2.5' },
  { in: ['usual'], of: 'mark', fill: 'happy', stroke: 'happy' },
  { in: ['usual'], of: 'text', fill: 'paper' },
  { in: ['chip'], of: 'box', more: 'stroke-width:1.5' },
  { in: ['clock'], of: 'box', fill: 'happy', stroke: 'happy' },
  { in: ['clock'], of: 'text', fill: 'paper' },
  { in: ['clock'], of: 'icon', stroke: 'paper' },
  { in: ['told'], of: 'box', fill: 'none', stroke: 'none' },
  { in: ['also'], of: 'box', fill: 'area', stroke: 'none' },
  { in: ['forbidden'], of: 'box', stroke: 'forbidden', more: 'stroke-dasharray:8 5' },
  { in: ['forbidden'], of: 'text', fill: 'forbidden' },
  { in: ['pale'], of: 'box', fill: 'paper', stroke: 'line', more: 'stroke-width:1.5' },
  { in: ['told', 'pale'], of: 'box', fill: 'paper', stroke: 'none' },
  { in: ['pale'], of: 'text', fill: 'line' },
  { in: ['pale'], of: 'icon', stroke: 'line' },
  { in: ['pale'], of: 'solid', fill: 'line' },
  { in: ['pale'], of: 'mark', fill: 'paper', stroke: 'line' },
  { in: ['pale'], of: 'line', stroke: 'line' },
  { in: ['pale'], of: 'head', fill: 'line' },
  { in: ['taken'], of: 'box', fill: 'taken-box', stroke: 'taken', more: 'stroke-width:4' },
  { in: ['taken'], of: 'line', stroke: 'taken' },
  { in: ['taken'], of: 'head', fill: 'taken' },
  { in: ['passed'], of: 'box', fill: 'taken', stroke: 'taken' },
  { in: ['passed'], of: 'text', fill: 'paper' },
  { in: ['now'], of: 'box', fill: 'now', stroke: 'taken', more: 'stroke-width:8' },
];

/** What the poster may be told: to show what is against the rules. */
export interface PosterOptions {
  forbidden?: boolean;
}

const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

const drawn = (piece: Piece, pale: boolean): string => {
  const { x, y, width } = piece;
  if (piece.kind === 'text') {
    const { text, size, weight, upwards } = piece;
    return `<text${attributes({
      class: weight === 'bold' ? 'bold' : '',
      x,
      y,
      transform: upwards ? `rotate(-90 ${number(x)} ${number(y)})` : undefined,
      'font-size': size === letters.text ? undefined : size,
      textLength: width,
      lengthAdjust: 'spacingAndGlyphs',
    })}>${escaped(text)}</text>`;
  }
  const middle = y - 11;
  if (piece.kind === 'mark') {
    const usual = /^[0-9]/.test(piece.label);
    return group({ class: classes('ref', pale ? 'pale' : usual && 'usual') }, [
      rect('mark', { x: x + 1, y: middle - 16, width: width - 2, height: 32 }, 16),
      `<text${attributes({ x: x + width / 2, y, 'text-anchor': 'middle', textLength: widthOf(piece.label, 32), lengthAdjust: 'spacingAndGlyphs' })}>${piece.label}</text>`,
    ]);
  }
  const at = `${number(x)} ${number(middle)}`;
  const paths = {
    end: `<path class="solid" d="M${at}m1 -11h22v22h-22z"/>`,
    clock: `<path class="icon" d="M${at}m1 0a13 13 0 1 0 26 0a13 13 0 1 0 -26 0M${at}m14 -8v8l6 4"/>`,
    letter: `<path class="icon" d="M${at}m1 -11h34v22h-34zl17 13l17 -13"/>`,
  };
  return paths[piece.kind];
};

const attributesOf = (data: Data): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));

const drawChip = (chip: Chip, pale: boolean): string => {
  const { kind, exit, pieces, taken } = chip;
  const dimmed = pale && !taken && kind !== 'passed';
  const box = rect('box', chip, 12);
  return group(
    {
      class: classes('chip', kind, exit !== null && 'way', dimmed && 'pale', taken && 'taken'),
      ...(exit && attributesOf(dataOf(exit))),
    },
    [box, ...pieces.map((piece) => drawn(piece, dimmed))],
  );
};

function drawCard(card: CardBox, onPoster: OnPoster | null, forbidden: boolean): string {
  const { kind, place, pieces, line, chips } = card;
  const lit = onPoster && litBy(onPoster.moves, { state: place });
  const pale = lit?.taken === false && kind !== 'begin';
  const region = place.startsWith('employerRoute') ? 'data-employer-route' : 'data-state';
  const shown = chips.filter(({ exit, taken }) => !exit?.forbidden || forbidden || taken);
  const content = [
    ...(kind === 'shared' ? [] : [rect('box', card, kind === 'outcome' ? 8 : 18)]),
    ...[...pieces, ...(shown.some(({ exit }) => exit?.forbidden) ? [] : line)].map((piece) => drawn(piece, pale)),
    ...shown.map((chip) => drawChip(chip, onPoster !== null)),
  ];
  if (kind === 'shared') return content.join('\n');
  return group(
    {
      class: classes(
        kind !== 'begin' && 'state',
        kind === 'usual' && 'happy',
        kind === 'outcome' && 'outcome',
        pale && 'pale',
        lit?.taken && 'taken',
        lit?.now && 'now',
      ),
      ...(place ? { [region]: region === 'data-state' ? place : place.split('.')[1] } : {}),
    },
    content,
  );
}

const drawArrow = ({ from, to, points }: Poster['arrows'][number], onPoster: OnPoster | null): string => {
  const data = { from, to };
  const taken = onPoster && litBy(onPoster.moves, data).taken;
  const [before, end] = points.slice(-2) as [Point, Point];
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const short = { x: end.x - dx * 14, y: end.y - dy * 14 };
  const path = [...points.slice(0, -1), short].map(
    ({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`,
  );
  const corner = (along: number, across: number): string =>
    `${number(end.x - dx * along - dy * across)} ${number(end.y - dy * along + dx * across)}`;
  return group({ class: classes('usual-way', taken ? 'taken' : onPoster && 'pale'), ...attributesOf(data) }, [
    `<path class="line" d="${path.join('')}"/>`,
    `<path class="head" d="M${corner(0, 0)}L${corner(20, 13)}L${corner(20, -13)}Z"/>`,
  ]);
};

/** Draws the poster, in millimetres on an A4; no id in it, so that several may stand in one page. */
export function posterSvg(
  poster: Poster,
  onPoster: OnPoster | null = null,
  { forbidden = false }: PosterOptions = {},
): string {
  const { width, height, locale, title, description, lanes, bands, cards, arrows, headings, legend, asides } = poster;
  const piece = (one: Piece): string => drawn(one, false);
  const rules = lanes
    .slice(1)
    .map(({ x, y, height }) => `<path class="rule" d="M${number(x)} ${number(y)}v${number(height)}"/>`);
  const isForbidden = forbidden || cards.some(({ chips }) => chips.some(({ exit, taken }) => taken && exit?.forbidden));
  return painted(
    `${[
      `<svg xmlns="http://www.w3.org/2000/svg" class="second-opinion" viewBox="0 0 ${width} ${number(height)}" width="${number(width / 10)}mm" height="${number(height / 10)}mm" font-size="${letters.text}" role="img" lang="${locale}" data-picture="poster">`,
      `<title>${escaped(title)}</title>`,
      `<desc>${escaped(description)}</desc>`,
      `<style>\n${fitting('A4')}\n${stylesOf(looks)}\n</style>`,
      rect('paper', { x: 0, y: 0, width, height }, 0),
      ...bands.map((band, at) =>
        group({ class: 'phase', 'data-phase': band.name }, [
          ...(at % 2 === 0 ? [rect('area', band, 0)] : []),
          ...band.pieces.map(piece),
        ]),
      ),
      ...rules,
      ...lanes.flatMap((lane) => lane.pieces.map(piece)),
      ...asides.map((one) => group({ class: 'aside' }, [rect('box', one, 18)])),
      ...headings.map(piece),
      ...arrows.map((arrow) => drawArrow(arrow, onPoster)),
      ...cards.map((card) => drawCard(card, onPoster, isForbidden)),
      ...legend
        .filter(({ like }) => like !== 'forbidden' || isForbidden)
        .map(({ like, sample, pieces }) =>
          group({ class: 'sample' }, [drawSample(like, sample), ...pieces.map(piece)]),
        ),
      '</svg>',
    ].join('\n')}\n`,
    looks,
  );
}

function drawSample(
  like: Poster['legend'][number]['like'],
  { x, y, width, height }: Poster['legend'][number]['sample'],
): string {
  const box = rect('box', { x: x + 2, y: y + 2, width: width - 4, height: height - 4 }, 8);
  const icon = (kind: 'end' | 'clock' | 'letter'): string => drawn({ kind, x: x + 8, y: y + 27, width: 30 }, false);
  const boxed = { usual: 'happy', beside: 'beside', forbidden: 'chip', taken: 'taken', now: 'now' } as const;
  if (like === 'clock') return group({ class: 'sample' }, [icon('clock')]);
  if (like === 'told') return group({ class: 'sample' }, [icon('letter')]);
  if (like === 'ends') return group({ class: 'sample' }, [icon('end')]);
  if (like === 'leads')
    return drawn({ kind: 'text', text: '→', x: x + 8, y: y + 27, size: 32, width: 32, weight: 'regular' }, false);
  return group({ class: boxed[like], ...(like === 'forbidden' ? { 'data-forbidden': 'true' } : {}) }, [box]);
}
