// Each layer may import the ones above it. Type-only imports vanish when built and are not counted.
const layers = [
  ['clauses', 'instruments', 'letters', 'contents', 'terms', 'chart', 'words'],
  ['fields'],
  ['file'],
  ['unreadable'],
  ['acts', 'routes', 'stored-case'],
  ['norms', 'notices'],
  ['machine'],
  ['procedure'],
  ['actor', 'correction'],
  ['views'],
  ['timeline'],
  ['writing'],
  // It advises: nothing that decides what may be done can ask it.
  ['aid'],
  ['index', 'forms'],
  // They look back on what was done: nothing above can ask them, nor does the main entry load them.
  ['logs'],
  ['ocel'],
  ['figures'],
];

const packages = ['xstate', 'zod', 'date-fns'];

// The test kit knows the library only as a host does.
const door = '^(src/(index\\.ts$|words/index\\.ts$|testing/)|examples/cases/)';
const arbitraries = '^src/testing/arbitraries\\.ts$';

// A language imports nothing; the words for the employee take the rest from the words for professionals.
const languages = '^src/(words/(?!index)|clauses/)';
const forEmployee = '^src/words/[a-z]+-employee\\.ts$';

const files = (names) => `^src/(${names.join('|')})\\.ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      from: { path: '^src/', pathNot: [files(layers.flat()), languages, door, '^src/testing/'] },
      to: {},
    },
    {
      name: 'only-known-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/testing/' },
      to: { pathNot: ['^src/', `^node_modules/(${packages.join('|')})/`] },
    },
    {
      name: 'the-test-kit-only-through-the-door',
      severity: 'error',
      from: { path: '^src/testing/', pathNot: arbitraries },
      // What the schemas say of an event stands in zod's registry, where a host finds it too.
      to: { pathNot: [door, '^node_modules/zod/'] },
    },
    {
      name: 'fast-check-only-for-arbitraries',
      severity: 'error',
      from: { path: arbitraries },
      to: { pathNot: [door, '^node_modules/fast-check/'] },
    },
    { name: 'arbitraries-only-on-their-own', severity: 'error', from: { path: '^src/' }, to: { path: arbitraries } },
    { name: 'a-language-imports-nothing', severity: 'error', from: { path: languages, pathNot: forEmployee }, to: {} },
    {
      name: 'the-words-for-the-employee-only-from-their-language',
      severity: 'error',
      from: { path: forEmployee },
      to: { pathNot: ['^src/words\\.ts$', '^src/words/[a-z]+\\.ts$'] },
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
