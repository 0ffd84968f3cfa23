import { secondOpinionMachine } from 'lpbso-second-opinion';

// The chart for tools that read no TypeScript: XState's own JSON, and a Mermaid diagram.

interface State {
  id?: string;
  initial?: string;
  on?: Record<string, { target?: string; meta: { forbidden?: true } }[]>;
  states?: Record<string, State>;
}

const config = secondOpinionMachine.config as unknown as State & { schemas?: unknown };

/** The machine as XState takes it from JSON: without its one function and its types. */
export const statechartJson = (): string => {
  const { schemas: _types, ...plain } = JSON.parse(JSON.stringify(config));
  return `${JSON.stringify(plain, null, 2)}\n`;
};

/** By what the diagram calls a state: an id, in which Mermaid takes no dot. */
const called = (id: string): string => id.replace('.', '_');

const named = (states: Record<string, State> = {}): [string, State][] =>
  Object.entries(states).map(([name, state]) => [called(state.id ?? name), state]);

const drawn = (name: string, state: State, indent: string, begins: boolean): string[] => {
  if (!state.states) return [indent + name];
  const inner = named(state.states);
  const first = called(state.states[state.initial ?? '']?.id ?? '');
  return [
    `${indent}state ${name} {`,
    ...(begins ? [`${indent}  [*] --> ${first}`] : []),
    ...inner.flatMap(([each, next]) => drawn(each, next, `${indent}  `, begins && each === first)),
    `${indent}}`,
  ];
};

const leavesIn = ({ states }: State): string[] =>
  named(states).flatMap(([name, inner]) => (inner.states ? leavesIn(inner) : name));

/** The arrows of a state and of those in it: from, to, event. Mermaid draws none from a state to one inside it. */
const arrowsOf = (name: string, state: State): [from: string, to: string, event: string][] => [
  ...Object.entries(state.on ?? {}).flatMap(([event, candidates]) =>
    candidates.flatMap(({ target, meta }) => {
      const to = target && called(target.slice(1));
      if (!to || to === name || meta.forbidden) return [];
      const inside = leavesIn(state);
      const starts = inside.includes(to) ? inside.filter((each) => each !== to) : [name];
      return starts.map((from): [string, string, string] => [from, to, event]);
    }),
  ),
  ...named(state.states).flatMap(([inner, next]) => arrowsOf(inner, next)),
];

/** The chart as a Mermaid state diagram, as the rules have it. */
export function mermaid(): string {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to, event] of arrowsOf('', config)) {
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(event));
  }
  return [
    '%% The second opinion as a statechart. An arrow from a group starts in any of its steps in which its route leads there.',
    '%% Left out: transitions against the rules, and events that leave the step as it is. Complaints and the question to the',
    '%% employer run beside the procedure.',
    'stateDiagram-v2',
    ...named(config.states).flatMap(([name, region]) => drawn(name, region, '  ', true)),
    ...[...arrows].map(([arrow, events]) => `  ${arrow} : ${[...events].join(', ')}`),
    '',
  ].join('\n');
}

/** Both, and where to find the literal. */
export const statechartPage = (): string => `# The statechart, for tools

The same chart as in [the pictures](pictures.md), in forms that other tools read. A test checks that they say what the library runs.

* [statechart.json](/statechart.json): XState's own JSON. \`createMachine\` takes it; each transition names its route, the norms it asks
  and the letters it sends.
* [statechart.machine.ts](statechart.machine.ts): one literal to import into Stately Studio, with nothing but \`xstate\` behind it.
* Below: the transitions that the rules allow, as a [Mermaid](https://mermaid.js.org) state diagram.

\`\`\`text
${mermaid()}\`\`\`
`;
