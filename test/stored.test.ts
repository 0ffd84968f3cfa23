import { describe, expect, it } from 'vitest';
import { steps } from '../src/file.js';
import { type Case, expectedEvents, parseCase, record, replay, type Step, type UnreadableCase } from '../src/index.js';
import { employer, given, opening, storyTo, type Told, upTo, usual } from './support/story.js';

const caseIn = Object.fromEntries(
  steps.map((step) => {
    const { opening: start, events } = storyTo[step];
    return [step, given(start, events).case];
  }),
) as Record<Step, Case>;

const sample = (step: Step) => caseIn[step].file;
const day = '2026-03-20';

/** What a file may hold or not, where it lies, and how it looks when it is there. */
const facts: Record<string, [path: string, there: unknown]> = {
  honoured: ['request.honouredOn', day],
  outcome: ['request.outcome', sample('withdrawn').request.outcome],
  choice: ['choice', sample('application.preparing').choice],
  engagement: ['engagement', sample('execution.inviting').engagement],
  accepted: ['engagement.acceptedOn', day],
  timedOut: ['engagement.timedOutOn', day],
  infeasible: ['engagement.infeasibleOn', day],
  scheduled: [
    'execution.consultation.scheduled',
    sample('execution.awaitingConsultation').execution.consultation.scheduled,
  ],
  draft: ['execution.draft', sample('execution.reviewing').execution.draft],
  review: ['execution.review', sample('execution.finalising').execution.review],
  advice: ['execution.advice', sample('execution.awaitingConsent').execution.advice],
  forwarding: ['execution.forwarding', sample('execution.forwarding').execution.forwarding],
  possession: ['possession', sample('completion.considering').possession],
  decision: ['decision', sample('completion.decided').decision],
  transfer: ['transfer', sample('completion.consideringTransfer').transfer],
  granted: ['transfer.grantedOn', day],
  transferRefused: ['transfer.refused', sample('completion.transferRefused').transfer?.refused],
  transferAccepted: ['transfer.acceptedOn', day],
  third: ['participants.thirdPhysician', sample('completion.awaitingThirdPhysician').participants.thirdPhysician],
  employerRequest: ['employerRequest', { askedOn: day, answered: null }],
  closed: ['closedOn', day],
};

const completed = ['possession', 'decision', 'transfer', 'employerRequest', 'closed'];
const advised = ['advice', 'forwarding'];

/** What there must be in each step, and what there cannot be; of all else there may be either. */
const table: Record<Step, { must: string[]; never: string[] }> = {
  'application.discussing': { must: [], never: ['honoured', 'choice', 'engagement', ...completed] },
  'application.choosing': { must: [], never: ['choice', 'engagement', ...completed] },
  'application.preparing': { must: ['choice'], never: completed },
  'application.reconsidering': { must: ['engagement', 'infeasible'], never: completed },
  'execution.awaitingResponse': { must: ['engagement'], never: ['accepted', 'timedOut', 'infeasible', ...completed] },
  'execution.inviting': { must: ['engagement', 'accepted'], never: [...advised, ...completed] },
  'execution.awaitingConsultation': {
    must: ['engagement', 'accepted', 'scheduled'],
    never: [...advised, ...completed],
  },
  'execution.assessing': { must: ['engagement', 'accepted'], never: [...advised, ...completed] },
  'execution.reviewing': { must: ['engagement', 'accepted', 'draft'], never: ['review', ...advised, ...completed] },
  'execution.finalising': { must: ['engagement', 'accepted', 'draft', 'review'], never: [...advised, ...completed] },
  'execution.awaitingConsent': { must: ['engagement', 'accepted', 'advice'], never: ['forwarding', ...completed] },
  'execution.forwarding': { must: ['forwarding'], never: completed },
  'execution.underway': { must: ['engagement', 'accepted'], never: ['forwarding', ...completed] },
  'completion.considering': {
    must: ['possession'],
    never: ['decision', 'transfer', 'closed'],
  },
  'completion.decided': { must: ['decision'], never: ['transfer', 'closed'] },
  'completion.consideringTransfer': { must: ['transfer'], never: ['granted', 'transferRefused'] },
  'completion.awaitingThirdPhysician': {
    must: ['transfer', 'granted', 'third'],
    never: ['transferRefused', 'transferAccepted'],
  },
  'completion.transferRefused': { must: ['transfer', 'transferRefused'], never: [] },
  refused: { must: ['outcome'], never: completed },
  outOfScope: { must: ['outcome'], never: completed },
  uwvRouteChosen: { must: ['outcome'], never: completed },
  withdrawn: { must: ['outcome'], never: completed },
  lapsed: { must: ['outcome'], never: completed },
  notForwarded: { must: ['forwarding'], never: completed },
  concluded: { must: ['closed'], never: [] },
  transferred: { must: ['transfer', 'transferAccepted', 'third'], never: [] },
};

