import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import { type Day, day } from '../src/fields.js';
import { daysAfter, dueAfter, type Extension, extended, lengthUnder, midnightAfter, terms } from '../src/terms.js';

const weekFrom = (start: Day, extension: Extension) => dueAfter(start, 7, extension);

import { dayOf, deadlines, isLate, openingSchema, secondOpinionMachine } from '../src/index.js';
import { type Following, given, givenIn, onDay, openingOf, usual } from '../src/testing/index.js';
import { clause, opening } from './support/story.js';

const lastDay = (start: Day, extension: Extension = 'none') => weekFrom(start, extension).dueOn;
const lastDayUnderTheAct = (start: Day) => lastDay(start, 'algemeneTermijnenwet');
const certainty = (start: Day) => weekFrom(start, 'algemeneTermijnenwet').certainty;
const mayBeLastDay = (day: Day) => lastDayUnderTheAct(daysAfter(day, -7)) === day;

const hoursBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** The calendar written out by counting, without any date function. */
function calendar(firstYear: number, lastYear: number): Day[] {
  const days: Day[] = [];
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  for (let year = firstYear; year <= lastYear; year += 1) {
    const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
      for (let day = 1; day <= length; day += 1) days.push(`${year}-${twoDigits(month + 1)}-${twoDigits(day)}`);
    });
  }
  return days;
}

const eve = (day: Day) => daysAfter(day, -1);

const isMondayToFriday = (day: Day) => ![0, 6].includes(new Date(day).getUTCDay());

/** Good Friday, Easter Monday, King's Day, Ascension Day, Whit Monday. */
const holidayTable = [
  { year: 2025, holidays: ['04-18', '04-21', '04-26', '05-29', '06-09'] },
  { year: 2026, holidays: ['04-03', '04-06', '04-27', '05-14', '05-25'] },
  { year: 2027, holidays: ['03-26', '03-29', '04-27', '05-06', '05-17'] },
  { year: 2028, holidays: ['04-14', '04-17', '04-27', '05-25', '06-05'] },
  { year: 2029, holidays: ['03-30', '04-02', '04-27', '05-10', '05-21'] },
  { year: 2030, holidays: ['04-19', '04-22', '04-27', '05-30', '06-10'] },
];

const decreeDays = ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'];

const clockChanges = [
  { year: 2025, forward: '2025-03-30', back: '2025-10-26' },
  { year: 2026, forward: '2026-03-29', back: '2026-10-25' },
  { year: 2027, forward: '2027-03-28', back: '2027-10-31' },
  { year: 2028, forward: '2028-03-26', back: '2028-10-29' },
  { year: 2029, forward: '2029-03-25', back: '2029-10-28' },
  { year: 2030, forward: '2030-03-31', back: '2030-10-27' },
];

const easterSundays = [
  ...['1900-04-15', '1913-03-23', '1940-03-24', '1943-04-25', '1954-04-18', '1961-04-02', '1962-04-22', '1974-04-14'],
  ...['1981-04-19', '1987-04-19', '1992-04-19', '1994-04-03', '1999-04-04', '2000-04-23', '2001-04-15', '2002-03-31'],
  ...['2005-03-27', '2008-03-23', '2010-04-04', '2011-04-24', '2014-04-20', '2016-03-27', '2017-04-16', '2018-04-01'],
  ...['2019-04-21', '2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2031-04-13', '2035-03-25'],
  ...['2038-04-25', '2049-04-18', '2057-04-22', '2076-04-19', '2078-04-03', '2095-04-24', '2100-03-28', '2103-03-25'],
  ...['2133-04-19', '2160-03-23', '2190-04-25', '2195-03-29', '2199-04-14'],
];

