import * as restate from '@restatedev/restate-sdk';
import type { Reply } from '../host/cases.ts';
import type { Requested } from '../host/store.ts';
import { accessLog } from './access-log.ts';
import type { Asking, CaseObject } from './case.ts';
import { exclusive, inside, lazy } from './objects.ts';

interface Opened {
  request: string;
  caseId: string;
}

/** Neither part holds a space. */
export const openingKey = ({ recorder, key }: Pick<Requested, 'recorder' | 'key'>): string => `${recorder} ${key}`;

/** An opening, by who asked for it and under which key: so the same request opens one case. */
export const opening = restate.object({
  name: 'opening',
  handlers: {
    open: exclusive(
      lazy,
      async (ctx: restate.ObjectContext, body: { opening: object; asked: Asking; at: string }): Promise<Reply> => {
        const { request, line } = body.asked;
        const before = await ctx.get<Opened>('opened');
        if (before) {
          if (before.request !== request) return { refused: 'otherRequest' };
          ctx.objectSendClient(accessLog, before.caseId).add([{ ...line, caseId: before.caseId }]);
          return { taken: before.caseId };
        }
        const caseId = ctx.rand.uuidv4();
        const reply = await ctx.objectClient<CaseObject>({ name: 'case' }, caseId).open(body);
        if ('taken' in reply) ctx.set<Opened>('opened', { request, caseId });
        return reply;
      },
    ),

    keep: exclusive(inside, async (ctx: restate.ObjectContext, opened: Opened): Promise<void> => {
      ctx.set('opened', opened);
    }),
  },
});

export type OpeningObject = typeof opening;
