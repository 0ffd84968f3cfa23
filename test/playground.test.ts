import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clausesOf, rankOf, steps, waysFrom } from '../examples/playground/chart.ts';
import { daysAfter, weeksOf } from '../examples/playground/days.ts';
import { blank, emptyOf, filledIn } from '../examples/playground/fields.ts';
import { items, linesOf, type Party, parties, partiesBeside, pathsOf } from '../examples/playground/items.ts';
import {
  attempt,
  back,
  begin,
  correct,
  type Log,
  next,
  readLog,
  redo,
  remember,
  reopen,
  run,
  type Session,
  toTheEnd,
  undo,
  withoutTheRest,
  writeLog,
} from '../examples/playground/log.ts';
import { everInRole, holdersOf, reportersOf } from '../examples/playground/people.ts';
import { issueText, linesFor, missingText } from '../examples/playground/say.ts';
import { nobodyActs, openWays, reportOfCalendar, waitsIn } from '../examples/playground/silence.ts';
import { freshLog } from '../examples/playground/start.ts';
import { words } from '../examples/playground/words.ts';
import { fieldsOf } from '../src/forms.js';
import { type Case, deadlines, eventTypes, expectedEvents, type Issue, openingSchema, viewFor } from '../src/index.js';
import { viewOf } from '../src/views.js';

const folder = new URL('../examples/cases/', import.meta.url);
const names = readdirSync(folder).sort();
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const logOf = (start: string): Log => {
  const read = readLog(textOf(names.find((name) => name.startsWith(start)) ?? expect.fail(`no case ${start}`)));
  return read.ok ? read.log : expect.fail(`case ${start} cannot be read: ${read.why}`);
};

const logs: [string, Log][] = names.map((name) => [name, logOf(name)]);

/** Every case that a worked case passes through. */
const momentsOf = (log: Log): Case[] => run(log).turns.map(({ outcome }) => outcome.case);

const everyMoment: Case[] = logs.flatMap(([, log]) => momentsOf(log));

const opened = begin(freshLog(new Date('2026-03-18T12:00:00Z')));
const own = 'physician-own';
const discussed = { type: 'instrument.discussed', by: own, on: '2026-03-20', advised: 'secondOpinion' };
const honoured = { type: 'request.honoured', by: own, on: '2026-03-20' };
const refused = { type: 'request.refused', by: own, on: '2026-03-20', grounds: ['cost'], earlierRequests: [] };

const reported = (session: Session, ...events: unknown[]): Session =>
  events.reduce<Session>((before, event) => {
    const answer = attempt(before, event, false);
    return answer.ok ? answer.session : expect.fail(JSON.stringify(answer.no));
  }, session);

