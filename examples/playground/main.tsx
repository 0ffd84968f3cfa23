import './no-eval.ts';
import { advance, openCase, openingSchema, type ProcedureEvent, record, type Step } from 'lpbso-second-opinion';
import { summaryFor } from 'lpbso-second-opinion/words';
import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Locale, languages, locales } from '../languages.ts';
import { Calendar } from './calendar.tsx';
import { courseOf } from './chart.ts';
import type { Draft } from './fields.ts';
import { OpeningForm } from './form.tsx';
import { type Happened, WhatHappened } from './happened.tsx';
import { Language, useWords } from './language.ts';
import { AllLetters, lettersIn } from './letters.tsx';
import {
  attempt,
  back,
  begin,
  correct,
  type History,
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
} from './log.ts';
import { Logbook } from './logbook.tsx';
import { NobodyActs } from './nobody.tsx';
import { AllParties } from './parties.tsx';
import { PartyPanel, type Reader } from './party.tsx';
import { Picture } from './picture.tsx';
import { freshLog } from './start.ts';
import { StepInWords } from './step.tsx';
import { words } from './words.ts';
import './style.css';

const files = import.meta.glob<Log>('../cases/*.json', { import: 'default', eager: true });
const worked = Object.values(files);

const views = ['lead', 'all', 'silence', 'letters'] as const;
type ViewName = (typeof views)[number];

