import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { things, written } from '../docs/.vitepress/pages.ts';
import * as figures from '../src/figures.js';
import * as forms from '../src/forms.js';
import * as library from '../src/index.js';
import * as words from '../src/words/index.js';
import { languages } from './support/words.js';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every page that is read: those of the repository by their path, those that the site writes by their place there. */
const pages = new Map<string, string>([
  ...[
    'README.md',
    ...['docs', 'examples'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    ),
  ]
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => [name, read(name)] as const),
  ...written.map(({ to, text }) => [`/${to}`, text()] as const),
]);

const textOf = (page: string): string => pages.get(page) ?? expect.fail(`no page ${page}`);

const blocks = (page: string, language: string): string[] =>
  [...textOf(page).matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('the first page', () => {
  it.each(['README.md', 'docs/index.md', 'docs/nl/index.md'])('prints what it says it prints: %s', (page) => {
    const [code = ''] = blocks(page, 'ts');
    const { stdout } = run('--input-type=module-typescript', '--no-warnings', '--eval', code);
    expect(blocks(page, 'text')).toEqual([stdout]);
  });

  it.each(['docs/index.md', 'docs/nl/index.md'])('needs no more than ten lines of code: %s', (page) => {
    const [code = ''] = blocks(page, 'ts');
    expect(code.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10);
  });

  it('of the site says the same in both languages, in the same order', () => {
    const shapeOf = (page: string): string[] =>
      textOf(page)
        .split('\n')
        .filter((line) => /^(#|\*|!?\[|```)/.test(line))
        .map((line) => line.slice(0, 2));
    expect(shapeOf('docs/nl/index.md')).toEqual(shapeOf('docs/index.md'));
  });
});

describe('the README', () => {
  it('is read in five minutes: at most 600 words', () => {
    expect(textOf('README.md').split(/\s+/).length).toBeLessThanOrEqual(600);
  });
});

describe('the pages', () => {
  const kept = [...pages.keys()].filter((page) => !page.startsWith('/')).map((page) => page.replace(/^docs/, ''));
  const onSite = new Set([...kept, ...[...written, ...things].map(({ to }) => `/${to}`)]);

  const isThere = (page: string, link: string): boolean =>
    link.startsWith('/')
      ? /^\/(schemas\/|playground\/|statechart\.json$)/.test(link) || onSite.has(link.replace(/(\.md)?$/, '.md'))
      : existsSync(join(root, page.startsWith('/') ? 'docs' : join(page, '..'), link));

  it.each([...pages.keys()])('%s links only to what is there', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !isThere(page, link))).toEqual([]);
  });

  it('for a thing each link only to what is there', () => {
    const wrong = things.flatMap(({ to, text }) =>
      [...text().matchAll(/\]\((?!https?:|#)([^)#]+)/g)].flatMap(([, link = '']) =>
        isThere(`/${to}`, link) ? [] : [`${to}: ${link}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('show every picture there is', () => {
    const shown = ['docs/pictures.md', 'docs/nl/pictures.md'].flatMap((page) =>
      [...textOf(page).matchAll(/!\[[^\]]+\]\(([^)]+\.svg)\)/g)].map(([, path = '']) => join(page, '..', path)),
    );
    const there = readdirSync(join(root, 'docs/pictures'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.svg'))
      .map((name) => join('docs/pictures', name));
    expect([...new Set(shown)].sort()).toEqual(there.sort());
  });

  it('for hosts names every function and value of the doors, and nothing else', () => {
    const named = [...textOf('docs/hosts.md').matchAll(/^\| (`.*?) \|/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)/g)])
      .map(([, name]) => name);
    expect([...named, 'UnreadableCase'].sort()).toEqual([library, forms, figures, words].flatMap(Object.keys).sort());
  });

  it('the interpretation and the glossary name only norms, events, steps, roles and clauses that exist', () => {
    const { events, steps } = languages.en;
    const names = new Set<string>([...Object.keys(library.clauses), ...Object.keys(events), ...Object.keys(steps)]);
    const prefixes = new Set([...names].map((name) => name.split('.')[0]));
    const wrong = ['docs/interpretation.md', 'docs/glossary.md'].flatMap((page) =>
      [...textOf(page).matchAll(/`([A-Za-z]+\.[A-Za-z]+|[LEBGDW]-[\w.]+)`/g)]
        .map(([, name = '']) => name)
        .filter((name) => /^[LEBGDW]-/.test(name) || prefixes.has(name.split('.')[0] ?? ''))
        .filter((name) => !names.has(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('call every party by their role, or "they"', () => {
    // Dutch has a "her" of its own, and the others quote the sources or the code.
    const quotes = /^\/nl\/|^docs\/nl\/|^docs\/(procedure|views|mutation)\.md$|^\/(words|errors|clauses\/index)\.md$/;
    const said = [...pages]
      .filter(([page]) => !quotes.test(page))
      .flatMap(([page, text]) =>
        [...text.matchAll(/(?<![\w.-])(?:he|him|his|himself|she|herself)(?![\w-])/gi)].map(
          ([word]) => `${page}: ${word}`,
        ),
      );
    expect(said).toEqual([]);
  });
});

/** What is wrong with the types of a text, were it a file of the repository. */
const typeFaults = (texts: Map<string, string>): string[] => {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (!config) throw new Error('tsconfig.json cannot be read');
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, options, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile(name, options, ...rest)
      : ts.createSourceFile(name, text, { ...(options as ts.CreateSourceFileOptions) });
  };
  const program = ts.createProgram([...texts.keys()], config.options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
};

describe('the code on the pages', () => {
  // The report of the door is made of declarations; nothing in it can be run.
  const told = [...pages.keys()].filter((page) => !page.startsWith('docs/api/'));
  const inLanguage = (language: string) =>
    told.flatMap((page) => blocks(page, language).map((code, index) => [`${page}, ${index + 1}`, code] as const));

  it('is in a language that is tried here', () => {
    const languages = told.flatMap((page) =>
      [...textOf(page).matchAll(/^```([^\n]*)\n.*?^```$/gms)].map(([, language]) => `${page}: ${language}`),
    );
    expect(languages.filter((language) => !/: (ts|sh|json|text)$/.test(language))).toEqual([]);
  });

  it('has the types it claims', { timeout: 120_000 }, () => {
    const texts = inLanguage('ts').map(
      ([name, code]) => [join(root, 'docs', `${name.replaceAll('/', '-')}.ts`), code] as const,
    );
    expect(texts.length).toBeGreaterThan(3);
    const [[, first] = ['', '']] = texts;
    const wrong = [join(root, 'wrong.ts'), first.replace('answer.unmet', 'answer.inTheWay')] as const;
    const faults = typeFaults(new Map([...texts, wrong]));
    expect(faults.filter((fault) => !fault.startsWith(wrong[0]))).toEqual([]);
    expect(faults.join()).toContain("'inTheWay' does not exist");
  });

  it.each(inLanguage('ts'))('runs with the built package: %s', (_, code) => {
    const { status, stdout, stderr } = run('--input-type=module-typescript', '--no-warnings', '--eval', code);
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
    if (!code.includes("'node:test'")) return;
    expect(stdout).toMatch(/fail 0$/m);
    expect(stdout).not.toMatch(/pass 0$/m);
  });

  it('is JSON where it says so', () => {
    for (const [name, code] of inLanguage('json')) expect(() => JSON.parse(code), name).not.toThrow();
  });

  it('names commands that there are', () => {
    // Some are for the folder of the host, once it is copied.
    const scripts = ['package.json', 'examples/host/package.json'].flatMap((path) =>
      Object.keys(JSON.parse(read(path)).scripts),
    );
    const named = inLanguage('sh').flatMap(([, code]) => [...code.matchAll(/^npm (run \S+|\S+)/gm)]);
    const commands = [...named, ...told.flatMap((page) => [...textOf(page).matchAll(/`npm (run [\w:-]+)/g)])].map(
      ([, command = '']) => command,
    );
    expect(commands.length).toBeGreaterThan(10);
    const there = ['cit', 'ci', 'install', 'test', 'start', ...scripts.map((name) => `run ${name}`)];
    expect([...new Set(commands)].filter((command) => !there.includes(command))).toEqual([]);
  });
});
