import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { writtenOut } from './types.ts';

// `npm run api`: writes down in `docs/api` what the built package offers, so that git shows what changes of it.

const root = resolve(import.meta.dirname, '../..');

/** Where the doors of the package are written down. */
export const folder = join(root, 'docs/api');

/** Each door, and the declarations it opens on. */
const doors = {
  index: 'dist/index.d.ts',
  forms: 'dist/forms.d.ts',
  figures: 'dist/figures.d.ts',
  testing: 'dist/testing/index.d.ts',
  'testing-arbitraries': 'dist/testing/arbitraries.d.ts',
  words: 'dist/words/index.d.ts',
  // A language is like any other.
  'words-nl': 'dist/words/nl.d.ts',
  clauses: 'dist/clauses/nl.d.ts',
};

/** What a door exports. What it is made of is left out: it fills ten times as many pages, which nobody would review. */
function reportOf(door: keyof typeof doors): string {
  const types = join(root, doors[door]);
  const scratch = mkdtempSync(join(tmpdir(), 'door-'));
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    skipLibCheck: true,
    stableTypeOrdering: true,
  };
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFileName: `${door}.api.md`,
        reportFolder: scratch,
        reportTempFolder: join(scratch, 'temporary'),
      },
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  try {
    const { errorCount } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    });
    if (errorCount > 0) throw new Error(`${types} cannot be read`);
    return readFileSync(config.reportFilePath, 'utf8');
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Each page of `docs/api`, and what it says. */
export const pages: Record<string, () => string> = {
  ...Object.fromEntries(
    (Object.keys(doors) as (keyof typeof doors)[]).map((door) => [`${door}.api.md`, () => reportOf(door)]),
  ),
  'types.api.md': () => writtenOut(root),
};

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  for (const [name, written] of Object.entries(pages)) writeFileSync(join(folder, name), written());
}
