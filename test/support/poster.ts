import type { Point, Rectangle } from '../../examples/pictures/place.ts';
import type { CardBox, Piece } from '../../examples/pictures/poster-card.ts';
import type { Poster } from '../../examples/pictures/poster-layout.ts';
import { widthOf } from '../../examples/pictures/text.ts';

interface Thing extends Rectangle {
  name: string;
}

const right = ({ x, width }: Rectangle): number => x + width;
const foot = ({ y, height }: Rectangle): number => y + height;

const overlap = (one: Rectangle, other: Rectangle, by = 0.5): boolean =>
  one.x + by < right(other) && other.x + by < right(one) && one.y + by < foot(other) && other.y + by < foot(one);

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x <= inner.x + 0.5 &&
  outer.y <= inner.y + 0.5 &&
  right(inner) <= right(outer) + 0.5 &&
  foot(inner) <= foot(outer) + 0.5;

/** What a piece covers: of a text from a little above its capitals to a little below its descenders. */
function spaceOf(piece: Piece): Thing {
  const { x, y } = piece;
  if (piece.kind !== 'text') return { name: piece.kind, x, y: y - 27, width: piece.width, height: 32 };
  const { text, size, weight, upwards } = piece;
  const width = widthOf(text, size, weight);
  const [above, below] = [0.74 * size, 0.22 * size];
  return upwards
    ? { name: text, x: x - above, y: y - width, width: above + below, height: width }
    : { name: text, x, y: y - above, width, height: above + below };
}

const nameOf = ({ kind, place, chips }: CardBox): string => `${kind} ${place || chips[0]?.exit?.events.join()}`;

const legsOf = (points: Point[]): Rectangle[] =>
  points.slice(1).map((end, at) => {
    const start = points[at] as Point;
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
    return { x, y, width: Math.max(Math.abs(start.x - end.x), 1), height: Math.max(Math.abs(start.y - end.y), 1) };
  });

const among = (things: Thing[]): string[] =>
  things.flatMap((one, at) =>
    things.slice(at + 1).flatMap((other) => (overlap(one, other) ? [`"${one.name}" overlaps "${other.name}"`] : [])),
  );

/** What is shown of a card, with what is against the rules or without it. */
function shownOf({ pieces, line, chips }: CardBox, forbidden: boolean) {
  const shown = chips.filter(({ exit, taken }) => !exit?.forbidden || forbidden || taken);
  const covered = shown.some(({ exit }) => exit?.forbidden);
  return { pieces: [...pieces, ...(covered ? [] : line)], chips: shown };
}

/** Everything that is wrong with how a poster is laid out; empty for a good one. */
export function faultsOfPoster(poster: Poster, forbidden: boolean): string[] {
  const { width, height, lanes, bands, cards, asides, arrows, headings, legend } = poster;
  const sheet = { x: 0, y: 0, width, height };
  const things = cards.map((card): Thing => ({ ...card, name: nameOf(card) }));
  const loose = [
    ...headings,
    ...legend.flatMap(({ pieces }) => pieces),
    ...lanes.flatMap(({ pieces }) => pieces),
    ...bands.flatMap(({ pieces }) => pieces),
  ].map(spaceOf);
  const within = cards.flatMap((card) => {
    const { pieces, chips } = shownOf(card, forbidden);
    const spaces = pieces.map(spaceOf);
    const boxes = chips.map((chip): Thing => ({ ...chip, name: chip.exit?.events.join() ?? chip.kind }));
    return [
      ...among([...spaces, ...boxes]).map((fault) => `${nameOf(card)}: ${fault}`),
      ...[...spaces, ...boxes].flatMap((one) => (holds(card, one) ? [] : [`${nameOf(card)} cuts "${one.name}"`])),
      ...chips.flatMap((chip) => {
        const own = chip.pieces.map(spaceOf);
        return [
          ...among(own).map((fault) => `${nameOf(card)}: ${fault}`),
          ...own.flatMap((one) => (holds(chip, one) ? [] : [`a chip of ${nameOf(card)} cuts "${one.name}"`])),
        ];
      }),
    ];
  });
  const misplaced = cards.flatMap((card) => {
    if (card.lane === null) return [];
    const lane = lanes.find(({ name }) => name === card.lane);
    const band = bands.find(({ name }) => name === card.phase);
    return [
      ...(lane && holds(lane, card) ? [] : [`${nameOf(card)} leaves its lane`]),
      ...(band && holds(band, card) ? [] : [`${nameOf(card)} leaves its band`]),
    ];
  });
  const small = [
    ...cards.flatMap((card) => [...card.pieces, ...card.line, ...card.chips.flatMap(({ pieces }) => pieces)]),
    ...headings,
    ...legend.flatMap(({ pieces }) => pieces),
  ].flatMap((piece) =>
    piece.kind === 'text' && (piece.size / 254) * 72 < 10 * 0.9 ? [`"${piece.text}" is small`] : [],
  );
  const notes = asides.map((aside, at): Thing => ({ ...aside, name: `note ${at}` }));
  const through = arrows.flatMap(({ points }, at) =>
    legsOf(points).flatMap((leg) =>
      [...things, ...notes, ...loose].flatMap((thing) =>
        overlap(leg, thing, 1.5) ? [`arrow ${at} runs through "${thing.name}"`] : [],
      ),
    ),
  );
  return [
    ...among([...things, ...loose]),
    ...among([...things.filter(({ name }) => !name.startsWith('shared')), ...notes]),
    ...[...things, ...loose, ...notes, ...bands].flatMap((one) =>
      holds(sheet, one) ? [] : [`"${one.name}" leaves the sheet`],
    ),
    ...within,
    ...misplaced,
    ...small,
    ...through,
  ];
}
