import { describe, expect, it } from 'vitest';
import {
  advance,
  type Case,
  type ClauseId,
  type EventType,
  type NormName,
  type Outcome,
  record,
} from '../src/index.js';
import * as story from './support/story.js';
import { clause, first, opening, own, second, storyTo, successor, type Told, tell, usual } from './support/story.js';

// What a norm asks, one condition at a time: where it holds the event is allowed, and where only it is otherwise that norm alone
// stands in the way. What the tests of a clause show already is not repeated here.

type Start = typeof opening & Record<string, unknown>;
type Step = keyof typeof storyTo;

/** A story: an opening, a step by the usual way, events; an event by its type is the usual one. */
type Story = (Start | Step | EventType | Told)[];

const eventsOf = (part: Story[number]): Told[] => {
  if (typeof part !== 'string') return 'caseId' in part ? [] : [part as Told];
  return part in storyTo ? storyTo[part as Step].events : [usual(part as EventType)];
};

const caseOf = (parts: Story): Case => {
  const start = parts.find((part): part is Start => typeof part !== 'string' && 'caseId' in part);
  return tell(start ?? opening, parts.flatMap(eventsOf)).case;
};

/** The condition, the event and the story where it holds, and where it fails. */
interface Row {
  that: string;
  type: EventType;
  holds: [Story, Told];
  fails: [Story, Told];
}

const told = (event: EventType | Told): Told => (typeof event === 'string' ? usual(event) : event);

/** The same event, after another story. */
const after = (that: string, event: EventType | Told, holds: Story, fails: Story): Row => ({
  that,
  type: told(event).type,
  holds: [holds, told(event)],
  fails: [fails, told(event)],
});

/** The same story, with something else in the event. */
const but = (that: string, at: Story, event: EventType | Told, changed: Record<string, unknown>): Row => ({
  that,
  type: told(event).type,
  holds: [at, told(event)],
  fails: [at, { ...told(event), ...changed }],
});

const unmetIn = (outcome: Outcome): string[] =>
  outcome.ok === false && outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : [];

/** Under the heading of its clause: on each of these conditions the norm decides alone. */
const asks = (id: ClauseId, norm: NormName, rows: Row[]): void =>
  clause(id, () => {
    it.each(rows)(`${norm} decides alone over $type: $that`, ({ holds, fails }) => {
      expect(advance(caseOf(holds[0]), holds[1])).toMatchObject({ ok: true, deviations: [] });
      expect(unmetIn(advance(caseOf(fails[0]), fails[1]))).toEqual([norm]);
    });
  });

const on = (day: string, type: EventType, changed: Record<string, unknown> = {}): Told =>
  usual(type, { ...changed, on: day });
const late = (type: EventType, changed: Record<string, unknown> = {}): Told => on('2026-03-20', type, changed);

const start = (changed: Record<string, unknown>): Start => ({ ...opening, ...changed }) as Start;
const contract = (changed: Record<string, unknown>): Start => start({ contract: { ...opening.contract, ...changed } });
const represented = start({
  participants: { ...opening.participants, representative: 'representative-1', mandate: 'mandate-1' },
});
const ownRecord = start({ recordOf: 'ownPhysician' });
const { question: _, ...withoutQuestion } = opening;
const ofAnother = start({
  contestedAdvice: { ...opening.contestedAdvice, giver: story.physician('physician-giver', 'oost') },
});
const repetition = usual('request.refused', { grounds: ['repeatedSameQuestion'], earlierRequests: ['earlier-1'] });
const asked = (changed: object, question = 'question-1') => ({
  ...changed,
  earlierRequests: [{ id: 'earlier-1', question, advice: 'advice-0', outcome: 'completed' }],
});

const outsider = { first: story.outsider };
const replacedBy = (physician: object): Told => usual('ownPhysician.replaced', { physician });
const toZuid = replacedBy({ ...successor, organisations: ['zuid'] });
const withoutData = usual('application.sent', { medicalData: false });
const toSecond = { recipient: second.id };
const byHandler2 = usual('complaint.answered', { by: 'handler-2' });
const ofOwn = { source: 'ownPhysician', consent: undefined };
const handing: Story = ['execution.reviewing', 'remarks.waived', 'advice.finalised', 'forwarding.authorised'];
const noCopyYet: Story = [ownRecord, 'execution.awaitingResponse', 'application.accepted', 'noCopy.announced'];

// application phase

