import { type Locale, languages } from '../languages.ts';
import { capital, unique } from './parts.ts';
import type { Point, Rectangle } from './place.ts';
import { type Card, contentsOf, type Exit, keyOf, type Lane, type Leads, lanes } from './poster.ts';
import type { Word } from './poster-card.ts';
import { bare, marksOf, saidOf } from './poster-chips.ts';
import { widthOf, wrap } from './text.ts';
import { fixedTerms } from './usual.ts';
import { words } from './words.ts';

/** What starts an event: a condition in words, a term of so many days, or a link of that name. */
type Trigger = { condition: string } | { days: number } | { link: string };

/** A task, an event, a gateway or a text, with its place. */
export interface BpmnNode extends Rectangle {
  kind: 'start' | 'task' | 'boundary' | 'throw' | 'catch' | 'gateway' | 'end' | 'around' | 'text';
  id: string;
  name: string;
  lane: Lane;
  /** Where its name stands, if that is not within it. */
  label: Rectangle | null;
  trigger: Trigger | null;
  /** The task on whose edge it stands. */
  on: string | null;
  /** What it is a part of, where it can happen beside the procedure or end it. */
  within: string | null;
  /** Whether it ends what it happens in; of what can begin at any time. */
  interrupts: boolean;
}

/** From one to another, in the order of time; a text has none. */
export interface BpmnFlow {
  id: string;
  from: string;
  to: string;
  name: string;
  points: Point[];
  label: Rectangle | null;
  /** What else is so. */
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

/** The record of the own physician has one step for several: they are drawn themselves. */
const leftOut = 'execution.underway';

/** Of what is not on the usual way, in which lane and beside which step it stands. */
const beside: Record<string, { lane: Lane; step: string }> = {
  'application.reconsidering': { lane: 'employee', step: 'execution.awaitingResponse' },
  'application.preparing,application.choosing': { lane: 'ownPhysician', step: 'execution.awaitingResponse' },
  withdrawn: { lane: 'employee', step: 'execution.inviting' },
  uwvRouteChosen: { lane: 'employee', step: 'execution.awaitingConsultation' },
  'complaints.pending': { lane: 'employee', step: 'execution.assessing' },
  lapsed: { lane: 'ownPhysician', step: 'execution.inviting' },
  notForwarded: { lane: 'employee', step: 'execution.forwarding' },
  'employerRoute.asked': { lane: 'others', step: 'completion.considering' },
  'completion.consideringTransfer': { lane: 'ownPhysician', step: 'concluded' },
  'completion.awaitingThirdPhysician': { lane: 'others', step: 'concluded' },
  'concluded,completion.considering,completion.decided': { lane: 'employee', step: 'concluded' },
  'completion.transferRefused': { lane: 'ownPhysician', step: 'completion.consideringTransfer' },
};

const header = 30;
const laneWidth = 524;
const gap = 46;
const row = 48;
const round = 36;
const letters = { size: 11, leading: 13.2 };
/** Where things stand in a lane, from its left. */
const at = { catch: 18, task: 78, gateway: 234, flow: 284, target: 400, said: 440 };
const widths = { usual: 180, beside: 144, flow: 104, said: 82, gateway: 50 };
const heights = { usual: 80, beside: 100 };

/** What the poster says with marks, in words alone. */
const textOf = (said: Word[]): string =>
  said
    .reduce<string>((text, word, index) => {
      if (typeof word === 'string') return word === '–' ? text + word : `${text} ${word}`;
      if ('icon' in word) return `${text} →`;
      const before = said[index - 1];
      if (word.behind) return `${text} ${word.behind} ${word.mark}`;
      return `${text}${typeof before === 'object' ? ', ' : before === '–' ? '' : ' '}${word.mark}`;
    }, '')
    .trim();

/** A text in lines: beside what stands on the edge of its task, or in a box as high as it. */
const broken = (text: string, room: number): string[] => text.split('\n').flatMap((line) => wrap(line, 12, room));

/** The procedure as BPMN draws it: the usual way from top to bottom, each step in the lane of whoever has the move. */
export function layOutBpmn(locale: Locale): BpmnDrawing {
  const contents = contentsOf(locale);
  const name = languages[locale];
  const say = words[locale].poster;
  const nodes: BpmnNode[] = [];
  const flows: BpmnFlow[] = [];

  const laneX = (lane: Lane): number => lanes.indexOf(lane) * laneWidth;
  const add = (node: Pick<BpmnNode, 'kind' | 'id' | 'lane' | keyof Rectangle> & Partial<BpmnNode>): BpmnNode => {
    const whole = { name: '', label: null, trigger: null, on: null, within: null, interrupts: true, ...node };
    nodes.push(whole);
    return whole;
  };
  const connect = (from: BpmnNode, to: BpmnNode, points: Point[], { name = '', otherwise = false } = {}): void => {
    const line = points.at(-1) as Point;
    const label = name ? above(name, { x: laneX(from.lane) + at.flow, y: line.y }) : null;
    flows.push({ id: `${from.id}-${to.id}`, from: from.id, to: to.id, name, points, label, otherwise });
  };

  /** A text over a line. */
  const above = (text: string, { x, y }: Point): Rectangle => {
    const height = wrap(text, letters.size, widths.flow).length * letters.leading;
    return { x, y: y - height - 3, width: widths.flow, height };
  };
  const rightOf = (text: string, { x, y }: Point): Rectangle => {
    const lines = wrap(text, letters.size, widths.said);
    const width = Math.ceil(Math.max(...lines.map((line) => widthOf(line, letters.size)))) + 4;
    const height = lines.length * letters.leading;
    return { x, y: y - height / 2, width, height };
  };
  const below = ({ x, y, width, height }: Rectangle, wide: number): Rectangle => ({
    x: x + width / 2 - wide / 2,
    y: y + height + 2,
    width: wide,
    height: letters.leading,
  });
  const centre = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

  const titleOf = (place: string): string => {
    const card = contents.cards.find((one) => one.place === place);
    if (card) return card.mark;
    const outcome = contents.outcomes.find((one) => one.place === place);
    if (outcome) return outcome.title;
    const [region = '', inner = ''] = place.split('.');
    return capital(name[region as 'complaints'][inner as 'pending']);
  };
  const ids = (leads: Leads[]): string => leads.map(({ to }) => to).join();
  const saidOfLink = (leads: Leads[]): string => leads.map(({ to }) => titleOf(to ?? '')).join(' / ');
  const saidIn = ({ mark, title, line }: Card): string => `${mark} ${title}\n${line}`;
  const titles = ({ events }: Exit): string => events.map((event) => name.events[event].title).join(', ');

  /** The ways out of a place, each with its events; those that lead to the same together. */
  const exitsFrom = ({ place, exits }: Card): Exit[] => {
    const found: Exit[] = [];
    for (const exit of [...exits, ...contents.shared.filter(({ from }) => from.includes(place))]) {
      const timed = exit.events.filter((event) => event in fixed);
      const others = exit.events.filter((event) => !(event in fixed));
      const same = found.find((one) => keyOf(one.leads) === keyOf(exit.leads));
      if (exit.forbidden) continue;
      if (same) same.events.push(...others);
      else if (others.length > 0) found.push({ ...exit, events: others });
      if (timed.length > 0) found.push({ ...exit, events: timed });
    }
    return found;
  };
  const fixed = fixedTerms();

  // An outcome to which one exit leads stands where that exit is; any other, and a step, is reached by a link.
  const leading = contents.cards
    .filter(({ place }) => place !== leftOut)
    .flatMap((card) => exitsFrom(card))
    .concat(contents.always);
  const isSingle = (place: string): boolean =>
    leading.filter(({ leads }) => leads.some(({ to }) => to === place)).length === 1 && place !== contents.outcome;
  const linked = new Set<string>();

  const targetOf = (id: string, leads: Leads[], lane: Lane, y: number): BpmnNode => {
    const [{ to } = { to: '' }] = leads;
    const space = { x: laneX(lane) + at.target, y: y - round / 2, width: round, height: round };
    const isEnd = leads.length === 1 && !contents.cards.some(({ place }) => place === to);
    const said = saidOfLink(leads);
    // The answer of the employer is said by what leads to it.
    if (isEnd && to?.startsWith('employerRoute')) return add({ kind: 'end', id: to, lane, ...space });
    const label = rightOf(said, { x: laneX(lane) + at.said, y });
    if (isEnd && isSingle(to ?? '')) return add({ kind: 'end', id: to ?? '', name: said, lane, label, ...space });
    linked.add(ids(leads));
    return add({ kind: 'throw', id, name: said, lane, label, trigger: { link: said }, ...space });
  };
  const catchFor = (id: string, said: string, to: BpmnNode, x: number, y: number): void => {
    const space = { x, y: y - round / 2, width: round, height: round };
    const label = below(space, 60);
    const node = add({
      kind: 'catch',
      id: `${id}.in`,
      name: said,
      lane: to.lane,
      label,
      trigger: { link: said },
      ...space,
    });
    connect(node, to, [
      { x: x + round, y },
      { x: to.x, y },
    ]);
  };

  /** What can happen instead of the usual act interrupts its task. */
  const addUsual = (card: Card, y: number): BpmnNode => {
    const { place, lane, clocks } = card;
    const exits = exitsFrom(card);
    const open = exits.some(({ events }) => events.some((event) => event in fixed)) ? [] : clocks;
    const height = Math.max(heights.usual, (exits.length + open.length) * row);
    const task = add({
      kind: 'task',
      id: place,
      name: broken(saidIn(card), widths.usual - round - 10).join('\n'),
      lane,
      x: laneX(lane) + at.task,
      y,
      width: widths.usual,
      height,
    });
    const right = task.x + task.width;
    open.forEach((clock, index) => {
      const middle = y + row * (index + 0.5);
      const space = { x: laneX(lane) + at.flow + 16, y: middle - 12, width: 160, height: 24 };
      const text = add({ kind: 'text', id: `${place}.term`, name: clock, lane, ...space });
      connect(task, text, [
        { x: right, y: middle },
        { x: text.x, y: middle },
      ]);
    });
    exits.forEach((exit, index) => {
      const { events, leads } = exit;
      const middle = y + height - row * (exits.length - index - 0.5);
      const days = fixed[events[0] ?? ''];
      const route = leads.length === 1 ? leads[0]?.route : null;
      const said = [
        titles(exit),
        ...(days === undefined ? [] : [`(${clocks.join()})`]),
        ...(route ? [say.routes[route]] : []),
      ].join(' ');
      const space = { x: right - round / 2, y: middle - round / 2, width: round, height: round };
      const event = add({
        kind: 'boundary',
        id: `${place}.${events[0]}`,
        name: said,
        lane,
        on: place,
        trigger: days === undefined ? { condition: said } : { days },
        label: above(said, { x: laneX(lane) + at.flow, y: middle }),
        ...space,
      });
      const target = targetOf(`${event.id}.to`, leads, lane, middle);
      connect(event, target, [
        { x: right + round / 2, y: middle },
        { x: target.x, y: middle },
      ]);
    });
    return task;
  };

  const addGateway = (id: string, lane: Lane, y: number, within: string | null): BpmnNode =>
    add({
      kind: 'gateway',
      id: `${id}.out`,
      lane,
      x: laneX(lane) + at.gateway,
      y: y - widths.gateway / 2,
      width: widths.gateway,
      height: widths.gateway,
      within,
    });
  const branch = (
    from: BpmnNode,
    ways: { leads: Leads[]; said: string; otherwise?: boolean }[],
    within: string | null,
  ): void => {
    const { x, y } = centre(from);
    ways.forEach(({ leads, said, otherwise = false }, index) => {
      const middle = y + index * row;
      const target = targetOf(`${from.id}.${index + 1}`, leads, from.lane, middle);
      target.within = within;
      const points =
        index === 0
          ? [
              { x: from.x + from.width, y },
              { x: target.x, y },
            ]
          : [
              { x, y: from.y + from.height },
              { x, y: middle },
              { x: target.x, y: middle },
            ];
      connect(from, target, points, { name: said, otherwise });
    });
  };

  /** Beside the usual way there is no usual act: what happens decides how it goes on. */
  const addBeside = (card: Card, lane: Lane, y: number, within: string | null = null): BpmnNode => {
    const exits = exitsFrom(card);
    const task = add({
      kind: 'task',
      id: card.place,
      name: saidIn(card),
      lane,
      x: laneX(lane) + at.task,
      y,
      width: widths.beside,
      height: heights.beside,
      within,
    });
    const { y: middle } = centre(task);
    const ways = exits.map((exit) => ({ leads: exit.leads, said: titles(exit) }));
    if (ways.length === 1) branch(task, ways, within);
    else {
      const gateway = addGateway(card.place, lane, middle, within);
      connect(task, gateway, [
        { x: task.x + task.width, y: middle },
        { x: gateway.x, y: middle },
      ]);
      branch(gateway, ways, within);
    }
    return task;
  };

  /** What can happen at many moments: it ends the procedure, or runs beside it. */
  const addAround = (exits: Exit[], lane: Lane, y: number): void => {
    const to = exits[0]?.leads[0]?.to ?? '';
    const card = contents.cards.find(({ place }) => place === to);
    const isOutcome = contents.outcomes.some(({ place }) => place === to);
    const said = exits.map((exit) => {
      const from = exit.from.filter((place) => contents.cards.some((one) => one.place === place && place !== leftOut));
      const route = exit.leads[0]?.route;
      const when = route ? (say.routes[route] ?? '') : textOf(marksOf(from, contents, locale)).replace(/:$/, '');
      return `${when}: ${titles(exit)}`;
    });
    const top = said.length * 16 + 10;
    const space = {
      x: laneX(lane) + 10,
      y,
      width: card ? laneWidth - 20 : 400,
      height: top + (card ? heights.beside + 30 : 64),
    };
    const around = add({ kind: 'around', id: `${to}.around`, name: said.join('\n'), lane, ...space });
    const middle = y + top + (card ? heights.beside / 2 : 24);
    const start = add({
      kind: 'start',
      id: `${to}.start`,
      lane,
      within: around.id,
      interrupts: isOutcome,
      trigger: { condition: exits.map(titles).join(', ') },
      x: laneX(lane) + at.catch + 8,
      y: middle - round / 2,
      width: round,
      height: round,
    });
    const next = card
      ? addBeside(card, lane, middle - heights.beside / 2, around.id)
      : add({
          kind: 'end',
          id: to,
          name: titleOf(to),
          lane,
          within: around.id,
          x: laneX(lane) + 250,
          y: middle - round / 2,
          width: round,
          height: round,
          label: rightOf(titleOf(to), { x: laneX(lane) + 292, y: middle }),
        });
    connect(start, next, [
      { x: start.x + round, y: middle },
      { x: next.x, y: middle },
    ]);
  };

  // The usual way.
  const usual = contents.cards.filter((card) => card.usual);
  const tops = new Map<string, number>();
  let y = 2 * header + 24;
  const begin = add({
    kind: 'start',
    id: 'begin',
    name: capital(say.begin),
    lane: 'employee',
    x: laneX('employee') + at.task + widths.usual / 2 - round / 2,
    y,
    width: round,
    height: round,
    label: { x: laneX('employee') + at.task - 60, y: y + 4, width: 120, height: 2 * letters.leading },
  });
  y += round + gap;
  let last = begin;
  const lead = (to: BpmnNode): void => {
    const [from, into] = [centre(last), centre(to)];
    const foot = last.y + last.height;
    const level = (foot + to.y) / 2;
    connect(
      last,
      to,
      from.x === into.x
        ? [
            { x: from.x, y: foot },
            { x: into.x, y: to.y },
          ]
        : [
            { x: from.x, y: foot },
            { x: from.x, y: level },
            { x: into.x, y: level },
            { x: into.x, y: to.y },
          ],
    );
    last = to;
  };
  for (const card of usual) {
    tops.set(card.place, y);
    const task = addUsual(card, y);
    lead(task);
    y += task.height + gap;
  }
  const lane = last.lane;
  const outcome = add({
    kind: 'end',
    id: contents.outcome,
    name: titleOf(contents.outcome),
    lane,
    x: centre(last).x - round / 2,
    y,
    width: round,
    height: round,
    label: rightOf(titleOf(contents.outcome), { x: centre(last).x + round / 2 + 4, y: y + round / 2 }),
  });
  lead(outcome);
  y += round + gap;
  tops.set(contents.outcome, y);
  // Below it is room for the transfer.
  const transfer = 'completion.consideringTransfer';
  tops.set(transfer, y + heights.beside / 2 + 3 * row);

  // What stands beside it.
  for (const card of contents.cards) {
    const place = beside[card.place];
    if (place && !contents.always.some(({ leads }) => leads[0]?.to === card.place))
      addBeside(card, place.lane, tops.get(place.step) ?? 0);
  }
  for (const to of unique(contents.always.map(({ leads }) => leads[0]?.to ?? ''))) {
    const place = beside[to];
    const exits = contents.always.filter(({ leads }) => leads[0]?.to === to);
    if (place) addAround(exits, place.lane, tops.get(place.step) ?? 0);
  }
  for (const fork of unique(leading.filter(({ leads }) => leads.length > 1).map(({ leads }) => ids(leads)))) {
    const { leads } = leading.find((exit) => ids(exit.leads) === fork) as Exit;
    const place = beside[fork];
    if (!place) throw new Error(`${fork} has no place`);
    const gateway = addGateway(
      fork.replaceAll(',', '.'),
      place.lane,
      (tops.get(place.step) ?? 0) + heights.beside / 2,
      null,
    );
    catchFor(gateway.id, saidOfLink(leads), gateway, gateway.x - 90, centre(gateway).y);
    branch(
      gateway,
      leads.map((one) => ({
        leads: [one],
        said: (one.route && say.routes[one.route]) ?? say.otherwise,
        otherwise: one.route === null,
      })),
      null,
    );
  }
  for (const { place, title } of contents.outcomes) {
    const where = beside[place];
    if (nodes.some(({ id }) => id === place) || !where) continue;
    const y = tops.get(where.step) ?? 0;
    add({
      kind: 'end',
      id: place,
      name: title,
      lane: where.lane,
      x: laneX(where.lane) + at.task + widths.usual / 2 - round / 2,
      y: y + 22,
      width: round,
      height: round,
      label: rightOf(title, { x: laneX(where.lane) + at.task + widths.usual / 2 + round / 2 + 4, y: y + 40 }),
    });
  }
  for (const place of linked) {
    const to = nodes.find(({ id }) => id === place);
    if (to) catchFor(place, titleOf(place), to, laneX(to.lane) + at.catch, to.y + Math.min(40, to.height / 2));
  }

  // What can be done after an end is said once: BPMN has no way on from there.
  const after = [...contents.always, ...contents.shared].flatMap((exit) => {
    const from = exit.from.filter((place) => contents.outcomes.some((one) => one.place === place));
    if (from.length === 0) return [];
    return [`· ${textOf(marksOf(from, contents, locale))} ${textOf(saidOf(exit, contents, locale))}`];
  });
  const addText = (id: string, text: string, y: number): void => {
    const space = { x: laneX('secondOpinionPhysician') + at.catch, y, width: laneWidth - 2 * at.catch };
    const height = broken(text, space.width - 20).length * 14.4 + 12;
    add({ kind: 'text', id, name: text, lane: 'secondOpinionPhysician', ...space, height });
  };
  addText('reading', say.reading, begin.y);
  addText('after', [`${words[locale].afterEnd}:`, ...after].join('\n'), tops.get('completion.considering') ?? 0);

  const height = Math.max(...nodes.map((node) => node.y + node.height)) + 40;
  const pool = { x: 0, y: 0, width: lanes.length * laneWidth, height };
  return {
    title: words[locale].title,
    pool,
    lanes: lanes.map((lane) => ({
      lane,
      name: capital(lane === 'others' ? say.others : bare(name.roles[lane])),
      x: laneX(lane),
      y: header,
      width: laneWidth,
      height: height - header,
    })),
    nodes,
    flows,
  };
}
