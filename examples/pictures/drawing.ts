import type { EventType } from 'lpbso-second-opinion';
import type { Locale } from '../languages.ts';
import type { Point, Rectangle } from './place.ts';
import type { Weight } from './text.ts';

/** The picture of the whole procedure, or of one phase. */
export type PictureName = 'whole' | 'application' | 'execution' | 'completion';

/** One line of text; `x` is its middle where it is centred, `y` its baseline. */
export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
  weight: Weight;
  centred?: true;
  /** Reads upwards, around its point. */
  upwards?: true;
  /** The way that stays in its step which this line tells. */
  stays?: { event: EventType; from: string; forbidden: boolean };
}

/** A box with its text. */
export interface Box extends Rectangle {
  /** `every` stands for every step of a phase, `exit` and `entry` for steps outside the phase, `marker` for an outcome that stands elsewhere, `note` for none. */
  kind: 'step' | 'outcome' | 'beside' | 'every' | 'exit' | 'entry' | 'marker' | 'note';
  /** The steps, or the place beside the procedure, that the box stands for. */
  states: string[];
  /** Whether what it leads to or comes from is an outcome. */
  outcome: boolean;
  happy: boolean;
  lines: Line[];
}

/** An arrow with its label; ways with the same ends share one. */
export interface Arrow {
  /** The ways that it draws; all of them lead to the same step. */
  ways: { from: string; to: string; events: EventType[] }[];
  /** The steps for which it is drawn, where it is not for all from which the way leads. */
  within?: string[];
  /** The frame from which it starts, for every step in it. */
  frame?: string;
  forbidden: boolean;
  happy: boolean;
  points: Point[];
  /** None where it runs together with an arrow that has it. */
  label: Rectangle | null;
  lines: Line[];
}

/** A phase, a group of steps, or what runs beside the procedure: what lies within it. */
export interface Area extends Rectangle {
  name: string;
  lines: Line[];
}

/** A sample in the legend: a piece of line or a box, and what it means. */
export interface Sample extends Rectangle {
  like: 'happy' | 'way' | 'forbidden' | 'outcome' | 'frame' | 'every' | 'exit' | 'stays' | 'taken' | 'now';
  lines: Line[];
}

/** A picture as plain JSON: everything has its place, nothing is left to be laid out. */
export interface Drawing {
  name: PictureName;
  locale: Locale;
  title: string;
  description: string;
  width: number;
  height: number;
  areas: Area[];
  boxes: Box[];
  arrows: Arrow[];
  samples: Sample[];
  notes: Line[];
  /** Where the procedure begins. */
  start: Point | null;
}
