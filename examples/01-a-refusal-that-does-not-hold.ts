import { advance, type OpeningInput, openCase, type ProcedureEvent, summaryFor } from 'lpbso-second-opinion';

const own = { id: 'physician-own', organisations: ['noord'], registered: true, pool: false };
const opened = openCase({
  caseId: 'so-2026-0017',
  by: 'employee-1',
  on: '2026-03-18',
  participants: { employee: 'employee-1', employer: 'employer-1', ownPhysician: own },
  contract: { route: 'lpbso', physicians: [], complaintsProcedure: 'complaints-noord-v3' },
  contestedAdvice: { id: 'advice-1', on: '2026-03-12', task: 'sicknessAbsenceGuidance', giver: own },
} satisfies OpeningInput);
if (!opened.ok) throw new Error(opened.reason);

const refused = {
  type: 'request.refused',
  by: own.id,
  on: '2026-03-20',
  grounds: ['cost'],
  earlierRequests: [],
} satisfies ProcedureEvent;
const answer = advance(opened.case, refused);
if (!answer.ok && answer.reason === 'notAllowed')
  for (const { norm, rank, clauses } of answer.unmet) console.log(norm, rank, clauses.join(' '));

console.log(summaryFor(opened.case, 'employee', 'en'));
console.log(summaryFor(opened.case, 'employer', 'en'));
