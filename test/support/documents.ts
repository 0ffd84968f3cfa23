import { readdirSync, readFileSync } from 'node:fs';
import { decisionAid } from '../../src/aid.js';
import { rankOf } from '../../src/clauses.js';
import { letterContents, paperContents } from '../../src/contents.js';
import { type ClauseId, type ClauseSource, clauses, norms, payer } from '../../src/index.js';
import { topics } from '../../src/letters.js';
import { terms } from '../../src/terms.js';
import { type ChartState, chart, nameOf, plainChart, statesOf, transitionsOf } from './chart.js';
import { outsider, storyTo, tell, upTo, usual } from './story.js';
import { clauseTexts } from './words.js';

// ---------------------------------------------------------------------------------------------------- citations

export interface Citation {
  clause: string;
  kind: 'state' | 'transition' | 'norm' | 'notice' | 'term' | 'projection' | 'advice' | 'content';
  name: string;
}

const cite = (kind: Citation['kind'], name: string, cited: readonly string[] = []): Citation[] =>
  cited.map((clause) => ({ clause, kind, name }));

const stays = 'stays';

/** Transitions that differ only in where they start are named together. */
const citationsOfTransitions = (root: ChartState): Citation[] => {
  const together = new Map<string, { clause: string; from: string[]; ending: string }>();
  for (const { from, event, to, transition } of transitionsOf(root)) {
    const against = transition.meta.forbidden ? ', against the rules' : '';
    const ending = `—${event}→ ${to ? nameOf(to) : stays}${against}`;
    for (const clause of transition.meta.clauses) {
      const known = together.get(`${clause} ${ending}`) ?? { clause, from: [], ending };
      if (!known.from.includes(nameOf(from))) known.from.push(nameOf(from));
      together.set(`${clause} ${ending}`, known);
    }
  }
  return [...together.values()].map(({ clause, from, ending }) => ({
    clause,
    kind: 'transition',
    name: `${from.join(', ')} ${ending}`,
  }));
};

/** Who pays, in each of the answers of `payer`. */
const projections = (): Citation[] =>
  [
    tell(storyTo.refused.opening, storyTo.refused.events),
    tell(storyTo['application.choosing'].opening, [
      ...upTo('application.choosing'),
      usual('physicians.chosen', { first: outsider }),
    ]),
    tell(storyTo['application.discussing'].opening, []),
  ].flatMap((outcome) => {
    const { payer: who, clauses: cited } = payer(outcome.case);
    return cite('projection', `payer: ${who}`, cited);
  });

/** Everything that rests on a clause, read from the chart given (the library's own unless said). */
export const citationsIn = (root: ChartState = chart): Citation[] => [
  ...statesOf(root).flatMap(({ path, state }) => cite('state', nameOf(path), state.meta?.clauses)),
  ...citationsOfTransitions(root),
  ...Object.entries(norms).flatMap(([name, { clauses: cited }]) => cite('norm', name, cited)),
  ...Object.entries(topics).flatMap(([name, { clauses: cited }]) => cite('notice', name, cited)),
  ...Object.entries(terms).flatMap(([name, { clauses: cited }]) => cite('term', name, cited)),
  ...projections(),
  ...decisionAid.flatMap(({ situation, instrument, clauses: cited }) =>
    cite('advice', `${situation} → ${instrument}`, cited),
  ),
  ...Object.entries({ ...letterContents, ...paperContents }).flatMap(([name, { elements, without = [] }]) =>
    [...elements.flatMap((each) => (each.or ? [each, each.or] : [each])), ...without].flatMap(
      ({ element, clauses: cited }) => cite('content', `${name}: ${element}`, cited),
    ),
  ),
];

/** The clauses that no behaviour can show, each with its reason. */
export const withoutStep: Partial<Record<ClauseId, string>> = {
  'E-02': 'It says since when the right exists; nobody acts on it.',
  'E-46': 'Author, announcements, page numbers and copyright hold no rule.',
  'B-44': 'It corrects that date; the library holds no dates of legislation.',
  'B-45': 'It says what the library leaves out: no word on a sanction or a fine.',
  'B-47': 'It says what the library leaves out: how long to keep a case is for the host.',
  'B-79': 'It says what planning sees; the views page shows it.',
  'G-15': 'An anonymous question about availability concerns no case, so there is nothing to report.',
  'G-16': 'It says what the library leaves out: a deviation is a fact and leads to nothing.',
};

