import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { eventTypes, reporters } from '../src/acts.js';
import type { Fixed } from '../src/fields.js';
import {
  advance,
  type Case,
  type EventType,
  expectedEvents,
  partiesOf,
  type Role,
  record,
  replay,
  type SeenByEmployer,
  type SeenByTimedOutPhysician,
  type Step,
  type View,
  viewFor,
} from '../src/index.js';
import { clausesOf } from '../src/procedure.js';
import { daysAfter, everyPath } from '../src/testing/index.js';
import { Dice, reportOf } from '../src/testing/reports.js';
import { viewOf } from '../src/views.js';
import { summaryFor, timelineFor } from '../src/words/index.js';
import { turnsOf } from './support/histories.js';
import {
  type Alike,
  alike,
  type Cell,
  crossroads,
  type Difference,
  matrix,
  nothing,
  notInACase,
  offeredOtherwise,
  otherThanTheDraft,
  type Reading,
  type Story,
} from './support/matrix.js';
import { storyOf, summaryOf } from './support/readers.js';
import { type Party, parties, personIn, shownTo } from './support/secrets.js';
import {
  another,
  clause,
  deviationsIn,
  employee,
  employer,
  first,
  given,
  handler,
  noticesIn,
  opening,
  own,
  physician,
  planning,
  second,
  storyTo,
  successor,
  type Told,
  third,
  upTo,
  usual,
} from './support/story.js';
import { clauseTexts, forEmployee, languages } from './support/words.js';

const { roles: titles, phrases, steps: labels, events: acts } = languages.en;
const roles = Object.keys(titles) as Role[];
const steps = Object.keys(storyTo) as Step[];

const story = (...events: (Told | Told[])[]): Story => ({ opening, events: events.flat() });
const caseAfter = ({ opening: start, events }: Story): Case =>
  replay(start, events, 'record').case ?? expect.fail('the story was not taken');
const casesOf = ({ opening: start, events }: Story): Case[] =>
  (turnsOf({ opening: start, events }, 'record') ?? expect.fail('the story was not taken')).map(
    ({ taken }) => taken.case,
  );

const everyStory: Story[] = [
  ...everyPath(),
  ...Object.values(crossroads),
  ...Object.values(matrix).flatMap(({ at, item: _, clauses: __, ...cells }) =>
    [at, ...Object.values(cells).flatMap((cell) => cell.at ?? [])].map(({ to }) => to),
  ),
];
/** Made when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const everyCase = once(() => [
  ...new Map(everyStory.flatMap(casesOf).map((each) => [JSON.stringify(each), each])).values(),
]);

const emptyOf = (role: Role) => ({ role, sees: null, waitingOn: [], mayReport: [], deadlines: [] });

/** What the last event of a story adds to that of a role. */
function reading({ opening: start, events }: Story, role: Role): Reading {
  const [before, after] = [events.slice(0, -1), events].map((told) => {
    const entries = storyOf(start, told, role, languages.nl);
    return {
      entries,
      person: role === 'scheduler' ? role : personIn(caseAfter({ opening: start, events: told }), role),
    };
  });
  const last = after?.entries.at(-1);
  // Whoever took up the role reads it from there on: what is new then is what they read last.
  const isNew =
    before?.person === after?.person
      ? (after?.entries.length ?? 0) > (before?.entries.length ?? 0)
      : last?.type === events.at(-1)?.type;
  return !last || !isNew ? '-' : last.type ? 'event' : 'follows';
}

describe('The matrix', () => {
  const seenIn = (told: Story, party: Party): View => {
    const current = caseAfter(told);
    return viewFor(current, { role: party, person: personIn(current, party) ?? handler });
  };
  const fieldOf = (view: View | null, path: string): unknown =>
    path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | null)?.[name], view?.sees);
  const lettersOf = ({ from, to }: Difference, party: Party): string[] =>
    to.events.length > (from?.events.length ?? -1)
      ? (turnsOf(to, 'record')?.at(-1)?.taken.notices ?? [])
          .filter((notice) => notice.to.role === party)
          .map(({ about }) => about)
      : [];

  const isShown = ({ shows, field, letter, reads }: Cell, at: Difference, party: Party): void => {
    const before = at.from && seenIn(at.from, party);
    const after = seenIn(at.to, party);
    if (field) {
      expect(fieldOf(after, field) ?? null).not.toBeNull();
      expect(fieldOf(after, field)).not.toEqual(fieldOf(before, field));
    } else expect(after).toEqual(shows === 'gone' || !before ? emptyOf(party) : before);
    if (shows === 'gone') expect(before?.sees).not.toBeNull();
    const letters = lettersOf(at, party);
    if (letter) expect(letters).toContain(letter);
    if (shows === '-') expect(letters).toEqual([]);
    if (at.from && at.to.events.length === at.from.events.length + 1) expect(reading(at.to, party)).toBe(reads);
  };

  for (const [no, row] of Object.entries(matrix))
    describe(`${no}. ${row.item[0]}`, () => {
      for (const party of parties) {
        const cell = row[party] ?? nothing;
        it(`${titles[party]} ${written(cell)}`, () => {
          isShown(cell, cell.at ?? row.at, party);
          if (cell.at) isShown(nothing, row.at, party);
        });
      }
    });

  it('has every row of the draft once, and after them those that practice added', () => {
    const numbers = [...Object.keys(matrix), ...Object.keys(notInACase)].map(Number);
    expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(37);
  });
});

/** Two stories are one to a party: the same view, sentence, timeline and letters. */
const areOne = (party: Party, _: string, one: Story, other: Story): void => {
  const [before, after] = [one, other].map((each) =>
    shownTo(each, turnsOf(each, 'record') ?? expect.fail('the story was not taken'), party, ['nl', 'en']),
  );
  expect(after).toEqual(before);
};

clause('L-23', () => {
  it.each<Alike>(alike['L-23'])('does not tell the %s %s', areOne);
});

clause('L-39', () => {
  it.each<Alike>(alike['L-39'])('does not tell the %s %s', areOne);
});

clause('E-33', () => {
  it.each<Alike>(alike['E-33'])('does not tell the %s %s', areOne);
});

clause('E-34', () => {
  it.each<Alike>(alike['E-34'])('does not tell the %s %s', areOne);
});

clause('B-18a', () => {
  it.each<Alike>(alike['B-18a'])('does not tell the %s %s', areOne);
});

clause('B-29', () => {
  it.each<Alike>(alike['B-29'])('does not tell the %s %s', areOne);
});

