import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type Case,
  clauses,
  expectedEvents,
  summaryFor as inOneSentence,
  labels,
  openCase,
  type Role,
  type SeenByEmployer,
  type SeenByTimedOutPhysician,
  timelineFor,
  type View,
  viewFor,
} from '../src/index.js';
import {
  type Cell,
  type Difference,
  matrix,
  notInACase,
  notOffered,
  otherThanTheDraft,
  type Row,
  type Story,
} from './support/matrix.js';
import { type Party, parties } from './support/secrets.js';
import {
  clause,
  employee,
  employer,
  first,
  given,
  handler,
  opening,
  own,
  planning,
  second,
  storyTo,
  tell,
  third,
  upTo,
  usual,
} from './support/story.js';

const people: Record<Party, string | undefined> = {
  employee,
  ownPhysician: own.id,
  secondOpinionPhysician: undefined,
  thirdPhysician: third.id,
  employer,
  complaintHandler: handler,
  administration: planning,
};

const caseOf = (story: Story | null): Case | null => story && tell(story.opening, story.events).case;

const viewOf = (story: Story | null, party: Party): View | null => {
  const current = caseOf(story);
  return current && viewFor(current, party, people[party]);
};

const fieldOf = (view: View | null, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, name) => (found as Record<string, unknown> | null | undefined)?.[name], view?.sees);

/** The letters to a party that the last event of a story brings with it. */
const lettersOf = (story: Story, party: Party): string[] =>
  tell(story.opening, story.events)
    .notices.filter(({ to }) => to.role === party)
    .map(({ about }) => about);

const emptyOf = (role: Role) => ({ role, sees: null, waitingOn: [], mayReport: [], deadlines: [] });

const cellOf = (row: Row, party: Party): Required<Pick<Cell, 'shows' | 'at'>> & Cell => ({
  at: row.at,
  ...row.cells[party],
});

const seenBy = ({ from, to }: Difference, party: Party) => ({ before: viewOf(from, party), after: viewOf(to, party) });

describe('the matrix', () => {
  for (const row of matrix) {
    describe(`row ${row.no}, ${row.item.en.toLowerCase()}`, () => {
      for (const party of parties) {
        const { shows, field, letter, at } = cellOf(row, party);
        if (shows === '-' || field === undefined) {
          it(`is nothing to the ${party}`, () => {
            const { before, after } = seenBy(at, party);
            expect(after).toEqual(before ?? emptyOf(party));
          });
          continue;
        }
        if (row.cells[party].at)
          it(`is nothing to the ${party} where it is not for him`, () => {
            const { before, after } = seenBy(row.at, party);
            expect(after).toEqual(before ?? emptyOf(party));
          });
        it(`is ${shows === 'fact' ? 'a bare fact' : 'seen'} in ${field} by the ${party}`, () => {
          const { before, after } = seenBy(at, party);
          expect(fieldOf(after, field)).not.toBeUndefined();
          expect(fieldOf(after, field)).not.toBeNull();
          expect(fieldOf(after, field)).not.toEqual(fieldOf(before, field));
        });
        if (letter)
          it(`is told to the ${party} as ${letter}`, () => {
            expect(lettersOf(at.to, party)).toContain(letter);
          });
      }
    });
  }

  it('has every row of the draft once', () => {
    expect([...matrix, ...notInACase].map(({ no }) => no).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 37 }, (_, index) => index + 1),
    );
  });

  it('tells by a letter only whom it says', () => {
    for (const row of matrix)
      for (const party of parties) {
        const { letter, at, shows } = cellOf(row, party);
        const told = at.to.events.length > (at.from?.events.length ?? -1) ? lettersOf(at.to, party) : [];
        if (!letter && shows === '-') expect({ row: row.no, party, told }).toEqual({ row: row.no, party, told: [] });
      }
  });
});

