import {
  type Case,
  clauses,
  type Deviation,
  type EventType,
  type Issue,
  type ProcedureEvent,
  type Role,
  record,
  type Unmet,
} from 'lpbso-second-opinion';
import { useEffect, useRef } from 'preact/hooks';
import { clauseTexts } from '../clause-texts.ts';
import type { Locale } from '../languages.ts';
import { byRank } from './chart.ts';
import { FoldedClauses, RankMark } from './clauses.tsx';
import type { Draft } from './fields.ts';
import { fieldId } from './form.tsx';
import { useWords } from './language.ts';
import type { Correction, Refusal, Stop, Taken, Unreadable } from './log.ts';
import { capital, eventTitle, fieldText, issueText, missingText, personText } from './say.ts';
import { fieldFor, type Verdict, whatMeets } from './verdict.ts';

/** What the last thing that a person did on this page led to; a form that was refused says so itself. */
export type Happened =
  | { kind: 'taken'; event: ProcedureEvent; outcome: Taken }
  | { kind: 'stopped'; stop: Stop }
  | { kind: 'noOpening'; opening: unknown; no: Refusal }
  | { kind: 'corrected'; correction: Correction }
  | { kind: 'unreadable'; file: Unreadable }
  | { kind: 'said'; text: (locale: Locale) => string };

const isNo = ({ kind }: Happened): boolean => ['stopped', 'noOpening', 'unreadable'].includes(kind);

const deviates = (happened: Happened): boolean =>
  (happened.kind === 'taken' && happened.outcome.deviations.length > 0) ||
  (happened.kind === 'corrected' &&
    (happened.correction.stop !== null || happened.correction.newDeviations.length > 0));

interface AnswerProps {
  happened: Happened;
  /** Records what the log holds next, against the rules; absent where that cannot be. */
  onRecord?: (() => void) | undefined;
}

/** What happened, in words; a screen reader hears it, and the keyboard goes on from there. */
export function Answer({ happened, onRecord }: AnswerProps) {
  const { say } = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!document.activeElement?.closest('.bar')) box.current?.focus({ preventScroll: true });
  }, [happened]);
  return (
    <section
      id="happened"
      ref={box}
      class={`happened${isNo(happened) ? ' no' : deviates(happened) ? ' deviates' : ''}`}
      aria-label={say.parts.happened}
      tabIndex={-1}
    >
      <Told happened={happened} />
      {happened.kind === 'stopped' && onRecord && (
        <button type="button" onClick={onRecord}>
          {say.happened.recordAnyway}
        </button>
      )}
    </section>
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
            </strong>
            {outcome.notices.length === 0 && ` ${say.happened.nobodyTold}`}
          </p>
          <Deviations deviations={outcome.deviations} />
          {outcome.notices.length > 0 && (
            <ul class="notices">
              {outcome.notices.map(({ id, to, about }) => (
                <li key={id}>
                  {say.happened.noticesTo} {personText(to.role, to.person, locale)}: {known.notices[about]}
                </li>
              ))}
            </ul>
          )}
          <FoldedClauses ids={outcome.clauses} title={capital(say.happened.clauses)} />
        </>
      );
    }
    case 'stopped':
      return <Stopped stop={happened.stop} />;
    case 'noOpening':
      return (
        <>
          <p>
            <strong>{happened.no.reason === 'malformed' ? say.happened.malformed : say.happened.refused}.</strong>
          </p>
          <Why no={happened.no} told={happened.opening} />
        </>
      );
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
              <Stopped stop={stop} />
              <p>{say.happened.fallen(fallen)}</p>
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

function Stopped({ stop: { at, event, no } }: { stop: Stop }) {
  const { locale, say } = useWords();
  return (
    <>
      <p>
        <strong>{say.happened.stop(at + 1, eventTitle(event.type, locale))}</strong>
      </p>
      <Why no={no} told={event} />
    </>
  );
}

function Why({ no, told }: { no: Refusal; told: unknown }) {
  const { locale } = useWords();
  if (no.reason === 'malformed')
    return (
      <ul>
        {no.issues.map((issue) => (
          <li key={issue.path}>{missingText(issue, told as Record<string, unknown>, locale)}</li>
        ))}
      </ul>
    );
  return no.reason === 'notAllowed' ? <Reasons unmet={no.unmet} /> : <NotNow no={no} />;
}

