import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type Locale, languages, locales } from '../examples/languages.ts';
import { bpmn, type Element, moddle } from '../examples/pictures/bpmn.ts';
import { layOutBpmn } from '../examples/pictures/bpmn-layout.ts';
import { capital, happyWay } from '../examples/pictures/parts.ts';
import type { Rectangle } from '../examples/pictures/place.ts';
import { contentsOf, type Exit } from '../examples/pictures/poster.ts';
import { eventTypes } from '../src/index.js';
import { terms } from '../src/terms.js';
import { chart, leavesOf, nameOf } from './support/chart.js';

const inDocs = (locale: Locale): string =>
  readFileSync(new URL(`../docs/pictures/second-opinion.${locale}.bpmn`, import.meta.url), 'utf8');

const schemas = dirname(
  createRequire(new URL('../examples/pictures/bpmn.ts', import.meta.url)).resolve(
    'bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd',
  ),
);
const faultsBySchema = async (contents: string): Promise<string[]> => {
  const schema = ['BPMN20.xsd', ...readdirSync(schemas).filter((name) => name !== 'BPMN20.xsd')].map((fileName) => ({
    fileName,
    contents: readFileSync(join(schemas, fileName), 'utf8'),
  }));
  const { errors } = await validateXML({
    xml: { fileName: 'second-opinion.bpmn', contents },
    schema: schema.slice(0, 1),
    preload: schema.slice(1),
  });
  return errors.map(({ message }) => message);
};

/** What a file says, found by kind. */
async function read(locale: Locale) {
  const { elementsById, warnings } = await moddle.fromXML(inDocs(locale));
  const all = Object.values(elementsById);
  const of = (type: string): Element[] => all.filter(({ $type }) => $type === `bpmn:${type}`);
  return { warnings, all, of };
}

const named = ({ name = '' }: Element): string => String(name).replace(/\s+/g, ' ');
const listed = (element: Element | undefined, property: string): Element[] => (element?.[property] ?? []) as Element[];
const linkOf = (element: Element): unknown => listed(element, 'eventDefinitions')[0]?.name;

/** The steps and the question to the employer, but for what the own physician’s record has for several steps. */
const cardsOf = (locale: Locale) => contentsOf(locale).cards.filter(({ place }) => place !== 'execution.underway');

const taskNames = (locale: Locale): string[] =>
  cardsOf(locale).map(({ mark, title, line }) => `${mark} ${title} ${line}`);

/** The events in a text, each as it begins a part between commas. */
const eventsIn = (text: string, locale: Locale): string[] =>
  text.split(', ').map((part) => {
    const found = eventTypes.filter((event) => part.startsWith(languages[locale].events[event].title));
    const title = (event: (typeof found)[number]): number => languages[locale].events[event].title.length;
    return found.sort((one, other) => title(other) - title(one))[0] ?? `nothing: ${part}`;
  });

/** Where one comes, through links and gateways: tasks and ends, by what they are called. */
function reached(from: Element, throws: Element[]): string[] {
  if (from.$type === 'bpmn:IntermediateThrowEvent') {
    const catching = throws.filter(
      ({ $type, ...rest }) => $type === 'bpmn:IntermediateCatchEvent' && linkOf({ $type, ...rest }) === linkOf(from),
    );
    return catching.flatMap((one) => reached(one, throws));
  }
  if (from.$type === 'bpmn:Task' || from.$type === 'bpmn:EndEvent') return [from.id];
  return listed(from, 'outgoing').flatMap(({ targetRef }) => reached(targetRef as Element, throws));
}

const told = (exits: Exit[]): string[] =>
  exits.flatMap(({ from, events, leads }) =>
    from.flatMap((place) => events.flatMap((event) => leads.map(({ to }) => `${place} ${event} ${to}`))),
  );

