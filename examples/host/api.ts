import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Case, dayOf, type How, type Role, viewFor } from 'lpbso-second-opinion';
import { summaryFor, timelineFor } from 'lpbso-second-opinion/words';
import type * as z from 'zod/mini';
import { type Locale, languages, localeNamed, wordsFor } from '../languages.ts';
import { eventBody, forms, openingBody, type SentEvent, withPhysicians } from './bodies.ts';
import type { Asked } from './cases.ts';
import type { Clock, Watch } from './clock.ts';
import type { Identity } from './identity.ts';
import { openApi } from './openapi.ts';
import type { Answer } from './store.ts';

/** Who records for whom, who may do what, and what is known of a physician. */
export interface Register {
  physician(id: string): unknown;
  mayRecord(recorder: string, person: string): boolean;
  person(id: string): { audits: boolean; handlesComplaints: boolean };
}

/** What became of a request: the answer, now or as it was given before, or that there is none. */
export type Replied = { taken: Answer } | { refused: unknown };

type Awaitable<Value> = Value | Promise<Value>;

/** Whatever keeps the cases. */
export interface Keeper {
  open(opening: object, asked: Asked, at: Date): Awaitable<Replied>;
  report(caseId: string, event: SentEvent, how: How, asked: Asked, at: Date): Awaitable<Replied>;
  /** The case and the roles in which a person sees anything of it; the same null for a case that is hidden and for none. */
  seenBy(person: string, caseId: string): Awaitable<{ current: Case; roles: Role[] } | null>;
  /** The cases of which a person sees anything, or some hundreds of them. */
  of(person: string): Awaitable<string[]>;
  /** The opening and the events after it. */
  log(caseId: string): Awaitable<unknown[]>;
}

/** What the API stands on. */
export interface Parts {
  register: Register;
  cases: Keeper;
  identity: Identity;
  clock: Clock;
  watch: Pick<Watch, 'doubt'>;
  /** Whether an error says that nothing can be kept now. */
  isStorageFault(error: unknown): boolean;
}

type Known = { Variables: { person: string; locale: Locale } };

const largest = 1_048_576;
const keyPattern = /^[A-Za-z0-9._:-]{1,128}$/;
const forComplaintHandlers = ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'];