describe('the log of the playground', () => {
  it.each(logs)('opens %s, walks through it and writes it as it was', (name, log) => {
    const text = textOf(name);
    expect(JSON.parse(writeLog(log))).toEqual(JSON.parse(text));
    const { turns, stop } = run(log);
    expect(stop === null).toBe(log.correction === undefined);
    let session = begin(log);
    for (let at = 1; at < turns.length; at += 1) {
      const step = next(session, false);
      expect(step.stop).toBeNull();
      session = step.session;
      expect(session.at).toBe(at);
      expect(session.today).toBe(log.events[at - 1]?.on);
    }
    expect(session).toEqual(toTheEnd(begin(log)));
    expect(run(log, session.at).case).toEqual(turns.at(-1)?.outcome.case);
  });

  it('answers the same whatever was asked before: a shorter log, another, or one that parts from it half-way', () => {
    const [long, other] = [logOf('03'), logOf('18')];
    const parted: Log = { ...long, events: [...long.events.slice(0, 9), ...long.events.slice(10)] };
    const asked: [Log, number?][] = [
      [long],
      [long, 4],
      [parted],
      [long, 12],
      [other],
      [{ ...long, brokeTheRules: true }],
      [long],
    ];
    // Another opening, though it says the same, has everything taken anew.
    const anew = asked.map(([log, upTo]) => run(structuredClone(log), upTo));
    expect(asked.map(([log, upTo]) => run(log, upTo))).toEqual(anew);
  });

  it('stays where it is and says why when the next event cannot be taken', () => {
    const log = logOf('13');
    const session = toTheEnd(begin(log));
    const { session: same, stop } = next(session, false);
    expect(same).toBe(session);
    expect(stop?.at).toBe(session.at);
    expect(stop?.no).toMatchObject({ reason: 'notAllowed', unmet: [{ norm: 'responseTermHasPassed' }] });
  });

  it('leaves the log alone when an attempt is refused', () => {
    const before = JSON.stringify(opened);
    const answer = attempt(opened, refused, false);
    expect(answer).toMatchObject({ ok: false, no: { reason: 'notAllowed' } });
    expect(JSON.stringify(opened)).toBe(before);
  });

  it('lets happen with the record switch what the rules forbid, and keeps it with the log', () => {
    const answer = attempt(opened, refused, true);
    if (!answer.ok) expect.fail('not recorded');
    expect(answer.outcome.deviations.map(({ norm }) => norm)).toEqual([
      'instrumentWasDiscussed',
      'groundIsCompelling',
      'reasonsAreInWriting',
    ]);
    expect(answer.session.log.brokeTheRules).toBe(true);
    const read = readLog(writeLog(answer.session.log));
    if (!read.ok) expect.fail(read.why);
    expect(run(read.log).case).toEqual(answer.outcome.case);
  });

  it('keeps a log that broke no rule free of that mark, even with the record switch on', () => {
    const answer = attempt(opened, honoured, true);
    expect(answer).toMatchObject({ ok: true });
    if (answer.ok) expect(answer.session.log.brokeTheRules).toBeUndefined();
  });

  it('says no even with the record switch on to what is no event and to what is dated out of order', () => {
    expect(attempt(opened, { ...honoured, on: 'tomorrow' }, true)).toMatchObject({ no: { reason: 'malformed' } });
    expect(attempt(opened, { ...honoured, on: '2020-01-01' }, true)).toMatchObject({ no: { reason: 'notAllowed' } });
  });

  it('puts a new event where the case stands, before what is still to come', () => {
    const session = back(reported(opened, discussed, honoured));
    const explained = { type: 'adviceInForce.explained', by: own, on: '2026-03-20' };
    const { log, at } = reported(session, explained);
    expect(log.events.map(({ type }) => type)).toEqual([
      'instrument.discussed',
      'adviceInForce.explained',
      'request.honoured',
    ]);
    expect(at).toBe(2);
    expect(withoutTheRest({ log, at, today: '2026-03-20' }).log.events).toHaveLength(2);
  });

  it('undoes and does again, and forgets what was undone once something else is done', () => {
    const first = { past: [], present: 'a', future: [] };
    const second = remember(remember(first, 'b'), 'c');
    expect(undo(second)).toEqual({ past: ['a'], present: 'b', future: ['c'] });
    expect(redo(undo(second))).toEqual(second);
    expect(redo(undo(undo(second))).present).toBe('b');
    expect(undo(first)).toBe(first);
    expect(redo(second)).toBe(second);
    expect(remember(undo(second), 'd')).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
  });

  it('corrects a wrong day, after which everything holds', () => {
    const log = logOf('13');
    const { correction } = log;
    if (!correction) expect.fail('case 13 has a correction');
    const { session, stop, fallen } = correct(begin(log), correction.at, correction.event, false);
    expect({ stop, fallen }).toEqual({ stop: null, fallen: 0 });
    expect(session.log.correction).toBeUndefined();
    expect(run(session.log).stop).toBeNull();
  });

  it('names the later event that no longer holds when an earlier one is taken out, and keeps it in the log', () => {
    const session = toTheEnd(begin(logOf('02')));
    const place = session.log.events.findIndex(({ type }) => type === 'request.honoured');
    const { session: corrected, stop, fallen } = correct(session, place, null, false);
    expect(stop?.event.type).toBe('physicians.chosen');
    expect(stop?.no.reason).toBe('unexpected');
    expect(corrected.at).toBe(place);
    expect(fallen).toBe(session.at - 1 - place);
    expect(corrected.log.events).toHaveLength(session.log.events.length - 1);
    expect(correct(corrected, place, stop?.event ?? null, false).session.log.events).toEqual(corrected.log.events);
  });

  it('goes on with the record switch where it would stop, and names what deviates', () => {
    const session = toTheEnd(begin(logOf('02')));
    const place = session.log.events.findIndex(({ type }) => type === 'instrument.discussed');
    const stopped = correct(session, place, null, false);
    expect(stopped.stop?.event.type).toBe('application.sent');
    const recorded = correct(session, place, null, true);
    expect(recorded.stop).toBeNull();
    expect(recorded.session.log.brokeTheRules).toBe(true);
    expect(recorded.newDeviations.flatMap(({ deviations }) => deviations.map(({ norm }) => norm))).toEqual([
      'instrumentWasDiscussed',
      'instrumentWasDiscussed',
    ]);
    const { session: further, stop } = next(stopped.session, true);
    expect(stop).toBeNull();
    expect(further.at).toBe(stopped.session.at + 1);
    expect(next(stopped.session, false).stop?.at).toBe(stopped.session.at);
    const sound = correct(session, place, session.log.events[place] ?? null, true);
    expect(sound.session.log.brokeTheRules).toBeUndefined();
  });

  it('names what deviates since a correction, and nothing that deviated before', () => {
    const session = toTheEnd(begin(logOf('17')));
    const place = session.log.events.findIndex(
      ({ type }) => type === 'forwarding.authorised' || type === 'remarks.waived',
    );
    const before = run(session.log).case.deviations.length;
    const { newDeviations, session: corrected } = correct(session, place, null, false);
    const named = newDeviations.flatMap(({ deviations }) => deviations).length;
    expect(named).toBeGreaterThan(0);
    expect(run(corrected.log, corrected.at).case.deviations.length).toBe(before + named);
    for (const { at, deviations } of newDeviations) expect(corrected.log.events[at]?.type).toBe(deviations[0]?.event);
  });

  it('replays the events on another opening, and says no to one that opens nothing', () => {
    const session = toTheEnd(begin(logOf('02')));
    const opening = session.log.opening as Record<string, unknown>;
    const contract = opening.contract as Record<string, unknown>;
    const fromDispatch = { from: 'dispatch', extendedBy: 'none' };
    const replayed = reopen(session, { ...opening, contract: { ...contract, responseTerm: fromDispatch } }, false);
    expect(replayed).toMatchObject({ stop: null, fallen: 0 });
    expect(reopen(session, { ...opening, on: '2026-12-31' }, false)).toMatchObject({ stop: { at: 0 } });
    expect(reopen(session, { ...opening, by: 'somebody' }, false)).toMatchObject({ ok: false, reason: 'notAllowed' });
  });

  it.each([
    ['{', { why: 'notJson' }],
    ['[]', { why: 'notALog' }],
    ['null', { why: 'notALog' }],
    ['{"opening":{}}', { why: 'notALog' }],
    ['{"opening":{},"events":[]}', { why: 'malformed' }],
    [
      JSON.stringify({ ...freshLog(new Date('2026-03-18')), events: [{ type: 'request.honoured', by: own }] }),
      { why: 'malformed', issues: [{ path: 'events.1.on' }] },
    ],
    [
      JSON.stringify({ opening: { ...(freshLog(new Date('2026-03-18')).opening as object), by: 'x' }, events: [] }),
      { why: 'notAllowed', unmet: [{ norm: 'actorHoldsRole' }] },
    ],
    [JSON.stringify(run(opened.log).case), { why: 'storedCase', step: 'application.discussing' }],
  ])('says what is wrong with the file %.60s', (text, expected) => {
    expect(readLog(text)).toMatchObject({ ok: false, ...expected });
  });

  it('opens with a case that has no name and no content', () => {
    const { opening } = freshLog(new Date('2026-11-21T23:30:00Z'));
    expect(openingSchema.parse(opening).on).toBe('2026-11-22');
    expect(run({ opening, events: [] }).case.step).toBe('application.discussing');
  });
});

