import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guards } from '../src/guards.js';
import {
  advance,
  type Issue,
  labels,
  type NormKind,
  type NormName,
  norms,
  openCase,
  parseCase,
  replay,
  UnreadableCase,
} from '../src/index.js';
import { rankOfNorm } from '../src/norms.js';
import { everyPath } from '../src/testing/index.js';
import { chart, waysOnOf } from './support/chart.js';
import { answers, contradictions, messages, rules } from './support/errors.js';

const names = Object.keys(norms) as NormName[];
const universal = names.filter((name) => Object.values(guards).every((guard) => guard.norms.includes(name)));

const code = (name: string): string => `\`${name}\``;

/** The events of which a norm is asked, in the order of the chart. */
const askedOf = (name: NormName): string[] => [
  ...new Set(
    waysOnOf(chart)
      .filter(({ transition }) => guards[transition.guard as keyof typeof guards].norms.includes(name))
      .map(({ event }) => event),
  ),
];

const inRecord: Record<NormKind, string> = {
  conduct: 'the act moves the case, and the deviation is named',
  validity: 'the act is none: the deviation is named, and the step stays',
  order: 'refused there too',
};

const ruleSection = (name: NormName): string => {
  const { kind, clauses } = norms[name];
  const { nl, en } = labels;
  const rank = rankOfNorm(name);
  const events = universal.includes(name) ? 'every event' : askedOf(name).map(code).join(', ');
  const audited =
    rank === 'choice' && kind === 'conduct'
      ? 'the act moves the case; our own choice alone is no deviation'
      : inRecord[kind];
  return `### ${name}

> ${nl.norms[name].unmet} · *${nl.norms[name].rule}*
>
> ${en.norms[name].unmet} · *${en.norms[name].rule}*

* Rank: ${rank} · kind: ${kind} · clauses: ${clauses.map(code).join(' ')}
* Asked of: ${events}
* Cause: ${rules[name].cause}
* Way out: ${rules[name].wayOut}
* In \`record\`: ${audited}.
`;
};

const page = `# Errors, and the way out of each

Whatever the library can refuse, by the name that a program can rely on: why it comes, and what to do. A "no" is a value:
\`openCase\`, \`advance\` and \`record\` throw on no opening and no event, and \`parseCase\` throws only \`UnreadableCase\`.
Written by \`test/errors.test.ts\`; the causes and the ways out stand in \`test/support/errors.ts\`.

None of the texts below is for a party: a "no" can tell what a party may not know. To a party, show its view (\`viewFor\`).

## The answers

${Object.entries(answers)
  .map(
    ([name, { comesAs, cause, wayOut }]) => `### ${name}

* Comes as: ${comesAs}.
* Cause: ${cause}
* Way out: ${wayOut}
`,
  )
  .join('\n')}
## What an issue says

An issue is \`{ path, message }\`: the field, its names joined by dots (empty: the whole; \`?\`: a name that is not repeated), and one of these.
Neither ever quotes a value.

| Message | Cause | Way out |
| --- | --- | --- |
${Object.entries(messages)
  .map(([message, { cause, wayOut }]) => `| ${code(message)} | ${cause} | ${wayOut} |`)
  .join('\n')}

A stored case can also contradict itself. Then it was changed outside the library, or written in part; rebuild it with \`replay(opening, log, 'record')\`.

| Field | Message | What is wrong |
| --- | --- | --- |
${Object.entries(contradictions)
  .map(([issue, wrong]) => `| ${issue.split(': ').map(code).join(' | ')} | ${wrong} |`)
  .join('\n')}

## The rules

The names in \`unmet\` and in \`deviations\`. Each begins with the words of \`labels\`: what stands in the way, and in italics the statement that
should be true. The clauses stand in [the procedure](procedure.md), what was open in [the interpretation](interpretation.md).

${names.map(ruleSection).join('\n')}`;

// ------------------------------------------------------------------------------------------- every issue there is

const faults = [undefined, null, 7, 1.5, -1, 1e300, 'a b', '2026-02-30', '1850-01-01', [], {}];
const tooLong = [33, 201, 50_001];

