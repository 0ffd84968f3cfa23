import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../src/acts.js';
import { type Case, type Role, viewFor } from '../src/index.js';
import { everyPath, type Story } from '../src/testing/index.js';
import { Dice } from '../src/testing/reports.js';
import {
  anyHistories,
  type How,
  lastOf,
  patience,
  runs,
  seed,
  type Turn,
  turnsOf,
  usualWays,
} from './support/histories.js';
import { changes, generic, type Party, pairFor, parties, personIn, shownTo } from './support/secrets.js';
import { clause, type opening, physician, storyTo, type Told } from './support/story.js';

interface Followed {
  history: Story;
  turns: Turn[];
  end: Case;
}

const followed = ({ history, how }: { history: Story; how: How }): Followed => {
  const turns = turnsOf(history, how) ?? expect.fail('a history that is not taken');
  return { history, turns, end: lastOf(turns) };
};

/** A statement about every history, tried on the usual ways and on random ones. */
const ofEveryHistory = (share: number, holds: (followed: Followed) => void): void =>
  fc.assert(
    fc.property(anyHistories, (told) => holds(followed(told))),
    { numRuns: usualWays.length + Math.ceil(runs * share), examples: usualWays.map((each) => [each]) },
  );

const nothing = (role: Role) => ({ role, sees: null, waitingOn: [], mayReport: [], deadlines: [] });

const quoted = (shown: unknown): string => JSON.stringify(shown);

describe('random histories', () => {
  it(
    'reach every step, and every event is taken in them',
    () => {
      const steps = new Set<string>();
      const types = new Set<string>();
      // The rarest event is in one of some hundreds of histories: chance alone would leave it out now and then.
      const random = fc.sample(anyHistories, { numRuns: 2_000, seed: 17 });
      for (const { taken, event } of [...usualWays, ...random].flatMap((told) => followed(told).turns)) {
        steps.add(taken.case.step);
        if (event) types.add(event.type);
      }
      expect(steps.size).toBe(Object.keys(storyTo).length);
      expect([...types].sort()).toEqual([...eventTypes].sort());
    },
    patience,
  );
});

describe('what a party may not see', () => {
  for (const role of parties) {
    it(
      `leaves what the ${role} is shown the same, whatever it is`,
      () => {
        const pairs = new Map(Object.keys(changes[role]).map((kind) => [kind, 0]));
        const indistinguishable = (told: { history: Story; how: How }, chance: number): void => {
          const dice = new Dice(chance);
          const locale = dice.of(['nl', 'en'] as const);
          const most = Object.keys(generic);
          const some = chance < usualWays.length ? most : [dice.of(most), dice.of(most)];
          for (const kind of pairs.keys()) {
            if (kind in generic && !some.includes(kind)) continue;
            const pair = pairFor(role, kind, told.history, dice, told.how);
            if (!pair) continue;
            pairs.set(kind, (pairs.get(kind) ?? 0) + 1);
            expect({ kind, ...shownTo(pair.other, pair.otherTurns, role, [locale]) }).toEqual({
              kind,
              ...shownTo(told.history, pair.turns, role, [locale]),
            });
          }
        };
        fc.assert(fc.property(anyHistories, seed, indistinguishable), {
          numRuns: 2 * usualWays.length + Math.ceil(runs / parties.length),
          examples: usualWays.flatMap(({ history }, at) =>
            (['advance', 'record'] as How[]).map((how): [{ history: Story; how: How }, number] => [
              { history, how },
              at,
            ]),
          ),
        });
        expect([...pairs].filter(([, found]) => found === 0)).toEqual([]);
      },
      patience,
    );
  }
});

/** From which moment the employer may know anything. */
const tellsTheEmployer = ({ event, taken }: Turn): boolean => {
  if (!event || taken.clauses.length === 0) return false;
  if (event.type === 'transfer.accepted' || event.type === 'employer.asked') return true;
  if (event.type === 'employer.informed') return event.consent !== undefined;
  const asked = event.type === 'information.requested' || event.type === 'information.received';
  return asked && event.consent !== undefined && (event.source === 'employer' || event.source === 'workplace');
};

clause('G-4', () => {
  it(
    'shows the employer one and the same until they are asked or told with consent, or the guidance is transferred',
    () =>
      ofEveryHistory(0.3, ({ history, turns }) => {
        const told = turns.findIndex(tellsTheEmployer);
        const secret = told === -1 ? turns : turns.slice(0, told);
        for (const { taken } of secret) {
          expect(viewFor(taken.case, 'employer')).toEqual(nothing('employer'));
          expect(viewFor(taken.case, 'employer', 'employer-1')).toEqual(nothing('employer'));
          expect(taken.notices.filter(({ to }) => to.role === 'employer')).toEqual([]);
        }
        const until = { opening: history.opening, events: history.events.slice(0, secret.length - 1) };
        const { sentence, story } = shownTo(until, secret, 'employer', ['nl', 'en']);
        expect(sentence).toEqual(['Er is niets te melden.', 'There is nothing to report.']);
        expect(story).toEqual([[], []]);
      }),
    patience,
  );
});

