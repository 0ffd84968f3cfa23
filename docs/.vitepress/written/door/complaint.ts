import { type ClauseId, clauseIds, eventTypes } from 'lpbso-second-opinion';
import { citedBy } from '../clauses-cited.ts';
import { rankOfClause } from '../errors.ts';
import { doersOf } from '../event.ts';
import { capital, eventLink, playgroundLink, table } from '../labels.ts';
import { wordsFor } from '../languages.ts';
import { placeBefore } from '../worked-cases.ts';
import { textsOf } from './periods.ts';

const words = wordsFor('nl', 'employee');

const acts = eventTypes.filter((type) => type.startsWith('complaint.'));

/** The clauses on which the complaint stands in the chart, without the library's own choices. */
const cited: ClauseId[] = clauseIds.filter(
  (id) =>
    rankOfClause(id) !== 'choice' &&
    ['States', 'Transitions'].some((kind) => citedBy.get(id)?.[kind]?.some((item) => item.includes('complaint'))),
);

const rows = acts.map((type) => [
  doersOf(type)
    .map((role) => capital(words.roles[role]))
    .join(', '),
  capital(words.events[type].todo),
  eventLink('nl', type),
]);

/** The complaint: who does what, and what the sources say of it. */
export const complaintPage = (): string => `# Een klacht

Bent u het niet eens met hoe het gaat? Dan kunt u een klacht indienen. De klacht loopt naast de second opinion: die gaat intussen door.

${playgroundLink('nl', placeBefore(['complaint.filed']))}

## Wie doet wat

${table(['Wie', 'Wat', 'Meer hierover'], rows)}

${capital(words.terms.complaint)}.

## Wat er geldt

${textsOf(cited)}
`;