clause('B-64', () => {
  it.each([
    ['forwarded', upTo('completion.considering')],
    ['handed over', [...upTo('execution.awaitingConsent'), usual('advice.handedOver')]],
  ])(
    'tells the second-opinion physician that their part is over once the advice is %s, and waits for nobody',
    (_, events) => {
      const { case: current } = given(events);
      const view = viewFor(current, { role: 'secondOpinionPhysician', person: first.id });
      expect(view.sees).toMatchObject({ step: 'concluded' });
      expect([view.waitingOn, view.deadlines]).toEqual([[], []]);
      expect(summaryOf(current, 'secondOpinionPhysician', languages.en).sentence.toLowerCase()).toBe(
        `${phrases.partIsOver}.`,
      );
    },
  );
});

clause('B-37', () => {
  it.each([
    ['own physician', 'ownPhysician', own.id, upTo('execution.assessing')],
    ['second-opinion physician at work', 'secondOpinionPhysician', first.id, upTo('execution.assessing')],
    ['second-opinion physician whose part is over', 'secondOpinionPhysician', first.id, upTo('completion.considering')],
    ['third physician', 'thirdPhysician', third.id, upTo('completion.awaitingThirdPhysician')],
  ] as const)('shows the %s a complaint against them, with its term, and no other', (_, role, person, events) => {
    const filed = ['elsewhere-1', person].map((against, at) =>
      usual('complaint.filed', { complaint: `complaint-${at}`, against }),
    );
    const { sees, deadlines } = viewFor(given(events, filed).case, { role, person });
    expect(sees).toMatchObject({ complaints: [{ complaint: 'complaint-1', against: person }] });
    const running = deadlines.filter(({ term }) => term === 'complaint');
    expect(running).toMatchObject([{ complaint: 'complaint-1', owner: 'complaintHandler' }]);
  });

  it('tells a second-opinion physician whose part is over who is waited for with a complaint against them', () => {
    const filed = usual('complaint.filed', { against: first.id });
    const { case: current } = given(upTo('completion.considering'), filed);
    const view = viewFor(current, { role: 'secondOpinionPhysician', person: first.id });
    expect(view.waitingOn.map(({ role, complaint }) => [role, complaint])).toEqual([
      ['complaintHandler', 'complaint-1'],
    ]);
  });
});

clause('B-55', () => {
  it.each<Alike>(alike['B-55'])('does not tell the %s %s', areOne);
});

clause('B-65', () => {
  it.each<Alike>(alike['B-65'])('does not tell the %s %s', areOne);
});

clause('B-58', () => {
  it.each<Alike>(alike['B-58'])('does not tell the %s %s', areOne);
});

clause('B-51', () => {
  it.each<Alike>(alike['B-51'])('does not tell the %s %s', areOne);
});

clause('B-60', () => {
  it.each<Alike>(alike['B-60'])('does not tell the %s %s', areOne);
});

clause('B-79', () => {
  it.each<Alike>(alike['B-79'])('does not tell the %s %s', areOne);
});

clause('B-85', () => {
  it.each<Alike>(alike['B-85'])('does not tell the %s %s', areOne);

  it('keeps a telling with consent as it was told, where it is told again without', () => {
    const again = usual('employer.informed', { on: '2026-03-20', consent: undefined });
    const done = given(upTo('execution.inviting'), usual('employer.informed')).whenDone(again);
    expect(done.thenIn('execution.inviting').file.disclosures).toEqual([
      { of: 'request', to: employer, on: '2026-03-18', consent: 'consent-2' },
    ]);
    expect(deviationsIn(done.outcome)).toEqual(['employeeConsentsToTelling law']);
    expect(noticesIn(done.outcome)).toEqual(['employerInformed → employee employee-1']);
  });

  it('counts a later telling with consent, of the same or of something else', () => {
    const later = [
      usual('employer.informed', { on: '2026-03-20', consent: 'consent-9' }),
      usual('employer.informed', { of: 'advice', on: '2026-03-21' }),
    ];
    const { case: current } = given(upTo('execution.inviting'), usual('employer.informed'), later);
    expect(viewFor(current, { role: 'employer', person: employer }).sees?.told).toEqual([
      { of: 'request', on: '2026-03-20' },
      { of: 'advice', on: '2026-03-21' },
    ]);
  });
});

clause('B-34a', () => {
  it.each<Alike>(alike['B-34a'])('does not tell the %s %s', areOne);
});

clause('E-35', () => {
  it.each<Alike>(alike['E-35'])('does not tell the %s %s', areOne);
});

clause('L-41', () => {
  it.each<Alike>(alike['L-41'])('does not tell the %s %s', areOne);
});

clause('E-30', () => {
  it.each<Alike>(alike['E-30'])('does not tell the %s %s', areOne);
});

/** `G-6`: refused; where it was done all the same, recorded as an act that is void. */
const isVoid = (current: Case, event: Told, norm: string): void => {
  const unmet = expect.arrayContaining([expect.objectContaining({ norm })]);
  expect({ event, ...advance(current, event) }).toMatchObject({ event, reason: 'notAllowed', unmet });
  const { revision, deviations } = current;
  const noted = record(current, event);
  expect(noted).toMatchObject({ notices: [], case: { revision: revision + 1 }, deviations: unmet });
  expect(noted.ok && { ...noted.case, revision, deviations }).toEqual(current);
};

const later = '2026-12-01';
const by = (person: string, type: EventType, current: Case): Told => ({
  ...reportOf(type, current, later, 1, new Dice(7)),
  by: person,
});

/** Whoever left a role may report nothing in it any more, and sees nothing. */
const isOut = (current: Case, role: Role, person: string): void => {
  for (const { type } of expectedEvents(current, role))
    if (reporters[type].every((each) => each === role || each === 'secondOpinionPhysician'))
      isVoid(current, by(person, type, current), 'actorHoldsRole');
  expect(viewFor(current, { role, person })).toEqual(emptyOf(role));
};

const awaiting = upTo('execution.awaitingResponse');
const on = '2026-03-26';
const timedOut = [...awaiting, usual('response.overdue', { on })];

clause('G-14', () => {
  it.each<Alike>(alike['G-14'])('does not tell the %s %s', areOne);

  it.each(steps)('puts a successor in the place of the own physician, in %s', (step) => {
    const { opening: start, events } = storyTo[step];
    const current = given(start, events, usual('ownPhysician.replaced')).case;
    isOut(current, 'ownPhysician', own.id);
    const released = given(start, events, usual('ownPhysician.replaced', { consent: 'consent-3' })).case;
    const seen = viewFor(given(start, events).case, { role: 'ownPhysician', person: own.id }).sees;
    expect(viewFor(released, { role: 'ownPhysician', person: successor.id }).sees).toEqual(seen);
  });

  it('begins the story of a physician where they took up the role', () => {
    const events = [
      usual('instrument.discussed'),
      usual('ownPhysician.replaced'),
      usual('request.honoured', { by: successor.id }),
    ];
    const read = storyOf(opening, events, 'ownPhysician', languages.nl).map(({ type }) => type);
    expect(read).toEqual(['ownPhysician.replaced', 'request.honoured']);
  });
});

