import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { eventTypes, lettersOf } from '../src/acts.js';
import { steps } from '../src/file.js';
import { type NormName, norms, parseCase } from '../src/index.js';
import { rankOfNorm } from '../src/norms.js';
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

describe('The histories of every version', () => {
  it('there are some of the present version', () => {
    expect(histories.length).toBeGreaterThan(0);
  });

  it('go as they went, but for what the changelog names', () => {
    expect(faultsIn(folder, version, changelog, present)).toEqual([]);
  });

  it.each(versions)('their cases, as $version stored them, go on as if they had never been stored', (theirs) => {
    for (const golden of theirs.histories) {
      if (!golden.stored) continue;
      const { current } = tellTo(present, toldIn(golden));
      const stored = parseCase(golden.stored);
      for (const event of reports) {
        const next = present.record(stored, event);
        expect(next, `${golden.name}, and then ${event.type}`).toEqual(present.record(current, event));
      }
    }
  });
});

/** Something of everything that was ever reported. */
const reports = [
  ...new Map(
    versions.flatMap(({ histories: kept }) => kept.flatMap(({ turns }) => turns)).map(([event]) => [event.type, event]),
  ).values(),
];

describe('The histories of the present version', () => {
  const shown = new Set(histories.flatMap((golden) => shownIn(toldIn(golden))));
  const lines = histories.flatMap(({ turns }) => turns.map(([, line]) => line.split(' ')));
  const refusals = lines.filter(([reason]) => reason === 'notAllowed').flat();

  it('take every way on that the chart has, the forbidden ones included', () => {
    expect(everyWay().filter((way) => !shown.has(`${way} is taken`))).toEqual([]);
  });

  it('try every way on by somebody who may not take it, and too early', () => {
    // A complaint anybody may take over who is not involved in it (`B-83`).
    const ofAnybody = 'complaints.pending complaint.acknowledged 0 asks actorHoldsRole';
    const tries = everyWay()
      .flatMap((way) => [`${way} asks actorHoldsRole`, `${way} asks datedInOrder`])
      .filter((attempt) => attempt !== ofAnybody);
    expect(tries.filter((attempt) => !shown.has(attempt))).toEqual([]);
  });

  it('come to every step, and keep a case that was stored there', () => {
    const stored = new Set(histories.map((golden) => golden.stored?.step));
    expect(steps.filter((step) => !stored.has(step))).toEqual([]);
  });

  it('give every notice, to each who may be told', () => {
    const due = eventTypes.flatMap((type) => lettersOf(type).map(({ to, about }) => `${about} is told to ${to}`));
    const opened = ['requestMade is told to ownPhysician'];
    expect(due.filter((notice) => !shown.has(notice) && !opened.includes(notice))).toEqual([]);
    expect(firstHistory?.opened).toContain(' requestMade→ownPhysician ');
  });

  it('hear the no of every rule, and follow every act against one', () => {
    // That of an opening alone is asked of no event.
    const names = (Object.keys(norms) as NormName[]).filter((norm) => norms[norm].of?.length !== 0);
    expect(names.filter((norm) => !refusals.includes(norm))).toEqual([]);
    const followed = names.filter((norm) => norms[norm].kind === 'conduct' && rankOfNorm(norm) !== 'choice');
    expect(followed.filter((norm) => !shown.has(`${norm} is a deviation`))).toEqual([]);
  });

  it('run every term, each with a day to look at it where one can be agreed', () => {
    expect(Object.keys(terms).filter((term) => !shown.has(`${term} runs`) && term !== 'engage')).toEqual([]);
    for (const term of ['engage', 'decide', 'complaint'])
      expect(shown).toContain(`${term} runs with a day to look at it`);
  });

  it('are told in every record, in both ways, and under both rules for the end of a week', () => {
    const kept = histories.flatMap(({ how, stored }) => (stored ? [{ how, file: stored.file }] : []));
    const kinds = kept.map(({ how, file }) => `${how} ${file.recordOf}`);
    expect(new Set(kinds)).toEqual(
      new Set(['advance procedure', 'advance ownPhysician', 'advance secondOpinionPhysician', 'record procedure']),
    );
    const extensions = kept.map(({ file }) => file.contract.responseTerm.extendedBy);
    expect(new Set(extensions)).toEqual(new Set(['none', 'algemeneTermijnenwet']));
  });

  it('are what is told for this version', () => {
    const told = allTold(new URL('../examples/cases', import.meta.url).pathname);
    expect(new Map(histories.map((golden) => [golden.name, toldIn(golden)]))).toEqual(
      new Map(told.map((each) => [each.name, each])),
    );
  }, 60_000);

  it('come to less than half a megabyte', () => {
    const files = readdirSync(join(folder, version));
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(folder, version, file)).length, 0);
    expect(bytes).toBeLessThan(500_000);
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
    const story = histories.find(({ turns: [first] }) => first?.[1].startsWith('application.'));
    writeGolden(scratch, '0.1.0', [{ ...toldIn(story as Golden), name }], present, false);
    const file = join(scratch, '0.1.0/a-story-that-went-otherwise.json');
    const first = story?.turns[0]?.[1] ?? '';
    writeFileSync(file, readFileSync(file, 'utf8').replace(first, 'application.discussing otherwise'));
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
    inScratch('0.2.0/changes.json', [{ ...change, turn: 2 }]);
    expect(faults(`## 0.2.0\n${name}`)).toEqual([
      `0.1.0: ${name}, turn 1 is another than it was`,
      `0.2.0: ${name}, turn 2 is called a change and is none`,
    ]);
  });

  it('is never a change of the version itself', () => {
    cpSync(join(scratch, '0.1.0'), join(scratch, '0.2.0'), { recursive: true });
    inScratch('0.2.0/changes.json', [change]);
    expect(faults(`## 0.2.0\n${name}`)).toEqual([`0.2.0: ${name}, turn 1 is another than it was`]);
  });

  it('a version that has its histories is written again only when that is asked', () => {
    const told = histories.slice(0, 2).map(toldIn);
    const write = (again: boolean): number => writeGolden(scratch, '0.1.0', told, present, again);
    expect(() => write(false)).toThrow('--again');
    expect(write(true)).toBe(2);
    expect(readdirSync(join(scratch, '0.1.0'))).toHaveLength(4);
    const [kept] = goldenVersions(scratch).filter((each) => each.version === '0.1.0');
    expect(kept?.histories.flatMap((golden) => differencesFrom(golden, present))).toEqual([]);
  });
});
