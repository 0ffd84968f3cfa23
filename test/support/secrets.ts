import { isDeepStrictEqual } from 'node:util';
import { eventTypes } from '../../src/acts.js';
import { type Case, type EventType, expectedEvents, type Role } from '../../src/index.js';
import { daysAfter, type Story } from '../../src/testing/index.js';
import { type Dice, reportOf } from '../../src/testing/reports.js';
import { viewOf } from '../../src/views.js';
import { letterFor, summaryFor, timelineFor } from '../../src/words/index.js';
import { type How, lastOf, type Turn, turnsOf } from './histories.js';
import { first, outsider, second, type Told } from './story.js';
import { languages } from './words.js';

export type Party = Exclude<Role, 'scheduler'>;

export const parties: Party[] = [
  'employee',
  'ownPhysician',
  'secondOpinionPhysician',
  'thirdPhysician',
  'employer',
  'complaintHandler',
  'administration',
];

/** Who holds a role at the end of a case; of the handlers the first that handles anything. */
export const personIn = ({ file }: Case, role: Party): string | undefined => {
  const { participants, engagement, complaints } = file;
  return {
    employee: participants.employee,
    ownPhysician: participants.ownPhysician.id,
    secondOpinionPhysician: engagement?.physician,
    thirdPhysician: participants.thirdPhysician?.id,
    employer: participants.employer ?? undefined,
    complaintHandler: complaints.find((each) => each.handler)?.handler ?? undefined,
    administration: participants.administration ?? undefined,
  }[role];
};

/** All that a party is shown of a history: view, summary, story, and the letters to that person. */
export const shownTo = ({ opening, events }: Story, turns: Turn[], role: Party, locales: ('nl' | 'en')[]) => {
  const end = lastOf(turns);
  const person = personIn(end, role);
  const reader = { role, person: person ?? 'nobody' };
  return {
    view: viewOf(end, role, person),
    anyone: viewOf(end, role),
    summary: locales.map((locale) => summaryFor(end, reader, languages[locale])),
    story: locales.map((locale) => timelineFor(opening, events, reader, languages[locale]).entries),
    letters: turns.flatMap(({ taken }) =>
      taken.notices
        .filter(({ to }) => to.role === role && to.person === person)
        .map((notice) => ({
          about: notice.about,
          from: notice.from,
          clauses: notice.clauses,
          written: locales.map((locale) => letterFor(taken.case, notice, languages[locale])),
        })),
    ),
  };
};

/** What is known at the end of a history: who holds the role, and since which turn. */
interface Ending {
  turns: Turn[];
  end: Case;
  person: string | undefined;
}

type Unseen = (event: Told, at: number, ending: Ending) => boolean;

const execution = [
  'consultation.scheduled',
  'consultation.held',
  'consultation.missed',
  'consultation.waived',
  'draft.submitted',
  'inaccuracies.reported',
  'remarks.waived',
  'remarks.timedOut',
  'advice.discussed',
  'advice.finalised',
];

const isComplaint = ({ type }: Told): boolean => type.startsWith('complaint.');
const isInformation = ({ type }: Told): boolean => type.startsWith('information.');
const isTransfer = ({ type }: Told): boolean => type.startsWith('transfer.');
const onTheEmployersRoad = ['employer.asked', 'employer.notAsked', 'employer.agreed', 'employer.declined'];
const isTheEmployers = ({ type }: Told): boolean => onTheEmployersRoad.includes(type);

/** Whom the complaint of an event is against, filed before or by it. */
const againstOf = (event: Told, { end }: Ending): unknown =>
  event.type === 'complaint.filed'
    ? event.against
    : end.file.complaints.find(({ complaint }) => complaint === event.complaint)?.against;

const complaintAgainstAnother: Unseen = (event, _, ending) => {
  const against = againstOf(event, ending);
  return isComplaint(event) && against !== undefined && against !== ending.person;
};

const byOwnPhysician = (event: Told, at: number, { turns }: Ending): boolean =>
  turns[at]?.taken.case.file.participants.ownPhysician.id === event.by;

const toTheEmployer = (event: Told): boolean => event.source === 'employer' || event.source === 'workplace';