describe('what only consent shows', () => {
  it('goes along to the third physician only as far as the employee lets it', () => {
    const silent = upTo('completion.decided');
    const without = given(
      silent,
      usual('transfer.requested', { adviceMayBePassedOn: false }),
      upTo('transferred').slice(-2),
    );
    expect(viewFor(without.case, 'thirdPhysician').sees).toMatchObject({ along: null, adviceInForce: 'advice-1' });
    expect(JSON.stringify(viewFor(without.case, 'thirdPhysician'))).not.toMatch(/advice-2|question-1|reasons-3/);
    const withIt = given(upTo('transferred'));
    expect(viewFor(withIt.case, 'thirdPhysician').sees?.along).toMatchObject({
      advice: 'advice-2',
      question: 'question-1',
    });
  });
});

clause('G-4', () => {
  it.each(Object.keys(storyTo) as (keyof typeof storyTo)[])(
    'shows the employer in %s no more than before any request',
    (step) => {
      const { case: current } = given(storyTo[step].opening, storyTo[step].events);
      if (step === 'transferred' || step === 'completion.awaitingEmployer') return;
      expect(viewFor(current, 'employer', employer)).toEqual(emptyOf('employer'));
    },
  );

  it('shows the employer of what he was told with consent only that and when', () => {
    const { case: current } = given(upTo('execution.assessing'), usual('employer.informed', { on: '2026-03-20' }));
    expect(viewFor(current, 'employer', employer)).toEqual({
      role: 'employer',
      sees: { guidance: null, request: null, told: [{ of: 'request', on: '2026-03-20' }], asked: [] },
      waitingOn: [],
      mayReport: [],
      deadlines: [],
    });
  });

  it.each([
    ['told of the request', usual('employer.informed', { consent: undefined })],
    ['asked for information', usual('information.requested', { source: 'employer', consent: undefined })],
    [
      'asked for information on the workplace',
      usual('information.requested', { source: 'workplace', consent: undefined }),
    ],
  ])('shows the employer nothing where he was %s without consent, though it was done', (_, event) => {
    const current = given(upTo('execution.assessing')).whenDone(event).thenIn('execution.assessing');
    expect(viewFor(current, 'employer', employer)).toEqual(emptyOf('employer'));
  });

  it('keeps what he was asked before the employer when the application goes to another', () => {
    const asked = [
      ...upTo('execution.assessing'),
      usual('information.requested', { source: 'workplace', consent: 'consent-3' }),
    ];
    const elsewhere = given(
      asked,
      usual('engagement.ended'),
      usual('authorisation.signed', { recipient: second.id }),
      usual('application.sent', { to: second.id }),
    );
    expect(viewFor(elsewhere.case, 'employer')).toEqual(viewFor(given(asked).case, 'employer'));
  });

  it('offers the employer nothing to report but his answer', () => {
    const { case: current } = given(storyTo['completion.awaitingEmployer'].events);
    expect(expectedEvents(current, 'employer').map(({ type }) => type)).toContain('ownPhysician.replaced');
    expect(viewFor(current, 'employer').mayReport.map(({ type }) => type)).toEqual([
      'employer.agreed',
      'employer.declined',
    ]);
  });
});

clause('L-39', () => {
  const waiting = upTo('execution.awaitingConsent');

  it('tells the own physician that no copy comes in the same words, refused or unanswered', () => {
    expect(viewFor(given(waiting, usual('forwarding.unanswered')).case, 'ownPhysician')).toEqual(
      viewFor(given(waiting, usual('forwarding.withheld')).case, 'ownPhysician'),
    );
  });

  it('leaves it at that when the employee signs after all, until the copy comes', () => {
    const withheld = given(waiting, usual('forwarding.withheld'));
    const signedAfterAll = given(
      waiting,
      usual('forwarding.withheld'),
      usual('forwarding.authorised', { on: '2026-03-20' }),
    );
    expect(viewFor(signedAfterAll.case, 'ownPhysician')).toEqual(viewFor(withheld.case, 'ownPhysician'));
  });

  it('does not tell the own physician twice that no copy comes', () => {
    const again = tell(opening, [
      ...waiting,
      usual('forwarding.withheld'),
      usual('forwarding.authorised'),
      usual('forwarding.withheld'),
    ]);
    expect(again.notices.map(({ about }) => about)).not.toContain('noCopy');
  });
});

