import { type Board, fromFoot, fromSide, type Route } from './whole-board.ts';

/** What becomes of the advice. */
export function adviceRoutes({ at, joint, lanes, says, right, left, usual }: Board): Route[] {
  const underway = at('execution.underway');
  const awaitingConsent = at('execution.awaitingConsent');
  const forwarding = at('execution.forwarding');
  const considering = at('completion.considering');
  const withdrawn = at('withdrawn');
  const notForwarded = at('notForwarded');
  const advised = at('advised');
  const ended = at('ended');
  const outer = Math.max(notForwarded.right, ended.right) + 12;
  const outermost = outer + 12;
  const handed = considering.port(1, 3);
  const notYet = notForwarded.middle - 20;
  return [
    {
      from: 'execution.underway',
      events: ['noCopy.announced'],
      to: 'notForwarded',
      points: fromSide(right(underway, 2, 2), notYet, notForwarded.y),
      label: says(['noCopy.announced'], notYet, (underway.bottom + notForwarded.y) / 2, 130),
    },
    {
      from: 'execution.awaitingConsent',
      events: ['forwarding.unanswered'],
      to: 'notForwarded',
      points: fromSide({ x: awaitingConsent.right, y: awaitingConsent.port(1) }, notForwarded.x),
      label: says(['forwarding.unanswered'], advised.right + 130, awaitingConsent.port(1), 130),
    },
    {
      from: 'notForwarded',
      events: ['forwarding.authorised'],
      to: 'execution.forwarding',
      points: fromSide({ x: notForwarded.x, y: joint('authorised') }, usual, forwarding.y),
    },
    {
      from: 'advised',
      events: ['forwarding.withheld'],
      to: 'notForwarded',
      points: fromSide({ x: advised.right, y: joint('authorised') + 20 }, notForwarded.x),
      label: says(['forwarding.withheld'], advised.right + 130, joint('authorised') + 20, 170),
    },
    {
      from: 'execution.forwarding',
      events: ['advice.corrected'],
      to: 'execution.awaitingConsent',
      points: fromSide(left(forwarding), lanes.looking + 20, awaitingConsent.port(2, 2), awaitingConsent.x),
      label: says(['advice.corrected'], lanes.looking + 20, (awaitingConsent.bottom + forwarding.y) / 2, 110),
    },
    ...(
      [
        ['execution.underway', right(underway, 1, 2)],
        ['notForwarded', { x: notForwarded.right, y: notForwarded.port(1) }],
      ] as const
    ).flatMap(([from, start], index): Route[] => [
      {
        from,
        events: ['advice.forwarded'],
        to: 'completion.considering',
        points: fromSide(start, outer, joint('forwarded'), usual, considering.y),
      },
      {
        from,
        events: ['advice.handedOver'],
        to: 'completion.considering',
        points: fromSide(start, outer, handed, considering.right),
        ...(index === 0 ? { label: says(['advice.handedOver'], considering.right + 74, handed, 130) } : {}),
      },
    ]),
    {
      from: 'withdrawn',
      events: ['advice.handedOver'],
      to: 'completion.considering',
      points: fromSide(right(withdrawn), outermost, handed, considering.right),
    },
    {
      from: 'advised',
      events: ['advice.handedOver'],
      to: 'completion.considering',
      points: fromFoot({ x: advised.right - 10, y: advised.bottom }, handed, considering.right),
    },
  ];
}
