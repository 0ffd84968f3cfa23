import type { EventType } from 'lpbso-second-opinion';
import { type Locale, languages } from '../languages.ts';
import type { Chart, Way } from './chart.ts';
import type { Box } from './drawing.ts';
import {
  type Content,
  content,
  happyWay,
  type LayoutOptions,
  labelOf,
  margin,
  moved,
  sizes,
  staying,
  textOf,
} from './parts.ts';
import type { Rectangle } from './place.ts';
import { widthOf } from './text.ts';

/** Where the middle and the sides of a box or a frame are. */
export interface Place extends Rectangle {
  right: number;
  bottom: number;
  middle: number;
  /** The height at which the `at`-th of so many lines touches a side of it. */
  port: (at: number, of?: number) => number;
}

export const placeOf = (space: Rectangle): Place => ({
  ...space,
  right: space.x + space.width,
  bottom: space.y + space.height,
  middle: space.x + space.width / 2,
  port: (at, of = 1) => Math.round(space.y + (space.height * at) / (of + 1)),
});

type Item =
  | { open: string }
  | { close: string }
  | { step: string }
  | { label: string }
  | { joint: string }
  | { gap: number };

/** The usual way from top to bottom, with the frames around it; at a joint another line comes to it. */
const column: Item[] = [
  { open: 'application' },
  { gap: 22 },
  { step: 'application.discussing' },
  { joint: 'honoured' },
  { label: 'application.discussing' },
  { open: 'engaging' },
  { step: 'application.choosing' },
  { joint: 'chosen' },
  { label: 'application.choosing' },
  { step: 'application.preparing' },
  { close: 'engaging' },
  { joint: 'sent' },
  { label: 'application.preparing' },
  { close: 'application' },
  { open: 'execution' },
  { step: 'execution.awaitingResponse' },
  { gap: 34 },
  { open: 'engaged' },
  { joint: 'accepted' },
  { joint: 'underway' },
  { joint: 'acceptedAfterwards' },
  { gap: 3 },
  { label: 'execution.awaitingResponse' },
  { open: 'consulting' },
  { step: 'execution.inviting' },
  { joint: 'scheduled' },
  { label: 'execution.inviting' },
  { step: 'execution.awaitingConsultation' },
  { joint: 'held' },
  { label: 'execution.awaitingConsultation' },
  { step: 'execution.assessing' },
  { close: 'consulting' },
  { gap: 26 },
  { open: 'drafted' },
  { joint: 'submitted' },
  { label: 'execution.assessing' },
  { step: 'execution.reviewing' },
  { label: 'execution.reviewing' },
  { step: 'execution.finalising' },
  { close: 'drafted' },
  { label: 'execution.finalising' },
  { close: 'engaged' },
  { open: 'advised' },
  { step: 'execution.awaitingConsent' },
  { joint: 'authorised' },
  { label: 'execution.awaitingConsent' },
  { step: 'execution.forwarding' },
  { close: 'advised' },
  { joint: 'forwarded' },
  { label: 'execution.forwarding' },
  { close: 'execution' },
  { gap: 22 },
  { open: 'completion' },
  { step: 'completion.considering' },
  { label: 'completion.considering' },
  { step: 'completion.decided' },
  { close: 'completion' },
  { label: 'completion.decided' },
  { open: 'closing' },
  { step: 'concluded' },
  { close: 'closing' },
];

/** How many lines touch the side of a step that most touch, where there are several. */
const lines: Record<string, number> = {
  'application.discussing': 4,
  'application.choosing': 2,
  'application.preparing': 3,
  'application.reconsidering': 3,
  'execution.awaitingResponse': 3,
  'execution.inviting': 3,
  'execution.assessing': 2,
  'execution.awaitingConsent': 2,
  'execution.underway': 2,
  'completion.considering': 3,
  'completion.decided': 2,
  uwvRouteChosen: 2,
  withdrawn: 2,
  lapsed: 5,
  notForwarded: 5,
};

/** How wide a label between two lanes may be, before it is broken. */
export const narrow = 66;

