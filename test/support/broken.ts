import { advance, type Case, type EventType, type NormName, type Outcome, record, type Step } from '../../src/index.js';
import type { AdvanceLike, Ok } from './abstract.js';

// Machines that are broken on purpose, so that every property is seen to fail.

const typeOf = (event: unknown): EventType => (event as { type: EventType }).type;

/** Changes what comes of an event that is allowed. */
export const changing =
  (type: EventType, change: (outcome: Ok, before: Case) => Outcome): AdvanceLike =>
  (current, event) => {
    const outcome = advance(current, event);
    return outcome.ok && typeOf(event) === type ? change(outcome, current) : outcome;
  };

const movedTo = (outcome: Ok, step: Step): Ok => ({ ...outcome, case: { ...outcome.case, step } });

/** Lets an act pass that only this rule of conduct forbids. */
export const withoutNorm =
  (norm: NormName): AdvanceLike =>
  (current, event) => {
    const outcome = advance(current, event);
    const onlyThis =
      !outcome.ok && outcome.reason === 'notAllowed' && outcome.unmet.every(({ norm: unmet }) => unmet === norm);
    return onlyThis ? record(current, event) : outcome;
  };

/** Lets a norm stand in the way of an event. */
export const withNorm = (type: EventType, norm: NormName, stands: (current: Case) => boolean): AdvanceLike =>
  changing(type, (outcome, before) =>
    stands(before)
      ? { ok: false, reason: 'notAllowed', unmet: [{ norm, rank: 'law', clauses: [], fields: [] }] }
      : outcome,
  );

/** Expects an event nowhere, or not in one step. */
export const without = (type: EventType, step?: Step): AdvanceLike =>
  changing(type, (outcome, before) =>
    step === undefined || before.step === step
      ? { ok: false, reason: 'unexpected', step: before.step, expected: [] }
      : outcome,
  );

/** Leads an event to another step. */
export const retargeted = (type: EventType, step: Step): AdvanceLike =>
  changing(type, (outcome) => movedTo(outcome, step));

/** Lets an event pass in a step as if it were another. */
export const alsoIn =
  (type: EventType, step: Step, as: Step): AdvanceLike =>
  (current, event) =>
    advance(typeOf(event) === type && current.step === step ? { ...current, step: as } : current, event);
