import { en } from 'lpbso-second-opinion/words/en';
import { nl } from 'lpbso-second-opinion/words/nl';

/** The languages of the library, each with its words. */
export const languages = { nl, en };

export type Locale = keyof typeof languages;