/** What a box of the whole holds, its title in the middle. */
function boxOf(step: string, locale: Locale, ways: Way[], outcome: boolean, least: number): Content {
  const title = languages[locale].steps[step as 'refused'].title;
  const stays = outcome ? staying(ways, step, locale) : [];
  const made = content(outcome ? 'outcome' : 'step', [step], [title], stays, {
    outcome,
    happy: happyWay.includes(step),
    least,
    columns: stays.length > 4 ? 2 : 1,
  });
  const height = Math.max(made.height, 10 + 14 * (lines[step] ?? 1));
  const down = (height - made.height) / 2;
  const set = made.lines.map((one) => ({
    ...one,
    y: one.y + down,
    ...(stays.length === 0 ? { x: made.width / 2, centred: true as const } : {}),
  }));
  return { ...made, height, lines: set };
}

export interface Places {
  boxes: Map<string, Box>;
  frames: Map<string, Rectangle>;
  /** The space of the label below a step of the usual way. */
  labels: Map<string, Rectangle>;
  joints: Map<string, number>;
  /** Where lines run up and down, from left to right. */
  lanes: Record<Lane, number>;
  right: number;
}

type Lane = 'forbidden' | 'afterwards' | 'again' | 'looking' | 'missed' | 'held' | 'waived' | 'branch';