clause('L-39', () => {
  it(
    'shows the own physician the reference of the advice only once they have a copy',
    () =>
      ofEveryHistory(0.05, ({ history, turns, end }) => {
        const references = history.events.flatMap(({ type, advice }) => (type === 'advice.finalised' ? [advice] : []));
        const last = references.at(-1);
        const shown = quoted(shownTo(history, turns, 'ownPhysician', ['nl', 'en']));
        for (const reference of references)
          if (reference !== last || !end.file.possession) expect(shown).not.toContain(reference);
        if (end.file.possession && end.file.execution.advice) expect(shown).toContain(last);
      }),
    patience,
  );
});

clause('B-17', () => {
  it(
    'shows a physician who declined, returned the engagement or was passed over nothing any more',
    () => {
      let gone = 0;
      ofEveryHistory(0.1, ({ turns, end }) => {
        const asked = new Set(turns.flatMap(({ taken }) => taken.case.file.engagement?.physician ?? []));
        asked.delete(end.file.engagement?.physician as string);
        gone += asked.size;
        for (const person of asked)
          expect(viewFor(end, 'secondOpinionPhysician', person)).toEqual(nothing('secondOpinionPhysician'));
      });
      expect(gone).toBeGreaterThan(0);
    },
    patience,
  );
});

clause('B-18a', () => {
  it(
    'never tells the physician who is asked second who was asked first',
    () => {
      let earlier = 0;
      ofEveryHistory(0.1, ({ history, turns, end }) => {
        const person = personIn(end, 'secondOpinionPhysician');
        if (!person) return;
        const others = new Set(
          turns.flatMap(({ taken: { case: each } }) => [
            ...(each.file.engagement ? [each.file.engagement.physician] : []),
            ...(each.file.choice ? [each.file.choice.first.id, each.file.choice.second?.id ?? person] : []),
          ]),
        );
        others.delete(person);
        // Whom they know otherwise: an own physician, and whom the employee named to them as one.
        for (const { taken } of turns) others.delete(taken.case.file.participants.ownPhysician.id);
        for (const { type, to } of history.events) if (type === 'forwarding.authorised') others.delete(String(to));
        const formerSelf = turns.some(
          ({ before, taken }) => before?.file.engagement?.physician === person && !taken.case.file.engagement,
        );
        if (formerSelf) return;
        earlier += others.size;
        const shown = quoted(shownTo(history, turns, 'secondOpinionPhysician', ['nl', 'en']));
        for (const other of others) expect(shown).not.toContain(other);
      });
      expect(earlier).toBeGreaterThan(0);
    },
    patience,
  );
});

const references = [
  ...['reasons', 'question', 'newFacts', 'agreedWithEmployer', 'scope', 'document', 'form', 'consent', 'draft'],
  ...['remarks', 'advice', 'decision', 'recordedBy'],
];

/** The same history with a marked value, found nowhere else, in every field that takes a reference. */
const marked = ({ opening: start, events }: Story): Story => {
  const renamed = new Map<unknown, string>();
  const earlier = (field: string) => `marked-opening-earlierRequests.${field}-0`;
  const advice = start.contestedAdvice as typeof opening.contestedAdvice;
  return {
    opening: {
      ...start,
      caseId: 'marked-opening-caseId-0',
      recordedBy: 'marked-opening-recordedBy-0',
      question: 'marked-opening-question-0',
      contract: {
        ...(start.contract as object),
        complaintsProcedure: 'marked-opening-complaintsProcedure-0',
        physicians: [physician('marked-opening-listed-0', 'marked-opening-listed.organisations-0')],
      },
      contestedAdvice: {
        ...advice,
        id: 'marked-opening-contestedAdvice-0',
        giver: { ...advice.giver, organisations: ['marked-opening-giver.organisations-0'] },
      },
      earlierRequests: [
        { id: earlier('id'), question: 'marked-opening-question-0', advice: earlier('advice'), outcome: 'completed' },
      ],
    },
    events: events.map((event, at) => {
      const n = at + 1;
      const mark = (field: string): string => `marked-${event.type}-${field}-${n}`;
      if (event.type === 'complaint.filed') renamed.set(event.complaint, mark('complaint'));
      return Object.fromEntries(
        Object.entries({ ...event, recordedBy: event.recordedBy ?? event.by }).map(([field, value]) => {
          if (field === 'recordedBy')
            return [field, event.document || !/authorised|signed/.test(event.type) ? mark(field) : event.by];
          if (field === 'complaint') return [field, renamed.get(value) ?? mark('unknown')];
          if (field === 'earlierRequests' && (value as unknown as string[]).length > 0) return [field, [earlier('id')]];
          if (references.includes(field)) return [field, mark(field)];
          if (typeof value === 'object' && value !== null && 'organisations' in value)
            return [field, { ...(value as object), organisations: [mark('organisations')] }];
          return [field, value];
        }),
      ) as unknown as Told;
    }),
  };
};