clause('B-15', () => {
  it('counts the week from the day after the receipt and ends it on the same weekday', () => {
    expect(lastDay('2026-06-10')).toBe('2026-06-17');
  });

  it('carries the week over the end of a month, of a year and of February in a leap year', () => {
    expect(lastDay('2026-04-24')).toBe('2026-05-01');
    expect(lastDay('2026-12-29')).toBe('2027-01-05');
    expect(lastDay('2027-02-22')).toBe('2027-03-01');
    expect(lastDay('2028-02-22')).toBe('2028-02-29');
  });

  it('ends the last day at midnight in Amsterdam, in winter time and in summer time', () => {
    expect(midnightAfter('2026-01-21')).toBe('2026-01-21T23:00:00.000Z');
    expect(midnightAfter('2026-07-21')).toBe('2026-07-21T22:00:00.000Z');
    expect(midnightAfter('2026-12-31')).toBe('2026-12-31T23:00:00.000Z');
  });

  it('ends every day from 2024 up to and including 2040 at 00:00 of the next day on the clock in Amsterdam', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const days = calendar(2024, 2041);
    const wrong = days
      .slice(0, days.indexOf('2041-01-01'))
      .filter((day, index) => clock.format(new Date(midnightAfter(day))) !== `${days[index + 1]} 00:00:00`);
    expect(wrong).toEqual([]);
  });

  it('counts days as a calendar does, forwards and backwards', () => {
    expect(daysAfter('2026-03-28', 0)).toBe('2026-03-28');
    expect(daysAfter('2026-03-28', 1)).toBe('2026-03-29');
    expect(daysAfter('2026-03-28', 42)).toBe('2026-05-09');
    expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28');
  });

  describe.each([
    ...['UTC', 'America/New_York', 'America/Nuuk', 'America/Sao_Paulo'],
    ...['Asia/Beirut', 'Asia/Gaza', 'Asia/Kolkata', 'Pacific/Apia'],
  ])('on a machine in %s', (timeZone) => {
    const days = calendar(1950, 2150);

    afterEach(() => {
      vi.unstubAllEnvs();
    });

    it('finds the same days from 1950 up to and including 2150', () => {
      vi.stubEnv('TZ', timeZone);
      const wrong = days
        .slice(0, -7)
        .filter((day, i) => daysAfter(day, 1) !== days[i + 1] || lastDay(day) !== days[i + 7]);
      expect(wrong).toEqual([]);
    });

    it('finds the same midnights before and after the clock changes', () => {
      vi.stubEnv('TZ', timeZone);
      for (const { forward, back } of clockChanges) {
        expect([eve(forward), forward].map(midnightAfter)).toEqual([
          `${eve(forward)}T23:00:00.000Z`,
          `${forward}T22:00:00.000Z`,
        ]);
        expect([eve(back), back].map(midnightAfter)).toEqual([`${eve(back)}T22:00:00.000Z`, `${back}T23:00:00.000Z`]);
      }
    });
  });
});

clause('B-16', () => {
  it('leaves the week as it is when it ends on a Saturday, a Sunday or a holiday', () => {
    expect(lastDay('2026-06-13')).toBe('2026-06-20');
    expect(lastDay('2026-06-14')).toBe('2026-06-21');
    expect(lastDay('2026-12-18')).toBe('2026-12-25');
  });

  it('is certain of the last day in every year when nothing extends it', () => {
    expect(weekFrom('2025-12-29', 'none')).toEqual({ dueOn: '2026-01-05', certainty: 'known' });
    expect(weekFrom('2040-03-01', 'none')).toEqual({ dueOn: '2040-03-08', certainty: 'known' });
  });
});

