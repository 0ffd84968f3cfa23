import { createHash, randomUUID } from 'node:crypto';
import {
  advance,
  type Case,
  type Deadline,
  dayOf,
  deadlines,
  endedOn,
  type How,
  type Notice,
  type Opening,
  openCase,
  parseCase,
  partiesOf,
  type Role,
  record,
  type Taken,
  viewFor,
} from 'lpbso-second-opinion';
import { letterFor } from 'lpbso-second-opinion/words';
import type { SentEvent } from './bodies.ts';
import { wordsFor } from './languages.ts';
import type { Register } from './register.ts';
import type { Access, Alarm, Kept, Letter, Line, Store, Stored, Turn } from './store.ts';

/** Who asks for something to be taken, under which key, and what exactly: `same` is equal for equal requests only. */
export interface Asked {
  recorder: string;
  key: string;
  same: string;
  /** The line of the access log that is kept with what is taken. */
  line: Line;
}

/** What became of a request: it is taken, now or before, or it is not. */
export type Reply = { taken: string } | { refused: 'noCase' | 'otherRequest' | 'no' };

/** Stands for everybody who handles complaints, so that the register can change without the cases. */
export const anyHandler = '*';

/** What goes out: to whom, about what, in words for them. Not the id of the notice, which holds that of the case, and no clauses. */
export const letterOf = (current: Case, notice: Notice): Letter => {
  const { id, to, about } = notice;
  const [nl, en] = (['nl', 'en'] as const).map((locale) => {
    const { subject, text } = letterFor(current, notice, wordsFor(locale, to.role));
    return { subject, text };
  });
  return { id, letter: { to, about, text: { nl, en } } };
};

/** The days on which people are to look: those of the contract, and the end of a week that a later decree may still move. */
const alarmsOf = (running: readonly Deadline[]): Alarm[] =>
  running.flatMap(({ term, owner, alarmOn, overdueFrom, certainty, complaint = '' }) => {
    if (alarmOn) return [{ term, role: owner, onDay: alarmOn, complaint }];
    if (overdueFrom && certainty !== 'known')
      return [{ term, role: 'ownPhysician', onDay: dayOf(new Date(overdueFrom)), complaint }];
    return [];
  });

const overdueFrom = (running: readonly Deadline[]): string | null =>
  running.find((each) => each.overdueFrom && each.certainty === 'known')?.overdueFrom ?? null;

/** Whoever sees something of it, a representative as long as the mandate holds. */
function accessTo(current: Case): Access[] {
  const { complaints, participants } = current.file;
  const { representative, mandate } = participants;
  // A complaint that is nobody's yet is open to whoever handles complaints; one that is somebody's, to them.
  const handlers = new Set(complaints.flatMap(({ handler }) => handler ?? []));
  return partiesOf(current, [anyHandler, ...handlers]).map(({ role, person }) => ({
    role,
    person,
    mandate: role === 'employee' && person === representative ? (mandate ?? '') : '',
  }));
}

/** What is kept beside a case so that it can be found. */
export const keptWith = (current: Case, running: readonly Deadline[] = deadlines(current)): Kept => ({
  current,
  overdueFrom: overdueFrom(running),
  endedOn: endedOn(current),
  alarms: alarmsOf(running),
  access: accessTo(current),
});

/** For those whose term it is, and who see it: that it is time to look, and at which complaint. */
export const alarmLetters = (current: Case, alarm: Alarm, complaintHandlers: string[]): Letter[] => {
  const { term, role, onDay, complaint } = alarm;
  const isIt = (each: Pick<Deadline, 'term' | 'complaint'>) =>
    each.term === term && (each.complaint ?? '') === complaint;
  return partiesOf(current, complaintHandlers)
    .filter((each) => each.role === role)
    .filter(({ person }) => role !== 'complaintHandler' || complaintHandlers.includes(person))
    .filter(({ person }) => viewFor(current, { role: role as Role, person }).deadlines.some(isIt))
    .map(({ person }) => ({
      id: [current.caseId, term, onDay, role, person, ...(complaint ? [complaint] : [])].join(':'),
      letter: { to: { role, person }, about: 'alarm', term, onDay, ...(complaint && { complaint }) },
    }));
};

/**
 * Whether somebody may report this of a case that is hidden from them: whoever handles complaints may take one over that they do not
 * see, because another handles it. A no is then answered as for a case that does not exist.
 */
export const mayComeUnseen = ({ type }: Pick<SentEvent, 'type'>, how: How): boolean =>
  type === 'complaint.acknowledged' && how === 'advance';

/** Of a request, as much as tells it from another. */
export const digestOf = ({ same }: Asked): string => createHash('sha256').update(same).digest('base64url');

/** The cases of the service: what is taken, and what follows from it. */
export class Cases {
  #store: Store;
  #register: Register;

  constructor(store: Store, register: Register) {
    this.#store = store;
    this.#register = register;
  }

  /** The case and the roles in which a person sees anything of it; the same null for a case that is hidden and for none. */
  async seenBy(person: string, id: string, day: string): Promise<{ current: Case; roles: Role[] } | null> {
    const allowed = await this.#store.rolesIn(id, person, day);
    const stored = allowed.length > 0 ? await this.#store.case(id) : undefined;
    if (!stored) return null;
    const current = parseCase(JSON.parse(stored.json));
    const roles = allowed.filter((role) => viewFor(current, { role, person }).sees !== null);
    return roles.length > 0 ? { current, roles } : null;
  }

