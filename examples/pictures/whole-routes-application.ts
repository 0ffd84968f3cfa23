import { type Board, fromSide, type Route } from './whole-board.ts';

/** Within the application phase. */
export function applicationRoutes({ at, joint, lanes, says, conditions, left, usual }: Board): Route[] {
  const discussing = at('application.discussing');
  const choosing = at('application.choosing');
  const preparing = at('application.preparing');
  const reconsidering = at('application.reconsidering');
  const awaitingResponse = at('execution.awaitingResponse');
  const engaging = at('engaging');
  const fromReconsidering = reconsidering.x - 14;
  return [
    {
      from: 'application.preparing',
      events: ['outsider.notEngaged', 'application.declined'],
      to: 'application.choosing',
      points: fromSide(left(preparing, 1, 3), lanes.looking, choosing.y + 32, choosing.x),
      label: says(
        ['outsider.notEngaged', 'application.declined'],
        lanes.looking,
        (choosing.y + 32 + preparing.port(1, 3)) / 2,
        126,
        conditions.physicianTimedOutAndNobodyIsNext,
      ),
    },
    {
      from: 'application.reconsidering',
      events: ['physicians.chosen'],
      to: 'application.preparing',
      points: fromSide(left(reconsidering, 1, 3), fromReconsidering, joint('chosen'), usual, preparing.y),
    },
    {
      from: 'application.reconsidering',
      events: ['authorisation.signed'],
      to: 'application.preparing',
      points: fromSide(left(reconsidering, 2, 3), preparing.right),
      label: says(['authorisation.signed'], (engaging.right + fromReconsidering) / 2, reconsidering.port(2, 3), 70),
    },
    {
      from: 'application.reconsidering',
      events: ['application.sent'],
      to: 'execution.awaitingResponse',
      points: fromSide(left(reconsidering, 3, 3), fromReconsidering, joint('sent'), usual, awaitingResponse.y),
    },
    ...(['application.discussing', 'application.choosing'] as const).map(
      (from, index): Route => ({
        from,
        events: ['application.sent'],
        to: 'execution.awaitingResponse',
        points: fromSide(
          index === 0 ? left(discussing) : { x: choosing.x, y: choosing.y + 6 },
          lanes.forbidden,
          awaitingResponse.port(3, 3),
          awaitingResponse.x,
        ),
        label: says(['application.sent'], (lanes.again + awaitingResponse.x) / 2, awaitingResponse.port(3, 3), 120),
      }),
    ),
  ];
}
