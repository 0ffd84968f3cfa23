import type { Role } from 'lpbso-second-opinion';
import type { Words } from 'lpbso-second-opinion/words';
import { en } from 'lpbso-second-opinion/words/en';
import { enForEmployee } from 'lpbso-second-opinion/words/en-employee';
import { nl } from 'lpbso-second-opinion/words/nl';
import { nlForEmployee } from 'lpbso-second-opinion/words/nl-employee';

/** The languages of the library, each with its words. */
export const languages = { nl, en };

export type Locale = keyof typeof languages;

const forEmployee = { nl: nlForEmployee, en: enForEmployee };

/** The words for whoever reads: those for the employee, or those for professionals. */
export const wordsFor = (locale: Locale, reader: Role | 'host'): Words =>
  reader === 'employee' ? forEmployee[locale] : languages[locale];
