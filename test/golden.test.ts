import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { stepSchema } from '../src/case.js';
import { type NormName, norms, parseCase } from '../src/index.js';
import { rankOfNorm } from '../src/norms.js';
import { topics } from '../src/notices.js';
import { terms } from '../src/terms.js';
import {
  differencesFrom,
  faultsIn,
  type Golden,
  goldenVersions,
  tellTo,
  toldIn,
  writeGolden,
} from './support/golden.ts';
import { allTold, everyWay, present, shownIn } from './support/golden-told.ts';

const { version } = packageJson;
const folder = new URL('golden', import.meta.url).pathname;
const changelog = readFileSync(new URL('../docs/CHANGELOG.md', import.meta.url), 'utf8');

const versions = goldenVersions(folder);
const [firstHistory] = versions[0]?.histories ?? [];
const histories = versions.find((each) => each.version === version)?.histories ?? [];

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe('The histories of every version', () => {
  it('there are some of the present version', () => {
    expect(histories.length).toBeGreaterThan(0);
  });

  it('go as they went, but for what the changelog names', () => {
    expect(faultsIn(folder, version, changelog, present)).toEqual([]);
  });

  it.each(histories.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
    expect(differencesFrom(golden, present)).toEqual([]);
  });

  it.each(versions)('their cases, as $version stored them, go on as if they had never been stored', (theirs) => {
    for (const golden of theirs.histories) {
      const { end } = tellTo(present, toldIn(golden));
      const stored = parseCase(throughJson(golden.end.case));
      for (const event of reports) {
        const next = present.record(stored, event);
        expect(next, `${golden.name}, and then ${event.type}`).toEqual(present.record(end.case, event));
      }
    }
  });
});

/** Something of everything that was ever reported. */
const reports = [
  ...new Map(
    versions
      .flatMap(({ histories: kept }) => kept.flatMap(({ turns }) => turns))
      .map(({ event }) => [event.type, event]),
  ).values(),
];

describe('The histories of the present version', () => {
  const shown = new Set(histories.flatMap((golden) => shownIn(toldIn(golden))));
  const answers = histories.flatMap(({ turns }) => turns.map(({ answer }) => answer));
  const refusals = answers.flatMap((answer) => ('unmet' in answer ? (answer.unmet ?? []) : []));

  it('take every way on that the chart has, the forbidden ones included', () => {
    expect(everyWay().filter((way) => !shown.has(`${way} is taken`))).toEqual([]);
  });

  it('try every way on by somebody who may not take it, and too early', () => {
    const tries = everyWay().flatMap((way) => [`${way} asks actorHoldsRole`, `${way} asks datedInOrder`]);
    expect(tries.filter((attempt) => !shown.has(attempt))).toEqual([]);
  });

  it('come to every step', () => {
    const ends = new Set(histories.map(({ end }) => end.case.step));
    expect(stepSchema.options.filter((step) => !ends.has(step))).toEqual([]);
  });

  it('give every notice, to each who may be told', () => {
    const due = Object.entries(topics).flatMap(([about, { to }]) => to.map((role) => `${about} is told to ${role}`));
    const opened = ['requestMade is told to ownPhysician'];
    expect(due.filter((notice) => !shown.has(notice) && !opened.includes(notice))).toEqual([]);
    expect(firstHistory?.opened).toMatchObject({ notices: [expect.stringContaining('requestMade')] });
  });

  it('hear the no of every rule, and follow every act against one', () => {
    const names = Object.keys(norms) as NormName[];
    expect(names.filter((norm) => !refusals.some((line) => line.startsWith(`${norm} `)))).toEqual([]);
    const followed = names.filter((norm) => norms[norm].kind === 'conduct' && rankOfNorm(norm) !== 'choice');
    expect(followed.filter((norm) => !shown.has(`${norm} is a deviation`))).toEqual([]);
  });

  it('run every term, each with a day to look at it where one can be agreed', () => {
    expect(Object.keys(terms).filter((term) => !shown.has(`${term} runs`) && term !== 'engage')).toEqual([]);
    for (const term of ['engage', 'decide', 'complaint'])
      expect(shown).toContain(`${term} runs with a day to look at it`);
  });

  it('are told in both records, in both ways, and under both rules for the end of a week', () => {
    const kinds = histories.map(({ how, end }) => `${how} ${end.case.file.recordOf}`);
    expect(new Set(kinds)).toEqual(new Set(['advance procedure', 'advance ownPhysician', 'record procedure']));
    const extensions = histories.map(({ end }) => end.case.file.contract.responseTerm.extendedBy);
    expect(new Set(extensions)).toEqual(new Set(['none', 'algemeneTermijnenwet']));
  });

  it('are what is told for this version', () => {
    const told = allTold(new URL('../examples/cases', import.meta.url).pathname);
    expect(new Map(histories.map((golden) => [golden.name, toldIn(golden)]))).toEqual(
      new Map(told.map((each) => [each.name, each])),
    );
  });

  it('come to less than two and a half megabytes', () => {
    const files = readdirSync(join(folder, version));
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(folder, version, file)).length, 0);
    expect(bytes).toBeLessThan(2_500_000);
  });
});

