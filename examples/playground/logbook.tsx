import { eventSchema, type ProcedureEvent } from 'lpbso-second-opinion';
import { fieldsOf } from 'lpbso-second-opinion/forms';
import { useState } from 'preact/hooks';
import { Refused } from './answer.tsx';
import { EventForm } from './form.tsx';
import { useWords } from './language.ts';
import type { Session, Turn } from './log.ts';
import { useRecent } from './recent.tsx';
import { capital, eventTitle, roleOf, shortDay } from './say.ts';

interface Props {
  turns: Turn[];
  session: Session;
  onCorrect: (at: number, event: ProcedureEvent | null) => void;
  onChange: (at: number, event: unknown) => void;
  onOpening: () => void;
  onDrop: () => void;
}

/** What happened, what is still to come, and the way to correct either. */
export function Logbook({ turns, session, onCorrect, onChange, onOpening, onDrop }: Props) {
  const { locale, say, known } = useWords();
  const { log, at } = session;
  const [editing, setEditing] = useState<number | null>(null);
  const { from, earlier } = useRecent(turns.length);
  const { correction } = log;

  const actions = (event: ProcedureEvent, place: number) => (
    <span class="log-actions">
      <button
        type="button"
        class="quiet-button"
        aria-expanded={editing === place}
        aria-label={say.log.act(say.log.edit, eventTitle(event.type, locale), place + 1)}
        onClick={() => setEditing(editing === place ? null : place)}
      >
        {say.log.edit}
      </button>
      <button
        type="button"
        class="quiet-button"
        aria-label={say.log.act(say.log.remove, eventTitle(event.type, locale), place + 1)}
        onClick={() => {
          setEditing(null);
          onCorrect(place, null);
        }}
      >
        {say.log.remove}
      </button>
    </span>
  );

  const form = (event: ProcedureEvent, place: number) => {
    const current = turns[Math.min(place, turns.length - 1)]?.outcome.case;
    if (editing !== place || !current) return null;
    const empty = Object.fromEntries(fieldsOf(event.type).map(({ name }) => [name, '']));
    return (
      <EventForm
        type={event.type}
        initial={{ ...empty, ...event }}
        current={current}
        button={say.form.apply}
        onSubmit={(changed) => {
          if (!eventSchema.safeParse(changed).success) return;
          setEditing(null);
          onChange(place, changed);
        }}
        onCancel={() => setEditing(null)}
        answerTo={(verdict, draft) => (
          <Refused type={event.type} verdict={verdict} draft={draft} current={current} today={session.today} />
        )}
      />
    );
  };

  return (
    <section class="log" aria-label={say.views.log}>
      {correction && (
        <p>
          <button type="button" class="main" onClick={() => onCorrect(correction.at, correction.event)}>
            {say.log.correction}
          </button>
        </p>
      )}
      {earlier}
      <ol class="log-list" start={from}>
        {turns.map(
          ({ event, on, outcome }, index) =>
            index >= from && (
              <li key={index} class={index === turns.length - 1 ? 'last' : undefined}>
                <div class="log-head">
                  <p class="log-line">
                    <time dateTime={on}>{shortDay(on, locale)}</time>
                    <span class="log-title">{capital(event ? eventTitle(event.type, locale) : say.log.opened)}</span>
                    {event && <span class="quiet">{known.roles[roleOf(event, outcome.case)]}</span>}
                  </p>
                  {event ? (
                    actions(event, index - 1)
                  ) : (
                    <span class="log-actions">
                      <button type="button" class="quiet-button" onClick={onOpening}>
                        {say.opening.edit}
                      </button>
                    </span>
                  )}
                </div>
                {outcome.deviations.map(({ norm }) => (
                  <p key={norm} class="deviation">
                    {capital(say.log.deviates)}: {known.norms[norm].unmet}
                  </p>
                ))}
                {event && form(event, index - 1)}
              </li>
            ),
        )}
      </ol>
      {turns.length === 1 && log.events.length === 0 && <p class="quiet">{say.log.empty}</p>}
      {log.events.length > at && (
        <details class="folded">
          <summary>
            {say.log.toCome} <span class="count">{log.events.length - at}</span>
          </summary>
          <ol class="log-list to-come" start={at + 1}>
            {log.events.slice(at).map((event, index) => (
              <li key={index}>
                <div class="log-head">
                  <p class="log-line">
                    <time dateTime={event.on}>{shortDay(event.on, locale)}</time>
                    <span class="log-title">{capital(eventTitle(event.type, locale))}</span>
                  </p>
                  {actions(event, at + index)}
                </div>
                {form(event, at + index)}
              </li>
            ))}
          </ol>
          <button type="button" onClick={onDrop}>
            {say.log.drop}
          </button>
        </details>
      )}
    </section>
  );
}
