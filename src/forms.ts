export { type AidLine, decisionAid, type Suggestion, suggestInstruments } from './aid.js';
export {
  type AskedElement,
  type ContentElement,
  type Contents,
  type ElementName,
  letterContents,
  type PaperName,
  paperContents,
} from './contents.js';
export type { Instrument, Situation } from './instruments.js';
