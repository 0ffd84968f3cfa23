import type { EventType, Step } from 'lpbso-second-opinion';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../languages.ts';
import type { Move } from '../pictures/case.ts';
import { litBy } from '../pictures/lit.ts';
import { useWords } from './language.ts';

const drawings = import.meta.glob<string>('../../docs/pictures/poster.*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const drawingIn = (locale: Locale): string => drawings[`../../docs/pictures/poster.${locale}.svg`] ?? '';

/** Moves from and to the same places by the same event light the same, however long the log; the last says where the case stands. */
const different = (moves: Move[]): Move[] =>
  [...new Map(moves.map((move) => [[move.event, move.before, move.after].join(' '), move])).values()].concat(
    moves.slice(-1),
  );

/** Lights the step where the case stands, those it passed, and the ways that it took. */
function light(drawing: Element, all: Move[]): void {
  const moves = different(all);
  for (const part of drawing.querySelectorAll<SVGElement>('[data-state], [data-employer-route], [data-to]')) {
    const { taken, now } = litBy(moves, { ...part.dataset });
    part.classList.toggle('taken', taken);
    part.classList.toggle('now', now);
  }
}

/** How much larger than it fits. */
export const zooms = [1, 1.4, 2, 2.8];

interface Props {
  moves: Move[];
  step: Step;
  /** Which of the zooms. */
  zoom: number;
  onPick: (step: Step) => void;
  onAct: (types: EventType[]) => void;
}

/** The procedure on one sheet, alive: a card explains, and what may happen on it can be reported. */
export function Poster({ moves, step, zoom, onPick, onAct }: Props) {
  const { locale, say, known } = useWords();
  const [isFull, setFull] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const full = useRef<HTMLDialogElement>(null);

  // Before the answer is seen, not after: what is lit is part of it.
  useLayoutEffect(() => {
    if (sheet.current) light(sheet.current, moves);
  });

  // The same sheet, so that nothing is drawn twice, over the whole of a small screen.
  useEffect(() => {
    if (isFull) full.current?.showModal();
  }, [isFull]);

  const act = ({ target }: MouseEvent) => {
    const exit = (target as Element).closest<SVGElement>('.way[data-event]');
    if (exit) {
      full.current?.close();
      onAct((exit.dataset.event ?? '').split(' ') as EventType[]);
      return;
    }
    const picked = (target as Element).closest<SVGElement>('[data-state]')?.dataset.state;
    if (picked) {
      full.current?.close();
      onPick(picked as Step);
    }
  };

  const drawing = (
    // What a pointer does here, the lists of acts and of steps do with the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={sheet}
      class="sheet"
      style={{ '--zoom': zooms[zoom] }}
      onClick={act}
      dangerouslySetInnerHTML={{ __html: drawingIn(locale) }}
    />
  );
  return (
    <div class="poster">
      {isFull ? (
        <dialog ref={full} class="full" aria-label={say.parts.picture} onClose={() => setFull(false)}>
          <button type="button" class="close" onClick={() => full.current?.close()}>
            {say.happened.close}
          </button>
          {drawing}
        </dialog>
      ) : (
        <section
          class={`frame${zoom > 0 ? ' zoomed' : ''}`}
          aria-label={`${say.parts.picture}: ${known.steps[step].title}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
          tabIndex={0}
        >
          {drawing}
        </section>
      )}
      <button type="button" class="enlarge" onClick={() => setFull(true)}>
        {say.picture.full}
      </button>
    </div>
  );
}
