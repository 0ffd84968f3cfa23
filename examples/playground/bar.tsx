import { useRef } from 'preact/hooks';
import { type Locale, locales } from '../languages.ts';
import { useWords } from './language.ts';
import { zooms } from './poster.tsx';
import type { WorkedCase } from './start.ts';

interface Props {
  worked: WorkedCase[];
  /** The name of the worked case that is open. */
  open: string | null;
  at: number;
  length: number;
  zoom: number;
  mayUndo: boolean;
  mayRedo: boolean;
  onPick: (worked: WorkedCase) => void;
  onNew: () => void;
  onBack: () => void;
  onNext: () => void;
  onEnd: () => void;
  onZoom: (zoom: number) => void;
  onUndo: () => void;
  onRedo: () => void;
  onLoad: (file: File) => void;
  onSave: () => void;
  onLocale: (locale: Locale) => void;
}

/** What is always at hand: which case, how far, back, and the rest behind one button. */
export function Bar(props: Props) {
  const { worked, open, at, length } = props;
  const { locale, say } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const other = locales.find((each) => each !== locale) ?? locale;
  const once = (act: () => void) => () => {
    menu.current?.removeAttribute('open');
    act();
  };
  const option = (each: WorkedCase) => (
    <option key={each.name} value={each.name}>
      {each.log.title?.[locale]}
    </option>
  );
  return (
    <div class="bar">
      {location.protocol !== 'file:' && (
        <a class="home" href="../" aria-label={say.start.home}>
          ⌂
        </a>
      )}
      <h1>{say.title}</h1>
      <select
        class="case"
        aria-label={say.start.worked}
        value={open ?? ''}
        onChange={({ currentTarget }) => {
          const picked = worked.find(({ name }) => name === currentTarget.value);
          if (picked) props.onPick(picked);
        }}
      >
        <option value="">{say.start.pick}</option>
        <optgroup label={say.start.first}>{worked.filter(({ first }) => first).map(option)}</optgroup>
        <optgroup label={say.start.more}>{worked.filter(({ first }) => !first).map(option)}</optgroup>
      </select>
      {length > 0 && (
        <fieldset class="moments">
          <legend class="unseen">{say.moment.label}</legend>
          <button type="button" aria-label={say.moment.previous} disabled={at === 0} onClick={props.onBack}>
            ‹
          </button>
          <span class="moment">
            {at}/{length} <span class="unseen">{say.moment.events}</span>
          </span>
          <button
            type="button"
            class="main"
            aria-label={say.moment.next}
            disabled={at === length}
            onClick={props.onNext}
          >
            ›
          </button>
        </fieldset>
      )}
      <span class="apart" />
      <fieldset class="zoom">
        <legend class="unseen">{say.picture.zoom}</legend>
        <button
          type="button"
          aria-label={say.picture.smaller}
          disabled={props.zoom === 0}
          onClick={() => props.onZoom(props.zoom - 1)}
        >
          −
        </button>
        <button
          type="button"
          aria-label={say.picture.larger}
          disabled={props.zoom === zooms.length - 1}
          onClick={() => props.onZoom(props.zoom + 1)}
        >
          +
        </button>
      </fieldset>
      <button type="button" aria-label={say.start.undo} disabled={!props.mayUndo} onClick={props.onUndo}>
        ↶
      </button>
      <details class="menu" ref={menu}>
        <summary>{say.start.menu}</summary>
        <div>
          <button type="button" onClick={once(props.onNew)}>
            {say.start.fresh}
          </button>
          <button type="button" disabled={at === length} onClick={once(props.onEnd)}>
            {say.moment.end}
          </button>
          <button type="button" disabled={!props.mayRedo} onClick={once(props.onRedo)}>
            {say.start.redo}
          </button>
          <label class="file">
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) once(() => props.onLoad(file))();
                currentTarget.value = '';
              }}
            />
            <span class="file-button">{say.start.load}</span>
          </label>
          <button type="button" onClick={once(props.onSave)}>
            {say.start.save}
          </button>
        </div>
      </details>
      <button
        type="button"
        class="language"
        lang={other}
        aria-label={`${other.toUpperCase()}: ${other === 'nl' ? 'Nederlands' : 'English'}`}
        onClick={() => props.onLocale(other)}
      >
        {other.toUpperCase()}
      </button>
    </div>
  );
}
