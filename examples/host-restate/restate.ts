import { setTimeout as wait } from 'node:timers/promises';
import { NotSetUp } from '../host/settings.ts';

/** Restate cannot take or tell anything now. What was asked may have been done all the same, or be done later. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

/** What a handler answers where it can do nothing with what is stored. */
export const unreadable = 422;

const post = (address: string, path: string, body: unknown, signal: AbortSignal): Promise<Response> =>
  fetch(address.replace(/\/$/, '') + path, {
    method: 'POST',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });

/** Calls a handler of an object, and comes back with what it answers. */
export type Call = (object: string, key: string, handler: string, body?: unknown) => Promise<unknown>;

/** Calls by way of whichever node answers. A call may be made twice: no handler does anything twice. */
export function callerOf(nodes: string[], patience: number): Call {
  let last = 0;
  return async (object, key, handler, body) => {
    const signal = AbortSignal.timeout(patience);
    for (let n = 0, at = last; n < nodes.length; n += 1, at = (at + 1) % nodes.length) {
      try {
        const answer = await post(nodes[at] ?? '', `/${object}/${encodeURIComponent(key)}/${handler}`, body, signal);
        const text = await answer.text();
        last = at;
        if (answer.status === unreadable) throw new Error('A case cannot be read');
        if (!answer.ok) throw new Unavailable();
        return text ? JSON.parse(text) : undefined;
      } catch (error) {
        // A node that is away is no answer; the next may be there.
        if (!(error instanceof TypeError)) throw error instanceof DOMException ? new Unavailable() : error;
      }
    }
    throw new Unavailable();
  };
}

/** Makes the services known under an address, as soon as Restate is there. */
export async function makeKnown(admin: string, services: string): Promise<void> {
  for (;;) {
    const answer = await post(admin, '/deployments', { uri: services }, AbortSignal.timeout(10_000)).catch(() => null);
    if (answer?.ok) return;
    if (answer && answer.status >= 400 && answer.status < 500)
      throw new NotSetUp(`Restate does not take the services at ${services}: ${await answer.text()}`);
    await wait(50);
  }
}
