import type { Role } from 'lpbso-second-opinion';
import type { Words } from 'lpbso-second-opinion/words';
import { en } from 'lpbso-second-opinion/words/en';
import { enForEmployee } from 'lpbso-second-opinion/words/en-employee';
import { nl } from 'lpbso-second-opinion/words/nl';
import { nlForEmployee } from 'lpbso-second-opinion/words/nl-employee';

/** The languages that the examples speak, each with the library's words in it; Dutch where nothing is asked. */
export const languages = { nl, en };

export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** The language of that name; none where the examples do not speak it. */
export const localeNamed = (name: string): Locale | undefined => locales.find((locale) => locale === name);

const forEmployee = { nl: nlForEmployee, en: enForEmployee };

/** The words for whoever reads: those for the employee, or those for professionals. */
export const wordsFor = (locale: Locale, reader: Role | 'host'): Words =>
  reader === 'employee' ? forEmployee[locale] : languages[locale];
