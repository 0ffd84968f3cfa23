const path = '../dist/index.js';
const advance = { path, import: '{ openCase, advance }', gzip: true };

const alone = { ignore: ['xstate', 'zod', 'date-fns'] };
const withAll = { modifyRolldownConfig: (config) => ({ ...config, external: [] }) };

export default [
  { name: 'own code for advance', limit: '23 kB', ...advance, ...alone },
  { name: 'all own code without words', limit: '35 kB', path, import: '*', gzip: true, ...alone },
  {
    name: 'the decision aid, with all that it loads',
    limit: '1 kB',
    path: '../dist/forms.js',
    import: '{ decisionAid, suggestInstruments }',
    gzip: true,
    ...withAll,
  },
  { name: 'all of forms, with all that it loads', limit: '24 kB', path: '../dist/forms.js', gzip: true, ...withAll },
  {
    name: 'own code for figures, with that for a replay',
    limit: '25 kB',
    path: '../dist/figures.js',
    gzip: true,
    ...alone,
  },
  { name: 'the words of a language', limit: '10.5 kB', path: '../dist/words/nl.js', gzip: true },
  {
    name: 'the words of a language with those for the employee',
    limit: '14.5 kB',
    path: '../dist/words/nl-employee.js',
    gzip: true,
  },
  { name: 'all that a browser loads for advance', limit: '50 kB', ...advance, ...withAll },
];
