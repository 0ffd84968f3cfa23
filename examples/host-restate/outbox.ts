import { createHash } from 'node:crypto';
import * as restate from '@restatedev/restate-sdk';
import { isRefusal, mostRefusals } from '../host/outbox.ts';
import { exclusive, inside, lazy, shared } from './objects.ts';

/** Each case has its letters in one of so many outboxes. */
export const outboxes = 8;
/** So many letters of an outbox go out at once. */
const together = 16;
const patience = 5_000;
const shortest = 20;
const longest = 60_000;

export const outboxOf = (caseId: string): string =>
  String((createHash('sha256').update(caseId).digest()[0] ?? 0) % outboxes);

/** A letter, and the key that it goes out under at every attempt. */
export interface Keyed {
  key: string;
  letter: unknown;
}

/** A letter that waits. */
interface Waiting {
  letter: unknown;
  attempts: number;
  refusals: number;
}

/** The call that goes out next: its number, and whether it comes at once. */
interface Turn {
  number: number;
  soon: boolean;
}

/** In the order of their turns; those that were never tried come first. */
const waitingAt = (turn: number, key: string): string => `letter ${String(turn).padStart(15, '0')} ${key}`;
const turnOf = (place: string): number => Number(place.split(' ')[1]);
const keyOf = (place: string): string => place.split(' ')[2] ?? '';
const isWaiting = (place: string): boolean => place.startsWith('letter ');
const givenUpAs = 'given up ';

/**
 * Letters on their way to the service's own mail room, which knows addresses and takes each key once. It gets every letter at least once,
 * in no order. A letter that waits is something kept, not a call under way: however long the mail room is away, an outbox makes one call
 * at a time. A letter that does not arrive comes back later each time; one that is refused again and again is given up, until a person
 * has it tried again.
 */
export function outboxOn(deliverTo: string) {
  /** The status that the mail room answers, or none. */
  const carry = async (key: string, { letter }: Waiting): Promise<number | null> => {
    const response = await fetch(deliverTo, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(letter),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    await response?.body?.cancel().catch(() => {});
    return response?.status ?? null;
  };

  const callNext = async (ctx: restate.ObjectContext, delay = 0): Promise<void> => {
    const number = ((await ctx.get<Turn>('turn'))?.number ?? 0) + 1;
    ctx.set<Turn>('turn', { number, soon: delay === 0 });
    ctx.objectSendClient(outbox, ctx.key).deliver(number, restate.rpc.sendOpts({ delay }));
  };

  /** Does not wait for a call that comes later: what is new goes out at once. */
  const callSoon = async (ctx: restate.ObjectContext): Promise<void> => {
    if (!(await ctx.get<Turn>('turn'))?.soon) await callNext(ctx);
  };

  const outbox = restate.object({
    name: 'outbox',
    handlers: {
      put: exclusive(inside, async (ctx: restate.ObjectContext, letters: Keyed[]): Promise<void> => {
        for (const { key, letter } of letters)
          ctx.set<Waiting>(waitingAt(0, key), { letter, attempts: 0, refusals: 0 });
        await callSoon(ctx);
      }),

      deliver: exclusive(inside, async (ctx: restate.ObjectContext, number: number): Promise<void> => {
        const turn = await ctx.get<Turn>('turn');
        if (turn?.number !== number) return;
        const now = await ctx.date.now();
        const waiting = (await ctx.stateKeys()).filter(isWaiting).sort();
        const next = waiting.filter((place) => turnOf(place) <= now).slice(0, together);
        const letters: (Waiting | null)[] = [];
        for (const place of next) letters.push(await ctx.get<Waiting>(place));
        const answers = await ctx.run('deliver', () =>
          Promise.all(letters.map((each, n) => each && carry(keyOf(next[n] ?? ''), each))),
        );
        const left = waiting.filter((place) => !next.includes(place)).map(turnOf);
        for (const [n, place] of next.entries()) {
          const [letter, status] = [letters[n], answers[n] ?? null];
          ctx.clear(place);
          if (!letter || (status !== null && status >= 200 && status < 300)) continue;
          const attempts = letter.attempts + 1;
          const refusals = letter.refusals + (status !== null && isRefusal(status) ? 1 : 0);
          if (refusals >= mostRefusals) {
            ctx.set(givenUpAs + keyOf(place), letter);
            continue;
          }
          const later = now + Math.min(longest, shortest * 2 ** Math.min(attempts - 1, 20));
          ctx.set<Waiting>(waitingAt(later, keyOf(place)), { ...letter, attempts, refusals });
          left.push(later);
        }
        if (left.length > 0) await callNext(ctx, Math.max(0, Math.min(...left) - now));
        else ctx.set<Turn>('turn', { number, soon: false });
      }),

      /** How many letters wait, and the keys of those that are given up. */
      state: shared(lazy, async (ctx: restate.ObjectSharedContext): Promise<{ waiting: number; givenUp: string[] }> => {
        const places = await ctx.stateKeys();
        const givenUp = places.filter((each) => each.startsWith(givenUpAs)).map((each) => each.slice(givenUpAs.length));
        return { waiting: places.filter(isWaiting).length, givenUp };
      }),

      /** Has those tried again that were given up; and calls, should a call that was waited for have been lost. */
      again: exclusive(lazy, async (ctx: restate.ObjectContext): Promise<void> => {
        const places = (await ctx.stateKeys()).filter((place) => place.startsWith(givenUpAs));
        for (const place of places) {
          const letter = await ctx.get<Waiting>(place);
          ctx.clear(place);
          if (letter)
            ctx.set<Waiting>(waitingAt(0, place.slice(givenUpAs.length)), { ...letter, attempts: 0, refusals: 0 });
        }
        await callNext(ctx);
      }),
    },
  });
  return outbox;
}

export type OutboxObject = ReturnType<typeof outboxOn>;
