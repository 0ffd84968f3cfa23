import type { ClauseId, EventType, NoticeTopic } from '../../src/index.js';
import type { Party } from './secrets.js';
import { employee, first, opening, outsider, planning, second, type Told, upTo, usual } from './story.js';

/** A story of a case; null where there is none yet. */
export interface Story {
  opening: Record<string, unknown> & { on: string };
  events: Told[];
}

/** Two stories between which only the data item differs. */
export interface Difference {
  from: Story | null;
  to: Story;
}

/**
 * `sees` the item, or the bare `fact`; `own`: only what is against or about themselves; `withConsent` of the employee; `gone`: they
 * are told, and see nothing any more; `-` nothing.
 */
type Shows = 'sees' | 'fact' | 'own' | 'withConsent' | 'gone' | '-';

/** What an event adds to a party's story: the event itself, only what follows from it, or nothing. */
export type Reading = 'event' | 'follows' | '-';

export interface Cell {
  shows: Shows;
  /** The field of the view's `sees` that carries it. */
  field?: string;
  /** The letter that must tell them. */
  letter?: NoticeTopic | undefined;
  /** How the timeline has it: the event where the cell shows anything, unless said otherwise. */
  reads: Reading;
  /** Where this party comes to know it elsewhere than the others. */
  at?: Difference;
}

/** A party that a row does not name is shown nothing of it. */
export type Row = { item: [en: string, nl: string]; clauses: ClauseId[]; at: Difference } & Partial<
  Record<Party, Cell>
>;

const story = (...events: (Told | Told[])[]): Story => ({ opening, events: events.flat() });
const openedWith = (changed: Record<string, unknown>, ...events: (Told | Told[])[]): Story => ({
  opening: { ...opening, ...changed },
  events: events.flat(),
});
const after = (events: Told[], ...news: Told[]): Difference => ({ from: story(events), to: story(events, news) });
const between = (from: Story, to: Story): Difference => ({ from, to });

const shown =
  (shows: Shows) =>
  (field: string, letter?: NoticeTopic): Cell => ({ shows, field, letter, reads: 'event' });
const [sees, fact, mine, withConsent] = [shown('sees'), shown('fact'), shown('own'), shown('withConsent')];
const told = (cell: Cell, at: Difference): Cell => ({ ...cell, at });
/** The party sees it, and reads only what follows. */
const follows = (cell: Cell): Cell => ({ ...cell, reads: 'follows' });
const unread = (cell: Cell): Cell => ({ ...cell, reads: '-' });

export const nothing: Cell = { shows: '-', reads: '-' };
/** They did it themselves; their view is the same. */
const byThem: Cell = { shows: '-', reads: 'event' };
const gone = (letter: NoticeTopic): Cell => ({ shows: 'gone', letter, reads: '-' });

const discussing = upTo('application.discussing');
const choosing = upTo('application.choosing');
const preparing = upTo('application.preparing');
const awaitingResponse = upTo('execution.awaitingResponse');
const inviting = upTo('execution.inviting');
const awaitingConsultation = upTo('execution.awaitingConsultation');
const assessing = upTo('execution.assessing');
const reviewing = upTo('execution.reviewing');
const finalising = upTo('execution.finalising');
const awaitingConsent = upTo('execution.awaitingConsent');
const forwarding = upTo('execution.forwarding');
const considering = upTo('completion.considering');
const decidedOn = upTo('completion.decided');
const consideringTransfer = upTo('completion.consideringTransfer');
const awaitingThirdPhysician = upTo('completion.awaitingThirdPhysician');

const transferred = upTo('transferred');

const accepting = after(awaitingThirdPhysician, usual('transfer.accepted'));
const sending = after([...preparing, usual('authorisation.signed')], usual('application.sent'));
const withoutData = [...preparing, usual('authorisation.withheld'), usual('application.sent', { medicalData: false })];
const listed = { ...opening.contract, physicians: [{ ...second, id: 'physician-listed' }] };
const anotherAdvice = { ...opening.contestedAdvice, id: 'advice-9', task: 'healthExamination' };
const toOutside = { recipient: outsider.id };
const outsideSent = (agreed: Record<string, unknown>): Told[] => [
  ...choosing,
  usual('physicians.chosen', { first: outsider, second: undefined, ...agreed }),
  usual('authorisation.signed', toOutside),
  usual('application.sent', { to: outsider.id }),
];
const next = '2026-03-19';

