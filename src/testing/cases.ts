import adoptedAcrossTheClockChange from '../../examples/cases/01-adopted-across-the-clock-change.json' with {
  type: 'json',
};
import noResponseThenTheSecondPreference from '../../examples/cases/02-no-response-then-the-second-preference.json' with {
  type: 'json',
};
import bothUnavailableAndAThirdChoice from '../../examples/cases/03-both-unavailable-and-a-third-choice.json' with {
  type: 'json',
};
import authorisationWithheldThenSigned from '../../examples/cases/04-authorisation-withheld-then-signed.json' with {
  type: 'json',
};
import noCopyThenHandedOver from '../../examples/cases/05-no-copy-then-handed-over.json' with { type: 'json' };
import partlyAdoptedAndTransferred from '../../examples/cases/06-partly-adopted-and-transferred.json' with {
  type: 'json',
};
import copyReceivedAndSilence from '../../examples/cases/07-copy-received-and-silence.json' with { type: 'json' };
import refusedForRepetitionThenNewFacts from '../../examples/cases/08-refused-for-repetition-then-new-facts.json' with {
  type: 'json',
};
import theUwvRoute from '../../examples/cases/09-the-uwv-route.json' with { type: 'json' };
import oralRequestRecordedLater from '../../examples/cases/10-oral-request-recorded-later.json' with { type: 'json' };
import engagementEnded from '../../examples/cases/11-engagement-ended.json' with { type: 'json' };
import adoptedAsTheOwnPhysicianSeesIt from '../../examples/cases/12-adopted-as-the-own-physician-sees-it.json' with {
  type: 'json',
};
import aWrongDayCorrectedByReplay from '../../examples/cases/13-a-wrong-day-corrected-by-replay.json' with {
  type: 'json',
};
import aTermThatEndsOnChristmasDay from '../../examples/cases/14-a-term-that-ends-on-christmas-day.json' with {
  type: 'json',
};
import anOutsiderAtOnesOwnCost from '../../examples/cases/15-an-outsider-at-ones-own-cost.json' with { type: 'json' };
import weeksOfSilenceThenABareRefusal from '../../examples/cases/16-weeks-of-silence-then-a-bare-refusal.json' with {
  type: 'json',
};
import theEmployerWasTold from '../../examples/cases/17-the-employer-was-told.json' with { type: 'json' };
import aRefusalThatWasNone from '../../examples/cases/18-a-refusal-that-was-none.json' with { type: 'json' };
import militaryPersonnel from '../../examples/cases/19-military-personnel.json' with { type: 'json' };
import theQuestionPutLater from '../../examples/cases/20-the-question-put-later.json' with { type: 'json' };
import aPhysicianWhoVanished from '../../examples/cases/21-a-physician-who-vanished.json' with { type: 'json' };
import anEmployeeWhoDied from '../../examples/cases/22-an-employee-who-died.json' with { type: 'json' };
import reasonsGivenLate from '../../examples/cases/23-reasons-given-late.json' with { type: 'json' };
import aWrongFactCorrectedAfterTheFinalAdvice from '../../examples/cases/24-a-wrong-fact-corrected-after-the-final-advice.json' with {
  type: 'json',
};
import theEmployerWhoNeverAnswers from '../../examples/cases/25-the-employer-who-never-answers.json' with {
  type: 'json',
};
import dataThatTheOwnPhysicianKeptBack from '../../examples/cases/26-data-that-the-own-physician-kept-back.json' with {
  type: 'json',
};
import type { Path } from './paths.js';
import { copyOf, type OpeningTold, type Told } from './people.js';

/** A log as it was kept: what was entered wrongly stands in it beside what it should have been. */
interface Log {
  title: { en: string };
  opening: OpeningTold;
  events: object[];
  correction?: { at: number; event: object };
  brokeTheRules?: boolean;
}

const logs: Log[] = [
  adoptedAcrossTheClockChange,
  noResponseThenTheSecondPreference,
  bothUnavailableAndAThirdChoice,
  authorisationWithheldThenSigned,
  noCopyThenHandedOver,
  partlyAdoptedAndTransferred,
  copyReceivedAndSilence,
  refusedForRepetitionThenNewFacts,
  theUwvRoute,
  oralRequestRecordedLater,
  engagementEnded,
  adoptedAsTheOwnPhysicianSeesIt,
  aWrongDayCorrectedByReplay,
  aTermThatEndsOnChristmasDay,
  anOutsiderAtOnesOwnCost,
  weeksOfSilenceThenABareRefusal,
  theEmployerWasTold,
  aRefusalThatWasNone,
  militaryPersonnel,
  theQuestionPutLater,
  aPhysicianWhoVanished,
  anEmployeeWhoDied,
  reasonsGivenLate,
  aWrongFactCorrectedAfterTheFinalAdvice,
  theEmployerWhoNeverAnswers,
  dataThatTheOwnPhysicianKeptBack,
];

/** The worked cases, each a whole case with what is awkward in it; those in which the rules were broken for `record`. Each call gives new ones. */
export const workedCases = (): Path[] =>
  logs.map(({ title, opening, events, correction, brokeTheRules }) => ({
    name: title.en,
    how: brokeTheRules ? 'record' : 'advance',
    opening: copyOf(opening),
    events: copyOf(events.map((event, at) => (at === correction?.at ? correction.event : event))) as Told[],
  }));
