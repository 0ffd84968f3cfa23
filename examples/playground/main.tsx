import './no-eval.ts';
import { openCase, openingSchema, type ProcedureEvent, record, type Step, waitingOn } from 'lpbso-second-opinion';
import { summaryFor } from 'lpbso-second-opinion/words';
import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type Locale, languages } from '../languages.ts';
import { addressOf, type Place, placeIn, rememberedLanguage, rememberLanguage } from './address.ts';
import { Answer, type Happened } from './answer.tsx';
import { Bar } from './bar.tsx';
import { movesOf } from './chart.ts';
import { Drawer, type ViewName } from './drawer.tsx';
import type { Draft } from './fields.ts';
import { OpeningForm } from './form.tsx';
import { Language, useWords } from './language.ts';
import { lettersIn } from './letters.tsx';
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
  type Turn as Taken,
  toTheEnd,
  undo,
  withoutTheRest,
  writeLog,
} from './log.ts';
import type { Onlooker } from './people.ts';
import { Poster } from './poster.tsx';
import { freshLog, workedCases } from './start.ts';
import { type Act, actOf, Turn } from './turn.tsx';
import { words } from './words.ts';
import './style.css';

const worked = workedCases(import.meta.glob<Log>('../cases/*.json', { import: 'default', eager: true }));

/** Where an address leads: a worked case as far as it goes, or a new one. */
function sessionAt(place: Place): Session {
  const found = worked.find(({ name }) => name === place.case);
  if (!found) return begin(freshLog(new Date()));
  let session = begin(found.log);
  while (session.at < place.at) {
    const { session: after, stop } = next(session, false);
    if (stop || after.at === session.at) break;
    session = after;
  }
  return session;
}

/** What a worked case is about. */
const aboutOf = ({ about }: Log): Happened | null =>
  about ? { kind: 'said', text: (inLanguage) => about[inLanguage] } : null;

interface PageProps {
  place: Place;
  onLocale: (locale: Locale) => void;
}

