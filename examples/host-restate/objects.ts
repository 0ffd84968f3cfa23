import * as restate from '@restatedev/restate-sdk';
import {
  advance,
  type Case,
  dayOf,
  deadlines,
  type How,
  openCase,
  parseCase,
  type Role,
  record,
  replay,
  type Taken,
  UnreadableCase,
  viewFor,
} from 'lpbso-second-opinion';
import type { SentEvent } from '../host/bodies.ts';
import { alarmLetters, keptWith, letterOf, mayComeUnseen } from '../host/cases.ts';
import type { Clock, Watch } from '../host/clock.ts';
import type { Identity } from '../host/identity.ts';
import type { Alarm, Kept, Letter } from '../host/store.ts';
import { unreadable } from './door.ts';
import type { FullRegister } from './register.ts';

/** An event in the log, with how it was taken and when; the first is the opening. */
export interface Logged {
  how: How;
  event: unknown;
  recordedAt: string;
}

/** Who asks, under which key, and of the request as much as tells it from another. */
export interface Requested {
  recorder: string;
  key: string;
  request: string;
}

/** A request as it was answered. */
export interface Answered extends Requested {
  body: string;
}

/** What became of a request. */
export type Became = { taken: string } | { refused: 'noCase' | 'otherRequest' | 'no' };

/** What another host kept of a case. */
export interface Moved {
  log: Logged[];
  answers: Answered[];
  raised: Waiting['raised'];
  letters: Letter[];
}

/** What is waited for: the next delayed call, and the alarms that have been raised. */
interface Waiting {
  due: string | null;
  raised: (Alarm & { raisedAt: string })[];
}

export interface Around {
  clock: Clock;
  watch: Pick<Watch, 'doubt'>;
  register: FullRegister;
  identity: Identity;
  deliverTo: string;
  longest: number;
}

type Access = Kept['access'];

/** Stands for everybody who handles complaints, so that the register can change without the cases. */
export const anyHandler = '*';

const minute = 60_000;
const patience = 5_000;

const answerAt = ({ recorder, key }: { recorder: string; key: string }): string => `answer ${recorder} ${key}`;
const eventAt = (revision: number): string => `event ${String(revision).padStart(6, '0')}`;

/** An alarm in an order of its own, so that two can be compared. */
const nameOf = ({ term, role, onDay, complaint }: Alarm): string => `${term} ${role} ${onDay} ${complaint}`;

/** No case is read out of what cannot be trusted, however often it is tried. */
const asTerminalError = (error: unknown): restate.TerminalError | undefined =>
  error instanceof UnreadableCase ? new restate.TerminalError(error.name, { errorCode: unreadable }) : undefined;

