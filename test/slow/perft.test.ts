import { describe, expect, it } from 'vitest';
import { advance, type Case } from '../../src/index.js';
import { abstractOf, openings, rootOf, usualPayloads } from '../support/abstract.js';
import { storyTo, type Told, upTo, usual } from '../support/story.js';

// A perft, as chess programs have it: how many histories of usual events go on from a position, by their length. A rule that lets
// one event more or less through, or leads one elsewhere, changes a count.

const procedure = 'the record of the procedure';
const own = "the own physician's record";
const theirs = "the second-opinion physician's record";
const accepted = [...upTo('execution.awaitingResponse'), usual('application.accepted')];
const copied = storyTo['completion.considering'].events;

/** Where the counting begins: an opening, and the events after it. */
const positions: Record<string, [opening: string, events: Told[]]> = {
  'opened, in the record of the procedure': [procedure, []],
  "opened, in the own physician's record": [own, []],
  "opened, in the second-opinion physician's record": [theirs, []],
  'opened without a question': ['no question yet', []],
  'opened, with an own physician who is not registered': ['an own physician who is not registered', []],
  'accepted, in the record of the procedure': [procedure, accepted],
  "accepted, in the own physician's record": [own, accepted],
  'with a copy': [procedure, copied],
  'with a copy, and no employer to ask': ['no employer named', copied],
  'with a copy, and guidance that does not continue': ['guidance that does not continue', copied],
};

/** Histories of one event, two events and so on up to eight; counted one by one to five, it comes to the same. */
const table: Record<keyof typeof positions, number[]> = {
  'opened, in the record of the procedure': [12, 124, 1_289, 13_725, 149_603, 1_663_581, 18_797_769, 215_009_986],
  "opened, in the own physician's record": [12, 124, 1_289, 13_725, 149_603, 1_663_581, 18_797_769, 215_009_906],
  "opened, in the second-opinion physician's record": [
    13, 139, 1_464, 15_692, 172_575, 1_950_562, 22_638_592, 269_146_597,
  ],
  'opened without a question': [12, 124, 1_289, 13_725, 149_603, 1_663_541, 18_795_799, 214_950_106],
  'opened, with an own physician who is not registered': [10, 89, 801, 7_402, 70_194, 682_150, 6_786_019, 69_010_181],
  'accepted, in the record of the procedure': [17, 253, 3_659, 52_461, 749_874, 10_703_223],
  "accepted, in the own physician's record": [15, 177, 1_998, 22_399, 251_930, 2_850_486],
  'with a copy': [9, 85, 849, 8_867, 95_840, 1_063_630, 12_044_468, 138_471_688],
  'with a copy, and no employer to ask': [8, 66, 568, 5_057, 46_139, 428_387, 4_027_255, 38_187_975],
  'with a copy, and guidance that does not continue': [8, 68, 613, 5_773, 56_119, 558_332, 5_648_665, 57_824_147],
};

/** Two cases with the same text take the same events; of a case with complaints, `abstractOf` would forget the rest. */
const textOf = (current: Case): string => {
  const complaints = current.file.complaints.map(({ handler, answered, withdrawnOn }) =>
    [handler, answered !== null, withdrawnOn !== null].join(),
  );
  return [abstractOf({ ...current, file: { ...current.file, complaints: [] } }), ...complaints].join(' ');
};

/** A case for each text that was met, from wherever, and the texts that it leads to. */
const met = new Map<string, { case: Case; today: string }>();
const following = new Map<string, string[]>();

/** What each event that is taken in such a case leads to. */
const after = (text: string): string[] => {
  const known = following.get(text);
  const from = met.get(text);
  if (known || !from) return known ?? [];
  const found = usualPayloads(from.case, from.today).flatMap((event) => {
    const outcome = advance(from.case, event);
    if (!outcome.ok) return [];
    const next = textOf(outcome.case);
    if (!met.has(next)) met.set(next, { case: outcome.case, today: from.today > event.on ? from.today : event.on });
    return [next];
  });
  following.set(text, found);
  return found;
};

function perft(position: string, depths: number): number[] {
  const [opening = '', events = []] = positions[position] ?? [];
  const root = rootOf(openings[opening] as never, events);
  met.set(textOf(root.case), root);
  let histories = new Map([[textOf(root.case), 1]]);
  return Array.from({ length: depths }, () => {
    const longer = new Map<string, number>();
    for (const [text, count] of histories)
      for (const next of after(text)) longer.set(next, (longer.get(next) ?? 0) + count);
    histories = longer;
    return [...histories.values()].reduce((sum, count) => sum + count, 0);
  });
}

describe('The number of histories that go on', () => {
  it.each(Object.keys(positions))('%s', (position) => {
    const counts = table[position] ?? [];
    expect(perft(position, counts.length)).toEqual(counts);
  });
});