/** Who is shown what, where. Reviewed by hand. */
export const matrix: Record<number, Row> = {
  1: {
    item: ['That there is a request', 'Dat er een aanvraag is'],
    clauses: ['E-06', 'L-05', 'B-42', 'G-4'],
    at: { from: null, to: story(discussing) },
    employee: sees('caseId'),
    ownPhysician: sees('caseId', 'requestMade'),
    secondOpinionPhysician: told(sees('caseId', 'applicationSent'), sending),
    thirdPhysician: told(fact('caseId', 'transferGranted'), after(consideringTransfer, usual('transfer.granted'))),
    administration: fact('caseId'),
  },
  2: {
    item: ['Doubt, question, contested advice', 'Twijfel, vraag, bestreden advies'],
    clauses: ['E-05', 'L-03', 'G-5'],
    at: between(openedWith({ question: 'question-9' }, awaitingResponse), story(awaitingResponse)),
    employee: sees('question'),
    ownPhysician: sees('question'),
    secondOpinionPhysician: sees('question'),
    thirdPhysician: told(withConsent('passedOn.question'), accepting),
  },
  3: {
    item: ['Discussion of the instrument', 'Bespreking van het instrument'],
    clauses: ['L-06', 'L-07'],
    at: between(story(usual('instrument.discussed', { advised: 'other' }), inviting.slice(1)), story(inviting)),
    employee: sees('request.instrument'),
    ownPhysician: sees('request.instrument'),
  },
  4: {
    item: ['Refusal and its written reasons', 'Weigering en de schriftelijke redenen'],
    clauses: ['D-2.14d.3', 'E-16', 'L-10'],
    at: after([usual('instrument.discussed')], usual('request.refused')),
    employee: sees('request.outcome', 'requestRefused'),
    ownPhysician: sees('request.outcome'),
    administration: follows(fact('step')),
  },
  5: {
    item: ['Physicians listed in the contract', 'Bedrijfsartsen in het contract'],
    clauses: ['E-07', 'E-22', 'W-14.4'],
    at: between(story(awaitingResponse), openedWith({ contract: listed }, awaitingResponse)),
    employee: sees('contract.physicians'),
    ownPhysician: sees('contract.physicians'),
  },
  6: {
    item: ['Choice and second preference', 'Keuze en tweede voorkeur'],
    clauses: ['E-08', 'L-13', 'L-14', 'B-18a'],
    at: after(choosing, usual('physicians.chosen')),
    employee: sees('choice'),
    ownPhysician: sees('choice', 'physiciansChosen'),
    secondOpinionPhysician: told(
      nothing,
      between(
        story(choosing, usual('physicians.chosen', { second: undefined }), awaitingResponse.slice(4)),
        story(awaitingResponse),
      ),
    ),
    administration: follows(fact('physicianChosen')),
  },
  7: {
    item: ['Agreement of the employer to an outsider', 'Instemming van de werkgever met een buitenstaander'],
    clauses: ['D-2.14d.2', 'E-13', 'B-12', 'B-12a'],
    at: between(story(outsideSent({})), story(outsideSent({ agreedWithEmployer: 'agreed-1' }))),
    employee: sees('choice.agreedWithEmployer'),
    ownPhysician: sees('choice.agreedWithEmployer'),
    secondOpinionPhysician: fact('payer'),
    administration: fact('payer'),
  },
  8: {
    item: ['Application form', 'Aanvraagformulier'],
    clauses: ['L-16', 'L-22'],
    at: sending,
    employee: sees('engagement.application'),
    ownPhysician: sees('engagement.application'),
    secondOpinionPhysician: sees('application', 'applicationSent'),
    administration: fact('application.on'),
  },
  9: {
    item: ['Authorisation for medical data', 'Machtiging voor medische gegevens'],
    clauses: ['D-2.14d.4', 'L-17', 'L-18', 'B-18a'],
    at: after(preparing, usual('authorisation.signed')),
    employee: sees('authorisations'),
    ownPhysician: sees('authorisations', 'authorisationSigned'),
    secondOpinionPhysician: told(
      sees('authorisation', 'authorisationRevoked'),
      after(inviting, usual('authorisation.revoked')),
    ),
    administration: unread(fact('authorisationAnswered')),
  },
  10: {
    item: ['Medical data sent under the authorisation', 'Medische gegevens, verstuurd met de machtiging'],
    clauses: ['D-2.14d.4', 'L-22', 'B-18b'],
    at: after(inviting, usual('medicalData.sent', { on: next })),
    employee: sees('engagement.medicalDataSentOn'),
    ownPhysician: sees('engagement.medicalDataSentOn'),
    secondOpinionPhysician: sees('medicalDataSentOn', 'medicalDataSent'),
  },
  12: {
    item: ['Sending, receipt, response term', 'Verzending, ontvangst, reactietermijn'],
    clauses: ['L-20', 'L-22', 'L-23', 'B-14'],
    at: after(awaitingResponse, usual('application.received', { on: next })),
    employee: sees('engagement.receivedOn'),
    ownPhysician: sees('engagement.receivedOn'),
    secondOpinionPhysician: sees('receivedOn'),
    administration: sees('application.receivedOn'),
  },
  13: {
    item: ['Response of the second-opinion physician', 'Reactie van de bedrijfsarts second opinion'],
    clauses: ['L-20', 'L-24'],
    at: after(awaitingResponse, usual('application.accepted')),
    employee: sees('engagement.acceptedOn', 'applicationAccepted'),
    ownPhysician: sees('engagement.acceptedOn', 'applicationAccepted'),
    secondOpinionPhysician: sees('acceptedOn'),
    administration: fact('application.answeredOn'),
  },
  14: {
    item: ['Judgement that it cannot be done without the data', 'Oordeel dat het zonder de gegevens niet gaat'],
    clauses: ['L-18', 'L-19', 'B-20'],
    at: after(withoutData, usual('application.foundInfeasible')),
    employee: sees('engagement.infeasibleOn', 'applicationFoundInfeasible'),
    ownPhysician: fact('engagement.infeasibleOn', 'applicationFoundInfeasible'),
    secondOpinionPhysician: sees('infeasibleOn'),
    administration: fact('step'),
  },
  15: {
    item: ['Day of the consultation', 'Dag van het spreekuur'],
    clauses: ['L-27'],
    at: after(inviting, usual('consultation.scheduled')),
    employee: sees('execution.consultation.scheduled', 'consultationScheduled'),
    secondOpinionPhysician: sees('execution.consultation.scheduled'),
  },
  16: {
    item: ['Whether the identity was established', 'Of de identiteit is vastgesteld'],
    clauses: ['L-28', 'B-23a'],
    at: between(
      story(awaitingConsultation, usual('consultation.held', { identity: 'otherwise' })),
      story(awaitingConsultation, usual('consultation.held')),
    ),
    employee: sees('execution.consultation.held.identity'),
    secondOpinionPhysician: sees('execution.consultation.held.identity'),
  },
  17: {
    item: ['Consultation, and whether there was an examination', 'Spreekuur, en of er onderzoek was'],
    clauses: ['L-27', 'L-29'],
    at: after(awaitingConsultation, usual('consultation.held')),
    employee: sees('execution.consultation.held'),
    secondOpinionPhysician: sees('execution.consultation.held'),
  },
  18: {
    item: ['Additional information, consent per source', 'Aanvullende informatie, toestemming per bron'],
    clauses: ['D-2.14d.4', 'L-30', 'L-31', 'B-24'],
    at: after(assessing, usual('information.requested')),
    employee: sees('execution.information'),
    ownPhysician: told(
      fact('informationAskedOn', 'informationAsked'),
      after(assessing, usual('information.requested', { source: 'ownPhysician' })),
    ),
    secondOpinionPhysician: sees('execution.information'),
    employer: told(
      withConsent('asked', 'informationAsked'),
      after(assessing, usual('information.requested', { source: 'employer' })),
    ),
  },
  19: {
    item: ['Draft advice', 'Conceptadvies'],
    clauses: ['L-32', 'L-33'],
    at: after(assessing, usual('draft.submitted')),
    employee: sees('execution.draft', 'draftSubmitted'),
    secondOpinionPhysician: sees('execution.draft'),
  },
  20: {
    item: ['Factual remarks', 'Opmerkingen over feiten'],
    clauses: ['L-34', 'B-26'],
    at: after(reviewing, usual('inaccuracies.reported')),
    employee: sees('execution.review'),
    secondOpinionPhysician: sees('execution.review', 'inaccuraciesReported'),
  },
  21: {
    item: ['Final advice', 'Definitief advies'],
    clauses: ['D-2.14d.5', 'L-36', 'L-38', 'B-29', 'B-34a'],
    at: after(finalising, usual('advice.finalised')),
    employee: sees('execution.advice', 'adviceFinalised'),
    ownPhysician: told(
      withConsent('advice.reference', 'adviceForwarded'),
      after(forwarding, usual('advice.forwarded')),
    ),
    secondOpinionPhysician: sees('execution.advice'),
    thirdPhysician: told(withConsent('passedOn.advice'), accepting),
  },
  22: {
    item: ['Authorisation to forward', 'Machtiging om door te sturen'],
    clauses: ['D-2.14d.5', 'L-37', 'B-28'],
    at: after(awaitingConsent, usual('forwarding.authorised')),
    employee: sees('execution.forwarding'),
    secondOpinionPhysician: sees('execution.forwarding', 'forwardingAuthorised'),
    ownPhysician: told(follows(fact('noCopyOn', 'noCopy')), after(awaitingConsent, usual('forwarding.withheld'))),
    administration: told(follows(fact('step')), after(awaitingConsent, usual('forwarding.withheld'))),
  },
  23: {
    item: ['Word that no copy will come', 'Bericht dat er geen kopie komt'],
    clauses: ['L-39', 'B-28', 'B-30'],
    at: after(awaitingConsent, usual('forwarding.withheld')),
    employee: sees('execution.noCopyOn'),
    ownPhysician: follows(sees('noCopyOn', 'noCopy')),
    secondOpinionPhysician: sees('execution.forwarding', 'forwardingWithheld'),
    administration: follows(fact('step')),
  },
  24: {
    item: ['Decision on the advice and its reasons', 'Beslissing over het advies en de redenen'],
    clauses: ['D-2.14d.5', 'L-41', 'E-28'],
    at: after(considering, usual('decision.made')),
    employee: sees('decision', 'decisionMade'),
    ownPhysician: sees('decision'),
    thirdPhysician: told(withConsent('passedOn.decision'), accepting),
  },
  26: {
    item: ['Request for another physician to guide', 'Verzoek om een andere begeleidende bedrijfsarts'],
    clauses: ['D-2.14d.6', 'E-30'],
    at: after(decidedOn, usual('transfer.requested')),
    employee: sees('transfer'),
    ownPhysician: sees('transfer', 'transferRequested'),
  },
  27: {
    item: ['Decision on the transfer', 'Beslissing over de overdracht'],
    clauses: ['D-2.14d.6', 'E-31', 'G-8'],
    at: after(consideringTransfer, usual('transfer.granted')),
    employee: sees('transfer.grantedOn', 'transferGranted'),
    ownPhysician: sees('transfer.grantedOn'),
    thirdPhysician: sees('since', 'transferGranted'),
    administration: fact('thirdPhysician'),
  },
  28: {
    item: ['That the guidance was transferred, and to whom', 'Dat de begeleiding is overgedragen, en aan wie'],
    clauses: ['D-2.14d.6', 'E-32', 'E-33'],
    at: accepting,
    employee: sees('transfer.acceptedOn', 'transferAccepted'),
    ownPhysician: sees('transfer.acceptedOn', 'transferAccepted'),
    thirdPhysician: sees('step', 'heedTheResults'),
    employer: follows(sees('guidance', 'guidanceTransferred')),
    administration: sees('step'),
  },
  29: {
    item: ['Question to the employer for another physician', 'Vraag aan de werkgever om een andere bedrijfsarts'],
    clauses: ['E-34', 'B-36', 'B-55'],
    at: after([...consideringTransfer, usual('transfer.refused')], usual('employer.asked')),
    employee: sees('employerRequest'),
    employer: sees('request', 'employerAsked'),
  },
  30: {
    item: ['Complaint', 'Klacht'],
    clauses: ['D-2.14e.1', 'D-2.14e.5', 'E-35', 'B-37'],
    at: after(inviting, usual('complaint.filed')),
    employee: sees('complaints'),
    ownPhysician: mine('complaints'),
    secondOpinionPhysician: told(mine('complaints'), after(inviting, usual('complaint.filed', { against: first.id }))),
    thirdPhysician: told(
      mine('complaints'),
      after(awaitingThirdPhysician, usual('complaint.filed', { against: 'physician-third' })),
    ),
    complaintHandler: sees('complaints', 'complaintFiled'),
  },
  31: {
    item: ['Answer to a complaint, and its measures', 'Antwoord op een klacht, en de maatregelen'],
    clauses: ['D-2.14e.3', 'D-2.14e.4', 'G-12'],
    at: after([...inviting, usual('complaint.filed'), usual('complaint.acknowledged')], usual('complaint.answered')),
    employee: sees('complaints', 'complaintAnswered'),
    ownPhysician: mine('complaints'),
    secondOpinionPhysician: told(
      mine('complaints'),
      after(
        [...inviting, usual('complaint.filed', { against: first.id }), usual('complaint.acknowledged')],
        usual('complaint.answered'),
      ),
    ),
    thirdPhysician: told(
      mine('complaints'),
      after(
        [
          ...awaitingThirdPhysician,
          usual('complaint.filed', { against: 'physician-third' }),
          usual('complaint.acknowledged'),
        ],
        usual('complaint.answered'),
      ),
    ),
    complaintHandler: sees('complaints'),
  },
  32: {
    item: ['Who pays', 'Wie betaalt'],
    clauses: ['W-44', 'E-11', 'E-13', 'B-12'],
    at: between(story(outsideSent({})), story(outsideSent({ first: { ...outsider, pool: true } }))),
    employee: sees('payer'),
    ownPhysician: sees('payer'),
    secondOpinionPhysician: sees('payer'),
    administration: sees('payer'),
  },
  33: {
    item: ['Choice of the UWV route', 'Keuze voor UWV'],
    clauses: ['E-43', 'B-41'],
    at: after([...withoutData, usual('application.foundInfeasible')], usual('uwvRoute.chosen')),
    employee: sees('request.outcome'),
    ownPhysician: fact('request.outcome', 'uwvRouteChosen'),
    secondOpinionPhysician: follows(fact('step', 'requestWithdrawn')),
    administration: fact('step'),
  },
  34: {
    item: ['Explanation that the advice stays in force meanwhile', 'Uitleg dat het advies intussen blijft gelden'],
    clauses: ['L-11', 'L-12', 'B-38'],
    at: after(
      [usual('instrument.discussed'), usual('request.honoured'), usual('physicians.chosen')],
      usual('adviceInForce.explained'),
    ),
    employee: sees('request.adviceInForceExplainedOn'),
    ownPhysician: sees('request.adviceInForceExplainedOn'),
  },
  35: {
    item: ['Advice in force', 'Advies dat geldt'],
    clauses: ['B-38', 'G-9'],
    at: between(openedWith({ contestedAdvice: anotherAdvice }, inviting), story(inviting)),
    employee: sees('adviceInForce'),
    ownPhysician: sees('adviceInForce'),
    secondOpinionPhysician: sees('adviceInForce'),
  },
  36: {
    item: ['Withdrawal', 'Intrekking'],
    clauses: ['B-39'],
    at: after(inviting, usual('request.withdrawn')),
    employee: sees('request.outcome'),
    ownPhysician: sees('request.outcome', 'requestWithdrawn'),
    secondOpinionPhysician: follows(sees('step', 'requestWithdrawn')),
    administration: fact('step'),
  },

  // What a second reading by practice added.
  38: {
    item: ['Question put after the opening', 'Vraag die na de aanvraag is gesteld'],
    clauses: ['E-20', 'L-16', 'B-48'],
    at: after(preparing, usual('question.put')),
    employee: sees('question'),
    ownPhysician: sees('question', 'questionPut'),
    secondOpinionPhysician: told(
      sees('question', 'questionPut'),
      after([...withoutData, usual('application.foundInfeasible')], usual('question.put')),
    ),
    thirdPhysician: told(
      withConsent('passedOn.question'),
      between(story(transferred), story(usual('question.put'), transferred)),
    ),
  },
  39: {
    item: ['Reasons that were owed, given afterwards', 'Redenen die nog moesten komen'],
    clauses: ['L-10', 'L-41', 'B-59'],
    at: after(
      [...considering, usual('decision.made', { reasons: undefined })],
      usual('reasons.given', { of: 'decision' }),
    ),
    employee: sees('decision.reasons', 'reasonsGiven'),
    ownPhysician: sees('decision.reasons'),
    thirdPhysician: told(
      withConsent('passedOn.decision.reasons', 'heedTheResults'),
      after(
        [
          ...considering,
          usual('decision.made', { reasons: undefined }),
          ...transferred.slice(transferred.findIndex(({ type }) => type === 'transfer.requested')),
        ],
        usual('reasons.given', { of: 'decision' }),
      ),
    ),
  },
  40: {
    item: ['That the employee died', 'Dat de werknemer is overleden'],
    clauses: ['B-46', 'B-50'],
    at: after(inviting, usual('employee.died', { by: planning })),
    employee: sees('request.outcome'),
    ownPhysician: sees('request.outcome', 'employeeDied'),
    secondOpinionPhysician: fact('step', 'employeeDied'),
    thirdPhysician: told(
      fact('step', 'employeeDied'),
      after(awaitingThirdPhysician, usual('employee.died', { by: planning })),
    ),
    administration: fact('step'),
  },
  41: {
    item: ['Corrected advice', 'Verbeterd advies'],
    clauses: ['L-36', 'B-60'],
    at: after(considering, usual('advice.corrected')),
    employee: sees('execution.advice', 'adviceCorrected'),
    ownPhysician: told(
      withConsent('advice.reference', 'adviceHandedOver'),
      after([...considering, usual('advice.corrected')], usual('advice.handedOver', { on: next })),
    ),
    secondOpinionPhysician: sees('execution.advice'),
    thirdPhysician: told(
      follows(withConsent('passedOn.advice', 'heedTheResults')),
      after([...transferred, usual('advice.corrected')], usual('advice.handedOver')),
    ),
  },
  42: {
    item: ['That the guidance has ended', 'Dat de begeleiding is beëindigd'],
    clauses: ['D-2.14d.6', 'B-78'],
    at: between(story(decidedOn, usual('guidance.ended', { by: planning })), story(decidedOn)),
    employee: sees('guidanceContinues'),
    ownPhysician: sees('guidanceContinues'),
  },
  43: {
    item: ['That the contested advice no longer holds', 'Dat het bestreden advies niet meer geldt'],
    clauses: ['B-38', 'B-75'],
    at: between(story(decidedOn), story(considering, usual('decision.made', { adoption: 'none' }))),
    employee: sees('adviceInForce'),
    ownPhysician: sees('adviceInForce'),
  },
  44: {
    item: [
      'That the own physician has a copy: the part of the second opinion is over',
      'Dat er een kopie is: de second opinion is klaar',
    ],
    clauses: ['L-38', 'B-29', 'B-64'],
    at: after(awaitingConsent, usual('advice.handedOver')),
    employee: sees('possession'),
    ownPhysician: withConsent('advice.reference', 'adviceHandedOver'),
    secondOpinionPhysician: follows(fact('step', 'noAnswerNeeded')),
    administration: follows(fact('step')),
  },
  45: {
    item: ['That a third physician is not needed any more', 'Dat een derde bedrijfsarts niet meer nodig is'],
    clauses: ['G-8', 'B-92'],
    at: after(awaitingThirdPhysician, usual('transfer.refused')),
    employee: sees('transfer.refused', 'transferRefused'),
    ownPhysician: sees('transfer.refused'),
    thirdPhysician: gone('notNeeded'),
    administration: fact('step'),
  },
  46: {
    item: ['Release of the file to a new own physician', 'Vrijgave van het dossier aan een nieuwe eigen bedrijfsarts'],
    clauses: ['D-2.14d.5', 'B-65'],
    at: after([...considering, usual('ownPhysician.replaced')], usual('file.released')),
    employee: sees('possession.physician'),
    ownPhysician: withConsent('contestedAdvice', 'fileReleased'),
  },
  47: {
    item: ['What the employer was told', 'Wat de werkgever te horen kreeg'],
    clauses: ['B-42', 'B-85', 'G-4'],
    at: after(inviting, usual('employer.informed', { by: first.id })),
    employee: sees('disclosures', 'employerInformed'),
    secondOpinionPhysician: byThem,
    employer: withConsent('told'),
  },
};