// biome-ignore format: a line per condition
asks('E-44', 'actorHoldsRole', [
  after('the representative acts as the employee', usual('request.withdrawn', { by: 'representative-1' }), [represented], []),
  after('who was asked first does not answer for who is asked next', 'application.accepted', ['execution.awaitingResponse'], ['execution.awaitingResponse', 'application.declined', usual('application.sent', { to: second.id, medicalData: false })]),
  after('a former own physician acts no more', 'request.honoured', [], ['ownPhysician.replaced']),
]);

// biome-ignore format: a line per condition
asks('L-06', 'instrumentWasDiscussed', [
  after('anew in a renewed request', 'request.refused', ['instrument.discussed'], ['instrument.discussed', 'request.withdrawn', 'request.renewed']),
]);

// biome-ignore format: a line per condition
asks('L-11', 'adviceInForceWasExplained', [
  after('once is enough, whenever it was explained again', { ...withoutData, on: '2026-03-19' }, ['instrument.discussed', 'request.honoured', 'physicians.chosen', 'adviceInForce.explained', late('adviceInForce.explained')], ['instrument.discussed', 'request.honoured', 'physicians.chosen', late('adviceInForce.explained')]),
]);

// biome-ignore format: a line per condition
asks('E-19', 'earlierOpinionIsNamed', [
  but('by its id', [start(asked({})), 'instrument.discussed'], repetition, { earlierRequests: ['earlier-2'] }),
  after('on any question while none is put', repetition, [asked(withoutQuestion, 'question-0') as never, 'instrument.discussed'], [start(asked({}, 'question-0')), 'instrument.discussed']),
]);

/** Reminded on the day after, and on the day itself. */
const remindedAfter = (that: string, at: Story, type: EventType = 'request.lapsed', changed: object = {}): Row =>
  but(that, at, on('2026-03-22', type, { ...changed, remindedOn: ['2026-03-18', '2026-03-21'] }), {
    remindedOn: ['2026-03-18', '2026-03-20'],
  });

// biome-ignore format: a line per condition
asks('B-77', 'employeeWasReminded', [
  remindedAfter('after the yes', ['instrument.discussed', late('request.honoured')]),
  remindedAfter('after the decline', ['application.choosing', usual('physicians.chosen', { second: undefined }), withoutData, late('application.declined')]),
  remindedAfter('after the choice', ['application.choosing', late('physicians.chosen')]),
  remindedAfter('after the judgement that it is not feasible', ['application.preparing', withoutData, late('application.foundInfeasible')]),
  remindedAfter('after the acceptance', ['execution.awaitingResponse', late('application.accepted')], 'request.lapsed', { by: first.id }),
  remindedAfter('after they have the advice', ['execution.finalising', late('advice.finalised')], 'forwarding.unanswered'),
  but('not after the lapse itself', ['application.choosing'], on('2026-03-20', 'request.lapsed', { remindedOn: ['2026-03-20'] }), { remindedOn: ['2026-03-21'] }),
  but('not after the silence itself', ['execution.awaitingConsent'], on('2026-03-20', 'forwarding.unanswered', { remindedOn: ['2026-03-20'] }), { remindedOn: ['2026-03-21'] }),
]);

// biome-ignore format: a line per condition
asks('B-77', 'waiverIsDocumented', [
  but('by its paper', ['execution.finalising'], usual('advice.discussed', { waivedByEmployee: true, document: 'document-1' }), { document: undefined }),
  but('not where it was discussed', ['execution.finalising'], usual('advice.discussed', { waivedByEmployee: false }), { waivedByEmployee: true }),
]);

// biome-ignore format: a line per condition
asks('D-2.14d.2', 'physicianIsIndependent', [
  after('of the service of whoever gave the advice', 'physicians.chosen', ['application.choosing'], [ofAnother, 'application.choosing']),
  after('unless the employee is military', 'physicians.chosen', [start({ ...contract({ military: true }), contestedAdvice: ofAnother.contestedAdvice }), 'application.choosing'], [ofAnother, 'application.choosing']),
]);

// biome-ignore format: a line per condition
asks('B-71', 'physicianIsOfAnotherService', [
  after('still when it is sent, as the new own physician is', { ...withoutData, by: successor.id }, ['application.preparing', 'ownPhysician.replaced'], ['application.preparing', toZuid]),
  after('unless the employee is military', { ...withoutData, by: successor.id }, [contract({ military: true }), 'application.preparing', toZuid], ['application.preparing', toZuid]),
]);

