import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Count, type Duration, type Figures, figuresOf } from '../src/figures.js';
import { replay } from '../src/index.js';
import { recordedHistories } from '../src/testing/arbitraries.js';
import { openingOf, type Story, workedCases } from '../src/testing/index.js';
import { patience, runs } from './support/histories.js';
import { ofAnother, story, times } from './support/many.js';
import { first, onDay, opening, own, second, type Told, usual } from './support/story.js';

const few = 'fewerThanFive';

const whole = (...events: (Told | Told[])[]): Story => story(opening, ...events);

const sending = (on = '2026-03-25'): Told[] => [
  ...onDay('2026-03-18', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured'),
  ...onDay('2026-03-20', 'physicians.chosen'),
  ...onDay('2026-03-23', 'authorisation.signed'),
  ...onDay(on, 'application.sent', 'application.received'),
];
const overdue = onDay('2026-04-02', 'response.overdue');
const advised = [
  ...sending(),
  ...onDay('2026-03-31', 'application.accepted'),
  ...onDay('2026-04-08', 'consultation.held'),
  ...onDay('2026-04-14', 'draft.submitted'),
  ...onDay('2026-04-15', 'advice.discussed', 'remarks.waived'),
  ...onDay('2026-04-16', 'advice.finalised'),
];
const forwarded = [...advised, ...onDay('2026-04-17', 'forwarding.authorised', 'advice.forwarded')];
const withheld = [...advised, ...onDay('2026-04-17', 'forwarding.withheld')];
const decided = (...adopted: ('full' | 'partial' | 'none')[]): Told[] => [
  ...forwarded,
  ...adopted.map((adoption) => usual('decision.made', { on: '2026-04-20', adoption })),
];
const refused = (...grounds: string[]): Told[] => [
  ...onDay('2026-03-18', 'instrument.discussed'),
  usual('request.refused', { on: '2026-03-20', grounds }),
];

/** What is counted, without what is not. */
const shown = (counts: Record<string, Count>): Record<string, Count> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== few));

describe('The figures of the worked cases', () => {
  const figures = figuresOf(workedCases().map(ofAnother));

  it('are those that were counted by hand', () => {
    // 27 requests, one of them renewed; 30 applications, of which 27 answered in time, one later, one not and one not yet.
    expect(figures.requests).toBe(25);
    expect(figures.applications).toBe(30);
    expect(figures.answers).toEqual({ withinTheWeek: 25, later: few, none: few });
    // 17 copies forwarded, one handed over; two had none, one of whom was sent it without consent.
    expect(figures.copies).toEqual({ forwarded: 15, handedOver: few, none: few });
    // Adopted: 12 in full, 3 in part, 2 not at all; two decisions without a copy are none.
    expect(figures.decisions).toEqual({ full: 10, partial: few, none: few });
    // Four refusals, and one by the secretariat, which is none.
    expect(figures.refusals).toBe(few);
    expect(shown(figures.refusalsByGround)).toEqual({});
    expect(figures.complaints).toBe(5);
    expect(figures.unread).toEqual([]);
  });

  it('last as long as was reckoned by hand', () => {
    expect(figures.days).toEqual({
      // 5 5 · 7 (eight times) · 8 (nine times) · 10 11 14 37
      requestToApplication: { of: 20, lowerQuartile: 7, median: 8, upperQuartile: 8 },
      // 2 3 5 6 13 21
      complaintToAcknowledgement: { of: 5, lowerQuartile: 3, median: 5, upperQuartile: 13 },
      // 20 22 28 28 33 55
      complaintToAnswer: { of: 5, lowerQuartile: 22, median: 28, upperQuartile: 33 },
    });
  });

  it('name no party and no case', () => {
    expect(JSON.stringify(figures)).not.toMatch(
      /employee-|employer-|physician-|handler-|planning-|case-of|noord|zuid|oost/,
    );
  });
});

