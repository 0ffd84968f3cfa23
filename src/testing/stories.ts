import type { Step } from '../index.js';
import {
  accepted,
  adviceDiscussed,
  authorised,
  chosen,
  closed,
  decided,
  discussed,
  drafted,
  employerAsked,
  explained,
  finalised,
  forwarded,
  forwardingWithheld,
  held,
  honoured,
  infeasible,
  lapsed,
  outOfScope,
  received,
  refused,
  remarked,
  scheduled,
  sent,
  signed,
  transferAccepted,
  transferGranted,
  transferRefused,
  transferRequested,
  uwvChosen,
  withdrawn,
  withheld,
} from './events.js';
import { opening, type Story, type Told } from './people.js';

type Beside =
  | 'application.reconsidering'
  | 'execution.underway'
  | 'completion.transferRefused'
  | 'completion.awaitingEmployer'
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
  'application.choosing': [discussed(), explained(), honoured()],
  'application.preparing': [chosen()],
  'execution.awaitingResponse': [signed(), sent()],
  'execution.inviting': [received(), accepted()],
  'execution.awaitingConsultation': [scheduled()],
  'execution.assessing': [held()],
  'execution.reviewing': [drafted()],
  'execution.finalising': [adviceDiscussed(), remarked()],
  'execution.awaitingConsent': [finalised()],
  'execution.forwarding': [authorised()],
  'completion.considering': [forwarded()],
  'completion.decided': [decided()],
  'completion.consideringTransfer': [transferRequested()],
  'completion.awaitingThirdPhysician': [transferGranted()],
  transferred: [transferAccepted()],
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
      withheld(),
      sent({ medicalData: false }),
      infeasible(),
    ),
    'execution.underway': {
      opening: { ...opening, recordOf: 'ownPhysician' },
      events: [...upTo('execution.awaitingResponse'), accepted()],
    },
    'completion.transferRefused': whole(...upTo('completion.consideringTransfer'), transferRefused()),
    'completion.awaitingEmployer': whole(...upTo('completion.consideringTransfer'), transferRefused(), employerAsked()),
    refused: whole(discussed(), refused()),
    outOfScope: whole(outOfScope()),
    uwvRouteChosen: whole(uwvChosen()),
    withdrawn: whole(...upTo('application.preparing'), withdrawn()),
    lapsed: whole(lapsed()),
    notForwarded: whole(...upTo('execution.awaitingConsent'), forwardingWithheld()),
    concluded: whole(...upTo('completion.decided'), closed()),
  };
  const along = Object.fromEntries(
    (Object.keys(way) as OnTheWay[]).map((step) => [step, whole(...upTo(step))]),
  ) as unknown as Record<OnTheWay, Story>;
  return { ...along, ...beside };
})();
