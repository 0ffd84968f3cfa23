import * as z from 'zod/mini';
import { type Case, deadlines, type EventType, eventSchema, eventTypes, type Role } from '../index.js';
import { daysAfter } from './calendar.js';
import { usual } from './events.js';
import {
  another,
  first,
  handler,
  outsider,
  own,
  physician,
  planning,
  second,
  successor,
  type Told,
  third,
} from './people.js';

// People beside those of the usual stories.
export const listed = physician('physician-listed', 'midden', { complaintsProcedure: 'complaints-listed' });
export const dependent = physician('physician-dependent', 'noord', {
  pool: true,
  complaintsProcedure: 'complaints-dependent',
});
export const representative = 'representative-1';

/** The physicians a random history chooses from, the usual ones more often. */
export const asked = [first, second, another, outsider, listed, first, second];

/** Choices that follow from one number, the same ones from the same number. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  chance(probability: number): boolean {
    return this.below(1_000) < probability * 1_000;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

const grounds = [
  ...['seekingDesiredAnswer', 'deliberateDelay', 'intentToHarm', 'otherAbuse'],
  ...['otherInstrumentIsBetter', 'labourConflict', 'useless', 'cost', 'other'],
];

const scopes = [
  'noAdviceByOccupationalPhysician',
  'preEmploymentExamination',
  'notAHealthMatter',
  'notAskedByEmployee',
];

const situations = [
  ...['doubtAboutEstimate', 'disagreementOnReintegration', 'disagreementOnSuitableWork'],
  ...['courseOfEvents', 'conduct'],
];

/** Of what the own physician owes the reasons. */
const owedIn = ({ request: { outcome }, decision }: Case['file']) => {
  if (outcome?.as === 'refused' && !outcome.reasons) return 'refusal';
  if (outcome?.as === 'outOfScope' && !outcome.reasons) return 'outOfScope';
  return decision && !decision.reasons ? 'decision' : null;
};

/** What an event of a type carries, often what is allowed now; `n` makes its references its own. */
function fieldsOf(type: EventType, { file }: Case, on: string, n: number, dice: Dice): Record<string, unknown> {
  const { choice, engagement, complaints, participants, authorisations } = file;
  const current = choice?.[choice.current]?.id ?? engagement?.physician ?? first.id;
  const ref = (field: string): string => `${field}-at-${n}`;
  const sometimes = (probability: number, fields: Record<string, unknown>) => (dice.chance(probability) ? fields : {});
  const someone = (): string => dice.of([current, engagement?.physician ?? current, choice?.second?.id ?? current]);
  const complaint = (): string =>
    dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complaints, null])?.complaint ??
    'complaint-none';
  switch (type) {
    case 'instrument.discussed':
      return {
        advised: dice.of(['secondOpinion', 'uwvExpertOpinion', 'complaint', 'other']),
        ...sometimes(0.5, { situations: [dice.of(situations)] }),
      };
    case 'request.refused':
      return {
        reasons: ref('reasons'),
        ...(dice.chance(0.5)
          ? { grounds: [dice.of(grounds), dice.of(grounds)], earlierRequests: [] }
          : { grounds: ['repeatedSameQuestion'], earlierRequests: file.earlierRequests.map(({ id }) => id) }),
      };
    case 'request.foundOutOfScope':
      return { because: dice.of(scopes), reasons: ref('reasons') };
    case 'request.renewed':
      return { ...sometimes(0.5, { question: ref('question') }), ...sometimes(0.5, { newFacts: ref('facts') }) };
    case 'request.lapsed':
    case 'forwarding.unanswered':
      return { remindedOn: [on] };
    case 'question.put':
      return { question: ref('question') };
    case 'reasons.given':
      return { of: owedIn(file) ?? dice.of(['refusal', 'outOfScope', 'decision']), reasons: ref('reasons') };
    case 'physicians.chosen': {
      const chosen = dice.of(asked);
      const other = dice.of(asked.filter(({ id }) => id !== chosen.id));
      return {
        first: chosen,
        ...sometimes(0.6, { second: other }),
        ...sometimes(0.2, { agreedWithEmployer: ref('agreed') }),
      };
    }
    case 'authorisation.signed':
      return {
        recipient: someone(),
        ...sometimes(0.3, { scope: ref('scope') }),
        ...sometimes(0.5, { document: ref('document') }),
      };
    case 'authorisation.withheld':
    case 'authorisation.revoked':
      return { recipient: someone() };
    case 'application.sent': {
      const signed = authorisations.some(({ recipient, status }) => recipient === current && status === 'signed');
      return { to: current, medicalData: signed && dice.chance(0.8), form: ref('form') };
    }
    case 'medicalData.sent':
      return { to: engagement?.physician ?? current, document: ref('document') };
    case 'consultation.scheduled':
      return { for: daysAfter(on, dice.below(10)) };
    case 'consultation.held':
      return { identity: dice.of(['document', 'otherwise', 'notEstablished']), examined: dice.chance(0.5) };
    case 'consultation.waived':
      return sometimes(0.8, { reasons: ref('reasons') });
    case 'information.requested':
    case 'information.received': {
      const source = dice.of(['ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere']);
      return { source, ...sometimes(source === 'ownPhysician' ? 0.2 : 1, { consent: ref('consent') }) };
    }
    case 'draft.submitted':
      return { draft: ref('draft') };
    case 'inaccuracies.reported':
      return { remarks: ref('remarks') };
    case 'remarks.timedOut':
      return { announcedOn: file.execution.draft?.on ?? on, until: daysAfter(on, -1) };
    case 'advice.discussed':
      return sometimes(0.4, { waivedByEmployee: dice.chance(0.5), document: ref('document') });
    case 'advice.finalised':
    case 'advice.corrected':
      return { advice: ref('advice') };
    case 'forwarding.authorised':
      return { to: participants.ownPhysician.id, ...sometimes(0.5, { document: ref('document') }) };
    case 'decision.made':
      return {
        adoption: dice.of(['full', 'partial', 'none']),
        reasons: ref('reasons'),
      };
    case 'transfer.requested':
      return { adviceMayBePassedOn: dice.chance(0.6) };
    case 'transfer.granted':
      return { to: dice.of([third, another, dependent]) };
    case 'transfer.refused':
      return sometimes(0.5, { reasons: ref('reasons') });
    case 'employer.asked':
      return sometimes(0.3, { employer: 'employer-2' });
    case 'complaint.filed':
      return {
        complaint: ref('complaint'),
        against: dice.of([participants.ownPhysician.id, current, third.id, 'service-1']),
      };
    case 'complaint.withdrawn':
    case 'complaint.acknowledged':
    case 'complaint.progressed':
      return { complaint: complaint() };
    case 'complaint.answered':
      return {
        complaint: complaint(),
        decision: ref('decision'),
        reasons: ref('reasons'),
        ...sometimes(0.3, { measuresBy: daysAfter(on, 30) }),
      };
    case 'ownPhysician.replaced':
      return { physician: dice.of([successor, own, dependent]), ...sometimes(0.5, { consent: ref('consent') }) };
    case 'file.released':
      return { to: participants.ownPhysician.id };
    case 'employer.informed':
      return { of: dice.of(['request', 'advice', 'decision']), consent: ref('consent') };
    default: {
      const { type: _type, by: _by, on: _on, ...carried } = usual(type);
      return carried;
    }
  }
}

