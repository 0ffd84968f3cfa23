import type { Point, Rectangle } from './place.ts';
import type { Exit, Lane } from './poster.ts';
import { type Weight, widthOf } from './text.ts';

/** The sizes of letters; the smallest is nine points. */
export const letters = { text: 32, title: 35, poster: 56 };
export const leading = 35;
export const padding = { side: 12, top: 7, foot: 7, chip: 8 };
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

export type Word = string | { mark: string; behind?: '→' } | { icon: 'end' | 'clock' | 'letter' };

const iconWidth = { end: 24, clock: 34, letter: 42 };
const markWidth = (label: string): number => (label.length > 1 ? 50 : 36);
const space = widthOf(' ', letters.text);

const widthOfWord = (word: Word, size: number, weight: Weight): number => {
  if (typeof word === 'string') return widthOf(word, size, weight);
  if ('icon' in word) return iconWidth[word.icon];
  return markWidth(word.mark) + (word.behind ? widthOf(word.behind, size, weight) + space / 2 : 0);
};

export const split = (text: string): string[] => text.split(' ').filter(Boolean);

/** Words and marks, broken into lines of at most this width. */
export function flow(said: Word[], room: number, size = letters.text, weight: Weight = 'regular', lead = leading) {
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

export const movedPieces = (pieces: Piece[], { x, y }: Point): Piece[] =>
  pieces.map((one) => ({ ...one, x: one.x + x, y: one.y + y }));

export const movedChip = (chip: Chip, by: Point): Chip => ({
  ...chip,
  x: chip.x + by.x,
  y: chip.y + by.y,
  pieces: movedPieces(chip.pieces, by),
});

export const movedCard = (card: CardBox, by: Point): CardBox => ({
  ...card,
  x: card.x + by.x,
  y: card.y + by.y,
  pieces: movedPieces(card.pieces, by),
  line: movedPieces(card.line, by),
  chips: card.chips.map((chip) => movedChip(chip, by)),
});

export function chipOf(kind: Chip['kind'], said: Word[], room: number, exit: Exit | null = null): Chip {
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
export function placed(chips: Chip[], from: Point, left: number, room: number): { chips: Chip[]; bottom: number } {
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
export function cardOf(
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
