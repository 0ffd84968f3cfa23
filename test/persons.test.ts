import { describe, expect, it } from 'vitest';
import { eventTypes, reporters } from '../src/events.js';
import {
  advance,
  type Case,
  type EventType,
  expectedEvents,
  type Role,
  record,
  type Step,
  viewFor,
} from '../src/index.js';
import { Dice, fieldsOf } from '../src/testing/reports.js';
import {
  another,
  clause,
  employee,
  employer,
  first,
  given,
  handler,
  own,
  physician,
  planning,
  second,
  storyTo,
  successor,
  type Told,
  third,
  upTo,
  usual,
} from './support/story.js';

const later = '2026-12-01';

/** The event of this type, filled as the case has it, by this person. */
const by = (person: string, type: EventType, current: Case): Told => ({
  type,
  by: person,
  on: later,
  ...fieldsOf(type, current, later, 1, new Dice(7)),
});

const namesOf = (list: { norm: string }[]): string[] => list.map(({ norm }) => norm);

/** `G-6`: refused by `advance`; recorded by `record` as an act that is none, and nothing else moves. */
const isNoneOf = (current: Case, event: Told, norm: string): void => {
  const refused = advance(current, event);
  expect({ event, refused }).toMatchObject({ refused: { ok: false, reason: 'notAllowed' } });
  if (!refused.ok && refused.reason === 'notAllowed') expect(namesOf(refused.unmet)).toContain(norm);
  const noted = record(current, event);
  if (!noted.ok) throw new Error(`${event.type}: ${JSON.stringify(noted)}`);
  const { revision, deviations, ...rest } = noted.case;
  expect(rest).toEqual({
    schema: 1,
    step: current.step,
    since: current.since,
    complaints: current.complaints,
    file: current.file,
  });
  expect(revision).toBe(current.revision + 1);
  expect(namesOf(deviations)).toContain(norm);
  expect(noted.notices).toEqual([]);
};

const expectedOf = (current: Case, role: Role): EventType[] =>
  expectedEvents(current, role)
    .map(({ type }) => type)
    .filter((type) => reporters[type].every((reporter) => reporter === role || reporter === 'secondOpinionPhysician'));

const empty = (role: Role) => ({ role, sees: null, waitingOn: [], mayReport: [], deadlines: [] });

const steps = Object.keys(storyTo) as Step[];

const swapped = (events: Told[], from: string, to: string): Told[] =>
  JSON.parse(JSON.stringify(events).replaceAll(`"${from}"`, `"${to}"`));

/** What follows the sending of the application in the usual story to a step, as it goes with another physician. */
const goingOnWith = (step: Step, physicianId: string): Told[] | null => {
  const { events } = storyTo[step];
  const at = events.findIndex(({ type }) => type === 'application.sent');
  return at === -1 ? null : swapped(events.slice(at), first.id, physicianId);
};

const stepsAfterSending = steps.filter((step) => goingOnWith(step, first.id) !== null);

clause('G-14', () => {
  describe.each(steps)('in %s, an own physician who was replaced', (step) => {
    const story = storyTo[step];
    const { case: current } = given(story.opening, story.events, usual('ownPhysician.replaced'));
    const types = expectedOf(current, 'ownPhysician');

    it.each(types)('cannot report %s any more; it is recorded and the step stays', (type) => {
      isNoneOf(current, by(own.id, type, current), 'actorHoldsRole');
    });

    it('sees nothing any more, and his successor all that he saw', () => {
      expect(viewFor(current, 'ownPhysician', own.id)).toEqual(empty('ownPhysician'));
      const before = given(story.opening, story.events).case;
      const seen = viewFor(before, 'ownPhysician', own.id).sees;
      expect(viewFor(current, 'ownPhysician', successor.id).sees).toEqual(seen);
    });
  });
});