function NotNow({ no: { step, expected } }: { no: Extract<Refusal, { reason: 'unexpected' }> }) {
  const { say, known } = useWords();
  return (
    <>
      <p>{capital(known.steps[step].sentence)}.</p>
      {expected.length > 0 && (
        <p>
          {say.happened.expected}: {expected.map((type) => known.events[type].title).join(', ')}.
        </p>
      )}
    </>
  );
}

interface RefusedProps {
  type: EventType;
  verdict: Verdict;
  draft: Draft;
  current: Case;
  today: string;
  /** Opens what can be reported first. */
  onAct?: (type: EventType, role: Role) => void;
  /** Records it all the same. */
  onRecord?: (event: unknown) => void;
}

/** Why something cannot be reported as it is filled in, and for each reason what can be done about it. */
export function Refused({ type, verdict, draft, current, today, onAct, onRecord }: RefusedProps) {
  const { locale, say } = useWords();
  const { no, event, issues, unmet } = verdict;
  const box = useRef<HTMLElement>(null);
  // It stands below its button, perhaps out of sight; the page itself does not scroll.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  if (no === null) return null;
  const head = {
    malformed: say.happened.malformed,
    unexpected: say.happened.unexpected,
    notAllowed: say.happened.refused,
  };
  return (
    <section ref={box} class="happened no" aria-label={say.parts.happened}>
      <p>
        <strong>{head[no.reason]}.</strong>
      </p>
      {no.reason === 'unexpected' && <NotNow no={no} />}
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={issue.path}>
              <FieldLink type={type} name={issue.path.split('.')[0] ?? ''}>
                {missingText(issue, draft, locale)}
              </FieldLink>
            </li>
          ))}
        </ul>
      )}
      <Reasons
        unmet={unmet}
        remedy={({ norm }) => {
          const name = fieldFor(type, norm);
          if (name)
            return (
              <FieldLink type={type} name={name}>
                {say.happened.fill(fieldText(name, locale))}
              </FieldLink>
            );
          return (
            onAct &&
            whatMeets(current, event, norm, today).map((first) => (
              <button
                key={`${first.type} ${first.role}`}
                type="button"
                class="quiet-button"
                onClick={() => onAct?.(first.type, first.role)}
              >
                {say.happened.first(eventTitle(first.type, locale))}
              </button>
            ))
          );
        }}
      />
      {onRecord && no.reason === 'notAllowed' && record(current, event).ok && (
        <button type="button" onClick={() => onRecord(event)}>
          {say.happened.recordAnyway}
        </button>
      )}
    </section>
  );
}

function FieldLink({ type, name, children }: { type: EventType; name: string; children: preact.ComponentChildren }) {
  const id = fieldId(type, name);
  return (
    <a
      href={`#${id}`}
      onClick={(clicked) => {
        // The address says where in the procedure somebody is.
        clicked.preventDefault();
        const field = document.getElementById(id);
        field?.closest('details')?.setAttribute('open', '');
        field?.focus();
      }}
    >
      {children}
    </a>
  );
}

interface ReasonsProps {
  unmet: readonly Unmet[];
  /** What can be done about one. */
  remedy?: (unmet: Unmet) => preact.ComponentChildren;
}

/** Every rule in the way, with its clauses. */
function Reasons({ unmet, remedy }: ReasonsProps) {
  const { locale, say, known } = useWords();
  return (
    <ul class="reasons">
      {unmet.map((each) => {
        const { norm, rank, clauses: ids } = each;
        const [first] = byRank(ids);
        return (
          <li key={norm}>
            <p>
              <RankMark rank={rank} /> <strong>{capital(known.norms[norm].unmet)}.</strong>
            </p>
            {remedy && <p class="remedy">{remedy(each)}</p>}
            <details class="folded">
              <summary>
                {say.happened.rule} <span class="cited">{byRank(ids).join(' ')}</span>
              </summary>
              <p>{capital(known.norms[norm].rule)}.</p>
              {first && (
                <blockquote lang="nl">
                  {clauseTexts.nl[first]} <cite>{clauses[first].place}</cite>
                </blockquote>
              )}
              {locale === 'en' && first && <p class="quiet">{clauseTexts.en[first]}</p>}
              <FoldedClauses ids={ids} title={capital(say.happened.clauses)} />
            </details>
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