clause('B-17', () => {
  const formerly: Record<string, Told[]> = {
    declined: [...awaiting, usual('application.declined')],
    'returned the engagement': [...upTo('execution.assessing'), usual('engagement.ended')],
    'let the week pass, and saw another chosen': [
      ...timedOut,
      usual('physicians.chosen', { on, first: second, second: another }),
    ],
  };
  const swapped = (events: Told[]): Told[] =>
    JSON.parse(JSON.stringify(events).replaceAll(`"${first.id}"`, `"${second.id}"`));

  it.each(Object.keys(formerly))('takes the role from a physician who %s, whatever comes after', (how) => {
    for (const step of steps) {
      const { opening: start, events } = storyTo[step];
      const sent = events.findIndex(({ type }) => type === 'application.sent');
      if (sent === -1) continue;
      const before = (formerly[how] ?? []).filter(
        ({ type }) => start.recordOf === 'procedure' || !type.startsWith('consultation.'),
      );
      const signing = step === 'application.reconsidering' ? 'withheld' : 'signed';
      const next = swapped([usual(`authorisation.${signing}`), ...events.slice(sent)]).map((told) => ({ ...told, on }));
      isOut(given(start, before, next).case, 'secondOpinionPhysician', first.id);
    }
    expect(advance(given(formerly[how] ?? []).case, usual('application.accepted', { on })).ok).toBe(false);
  });

  it('shows a physician who let the week pass their own form, and that they can still accept', () => {
    expect(viewFor(caseAfter(story(timedOut)), { role: 'secondOpinionPhysician', person: first.id })).toEqual({
      ...emptyOf('secondOpinionPhysician'),
      sees: { caseId: 'so-2026-0017', application: { on: '2026-03-18', form: 'form-1', medicalData: true } },
      mayReport: expect.any(Array),
    });
  });

  it('tells them nothing of a complaint against them, for as long as they have not accepted all the same', () => {
    const filed = [...timedOut, usual('complaint.filed', { against: first.id, on })];
    const seen = (events: Told[]) =>
      viewFor(caseAfter(story(events)), { role: 'secondOpinionPhysician', person: first.id });
    expect(seen(filed)).toEqual(seen(timedOut));
    const { sees, deadlines } = seen([...filed, usual('application.accepted', { on })]);
    expect(sees).toMatchObject({ complaints: [{ against: first.id }] });
    expect(deadlines.map(({ term }) => term)).toContain('complaint');
  });

  it.each([
    ['that they can still accept', 'mayStillAccept', timedOut],
    ['that they no longer can', 'mayNoLongerAccept', [...timedOut, usual('uwvRoute.chosen', { on })]],
  ] as const)('tells them %s', (_, word, events) => {
    const { sentence: says } = summaryOf(caseAfter(story(...events)), 'secondOpinionPhysician', languages.en);
    expect(says.toLowerCase()).toBe(`${phrases[word]}.`);
    const last = storyOf(opening, events, 'secondOpinionPhysician', languages.en).at(-1);
    expect(last?.stands.toLowerCase()).toBe(phrases[word]);
  });
});

clause('B-88', () => {
  it('lets a physician who let the week pass still say yes, no, or that they received it, and that it is not possible where no data came', () => {
    const { mayReport } = viewFor(caseAfter(story(timedOut)), { role: 'secondOpinionPhysician', person: first.id });
    expect(mayReport.map(({ type, unmet }) => [type, ...unmet.map(({ norm }) => norm)])).toEqual([
      ['application.received'],
      ['application.accepted'],
      ['application.declined'],
      ['application.foundInfeasible', 'dataAreMissing'],
    ]);
  });
});

clause('G-8', () => {
  const declined = [...upTo('completion.awaitingThirdPhysician'), usual('transfer.declined')];
  const fourth = physician('physician-fourth', 'noord');
  const proposed = [...declined, usual('transfer.granted', { to: fourth })];

  it('takes the role from a third physician who declined', () => {
    for (const events of [declined, proposed, [...proposed, usual('transfer.accepted', { by: fourth.id })]]) {
      const { case: current } = given(events);
      if (current.step !== 'transferred')
        for (const type of ['transfer.accepted', 'transfer.declined'] as const)
          isVoid(current, by(third.id, type, current), 'actorHoldsRole');
      expect(viewFor(current, { role: 'thirdPhysician', person: third.id })).toEqual(emptyOf('thirdPhysician'));
    }
  });
});

clause('D-2.14e.5', () => {
  const filed = usual('complaint.filed');
  const handling: EventType[] = ['complaint.acknowledged', 'complaint.progressed', 'complaint.answered'];
  const isKeptFrom = (current: Case, person: string, norm: string, what = handling): void => {
    for (const type of what) isVoid(current, { ...by(person, type, current), complaint: 'complaint-1' }, norm);
    expect(viewFor(current, { role: 'complaintHandler', person })).toEqual(emptyOf('complaintHandler'));
  };

  it.each(steps)('keeps a complaint from whoever is involved, and from a second handler, in %s', (step) => {
    const { opening: start, events } = storyTo[step];
    const { case: current } = given(start, events, usual('ownPhysician.replaced'), filed);
    const { participants, engagement } = current.file;
    const { thirdPhysician, former } = participants;
    const involved = [employee, employer, own.id, successor.id, ...former];
    for (const person of [...involved, engagement?.physician ?? [], thirdPhysician?.id ?? []].flat())
      isKeptFrom(current, person, 'handlerIsNotInvolved');

    const taken = given(start, events, filed, usual('complaint.acknowledged')).case;
    // Another may take it over (`B-83`), and until then has no part in it.
    isKeptFrom(taken, 'handler-2', 'actorHoldsRole', handling.slice(1));
    expect(viewFor(taken, { role: 'complaintHandler', person: handler }).sees?.complaints).toHaveLength(1);
  });

  it.each<[who: string, person: string, events: Told[]]>([
    ['a second-opinion physician who declined', first.id, [...awaiting, usual('application.declined'), filed]],
    [
      'a third physician who declined',
      third.id,
      [...upTo('completion.awaitingThirdPhysician'), usual('transfer.declined'), filed],
    ],
    [
      'an own physician between two others',
      successor.id,
      [
        usual('ownPhysician.replaced'),
        usual('ownPhysician.replaced', { physician: physician('physician-newer', 'noord') }),
        filed,
      ],
    ],
    ['the person complained of', 'elsewhere-1', [usual('complaint.filed', { against: 'elsewhere-1' })]],
  ])('keeps it from %s', (_, person, events) => {
    isKeptFrom(given(events).case, person, 'handlerIsNotInvolved');
  });

  it('shows a handler the complaints that are theirs or nobody’s yet', () => {
    const taken = (complaint: string, person: string) => [
      usual('complaint.filed', { complaint }),
      usual('complaint.acknowledged', { complaint, by: person }),
    ];
    const events = [...taken('one', handler), ...taken('two', 'handler-2'), usual('complaint.filed')];
    const seen = (person: string) =>
      viewFor(given(events).case, { role: 'complaintHandler', person }).sees?.complaints.map(
        ({ complaint }) => complaint,
      );
    expect(seen(handler)).toEqual(['one', 'complaint-1']);
    expect(seen('handler-2')).toEqual(['two', 'complaint-1']);
    expect(seen('handler-3')).toEqual(['complaint-1']);
  });

  it('tells a handler nothing of what another did with theirs', () => {
    const events = [
      usual('complaint.filed'),
      usual('complaint.filed', { complaint: 'two' }),
      usual('complaint.acknowledged'),
      usual('complaint.acknowledged', { complaint: 'two', by: 'handler-2' }),
      usual('complaint.answered', { complaint: 'two', by: 'handler-2' }),
    ];
    const story = (person: string) =>
      timelineFor(opening, events, { role: 'complaintHandler', person }, languages.en).entries.map(({ type }) => type);
    expect(story('handler-2')).toContain('complaint.answered');
    expect(story(handler)).not.toContain('complaint.answered');
  });
});

