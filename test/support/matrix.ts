import type { ClauseId, NoticeTopic } from '../../src/index.js';
import type { Party } from './secrets.js';
import { first, opening, outsider, second, type Told, upTo, usual } from './story.js';

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

/** `sees` the item, or the bare `fact`; `own`: only what is against or about himself; `withConsent` of the employee; `-` nothing. */
type Shows = 'sees' | 'fact' | 'own' | 'withConsent' | '-';

export interface Cell {
  shows: Shows;
  /** The field of the view's `sees` that carries it. */
  field?: string;
  /** The letter that must tell him. */
  letter?: NoticeTopic;
  /** Where this party comes to know it elsewhere than the others. */
  at?: Difference;
}

export interface Row {
  no: number;
  item: { en: string; nl: string };
  clauses: ClauseId[];
  at: Difference;
  cells: Record<Party, Cell>;
}

const story = (...events: (Told | Told[])[]): Story => ({ opening, events: events.flat() });
const openedWith = (changed: Record<string, unknown>, ...events: (Told | Told[])[]): Story => ({
  opening: { ...opening, ...changed },
  events: events.flat(),
});
const after = (events: Told[], ...news: Told[]): Difference => ({ from: story(events), to: story(events, news) });
const between = (from: Story, to: Story): Difference => ({ from, to });

const sees = (field: string, letter?: NoticeTopic): Cell => ({ shows: 'sees', field, ...(letter ? { letter } : {}) });
const fact = (field: string, letter?: NoticeTopic): Cell => ({ shows: 'fact', field, ...(letter ? { letter } : {}) });
const mine = (field: string): Cell => ({ shows: 'own', field });
const withConsent = (field: string): Cell => ({ shows: 'withConsent', field });
const nothing: Cell = { shows: '-' };
const told = (cell: Cell, at: Difference): Cell => ({ ...cell, at });

const none: Record<Party, Cell> = {
  employee: nothing,
  ownPhysician: nothing,
  secondOpinionPhysician: nothing,
  thirdPhysician: nothing,
  employer: nothing,
  complaintHandler: nothing,
  administration: nothing,
};