clause('B-15', () => {
  it.each([
    { received: '2026-03-25', due: '2026-04-01', over: '2026-04-01T22:00:00.000Z' },
    { received: '2026-10-21', due: '2026-10-28', over: '2026-10-28T23:00:00.000Z' },
    { received: '2026-04-20', due: '2026-04-27', over: '2026-04-27T22:00:00.000Z' },
    { received: '2026-04-28', due: '2026-05-05', over: '2026-05-05T22:00:00.000Z' },
    { received: '2026-05-07', due: '2026-05-14', over: '2026-05-14T22:00:00.000Z' },
    { received: '2026-12-18', due: '2026-12-25', over: '2026-12-25T23:00:00.000Z' },
  ])('lets a week received on $received end on $due', ({ received, due, over }) => {
    expect(weekFrom(received, 'none')).toEqual({ dueOn: due, certainty: 'known' });
    expect(midnightAfter(due)).toBe(over);
  });

  it.each([
    { received: '2026-03-25', due: '2026-04-01', over: '2026-04-01T22:00:00.000Z' },
    { received: '2026-10-21', due: '2026-10-28', over: '2026-10-28T23:00:00.000Z' },
    { received: '2026-04-20', due: '2026-04-28', over: '2026-04-28T22:00:00.000Z' },
    { received: '2026-04-28', due: '2026-05-06', over: '2026-05-06T22:00:00.000Z' },
    { received: '2026-05-07', due: '2026-05-18', over: '2026-05-18T22:00:00.000Z' },
    { received: '2026-12-18', due: '2026-12-28', over: '2026-12-28T23:00:00.000Z' },
  ])('lets a week received on $received end on $due under the Algemene termijnenwet', ({ received, due, over }) => {
    expect(weekFrom(received, 'algemeneTermijnenwet')).toEqual({ dueOn: due, certainty: 'known' });
    expect(midnightAfter(due)).toBe(over);
  });
});

