import * as z from 'zod';
import {
  address,
  type Settings as HostSettings,
  settingsIn as hostSettingsIn,
  port,
  readFrom,
} from '../host/settings.ts';

const listOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1));

const environment = z.object({
  /** The nodes that take calls, with commas between them: where one is away, the next is asked. */
  RESTATE_INGRESS: listOf(address),
  /** Where the services are made known. Without it, whoever runs Restate does that. */
  RESTATE_ADMIN: address.optional(),
  /** The public keys of those that may call the services, with commas between them; a node prints its own when it starts. */
  RESTATE_IDENTITY_KEYS: listOf(z.string().startsWith('publickeyv1_')),
  /** Where Restate reaches the services: one of them, or whatever stands before several. */
  HOST_SERVICE_URL: address,
  /** Where this service listens for Restate. */
  HOST_SERVICE_ADDRESS: z.string().min(1).default('127.0.0.1'),
  HOST_SERVICE_PORT: port.default(4321),
  /** Where so many letters wait, nothing more is taken: fewer than in a database, since an outbox goes through all that wait in it. */
  HOST_MOST_LETTERS: z.coerce.number().int().min(1).default(10_000),
  /** The register, in a file, which is read anew when it changes. */
  HOST_PEOPLE: z.string().min(1),
});

/** How a service is set up: as the host beside it, but for where the cases are. */
export type Settings = HostSettings & z.infer<typeof environment>;

export const settingsIn = (env: NodeJS.ProcessEnv): Settings => ({
  ...hostSettingsIn(env),
  ...readFrom(environment, env),
});