// biome-ignore format: a line per condition
asks('B-93', 'actorsAreDistinct', [
  after('still when it is sent, from an own physician of before', { ...withoutData, by: story.third.id }, ['application.preparing', replacedBy(story.third)], ['application.preparing', replacedBy(first), replacedBy(story.third)]),
]);

// biome-ignore format: a line per condition
asks('B-12', 'choiceIsOutsideContract', [
  after('not in the pool', 'outsider.notEngaged', ['application.choosing', usual('physicians.chosen', outsider)], ['application.choosing', usual('physicians.chosen', { first: { ...story.outsider, pool: true } })]),
  after('not listed in the contract', 'outsider.notEngaged', ['application.choosing', usual('physicians.chosen', outsider)], [contract({ physicians: [story.outsider] }), 'application.choosing', usual('physicians.chosen', outsider)]),
]);

// biome-ignore format: a line per condition
asks('L-17', 'consentIsDocumented', (['authorisation.signed', 'forwarding.authorised'] as const).flatMap((type) => {
  const at: Story = [type === 'authorisation.signed' ? 'application.preparing' : 'execution.awaitingConsent'];
  return [
    but('by its paper, where another entered it', at, usual(type, { recordedBy: story.planning, document: 'document-1' }), { document: undefined }),
    but('not where the employee entered it', at, usual(type, { recordedBy: story.employee }), { recordedBy: story.planning }),
  ];
}));

// biome-ignore format: a line per condition
asks('B-10', 'sentToTheChosen', [
  after('once somebody was chosen', withoutData, ['application.preparing'], ['application.choosing']),
  but('medical data to the engaged physician', ['execution.awaitingResponse', usual('authorisation.signed', toSecond)], 'medicalData.sent', { to: second.id }),
]);

// biome-ignore format: a line per condition
asks('L-17', 'recipientIsAuthorised', [
  after('not withheld since', 'application.sent', ['application.preparing', 'authorisation.signed'], ['application.preparing', 'authorisation.signed', 'authorisation.withheld']),
  after('not revoked since', 'application.sent', ['application.preparing', 'authorisation.signed'], ['application.preparing', 'authorisation.signed', 'authorisation.revoked']),
  after('by name', 'application.sent', ['application.preparing', 'authorisation.signed'], ['application.preparing', usual('authorisation.signed', toSecond)]),
]);

// execution phase

// biome-ignore format: a line per condition
asks('L-20', 'responseTermHasPassed', [
  after('counted from receipt', on('2026-03-26', 'response.overdue'), ['execution.awaitingResponse', 'application.received'], ['execution.awaitingResponse', on('2026-03-19', 'application.received')]),
  after('counted from sending where the contract says so', on('2026-03-26', 'response.overdue'), [contract({ responseTerm: { from: 'dispatch', extendedBy: 'none' } }), 'execution.awaitingResponse', on('2026-03-19', 'application.received')], ['execution.awaitingResponse', on('2026-03-19', 'application.received')]),
  after('extended where the contract says so', on('2026-04-04', 'response.overdue'), ['application.preparing', { ...withoutData, on: '2026-03-27' }], [contract({ responseTerm: { from: 'receipt', extendedBy: 'algemeneTermijnenwet' } }), 'application.preparing', { ...withoutData, on: '2026-03-27' }]),
]);

// biome-ignore format: a line per condition
asks('L-19', 'dataAreMissing', [
  after('from the engaged physician, not another', 'application.foundInfeasible', ['execution.awaitingResponse', 'authorisation.withheld'], ['execution.awaitingResponse', usual('authorisation.withheld', toSecond)]),
]);

// biome-ignore format: a line per condition
asks('B-53', 'dataAreMissing', [
  after('signed for a part only', 'application.foundInfeasible', ['application.preparing', usual('authorisation.signed', { scope: 'scope-1' }), 'application.sent'], ['execution.awaitingResponse']),
  after('not sent, in spite of a signature', 'application.foundInfeasible', ['application.preparing', 'authorisation.signed', withoutData], ['execution.awaitingResponse']),
  after('not sent afterwards either', 'application.foundInfeasible', ['application.preparing', 'authorisation.signed', withoutData], ['application.preparing', 'authorisation.signed', withoutData, 'medicalData.sent']),
]);

// biome-ignore format: a line per condition
asks('B-24', 'employeeConsentsToSource', (['information.requested', 'information.received'] as const).flatMap((type) => [
  but('without it from the own physician only', ['execution.assessing'], usual(type, ofOwn), { source: 'elsewhere' }),
]));