/** `G-4`: what was told, or asked, when another was the employer; of a transfer only the first is told. */
const toAnotherEmployer: Unseen = (event, at, { turns, end, person }) =>
  event.type === 'transfer.accepted'
    ? end.file.participants.firstEmployer !== person
    : (event.type === 'employer.informed' || (isInformation(event) && toTheEmployer(event))) &&
      turns[at]?.taken.case.file.participants.employer !== person;

/** A correction of the advice of which they have not the text, nor get it later. */
const correctionOfAnother: Unseen = ({ type, advice }, at, { turns, end }) => {
  const { possession } = end.file;
  const then = turns[at]?.taken.case.file.possession ?? null;
  return type === 'advice.corrected' && possession?.advice !== advice && isDeepStrictEqual(then, possession);
};

/** A consent by which no copy comes that went before it (`B-69`). */
const consentToForward: Unseen = ({ type }, _, { turns }) =>
  type === 'forwarding.authorised' && turns.every(({ taken }) => !taken.case.file.execution.copyWithoutConsentOn);

/** Per party: the events of which it is shown nothing, whatever they carry. */
const unseenBy: Record<Party, Unseen> = {
  employee: () => false,
  ownPhysician: (event, at, ending) =>
    execution.includes(event.type) ||
    consentToForward(event, at, ending) ||
    correctionOfAnother(event, at, ending) ||
    (isInformation(event) && event.source !== 'ownPhysician') ||
    isTheEmployers(event) ||
    (event.type === 'employer.informed' && !byOwnPhysician(event, at, ending)) ||
    complaintAgainstAnother(event, at, ending),
  secondOpinionPhysician: (event, at, ending) =>
    ['instrument.discussed', 'adviceInForce.explained', 'decision.made', 'reasons.given', 'case.closed'].includes(
      event.type,
    ) ||
    ['guidance.ended', 'file.released'].includes(event.type) ||
    isTransfer(event) ||
    isTheEmployers(event) ||
    (event.type === 'employer.informed' && event.by !== ending.person) ||
    ('recipient' in event && event.recipient !== ending.person) ||
    complaintAgainstAnother(event, at, ending),
  thirdPhysician: (event, at, ending) =>
    ['instrument.discussed', 'adviceInForce.explained', 'employer.informed', 'guidance.ended'].includes(event.type) ||
    correctionOfAnother(event, at, ending) ||
    (execution.includes(event.type) && event.type !== 'advice.finalised') ||
    event.type === 'forwarding.authorised' ||
    isInformation(event) ||
    isTheEmployers(event) ||
    'recipient' in event ||
    (event.type === 'decision.made' && !ending.end.file.transfer?.acceptedOn) ||
    complaintAgainstAnother(event, at, ending),
  employer: (event, at, ending) =>
    toAnotherEmployer(event, at, ending) ||
    (!['transfer.accepted', 'employer.informed', ...onTheEmployersRoad].includes(event.type) &&
      !(isInformation(event) && toTheEmployer(event)) &&
      !(event.type === 'ownPhysician.replaced')),
  complaintHandler: (event) => !isComplaint(event),
  administration: (event, at, ending) =>
    ['instrument.discussed', 'adviceInForce.explained', 'decision.made', 'transfer.requested'].includes(event.type) ||
    ['medicalData.sent', 'employer.informed', 'advice.corrected', ...execution].includes(event.type) ||
    ['question.put', 'reasons.given'].includes(event.type) ||
    consentToForward(event, at, ending) ||
    isInformation(event) ||
    isTheEmployers(event) ||
    isComplaint(event),
};