clause('B-16', () => {
  it('moves a last day on a Saturday or a Sunday to Monday', () => {
    expect(lastDayUnderTheAct('2026-06-12')).toBe('2026-06-19');
    expect(lastDayUnderTheAct('2026-06-13')).toBe('2026-06-22');
    expect(lastDayUnderTheAct('2026-06-14')).toBe('2026-06-22');
    expect(lastDayUnderTheAct('2026-06-15')).toBe('2026-06-22');
  });

  it.each(holidayTable)('lets a week of $year end on any day from Monday to Friday but the holidays', (row) => {
    const dates = [...row.holidays, '01-01', '05-05', '12-25', '12-26'];
    const free = [...dates.map((date) => `${row.year}-${date}`), ...decreeDays];
    const weekdays = calendar(row.year, row.year).filter(isMondayToFriday);
    expect(weekdays.filter(mayBeLastDay)).toEqual(weekdays.filter((day) => !free.includes(day)));
  });

  it('knows 5 May as a holiday in every year', () => {
    expect(calendar(2024, 2040).filter((day) => day.endsWith('-05-05') && mayBeLastDay(day))).toEqual([]);
  });

  it("lets no week end on King's Day, also where the 27th is a Sunday and it is kept on Saturday", () => {
    expect(lastDayUnderTheAct('2025-04-19')).toBe('2025-04-28');
    expect(lastDayUnderTheAct('2025-04-20')).toBe('2025-04-28');
    expect(lastDayUnderTheAct('2031-04-19')).toBe('2031-04-28');
    expect(lastDayUnderTheAct('2026-04-20')).toBe('2026-04-28');
  });

  it('lets no week end on a day equated by decree', () => {
    expect(lastDayUnderTheAct('2025-12-26')).toBe('2026-01-05');
    expect(lastDayUnderTheAct('2026-05-08')).toBe('2026-05-18');
    expect(lastDayUnderTheAct('2027-04-30')).toBe('2027-05-10');
    expect(lastDayUnderTheAct('2028-04-21')).toBe('2028-05-01');
    expect(lastDayUnderTheAct('2028-05-19')).toBe('2028-05-29');
  });

  it('moves on as long as one free day follows another', () => {
    expect(lastDayUnderTheAct('2026-03-27')).toBe('2026-04-07');
    expect(lastDayUnderTheAct('2028-04-20')).toBe('2028-05-01');
    expect(lastDayUnderTheAct('2028-05-18')).toBe('2028-05-29');
  });

  /** No other holiday can be a Friday between these two days. */
  const goodFridays = (year: number | string) =>
    calendar(Number(year), Number(year))
      .filter((day) => day >= `${year}-03-20` && day <= `${year}-04-23`)
      .filter((day) => new Date(day).getUTCDay() === 5 && !mayBeLastDay(day));

  it.each(easterSundays)('reckons %s as Easter Sunday', (easter) => {
    expect(goodFridays(easter.slice(0, 4))).toEqual([daysAfter(easter, -2)]);
    expect([1, 39, 50].map((days) => daysAfter(easter, days)).filter(mayBeLastDay)).toEqual([]);
  });

  it('finds one Good Friday in each year from 1900 up to and including 2199, from 20 March to 23 April', () => {
    const years = Array.from({ length: 300 }, (_, index) => 1900 + index);
    expect(years.filter((year) => goodFridays(year).length !== 1)).toEqual([]);
  });

  it('gives a term at least two working days', () => {
    expect(extended('2026-04-02', '2026-04-05').dueOn).toBe('2026-04-08');
    expect(extended('2026-04-02', '2026-04-07').dueOn).toBe('2026-04-08');
    expect(extended('2026-12-24', '2026-12-27').dueOn).toBe('2026-12-29');
  });

  it('leaves a term as it is that has two working days and ends on one', () => {
    expect(extended('2026-04-01', '2026-04-07').dueOn).toBe('2026-04-07');
    expect(extended('2026-04-02', '2026-04-08').dueOn).toBe('2026-04-08');
    expect(extended('2026-06-08', '2026-06-11').dueOn).toBe('2026-06-11');
  });

  it('says that the decree days are not known while a day of the term lies before 2026', () => {
    expect(certainty('2025-06-04')).toBe('decreeDaysUnknown');
    expect(certainty('2025-12-30')).toBe('decreeDaysUnknown');
    expect(certainty('2025-12-31')).toBe('known');
  });

  it('says that the decree days are not known once a day of the term lies after 2028', () => {
    expect(certainty('2028-12-22')).toBe('known');
    expect(certainty('2028-12-25')).toBe('decreeDaysUnknown');
    expect(certainty('2029-06-06')).toBe('decreeDaysUnknown');
  });

  it('says that the decree days are not known when only the extension runs into 2029', () => {
    expect(weekFrom('2028-12-24', 'algemeneTermijnenwet')).toEqual({
      dueOn: '2029-01-02',
      certainty: 'decreeDaysUnknown',
    });
  });

  it('knows the decree days of every term within 2026, 2027 and 2028', () => {
    expect(['2026-12-28', '2027-06-02', '2027-12-29', '2028-06-07'].map(certainty)).toEqual(Array(4).fill('known'));
  });
});

clause('B-15', () => {
  it('ends the week of 25 March 2026 after 1 April, an hour short of seven days of 24 hours', () => {
    expect(lastDay('2026-03-25')).toBe('2026-04-01');
    expect(midnightAfter('2026-04-01')).toBe('2026-04-01T22:00:00.000Z');
    expect(hoursBetween(midnightAfter('2026-03-25'), midnightAfter('2026-04-01'))).toBe(167);
  });
});

clause('B-15', () => {
  it('ends the week of 21 October 2026 after 28 October, an hour past seven days of 24 hours', () => {
    expect(lastDay('2026-10-21')).toBe('2026-10-28');
    expect(midnightAfter('2026-10-28')).toBe('2026-10-28T23:00:00.000Z');
    expect(hoursBetween(midnightAfter('2026-10-21'), midnightAfter('2026-10-28'))).toBe(169);
  });

  it('gives the next physician a week of their own', () => {
    expect(lastDay('2026-10-29')).toBe('2026-11-05');
    expect(midnightAfter('2026-11-05')).toBe('2026-11-05T23:00:00.000Z');
  });
});