const cells = (shown: Partial<Record<Party, Cell>>): Record<Party, Cell> => ({ ...none, ...shown });

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
export const matrix: Row[] = [
  {
    no: 1,
    item: { en: 'That there is a request', nl: 'Dat er een aanvraag is' },
    clauses: ['E-06', 'L-05', 'B-42', 'G-4'],
    at: { from: null, to: story(discussing) },
    cells: cells({
      employee: sees('caseId'),
      ownPhysician: sees('caseId', 'requestMade'),
      secondOpinionPhysician: told(sees('caseId', 'applicationSent'), sending),
      thirdPhysician: told(fact('caseId', 'transferGranted'), after(consideringTransfer, usual('transfer.granted'))),
      administration: fact('caseId'),
    }),
  },
  {
    no: 2,
    item: { en: 'Doubt, question, contested advice', nl: 'Twijfel, vraag, bestreden advies' },
    clauses: ['E-05', 'L-03', 'G-5'],
    at: between(openedWith({ question: 'question-9' }, awaitingResponse), story(awaitingResponse)),
    cells: cells({
      employee: sees('question'),
      ownPhysician: sees('question'),
      secondOpinionPhysician: sees('question'),
      thirdPhysician: told(withConsent('along.question'), accepting),
    }),
  },
  {
    no: 3,
    item: { en: 'Discussion of the instrument', nl: 'Bespreking van het instrument' },
    clauses: ['L-06', 'L-07'],
    at: between(story(usual('instrument.discussed', { advised: 'other' }), inviting.slice(1)), story(inviting)),
    cells: cells({ employee: sees('request.instrument'), ownPhysician: sees('request.instrument') }),
  },
  {
    no: 4,
    item: { en: 'Refusal and its written reasons', nl: 'Weigering en de schriftelijke redenen' },
    clauses: ['D-2.14d.3', 'E-16', 'L-10'],
    at: after([usual('instrument.discussed')], usual('request.refused')),
    cells: cells({
      employee: sees('request.outcome', 'requestRefused'),
      ownPhysician: sees('request.outcome'),
      administration: fact('step'),
    }),
  },
  {
    no: 5,
    item: { en: 'Physicians listed in the contract', nl: 'Bedrijfsartsen in het contract' },
    clauses: ['E-07', 'E-22', 'W-14.4'],
    at: between(story(awaitingResponse), openedWith({ contract: listed }, awaitingResponse)),
    cells: cells({ employee: sees('contract.physicians'), ownPhysician: sees('contract.physicians') }),
  },
  {
    no: 6,
    item: { en: 'Choice and second preference', nl: 'Keuze en tweede voorkeur' },
    clauses: ['E-08', 'L-13', 'L-14', 'B-18a'],
    at: after(choosing, usual('physicians.chosen')),
    cells: cells({
      employee: sees('choice'),
      ownPhysician: sees('choice', 'physiciansChosen'),
      secondOpinionPhysician: told(
        nothing,
        between(
          story(choosing, usual('physicians.chosen', { second: undefined }), awaitingResponse.slice(4)),
          story(awaitingResponse),
        ),
      ),
      administration: fact('physicianChosen'),
    }),
  },
  {
    no: 7,
    item: { en: 'Agreement of the employer to an outsider', nl: 'Instemming van de werkgever met een buitenstaander' },
    clauses: ['D-2.14d.2', 'E-13', 'B-12', 'B-12a'],
    at: between(story(outsideSent({})), story(outsideSent({ agreedWithEmployer: 'agreed-1' }))),
    cells: cells({
      employee: sees('choice.agreedWithEmployer'),
      ownPhysician: sees('choice.agreedWithEmployer'),
      secondOpinionPhysician: fact('payer'),
      administration: fact('payer'),
    }),
  },
  {
    no: 8,
    item: { en: 'Application form', nl: 'Aanvraagformulier' },
    clauses: ['L-16', 'L-22'],
    at: sending,
    cells: cells({
      employee: sees('engagement.application'),
      ownPhysician: sees('engagement.application'),
      secondOpinionPhysician: sees('application', 'applicationSent'),
      administration: fact('application.on'),
    }),
  },
  {
    no: 9,
    item: { en: 'Authorisation for medical data', nl: 'Machtiging voor medische gegevens' },
    clauses: ['D-2.14d.4', 'L-17', 'L-18', 'B-18a'],
    at: after(preparing, usual('authorisation.signed')),
    cells: cells({
      employee: sees('authorisations'),
      ownPhysician: sees('authorisations', 'authorisationSigned'),
      secondOpinionPhysician: told(
        sees('authorisation', 'authorisationRevoked'),
        after(inviting, usual('authorisation.revoked')),
      ),
      administration: fact('authorisationAnswered'),
    }),
  },
  {
    no: 10,
    item: { en: 'Medical data sent under the authorisation', nl: 'Medische gegevens, verstuurd met de machtiging' },
    clauses: ['D-2.14d.4', 'L-22', 'B-18b'],
    at: after(inviting, usual('medicalData.sent', { on: next })),
    cells: cells({
      employee: sees('engagement.medicalDataSentOn'),
      ownPhysician: sees('engagement.medicalDataSentOn'),
      secondOpinionPhysician: sees('medicalDataSentOn'),
    }),
  },
  {
    no: 12,
    item: { en: 'Sending, receipt, response term', nl: 'Verzending, ontvangst, reactietermijn' },
    clauses: ['L-20', 'L-22', 'L-23', 'B-14'],
    at: after(awaitingResponse, usual('application.received', { on: next })),
    cells: cells({
      employee: sees('engagement.receivedOn'),
      ownPhysician: sees('engagement.receivedOn'),
      secondOpinionPhysician: sees('receivedOn'),
      administration: sees('application.receivedOn'),
    }),
  },
  {
    no: 13,
    item: { en: 'Response of the second-opinion physician', nl: 'Reactie van de bedrijfsarts second opinion' },
    clauses: ['L-20', 'L-24'],
    at: after(awaitingResponse, usual('application.accepted')),
    cells: cells({
      employee: sees('engagement.acceptedOn', 'applicationAccepted'),
      ownPhysician: sees('engagement.acceptedOn', 'applicationAccepted'),
      secondOpinionPhysician: sees('acceptedOn'),
      administration: fact('application.answeredOn'),
    }),
  },
  {
    no: 14,
    item: {
      en: 'Judgement that it cannot be done without the data',
      nl: 'Oordeel dat het zonder de gegevens niet gaat',
    },
    clauses: ['L-18', 'L-19', 'B-20'],
    at: after(withoutData, usual('application.foundInfeasible')),
    cells: cells({
      employee: sees('engagement.infeasibleOn', 'applicationFoundInfeasible'),
      ownPhysician: fact('engagement.infeasibleOn', 'applicationFoundInfeasible'),
      secondOpinionPhysician: sees('infeasibleOn'),
      administration: fact('step'),
    }),
  },
  {
    no: 15,
    item: { en: 'Day of the consultation', nl: 'Dag van het spreekuur' },
    clauses: ['L-27'],
    at: after(inviting, usual('consultation.scheduled')),
    cells: cells({
      employee: sees('execution.consultation.scheduled', 'consultationScheduled'),
      secondOpinionPhysician: sees('execution.consultation.scheduled'),
    }),
  },
  {
    no: 16,
    item: { en: 'Whether the identity was established', nl: 'Of de identiteit is vastgesteld' },
    clauses: ['L-28', 'B-23a'],
    at: between(
      story(awaitingConsultation, usual('consultation.held', { identity: 'otherwise' })),
      story(awaitingConsultation, usual('consultation.held')),
    ),
    cells: cells({
      employee: sees('execution.consultation.held.identity'),
      secondOpinionPhysician: sees('execution.consultation.held.identity'),
    }),
  },
  {
    no: 17,
    item: { en: 'Consultation, and whether there was an examination', nl: 'Spreekuur, en of er onderzoek was' },
    clauses: ['L-27', 'L-29'],
    at: after(awaitingConsultation, usual('consultation.held')),
    cells: cells({
      employee: sees('execution.consultation.held'),
      secondOpinionPhysician: sees('execution.consultation.held'),
    }),
  },
  {
    no: 18,
    item: { en: 'Additional information, consent per source', nl: 'Aanvullende informatie, toestemming per bron' },
    clauses: ['D-2.14d.4', 'L-30', 'L-31', 'B-24'],
    at: after(assessing, usual('information.requested')),
    cells: cells({
      employee: sees('execution.information'),
      ownPhysician: told(
        fact('informationAskedOn'),
        after(assessing, usual('information.requested', { source: 'ownPhysician' })),
      ),
      secondOpinionPhysician: sees('execution.information'),
      employer: told(withConsent('asked'), after(assessing, usual('information.requested', { source: 'employer' }))),
    }),
  },
  {
    no: 19,
    item: { en: 'Draft advice', nl: 'Conceptadvies' },
    clauses: ['L-32', 'L-33'],
    at: after(assessing, usual('draft.submitted')),
    cells: cells({
      employee: sees('execution.draft', 'draftSubmitted'),
      secondOpinionPhysician: sees('execution.draft'),
    }),
  },
  {
    no: 20,
    item: { en: 'Factual remarks', nl: 'Opmerkingen over feiten' },
    clauses: ['L-34', 'B-26'],
    at: after(reviewing, usual('inaccuracies.reported')),
    cells: cells({
      employee: sees('execution.review'),
      secondOpinionPhysician: sees('execution.review', 'inaccuraciesReported'),
    }),
  },
  {
    no: 21,
    item: { en: 'Final advice', nl: 'Definitief advies' },
    clauses: ['D-2.14d.5', 'L-36', 'L-38', 'B-29', 'B-34a'],
    at: after(finalising, usual('advice.finalised')),
    cells: cells({
      employee: sees('execution.advice', 'adviceFinalised'),
      ownPhysician: told(withConsent('advice.reference'), after(forwarding, usual('advice.forwarded'))),
      secondOpinionPhysician: sees('execution.advice'),
      thirdPhysician: told(withConsent('along.advice'), accepting),
    }),
  },
  {
    no: 22,
    item: { en: 'Authorisation to forward', nl: 'Machtiging om door te sturen' },
    clauses: ['D-2.14d.5', 'L-37', 'B-28'],
    at: after(awaitingConsent, usual('forwarding.authorised')),
    cells: cells({
      employee: sees('execution.forwarding'),
      secondOpinionPhysician: sees('execution.forwarding', 'forwardingAuthorised'),
      ownPhysician: told(fact('noCopyOn', 'noCopy'), after(awaitingConsent, usual('forwarding.withheld'))),
      administration: told(fact('step'), after(awaitingConsent, usual('forwarding.withheld'))),
    }),
  },
  {
    no: 23,
    item: { en: 'Word that no copy will come', nl: 'Bericht dat er geen kopie komt' },
    clauses: ['L-39', 'B-28', 'B-30'],
    at: after(awaitingConsent, usual('forwarding.withheld')),
    cells: cells({
      employee: sees('execution.noCopyOn'),
      ownPhysician: sees('noCopyOn', 'noCopy'),
      secondOpinionPhysician: sees('execution.forwarding', 'forwardingWithheld'),
      administration: fact('step'),
    }),
  },
  {
    no: 24,
    item: { en: 'Decision on the advice and its reasons', nl: 'Beslissing over het advies en de redenen' },
    clauses: ['D-2.14d.5', 'L-41', 'E-28'],
    at: after(considering, usual('decision.made')),
    cells: cells({
      employee: sees('decision', 'decisionMade'),
      ownPhysician: sees('decision'),
      thirdPhysician: told(withConsent('along.decision'), accepting),
    }),
  },
  {
    no: 26,
    item: { en: 'Request for another physician to guide', nl: 'Verzoek om een andere begeleidende bedrijfsarts' },
    clauses: ['D-2.14d.6', 'E-30'],
    at: after(decidedOn, usual('transfer.requested')),
    cells: cells({ employee: sees('transfer'), ownPhysician: sees('transfer', 'transferRequested') }),
  },
  {
    no: 27,
    item: { en: 'Decision on the transfer', nl: 'Beslissing over de overdracht' },
    clauses: ['D-2.14d.6', 'E-31', 'G-8'],
    at: after(consideringTransfer, usual('transfer.granted')),
    cells: cells({
      employee: sees('transfer.grantedOn', 'transferGranted'),
      ownPhysician: sees('transfer.grantedOn'),
      thirdPhysician: sees('since', 'transferGranted'),
      administration: fact('thirdPhysician'),
    }),
  },
  {
    no: 28,
    item: {
      en: 'That the guidance was transferred, and to whom',
      nl: 'Dat de begeleiding is overgedragen, en aan wie',
    },
    clauses: ['D-2.14d.6', 'E-32', 'E-33'],
    at: accepting,
    cells: cells({
      employee: sees('transfer.acceptedOn'),
      ownPhysician: sees('transfer.acceptedOn'),
      thirdPhysician: sees('step', 'heedTheResults'),
      employer: sees('guidance', 'guidanceTransferred'),
      administration: sees('step'),
    }),
  },
  {
    no: 29,
    item: {
      en: 'Question to the employer for another physician',
      nl: 'Vraag aan de werkgever om een andere bedrijfsarts',
    },
    clauses: ['E-34', 'B-36'],
    at: after([...consideringTransfer, usual('transfer.refused')], usual('employer.asked')),
    cells: cells({
      employee: sees('employerRequest'),
      employer: sees('request'),
      administration: fact('employerAsked'),
    }),
  },
  {
    no: 30,
    item: { en: 'Complaint', nl: 'Klacht' },
    clauses: ['D-2.14e.1', 'D-2.14e.5', 'E-35', 'B-37'],
    at: after(inviting, usual('complaint.filed')),
    cells: cells({
      employee: sees('complaints'),
      ownPhysician: mine('complaints'),
      secondOpinionPhysician: told(
        mine('complaints'),
        after(inviting, usual('complaint.filed', { against: first.id })),
      ),
      thirdPhysician: told(
        mine('complaints'),
        after(awaitingThirdPhysician, usual('complaint.filed', { against: 'physician-third' })),
      ),
      complaintHandler: sees('complaints'),
    }),
  },
  {
    no: 31,
    item: { en: 'Answer to a complaint, and its measures', nl: 'Antwoord op een klacht, en de maatregelen' },
    clauses: ['D-2.14e.3', 'D-2.14e.4', 'G-12'],
    at: after([...inviting, usual('complaint.filed'), usual('complaint.acknowledged')], usual('complaint.answered')),
    cells: cells({
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
    }),
  },
  {
    no: 32,
    item: { en: 'Who pays', nl: 'Wie betaalt' },
    clauses: ['W-44', 'E-11', 'E-13', 'B-12'],
    at: between(story(outsideSent({})), story(outsideSent({ first: { ...outsider, pool: true } }))),
    cells: cells({
      employee: sees('payer'),
      ownPhysician: sees('payer'),
      secondOpinionPhysician: sees('payer'),
      administration: sees('payer'),
    }),
  },
  {
    no: 33,
    item: { en: 'Choice of the UWV route', nl: 'Keuze voor UWV' },
    clauses: ['E-43', 'B-41'],
    at: after([...withoutData, usual('application.foundInfeasible')], usual('uwvRoute.chosen')),
    cells: cells({
      employee: sees('request.outcome'),
      ownPhysician: fact('request.outcome'),
      secondOpinionPhysician: fact('step'),
      administration: fact('step'),
    }),
  },
  {
    no: 34,
    item: {
      en: 'Explanation that the advice stays in force meanwhile',
      nl: 'Uitleg dat het advies intussen blijft gelden',
    },
    clauses: ['L-11', 'L-12', 'B-38'],
    at: after(
      [usual('instrument.discussed'), usual('request.honoured'), usual('physicians.chosen')],
      usual('adviceInForce.explained'),
    ),
    cells: cells({
      employee: sees('request.adviceInForceExplainedOn'),
      ownPhysician: sees('request.adviceInForceExplainedOn'),
    }),
  },
  {
    no: 35,
    item: { en: 'Advice in force', nl: 'Advies dat geldt' },
    clauses: ['B-38', 'G-9'],
    at: between(openedWith({ contestedAdvice: anotherAdvice }, inviting), story(inviting)),
    cells: cells({
      employee: sees('adviceInForce'),
      ownPhysician: sees('adviceInForce'),
      secondOpinionPhysician: sees('adviceInForce'),
      thirdPhysician: told(sees('adviceInForce'), accepting),
    }),
  },
  {
    no: 36,
    item: { en: 'Withdrawal', nl: 'Intrekking' },
    clauses: ['B-39'],
    at: after(inviting, usual('request.withdrawn')),
    cells: cells({
      employee: sees('request.outcome'),
      ownPhysician: sees('request.outcome', 'requestWithdrawn'),
      secondOpinionPhysician: sees('step', 'requestWithdrawn'),
      administration: fact('step'),
    }),
  },
];

