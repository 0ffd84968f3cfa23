import { type Locale, languages } from '../languages.ts';
import { bpmnContents, idOf, type Step } from './bpmn-contents.ts';
import {
  above,
  around,
  at,
  type BpmnDrawing,
  type BpmnNode,
  below,
  broken,
  centre,
  diamond,
  down,
  header,
  heightOf,
  heights,
  laneWidth,
  laneX,
  leftOf,
  level,
  rightOf,
  round,
  sheetOf,
  widths,
} from './bpmn-drawing.ts';
import { capital } from './parts.ts';
import { type Lane, type Leads, lanes } from './poster.ts';
import { bare } from './poster-chips.ts';
import { words } from './words.ts';

/** In which lane stands what is not on the usual way, and level with which step. */
const besides: Record<string, { lane: Lane; step: string }> = {
  'application.reconsidering': { lane: 'employee', step: 'execution.awaitingResponse' },
  'application.preparing.application.choosing': { lane: 'ownPhysician', step: 'execution.awaitingResponse' },
  withdrawn: { lane: 'employee', step: 'execution.inviting' },
  uwvRouteChosen: { lane: 'employee', step: 'execution.awaitingConsultation' },
  'complaints.pending': { lane: 'employee', step: 'execution.assessing' },
  lapsed: { lane: 'ownPhysician', step: 'execution.inviting' },
  notForwarded: { lane: 'employee', step: 'execution.forwarding' },
  'employerRoute.asked': { lane: 'others', step: 'completion.considering' },
  'completion.consideringTransfer': { lane: 'ownPhysician', step: 'concluded' },
  'completion.awaitingThirdPhysician': { lane: 'others', step: 'concluded' },
  'concluded.completion.considering.completion.decided': { lane: 'employee', step: 'concluded' },
  'completion.transferRefused': { lane: 'ownPhysician', step: 'completion.consideringTransfer' },
};

