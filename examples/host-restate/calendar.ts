import * as restate from '@restatedev/restate-sdk';
import { dayOf } from 'lpbso-second-opinion';
import type { CaseObject } from './case.ts';
import { exclusive, inside, lazy, shared } from './objects.ts';

/** So many cases of a day are looked at each time; the others at the next. */
const most = 200;

const dayKey = 'day ';

/**
 * The days on which something falls due, and the latest time that the host has seen. The services have it looked at again and again, so
 * no call is waited for that could be lost. Only a person who confirmed the day may set the time back.
 */
const calendar = restate.object({
  name: 'calendar',
  handlers: {
    look: exclusive(
      lazy,
      async (ctx: restate.ObjectContext, { at, confirmed }: { at: string; confirmed: boolean }): Promise<void> => {
        if (confirmed || at > ((await ctx.get<string>('at')) ?? '')) ctx.set('at', at);
        const days = (await ctx.stateKeys())
          .filter((key) => key.startsWith(dayKey))
          .map((key) => key.slice(dayKey.length));
        for (const each of days.filter((each) => each <= dayOf(new Date(at))).sort())
          ctx.objectSendClient(day, each).look(at);
      },
    ),
    lastSeen: shared(
      lazy,
      async (ctx: restate.ObjectSharedContext): Promise<{ at: string | null }> => ({ at: await ctx.get('at') }),
    ),
    knows: exclusive(inside, async (ctx: restate.ObjectContext, each: string): Promise<void> => {
      ctx.set(dayKey + each, true);
    }),
    forgets: exclusive(inside, async (ctx: restate.ObjectContext, each: string): Promise<void> => {
      ctx.clear(dayKey + each);
    }),
  },
});

const caseKey = 'case ';

/** The cases in which something falls due on a day. A case stays until it says that it is done: one that cannot be read is looked at again. */
const day = restate.object({
  name: 'day',
  handlers: {
    waits: exclusive(inside, async (ctx: restate.ObjectContext, caseId: string): Promise<void> => {
      if (!(await ctx.get('known'))) ctx.objectSendClient<CalendarObject>({ name: 'calendar' }, 'host').knows(ctx.key);
      ctx.set('known', true);
      ctx.set(caseKey + caseId, true);
    }),
    waitsNoMore: exclusive(inside, async (ctx: restate.ObjectContext, caseId: string): Promise<void> => {
      ctx.clear(caseKey + caseId);
    }),
    look: exclusive(inside, async (ctx: restate.ObjectContext, at: string): Promise<void> => {
      const cases = (await ctx.stateKeys()).filter((key) => key.startsWith(caseKey)).sort();
      if (cases.length === 0) {
        ctx.clear('known');
        ctx.objectSendClient<CalendarObject>({ name: 'calendar' }, 'host').forgets(ctx.key);
      }
      // From another place each time, so that those which stay do not keep the others.
      const from = Math.floor(ctx.rand.random() * cases.length);
      for (const each of [...cases.slice(from), ...cases.slice(0, from)].slice(0, most))
        ctx.objectSendClient<CaseObject>({ name: 'case' }, each.slice(caseKey.length)).look({ at, day: ctx.key });
    }),
  },
});

export type CalendarObject = typeof calendar;
export type DayObject = typeof day;
export const calendarObjects = [calendar, day];