describe('A count', () => {
  const requests = (count: number): Count => figuresOf(times(count, whole(), 'a')).requests;

  it.each<[made: number, said: Count]>([
    [0, few],
    [1, few],
    [4, few],
    [5, 5],
    [9, 5],
    [10, 10],
    [14, 10],
  ])('of %i is given as %s', (made, said) => {
    expect(requests(made)).toBe(said);
  });

  it('is given as few where fewer than five employees are behind it, however often it happened to them', () => {
    const [one = whole(), ...others] = times(5, whole(), 'a');
    expect(figuresOf(Array(20).fill(one)).requests).toBe(few);
    expect(figuresOf([...Array(20).fill(one), ...others.slice(1)]).requests).toBe(few);
    expect(figuresOf([...Array(20).fill(one), ...others]).requests).toBe(20);
  });

  it('does not tell, beside a total and the other part of it, how many are left out', { timeout: 60_000 }, () => {
    const leftOut = new Map<string, Set<number>>();
    for (let adopted = 5; adopted < 15; adopted += 1)
      for (let others = 0; others < 5; others += 1) {
        const { refusals, refusalsByGround } = figuresOf([
          ...times(adopted, whole(refused('cost')), 'a'),
          ...times(others, whole(refused('useless')), 'b'),
        ]);
        expect(refusalsByGround.useless).toBe(few);
        const said = `${refusals} ${refusalsByGround.cost}`;
        leftOut.set(said, (leftOut.get(said) ?? new Set()).add(others));
      }
    for (const [said, possible] of leftOut) expect(possible.size, said).toBeGreaterThanOrEqual(4);
  });
});

describe('A duration', () => {
  const sentOn = (...days: string[]): Duration =>
    figuresOf(days.map((on, at) => ofAnother(whole(sending(on)), at))).days.requestToApplication;

  it('is given by its median and quartiles, each of them a number of days that occurred', () => {
    // 7 9 14 21 35
    expect(sentOn('2026-04-22', '2026-03-25', '2026-04-08', '2026-03-27', '2026-04-01')).toEqual({
      of: 5,
      lowerQuartile: 9,
      median: 14,
      upperQuartile: 21,
    });
    // 7 7 7 7 8 9 10 11
    const week = Array(4).fill('2026-03-25');
    expect(sentOn('2026-03-26', ...week, '2026-03-27', '2026-03-28', '2026-03-29')).toEqual({
      of: 5,
      lowerQuartile: 7,
      median: 7,
      upperQuartile: 9,
    });
  });

  it('is not given of fewer than five, nor of fewer than five employees', () => {
    expect(sentOn('2026-03-25', '2026-03-25', '2026-03-25', '2026-03-25')).toBe(few);
    expect(figuresOf(Array(9).fill(whole(sending()))).days.requestToApplication).toBe(few);
  });

  it('counts every day as one, across the start of summer time', () => {
    expect(figuresOf(times(5, whole(sending('2026-03-30')), 'a')).days.requestToApplication).toMatchObject({
      median: 12,
    });
  });
});

describe('The answer to an application', () => {
  it('came within the week, later, or not at all; who still waits is in none of these', () => {
    const { applications, answers } = figuresOf([
      ...times(5, whole(sending(), onDay('2026-04-01', 'application.accepted')), 'on-the-last-day'),
      ...times(6, whole(sending(), onDay('2026-04-02', 'application.declined')), 'a-day-later'),
      ...times(7, whole(sending(), overdue), 'never'),
      ...times(8, whole(sending(), overdue, onDay('2026-04-03', 'application.accepted')), 'after-all'),
      ...times(5, whole(sending()), 'waiting'),
    ]);
    expect(applications).toBe(30);
    expect(answers).toEqual({ withinTheWeek: 5, later: 10, none: 5 });
  });

  it('is also that it cannot be done without the data; found so after a yes, it is no answer any more', () => {
    const without = sending().map((told) => {
      if (told.type === 'authorisation.signed') return usual('authorisation.withheld', { on: told.on as string });
      return told.type === 'application.sent' ? { ...told, medicalData: false } : told;
    });
    const infeasible = onDay('2026-03-30', 'application.foundInfeasible');
    const late = onDay('2026-04-10', 'application.foundInfeasible');
    expect(figuresOf(times(5, whole(without, infeasible), 'a')).answers).toEqual({
      withinTheWeek: 5,
      later: few,
      none: few,
    });
    const accepted = onDay('2026-03-30', 'application.accepted');
    expect(figuresOf(times(5, whole(without, accepted, late), 'a')).answers).toEqual({
      withinTheWeek: 5,
      later: few,
      none: few,
    });
  });

  it('is counted for each physician who was asked, and the duration for the first only', () => {
    const again = [
      usual('authorisation.signed', { on: '2026-04-02', recipient: second.id }),
      usual('application.sent', { on: '2026-04-02', to: second.id }),
      usual('application.accepted', { on: '2026-04-06', by: second.id }),
    ];
    const figures = figuresOf(times(5, whole(sending(), overdue, again), 'a'));
    expect(figures.applications).toBe(10);
    expect(figures.answers).toEqual({ withinTheWeek: 5, later: few, none: 5 });
    expect(figures.days.requestToApplication).toEqual({ of: 5, lowerQuartile: 7, median: 7, upperQuartile: 7 });
  });

  it('stands in the second-opinion physician’s own record as well, which knows of no request', () => {
    const theirs = story(
      openingOf({
        by: own.id,
        on: '2026-03-25',
        recordOf: 'secondOpinionPhysician',
        application: { to: first.id, form: 'form-1', medicalData: true, authorisation: 'signed' },
      }),
      onDay('2026-03-31', 'application.accepted'),
    );
    const figures = figuresOf(times(5, theirs, 'a'));
    expect(figures.requests).toBe(few);
    expect(figures.applications).toBe(5);
    expect(figures.answers.withinTheWeek).toBe(5);
    expect(figures.days.requestToApplication).toBe(few);
  });
});

