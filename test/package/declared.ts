import * as door from 'lpbso-second-opinion';
import * as figures from 'lpbso-second-opinion/figures';
import * as forms from 'lpbso-second-opinion/forms';
import * as testing from 'lpbso-second-opinion/testing';
import * as arbitraries from 'lpbso-second-opinion/testing/arbitraries';
import * as words from 'lpbso-second-opinion/words';
import { nl } from 'lpbso-second-opinion/words/nl';
import { type Actor, createActor } from 'xstate';
import * as z from 'zod';

// What a host's own modules export of the library. Their declarations name every type by the door.

export const everything = { ...door, ...figures, ...forms, ...testing, ...arbitraries, ...words, nl };

export const machine = door.secondOpinionMachine;
export const { config } = machine;
export const withMail = machine.provide({ actions: { notify: (_, notice) => void notice } });
export const start = (input: door.Opening) => createActor(machine, { input });
export const snapshot = (input: door.Opening) => start(input).getSnapshot();
export const metaIn = (actor: Actor<typeof machine>) => actor.getSnapshot().getMeta();

/** With the zod of the host. */
export const batch = z.array(door.eventSchema);
export const entry = z.strictObject({ opening: door.openingSchema, kept: z.optional(door.caseSchema) });
