import { type Board, fromFoot, fromSide, type Route } from './whole-board.ts';

/** Looking for a physician again, and a response that comes after the week. */
export function againRoutes({
  at,
  joint,
  lanes,
  says,
  only,
  conditions,
  otherwise,
  ownRecord,
  left,
  usual,
}: Board): Route[] {
  const choosing = at('application.choosing');
  const preparing = at('application.preparing');
  const awaitingResponse = at('execution.awaitingResponse');
  const inviting = at('execution.inviting');
  const underway = at('execution.underway');
  const concluded = at('concluded');
  const engaging = at('engaging');
  const engaged = at('engaged');
  const split = { preparing: preparing.port(3, 3), choosing: choosing.y + 17 };
  const again = [
    { to: 'application.preparing', y: split.preparing, x: preparing.x },
    { to: 'application.choosing', y: split.choosing, x: choosing.x },
  ];
  return [
    ...again.map(
      ({ to, x, y }, index): Route => ({
        from: 'execution.awaitingResponse',
        events: ['application.declined', 'response.overdue'],
        to,
        points: fromSide(left(awaitingResponse, 1, 3), lanes.again, y, x),
        ...(index === 0
          ? {
              label: says(
                ['application.declined', 'response.overdue'],
                (lanes.again + awaitingResponse.x) / 2,
                awaitingResponse.port(1, 3),
                130,
              ),
            }
          : { label: only(otherwise, (lanes.again + x) / 2, y) }),
      }),
    ),
    ...again.map(
      ({ to, x, y }, index): Route => ({
        from: 'engaged',
        events: ['engagement.ended'],
        to,
        points: fromFoot({ x: lanes.again, y: engaged.y }, y, x),
        label:
          index === 0
            ? only(conditions.someoneChosenIsNext ?? '', (lanes.again + x) / 2 - 3, y, 80)
            : says(['engagement.ended'], lanes.again, (awaitingResponse.bottom + engaged.y) / 2, 80),
      }),
    ),
    {
      from: 'engaging',
      events: ['application.accepted'],
      to: 'execution.inviting',
      points: fromSide(
        { x: engaging.x, y: engaging.bottom - 12 },
        lanes.afterwards,
        joint('accepted'),
        usual,
        inviting.y,
      ),
      label: only(conditions.physicianTimedOut ?? '', (engaged.x + usual) / 2, joint('accepted'), 170),
    },
    {
      from: 'engaging',
      events: ['application.accepted'],
      to: 'execution.underway',
      points: [
        ...fromSide(
          { x: engaging.x, y: engaging.bottom - 12 },
          lanes.afterwards,
          joint('accepted'),
          usual,
          joint('underway'),
        ),
        ...fromSide({ x: lanes.branch, y: joint('underway') }, lanes.branch, underway.port(1), underway.x).slice(1),
      ],
    },
    {
      from: 'execution.awaitingResponse',
      events: ['application.accepted'],
      to: 'execution.underway',
      points: fromFoot(
        { x: usual, y: awaitingResponse.bottom },
        joint('underway'),
        lanes.branch,
        underway.port(1),
        underway.x,
      ),
      label: says(['application.accepted'], (usual + lanes.branch) / 2 + 12, joint('underway'), 230, ownRecord),
    },
    {
      from: 'concluded',
      events: ['application.accepted'],
      to: 'execution.inviting',
      points: fromSide(left(concluded), lanes.afterwards, joint('acceptedAfterwards'), usual, inviting.y),
    },
  ];
}
