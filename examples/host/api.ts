import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { describeRoute, openAPIRouteHandler, resolver, validator } from 'hono-openapi';
import { rateLimiter } from 'hono-rate-limiter';
import { type Case, dayOf, type How, openingSchema, type Role, roles, viewFor } from 'lpbso-second-opinion';
import { summaryFor, timelineFor } from 'lpbso-second-opinion/words';
import * as z from 'zod';
import { answers, type ErrorName, errors } from './answers.ts';
import { eventBody, forms, openingBody, type SentEvent, withPhysicians } from './bodies.ts';
import { type Asked, isUnmandated, type Reply } from './cases.ts';
import type { Clock, Watch } from './clock.ts';
import type { Identity } from './identity.ts';
import { type Locale, localeNamed, locales, wordsFor } from './languages.ts';
import type { Person } from './register.ts';
import type { Line } from './store.ts';

type Awaitable<Value> = Value | Promise<Value>;

/** Who there is on a day, who records for whom, and what is known of a physician. */
export interface KnownPeople {
  person(id: string, day: string): Awaitable<Person | null>;
  mayRecord(recorder: string, person: string, day: string): Awaitable<boolean>;
  physician(id: string, day: string): Awaitable<unknown>;
  mayRepresent(mandate: string, representative: string, employee: string, day: string): Promise<boolean>;
}

/** Whatever keeps the cases. */
export interface Keeper {
  open(opening: object, asked: Asked, at: Date): Promise<Reply>;
  report(caseId: string, event: SentEvent, how: How, asked: Asked, at: Date): Promise<Reply>;
  /** The case and the roles in which a person sees anything of it; the same null for a case that is hidden and for none. */
  seenBy(person: string, caseId: string, day: string): Promise<{ current: Case; roles: Role[] } | null>;
  /** Cases of which a person sees anything, some at a time, after the id given. */
  of(person: string, day: string, after: string, limit: number): Promise<string[]>;
  /** The opening and the events after it. */
  log(caseId: string): Promise<unknown[]>;
  /** Adds a line to the access log; done when it is kept. */
  note(line: Line): Promise<void>;
  /** The access log of a case, some lines at a time, after the number given. */
  lines(caseId: string, after: number, limit: number): Promise<(Line & { seq: number })[]>;
}

/** Where the host says what it does, in lines of JSON: never of a case, but by the id of a request. */
export interface Log {
  info(about: object, what: string): void;
  warn(about: object, what: string): void;
}

/** What the API stands on. */
export interface Parts {
  register: KnownPeople;
  cases: Keeper;
  identity: Identity;
  clock: Clock;
  watch: Pick<Watch, 'doubt'>;
  /** Why nothing is taken now. */
  isShut(): Extract<ErrorName, 'notStored' | 'tooManyLetters'> | null;
  /** Whether an error says that nothing can be kept or read now. */
  isAway(error: unknown): boolean;
  requestsAMinute: number;
  /** Told how long each request took, in seconds. */
  took(action: string, status: number, seconds: number): void;
  log: Log;
  /** For trying: whom the page offers to be. */
  people?: string[];
  /** For trying: a request that the page has ready, of today. */
  opening?: (now: Date) => object;
}

/** What a request turns out to be about, for its line in the access log. */
type About = Pick<Line, 'forPerson' | 'role' | 'caseId' | 'action'>;

type Known = {
  Bindings: { incoming: IncomingMessage };
  Variables: { request: string; person: Person; isRegistered: boolean; locale: Locale; about: About; isNoted: boolean };
};

const largest = 65_536;
const pageOfCases = 100;
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

/** After how many seconds to try again. */
const later: Partial<Record<ErrorName, string>> = {
  clockInDoubt: '60',
  notStored: '5',
  tooManyLetters: '60',
  tooManyRequests: '60',
};

const no = (c: Context, error: ErrorName, more: object = {}) => {
  const after = later[error];
  if (after) c.header('retry-after', after);
  return c.json({ error, ...more }, errors[error][0]);
};

