import * as restate from '@restatedev/restate-sdk';
import { UnreadableCase } from 'lpbso-second-opinion';
import type { Log } from '../host/api.ts';
import { unreadable } from './restate.ts';

/** One object may change what it keeps, or several may look at it at once. */
export const { exclusive, shared } = restate.handlers.object;

/** Only what a handler asks for is sent along with a call: a case keeps its whole log. */
export const lazy = { enableLazyState: true };

/** For the objects among themselves: nobody calls it from outside. */
export const inside = { ...lazy, ingressPrivate: true };

/** Of every object, whatever the server is set to. */
export const optionsWith = (log: Pick<Log, 'warn'>): restate.DefaultServiceOptions => ({
  // What was done and answered is kept with the case, not by the server as well.
  journalRetention: 0,
  idempotencyRetention: 0,
  // What fails is tried again for as long as the services are away. Where the server gave up, it would hold the whole object back.
  retryPolicy: { initialInterval: 50, maxInterval: 2_000, maxAttempts: 1_000_000_000 },
  // No case is read out of what cannot be trusted, however often it is tried.
  asTerminalError: (error) => {
    if (!(error instanceof UnreadableCase)) return undefined;
    log.warn({}, 'A case cannot be read.');
    return new restate.TerminalError(error.name, { errorCode: unreadable });
  },
});
