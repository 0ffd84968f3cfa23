import { type Case, dayOf, parseCase, type Role } from 'lpbso-second-opinion';
import type { Keeper } from '../host/api.ts';
import { type Asked, anyHandler, digestOf, type Reply } from '../host/cases.ts';
import type { Line } from '../host/store.ts';
import { keptAt } from './access-log.ts';
import type { Asking } from './case.ts';
import { openingKey } from './opening.ts';
import type { FileRegister } from './register.ts';
import type { Call } from './restate.ts';

const askingOf = (asked: Asked): Asking => {
  const { recorder, key, line } = asked;
  return { recorder, key, request: digestOf(asked), line };
};

/** Keeps the cases by calling their objects. */
export function keeperOf(call: Call, register: FileRegister): Keeper {
  return {
    open: async (opening, asked, at) =>
      (await call('opening', openingKey(asked), 'open', { opening, asked: askingOf(asked), at })) as Reply,
    report: async (caseId, event, how, asked, at) => {
      const day = dayOf(at);
      const { recorder } = asked;
      const viewers = [recorder, ...register.recordsFor(recorder, day)].map((each) => register.viewer(each, day));
      return (await call('case', caseId, 'report', { event, how, asked: askingOf(asked), at, viewers })) as Reply;
    },
    seenBy: async (person, caseId, day) => {
      const viewer = register.viewer(person, day);
      const found = (await call('case', caseId, 'seenBy', viewer)) as { current: Case; roles: Role[] } | null;
      return found && { current: parseCase(found.current), roles: found.roles };
    },
    of: async (person, day, after, limit) => {
      const keys = [person, ...(register.person(person, day)?.handlesComplaints ? [anyHandler] : [])];
      const found = await Promise.all(
        keys.map((key) => call('person', key, 'cases', { after, limit }) as Promise<string[]>),
      );
      return [...new Set(found.flat())].sort().slice(0, limit);
    },
    log: async (caseId) => (await call('case', caseId, 'log')) as unknown[],
    // It is kept as soon as Restate has taken it: its nodes write down a call that nobody waits for before they say yes to it.
    note: async (line) => void (await call('accessLog', keptAt(line), 'add/send', [line])),
    lines: async (caseId, after, limit) =>
      (await call('accessLog', caseId, 'lines', { after, limit })) as (Line & { seq: number })[],
  };
}