const malformed = (c: Context, issues: readonly { path?: readonly unknown[]; code?: string }[] = []) =>
  no(c, 'malformed', { issues: issues.map(({ path = [], code = 'invalid' }) => ({ path: path.join('.'), code })) });

const isJson = (header: string | undefined): boolean => {
  try {
    return new MIMEType(header ?? '').essence === 'application/json';
  } catch {
    return false;
  }
};

// ---------------------------------------------------------------------------------------------------- description

const content = (schema: z.ZodType) => ({ content: { 'application/json': { schema: resolver(schema) } } });

/** What a route may answer besides, by status. */
const failing = (...names: ErrorName[]) =>
  Object.fromEntries(
    [...new Set(names.map((name) => errors[name][0]))].map((status) => {
      const same = names.filter((name) => errors[name][0] === status);
      const description = same.map((name) => `\`${name}\`: ${errors[name][1]}`).join(' ');
      return [status, { description, ...content(answers.failed) }];
    }),
  );

const always: ErrorName[] = [
  'unknownLanguage',
  'malformed',
  'unauthenticated',
  'notInRegister',
  'tooManyRequests',
  'notStored',
];

const telling = (operationId: string, summary: string, schema: z.ZodType, ...more: ErrorName[]) =>
  describeRoute({
    operationId,
    summary,
    parameters: [lang],
    responses: { 200: { description: 'As much as you may know.', ...content(schema) }, ...failing(...always, ...more) },
  });

const recording = (operationId: string, summary: string, schema: z.ZodType, ...more: ErrorName[]) =>
  describeRoute({
    operationId,
    summary,
    parameters: [
      lang,
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: 'The same for every attempt at the same request. It is taken once, and answered the same.',
        schema: { type: 'string', pattern: keyPattern.source },
      },
    ],
    responses: {
      201: { description: 'It is taken, and kept.', ...content(schema) },
      ...failing(
        ...always,
        'noIdempotencyKey',
        'mayNotRecordForThem',
        'tooLarge',
        'notJson',
        'dayInTheFuture',
        'unknownPhysician',
        'keyOfAnotherRequest',
        'clockInDoubt',
        'tooManyLetters',
        'notTaken',
        ...more,
      ),
    },
  });

const lang = { name: 'lang', in: 'query' as const, schema: { enum: locales, default: 'nl' } };
const caseId = openingSchema.shape.caseId;
const inRole = z.object({ caseId, role: z.enum(roles) });

const documentation = {
  openapi: '3.1.0',
  info: {
    title: 'Second opinion at an occupational health service',
    version: '1',
    description:
      'Who records comes from the token. A physician is named by id; what is known of them comes from the register of the service.',
  },
  servers: [{ url: '.' }],
  security: [{ token: [] }],
  components: { securitySchemes: { token: { type: 'http' as const, scheme: 'bearer', bearerFormat: 'JWT' } } },
};

// ---------------------------------------------------------------------------------------------------- routes

