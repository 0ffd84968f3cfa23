import { BpmnModdle, type Element } from 'bpmn-moddle';
import type { Locale } from '../languages.ts';
import type { BpmnDrawing, BpmnFlow, BpmnNode } from './bpmn-drawing.ts';
import { layOutBpmn } from './bpmn-layout.ts';
import type { Point, Rectangle } from './place.ts';

export type { Element };

/** It reads and writes by the schema of BPMN 2.0. */
export const moddle = new BpmnModdle();

const create = (type: string, properties: Record<string, unknown>): Element => moddle.create(type, properties);

const types: Record<BpmnNode['kind'], string> = {
  start: 'bpmn:StartEvent',
  task: 'bpmn:Task',
  boundary: 'bpmn:BoundaryEvent',
  throw: 'bpmn:IntermediateThrowEvent',
  catch: 'bpmn:IntermediateCatchEvent',
  gateway: 'bpmn:ExclusiveGateway',
  end: 'bpmn:EndEvent',
  around: 'bpmn:SubProcess',
  text: 'bpmn:TextAnnotation',
};

/** An expression without a language is one in words. */
const inWords = (body: string): Element => create('bpmn:Expression', { body });

function definitionOf({ id, trigger }: BpmnNode): Element[] {
  if (trigger === null) return [];
  const own = { id: `${id}.trigger` };
  if ('link' in trigger) return [create('bpmn:LinkEventDefinition', { ...own, name: trigger.link })];
  if ('condition' in trigger)
    return [create('bpmn:ConditionalEventDefinition', { ...own, condition: inWords(trigger.condition) })];
  const timeDuration = create('bpmn:FormalExpression', { body: `P${trigger.days}D` });
  return [create('bpmn:TimerEventDefinition', { ...own, timeDuration })];
}

function elementOf(node: BpmnNode): Element {
  const { kind, id, name, interrupts } = node;
  const own = { id, ...(name ? { name } : {}) };
  if (kind === 'text') return create(types.text, { id, text: name });
  if (kind === 'task' || kind === 'gateway') return create(types[kind], own);
  if (kind === 'around') return create(types.around, { ...own, triggeredByEvent: true });
  const eventDefinitions = definitionOf(node);
  const isInterrupting = kind === 'start' && !interrupts ? { isInterrupting: false } : {};
  return create(types[kind], {
    ...own,
    ...isInterrupting,
    ...(eventDefinitions.length > 0 ? { eventDefinitions } : {}),
  });
}

function list(element: Element, property: string): Element[] {
  element[property] ??= [];
  return element[property] as Element[];
}

const bounds = ({ x, y, width, height }: Rectangle): Element =>
  create(
    'dc:Bounds',
    Object.fromEntries(Object.entries({ x, y, width, height }).map(([key, of]) => [key, Math.round(of)])),
  );

const labelled = (label: Rectangle | null): Record<string, unknown> =>
  label ? { label: create('bpmndi:BPMNLabel', { bounds: bounds(label) }) } : {};

const waypoint = ({ x, y }: Point): Element => create('dc:Point', { x: Math.round(x), y: Math.round(y) });

/** What is said, without where it stands. */
function processOf({ lanes, nodes, flows }: BpmnDrawing, elements: Map<string, Element>): Element {
  const process = create('bpmn:Process', { id: 'procedure', isExecutable: false });
  const laneElements = lanes.map(({ lane, name }) => create('bpmn:Lane', { id: `lane.${lane}`, name }));
  process.laneSets = [create('bpmn:LaneSet', { id: 'lanes', lanes: laneElements })];
  for (const node of nodes) {
    const element = elementOf(node);
    elements.set(node.id, element);
    const { kind, lane, within, on } = node;
    if (on) element.attachedToRef = elements.get(on);
    const scope = (within && elements.get(within)) || process;
    list(scope, kind === 'text' ? 'artifacts' : 'flowElements').push(element);
    const own = laneElements.find(({ id }) => id === `lane.${lane}`);
    if (own && kind !== 'text' && !within) list(own, 'flowNodeRef').push(element);
  }
  for (const flow of flows) {
    const element = flowOf(flow, elements);
    const node = nodes.find(({ id }) => id === flow.from);
    const scope = (node?.within && elements.get(node.within)) || process;
    list(scope, element.$type === 'bpmn:Association' ? 'artifacts' : 'flowElements').push(element);
    elements.set(flow.id, element);
  }
  return process;
}

function flowOf({ id, from, to, name, otherwise }: BpmnFlow, elements: Map<string, Element>): Element {
  const [sourceRef, targetRef] = [elements.get(from) as Element, elements.get(to) as Element];
  if (targetRef.$type === types.text) return create('bpmn:Association', { id, sourceRef, targetRef });
  const isChosen = name !== '' && !otherwise && sourceRef.$type === types.gateway;
  const flow = create('bpmn:SequenceFlow', {
    id,
    ...(name ? { name } : {}),
    sourceRef,
    targetRef,
    ...(isChosen ? { conditionExpression: inWords(name) } : {}),
  });
  list(sourceRef, 'outgoing').push(flow);
  list(targetRef, 'incoming').push(flow);
  if (otherwise) sourceRef.default = flow;
  return flow;
}

/** The procedure as a BPMN 2.0 file, with where everything stands. */
export async function bpmn(locale: Locale): Promise<string> {
  const drawing = layOutBpmn(locale);
  const elements = new Map<string, Element>();
  const process = processOf(drawing, elements);
  const pool = create('bpmn:Participant', { id: 'pool', name: drawing.title, processRef: process });
  const collaboration = create('bpmn:Collaboration', { id: 'collaboration', participants: [pool] });
  const [{ lanes = [] } = {}] = process.laneSets as { lanes?: Element[] }[];
  const shape = (bpmnElement: Element, space: Rectangle, rest: Record<string, unknown> = {}): Element =>
    create('bpmndi:BPMNShape', { id: `${bpmnElement.id}.shape`, bpmnElement, bounds: bounds(space), ...rest });
  const planeElement = [
    shape(pool, drawing.pool, { isHorizontal: false }),
    ...drawing.lanes.map((lane, index) => shape(lanes[index] as Element, lane, { isHorizontal: false })),
    ...drawing.nodes.map((node) =>
      shape(elements.get(node.id) as Element, node, {
        ...(node.kind === 'around' ? { isExpanded: true } : {}),
        ...(node.kind === 'gateway' ? { isMarkerVisible: true } : {}),
        ...labelled(node.label),
      }),
    ),
    ...drawing.flows.map(({ id, points, label }) =>
      create('bpmndi:BPMNEdge', {
        id: `${id}.edge`,
        bpmnElement: elements.get(id),
        waypoint: points.map(waypoint),
        ...labelled(label),
      }),
    ),
  ];
  const plane = create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: collaboration, planeElement });
  const definitions = create('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'lpbso-second-opinion',
    rootElements: [collaboration, process],
    diagrams: [create('bpmndi:BPMNDiagram', { id: 'diagram', plane })],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}