  of(person: string, day: string, after: string, limit: number): Promise<string[]> {
    return this.#store.casesOf(person, day, after, limit);
  }

  async log(id: string): Promise<unknown[]> {
    return (await this.#store.log(id)).map(({ event }) => event);
  }

  note(line: Line): Promise<void> {
    return this.#store.note(line);
  }

  /** Who looked at a case, and did or tried what in it. */
  lines(caseId: string, after: number, limit: number): Promise<(Line & { seq: number })[]> {
    return this.#store.lines({ caseId }, after, limit);
  }

  open(opening: object, asked: Asked, at: Date): Promise<Reply> {
    return this.#once(null, asked, () => {
      const caseId = randomUUID();
      const event = { ...opening, caseId, recordedBy: asked.recorder };
      const outcome = openCase(event);
      return outcome.ok ? this.#take(null, outcome, { how: 'advance', event, at, asked }) : { refused: 'no' };
    });
  }

  report(caseId: string, event: SentEvent, how: How, asked: Asked, at: Date): Promise<Reply> {
    const { recorder } = asked;
    const recorded = { ...event, recordedBy: recorder };
    return this.#once(caseId, asked, async () => {
      // Looked up under the same key whether the case is hidden from this recorder or does not exist.
      const reaches = await this.#store.reaches(caseId, recorder, dayOf(at));
      if (!reaches && !mayComeUnseen(event, how)) return { refused: 'noCase' };
      const reply = await this.#next(caseId, recorded, { how, at, asked });
      return reaches || reply === 'overtaken' || 'taken' in reply ? reply : { refused: 'noCase' };
    });
  }

  /** What the scheduler reports: that the week has passed. Nothing comes of it where somebody was first. */
  async reportOverdue(caseId: string, at: Date): Promise<void> {
    const event = { type: 'response.overdue', by: 'scheduler', on: dayOf(at) };
    while ((await this.#next(caseId, event, { how: 'advance', at })) === 'overtaken');
  }

  /** Tells those whose term it is, and who see it, that it is time to look. */
  async raise(alarm: Alarm & { caseId: string }, at: Date): Promise<void> {
    const stored = await this.#store.case(alarm.caseId);
    if (!stored) return;
    const handlers = await this.#register.complaintHandlers(dayOf(at));
    await this.#store.raise(alarm, at, alarmLetters(parseCase(JSON.parse(stored.json)), alarm, handlers));
  }

  async #next(
    caseId: string,
    event: object,
    more: Pick<Turn, 'how' | 'at'> & { asked?: Asked },
  ): Promise<Reply | 'overtaken'> {
    const stored = await this.#store.case(caseId);
    if (!stored) return { refused: 'noCase' };
    const current = parseCase(JSON.parse(stored.json));
    if (!(await this.#mayStillAct(current, event, more.at))) return { refused: 'no' };
    const outcome = (more.how === 'record' ? record : advance)(current, event);
    return outcome.ok ? this.#take(stored, outcome, { ...more, event }) : { refused: 'no' };
  }

  /** A representative acts as long as the register has their mandate. */
  async #mayStillAct({ file }: Case, event: object, at: Date): Promise<boolean> {
    const { representative, mandate, employee } = file.participants;
    if (representative === null || !('by' in event) || event.by !== representative) return true;
    return this.#register.mayRepresent(mandate ?? '', representative, employee, dayOf(at));
  }

  async #take(
    read: Stored | null,
    { case: current, notices, deadlines: running }: Taken,
    { asked, ...turn }: Pick<Turn, 'how' | 'event' | 'at'> & { asked?: Asked },
  ): Promise<Reply | 'overtaken'> {
    const { caseId } = current;
    const came = await this.#store.take(read, {
      ...keptWith(current, running),
      ...turn,
      letters: notices.map((notice) => letterOf(current, notice)),
      ...(asked && {
        asked: { recorder: asked.recorder, key: asked.key, request: digestOf(asked), line: { ...asked.line, caseId } },
      }),
    });
    return came === 'overtaken' ? came : { taken: caseId };
  }

  /** What was taken in a case under a key is answered as before; whoever was overtaken by another looks again. */
  async #once(
    caseId: string | null,
    asked: Asked,
    attempt: () => Promise<Reply | 'overtaken'> | Reply,
  ): Promise<Reply> {
    for (;;) {
      const before = await this.#store.answer(caseId, asked.recorder, asked.key);
      if (before) {
        if (before.request !== digestOf(asked)) return { refused: 'otherRequest' };
        await this.#store.note({ ...asked.line, caseId: before.caseId });
        return { taken: before.caseId };
      }
      const reply = await attempt();
      if (reply === 'overtaken') continue;
      // What was sent twice at once may have been taken while this one was looked at, and is then no longer to be done.
      if ('refused' in reply && (await this.#store.answer(caseId, asked.recorder, asked.key))) continue;
      return reply;
    }
  }
}

/** Whether an opening names a representative whom the register does not know to act for this employee. */
export async function isUnmandated(
  { participants }: Pick<Opening, 'participants'>,
  register: Pick<Register, 'mayRepresent'>,
  day: string,
): Promise<boolean> {
  const { representative, mandate, employee } = participants;
  return representative !== undefined && !(await register.mayRepresent(mandate ?? '', representative, employee, day));
}