clause('L-23', () => {
  it('shows the own physician the execution as one thing from acceptance on', () => {
    const steps = [
      'inviting',
      'awaitingConsultation',
      'assessing',
      'reviewing',
      'finalising',
      'awaitingConsent',
      'forwarding',
    ] as const;
    const views = steps.map((step) => viewFor(given(upTo(`execution.${step}`)).case, 'ownPhysician'));
    for (const view of views) expect(view).toEqual(views[0]);
    expect(views[0]?.sees?.step).toBe('execution.underway');
  });
});

clause('E-34', () => {
  it('shows the own physician nothing of what the employee asked the employer', () => {
    const unanswered = [...upTo('completion.consideringTransfer'), usual('transfer.refused')];
    const asked = [...unanswered, usual('employer.asked')];
    const before = viewFor(given(unanswered).case, 'ownPhysician');
    expect(viewFor(given(asked).case, 'ownPhysician')).toEqual(before);
    expect(viewFor(given(asked, usual('employer.agreed')).case, 'ownPhysician')).toEqual(before);
  });

  it('shows the own physician that he closed the case himself, whatever the employee asked the employer', () => {
    const { case: current } = given(
      upTo('completion.consideringTransfer'),
      usual('employer.asked'),
      usual('case.closed'),
    );
    expect(viewFor(current, 'ownPhysician').sees?.step).toBe('concluded');
  });
});

clause('E-30', () => {
  it('hides from the planning that the employee wanted another physician, and took it back', () => {
    const concluded = [...upTo('completion.decided'), usual('case.closed')];
    const before = viewFor(given(concluded).case, 'administration');
    const wanted = [...concluded, usual('transfer.requested', { on: '2026-03-20' })];
    expect(viewFor(given(wanted).case, 'administration')).toEqual(before);
    expect(viewFor(given(wanted, usual('transfer.withdrawn', { on: '2026-03-21' })).case, 'administration')).toEqual(
      before,
    );
  });
});

clause('B-17', () => {
  it('shows a physician who let the week pass his own form, and that he may accept', () => {
    const { case: current } = given(
      upTo('execution.awaitingResponse'),
      usual('response.overdue', { on: '2026-03-26' }),
    );
    expect(viewFor(current, 'secondOpinionPhysician', first.id)).toEqual({
      role: 'secondOpinionPhysician',
      sees: { caseId: 'so-2026-0017', application: { on: '2026-03-18', form: 'form-1', medicalData: true } },
      waitingOn: [],
      mayReport: [{ type: 'application.accepted', needs: [], unmet: [] }],
      deadlines: [],
    });
  });
});

clause('B-20', () => {
  it('tells the second-opinion physician that the request was dropped, not that UWV was chosen', () => {
    const { case: current } = given(storyTo['application.reconsidering'].events, usual('uwvRoute.chosen'));
    expect(viewFor(current, 'secondOpinionPhysician')).toMatchObject({
      sees: { step: 'withdrawn' },
      mayReport: [{ type: 'employer.informed' }],
    });
    expect(JSON.stringify(viewFor(current, 'secondOpinionPhysician'))).not.toContain('uwv');
  });
});

clause('B-29', () => {
  it('does not tell the second-opinion physician that the employee handed the advice over himself', () => {
    const waiting = upTo('execution.awaitingConsent');
    expect(viewFor(given(waiting, usual('advice.handedOver')).case, 'secondOpinionPhysician')).toEqual(
      viewFor(given(waiting).case, 'secondOpinionPhysician'),
    );
  });
});