describe('the BPMN file', () => {
  it.each(locales)('is what the chart and the words make it, in %s', async (locale) => {
    expect(await bpmn(locale)).toBe(inDocs(locale));
  });

  it.each(locales)('is valid by the schema of BPMN 2.0, and read without a warning, in %s', async (locale) => {
    expect(await faultsBySchema(inDocs(locale))).toEqual([]);
    expect((await read(locale)).warnings).toEqual([]);
    expect(await faultsBySchema(inDocs(locale).replace('<bpmn:task ', '<bpmn:chore '))).not.toEqual([]);
  });

  it.each(locales)(
    'has every step of the poster once, and the usual way from each to the next, in %s',
    async (locale) => {
      const { of } = await read(locale);
      expect(of('Task').map(named).sort()).toEqual(taskNames(locale).sort());
      const flows = of('SequenceFlow').map(({ sourceRef, targetRef }) =>
        [sourceRef, targetRef].map((one) => (one as Element).id),
      );
      const way = ['begin', ...happyWay];
      for (const [index, place] of happyWay.entries()) expect(flows).toContainEqual([way[index], place]);
    },
  );

  it.each(locales)('has every outcome once, in %s', async (locale) => {
    const { of } = await read(locale);
    const outcomes = contentsOf(locale).outcomes.map(({ title }) => title);
    const ends = of('EndEvent')
      .map(named)
      .filter((name) => outcomes.includes(name));
    expect(ends.sort()).toEqual(outcomes.sort());
  });

  it.each(locales)('has every allowed exit of a step of the poster once, in %s', async (locale) => {
    const { of, all } = await read(locale);
    const { always, shared, cards } = contentsOf(locale);
    const drawn = of('Task').flatMap((task) => {
      const interrupting = of('BoundaryEvent').filter(({ attachedToRef }) => attachedToRef === task);
      const next = listed(task, 'outgoing').map(({ targetRef }) => targetRef as Element);
      const branches = next
        .flatMap((one) => (one.$type === 'bpmn:ExclusiveGateway' ? listed(one, 'outgoing') : []))
        .concat(listed(task, 'outgoing').filter(named));
      return [
        ...interrupting.map((event) => ({ text: named(event), to: reached(event, all) })),
        ...branches.filter(named).map((flow) => ({ text: named(flow), to: reached(flow.targetRef as Element, all) })),
      ].flatMap(({ text, to }) =>
        eventsIn(text, locale).flatMap((event) => to.map((place) => `${task.id} ${event} ${place}`)),
      );
    });
    const places = cardsOf(locale).map(({ place }) => place);
    const exits = [...cards.flatMap((card) => card.exits), ...shared]
      .filter(({ forbidden }) => !forbidden)
      .map((exit) => ({ ...exit, from: exit.from.filter((place) => places.includes(place)) }));
    expect(drawn.sort()).toEqual(told(exits).sort());

    const around = of('SubProcess').map((process) => {
      const [start] = listed(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
      const said = String(process.name)
        .split('\n')
        .flatMap((line) => eventsIn(line.replace(/^.*: /, ''), locale));
      const [to = ''] = reached(start as Element, all);
      return `${said} ${to} ${start?.isInterrupting === false ? 'beside' : 'ends'}`;
    });
    const targets = [...new Set(always.map(({ leads }) => leads[0]?.to))];
    const outcomes = contentsOf(locale).outcomes.map(({ place }) => place);
    const expected = targets.map((to) => {
      const events = always.filter(({ leads }) => leads[0]?.to === to).flatMap((exit) => exit.events);
      return `${events} ${to} ${outcomes.includes(to ?? '') ? 'ends' : 'beside'}`;
    });
    expect(around.sort()).toEqual(expected.sort());
  });

  it.each(locales)('says once what can still be done after an end, in %s', async (locale) => {
    const { of } = await read(locale);
    const [, ...lines] = String(of('TextAnnotation').find(({ id }) => id === 'after')?.text).split('\n');
    const { outcomes, always, shared } = contentsOf(locale);
    const after = [...always, ...shared].flatMap(({ from, events }) => {
      const ended = outcomes.filter(({ place }) => from.includes(place)).map(({ title }) => title);
      return ended.length > 0 ? [`${ended.join(', ')}: ${events}`] : [];
    });
    const said = lines.map((line) => {
      const [ended = '', rest = ''] = line.replace('· ', '').split(': ');
      return `${ended.split(', ').map(capital).join(', ')}: ${eventsIn(rest, locale)}`;
    });
    expect(said).toEqual(after);
  });

  it.each(locales)('leads every link to one place, in %s', async (locale) => {
    const { of } = await read(locale);
    const catching = of('IntermediateCatchEvent').map(linkOf);
    expect(new Set(catching).size).toBe(catching.length);
    expect(new Set(of('IntermediateThrowEvent').map(linkOf))).toEqual(new Set(catching));
  });

  it.each(locales)('has each task in the lane of somebody for whom the chart waits, in %s', async (locale) => {
    const { of } = await read(locale);
    const inLanes = of('Lane').flatMap((lane) => listed(lane, 'flowNodeRef').map((node) => [node.id, lane.id]));
    for (const { place, usual } of cardsOf(locale)) {
      const waitsOn = leavesOf(chart).find(({ path }) => nameOf(path) === place)?.state.meta?.waitsOn ?? {};
      const own = inLanes.filter(([id]) => id === place || id === `${place}.around`).map(([, lane]) => lane);
      const roles = Object.keys(waitsOn).map((role) =>
        ['employer', 'thirdPhysician'].includes(role) ? 'lane.others' : `lane.${role}`,
      );
      expect(own).toHaveLength(1);
      if (usual || roles.length > 0) expect(roles).toContain(own[0]);
    }
  });

  it.each(locales)(
    'gives a timer to the one term that has a length, and none to an open norm, in %s',
    async (locale) => {
      const { of } = await read(locale);
      const timed = of('BoundaryEvent').filter((event) =>
        listed(event, 'eventDefinitions').some(({ $type }) => $type === 'bpmn:TimerEventDefinition'),
      );
      const lengths = of('TimerEventDefinition').map(({ timeDuration }) => (timeDuration as Element).body);
      expect(lengths).toEqual([`P${terms.response.lengths[0]?.days}D`]);
      expect(timed.map(({ attachedToRef }) => (attachedToRef as Element).id)).toEqual(['execution.awaitingResponse']);
      const open = cardsOf(locale).flatMap(({ place, clocks }) =>
        place === 'execution.awaitingResponse' ? [] : clocks,
      );
      const said = of('TextAnnotation').map(({ text }) => text);
      expect(open.length).toBeGreaterThan(0);
      expect(said).toEqual(expect.arrayContaining(open));
    },
  );
});

describe('the layout of the BPMN file', () => {
  const overlap = (one: Rectangle, other: Rectangle, by = 1): boolean =>
    one.x + by < other.x + other.width &&
    other.x + by < one.x + one.width &&
    one.y + by < other.y + other.height &&
    other.y + by < one.y + one.height;
  const holds = (outer: Rectangle, inner: Rectangle): boolean =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;

  it.each(locales)('has nothing on anything else, and all of it in its lane, in %s', (locale) => {
    const { nodes, lanes } = layOutBpmn(locale);
    // An event stands on the edge of its task, and what it is a part of is around it.
    const belong = (one: string, other: string): boolean =>
      nodes.some(({ id, on, within, kind }) => {
        if (id === one && [on, within].includes(other)) return true;
        if (id === other && [on, within].includes(one)) return true;
        return kind === 'around' && id === one && other.endsWith('.label');
      });
    const labels = nodes.flatMap(({ id, label }) => (label ? [{ id: `${id}.label`, ...label }] : []));
    const things: (Rectangle & { id: string })[] = [...nodes, ...labels];
    const faults = things.flatMap((one, index) =>
      things
        .slice(index + 1)
        .filter((other) => overlap(one, other) && !belong(one.id, other.id))
        .map((other) => `${one.id} lies on ${other.id}`),
    );
    expect(faults).toEqual([]);
    for (const node of nodes)
      expect(lanes.filter((lane) => holds(lane, node)).map(({ lane }) => lane)).toEqual([node.lane]);
  });

  it.each(locales)('leads no line through anything, in %s', (locale) => {
    const { nodes, flows } = layOutBpmn(locale);
    const solid = nodes.filter(({ kind }) => kind !== 'around' && kind !== 'boundary');
    const faults = flows.flatMap(({ id, from, to, points }) =>
      points.slice(1).flatMap((end, index) => {
        const start = points[index] ?? end;
        const leg = {
          x: Math.min(start.x, end.x),
          y: Math.min(start.y, end.y),
          width: Math.max(Math.abs(start.x - end.x), 2),
          height: Math.max(Math.abs(start.y - end.y), 2),
        };
        return solid
          .filter((node) => node.id !== from && node.id !== to && overlap(leg, node))
          .filter((node) => nodes.find((one) => one.id === from)?.on !== node.id)
          .map((node) => `${id} runs through ${node.id}`);
      }),
    );
    expect(faults).toEqual([]);
  });
});
