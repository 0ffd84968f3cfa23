import { type Case, partiesOf, type Reader, type Role } from 'lpbso-second-opinion';

/** Whoever may read a case in a role, or the host; in a role in which nobody may, somebody to whom nothing is shown. */
export const readerIn = (current: Case, role: Role | 'host'): Reader | 'host' =>
  role === 'host' ? role : (partiesOf(current).find((each) => each.role === role) ?? { role, person: 'nobody' });
