import { type Board, fromFoot, fromSide, type Route } from './whole-board.ts';

/** The completion phase, and the end. */
export function completionRoutes({ at, says, right, left, endsRight, endsLeft, endsBelow }: Board): Route[] {
  const considering = at('completion.considering');
  const decided = at('completion.decided');
  const consideringTransfer = at('completion.consideringTransfer');
  const third = at('completion.awaitingThirdPhysician');
  const transferRefused = at('completion.transferRefused');
  const concluded = at('concluded');
  const transferred = at('transferred');
  const engaged = at('engaged');
  const completion = at('completion');
  const transfer = at('transfer');
  const undo = considering.right + 14;
  const ask = considering.right + 28;
  return [
    ...(
      [
        ['completion.considering', fromSide(right(considering, 2, 3), ask)],
        ['completion.decided', fromSide(right(decided, 2, 2), ask)],
        ['concluded', [{ x: ask, y: concluded.y }]],
      ] as const
    ).map(
      ([from, start], index): Route => ({
        from,
        events: ['transfer.requested'],
        to: 'completion.consideringTransfer',
        points: [...start, ...fromSide({ x: ask, y: consideringTransfer.port(1) }, consideringTransfer.x)],
        ...(index === 0
          ? { label: says(['transfer.requested'], (ask + transfer.x) / 2, consideringTransfer.port(1), 80) }
          : {}),
      }),
    ),
    ...(
      [
        ['completion.considering', considering.port(3, 3), considering.right],
        ['completion.decided', decided.port(1, 2), decided.right],
      ] as const
    ).map(
      ([to, y, x], index): Route => ({
        from: 'transfer',
        events: ['transfer.withdrawn'],
        to,
        points: fromSide({ x: transfer.x, y: third.y - 12 }, undo, y, x),
        ...(index === 0 ? { label: says(['transfer.withdrawn'], (ask + transfer.x) / 2, third.y - 12, 80) } : {}),
      }),
    ),
    {
      from: 'transfer',
      events: ['transfer.withdrawn'],
      to: 'concluded',
      ...endsBelow({ x: transferRefused.right - 36, y: transfer.bottom }, 'concluded'),
    },
    {
      from: 'completion.consideringTransfer',
      events: ['transfer.granted'],
      to: 'completion.awaitingThirdPhysician',
      points: fromFoot({ x: third.middle, y: consideringTransfer.bottom }, third.y),
      label: says(['transfer.granted'], third.middle, (consideringTransfer.bottom + third.y) / 2 - 3, 130),
    },
    {
      from: 'transfer',
      events: ['transfer.refused'],
      to: 'completion.transferRefused',
      points: fromFoot({ x: transferRefused.x + 44, y: transfer.bottom }, transferRefused.y),
      label: says(['transfer.refused'], transferRefused.x + 44, (transfer.bottom + transferRefused.y) / 2 - 3, 80),
    },
    {
      from: 'completion.awaitingThirdPhysician',
      events: ['transfer.accepted'],
      to: 'transferred',
      points: fromSide(right(third), transferred.right - 16, transferred.y),
      label: says(['transfer.accepted'], transferred.right - 16, (completion.bottom + at('closing').y) / 2, 90),
    },
    {
      from: 'completion.transferRefused',
      events: ['case.closed'],
      to: 'concluded',
      ...endsLeft(left(transferRefused), 'concluded'),
    },
    {
      from: 'completion',
      events: ['employee.died'],
      to: 'lapsed',
      ...endsBelow({ x: engaged.x + 40, y: completion.bottom }, 'lapsed'),
    },
    {
      from: 'concluded',
      events: ['employee.died'],
      to: 'lapsed',
      ...endsRight(right(concluded), 'lapsed'),
    },
  ];
}