/** Fields that a party is shown nothing of, though it may know of the event. */
const unseenFields: Record<Party, (ending: Ending) => Partial<Record<EventType, string[]>>> = {
  employee: () => ({}),
  ownPhysician: ({ end }) => ({
    ...(end.file.possession ? {} : { 'advice.finalised': ['advice'] }),
    'draft.submitted': ['draft'],
    'inaccuracies.reported': ['remarks'],
    'consultation.scheduled': ['for'],
    'consultation.waived': ['reasons'],
    'forwarding.authorised': ['document'],
    'forwarding.unanswered': ['remindedOn'],
  }),
  secondOpinionPhysician: () => ({
    'request.renewed': ['newFacts'],
    'decision.made': ['reasons'],
    'transfer.refused': ['reasons'],
    'transfer.granted': ['to'],
  }),
  thirdPhysician: ({ end }) => ({
    'request.renewed': end.file.transfer?.acceptedOn ? ['newFacts'] : ['newFacts', 'question'],
    'draft.submitted': ['draft'],
    'inaccuracies.reported': ['remarks'],
    'application.sent': ['form'],
    'authorisation.signed': ['scope', 'document'],
    'medicalData.sent': ['document'],
    ...(end.file.transfer?.acceptedOn && end.file.transfer.adviceMayBePassedOn
      ? {}
      : { 'advice.finalised': ['advice'], 'decision.made': ['reasons'] }),
    ...(end.file.transfer?.acceptedOn ? {} : { 'transfer.requested': ['adviceMayBePassedOn'] }),
  }),
  employer: () => ({
    'request.refused': ['reasons'],
    'request.renewed': ['newFacts', 'question'],
    'draft.submitted': ['draft'],
    'inaccuracies.reported': ['remarks'],
    'application.sent': ['form'],
    'authorisation.signed': ['scope', 'document'],
    'medicalData.sent': ['document'],
    'advice.finalised': ['advice'],
    'decision.made': ['reasons', 'adoption'],
    'transfer.requested': ['adviceMayBePassedOn'],
    'transfer.refused': ['reasons'],
    'employer.informed': ['consent'],
    'information.requested': ['consent'],
    'complaint.filed': ['against'],
  }),
  complaintHandler: () => ({
    'request.refused': ['reasons'],
    'request.renewed': ['newFacts', 'question'],
    'draft.submitted': ['draft'],
    'inaccuracies.reported': ['remarks'],
    'application.sent': ['form'],
    'advice.finalised': ['advice'],
    'decision.made': ['reasons', 'adoption'],
  }),
  administration: () => ({
    'request.refused': ['reasons'],
    'request.foundOutOfScope': ['reasons', 'because'],
    'request.renewed': ['newFacts', 'question'],
    'draft.submitted': ['draft'],
    'inaccuracies.reported': ['remarks'],
    'application.sent': ['form', 'medicalData'],
    'authorisation.signed': ['scope', 'document'],
    'medicalData.sent': ['document'],
    'advice.finalised': ['advice'],
    'decision.made': ['reasons', 'adoption'],
    'transfer.requested': ['adviceMayBePassedOn'],
    'transfer.refused': ['reasons'],
  }),
};

const otherwise = (field: string, value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...value, ...value];
  if (field === 'to' && typeof value === 'object') return { ...value, id: 'physician-other' };
  if (field === 'for') return daysAfter(String(value), 1);
  if (field === 'adoption') return value === 'full' ? 'none' : 'full';
  if (field === 'because') return value === 'notAHealthMatter' ? 'preEmploymentExamination' : 'notAHealthMatter';
  return `other-${value}`;
};

/** A history that differs from another only in what the party may not see, or null where there is none of this kind. */
type Change = (history: Story, ending: Ending, role: Party, dice: Dice, how: How) => Story | null;

const fitting = (events: Told[], role: Party, ending: Ending): number[] =>
  events.flatMap((event, at) => (unseenBy[role](event, at + 1, ending) ? [at] : []));

const inserted: Change = ({ opening, events }, ending, role, dice, how) => {
  const at = dice.below(events.length + 1);
  const current = (ending.turns[at] as Turn).taken.case;
  const day = (events[at] ?? events[at - 1] ?? opening).on as string;
  const possible =
    how === 'record' && dice.chance(0.3) ? eventTypes : [...new Set(expectedEvents(current).map(({ type }) => type))];
  const candidates = possible
    .map((type) => reportOf(type, current, day, 1000 + at, dice))
    .filter((told) => unseenBy[role](told, at, ending));
  if (candidates.length === 0) return null;
  return { opening, events: [...events.slice(0, at), dice.of(candidates), ...events.slice(at)] };
};

const removed: Change = ({ opening, events }, ending, role, dice) => {
  const found = fitting(events, role, ending);
  if (found.length === 0) return null;
  const at = dice.of(found);
  return { opening, events: events.filter((_, each) => each !== at) };
};

