import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Library } from '../support/golden.ts';

/** The root of the repository, where every script of it is started. */
export const root = process.cwd();

/** What one module gives the others. */
type Exports = Record<string, unknown>;

interface Source {
  run: (exports: Exports, require: (name: string) => Exports) => void;
  /** The modules of the repository that it needs, by their paths. */
  needs: string[];
}

/** What a mutant changes: what a module gives, or its text. Modules are named by their path, such as `src/machine.ts`. */
export interface Change {
  given?: Record<string, (original: () => Exports) => Exports>;
  written?: Record<string, (original: string) => string>;
}

/** A package, as the modules of the repository get it here. */
export const packageNamed: <Package = Exports>(name: string) => Package = createRequire(import.meta.url);

const pathOf = (from: string, name: string): string => join(dirname(from), name).replace(/\.js$/, '.ts');

const compiled = (path: string, text: string): Source => {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions: options });
  const needs = [...outputText.matchAll(/require\("(\.[^"]+)"\)/g)].map(([, name = '']) => pathOf(path, name));
  return { run: new Function('exports', 'require', outputText) as Source['run'], needs };
};

/** The text of a module. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const sources = new Map<string, Source>();
const sourceOf = (path: string): Source => {
  const source = sources.get(path) ?? compiled(path, textOf(path));
  sources.set(path, source);
  return source;
};

const modules = new Map<string, Exports>();

/**
 * The modules as they are with a change: those that need a changed one are made anew, all others are shared. So nothing in
 * `src` has to know that another machine can be put in its place.
 */
export function load<Module>(path: string, { given = {}, written = {} }: Change = {}): Module {
  const fresh = new Map<string, Exports>();
  const isTouched = (at: string): boolean => at in given || at in written || sourceOf(at).needs.some(isTouched);
  const packageOf = (name: string): Exports => given[name]?.(() => ({})) ?? packageNamed(name);
  const moduleAt = (at: string): Exports => {
    const kept = isTouched(at) ? fresh : modules;
    const known = kept.get(at);
    if (known) return known;
    const original = (): Exports => {
      const exports: Exports = {};
      const source = written[at] ? compiled(at, written[at](textOf(at))) : sourceOf(at);
      source.run(exports, (name) => (name.startsWith('.') ? moduleAt(pathOf(at, name)) : packageOf(name)));
      return exports;
    };
    const made = given[at]?.(original) ?? original();
    kept.set(at, made);
    return made;
  };
  return moduleAt(path) as Module;
}

/** The library as it is with a change. */
export const libraryWith = (change: Change = {}): Library => ({
  ...load<Library>('src/procedure.ts', change),
  ...load<Pick<Library, 'viewFor' | 'viewOf'>>('src/views.ts', change),
  ...load<Pick<Library, 'roles'>>('src/file.ts', change),
  ...load<Pick<Library, 'secondOpinionMachine'>>('src/actor.ts', change),
});
