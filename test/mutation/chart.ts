import { writePart } from '../support/page.ts';
import { isKilled, isTrue, keyOf, mutants, told } from './run.ts';
import { survivors } from './survivors.ts';

// `npm run mutation:chart`: tries every mutant of the chart, and writes the figures to docs/mutation.md.

if (!isTrue()) {
  console.error('The library itself does not answer as the golden histories say: see test/golden.test.ts.');
  process.exit(1);
}

// Only those of which the name holds some words, without writing figures: `npm run mutation:chart -- 'a notice dropped'`.
const [words] = process.argv.slice(2);
if (words) {
  const some = mutants.map((mutant) => ({ mutant, key: keyOf(mutant) })).filter(({ key }) => key.includes(words));
  const survived = some.filter(({ mutant }) => !isKilled(mutant)).map(({ key }) => key);
  console.log([...survived, `${some.length} mutants, ${survived.length} survived`].join('\n'));
  process.exit();
}

const began = performance.now();
const alive = new Set<string>();
for (const mutant of mutants) if (!isKilled(mutant)) alive.add(keyOf(mutant));
const seconds = Math.round((performance.now() - began) / 1_000);

const kinds = [...new Set(mutants.map(({ kind }) => kind))];
const figures = kinds.map((kind) => {
  const made = mutants.filter((mutant) => mutant.kind === kind);
  const survived = made.filter((mutant) => alive.has(keyOf(mutant))).length;
  return { kind, made: made.length, killed: made.length - survived, survived };
});

const all = (part: 'made' | 'killed' | 'survived'): number => figures.reduce((sum, each) => sum + each[part], 0);

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

writePart(
  'docs/mutation.md',
  'the chart',
  `## The chart, its routes, norms, letters and terms

\`npm run mutation:chart\` writes this part. It changes one thing at a time in the configuration of \`secondOpinionMachine\`, as it is
written out, or in the routes, the norms, the acts or the terms; loads the library with that change; and tells it every turn of
the golden histories (\`test/golden\`: ${told.histories} histories with ${told.turns} events, ${told.checks} different questions). The mutant is killed where one
answer is another: the case, the notices and their order, the clauses, the deadlines, a refusal and its reasons, who is waited
for, what is expected, what anybody sees, or what the chart says of the step.

A transition is sent to every other step, and takes every other route that, in a case of that step, leads some such event of the
histories elsewhere. A notice goes to every other who is ever told of its subject, and is once on another subject of which its
addressee is ever told. One that no event calls for at a transition is not changed there: \`test/mutation/never-given.ts\` says why,
letter by letter, and a test finds the same in the abstract cases. Holidays and the days that a decree equates with them are
terms here too.

| What was changed | Mutants | Killed | Survived |
| --- | ---: | ---: | ---: |
${figures.map(({ kind, made, killed, survived }) => `| ${capital(kind)} | ${made} | ${killed} | ${survived} |`).join('\n')}
| **All** | **${all('made')}** | **${all('killed')}** | **${all('survived')}** |

The survivors, each reviewed (\`test/mutation/survivors.ts\`); one that is not in that list fails the run, and so does one in it that
is killed:

${Object.entries(survivors)
  .map(([key, reason]) => `- ${capital(key)}. *${reason}*`)
  .join('\n')}
`,
);

const unlisted = [...alive].filter((key) => !(key in survivors));
const killed = Object.keys(survivors).filter((key) => !alive.has(key));
console.log(
  `${all('made')} mutants, ${all('killed')} killed, ${all('survived')} survived, in ${seconds} s: docs/mutation.md`,
);
for (const key of unlisted) console.error(`survived, and is not in the list: ${key}`);
for (const key of killed) console.error(`is in the list of survivors, and did not survive: ${key}`);
process.exitCode = unlisted.length + killed.length > 0 ? 1 : 0;
