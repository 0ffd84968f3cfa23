import { type Deadline, deadlines } from 'lpbso-second-opinion';
import { clauseTexts } from '../../../../examples/clause-texts.ts';
import { daysBetween } from '../../../../examples/pictures/usual.ts';
import { capital, clauseLink } from '../labels.ts';
import { wordsFor } from '../languages.ts';
import { workedCases } from '../worked-cases.ts';

const words = wordsFor('nl', 'employee');

/** The terms that run in some worked case, each as it runs first. */
const running = new Map<Deadline['term'], Deadline>();
for (const each of workedCases.flatMap(({ cases }) => cases.flatMap(deadlines)))
  if (!running.has(each.term)) running.set(each.term, each);

const lengthOf = ({ term, since, dueOn }: Deadline): string => {
  const [, length = words.phrases.noFixedDay] = words.terms[term].split(', ');
  return dueOn === null ? length : `${daysBetween(since, dueOn)} dagen`;
};

/** What clauses say, each with its page. */
export const textsOf = (ids: readonly (keyof typeof clauseTexts.nl)[]): string =>
  ids.map((id) => `* ${clauseLink('nl', id)}: ${clauseTexts.nl[id]}`).join('\n');

const termSection = (deadline: Deadline): string =>
  `## ${capital(words.terms[deadline.term].split(', ')[0] ?? '')}

Van: ${words.roles[deadline.owner]}. Hoe lang: **${lengthOf(deadline)}**.

${textsOf(deadline.clauses)}
`;

/** Each term: whose it is, how long it is, and on which clauses. */
export const periodsPage = (): string => `# Termijnen

Hoe lang mag iets duren? Alleen waar een bepaling dat zegt, staat hier een aantal dagen. Bij de andere termijnen beoordelen mensen of iets
te lang duurt.

${(Object.keys(words.terms) as Deadline['term'][])
  .flatMap((term) => {
    const known = running.get(term);
    return known ? [termSection(known)] : [];
  })
  .join('\n')}`;
