import { clauses, type Deviation, type Issue, type ProcedureEvent, type Unmet } from 'lpbso-second-opinion';
import { clauseTexts } from '../clause-texts.ts';
import type { Locale } from '../languages.ts';
import { byRank } from './chart.ts';
import { FoldedClauses, RankMark } from './clauses.tsx';
import { useWords } from './language.ts';
import type { Correction, Refusal, Taken, Unreadable } from './log.ts';
import { capital, eventTitle, issueText, missingText, personText } from './say.ts';

/** What the last thing that a person did on this page led to. */
export type Happened =
  | { kind: 'taken'; event: ProcedureEvent; outcome: Taken }
  | { kind: 'refused'; event: unknown; no: Refusal; at?: number; mayBeRecorded: boolean }
  | { kind: 'corrected'; correction: Correction }
  | { kind: 'unreadable'; file: Unreadable }
  | { kind: 'said'; text: (locale: Locale) => string };

/** What happened, in words; a screen reader hears it. */
export function WhatHappened({ happened, onClose }: { happened: Happened | null; onClose: () => void }) {
  const { say } = useWords();
  const isNo = happened?.kind === 'refused' || happened?.kind === 'unreadable';
  const deviates =
    (happened?.kind === 'taken' && happened.outcome.deviations.length > 0) ||
    (happened?.kind === 'corrected' && (happened.correction.stop || happened.correction.newDeviations.length > 0));
  return (
    <div aria-live="polite">
      {happened && (
        <section
          id="happened"
          class={`happened${isNo ? ' no' : deviates ? ' deviates' : ''}`}
          aria-label={say.parts.happened}
          tabIndex={-1}
        >
          <Told happened={happened} />
          <button type="button" class="quiet-button close" onClick={onClose}>
            {say.happened.close}
          </button>
        </section>
      )}
    </div>
  );
}

function Told({ happened }: { happened: Happened }) {
  const { locale, say, known } = useWords();
  switch (happened.kind) {
    case 'said':
      return <p>{happened.text(locale)}</p>;
    case 'taken': {
      const { event, outcome } = happened;
      return (
        <>
          <p>
            <strong>
              {outcome.deviations.length > 0 ? say.happened.recorded : say.happened.taken}:{' '}
              {eventTitle(event.type, locale)}.
            </strong>{' '}
            {capital(known.steps[outcome.case.step].sentence)}.
          </p>
          <Deviations deviations={outcome.deviations} />
          {outcome.notices.length > 0 && (
            <ul>
              {outcome.notices.map(({ id, to, about }) => (
                <li key={id}>
                  {say.happened.noticesTo} {personText(to.role, to.person, known)}: {known.notices[about]}
                </li>
              ))}
            </ul>
          )}
          <FoldedClauses ids={outcome.clauses} title={capital(say.happened.clauses)} />
        </>
      );
    }
    case 'refused':
      return <Refused {...happened} />;
    case 'corrected': {
      const { stop, fallen, newDeviations, session } = happened.correction;
      return (
        <>
          <p>
            <strong>{say.happened.corrected}</strong>{' '}
            {stop === null && newDeviations.length === 0 ? say.happened.nothingFalls : ''}
          </p>
          {newDeviations.map(({ at, deviations }) => {
            const event = session.log.events[at];
            return (
              <div key={at}>
                <p>{event && say.happened.nowDeviates(at + 1, eventTitle(event.type, locale))}</p>
                <Deviations deviations={deviations} />
              </div>
            );
          })}
          {stop && (
            <>
              <p>
                {say.happened.stop(stop.at + 1, eventTitle(stop.event.type, locale))} {say.happened.fallen(fallen)}
              </p>
              <Why no={stop.no} event={stop.event} />
            </>
          )}
        </>
      );
    }
    case 'unreadable':
      return (
        <>
          <p>
            <strong>
              {say.happened.unreadable[happened.file.why]}
              {happened.file.why === 'storedCase' && `: ${known.steps[happened.file.step].title}.`}
            </strong>{' '}
            {say.happened.kept}
          </p>
          {happened.file.why === 'malformed' && <Issues issues={happened.file.issues} />}
          {happened.file.why === 'notAllowed' && <Reasons unmet={happened.file.unmet} />}
        </>
      );
  }
}

function Refused({ no, event, at, mayBeRecorded }: Extract<Happened, { kind: 'refused' }>) {
  const { locale, say, known } = useWords();
  const type = (event as Partial<ProcedureEvent>)?.type;
  const title = type && type in known.events ? eventTitle(type, locale) : '';
  const head = {
    malformed: say.happened.malformed,
    unexpected: say.happened.unexpected,
    notAllowed: say.happened.refused,
  }[no.reason];
  return (
    <>
      <p>
        <strong>
          {at === undefined
            ? `${[head, title].filter(Boolean).join(': ')}.`
            : `${say.happened.stop(at + 1, title)} ${head}.`}
        </strong>
      </p>
      <Why no={no} event={event} />
      {mayBeRecorded && <p class="quiet">{say.happened.recordAnyway}</p>}
    </>
  );
}

function Why({ no, event }: { no: Refusal; event: unknown }) {
  const { locale, say, known } = useWords();
  if (no.reason === 'malformed')
    return (
      <ul>
        {no.issues.map((issue) => (
          <li key={issue.path}>{missingText(issue, event as Record<string, unknown>, locale)}</li>
        ))}
      </ul>
    );
  if (no.reason === 'notAllowed') return <Reasons unmet={no.unmet} />;
  return (
    <>
      <p>{capital(known.steps[no.step].sentence)}.</p>
      {no.expected.length > 0 && (
        <p>
          {say.happened.expected}: {no.expected.map((type) => known.events[type].title).join(', ')}.
        </p>
      )}
    </>
  );
}

/** Every rule in the way, with its clauses. */
function Reasons({ unmet }: { unmet: readonly Unmet[] }) {
  const { locale, say, known } = useWords();
  return (
    <ul class="reasons">
      {unmet.map(({ norm, rank, clauses: ids }) => {
        const [first] = byRank(ids);
        return (
          <li key={norm}>
            <p>
              <RankMark rank={rank} /> <strong>{capital(known.norms[norm].unmet)}.</strong>
            </p>
            <p class="quiet">
              {say.happened.rule}: {known.norms[norm].rule}.
            </p>
            {first && (
              <blockquote lang="nl">
                {clauseTexts.nl[first]} <cite>{clauses[first].place}</cite>
              </blockquote>
            )}
            {locale === 'en' && first && <p class="quiet">{clauseTexts.en[first]}</p>}
            <FoldedClauses ids={ids} title={capital(say.happened.clauses)} />
          </li>
        );
      })}
    </ul>
  );
}

function Deviations({ deviations }: { deviations: readonly Deviation[] }) {
  const { known } = useWords();
  if (deviations.length === 0) return null;
  return (
    <ul>
      {deviations.map(({ norm, rank, clauses: ids }) => (
        <li key={norm} class="deviation">
          {capital(known.phrases.deviation)}: {known.norms[norm].unmet} <RankMark rank={rank} />{' '}
          <span class="cited">{ids.join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Issues({ issues }: { issues: readonly Issue[] }) {
  const { locale } = useWords();
  return (
    <ul>
      {issues.slice(0, 12).map((issue) => (
        <li key={`${issue.path} ${issue.message}`}>
          <code>{issue.path || '.'}</code> {issueText(issue, locale)}
        </li>
      ))}
    </ul>
  );
}
