// Each layer may import the ones above it. Type-only imports vanish when built and are not counted.
const layers = [
  ['clauses', 'terms', 'notices'],
  ['events'],
  ['case'],
  ['norms'],
  ['guards', 'stored'],
  ['machine'],
  ['procedure'],
  ['views'],
  ['labels'],
  ['story'],
  ['index'],
];

const packages = ['xstate', 'zod', 'date-fns', '@date-fns/tz'];

const files = (names) => `^src/(${names.join('|')})\\.ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      from: { path: '^src/', pathNot: files(layers.flat()) },
      to: {},
    },
    {
      name: 'only-known-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', `^node_modules/(${packages.join('|')})/`] },
    },
    ...layers.map((names, position) => ({
      name: `${names.join('-and-')}-only-from-above`,
      severity: 'error',
      from: { path: files(names) },
      to: { path: '^src/', pathNot: files(layers.slice(0, position).flat()) },
    })),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
  },
};
