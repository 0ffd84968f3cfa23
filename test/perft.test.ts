import { describe, expect, it } from 'vitest';
import { advance, type Case } from '../src/index.js';
import { abstractOf, openings, rootOf, usualPayloads } from './support/abstract.js';
import { storyTo, type Told, upTo, usual } from './support/story.js';

// A perft, as chess programs have it: how many histories of usual events go on from a position, by their length. A rule that lets
// one event more or less through, or leads one elsewhere, changes a count.

const procedure = 'the record of the procedure';
const own = "the own physician's record";
const accepted = [...upTo('execution.awaitingResponse'), usual('application.accepted')];
const copied = storyTo['completion.considering'].events;

/** Where the counting begins: an opening, and the events after it. */
const positions: Record<string, [opening: string, events: Told[]]> = {
  'opened, in the record of the procedure': [procedure, []],
  "opened, in the own physician's record": [own, []],
  'opened without a question': ['no question yet', []],
  'opened, with an own physician who is not registered': ['an own physician who is not registered', []],
  'accepted, in the record of the procedure': [procedure, accepted],
  "accepted, in the own physician's record": [own, accepted],
  'with a copy': [procedure, copied],
  'with a copy, and no employer to ask': ['no employer named', copied],
  'with a copy, and guidance that does not continue': ['guidance that does not continue', copied],
};

/** Histories of one event, two events and so on up to eight; counted one by one to four, it comes to the same. */
const table: Record<keyof typeof positions, number[]> = {
  'opened, in the record of the procedure': [10, 82, 684, 5_811, 50_073, 436_009, 3_825_140, 33_750_668],
  "opened, in the own physician's record": [10, 82, 684, 5_811, 50_073, 436_009, 3_825_140, 33_750_628],
  'opened without a question': [10, 82, 684, 5_811, 50_073, 435_989, 3_824_335, 33_729_838],
  'opened, with an own physician who is not registered': [8, 57, 425, 3_269, 25_668, 204_685, 1_650_866, 13_416_832],
  'accepted, in the record of the procedure': [15, 200, 2_617, 34_076, 443_255, 5_763_792],
  "accepted, in the own physician's record": [13, 131, 1_274, 12_326, 119_370, 1_157_485],
  'with a copy': [5, 31, 212, 1_523, 11_239, 83_833, 624_370, 4_614_501],
  'with a copy, and no employer to ask': [5, 30, 195, 1_323, 9_163, 63_875, 443_902, 3_059_436],
  'with a copy, and guidance that does not continue': [4, 19, 98, 519, 2_752, 14_571, 77_342, 413_219],
};

/** Two cases with the same text take the same events; of a case with complaints, `abstractOf` would forget the rest. */
const textOf = (current: Case): string => {
  const complaints = current.file.complaints.map(({ handler, answered, withdrawnOn }) =>
    [handler, answered !== null, withdrawnOn !== null].join(),
  );
  return [abstractOf({ ...current, file: { ...current.file, complaints: [] } }), ...complaints].join(' ');
};

function perft(position: string, depths: number): number[] {
  const [opening = '', events = []] = positions[position] ?? [];
  const root = rootOf(openings[opening] as never, events);
  const met = new Map<string, { case: Case; today: string }>([[textOf(root.case), root]]);
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

  let histories = new Map([...met.keys()].map((text) => [text, 1]));
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