const onAnotherDay: Change = ({ opening, events }, ending, role, dice) => {
  const found = fitting(events, role, ending);
  if (found.length === 0) return null;
  const at = dice.chance(0.5) ? found.at(-1) : dice.of(found);
  return {
    opening,
    events: events.map((event, each) =>
      each === at ? { ...event, on: daysAfter(event.on ?? opening.on, dice.of([-1, 1])) } : event,
    ),
  };
};

const refilled: Change = ({ opening, events }, ending, role) => {
  const fields = unseenFields[role](ending);
  let changes = 0;
  const changed = events.map((event) => {
    const own = (fields[event.type] ?? []).filter((field) => event[field] !== undefined);
    changes += own.length;
    return { ...event, ...Object.fromEntries(own.map((field) => [field, otherwise(field, event[field])])) };
  });
  return changes > 0 ? { opening, events: changed } : null;
};

/** An act by somebody who had no part in it: recorded, and shown to nobody but the host (`G-6`). */
const byAStranger: Change = ({ opening, events }, { turns }, _, dice, how) => {
  if (how === 'advance') return null;
  const at = dice.below(events.length + 1);
  const day = (events[at] ?? events[at - 1] ?? opening).on as string;
  const current = (turns[at] as Turn).taken.case;
  const expected = expectedEvents(current).map(({ type }) => type);
  const report = reportOf(dice.of([...expected, dice.of(eventTypes)]), current, day, 1000 + at, dice);
  const told = { ...report, by: 'stranger-1' };
  if (isComplaint(told)) return null;
  return { opening, events: [...events.slice(0, at), told, ...events.slice(at)] };
};

const enteredByAnother: Change = ({ opening, events }, _, __, dice) => {
  if (events.length === 0) return null;
  const at = dice.below(events.length);
  return {
    opening: { ...opening, recordedBy: 'planning-1' },
    events: events.map((event, each) => (each === at ? { ...event, recordedBy: 'planning-1' } : event)),
  };
};

/** `B-28`, `L-39`: whether the employee said no or nothing is the same to the own physician. */
const unansweredForWithheld: Change = ({ opening, events }, { turns }) => {
  const at = events.findIndex(({ type }) => type === 'forwarding.withheld');
  const engaged = turns[at]?.taken.case.file.engagement?.physician;
  const event = events[at];
  if (!event || !engaged) return null;
  const unanswered = { type: 'forwarding.unanswered' as const, by: engaged, on: event.on ?? opening.on };
  return {
    opening,
    events: events.map((each, index) => (index === at ? { ...unanswered, remindedOn: [unanswered.on] } : each)),
  };
};

/** `B-31`: the employee consents after all, and takes it back: the own physician knew that no copy comes. */
const consentTakenBack: Change = ({ opening, events }, { turns }, _, dice) => {
  const places = turns.flatMap(({ taken }, at) => (taken.case.step === 'notForwarded' ? [at] : []));
  if (places.length === 0) return null;
  const at = dice.of(places);
  const { participants, recordOf } = (turns[at] as Turn).taken.case.file;
  if (recordOf === 'ownPhysician') return null;
  const on = ((events[at] ?? events[at - 1]) as Told).on as string;
  const by = participants.employee;
  const both: Told[] = [
    { type: 'forwarding.authorised', by, on, to: participants.ownPhysician.id },
    { type: 'forwarding.withheld', by, on },
  ];
  return { opening, events: [...events.slice(0, at), ...both, ...events.slice(at)] };
};

/** `E-34`: the employee asks the employer, who answers or does not. */
const employerAskedAtTheEnd: Change = ({ opening, events }, { end }, _, dice) => {
  const { employee, employer } = end.file.participants;
  if (!employer || end.file.employerRequest) return null;
  const on = (events.at(-1)?.on ?? opening.on) as string;
  const answers: Told[] = [
    { type: 'employer.agreed', by: employer, on },
    { type: 'employer.declined', by: employer, on },
  ];
  return {
    opening,
    events: [...events, { type: 'employer.asked', by: employee, on }, ...(dice.chance(0.7) ? [dice.of(answers)] : [])],
  };
};

