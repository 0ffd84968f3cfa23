// One day with that service: from the request to a letter, a correction and a live actor.
import { caseOf, type EventType, type Reader } from 'lpbso-second-opinion';
import { Service } from './service.ts';

const own = { id: 'physician-own', organisations: ['noord'], registered: true, pool: false };
const zuid = { id: 'physician-zuid', organisations: ['zuid'], registered: true, pool: true };
const employee: Reader = { role: 'employee', person: 'employee-1' };
const physician: Reader = { role: 'ownPhysician', person: own.id };

const second: Reader = { role: 'secondOpinionPhysician', person: zuid.id };

const service = new Service();
const id = 'case-1';
const say = (heading: string, lines: string[]) => console.log([heading, ...lines].join('\n'), '\n');

const opened = service.open({
  caseId: id,
  by: employee.person,
  on: '2026-03-18',
  participants: { employee: employee.person, administration: 'planning-1', ownPhysician: own },
  contract: { route: 'lpbso', physicians: [], complaintsProcedure: 'complaints-v3', alarms: { decide: 21 } },
  contestedAdvice: { id: 'advice-1', on: '2026-03-12', task: 'sicknessAbsenceGuidance', giver: own },
  question: 'question-1',
});
if (!opened.ok) throw new Error(service.no(opened));

// Half past eleven in the evening in UTC is the next day in Amsterdam.
const first = new Date('2026-03-18T23:30:00Z');
const refused = service.take(id, employee, 'request.honoured', {}, first);
if (!refused.ok) say('Geweigerd', [service.no(refused)]);
const reported: [Reader, EventType, object][] = [
  [physician, 'instrument.discussed', { advised: 'secondOpinion' }],
  [physician, 'adviceInForce.explained', {}],
  [physician, 'request.honoured', {}],
  [employee, 'physicians.chosen', { first: zuid }],
  [employee, 'authorisation.signed', { recipient: zuid.id }],
  [physician, 'application.sent', { to: zuid.id, form: 'form-1', medicalData: true }],
];
for (const [reader, type, form] of reported) service.take(id, reader, type, form, first);

// The week is over at midnight in Amsterdam.
for (const now of ['2026-03-26T22:30:00Z', '2026-03-26T23:30:00Z'])
  say(`Werklijst om ${now}`, service.worklist(new Date(now)));

service.take(id, second, 'application.accepted', {}, first);
service.take(id, second, 'consultation.scheduled', { for: '2026-04-02' }, first);

say(
  'Mijn zaken',
  service.casesOf(employee.person).map(([caseId, { role }]) => `${caseId} (${role})`),
);
say('Pagina van de werknemer', service.pageFor(id, employee));

// The consultation is on another day than was entered.
const told = service.mend(id, 7, { for: '2026-04-03' });
if (told.ok)
  say(
    'Anders verteld',
    told.toldOtherwise.map((notice) => service.letter(id, notice)),
  );

const actor = service.follow(id);
actor.send({ type: 'advice.forwarded', by: zuid.id, on: '2026-03-19' });
actor.send({ type: 'consultation.held', by: zuid.id, on: '2026-04-03', identity: 'document', examined: true });
actor.send({ type: 'draft.submitted', by: zuid.id, on: '2026-04-07', draft: 'draft-1' });
console.log(caseOf(actor.getSnapshot()).step);
