import { holderOf } from '../../src/file.js';
import { type Case, type Reader, type Role, replay } from '../../src/index.js';
import { handler } from '../../src/testing/index.js';
import { type Summary, summaryFor, type TimelineEntry, timelineFor, type Words } from '../../src/words/index.js';

/** Whoever holds a role in a case; of complaints whoever handles the first, or could. */
export const readerIn = (current: Case, role: Role | 'host'): Reader | 'host' => {
  if (role === 'host') return role;
  const handles = current.file.complaints.find((each) => each.handler)?.handler ?? handler;
  return { role, person: role === 'complaintHandler' ? handles : (holderOf(current.file, role) ?? 'nobody') };
};

/** The summary for whoever holds a role. */
export const summaryOf = (current: Case, role: Role | 'host', words: Words): Summary =>
  summaryFor(current, readerIn(current, role), words);

/** The story for whoever holds a role in the end. */
export const storyOf = (
  opening: unknown,
  events: Iterable<unknown>,
  role: Role | 'host',
  words: Words,
): readonly TimelineEntry[] => {
  const { case: end } = replay(opening, events, 'record');
  return timelineFor(opening, events, end ? readerIn(end, role) : 'host', words).entries;
};