type Loose = Record<string, unknown>;

/** A stored case with other values in it, by their paths in the file. */
const storedWith = (step: Step, values: Record<string, unknown>): Loose => {
  const stored = JSON.parse(JSON.stringify(caseIn[step]));
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const at = names.reduce<Loose>((object, name) => object[name] as Loose, stored.file);
    at[last] = value;
  }
  return stored;
};

const valueAt = (step: Step, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Loose | null)?.[name], caseIn[step].file);

const contradicted = (json: unknown): string[] => {
  try {
    parseCase(json);
    return [];
  } catch (error) {
    return (error as UnreadableCase).issues.map(({ path, message }) => `${path} ${message}`);
  }
};

/** Whether the file bears the step out. */
const bearsOut = (json: unknown): boolean => !contradicted(json).includes('step contradicts the file');

describe('The file of a stored case', () => {
  it.each(steps)('holds in %s what led there, and nothing that comes after it', (step) => {
    const { must, never } = table[step];
    for (const [name, [path, there]] of Object.entries(facts)) {
      const value = valueAt(step, path);
      if (value === undefined) continue;
      if (must.includes(name)) expect(value, `${name} in the story`).not.toBeNull();
      if (never.includes(name)) expect(value, `${name} in the story`).toBeNull();
      const other = storedWith(step, { [path]: value === null ? there : null });
      const expected = !(must.includes(name) || never.includes(name));
      if (name === 'outcome') expect(contradicted(other).length > 0, name).toBe(true);
      else expect(bearsOut(other), `${name} ${value === null ? 'added' : 'taken out'}`).toBe(expected);
    }
  });

  it('holds in a choice anew whom did not answer or could not act, and nobody who may still', () => {
    const { engagement } = sample('execution.awaitingResponse');
    const choosing = (more: object) =>
      bearsOut(storedWith('application.choosing', { engagement: { ...engagement, ...more } }));
    expect([{ timedOutOn: day }, { infeasibleOn: day }, {}].map(choosing)).toEqual([true, true, false]);
    const infeasible = { ...engagement, infeasibleOn: day };
    expect(bearsOut(storedWith('application.preparing', { choice: null, engagement: infeasible }))).toBe(false);
    expect(bearsOut(storedWith('application.preparing', { choice: null, engagement }))).toBe(false);
  });

  it.each([
    ['execution.inviting', 'ownPhysician'],
    ['execution.awaitingConsultation', 'ownPhysician'],
    ['execution.finalising', 'ownPhysician'],
    ['execution.awaitingConsent', 'ownPhysician'],
    ['execution.underway', 'procedure'],
  ] as [Step, string][])('knows what goes on elsewhere in no other record than its own: %s', (step, recordOf) => {
    expect(bearsOut(storedWith(step, { recordOf }))).toBe(false);
  });

  it('holds where a copy is forwarded no other answer about it, and that answer in no step without a copy', () => {
    const withheld = { as: 'withheld', on: day };
    expect(bearsOut(storedWith('execution.forwarding', { 'execution.forwarding': withheld }))).toBe(false);
    const authorised = sample('execution.forwarding').execution.forwarding;
    expect(bearsOut(storedWith('notForwarded', { 'execution.forwarding': authorised }))).toBe(false);
  });

  it.each(['refused', 'outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed'] as Step[])(
    'holds no other outcome than %s',
    (step) => {
      const other = sample(step === 'withdrawn' ? 'lapsed' : 'withdrawn').request.outcome;
      expect(bearsOut(storedWith(step, { 'request.outcome': other }))).toBe(false);
    },
  );

  it('is concluded by closing, not by what the employer answers', () => {
    const employerRequest = { askedOn: day, answered: { on: day, as: 'agreed' } };
    expect(bearsOut(storedWith('concluded', { closedOn: null, employerRequest }))).toBe(false);
  });

  it('is concluded without closing in the second-opinion physician’s record, which ends with their part', () => {
    expect(bearsOut(storedWith('concluded', { closedOn: null, recordOf: 'secondOpinionPhysician' }))).toBe(true);
    expect(bearsOut(storedWith('concluded', { closedOn: null, recordOf: 'ownPhysician' }))).toBe(false);
  });

  it('holds a copy in a request that lapsed only where the employee died', () => {
    const { possession } = sample('completion.considering');
    const lapsed = (as: string) => bearsOut(storedWith('lapsed', { possession, 'request.outcome': { as, on: day } }));
    expect([lapsed('died'), lapsed('lapsed')]).toEqual([true, false]);
    const died = given(storyTo['completion.decided'].events, 'employer.asked', 'employee.died').case;
    expect(parseCase(JSON.parse(JSON.stringify(died)))).toEqual(died);
  });

  it('holds the question to the employer and its answer, as the case says of it', () => {
    const contradictsTheFile = 'employerRoute contradicts the file';
    const roads = { none: null, asked: { askedOn: day, answered: null } };
    const answered = { askedOn: day, answered: { on: day, as: 'declined' } };
    for (const [road, employerRequest] of Object.entries({ ...roads, answered }))
      for (const said of ['none', 'asked', 'answered']) {
        const stored = { ...storedWith('concluded', { employerRequest }), revision: 30, employerRoute: said };
        expect(contradicted(stored), `${road}, said to be ${said}`).toEqual(said === road ? [] : [contradictsTheFile]);
      }
  });

  it('has a proposed third physician on the day of the proposal, or neither', () => {
    const neither = { 'transfer.grantedOn': null, 'participants.thirdPhysician': null };
    expect(bearsOut(storedWith('completion.awaitingThirdPhysician', neither))).toBe(true);
  });

  it('asks nothing at work twice, tells the employer nothing twice, and has each source once', () => {
    const asked = (source: string) => ({ source, to: employer, on: day });
    const told = (of: string) => ({ of, to: employer, on: day, consent: null });
    const item = (source: string) => ({ source, consent: null, requestedOn: day, receivedOn: null });
    const lists: [path: string, of: (kind: string) => object, kinds: [string, string], message: string][] = [
      ['askedAtWork', asked, ['workplace', 'employer'], 'holds one source twice'],
      ['disclosures', told, ['request', 'advice'], 'holds one kind twice'],
      ['execution.information', item, ['workplace', 'employer'], 'holds one source twice'],
    ];
    for (const [path, of, [one, other], message] of lists) {
      const holding = (...kinds: string[]) =>
        contradicted({ ...storedWith('execution.assessing', { [path]: kinds.map(of) }), revision: 20 });
      expect(holding(one, other), path).toEqual([]);
      expect(holding(one, one), path).toEqual([`file.${path} ${message}`]);
    }
  });

  it('holds apart what each employer was told, and one it does not know', () => {
    const apart = (...to: (string | null)[]) =>
      contradicted({
        ...storedWith('execution.assessing', {
          disclosures: to.map((each) => ({ of: 'request', to: each, on: day, consent: null })),
        }),
        revision: 20,
      });
    expect(apart(employer, 'employer-2', null, 'null')).toEqual([]);
    expect(apart(null, null)).toEqual(['file.disclosures holds one kind twice']);
  });

  it('may be opened on the day of the contested advice', () => {
    const { contestedAdvice, openedOn } = sample('application.discussing');
    expect(
      contradicted(storedWith('application.discussing', { contestedAdvice: { ...contestedAdvice, on: openedOn } })),
    ).toEqual([]);
  });
});