/** Ways to have been second-opinion physician, each up to where the application can go to the next. */
const formerly: Record<string, Told[]> = {
  declined: [...upTo('execution.awaitingResponse'), usual('application.declined')],
  'returned the engagement': [...upTo('execution.assessing'), usual('engagement.ended')],
  'let the week pass, and saw another chosen': [
    ...upTo('execution.awaitingResponse'),
    usual('response.overdue', { on: '2026-03-26' }),
    usual('physicians.chosen', { on: '2026-03-26', first: second, second: another }),
  ],
};

clause('B-17', () => {
  for (const [how, events] of Object.entries(formerly)) {
    describe.each(stepsAfterSending)(`in %s, a physician who ${how}`, (step) => {
      const { opening } = storyTo[step];
      const withheld = step === 'application.reconsidering';
      const since = { on: '2026-03-26' };
      const next = (goingOnWith(step, second.id) ?? []).map((told) => ({ ...told, ...since }));
      const own = opening.recordOf === 'ownPhysician';
      const before = own ? events.filter(({ type }) => !type.startsWith('consultation.')) : events;
      const { case: current } = given(
        opening,
        before,
        withheld
          ? { type: 'authorisation.withheld', by: employee, on: since.on, recipient: second.id }
          : usual('authorisation.signed', { ...since, recipient: second.id }),
        next,
      );
      const types = expectedOf(current, 'secondOpinionPhysician');

      it.each(types)('cannot report %s any more; it is recorded and the step stays', (type) => {
        isNoneOf(current, by(first.id, type, current), 'actorHoldsRole');
      });

      it('sees nothing any more', () => {
        expect(viewFor(current, 'secondOpinionPhysician', first.id)).toEqual(empty('secondOpinionPhysician'));
        if (types.length > 0) expect(viewFor(current, 'secondOpinionPhysician', second.id).sees).not.toBeNull();
      });
    });
  }

  it('no longer lets a physician who timed out accept once another was chosen', () => {
    const { case: current } = given(formerly['let the week pass, and saw another chosen'] as Told[]);
    expect(advance(current, by(first.id, 'application.accepted', current))).toMatchObject({
      ok: false,
      reason: 'unexpected',
    });
    expect(viewFor(current, 'secondOpinionPhysician', first.id)).toEqual(empty('secondOpinionPhysician'));
  });
});

clause('G-8', () => {
  const fourth = physician('physician-fourth', 'noord');
  const waiting = given(upTo('completion.awaitingThirdPhysician'), usual('transfer.declined'));
  const proposed = given(
    upTo('completion.awaitingThirdPhysician'),
    usual('transfer.declined'),
    usual('transfer.granted', { to: fourth }),
  );

  describe.each([
    ['while nobody else is proposed', waiting.case],
    ['while another is proposed', proposed.case],
    [
      'once another has accepted',
      given(
        upTo('completion.awaitingThirdPhysician'),
        usual('transfer.declined'),
        usual('transfer.granted', { to: fourth }),
        {
          type: 'transfer.accepted',
          by: fourth.id,
          on: '2026-03-18',
        },
      ).case,
    ],
  ])('%s, a third physician who declined', (_, current) => {
    if (current.step !== 'transferred')
      it.each(['transfer.accepted', 'transfer.declined'] as const)('cannot report %s any more', (type) => {
        isNoneOf(current, by(third.id, type, current), 'actorHoldsRole');
      });

    it('sees nothing any more', () => {
      expect(viewFor(current, 'thirdPhysician', third.id)).toEqual(empty('thirdPhysician'));
    });
  });
});

const handling: EventType[] = ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'];