/** What is wrong between the clauses and what cites them; empty when each clause has its place. */
export const faultsIn = (known: readonly string[], citations: Citation[], excused: readonly string[]): string[] => {
  const cited = new Set(citations.map(({ clause }) => clause));
  return [
    ...known.filter((id) => !cited.has(id) && !excused.includes(id)).map((id) => `${id} is cited by nothing`),
    ...excused.filter((id) => cited.has(id)).map((id) => `${id} is excused and cited`),
    ...excused.filter((id) => !known.includes(id)).map((id) => `${id} is excused and no clause`),
    ...citations
      .filter(({ clause }) => !known.includes(clause))
      .map(({ clause, kind, name }) => `${clause} is no clause, yet the ${kind} ${name} cites it`),
  ];
};

// -------------------------------------------------------------------------------------------------------- tests

export interface ShownBy {
  file: string;
  name: string;
}

const block = /^(\s*)(?:clause|describe)(?:\.[a-z]+\(.*?\))?\((['"`])([DWLEBG]-[0-9][0-9a-z.]*)/;
const test = /^\s*(?:it|it\.each\(.*\)|[\])]+)\((['"`])(.*?)\1\s*,/;
const namedBelow = /^\s*(?:it\(|\]\)\(|it\.each\(.*\)\()$/;
const nameAlone = /^\s*(['"`])(.*?)\1,$/;

/** The tests that stand under the heading of each clause, as the formatter lays them out: `clause('L-20', …)`. */
export const testsIn = (file: string, source: string): Map<string, ShownBy[]> => {
  const shown = new Map<string, ShownBy[]>();
  let headings: { indent: string; id: string }[] = [];
  let previous = '';
  for (const line of source.split('\n')) {
    const [, indent = '', , id = ''] = block.exec(line) ?? [];
    const name = test.exec(line)?.[2] ?? (namedBelow.test(previous) ? nameAlone.exec(line)?.[2] : undefined);
    if (id !== '') headings.push({ indent, id });
    else if (name !== undefined)
      for (const heading of headings) shown.set(heading.id, [...(shown.get(heading.id) ?? []), { file, name }]);
    else headings = headings.filter((heading) => line !== `${heading.indent}});`);
    previous = line;
  }
  return shown;
};

const everyTest = (): Map<string, ShownBy[]> => {
  const shown = new Map<string, ShownBy[]>();
  const folder = new URL('../', import.meta.url);
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.test.ts')) continue;
    for (const [id, found] of testsIn(file, readFileSync(new URL(file, folder), 'utf8')))
      shown.set(id, [...(shown.get(id) ?? []), ...found]);
  }
  return shown;
};

// ------------------------------------------------------------------------------------------------ procedure.md

const sources: Record<ClauseSource, { heading: string; lead: string }> = {
  decree: {
    heading: 'Working Conditions Decree (Arbobesluit)',
    lead: 'Articles 1.34a, 2.14d and 2.14e: the second opinion and the complaint, as the law has them.',
  },
  act: {
    heading: 'Working Conditions Act (Arbowet)',
    lead: 'The paragraphs of articles 14 and 44 on which the decree rests.',
  },
  pool: {
    heading: 'The steps of the LPBSO',
    lead: 'What the pool of second-opinion physicians tells the employee: three phases, eight steps.',
  },
  commentary: {
    heading: 'The commentary of Enroute',
    lead: 'Where the pool is silent: the refusal, the costs, the transfer of guidance, the complaint and the UWV.',
  },
  decision: {
    heading: 'Our decisions',
    lead: 'Where the sources leave a doubt or contradict each other: what this library does.',
  },
  rule: {
    heading: 'Our rules, after case law and professional guidance',
    lead: 'What published cases and guidance add to the texts.',
  },
};

const code = (name: string): string => `\`${name}\``;

/** `application.discussing, application.choosing —instrument.discussed→ stays`, with its names set as code. */
const arrow = (name: string): string => {
  const [, from = '', event = '', to = '', against = ''] = /^(.*) —(.*)→ ([^,]*)(.*)$/.exec(name) ?? [];
  return `${from.split(', ').map(code).join(', ')} —${code(event)}→ ${to === stays ? to : code(to)}${against}`;
};

const testName = (name: string): string => name.replaceAll(/([*_`<>])/g, '\\$1');

const lines = (heading: string, items: string[]): string[] =>
  items.length > 1
    ? [`- ${heading}:`, ...items.map((item) => `  - ${item}`)]
    : items.map((item) => `- ${heading}: ${item}`);

const joined = (heading: string, items: string[]): string[] =>
  lines(heading, items.length > 0 ? [items.join(', ')] : []);

/** The sources clause by clause, and what in the library rests on each. */
export function procedurePage(): string {
  const citations = citationsIn();
  const shown = everyTest();
  const ids = Object.keys(clauses) as ClauseId[];

  const clauseSection = (id: ClauseId): string[] => {
    const { place } = clauses[id];
    const [nl, en] = [clauseTexts.nl[id], clauseTexts.en[id]];
    const named = (kind: Citation['kind']): string[] =>
      citations.filter((citation) => citation.clause === id && citation.kind === kind).map(({ name }) => name);
    const reason = withoutStep[id];
    return [
      `### ${id}`,
      '',
      `*${place}* · rank: ${rankOf([id])}`,
      '',
      `> ${nl}`,
      '>',
      `> ${en}`,
      '',
      ...joined('States', named('state').map(code)),
      ...lines('Transitions', named('transition').map(arrow)),
      ...joined('Norms', named('norm').map(code)),
      ...joined('Notices', named('notice').map(code)),
      ...joined('Terms', named('term').map(code)),
      ...joined('Projections', named('projection').map(code)),
      ...joined('Decision aid', named('advice').map(code)),
      ...joined('Letters and papers', named('content').map(code)),
      ...lines(
        'Shown by',
        (shown.get(id) ?? []).map(({ file, name }) => `${testName(name)} (${code(file)})`),
      ),
      ...(reason ? [`- Without a step: ${reason}`] : []),
      '',
    ];
  };

  const sourceSection = (source: ClauseSource): string[] => {
    const own = ids.filter((id) => clauses[id].source === source);
    return [
      `## ${sources[source].heading}`,
      '',
      `${sources[source].lead} ${own.length} clauses.`,
      '',
      ...own.flatMap(clauseSection),
    ];
  };

  return [
    '# The procedure, clause by clause',
    '',
    'For every clause of the sources: its words in Dutch and English, what in the library rests on it, and the tests that',
    'show it. Written by `test/faithfulness.test.ts`; do not edit it by hand. A transition reads: step —event→ next step, or',
    '"stays" where the event is only recorded. "Against the rules" marks what no allowed history does, yet people do:',
    '`record` follows it. The names are those of the code; [the glossary](glossary.md) gives the Dutch words.',
    '',
    `${ids.length} clauses; ${Object.keys(withoutStep).length} of them have no step, with the reason given.`,
    '',
    ...(Object.keys(sources) as ClauseSource[]).flatMap(sourceSection),
  ].join('\n');
}

// ----------------------------------------------------------------------------------------- statechart.machine.ts

const widest = 150;

const quoted = (text: string): string => {
  const inner = JSON.stringify(text).slice(1, -1);
  return inner.includes("'") ? `"${inner}"` : `'${inner.replaceAll('\\"', '"')}'`;
};

const keyed = (name: string): string => (/^[A-Za-z]\w*$/.test(name) ? name : quoted(name));

/** Plain data as the formatter lays out a literal: on one line where it fits, an item a line where it does not. */
const literal = (value: unknown, indent: string, before: number, after: number): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const listed = Array.isArray(value);
  const [open, close] = listed ? ['[', ']'] : ['{', '}'];
  const items: [string, unknown][] = listed
    ? value.map((item) => ['', item])
    : Object.entries(value).map(([name, item]) => [`${keyed(name)}: `, item]);
  const flat = items.map(([name, item]) => `${name}${literal(item, '', 0, -Infinity)}`).join(', ');
  const line = listed ? `[${flat}]` : `{ ${flat} }`;
  if (indent.length + before + line.length + after <= widest) return line;
  const deeper = `${indent}  `;
  const lines = items.map(([name, item]) => `${deeper}${name}${literal(item, deeper, name.length, 1)},\n`);
  return `${open}\n${lines.join('')}${indent}${close}`;
};

/** A state as a person reads it: nothing that is empty, and in each transition the route before where it leads. */
const readable = ({ on = {}, states, ...state }: ChartState): object => {
  const written = Object.entries(on).map(([event, candidates]) => [
    event,
    candidates.map(({ guard, target, meta, actions }) => ({
      ...(guard && { guard }),
      ...(target && { target }),
      ...(meta && { meta }),
      actions,
    })),
  ]);
  return {
    ...state,
    ...(written.length > 0 && { on: Object.fromEntries(written) }),
    ...(states && {
      states: Object.fromEntries(Object.entries(states).map(([name, inner]) => [name, readable(inner)])),
    }),
  };
};

/** The chart as one file that Stately Studio imports: a literal of names, without what stands behind them. */
export function machineLiteral(): string {
  const opening = 'export const secondOpinionMachine = createMachine(';
  return [
    '// The second opinion as one literal, to import into Stately Studio. Written by test/faithfulness.test.ts; do not edit it by hand.',
    '// Each transition shows its route (or `isAllowed`) with the norms it asks, where it leads, its clauses and its letters. These are',
    '// names only: nothing here runs the procedure. Host software uses the library itself.',
    "import { createMachine } from 'xstate';",
    '',
    `${opening}${literal(readable(plainChart()), '', opening.length, 2)});`,
    '',
  ].join('\n');
}
