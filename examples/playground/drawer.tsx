import type { Case, ProcedureEvent, Step } from 'lpbso-second-opinion';
import { useRef, useState } from 'preact/hooks';
import { Calendar } from './calendar.tsx';
import { useWords } from './language.ts';
import { AllLetters, type Letter } from './letters.tsx';
import type { Session, Turn } from './log.ts';
import { Logbook } from './logbook.tsx';
import { NobodyActs } from './nobody.tsx';
import { AllParties } from './parties.tsx';
import { PartySees } from './party.tsx';
import type { Onlooker } from './people.ts';
import { StepInWords } from './step.tsx';

const views = ['sees', 'log', 'calendar', 'letters', 'grounds'] as const;
export type ViewName = (typeof views)[number];

interface Props {
  view: ViewName | null;
  session: Session;
  turns: Turn[];
  current: Case;
  onlooker: Onlooker;
  person: string | null;
  letters: Letter[];
  step: Step;
  onView: (view: ViewName | null) => void;
  onPick: (step: Step) => void;
  onToday: (day: string) => void;
  onReport: (event: unknown) => void;
  onTake: (events: ProcedureEvent[], on: string) => void;
  onCorrect: (at: number, event: ProcedureEvent | null) => void;
  onChange: (at: number, event: unknown) => void;
  onOpening: () => void;
  onDrop: () => void;
}

/** What there is to look up, one thing at a time. */
export function Drawer(props: Props) {
  const { view, onView } = props;
  const { say } = useWords();
  const tabs = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = view === null ? 0 : views.indexOf(view);
    const to = views[(from + step + views.length) % views.length] ?? 'sees';
    onView(to);
    tabs.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  return (
    <section class={`drawer${view ? ' open' : ''}`} aria-label={say.views.label}>
      <div class="tabs" role="tablist" aria-label={say.views.label} ref={tabs} onKeyDown={move}>
        {views.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={view === name}
            aria-controls={view === name ? 'panel' : undefined}
            tabIndex={name === (view ?? 'sees') ? 0 : -1}
            onClick={() => onView(view === name ? null : name)}
          >
            {say.views[name]}
          </button>
        ))}
      </div>
      {view && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <div role="tabpanel" id="panel" aria-labelledby={`tab-${view}`} tabIndex={0} key={view}>
          <View {...props} view={view} />
        </div>
      )}
    </section>
  );
}

function View(props: Props & { view: ViewName }) {
  const { view, session, turns, current, letters, step } = props;
  switch (view) {
    case 'sees':
      return <Sees {...props} />;
    case 'log':
      return (
        <Logbook
          turns={turns}
          session={session}
          onCorrect={props.onCorrect}
          onChange={props.onChange}
          onOpening={props.onOpening}
          onDrop={props.onDrop}
        />
      );
    case 'calendar':
      return (
        <>
          <Calendar
            current={current}
            today={session.today}
            days={turns.map(({ on }) => on)}
            onToday={props.onToday}
            onReport={props.onReport}
          />
          <NobodyActs current={current} today={session.today} onTake={props.onTake} />
        </>
      );
    case 'letters':
      return <AllLetters letters={letters} />;
    case 'grounds':
      return <StepInWords step={step} now={current.step} since={current.since} onPick={props.onPick} />;
  }
}

function Sees(props: Props) {
  const { turns, current, onlooker } = props;
  const { say, known } = useWords();
  const [everybody, setEverybody] = useState(true);
  return (
    <>
      <fieldset class="choice">
        <legend class="unseen">{say.views.sees}</legend>
        <button type="button" aria-pressed={everybody} onClick={() => setEverybody(true)}>
          {say.all.everybody}
        </button>
        <button type="button" aria-pressed={!everybody} onClick={() => setEverybody(false)}>
          {onlooker === 'host' ? say.party.everything : known.roles[onlooker]}
        </button>
      </fieldset>
      {everybody ? (
        <AllParties current={current} before={turns.at(-2)?.outcome.case ?? null} />
      ) : (
        <PartySees {...props} />
      )}
    </>
  );
}
