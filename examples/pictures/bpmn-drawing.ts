import type { Point, Rectangle } from './place.ts';
import { type Lane, lanes } from './poster.ts';
import { widthOf, wrap } from './text.ts';

/** A task, an event, a gateway or a text, with its place. */
export interface BpmnNode extends Rectangle {
  kind: 'start' | 'task' | 'boundary' | 'throw' | 'catch' | 'gateway' | 'end' | 'around' | 'text';
  id: string;
  name: string;
  lane: Lane;
  /** Where its name stands, if that is not within it. */
  label: Rectangle | null;
  /** What an event waits for: a condition in words, a term of so many days, or a link of that name. */
  trigger: { condition: string } | { days: number } | { link: string } | null;
  /** The task on whose edge it stands. */
  on: string | null;
  /** The part of the procedure that it is in, where that can happen at many moments. */
  within: string | null;
  /** Whether what begins with it ends the procedure, or else runs beside it. */
  interrupts: boolean;
}

/** From one to another. */
export interface BpmnFlow {
  id: string;
  from: string;
  to: string;
  name: string;
  points: Point[];
  label: Rectangle | null;
  /** Whether it is taken where no other is. */
  otherwise: boolean;
}

/** The procedure as BPMN draws it, as plain JSON: everything has its place. */
export interface BpmnDrawing {
  title: string;
  pool: Rectangle;
  lanes: (Rectangle & { lane: Lane; name: string })[];
  nodes: BpmnNode[];
  flows: BpmnFlow[];
}

export const header = 30;
export const laneWidth = 524;
/** Where things stand in a lane, from its left. */
export const at = { catch: 18, task: 78, gateway: 234, flow: 284, target: 400, said: 440 };
export const widths = { usual: 180, beside: 144, flow: 106, said: 82, link: 60 };
export const heights = { usual: 80, beside: 100, row: 48, gap: 46 };
/** The sizes of events and gateways, as every tool draws them. */
export const round = 36;
export const diamond = 50;
/** The letters within a box, and those of labels. */
const letters = { box: { size: 12, leading: 14.4 }, label: { size: 11, leading: 13.2 } };

export const laneX = (lane: Lane): number => lanes.indexOf(lane) * laneWidth;

export const centre = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A square or a circle of that size, in the middle of which the point is. */
export const around = ({ x, y }: Point, size = round): Rectangle => ({
  x: x - size / 2,
  y: y - size / 2,
  width: size,
  height: size,
});

/** A text in lines, within a box. */
export const broken = (text: string, room: number): string[] =>
  text.split('\n').flatMap((line) => wrap(line, letters.box.size, room));

export const heightOf = (text: string, room: number): number => broken(text, room).length * letters.box.leading;

function labelOf(text: string, room: number): { width: number; height: number } {
  const lines = wrap(text, letters.label.size, room);
  const width = Math.max(...lines.map((line) => widthOf(line, letters.label.size)));
  return { width: Math.ceil(width) + 6, height: lines.length * letters.label.leading };
}

/** Labels of a line, and of an event on its right, on its left and at its foot. */
export const above = (text: string, x: number, y: number): Rectangle => {
  const { width, height } = labelOf(text, widths.flow);
  return { x: x + (widths.flow - width) / 2, y: y - height - 3, width, height };
};
export const rightOf = (text: string, x: number, y: number): Rectangle => {
  const label = labelOf(text, widths.said);
  return { x, y: y - label.height / 2, ...label };
};
export const leftOf = (text: string, x: number, y: number): Rectangle => {
  const label = labelOf(text, widths.flow);
  return { x: x - label.width, y: y - label.height / 2, ...label };
};
export const below = (text: string, x: number, y: number): Rectangle => {
  const { height } = labelOf(text, widths.link);
  return { x: x - widths.link / 2, y: y + round / 2 + 2, width: widths.link, height };
};

/** A sheet to be drawn on. */
export function sheetOf() {
  const nodes: BpmnNode[] = [];
  const flows: BpmnFlow[] = [];
  return {
    nodes,
    flows,
    add: (node: Pick<BpmnNode, 'kind' | 'id' | 'lane' | keyof Rectangle> & Partial<BpmnNode>): BpmnNode => {
      const whole = { name: '', label: null, trigger: null, on: null, within: null, interrupts: true, ...node };
      nodes.push(whole);
      return whole;
    },
    connect: (from: BpmnNode, to: BpmnNode, points: Point[], { name = '', otherwise = false } = {}): void => {
      const label = name ? above(name, laneX(from.lane) + at.flow, points.at(-1)?.y ?? 0) : null;
      flows.push({ id: `${from.id}-${to.id}`, from: from.id, to: to.id, name, points, label, otherwise });
    },
  };
}

/** A line from the right of one to the left of another, at a height at which both are. */
export const level = (from: Rectangle, to: Rectangle, y: number): Point[] => [
  { x: from.x + from.width, y },
  { x: to.x, y },
];

/** A line from the foot of one to the top of another. */
export function down(from: Rectangle, to: Rectangle): Point[] {
  const [start, end] = [centre(from), centre(to)];
  const foot = from.y + from.height;
  const between = start.x === end.x ? [] : [start.x, end.x].map((x) => ({ x, y: (foot + to.y) / 2 }));
  return [{ x: start.x, y: foot }, ...between, { x: end.x, y: to.y }];
}