// biome-ignore format: a line per condition
asks('B-24', 'employeeConsentsToOwnPhysician', (['information.requested', 'information.received'] as const).flatMap((type) => [
  after('where the engaged physician was authorised, not another', usual(type, ofOwn), ['application.preparing', 'authorisation.signed', withoutData, 'application.accepted'], ['application.preparing', usual('authorisation.signed', toSecond), withoutData, 'application.accepted']),
  but('by a consent of its own too', ['execution.assessing', 'authorisation.withheld'], usual(type, { source: 'ownPhysician' }), { consent: undefined }),
]));

// biome-ignore format: a line per condition
asks('B-25', 'reviewPeriodHasPassed', [
  but('whole', ['execution.reviewing'], on('2026-03-19', 'remarks.timedOut'), { until: '2026-03-19' }),
  but('announced before its end', ['execution.reviewing'], on('2026-03-21', 'remarks.timedOut', { announcedOn: '2026-03-19', until: '2026-03-19' }), { announcedOn: '2026-03-20' }),
  but('announced with the draft or after it', ['execution.reviewing'], on('2026-03-19', 'remarks.timedOut'), { announcedOn: '2026-03-17' }),
]);

// biome-ignore format: a line per condition
asks('L-38', 'forwardingIsAuthorised', [
  after('as far as the own record can know: unanswered and withheld look alike in it', 'advice.forwarded', noCopyYet, ['execution.awaitingConsent', 'forwarding.withheld']),
]);

// biome-ignore format: a line per condition
asks('E-25', 'adviceWasDiscussed', [
  after('or the employee waived that', 'advice.forwarded', [...handing, usual('advice.discussed', { waivedByEmployee: true, document: 'document-1' })], handing),
  after('the last draft, not an earlier one', 'advice.forwarded', ['execution.forwarding'], ['execution.finalising', 'draft.submitted', 'remarks.waived', 'advice.finalised', 'forwarding.authorised']),
  after('as far as the own record can know', 'advice.forwarded', noCopyYet, handing),
  but('before it is forwarded, by the days', [...handing, late('advice.discussed')], late('advice.forwarded'), { on: '2026-03-19' }),
  after('once is enough, whenever it was discussed again', on('2026-03-19', 'advice.forwarded'), [...handing, 'advice.discussed', late('advice.discussed')], [...handing, late('advice.discussed')]),
]);

// completion phase

// biome-ignore format: a line per condition
asks('D-2.14d.6', 'guidanceContinues', [
  after('from the opening', 'transfer.requested', ['completion.considering'], [start({ guidanceContinues: false }), 'completion.considering']),
  after('until it ends', 'transfer.requested', ['completion.considering'], ['completion.considering', 'guidance.ended']),
]);

// biome-ignore format: a line per condition
asks('B-34', 'thirdIsNotTheOwnPhysician', [
  but('whoever that is now', ['completion.consideringTransfer', 'ownPhysician.replaced'], usual('transfer.granted', { by: successor.id, to: own }), { to: successor }),
]);

// at any moment

// biome-ignore format: a line per condition
asks('B-37', 'complaintIsOpen', (['complaint.withdrawn', 'complaint.acknowledged', 'complaint.progressed', 'complaint.answered'] as const).flatMap((type) => {
  const two: Story = ['complaint.filed', usual('complaint.filed', { complaint: 'complaint-2' })];
  return [
    but('filed', two, type, { complaint: 'complaint-3' }),
    after('not answered', type, two, [...two, 'complaint.answered']),
    after('not withdrawn', type, two, [...two, 'complaint.withdrawn']),
  ];
}));

