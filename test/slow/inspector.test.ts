import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nl } from 'lpbso-second-opinion/words/nl';
import { describe, expect, it } from 'vitest';
import type { Offered } from '../../examples/inspector/serve.ts';

const root = resolve(import.meta.dirname, '../..');
const cases = readdirSync(join(root, 'examples/cases'));

describe('The command of the inspector', () => {
  const start = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/inspector/start.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout, lines: stderr.trim().split('\n') };
  };
  const fileOf = (content: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'given-')), 'given.json');
    writeFileSync(path, content);
    return path;
  };

  const started = async (...args: string[]) => {
    const child = spawn(process.execPath, ['examples/inspector/start.ts', ...args], { cwd: root });
    let printed = '';
    for await (const part of child.stdout) {
      printed += part;
      if (printed.includes('Ctrl+C')) break;
    }
    const [address = expect.fail(printed)] = /http:\S+/.exec(printed) ?? [];
    return { child, address, printed };
  };

  it('serves its page on this machine, and says where', async () => {
    const { child, address, printed } = await started(
      'examples/cases/09-the-uwv-route.json',
      '--after',
      '1',
      '--port',
      '0',
    );
    try {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect(printed).toContain('alleen op deze computer');
      const offered = (await (await fetch(`${address}offered`)).json()) as Offered;
      expect(offered).toMatchObject({ given: { name: '09-the-uwv-route.json' }, after: 1, locale: 'nl' });
      expect(offered.cases).toHaveLength(cases.length);
      expect((await fetch(address)).headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; .*connect-src 'self'/,
      );
      const { port } = new URL(address);
      expect(start('--port', port).lines).toEqual([`Poort ${port} is bezet; kies een andere met --port.`]);
    } finally {
      child.kill();
    }
  });

  it('speaks English where it is asked', async () => {
    const { child, address, printed } = await started('--lang', 'en', '--port', '0');
    try {
      expect(printed).toContain('on this machine only');
      expect(await (await fetch(`${address}offered`)).json()).toMatchObject({ given: null, locale: 'en' });
    } finally {
      child.kill();
    }
  });

  it.each([
    [['nowhere.json'], 'dit bestand kan niet worden gelezen'],
    [[fileOf('{')], 'dit is geen JSON'],
    [[fileOf('{"opening":{},"events":[]}')], `opening: caseId ${nl.issues.missing}`],
    [['examples/cases/09-the-uwv-route.json', '--after', '99'], 'het logboek heeft'],
    [['--after', 'all'], '--after vraagt een heel getal'],
    [['--after', 'all', '--lang', 'en'], '--after takes a whole number'],
    [['one.json', 'two.json'], 'Eén bestand tegelijk'],
    [['--lang', 'fr'], '--lang: nl, en'],
    [['--sky'], "Unknown option '--sky'"],
  ])('says in one line what is wrong with %s', (args, message) => {
    const { status, stdout, lines } = start(...args);
    expect({ status, stdout, lines }).toEqual({ status: 1, stdout: '', lines: [expect.stringContaining(message)] });
  });
});
