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
  | 'request.reconsidering'
  | 'execution.elsewhere'
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
  'request.weighing': [],
  'request.choosing': [discussed(), explained(), honoured()],
  'request.preparing': [chosen()],
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
  'completion.weighingTransfer': [transferRequested()],
  'completion.awaitingSuccessor': [transferGranted()],
  transferred: [transferAccepted()],
};

/** The events that lead to a step on the way of most cases. */
export const upTo = (step: OnTheWay): Told[] => {
  const steps = Object.keys(way) as OnTheWay[];
  return steps.slice(0, steps.indexOf(step) + 1).flatMap((each) => way[each]);
};

/** A story of events that ends in each step of a whole log, and in `execution.elsewhere` of the own physician's. */
export const storyTo: Record<Step, Story> = (() => {
  const whole = (...events: Told[]) => ({ opening, events });
  const beside: Record<Beside, Story> = {
    'request.reconsidering': whole(
      ...upTo('request.preparing'),
      withheld(),
      sent({ medicalData: false }),
      infeasible(),
    ),
    'execution.elsewhere': {
      opening: { ...opening, log: 'ownPhysician' },
      events: [...upTo('execution.awaitingResponse'), accepted()],
    },
    'completion.transferRefused': whole(...upTo('completion.weighingTransfer'), transferRefused()),
    'completion.awaitingEmployer': whole(...upTo('completion.weighingTransfer'), transferRefused(), employerAsked()),
    refused: whole(discussed(), refused()),
    outOfScope: whole(outOfScope()),
    uwvRouteChosen: whole(uwvChosen()),
    withdrawn: whole(...upTo('request.preparing'), withdrawn()),
    lapsed: whole(lapsed()),
    notForwarded: whole(...upTo('execution.awaitingConsent'), forwardingWithheld()),
    concluded: whole(...upTo('completion.decided'), closed()),
  };
  const along = Object.fromEntries(
    (Object.keys(way) as OnTheWay[]).map((step) => [step, whole(...upTo(step))]),
  ) as unknown as Record<OnTheWay, Story>;
  return { ...along, ...beside };
})();