// biome-ignore format: a line per condition
asks('B-73', 'handlerIsNotInvolved', [
  ...[story.employee, story.employer, first.id, story.third.id].map((by) => but(`as ${by}`, ['completion.awaitingThirdPhysician', 'complaint.filed'], 'complaint.answered', { by })),
  but('as the first employer, where another is asked', ['completion.considering', usual('employer.asked', { employer: 'employer-2' }), 'complaint.filed'], 'complaint.answered', { by: story.employer }),
  after('as the representative', usual('complaint.answered', { by: 'representative-1' }), ['complaint.filed'], [represented, 'complaint.filed']),
  but('as the giver of the advice', [ofAnother, 'complaint.filed'], 'complaint.answered', { by: 'physician-giver' }),
  but('as the own physician', [ofAnother, usual('complaint.filed', { against: first.id })], 'complaint.answered', { by: own.id }),
  after('as a physician who was asked before', usual('complaint.answered', { by: first.id }), ['application.preparing', 'complaint.filed'], ['execution.awaitingResponse', 'application.declined', 'complaint.filed']),
  after('as a third physician who declined', usual('complaint.answered', { by: story.third.id }), ['completion.consideringTransfer', 'complaint.filed'], ['completion.awaitingThirdPhysician', 'transfer.declined', 'complaint.filed']),
  after('as an own physician of before', usual('complaint.answered', { by: successor.id }), ['complaint.filed'], ['ownPhysician.replaced', usual('ownPhysician.replaced', { physician: own }), 'complaint.filed']),
  after('as the one complained of', byHandler2, ['complaint.filed'], [usual('complaint.filed', { against: 'handler-2' })]),
]);

// the order of events

const renewed: Story = ['request.withdrawn', late('request.renewed')];
const renewedAndPreparing: Story = [
  'application.preparing',
  'request.withdrawn',
  ...['request.renewed', 'request.honoured', 'physicians.chosen'].map((type) => late(type as EventType)),
];
const accepted: Story = ['execution.awaitingResponse', late('application.accepted')];
const sent: Story = ['application.preparing', { ...withoutData, on: '2026-03-20' }];
const withheldAnd = (...more: Story): Story => ['application.preparing', 'authorisation.withheld', ...more];

/** What an event is not dated before, the events, and the story in which it was done on the late day. */
// biome-ignore format: a line per condition
const order: [string, (EventType | Told)[], Story][] = [
  ['the opening', ['adviceInForce.explained', 'employee.died', 'complaint.filed', 'ownPhysician.replaced', 'guidance.ended', 'employer.informed'], [start({ on: '2026-03-20' })]],
  ['the renewal', ['question.put', 'instrument.discussed', 'request.foundOutOfScope', 'uwvRoute.chosen', 'request.withdrawn', 'request.honoured'], renewed],
  ['the renewal', ['authorisation.signed', 'authorisation.withheld', 'authorisation.revoked'], renewedAndPreparing],
  ['the refusal', ['request.honoured'], ['instrument.discussed', late('request.refused')]],
  ['the withdrawal', ['request.renewed'], [late('request.withdrawn')]],
  ['the signature', ['application.sent'], ['application.preparing', late('authorisation.signed')]],
  ['the yes', ['physicians.chosen'], ['instrument.discussed', late('request.honoured')]],
  ['the decline', ['physicians.chosen'], ['application.choosing', usual('physicians.chosen', { second: undefined }), withoutData, late('application.declined')]],
  ['the judgement that it is not feasible', ['physicians.chosen'], withheldAnd(withoutData, late('application.foundInfeasible'))],
  ['the choice', ['outsider.notEngaged'], ['application.choosing', late('physicians.chosen', outsider)]],
  ['the choice', [withoutData], ['application.choosing', late('physicians.chosen')]],
  ['the decline', [{ ...withoutData, to: second.id }], ['execution.awaitingResponse', late('application.declined')]],
  ['the sending', ['medicalData.sent'], ['application.preparing', 'authorisation.signed', late('application.sent')]],
  ['the signature', ['medicalData.sent'], ['execution.awaitingResponse', late('authorisation.signed')]],
  ['the sending', ['application.received', 'application.accepted', 'application.declined', 'application.foundInfeasible'], sent],
  ['the acceptance', ['engagement.ended', 'consultation.scheduled', 'consultation.held', 'consultation.waived', 'information.requested', 'information.received'], accepted],
  ['the acceptance', ['application.foundInfeasible'], withheldAnd(withoutData, late('application.accepted'))],
  ['the invitation', ['consultation.missed'], ['execution.inviting', late('consultation.scheduled')]],
  ['the question', ['information.received'], ['execution.inviting', late('information.requested')]],
  ['the consultation', ['draft.submitted'], ['execution.inviting', late('consultation.held')]],
  ['the waiver', ['draft.submitted'], ['execution.inviting', late('consultation.waived')]],
  ['the draft', ['inaccuracies.reported', 'remarks.waived', 'advice.discussed'], ['execution.assessing', late('draft.submitted')]],
  ['the remarks', ['advice.finalised'], ['execution.reviewing', late('remarks.waived')]],
  ['the advice', ['advice.corrected', 'forwarding.authorised', 'forwarding.withheld', 'advice.handedOver'], ['execution.finalising', late('advice.finalised')]],
  ['the authorisation', ['advice.forwarded', 'forwarding.withheld'], ['execution.awaitingConsent', late('forwarding.authorised')]],
  ['the withholding', ['forwarding.authorised'], ['execution.awaitingConsent', late('forwarding.withheld')]],
  ['the acceptance', ['noCopy.announced', 'advice.forwarded', 'advice.handedOver'], [ownRecord, ...accepted]],
  ['the copy', ['decision.made', 'transfer.requested', 'employer.asked'], ['execution.forwarding', late('advice.forwarded')]],
  ['the request', ['transfer.withdrawn', 'transfer.granted', 'transfer.refused'], ['completion.decided', late('transfer.requested')]],
  ['the proposal', ['transfer.accepted', 'transfer.declined'], ['completion.consideringTransfer', late('transfer.granted')]],
  ['the refusal', ['case.closed'], ['completion.consideringTransfer', late('transfer.refused')]],
  ['the question to the employer', ['employer.notAsked', 'employer.agreed', 'employer.declined'], ['completion.considering', late('employer.asked')]],
  ['the answer of the employer', ['employer.asked'], ['completion.considering', 'employer.asked', late('employer.declined')]],
  ['the decision', ['decision.made', 'case.closed'], ['completion.considering', late('decision.made')]],
  ['the complaint', ['complaint.withdrawn', 'complaint.acknowledged', 'complaint.progressed', 'complaint.answered'], [late('complaint.filed')]],
  ['the acknowledgement', ['complaint.progressed', 'complaint.answered'], ['complaint.filed', late('complaint.acknowledged')]],
];

