import {
  accepted,
  acknowledged,
  adviceDiscussed,
  answered,
  authorised,
  chosen,
  closed,
  complained,
  complaintAnswered,
  complaintWithdrawn,
  dataSent,
  decided,
  declined,
  discussed,
  drafted,
  employerAgreed,
  employerAsked,
  employerDeclined,
  employerInformed,
  explained,
  finalised,
  forwarded,
  forwardingWithheld,
  handedOver,
  held,
  honoured,
  infeasible,
  lapsed,
  leftAsIs,
  missed,
  noCopy,
  notEngaged,
  onDay,
  outOfScope,
  overdue,
  progressed,
  received,
  refused,
  remarked,
  renewed,
  replaced,
  requested,
  returned,
  reviewLapsed,
  revoked,
  scheduled,
  sent,
  signed,
  transferAccepted,
  transferDeclined,
  transferGranted,
  transferRefused,
  transferRequested,
  transferWithdrawn,
  unanswered,
  uwvChosen,
  waived,
  withdrawn,
  withheld,
} from './events.js';
import {
  another,
  first,
  handler,
  type OpeningChanges,
  opening,
  openingOf,
  outsider,
  own,
  physician,
  type Story,
  second,
  successor,
  type Told,
} from './people.js';
import { dependent, listed, representative } from './reports.js';

const by = ({ id }: { id: string }) => ({ by: id });
const to = ({ id }: { id: string }) => ({ to: id });
const recipient = ({ id }: { id: string }) => ({ recipient: id });
const unregistered = (id: string) => physician(id, 'noord', { registered: false });
const complaint = (id: string) => ({ complaint: id });

const fourth = physician('physician-fourth', 'noord');

const honouring = onDay('2026-03-18', discussed(), explained(), honoured());
const choosing = [...honouring, ...onDay('2026-03-20', chosen())];
const preparing = [...choosing, ...onDay('2026-03-23', signed(), signed(recipient(second)))];
const sending = [...preparing, ...onDay('2026-03-25', sent(), received())];
const withoutData = [
  ...choosing,
  ...onDay('2026-03-23', withheld()),
  ...onDay('2026-03-25', sent({ medicalData: false })),
];
const accepting = [...sending, ...onDay('2026-03-31', accepted())];
const consulting = [...accepting, ...onDay('2026-04-08', held())];
const drafting = [...consulting, ...onDay('2026-04-14', drafted())];
const finalising = [...drafting, ...onDay('2026-04-15', adviceDiscussed(), remarked())];
const advising = [...finalising, ...onDay('2026-04-16', finalised())];
const forwarding = [...advising, ...onDay('2026-04-17', authorised(), forwarded())];
const deciding = [...forwarding, ...onDay('2026-04-20', decided())];
const sources = ['ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere'];
const earlier = (outcome: 'completed' | 'refused' | 'withdrawn' | 'other') => ({
  id: `earlier-${outcome}`,
  question: 'question-1',
  advice: 'advice-0',
  outcome,
});
const again = (on: string): Told[] => onDay(on, signed(), sent(), accepted(), revoked());

const whole = (...events: (Told | Told[])[]): Story => ({ opening, events: events.flat() });
const opened = (changes: OpeningChanges, ...events: (Told | Told[])[]): Story => ({
  opening: openingOf(changes),
  events: events.flat(),
});
const asOwnPhysicianSees = (...events: (Told | Told[])[]): Story => opened({ recordOf: 'ownPhysician' }, ...events);

/**
 * Stories in which all was allowed, by name. Together they take every way on that is not forbidden, and tell every field
 * and every word of the openings and the events that the rules allow.
 */
