import { readFileSync } from 'node:fs';
import { type Deadline, deadlines, type EventType, type Role, replay, type Taken } from 'lpbso-second-opinion';
import type { Log } from '../log.ts';

/** A step of the usual way: what is done in it, the last of which leads on, who is told of that, and the terms that run. */
export interface UsualStep {
  step: string;
  acts: EventType[];
  told: Role[];
  terms: Deadline[];
}

/** The worked case that goes the usual way from the first step to the last. */
const path = new URL('../cases/01-adopted-across-the-clock-change.json', import.meta.url);

const toldBy = ({ notices }: Taken): Role[] => [...new Set(notices.map(({ to }) => to.role))];

/** The usual way, as the library takes its worked case: who is told of the request, the steps, and how it ends. */
export function usualWay(): { begin: { told: Role[] }; steps: UsualStep[]; outcome: string } {
  const { opening, events }: Log<{ type: EventType }> = JSON.parse(readFileSync(path, 'utf8'));
  const replayed = replay(opening, events);
  if (!replayed.ok) throw new Error(`event ${replayed.at + 1} of the usual way is not taken`);
  const steps: UsualStep[] = [];
  for (const [at, { type }] of events.entries()) {
    const [before, after] = [replayed.outcomes[at], replayed.outcomes[at + 1]];
    if (!before || !after) continue;
    const { step } = before.case;
    const known = steps.find((one) => one.step === step);
    const here = known ?? { step, acts: [], told: [], terms: deadlines(before.case) };
    if (!known) steps.push(here);
    here.acts.push(type);
    here.told = toldBy(after);
  }
  return { begin: { told: toldBy(replayed.outcomes[0] as Taken) }, steps, outcome: replayed.case.step };
}

export const daysBetween = (since: string, dueOn: string): number =>
  (Date.parse(dueOn) - Date.parse(since)) / 86_400_000;

/** How many days each term with a fixed length has, by the event that says it is over; an open norm has none. */
export const fixedTerms = (): Record<string, number> =>
  Object.fromEntries(
    usualWay().steps.flatMap(({ terms }) =>
      terms.flatMap(({ term, since, dueOn }) =>
        dueOn === null ? [] : [[`${term}.overdue`, daysBetween(since, dueOn)] as const],
      ),
    ),
  );
