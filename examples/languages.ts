import { en } from 'lpbso-second-opinion/words/en';
import { nl } from 'lpbso-second-opinion/words/nl';

/** The languages that the examples speak, each with the library's words in it; Dutch where nothing is asked. */
export const languages = { nl, en };

export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** The language of that name; none where the examples do not speak it. */
export const localeNamed = (name: string): Locale | undefined => locales.find((locale) => locale === name);