clause('D-2.14e.4', () => {
  it('does not say of a withdrawn complaint that it waits for an answer', () => {
    const events = [usual('complaint.filed'), usual('complaint.acknowledged'), usual('complaint.withdrawn')];
    const { sentence: says } = summaryOf(given(events).case, 'complaintHandler', languages.en);
    expect(says.toLowerCase()).not.toContain(languages.en.complaints.pending);
  });
});

clause('G-4', () => {
  it.each<Alike>(alike['G-4'])('does not tell the %s %s', areOne);

  it('shows the employer nothing in any step but where they are told of a transfer', () => {
    const shown = steps.filter(
      (step) => viewFor(caseAfter(storyTo[step]), { role: 'employer', person: employer }).sees,
    );
    expect(shown).toEqual(['transferred']);
  });

  it('shows another employer what they were told themselves, and what the first was told to the first again', () => {
    const other = 'employer-2';
    const toOther = [
      ...[usual('employer.asked', { employer: other }), usual('employer.informed', { of: 'decision', on })],
      usual('employer.informed', { of: 'advice', on: '2026-03-20' }),
    ];
    const told = [usual('employer.informed'), usual('employer.informed', { of: 'advice' })];
    const asked = usual('information.requested', { source: 'employer' });
    const toFirst = [...upTo('execution.assessing'), asked, ...told];
    const events = [
      ...toFirst,
      ...upTo('completion.considering').slice(upTo('execution.assessing').length),
      ...toOther,
    ];
    const both = given(events);
    expect(viewFor(both.case, { role: 'employer', person: other }).sees).toEqual({
      guidance: null,
      request: { askedOn: '2026-03-18', answered: null },
      told: [
        { of: 'decision', on },
        { of: 'advice', on: '2026-03-20' },
      ],
      asked: [],
    });
    expect(viewFor(both.case, { role: 'employer', person: employer })).toEqual(emptyOf('employer'));
    const back = given(events, usual('employer.asked', { employer, on: '2026-03-20' }));
    expect(viewFor(back.case, { role: 'employer', person: employer }).sees).toMatchObject({
      told: [
        { of: 'request', on: '2026-03-18' },
        { of: 'advice', on: '2026-03-18' },
      ],
      asked: [{ source: 'employer', on: '2026-03-18' }],
    });
    expect(viewOf(back.case, 'employee').sees?.disclosures.map(({ of, to }) => `${of} ${to}`)).toEqual([
      ...['request employer-1', 'advice employer-1'],
      ...['decision employer-2', 'advice employer-2'],
    ]);
  });

  it('shows nobody but the employee what was told, and asked, where no employer was known', () => {
    const { employer: _, ...others } = opening.participants;
    const unnamed = { ...opening, participants: others };
    const told = [usual('employer.informed'), usual('information.requested', { source: 'workplace' })];
    const rest = upTo('completion.considering').slice(upTo('execution.assessing').length);
    const { case: current } = given(
      unnamed,
      upTo('execution.assessing'),
      told,
      rest,
      usual('employer.asked', { employer }),
    );
    expect(viewFor(current, { role: 'employer', person: employer }).sees).toMatchObject({ told: [], asked: [] });
    expect(viewOf(current, 'employee').sees?.disclosures).toMatchObject([{ of: 'request', to: null }]);
  });

  it('shows the employer of what they were told with consent only that and when', () => {
    const { case: current } = given(upTo('execution.assessing'), usual('employer.informed', { on }));
    expect(viewFor(current, { role: 'employer', person: employer })).toEqual({
      ...emptyOf('employer'),
      sees: { guidance: null, request: null, told: [{ of: 'request', on }], asked: [] },
    });
  });

  const inviting = upTo('execution.inviting');
  const asked = [...upTo('completion.consideringTransfer'), usual('transfer.refused'), usual('employer.asked')];
  it.each<[what: string, events: Told[], sentence: string]>([
    ['nothing', upTo('completion.decided'), phrases.nothing],
    [
      'what they were asked',
      [...inviting, usual('information.requested', { source: 'workplace', consent: 'consent-1' })],
      'information was requested from the workplace',
    ],
    [
      'of what they were told',
      [...inviting, usual('employer.informed'), usual('employer.informed', { of: 'advice', consent: 'consent-3' })],
      'the employer was informed of the request and the second-opinion advice',
    ],
    ['that they were asked for another physician', asked, languages.en.employerRoute.asked],
    ['that they agreed', [...asked, usual('employer.agreed')], `the employer ${acts['employer.agreed'].done}`],
    ['that they declined', [...asked, usual('employer.declined')], `the employer ${acts['employer.declined'].done}`],
    ['that the guidance was transferred', upTo('transferred'), labels.transferred.sentence],
  ])('tells the employer %s', (_, events, sentence) => {
    const { sentence: says } = summaryOf(caseAfter(story(events)), 'employer', languages.en);
    expect(says.toLowerCase()).toContain(sentence.toLowerCase());
  });
});