describe('A stored case', () => {
  it.each([
    [
      'an identity established otherwise',
      upTo('execution.inviting'),
      usual('consultation.held', { identity: 'otherwise' }),
    ],
    [
      'an identity not established',
      upTo('execution.inviting'),
      usual('consultation.held', { identity: 'notEstablished' }),
    ],
    [
      'a consultation that was dispensed with',
      upTo('execution.inviting'),
      usual('consultation.waived', { reasons: 'reasons-4' }),
    ],
    [
      'a draft on which nothing came',
      upTo('execution.reviewing'),
      usual('remarks.timedOut', { on: '2026-04-20', announcedOn: '2026-03-18', until: '2026-04-10' }),
    ],
  ] as [string, Told[], Told][])('is read with %s', (_, story, event) => {
    const { outcome } = given(story).whenDone(event);
    if (!outcome.ok) return expect.fail('the event was not taken');
    expect(parseCase(JSON.parse(JSON.stringify(outcome.case)))).toEqual(outcome.case);
  });

  it('has nobody for a role that was not filled', () => {
    const { administration: _, ...participants } = opening.participants;
    const { case: current } = given({ ...opening, participants });
    expect(expectedEvents(current).filter(({ role }) => role === 'administration')).toEqual([]);
    expect(expectedEvents(current, 'employer').map(({ type }) => type)).toContain('ownPhysician.replaced');
  });
});

