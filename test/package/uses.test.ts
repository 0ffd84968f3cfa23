import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Unmet } from 'lpbso-second-opinion';
import { build } from 'vite';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, watch } from '../browser/browser.ts';
import { root, run, toolIn } from './world.ts';

const world = inject('world');
const bun = toolIn(world, 'bun/bin/bun');
const deno = toolIn(world, 'deno/bin.cjs');

/** What the history comes to in this repository. */
let told: string;
let drawn: string;

const node = process.execPath;
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const strict = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022,dom'];
const nodenext = ['--module', 'nodenext'];
const bundler = ['--module', 'esnext', '--moduleResolution', 'bundler'];

beforeAll(() => {
  told = run(root, node, 'test/package/history.ts');
  drawn = run(root, node, 'test/package/arbitraries.ts');
});

it('The history goes through the procedure to its end', () => {
  const { steps, ends, notAllowed, lived, malformed, unreadable } = JSON.parse(told);
  expect(steps.at(-1)).toBe('completion.decided');
  expect(lived).toEqual({ procedure: { completion: 'decided' }, complaints: 'none', employerRoute: 'none' });
  expect(Object.keys(ends).length).toBeGreaterThan(10);
  expect(ends).not.toHaveProperty('nowhere');
  expect(notAllowed.unmet.map(({ norm }: Unmet) => norm)).toEqual([
    'instrumentWasDiscussed',
    'groundIsNamed',
    'groundIsCompelling',
    'reasonsAreInWriting',
  ]);
  expect({ malformed, unreadable }).toEqual({ malformed: false, unreadable: 'schema' });
  expect(JSON.parse(drawn).opened).toEqual(Array(20).fill(true));
});

it('Nothing is installed beside it but what it names, once', () => {
  const { dependencies } = JSON.parse(run(world.project, 'npm', 'ls', '--all', '--json'));
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).sort()).toEqual([own.name, 'xstate']);
  const installed = Object.entries(dependencies[own.name].dependencies as object).filter(([, it]) => 'version' in it);
  expect(installed.map(([name]) => name).sort()).toEqual([...Object.keys(own.dependencies), 'xstate'].sort());
});

describe('The types hold where nothing is skipped', () => {
  it('in ES and CommonJS modules, by nodenext', () => {
    run(world.project, node, tsc, ...strict, ...nodenext, 'history.mts', 'history.cts');
    run(world.withFastCheck, node, tsc, ...strict, ...nodenext, 'arbitraries.mts', 'arbitraries.cts');
  });

  it('for a bundler', () => {
    run(world.project, node, tsc, ...strict, ...bundler, 'history.ts');
    run(world.withFastCheck, node, tsc, ...strict, ...bundler, 'arbitraries.ts');
  });

  it.each([
    ['nodenext', [...nodenext, 'history.mts', 'history.cts']],
    ['bundler', [...bundler, 'history.ts']],
  ])('with TypeScript 7, %s', (_, options) => {
    run(world.project, node, toolIn(world, 'typescript7/bin/tsc'), ...strict, ...options);
  });

  it('with Deno', () => {
    run(world.project, deno, 'check', 'history.mts');
  });

  it('and refuse what does not exist', () => {
    const wrong = `import { advance } from 'lpbso-second-opinion'; advance('a case', {}).inTheWay;`;
    run(world.project, node, '-e', `fs.writeFileSync('wrong.mts', ${JSON.stringify(wrong)})`);
    expect(() => run(world.project, node, tsc, ...strict, ...nodenext, 'wrong.mts')).toThrow(/TS2769.*TS2339/s);
  });
});

