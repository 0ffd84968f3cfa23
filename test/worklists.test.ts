import { describe, expect, it } from 'vitest';
import { roles } from '../src/file.js';
import {
  type Case,
  type Day,
  deadlines,
  endedOn,
  partiesOf,
  replay,
  type Step,
  viewFor,
  waitingOn,
} from '../src/index.js';
import { everyPath } from '../src/testing/index.js';
import { viewOf } from '../src/views.js';
import { storyOf } from './support/readers.js';
import {
  clause,
  employee,
  employer,
  first,
  given,
  givenIn,
  handler,
  opening,
  own,
  planning,
  storyTo,
  successor,
  third,
  upTo,
  usual,
} from './support/story.js';
import { languages } from './support/words.js';

const bothFiled = (against = own.id) =>
  given(
    usual('complaint.filed', { against, on: '2026-03-20' }),
    usual('complaint.filed', { against: first.id, complaint: 'complaint-2', on: '2026-03-20' }),
    usual('complaint.acknowledged', { complaint: 'complaint-2', on: '2026-03-21' }),
  ).case;

clause('G-12', () => {
  it('tells two complaints of one day apart, among the terms and among those who are waited for', () => {
    const current = bothFiled();
    const told = (list: { complaint?: string; person: string | null; since: string }[]) =>
      list.flatMap(({ complaint, person, since }) => (complaint ? [[complaint, person, since]] : []));
    const both = [
      ['complaint-1', null, '2026-03-20'],
      ['complaint-2', handler, '2026-03-20'],
    ];
    expect(told(deadlines(current))).toEqual(both);
    expect(told(waitingOn(current))).toEqual(both);
  });

  it('names no complaint beside those', () => {
    const others = [...deadlines(bothFiled()), ...waitingOn(bothFiled())].filter(({ complaint }) => !complaint);
    expect(others.length).toBeGreaterThan(0);
    for (const each of others) expect(each).not.toHaveProperty('complaint');
  });

  it('says which complaint to those who see it, and to nobody else', () => {
    const shown = (role: 'employee' | 'ownPhysician' | 'administration' | 'complaintHandler', person?: string) => {
      const view = viewOf(bothFiled(), role, person);
      return [view.waitingOn, view.deadlines].map((list) => list.flatMap(({ complaint }) => complaint ?? []));
    };
    expect(shown('employee')).toEqual(Array(2).fill(['complaint-1', 'complaint-2']));
    expect(shown('ownPhysician')).toEqual(Array(2).fill(['complaint-1']));
    expect(shown('administration')).toEqual([[], []]);
    expect(shown('complaintHandler', handler)).toEqual(Array(2).fill(['complaint-1', 'complaint-2']));
    expect(shown('complaintHandler', 'handler-2')).toEqual(Array(2).fill(['complaint-1']));
  });
});

clause('B-17', () => {
  it('does not name a complaint to a physician who let the week pass, and who sees no complaints any more', () => {
    const { case: current } = given(
      storyTo['execution.awaitingResponse'].events,
      usual('complaint.filed', { against: first.id, on: '2026-03-20' }),
      usual('response.overdue', { on: '2026-03-26' }),
    );
    const view = viewFor(current, { role: 'secondOpinionPhysician', person: first.id });
    expect(view.sees).not.toBeNull();
    expect(JSON.stringify(view)).not.toContain('complaint-1');
  });
});

describe('The story of a case', () => {
  it('names the day to look at a complaint also where another was filed on the same day', () => {
    const alarmed = { ...opening, contract: { ...opening.contract, alarms: { complaint: 28 } } };
    const filed = ['complaint-1', 'complaint-2'].map((complaint) => usual('complaint.filed', { complaint }));
    const dates = storyOf(alarmed, filed, 'host', languages.en).map(({ date }) => date);
    expect(dates.slice(1)).toEqual(Array(2).fill(expect.stringContaining('15 April')));
  });
});

