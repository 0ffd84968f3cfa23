export { type Calendar, calendar, daysAfter } from './calendar.js';
export { workedCases } from './cases.js';
export {
  onDay,
  usual,
} from './events.js';
export {
  type Came,
  deviationsIn,
  type Following,
  given,
  givenIn,
  goingOn,
  noticesIn,
  tell,
  whenOpened,
} from './given.js';
export { actsAgainstTheRules, everyPath, type Path, stories } from './paths.js';
export {
  another,
  employee,
  employer,
  first,
  handler,
  type OpeningChanges,
  type OpeningTold,
  opening,
  openingOf,
  own,
  physician,
  planning,
  type Story,
  second,
  type Told,
  third,
} from './people.js';
export { storyTo, upTo } from './stories.js';