describe('A request', () => {
  it('that is renewed is another request, and the way to its application is counted from the renewal', () => {
    const renewed = [
      ...refused('deliberateDelay'),
      ...onDay('2026-03-23', 'request.renewed', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured'),
      ...onDay('2026-03-25', 'physicians.chosen', 'authorisation.signed', 'application.sent'),
    ];
    const figures = figuresOf(times(5, whole(renewed), 'a'));
    expect(figures.requests).toBe(10);
    expect(figures.refusals).toBe(5);
    expect(figures.days.requestToApplication).toMatchObject({ median: 2 });
  });

  it('that is renewed after its application was sent has a way to an application again', () => {
    const again = [
      ...onDay('2026-03-30', 'request.withdrawn'),
      ...onDay('2026-04-01', 'request.renewed', 'instrument.discussed', 'adviceInForce.explained', 'request.honoured'),
      ...onDay('2026-04-06', 'physicians.chosen', 'authorisation.signed', 'application.sent'),
    ];
    // 7 and 5, five times each.
    expect(figuresOf(times(5, whole(sending(), again), 'a')).days.requestToApplication).toEqual({
      of: 10,
      lowerQuartile: 5,
      median: 5,
      upperQuartile: 7,
    });
  });

  it('that is refused on two grounds counts under each of them, and under one that is named twice once', () => {
    const figures = figuresOf(times(5, whole(refused('deliberateDelay', 'cost', 'cost')), 'a'));
    expect(figures.refusals).toBe(5);
    expect(shown(figures.refusalsByGround)).toEqual({ deliberateDelay: 5, cost: 5 });
  });

  it('that was refused against the rules was refused; by whom nobody may refuse it was not', () => {
    const bare = usual('request.refused', { on: '2026-03-20', grounds: ['useless'], reasons: undefined });
    const done = figuresOf(times(5, whole(bare), 'a'));
    expect(done.refusals).toBe(5);
    expect(shown(done.deviations)).toEqual({
      instrumentWasDiscussed: 5,
      groundIsCompelling: 5,
      reasonsAreInWriting: 5,
    });
    const voided = figuresOf(times(5, whole({ ...bare, by: 'planning-1' }), 'a'));
    expect(voided.refusals).toBe(few);
    expect(shown(voided.deviations)).toEqual({ actorHoldsRole: 5 });
  });
});

describe('The copy and the decision', () => {
  it('are counted by how the copy came first, or that it did not', () => {
    const { copies } = figuresOf([
      ...times(5, whole(forwarded, onDay('2026-04-20', 'advice.corrected', 'advice.handedOver')), 'forwarded'),
      ...times(10, whole(withheld, onDay('2026-04-20', 'advice.handedOver')), 'handed-over'),
      ...times(15, whole(withheld), 'withheld'),
      ...times(5, whole(advised, onDay('2026-04-24', 'forwarding.unanswered')), 'unanswered'),
      ...times(5, whole(advised), 'not-asked-yet'),
      ...times(5, whole(withheld, onDay('2026-04-20', 'advice.forwarded')), 'without-consent'),
    ]);
    expect(copies).toEqual({ forwarded: 5, handedOver: 10, none: 25 });
  });

  it('are counted by the last decision of a case; without a copy there is none', () => {
    const { decisions, deviations } = figuresOf([
      ...times(5, whole(decided('full')), 'a'),
      ...times(10, whole(decided('none', 'partial')), 'b'),
      ...times(5, whole(withheld, usual('decision.made', { on: '2026-04-20', adoption: 'none' })), 'c'),
    ]);
    expect(decisions).toEqual({ full: 5, partial: 10, none: few });
    expect(deviations.ownPhysicianHasCopy).toBe(5);
  });
});

describe('A complaint', () => {
  it('is acknowledged when it is first, also if another takes it over', () => {
    const complaint = [
      ...onDay('2026-03-20', 'complaint.filed'),
      ...onDay('2026-03-24', 'complaint.acknowledged'),
      usual('complaint.acknowledged', { on: '2026-04-01', by: 'handler-2' }),
      usual('complaint.answered', { on: '2026-04-10', by: 'handler-2' }),
    ];
    const figures = figuresOf(times(5, whole(complaint), 'a'));
    expect(figures.complaints).toBe(5);
    expect(figures.days.complaintToAcknowledgement).toEqual({ of: 5, lowerQuartile: 4, median: 4, upperQuartile: 4 });
    expect(figures.days.complaintToAnswer).toEqual({ of: 5, lowerQuartile: 21, median: 21, upperQuartile: 21 });
  });

  it('that is withdrawn was filed, and has no duration', () => {
    const taken = onDay('2026-03-20', 'complaint.filed', 'complaint.withdrawn');
    const figures = figuresOf(times(5, whole(taken), 'a'));
    expect(figures.complaints).toBe(5);
    expect(figures.days.complaintToAnswer).toBe(few);
  });
});

describe('A period', () => {
  const openedOn = (on: string, who: string): Story[] =>
    times(5, story({ ...opening, on }, usual('instrument.discussed', { on: '2027-06-01' })), who);
  const cases = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].flatMap((on) =>
    openedOn(on, on).map(({ opening: start, events }) => ({
      opening: { ...start, contestedAdvice: { ...opening.contestedAdvice, on: '2025-12-01' } },
      events,
    })),
  );

  it('holds the cases that were opened in it, its first and last day included, with all that came of them later', () => {
    expect(figuresOf(cases).requests).toBe(20);
    expect(figuresOf(cases, { from: '2026-01-01', until: '2026-12-31' }).requests).toBe(10);
    expect(figuresOf(cases, { from: '2026-12-31', until: '2026-12-31' }).requests).toBe(5);
    const late = times(5, whole(sending('2027-03-25')), 'a');
    expect(figuresOf(late, { from: '2026-03-18', until: '2026-03-18' }).applications).toBe(5);
  });

  it.each<[what: string, period: unknown]>([
    ['that ends before it begins', { from: '2026-12-31', until: '2026-01-01' }],
    ['without an end', { from: '2000-01-01' }],
    ['of days that are none', { from: '1-1-2000', until: '9-9-2100' }],
    ['in words', '2026'],
    ['of nothing', null],
  ])('%s holds no case', (_, period) => {
    expect(figuresOf(cases, period)).toEqual(figuresOf([]));
  });
});

