import { isDeepStrictEqual } from 'node:util';
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
  viewFor,
} from 'lpbso-second-opinion';
import type { SentEvent } from '../host/bodies.ts';
import { alarmLetters, anyHandler, keptWith, letterOf, mayComeUnseen, type Reply } from '../host/cases.ts';
import type { Access, Alarm, Kept, Letter, Line, Requested } from '../host/store.ts';
import type { AccessLogObject } from './access-log.ts';
import type { DayObject } from './calendar.ts';
import { exclusive, inside, lazy, shared } from './objects.ts';
import { type OpeningObject, openingKey } from './opening.ts';
import { type Keyed, type OutboxObject, outboxOf } from './outbox.ts';
import type { FileRegister, Viewer } from './register.ts';

/** An event in the log, with how it was taken and when; the first is the opening. */
export interface Logged {
  how: How;
  event: unknown;
  recordedAt: string;
}

/** Who asks, under which key, of the request as much as tells it from another, and the line that is kept with what is taken. */
export type Asking = Requested & { line: Line };

/** What another host kept of a case. */
export interface Moved {
  log: Logged[];
  /** The requests that were taken; an opening is none in its case. */
  answers: (Requested & { isOpening: boolean })[];
  raised: Waiting['raised'];
  letters: (Letter & { key: string; isWaiting: boolean })[];
  lines: Line[];
}

/** What is waited for: the instant at which the next thing falls due; and the alarms that have been raised. */
interface Waiting {
  due: string | null;
  raised: (Alarm & { raisedAt: string })[];
}

const answerAt = ({ recorder, key }: Pick<Requested, 'recorder' | 'key'>): string => `answer ${recorder} ${key}`;
const letterAt = (id: string): string => `letter ${id}`;
const eventAt = (revision: number): string => `event ${String(revision).padStart(6, '0')}`;

/** An alarm in an order of its own, so that two can be compared. */
const nameOf = ({ term, role, onDay, complaint }: Alarm): string => `${term} ${role} ${onDay} ${complaint}`;

const readCase = async (ctx: restate.ObjectSharedContext): Promise<Case> => parseCase(await ctx.get('case'));

const logOf = async (ctx: restate.ObjectSharedContext): Promise<Logged[]> => {
  const log: Logged[] = [];
  for (let entry = await ctx.get<Logged>(eventAt(0)); entry; entry = await ctx.get<Logged>(eventAt(log.length)))
    log.push(entry);
  return log;
};

/** When to look next: when the week has passed, or on the day of an alarm, which begins in Amsterdam before midnight UTC. */
const dueAfter = ({ overdueFrom, alarms }: Kept, raised: Alarm[]): string | null => {
  const done = new Set(raised.map(nameOf));
  const days = alarms.filter((alarm) => !done.has(nameOf(alarm))).map(({ onDay }) => new Date(onDay).toISOString());
  return [...(overdueFrom ? [overdueFrom] : []), ...days].sort()[0] ?? null;
};

const dayOn = (ctx: restate.ObjectContext, day: string) => ctx.objectSendClient<DayObject>({ name: 'day' }, day);

const toOutbox = (ctx: restate.ObjectContext, letters: Keyed[]): void => {
  if (letters.length > 0) ctx.objectSendClient<OutboxObject>({ name: 'outbox' }, outboxOf(ctx.key)).put(letters);
};

/** Gives each letter the key that it goes out under at every attempt: by chance, so that it says nothing, and kept with the case. */
function send(ctx: restate.ObjectContext, letters: Letter[]): void {
  const keyed = letters.map(({ id, letter }) => ({ id, key: ctx.rand.uuidv4(), letter }));
  for (const { id, key } of keyed) ctx.set(letterAt(id), key);
  toOutbox(
    ctx,
    keyed.map(({ key, letter }) => ({ key, letter })),
  );
}

function note(ctx: restate.ObjectContext, lines: Line[]): void {
  ctx.objectSendClient<AccessLogObject>({ name: 'accessLog' }, ctx.key).add(lines);
}