describe('An answer that is another than in an older version', () => {
  const name = 'A story that went otherwise';
  let scratch = '';
  const inScratch = (path: string, content: unknown): void => {
    mkdirSync(join(scratch, path, '..'), { recursive: true });
    writeFileSync(join(scratch, path), JSON.stringify(content));
  };
  const faults = (log = ''): string[] => faultsIn(scratch, '0.2.0', log, present);
  const change = { history: name, turn: 1, reason: 'A clause was added.' };

  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'golden-'));
    const story = histories.find((golden) => golden.turns.length > 2 && !('no' in (golden.turns[0]?.answer ?? {})));
    const older = throughJson({ ...story, name }) as Golden;
    Object.assign(older.turns[0]?.answer ?? {}, { clauses: 'L-06' });
    inScratch('0.1.0/a-story.json', older);
    inScratch('0.1.0/changes.json', []);
    inScratch('0.2.0/changes.json', []);
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  it('is a fault until the new version names it', () => {
    expect(faults()).toEqual([`0.1.0: ${name}, turn 1 is another than it was`]);
  });

  it('is a fault until the changelog names it under that version', () => {
    inScratch('0.2.0/changes.json', [change]);
    expect(faults()).toEqual([`0.2.0: ${name}, turn 1 is changed and not in the changelog`]);
    expect(faults(`# Changes\n\n## 0.1.0\n\n- ${name}\n`)).toHaveLength(1);
    expect(faults(`# Changes\n\n## 0.2.0\n\n- ${name}: a clause was added.\n\n## 0.1.0\n`)).toEqual([]);
  });

  it('is a fault without a reason', () => {
    inScratch('0.2.0/changes.json', [{ ...change, reason: '' }]);
    expect(faults(`## 0.2.0\n${name}`)).toEqual([`0.2.0: ${name}, turn 1 is changed without a reason`]);
  });

  it('is a fault where it is none, or at another turn', () => {
    inScratch('0.2.0/changes.json', [{ ...change, turn: 'end' }]);
    expect(faults(`## 0.2.0\n${name}`)).toEqual([
      `0.1.0: ${name}, turn 1 is another than it was`,
      `0.2.0: ${name}, turn end is called a change and is none`,
    ]);
  });

  it('is never a change of the version itself', () => {
    inScratch('0.2.0/changes.json', [change]);
    cpSync(join(scratch, '0.1.0/a-story.json'), join(scratch, '0.2.0/a-story.json'));
    expect(faults(`## 0.2.0\n${name}`)).toEqual([`0.2.0: ${name}, turn 1 is another than it was`]);
  });

  it('a version that has its histories is written again only when that is asked', () => {
    const told = histories.slice(0, 2).map(toldIn);
    const write = (again: boolean): number => writeGolden(scratch, '0.1.0', told, present, again);
    expect(() => write(false)).toThrow('--again');
    expect(write(true)).toBe(2);
    expect(readdirSync(join(scratch, '0.1.0'))).toHaveLength(3);
    const [kept] = goldenVersions(scratch).filter((each) => each.version === '0.1.0');
    expect(kept?.histories.flatMap((golden) => differencesFrom(golden, present))).toEqual([]);
  });
});