/** The procedure as BPMN draws it: the usual way from top to bottom, each step in the lane of whoever has the move. */
export function layOutBpmn(locale: Locale): BpmnDrawing {
  const contents = bpmnContents(locale);
  const { called, calledAs } = contents;
  const { nodes, flows, add, connect } = sheetOf();
  const tops = new Map<string, number>();
  const placeOf = (id: string): { lane: Lane; y: number } => {
    const place = besides[id];
    if (!place) throw new Error(`${id} has no place`);
    return { lane: place.lane, y: tops.get(place.step) ?? 0 };
  };
  const middleOf = (lane: Lane): number => laneX(lane) + at.task + widths.usual / 2;

  const linked = new Set<string>();
  /** Where a way leads: an outcome, or the link to whatever it is. */
  const addTarget = (id: string, leads: Leads[], lane: Lane, y: number, within: string | null): BpmnNode => {
    const to = idOf(leads);
    const name = called(leads);
    const label = rightOf(name, laneX(lane) + at.said, y);
    const node = { lane, within, ...around({ x: laneX(lane) + at.target + round / 2, y }) };
    const isEnd = leads.length === 1 && !contents.isStep(to);
    // The answer of the employer is said by what leads to it.
    if (isEnd && within) return add({ kind: 'end', id: to, ...node });
    if (isEnd && contents.isReachedOnce(to)) return add({ kind: 'end', id: to, name, label, ...node });
    linked.add(to);
    return add({ kind: 'throw', id, name, label, trigger: { link: name }, ...node });
  };
  const addCatch = (to: BpmnNode, name: string, x: number, y: number): void => {
    const label = below(name, x, y);
    const { id, lane } = to;
    const node = add({
      kind: 'catch',
      id: `${id}.in`,
      name,
      lane,
      label,
      trigger: { link: name },
      ...around({ x, y }),
    });
    connect(node, to, level(node, to, y));
  };

  /** On the usual way the task is the usual act: what else can happen interrupts it. */
  const addUsual = ({ place, lane, said, open, ways }: Step, y: number): BpmnNode => {
    const height = Math.max(heights.usual, (ways.length + open.length) * heights.row);
    const name = broken(said, widths.usual - round - 10).join('\n');
    const task = add({ kind: 'task', id: place, name, lane, x: laneX(lane) + at.task, y, width: widths.usual, height });
    const right = task.x + task.width;
    for (const [index, term] of open.entries()) {
      const middle = y + heights.row * (index + 0.5);
      const space = { x: laneX(lane) + at.flow + 16, y: middle - 12, width: 160, height: 24 };
      const text = add({ kind: 'text', id: `${place}.term`, name: term, lane, ...space });
      connect(task, text, level(task, text, middle));
    }
    for (const [index, { id, said, leads, days }] of ways.entries()) {
      const middle = y + height - heights.row * (ways.length - index - 0.5);
      const event = add({
        kind: 'boundary',
        id,
        name: said,
        lane,
        on: place,
        trigger: days === null ? { condition: said } : { days },
        label: above(said, laneX(lane) + at.flow, middle),
        ...around({ x: right, y: middle }),
      });
      const target = addTarget(`${id}.to`, leads, lane, middle, null);
      connect(event, target, level(event, target, middle));
    }
    return task;
  };

  const addGateway = (id: string, lane: Lane, y: number, within: string | null): BpmnNode => {
    const space = around({ x: laneX(lane) + at.gateway + diamond / 2, y }, diamond);
    return add({ kind: 'gateway', id: `${id}.out`, lane, within, ...space });
  };
  const branch = (from: BpmnNode, ways: { leads: Leads[]; said: string; otherwise?: boolean }[]): void => {
    const { x, y } = centre(from);
    for (const [index, { leads, said, otherwise = false }] of ways.entries()) {
      const middle = y + index * heights.row;
      const target = addTarget(`${from.id}.${index + 1}`, leads, from.lane, middle, from.within);
      const foot = { x, y: from.y + from.height };
      const points = index === 0 ? level(from, target, y) : [foot, { x, y: middle }, { x: target.x, y: middle }];
      connect(from, target, points, { name: said, otherwise });
    }
  };

  /** Beside the usual way no act is the usual one: what happens decides how it goes on. */
  const addBeside = ({ place, said, ways }: Step, lane: Lane, y: number, within: string | null = null): BpmnNode => {
    const space = { x: laneX(lane) + at.task, y, width: widths.beside, height: heights.beside };
    const task = add({ kind: 'task', id: place, name: said, lane, within, ...space });
    if (ways.length === 1) branch(task, ways);
    else {
      const gateway = addGateway(place, lane, centre(task).y, within);
      connect(task, gateway, level(task, gateway, centre(task).y));
      branch(gateway, ways);
    }
    return task;
  };

  /** What can happen at many moments ends the procedure, or runs beside it. */
  const addAround = ({ to, lines, condition, ends }: (typeof contents.around)[number]): void => {
    const { lane, y } = placeOf(to);
    const step = contents.steps.find(({ place }) => place === to);
    const [width, inner] = step ? [laneWidth - 20, heights.beside + 30] : [400, 64];
    const top = y + heightOf(lines.join('\n'), width - 20) + 12;
    const space = { x: laneX(lane) + 10, y, width, height: top - y + inner };
    const { id: within } = add({ kind: 'around', id: `${to}.around`, name: lines.join('\n'), lane, ...space });
    const middle = top + (step ? heights.beside / 2 : 24);
    const start = add({
      kind: 'start',
      id: `${to}.start`,
      lane,
      within,
      interrupts: ends,
      trigger: { condition },
      ...around({ x: laneX(lane) + at.catch + 26, y: middle }),
    });
    const name = calledAs(to);
    const label = rightOf(name, laneX(lane) + at.flow + 8, middle);
    const end = { name, label, lane, within, ...around({ x: laneX(lane) + at.flow - 16, y: middle }) };
    const next = step
      ? addBeside(step, lane, middle - heights.beside / 2, within)
      : add({ kind: 'end', id: to, ...end });
    connect(start, next, level(start, next, middle));
  };

  const addEnd = (id: string, lane: Lane, y: number): BpmnNode => {
    const name = calledAs(id);
    const label = rightOf(name, middleOf(lane) + round / 2 + 4, y);
    return add({ kind: 'end', id, name, lane, label, ...around({ x: middleOf(lane), y }) });
  };

  let y = 2 * header + 24;
  const space = around({ x: middleOf('employee'), y: y + round / 2 });
  const label = leftOf(contents.begin, space.x - 4, y + round / 2);
  let last = add({ kind: 'start', id: 'begin', name: contents.begin, lane: 'employee', label, ...space });
  const lead = (to: BpmnNode): void => {
    connect(last, to, down(last, to));
    last = to;
    y = to.y + to.height + heights.gap;
  };
  const addText = (id: string, text: string, y: number): void => {
    const [lane, width] = ['secondOpinionPhysician' as const, laneWidth - 2 * at.catch];
    const height = heightOf(text, width - 20) + 12;
    add({ kind: 'text', id, name: text, lane, x: laneX(lane) + at.catch, y, width, height });
  };
  addText('reading', contents.reading, y);

  y += round + heights.gap;
  for (const step of contents.steps.filter(({ usual }) => usual)) {
    tops.set(step.place, y);
    lead(addUsual(step, y));
  }
  lead(addEnd(contents.outcome, last.lane, y + round / 2));
  tops.set(contents.outcome, y);
  tops.set('completion.consideringTransfer', y + heights.beside / 2 + 3 * heights.row);

  for (const step of contents.steps.filter(({ usual }) => !usual)) {
    if (contents.around.some(({ to }) => to === step.place)) continue;
    const { lane, y } = placeOf(step.place);
    addBeside(step, lane, y);
  }
  for (const one of contents.around) addAround(one);
  for (const { id, leads } of contents.forks) {
    const { lane, y } = placeOf(id);
    const gateway = addGateway(id, lane, y + heights.beside / 2, null);
    addCatch(gateway, called(leads), gateway.x - 72, y + heights.beside / 2);
    const ways = leads.map((one) => ({
      leads: [one],
      said: contents.conditionOf(one),
      otherwise: one.route === null,
    }));
    branch(gateway, ways);
  }
  for (const id of contents.outcomes.filter((id) => !nodes.some((node) => node.id === id))) {
    const { lane, y } = placeOf(id);
    addEnd(id, lane, y + heights.usual / 2);
  }
  for (const to of nodes.filter(({ id }) => linked.has(id)))
    addCatch(to, calledAs(to.id), laneX(to.lane) + at.catch + round / 2, to.y + Math.min(40, to.height / 2));
  addText('after', contents.after, tops.get('completion.considering') ?? 0);

  const height = Math.max(...nodes.map((node) => node.y + node.height)) + 40;
  const name = languages[locale];
  return {
    title: words[locale].title,
    pool: { x: 0, y: 0, width: lanes.length * laneWidth, height },
    lanes: lanes.map((lane) => ({
      lane,
      name: capital(lane === 'others' ? words[locale].poster.others : bare(name.roles[lane])),
      x: laneX(lane),
      y: header,
      width: laneWidth,
      height: height - header,
    })),
    nodes,
    flows,
  };
}
