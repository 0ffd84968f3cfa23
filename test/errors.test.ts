import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answers, askedOf, contradictions, errorsPage, issues, rules } from '../docs/.vitepress/written/errors.ts';
import { eventTypes } from '../src/acts.js';
import {
  advance,
  type Issue,
  type IssueCode,
  type NormName,
  norms,
  openCase,
  parseCase,
  replay,
  UnreadableCase,
} from '../src/index.js';
import { normsOf } from '../src/norms.js';
import { everyPath } from '../src/testing/index.js';
import { languages } from './support/words.js';

const names = Object.keys(norms) as NormName[];

// ------------------------------------------------------------------------------------------- every issue there is

const faults = [
  undefined,
  null,
  7,
  '{}',
  true,
  1.5,
  -1,
  1e300,
  'a b',
  '2026-02-30',
  '1850-01-01',
  '2013-04-30',
  [],
  {},
];
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

const issuesOfCase = (json: unknown): readonly Issue[] => {
  try {
    parseCase(json);
    return [];
  } catch (error) {
    return error instanceof UnreadableCase ? error.issues : expect.fail(String(error));
  }
};

const issuesGiven = (): Issue[] => {
  const given = new Map<string, Issue>();
  const note = (issues: readonly Issue[]): void => {
    for (const issue of issues) given.set(`${issue.path}: ${issue.message}`, issue);
  };
  const known = new Set<string>();
  const isNew = (what: string): boolean => !known.has(what) && !!known.add(what);
  for (const { how, opening, events } of everyPath()) {
    const told = replay(opening, events, how);
    const current = told.case ?? expect.fail('the history was not taken');
    const issuesOf = (outcome: ReturnType<typeof advance>): readonly Issue[] =>
      !outcome.ok && outcome.reason === 'malformed' ? outcome.issues : [];
    if ('alarms' in (opening.contract as object) && isNew('an opening with alarms'))
      for (const fault of broken(opening)) note(issuesOf(openCase(fault)));
    if (isNew(`an opening of ${opening.recordOf}`))
      for (const fault of broken(opening)) note(issuesOf(openCase(fault)));
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
  for (const mistaken of [opened, unreadable]) {
    const outcome = advance(mistaken as never, {});
    note(!outcome.ok && outcome.reason === 'malformed' ? outcome.issues : []);
  }
  return [...given.values()];
};

const formOf = (says: string): RegExp =>
  new RegExp(
    `^${says
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/; did you mean …\\\?/, '(; did you mean [\\w.]+\\?)?')
      .replace('…', String.raw`\S+(?: or \S+)*`)}$`,
  );

/** What `parseCase` holds a case against, as its source lists it. */
const claims = (): string[] => {
  const source = readFileSync(new URL('../src/stored-case.ts', import.meta.url), 'utf8');
  const [, list = ''] = /const claims: .*? = \{\n(.*?)\n {2}\};/s.exec(source) ?? [];
  return [...list.matchAll(/'([\w.]+)',\s*'([^']+)',?\s*\]/g)].map(([, path, message]) => `${path}: ${message}`);
};

describe('The page on errors', () => {
  it('has every code of an issue, each given by some faulty input, and its message', () => {
    const contradicted = claims();
    const given = issuesGiven();
    expect([...new Set(given.map(({ code }) => code))].sort()).toEqual(Object.keys(issues).sort());
    const unsaid = given.filter(
      ({ path, code, message }) =>
        !contradicted.includes(`${path}: ${message}`) && !formOf(issues[code].says).test(message),
    );
    expect(unsaid).toEqual([]);
    const page = errorsPage();
    for (const code of Object.keys(issues) as IssueCode[])
      for (const { issues: said } of Object.values(languages)) expect(page).toContain(said[code]);
  });

  it('has every way in which a stored case contradicts itself', () => {
    expect(Object.keys(contradictions)).toEqual(claims());
    expect(claims().length).toBeGreaterThan(10);
  });

  it('names only events that there are', () => {
    const texts = [...Object.values(answers), ...Object.values(issues), ...Object.values(rules)].flatMap(
      ({ cause, wayOut }) => [cause, wayOut],
    );
    const named = texts.flatMap((text) => [...text.matchAll(/`([a-z][a-zA-Z]+\.[a-zA-Z]+)`/g)].map(([, name]) => name));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(String(name) in languages.en.events))).toEqual([]);
  });

  it('names every rule, with its cause, its way out and the events that it is asked of', () => {
    expect(Object.keys(rules).sort()).toEqual([...names].sort());
    for (const name of names)
      expect(askedOf(name), name).toEqual(eventTypes.filter((type) => normsOf[type].includes(name)));
    for (const { cause, wayOut } of Object.values(rules))
      for (const text of [cause, wayOut]) expect(text).toMatch(/^\S.{10,}[.)]$/);
  });
});