clause('G-14', () => {
  it('passes the view of the own physician on to his successor, and keeps complaints against each his own', () => {
    const { case: current } = given(
      upTo('execution.inviting'),
      usual('complaint.filed'),
      usual('ownPhysician.replaced'),
    );
    expect(viewFor(current, 'ownPhysician', own.id)).toEqual(emptyOf('ownPhysician'));
    expect(viewFor(current, 'ownPhysician', 'physician-new')).toMatchObject({
      sees: { step: 'execution.underway', complaints: [] },
    });
  });
});

clause('D-2.14e.4', () => {
  it('does not say of a withdrawn complaint that it waits for an answer', () => {
    const { case: current } = given(
      usual('complaint.filed'),
      usual('complaint.acknowledged'),
      usual('complaint.withdrawn'),
    );
    expect(current.complaints).toBe('none');
    expect(inOneSentence(current, 'complaintHandler', 'en').toLowerCase()).not.toContain(labels.en.complaints.pending);
  });

  it('shows a handler the complaints that are his or nobody’s yet', () => {
    const { case: current } = given(
      usual('complaint.filed'),
      usual('complaint.acknowledged'),
      usual('complaint.filed', { complaint: 'complaint-2' }),
      usual('complaint.acknowledged', { complaint: 'complaint-2', by: 'handler-2' }),
      usual('complaint.filed', { complaint: 'complaint-3' }),
    );
    const seen = (person: string) =>
      viewFor(current, 'complaintHandler', person).sees?.complaints.map(({ complaint }) => complaint);
    expect(seen(handler)).toEqual(['complaint-1', 'complaint-3']);
    expect(seen('handler-2')).toEqual(['complaint-2', 'complaint-3']);
    expect(seen('handler-3')).toEqual(['complaint-3']);
  });
});

describe('a view for a person', () => {
  it('is that of the role where no person is named', () => {
    const { case: current } = given(upTo('completion.awaitingThirdPhysician'));
    for (const party of parties)
      if (party !== 'complaintHandler')
        expect(viewFor(current, party)).toEqual(
          viewFor(current, party, party === 'secondOpinionPhysician' ? first.id : people[party]),
        );
  });

  it('is the same for the employee and the representative', () => {
    const represented = { ...opening, participants: { ...opening.participants, representative: 'representative-1' } };
    const { case: current } = given(represented, upTo('execution.inviting'));
    expect(viewFor(current, 'employee', 'representative-1')).toEqual(viewFor(current, 'employee', employee));
  });

  it('is empty for whoever is not in the role', () => {
    const { case: current } = given(upTo('transferred'));
    for (const party of parties)
      for (const person of Object.values(people))
        if (person && person !== people[party] && party !== 'complaintHandler' && person !== first.id)
          expect(viewFor(current, party, person)).toEqual(emptyOf(party));
  });

  it('is empty where the role is not filled', () => {
    const { employer: _, administration: __, ...participants } = { ...opening.participants };
    const opened = openCase({ ...opening, participants });
    if (!opened.ok) throw new Error('not opened');
    for (const party of [
      'secondOpinionPhysician',
      'thirdPhysician',
      'employer',
      'complaintHandler',
      'administration',
    ] as const)
      expect(viewFor(opened.case, party)).toEqual(emptyOf(party));
  });

  it('offers only what may really be reported then, except where to know that would tell a secret', () => {
    for (const [step, { opening, events }] of Object.entries(storyTo)) {
      const { case: current } = given(opening, events);
      for (const party of ['employee', 'thirdPhysician', 'complaintHandler', 'administration'] as const) {
        const really = expectedEvents(current, party).map(({ type }) => type);
        for (const { type } of viewFor(current, party).mayReport)
          expect({ step, party, really }).toMatchObject({ really: expect.arrayContaining([type]) });
      }
      expect(viewFor(current, 'employee').mayReport.map(({ type }) => type)).toEqual(
        expectedEvents(current, 'employee').map(({ type }) => type),
      );
    }
  });
});