export const stories = {
  'an adopted advice': whole(
    preparing,
    onDay('2026-03-25', sent(), received()),
    onDay('2026-03-31', accepted(), scheduled()),
    onDay('2026-04-08', held({ examined: true, identity: 'otherwise' })),
    onDay('2026-04-14', drafted()),
    onDay('2026-04-15', adviceDiscussed(), leftAsIs()),
    onDay('2026-04-16', finalised()),
    onDay('2026-04-17', authorised(), forwarded()),
    onDay('2026-04-20', decided(), closed()),
  ),

  // application phase
  'a refusal, and honoured after all': whole(
    onDay('2026-03-18', discussed(), refused()),
    onDay('2026-03-20', discussed({ advised: 'complaint' }), honoured()),
  ),
  'a request renewed after every end': whole(
    onDay('2026-03-18', discussed(), refused()),
    onDay('2026-03-19', renewed({ newFacts: 'facts-1' }), outOfScope()),
    onDay('2026-03-20', renewed(), discussed({ advised: 'uwvExpertOpinion' }), uwvChosen()),
    onDay('2026-03-23', renewed(), withdrawn()),
    onDay('2026-03-24', renewed(), lapsed({ remindedOn: ['2026-03-24'] })),
    onDay('2026-04-07', renewed(), discussed(), refused(), uwvChosen()),
  ),
  'a refusal on every compelling ground': opened(
    { earlierRequests: (['completed', 'refused', 'withdrawn', 'other'] as const).map(earlier) },
    onDay('2026-03-18', discussed({ advised: 'other' })),
    onDay(
      '2026-03-20',
      refused({
        grounds: ['repeatedSameQuestion', 'seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'],
        earlierRequests: ['earlier-completed'],
      }),
    ),
  ),
  'found out of scope, and honoured after all': whole(
    onDay('2026-03-18', outOfScope()),
    onDay('2026-03-20', honoured(), discussed(), explained()),
  ),
  'found out of scope on every other ground': opened(
    { contestedAdvice: { task: 'other', giver: unregistered('physician-giver') } },
    onDay('2026-03-18', outOfScope({ because: 'noAdviceByOccupationalPhysician' }), renewed()),
    onDay('2026-03-19', outOfScope({ because: 'preEmploymentExamination' }), renewed()),
    onDay('2026-03-20', outOfScope({ because: 'notAskedByEmployee' })),
  ),
  'found out of scope, and the expert opinion of UWV instead': whole(onDay('2026-03-18', outOfScope(), uwvChosen())),
  'a physician outside the contract, not engaged, and another': whole(
    honouring,
    onDay('2026-03-20', chosen({ first: outsider, second: undefined })),
    onDay('2026-03-23', notEngaged(), chosen(), chosen({ first: another })),
    onDay('2026-03-24', sent({ ...to(another), medicalData: false })),
  ),

  'by a representative, at a service that keeps neither employer nor planning in its file': opened(
    {
      by: representative,
      recordedBy: handler,
      recordOf: 'procedure',
      participants: { representative, employer: undefined, administration: undefined },
      contract: {
        physicians: [listed, dependent, unregistered('physician-former')],
        responseTerm: { from: 'dispatch', extendedBy: 'algemeneTermijnenwet' },
        alarms: { engage: 14, decide: 21, complaint: 42 },
        military: true,
      },
      contestedAdvice: { task: 'healthExamination', giver: dependent },
      guidanceContinues: true,
    },
    onDay('2026-03-18', discussed({ recordedBy: handler }), explained(), honoured()),
    onDay(
      '2026-03-20',
      chosen({ by: representative, first: listed, second: outsider, agreedWithEmployer: 'agreed-1' }),
    ),
    onDay('2026-03-23', signed({ by: representative, ...recipient(listed), scope: 'scope-1', document: 'document-1' })),
    onDay('2026-03-25', sent(to(listed))),
    onDay('2026-03-26', accepted(by(listed)), requested({ ...by(listed), source: 'ownPhysician', consent: undefined })),
    onDay('2026-03-27', answered({ ...by(listed), source: 'ownPhysician', consent: undefined })),
    onDay('2026-04-02', held(by(listed)), drafted(by(listed))),
    onDay('2026-04-03', adviceDiscussed({ ...by(listed), waivedByEmployee: false }), leftAsIs()),
    onDay('2026-04-07', finalised(by(listed)), authorised(), forwarded(by(listed))),
    onDay('2026-04-20', decided({ guidanceContinues: false }), closed()),
  ),
  'about the guidance of military personnel, the question put later and the own physician in the pool': opened(
    {
      participants: { ownPhysician: { ...own, pool: true } },
      contract: {
        responseTerm: { from: 'receipt', extendedBy: 'none' },
        alarms: {},
        military: false,
      },
      contestedAdvice: { task: 'workHealthConsultation' },
      question: undefined,
      guidanceContinues: false,
    },
    onDay('2026-03-18', discussed(), refused(), renewed({ question: 'question-2' })),
    onDay('2026-03-19', discussed(), explained(), honoured()),
    onDay('2026-03-20', chosen(), signed(), sent(), received(), accepted()),
    onDay('2026-04-08', held(), ...sources.flatMap((source) => [requested({ source }), answered({ source })])),
    onDay('2026-04-14', drafted(), adviceDiscussed({ waivedByEmployee: true }), leftAsIs(), finalised(), authorised()),
    onDay('2026-04-17', forwarded()),
    onDay('2026-04-20', decided({ guidanceContinues: true }), transferRequested({ adviceMayBePassedOn: false })),
    onDay('2026-04-21', transferGranted(), transferWithdrawn(), transferRequested()),
    onDay('2026-04-22', transferGranted({ to: dependent }), transferAccepted(by(dependent))),
  ),

  // whom the application is sent to
  'no response within the week, from the first nor from the second': whole(
    sending,
    onDay('2026-04-02', overdue(), sent(to(second)), received(by(second))),
    onDay('2026-04-10', overdue(by(own))),
    onDay('2026-04-13', accepted(by(second))),
  ),
  'an acceptance after the week': whole(sending, onDay('2026-04-02', overdue(), accepted())),
  'an authorisation revoked while nobody is chosen': whole(
    honouring,
    onDay('2026-03-20', chosen({ second: undefined }), signed(), sent()),
    onDay('2026-03-28', overdue(), revoked(), accepted()),
  ),
  'both unavailable, a third choice': whole(
    sending,
    onDay('2026-03-27', declined(), discussed(), sent(to(second))),
    onDay('2026-03-30', declined(by(second)), discussed()),
    onDay('2026-03-31', chosen({ first: another, second: undefined }), signed(recipient(another)), sent(to(another))),
  ),
  'both drop out after accepting': whole(
    accepting,
    onDay('2026-04-07', returned(), sent(to(second))),
    onDay('2026-04-09', accepted(by(second))),
    onDay('2026-04-14', returned(by(second))),
  ),
  'not possible without the data, at every moment': whole(
    choosing,
    onDay('2026-03-23', signed(), revoked(), withheld()),
    onDay('2026-03-25', sent({ medicalData: false })),
    onDay('2026-03-26', signed(), dataSent(), withheld()),
    onDay('2026-03-27', infeasible(), withheld(), revoked(), signed(recipient(another))),
    again('2026-03-30'),
    onDay('2026-03-31', infeasible()),
    again('2026-04-01'),
    onDay('2026-04-02', scheduled(), infeasible()),
    again('2026-04-03'),
    onDay('2026-04-08', held(), infeasible()),
    onDay('2026-04-09', chosen({ first: another }), sent(to(another))),
  ),

  // from acceptance to advice
  'data and information by and by, and draft upon draft': whole(
    withoutData,
    onDay('2026-03-30', accepted(), signed(), dataSent(), requested(), answered(), scheduled()),
    onDay('2026-04-01', dataSent(), requested(), answered(), scheduled({ for: '2026-04-09' })),
    onDay('2026-04-09', missed(), waived()),
    onDay('2026-04-10', dataSent(), requested(), answered(), scheduled({ for: '2026-04-14' })),
    onDay('2026-04-14', held(), held(), drafted()),
    onDay('2026-04-15', drafted({ draft: 'draft-2' }), adviceDiscussed(), requested()),
    onDay('2026-04-16', drafted({ draft: 'draft-3' }), answered(), drafted({ draft: 'draft-4' })),
    onDay('2026-04-24', reviewLapsed({ announcedOn: '2026-04-16', until: '2026-04-23' }), requested()),
    onDay('2026-04-28', drafted({ draft: 'draft-5' }), leftAsIs(), answered(), drafted({ draft: 'draft-6' })),
    onDay('2026-04-29', remarked(), drafted({ draft: 'draft-7' }), leftAsIs(), adviceDiscussed(), finalised()),
    onDay('2026-04-30', adviceDiscussed(), authorised(), adviceDiscussed(), authorised({ document: 'document-2' })),
    onDay('2026-05-01', forwarded()),
  ),
  'withdrawn after the consultation': whole(consulting, onDay('2026-04-10', withdrawn())),
  'no answer to the invitation': whole(
    accepting,
    onDay('2026-04-20', lapsed({ ...by(first), remindedOn: ['2026-04-13'] })),
  ),

  // the copy
  'no copy, later handed over by the employee': whole(
    advising,
    onDay('2026-04-17', forwardingWithheld(), adviceDiscussed()),
    onDay('2026-04-24', handedOver()),
    onDay('2026-04-28', decided({ adoption: 'partial' }), closed()),
  ),
  'consent to a copy, taken back, given again, and the copy handed over': whole(
    advising,
    onDay('2026-04-17', authorised(), forwardingWithheld()),
    onDay('2026-04-20', authorised(), handedOver()),
  ),
  'no answer to the question of a copy': whole(
    advising,
    onDay('2026-05-08', unanswered({ remindedOn: ['2026-04-30'] })),
  ),

  // what the own physician does with it
  'the guidance transferred': whole(
    deciding,
    onDay('2026-04-22', transferRequested()),
    onDay('2026-04-24', transferGranted()),
    onDay('2026-04-28', transferAccepted()),
  ),
  'a transfer asked and withdrawn, in silence, after the decision and after the end': whole(
    advising,
    onDay('2026-04-17', handedOver()),
    onDay('2026-05-11', transferRequested(), transferWithdrawn(), transferRequested(), transferGranted()),
    onDay('2026-05-12', transferWithdrawn(), transferRequested(), decided(), transferWithdrawn()),
    onDay('2026-05-13', transferRequested(), transferGranted(), transferDeclined(), transferGranted({ to: fourth })),
    onDay('2026-05-14', transferWithdrawn(), closed(), transferRequested(), transferWithdrawn()),
    onDay('2026-05-18', transferRequested(), transferGranted({ to: fourth }), transferWithdrawn()),
    onDay('2026-05-20', employerAsked(), employerAgreed()),
  ),
  'a transfer granted and then refused, the decision in between': whole(
    forwarding,
    onDay('2026-05-11', transferRequested(), transferGranted()),
    onDay('2026-05-12', decided({ adoption: 'none' }), transferRefused(), closed()),
  ),
  'a transfer refused, and the employer asked': whole(
    forwarding,
    onDay('2026-05-11', transferRequested()),
    onDay('2026-05-12', transferRefused({ reasons: 'reasons-5' }), decided()),
    onDay('2026-05-13', employerAsked()),
    onDay('2026-05-20', employerDeclined()),
  ),
  'a decision after the employer answered': whole(
    forwarding,
    onDay('2026-05-11', transferRequested(), employerAsked()),
    onDay('2026-05-18', employerAgreed()),
    onDay('2026-05-20', decided()),
  ),
  'the employer asked while nobody decides': whole(
    forwarding,
    onDay('2026-05-11', transferRequested(), employerAsked()),
    onDay('2026-05-18', decided(), closed()),
  ),

  // what the own physician's record holds of it
  'an adopted advice, as the own physician sees it': asOwnPhysicianSees(
    accepting,
    onDay('2026-04-17', forwarded()),
    onDay('2026-04-20', decided(), closed()),
  ),
  'no copy at first, as the own physician sees it': asOwnPhysicianSees(
    withoutData,
    onDay('2026-03-30', accepted(), signed(), dataSent(), revoked(), infeasible()),
    onDay('2026-03-31', signed(), sent(), accepted()),
    onDay('2026-04-17', noCopy()),
    onDay('2026-04-24', forwarded()),
  ),
  'an acceptance after the week, as the own physician sees it': asOwnPhysicianSees(
    sending,
    onDay('2026-04-02', overdue(), accepted()),
    onDay('2026-04-24', handedOver()),
  ),
  'an acceptance after the week by the last who was chosen, as the own physician sees it': asOwnPhysicianSees(
    honouring,
    onDay('2026-03-20', chosen({ second: undefined }), signed(), sent(), received()),
    onDay('2026-03-28', overdue(), accepted()),
    onDay('2026-05-08', lapsed({ remindedOn: ['2026-04-30'] })),
  ),

  // at any moment
  'complaints beside the procedure': whole(
    onDay('2026-03-18', complained(), acknowledged()),
    onDay('2026-03-19', complained(complaint('complaint-2')), complaintWithdrawn(complaint('complaint-2'))),
    onDay('2026-03-20', progressed(), complaintWithdrawn()),
    onDay('2026-03-23', complained(complaint('complaint-3')), complained(complaint('complaint-4'))),
    onDay('2026-03-24', complaintAnswered(complaint('complaint-3')), complaintWithdrawn(complaint('complaint-4'))),
    onDay(
      '2026-03-25',
      complained(complaint('complaint-5')),
      complaintAnswered({ ...complaint('complaint-5'), measuresBy: '2026-04-30' }),
    ),
  ),
  'another own physician, and an employer who is told with consent': whole(
    advising,
    onDay('2026-04-17', authorised(), replaced()),
    onDay('2026-04-20', authorised(to(successor)), forwarded(), employerInformed({ ...by(first), of: 'advice' })),
    onDay('2026-04-21', employerInformed({ ...by(successor), of: 'decision' }), replaced({ physician: dependent })),
    onDay('2026-04-22', employerInformed(by(dependent))),
  ),
} satisfies Record<string, Story>;