describe('A card', () => {
  const cardOf = (events: (Told | Told[])[], reader: Role | 'host', start: typeof opening = opening) =>
    Object.fromEntries(
      summaryOf(given(start, ...events).case, reader, languages.nl).card.map(({ fact, value }) => [fact, value]),
    );
  const against = (person: string) => usual('complaint.filed', { against: person });

  it('tells the host of the whole case where it stands, who is to act, by when, and what is asked most', () => {
    expect(cardOf([awaiting, against(own.id)], 'host')).toEqual({
      stands: 'De bedrijfsarts second opinion moet nog op de aanvraag reageren',
      toAct: 'de bedrijfsarts second opinion en de klachtbehandelaar',
      by: '25 maart 2026',
      authorisation: 'getekend',
      copy: 'nee',
      complaint: 'in behandeling',
      pays: 'de werkgever betaalt',
    });
  });

  it('names the day that a contract sets where no term ends, and says so where there is none', () => {
    const contract = { ...opening.contract, alarms: { engage: 14 } };
    expect(cardOf([], 'host', { ...opening, contract }).by).toBe('signaaldatum 1 april 2026');
    expect(cardOf([], 'host').by).toBe('geen vaste datum');
  });

  it('tells of the authorisation for whoever is chosen or engaged, not of another', () => {
    const chosen = upTo('application.choosing').concat(usual('physicians.chosen'));
    expect(cardOf([chosen, usual('authorisation.withheld', { recipient: second.id })], 'employee').authorisation).toBe(
      'nog niet gegeven',
    );
    expect(cardOf([chosen, usual('authorisation.withheld')], 'employee').authorisation).toBe('niet gegeven');
  });

  it('has of each party the facts that its view shows, and no others', () => {
    const transferred = [upTo('transferred'), against(own.id)];
    const factsTo = (reader: Role) => Object.keys(cardOf(transferred, reader)).sort();
    expect(factsTo('employee')).toEqual(['authorisation', 'by', 'complaint', 'copy', 'pays', 'stands', 'toAct']);
    expect(factsTo('ownPhysician')).toEqual([
      'authorisation',
      'by',
      'complaintAgainst',
      'copy',
      'pays',
      'stands',
      'toAct',
    ]);
    expect(factsTo('thirdPhysician')).toEqual(['complaintAgainst', 'stands', 'toAct']);
    expect(factsTo('employer')).toEqual(['stands', 'toAct']);
    expect(factsTo('complaintHandler')).toEqual(['by', 'stands', 'toAct']);
    expect(factsTo('administration')).toEqual(['authorisation', 'pays', 'stands', 'toAct']);
    expect(factsTo('scheduler')).toEqual([]);
  });

  it('counts to a physician only the complaints against them', () => {
    const events = [upTo('execution.assessing'), against(first.id)];
    expect(cardOf(events, 'secondOpinionPhysician').complaintAgainst).toBe('in behandeling');
    expect(cardOf(events, 'ownPhysician').complaintAgainst).toBe('geen');
  });

  it('tells the second-opinion physician of a copy that they forwarded, not whether the employee handed one over', () => {
    const toPhysician = (...events: Told[]) =>
      cardOf([upTo('execution.awaitingConsent'), events], 'secondOpinionPhysician').copy;
    expect(toPhysician(usual('advice.handedOver'))).toBe(undefined);
    expect(toPhysician()).toBe(undefined);
    expect(toPhysician(usual('forwarding.authorised'), usual('advice.forwarded'))).toBe('ja');
  });

  it('tells planning that the authorisation was answered, not how', () => {
    const chosen = upTo('application.choosing').concat(usual('physicians.chosen'));
    const answers = ['signed', 'withheld'].map((how) =>
      cardOf([chosen, usual(`authorisation.${how}` as EventType)], 'administration'),
    );
    expect(answers.map(({ authorisation }) => authorisation)).toEqual(['ja', 'ja']);
  });
});

describe('A story in short', () => {
  const shortOf = (events: Told[], reader: Role | 'host', words = languages.nl) =>
    storyOf(opening, events, reader, words).map(({ brief, date }) => (date ? `${brief} – ${date}` : brief));

  it('tells professionals by titles, with the one day that is new', () => {
    expect(shortOf([...awaiting, usual('application.received')], 'host').slice(-2)).toEqual([
      'Aanvraag verstuurd – reactie op de aanvraag uiterlijk 25 maart',
      'Aanvraag ontvangen',
    ]);
    const invited = [...upTo('execution.inviting'), usual('consultation.scheduled', { for: '2027-01-08' })];
    expect(shortOf(invited, 'secondOpinionPhysician').at(-1)).toBe('Spreekuur gepland – op 8 januari 2027');
  });

  it('tells the employee by sentences', () => {
    expect(shortOf([...awaiting, usual('application.received')], 'employee', forEmployee.nl).slice(-2)).toEqual([
      'Uw bedrijfsarts heeft uw aanvraag naar de tweede bedrijfsarts gestuurd – reactie op uw aanvraag uiterlijk 25 maart',
      'De tweede bedrijfsarts heeft uw aanvraag ontvangen',
    ]);
  });

  it('says of a decision how far the advice is adopted', () => {
    expect(shortOf(upTo('completion.decided'), 'ownPhysician').at(-1)).toBe('Reactie op advies: geheel overgenomen');
  });
});

/** Every object and list in what a view gives. */
const everyPartOf = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(everyPartOf)] : [];