/** `G-4`: an employer before them was told something, with consent. */
const anotherEmployerWasTold: Change = ({ opening, events }, { turns, person }, _, dice) => {
  const places = turns.flatMap(({ taken }, at) =>
    taken.case.file.participants.employer === person ? [] : [{ at, own: taken.case.file.participants.ownPhysician.id }],
  );
  if (places.length === 0) return null;
  const { at, own } = dice.of(places);
  const on = (events[at] ?? events[at - 1] ?? opening).on as string;
  const of = dice.of(['request', 'advice', 'decision']);
  const told: Told = { type: 'employer.informed', by: own, on, of, consent: 'consent-told' };
  return { opening, events: [...events.slice(0, at), told, ...events.slice(at)] };
};

const renamed = <Value>(value: Value, from: string, to: string): Value =>
  JSON.parse(JSON.stringify(value).replaceAll(`"${from}"`, `"${to}"`));

/** `B-18a`: somebody else was asked before. */
const anotherWasFirst: Change = ({ opening, events }, { end, person, turns }, _, dice) => {
  const others = [first, second, outsider].map(({ id }) => id).filter((id) => id !== person);
  const { chosen } = end.file.engagement ?? {};
  if (!chosen || turns.every(({ taken }) => (taken.case.file.engagement?.physician ?? person) === person)) return null;
  return { opening, events: renamed(events, dice.of(others), 'physician-renamed') };
};

/** What the employer, the handler and the planning may not see of the request itself. */
const anotherRequest: Change = ({ opening, events }, { end }, role) => {
  const { transfer } = end.file;
  const advice = opening.contestedAdvice as Record<string, unknown>;
  if (role === 'thirdPhysician' && transfer?.acceptedOn) return null;
  return {
    opening: {
      ...opening,
      ...(role === 'employer' ? { caseId: 'another-case' } : {}),
      question: 'another-question',
      contestedAdvice: { ...advice, id: 'another-advice', on: '2026-03-01', task: 'healthExamination' },
    },
    events,
  };
};

/** Changes that fit most histories; the others are tried on every one. */
export const generic: Record<string, Change> = { refilled, inserted, removed, onAnotherDay, enteredByAnother };

/** Per party: the changes that it must not be able to see. */
export const changes: Record<Party, Record<string, Change>> = {
  employee: { byAStranger, enteredByAnother },
  ownPhysician: { byAStranger, unansweredForWithheld, consentTakenBack, employerAskedAtTheEnd, ...generic },
  secondOpinionPhysician: { byAStranger, anotherWasFirst, employerAskedAtTheEnd, ...generic },
  thirdPhysician: { byAStranger, anotherRequest, ...generic },
  employer: { byAStranger, anotherRequest, anotherEmployerWasTold, ...generic },
  complaintHandler: { byAStranger, anotherRequest, ...generic },
  administration: { byAStranger, anotherRequest, ...generic },
};

/** The same acts are none in both (`G-6`, `B-69`): else the change shows in what came of another's act. */
const alike = (one: Turn[], other: Turn[]): boolean => {
  const done = ({ taken }: Turn): string => `${taken.clauses.length > 0} ${taken.case.file.possession === null}`;
  if (one.length === other.length) return one.every((turn, at) => done(turn) === done(other[at] as Turn));
  const known = new Map(one.map((turn) => [turn.event, done(turn)]));
  return other.every((turn) => !known.has(turn.event) || known.get(turn.event) === done(turn));
};

/** A pair of histories that the party must not be able to tell apart, with the turns of both. */
export function pairFor(
  role: Party,
  kind: string,
  history: Story,
  dice: Dice,
  how: How,
): { other: Story; turns: Turn[]; otherTurns: Turn[] } | null {
  const turns = turnsOf(history, how);
  if (!turns) return null;
  const end = lastOf(turns);
  const person = personIn(end, role);
  if (person === undefined) return null;
  const other = changes[role][kind]?.(history, { turns, end, person }, role, dice, how);
  const otherTurns = other && turnsOf(other, how);
  if (!other || !otherTurns || personIn(lastOf(otherTurns), role) !== person || !alike(turns, otherTurns)) return null;
  return { other, turns, otherTurns };
}