/** The services that the server calls: a case, an index of the cases of a person, the mail room, and the time last seen. */
export function objectsOf({ clock, watch, register, identity, deliverTo, longest }: Around) {
  const exclusive = restate.handlers.object.exclusive;
  const shared = restate.handlers.object.shared;
  const lazy = { enableLazyState: true };
  const inside = { ...lazy, ingressPrivate: true };
  const options = { asTerminalError };

  const rolesOf = (access: Access, person: string): Role[] => {
    const handles = register.person(person).handlesComplaints;
    const mine = access.filter((each) =>
      each.role === 'complaintHandler' ? handles && [person, anyHandler].includes(each.person) : each.person === person,
    );
    return [...new Set(mine.map(({ role }) => role as Role))];
  };

  const readCase = async (ctx: restate.ObjectSharedContext): Promise<Case> => parseCase(await ctx.get('case'));

  /** When to look next: when the week has passed, or on the day of an alarm, which begins in Amsterdam before midnight UTC. */
  const dueAfter = ({ overdueFrom, alarms }: Kept, raised: Alarm[]): string | null => {
    const done = new Set(raised.map(nameOf));
    const days = alarms.filter((alarm) => !done.has(nameOf(alarm))).map(({ onDay }) => new Date(onDay).toISOString());
    return [...(overdueFrom ? [overdueFrom] : []), ...days].sort()[0] ?? null;
  };

  const lookLater = (ctx: restate.ObjectContext, due: string, delay: number): void => {
    ctx
      .objectSendClient(caseObject, ctx.key)
      .look(due, restate.rpc.sendOpts({ delay: Math.max(0, Math.min(delay, longest)) }));
  };

  /** Keeps what follows from the case as it is now. Only the delayed call of the term that runs finds it to be its own. */
  const keepBeside = async (
    ctx: restate.ObjectContext,
    current: Case,
    running: Taken['deadlines'],
    raised: Waiting['raised'],
    at: string,
  ) => {
    // A complaint that is nobody's yet is open to whoever handles complaints; one that is somebody's, to them.
    const handlers = new Set(current.file.complaints.flatMap(({ handler }) => handler ?? []));
    const kept = keptWith(current, running, [anyHandler, ...handlers]);
    const before = (await ctx.get<Access>('access')) ?? [];
    ctx.set('case', kept.current);
    ctx.set('access', kept.access);
    const [saw, sees] = [before, kept.access].map((access) => new Set(access.map(({ person }) => person)));
    for (const person of new Set([...(saw ?? []), ...(sees ?? [])]))
      if (saw?.has(person) !== sees?.has(person))
        ctx.objectSendClient(personObject, person)[sees?.has(person) ? 'sees' : 'seesNoMore'](ctx.key);
    const due = dueAfter(kept, raised);
    const waiting = await ctx.get<Waiting>('waiting');
    ctx.set<Waiting>('waiting', { due, raised });
    if (due && due !== waiting?.due) lookLater(ctx, due, Date.parse(due) - Date.parse(at));
  };

  const keep = async (
    ctx: restate.ObjectContext,
    { case: current, notices, deadlines: running }: Taken,
    entry: Logged,
    raised: Waiting['raised'],
  ): Promise<void> => {
    ctx.set(eventAt(current.revision), entry);
    for (const notice of notices) ctx.serviceSendClient(mailRoom).deliver(letterOf(current, notice));
    await keepBeside(ctx, current, running, raised, entry.recordedAt);
  };

  /** What was taken under a key is answered as before. */
  const answeredBefore = async (ctx: restate.ObjectContext, asked: Requested): Promise<Became | null> => {
    const before = await ctx.get<Answered>(answerAt(asked));
    if (!before) return null;
    return before.request === asked.request ? { taken: before.body } : { refused: 'otherRequest' };
  };

  const answer = (ctx: restate.ObjectContext, asked: Requested, body: object): Became => {
    const taken = JSON.stringify(body);
    ctx.set<Answered>(answerAt(asked), { ...asked, body: taken });
    return { taken };
  };

  const caseObject = restate.object({
    name: 'case',
    options,
    handlers: {
      open: exclusive(
        lazy,
        async (
          ctx: restate.ObjectContext,
          { opening, asked, at }: { opening: object; asked: Requested; at: string },
        ): Promise<Became> => {
          const before = await answeredBefore(ctx, asked);
          if (before) return before;
          const event = { ...opening, caseId: ctx.key, recordedBy: asked.recorder };
          const outcome = openCase(event);
          if (!outcome.ok) return { refused: 'no' };
          await keep(ctx, outcome, { how: 'advance', event, recordedAt: at }, []);
          return answer(ctx, asked, { taken: true, caseId: ctx.key });
        },
      ),

      report: exclusive(
        lazy,
        async (
          ctx: restate.ObjectContext,
          { event, how, asked, at }: { event: SentEvent; how: How; asked: Requested; at: string },
        ): Promise<Became> => {
          const before = await answeredBefore(ctx, asked);
          if (before) return before;
          const access = (await ctx.get<Access>('access')) ?? [];
          const { recorder } = asked;
          // The register can be another when this is done again, so what it said is kept.
          const reaches = await ctx.run('reaches', () =>
            [recorder, ...register.recordsFor(recorder)].some((person) => rolesOf(access, person).length > 0),
          );
          if (!reaches && !(access.length > 0 && mayComeUnseen(event, how))) return { refused: 'noCase' };
          const recorded = { ...event, recordedBy: recorder };
          const outcome = (how === 'record' ? record : advance)(await readCase(ctx), recorded);
          if (!outcome.ok) return { refused: reaches ? 'no' : 'noCase' };
          const { raised } = (await ctx.get<Waiting>('waiting')) ?? { raised: [] };
          await keep(ctx, outcome, { how, event: recorded, recordedAt: at }, raised);
          return answer(ctx, asked, { taken: true });
        },
      ),

      /** Comes when something is due. Nothing comes of it where that has been overtaken. */
      look: exclusive(inside, async (ctx: restate.ObjectContext, due: string): Promise<void> => {
        const waiting = await ctx.get<Waiting>('waiting');
        if (waiting?.due !== due) return;
        const { doubt, at, complaintHandlers } = await ctx.run('now', () => ({
          doubt: watch.doubt(),
          at: clock.now().toISOString(),
          complaintHandlers: register.complaintHandlers(),
        }));
        if (doubt || at < due) return lookLater(ctx, due, doubt ? minute : Date.parse(due) - Date.parse(at));

        let current = await readCase(ctx);
        const event = { type: 'response.overdue', by: 'scheduler', on: dayOf(new Date(at)) };
        const { overdueFrom } = keptWith(current, deadlines(current), []);
        if (overdueFrom && overdueFrom <= at) {
          const outcome = advance(current, event);
          if (outcome.ok) {
            current = outcome.case;
            await keep(ctx, outcome, { how: 'advance', event, recordedAt: at }, waiting.raised);
          }
        }
        const running = deadlines(current);
        const done = new Set(waiting.raised.map(nameOf));
        const now = keptWith(current, running, []).alarms.filter(
          (alarm) => alarm.onDay <= event.on && !done.has(nameOf(alarm)),
        );
        for (const alarm of now)
          for (const letter of alarmLetters(current, alarm, complaintHandlers))
            ctx.serviceSendClient(mailRoom).deliver(letter);
        const raised = [...waiting.raised, ...now.map((alarm) => ({ ...alarm, raisedAt: at }))];
        await keepBeside(ctx, current, running, raised, at);
        const next = await ctx.get<Waiting>('waiting');
        if (next?.due === due) lookLater(ctx, due, longest);
      }),

      /** The case and the roles in which a person sees anything of it; the same null, after the same look, for hidden and for none. */
      seenBy: shared(
        lazy,
        async (
          ctx: restate.ObjectSharedContext,
          { person }: { person: string },
        ): Promise<{ current: Case; roles: Role[] } | null> => {
          const access = rolesOf((await ctx.get<Access>('access')) ?? [], person);
          if (access.length === 0) return null;
          const current = await readCase(ctx);
          const roles = access.filter((role) => viewFor(current, { role, person }).sees !== null);
          return roles.length > 0 ? { current, roles } : null;
        },
      ),

      log: shared(async (ctx: restate.ObjectSharedContext): Promise<unknown[]> => {
        const log: unknown[] = [];
        for (let entry = await ctx.get<Logged>(eventAt(0)); entry; entry = await ctx.get<Logged>(eventAt(log.length)))
          log.push(entry.event);
        return log;
      }),

      /** Goes on with a case of another host. Once: a case that is here is left as it is. */
      takeOver: exclusive(
        lazy,
        async (
          ctx: restate.ObjectContext,
          { log, answers, raised, letters, at }: Moved & { at: string },
        ): Promise<'taken' | 'there' | 'unreadable'> => {
          if ((await ctx.get('case')) !== null) return 'there';
          const [opening, ...events] = log.map(({ event }) => event);
          const told = replay(opening, events, 'record');
          if (!told.ok) return 'unreadable';
          log.forEach((entry, revision) => {
            ctx.set(eventAt(revision), entry);
          });
          for (const each of answers) ctx.set(answerAt(each), each);
          for (const letter of letters) ctx.serviceSendClient(mailRoom).deliver(letter);
          await keepBeside(ctx, told.case, deadlines(told.case), raised, at);
          return 'taken';
        },
      ),
    },
  });

  /** Which cases a person sees anything of, a moment after they do; whether they do is for the case to say. */
  const personObject = restate.object({
    name: 'person',
    options,
    handlers: {
      sees: exclusive(inside, async (ctx: restate.ObjectContext, caseId: string): Promise<void> => {
        ctx.set(caseId, true);
      }),
      seesNoMore: exclusive(inside, async (ctx: restate.ObjectContext, caseId: string): Promise<void> => {
        ctx.clear(caseId);
      }),
      cases: shared(
        lazy,
        async (ctx: restate.ObjectSharedContext): Promise<string[]> => (await ctx.stateKeys()).sort().slice(0, 200),
      ),
    },
  });

  /** The service's own mail room, which knows addresses and takes each key once. It gets every letter at least once, in no order. */
  const mailRoom = restate.service({
    name: 'mailRoom',
    options: { ...options, ingressPrivate: true },
    handlers: {
      deliver: async (ctx: restate.Context, { id, letter }: Letter): Promise<void> => {
        await ctx.run(
          'deliver',
          async () => {
            const response = await fetch(deliverTo, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'idempotency-key': identity.keyOf(id) },
              body: JSON.stringify(letter),
              redirect: 'error',
              signal: AbortSignal.timeout(patience),
            });
            await response.body?.cancel();
            if (!response.ok) throw new Error(`The mail room answered ${response.status}`);
          },
          { initialRetryInterval: 50, maxRetryInterval: 5_000 },
        );
      },
    },
  });

  /** The latest time that the host has seen; only a person who confirmed the day may set it back. */
  const clockObject = restate.object({
    name: 'clock',
    options,
    handlers: {
      saw: exclusive(
        async (ctx: restate.ObjectContext, { at, confirmed }: { at: string; confirmed: boolean }): Promise<void> => {
          if (confirmed || at > ((await ctx.get<string>('at')) ?? '')) ctx.set('at', at);
        },
      ),
      lastSeen: shared(
        async (ctx: restate.ObjectSharedContext): Promise<{ at: string | null }> => ({
          at: await ctx.get<string>('at'),
        }),
      ),
    },
  });

  return [caseObject, personObject, mailRoom, clockObject];
}
