import type { EventType } from 'lpbso-second-opinion';
import { type Board, fromFoot, fromSide, type Route } from './whole-board.ts';
import { narrow } from './whole-places.ts';

/** What the second-opinion physician does, until there is an advice. */
export function executionRoutes({
  at,
  joint,
  lanes,
  says,
  endsRight,
  right,
  left,
  usual,
  endsLeft,
  endsBelow,
  endsAbove,
}: Board): Route[] {
  const reconsidering = at('application.reconsidering');
  const awaitingResponse = at('execution.awaitingResponse');
  const inviting = at('execution.inviting');
  const awaitingConsultation = at('execution.awaitingConsultation');
  const assessing = at('execution.assessing');
  const reviewing = at('execution.reviewing');
  const finalising = at('execution.finalising');
  const underway = at('execution.underway');
  const awaitingConsent = at('execution.awaitingConsent');
  const execution = at('execution');
  const engaged = at('engaged');
  const consulting = at('consulting');
  const drafted = at('drafted');
  const above = reconsidering.middle;
  const reached = drafted.right - 12;
  return [
    ...(['execution.awaitingResponse', 'consulting', 'execution.underway'] as const).map(
      (from, index): Route => ({
        from,
        events: ['application.foundInfeasible'],
        to: 'application.reconsidering',
        points:
          from === 'execution.underway'
            ? fromFoot({ x: above, y: underway.y }, reconsidering.bottom)
            : fromSide(
                from === 'consulting' ? { x: consulting.right, y: inviting.port(1, 3) } : right(awaitingResponse, 3, 3),
                above,
                reconsidering.bottom,
              ),
        ...(index === 0
          ? {
              label: says(['application.foundInfeasible'], above, (reconsidering.bottom + awaitingResponse.y) / 2, 120),
            }
          : {}),
      }),
    ),
    ...(['withdrawn', 'uwvRouteChosen'] as const).flatMap((to, index): Route[] => {
      const event: EventType = to === 'withdrawn' ? 'request.withdrawn' : 'uwvRoute.chosen';
      const first = endsRight(right(awaitingResponse, 1, 3), 'withdrawn');
      const second = first.marker
        ? { x: first.marker.x + first.marker.width, y: awaitingResponse.port(1, 3) }
        : { x: 0, y: 0 };
      return [
        {
          from: 'execution.awaitingResponse',
          events: [event],
          to,
          ...(index === 0 ? first : endsRight(second, 'uwvRouteChosen', 8)),
        },
        {
          from: 'engaged',
          events: [event],
          to,
          ...endsAbove({ x: awaitingResponse.right + (index === 0 ? 40 : 140), y: engaged.y }, to),
        },
      ];
    }),
    {
      from: 'execution',
      events: ['employee.died'],
      to: 'lapsed',
      ...endsBelow({ x: engaged.x + 40, y: execution.bottom }, 'lapsed'),
    },
    { from: 'execution.inviting', events: ['request.lapsed'], to: 'lapsed', ...endsLeft(left(inviting), 'lapsed') },
    {
      from: 'execution.awaitingConsultation',
      events: ['consultation.missed'],
      to: 'execution.inviting',
      points: fromSide(right(awaitingConsultation), lanes.missed, inviting.port(3, 3), inviting.right),
      label: says(
        ['consultation.missed'],
        lanes.missed,
        (inviting.port(3, 3) + awaitingConsultation.port(1)) / 2,
        narrow,
      ),
    },
    {
      from: 'execution.inviting',
      events: ['consultation.held'],
      to: 'execution.assessing',
      points: fromSide(right(inviting, 2, 3), lanes.held, joint('held'), usual, assessing.y),
    },
    {
      from: 'execution.inviting',
      events: ['consultation.waived'],
      to: 'execution.assessing',
      points: fromSide(right(inviting, 1, 3), lanes.waived, assessing.port(1, 2), assessing.right),
      label: says(['consultation.waived'], lanes.waived, awaitingConsultation.port(1), narrow),
    },
    {
      from: 'execution.assessing',
      events: ['consultation.scheduled'],
      to: 'execution.awaitingConsultation',
      points: fromSide(left(assessing, 1, 2), assessing.x - 30, joint('scheduled'), usual, awaitingConsultation.y),
    },
    {
      from: 'drafted',
      events: ['information.requested', 'information.received'],
      to: 'execution.assessing',
      points: fromFoot({ x: reached - 60, y: drafted.y }, assessing.port(2, 2), assessing.right),
      label: says(
        ['information.requested', 'information.received'],
        reached - 60,
        (consulting.bottom + drafted.y) / 2,
        130,
      ),
    },
    {
      from: 'execution.finalising',
      events: ['draft.submitted'],
      to: 'execution.reviewing',
      points: fromSide(right(finalising), finalising.right + 30, joint('submitted'), usual, reviewing.y),
    },
    ...(['execution.assessing', 'execution.reviewing'] as const).map(
      (from, index): Route => ({
        from,
        events: ['advice.finalised'],
        to: 'execution.awaitingConsent',
        points: fromSide(
          index === 0 ? left(assessing, 2, 2) : left(reviewing),
          reviewing.x - 60,
          awaitingConsent.port(1, 2),
          awaitingConsent.x,
        ),
        label: says(['advice.finalised'], reviewing.x - 60, finalising.port(1), 110),
      }),
    ),
  ];
}
