import { describe } from 'vitest';
import type { ClauseId } from '../../src/index.js';
import { clauseTexts } from './words.js';

export {
  another,
  daysAfter,
  deviationsIn,
  employee,
  employer,
  first,
  given,
  givenIn,
  goingOn,
  handler,
  noticesIn,
  onDay,
  opening,
  own,
  physician,
  planning,
  second,
  storyTo,
  type Told,
  tell,
  third,
  upTo,
  usual,
  whenOpened,
} from '../../src/testing/index.js';
export { outsider, successor } from '../../src/testing/people.js';

/** Heads the tests of a clause with its words. */
export const clause = (id: ClauseId, tests: () => void): void => {
  describe(`${id} ${clauseTexts.en[id]}`, tests);
};