describe('A term that runs', () => {
  it.each([
    ['application.choosing', 'engage', own.id],
    ['execution.awaitingResponse', 'response', first.id],
    ['execution.assessing', 'advise', first.id],
    ['execution.forwarding', 'forward', first.id],
    ['completion.considering', 'decide', own.id],
    ['completion.consideringTransfer', 'considerTransfer', own.id],
  ] as [Step, string, string][])('says in %s of %s whose it is', (step, term, person) => {
    expect(deadlines(givenIn(step).case)).toMatchObject([{ term, person }]);
  });

  it('says since when it runs: the week from the receipt, where the contract counts from it', () => {
    const { case: current } = given(
      storyTo['execution.awaitingResponse'].events,
      usual('application.received', { on: '2026-03-20' }),
    );
    expect(deadlines(current)).toMatchObject([{ term: 'response', since: '2026-03-20', dueOn: '2026-03-27' }]);
  });

  it('says since when also where the step began later', () => {
    const { case: current } = given(
      upTo('completion.considering'),
      usual('transfer.requested', { on: '2026-03-25' }),
      usual('transfer.withdrawn', { on: '2026-03-27' }),
    );
    expect(current.since).toBe('2026-03-27');
    expect(deadlines(current)).toMatchObject([{ term: 'decide', since: '2026-03-18' }]);
  });

  it('is shown to no party with the person whose it is, as those who are waited for are', () => {
    for (const step of Object.keys(storyTo) as Step[])
      for (const role of roles)
        for (const each of viewOf(givenIn(step).case, role).deadlines) expect(each).not.toHaveProperty('person');
  });
});

describe('Those who may see something of a case', () => {
  const named = (current: Case, handlers?: string[]) =>
    partiesOf(current, handlers).map(({ role, person }) => `${role} ${person}`);
  const atFirst = [`employee ${employee}`, `ownPhysician ${own.id}`, `administration ${planning}`];

  it('are those who take part, and not yet the employer', () => {
    expect(named(given().case)).toEqual(atFirst);
  });

  it('are the employee and the representative, each by name', () => {
    const participants = { ...opening.participants, representative: 'representative-1', mandate: 'mandate-1' };
    expect(named(given({ ...opening, participants }).case).slice(0, 2)).toEqual([
      `employee ${employee}`,
      'employee representative-1',
    ]);
  });

  it('are the second-opinion physician once it was sent to them, and no more once another is chosen after the week', () => {
    const sees = `secondOpinionPhysician ${first.id}`;
    expect(named(givenIn('application.preparing').case)).not.toContain(sees);
    expect(named(givenIn('execution.awaitingResponse').case)).toContain(sees);
    const over = given(
      storyTo['execution.awaitingResponse'].events,
      usual('response.overdue', { on: '2026-03-26' }),
      usual('physicians.chosen', { on: '2026-03-27', first: { ...first, id: 'physician-other' } }),
    );
    expect(named(over.case).join()).not.toContain('secondOpinionPhysician');
  });

  it('are the third physician who is asked, and the employer who is', () => {
    const { case: current } = given(upTo('completion.awaitingThirdPhysician'), 'employer.asked');
    expect(named(current)).toEqual(expect.arrayContaining([`thirdPhysician ${third.id}`, `employer ${employer}`]));
  });

  it('are the new own physician and not the one before', () => {
    const { case: current } = given('ownPhysician.replaced');
    expect(named(current)).toContain(`ownPhysician ${successor.id}`);
    expect(named(current).join()).not.toContain(own.id);
  });

  it('are of a complaint that nobody handles those whom the host names, but nobody who has a part in the case', () => {
    const { case: current } = given('complaint.filed');
    expect(named(current)).toEqual(atFirst);
    expect(named(current, [handler, 'handler-2', own.id, handler])).toEqual([
      ...atFirst.slice(0, 2),
      `complaintHandler ${handler}`,
      'complaintHandler handler-2',
      atFirst[2],
    ]);
  });

  it('are of a complaint that somebody handles only they, whomever the host names', () => {
    const { case: current } = given('complaint.filed', 'complaint.acknowledged');
    for (const handlers of [[], ['handler-2']])
      expect(named(current, handlers)).toEqual([...atFirst.slice(0, 2), `complaintHandler ${handler}`, atFirst[2]]);
  });

  it('are in every history exactly the holders of a role whose view is not empty', () => {
    for (const { opening: start, events, how } of everyPath()) {
      const current = replay(start, events, how).case ?? expect.fail('the history was not taken');
      const found = partiesOf(current);
      for (const { role, person } of found) expect(viewFor(current, { role, person }).sees).not.toBeNull();
      const seeing = roles.filter((role) => viewOf(current, role).sees !== null && role !== 'complaintHandler');
      expect(new Set(found.map(({ role }) => role).filter((role) => role !== 'complaintHandler'))).toEqual(
        new Set(seeing),
      );
    }
  });
});