describe('What cannot be replayed', () => {
  const good = times(5, whole(), 'a');
  const broken = () => {
    throw new Error('lower-back-pain');
  };

  it('is named by its place and counted in nothing else, whatever its period', () => {
    const logs = [whole(sending(), usual('decision.made')), ...good, { opening: {}, events: [] }];
    const figures = figuresOf(logs);
    expect(figures).toEqual({ ...figuresOf(good), unread: [0, 6] });
    expect(figuresOf(logs, { from: '2027-01-01', until: '2027-12-31' }).unread).toEqual([0, 6]);
  });

  it.each<[what: string, log: unknown]>([
    ['nothing', null],
    ['a text', 'a log'],
    ['a log without events', { opening }],
    ['events in words', { opening, events: 'instrument.discussed' }],
    ['an event that is none', { opening, events: [null] }],
    [
      'an event whose fields cannot be read',
      {
        opening,
        events: [
          {
            ...usual('request.honoured'),
            get by() {
              return broken();
            },
          },
        ],
      },
    ],
    ['a log whose fields cannot be read', new Proxy({}, { get: broken })],
    ['events that break off', { opening, events: { [Symbol.iterator]: broken } }],
  ])('throws at nothing: %s', (_, log) => {
    expect(figuresOf([log, ...good])).toEqual({ ...figuresOf(good), unread: [0] });
  });

  it('is also where the list of cases breaks off, or that it is none', () => {
    function* breaking() {
      yield* good;
      broken();
    }
    expect(figuresOf(breaking())).toEqual({ ...figuresOf(good), unread: [5] });
    for (const none of [undefined, null, 7, {}, Symbol('cases')]) expect(figuresOf(none).unread).toEqual([0]);
    expect(figuresOf([]).unread).toEqual([]);
  });

  it('may come only once: a log of which the events can be read one time is read one time', () => {
    function* once(events: Told[]) {
      yield* events;
    }
    const told = times(5, whole(decided('full')), 'a');
    expect(figuresOf(told.map(({ opening: start, events }) => ({ opening: start, events: once(events) })))).toEqual(
      figuresOf(told),
    );
  });
});

