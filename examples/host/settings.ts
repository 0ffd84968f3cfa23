import { resolve } from 'node:path';
import * as z from 'zod';

export const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(0);
const isLoopback = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
/** What goes there or comes from there leaves the machine encrypted. */
export const address = z
  .url({ protocol: /^https?$/ })
  .refine((url) => url.startsWith('https:') || isLoopback(url), 'is not on https');

const environment = z.object({
  /** The folder of the database, where it is in a file, and of the lock. */
  HOST_DATA: z.string().min(1).default('.data/host'),
  /** Where the cases are kept instead: several hosts may share it. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HOST_ADDRESS: z.string().min(1).default('127.0.0.1'),
  HOST_PORT: port.default(4310),
  /** Where the host says how it is, to whoever runs it. */
  HOST_OPERATIONS_PORT: port.default(4311),
  HOST_ISSUER: address.optional(),
  HOST_AUDIENCE: z.string().min(1).default('second-opinion'),
  HOST_TOKEN_TYPE: z.string().min(1).default('at+jwt'),
  HOST_TOKEN_MINUTES: count.min(1).default(60),
  /** The mail room that takes letters. */
  HOST_DELIVER_TO: z.url({ protocol: /^https?$/ }).optional(),
  /** Where so many letters wait, nothing more is taken. */
  HOST_MOST_LETTERS: count.min(1).default(100_000),
  /** So many requests may a person make in a minute. */
  HOST_REQUESTS_A_MINUTE: count.min(1).default(600),
  HOST_CONNECTIONS: count.min(1).default(1_000),
  /** How often the scheduler looks, in milliseconds. */
  HOST_EVERY: count.min(1).default(10_000),
  /** How long a request may take to come in, and how long those under way may take when the host stops; in milliseconds. */
  HOST_PATIENCE: count.min(1).default(10_000),
  /** After so many days of absence a person must confirm the day. */
  HOST_LONGEST_AWAY: count.default(14),
  /** The day as a person has read it elsewhere. */
  HOST_CONFIRMED_DAY: z.iso.date().optional(),
  /** A clock that a test moves by hand. */
  HOST_CLOCK: z.string().min(1).optional(),
  /** The most pages that the file may take; 0 for no limit. */
  HOST_MOST_PAGES: count.default(0),
  /** For so many years after it ended a case is kept. */
  HOST_KEPT_YEARS: count.min(1).optional(),
});

/** How the host is set up. */
export type Settings = z.infer<typeof environment>;

/** What a person can put right before the host starts: said in one line. */
export class NotSetUp extends Error {
  override name = 'NotSetUp';
}

/** What the environment says of what a schema asks for; an empty value is none. */
export function readFrom<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { success, data, error } = schema.safeParse(given);
  if (!success) throw new NotSetUp(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return data;
}

export function settingsIn(env: NodeJS.ProcessEnv): Settings {
  const data = readFrom(environment, env);
  return { ...data, HOST_DATA: resolve(data.HOST_DATA) };
}
