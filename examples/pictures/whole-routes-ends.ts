import { type Board, fromSide, type Route } from './whole-board.ts';

/** What leads to the ends of a request without a second opinion, and back. */
export function endsRoutes({ at, joint, says, right, left, usual, endsRight }: Board): Route[] {
  const discussing = at('application.discussing');
  const choosing = at('application.choosing');
  const preparing = at('application.preparing');
  const reconsidering = at('application.reconsidering');
  const refused = at('refused');
  const outOfScope = at('outOfScope');
  const uwv = at('uwvRouteChosen');
  const withdrawn = at('withdrawn');
  const lapsed = at('lapsed');
  const application = at('application');
  const engaging = at('engaging');
  const ended = at('ended');
  const either = ended.x + 12;
  const toScope = application.right - 12;
  const back = application.right - 28;
  const labelled = (ended.x + 14 + uwv.x) / 2 + 4;
  const lapses = reconsidering.right + 10;
  const lapsedLabel = { x: (ended.x + lapsed.x) / 2 };
  const backAt = outOfScope.bottom + 4;
  return [
    {
      from: 'ended',
      events: ['request.renewed'],
      to: 'application.discussing',
      points: fromSide({ x: ended.x, y: discussing.port(1, 4) }, discussing.right),
      label: says(['request.renewed'], discussing.right + 110, discussing.port(1, 4), 170),
    },
    {
      from: 'application.discussing',
      events: ['request.refused'],
      to: 'refused',
      points: fromSide({ x: discussing.right, y: refused.port(1, 2) }, refused.x),
      label: says(['request.refused'], discussing.right + 240, refused.port(1, 2), 170),
    },
    {
      from: 'application.discussing',
      events: ['request.foundOutOfScope'],
      to: 'outOfScope',
      points: fromSide(right(discussing, 3, 4), toScope, outOfScope.port(1, 2), outOfScope.x),
      label: says(['request.foundOutOfScope'], discussing.right + 110, discussing.port(3, 4), 170),
    },
    ...[refused, outOfScope].flatMap((place, index): Route[] => [
      {
        from: index === 0 ? 'refused' : 'outOfScope',
        events: ['request.honoured'],
        to: 'application.choosing',
        points: fromSide(left(place, 2, 2), either, backAt, back, joint('honoured'), usual, choosing.y),
      },
      {
        from: index === 0 ? 'refused' : 'outOfScope',
        events: ['uwvRoute.chosen'],
        to: 'uwvRouteChosen',
        points: fromSide(left(place, 2, 2), either, uwv.port(1), uwv.x),
      },
    ]),
    {
      from: 'application',
      events: ['uwvRoute.chosen'],
      to: 'uwvRouteChosen',
      points: fromSide({ x: application.right, y: uwv.port(1) }, uwv.x),
      label: says(['uwvRoute.chosen'], labelled, uwv.port(1), 66),
    },
    {
      from: 'application',
      events: ['request.withdrawn'],
      to: 'withdrawn',
      points: fromSide({ x: application.right, y: withdrawn.port(1) }, withdrawn.x),
      label: says(['request.withdrawn'], labelled, withdrawn.port(1), 70),
    },
    {
      from: 'application',
      events: ['employee.died'],
      to: 'lapsed',
      points: fromSide({ x: application.right, y: lapsed.y + 20 }, lapsed.x),
      label: says(['employee.died'], lapsedLabel.x, lapsed.y + 20, 70),
    },
    ...(['application.choosing', 'application.reconsidering'] as const).map(
      (from, index): Route => ({
        from,
        events: ['request.lapsed'],
        to: 'lapsed',
        points: fromSide(
          index === 0 ? right(choosing, 2, 2) : right(reconsidering),
          lapses,
          lapsed.bottom - 20,
          lapsed.x,
        ),
        ...(index === 0 ? { label: says(['request.lapsed'], lapsedLabel.x, lapsed.bottom - 20, 70) } : {}),
      }),
    ),
    {
      from: 'application.preparing',
      events: ['request.lapsed'],
      to: 'lapsed',
      ...endsRight({ x: preparing.right, y: preparing.y + 38 }, 'lapsed'),
    },
    {
      from: 'engaging',
      events: ['request.refused'],
      to: 'refused',
      ...endsRight({ x: engaging.right, y: engaging.y + 14 }, 'refused'),
    },
  ];
}
