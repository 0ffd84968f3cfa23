import { dayOf } from 'lpbso-second-opinion';
import { daysAfter } from './days.ts';
import type { Log } from './log.ts';

/** A worked case, by the name of its file; four are a good beginning. */
export interface WorkedCase {
  name: string;
  log: Log;
  first: boolean;
}

/** An ordinary case, one without a response, one wrongly refused, and one of which the employer was told. */
const first = [
  '01-adopted-across-the-clock-change',
  '02-no-response-then-the-second-preference',
  '16-weeks-of-silence-then-a-bare-refusal',
  '17-the-employer-was-told',
];

/** The worked cases, of files by their paths. */
export const workedCases = (files: Record<string, Log>): WorkedCase[] =>
  Object.entries(files).map(([path, log]) => {
    const name = path.replace(/^.*\/|\.json$/g, '');
    return { name, log, first: first.includes(name) };
  });

/** A new case, opened on the day of that moment: ids only. */
export function freshLog(now: Date): Log {
  const on = dayOf(now);
  const ownPhysician = { id: 'physician-own', organisations: ['noord'], registered: true, pool: false };
  return {
    opening: {
      caseId: 'case-1',
      by: 'employee-1',
      on,
      participants: {
        employee: 'employee-1',
        employer: 'employer-1',
        administration: 'planning-1',
        ownPhysician,
      },
      contract: { route: 'lpbso', physicians: [], complaintsProcedure: 'complaints-1' },
      contestedAdvice: { id: 'advice-1', on: daysAfter(on, -7), task: 'sicknessAbsenceGuidance', giver: ownPhysician },
      question: 'question-1',
    },
    events: [],
  };
}
