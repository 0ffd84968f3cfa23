import type { OpeningTold, Story } from '../../src/testing/index.js';
import { employee, type Told } from './story.js';

/** The same history as it happened to somebody else, in a case of its own. */
export const ofAnother = ({ opening, events }: Story, who: number | string): Story => {
  const theirs = JSON.stringify({ opening, events }).replaceAll(`"${employee}"`, `"employee-of-${who}"`);
  const { opening: start, ...rest } = JSON.parse(theirs) as Story;
  return { opening: { ...start, caseId: `case-of-${who}` } as OpeningTold, ...rest };
};

/** The same history as it happened to several people, who are nobody else's. */
export const times = (count: number, story: Story, who: string): Story[] =>
  Array.from({ length: count }, (_, at) => ofAnother(story, `${who}-${at}`));

/** The ids and references in a history: in the stories of the kit each has a digit or a hyphen, and is no day. */
export const idsIn = (told: unknown): string[] => {
  if (typeof told === 'string') return /[\d-]/.test(told) && !/^\d{4}-\d\d-\d\d$/.test(told) ? [told] : [];
  return typeof told === 'object' && told !== null ? Object.values(told).flatMap(idsIn) : [];
};

export const story = (opening: OpeningTold, ...events: (Told | Told[])[]): Story => ({
  opening,
  events: events.flat(),
});
