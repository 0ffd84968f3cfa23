import { type Case, parseCase, type Role } from 'lpbso-second-opinion';
import type { Keeper, Replied } from '../host/api.ts';
import { type Asked, digestOf, openedAs } from '../host/cases.ts';
import type { Identity } from '../host/identity.ts';
import { call } from './door.ts';
import { anyHandler, type Became } from './objects.ts';
import type { FullRegister } from './register.ts';

const replied = (became: Became): Replied =>
  'taken' in became ? { taken: { status: 201, body: became.taken } } : became;

/** Keeps the cases by asking the server to call their objects. */
export function keeperOf(identity: Identity, register: FullRegister): Keeper {
  const asking = (asked: Asked) => ({ recorder: asked.recorder, key: asked.key, request: digestOf(asked) });
  return {
    open: async (opening, asked, at) =>
      replied((await call('case', openedAs(identity, asked), 'open', { opening, asked: asking(asked), at })) as Became),
    report: async (caseId, event, how, asked, at) =>
      replied((await call('case', caseId, 'report', { event, how, asked: asking(asked), at })) as Became),
    seenBy: async (person, caseId) => {
      const found = (await call('case', caseId, 'seenBy', { person })) as { current: Case; roles: Role[] } | null;
      return found && { current: parseCase(found.current), roles: found.roles };
    },
    of: async (person) => {
      const keys = [person, ...(register.person(person).handlesComplaints ? [anyHandler] : [])];
      const found = await Promise.all(keys.map((key) => call('person', key, 'cases') as Promise<string[]>));
      return [...new Set(found.flat())];
    },
    log: async (caseId) => (await call('case', caseId, 'log')) as unknown[],
  };
}