clause('B-16', () => {
  it('ends the week of 18 December 2026 on Christmas Day, or after the weekend under the Algemene termijnenwet', () => {
    expect(lastDay('2026-12-18')).toBe('2026-12-25');
    expect(midnightAfter('2026-12-25')).toBe('2026-12-25T23:00:00.000Z');
    expect(lastDayUnderTheAct('2026-12-18')).toBe('2026-12-28');
    expect(midnightAfter('2026-12-28')).toBe('2026-12-28T23:00:00.000Z');
  });

  it('ends the week of 22 March 2027 on Easter Monday, or on Tuesday under the Algemene termijnenwet', () => {
    expect(lastDay('2027-03-22')).toBe('2027-03-29');
    expect(midnightAfter('2027-03-29')).toBe('2027-03-29T22:00:00.000Z');
    expect(lastDayUnderTheAct('2027-03-22')).toBe('2027-03-30');
    expect(midnightAfter('2027-03-30')).toBe('2027-03-30T22:00:00.000Z');
  });
});

describe('The day in Amsterdam', () => {
  it.each([
    ['2026-01-21T22:59:59.999Z', '2026-01-21'],
    ['2026-01-21T23:30:00.000Z', '2026-01-22'],
    ['2026-07-21T21:59:59.999Z', '2026-07-21'],
    ['2026-07-21T23:30:00.000Z', '2026-07-22'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01'],
  ])('is at %s the %s', (instant, today) => {
    expect(dayOf(new Date(instant))).toBe(today);
  });

  it('is what the clock there says in every quarter of an hour around its changes', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
    const quarters = clockChanges.flatMap(({ forward, back }) =>
      [eve(forward), forward, eve(back), back].flatMap((day) =>
        Array.from({ length: 96 }, (_, quarter) => new Date(Date.parse(day) + quarter * 900_000)),
      ),
    );
    expect(quarters.filter((instant) => dayOf(instant) !== clock.format(instant))).toEqual([]);
  });

  it('begins where the day before it is over, on every day of twenty years', () => {
    const wrong = calendar(2017, 2036).filter((day) => {
      const over = Date.parse(midnightAfter(day));
      return dayOf(new Date(over - 1)) !== day || dayOf(new Date(over)) !== daysAfter(day, 1);
    });
    expect(wrong).toEqual([]);
  });

  it.each([new Date('never'), null, undefined, 'today', 0, {}, Symbol('now')])(
    'is not told of %s, and nothing is late then',
    (now) => {
      expect(dayOf(now as Date)).toBe('');
      const running = deadlines(givenIn('execution.awaitingResponse').case);
      expect(running.map((deadline) => isLate(deadline, now as Date))).toEqual([false]);
    },
  );

  it.each(['0000-01-01', '9999-12-31'])('is told up to the ends of what four figures can name: %s', (day) => {
    expect(dayOf(new Date(`${day}T12:00:00.000Z`))).toBe(day);
  });

  it.each(['-000001-12-31', '+010000-01-01'])('is not told beyond: %s', (day) => {
    expect(dayOf(new Date(`${day}T12:00:00.000Z`))).toBe('');
  });

  it.each([8.64e15, -8.64e15])('is not told outside the calendar, where an instant can lie: %d', (instant) => {
    expect(dayOf(new Date(instant))).toBe('');
  });
});