/** Rows of which a case holds nothing. */
export const notInACase: Record<number, { item: [en: string, nl: string]; why: string }> = {
  11: {
    item: ['Data on the work situation', 'Gegevens over de werksituatie'],
    why: 'They travel with the application (row 8) and need no consent; a case holds no more of them than the form.',
  },
  25: {
    item: ['Functional advice changed after the decision', 'Na de beslissing gewijzigd advies over werk'],
    why: 'An ordinary advice, outside the second opinion; the employer knows it outside the case.',
  },
  37: {
    item: ['Audit trail', 'Verslag van wie wat deed'],
    why: '`timelineFor` tells each party its own acts and what it may know; deviations, revisions and who entered an act are for the host.',
  },
};

/** Cells that differ from the draft of this table, drawn up from the sources before there was code, and why. */
export const otherThanTheDraft = `
| 1 | third physician | sees after transfer, with consent | They must know from the proposal on that they are asked (G-8): the case id and whom they would guide. What was asked and advised waits for their yes and the consent of the employee (B-34a). |
| 5 | second-opinion physician | their own entry | Not shown: they know in which contracts they stand. |
| 5 | employer | sees, and makes it | Not shown: it is their own contract, and their view must be the same with a request and without (G-4). |
| 5 | administration | sees | Not shown: it holds the contract outside the case. |
| 6 | second-opinion physician | own position, not the other name | Not shown: that they are the second would tell them that another was asked before them. |
| 7 | second-opinion physician | - | Only who pays (row 32), which follows from it: they have to know whom to invoice. |
| 7 | employer | sees, because the employee asked | Not shown: the agreement is a reference of the employee, made outside the case (B-12a). |
| 7 | own physician | sees, is told | Told by \`physiciansChosen\`, of which it is a part. |
| 8 | third physician | with consent | Not shown: what is passed on is the contested advice, the question, the advice and the decision (B-34a). |
| 8 | second-opinion physician | is told | They are, by \`applicationSent\`. |
| 10 | third physician | with consent | Not shown: the file that is passed on does not name what was sent to another. |
| 15 | administration | second-opinion physician's own planning | Not shown: \`administration\` is that of the own physician's service. |
| 16 | administration | second-opinion physician's desk | Not shown: \`administration\` is that of the own physician's service. |
| 25 | all | sees | Not in a case. |
| 26 | all | the employee's reason | No reason is asked, and none is kept. |
| 27 | employer | see row 28 | Nothing before the third physician has accepted (G-8). |
| 28 | all | name | The third physician's id; names are the host's. |
| 29 | own physician | fact, if the employee wants | Not shown: the employee tells them if they like (B-55). |
| 29 | administration | fact | Not shown: it moves no step that is planned, and the own physician may not see it (B-55, B-79). |
| 32 | employer | anonymous line | Not shown: a cost line of one case would break their constant view; invoices are collective (B-42). |
| 33 | second-opinion physician | fact (withdrawn) | As withdrawn, without the route. |
| 35 | third physician | sees | Nothing: with their guidance the contested advice holds no more (B-75). |
| 35 | administration | fact | Not shown: that it holds no more would tell of the decision (row 24). |
| 37 | all | own acts | By \`timelineFor\`, not by a view. |`;

