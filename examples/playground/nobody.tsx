import type { Case, ProcedureEvent } from 'lpbso-second-opinion';
import { summaryFor } from 'lpbso-second-opinion/words';
import { useState } from 'preact/hooks';
import { useWords } from './language.ts';
import { capital, listed, longDay, shortDay } from './say.ts';
import { nobodyActs, openWays, waitsIn } from './silence.ts';

interface Props {
  current: Case;
  today: string;
  onTake: (events: ProcedureEvent[], on: string) => void;
}

/** What comes of it when nobody does anything. */
export function NobodyActs({ current, today, onTake }: Props) {
  const { locale, say, known } = useWords();
  const [from, setFrom] = useState<{ case: Case; today: string } | null>(null);
  const isShown = from !== null && from.case === current && from.today === today;
  return (
    <section aria-labelledby="silence-title">
      <h2 id="silence-title">{say.silence.title}</h2>
      <p class="lead">{say.silence.lead}</p>
      <button type="button" class="main" onClick={() => setFrom({ case: current, today })}>
        {isShown ? say.silence.again : say.silence.go}
      </button>
      <div aria-live="polite">
        {isShown && (
          <>
            <p class="quiet">
              {say.silence.from} {longDay(today, locale)}: {known.steps[current.step].sentence}.
            </p>
            <Course current={current} today={today} onTake={onTake} />
          </>
        )}
      </div>
    </section>
  );
}

function Course({ current, today, onTake }: Props) {
  const { locale, say, known } = useWords();
  const { moments, case: end, on } = nobodyActs(current, today);
  const events = moments.flatMap(({ of }) => (of.kind === 'overdue' ? [of.event] : []));
  const waits = waitsIn(end);
  const ways = openWays(end);
  const roles = [...new Set(ways.map(({ role }) => role))];
  return (
    <>
      <ol class="story run">
        {moments.map(({ on, of, case: then }, at) => (
          <li key={at}>
            <time dateTime={on}>{shortDay(on, locale)}</time>{' '}
            {of.kind === 'overdue'
              ? say.silence.passed
              : `${capital(known.terms[of.deadline.term])}. ${say.silence.alarm}`}
            <span class="quiet"> {capital(known.steps[then.step].sentence)}.</span>
          </li>
        ))}
        <li>
          <time dateTime={on}>{shortDay(on, locale)}</time> {moments.length === 0 ? say.silence.nothing : ''}{' '}
          <strong>
            {say.silence.end} {summaryFor(end, 'host', known).sentence}
          </strong>
        </li>
      </ol>
      {events.length > 0 && (
        <button type="button" onClick={() => onTake(events, on)}>
          {say.silence.into}
        </button>
      )}
      <h3>{say.silence.waits}</h3>
      {waits.length === 0 ? (
        <p>{say.silence.nobodyWaits}</p>
      ) : (
        <ul class="waits">
          {waits.map(({ who, on: whom, events: types, since }, at) => (
            <li key={at}>
              <strong>{capital(known.roles[who])}</strong> {say.silence.waitsFor} <strong>{known.roles[whom]}</strong>
              <span class="quiet">
                {' '}
                (
                {listed(
                  types.map((type) => known.events[type].todo),
                  known.phrases.or,
                )}
                ; {known.phrases.since} {longDay(since, locale)})
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3>{say.silence.ways}</h3>
      {ways.length === 0 ? (
        <p>{say.silence.noWays}</p>
      ) : (
        <dl class="sees">
          {roles.map((role) => (
            <div key={role}>
              <dt>{capital(known.roles[role])}</dt>
              <dd>
                {ways
                  .filter((way) => way.role === role)
                  .map(({ type }) => (
                    <p key={type}>{capital(known.events[type].todo)}</p>
                  ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
