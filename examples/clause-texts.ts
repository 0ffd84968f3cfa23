import { clauses as en } from 'lpbso-second-opinion/clauses/en';
import { clauses as nl } from 'lpbso-second-opinion/clauses/nl';

/** What each clause says, in each language. */
export const clauseTexts = { nl, en };
