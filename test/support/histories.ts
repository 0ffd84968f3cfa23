import * as fc from 'fast-check';
import { advance, type Case, openCase, record, type Taken } from '../../src/index.js';
import { allowedHistories, recordedHistories } from '../../src/testing/arbitraries.js';
import type { Story } from '../../src/testing/index.js';
import { opening, second, storyTo, type Told, third, upTo, usual } from './story.js';

/** How many random histories a test tries: 600, or as many as the environment asks for. */
export const runs = Number(process.env.HISTORIES ?? 600);

/** Time enough for that many, on a slow machine. */
export const patience = 120_000 + runs * 100;

/** A turn of a history: the case before it, the event (none for the opening), and what came of it. */
export interface Turn {
  before: Case | null;
  event: Told | null;
  taken: Taken;
}

export type How = 'advance' | 'record';

const takers = { advance, record };

/** All turns of a history, or null where one of them is not taken. */
export function turnsOf({ opening, events }: Story, how: How): Turn[] | null {
  const opened = openCase(opening);
  if (!opened.ok) return null;
  const turns: Turn[] = [{ before: null, event: null, taken: opened }];
  let before = opened.case;
  for (const event of events) {
    const taken = takers[how](before, event);
    if (!taken.ok) return null;
    turns.push({ before, event, taken });
    before = taken.case;
  }
  return turns;
}

export const lastOf = (turns: Turn[]): Case => (turns.at(-1) as Turn).taken.case;

/** A number from which choices follow. */
export const seed = fc.noBias(fc.nat(2 ** 31 - 1));

/** Histories in which everything was allowed, and those of what people do; each with how it is taken. */
export const anyHistories = fc.oneof(
  allowedHistories.map((history) => ({ history, how: 'advance' as How })),
  recordedHistories.map((history) => ({ history, how: 'record' as How })),
);

const complaintsBeside: Told[] = [
  usual('complaint.filed'),
  usual('complaint.acknowledged'),
  usual('complaint.filed', { complaint: 'complaint-2', against: third.id }),
  usual('complaint.answered', { complaint: 'complaint-2' }),
];

/** The usual way to each step, and some that few histories take: to try before the random ones. */
export const usualWays: { history: Story; how: How }[] = [
  ...Object.values(storyTo),
  ...(['execution.assessing', 'completion.awaitingThirdPhysician', 'transferred'] as const).map((step) => ({
    opening,
    events: [...upTo(step), ...complaintsBeside, usual('employer.informed', { on: '2026-03-25' })],
  })),
  { opening, events: [...upTo('execution.awaitingConsent'), usual('forwarding.unanswered', { on: '2026-03-19' })] },
  { opening, events: [usual('question.put'), ...upTo('transferred')] },
  {
    opening,
    events: [
      ...upTo('completion.considering'),
      usual('employer.informed'),
      usual('employer.asked', { employer: 'employer-2' }),
    ],
  },
  { opening, events: [...upTo('execution.assessing'), usual('information.requested', { source: 'ownPhysician' })] },
  { opening, events: [...upTo('execution.awaitingResponse'), usual('response.overdue', { on: '2026-03-26' })] },
  {
    opening,
    events: [
      ...upTo('execution.awaitingResponse'),
      usual('application.declined'),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent', { to: second.id }),
    ],
  },
]
  .map((history) => ({ history, how: 'advance' as How }))
  .concat(
    [
      [usual('instrument.discussed'), usual('request.refused', { reasons: undefined }), usual('reasons.given')],
      [
        ...upTo('completion.considering'),
        usual('decision.made', { reasons: undefined }),
        usual('reasons.given', { of: 'decision' }),
      ],
      [...upTo('execution.awaitingConsent'), usual('advice.forwarded'), usual('forwarding.authorised')],
    ].map((events) => ({ history: { opening, events }, how: 'record' })),
  );
