import { describe, expect, it } from 'vitest';
import { advance, type Outcome, type ProcedureEvent, record } from '../src/index.js';
import { norms } from '../src/norms.js';
import { type AdvanceLike, explore, historyOf, openings, type Reached, rootOf } from './support/abstract.js';
import { retargeted, without, withoutNorm } from './support/broken.js';
import { comesTo } from './support/machines.js';
import { upTo } from './support/story.js';

// `advance` and `record` read the ways on from the chart once, when the library is loaded. That they go where XState goes with the
// chart is looked at for everything that can be tried in every abstract case.

/** What `record` records without taking it, or refuses: it is no act, and the chart is not asked. */
const isNoAct = (outcome: Outcome): boolean =>
  outcome.ok
    ? outcome.deviations.some(({ norm }) => norms[norm].kind === 'validity')
    : outcome.reason === 'notAllowed' && outcome.unmet.some(({ norm }) => norms[norm].kind !== 'conduct');

const differences = (search: Parameters<typeof explore>[0] = {}) => {
  const found: string[] = [];
  let asked = 0;
  const look = (how: 'advance' | 'record', from: Reached, event: ProcedureEvent, outcome: Outcome): void => {
    asked += 1;
    const after = outcome.ok ? outcome.case : from.case;
    if (!comesTo(after, how, from.case, event)) found.push(`${how}\n${historyOf(from, event)}`);
  };
  const { reached } = explore({
    ...search,
    onTry: (from, event, outcome) => {
      look('advance', from, event, outcome);
      const done = record(from.case, event);
      if (!isNoAct(done)) look('record', from, event, done);
    },
  });
  return { found, asked, cases: reached.length };
};

const { found, asked, cases } = differences();
console.log(`statechart: ${asked} answers in ${cases} abstract cases held against XState`);

describe('The statechart', () => {
  it('takes every case, with every event, where advance and record take it, and with the same file', () => {
    expect(found.slice(0, 3)).toEqual([]);
    expect(asked).toBeGreaterThan(200_000);
  });

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
    const roots = [rootOf(openings['the record of the procedure'] as never, upTo(at))];
    expect(differences({ advance: how, roots, depth: 1 }).found).not.toEqual([]);
    expect(differences({ roots, depth: 1 }).found).toEqual([]);
  });
});
