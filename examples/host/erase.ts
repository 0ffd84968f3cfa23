import { endedOn, parseCase } from 'lpbso-second-opinion';
import { NotDone } from './said.ts';
import type { Store, Stored } from './store.ts';

/** The day before which a case must have ended, to be kept no longer. */
export const lastKept = (today: string, years: number): string =>
  `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;

/** Since when nobody has a move in a case, asked anew: null while somebody has, or where it cannot be read. */
export function endedSince({ json }: Stored): string | null {
  try {
    return endedOn(parseCase(JSON.parse(json)));
  } catch {
    return null;
  }
}

/** The cases that ended before a day. */
export async function* endedBefore(store: Store, day: string): AsyncGenerator<{ id: string; endedOn: string }> {
  for (let after = ''; ; ) {
    const found = await store.endedBefore(day, after);
    yield* found;
    const last = found.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Erases a case if, as it is now, it may be erased; whoever goes on with it meanwhile is first. */
export async function erase(
  store: Store,
  id: string,
  mayGo: (ended: string | null) => boolean,
  by: string,
  at: Date,
): Promise<void> {
  for (;;) {
    const read = await store.case(id);
    if (!read) throw new NotDone(`There is no case ${id}.`);
    const ended = endedSince(read);
    if (!mayGo(ended))
      throw new NotDone(ended ? `${id} ended on ${ended}: it is kept.` : `${id} has not ended, or cannot be read.`);
    if ((await store.erase(id, read, by, at)) === 'taken') return;
  }
}
