import en from '../../../docs/pictures/poster.en.svg?raw';
import nl from '../../../docs/pictures/poster.nl.svg?raw';
import type { Locale } from '../../languages.ts';
import type { Move } from '../../pictures/case.ts';
import { type Data, litBy } from '../../pictures/lit.ts';

const drawings: Record<Locale, string> = { nl, en };

const styleOf = /<style>(.*?)<\/style>/s;

// The page's policy allows no style within the page. The first rule is the sheet of a poster that is printed on its own.
const styles = new CSSStyleSheet();
styles.replaceSync(styleOf.exec(nl)?.[1] ?? '');
styles.deleteRule(0);
document.adoptedStyleSheets = [styles];

/** The poster in a language, on which a card, an exit or an arrow can be chosen. */
export function posterIn(locale: Locale, choose: (data: Data) => void): SVGElement {
  const drawing = drawings[locale].replace(styleOf, '');
  const svg = document.importNode(new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement, true);
  svg.setAttribute('role', 'group');
  for (const card of svg.querySelectorAll<SVGElement>('.state')) {
    card.setAttribute('role', 'button');
    card.setAttribute('tabindex', '0');
  }
  const chosen = ({ target }: Event): void => {
    const element = (target as Element).closest<SVGElement>('[data-to], .state');
    if (element) choose(element.dataset);
  };
  svg.addEventListener('click', chosen);
  svg.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    chosen(event);
  });
  return svg as unknown as SVGElement;
}

/** Lights what the case went through and where it stands; nothing else of the poster changes. */
export function light(svg: SVGElement, moves: Move[]): void {
  for (const element of svg.querySelectorAll<SVGElement>('[data-to], .state')) {
    const { taken, now } = litBy(moves, element.dataset);
    element.classList.toggle('taken', taken);
    element.classList.toggle('now', now);
    if (now) element.setAttribute('aria-current', 'step');
    else element.removeAttribute('aria-current');
  }
}
