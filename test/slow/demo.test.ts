import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../support/words.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const demo = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/demo/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const logAt = (content: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'log-')), 'log.json');
  writeFileSync(path, content);
  return path;
};

const firstCase = () => JSON.parse(read('examples/cases/01-adopted-across-the-clock-change.json'));

describe('the demo', () => {
  it('installs all that the library needs, since it is bundled from the sources', () => {
    const { dependencies } = JSON.parse(read('package.json'));
    expect(JSON.parse(read('examples/demo/package.json')).dependencies).toMatchObject(dependencies);
  });

  const cases = readdirSync(join(root, 'examples/cases')).sort();
  const titleOf = (name: string): string => JSON.parse(read(`examples/cases/${name}`)).title.nl;

  it('tells three cases in Dutch, each under its card, and names the others with their number', () => {
    const { status, stdout, stderr } = demo();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const [at, name] of cases.entries()) expect(stdout).toContain(`${at + 1}. ${titleOf(name)}`);
    expect(stdout.match(/^Stand: /gm)).toHaveLength(3);
  });

  it.each(cases.map((name, at) => [at + 1, name] as const))(
    'tells case %i on one screen, of forty lines of eighty columns: %s',
    (number, name) => {
      const { status, stdout, stderr } = demo(String(number));
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const lines = stdout.trimEnd().split('\n');
      expect(lines[1]).toBe(`${number}. ${titleOf(name)}`);
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );

  it('keeps clauses, norms and what else is possible for whoever asks for all of it', () => {
    const clauseOrNorm = new RegExp(`[LEBGD]-\\d|${languages.nl.norms.groundIsCompelling.unmet}`);
    expect(demo('16').stdout).not.toMatch(clauseOrNorm);
    expect(demo('16').stdout).toContain('Aanvraag geweigerd (!)');
    expect(demo('16', '--full').stdout).toMatch(clauseOrNorm);
  });

  it('explains each of its options', () => {
    const { status, stdout } = demo('--help');
    expect(status).toBe(0);
    for (const option of ['--lang', '--for', '--full', '--record', '--help']) expect(stdout).toContain(option);
  });

  it('tells in full the broken cases once refused, with every norm in the way, and once with the deviations', () => {
    const { status, stdout, stderr } = demo('--full', '--lang', 'en');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { norms } = languages.en;
    expect(stdout).toContain(`× ${norms.actorHoldsRole.unmet}`);
    expect(stdout).toContain(`! deviation: ${norms.actorHoldsRole.unmet}`);
    expect(stdout).toContain(`× ${norms.sentToTheChosen.unmet}`);
    expect(stdout).toContain(`! deviation: ${norms.employeeConsentsToTelling.unmet}`);
  });

  it('tells a case as a party may know it, and the employer nothing', () => {
    const toldTo = (reader: string): string => {
      const { status, stdout, stderr } = demo('examples/cases/05-no-copy-then-handed-over.json', '--for', reader);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return stdout;
    };
    expect(toldTo('employee')).toContain('U heeft een second opinion aangevraagd.');
    const forOwnPhysician = toldTo('ownPhysician');
    expect(forOwnPhysician).toContain('Procedure afgesloten.');
    expect(forOwnPhysician).not.toMatch(/[Cc]oncept/);
    const forEmployer = toldTo('employer');
    expect(forEmployer).toContain('Voor deze lezer is er geen verhaal.');
    expect(forEmployer).not.toMatch(/\d{4}|employee-1|bedrijfsarts/);
  });

  it.each([
    ['no file', 'nowhere.json', 'this file cannot be read'],
    ['no JSON', logAt('{"opening":'), 'this is not JSON'],
    ['no object', logAt('[1]'), 'a log is an object with an "opening" and a list of "events"'],
    ['no events', logAt('{"opening":{}}'), 'a log is an object with an "opening" and a list of "events"'],
    ['no opening', logAt('{"opening":{"caseId":"a b"},"events":[]}'), 'opening: caseId expected 1 to 128 letters'],
  ])('says in one line that a log is %s, and ends with status 1', (_, path, message) => {
    const { status, stdout, stderr } = demo(path);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([['--lang', 'fr'], ['--for', 'neighbour'], ['--colour'], ['0'], ['99']])(
    'refuses the option %s %s in one line',
    (...options) => {
      const { status, stderr } = demo(...options.filter(Boolean));
      expect(status).toBe(1);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
  );

  it('ends with status 1 at the first event of a log of one’s own that is not taken, after telling what came before', () => {
    const { opening, events } = firstCase();
    const { status, stdout } = demo(
      logAt(JSON.stringify({ opening, events: [events[0], { type: 'nonsense' }] })),
      '--lang',
      'en',
    );
    expect(status).toBe(1);
    expect(stdout).toContain('Instrument discussed.');
    expect(stdout).toContain('Not taken');
  });
});