describe('A view', () => {
  it('shares nothing with the case: whatever is done to it, the case stays as it was', () => {
    const { case: current } = given(
      upTo('completion.awaitingThirdPhysician'),
      usual('complaint.filed'),
      usual('complaint.filed', { complaint: 'complaint-2' }),
    );
    const kept = structuredClone(current);
    for (const reader of partiesOf(current, [handler]))
      for (const part of everyPartOf(viewFor(current, reader))) {
        if (Array.isArray(part)) part.reverse().push('more');
        else Object.assign(part, { more: true });
      }
    expect(current).toEqual(kept);
  });

  it('is that of the role where nobody is named, and of the employee for their representative too', () => {
    const { case: current } = given(upTo('completion.awaitingThirdPhysician'));
    for (const party of parties)
      if (party !== 'complaintHandler')
        expect(viewOf(current, party, personIn(current, party))).toEqual(viewOf(current, party));
    const represented = {
      ...opening,
      participants: { ...opening.participants, representative: 'representative-1', mandate: 'mandate-1' },
    };
    const { case: spoken } = given(represented, upTo('execution.inviting'));
    expect(viewFor(spoken, { role: 'employee', person: 'representative-1' })).toEqual(
      viewFor(spoken, { role: 'employee', person: employee }),
    );
  });

  it('is empty for whoever is not in the role, and where nobody is', () => {
    const { case: current } = given(upTo('transferred'), usual('complaint.filed'));
    for (const role of roles)
      for (const person of [employee, own.id, first.id, third.id, employer, planning, 'stranger-1'])
        if (
          role === 'complaintHandler'
            ? person !== 'stranger-1' && person !== planning
            : person !== personIn(current, role as Party)
        )
          expect(viewFor(current, { role, person })).toEqual(emptyOf(role));
    const { employer: _, administration: __, ...participants } = opening.participants;
    const { case: opened } = given({ ...opening, participants });
    for (const role of parties.filter((party) => party !== 'employee' && party !== 'ownPhysician'))
      expect(viewOf(opened, role)).toEqual(emptyOf(role));
  });

  it('shows the scheduler nothing but the term that they report', () => {
    const view = viewOf(given(awaiting).case, 'scheduler');
    expect(view).toMatchObject({ sees: null, waitingOn: [], mayReport: [{ type: 'response.overdue' }] });
    expect(view.deadlines.map(({ term }) => term)).toEqual(['response']);
  });

  it('is empty for what is no role, of which nothing is told either', () => {
    const none = [...Object.getOwnPropertyNames(Object.prototype), '', 'Employee', 'employee ', undefined, null, 0, {}];
    const anything = fc.oneof(fc.constantFrom<unknown>(...none), fc.string({ unit: 'binary' }), fc.anything());
    const noRole = anything.filter((role) => role !== 'host' && !roles.includes(role as Role)) as fc.Arbitrary<Role>;
    const { case: current } = given(upTo('execution.inviting'));
    const isNobody = (role: Role, person: string | undefined) => {
      expect(viewOf(current, role, person)).toEqual(emptyOf(role));
      const reader = { role, person: person ?? employee };
      expect(summaryFor(current, reader, languages.nl)).toEqual({ sentence: 'Er is niets te melden.', card: [] });
      expect(timelineFor(opening, [], reader, languages.nl)).toEqual({ ok: true, entries: [] });
    };
    fc.assert(fc.property(noRole, fc.constantFrom(undefined, employee), isNobody), {
      numRuns: 50,
      examples: none.map((role): [Role, undefined] => [role as Role, undefined]),
    });
  });

  it('has a type of its own for each party, with no field for what it must not know', () => {
    const current = given(upTo('transferred')).case;
    expectTypeOf<View>().toEqualTypeOf<{ [Party in Role]: View<Party> }[Role]>();
    expectTypeOf<View<'scheduler'>['sees']>().toEqualTypeOf<null>();
    expectTypeOf<View<'employer'>['sees']>().toEqualTypeOf<Fixed<SeenByEmployer> | null>();
    expectTypeOf<keyof SeenByEmployer>().toEqualTypeOf<'guidance' | 'request' | 'told' | 'asked'>();
    expectTypeOf<keyof SeenByTimedOutPhysician>().toEqualTypeOf<'caseId' | 'application'>();
    expectTypeOf<View['waitingOn'][number]>().not.toHaveProperty('person');
    expectTypeOf<View>().not.toHaveProperty('revision');
    const all = roles.map((role): View => viewOf(current, role));
    expect(all.map((view) => (view.role === 'employee' ? view.sees?.contract : null)).filter(Boolean)).toHaveLength(1);
    // @ts-expect-error the own physician sees no execution
    expect(viewOf(current, 'ownPhysician').sees?.execution).toBeUndefined();
    // @ts-expect-error of any party nothing is seen before its role is known
    expect(all.map((view) => view.sees?.contract)).toHaveLength(all.length);
  });
});