describe('An unreadable case', () => {
  it('says in its message each place, and what is wrong there', () => {
    const stored = {
      ...storedWith('application.discussing', { engagement: sample('execution.inviting').engagement }),
      revision: 0,
    };
    expect(() => parseCase(stored)).toThrow(
      'The stored case cannot be read: step contradicts the file; revision is lower than what the file holds allows',
    );
    expect(() => parseCase(null)).toThrow(/^The stored case cannot be read: it expected /);
  });
});

describe('The revision of a stored case', () => {
  const issue = 'revision is lower than what the file holds allows';
  const least = (stored: Loose): number => {
    let revision = 0;
    while (contradicted({ ...stored, revision }).includes(issue)) revision += 1;
    return revision;
  };
  const leastOf = (current: Case): number => least(JSON.parse(JSON.stringify(current)));

  it.each(steps)('may be that of %s, and no less than the events that its facts took', (step) => {
    expect(leastOf(caseIn[step])).toBeLessThanOrEqual(caseIn[step].revision);
  });

  it('counts every fact, authorisation, complaint and disclosure for one', () => {
    const engaged = given(storyTo['execution.inviting'].events);
    expect(engaged.case.revision).toBe(8);
    expect(leastOf(engaged.case)).toBe(6);
    expect(leastOf(given(storyTo['execution.inviting'].events, usual('complaint.filed')).case)).toBe(7);
    expect(leastOf(given(storyTo['execution.inviting'].events, usual('employer.informed')).case)).toBe(7);
    expect(leastOf(caseIn['application.discussing'])).toBe(0);
  });

  it('is a whole number from 0', () => {
    const stored = { ...caseIn['application.discussing'], revision: -1 };
    expect(() => parseCase(stored)).toThrow(/: revision expected a whole number from 0$/);
  });

  it('is at least one where there is a deviation', () => {
    const done = record(caseIn['application.discussing'], usual('request.refused', { by: 'secretary-1' }));
    expect(done).toMatchObject({ ok: true, case: { revision: 1, step: 'application.discussing' } });
    expect(leastOf(done.ok ? done.case : expect.fail('it was not taken'))).toBe(1);
    const { case: audited } = replay(opening, [usual('application.sent')], 'record');
    expect(audited?.deviations.length).toBeGreaterThan(leastOf(audited ?? expect.fail('it was not taken')));
  });
});