describe('the forms of the playground', () => {
  const current = run(toTheEnd(begin(logOf('02'))).log, 8).case;

  it.each(eventTypes)('leaves out of an event of a form for %s what was left empty', (type) => {
    const draft = blank(type, own, '2026-10-28', current);
    const event = filledIn({ ...draft, on: '' }) as object;
    const kept = fieldsOf(type).flatMap(({ name }) => (draft[name] === '' || name === 'on' ? [] : [name]));
    expect(Object.keys(event).sort()).toEqual(['type', ...kept].sort());
  });

  it.each(eventTypes)('begins a form for %s without a choice that is for people to make', (type) => {
    const draft = blank(type, own, '2026-10-28', current);
    for (const field of fieldsOf(type)) {
      if (field.kind === 'choice' || field.kind === 'physician') expect(draft[field.name], field.name).toBe('');
      if (!field.required && field.name !== 'by') expect(draft[field.name], field.name).toBe('');
    }
    expect(draft).toMatchObject({ type, by: own, on: '2026-10-28' });
  });

  it('offers each form to the roles that may report it', () => {
    for (const { type, role } of everyMoment.flatMap((moment) => expectedEvents(moment)))
      expect(reportersOf(type)).toContain(role);
  });

  it('adds what may be left out as a whole with nothing filled in, but for what leaves no choice', () => {
    const added = Object.fromEntries(fieldsOf('opening').map((field) => [field.name, emptyOf(field)]));
    expect(added).toMatchObject({
      application: { to: '', form: '', medicalData: false, authorisation: '' },
      contract: { route: 'lpbso', physicians: [], responseTerm: { from: '', extendedBy: '' } },
    });
  });

  it('says of an empty field that it is empty, and of a wrong one what it should be', () => {
    const issue: Issue = { path: 'on', code: 'noDay', message: '' };
    expect(missingText(issue, { on: '' }, 'nl')).toBe('Datum is nog niet ingevuld');
    expect(missingText(issue, { on: '31-12' }, 'nl')).toBe('Datum moet een bestaande dag zijn (jjjj-mm-dd)');
    const nested: Issue = { path: 'first.id', code: 'missing', message: '' };
    expect(missingText(nested, { first: { id: '' } }, 'nl')).toBe('Eerste voorkeur, kenmerk is nog niet ingevuld');
    const guessed: Issue = { path: 'reason', code: 'unknownField', expected: ['reasons'], message: '' };
    expect(missingText(guessed, { reason: 'x' }, 'nl')).toBe('Reason hoort hier niet (reasons?)');
    expect(missingText(issue, { on: '31-12' }, 'en')).toBe('Date must be an existing day (yyyy-mm-dd)');
  });

  it('leaves no complaint of the library in English on the Dutch page', () => {
    const wrong: unknown[] = [
      {},
      { type: 'request.refused', by: 1, on: 'x', grounds: ['y'], earlierRequests: 'z', more: 1 },
      { type: 'consultation.held', by: 'a b', on: '1800-01-01', identity: 1, examined: 'no' },
      { type: 'request.lapsed', by: own, on: '2026-01-01', remindedOn: Array(40).fill('2026-01-01') },
      { type: 'physicians.chosen', by: own, on: '2026-01-01', first: 'x' },
    ];
    const issues = wrong.flatMap((event) => {
      const answer = attempt(opened, event, false);
      return !answer.ok && answer.no.reason === 'malformed' ? answer.no.issues : [];
    });
    expect(issues.length).toBeGreaterThan(10);
    for (const issue of issues) expect(issueText(issue, 'nl')).not.toMatch(/expected|field|read/);
  });
});