function Page({ onLocale }: { onLocale: (locale: Locale) => void }) {
  const { locale, say } = useWords();
  const [history, setHistory] = useState<History<Session>>(() => ({
    past: [],
    present: begin(freshLog(new Date())),
    future: [],
  }));
  const [reader, setReader] = useState<{ role: Reader; person: string | null }>({ role: 'ownPhysician', person: null });
  const [view, setView] = useState<ViewName>('lead');
  const [recordAnyway, setRecordAnyway] = useState(false);
  const [happened, setHappened] = useState<Happened | null>(null);
  const [picked, setPicked] = useState<Step | null>(null);
  const [opening, setOpening] = useState<'new' | 'change' | null>(null);

  const session = history.present;
  const { log, at, today } = session;
  const { turns, case: current } = useMemo(() => run(log, at), [log, at]);
  const course = courseOf(turns);
  const letters = lettersIn(turns);
  const days = turns.map(({ on }) => on);

  const go = (to: Session, what: Happened | null) => {
    setHistory((known) => remember(known, to));
    setHappened(what);
    setPicked(null);
  };

  const report = (event: unknown) => {
    const answer = attempt(session, event, recordAnyway);
    if (answer.ok) {
      const taken = answer.session.log.events[at];
      if (taken) go(answer.session, { kind: 'taken', event: taken, outcome: answer.outcome });
      return;
    }
    const mayBeRecorded = !recordAnyway && record(current, event).ok;
    setHappened({ kind: 'refused', event, no: answer.no, mayBeRecorded });
  };

  const step = () => {
    const { session: after, stop } = next(session, recordAnyway);
    const event = log.events[at];
    if (stop) {
      const mayBeRecorded = !recordAnyway && record(current, stop.event).ok;
      setHappened({ kind: 'refused', event: stop.event, no: stop.no, at: stop.at, mayBeRecorded });
      return;
    }
    const outcome = run(after.log, at + 1).turns.at(-1)?.outcome;
    if (event && outcome) go(after, { kind: 'taken', event, outcome });
  };

  const end = () => {
    const { stop } = run(log);
    const after = toTheEnd(session);
    const why: Happened | null = stop
      ? { kind: 'refused', event: stop.event, no: stop.no, at: stop.at, mayBeRecorded: false }
      : { kind: 'said', text: (locale) => summaryFor(run(log).case, 'host', languages[locale]).sentence };
    if (after.at === at) setHappened(why);
    else go(after, why);
  };

  const corrected = (place: number, event: ProcedureEvent | null) => {
    const correction = correct(session, place, event, recordAnyway);
    go(correction.session, { kind: 'corrected', correction });
  };

  const changed = (place: number, event: unknown) => {
    const outcome = advance(run(log, 0).case, event);
    if (!outcome.ok && outcome.reason === 'malformed')
      setHappened({ kind: 'refused', event, no: outcome, at: place, mayBeRecorded: false });
    else corrected(place, event as ProcedureEvent);
  };

  const opened = (told: unknown) => {
    if (opening === 'new') {
      const outcome = openCase(told);
      if (outcome.ok) {
        go(begin({ opening: told, events: [] }), {
          kind: 'said',
          text: (locale) => summaryFor(outcome.case, 'host', languages[locale]).sentence,
        });
        setOpening(null);
      } else setHappened({ kind: 'refused', event: told, no: outcome, mayBeRecorded: false });
      return;
    }
    const correction = reopen(session, told, recordAnyway);
    if ('session' in correction) {
      go(correction.session, { kind: 'corrected', correction });
      setOpening(null);
    } else setHappened({ kind: 'refused', event: told, no: correction, mayBeRecorded: false });
  };

  const load = async (file: File) => {
    const read = readLog(await file.text());
    if (!read.ok) {
      setHappened({ kind: 'unreadable', file: read });
      return;
    }
    const all = run(read.log);
    const after = toTheEnd(begin(read.log));
    const { stop } = all;
    go(
      after,
      stop
        ? { kind: 'refused', event: stop.event, no: stop.no, at: stop.at, mayBeRecorded: false }
        : {
            kind: 'said',
            text: (locale) =>
              `${words[locale].happened.loaded}. ${summaryFor(all.case, 'host', languages[locale]).sentence}`,
          },
    );
  };

  const save = () => {
    const address = URL.createObjectURL(new Blob([writeLog(log)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = say.start.fileName;
    link.click();
    URL.revokeObjectURL(address);
    setHappened({ kind: 'said', text: (locale) => words[locale].happened.saved });
  };

  // What happened is said aloud where it stands; whoever lost the place where they were is taken there.
  useEffect(() => {
    const told = document.getElementById('happened');
    if (!told) return;
    if (document.activeElement?.closest('.bar')) told.scrollIntoView({ block: 'nearest' });
    else told.focus();
  }, [happened]);

  const close = () => {
    setHappened(null);
    document.getElementById(`tab-${view}`)?.focus();
  };

  return (
    <>
      <a class="skip" href="#content">
        {say.skip}
      </a>
      <header>
        <div class="head">
          <div>
            <h1>{say.title}</h1>
            <p class="lead">{say.lead}</p>
          </div>
          <fieldset class="choice">
            <legend class="unseen">{say.language}</legend>
            {locales.map((each) => (
              <button
                key={each}
                type="button"
                lang={each}
                aria-pressed={locale === each}
                onClick={() => onLocale(each)}
              >
                {each === 'nl' ? 'Nederlands' : 'English'}
              </button>
            ))}
          </fieldset>
        </div>
        <p class="caution" role="note">
          {say.caution}
        </p>
      </header>

      <section class="bar" aria-label={say.parts.case}>
        <div class="bar-row">
          <label class="small-field">
            <span>{say.start.worked}</span>
            <select
              value=""
              onChange={({ currentTarget }) => {
                const picked = worked[Number(currentTarget.value)];
                currentTarget.value = '';
                if (picked) go(begin(picked), { kind: 'said', text: (locale) => picked.about?.[locale] ?? '' });
              }}
            >
              <option value="">{say.start.pick}</option>
              {worked.map(({ title }, index) => (
                <option key={title?.en} value={index}>
                  {index + 1}. {title?.[locale]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" onClick={() => setOpening('new')}>
            {say.start.fresh}
          </button>
          <label class="file">
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void load(file);
                currentTarget.value = '';
              }}
            />
            <span class="file-button">{say.start.load}</span>
          </label>
          <button type="button" onClick={save}>
            {say.start.save}
          </button>
          <span class="apart" />
          <button
            type="button"
            disabled={history.past.length === 0}
            onClick={() => {
              setHistory(undo);
              setPicked(null);
              setHappened({ kind: 'said', text: (locale) => words[locale].happened.undone });
            }}
          >
            {say.start.undo}
          </button>
          <button
            type="button"
            disabled={history.future.length === 0}
            onClick={() => {
              setHistory(redo);
              setPicked(null);
              setHappened({ kind: 'said', text: (locale) => words[locale].happened.redone });
            }}
          >
            {say.start.redo}
          </button>
        </div>
        {log.events.length > 0 && (
          <div class="bar-row">
            {log.title && <strong class="case-title">{log.title[locale]}</strong>}
            <span class="apart" />
            <span class="moment">{say.moment.of(at, log.events.length)}</span>
            <button type="button" disabled={at === 0} onClick={() => go(back(session), null)}>
              ‹ {say.moment.previous}
            </button>
            <button type="button" class="main" disabled={at === log.events.length} onClick={step}>
              {say.moment.next} ›
            </button>
            <button type="button" disabled={at === log.events.length} onClick={end}>
              {say.moment.end}
            </button>
          </div>
        )}
        <label class="check switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={recordAnyway}
            checked={recordAnyway}
            onChange={({ currentTarget }) => setRecordAnyway(currentTarget.checked)}
          />
          <span>
            {say.record.label} <span class="quiet">{say.record.hint}</span>
          </span>
        </label>
      </section>

      <main id="content" tabIndex={-1}>
        <WhatHappened happened={happened} onClose={close} />
        {opening && (
          <OpeningForm
            key={opening}
            initial={openingDraft(opening === 'new' ? freshLog(new Date()).opening : log.opening)}
            button={opening === 'new' ? say.opening.start : say.opening.apply}
            onSubmit={opened}
            onCancel={() => setOpening(null)}
          />
        )}
        <Tabs view={view} onView={setView} />
        <div role="tabpanel" id="panel" aria-labelledby={`tab-${view}`}>
          {view === 'lead' && (
            <div class="columns">
              <section class="card area-picture" aria-labelledby="picture-title">
                <h2 id="picture-title">{say.parts.picture}</h2>
                <Picture course={course} onPick={setPicked} />
              </section>
              <div class="area-party">
                <PartyPanel
                  session={session}
                  current={current}
                  reader={reader.role}
                  person={reader.person}
                  letters={letters}
                  onReader={(role, person) => setReader({ role, person })}
                  onReport={report}
                />
              </div>
              <div class="area-step">
                <StepInWords
                  step={picked ?? current.step}
                  now={current.step}
                  since={current.since}
                  onPick={setPicked}
                />
              </div>
              <div class="area-side">
                <Calendar
                  current={current}
                  today={today}
                  days={days}
                  onToday={(day) => setHistory((known) => ({ ...known, present: { ...known.present, today: day } }))}
                  onReport={report}
                />
                <Logbook
                  key={history.past.length}
                  session={session}
                  onCorrect={corrected}
                  onChange={changed}
                  onOpening={() => setOpening('change')}
                  onDrop={() => go(withoutTheRest(session), null)}
                />
              </div>
            </div>
          )}
          {view === 'all' && <AllParties current={current} />}
          {view === 'silence' && (
            <NobodyActs
              current={current}
              today={today}
              onTake={(events, on) => {
                const after = events.reduce<Session>((before, event) => {
                  const answer = attempt(before, event, false);
                  return answer.ok ? answer.session : before;
                }, session);
                go(
                  { ...after, today: on },
                  {
                    kind: 'said',
                    text: (locale) => summaryFor(run(after.log, after.at).case, 'host', languages[locale]).sentence,
                  },
                );
                setView('lead');
              }}
            />
          )}
          {view === 'letters' && <AllLetters letters={letters} />}
        </div>
      </main>
    </>
  );
}

/** An opening as a form holds it, its defaults filled in and what is absent empty. */
function openingDraft(told: unknown): Draft {
  const opening = openingSchema.parse(told);
  const { participants } = opening;
  return {
    recordedBy: '',
    question: '',
    application: '',
    ...opening,
    participants: { representative: '', mandate: '', employer: '', administration: '', ...participants },
  };
}

function Tabs({ view, onView }: { view: ViewName; onView: (view: ViewName) => void }) {
  const { say } = useWords();
  const tabs = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = views[(views.indexOf(view) + step + views.length) % views.length] ?? 'lead';
    onView(to);
    tabs.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={say.views.label} ref={tabs} onKeyDown={move}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={view === each}
          aria-controls="panel"
          tabIndex={view === each ? 0 : -1}
          onClick={() => onView(each)}
        >
          {say.views[each]}
        </button>
      ))}
    </div>
  );
}

function App() {
  const [locale, setLocale] = useState<Locale>('nl');
  return (
    <Language.Provider value={locale}>
      <Title locale={locale} />
      <Page onLocale={setLocale} />
    </Language.Provider>
  );
}

/** The language and the title of the document. */
function Title({ locale }: { locale: Locale }) {
  const { say } = useWords();
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    document.title = say.title;
  }, [locale, say]);
  return null;
}

const page = document.getElementById('page');
if (page) render(<App />, page);
