import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { modules } from '../../.ci/entries.ts';
import { root, run, toolIn } from './world.ts';

// The package in tools of other people, each as it is when it is told nothing.

const world = inject('world');
const project = world.withFastCheck;
const node = process.execPath;
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const strict = ['--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022,dom'];
const nodenext = ['--module', 'nodenext'];

const schemas = ['opening', 'event', 'case'].map((name) => `schemas/${name}.schema.json`);
const entries = [...modules.map(({ name }) => name), ...schemas].map((name) =>
  ['lpbso-second-opinion', name].filter(Boolean).join('/'),
);

const write = (name: string, text: string): void => writeFileSync(join(project, name), text);

const importing = (names: string[]): string =>
  [
    ...names.map((name, at) => `import * as entry${at} from '${name}';`),
    `console.log(${names.map((_, at) => `entry${at}`)});`,
  ].join('\n');

describe('Every entry is found', () => {
  it('by the package resolve, which reads no exports', () => {
    const program = `
      import resolve from ${JSON.stringify(pathToFileURL(toolIn(world, 'resolve/index.js')))};
      const found = (name) => resolve.sync(name, { basedir: '.' });
      console.log(JSON.stringify(${JSON.stringify(entries)}.map(found)));`;
    const found: string[] = JSON.parse(run(project, node, '--input-type=module', '--eval', program));
    expect(found).toHaveLength(entries.length);
    expect(found.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('by import/no-unresolved of ESLint', () => {
    const plugin = pathToFileURL(toolIn(world, 'eslint-plugin-import/lib/index.js'));
    write(
      'eslint.config.mjs',
      `import plugin from ${JSON.stringify(plugin)};
       export default [{ plugins: { import: plugin }, rules: { 'import/no-unresolved': 'error' } }];`,
    );
    write('entries.mjs', importing(entries));
    run(project, node, toolIn(world, 'eslint/bin/eslint.js'), 'entries.mjs');
    write('entries.mjs', importing(['lpbso-second-opinion/nothing']));
    expect(() => run(project, node, toolIn(world, 'eslint/bin/eslint.js'), 'entries.mjs')).toThrow(/no-unresolved/);
  });

  it('by Parcel, and what it bundles runs', () => {
    // What fast-check needs itself, Parcel does not find.
    const found = entries.filter((name) => !name.endsWith('arbitraries'));
    write('page.html', '<script type="module" src="page.js"></script>');
    write('page.js', importing(found));
    const options = ['--dist-dir', 'parcel', '--no-cache', '--no-source-maps', '--no-autoinstall'];
    run(project, node, toolIn(world, 'parcel/lib/bin.js'), 'build', 'page.html', ...options);
    const [bundle = ''] = readdirSync(join(project, 'parcel')).filter((name) => name.endsWith('.js'));
    expect(run(project, node, `parcel/${bundle}`)).toContain('secondOpinionMachine');
  });

  it('by TypeScript as it resolved before Node had exports', () => {
    write('entries.mts', importing(entries.filter((name) => !name.endsWith('.json'))));
    const before = ['--module', 'es2022', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'];
    run(project, node, tsc, '--noEmit', ...strict, '--skipLibCheck', 'true', ...before, 'entries.mts');
  });
});

it('The worked cases are told under jest with jsdom', () => {
  write(
    'worked.test.cjs',
    `const { replay } = require('lpbso-second-opinion');
     const { usual, workedCases } = require('lpbso-second-opinion/testing');
     test('worked', () => {
       expect(globalThis.document).toBeDefined();
       const told = workedCases().map(({ opening, events, how }) => replay(opening, events, how).ok);
       expect(told).toEqual(Array(${readdirSync(join(root, 'examples/cases')).length}).fill(true));
       expect(usual('request.honoured').by).toBe('physician-own');
     });`,
  );
  const environment = ['--env', toolIn(world, 'jest-environment-jsdom/build/index.js')];
  const only = ['--testMatch', '**/worked.test.cjs', '--modulePathIgnorePatterns', 'parcel'];
  run(project, node, toolIn(world, 'jest/bin/jest.js'), '--rootDir', '.', ...environment, ...only);
});

describe('The declarations of a host’s own modules can be written', () => {
  it.each([
    ['nodenext', [...nodenext, 'declared.mts', 'declared.cts']],
    ['a bundler', ['--module', 'esnext', '--moduleResolution', 'bundler', 'declared.ts']],
  ])('for %s', (_, options) => {
    const written = ['--declaration', '--emitDeclarationOnly', '--outDir', 'declarations'];
    run(project, node, tsc, ...written, ...strict, ...options);
    const [file = ''] = options.slice(-1);
    const declared = readFileSync(join(project, 'declarations', file.replace(/\.(.?)ts$/, '.d.$1ts')), 'utf8');
    expect(new Set(declared.match(/import\("[^"]+/g))).not.toContain(expect.stringContaining('dist/'));
  });
});

describe('With a zod of the host’s own', () => {
  it.each(['oldest', 'later'] as const)('the %s, there is one zod, and the schemas fit in its own', (which) => {
    const folder = world.withZod[which];
    expect(existsSync(join(folder, 'node_modules/lpbso-second-opinion/node_modules'))).toBe(false);
    run(folder, node, tsc, '--noEmit', ...strict, ...nodenext, 'declared.mts');
    expect(run(folder, node, 'history.mjs')).toBe(run(world.project, node, 'history.mjs'));
  });
});

describe('What json-schema-to-typescript makes of the schemas', () => {
  const generator = pathToFileURL(toolIn(world, 'json-schema-to-typescript/dist/src/index.js'));
  const cases = JSON.stringify(join(root, 'examples/cases/01-adopted-across-the-clock-change.json'));

  it('fits an opening, an event and a case', () => {
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { openCase, replay } from 'lpbso-second-opinion';
      import generator from ${JSON.stringify(generator)};
      const { opening, events } = JSON.parse(readFileSync(${cases}, 'utf8'));
      const { case: stored } = replay(opening, events);
      const values = { Opening: [opening], Event: events, Case: [stored] };
      for (const [name, list] of Object.entries(values)) {
        const schema = \`node_modules/lpbso-second-opinion/schemas/\${name.toLowerCase()}.schema.json\`;
        const types = await generator.compileFromFile(schema);
        const lines = list.map((value, at) => \`export const value\${at}: \${name} = \${JSON.stringify(value)};\`);
        writeFileSync(\`of-\${name}.ts\`, [types, ...lines].join('\\n'));
      }`;
    run(project, node, '--input-type=module', '--eval', program);
    run(project, node, tsc, '--noEmit', ...strict, ...nodenext, 'of-Opening.ts', 'of-Event.ts', 'of-Case.ts');
  });
});