describe('all parties at once', () => {
  const seers: Party[] = [...parties, ...partiesBeside];

  const leafPaths = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, inner]) => leafPaths(inner, path ? `${path}.${name}` : name))
      : [path];

  it.each(seers)('has an item for every field that the view of the %s ever holds', (party) => {
    const covered = items.flatMap((item) => pathsOf(item, party));
    const isCovered = (path: string): boolean =>
      covered.some((known) => path === known || path.startsWith(`${known}.`));
    const holdsPart = (path: string): boolean => covered.some((known) => known.startsWith(`${path}.`));
    const held = new Set(everyMoment.flatMap((moment) => leafPaths(viewOf(moment, party).sees, '')));
    held.delete('');
    expect(held.size).toBeGreaterThan(0);
    expect([...held].filter((path) => !isCovered(path) && !holdsPart(path))).toEqual([]);
  });

  it('shows a grey square exactly where another sees something and this party does not', () => {
    for (const moment of everyMoment)
      for (const { item, cells } of linesOf(moment, seers)) {
        expect(
          cells.some(({ grey }) => !grey),
          item,
        ).toBe(true);
        for (const { party, shown, grey } of cells) {
          expect(grey).toBe(shown.length === 0);
          if (viewOf(moment, party).sees === null) expect(grey, `${party} ${item}`).toBe(true);
        }
      }
  });

  it('keeps the column of the employer grey until they are asked or told something', () => {
    for (const moment of everyMoment) {
      const { transfer, employerRequest, disclosures, askedAtWork } = moment.file;
      const knows =
        transfer?.acceptedOn || employerRequest || askedAtWork.length > 0 || disclosures.some(({ consent }) => consent);
      const column = linesOf(moment, parties).flatMap(({ cells }) => cells.filter(({ party }) => party === 'employer'));
      expect(column.every(({ grey }) => grey)).toBe(!knows);
    }
    const told = momentsOf(logOf('06')).at(-1) ?? expect.fail();
    const line = linesOf(told, parties).find(({ item }) => item === 'transfer');
    expect(line?.cells.find(({ party }) => party === 'employer')?.grey).toBe(false);
  });

  it('has words for everything that is shown', () => {
    for (const locale of ['nl', 'en'] as const) {
      const lines = everyMoment.flatMap((moment) =>
        linesOf(moment, seers).flatMap(({ cells }) =>
          cells.flatMap(({ shown }) => shown.flatMap(({ name, value }) => linesFor(name, value, locale))),
        ),
      );
      expect(lines.length).toBeGreaterThan(1000);
      expect(lines.filter((line) => /undefined|\[object|\b[a-z]+[A-Z][a-z]/.test(line))).toEqual([]);
    }
  }, 60_000);

  it('says everything in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]))
        : typeof value;
    expect(shape(words.en)).toEqual(shape(words.nl));
  });
});

