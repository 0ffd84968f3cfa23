import * as restate from '@restatedev/restate-sdk';
import { openingSchema } from 'lpbso-second-opinion';
import type { Line } from '../host/store.ts';
import { exclusive, lazy } from './objects.ts';

/** Where a line is kept: with its case or, where it is of none, with the person. No id of a case holds a space. */
export const keptAt = ({ caseId, person }: Pick<Line, 'caseId' | 'person'>): string =>
  openingSchema.shape.caseId.safeParse(caseId).success ? caseId : `by ${person}`;

const lineAt = (seq: number): string => `line ${seq}`;
const requestAt = (request: string): string => `request ${request}`;

/** Who looked at a case, and did or tried what in it: lines are added, once for each request, and never changed or deleted. */
export const accessLog = restate.object({
  name: 'accessLog',
  handlers: {
    add: exclusive(lazy, async (ctx: restate.ObjectContext, lines: Line[]): Promise<void> => {
      let count = (await ctx.get<number>('count')) ?? 0;
      for (const line of lines) {
        // A call whose answer was lost comes again.
        if (await ctx.get(requestAt(line.request))) continue;
        count += 1;
        ctx.set(lineAt(count), line);
        ctx.set(requestAt(line.request), count);
      }
      ctx.set('count', count);
    }),

    // Not at the same time as lines are added: so whoever asks finds all that were taken before.
    lines: exclusive(
      lazy,
      async (
        ctx: restate.ObjectContext,
        { after, limit }: { after: number; limit: number },
      ): Promise<(Line & { seq: number })[]> => {
        const last = Math.min(after + limit, (await ctx.get<number>('count')) ?? 0);
        const found: (Line & { seq: number })[] = [];
        for (let seq = after + 1; seq <= last; seq += 1) {
          const line = await ctx.get<Line>(lineAt(seq));
          if (line) found.push({ ...line, seq });
        }
        return found;
      },
    ),
  },
});

export type AccessLogObject = typeof accessLog;
