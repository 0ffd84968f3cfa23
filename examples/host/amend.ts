import { isDeepStrictEqual } from 'node:util';
import { correct, dayOf, type Notice, replay } from 'lpbso-second-opinion';
import * as z from 'zod';
import { keptWith, letterOf } from './cases.ts';
import { NotDone } from './said.ts';
import type { Amends, Corrected, Letter, Line, Store } from './store.ts';

const whole = z.array(z.record(z.string(), z.unknown())).min(1);

/** The log of a case, and what of it was read: a correction of it comes too late once the case has gone on. */
const readLog = z.strictObject({ generation: z.number(), revision: z.number(), log: whole });

type ReadLog = z.infer<typeof readLog>;

/** The log as it is: the opening and the events, for whoever is to correct it. */
export async function logToCorrect(store: Store, id: string): Promise<ReadLog> {
  const read = await store.case(id);
  if (!read) throw new NotDone(`There is no case ${id}.`);
  const log = (await store.log(id)).map(({ event }) => event as Record<string, unknown>);
  return { generation: read.generation, revision: log.length - 1, log };
}

/** What a correction came to: the letters that a person is to see to, and those that had not gone out and go out no more. */
export interface Correcting {
  owed: readonly Notice[];
  toldInVain: readonly Notice[];
  toldOtherwise: readonly Notice[];
  withdrawn: readonly Notice[];
  newDeviations: readonly { norm: string; on: string }[];
  goneDeviations: readonly { norm: string; on: string }[];
}

/** Puts the log as it should have been in the place of the one that was, as another generation of it. */
export async function correctCase(
  store: Store,
  id: string,
  given: unknown,
  { line, at }: { line: Line; at: Date },
): Promise<Correcting> {
  const { success, data } = z.union([whole, readLog]).safeParse(given);
  if (!success) throw new NotDone('That is no log: [opening, ...events], or what this command printed of the case.');
  const of = Array.isArray(data) ? null : data;
  const right = Array.isArray(data) ? data : data.log;

  const read = await store.case(id);
  if (!read) throw new NotDone(`There is no case ${id}.`);
  if (of && (of.generation !== read.generation || of.revision !== read.revision))
    throw new NotDone(`${id} has gone on since that log was read: correct it as it is now.`);
  const log = await store.log(id);
  if (right[0]?.caseId !== id) throw new NotDone(`That is not the log of ${id}.`);
  if (right.some(({ on }) => typeof on === 'string' && on > dayOf(at)))
    throw new NotDone('That log has a day that has not come.');
  const [was, is] = [log.map(({ event }) => event), right];
  if (isDeepStrictEqual(was, is)) throw new NotDone(`That is the log of ${id} as it is.`);

  const found = correct(was[0], was.slice(1), { opening: is[0], log: is.slice(1) });
  if (!found.ok) {
    const { log: which, at: place, refusal } = found;
    const name = which === 'asItWas' ? 'The log as it was' : 'That log';
    throw new NotDone(`${name} stops at ${place + 1} (${refusal.reason}): nothing is changed.`);
  }
  const { owed, toldInVain, toldOtherwise, newDeviations, goneDeviations } = found;
  const came = await store.correct(read, keptWith(found.case), {
    log: recorded(log, is, at),
    toldInVain,
    others: [
      ...owed.map((notice) => ({ what: 'owed' as const, notice })),
      ...toldOtherwise.map((notice) => ({ what: 'toldOtherwise' as const, notice })),
    ],
    line,
  });
  if (came === 'overtaken') throw new NotDone(`${id} has just gone on: correct it as it is now.`);
  const isWithdrawn = ({ id }: Notice) => came.withdrawn.includes(id);
  return {
    owed,
    toldOtherwise,
    newDeviations,
    goneDeviations,
    toldInVain: toldInVain.filter((notice) => !isWithdrawn(notice)),
    withdrawn: toldInVain.filter(isWithdrawn),
  };
}

/** An entry that stays was recorded when it was; the others are now. */
function recorded(was: Corrected['log'], is: unknown[], at: Date): Corrected['log'] {
  const left = [...was];
  return is.map((event) => {
    const place = left.findIndex((entry) => isDeepStrictEqual(entry.event, event));
    const [stays] = place < 0 ? [] : left.splice(place, 1);
    return stays ?? { how: 'record', event, recordedAt: at.toISOString() };
  });
}

/** What is to be seen to, of that number. */
export async function openAmends(store: Store, seq: number): Promise<Amends> {
  const found = (await store.amends()).find((each) => each.seq === seq);
  if (!found) throw new NotDone(`There is nothing of that number to see to.`);
  return found;
}

/** The letter of a notice, told of the case as it was right after the event. */
export async function letterToSend(store: Store, { caseId, what, notice }: Amends): Promise<Letter> {
  if (what === 'toldInVain') throw new NotDone('That was told in vain: there is no letter that takes it back.');
  const [opening, ...events] = (await store.log(caseId)).map(({ event }) => event);
  const replayed = replay(opening, events, 'record');
  const outcome = replayed.ok && replayed.outcomes.find(({ notices }) => notices.some(({ id }) => id === notice.id));
  if (!outcome) throw new NotDone(`The log of ${caseId} has that letter no more.`);
  return letterOf(outcome.case, notice);
}