describe.each(['node20', 'node22', 'this Node'] as const)('The history is the same on %s', (name) => {
  const program = () => (name === 'this Node' ? node : toolIn(world, `${name}/bin/node`));

  it('is the Node it should be', () => {
    expect(run(world.project, program(), '--version')).toMatch(
      { node20: /^v20\.19\.0/, node22: /^v22\./, 'this Node': /^v24\./ }[name],
    );
  });

  it.each(['mjs', 'cjs'])('as .%s', (ending) => {
    expect(run(world.project, program(), `history.${ending}`)).toBe(told);
    expect(run(world.withFastCheck, program(), `arbitraries.${ending}`)).toBe(drawn);
  });

  it('and the schemas are there for both kinds of module', () => {
    const schemas = ['opening', 'event', 'case'].map((kind) => `lpbso-second-opinion/schemas/${kind}.schema.json`);
    for (const schema of schemas) {
      const kept = readFileSync(join(root, 'dist', schema.split('/').slice(1).join('/')), 'utf8');
      const required = `process.stdout.write(JSON.stringify(require('${schema}')))`;
      const imported = `import schema from '${schema}' with { type: 'json' }; process.stdout.write(JSON.stringify(schema))`;
      for (const [kind, text] of [
        ['commonjs', required],
        ['module', imported],
      ] as const)
        expect(run(world.project, program(), `--input-type=${kind}`, '-e', text)).toBe(
          JSON.stringify(JSON.parse(kept)),
        );
    }
  });
});

describe('The history is the same', () => {
  it('with Deno, which permits it nothing', () => {
    const nothing = ['run', '--no-prompt', '--no-remote', '--cached-only'];
    expect(run(world.project, deno, ...nothing, 'history.mts')).toBe(told);
    expect(run(world.withFastCheck, deno, ...nothing, 'arbitraries.mts')).toBe(drawn);
  });

  it('with Bun', () => {
    expect(run(world.project, bun, 'run', '--no-install', 'history.mts')).toBe(told);
    expect(run(world.project, bun, 'run', '--no-install', 'history.cjs')).toBe(told);
    expect(run(world.withFastCheck, bun, 'run', '--no-install', 'arbitraries.mts')).toBe(drawn);
  });

  describe('bundled', () => {
    let bundle: string;

    beforeAll(async () => {
      // As `docs/hosts.md` tells a page with such a policy.
      const noEval = `import * as z from 'zod/mini';\nz.config({ jitless: true });\n`;
      writeFileSync(join(world.project, 'no-eval.ts'), noEval);
      writeFileSync(join(world.project, 'page.ts'), `import './no-eval.ts';\nimport './history.ts';\n`);
      const output = await build({
        root: world.project,
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          lib: { entry: join(world.project, 'page.ts'), formats: ['iife'], name: 'history', fileName: 'history' },
        },
        // A library keeps this for those who bundle it; a page replaces it.
        define: { 'process.env.NODE_ENV': '"production"' },
      });
      const [chunk] = [output].flat().flatMap((each) => ('output' in each ? each.output : []));
      if (chunk?.type !== 'chunk') throw new Error('no bundle was made');
      bundle = chunk.code;
    });

    it('in a browser whose page makes no code of text, and it asks for nothing there', async () => {
      const policy = "default-src 'none'; script-src 'self'";
      const browser = await openBrowser();
      try {
        const page = await browser.newPage();
        const unasked = watch(page);
        const printed = page.waitForEvent('console', (message) => message.type() === 'log');
        await page.route('http://localhost/*', (route) =>
          route.request().url().endsWith('.js')
            ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: bundle })
            : route.fulfill({
                contentType: 'text/html',
                headers: { 'content-security-policy': policy },
                body: '<script src="history.js"></script>',
              }),
        );
        await page.goto('http://localhost/');
        expect(`${(await printed).text()}\n`).toBe(told);
        expect(unasked).toEqual({ complaints: [], requests: [] });
      } finally {
        await browser.close();
      }
    });

    it('in a worker at the edge, which makes no code of text either', () => {
      const runtime = pathToFileURL(toolIn(world, 'edge-runtime/dist/index.js'));
      const program = `
        import { EdgeRuntime } from ${JSON.stringify(runtime)};
        const runtime = new EdgeRuntime();
        const isRefused = (code) => runtime.evaluate(\`try { \${code}; false } catch { true }\`);
        if (!isRefused('new Function("")')) throw new Error('it makes code of text');
        runtime.evaluate(${JSON.stringify(bundle)});`;
      writeFileSync(join(world.project, 'edge.mjs'), program);
      expect(run(world.project, node, 'edge.mjs')).toBe(told);
    });
  });
});
