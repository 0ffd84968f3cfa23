import { describe, expect, it } from 'vitest';
import { type Correction, correct, type Notice, replay } from '../src/index.js';
import { opening, own, second, successor, upTo, usual } from './support/story.js';

const corrected = (log: object[], right: object[], rightOpening: object = opening): Correction => {
  const found = correct(opening, log, { opening: rightOpening, log: right });
  return found.ok ? found : expect.fail(JSON.stringify(found));
};

const named = (notices: readonly Notice[]): string[] =>
  notices.map(({ about, to }) => `${about} to ${to.role} ${to.person}`);
const said = ({ owed, toldInVain, toldOtherwise }: Correction) => ({
  owed: named(owed),
  toldInVain: named(toldInVain),
  toldOtherwise: named(toldOtherwise),
});
const nothing = { owed: [], toldInVain: [], toldOtherwise: [] };

const changed = (log: Record<string, unknown>[], type: string, fields: object) =>
  log.map((event) => (event.type === type ? { ...event, ...fields } : event));

describe('A correction', () => {
  const log = upTo('execution.assessing');

  it('of nothing tells nobody anything, and gives the case', () => {
    const found = corrected(log, log);
    expect(said(found)).toEqual(nothing);
    expect(found).toMatchObject({ newDeviations: [], goneDeviations: [] });
    expect(found.case).toEqual(replay(opening, log).case);
  });

  it('of the day of a consultation is told otherwise to whoever was told of it', () => {
    const found = corrected(log, changed(log, 'consultation.scheduled', { for: '2026-04-09' }));
    expect(said(found)).toEqual({ ...nothing, toldOtherwise: ['consultationScheduled to employee employee-1'] });
  });

  it('of who entered it, or of the order of its fields, is not', () => {
    const entered = changed(log, 'consultation.scheduled', { recordedBy: 'secretariat-1' });
    const turned = log.map((event) => Object.fromEntries(Object.entries(event).reverse()));
    expect(said(corrected(log, entered))).toEqual(nothing);
    expect(said(corrected(log, turned))).toEqual(nothing);
  });

  it('that puts an entry in near the start, or takes it out, changes no other letter', () => {
    const [first, ...rest] = log;
    const more = [first, usual('question.put', { question: 'question-9' }), ...rest] as object[];
    const put = ['questionPut to ownPhysician physician-own'];
    expect(said(corrected(log, more))).toEqual({ ...nothing, owed: put });
    expect(said(corrected(more, log))).toEqual({ ...nothing, toldInVain: put });
  });

  it('that takes out one of two of a kind leaves the other as it was', () => {
    const twice = [...log, usual('complaint.filed'), usual('complaint.filed', { complaint: 'complaint-2' })];
    const once = twice.filter((event) => event !== twice.at(-2));
    const { toldInVain, ...others } = said(corrected(twice, once));
    expect(others).toEqual({ owed: [], toldOtherwise: [] });
    expect(new Set(toldInVain).size).toBe(toldInVain.length);
    expect(toldInVain.join()).toContain('complaintFiled');
  });

  it('to another person is owed to them, and was told the other in vain', () => {
    const replaced = [...upTo('completion.considering'), usual('ownPhysician.replaced')];
    const other = changed(replaced, 'ownPhysician.replaced', { physician: { ...second, id: 'physician-other' } });
    const { owed, toldInVain } = said(corrected(replaced, other));
    expect(owed.join()).toContain('physician-other');
    expect(toldInVain.join()).toContain(successor.id);
  });

  it('of the opening is told otherwise', () => {
    const start = { ...opening, question: 'question-9' };
    expect(said(corrected(log, log, start))).toEqual({
      ...nothing,
      toldOtherwise: [`requestMade to ownPhysician ${own.id}`],
    });
  });

  it('names the deviations that are new, and those that are gone', () => {
    const bare = changed(upTo('completion.decided'), 'decision.made', { reasons: undefined });
    const found = corrected(upTo('completion.decided'), bare);
    expect(found.newDeviations).toMatchObject([{ norm: 'decisionHasReasons', event: 'decision.made' }]);
    expect(found.goneDeviations).toEqual([]);
    const back = corrected(bare, upTo('completion.decided'));
    expect(back.newDeviations).toEqual([]);
    expect(back.goneDeviations).toEqual(found.newDeviations);
  });

  it('takes a deviation of another day for another', () => {
    const bare = changed(upTo('completion.decided'), 'decision.made', { reasons: undefined });
    const later = changed(bare, 'decision.made', { on: '2026-04-20' });
    const { newDeviations, goneDeviations } = corrected(bare, later);
    expect(newDeviations).toMatchObject([{ norm: 'decisionHasReasons', on: '2026-04-20' }]);
    expect(goneDeviations).toMatchObject([{ norm: 'decisionHasReasons' }]);
  });

  it('counts what was done twice on a day, one for one', () => {
    const once = [usual('request.refused', { by: 'secretary-1' })];
    const { goneDeviations } = corrected([...once, ...once, ...once], once);
    expect(goneDeviations).toMatchObject(Array(2).fill({ norm: 'actorHoldsRole', by: 'secretary-1' }));
    expect(corrected([...once, ...once], [...once, ...once]).goneDeviations).toEqual([]);
  });

  it('says which of the two logs cannot be replayed, at which event and why', () => {
    const wrong = [...log.slice(0, 2), usual('advice.forwarded')];
    const refusal = { ok: false, reason: 'unexpected' };
    expect(correct(opening, wrong, { opening, log })).toMatchObject({ ok: false, log: 'asItWas', at: 2, refusal });
    expect(correct(opening, log, { opening, log: wrong })).toMatchObject({
      ok: false,
      log: 'corrected',
      at: 2,
      refusal,
    });
    expect(correct(opening, log, { opening: {}, log })).toMatchObject({ log: 'corrected', at: -1 });
  });

  it.each([null, undefined, 3, {}])('says no to a log that is no list, and to no log at all: %s', (none) => {
    const noObject = { ok: false, at: 0, refusal: { reason: 'malformed' } };
    const wrong = none as never;
    expect(replay(opening, wrong)).toMatchObject(noObject);
    expect(correct(opening, wrong, { opening, log })).toMatchObject({ ...noObject, log: 'asItWas' });
    expect(correct(opening, log, { opening, log: wrong })).toMatchObject({ ...noObject, log: 'corrected' });
    expect(correct(opening, log, wrong)).toMatchObject({ ok: false, log: 'corrected', at: -1 });
  });

  it('follows what is allowed only, where that is asked', () => {
    const bare = changed(upTo('completion.decided'), 'decision.made', { reasons: undefined });
    expect(correct(opening, upTo('completion.decided'), { opening, log: bare }, 'advance')).toMatchObject({
      ok: false,
      refusal: { reason: 'notAllowed', unmet: [{ norm: 'decisionHasReasons' }] },
    });
  });
});

describe('The id of a letter', () => {
  const idsIn = (log: object[]): string[] => {
    const told = replay(opening, log, 'record');
    return told.ok ? told.outcomes.flatMap(({ notices }) => notices.map(({ id }) => id)) : expect.fail('not taken');
  };

  it('counts those of its kind, so that each is another', () => {
    const filed = [usual('complaint.filed'), usual('complaint.filed', { complaint: 'complaint-2' })];
    const ids = idsIn([...upTo('execution.assessing'), ...filed]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(0)).toBe(`${opening.caseId}:requestMade:ownPhysician:physician-own:1`);
    expect(ids).toContain(
      `${opening.caseId}:complaintFiled:complaintHandler:${opening.contract.complaintsProcedure}:2`,
    );
  });

  it('does not hang on what else happened', () => {
    const log = upTo('execution.assessing');
    const [first, ...rest] = log;
    const more = [first, usual('question.put', { question: 'question-9' }), ...rest] as object[];
    const ids = idsIn(more);
    for (const id of idsIn(log)) expect(ids).toContain(id);
  });
});
