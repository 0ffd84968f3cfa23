// What the library answers to what a form holds: the one source of every mark, hint and reason that the page shows of an act.
import {
  advance,
  type Case,
  type EventType,
  type Expected,
  expectedEvents,
  type Issue,
  type NormName,
  type Refusal,
  type Role,
  type Unmet,
  type View,
} from 'lpbso-second-opinion';
import { type Field, fieldsOf } from 'lpbso-second-opinion/forms';
import { blank, type Draft, filledIn } from './fields.ts';
import { holdersOf, type Report } from './people.ts';

export interface Verdict {
  /** Null where it can be reported as it is. */
  no: Refusal | null;
  event: unknown;
  issues: readonly Issue[];
  unmet: readonly Unmet[];
}

/** What the library answers to a draft. */
export function verdictOf(current: Case, draft: Draft): Verdict {
  const event = filledIn(draft);
  const outcome = advance(current, event);
  if (outcome.ok) return { no: null, event, issues: [], unmet: [] };
  return {
    no: outcome,
    event,
    issues: outcome.reason === 'malformed' ? outcome.issues : [],
    unmet: outcome.reason === 'notAllowed' ? outcome.unmet : [],
  };
}

/** What is wrong with a field: what does not fit in it, or a rule that asks for it. */
export const issueAt = ({ issues }: Verdict, name: string): Issue | undefined =>
  issues.find(({ path }) => path === name || path.startsWith(`${name}.`));

const asksFor = ({ askedBy }: Field, norm: NormName): boolean => askedBy.some((asked) => asked.norm === norm);

export const normAt = ({ unmet }: Verdict, field: Field): Unmet | undefined =>
  unmet.find(({ norm }) => asksFor(field, norm));

/** The field that a rule in the way asks for. */
export const fieldFor = (type: EventType, norm: NormName): string | undefined =>
  fieldsOf(type).find((field) => asksFor(field, norm))?.name;

const whoAndWhen = ['by', 'on', 'recordedBy'];
/** What the case itself says well enough. */
const filledByTheCase = ['person', 'reference', 'complaint'];

/** Whether a field is for whoever fills in the form to look at: nobody can guess it, or something is wrong with it. */
export const isOpen = (field: Field, draft: Draft, verdict: Verdict): boolean =>
  issueAt(verdict, field.name) !== undefined ||
  normAt(verdict, field) !== undefined ||
  (field.required &&
    !whoAndWhen.includes(field.name) &&
    (!filledByTheCase.includes(field.kind) || filledIn(draft[field.name]) === undefined));

/** What is next: the first that is waited for and that nothing stands in the way of. */
export const nextOf = (waits: View['waitingOn'], reports: Report[]): Report | undefined =>
  waits
    .flatMap(({ role, events }) =>
      events.map((type) => reports.find((report) => report.type === type && report.role === role)),
    )
    .find((report) => report?.unmet.length === 0);

/** An act that may be reported now, by whoever it is, as a form begins with it. */
export const draftOf = (current: Case, { type, role }: Pick<Expected, 'type' | 'role'>, on: string): Draft =>
  blank(type, holdersOf(current.file, role)[0] ?? '', on, current);

/** The same with every choice in it tried. */
const waysToFill = (type: EventType, draft: Draft): Draft[] =>
  fieldsOf(type).reduce<Draft[]>(
    (drafts, field) =>
      field.required && field.kind === 'choice' && draft[field.name] === ''
        ? drafts.flatMap((each) => field.values.map((value) => ({ ...each, [field.name]: value })))
        : drafts,
    [draft],
  );

/** What can be reported first, after which a rule does not stand in the way of an event any more. */
export function whatMeets(
  current: Case,
  event: unknown,
  norm: NormName,
  on: string,
): { type: EventType; role: Role }[] {
  return expectedEvents(current).filter((expected) =>
    waysToFill(expected.type, draftOf(current, expected, on)).some((draft) => {
      const first = advance(current, filledIn(draft));
      if (!first.ok) return false;
      const then = advance(first.case, event);
      return then.ok || (then.reason === 'notAllowed' && !then.unmet.some((unmet) => unmet.norm === norm));
    }),
  );
}
