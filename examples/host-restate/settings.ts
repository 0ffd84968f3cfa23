import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, clockIn, systemClock } from '../host/clock.ts';

const env = process.env;

/** The register for trying out. */
export const tryOut = fileURLToPath(new URL('../host/people.json', import.meta.url));

/** How the host is set up. Its processes read the same environment. */
export const settings = {
  /** The folder of the server's data, its sockets and the keys. */
  folder: resolve(env.HOST_DATA ?? '.data/host-restate'),
  port: Number(env.HOST_PORT ?? 4320),
  /** Where the server finds the services. It remembers, so this stays the same as long as the data does. */
  servicePort: Number(env.HOST_SERVICE_PORT ?? 4321),
  people: env.HOST_PEOPLE ?? tryOut,
  /** The longest a delayed call waits, in milliseconds, so that a clock that is put right is looked at again. */
  longest: Number(env.HOST_EVERY ?? 86_400_000),
  /** How long a request may take, in milliseconds. */
  patience: Number(env.HOST_PATIENCE ?? 10_000),
  /** After how many days of absence a person must confirm the day. */
  longestAway: Number(env.HOST_LONGEST_AWAY ?? 14),
  /** The day as a person has read it elsewhere. */
  confirmedDay: env.HOST_CONFIRMED_DAY,
  /** The mail room that takes letters. */
  deliverTo: env.HOST_DELIVER_TO ?? '',
};

export const clock: Clock = env.HOST_CLOCK ? clockIn(env.HOST_CLOCK) : systemClock;

export const serverFolder = `${settings.folder}/restate`;

/** The sockets of the server; a path to one must be short. */
export const socketOf = (which: 'ingress' | 'admin'): string =>
  relative(process.cwd(), `${serverFolder}/host/${which}.sock`);