/** Places every step of the whole, the frames around them, and what is told on the usual way. */
export function placesOf(
  chart: Chart,
  ways: Way[],
  { locale }: LayoutOptions,
  told: (step: string) => string[],
  top: number,
): Places {
  const isOutcome = (step: string): boolean => chart.outcomes.includes(step);
  const widest = (steps: string[]): number =>
    2 *
      Math.ceil(
        Math.max(
          ...steps.map((step) => widthOf(languages[locale].steps[step as 'refused'].title, sizes.title, 'bold')),
        ) / 2,
      ) +
    20;
  const usualWidth = widest(happyWay.slice(0, -1));
  const endWidth = Math.max(
    widest(chart.outcomes),
    ...chart.outcomes
      .filter((step) => !chart.groups.closing?.includes(step))
      .map((step) => boxOf(step, locale, ways, true, 0).width),
  );
  const contents = new Map(
    [...chart.steps, ...chart.outcomes].map((step): [string, Content] => [
      step,
      boxOf(step, locale, ways, isOutcome(step), isOutcome(step) ? endWidth : happyWay.includes(step) ? usualWidth : 0),
    ]),
  );
  const sizeOf = (step: string): Content => contents.get(step) as Content;

  const left = margin;
  const outer = left + 30;
  const lanes0 = { forbidden: outer + 8, afterwards: outer + 20 };
  const group = outer + 34;
  const again = group + 30;
  const looking = again + 71;
  const usualLeft = again + 140;
  const middle = usualLeft + usualWidth / 2;
  const usualRight = usualLeft + usualWidth;
  const half = (event: EventType): number => labelOf(textOf([event], locale, narrow)).width / 2;
  const missed = usualRight + half('consultation.missed') + 2;
  const held = missed + half('consultation.missed') + 3;
  const waived = held + half('consultation.waived') + 3;
  const consultingRight = Math.max(waived + half('consultation.waived') + 4, usualRight + 144);
  const lanes = {
    ...lanes0,
    again,
    looking,
    missed,
    held,
    waived,
    branch: consultingRight + 12,
  };
  const transferLeft = usualRight + 138;
  const inTransfer = Math.max(
    ...['completion.consideringTransfer', 'completion.awaitingThirdPhysician'].map((step) => sizeOf(step).width),
  );
  const underwayWidth = sizeOf('execution.underway').width;
  const phaseRight = Math.max(lanes.branch + 14 + underwayWidth + 24, transferLeft + inTransfer + 16 + 34);
  const engagedRight = phaseRight - 12;
  const underwayLeft = engagedRight - 12 - underwayWidth;
  const sides: Record<string, [left: number, right: number]> = {
    application: [left, phaseRight],
    engaging: [group, usualRight + 106],
    execution: [left, phaseRight],
    engaged: [group, engagedRight],
    consulting: [group + 8, consultingRight],
    drafted: [group + 8, consultingRight],
    advised: [group, consultingRight],
    completion: [left, phaseRight],
    closing: [group, phaseRight],
  };

  const boxes = new Map<string, Box>();
  const put = (step: string, x: number, y: number): void => {
    const made = sizeOf(step);
    boxes.set(step, { ...made, x, y, lines: moved(made.lines, { x, y }) });
  };
  const frames = new Map<string, Rectangle>();
  const labels = new Map<string, Rectangle>();
  const joints = new Map<string, number>();
  const at = (step: string): Place => placeOf(boxes.get(step) as Box);
  const besideTheUsual = [
    'completion.consideringTransfer',
    'completion.awaitingThirdPhysician',
    'completion.transferRefused',
  ];
  const transferHeight = besideTheUsual.reduce((sum, step) => sum + sizeOf(step).height, 0);
  /** What else must lie within a phase. */
  const least: Record<string, () => number> = {
    completion: () => at('completion.considering').bottom + transferHeight + 90,
  };
  let y = top;
  const opened = new Map<string, number>();
  for (const item of column) {
    if ('open' in item) {
      y += 3;
      opened.set(item.open, y);
      y += 7;
    } else if ('close' in item) {
      y = Math.max(y, least[item.close]?.() ?? 0) + 7;
      const from = opened.get(item.close) ?? 0;
      const [x, right] = sides[item.close] ?? [0, 0];
      frames.set(item.close, { x, y: from, width: right - x, height: y - from });
      y += 3;
    } else if ('gap' in item) y += item.gap;
    else if ('joint' in item) {
      joints.set(item.joint, y + 7);
      y += 10;
    } else if ('label' in item) {
      const { width, height } = labelOf(told(item.label));
      labels.set(item.label, { x: middle - width / 2, y: y + 2, width, height });
      y += height + 12;
    } else {
      const { width, height } = sizeOf(item.step);
      put(item.step, middle - width / 2, y);
      y += height;
    }
  }

  const reconsidering = sizeOf('application.reconsidering');
  const reconsideringLeft = Math.min(
    underwayLeft + (underwayWidth - reconsidering.width) / 2,
    phaseRight - reconsidering.width - 36,
  );
  put('application.reconsidering', reconsideringLeft, at('application.preparing').y + 14 - reconsidering.height / 2);
  put('execution.underway', underwayLeft, at('execution.reviewing').y - 6);

  const ends = phaseRight + 14;
  const endLeft = ends + 104;
  const [refused, outOfScope, uwv, withdrawn, lapsed] = chart.groups.ended ?? [];
  let foot = at('application.discussing').port(2, 4) - sizeOf('refused').height / 3;
  for (const step of [refused, outOfScope, uwv, withdrawn, lapsed] as string[]) {
    put(step, endLeft, foot);
    foot += sizeOf(step).height + 9;
  }
  frames.set('ended', {
    x: ends,
    y: (frames.get('application') as Rectangle).y,
    width: 104 + endWidth + 10,
    height: foot - (frames.get('application') as Rectangle).y,
  });
  put('notForwarded', endLeft, at('execution.awaitingConsent').y);

  const considering = sizeOf('completion.consideringTransfer');
  const third = sizeOf('completion.awaitingThirdPhysician');
  const transferMiddle = transferLeft + 8 + inTransfer / 2;
  const transferTop = at('completion.considering').bottom - 14;
  put('completion.consideringTransfer', transferMiddle - considering.width / 2, transferTop + 10);
  put(
    'completion.awaitingThirdPhysician',
    transferMiddle - third.width / 2,
    transferTop + 10 + considering.height + 42,
  );
  const transferBottom = at('completion.awaitingThirdPhysician').bottom + 10;
  frames.set('transfer', {
    x: transferLeft,
    y: transferTop,
    width: inTransfer + 16,
    height: transferBottom - transferTop,
  });
  put('completion.transferRefused', transferLeft, transferBottom + 44);
  put('transferred', phaseRight - 12 - sizeOf('transferred').width, at('concluded').y);

  return { boxes, frames, labels, joints, lanes, right: endLeft + endWidth + 10 };
}
