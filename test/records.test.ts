import { describe, expect, it } from 'vitest';
import { acts, eventTypes, type ProcedureEvent } from '../src/acts.js';
import { type Case, openCase, record, viewFor } from '../src/index.js';
import { everyPath, type Story } from '../src/testing/index.js';
import { first, goingOn, own, opening as usualOpening } from './support/story.js';

// H.5: what the second-opinion physician records of their own part shows them what the record of the whole procedure shows them.

/** The application as it came to the second-opinion physician, and what of the rest they did or were told. */
interface Part {
  physician: string;
  opening: Record<string, unknown>;
  /** Each event of theirs, and the whole case after it. */
  events: { told: ProcedureEvent; whole: Case }[];
}

const openingOf = (current: Case, { to, medicalData, form, on, by }: ProcedureEvent & { type: 'application.sent' }) => {
  const { caseId } = current;
  const { participants, contract, contestedAdvice, question, authorisations } = current.file;
  const said = authorisations.find(({ recipient }) => recipient === to)?.status;
  return {
    caseId,
    by,
    on,
    recordOf: 'secondOpinionPhysician',
    participants: {
      employee: participants.employee,
      ownPhysician: participants.ownPhysician,
      ...(participants.administration ? { administration: participants.administration } : {}),
    },
    contract,
    contestedAdvice,
    ...(question === null ? {} : { question }),
    application: { to, form, medicalData, ...(said ? { authorisation: said === 'signed' ? said : 'withheld' } : {}) },
  };
};

/** What they did, and what is about them. */
const isTheirs = (event: ProcedureEvent, physician: string, complaints: Set<string>): boolean => {
  if (!acts[event.type].inRecordOf.includes('secondOpinionPhysician')) return event.type === 'uwvRoute.chosen';
  if ('recipient' in event) return event.recipient === physician;
  if (event.type === 'application.sent' || event.type === 'medicalData.sent') return event.to === physician;
  if (event.type === 'complaint.filed') return event.against === physician && complaints.add(event.complaint) !== null;
  if ('complaint' in event) return complaints.has(event.complaint);
  return true;
};

/** To them the route to UWV is a withdrawal. */
const asTheyHearIt = ({ type, by, on, ...rest }: ProcedureEvent): ProcedureEvent =>
  (type === 'uwvRoute.chosen' ? { type: 'request.withdrawn', by, on } : { type, by, on, ...rest }) as ProcedureEvent;

/** The parts that second-opinion physicians have in a story, one after the other. */
function partsOf({ opening, events }: Story): Part[] {
  const opened = openCase(opening);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  let current = opened.case;
  if (current.file.recordOf !== 'procedure') return [];
  const parts: Part[] = [];
  const complaints = new Set<string>();
  for (const event of events as unknown as ProcedureEvent[]) {
    const before = current;
    const outcome = record(current, event);
    if (!outcome.ok) throw new Error(JSON.stringify([event, outcome]));
    current = outcome.case;
    const part = parts.at(-1);
    if (event.type === 'application.sent' && part?.physician !== event.to) {
      if (current.file.engagement?.physician !== event.to || current === before) continue;
      complaints.clear();
      parts.push({ physician: event.to, opening: openingOf(before, event), events: [] });
    } else if (part && isTheirs(event, part.physician, complaints))
      part.events.push({ told: asTheyHearIt(event), whole: current });
  }
  return parts;
}

/** Who pays hangs on the choice, and on which day the employee signed, they cannot know. */
const seenBy = (current: Case, physician: string) => {
  const { sees, waitingOn, deadlines } = viewFor(current, { role: 'secondOpinionPhysician', person: physician });
  const said = sees && 'authorisation' in sees ? { payer: null, authorisation: sees.authorisation?.status } : {};
  return { sees: sees && { ...sees, ...said }, waitingOn, deadlines };
};

const stories = everyPath().filter(({ how }) => how === 'advance');
const parts = stories.flatMap((story) =>
  partsOf(story).map((part): [string, Part] => [`${story.name}, ${part.physician}`, part]),
);

describe("The second-opinion physician's own record", () => {
  it.each(parts)('shows them what the record of the procedure shows them: %s', (_, { physician, opening, events }) => {
    const opened = openCase(opening);
    expect(opened).toMatchObject({ ok: true, case: { step: 'execution.awaitingResponse' }, notices: [] });
    let current = (opened as typeof opened & { ok: true }).case;
    for (const { told, whole } of events) {
      if (viewFor(whole, { role: 'secondOpinionPhysician', person: physician }).sees === null) return;
      const outcome = record(current, told);
      expect(outcome, told.type).toMatchObject({ ok: true, deviations: [] });
      if (outcome.ok) current = outcome.case;
      expect(seenBy(current, physician), told.type).toEqual(seenBy(whole, physician));
    }
  });

  it('is held against more than one part of many a story', () => {
    expect(parts.length).toBeGreaterThan(stories.length / 2);
  });
});

describe('The opening of that record', () => {
  const theirs = {
    ...usualOpening,
    by: own.id,
    recordOf: 'secondOpinionPhysician',
    application: { to: first.id, form: 'form-1', medicalData: true, authorisation: 'signed' },
  };
  const { application: _, ...withoutApplication } = theirs;

  it('is the application that the own physician sent, from which the week runs', () => {
    expect(openCase(theirs)).toMatchObject({
      ok: true,
      case: { step: 'execution.awaitingResponse', file: { engagement: { physician: first.id } } },
      deadlines: [{ term: 'response', dueOn: '2026-03-25' }],
    });
    expect(openCase({ ...theirs, by: usualOpening.by })).toMatchObject({
      ok: false,
      unmet: [{ norm: 'actorHoldsRole' }],
    });
  });

  it('has an application, and no other opening has', () => {
    const said = { ok: false, reason: 'malformed', issues: [{ path: 'application' }] };
    expect(openCase(withoutApplication)).toMatchObject(said);
    expect(openCase({ ...usualOpening, application: theirs.application })).toMatchObject(said);
  });

  it('has no place for what is no business of theirs', () => {
    const opened = openCase(theirs);
    const current = (opened as typeof opened & { ok: true }).case;
    const others = eventTypes.filter((type) => !acts[type].inRecordOf.includes('secondOpinionPhysician'));
    expect(others).toEqual(
      expect.arrayContaining(['physicians.chosen', 'decision.made', 'transfer.requested', 'employer.asked']),
    );
    for (const type of others) goingOn(current).whenDone(type).thenUnexpected();
  });
});
