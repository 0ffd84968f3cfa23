import { describe, expect, it } from 'vitest';
import { holders, stepSchema } from '../src/case.js';
import { eventTypes } from '../src/events.js';
import {
  type Case,
  summaryFor as inOneSentence,
  labels,
  type Role,
  replay,
  type TimelineEntry,
  timelineFor,
  viewFor,
} from '../src/index.js';
import { clausesOf } from '../src/procedure.js';
import { everyPath } from '../src/testing/index.js';
import {
  clause,
  employer,
  first,
  given,
  opening,
  own,
  physician,
  second,
  storyTo,
  type Told,
  upTo,
  usual,
} from './support/story.js';

const roles = Object.keys(labels.en.roles) as Role[];

const caseAfter = (start: unknown, events: unknown[]): Case =>
  replay(start, events, 'record').case ?? expect.fail('the story was not taken');

/** The entry that the last event of a log adds to the story of a role; null where it adds none. */
function added(start: unknown, events: Told[], role: Role): TimelineEntry | null {
  const [before, after] = [timelineFor(start, events.slice(0, -1), role), timelineFor(start, events, role)];
  const holderAt = (told: Told[]) => holders(caseAfter(start, told).file, role)[0];
  const last = after.at(-1) ?? null;
  if (holderAt(events.slice(0, -1)) === holderAt(events)) return after.length > before.length ? last : null;
  return last?.type === events.at(-1)?.type ? last : null;
}

const readings = new Map<string, Set<string>>();
const seen = new Set<string>();
for (const { opening: start, events } of everyPath())
  for (const [at, { type }] of events.entries()) {
    const { step, file } = caseAfter(start, events.slice(0, at));
    const circumstances = `${type} in ${step.split('.')[0]}, ${file.recordOf}`;
    if (seen.has(circumstances)) continue;
    seen.add(circumstances);
    for (const role of roles) {
      const entry = added(start, events.slice(0, at + 1), role);
      const key = `${type} ${role}`;
      readings.set(key, (readings.get(key) ?? new Set()).add(!entry ? '–' : entry.type ? 'the event' : 'what follows'));
    }
  }

/** Where the case stands to each party, by where it stands. */
const standings = new Map<string, Set<string>>();
const looking = roles.filter((role) => !['employer', 'complaintHandler', 'scheduler'].includes(role));
for (const { opening: start, events } of everyPath()) {
  const told = replay(start, events, 'record');
  for (const outcome of told.ok ? told.outcomes : expect.fail('the history was not taken')) {
    if (!outcome.ok) continue;
    for (const role of looking) {
      const { sees } = viewFor(outcome.case, role);
      const key = `${outcome.case.step} ${outcome.case.file.recordOf} ${role}`;
      const stands = sees && 'step' in sees ? `\`${sees.step}\`` : '–';
      standings.set(key, (standings.get(key) ?? new Set()).add(stands));
    }
  }
}

const standing = (step: string, role: Role): string => {
  const [whole, own] = ['procedure', 'ownPhysician'].map((recordOf) =>
    [...(standings.get(`${step} ${recordOf} ${role}`) ?? [])].sort().join(' / '),
  );
  return whole && own && whole !== own ? `${whole}; ${own}` : whole || own || '';
};

const order = ['the event', 'what follows', '–'];
const reading = (type: string, role: Role): string =>
  order.filter((each) => readings.get(`${type} ${role}`)?.has(each)).join(' / ');

const page = `# Who reads what of an event

What an event adds to the story (\`timelineFor\`) of each who takes part, over all the histories of \`everyPath()\`: the event itself; only what
follows from it, such as a letter or another step; or nothing (–). More than one where it hangs on the case: on the person, the
consent, the recipient, or on whether he may see the case at all. The tests write this page.

| | ${roles.map((role) => `\`${role}\``).join(' | ')} |
| --- |${' --- |'.repeat(roles.length)}
${eventTypes.map((type) => `| \`${type}\` | ${roles.map((role) => reading(type, role)).join(' | ')} |`).join('\n')}

## Where the case stands, to each

By the step in which the case is; after a semicolon what is otherwise in the record of the own physician.

