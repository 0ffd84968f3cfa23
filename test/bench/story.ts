import { advance, type Case, openCase, type ProcedureEvent } from 'lpbso-second-opinion';
import { onDay, opening, own, second, stories, type Told, usual } from 'lpbso-second-opinion/testing';

export { opening };

/** What is measured: the way of most cases, twenty events from the request to the end. */
export const events = [
  ...onDay('2026-03-18', usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')),
  ...onDay('2026-03-20', usual('physicians.chosen')),
  ...onDay('2026-03-23', usual('authorisation.signed')),
  ...onDay('2026-03-25', usual('application.sent'), usual('application.received')),
  ...onDay('2026-03-31', usual('application.accepted'), usual('consultation.scheduled')),
  ...onDay('2026-04-08', usual('consultation.held', { examined: true }), usual('information.requested')),
  ...onDay('2026-04-14', usual('information.received'), usual('draft.submitted')),
  ...onDay('2026-04-15', usual('advice.discussed'), usual('remarks.waived')),
  ...onDay('2026-04-16', usual('advice.finalised')),
  ...onDay('2026-04-17', usual('forwarding.authorised'), usual('advice.forwarded')),
  ...onDay('2026-04-20', usual('decision.made'), usual('case.closed')),
] as ProcedureEvent[];

/** What is wrong in that story, each with the number of events before it; all of it expected there, none of it allowed. */
export const wrong: { after: number; event: ProcedureEvent }[] = [
  { after: 0, event: usual('request.refused', { grounds: ['cost'], reasons: undefined }) },
  { after: 0, event: usual('request.honoured', { on: '2026-03-17' }) },
  { after: 1, event: usual('request.refused', { grounds: ['repeatedSameQuestion'] }) },
  { after: 2, event: usual('request.honoured', { by: second.id }) },
  { after: 3, event: usual('physicians.chosen', { on: '2026-03-20', first: own }) },
  { after: 3, event: usual('physicians.chosen', { on: '2026-03-20', first: second }) },
  { after: 4, event: usual('application.sent', { on: '2026-03-25' }) },
  { after: 5, event: usual('application.sent', { on: '2026-03-25', to: second.id }) },
  { after: 5, event: usual('application.sent', { on: '2026-03-22' }) },
  { after: 7, event: usual('application.accepted', { on: '2026-03-31', by: second.id }) },
  { after: 9, event: usual('consultation.held', { on: '2026-04-08', identity: 'notEstablished' }) },
  { after: 10, event: usual('information.requested', { on: '2026-04-08', consent: undefined }) },
  { after: 12, event: usual('draft.submitted', { on: '2026-04-07' }) },
  { after: 13, event: usual('remarks.waived', { on: '2026-04-13' }) },
  { after: 14, event: usual('remarks.waived', { on: '2026-04-15', by: own.id }) },
  { after: 16, event: usual('forwarding.authorised', { on: '2026-04-17', to: second.id }) },
  { after: 17, event: usual('advice.forwarded', { on: '2026-04-15' }) },
  { after: 18, event: usual('decision.made', { on: '2026-04-20', reasons: undefined }) },
  { after: 19, event: usual('case.closed', { on: '2026-04-19' }) },
].map(({ after, event }) => ({ after, event: JSON.parse(JSON.stringify(event)) }));

/** What cannot be read at all, at the same places. */
export const malformed: { after: number; event: unknown }[] = [
  { after: 0, event: null },
  { after: 0, event: { ...usual('instrument.discussed'), type: 'instrument.mentioned' } },
  { after: 1, event: { ...usual('adviceInForce.explained'), by: 'somebody else' } },
  { after: 2, event: usual('request.honoured', { on: '2026-02-29' }) },
  { after: 3, event: usual('physicians.chosen', { first: { id: 'physician-first' } }) },
  { after: 4, event: usual('authorisation.signed', { note: 'none' }) },
  {
    after: 5,
    event: { type: 'application.sent', by: own.id, on: '2026-03-25', to: 'physician-first', form: 'form-1' },
  },
  { after: 9, event: usual('consultation.held', { identity: 'passport' }) },
];

/** What is well-formed, yet comes at the wrong moment. */
export const unexpected: { after: number; event: unknown }[] = [
  { after: 0, event: usual('case.closed') },
  { after: 3, event: usual('decision.made', { on: '2026-03-20' }) },
  { after: 7, event: usual('application.received', { on: '2026-03-26' }) },
  { after: 15, event: usual('remarks.waived', { on: '2026-04-15' }) },
  { after: 20, event: usual('case.closed', { on: '2026-04-21' }) },
];

/** One event of every type, with all that is usual in it. */
export const ofEveryType: ProcedureEvent[] = Object.values(
  Object.fromEntries(
    Object.values(stories)
      .flatMap((story): Told[] => story.events)
      .map((event) => [event.type, event as ProcedureEvent]),
  ),
);

function take(current: Case, event: unknown): Case {
  const outcome = advance(current, event);
  if (!outcome.ok) throw new Error(`The story does not go on: ${JSON.stringify(outcome)}`);
  return outcome.case;
}

function opened(): Case {
  const outcome = openCase(opening);
  if (!outcome.ok) throw new Error(`The story does not open: ${JSON.stringify(outcome)}`);
  return outcome.case;
}

/** The case after each event, the opening first. */
export const casesOf = (told: readonly unknown[]): Case[] => {
  const cases = [opened()];
  for (const event of told) cases.push(take(cases.at(-1) as Case, event));
  return cases;
};