const reporters = new Map(
  eventSchema.def.options.map((option, at) => [eventTypes[at], z.globalRegistry.get(option)?.reportedBy as Role[]]),
);

/** Who reports an event of a type in a case, whether or not it is their turn. */
function reporterOf(type: EventType, { file }: Case, fields: Record<string, unknown>, dice: Dice): string {
  const { employee, representative, employer, administration, ownPhysician, thirdPhysician } = file.participants;
  const complaint = file.complaints.find((each) => each.complaint === fields.complaint);
  const persons: Partial<Record<Role, string | null>> = {
    employee: dice.of([employee, representative ?? employee]),
    ownPhysician: ownPhysician.id,
    secondOpinionPhysician: file.engagement?.physician ?? null,
    thirdPhysician: thirdPhysician?.id ?? null,
    employer,
    complaintHandler: complaint?.handler ?? dice.of([handler, 'handler-2']),
    administration,
    scheduler: 'scheduler',
  };
  // Whoever waits for the employee: the own physician, until another has accepted.
  const waiting: Role = file.engagement?.acceptedOn ? 'secondOpinionPhysician' : 'ownPhysician';
  const roles = type === 'request.lapsed' ? [waiting] : (reporters.get(type) ?? []);
  return dice.of(roles.flatMap((role) => persons[role] ?? [])) ?? 'nobody-1';
}

/** An event of a type as its people would report it, `n` events after the opening. */
export function reportOf(type: EventType, current: Case, day: string, n: number, dice: Dice): Told {
  const due = type === 'response.overdue' ? deadlines(current).find(({ dueOn }) => dueOn)?.dueOn : null;
  const on = due && day <= due ? daysAfter(due, 1) : day;
  const fields = fieldsOf(type, current, on, n, dice);
  const by = reporterOf(type, current, fields, dice);
  return { type, by, on, ...(dice.chance(0.3) ? { recordedBy: planning } : {}), ...fields };
}
