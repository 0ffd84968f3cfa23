import { createHash } from 'node:crypto';
import {
  advance,
  type Case,
  type Deadline,
  dayOf,
  deadlines,
  type How,
  type Notice,
  type Outcome,
  openCase,
  parseCase,
  partiesOf,
  type Role,
  record,
  type Taken,
  viewFor,
} from 'lpbso-second-opinion';
import { letterFor } from 'lpbso-second-opinion/words';
import { wordsFor } from '../languages.ts';
import type { SentEvent } from './bodies.ts';
import type { Identity } from './identity.ts';
import type { Alarm, Answer, Kept, Keyed, Letter, People, Store } from './store.ts';

/** Who asks for something to be taken, under which key, and what exactly: `same` is equal for equal requests only. */
export interface Asked {
  recorder: string;
  key: string;
  same: string;
}

/** What became of a request: the answer, now or as it was given before, or why there is none. */
export type Reply =
  | { taken: Answer }
  | { refused: Exclude<Outcome, { ok: true }> }
  | { refused: 'otherRequest' | 'noCase' };

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

/** Whoever sees something of it. Who handles complaints is for the register to say, also of one that somebody took up before. */
const accessTo = (current: Case, complaintHandlers: string[]): Kept['access'] =>
  partiesOf(current, complaintHandlers).filter(
    ({ role, person }) => role !== 'complaintHandler' || complaintHandlers.includes(person),
  );

/** What is kept beside a case so that it can be found. */
export const keptWith = (current: Case, running: readonly Deadline[], complaintHandlers: string[]): Kept => ({
  current,
  overdueFrom: overdueFrom(running),
  alarms: alarmsOf(running),
  access: accessTo(current, complaintHandlers),
});

/** For those whose term it is, and who see it: that it is time to look, and at which complaint. */
export const alarmLetters = (current: Case, alarm: Alarm, complaintHandlers: string[]): Letter[] => {
  const { term, role, onDay, complaint } = alarm;
  const isIt = (each: Pick<Deadline, 'term' | 'complaint'>) =>
    each.term === term && (each.complaint ?? '') === complaint;
  return accessTo(current, complaintHandlers)
    .filter((each) => each.role === role)
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

/** The id of a case, out of who opened it under which key: so that a second try comes to the same one. */
export const openedAs = (identity: Identity, { recorder, key }: { recorder: string; key: string }): string =>
  Buffer.from(identity.keyOf(JSON.stringify(['opened', recorder, key])), 'base64url')
    .toString('hex')
    .slice(0, 32);

/** The cases of the service: what is taken, and what follows from it. */
export class Cases {
  #store: Store;
  #identity: Identity;

  constructor(store: Store, identity: Identity) {
    this.#store = store;
    this.#identity = identity;
  }

  read(id: string): Case | undefined {
    const stored = this.#store.case(id);
    return stored && parseCase(JSON.parse(stored.json));
  }

  seenBy(person: string, id: string): { current: Case; roles: Role[] } | null {
    // One look in one index, for a case that is hidden and for one that does not exist.
    const roles = this.#store.rolesIn(id, person);
    const current = roles.length > 0 ? this.read(id) : undefined;
    return current ? { current, roles } : null;
  }

  of(person: string): string[] {
    return this.#store.casesOf(person);
  }

  log(id: string): unknown[] {
    return this.#store.log(id);
  }

  open(opening: object, asked: Asked, at: Date): Reply {
    const caseId = openedAs(this.#identity, asked);
    const there = this.#store.case(caseId) !== undefined;
    const event = { ...opening, caseId, recordedBy: asked.recorder };
    return this.#once(caseId, asked, { status: 201, body: JSON.stringify({ taken: true, caseId }) }, (answer) => {
      // Its answer has been forgotten, and a case is not opened twice.
      if (there) return { refused: 'otherRequest' };
      const outcome = openCase(event);
      return outcome.ok ? this.#take(null, outcome, 'advance', event, at, answer) : { refused: outcome };
    });
  }

  report(caseId: string, event: SentEvent, how: How, asked: Asked, at: Date): Reply {
    const recorded = { ...event, recordedBy: asked.recorder };
    return this.#once(caseId, asked, { status: 201, body: JSON.stringify({ taken: true }) }, (answer) => {
      // Looked up under the same key whether the case is hidden from this recorder or does not exist.
      const reaches = this.#store.reaches(caseId, asked.recorder);
      if (!reaches && !mayComeUnseen(event, how)) return { refused: 'noCase' };
      const reply = this.#next(caseId, recorded, how, at, answer);
      return reaches || reply === 'changed' || 'taken' in reply ? reply : { refused: 'noCase' };
    });
  }

  /** Takes the register as it is now; whoever came to handle complaints or no longer does, sees them or does not from here on. */
  admit(people: People): void {
    const handlers = () => this.#store.complaintHandlers().sort().join();
    const before = handlers();
    this.#store.admit(people);
    if (handlers() === before) return;
    for (const id of this.#store.idsWithComplaints()) {
      const read = this.#store.case(id);
      if (!read) continue;
      const current = parseCase(JSON.parse(read.json));
      // Where another process takes an event meanwhile, it looks at the new register itself.
      this.#store.rebuild(read, keptWith(current, deadlines(current), this.#store.complaintHandlers()));
    }
  }

  /** What the scheduler reports: that the week has passed. Nothing comes of it where somebody was first. */
  reportOverdue(caseId: string, at: Date): void {
    const event = { type: 'response.overdue', by: 'scheduler', on: dayOf(at) };
    while (this.#next(caseId, event, 'advance', at) === 'changed');
  }

  /** Tells those whose term it is, and who see it, that it is time to look. */
  raise(alarm: Alarm & { caseId: string }, at: Date): void {
    const current = this.read(alarm.caseId);
    if (!current) return;
    const letters = alarmLetters(current, alarm, this.#store.complaintHandlers());
    this.#store.raise(alarm, at, letters);
  }

  #next(caseId: string, event: object, how: How, at: Date, answer?: Keyed): Reply | 'changed' {
    const stored = this.#store.case(caseId);
    if (!stored) return { refused: 'noCase' };
    const outcome = (how === 'record' ? record : advance)(parseCase(JSON.parse(stored.json)), event);
    return outcome.ok ? this.#take(stored.revision, outcome, how, event, at, answer) : { refused: outcome };
  }

  #take(
    readAt: number | null,
    { case: current, notices, deadlines: running }: Taken,
    how: How,
    event: object,
    at: Date,
    answer?: Keyed,
  ): Reply | 'changed' {
    const came = this.#store.take(readAt, {
      ...keptWith(current, running, this.#store.complaintHandlers()),
      how,
      event,
      at,
      letters: notices.map((notice) => letterOf(current, notice)),
      ...(answer ? { answer } : {}),
    });
    return came === 'changed' ? came : { taken: { status: answer?.status ?? 201, body: answer?.body ?? '' } };
  }

  /** What was taken in a case under a key is answered as before; whoever was overtaken by another looks again. */
  #once(caseId: string, asked: Asked, answer: Answer, attempt: (answer: Keyed) => Reply | 'changed'): Reply {
    const { recorder, key } = asked;
    const request = digestOf(asked);
    for (;;) {
      const before = this.#store.answer(caseId, recorder, key);
      if (before)
        return before.request === request
          ? { taken: { status: before.status, body: before.body } }
          : { refused: 'otherRequest' };
      const reply = attempt({ recorder, key, request, ...answer });
      if (reply !== 'changed') return reply;
    }
  }
}
