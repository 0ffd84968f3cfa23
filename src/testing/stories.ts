import type { Step } from '../index.js';
import { usual } from './events.js';
import { opening, type Story, type Told } from './people.js';

type Beside =
  | 'application.reconsidering'
  | 'execution.underway'
  | 'completion.transferRefused'
  | 'refused'
  | 'outOfScope'
  | 'uwvRouteChosen'
  | 'withdrawn'
  | 'lapsed'
  | 'notForwarded'
  | 'concluded';

type OnTheWay = Exclude<Step, Beside>;

/** The way of most cases, in the order in which a story reaches each step. */
const way: Record<OnTheWay, Told[]> = {
  'application.discussing': [],
  'application.choosing': [usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')],
  'application.preparing': [usual('physicians.chosen')],
  'execution.awaitingResponse': [usual('authorisation.signed'), usual('application.sent')],
  'execution.inviting': [usual('application.received'), usual('application.accepted')],
  'execution.awaitingConsultation': [usual('consultation.scheduled')],
  'execution.assessing': [usual('consultation.held')],
  'execution.reviewing': [usual('draft.submitted')],
  'execution.finalising': [usual('advice.discussed'), usual('inaccuracies.reported')],
  'execution.awaitingConsent': [usual('advice.finalised')],
  'execution.forwarding': [usual('forwarding.authorised')],
  'completion.considering': [usual('advice.forwarded')],
  'completion.decided': [usual('decision.made')],
  'completion.consideringTransfer': [usual('transfer.requested')],
  'completion.awaitingThirdPhysician': [usual('transfer.granted')],
  transferred: [usual('transfer.accepted')],
};

/** The events that lead to a step on the way of most cases. */
export const upTo = (step: OnTheWay): Told[] => {
  const steps = Object.keys(way) as OnTheWay[];
  return steps.slice(0, steps.indexOf(step) + 1).flatMap((each) => way[each]);
};

/** A story of events that ends in each step of the record of the procedure, and in `execution.underway` of the own physician's. */
export const storyTo: Record<Step, Story> = (() => {
  const whole = (...events: Told[]) => ({ opening, events });
  const beside: Record<Beside, Story> = {
    'application.reconsidering': whole(
      ...upTo('application.preparing'),
      usual('authorisation.withheld'),
      usual('application.sent', { medicalData: false }),
      usual('application.foundInfeasible'),
    ),
    'execution.underway': {
      opening: { ...opening, recordOf: 'ownPhysician' },
      events: [...upTo('execution.awaitingResponse'), usual('application.accepted')],
    },
    'completion.transferRefused': whole(...upTo('completion.consideringTransfer'), usual('transfer.refused')),
    refused: whole(usual('instrument.discussed'), usual('request.refused')),
    outOfScope: whole(usual('request.foundOutOfScope')),
    uwvRouteChosen: whole(usual('uwvRoute.chosen')),
    withdrawn: whole(...upTo('application.preparing'), usual('request.withdrawn')),
    lapsed: whole(...upTo('application.choosing'), usual('request.lapsed', { on: '2026-03-19' })),
    notForwarded: whole(...upTo('execution.awaitingConsent'), usual('forwarding.withheld')),
    concluded: whole(...upTo('completion.decided'), usual('case.closed')),
  };
  const along = Object.fromEntries(
    (Object.keys(way) as OnTheWay[]).map((step) => [step, whole(...upTo(step))]),
  ) as unknown as Record<OnTheWay, Story>;
  return { ...along, ...beside };
})();
