import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../src/acts.js';
import { ownPhysicianHasCopy } from '../src/file.js';
import { type Case, type EventType, type Role, viewFor } from '../src/index.js';
import { everyPath, type Story } from '../src/testing/index.js';
import { Dice } from '../src/testing/reports.js';
import { viewOf } from '../src/views.js';
import { everything, explore, openings, rootOf, someOf } from './support/abstract.js';
import { changing } from './support/broken.js';
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
import { seenByPlanningAlone, untold } from './support/properties.js';
import { changes, generic, type Party, pairFor, parties, personIn, shownTo } from './support/secrets.js';
import { clause, type opening, physician, storyTo, type Told, upTo } from './support/story.js';

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
          expect(viewOf(taken.case, 'employer')).toEqual(nothing('employer'));
          expect(viewFor(taken.case, { role: 'employer', person: 'employer-1' })).toEqual(nothing('employer'));
          expect(taken.notices.filter(({ to }) => to.role === 'employer')).toEqual([]);
        }
        const until = { opening: history.opening, events: history.events.slice(0, secret.length - 1) };
        const { summary, story } = shownTo(until, secret, 'employer', ['nl', 'en']);
        expect(summary).toEqual(
          ['Er is niets te melden.', 'There is nothing to report.'].map((sentence) => ({ sentence, card: [] })),
        );
        expect(story).toEqual([[], []]);
      }),
    patience,
  );
});

clause('L-39', () => {
  it(
    'shows the own physician the reference of the text of which they have a copy, and of no other',
    () =>
      ofEveryHistory(0.05, ({ history, turns, end }) => {
        const { possession } = end.file;
        const theirs = ownPhysicianHasCopy(end.file) ? possession?.advice : null;
        const shown = quoted(shownTo(history, turns, 'ownPhysician', ['nl', 'en']));
        for (const { type, advice } of history.events)
          if (/^advice\.(finalised|corrected)$/.test(type) && advice !== theirs) expect(shown).not.toContain(advice);
        if (theirs) expect(shown).toContain(theirs);
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
          expect(viewFor(end, { role: 'secondOpinionPhysician', person })).toEqual(nothing('secondOpinionPhysician'));
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

const ofComplaints = eventTypes.filter((type) => type.startsWith('complaint.'));

/** Reviewed: who sees something change by what another did, and need not be told; of planning everything. */
const needNotBeTold: { role: Role; events: EventType[]; why: string }[] = [
  {
    role: 'employee',
    events: ['instrument.discussed', 'adviceInForce.explained', 'consultation.held', 'advice.discussed'],
    why: 'They were there, or dispensed with it themselves.',
  },
  {
    role: 'employee',
    events: ['medicalData.sent', 'information.requested', 'information.received'],
    why: 'They signed for it, or were consulted about each source before (L-17, L-30).',
  },
  {
    role: 'employee',
    events: ['application.sent', 'application.received'],
    why: 'Seen (rows 8 and 12); the answer comes within the week, and that they are told.',
  },
  { role: 'ownPhysician', events: ['application.received'], why: 'The same.' },
  { role: 'employee', events: ['remarks.timedOut'], why: 'The day was announced to them before (B-25).' },
  {
    role: 'employee',
    events: ['noCopy.announced'],
    why: 'The own physician keeps this record; it was the word of the employee.',
  },
  { role: 'employee', events: ['employee.died'], why: 'There is nobody to tell.' },
  { role: 'ownPhysician', events: ['ownPhysician.replaced'], why: 'Who leaves has it from their service.' },
  {
    role: 'secondOpinionPhysician',
    events: ['response.overdue', 'physicians.chosen', 'application.sent', 'request.renewed'],
    why: 'They let their own week pass, said that they could not, or had heard that the request was over: who else is asked is not theirs.',
  },
  {
    role: 'secondOpinionPhysician',
    events: ['ownPhysician.replaced', 'advice.handedOver'],
    why: 'Their part was over (B-64, B-94).',
  },
  {
    role: 'ownPhysician',
    events: ofComplaints,
    why: 'Whoever is complained of hears of it from whoever handles it (2.14e), not from the case.',
  },
  { role: 'secondOpinionPhysician', events: ['complaint.filed'], why: 'The same.' },
  { role: 'thirdPhysician', events: ['complaint.filed'], why: 'The same.' },
  {
    role: 'complaintHandler',
    events: ofComplaints,
    why: 'It is not their complaint, or nobody’s yet: its own procedure is told.',
  },
  { role: 'employer', events: ['employer.informed'], why: 'It is the telling itself.' },
  {
    role: 'employer',
    events: ['employer.asked'],
    why: 'They had answered, and the employee turned to another employer.',
  },
];

clause('B-79', () => {
  it(
    'shows planning nothing change that does not change to the own physician',
    () => expect(seenByPlanningAlone(someOf(everything()))).toEqual([]),
    patience,
  );
});

describe('Whoever sees something change by what another did', () => {
  // Planning looks at its list, nobody writes to it (section D of the procedure has no N for it).
  const told = (found: Map<string, string>) => [...found].filter(([pair]) => !pair.endsWith(' administration'));

  it(
    'is told of it, or need not be for a reason that was reviewed',
    () => {
      const listed = needNotBeTold.flatMap(({ role, events }) => events.map((type) => `${type} ${role}`));
      const found = told(untold(everything()));
      expect(found.filter(([pair]) => !listed.includes(pair)).map(([, history]) => history)).toEqual([]);
      const pairs = found.map(([pair]) => pair);
      expect(listed.filter((pair) => !pairs.includes(pair))).toEqual([]);
    },
    patience,
  );

  it('is missed where a letter is left out', () => {
    const silent = changing('transfer.accepted', (outcome) => ({ ...outcome, notices: outcome.notices.slice(1) }));
    const roots = [rootOf(openings['the record of the procedure'] as never, upTo('completion.awaitingThirdPhysician'))];
    const found = told(untold(explore({ advance: silent, roots, depth: 1 }))).map(([pair]) => pair);
    expect(found).toContain('transfer.accepted employee');
  });
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
  'question.put.question': [...leading, 'thirdPhysician'],
  'reasons.given.reasons': ['employee', 'ownPhysician', 'thirdPhysician'],
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
  'advice.discussed.document': ['employee', 'secondOpinionPhysician'],
  'advice.corrected.advice': [...leading, 'thirdPhysician'],
  'forwarding.authorised.document': ['employee', 'secondOpinionPhysician'],
  'decision.made.reasons': ['employee', 'ownPhysician', 'thirdPhysician'],
  'transfer.refused.reasons': ['employee', 'ownPhysician'],
  'complaint.filed.complaint': complaining,
  'complaint.answered.decision': complaining,
  'complaint.answered.reasons': complaining,
  'employer.informed.consent': leading,
  'ownPhysician.replaced.consent': ['employee', 'ownPhysician'],
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