function Page({ place, onLocale }: PageProps) {
  const { locale, say } = useWords();
  const [history, setHistory] = useState<History<Session>>(() => ({ past: [], present: sessionAt(place), future: [] }));
  const [chosen, setChosen] = useState<{ onlooker: Onlooker; person: string | null }>({
    onlooker: place.reader ?? 'ownPhysician',
    person: null,
  });
  const [follows, setFollows] = useState(place.reader === null);
  const [act, setAct] = useState<Act | null>(null);
  const [happened, setHappened] = useState<Happened | null>(() => aboutOf(history.present.log));
  const [picked, setPicked] = useState<Step | null>(null);
  const [view, setView] = useState<ViewName | null>(null);
  const [zoom, setZoom] = useState(0);
  const [opening, setOpening] = useState<'new' | 'change' | null>(null);
  const [isCautioned, setCautioned] = useState(true);

  const session = history.present;
  const { log, at, today } = session;
  const { turns, case: current } = useMemo(() => run(log, at), [log, at]);
  const moves = useMemo(() => movesOf(turns), [turns]);
  const letters = useMemo(() => lettersIn(turns), [turns]);
  const name = worked.find((one) => one.log === log)?.name ?? null;
  const [mover] = waitingOn(current).map(({ role }) => role);
  const onlooker = act && chosen.onlooker !== 'host' ? act.role : follows ? (mover ?? 'host') : chosen.onlooker;
  const person = onlooker === chosen.onlooker && !follows ? chosen.person : null;

  useEffect(() => {
    const to = addressOf({ case: name, at: name ? at : 0, reader: follows ? null : chosen.onlooker, language: locale });
    globalThis.history.replaceState(null, '', to);
  }, [name, at, follows, chosen, locale]);

  const settle = (what: Happened | null) => {
    setHappened(what);
    setAct(null);
    setPicked(null);
  };

  const go = (to: Session, what: Happened | null) => {
    setHistory((before) => remember(before, to));
    settle(what);
  };

  const tell = (event: unknown, recordAnyway: boolean) => {
    const answer = attempt(session, event, recordAnyway);
    const taken = answer.ok && answer.session.log.events[at];
    if (taken) go(answer.session, { kind: 'taken', event: taken, outcome: answer.outcome });
    // The form says why not.
    else setHappened(null);
  };

  const step = (recordAnyway: boolean) => {
    const { session: after, stop } = next(session, recordAnyway);
    const event = log.events[at];
    const outcome = run(after.log, after.at).turns.at(-1)?.outcome;
    if (stop) settle({ kind: 'stopped', stop });
    else if (event && outcome) go(after, { kind: 'taken', event, outcome });
  };

  const saidOf = (of: Session) => (inLanguage: Locale) =>
    summaryFor(run(of.log, of.at).case, 'host', languages[inLanguage]).sentence;

  const end = () => {
    const { stop } = run(log);
    const after = toTheEnd(session);
    setHistory((before) => (after.at === at ? before : remember(before, after)));
    settle(stop ? { kind: 'stopped', stop } : { kind: 'said', text: saidOf(after) });
  };

  const corrected = (place: number, event: ProcedureEvent | null) => {
    const correction = correct(session, place, event, false);
    go(correction.session, { kind: 'corrected', correction });
  };

  const opened = (told: unknown) => {
    if (opening === 'new') {
      const outcome = openCase(told);
      if (!outcome.ok) return settle({ kind: 'noOpening', opening: told, no: outcome });
      const after = begin({ opening: told, events: [] });
      go(after, { kind: 'said', text: saidOf(after) });
    } else {
      const correction = reopen(session, told, false);
      if (!('session' in correction)) return settle({ kind: 'noOpening', opening: told, no: correction });
      go(correction.session, { kind: 'corrected', correction });
    }
    setOpening(null);
  };

  const load = async (file: File) => {
    const read = readLog(await file.text());
    if (!read.ok) return settle({ kind: 'unreadable', file: read });
    const { stop } = run(read.log);
    const after = toTheEnd(begin(read.log));
    go(
      after,
      stop
        ? { kind: 'stopped', stop }
        : { kind: 'said', text: (inLanguage) => `${words[inLanguage].happened.loaded}. ${saidOf(after)(inLanguage)}` },
    );
  };

  const save = () => {
    const address = URL.createObjectURL(new Blob([writeLog(log)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = say.start.fileName;
    link.click();
    URL.revokeObjectURL(address);
    settle({ kind: 'said', text: (inLanguage) => words[inLanguage].happened.saved });
  };

  const explain = (to: Step) => {
    setPicked(to);
    setView('grounds');
  };

  const stopped = happened?.kind === 'stopped' ? happened.stop : null;
  const mayRecordNext = stopped?.at === at && record(current, stopped.event).ok;

  return (
    <>
      <a class="skip" href="#content">
        {say.skip}
      </a>
      <header>
        <Bar
          worked={worked}
          open={name}
          at={at}
          length={log.events.length}
          zoom={zoom}
          mayUndo={history.past.length > 0}
          mayRedo={history.future.length > 0}
          onPick={({ log: picked }) => go(begin(picked), aboutOf(picked))}
          onNew={() => setOpening('new')}
          onBack={() => go(back(session), null)}
          onNext={() => step(false)}
          onEnd={end}
          onZoom={setZoom}
          onUndo={() => {
            setHistory(undo);
            settle({ kind: 'said', text: (inLanguage) => words[inLanguage].happened.undone });
          }}
          onRedo={() => {
            setHistory(redo);
            settle({ kind: 'said', text: (inLanguage) => words[inLanguage].happened.redone });
          }}
          onLoad={(file) => void load(file)}
          onSave={save}
          onLocale={onLocale}
        />
        {isCautioned && (
          <p class="caution" role="note">
            {say.caution}{' '}
            <button type="button" class="quiet-button" onClick={() => setCautioned(false)}>
              {say.happened.close}
            </button>
          </p>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <Poster
          moves={moves}
          step={current.step}
          zoom={zoom}
          onPick={explain}
          onAct={(types) => setAct(actOf(current, types))}
        />
        <div class="right">
          {opening ? (
            <div class="turn">
              {happened && <Answer happened={happened} />}
              <OpeningForm
                key={opening}
                initial={openingDraft(opening === 'new' ? freshLog(new Date()).opening : log.opening)}
                button={opening === 'new' ? say.opening.start : say.opening.apply}
                onSubmit={opened}
                onCancel={() => setOpening(null)}
              />
            </div>
          ) : (
            <Turn
              turns={turns}
              current={current}
              today={today}
              onlooker={onlooker}
              person={person}
              follows={follows}
              act={act}
              happened={happened}
              onOnlooker={(to, who) => {
                setChosen({ onlooker: to, person: who });
                setFollows(false);
                setAct(null);
              }}
              onFollow={setFollows}
              onAct={setAct}
              onReport={(event) => tell(event, false)}
              onRecord={(event) => tell(event, true)}
              onRecordNext={mayRecordNext ? () => step(true) : undefined}
            />
          )}
          <Way turns={turns} onPick={explain} />
          <Drawer
            view={view}
            session={session}
            turns={turns}
            current={current}
            onlooker={onlooker}
            person={person}
            letters={letters}
            step={picked ?? current.step}
            onView={setView}
            onPick={setPicked}
            onToday={(day) => setHistory((before) => ({ ...before, present: { ...before.present, today: day } }))}
            onReport={(event) => tell(event, false)}
            onTake={(events, on) => {
              const after = events.reduce<Session>((before, event) => {
                const answer = attempt(before, event, false);
                return answer.ok ? answer.session : before;
              }, session);
              go({ ...after, today: on }, { kind: 'said', text: saidOf(after) });
            }}
            onCorrect={corrected}
            onChange={(at, event) => corrected(at, event as ProcedureEvent)}
            onOpening={() => setOpening('change')}
            onDrop={() => go(withoutTheRest(session), null)}
          />
        </div>
      </main>
    </>
  );
}

/** The steps that a case went through, on a small screen in the place of the poster. */
function Way({ turns, onPick }: { turns: Taken[]; onPick: (step: Step) => void }) {
  const { say, known } = useWords();
  const steps = turns.map(({ outcome }) => outcome.case.step);
  const changes = steps.filter((step, at) => step !== steps[at - 1]);
  return (
    <ol class="path" aria-label={say.parts.way}>
      {changes.map((step, at) => (
        <li key={at}>
          <button
            type="button"
            class="quiet-button"
            aria-current={at === changes.length - 1 ? 'step' : undefined}
            onClick={() => onPick(step)}
          >
            {known.steps[step].title}
          </button>
        </li>
      ))}
    </ol>
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

function App() {
  const place = useMemo(() => placeIn(location.hash), []);
  const [locale, setLocale] = useState<Locale>(place.language ?? rememberedLanguage() ?? 'nl');
  return (
    <Language.Provider value={locale}>
      <Title locale={locale} />
      <Page
        place={place}
        onLocale={(to) => {
          rememberLanguage(to);
          setLocale(to);
        }}
      />
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