const asked = [usual('employer.asked'), usual('employer.agreed')];
const takenBack = [usual('transfer.requested'), usual('transfer.withdrawn')];
const closed = [...decidedOn, usual('case.closed')];
const refused = [...consideringTransfer, usual('transfer.refused')];
const granted = [...consideringTransfer, usual('transfer.granted')];
const noCopy = [...awaitingConsent, usual('forwarding.withheld')];
const wavered = story(noCopy, usual('forwarding.authorised'), usual('forwarding.withheld'));
const handedOn = [usual('transfer.granted'), usual('transfer.accepted')];
const replaced = usual('ownPhysician.replaced');
const corrected = usual('advice.corrected');

/** Stories after which the case stands elsewhere to one than to another, or since another day. */
export const crossroads: Record<string, Story> = {
  'the application was sent': story(awaitingResponse),
  'nobody answered within the week': story(awaitingResponse, usual('response.overdue')),
  'it was found infeasible': story(withoutData, usual('application.foundInfeasible')),
  'it was found infeasible, and signed for after all': story(
    withoutData,
    usual('application.foundInfeasible'),
    usual('authorisation.signed'),
  ),
  'it was found infeasible, and the employee went to UWV': story(
    withoutData,
    usual('application.foundInfeasible'),
    usual('uwvRoute.chosen'),
  ),
  'the request was withdrawn': story(inviting, usual('request.withdrawn')),
  'the request lapsed': story(inviting, usual('request.lapsed', { by: first.id, on: next })),
  'the employee died': story(inviting, usual('employee.died')),
  'the draft was discussed': story(finalising),
  'the advice was finalised': story(awaitingConsent),
  'the employee lets it be forwarded': story(forwarding),
  'the employee wants no copy sent': story(noCopy),
  'the employee wavered': wavered,
  'the employee handed the advice over': story(awaitingConsent, usual('advice.handedOver')),
  'the employee handed it over, in the record of the own physician': openedWith(
    { recordOf: 'ownPhysician' },
    inviting,
    usual('advice.handedOver'),
  ),
  'no copy came, and there was a decision all the same': story(noCopy, usual('decision.made')),
  'a corrected advice takes the consent back': story(forwarding, corrected),
  'a copy went without consent': story(awaitingConsent, usual('advice.forwarded')),
  'and the employee consented to it': story(awaitingConsent, usual('advice.forwarded'), usual('forwarding.authorised')),
  'the advice was forwarded': story(considering),
  'there was a decision': story(decidedOn),
  'a transfer was asked': story(consideringTransfer),
  'a transfer was asked before the decision, and withdrawn': story(considering, takenBack),
  'a third physician was asked': story(granted),
  'another third physician was asked': story(
    granted,
    usual('transfer.declined'),
    usual('transfer.granted', { to: second }),
  ),
  'the guidance was transferred': story(granted, usual('transfer.accepted')),
  'a third physician was asked, and is not needed any more': story(granted, usual('transfer.withdrawn')),
  'the transfer was refused': story(refused),
  'the employer was asked and agreed, after the transfer was refused': story(refused, asked),
  'the employer was asked in place of the own physician': story(considering, asked),
  'a corrected advice was handed over': story(decidedOn, corrected, usual('advice.handedOver')),
  'another own physician came, without the file': story(decidedOn, replaced),
  'the case was closed': story(closed),
  'the case was closed by the employee, and the employer asked': story(
    decidedOn,
    usual('case.closed', { by: employee }),
    asked,
  ),
  'the case was closed, and a transfer asked': story(closed, usual('transfer.requested')),
  'the case was closed, and a transfer withdrawn': story(closed, takenBack),
};