clause('D-2.14e.5', () => {
  describe.each(steps)('in %s, a complaint', (step) => {
    const { case: current } = given(
      storyTo[step].opening,
      storyTo[step].events,
      usual('ownPhysician.replaced'),
      usual('complaint.filed'),
    );
    const { participants, engagement } = current.file;
    const involved: [string, string][] = [
      ['the employee', employee],
      ['the employer', employer],
      ['the planning', planning],
      ['the present own physician', participants.ownPhysician.id],
      ['the replaced own physician', own.id],
      ...(engagement ? [['the second-opinion physician', engagement.physician] as [string, string]] : []),
      ...(participants.thirdPhysician ? [['the third physician', third.id] as [string, string]] : []),
      ...participants.former.map((former): [string, string] => [`${former}, who had a part`, former]),
    ];

    it.each(involved)('is not handled by %s, nor shown to him as a handler', (_, person) => {
      for (const type of handling)
        isNoneOf(current, { ...by(person, type, current), complaint: 'complaint-1' }, 'handlerIsNotInvolved');
      expect(viewFor(current, 'complaintHandler', person)).toEqual(empty('complaintHandler'));
    });

    it('is handled by whoever is not involved, and then by nobody else', () => {
      const taken = advance(current, usual('complaint.acknowledged', { on: later }));
      if (!taken.ok) expect.fail(JSON.stringify(taken));
      for (const type of handling)
        isNoneOf(taken.case, { ...by('handler-2', type, taken.case), complaint: 'complaint-1' }, 'actorHoldsRole');
      expect(viewFor(taken.case, 'complaintHandler', 'handler-2')).toEqual(empty('complaintHandler'));
      expect(viewFor(taken.case, 'complaintHandler', handler).sees?.complaints).toHaveLength(1);
    });
  });

  it.each([
    [
      'a second-opinion physician who declined',
      first.id,
      [...upTo('execution.awaitingResponse'), usual('application.declined')],
    ],
    [
      'a third physician who declined',
      third.id,
      [...upTo('completion.awaitingThirdPhysician'), usual('transfer.declined')],
    ],
    [
      'an own physician between two others',
      successor.id,
      [
        usual('ownPhysician.replaced'),
        usual('ownPhysician.replaced', { physician: physician('physician-newer', 'noord') }),
      ],
    ],
  ])('is not handled by %s, nor shown to him as a handler', (_, person, events) => {
    const { case: current } = given(events, usual('complaint.filed'));
    for (const type of handling)
      isNoneOf(current, { ...by(person, type, current), complaint: 'complaint-1' }, 'handlerIsNotInvolved');
    expect(viewFor(current, 'complaintHandler', person)).toEqual(empty('complaintHandler'));
  });

  it('is not handled by the person complained of, nor shown to him as a handler', () => {
    const { case: current } = given(usual('complaint.filed', { against: 'physician-elsewhere' }));
    for (const type of handling)
      isNoneOf(
        current,
        { ...by('physician-elsewhere', type, current), complaint: 'complaint-1' },
        'handlerIsNotInvolved',
      );
    expect(viewFor(current, 'complaintHandler', 'physician-elsewhere')).toEqual(empty('complaintHandler'));
  });
});

clause('B-40', () => {
  const everybody: [Role, string][] = [
    ['employee', employee],
    ['employer', employer],
    ['administration', planning],
    ['ownPhysician', own.id],
    ['secondOpinionPhysician', first.id],
    ['thirdPhysician', third.id],
    ['scheduler', 'scheduler'],
    ['complaintHandler', handler],
  ];

  it.each(steps)('takes in %s each event from its own people only', (step) => {
    const { case: current } = given(storyTo[step].opening, storyTo[step].events);
    const possible = new Set(expectedEvents(current).map(({ type }) => type));
    for (const type of eventTypes.filter((each) => possible.has(each) && !each.startsWith('complaint.')))
      for (const [role, person] of everybody)
        if (!reporters[type].includes(role)) isNoneOf(current, by(person, type, current), 'actorHoldsRole');
  });
});

clause('L-21', () => {
  it('has the application with one physician at a time: who has it not yet, or no longer, cannot answer it', () => {
    const { case: current } = given(
      upTo('execution.awaitingResponse'),
      usual('application.declined'),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent', { to: second.id }),
    );
    isNoneOf(current, by(first.id, 'application.accepted', current), 'actorHoldsRole');
    isNoneOf(current, by(another.id, 'application.accepted', current), 'actorHoldsRole');
  });
});