describe('A timeline', () => {
  const storyWithRepresentative = {
    ...opening,
    participants: { ...opening.participants, representative: 'representative-1', mandate: 'mandate-1' },
  };
  const entries = (events: unknown[], reader: Role | 'host' = 'host', start: unknown = opening) =>
    storyOf(start, events, reader, languages.en);

  it('is empty where nothing was opened or nobody holds the role, and ends before what cannot be taken', () => {
    expect(entries([], 'host', { ...opening, on: 'never' })).toEqual([]);
    expect(entries([], 'ownPhysician', { ...opening, by: own.id })).toEqual([]);
    const knowing = roles.filter((role) => entries([], role).length > 0);
    expect(knowing.sort()).toEqual(['administration', 'employee', 'ownPhysician']);
    expect(entries([...upTo('execution.inviting'), usual('engagement.ended')], 'secondOpinionPhysician')).toEqual([]);
    for (const untaken of [{ type: 'nothing' }, usual('request.honoured')])
      expect(entries([usual('request.honoured'), untaken, usual('request.refused')])).toHaveLength(2);
  });

  it('says where the log has something that cannot be taken, and tells what was before it', () => {
    const at = (events: unknown[], start: unknown = opening) => {
      const story = timelineFor(start, events, 'host', languages.en);
      return [story.ok, story.ok ? null : story.at, story.entries.length];
    };
    expect(at([usual('request.honoured')])).toEqual([true, null, 2]);
    expect(at([usual('request.honoured'), usual('request.honoured'), usual('request.refused')])).toEqual([false, 1, 2]);
    expect(at([{ type: 'nothing' }])).toEqual([false, 0, 1]);
    expect(at([], { ...opening, on: 'never' })).toEqual([false, -1, 0]);
    const told = timelineFor(opening, [null], { role: 'employer', person: 'employer-1' }, languages.en);
    expect(told).toEqual({ ok: false, at: 0, entries: [] });
  });

  it('is told to the employee and to whoever represents them alike, and in a role to whoever holds it', () => {
    const events = upTo('completion.considering');
    const start = storyWithRepresentative;
    const storyFor = (role: Role, person: string) => timelineFor(start, events, { role, person }, languages.en).entries;
    expect(storyFor('employee', 'representative-1')).toEqual(storyFor('employee', employee));
    expect(storyFor('employee', 'representative-2')).toEqual([]);
    expect(storyFor('secondOpinionPhysician', second.id)).toEqual([]);
    expect(storyFor('secondOpinionPhysician', first.id)).not.toEqual([]);
  });

  it('says nothing of a field that was left open', () => {
    const details = (more: Record<string, unknown>) =>
      entries([usual('instrument.discussed'), usual('request.refused', more)]).at(-1)?.details;
    expect(details({})).toHaveLength(2);
    expect(details({ reasons: undefined })).toHaveLength(1);
  });

  it('names whoever did it by the role, also where they left it so, and without one by their id', () => {
    expect(entries([...awaiting, usual('application.declined')]).at(-1)?.who).toBe(titles.secondOpinionPhysician);
    expect(entries([usual('complaint.filed'), usual('complaint.acknowledged')]).at(-1)?.who).toBe(
      titles.complaintHandler,
    );
    expect(entries([usual('request.honoured', { by: 'secretary-1' })])[1]).toMatchObject({
      who: 'secretary-1',
      done: `secretary-1 ${acts['request.honoured'].done}`,
    });
  });

  it('tells whoever sees nothing any more only the letter that says so', () => {
    const takenBack = [...upTo('completion.considering'), usual('employer.asked'), usual('employer.notAsked')];
    const read = entries(takenBack, 'employer').map(({ type, done }) => type ?? done.toLowerCase());
    expect(read).toEqual(['employer.asked', languages.en.notices.employerNotAsked]);
    const again = [usual('transfer.withdrawn'), usual('transfer.requested'), usual('transfer.granted')];
    const ofThird = entries([...upTo('completion.awaitingThirdPhysician'), ...again], 'thirdPhysician');
    expect(ofThird.map(({ type, done }) => type ?? done.toLowerCase())).toEqual([
      'transfer.granted',
      languages.en.notices.notNeeded,
      'transfer.granted',
    ]);
  });

  it('shows nobody the letters to whoever held the role before', () => {
    const replacedFirst = [
      ...upTo('execution.inviting'),
      usual('engagement.ended', { by: employee }),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent', { to: second.id }),
    ];
    const read = entries(replacedFirst, 'secondOpinionPhysician').map(({ type }) => type);
    expect(read).toEqual(['application.sent']);
  });

  it('does not tell the second-opinion physician whether the file goes along to a new own physician', () => {
    const consented = [...upTo('execution.inviting'), usual('ownPhysician.replaced', { consent: 'consent-3' })];
    const details = (role: Role) => JSON.stringify(entries(consented, role).at(-1)?.details);
    expect(details('secondOpinionPhysician')).toContain(successor.id);
    expect(details('secondOpinionPhysician')).not.toContain('consent-3');
    expect(details('employee')).toContain('consent-3');
  });

  it('gives what an event carried to those only who lead the case', () => {
    const events = [...upTo('transferred'), usual('complaint.filed'), usual('employer.informed')];
    const detailed = roles.filter((role) => entries(events, role).some(({ details }) => details.length > 0));
    expect(detailed.sort()).toEqual(['employee', 'ownPhysician', 'secondOpinionPhysician']);
  });

  it('tells which situations the employee named to them and the own physician, also where others follow the case', () => {
    const { conduct } = languages.en.values.situations;
    const events = [
      ...upTo('application.preparing'),
      usual('authorisation.withheld'),
      usual('application.sent', { medicalData: false }),
      usual('application.foundInfeasible'),
      usual('authorisation.signed'),
      usual('complaint.filed'),
      usual('employer.informed'),
      usual('instrument.discussed', { situations: ['conduct'] }),
    ];
    const following = roles.filter((role) => entries(events, role).length > 0);
    expect(following).toEqual(expect.arrayContaining(['secondOpinionPhysician', 'employer', 'administration']));
    const told = following.filter((role) => JSON.stringify(entries(events, role)).includes(conduct));
    expect(told.sort()).toEqual(['employee', 'ownPhysician']);
  });

  it('says that the employee dispensed with a discussion, in place of that there was one', () => {
    const said = (more: Record<string, unknown>) =>
      entries([...upTo('execution.reviewing'), usual('advice.discussed', more)]).at(-1)?.done;
    expect(said({})).toContain(acts['advice.discussed'].done);
    expect(said({ waivedByEmployee: true })).not.toContain(acts['advice.discussed'].done);
  });
});

/** How each event is read by each, over every path: the first time in a phase of either record. */
const readings = once(() => {
  const found = new Map<string, Set<Reading>>();
  const told = new Set<string>();
  for (const { opening: start, events } of everyPath())
    for (const [at, { type }] of events.entries()) {
      const { step, file } = caseAfter({ opening: start, events: events.slice(0, at) });
      const circumstances = `${type} in ${step.split('.')[0]}, ${file.recordOf}`;
      if (told.has(circumstances)) continue;
      told.add(circumstances);
      for (const role of roles) {
        const read = reading({ opening: start, events: events.slice(0, at + 1) }, role);
        found.set(`${type} ${role}`, (found.get(`${type} ${role}`) ?? new Set()).add(read));
      }
    }
  return found;
});
const readingsOf = (type: string, role: Role): string =>
  (['event', 'follows', '-'] as const).filter((each) => readings().get(`${type} ${role}`)?.has(each)).join(' / ');

function written({ shows, field, letter }: Cell): string {
  if (shows === 'gone') return `told \`${letter}\`, then nothing`;
  if (!field) return '-';
  return `${shows === 'withConsent' ? 'with consent' : shows}: \`${field}\`${letter ? `; told \`${letter}\`` : ''}`;
}

/** Where a case stands to a role, and since which event: each event of the story came ten days after the one before. */
function standing({ opening: start, events }: Story, role: Role): string {
  const dayOf = (place: number) => daysAfter(start.on, 10 * (place + 1));
  const { sees } = viewOf(
    caseAfter({ opening: start, events: events.map((event, place) => ({ ...event, on: dayOf(place) })) }),
    role,
  ) as View;
  if (!sees || !('step' in sees)) return '-';
  if (sees.step === null) return 'a request is in progress';
  const at = events.findIndex((_, place) => dayOf(place) === sees.since);
  const type = events[at]?.type;
  const again = events.findIndex((each) => each.type === type) === at ? '' : ' again';
  return `\`${sees.step}\` since \`${type}\`${again}`;
}

