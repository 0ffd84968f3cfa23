import * as z from 'zod/mini';
import { type EventOf, type EventType, eventSchema, eventTypes, type Role } from '../index.js';
import { copyOf, employee, employer, first, handler, opening, own, planning, type Told, third } from './people.js';

/** Who usually acts in a role; the scheduler, and whoever is not here, under the name of the role. */
const usually: Partial<Record<Role, string>> = {
  employee,
  ownPhysician: own.id,
  secondOpinionPhysician: first.id,
  thirdPhysician: third.id,
  employer,
  complaintHandler: handler,
  administration: planning,
};

const known = new Map(
  eventSchema.def.options.map((option, at) => [eventTypes[at] as EventType, z.globalRegistry.get(option)]),
);

/** The event of a type as it usually is, with what matters to a test changed; a field given as `undefined` is left out. */
export const usual = <Type extends EventType>(
  type: Type,
  changed: Record<string, unknown> & { on?: string; by?: string } = {},
): Told & EventOf<Type> => {
  const { reportedBy, examples } = known.get(type) as { reportedBy: Role[]; examples: object[] };
  const [role = 'employee'] = reportedBy;
  return {
    type,
    by: usually[role] ?? role,
    on: opening.on,
    ...copyOf(examples[0] ?? {}),
    ...changed,
  } as unknown as Told & EventOf<Type>;
};

/** What was told, or the usual event of a type. */
export const asTold = <Next>(next: Next | EventType): Next | Told =>
  typeof next === 'string' && known.has(next as EventType) ? usual(next as EventType) : (next as Next);

/** Events that were all reported on the same day; of the usual ones the type is enough. */
export const onDay = (on: string, ...events: (Told | EventType)[]): Told[] =>
  events.map((each) => ({ ...asTold(each), on }) as Told);
