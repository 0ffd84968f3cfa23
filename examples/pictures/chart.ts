import { type ClauseId, type EventType, secondOpinionMachine } from 'lpbso-second-opinion';

/** A way on in the chart: from a step, or from every step of a phase, to another; it stays where `to` is null. */
export interface Way {
  from: string;
  event: EventType;
  to: string | null;
  forbidden: boolean;
  clauses: ClauseId[];
}

/** The chart in plain data: steps by the names the library uses, the places of the complaints as `complaints.pending`. */
export interface Chart {
  phases: string[];
  /** The steps within the phases, in the order of the procedure. */
  steps: string[];
  outcomes: string[];
  complaints: string[];
  ways: Way[];
  /** What each state rests on, phases and regions too. */
  clauses: Record<string, ClauseId[]>;
}

interface Transition {
  target?: string;
  meta?: { clauses: ClauseId[]; forbidden?: true };
}

interface Node {
  meta?: { clauses?: ClauseId[] };
  states?: Record<string, Node>;
  on?: Record<string, Transition | Transition[]>;
}

const targetOf = (target: string, path: string[]): string[] =>
  target.startsWith('#')
    ? target.slice(1).split('.')
    : target.startsWith('.')
      ? [...path, target.slice(1)]
      : [...path.slice(0, -1), target];

/** `procedure.refused` is the step `refused`; the procedure itself, in which every step lies, is `procedure`. */
const nameOf = (path: string[]): string =>
  (path.length > 1 && path[0] === 'procedure' ? path.slice(1) : path).join('.');

const waysOf = (node: Node, path: string[]): Way[] => [
  ...Object.entries(node.on ?? {}).flatMap(([event, transitions]) =>
    [transitions].flat().map(({ target, meta }) => ({
      from: nameOf(path),
      event: event as EventType,
      to: target === undefined ? null : nameOf(targetOf(target, path)),
      forbidden: meta?.forbidden === true,
      clauses: meta?.clauses ?? [],
    })),
  ),
  ...Object.entries(node.states ?? {}).flatMap(([name, inner]) => waysOf(inner, [...path, name])),
];

const clausesIn = (node: Node, path: string[]): [name: string, clauses: ClauseId[]][] => [
  [nameOf(path), node.meta?.clauses ?? []],
  ...Object.entries(node.states ?? {}).flatMap(([name, inner]) => clausesIn(inner, [...path, name])),
];

/** The chart of the library, read from its machine. */
export function chartOf(): Chart {
  const { states } = secondOpinionMachine.config as Node;
  const procedure = states?.procedure?.states ?? {};
  const names = Object.keys(procedure);
  const phases = names.filter((name) => procedure[name]?.states);
  return {
    phases,
    steps: phases.flatMap((phase) => Object.keys(procedure[phase]?.states ?? {}).map((step) => `${phase}.${step}`)),
    outcomes: names.filter((name) => !phases.includes(name)),
    complaints: Object.keys(states?.complaints?.states ?? {}).map((name) => `complaints.${name}`),
    ways: Object.entries(states ?? {}).flatMap(([region, node]) => waysOf(node, [region])),
    clauses: Object.fromEntries(Object.entries(states ?? {}).flatMap(([region, node]) => clausesIn(node, [region]))),
  };
}