/** The HTTP side: who asks, what they may ask, and an answer that says no more than their view. */
export function apiOf(parts: Parts): Hono<Known> {
  const { register, cases, identity, clock, watch, isAway, log } = parts;
  const api = new Hono<Known>();
  const today = () => dayOf(clock.now());

  api.use(async (c, next) => {
    const request = randomUUID();
    const began = performance.now();
    c.set('request', request);
    await trace.getTracer('second-opinion host').startActiveSpan(c.req.method, async (span) => {
      await next();
      // What was asked, not the address: that holds the id of a case.
      const action = c.get('about')?.action ?? '';
      const seconds = (performance.now() - began) / 1_000;
      parts.took(action, c.res.status, seconds);
      log.info({ request, action, status: c.res.status, seconds }, 'answered');
      span.updateName(`${c.req.method} ${action}`);
      span.setAttribute('http.response.status_code', c.res.status);
      if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    c.header('x-request-id', request);
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  api.onError((error, c) => {
    if (error instanceof HTTPException) return malformed(c);
    if (isAway(error)) return no(c, 'notStored');
    // Only the kind: a message could quote a case.
    log.warn({ kind: error.name, request: c.get('request') }, 'A request failed.');
    return no(c, 'failed');
  });
  api.notFound((c) => no(c, 'notFound'));

  api.use(async (c, next) => {
    if ((c.env?.incoming?.headersDistinct.host?.length ?? 1) > 1) return malformed(c);
    // Dutch where no language is asked; one that is not there cannot be asked for.
    const locale = localeNamed(c.req.query('lang') ?? 'nl');
    if (!locale) return no(c, 'unknownLanguage');
    c.set('locale', locale);
    return next();
  });

  api.get('/', (c) => c.html(page, 200, { 'content-security-policy': policy }));
  api.get('/openapi.json', openAPIRouteHandler(api, { documentation, defaultValidationErrorResponse: false }));
  api.get('/forms.json', (c) => c.json(forms));
  api.get('/words.json', (c) => {
    const { success, data } = z.enum(roles).optional().safeParse(c.req.query('role'));
    return success ? c.json(wordsFor(c.get('locale'), data ?? 'host')) : malformed(c);
  });
  api.get('/today.json', (c) => c.json({ today: today(), clockInDoubt: watch.doubt() }));
  api.get('/people.json', (c) => c.json(parts.people ?? []));
  api.get('/opening.json', (c) => c.json(parts.opening?.(clock.now()) ?? null));

  // Who asks, before anything of what they send is read.
  const known: MiddlewareHandler<Known> = async (c, next) => {
    const [, token] = /^bearer +([\w.-]+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const id = token ? await identity.personOf(token, clock.now()) : null;
    if (!id) {
      c.header('www-authenticate', 'Bearer');
      c.header('connection', 'close');
      return no(c, 'unauthenticated');
    }
    const person = await register.person(id, today());
    c.set('isRegistered', person !== null);
    c.set('person', person ?? { id, audits: false, handlesComplaints: false });
    c.set('about', { forPerson: id, role: '', caseId: '', action: '' });
    return next();
  };

  /** Keeps who asked for what, and how it was answered, before the answer goes out. */
  const noted: MiddlewareHandler<Known> = async (c, next) => {
    await next();
    // What was taken has its line already.
    if (!c.get('isNoted')) await cases.note(lineOf(c, c.res.status));
  };

  const lineOf = (c: Context<Known>, status: number): Line => ({
    at: clock.now().toISOString(),
    request: c.get('request'),
    person: c.get('person').id,
    ...c.get('about'),
    status,
  });

  const isRegistered: MiddlewareHandler<Known> = async (c, next) =>
    c.get('isRegistered') ? next() : no(c, 'notInRegister');

  const ofCases = '/cases/*';
  api.use(ofCases, known);
  api.use(
    ofCases,
    rateLimiter<Known>({
      windowMs: 60_000,
      limit: parts.requestsAMinute,
      standardHeaders: false,
      keyGenerator: (c) => c.get('person').id,
      handler: (c) => no(c, 'tooManyRequests'),
    }),
  );
  api.use(ofCases, noted, isRegistered);
  api.use(ofCases, bodyLimit({ maxSize: largest, onError: (c) => no(c, 'tooLarge') }));

  // ---------------------------------------------------------------------------------------------------- telling

  const says = (current: Case, role: Role, person: string, locale: Locale): string =>
    summaryFor(current, { role, person }, wordsFor(locale, role)).sentence;

  api.get(
    '/cases',
    telling('listCases', 'The cases of which you see anything, and in which role', answers.cases),
    validator('query', z.object({ after: z.optional(caseId) }), ({ success }, c) =>
      success ? undefined : malformed(c),
    ),
    async (c) => {
      const { id } = c.get('person');
      c.set('about', { ...c.get('about'), action: 'cases' });
      const ids = await cases.of(id, today(), c.req.valid('query').after ?? '', pageOfCases);
      const seen = await Promise.all(
        ids.map(async (caseId) => {
          const found = await cases.seenBy(id, caseId, today());
          return (found?.roles ?? []).map((role) => ({
            caseId,
            role,
            says: found && says(found.current, role, id, c.get('locale')),
          }));
        }),
      );
      return c.json({ cases: seen.flat(), next: ids.length < pageOfCases ? null : (ids.at(-1) ?? null) });
    },
  );

  type Seen = { current: Case; role: Role; person: string };

  /** What a person sees of a case in a role; what they may not, they are told of as of what is not there. */
  const tellingOf =
    (action: string, answer: (c: Context<Known>, seen: Seen) => Awaitable<Response>) =>
    async (c: Context<Known>): Promise<Response> => {
      const { success, data } = inRole.safeParse(c.req.param());
      c.set('about', { ...c.get('about'), ...data, action });
      if (!success) return no(c, 'notFound');
      const { caseId, role } = data;
      const person = c.get('person').id;
      const found = await cases.seenBy(person, caseId, today());
      return found?.roles.includes(role) ? answer(c, { current: found.current, role, person }) : no(c, 'notFound');
    };

  api.get(
    '/cases/:caseId/as/:role/view',
    telling('viewCase', 'Your view of a case', answers.view, 'notFound'),
    tellingOf('view', (c, { current, role, person }) =>
      c.json({ says: says(current, role, person, c.get('locale')), ...viewFor(current, { role, person }) }),
    ),
  );

  api.get(
    '/cases/:caseId/as/:role/expected',
    telling('expectedEvents', 'On whom it waits, and what you may report', answers.expected, 'notFound'),
    tellingOf('expected', (c, { current, role, person }) => {
      const { waitingOn, mayReport } = viewFor(current, { role, person });
      return c.json({ waitingOn, mayReport });
    }),
  );

  api.get(
    '/cases/:caseId/as/:role/terms',
    telling('terms', 'The terms that concern you', answers.terms, 'notFound'),
    tellingOf('terms', (c, { current, role, person }) =>
      c.json({ terms: viewFor(current, { role, person }).deadlines }),
    ),
  );

  api.get(
    '/cases/:caseId/as/:role/timeline',
    telling('timeline', 'The case as a story, as far as you may know it', answers.timeline, 'notFound'),
    tellingOf('timeline', async (c, { current, role, person }) => {
      const [opening, ...events] = await cases.log(current.caseId);
      const { entries } = timelineFor(opening, events, { role, person }, wordsFor(c.get('locale'), role));
      return c.json({ timeline: entries.map(({ recordedBy: _, ...entry }) => entry) });
    }),
  );

  const after = z.object({ after: z.coerce.number().int().min(0).default(0) });

  api.get(
    '/cases/:caseId/as/:role/lookers',
    telling(
      'whoLooked',
      'Who looked at your case, and did or tried what: for the employee',
      answers.looked,
      'notFound',
    ),
    tellingOf('lookers', async (c, { current, role }) => {
      const { success, data } = after.safeParse(c.req.query());
      if (!success) return malformed(c);
      if (role !== 'employee') return no(c, 'notFound');
      const found = await cases.lines(current.caseId, data.after, pageOfCases);
      const lines = found.map(({ at, person, forPerson, role, action, status }) => ({
        ...{ at, person, forPerson, role, action, status },
      }));
      return c.json({ lines, next: found.length < pageOfCases ? null : (found.at(-1)?.seq ?? null) });
    }),
  );

  // ---------------------------------------------------------------------------------------------------- recording

  /** What can be checked before the body is read. */
  const mayRecord: MiddlewareHandler<Known> = async (c, next) => {
    if (watch.doubt()) return no(c, 'clockInDoubt');
    const shut = parts.isShut();
    if (shut) return no(c, shut);
    if (!keyPattern.test(c.req.header('idempotency-key') ?? '')) return no(c, 'noIdempotencyKey');
    return isJson(c.req.header('content-type')) ? next() : no(c, 'notJson');
  };

  /** What can be checked without looking at any case; what the body asks for, or why not. */
  const checked = async <Body extends { by: string; on: string }>(
    c: Context<Known>,
    data: Body,
    action: string,
  ): Promise<{ asked: Asked; at: Date } | Response> => {
    const { id: recorder } = c.get('person');
    const at = clock.now();
    c.set('about', { forPerson: data.by, role: '', caseId: c.req.param('caseId') ?? '', action });
    // The scheduler alone speaks for itself.
    if (data.by === 'scheduler' || !(await register.mayRecord(recorder, data.by, dayOf(at))))
      return no(c, 'mayNotRecordForThem');
    if (data.on > dayOf(at)) return no(c, 'dayInTheFuture');
    const same = JSON.stringify([c.req.path, c.req.query('how') ?? '', data]);
    const key = c.req.header('idempotency-key') ?? '';
    return { asked: { recorder, key, same, line: lineOf(c, 201) }, at };
  };

  const answered = async (c: Context<Known>, reply: Reply, taken: object, mayReport: () => Awaitable<unknown>) => {
    if ('taken' in reply) {
      c.set('isNoted', true);
      return c.json({ taken: true, ...taken }, 201);
    }
    if (reply.refused === 'noCase') return no(c, 'notFound');
    if (reply.refused === 'otherRequest') return no(c, 'keyOfAnotherRequest');
    // Why not can tell what they may not know; what they may report, and what that needs, is in their view.
    return no(c, 'notTaken', { mayReport: await mayReport() });
  };

  api.post(
    '/cases',
    mayRecord,
    recording('openCase', 'Open a case: the request of the employee', answers.opened, 'unknownMandate'),
    validator('json', openingBody, (sent, c) => (sent.success ? undefined : malformed(c, sent.error as never))),
    async (c) => {
      const body = c.req.valid('json');
      const sent = await checked(c, body, 'opening');
      if (sent instanceof Response) return sent;
      const { asked, at } = sent;
      if (await isUnmandated(body as never, register, dayOf(at))) return no(c, 'unknownMandate');
      const opening = await withPhysicians(body, 'opening', async (id) => register.physician(id, dayOf(at)));
      if (!opening) return no(c, 'unknownPhysician');
      const reply = await cases.open(opening, asked, at);
      return answered(c, reply, 'taken' in reply ? { caseId: reply.taken } : {}, () => []);
    },
  );

  const how = z.object({ how: z.enum(['advance', 'record']).default('advance') });

  api.post(
    '/cases/:caseId/events',
    mayRecord,
    recording('reportEvent', 'Report what was done', answers.taken, 'notFound', 'mayNotAudit'),
    validator('query', how, ({ success }, c) => (success ? undefined : malformed(c))),
    validator('json', eventBody, (sent, c) => (sent.success ? undefined : malformed(c, sent.error as never))),
    async (c) => {
      const { how } = c.req.valid('query');
      const body = c.req.valid('json') as unknown as SentEvent;
      const sent = await checked(c, body, body.type);
      if (sent instanceof Response) return sent;
      const { asked, at } = sent;
      const day = dayOf(at);
      const id = caseId.safeParse(c.req.param('caseId')).data;
      if (id === undefined) return no(c, 'notFound');
      if (how === 'record' && !c.get('person').audits) return no(c, 'mayNotAudit');
      if (forComplaintHandlers.includes(body.type) && !(await register.person(body.by, day))?.handlesComplaints)
        return no(c, 'mayNotRecordForThem');
      const event = await withPhysicians(body, body.type, async (physician) => register.physician(physician, day));
      if (!event) return no(c, 'unknownPhysician');
      return answered(c, await cases.report(id, event, how, asked, at), {}, async () => {
        const found = await cases.seenBy(asked.recorder, id, day);
        return (found?.roles ?? []).flatMap((role) =>
          found
            ? viewFor(found.current, { role, person: asked.recorder }).mayReport.filter(
                ({ type }) => type === body.type,
              )
            : [],
        );
      });
    },
  );

  return api;
}
