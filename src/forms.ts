export { type AidLine, decisionAid, type Suggestion, suggestInstruments } from './aid.js';
export type { Instrument, Situation } from './instruments.js';
