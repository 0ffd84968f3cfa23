import { clauses as clausesEn } from '../../src/clauses/en.js';
import { clauses as clausesNl } from '../../src/clauses/nl.js';
import { en } from '../../src/words/en.js';
import { nl } from '../../src/words/nl.js';

/** The languages that the library speaks, each with its words. */
export const languages = { nl, en };

/** What each clause says, in each language. */
export const clauseTexts = { nl: clausesNl, en: clausesEn };