/** Stories that end with what people do against the rules, by name; only `record` follows them to their end. */
export const actsAgainstTheRules = {
  'the application sent before the request was honoured': whole(onDay('2026-03-18', sent())),
  'the application sent to a physician nobody chose': whole(honouring, onDay('2026-03-20', sent())),
  'the yes taken back before the choice': whole(honouring, onDay('2026-03-20', refused())),
  'the yes taken back after the choice': whole(choosing, onDay('2026-03-20', refused())),
  'an advice without a draft, and forwarded unasked': whole(consulting, onDay('2026-04-16', finalised(), forwarded())),
  'an advice made final before the draft was read': whole(drafting, onDay('2026-04-14', finalised())),
  'the draft forwarded before it was read': whole(drafting, onDay('2026-04-14', forwarded())),
  'the draft forwarded before it was final': whole(finalising, onDay('2026-04-15', forwarded())),
  'the advice forwarded though the employee withheld it': whole(
    advising,
    onDay('2026-04-17', forwardingWithheld(), forwarded()),
  ),
  'a decision without a copy': whole(advising, onDay('2026-04-17', forwardingWithheld(), decided())),
  'a refusal without reasons, on grounds that carry none': whole(
    onDay(
      '2026-03-18',
      discussed(),
      refused({
        grounds: ['otherInstrumentIsBetter', 'labourConflict', 'useless', 'cost', 'other'],
        reasons: undefined,
      }),
    ),
  ),
  'found out of scope without reasons': whole(onDay('2026-03-18', outOfScope({ reasons: undefined }))),
  'a request honoured by a physician who is not registered': opened(
    { participants: { ownPhysician: unregistered(own.id) } },
    onDay('2026-03-18', discussed(), honoured()),
  ),
  'a choice of two who are not registered': whole(
    honouring,
    onDay('2026-03-20', chosen({ first: unregistered('physician-5'), second: unregistered('physician-6') })),
  ),
  'a consultation without a look at who came': whole(
    accepting,
    onDay('2026-04-08', held({ identity: 'notEstablished' })),
  ),
  'no consultation and no reasons for it, then a draft nobody reviewed': whole(
    accepting,
    onDay('2026-04-08', waived({ reasons: undefined }), finalised()),
  ),
  'information asked without consent': whole(accepting, onDay('2026-04-08', requested({ consent: undefined }))),
  'a decision without reasons': whole(forwarding, onDay('2026-04-20', decided({ reasons: undefined }))),
  'a transfer to a physician who is not registered': whole(
    deciding,
    onDay('2026-04-22', transferRequested(), transferGranted({ to: unregistered('physician-5') })),
  ),
  'a complaint answered without reasons': whole(
    onDay('2026-03-18', complained(), complaintAnswered({ reasons: undefined })),
  ),
  'the own physician replaced by one who is not registered': whole(
    onDay('2026-03-18', replaced({ physician: unregistered('physician-5') })),
  ),
  'the employer told without consent': whole(onDay('2026-03-18', employerInformed({ consent: undefined }))),
} satisfies Record<string, Story>;

/** A history, and how it is taken: by the rules, or as what was done in spite of them. */
export interface Path extends Story {
  name: string;
  how: 'advance' | 'record';
}

const pathsOf = (told: Record<string, Story>, how: Path['how']): Path[] =>
  Object.entries(told).map(([name, story]) => ({ name, how, ...JSON.parse(JSON.stringify(story)) }));

/**
 * Histories that together take every way on of the chart and tell every field and word there is: those by the rules for
 * `advance`, and for `record` those that end in what is against them. Each call gives new ones.
 */
export const everyPath = (): Path[] => [...pathsOf(stories, 'advance'), ...pathsOf(actsAgainstTheRules, 'record')];
