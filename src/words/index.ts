export {
  type FactName,
  type Summary,
  summaryFor,
  type Timeline,
  type TimelineEntry,
  timelineFor,
} from '../timeline.js';
export type { Words } from '../words.js';
export { type Letter, letterFor } from '../writing.js';
