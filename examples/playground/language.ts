import type { Words } from 'lpbso-second-opinion/words';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Locale, languages } from '../languages.ts';
import { words } from './words.ts';

/** The language in which the page speaks. */
export const Language = createContext<Locale>('nl');

/** The words of the page and of the procedure, in the language chosen. */
export function useWords(): { locale: Locale; say: (typeof words)['nl']; known: Words } {
  const locale = useContext(Language);
  return { locale, say: words[locale], known: languages[locale] };
}