describe('The day since which nobody has a move', () => {
  it.each(['withdrawn', 'uwvRouteChosen', 'notForwarded', 'concluded', 'transferred'] as Step[])(
    'is the day on which it came to %s',
    (step) => {
      const { case: current } = givenIn(step);
      expect(endedOn(current)).toBe(current.since);
    },
  );

  it.each(
    (Object.keys(storyTo) as Step[]).filter((step) => step.startsWith('application.') || step.startsWith('execution.')),
  )('is none in %s', (step) => {
    expect(endedOn(givenIn(step).case)).toBeNull();
  });

  it('is none while a complaint is open, and then the day of the last answer or withdrawal', () => {
    const filed = given(
      storyTo.concluded.events,
      usual('complaint.filed', { on: '2026-04-01' }),
      usual('complaint.filed', { complaint: 'complaint-2', on: '2026-04-02' }),
      usual('complaint.answered', { on: '2026-04-20', measuresBy: '2026-06-01' }),
    );
    expect(endedOn(filed.case)).toBeNull();
    const last = { complaint: 'complaint-2', on: '2026-04-10' };
    expect(endedOn(filed.when(usual('complaint.withdrawn', last)).thenIn('concluded'))).toBe('2026-04-20');
    const later = { ...last, on: '2026-05-02' };
    expect(endedOn(filed.when(usual('complaint.withdrawn', later)).thenIn('concluded'))).toBe('2026-05-02');
  });

  it('is none while the employer is asked, and then the day of the answer', () => {
    const asked = given(storyTo.concluded.events, usual('employer.asked', { on: '2026-04-01' }));
    expect(endedOn(asked.case)).toBeNull();
    expect(endedOn(asked.when(usual('employer.declined', { on: '2026-04-09' })).thenIn('concluded'))).toBe(
      '2026-04-09',
    );
  });

  it('is none while a decision is owed after the transfer, and then the day of the decision', () => {
    const gone = given(
      upTo('completion.considering'),
      'transfer.requested',
      'transfer.granted',
      usual('transfer.accepted', { on: '2026-03-30' }),
    );
    expect(endedOn(gone.case)).toBeNull();
    expect(endedOn(gone.when(usual('decision.made', { on: '2026-04-03' })).thenIn('transferred'))).toBe('2026-04-03');
  });

  it('is none any more once the request is renewed', () => {
    const ended = givenIn('withdrawn');
    expect(endedOn(ended.case)).not.toBeNull();
    expect(endedOn(ended.when('request.renewed').thenIn('application.discussing'))).toBeNull();
  });

  it('is there in every history exactly where nobody is waited for and no term runs, and no later than its last event', () => {
    for (const { opening: start, events, how } of everyPath()) {
      const current = replay(start, events, how).case ?? expect.fail('the history was not taken');
      const day: Day | null = endedOn(current);
      expect(day === null).toBe(waitingOn(current).length > 0 || deadlines(current).length > 0);
      if (day === null) continue;
      expect(day >= current.since).toBe(true);
      expect([start, ...events].some(({ on }) => on === day)).toBe(true);
    }
  });
});
