import { dayOf } from 'lpbso-second-opinion';
import { daysAfter } from './days.ts';
import type { Log } from './log.ts';

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