| | ${looking.map((role) => `\`${role}\``).join(' | ')} |
| --- |${' --- |'.repeat(looking.length)}
${stepSchema.options.map((step) => `| \`${step}\` | ${looking.map((role) => standing(step, role)).join(' | ')} |`).join('\n')}
`;

describe('Who reads what of an event', () => {
  it('is told of every event', () => {
    expect(eventTypes.filter((type) => reading(type, 'employee') === '')).toEqual([]);
  });

  it('is docs/timeline.md', async () => {
    await expect(page).toMatchFileSnapshot('../docs/timeline.md');
  });

  const reads = (role: Role, ...story: (Told | Told[])[]) => added(opening, story.flat(), role)?.type ?? null;
  const engaged = upTo('execution.inviting');
  const another = { complaint: 'complaint-2' };

  it('shows a second-opinion physician the authorisations for himself, and nobody else’s', () => {
    for (const event of ['authorisation.signed', 'authorisation.revoked'] as const) {
      expect(reads('secondOpinionPhysician', engaged, usual(event, { recipient: first.id }))).not.toBeNull();
      expect(reads('secondOpinionPhysician', engaged, usual(event, { recipient: second.id }))).toBeNull();
      expect(reads('ownPhysician', engaged, usual(event, { recipient: second.id }))).not.toBeNull();
    }
  });

  it('shows him the data that were sent to him, and none that went elsewhere', () => {
    const asked = upTo('execution.awaitingResponse');
    expect(reads('secondOpinionPhysician', asked, usual('medicalData.sent'))).toBe('medicalData.sent');
    expect(reads('secondOpinionPhysician', asked, usual('medicalData.sent', { to: second.id }))).toBeNull();
    expect(
      reads(
        'secondOpinionPhysician',
        upTo('application.preparing'),
        usual('authorisation.signed'),
        usual('application.sent'),
      ),
    ).toBe('application.sent');
  });

  it('shows of a question what was asked of oneself, at work only with consent', () => {
    // He knows of the second opinion, so that only the consent to this question can keep it from him.
    const known = [...engaged, usual('employer.informed')];
    const asks = (role: Role, source: string, consent?: string) =>
      reads(role, known, usual('information.requested', { source, consent }));
    const sources = ['ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere'];
    expect(sources.filter((source) => asks('ownPhysician', source, 'consent-1'))).toEqual(['ownPhysician']);
    expect(sources.filter((source) => asks('employer', source, 'consent-1'))).toEqual(['employer', 'workplace']);
    expect(sources.filter((source) => asks('employer', source))).toEqual([]);
  });

  it('shows the employer that he was told only where the employee consented', () => {
    expect(reads('employer', engaged, usual('employer.informed'))).toBe('employer.informed');
    expect(reads('employer', engaged, usual('employer.informed', { consent: undefined }))).toBeNull();
    const before = [...engaged, usual('employer.informed')];
    expect(reads('employer', before, usual('employer.informed', { consent: undefined, of: 'advice' }))).toBeNull();
  });

  it.each(['ownPhysician', 'secondOpinionPhysician', 'thirdPhysician'] as Role[])(
    'shows the complaint against oneself, and no other: %s',
    (role) => {
      const story = upTo('completion.awaitingThirdPhysician');
      const { case: current } = given(story);
      const [person] = holders(current.file, role);
      expect(reads(role, story, usual('complaint.filed', { against: person }))).toBe('complaint.filed');
      expect(reads(role, story, usual('complaint.filed', { against: 'somebody-else' }))).toBeNull();
      const both = [
        ...story,
        usual('complaint.filed', { against: 'somebody-else' }),
        usual('complaint.filed', { ...another, against: person }),
      ];
      expect(reads(role, both, usual('complaint.acknowledged'))).toBeNull();
      expect(reads(role, both, usual('complaint.acknowledged', another))).toBe('complaint.acknowledged');
      expect(reads(role, both, usual('complaint.withdrawn', another))).toBe('complaint.withdrawn');
    },
  );

  it('begins for a physician where he took up the role', () => {
    const successor = physician('physician-new', 'west');
    const story = [
      usual('instrument.discussed'),
      usual('ownPhysician.replaced', { physician: successor }),
      usual('request.honoured', { by: successor.id }),
    ];
    const told = timelineFor(opening, story, 'ownPhysician').map(({ type }) => type);
    expect(told).toEqual(['ownPhysician.replaced', 'request.honoured']);
  });
});

describe('A story', () => {
  it('is in Dutch unless another language is asked for', () => {
    const { opening: start, events } = storyTo['completion.decided'];
    expect(timelineFor(start, events, 'host')).toEqual(timelineFor(start, events, 'host', 'nl'));
    const current = caseAfter(start, events);
    expect(inOneSentence(current, 'host')).toBe(inOneSentence(current, 'host', 'nl'));
  });

  it('is in Dutch, too, where a language is asked for that is not known', () => {
    const { opening: start, events } = storyTo['execution.awaitingResponse'];
    const current = caseAfter(start, events);
    for (const locale of ['nl-NL', 'fr', '', 'toString', null]) {
      expect(timelineFor(start, events, 'host', locale as never)).toEqual(timelineFor(start, events, 'host'));
      expect(inOneSentence(current, 'host', locale as never)).toBe(inOneSentence(current, 'host'));
    }
  });

  it('cites for every event something to a party, though no more than every way on of it cites', () => {
    expect(eventTypes.filter((type) => clausesOf(type).length === 0)).toEqual([]);
  });

  it('is empty where nothing was opened, and ends before what cannot be taken', () => {
    expect(timelineFor({ ...opening, question: undefined, on: 'never' }, [], 'host')).toEqual([]);
    expect(timelineFor({ ...opening, by: own.id }, [], 'host')).toEqual([]);
    expect(timelineFor({ ...opening, by: own.id }, [], 'ownPhysician')).toEqual([]);
    expect(timelineFor(opening, [], 'thirdPhysician')).toEqual([]);
    expect(
      timelineFor(opening, [usual('request.honoured'), { type: 'nothing' }, usual('request.refused')], 'host'),
    ).toHaveLength(2);
    expect(
      timelineFor(opening, [usual('request.honoured'), usual('request.honoured'), usual('request.refused')], 'host'),
    ).toHaveLength(2);
  });

  it('is empty for a role that nobody holds in the end', () => {
    expect(
      timelineFor(opening, [...upTo('execution.inviting'), usual('engagement.ended')], 'secondOpinionPhysician'),
    ).toEqual([]);
  });

  it('says nothing of a field that was left open', () => {
    const details = (more: Record<string, unknown>) =>
      timelineFor(opening, [usual('instrument.discussed'), usual('request.refused', more)], 'host', 'en').at(-1)
        ?.details;
    expect(details({})).toEqual([
      `${labels.en.fields.grounds}: ${labels.en.values.grounds.deliberateDelay}`,
      `${labels.en.fields.reasons}: reasons-1`,
    ]);
    expect(details({ reasons: undefined })).toHaveLength(1);
  });

  it('leaves an id as it is where somebody without a role did what was none', () => {
    const [, entry] = timelineFor(opening, [usual('request.honoured', { by: 'secretary-1' })], 'host', 'en');
    expect(entry).toMatchObject({
      who: 'secretary-1',
      done: `secretary-1 ${labels.en.events['request.honoured'].done}`,
    });
  });

  it('tells planning of another own physician, also where the employer reported him', () => {
    const told = timelineFor(opening, [usual('ownPhysician.replaced', { by: employer })], 'administration').map(
      ({ type }) => type,
    );
    expect(told).toEqual(['opening', 'ownPhysician.replaced']);
  });

  it('says that the employee dispensed with a discussion, in place of that there was one', () => {
    const story = (more: Record<string, unknown>) => [...upTo('execution.reviewing'), usual('advice.discussed', more)];
    const saidLast = (more: Record<string, unknown>) => timelineFor(opening, story(more), 'host', 'en').at(-1)?.done;
    expect(saidLast({})).toContain(labels.en.events['advice.discussed'].done);
    expect(saidLast({ waivedByEmployee: true })).not.toContain(labels.en.events['advice.discussed'].done);
  });
});

clause('B-17', () => {
  const overdueThen = (...events: Told[]) => [
    ...upTo('execution.awaitingResponse'),
    usual('response.overdue', { on: '2026-03-26' }),
    ...events.map((event) => ({ ...event, on: '2026-03-27' })),
  ];
  const isTold = (word: 'mayStillAccept' | 'mayNoLongerAccept', events: Told[]) => {
    for (const locale of ['nl', 'en'] as const) {
      const sentence = labels[locale].words[word];
      const says = inOneSentence(caseAfter(opening, events), 'secondOpinionPhysician', locale);
      expect(says.toLowerCase()).toBe(`${sentence}.`);
      const last = timelineFor(opening, events, 'secondOpinionPhysician', locale).at(-1);
      expect(last?.stands.toLowerCase()).toBe(sentence);
    }
  };

  it('tells a physician who let the week pass that he can still accept', () => {
    isTold('mayStillAccept', overdueThen());
  });

  it('tells him that he no longer can, where the request has ended', () => {
    isTold('mayNoLongerAccept', overdueThen(usual('uwvRoute.chosen')));
  });
});

describe('The employer', () => {
  it('is shown no clause of what he may know, because the clauses name the second opinion', () => {
    const told = everyPath().flatMap(({ opening: start, events }) => timelineFor(start, events, 'employer'));
    expect(new Set(told.map(({ type }) => type)).size).toBeGreaterThan(3);
    expect(told.filter(({ clauses }) => clauses.length > 0)).toEqual([]);
  });

  const { words } = labels.en;
  const says = (...story: (Told | Told[])[]) => inOneSentence(caseAfter(opening, story.flat()), 'employer', 'en');
  const engaged = upTo('execution.inviting');
  const asked = [...upTo('completion.consideringTransfer'), usual('transfer.refused'), usual('employer.asked')];

  it.each([
    ['nothing', upTo('completion.decided'), words.nothing],
    [
      'what he was asked',
      [...engaged, usual('information.requested', { source: 'workplace', consent: 'consent-1' })],
      'information requested: the workplace',
    ],
    [
      'of what he was told',
      [...engaged, usual('employer.informed'), usual('employer.informed', { of: 'advice', consent: 'consent-3' })],
      'informed of: the request and the advice',
    ],
    ['that he was asked for another physician', asked, labels.en.steps['completion.awaitingEmployer'].sentence],
    [
      'that he agreed',
      [...asked, usual('employer.agreed')],
      `the employer ${labels.en.events['employer.agreed'].done}`,
    ],
    [
      'that he declined',
      [...asked, usual('employer.declined')],
      `the employer ${labels.en.events['employer.declined'].done}`,
    ],
    ['that the guidance was transferred', upTo('transferred'), labels.en.steps.transferred.sentence],
  ] as [string, Told[], string][])('is told %s', (_, story, sentence) => {
    expect(says(story).toLowerCase()).toContain(sentence.toLowerCase());
  });
});