describe('Whatever people did', () => {
  /** Of five people each, so that nothing is rounded. */
  const fivefold = (histories: Story[], who: string): Story[] =>
    histories.flatMap((history, at) => times(5, history, `${who}-${at}`));

  const numbersIn = (figures: Figures): Record<string, number> => {
    const { unread: _unread, days, ...counts } = figures;
    const lasting = Object.entries(days).map(([span, each]): [string, Count] => [span, each === few ? few : each.of]);
    const all = [
      ...Object.entries(counts).flatMap(([name, count]): [string, Count][] =>
        typeof count === 'object'
          ? Object.entries(count).map(([part, each]) => [`${name} ${part}`, each])
          : [[name, count]],
      ),
      ...lasting,
    ];
    return Object.fromEntries(all.map(([name, count]) => [name, count === few ? 0 : count]));
  };
  const sum = (counts: Record<string, Count>): number =>
    Object.values(counts).reduce<number>((total, count) => total + (count === few ? 0 : count), 0);

  const histories = fc.array(recordedHistories, { minLength: 1, maxLength: 4 });
  const numRuns = Math.ceil(runs / 20);

  it('the parts add up to no more than the whole, and the deviations to those of the cases', {
    timeout: patience,
  }, () => {
    fc.assert(
      fc.property(histories, (told) => {
        const figures = figuresOf(fivefold(told, 'a'));
        const ends = told.map(({ opening: start, events }) => replay(start, events, 'record').case);
        expect(figures.unread).toEqual([]);
        expect(sum(figures.deviations)).toBe(5 * ends.reduce((total, end) => total + (end?.deviations.length ?? 0), 0));
        expect(sum(figures.decisions)).toBe(5 * ends.filter((end) => end?.file.decision).length);
        expect(sum(figures.answers)).toBeLessThanOrEqual(sum({ all: figures.applications }));
        expect(sum(figures.copies)).toBeLessThanOrEqual(5 * told.length);
        expect(sum(figures.decisions)).toBeLessThanOrEqual(sum(figures.copies));
        expect(sum({ all: figures.complaints })).toBe(
          5 * ends.reduce((total, end) => total + (end?.file.complaints.length ?? 0), 0),
        );
        const { requestToApplication } = figures.days;
        expect(requestToApplication === few ? 0 : requestToApplication.of).toBeLessThanOrEqual(
          Math.min(sum({ all: figures.requests }), sum({ all: figures.applications })),
        );
      }),
      { numRuns },
    );
  });

  it('the figures of two lists are together those of both', { timeout: patience }, () => {
    fc.assert(
      fc.property(histories, histories, (some, others) => {
        const [one, other] = [fivefold(some, 'a'), fivefold(others, 'b')];
        const [ofOne, ofOther] = [numbersIn(figuresOf(one)), numbersIn(figuresOf(other))];
        const together = Object.entries(ofOne).map(([name, count]) => [name, count + (ofOther[name] ?? 0)]);
        expect(numbersIn(figuresOf([...one, ...other]))).toEqual(Object.fromEntries(together));
      }),
      { numRuns },
    );
  });

  it('the order of the cases does not matter, and nobody is named', { timeout: patience }, () => {
    fc.assert(
      fc.property(histories, (told) => {
        const cases = fivefold(told, 'a');
        const figures = figuresOf(cases);
        expect(figuresOf([...cases].reverse())).toEqual(figures);
        expect(JSON.stringify(figures)).not.toMatch(/\w-\w/);
      }),
      { numRuns },
    );
  });
});

it('The logs are as they were after their figures were made', () => {
  const cases = times(5, whole(decided('full')), 'a');
  const kept = structuredClone(cases);
  figuresOf(cases);
  expect(cases).toEqual(kept);
});

describe('The built door of the figures', () => {
  const codeOf = (file: string, seen = new Set<string>()): string => {
    if (seen.has(file)) return '';
    seen.add(file);
    const code = readFileSync(new URL(file, new URL('../dist/', import.meta.url)), 'utf8');
    const loaded = [...code.matchAll(/(?:from|import|require\()\s*["']\.\/([^"']+)["']/g)];
    return [code, ...loaded.map(([, name = '']) => codeOf(name, seen))].join('\n');
  };

  it.each(['index.js', 'index.cjs', 'forms.js', 'forms.cjs'])('is not loaded with another: %s', (file) => {
    expect(codeOf(file)).not.toMatch(/fewerThanFive|ocelOf/);
    const figures = codeOf(file.replace(/index|forms/, 'figures'));
    for (const word of ['fewerThanFive', 'ocelOf']) expect(figures).toContain(word);
  });
});