/** A value with one thing in it wrong, in every place and way. */
function* broken(value: unknown): Generator<unknown> {
  yield* faults;
  if (typeof value !== 'object' || value === null) return;
  yield { ...value, extra: 1 };
  if (Array.isArray(value) && value.length > 0) for (const length of tooLong) yield Array(length).fill(value[0]);
  for (const [name, inner] of Object.entries(value))
    for (const fault of broken(inner))
      yield Array.isArray(value)
        ? value.map((each: unknown, at) => (at === Number(name) ? fault : each))
        : { ...value, [name]: fault };
}

const issuesOfCase = (json: unknown): Issue[] => {
  try {
    parseCase(json);
    return [];
  } catch (error) {
    return error instanceof UnreadableCase ? error.issues : expect.fail(String(error));
  }
};

const issuesGiven = (): Set<string> => {
  const given = new Set<string>();
  const note = (issues: Issue[]): void => {
    for (const { path, message } of issues) given.add(`${path}: ${message}`);
  };
  const known = new Set<string>();
  const isNew = (what: string): boolean => !known.has(what) && !!known.add(what);
  for (const { how, opening, events } of everyPath()) {
    const told = replay(opening, events, how);
    const current = told.case ?? expect.fail('the history was not taken');
    const issuesOf = (outcome: ReturnType<typeof advance>): Issue[] =>
      !outcome.ok && outcome.reason === 'malformed' ? outcome.issues : [];
    if ('alarms' in (opening.contract as object) && isNew('an opening with alarms'))
      for (const fault of broken(opening)) note(issuesOf(openCase(fault)));
    if (isNew('opening')) for (const fault of broken(opening)) note(issuesOf(openCase(fault)));
    if (isNew(current.step)) for (const fault of broken(current)) note(issuesOfCase(fault));
    for (const event of events)
      if (isNew(event.type)) for (const fault of broken(event)) note(issuesOf(advance(current, fault)));
  }
  const unreadable = {
    get caseId() {
      throw new Error('no');
    },
  };
  const opened = openCase(unreadable);
  note(!opened.ok && opened.reason === 'malformed' ? opened.issues : []);
  return given;
};

const patternOf = (form: string): RegExp =>
  new RegExp(
    `^${form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('…', String.raw`\S+(?: or \S+)*`)}$`,
  );

/** The form in which the page has a message; the message itself where it has none. */
const formOf = (message: string): string =>
  Object.keys(messages).find((form) => patternOf(form).test(message)) ?? message;

/** What `parseCase` holds a case against, as its source lists it. */
const claims = (): string[] => {
  const source = readFileSync(new URL('../src/stored.ts', import.meta.url), 'utf8');
  const [, list = ''] = /const claims: .*? = \[\n(.*?)\n {2}\];/s.exec(source) ?? [];
  return [...list.matchAll(/'([\w.]+)',\s*'([^']+)',?\s*\]/g)].map(([, path, message]) => `${path}: ${message}`);
};

describe('The page on errors', () => {
  it('has every message of an issue that a faulty input gets, and none that no input gets', () => {
    const contradicted = claims();
    const forms = [...issuesGiven()]
      .filter((issue) => !contradicted.includes(issue))
      .map((issue) => formOf(issue.slice(issue.indexOf(': ') + 2)));
    expect([...new Set(forms)].sort()).toEqual(Object.keys(messages).sort());
  });

  it('has every way in which a stored case contradicts itself', () => {
    expect(Object.keys(contradictions)).toEqual(claims());
    expect(claims().length).toBeGreaterThan(10);
  });

  it('names only events that there are', () => {
    const texts = [...Object.values(answers), ...Object.values(messages), ...Object.values(rules)].flatMap(
      ({ cause, wayOut }) => [cause, wayOut],
    );
    const named = texts.flatMap((text) => [...text.matchAll(/`([a-z][a-zA-Z]+\.[a-zA-Z]+)`/g)].map(([, name]) => name));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(String(name) in labels.en.events))).toEqual([]);
  });

  it('names every rule with what it is asked of', () => {
    expect(names.filter((name) => askedOf(name).length === 0)).toEqual([]);
  });

  it('is docs/errors.md', async () => {
    await expect(page).toMatchFileSnapshot('../docs/errors.md');
  });
});