/** Every place in a value, by the way to it. */
const placesIn = (value: unknown, at: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [[...at, name], ...placesIn(inner, [...at, name])])
    : [];

const without = (stored: unknown, place: string[]): unknown => {
  const copy = structuredClone(stored);
  const parent = place.slice(0, -1).reduce<unknown>((at, name) => (at as Loose)[name], copy) as Loose;
  delete parent[place.at(-1) ?? ''];
  return copy;
};

describe('What a stored case lacks', () => {
  it.each(steps)('in %s is never filled in', (step) => {
    const stored = storedWith(step, {});
    for (const place of placesIn(stored)) {
      // A list can be shorter, and of the letters told any can be missing.
      const isItem = /^\d+$/.test(place.at(-1) ?? '') || place.at(-2) === 'told';
      if (!isItem) expect(contradicted(without(stored, place)), place.join('.')).not.toEqual([]);
    }
  });

  it('is named, also where an opening may leave it out', () => {
    const stored = storedWith('execution.awaitingResponse', {});
    const told = ['responseTerm', 'alarms', 'military'].map((name) =>
      contradicted(without(stored, ['file', 'contract', name])),
    );
    expect(told).toEqual([
      ['file.contract.responseTerm is missing'],
      ['file.contract.alarms is missing'],
      ['file.contract.military is missing'],
    ]);
  });
});

describe('The letters that a stored case has counted', () => {
  it.each([
    ['requestMade:ownPhysician', []],
    ['requestMade', ['file.told.requestMade is no field of this']],
    ['requestMade:ownPhysician:1', ['file.told.? is no field of this']],
    ['1:requestMade:ownPhysician', ['file.told.? is no field of this']],
  ])('are told apart by topic and role alone: %s', (kind, said) => {
    expect(contradicted(storedWith('application.discussing', { told: { [kind]: 1 } }))).toEqual(said);
  });
});

describe('The lists of a refusal', () => {
  it.each(['grounds', 'earlierRequests'])('are as long in a stored case as an event may have them: %s', (name) => {
    const { outcome } = sample('refused').request;
    const refusedWith = (length: number) =>
      contradicted(storedWith('refused', { 'request.outcome': { ...outcome, [name]: Array(length).fill('other') } }));
    expect(refusedWith(32)).toEqual([]);
    expect(refusedWith(33)).toEqual([`file.request.outcome.${name} expected at most 32`]);
  });
});

describe('The deviations of a stored case', () => {
  it('are 50,000 at most', () => {
    const { case: audited } = replay(opening, [usual('request.refused', { by: 'secretary-1' })], 'record');
    const stored = (length: number) => ({ ...audited, deviations: Array(length).fill(audited?.deviations[0]) });
    expect(contradicted(stored(50_000))).toEqual([]);
    expect(contradicted(stored(50_001))).toEqual(['deviations expected at most 50000']);
  });

  it('may be of the law, of the pool or of the commentary', () => {
    const again = usual('request.refused', { grounds: ['repeatedSameQuestion'], reasons: undefined });
    const { case: audited } = replay(opening, [again], 'record');
    expect(audited?.deviations.map(({ norm, rank }) => [norm, rank])).toEqual([
      ['instrumentWasDiscussed', 'pool'],
      ['earlierOpinionIsNamed', 'commentary'],
      ['reasonsAreInWriting', 'law'],
    ]);
    expect(parseCase(JSON.parse(JSON.stringify(audited)))).toEqual(audited);
  });
});
