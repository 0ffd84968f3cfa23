import {
  type Case,
  type Deadline,
  deadlines,
  type Expected,
  expectedEvents,
  replay,
  type Step,
  steps,
  type Waiting,
  waitingOn,
} from 'lpbso-second-opinion';
import { storyTo } from 'lpbso-second-opinion/testing';

/** A step, as a case of the usual kind comes to it: whose move it is, what else is allowed, which terms run. */
export interface StepTold {
  step: Step;
  waiting: Waiting[];
  allowed: Expected[];
  terms: Deadline[];
}

const caseAt = (step: Step): Case => {
  const { opening, events } = storyTo[step];
  const reached = replay(opening, events);
  if (!reached.ok) throw new Error(`the story to ${step} stops at ${reached.at}`);
  return reached.case;
};

/** Every step, in the order of the procedure. */
export const stepsTold: StepTold[] = steps.map((step) => {
  const reached = caseAt(step);
  const allowed = expectedEvents(reached).filter(({ unmet }) => unmet.length === 0);
  return { step, waiting: waitingOn(reached), allowed, terms: deadlines(reached) };
});