/** Rows of which a case holds nothing. */
export const notInACase: { no: number; item: { en: string; nl: string }; why: string }[] = [
  {
    no: 11,
    item: { en: 'Data on the work situation', nl: 'Gegevens over de werksituatie' },
    why: 'They travel with the application (row 8) and need no consent; a case holds no more of them than the form.',
  },
  {
    no: 25,
    item: { en: 'Functional advice changed after the decision', nl: 'Na de beslissing gewijzigd advies over werk' },
    why: 'An ordinary advice, outside the second opinion; the employer knows it outside the case.',
  },
  {
    no: 37,
    item: { en: 'Audit trail', nl: 'Verslag van wie wat deed' },
    why: '`timelineFor` tells each party its own acts and what it may know; deviations, revisions and who entered an act are for the host.',
  },
];

/** Cells that differ from the draft of this table, drawn up from the sources before there was code, and why. */
export const otherThanTheDraft: { no: number; party: string; inTheDraft: string; why: string }[] = [
  {
    no: 1,
    party: 'third physician',
    inTheDraft: 'sees after transfer, with consent',
    why: 'He must know from the proposal on that he is asked (G-8): the case id and whom he would guide. What was asked and advised waits for his yes and the consent of the employee (B-34a).',
  },
  {
    no: 5,
    party: 'second-opinion physician',
    inTheDraft: 'his own entry',
    why: 'Not shown: he knows in which contracts he stands.',
  },
  {
    no: 5,
    party: 'employer',
    inTheDraft: 'sees, and makes it',
    why: 'Not shown: it is his own contract, and his view must be the same with a request and without (G-4).',
  },
  { no: 5, party: 'administration', inTheDraft: 'sees', why: 'Not shown: it holds the contract outside the case.' },
  {
    no: 6,
    party: 'second-opinion physician',
    inTheDraft: 'own position, not the other name',
    why: 'Not shown: that he is the second would tell him that another was asked before him.',
  },
  {
    no: 7,
    party: 'second-opinion physician',
    inTheDraft: '-',
    why: 'Only who pays (row 32), which follows from it: he has to know whom to invoice.',
  },
  {
    no: 7,
    party: 'employer',
    inTheDraft: 'sees, because the employee asked',
    why: 'Not shown: the agreement is a reference of the employee, made outside the case (B-12a).',
  },
  {
    no: 7,
    party: 'own physician',
    inTheDraft: 'sees, is told',
    why: 'Told by `physiciansChosen`, of which it is a part.',
  },
  {
    no: 8,
    party: 'third physician',
    inTheDraft: 'with consent',
    why: 'Not shown: what goes along is the contested advice, the question, the advice and the decision (B-34a).',
  },
  { no: 8, party: 'second-opinion physician', inTheDraft: 'is told', why: 'He is, by `applicationSent`.' },
  {
    no: 10,
    party: 'third physician',
    inTheDraft: 'with consent',
    why: 'Not shown: the file that goes along does not name what was sent to another.',
  },
  {
    no: 16,
    party: 'administration',
    inTheDraft: "second-opinion physician's desk",
    why: "Not shown: `administration` is that of the own physician's service.",
  },
  {
    no: 15,
    party: 'administration',
    inTheDraft: "second-opinion physician's own planning",
    why: "Not shown: `administration` is that of the own physician's service.",
  },
  { no: 25, party: 'all', inTheDraft: 'sees', why: 'Not in a case.' },
  { no: 26, party: 'all', inTheDraft: "the employee's reason", why: 'No reason is asked, and none is kept.' },
  {
    no: 27,
    party: 'employer',
    inTheDraft: 'see row 28',
    why: 'Nothing before the third physician has accepted (G-8).',
  },
  { no: 28, party: 'all', inTheDraft: 'name', why: "The third physician's id; names are the host's." },
  {
    no: 29,
    party: 'own physician',
    inTheDraft: 'fact, if the employee wants',
    why: 'Not shown: the employee tells him if he likes.',
  },
  {
    no: 32,
    party: 'employer',
    inTheDraft: 'anonymous line',
    why: 'Not shown: a cost line of one case would break his constant view; invoices are collective (B-42).',
  },
  {
    no: 33,
    party: 'second-opinion physician',
    inTheDraft: 'fact (withdrawn)',
    why: 'As withdrawn, without the route.',
  },
  {
    no: 35,
    party: 'administration',
    inTheDraft: 'fact',
    why: 'Not shown: the advice in force is the same in every step (G-9).',
  },
  { no: 37, party: 'all', inTheDraft: 'own acts', why: 'By `timelineFor`, not by a view.' },
];

/** What nobody is offered in a view though the chart would take it from him. */
export const notOffered: { event: string; party: string; why: string }[] = [
  {
    event: 'ownPhysician.replaced',
    party: 'employer',
    why: 'His view must be the same with a request and without (G-4).',
  },
];
