import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../support/page.ts';

interface Bundle {
  /** Minified and gzipped, in bytes. */
  gzipped: number;
  /** The packages that stayed outside. */
  outside: string[];
}

/** What a bundler makes of files of the built package, for a browser. */
async function bundle(exported: string[], packages: 'bundle' | 'external'): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: exported.map((each) => `export ${each}.js';`).join('\n'), resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    packages,
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (!file || outputFiles.length !== 1) throw new Error(`${outputFiles.length} files were bundled, not one`);
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { gzipped: gzipSync(file.contents, { level: 9 }).length, outside: [...new Set(outside)].sort() };
}

const advance = ["{ advance } from './dist/index"];
const door = ["* from './dist/index"];
const dutch = ["{ nl } from './dist/words/nl"];

export interface Size {
  what: string;
  /** In kB of a thousand bytes. */
  atMost: number;
  kilobytes: number;
}

export async function sizes(): Promise<Size[]> {
  const asked: [what: string, atMost: number, exported: string[], packages: 'bundle' | 'external'][] = [
    ['words of one language', 13, dutch, 'external'],
    ['own code for `advance`', 13, advance, 'external'],
    ['all that a browser loads', 50, advance, 'bundle'],
  ];
  const all: Size[] = [];
  for (const [what, atMost, exported, packages] of asked)
    all.push({ what, atMost, kilobytes: (await bundle(exported, packages)).gzipped / 1_000 });
  return all;
}

/** The packages that the built package imports, by the very paths that it names. */
export const importedPackages = async (): Promise<string[]> => (await bundle(door, 'external')).outside;