describe('who takes part', () => {
  it('knows who holds a role now and who held it before', () => {
    const moments = momentsOf(logOf('02'));
    const last = moments.at(-1) ?? expect.fail();
    expect(holdersOf(last.file, 'secondOpinionPhysician')).toEqual(['physician-oost']);
    expect(everInRole(moments, 'secondOpinionPhysician')).toEqual(['physician-oost', 'physician-zuid']);
    expect(viewFor(last, { role: 'secondOpinionPhysician', person: 'physician-zuid' }).sees).toBeNull();
  });

  it('names only holders whom the library takes for such', () => {
    for (const moment of everyMoment)
      for (const { role, person } of expectedEvents(moment))
        if (person !== null) expect(holdersOf(moment.file, role)).toContain(person);
  });
});

describe('nobody does anything', () => {
  it.each(logs)('comes to an end from every moment of %s, where no day brings anything', (_, log) => {
    for (const { on, outcome } of run(log).turns) {
      const { moments, case: end, on: last } = nobodyActs(outcome.case, on);
      expect(last >= on).toBe(true);
      expect(moments.map((moment) => moment.on)).toEqual(moments.map((moment) => moment.on).sort());
      expect(deadlines(end).filter(({ dueOn }) => dueOn !== null)).toEqual([]);
      for (const { alarmOn } of deadlines(end)) expect(alarmOn === null || alarmOn <= last).toBe(true);
      const events = moments.flatMap(({ of }) => (of.kind === 'overdue' ? [of.event] : []));
      expect(end.revision - outcome.case.revision).toBe(events.length);
    }
  });

  it('lets the scheduler report a passed week, not a day sooner', () => {
    const { turns } = run(logOf('02'), 8);
    const waiting = turns.at(-1)?.outcome.case ?? expect.fail();
    expect(waiting.step).toBe('execution.awaitingResponse');
    expect(reportOfCalendar(waiting, '2026-10-28')).toBeNull();
    expect(reportOfCalendar(waiting, '2026-10-29')).toMatchObject({ type: 'response.overdue', on: '2026-10-29' });
    expect(nobodyActs(waiting, '2026-10-21')).toMatchObject({
      on: '2026-10-29',
      case: { step: 'application.preparing' },
    });
    expect(nobodyActs(waiting, '2026-12-01')).toMatchObject({
      on: '2026-12-01',
      case: { step: 'application.preparing' },
    });
  });

  it('stops at the alarm days that the contract sets', () => {
    const opening = freshLog(new Date('2026-03-18T12:00:00Z')).opening as { contract: object };
    const contract = { ...opening.contract, alarms: { engage: 10 } };
    const first = run({ opening: { ...opening, contract }, events: [] }).case;
    const { moments, on } = nobodyActs(first, '2026-03-18');
    expect(moments).toMatchObject([{ on: '2026-03-28', of: { kind: 'alarm', deadline: { term: 'engage' } } }]);
    expect(on).toBe('2026-03-28');
  });

  it('says who waits for whom, as far as each may know', () => {
    const waiting = run(logOf('02'), 8).case;
    const waits = waitsIn(waiting);
    expect(waits).toContainEqual({
      who: 'employee',
      on: 'secondOpinionPhysician',
      events: ['application.accepted', 'application.declined', 'application.foundInfeasible'],
      since: '2026-10-20',
    });
    expect(waits.some(({ who }) => who === 'employer')).toBe(false);
    expect(waits.every(({ who, on }) => who !== on)).toBe(true);
  });

  it('leaves a way open from every moment but the final one', () => {
    for (const moment of everyMoment) expect(openWays(moment).length, moment.step).toBeGreaterThan(0);
  });
});

describe('the picture of the playground', () => {
  it('knows the words, the clauses and the ways of every step', () => {
    expect(steps).toHaveLength(26);
    for (const step of steps) {
      expect(clausesOf(step).own.length, step).toBeGreaterThan(0);
      for (const { clauses, to } of waysFrom(step)) {
        expect(clauses.length).toBeGreaterThan(0);
        expect(to === null || steps.includes(to)).toBe(true);
      }
    }
    expect(rankOf('D-2.14d.3')).toBe('law');
    expect(rankOf('G-4')).toBe('choice');
  });
});

describe('the calendar of the playground', () => {
  it('lays out a month in weeks from Monday, with every day once', () => {
    const weeks = weeksOf('2026-02-17');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[6]).toBe('2026-02-01');
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(28);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  });
});