describe('what is no role', () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  const none = [
    ...inherited,
    '',
    'host',
    'Employee',
    'employee ',
    'prototype',
    undefined,
    null,
    0,
    1,
    ['employee'],
    {},
  ];
  const roles = Object.keys(labels.nl.roles) as Role[];
  const anything = fc.oneof(
    fc.constantFrom<unknown>(...none),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...roles).map((role) => `${role}s`),
    fc.anything(),
  );
  const noRole = anything.filter((role) => !roles.includes(role as Role)) as fc.Arbitrary<Role>;
  const stories = Object.values(storyTo).map((story) => ({
    ...story,
    current: given(story.opening, story.events).case,
  }));
  const persons = fc.constantFrom(undefined, ...Object.values(people), first.id, '', 'stranger-1');
  const examples = none.map((role): [Role] => [role as Role]);

  it('has the empty view in every step, whoever is named', () => {
    const isEmpty = (role: Role, person?: string) => {
      for (const { current } of stories) expect(viewFor(current, role, person)).toEqual(emptyOf(role));
    };
    fc.assert(fc.property(noRole, persons, isEmpty), {
      examples: none.flatMap((role): [Role, undefined | string][] => [
        [role as Role, undefined],
        [role as Role, employee],
      ]),
    });
  });

  it('is told nothing in every step, in either language', () => {
    const isToldNothing = (role: Role) => {
      if ((role as string) === 'host') return;
      for (const { current, opening: start, events } of stories) {
        expect(inOneSentence(current, role)).toBe('Er is niets te melden.');
        expect(inOneSentence(current, role, 'en')).toBe('There is nothing to report.');
        expect(timelineFor(start, events, role)).toEqual([]);
      }
    };
    fc.assert(fc.property(noRole, isToldNothing), { numRuns: 30, examples });
  });

  it('is also the scheduler, to anybody else', () => {
    for (const { current } of stories)
      expect(viewFor(current, 'scheduler', 'stranger-1')).toEqual(emptyOf('scheduler'));
  });
});

describe('the type of a view', () => {
  it('is that of one party once its role is known', () => {
    const { case: current } = given(upTo('execution.inviting'));
    const all = (Object.keys(labels.nl.roles) as Role[]).map((role) => viewFor(current, role));
    expect(all.map((view) => (view.role === 'employee' ? view.sees?.contract : null)).filter(Boolean)).toHaveLength(1);
    expectTypeOf<View>().toEqualTypeOf<{ [Party in Role]: View<Party> }[Role]>();
    expectTypeOf<Extract<View, { role: 'employer' }>['sees']>().toEqualTypeOf<SeenByEmployer | null>();
    expectTypeOf(viewFor<'employer'>).returns.toEqualTypeOf<View<'employer'>>();
    // @ts-expect-error of any party nothing is seen before its role is known
    expect(all.map((view) => view.sees?.contract)).toHaveLength(all.length);
  });

  it('has no field for the employer that could carry what he must not know', () => {
    expectTypeOf<keyof SeenByEmployer>().toEqualTypeOf<'guidance' | 'request' | 'told' | 'asked'>();
    expectTypeOf<View<'employer'>['sees']>().toEqualTypeOf<SeenByEmployer | null>();
    const view = viewFor(given(upTo('transferred')).case, 'employer');
    // @ts-expect-error the employer sees no step
    expect(view.sees?.step).toBeUndefined();
    // @ts-expect-error the employer sees no case id
    expect(view.sees?.caseId).toBeUndefined();
    // @ts-expect-error the employer sees no day of the request
    expect(view.sees?.since).toBeUndefined();
    // @ts-expect-error the employer sees no employee
    expect(view.sees?.employee).toBeUndefined();
  });

  it('has no revision, and no person on whom a case waits', () => {
    const view = viewFor(given(upTo('execution.inviting')).case, 'employee');
    // @ts-expect-error no view has a revision
    expect(view.revision).toBeUndefined();
    // @ts-expect-error a view names no person on whom it waits
    expect(view.waitingOn[0]?.person).toBeUndefined();
  });

  it('has for the own physician no draft, remarks or consultation', () => {
    const view = viewFor(given(upTo('execution.finalising')).case, 'ownPhysician');
    // @ts-expect-error the own physician sees no execution
    expect(view.sees?.execution).toBeUndefined();
    expectTypeOf<keyof SeenByTimedOutPhysician>().toEqualTypeOf<'caseId' | 'application'>();
  });

  it('is nothing at all for the scheduler', () => {
    expectTypeOf<View<'scheduler'>['sees']>().toEqualTypeOf<null>();
  });
});

