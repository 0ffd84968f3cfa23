import { createBrowserInspector } from '@statelyai/inspect';
import type { Message } from '../actor.ts';

export const hostedAddress = 'https://stately.ai/inspect';

type Status = 'hostedNothing' | 'hostedSent' | 'hostedBlocked' | 'hostedStopped';

/** Stately's own inspector: the page of another company, which is sent everything from when it is opened until it is stopped. */
export const hosted = {
  status: 'hostedNothing' as Status,
  inspector: null as ReturnType<typeof createBrowserInspector> | null,

  open(messages: Message[]): void {
    this.inspector = createBrowserInspector({
      url: hostedAddress,
      autoStart: false,
      // The package would cut what is long; each message is plain JSON already.
      serialize: (message) => message,
      maxDeferredEvents: Number.POSITIVE_INFINITY,
    });
    for (const message of messages) this.send(message);
    this.inspector.start();
    if (this.inspector.adapter.targetWindow) this.status = 'hostedSent';
    else this.stop('hostedBlocked');
  },

  send(message: Message): void {
    this.inspector?.adapter.send(message);
  },

  stop(status: Status): void {
    if (this.inspector) {
      this.inspector.adapter.targetWindow?.close();
      // The package answers any window that reports itself, also once it is stopped.
      this.inspector.adapter.targetWindow = null;
    }
    this.inspector = null;
    this.status = status;
  },
};