const leading: Party[] = ['employee', 'ownPhysician', 'secondOpinionPhysician'];
const allButTheEmployer = parties.filter((party) => party !== 'employer');
const complaining: Party[] = [...leading, 'thirdPhysician', 'complaintHandler'];

/** Who may see which reference. What is not here, nobody may. */
const mayAppear: Record<string, Party[]> = {
  'opening.caseId': allButTheEmployer,
  'opening.question': [...leading, 'thirdPhysician'],
  'opening.complaintsProcedure': ['employee', 'ownPhysician'],
  'opening.listed': ['employee', 'ownPhysician'],
  'opening.listed.organisations': ['employee', 'ownPhysician'],
  'opening.contestedAdvice': [...leading, 'thirdPhysician'],
  'opening.giver.organisations': [...leading, 'thirdPhysician'],
  'opening.earlierRequests.id': ['employee', 'ownPhysician'],
  'opening.earlierRequests.advice': ['employee', 'ownPhysician'],
  'request.refused.reasons': ['employee', 'ownPhysician'],
  'request.foundOutOfScope.reasons': ['employee', 'ownPhysician'],
  'request.renewed.question': [...leading, 'thirdPhysician'],
  'request.renewed.newFacts': ['employee', 'ownPhysician'],
  'physicians.chosen.organisations': ['employee', 'ownPhysician'],
  'physicians.chosen.agreedWithEmployer': ['employee', 'ownPhysician'],
  'authorisation.signed.scope': leading,
  'authorisation.signed.document': leading,
  'application.sent.form': leading,
  'medicalData.sent.document': leading,
  'consultation.waived.reasons': ['employee', 'secondOpinionPhysician'],
  'information.requested.consent': leading,
  'information.received.consent': ['employee', 'secondOpinionPhysician'],
  'draft.submitted.draft': ['employee', 'secondOpinionPhysician'],
  'inaccuracies.reported.remarks': ['employee', 'secondOpinionPhysician'],
  'advice.finalised.advice': [...leading, 'thirdPhysician'],
  'forwarding.authorised.document': ['employee', 'secondOpinionPhysician'],
  'decision.made.reasons': ['employee', 'ownPhysician', 'thirdPhysician'],
  'transfer.refused.reasons': ['employee', 'ownPhysician'],
  'complaint.filed.complaint': complaining,
  'complaint.answered.decision': complaining,
  'complaint.answered.reasons': complaining,
  'employer.informed.consent': leading,
};

const marksIn = (shown: unknown): string[] =>
  [...quoted(shown).matchAll(/marked-([A-Za-z.]+)-([A-Za-z.]+)-\d+/g)].map(([, type, field]) => `${type}.${field}`);

/** Every field that there is. */
const full = everyPath().map(({ how, ...history }) => ({ history, how }));

describe('a marked reference', () => {
  const seen = new Map(Object.keys(mayAppear).map((mark) => [mark, new Set<Party>()]));
  const onlyWhereItMay = ({ history, how }: { history: Story; how: How }): void => {
    const withMarks = marked(history);
    const turns = turnsOf(withMarks, how);
    if (!turns) return;
    for (const party of parties)
      for (const mark of new Set(marksIn(shownTo(withMarks, turns, party, [turns.length % 2 ? 'nl' : 'en'])))) {
        expect({ mark, party: mayAppear[mark]?.includes(party) ? party : 'nobody' }).toEqual({ mark, party });
        seen.get(mark)?.add(party);
      }
  };

  it(
    'is shown only to those who may see it',
    () => {
      fc.assert(fc.property(anyHistories, onlyWhereItMay), {
        numRuns: usualWays.length + Math.ceil(runs / 20),
        examples: usualWays.map((each) => [each]),
      });
    },
    patience,
  );

  it(
    'is shown, sometime, to everybody who may see it',
    () => {
      for (const told of [...full, ...usualWays, ...fc.sample(anyHistories, { numRuns: 150, seed: 17 })])
        onlyWhereItMay(told);
      const inOrder = (list: (mark: string) => Iterable<Party>) =>
        Object.keys(mayAppear).map((mark) => {
          const found = new Set(list(mark));
          return `${mark}: ${parties.filter((party) => found.has(party)).join(', ')}`;
        });
      expect(inOrder((mark) => seen.get(mark) ?? [])).toEqual(inOrder((mark) => mayAppear[mark] ?? []));
    },
    patience,
  );
});
