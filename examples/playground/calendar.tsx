import { type Case, deadlines, isLate, type ProcedureEvent } from 'lpbso-second-opinion';
import { useState } from 'preact/hooks';
import { daysAfter, isDay, monthAfter, weeksOf } from './days.ts';
import { useWords } from './language.ts';
import { capital, longDay, monthOf, weekdays } from './say.ts';
import { reportOfCalendar } from './silence.ts';

interface Props {
  current: Case;
  today: string;
  /** The days on which something happened. */
  days: string[];
  onToday: (day: string) => void;
  onReport: (event: ProcedureEvent) => void;
}

/** What day it is, which terms run, and both on a month. */
export function Calendar({ current, today, days, onToday, onReport }: Props) {
  const { locale, say, known } = useWords();
  const running = deadlines(current);
  const noon = new Date(`${today}T12:00:00Z`);
  const report = reportOfCalendar(current, today);
  const due = running.find(({ dueOn }) => dueOn !== null && dueOn >= today)?.dueOn;
  return (
    <section aria-labelledby="terms-title">
      <h2 id="terms-title">{say.parts.terms}</h2>
      <div class="today">
        <label class="field">
          <span>{say.terms.today}</span>
          <input
            type="date"
            value={today}
            min="1900-01-01"
            max="2199-12-31"
            onChange={({ currentTarget }) => isDay(currentTarget.value) && onToday(currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="button" onClick={() => onToday(daysAfter(today, 1))}>
            {say.terms.day}
          </button>
          <button type="button" onClick={() => onToday(daysAfter(today, 7))}>
            {say.terms.week}
          </button>
          {due && (
            <button type="button" onClick={() => onToday(daysAfter(due, 1))}>
              {say.terms.toTerm}
            </button>
          )}
        </div>
      </div>
      {report && (
        <div class="call">
          <p>{say.terms.passedAct}</p>
          <button type="button" class="main" onClick={() => onReport(report)}>
            {say.terms.report}
          </button>
        </div>
      )}
      <Month
        key={today.slice(0, 7)}
        today={today}
        days={days}
        due={running.flatMap(({ dueOn }) => dueOn ?? [])}
        alarms={running.flatMap(({ alarmOn }) => alarmOn ?? [])}
      />
      {running.length === 0 ? (
        <p class="quiet">{say.terms.none}</p>
      ) : (
        <ul class="terms">
          {running.map((deadline, at) => {
            const { term, owner, dueOn, alarmOn, certainty } = deadline;
            return (
              <li key={at}>
                <strong>{capital(known.terms[term])}</strong>
                <span class="quiet">{capital(known.roles[owner])}</span>
                <span>
                  {dueOn && `${known.phrases.by} ${longDay(dueOn, locale)}`}
                  {alarmOn && `${known.phrases.alarm} ${longDay(alarmOn, locale)}`}
                  {!dueOn && !alarmOn && say.terms.open}
                  {isLate(deadline, noon) && <span class="tag warn">{say.terms.passed}</span>}
                </span>
                {dueOn && <span class="quiet">{known.certainties[certainty]}</span>}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface MonthProps {
  today: string;
  days: string[];
  due: string[];
  alarms: string[];
}

function Month({ today, days, due, alarms }: MonthProps) {
  const { locale, say } = useWords();
  const [month, setMonth] = useState(today);
  const { marks } = say.terms;
  const markOf = (day: string): { name: string; text: string }[] => [
    ...(day === today ? [{ name: 'today', text: marks.today }] : []),
    ...(due.includes(day) ? [{ name: 'due', text: marks.due }] : []),
    ...(alarms.includes(day) ? [{ name: 'alarm', text: marks.alarm }] : []),
    ...(days.includes(day) ? [{ name: 'happened', text: marks.event }] : []),
  ];
  return (
    <>
      <div class="month-head">
        <button type="button" aria-label={say.terms.previous} onClick={() => setMonth(monthAfter(month, -1))}>
          ‹
        </button>
        <span id="month-name" aria-live="polite">
          {capital(monthOf(month, locale))}
        </span>
        <button type="button" aria-label={say.terms.next} onClick={() => setMonth(monthAfter(month, 1))}>
          ›
        </button>
      </div>
      <table class="month" aria-labelledby="month-name">
        <thead>
          <tr>
            {weekdays(locale).map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, at) => (
            <tr key={at}>
              {week.map((day, place) => {
                const found = day ? markOf(day) : [];
                return (
                  <td key={place} class={found.map(({ name }) => `is-${name}`).join(' ')}>
                    {day && <span>{Number(day.slice(8))}</span>}
                    {found.length > 0 && <span class="unseen"> {found.map(({ text }) => text).join(', ')}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend">
        <span class="mark-today">{marks.today}</span>
        <span class="mark-due">{marks.due}</span>
        <span class="mark-alarm">{marks.alarm}</span>
        <span class="mark-happened">{marks.event}</span>
      </p>
    </>
  );
}
