import type { Step } from 'lpbso-second-opinion';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../languages.ts';
import { type Course, type Phase, phaseOf, wasTaken } from './chart.ts';
import { useWords } from './language.ts';

const drawings = import.meta.glob<string>('../../docs/pictures/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const drawingOf = (name: string, locale: Locale): string | undefined =>
  drawings[`../../docs/pictures/${name}.${locale}.svg`];

/** Lights the step where the case stands, and the way it took. */
function light(picture: Element, course: Course): void {
  for (const box of picture.querySelectorAll<SVGElement>('.state')) {
    const { state, complaints, employerRoute } = box.dataset;
    const beside = complaints ? `complaints.${complaints}` : `employerRoute.${employerRoute}`;
    const places = state === undefined ? [beside] : state.split(' ');
    const now: string[] = [course.now, course.employerRoute, course.complaints];
    const isNow = places.some((place) => now.includes(place));
    box.classList.toggle('now', isNow && !places.some((place) => place.endsWith('.none')));
    box.classList.toggle('taken', !isNow && places.some((place) => course.passed.has(place)));
  }
  for (const way of picture.querySelectorAll<SVGElement>('.way[data-event]')) {
    const { event = '', from = '', to = from } = way.dataset;
    way.classList.toggle('taken', wasTaken(course, { events: event.split(' '), from, to }));
  }
}

interface Props {
  course: Course;
  onPick: (step: Step) => void;
}

/** The picture of the phase in which the case stands, or of the whole: there alone an outcome has one place. */
export function Picture({ course, onPick }: Props) {
  const { locale, say, known } = useWords();
  const [chosen, setChosen] = useState<{ whole: boolean; at: Phase | null } | null>(null);
  const [fits, setFits] = useState(false);
  const place = useRef<HTMLElement>(null);
  const at = phaseOf(course.now);
  // Who chose the phase of a case that has ended since is shown the whole, and the other way round.
  const whole = chosen && (chosen.whole || chosen.at === at) ? chosen.whole : at === null;
  const places = [course.now, ...course.ways.map(({ from }) => from).reverse()];
  const phase = places.map(phaseOf).find((one) => one !== null) ?? 'application';
  const drawing = drawingOf(whole ? 'whole' : phase, locale);

  useEffect(() => {
    const svg = place.current?.querySelector('svg');
    svg?.style.setProperty('--drawn', `${svg.getAttribute('width')}px`);
    if (place.current) light(place.current, course);
  });

  useEffect(() => {
    const box = place.current;
    const now = box?.querySelector(`[data-state="${course.now}"].state`);
    if (!box || !now) return;
    const frame = box.getBoundingClientRect();
    const there = now.getBoundingClientRect();
    box.scrollLeft += there.left + there.width / 2 - (frame.left + frame.width / 2);
    box.scrollTop += there.top + there.height / 2 - (frame.top + frame.height / 2);
  }, [drawing, fits, course.now]);

  // With the keyboard, the list of steps beside the words does the same.
  useEffect(() => {
    const box = place.current;
    const pick = (event: MouseEvent) => {
      const state = (event.target as Element).closest<SVGElement>('[data-state]');
      const [step] = state?.dataset.state?.split(' ') ?? [];
      if (step) onPick(step as Step);
    };
    box?.addEventListener('click', pick);
    return () => box?.removeEventListener('click', pick);
  });

  const description = `${say.picture.of}: ${whole ? say.picture.whole : known.phases[phase]}. ${say.step.now}: ${known.steps[course.now].title}`;
  return (
    <figure class="picture">
      <div class="buttons">
        <fieldset class="choice">
          <legend class="unseen">{say.picture.of}</legend>
          <button type="button" aria-pressed={!whole} onClick={() => setChosen({ whole: false, at })}>
            {say.picture.phase}
          </button>
          <button type="button" aria-pressed={whole} onClick={() => setChosen({ whole: true, at })}>
            {say.picture.whole}
          </button>
        </fieldset>
        <label class="check">
          <input type="checkbox" checked={fits} onChange={({ currentTarget }) => setFits(currentTarget.checked)} />
          <span>{say.picture.fit}</span>
        </label>
      </div>
      {drawing ? (
        <section
          ref={place}
          class={`drawing${whole ? ' whole' : ''}${fits ? ' fits' : ''}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
          tabIndex={0}
          aria-label={description}
          dangerouslySetInnerHTML={{ __html: drawing }}
        />
      ) : (
        <p class="quiet">{say.picture.missing}</p>
      )}
      <figcaption class="legend">
        <span class="mark-now">{say.picture.legend.now}</span>
        <span class="mark-taken">{say.picture.legend.taken}</span>
      </figcaption>
    </figure>
  );
}
