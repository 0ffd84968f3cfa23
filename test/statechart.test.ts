import { describe, expect, it } from 'vitest';
import { advance, type EventType, type How, type Outcome, type ProcedureEvent, record } from '../src/index.js';
import { norms } from '../src/norms.js';
import {
  type AdvanceLike,
  type Exploration,
  everything,
  explore,
  historyOf,
  openings,
  payloads,
  type Reached,
  rootOf,
  someOf,
} from './support/abstract.js';
import { retargeted, without, withoutNorm } from './support/broken.js';
import { comesTo } from './support/machines.js';
import { upTo } from './support/story.js';

// `advance` and `record` read the ways on from the chart once, when the library is loaded. That they go where XState goes with the
// chart is looked at for everything that can be tried in many an abstract case; `npm run test:long` looks at all of them.

/** What `record` records without taking it, or refuses: it is no act, and the chart is not asked. */
const isNoAct = (outcome: Outcome): boolean =>
  outcome.ok
    ? outcome.deviations.some(({ norm }) => norms[norm].kind === 'validity')
    : outcome.reason === 'notAllowed' && outcome.unmet.some(({ norm }) => norms[norm].kind !== 'conduct');

const differences = ({ reached }: Exploration, how: AdvanceLike = advance) => {
  const found: string[] = [];
  let asked = 0;
  const look = (how: How, from: Reached, event: ProcedureEvent, outcome: Outcome): void => {
    asked += 1;
    const after = outcome.ok ? outcome.case : from.case;
    if (!comesTo(after, how, from.case, event)) found.push(`${how}\n${historyOf(from, event)}`);
  };
  for (const from of reached) {
    const unexpected = new Set<EventType>();
    for (const event of payloads(from.case, from.today)) {
      if (unexpected.has(event.type)) continue;
      const outcome = how(from.case, event);
      if (!outcome.ok && outcome.reason === 'unexpected') unexpected.add(event.type);
      look('advance', from, event, outcome);
      const done = record(from.case, event);
      if (!isNoAct(done)) look('record', from, event, done);
    }
  }
  return { found, asked };
};

describe('The statechart', () => {
  it('takes a case, with every event, where advance and record take it, and with the same file', () => {
    const some = someOf(everything());
    const { found, asked } = differences(some);
    console.log(`statechart: ${asked} answers in ${some.reached.length} abstract cases held against XState`);
    expect(found.slice(0, 3)).toEqual([]);
    expect(asked).toBeGreaterThan(100_000);
  }, 120_000);

  it.each<[string, AdvanceLike, Parameters<typeof upTo>[0]]>([
    ['leads elsewhere', retargeted('transfer.refused', 'concluded'), 'completion.consideringTransfer'],
    ['allows less', without('request.withdrawn'), 'execution.assessing'],
    ['allows more', withoutNorm('recipientIsAuthorised'), 'application.preparing'],
    [
      'keeps another file',
      (current, event) => {
        const outcome = advance(current, event);
        return outcome.ok ? { ...outcome, case: { ...outcome.case, file: current.file } } : outcome;
      },
      'application.discussing',
    ],
  ])('is told from a library that %s', (_, how, at) => {
    const there = explore({
      roots: [rootOf(openings['the record of the procedure'] as never, upTo(at))],
      depth: 0,
    });
    expect(differences(there, how).found).not.toEqual([]);
    expect(differences(there).found).toEqual([]);
  });
});