// biome-ignore format: a line per condition
asks('B-13', 'datedInOrder', order.flatMap(([what, events, at]) =>
  events.map((event) => but(`not before ${what}`, at, { ...told(event), on: '2026-03-20' }, { on: '2026-03-19' })),
));

const statements = ['authorisation.signed', 'authorisation.withheld', 'authorisation.revoked'] as const;

// biome-ignore format: a line per condition
asks('B-86', 'datedInOrder', statements.flatMap((before) => statements.flatMap((type) => [
  but(`not before ${before}`, ['application.preparing', late(before)], on('2026-03-20', type), { on: '2026-03-19' }),
  but(`of this recipient, not another: ${before}`, ['application.preparing', late(before)], on('2026-03-19', type, toSecond), { recipient: first.id }),
])));

describe('Conditions that only record meets, since another norm stands in the way of the act too', () => {
  const dated = (at: Story, type: EventType, norm: NormName = 'draftWasReviewed'): void => {
    expect(record(caseOf(at), late(type))).toMatchObject({ ok: true, deviations: [{ norm }] });
    expect(unmetIn(record(caseOf(at), on('2026-03-19', type)))).toContain('datedInOrder');
  };

  it('date a refusal without a discussion no earlier than the renewal', () => {
    dated(renewed, 'request.refused', 'instrumentWasDiscussed');
  });

  it('date an advice without a draft no earlier than the acceptance', () => {
    dated([...accepted, late('consultation.held')], 'advice.finalised');
  });

  it('date an advice on a draft that nobody reviewed no earlier than the draft', () => {
    dated(['execution.assessing', late('draft.submitted')], 'advice.finalised');
  });

  it('make an application to the own physician or the giver void, and one to somebody else a wrong one', () => {
    const done = (to: string) =>
      record(caseOf([ofAnother, 'application.choosing', usual('physicians.chosen', { second: undefined })]), {
        ...withoutData,
        to,
      });
    const stays = (norm: NormName) => ({ case: { step: 'application.preparing' }, deviations: [{ norm }] });
    expect(done(own.id)).toMatchObject(stays('actorsAreDistinct'));
    expect(done('physician-giver')).toMatchObject(stays('physicianIsIndependent'));
    expect(done('physician-nobody-chose')).toMatchObject({
      case: { step: 'execution.awaitingResponse' },
      deviations: [{ norm: 'sentToTheChosen' }],
    });
  });

  it('make an application by a physician who is not registered void, whatever else is wrong with it', () => {
    const participants = { ...opening.participants, ownPhysician: { ...own, registered: false } };
    const current = caseOf([start({ participants })]);
    expect(record(current, withoutData)).toMatchObject({
      case: { step: 'application.discussing' },
      deviations: [{ norm: 'physicianIsRegistered' }],
    });
  });
});