const asking = usual('employer.asked');
const atWork = usual('information.requested', { source: 'employer' });
const askingAnother = usual('employer.asked', { employer: 'employer-2' });
const chosen = [...choosing, usual('physicians.chosen')];

export type Alike = [party: Party, secret: string, one: Story, other: Story];
const signedForAnother = usual('authorisation.signed', { recipient: second.id });
const askedOwn = usual('information.requested', { source: 'ownPhysician' });
const unpassed = usual('transfer.requested', { adviceMayBePassedOn: false });

/** Two stories that are one to a party, who may not know what differs. */
export const alike = {
  'L-23': [
    ...[awaitingConsultation, assessing, reviewing, finalising, awaitingConsent, forwarding].map(
      (events): Alike => ['ownPhysician', `of ${events.at(-1)?.type}`, story(inviting), story(events)],
    ),
    [
      'ownPhysician',
      'of a draft, when they were asked for information',
      story(assessing, askedOwn),
      story(assessing, usual('draft.submitted'), askedOwn),
    ],
  ],
  'L-39': [
    [
      'ownPhysician',
      'whether the employee refused a copy, or said nothing',
      story(noCopy),
      story(awaitingConsent, usual('forwarding.unanswered')),
    ],
    ['ownPhysician', 'of a consent after all', story(noCopy), story(noCopy, usual('forwarding.authorised'))],
    ['ownPhysician', 'that the employee wavered', story(noCopy), wavered],
  ],
  'E-33': [
    [
      'employer',
      'of a transfer before they were asked',
      story(granted, askingAnother),
      story(granted, usual('transfer.accepted'), askingAnother),
    ],
    [
      'employer',
      'of a transfer of which the first employer is told',
      story(granted, askingAnother),
      story(granted, askingAnother, usual('transfer.accepted')),
    ],
  ],
  'E-34': [
    ['employer', 'whether the own physician had closed the case', story(refused, asking), story(closed, asking)],
  ],
  'B-55': [
    ...(
      ['ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'administration', 'complaintHandler'] as const
    ).flatMap((party): Alike[] => [
      [party, 'that the employer was asked', story(granted), story(granted, asking)],
      [party, 'what the employer answered', story(granted), story(granted, asked)],
      [party, 'that the question was taken back', story(granted), story(granted, asking, usual('employer.notAsked'))],
    ]),
  ],
  'B-65': [
    [
      'secondOpinionPhysician',
      'whether the file went to the new own physician',
      story(inviting, replaced),
      story(inviting, usual('ownPhysician.replaced', { consent: 'consent-3' })),
    ],
  ],
  'B-58': [
    [
      'secondOpinionPhysician',
      'whether the employee withdrew the request, or went to UWV',
      story(inviting, usual('request.withdrawn')),
      story(inviting, usual('uwvRoute.chosen')),
    ],
  ],
  'B-51': [
    ...(['secondOpinionPhysician', 'administration'] as const).map(
      (party): Alike => [party, 'of a decision without a copy', story(noCopy), story(noCopy, usual('decision.made'))],
    ),
  ],
  'B-60': [
    ['ownPhysician', 'of a correction before there is a copy', story(forwarding), story(forwarding, corrected)],
    ['ownPhysician', 'of a correction of which they have not the text', story(decidedOn), story(decidedOn, corrected)],
    [
      'thirdPhysician',
      'of a correction that the own physician has not',
      story(transferred),
      story(transferred, corrected),
    ],
    ['administration', 'of a correction', story(forwarding), story(forwarding, corrected)],
    [
      'secondOpinionPhysician',
      'that the employee handed their correction over',
      story(decidedOn, corrected),
      story(decidedOn, corrected, usual('advice.handedOver', { on: next })),
    ],
  ],
  'B-79': [
    ['administration', 'what the employee asks', story(preparing), story(preparing, usual('question.put'))],
    [
      'administration',
      'whether there is a question yet',
      story(preparing),
      openedWith({ question: undefined }, preparing),
    ],
    [
      'administration',
      'whether reasons are owed',
      story(usual('instrument.discussed'), usual('request.refused')),
      story(usual('instrument.discussed'), usual('request.refused', { reasons: undefined })),
    ],
    [
      'administration',
      'whether the file was released',
      story(considering, replaced),
      story(considering, replaced, usual('file.released')),
    ],
    ['administration', 'that the guidance has ended', story(decidedOn), story(decidedOn, usual('guidance.ended'))],
    ['administration', 'whether the instrument was discussed', story(), story(usual('instrument.discussed'))],
    ['administration', 'whether the advice in force was explained', story(), story(usual('adviceInForce.explained'))],
    [
      'administration',
      'how the employee answered',
      story(preparing, usual('authorisation.signed'), usual('application.sent', { medicalData: false })),
      story(preparing, usual('authorisation.withheld'), usual('application.sent', { medicalData: false })),
    ],
    ['administration', 'of a complaint', story(inviting), story(inviting, usual('complaint.filed'))],
    [
      'administration',
      'of a consent that named another',
      story(awaitingConsent, replaced),
      story(forwarding, replaced),
    ],
    ...[awaitingConsultation, assessing, reviewing, finalising, awaitingConsent, forwarding].map(
      (events): Alike => ['administration', `of ${events.at(-1)?.type}`, story(inviting), story(events)],
    ),
    ...[decidedOn, consideringTransfer].map(
      (events): Alike => ['administration', `of ${events.at(-1)?.type}`, story(considering), story(events)],
    ),
  ],
  'B-85': [
    [
      'employer',
      'of a second telling without consent',
      story(inviting, usual('employer.informed')),
      story(inviting, usual('employer.informed'), usual('employer.informed', { on: next, consent: undefined })),
    ],
    [
      'employer',
      'of a telling of something else without consent',
      story(inviting, usual('employer.informed')),
      story(inviting, usual('employer.informed'), usual('employer.informed', { of: 'advice', consent: undefined })),
    ],
  ],
  'G-14': [
    [
      'ownPhysician',
      'of a complaint against the physician before them',
      story(inviting, usual('ownPhysician.replaced')),
      story(inviting, usual('complaint.filed'), usual('ownPhysician.replaced')),
    ],
  ],
  'B-18a': [
    [
      'secondOpinionPhysician',
      'what the employee signed for another',
      story(inviting),
      story(inviting, signedForAnother),
    ],
    ['administration', 'what the employee signed for another', story(chosen), story(chosen, signedForAnother)],
  ],
  'B-29': [
    [
      'secondOpinionPhysician',
      'what came of their advice, and who guides now',
      story(considering),
      story(awaitingThirdPhysician),
    ],
  ],
  'B-34a': [
    [
      'thirdPhysician',
      'what was asked and decided, where the employee does not let the advice be passed on',
      story(decidedOn, unpassed, handedOn),
      openedWith(
        { question: 'question-9' },
        considering,
        usual('decision.made', { adoption: 'none' }),
        unpassed,
        handedOn,
      ),
    ],
  ],
  'E-35': [
    [
      'thirdPhysician',
      'of a complaint against another',
      story(awaitingThirdPhysician),
      story(awaitingThirdPhysician, usual('complaint.filed'), usual('complaint.acknowledged')),
    ],
  ],
  'G-4': [
    ...[
      [usual('employer.informed')],
      [usual('employer.informed'), usual('employer.informed', { of: 'advice' })],
      [atWork],
      [usual('information.requested', { source: 'workplace' })],
    ].map(
      (told): Alike => [
        'employer',
        `what another employer was told or asked with consent: ${told.map(({ type, of, source }) => `${type} ${of ?? source}`).join()}`,
        story(considering, askingAnother),
        story(assessing, told, considering.slice(assessing.length), askingAnother),
      ],
    ),
    [
      'employer',
      'of a draft, when they were asked for information',
      story(assessing, atWork),
      story(assessing, usual('draft.submitted'), atWork),
    ],
    [
      'employer',
      'whom else the second-opinion physician asked, though they know of the request',
      story(assessing, usual('employer.informed')),
      story(assessing, usual('employer.informed'), usual('information.requested')),
    ],
    [
      'employer',
      'that the application went to another physician',
      story(assessing, atWork),
      story(
        assessing,
        atWork,
        usual('engagement.ended'),
        signedForAnother,
        usual('application.sent', { to: second.id }),
      ),
    ],
    ...[
      usual('employer.informed', { consent: undefined }),
      usual('information.requested', { source: 'employer', consent: undefined }),
      usual('information.requested', { source: 'workplace', consent: undefined }),
    ].map(
      (event): Alike => [
        'employer',
        `of what was done without consent: ${event.type} ${event.source ?? ''}`,
        story(assessing),
        story(assessing, event),
      ],
    ),
  ],
  'L-41': [
    [
      'administration',
      'what the own physician decided',
      story(considering, usual('decision.made', { adoption: 'none' })),
      story(decidedOn),
    ],
  ],
  'E-30': [['administration', 'that another was wanted, and not any more', story(closed), story(closed, takenBack)]],
} satisfies Partial<Record<ClauseId, Alike[]>>;

/** What a view offers otherwise than the procedure expects it now, since to know better would tell a secret. */
export const offeredOtherwise: { party: Party; offered: EventType[]; not: EventType[]; why: string }[] = [
  {
    party: 'ownPhysician',
    offered: [],
    not: ['medicalData.sent', 'employee.died', 'decision.made', 'case.closed'],
    why: 'That the employee consented after the word that no copy comes is not theirs to know (L-39); a new own physician without the file is offered what is asked of them (B-65).',
  },
  {
    party: 'secondOpinionPhysician',
    offered: [],
    not: ['employee.died', 'employer.informed'],
    why: 'After the copy their part is over, and they can only still correct (B-64, B-60); where the week has passed, they can only still answer (B-17).',
  },
  {
    party: 'employer',
    offered: [],
    not: ['ownPhysician.replaced'],
    why: 'Their view must be the same with a request and without (G-4).',
  },
  {
    party: 'administration',
    offered: [],
    not: ['employee.died'],
    why: 'As to the own physician, no copy comes (L-39).',
  },
];
