import { clauses as clausesEn } from '../../src/clauses/en.js';
import { clauses as clausesNl } from '../../src/clauses/nl.js';
import { en } from '../../src/words/en.js';
import { enForEmployee } from '../../src/words/en-employee.js';
import { nl } from '../../src/words/nl.js';
import { nlForEmployee } from '../../src/words/nl-employee.js';

/** The languages that the library speaks, each with its words. */
export const languages = { nl, en };

/** The words for the employee alone, in each language. */
export const forEmployee = { nl: nlForEmployee, en: enForEmployee };

/** What each clause says, in each language. */
export const clauseTexts = { nl: clausesNl, en: clausesEn };