describe('A term is late', () => {
  const [response = expect.fail('no term')] = deadlines(givenIn('execution.awaitingResponse').case);

  it.each([
    ['2026-03-25T22:59:59.999Z', false],
    ['2026-03-25T23:00:00.000Z', true],
    ['2026-03-26T09:00:00.000Z', true],
  ])('at %s, once its last day is over in Amsterdam: %s', (now, late) => {
    expect(isLate(response, new Date(now))).toBe(late);
  });

  it('once the day has passed on which the contract says to look at it, and not yet on that day', () => {
    const alarmed = { ...opening, contract: { ...opening.contract, alarms: { engage: 14 } } };
    const [engage = expect.fail('no term')] = deadlines(given(alarmed).case);
    expect(engage.alarmOn).toBe('2026-04-01');
    expect(isLate(engage, new Date('2026-04-01T21:59:59.999Z'))).toBe(false);
    expect(isLate(engage, new Date('2026-04-01T22:00:00.000Z'))).toBe(true);
  });

  it('never where it has no day', () => {
    const [advise = expect.fail('no term')] = deadlines(givenIn('execution.assessing').case);
    expect(isLate(advise, new Date('2199-12-31'))).toBe(false);
  });

  it.each([null, undefined, 17, {}, { overdueFrom: 'soon', alarmOn: 3 }])('never where it is none: %j', (deadline) => {
    expect(isLate(deadline as never, new Date('2199-12-31'))).toBe(false);
  });
});

describe('A later law that gives ten days', () => {
  const { lengths } = terms.response;
  beforeAll(() => void lengths.push({ from: '2031-01-01', days: 10 }));
  afterAll(() => void lengths.pop());

  const sentOn = (asked: Day, sent: Day) =>
    given(
      openingOf({ on: asked }),
      onDay(asked, usual('instrument.discussed'), usual('adviceInForce.explained'), usual('request.honoured')),
      onDay(asked, usual('physicians.chosen'), usual('authorisation.signed')),
      onDay(sent, usual('application.sent')),
    );
  const dueOn = ({ case: current }: Following) => deadlines(current).map(({ dueOn }) => dueOn);

  it('holds for a case that is opened under it', () => {
    const sent = sentOn('2031-01-01', '2031-01-06');
    expect(dueOn(sent)).toEqual(['2031-01-16']);
    sent.when(usual('response.overdue', { on: '2031-01-16' })).thenNotAllowed('responseTermHasPassed');
    sent.when(usual('response.overdue', { on: '2031-01-17' })).thenIn('application.preparing');
  });

  it('leaves a case alone that was opened before it, whenever the application was sent', () => {
    const sent = sentOn('2030-12-31', '2031-01-06');
    expect(sent.case.rules).toBe('2030-12-31');
    expect(dueOn(sent)).toEqual(['2031-01-13']);
    sent.when(usual('response.overdue', { on: '2031-01-13' })).thenNotAllowed('responseTermHasPassed');
    sent.when(usual('response.overdue', { on: '2031-01-14' })).thenIn('application.preparing');
  });

  it('leaves a live actor alone that was started before it', () => {
    const opened = openingSchema.parse(openingOf({ on: '2030-12-31' }));
    const { rules } = createActor(secondOpinionMachine, { input: opened }).start().getSnapshot().context;
    expect(rules).toBe('2030-12-31');
  });

  it('reads a case of before the first rules by those', () => {
    expect(lengthUnder(lengths, '2016-05-01')).toBe(7);
  });
});

describe('a day', () => {
  it.each(['2026-02-03', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('is written as %s', (text) => {
    expect(day.safeParse(text).success).toBe(true);
  });

  it.each([
    ...['2026-2-3', '20260203', '2026-02', '2026-W06-2', '2026-034', '03-02-2026', '2026/02/03', '26-02-03', ''],
    ...['2026-02-03T00:00', '2026-02-03Z', ' 2026-02-03', '2026-02-03 ', '2026-02-03\n', '+002026-02-03', 'today'],
  ])('is not written as %j', (text) => {
    expect(day.safeParse(text).success).toBe(false);
  });

  it.each(['2026-02-30', '2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    'exists in the calendar, as %s does not',
    (text) => {
      expect(day.safeParse(text).success).toBe(false);
    },
  );

  it.each(['1899-12-31', '2200-01-01', '0000-01-01'])('lies in a year from 1900 to 2199, as %s does not', (text) => {
    expect(day.safeParse(text).success).toBe(false);
  });
});