/** Keeps what follows from the case as it is now. */
async function keepBeside(
  ctx: restate.ObjectContext,
  current: Case,
  running: Taken['deadlines'],
  raised: Waiting['raised'],
): Promise<void> {
  const kept = keptWith(current, running);
  const before = (await ctx.get<Access[]>('access')) ?? [];
  ctx.set('case', kept.current);
  ctx.set('access', kept.access);
  const [saw, sees] = [before, kept.access].map((access) => new Set(access.map(({ person }) => person)));
  for (const person of new Set([...(saw ?? []), ...(sees ?? [])]))
    if (saw?.has(person) !== sees?.has(person))
      ctx.objectSendClient(personObject, person)[sees?.has(person) ? 'sees' : 'seesNoMore'](ctx.key);
  const due = dueAfter(kept, raised);
  const waiting = await ctx.get<Waiting>('waiting');
  ctx.set<Waiting>('waiting', { due, raised });
  const [was, is] = [waiting?.due, due].map((each) => each && dayOf(new Date(each)));
  if (was === is) return;
  if (was) dayOn(ctx, was).waitsNoMore(ctx.key);
  if (is) dayOn(ctx, is).waits(ctx.key);
}

async function keep(
  ctx: restate.ObjectContext,
  { case: current, notices, deadlines: running }: Taken,
  entry: Logged,
  raised: Waiting['raised'],
): Promise<void> {
  ctx.set(eventAt(current.revision), entry);
  send(
    ctx,
    notices.map((notice) => letterOf(current, notice)),
  );
  await keepBeside(ctx, current, running, raised);
}

function taken(ctx: restate.ObjectContext, { line }: Asking): Reply {
  note(ctx, [{ ...line, caseId: ctx.key }]);
  return { taken: ctx.key };
}

/** In which roles somebody is let in, as the register says of them on the day; whether they see anything then, their view says. */
function rolesOf(access: Access[], { person, handlesComplaints, mandates }: Viewer): Role[] {
  const mine = access.filter((each) => {
    if (each.role === 'complaintHandler') return handlesComplaints && [person, anyHandler].includes(each.person);
    return each.person === person && (each.mandate === '' || mandates.some(({ id }) => id === each.mandate));
  });
  return [...new Set(mine.map(({ role }) => role))];
}

/** A representative acts as long as the register has their mandate. */
function mayStillAct({ file }: Case, by: string, viewers: Viewer[]): boolean {
  const { representative, mandate, employee } = file.participants;
  if (by !== representative) return true;
  const mandates = viewers.find(({ person }) => person === by)?.mandates ?? [];
  return mandates.some((each) => each.id === mandate && each.employee === employee);
}

const openingOf = (ctx: restate.ObjectContext, asked: Requested) =>
  ctx.objectSendClient<OpeningObject>({ name: 'opening' }, openingKey(asked));

/** Which cases a person sees anything of, a moment after they do; whether they do is for the case to say. */
export const personObject = restate.object({
  name: 'person',
  handlers: {
    sees: exclusive(inside, async (ctx: restate.ObjectContext, caseId: string): Promise<void> => {
      ctx.set(caseId, true);
    }),
    seesNoMore: exclusive(inside, async (ctx: restate.ObjectContext, caseId: string): Promise<void> => {
      ctx.clear(caseId);
    }),
    cases: shared(
      lazy,
      async (ctx: restate.ObjectSharedContext, { after, limit }: { after: string; limit: number }): Promise<string[]> =>
        (await ctx.stateKeys())
          .filter((id) => id > after)
          .sort()
          .slice(0, limit),
    ),
  },
});

/**
 * A case: its log, what follows from it, and what was answered. One request after another, of all that come. What the register says of
 * whoever asks comes with the request, so that it is the same when something is done again.
 */