const words: Record<Cell['shows'], string> = {
  sees: 'sees',
  fact: 'fact',
  own: 'own',
  withConsent: 'with consent',
  '-': '-',
};

const names: Record<Party, string> = {
  employee: 'Employee',
  ownPhysician: 'Own physician',
  secondOpinionPhysician: 'Second-opinion physician',
  thirdPhysician: 'Third physician',
  employer: 'Employer',
  complaintHandler: 'Complaint handler',
  administration: 'Administration',
};

const written = ({ shows, field, letter }: Cell): string =>
  shows === '-' ? '-' : `${words[shows]}: \`${field}\`${letter ? `; told \`${letter}\`` : ''}`;

const lineOf = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

const page = (): string => {
  const columns = ['No.', 'Item', ...parties.map((party) => names[party]), 'Clauses'];
  const rows = [
    ...matrix.map((row) => ({
      no: row.no,
      line: lineOf([
        row.no,
        `${row.item.en}<br>*${row.item.nl}*`,
        ...parties.map((party) => written(row.cells[party])),
        row.clauses.map((id) => `\`${id}\``).join(' '),
      ]),
    })),
    ...notInACase.map(({ no, item, why }) => ({
      no,
      line: lineOf([no, `${item.en}<br>*${item.nl}*`, `Not in a case. ${why}`, ...Array(parties.length).fill('')]),
    })),
  ].sort((one, other) => one.no - other.no);
  return `# Who sees what

What of a case each party may see, item by item, and what nobody is shown. Written by \`test/views.test.ts\`, which checks every cell
against the views of real stories. The rows are those of a draft that was drawn up from the sources before there was code.

* \`sees\`: the item itself. \`fact\`: that it happened or how it ended, without its content. \`own\`: only what is against or about
  himself. \`with consent\` of the employee, or by his own hand. \`-\`: his view is the same with it and without.
* The field is that of \`sees\` in \`viewFor(current, role, person)\`; \`told\` is the topic of the notice that must reach him.
* Who is not, or no longer, in a role gets the empty view. A physician who let the week pass sees his own application form, and may
  still accept, until another is chosen or sent it.
* Where no source says it, a cell is a choice: who does not need it does not get it.

${lineOf(columns)}
${lineOf(columns.map(() => '---'))}
${rows.map(({ line }) => line).join('\n')}

## Where this differs from the draft

${lineOf(['No.', 'Party', 'The draft', 'Here'])}
${lineOf(['---', '---', '---', '---'])}
${otherThanTheDraft.map(({ no, party, inTheDraft, why }) => lineOf([no, party, inTheDraft, why])).join('\n')}

## What is not offered

${notOffered.map(({ event, party, why }) => `* \`${event}\` to the ${party}: ${why}`).join('\n')}

## The clauses

${[...new Set(matrix.flatMap((row) => row.clauses))].map((id) => `* \`${id}\` ${clauses[id].en}`).join('\n')}
`;
};

describe('docs/views.md', () => {
  it('is the matrix that these tests check', async () => {
    await expect(page()).toMatchFileSnapshot('../docs/views.md');
  });
});