describe('In every case', () => {
  const every = (holds: (view: View, current: Case, party: Party) => void): void => {
    for (const current of everyCase()) for (const party of parties) holds(viewOf(current, party), current, party);
  };
  const leaves = (value: unknown, name = ''): [name: string, value: unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => leaves(each, Array.isArray(value) ? name : key))
      : [[name, value]];
  const isPartOf = (shown: unknown, held: unknown): boolean => {
    if (Array.isArray(shown))
      return Array.isArray(held) && shown.every((each) => held.some((one) => isPartOf(each, one)));
    if (typeof shown !== 'object' || shown === null) return shown === held;
    return Object.entries(shown).every(([key, each]) =>
      isPartOf(each, (held as Record<string, unknown> | null)?.[key]),
    );
  };

  it('a party is shown nothing undefined, no revision or deviation, and nobody by name on whom it waits', () => {
    const found = new Set<unknown>();
    every((view) => {
      for (const [name, value] of leaves(view)) if (value === undefined) found.add(name);
      for (const [name] of JSON.stringify(view).matchAll(/"(revision|deviations|former|person)"/g)) found.add(name);
    });
    expect([...found]).toEqual([]);
  });

  it('a party is shown nothing that the case does not hold', () => {
    // What a view says of its own: where the case stands to the party, and who pays.
    const own = ['step', 'payer'];
    for (const current of everyCase()) {
      const held = new Set(leaves(current).map(([, value]) => value));
      const invented = parties.flatMap((role) => {
        const { sees } = viewOf(current, role);
        const said = leaves(sees).filter(([name, value]) => typeof value === 'string' && !own.includes(name));
        // What the employer is shown as `request` is their own: no part of the file has it by that name.
        const parts = Object.entries(role === 'employer' ? {} : (sees ?? {})).filter(([part]) => part in current.file);
        return [
          ...said.filter(([, value]) => !held.has(value)),
          ...parts.filter(([part, shown]) => !isPartOf(shown, current.file[part as keyof Case['file']])),
        ];
      });
      expect(invented).toEqual([]);
    }
  });

  it('a party is offered what is expected of it, but where to know that would tell a secret', () => {
    const offered = new Set<string>();
    every(({ mayReport }, current, party) => {
      const expected = expectedEvents(current, party).map(({ type }) => type);
      const may = mayReport.map(({ type }) => type);
      for (const type of may) if (!expected.includes(type)) offered.add(`${party} offered ${type}`);
      for (const type of expected) if (!may.includes(type)) offered.add(`${party} not ${type}`);
    });
    const listed = offeredOtherwise.flatMap((each) => [
      ...each.offered.map((type) => `${each.party} offered ${type}`),
      ...each.not.map((type) => `${each.party} not ${type}`),
    ]);
    expect([...offered].sort()).toEqual(listed.sort());
  });

  it('planning sees nobody waited for to discuss or to decide', () => {
    const awaited = everyCase().flatMap((current) =>
      viewOf(current, 'administration').waitingOn.map((each) => each.events),
    );
    expect(awaited.flat()).not.toContain('decision.made');
    expect(awaited.flat()).not.toContain('instrument.discussed');
  });

  it('the employer is cited no clause, because the clauses name the second opinion', () => {
    const told = everyStory.flatMap((each) => storyOf(each.opening, each.events, 'employer', languages.nl));
    expect(new Set(told.map(({ type }) => type)).size).toBeGreaterThan(3);
    expect(told.filter(({ clauses }) => clauses.length > 0)).toEqual([]);
  });

  it('the employee reads every event, and each event cites something to a party', () => {
    const unread = eventTypes.filter((type) => readingsOf(type, 'employee') !== 'event');
    // Of who replaces the own physician nobody reads where it was void.
    expect(unread).toEqual(['ownPhysician.replaced']);
    expect(eventTypes.filter((type) => clausesOf(type).length === 0)).toEqual([]);
  });
});

const tableOf = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (names: Iterable<string>): string => [...names].map((name) => `\`${name}\``).join(' ');

const page = (): string => {
  const title = (role: Role): string => titles[role].replace(/^the /, '').replace(/^./, (first) => first.toUpperCase());
  const rows = [...Object.keys(matrix), ...Object.keys(notInACase)].map(Number).sort((one, other) => one - other);
  const looking = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'administration'] as const;
  const readers = parties.filter((party) => party !== 'employee');
  const of = (role: Role, found: (view: View) => string[]) =>
    new Set(everyCase().flatMap((current) => found(viewOf(current, role))));
  return `# Who sees what

What of a case each party may see, item by item, and what nobody is shown. Written by \`test/views.test.ts\`, which checks every cell
against the views, the letters and the timelines of real stories. The rows are those of a draft that was drawn up from the sources
before there was code; those from 38 on are what a second reading by practice added.

* \`sees\`: the item itself. \`fact\`: that it happened or how it ended, without its content. \`own\`: only what is against or about
  themselves. \`with consent\` of the employee, or by the employee's own hand. \`-\`: their view is the same with it and without.
* The field is that of \`sees\` in \`viewFor(current, role, person)\`; \`told\` is the topic of the notice that must reach them.
* Whoever is not, or no longer, in a role gets the empty view. A physician who let the week pass sees their own application form, and
  may still answer, until another is chosen or sent it.
* Where no source says it, a cell is a choice: who does not need it does not get it.

${tableOf(
  ['No.', 'Item', ...parties.map(title), 'Clauses'],
  rows.map((no) => {
    const row = matrix[no];
    const { item, why } = notInACase[no] ?? { item: row?.item, why: '' };
    const cells = row
      ? [...parties.map((party) => written(row[party] ?? nothing)), code(row.clauses)]
      : [`Not in a case. ${why}`, ...Array(parties.length).fill('')];
    return [String(no), `${item?.[0]}<br>*${item?.[1]}*`, ...cells];
  }),
)}

## Where this differs from the draft

${tableOf(['No.', 'Party', 'The draft', 'Here'], [])}${otherThanTheDraft}

## All that each sees, its terms, and whom it waits for

${tableOf(
  ['Party', 'Fields', 'Terms', 'Of whom it knows that they are waited for'],
  [...parties, 'scheduler' as const].map((role) => [
    title(role),
    code(of(role, ({ sees }) => Object.keys(sees ?? {}))),
    code(of(role, ({ deadlines }) => deadlines.map(({ term }) => term))),
    code(of(role, ({ waitingOn }) => waitingOn.map((each) => each.role))),
  ]),
)}

## What may be reported

Each is offered what the procedure expects of them now, but where to know that would tell a secret:

${tableOf(
  ['Party', 'Offered all the same', 'Not offered', 'Why'],
  offeredOtherwise.map(({ party, offered, not, why }) => [title(party), code(offered), code(not), why]),
)}

## Who reads what of an event

What an event adds to the story (\`timelineFor\`) of each, over all the histories of \`everyPath()\`: the event itself; only what
follows from it, such as a letter or another step; or nothing. More than one where it hangs on the case: on the person, the consent,
the recipient, or on whether they may see the case at all. The employee reads every event.

${tableOf(
  ['Event', ...readers.map(title)],
  eventTypes.map((type) => [`\`${type}\``, ...readers.map((role) => readingsOf(type, role))]),
)}

## Where the case stands, to each

${tableOf(
  ['When', ...looking.map(title)],
  Object.entries(crossroads).map(([when, each]) => {
    const [whole, ...others] = looking.map((role) => standing(each, role));
    return [when, whole as string, ...others.map((other) => (other === whole ? 'the same' : other))];
  }),
)}

## The clauses

${[...new Set(Object.values(matrix).flatMap((row) => row.clauses))].map((id) => `* \`${id}\` ${clauseTexts.en[id]}`).join('\n')}
`;
};

describe('docs/views.md', () => {
  it('is what these tests check', async () => {
    await expect(page()).toMatchFileSnapshot('../docs/views.md');
  });
});
