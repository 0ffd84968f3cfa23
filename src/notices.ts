import { type ProcedureEvent, roleOf } from './acts.js';
import type { ClauseId } from './clauses.js';
import { type CaseFile, complaintOf, holderOf, type Role, roles } from './file.js';
import { type NoticeTopic, topics } from './letters.js';
import { leads, leadsByCase, type RouteName } from './routes.js';

/** Whom a transition tells of what; where the chart does not choose between letters, on which route. */
export interface Duty {
  readonly to: Role;
  readonly about: NoticeTopic;
  readonly when?: RouteName;
  readonly unless?: RouteName;
  /** `before`: to whoever held the role before, where another or nobody does after it; `first`: to whom the opening names in it. */
  readonly holding?: 'before' | 'first';
}

/** A duty to inform: the host delivers it. */
export interface Notice {
  /**
   * The same at every replay, and whatever is corrected elsewhere in the log: an idempotency key. `caseId:about:role:person:n`, the
   * n-th letter about this to this role.
   */
  readonly id: string;
  /** Whose duty it is. */
  readonly from: Role;
  /**
   * Who must be told; for `person`, where nobody handles the complaint yet, the reference of the complaints procedure.
   */
  readonly to: { readonly role: Role; readonly person: string };
  readonly about: NoticeTopic;
  readonly clauses: readonly ClauseId[];
}

const isSent = ({ when, unless }: Duty, before: CaseFile, event: ProcedureEvent | null): boolean =>
  event === null
    ? !unless || !leadsByCase(unless, before)
    : (!when || leads(when, before, event)) && (!unless || !leads(unless, before, event));

/** `E-36`, `B-74`: the reference of the complaints procedure of whoever is complained of. */
const procedureOf = (file: CaseFile, against: string): string => {
  const { ownPhysician, thirdPhysician } = file.participants;
  const known = [ownPhysician, thirdPhysician, file.engagement?.chosen, file.contestedAdvice.giver];
  return known.find((each) => each?.id === against)?.complaintsProcedure ?? file.contract.complaintsProcedure;
};

/** To whom a letter goes in a role, as a file has it: of a complaint to its handler, or where nobody is, to the procedure. */
const addressee = (file: CaseFile, role: Role, event: ProcedureEvent | null): string | null => {
  if (role !== 'complaintHandler') return holderOf(file, role);
  const complaint = event && 'complaint' in event && complaintOf(file, event.complaint);
  return complaint ? (complaint.handler ?? procedureOf(file, complaint.against)) : null;
};

/** Who held a role; of a complaint that nobody handled yet, nobody (`B-83`). */
const holderBefore = (before: CaseFile, role: Role, event: ProcedureEvent | null): string | null => {
  if (role !== 'complaintHandler') return holderOf(before, role);
  return (event && 'complaint' in event && complaintOf(before, event.complaint)?.handler) || null;
};

const holderOtherwise: Record<NonNullable<Duty['holding']>, typeof holderBefore> = {
  before: holderBefore,
  // Of the roles only the employer passes to another at the word of the employee, whom others do not know of (`B-55`).
  first: ({ participants }) => participants.firstEmployer,
};

/** What `told` of the file counts a letter as, by what it is about and to whom: made once, not for each letter. */
const kinds = Object.fromEntries(
  Object.keys(topics).map((about) => [about, Object.fromEntries(roles.map((role) => [role, `${about}:${role}`]))]),
) as Record<NoticeTopic, Record<Role, string>>;

/** The letter that a duty is, after an event or (null) after the opening; null where nobody need be told. */
export const noticeOf = (
  caseId: string,
  duty: Duty,
  before: CaseFile,
  after: CaseFile,
  event: ProcedureEvent | null,
): Notice | null => {
  const { to, about, holding } = duty;
  const now = addressee(after, to, event);
  const person = holding ? holderOtherwise[holding](before, to, event) : now;
  const { from, clauses } = topics[about];
  if (person === null || !isSent(duty, before, event)) return null;
  if ((holding === 'before' && person === now) || (from === 'doer' && person === event?.by)) return null;
  const sender = from === 'doer' ? ((event && roleOf(before, after, event)) ?? 'scheduler') : from;
  const id = `${caseId}:${about}:${to}:${person}:${(after.told[kinds[about][to]] ?? 0) + 1}`;
  return { id, from: sender, to: { role: to, person }, about, clauses: [...clauses] };
};

/** The file that has counted its letters. */
export const counting = (file: CaseFile, notices: readonly Notice[]): CaseFile => {
  if (notices.length === 0) return file;
  const told: Record<string, number> = { ...file.told };
  for (const { about, to } of notices) {
    const kind = kinds[about][to.role];
    told[kind] = (told[kind] ?? 0) + 1;
  }
  return { ...file, told };
};
