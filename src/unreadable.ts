import { type Issue, issue } from './fields.js';
import { steps } from './file.js';

/** A stored case that cannot be read: a fault in storage, not a turn in the procedure. */
export class UnreadableCase extends Error {
  override name = 'UnreadableCase';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], cause?: unknown) {
    super(
      `The stored case cannot be read: ${issues.map(({ path, message }) => `${path || 'it'} ${message}`).join('; ')}`,
      { cause },
    );
    this.issues = issues;
  }
}

/** As what something was mistaken for a case, as far as a glance shows; null where it looks like one. */
export function mistakenFor(current: unknown): Issue | null {
  try {
    if (typeof current === 'string') return issue('', 'unparsed');
    const { ok, case: inside, schema, step, file } = Object(current);
    if (typeof ok === 'boolean' && (inside !== undefined || !ok)) return issue('', 'outcomeGiven');
    if (Number.isInteger(schema) && schema > 1) return issue('schema', 'newerSchema');
    const looksLikeOne = schema === 1 && steps.includes(step) && typeof file?.participants === 'object';
    return looksLikeOne ? null : issue('', 'noCase');
  } catch {
    return issue('', 'unreadable');
  }
}

/**
 * What `read` makes of a case; throws `UnreadableCase` where it is given something else, or one that was changed outside the library so that
 * it cannot be read.
 */
export function reading<Case, Answer>(current: Case, read: (current: Case) => Answer): Answer {
  const mistaken = mistakenFor(current);
  if (mistaken) throw new UnreadableCase([mistaken]);
  try {
    return read(current);
  } catch (error) {
    throw error instanceof UnreadableCase ? error : new UnreadableCase([issue('', 'unreadable')], error);
  }
}