export function caseObjectOver(register: Pick<FileRegister, 'complaintHandlers'>) {
  return restate.object({
    name: 'case',
    handlers: {
      open: exclusive(
        inside,
        async (
          ctx: restate.ObjectContext,
          { opening, asked, at }: { opening: object; asked: Asking; at: string },
        ): Promise<Reply> => {
          const event = { ...opening, caseId: ctx.key, recordedBy: asked.recorder };
          const outcome = openCase(event);
          if (!outcome.ok) return { refused: 'no' };
          await keep(ctx, outcome, { how: 'advance', event, recordedAt: at }, []);
          return taken(ctx, asked);
        },
      ),

      report: exclusive(
        lazy,
        async (
          ctx: restate.ObjectContext,
          {
            event,
            how,
            asked,
            at,
            viewers,
          }: { event: SentEvent; how: How; asked: Asking; at: string; viewers: Viewer[] },
        ): Promise<Reply> => {
          const { recorder, request } = asked;
          const before = await ctx.get<string>(answerAt(asked));
          if (before) return before === request ? taken(ctx, asked) : { refused: 'otherRequest' };
          const access = (await ctx.get<Access[]>('access')) ?? [];
          const reaches = viewers.some((viewer) => rolesOf(access, viewer).length > 0);
          if (!reaches && !(access.length > 0 && mayComeUnseen(event, how))) return { refused: 'noCase' };
          const current = await readCase(ctx);
          const recorded = { ...event, recordedBy: recorder };
          const outcome = mayStillAct(current, event.by, viewers)
            ? (how === 'record' ? record : advance)(current, recorded)
            : null;
          if (!outcome?.ok) return { refused: reaches ? 'no' : 'noCase' };
          const { raised } = (await ctx.get<Waiting>('waiting')) ?? { raised: [] };
          await keep(ctx, outcome, { how, event: recorded, recordedAt: at }, raised);
          ctx.set(answerAt(asked), request);
          return taken(ctx, asked);
        },
      ),

      /** Comes when something may be due. Nothing comes of it where that has been overtaken. */
      look: exclusive(
        inside,
        async (ctx: restate.ObjectContext, { at, day }: { at: string; day: string }): Promise<void> => {
          const { due, raised } = (await ctx.get<Waiting>('waiting')) ?? { due: null, raised: [] };
          if (!due || dayOf(new Date(due)) !== day) return void dayOn(ctx, day).waitsNoMore(ctx.key);
          if (due > at) return;
          // The register can be another when this is done again, so what it said is kept.
          const complaintHandlers = await ctx.run('complaintHandlers', () =>
            register.complaintHandlers(dayOf(new Date(at))),
          );

          let current = await readCase(ctx);
          const event = { type: 'response.overdue', by: 'scheduler', on: dayOf(new Date(at)) };
          const { overdueFrom } = keptWith(current);
          if (overdueFrom && overdueFrom <= at) {
            const outcome = advance(current, event);
            if (outcome.ok) {
              current = outcome.case;
              await keep(ctx, outcome, { how: 'advance', event, recordedAt: at }, raised);
            }
          }
          const running = deadlines(current);
          const done = new Set(raised.map(nameOf));
          // While nobody knows who handles complaints, alarms wait.
          const now = keptWith(current, running).alarms.filter(
            (alarm) => complaintHandlers && alarm.onDay <= event.on && !done.has(nameOf(alarm)),
          );
          send(
            ctx,
            now.flatMap((alarm) => alarmLetters(current, alarm, complaintHandlers ?? [])),
          );
          await keepBeside(ctx, current, running, [...raised, ...now.map((alarm) => ({ ...alarm, raisedAt: at }))]);
        },
      ),

      /** The case and the roles in which a person sees anything of it; the same null, after the same look, for hidden and for none. */
      seenBy: shared(
        lazy,
        async (ctx: restate.ObjectSharedContext, viewer: Viewer): Promise<{ current: Case; roles: Role[] } | null> => {
          const allowed = rolesOf((await ctx.get<Access[]>('access')) ?? [], viewer);
          if (allowed.length === 0) return null;
          const current = await readCase(ctx);
          const { person } = viewer;
          const roles = allowed.filter((role) => viewFor(current, { role, person }).sees !== null);
          return roles.length > 0 ? { current, roles } : null;
        },
      ),

      // All of it is asked for, so it is sent along.
      log: shared(
        async (ctx: restate.ObjectSharedContext): Promise<unknown[]> => (await logOf(ctx)).map(({ event }) => event),
      ),

      /** Goes on with a case of another host. Once: of a case that is here it only says whether it is the same, as far as that one went. */
      takeOver: exclusive(
        async (
          ctx: restate.ObjectContext,
          { log, answers, raised, letters, lines }: Moved,
        ): Promise<'taken' | 'there' | 'differs' | 'unreadable'> => {
          const here = await logOf(ctx);
          if (here.length > 0) return isDeepStrictEqual(here.slice(0, log.length), log) ? 'there' : 'differs';
          const [opening, ...events] = log.map(({ event }) => event);
          const told = replay(opening, events, 'record');
          if (!told.ok) return 'unreadable';
          log.forEach((entry, revision) => {
            ctx.set(eventAt(revision), entry);
          });
          for (const { isOpening, ...each } of answers)
            if (isOpening) openingOf(ctx, each).keep({ request: each.request, caseId: ctx.key });
            else ctx.set(answerAt(each), each.request);
          for (const { id, key } of letters) ctx.set(letterAt(id), key);
          toOutbox(
            ctx,
            letters.filter((each) => each.isWaiting).map(({ key, letter }) => ({ key, letter })),
          );
          note(ctx, lines);
          await keepBeside(ctx, told.case, deadlines(told.case), raised);
          return 'taken';
        },
      ),
    },
  });
}

export type CaseObject = ReturnType<typeof caseObjectOver>;
