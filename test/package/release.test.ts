import { expect, it } from 'vitest';
import { faultsIn, present, type Release } from './release.ts';

const release: Release = { ...present(), changed: [] };
const { files, manifest } = release;

it('A release of what is here has no fault', () => {
  expect(faultsIn(release)).toEqual([]);
});

it.each<[string, Partial<Release>]>([
  ['src/machine.ts is packed', { files: [...files, 'src/machine.ts'] }],
  ['dist/index.js.map is packed', { files: [...files, 'dist/index.js.map'] }],
  ['dist/index.d.cts is not packed', { files: files.filter((file) => file !== 'dist/index.d.cts') }],
  ['dist/acts.js is not packed', { files: files.filter((file) => file !== 'dist/acts.js') }],
  ['words/nl/package.json is not packed', { files: files.filter((file) => file !== 'words/nl/package.json') }],
  ['docs/hosts.md is not packed', { files: files.filter((file) => file !== 'docs/hosts.md') }],
  [
    `the version is 9.9.9, the changelog begins with ${manifest.version}`,
    { manifest: { ...manifest, version: '9.9.9' } },
  ],
  [
    `the changelog says nothing of ${manifest.version}`,
    { changelog: `# Changelog\n\n## ${manifest.version}\n\n## 0.0.1\n\n* A.\n` },
  ],
  ['publishConfig asks for no provenance', { manifest: { ...manifest, publishConfig: { access: 'public' } } }],
  [
    'publishConfig does not say that the package is public',
    { manifest: { ...manifest, publishConfig: { provenance: true } } },
  ],
  ['the package is private', { manifest: { ...manifest, private: true } }],
  ['postinstall runs where it is installed', { manifest: { ...manifest, scripts: { postinstall: 'node a.js' } } }],
  ['not committed:  M src/machine.ts', { changed: [' M src/machine.ts'] }],
])('%s', (fault, changed) => {
  expect(faultsIn({ ...release, ...changed })).toEqual([fault]);
});