const page = readFileSync(new URL('page.html', import.meta.url), 'utf8');
const hashOf = (tag: string): string => {
  const inline = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
};
const policy = [
  "default-src 'none'",
  `script-src ${hashOf('script')}`,
  `style-src ${hashOf('style')}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const notFound = (c: Context) => c.json({ error: 'notFound' }, 404);

const malformed = (c: Context, issues: z.core.$ZodIssue[]) =>
  c.json({ error: 'malformed', issues: issues.map(({ path, code }) => ({ path: path.join('.'), code })) }, 400);

/** The HTTP side: who asks, what they may ask, and an answer that says no more than their view. */
export function apiOf({ register, cases, identity, clock, watch, isStorageFault }: Parts): Hono<Known> {
  const api = new Hono<Known>();

  api.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  api.onError((error, c) => {
    if (isStorageFault(error)) return c.json({ error: 'notStored' }, 503, { 'retry-after': '5' });
    // Only the kind: a message could quote a case.
    console.error(`A request failed: ${error.name}.`);
    return c.json({ error: 'failed' }, 500);
  });
  api.notFound(notFound);

  // Dutch where no language is asked; one that is not there cannot be asked for.
  api.use(async (c, next) => {
    const locale = localeNamed(c.req.query('lang') ?? 'nl');
    if (!locale) return c.json({ error: 'unknownLanguage' }, 400);
    c.set('locale', locale);
    return next();
  });

  api.get('/', (c) => c.html(page, 200, { 'content-security-policy': policy }));
  api.get('/openapi.json', (c) => c.json(openApi));
  api.get('/forms.json', (c) => c.json(forms));
  api.get('/words.json', (c) => c.json(languages[c.get('locale')]));
  api.get('/health', (c) => c.json({ today: dayOf(clock.now()), clockInDoubt: watch.doubt() }));

  api.use('/cases/*', bodyLimit({ maxSize: largest, onError: (c) => c.json({ error: 'tooLarge' }, 413) }));
  api.use('/cases/*', async (c, next) => {
    const [, token] = /^Bearer ([\w.-]+)$/.exec(c.req.header('authorization') ?? '') ?? [];
    const person = token ? await identity.personOf(token, clock.now()) : null;
    if (!person) return c.json({ error: 'unauthenticated' }, 401, { 'www-authenticate': 'Bearer' });
    c.set('person', person);
    return next();
  });

  // ---------------------------------------------------------------------------------------------------- telling

  const says = (current: Case, role: Role, person: string, locale: Locale): string =>
    summaryFor(current, { role, person }, wordsFor(locale, role)).sentence;

  api.get('/cases', async (c) => {
    const person = c.get('person');
    const seen = (await cases.of(person)).map(async (caseId) => {
      const found = await cases.seenBy(person, caseId);
      return (found?.roles ?? []).map((role) => ({
        caseId,
        role,
        says: found && says(found.current, role, person, c.get('locale')),
      }));
    });
    return c.json({ cases: (await Promise.all(seen)).flat() });
  });

  const seen = async (c: Context<Known>): Promise<{ current: Case; role: Role; person: string } | null> => {
    const { caseId = '', role = '' } = c.req.param() as { caseId?: string; role?: Role };
    const person = c.get('person');
    const found = await cases.seenBy(person, caseId);
    return role && found?.roles.includes(role) ? { current: found.current, role, person } : null;
  };

  api.get('/cases/:caseId/as/:role/view', async (c) => {
    const found = await seen(c);
    if (!found) return notFound(c);
    const { current, role, person } = found;
    return c.json({ says: says(current, role, person, c.get('locale')), ...viewFor(current, { role, person }) });
  });

  api.get('/cases/:caseId/as/:role/expected', async (c) => {
    const found = await seen(c);
    if (!found) return notFound(c);
    const { waitingOn, mayReport } = viewFor(found.current, { role: found.role, person: found.person });
    return c.json({ waitingOn, mayReport });
  });

  api.get('/cases/:caseId/as/:role/terms', async (c) => {
    const found = await seen(c);
    if (!found) return notFound(c);
    return c.json({ terms: viewFor(found.current, { role: found.role, person: found.person }).deadlines });
  });

  api.get('/cases/:caseId/as/:role/timeline', async (c) => {
    const found = await seen(c);
    if (!found) return notFound(c);
    const { current, role, person } = found;
    const [opening, ...events] = await cases.log(current.caseId);
    const { entries } = timelineFor(opening, events, { role, person }, wordsFor(c.get('locale'), role));
    return c.json({ timeline: entries });
  });

  // ---------------------------------------------------------------------------------------------------- recording

  type Refusal = { no: Response };

  /** Checks all that can be checked without looking at any case. */
  const checked = async <Body extends { by: string; on: string }>(
    c: Context<Known>,
    schema: z.ZodMiniType<Body>,
  ): Promise<{ body: Body; asked: Asked; at: Date } | Refusal> => {
    const recorder = c.get('person');
    const key = c.req.header('idempotency-key') ?? '';
    const at = clock.now();
    if (watch.doubt()) return { no: c.json({ error: 'clockInDoubt' }, 503, { 'retry-after': '60' }) };
    if (!keyPattern.test(key)) return { no: c.json({ error: 'noIdempotencyKey' }, 400) };
    if (!/^application\/json\b/.test(c.req.header('content-type') ?? ''))
      return { no: c.json({ error: 'notJson' }, 415) };
    let json: unknown;
    try {
      json = await c.req.json();
    } catch (error) {
      if (error instanceof SyntaxError) return { no: c.json({ error: 'malformed', issues: [] }, 400) };
      throw error;
    }
    const { success, data, error } = schema.safeParse(json);
    if (!success) return { no: malformed(c, error.issues) };
    // The scheduler alone speaks for itself.
    if (data.by === 'scheduler' || !register.mayRecord(recorder, data.by))
      return { no: c.json({ error: 'mayNotRecordForThem' }, 403) };
    if (data.on > dayOf(at)) return { no: c.json({ error: 'dayInTheFuture' }, 422) };
    const same = JSON.stringify([c.req.path, c.req.query('how') ?? '', data]);
    return { body: data, asked: { recorder, key, same }, at };
  };

  const answered = async (c: Context<Known>, reply: Replied, mayReport: () => unknown) => {
    if ('taken' in reply)
      return c.body(reply.taken.body, reply.taken.status as 201, { 'content-type': 'application/json' });
    if (reply.refused === 'noCase') return notFound(c);
    if (reply.refused === 'otherRequest') return c.json({ error: 'keyOfAnotherRequest' }, 422);
    // Why not can tell what they may not know; what they may report, and what that needs, is in their view.
    return c.json({ error: 'notTaken', mayReport: await mayReport() }, 409);
  };

  api.post('/cases', async (c) => {
    const sent = await checked(c, openingBody);
    if ('no' in sent) return sent.no;
    const opening = withPhysicians(sent.body, 'opening', (id) => register.physician(id));
    if (!opening) return c.json({ error: 'unknownPhysician' }, 422);
    return answered(c, await cases.open(opening, sent.asked, sent.at), () => []);
  });

  api.post('/cases/:caseId/events', async (c) => {
    const caseId = c.req.param('caseId');
    const sent = await checked<SentEvent>(c, eventBody as unknown as z.ZodMiniType<SentEvent>);
    if ('no' in sent) return sent.no;
    const { body, asked, at } = sent;
    const how = c.req.query('how') === 'record' ? 'record' : 'advance';
    if (how === 'record' && !register.person(asked.recorder).audits) return c.json({ error: 'mayNotAudit' }, 403);
    if (forComplaintHandlers.includes(body.type) && !register.person(body.by).handlesComplaints)
      return c.json({ error: 'mayNotRecordForThem' }, 403);
    const event = withPhysicians(body, body.type, (id) => register.physician(id));
    if (!event) return c.json({ error: 'unknownPhysician' }, 422);
    const reply = await cases.report(caseId, event, how, asked, at);
    return answered(c, reply, async () => {
      const found = await cases.seenBy(asked.recorder, caseId);
      return (found?.roles ?? []).flatMap((role) =>
        found
          ? viewFor(found.current, { role, person: asked.recorder }).mayReport.filter(({ type }) => type === body.type)
          : [],
      );
    });
  });

  return api;
}
