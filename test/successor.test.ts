import { expect, it } from 'vitest';
import { type Case, deadlines, expectedEvents, viewFor, waitingOn } from '../src/index.js';
import { openingOf } from '../src/testing/index.js';
import { storyOf, summaryOf } from './support/readers.js';
import {
  another,
  clause,
  employee,
  given,
  goingOn,
  noticesIn,
  opening,
  own,
  storyTo,
  successor,
  type Told,
  upTo,
  usual,
} from './support/story.js';
import { languages } from './support/words.js';

const withConsent = usual('ownPhysician.replaced', { consent: 'consent-3' });
const released = usual('file.released');

/** Another takes the place of the own physician. */
const replaced = (...told: Parameters<typeof given>): Case => given(...told, usual('ownPhysician.replaced')).case;

const seenBySuccessor = (current: Case) => viewFor(current, { role: 'ownPhysician', person: successor.id });

const waitsFor = (current: Case) => waitingOn(current).map(({ role, events: types }) => `${role}: ${types.join(' ')}`);

clause('B-65', () => {
  const otherwise = openingOf({ question: 'question-9', contestedAdvice: { id: 'advice-9' } });
  const forwarded = upTo('completion.considering');
  const sentByThem = usual('application.sent', { by: successor.id, medicalData: false });

  /** Histories that differ in what the predecessor knew, and in nothing that is asked of whoever comes after. */
  const alike: Record<string, Parameters<typeof given>[]> = {
    'what was asked, and who was chosen': [
      [upTo('application.preparing')],
      [otherwise, upTo('application.choosing'), usual('physicians.chosen', { first: another, second: undefined })],
      [upTo('application.choosing')],
      [usual('instrument.discussed'), usual('request.refused')],
    ],
    'how far the second opinion is': [
      [upTo('execution.awaitingResponse')],
      [upTo('execution.assessing')],
      [upTo('execution.awaitingConsent')],
      [storyTo.notForwarded.events],
    ],
    'the copy, the decision and the transfer': [
      [forwarded],
      [forwarded.slice(0, -1), usual('advice.handedOver')],
      [forwarded, usual('decision.made', { adoption: 'none' })],
      [upTo('completion.consideringTransfer')],
      [storyTo['completion.transferRefused'].events],
      [storyTo.concluded.events],
      [storyTo.transferred.events],
    ],
  };

  it.each(Object.entries(alike))('shows a successor nothing of %s', (_, histories) => {
    const [first, ...others] = histories.map((each) => {
      const current = replaced(...each);
      return [seenBySuccessor(current), summaryOf(current, 'ownPhysician', languages.en)] as const;
    });
    expect(first?.[0].sees).toMatchObject({ step: null, since: null, askedOn: '2026-03-18', employee });
    for (const other of others) expect(other).toEqual(first);
  });

  it('shows a successor a complaint against them, and its term, whether or not anything is asked of them', () => {
    const filed = usual('complaint.filed', { against: successor.id });
    for (const [events, own] of [
      [[], ['engage']],
      [forwarded, []],
    ] as const) {
      const current = given([...events], usual('ownPhysician.replaced'), filed).case;
      const { sees, deadlines: terms } = seenBySuccessor(current);
      expect(sees?.complaints).toMatchObject([{ against: successor.id }]);
      expect(terms.map(({ term }) => term)).toEqual([...own, 'complaint']);
      expect(terms.at(-1)).toMatchObject({ complaint: 'complaint-1', since: '2026-03-18' });
    }
  });

  it('shows a successor no term of another, while something is asked of them', () => {
    const current = given(
      upTo('application.preparing'),
      usual('ownPhysician.replaced'),
      usual('physicians.chosen'),
      usual('instrument.discussed', { by: successor.id }),
      usual('adviceInForce.explained', { by: successor.id }),
      sentByThem,
      usual('authorisation.signed'),
    ).case;
    expect(waitsFor(current)).toContain('ownPhysician: medicalData.sent');
    expect(deadlines(current).map(({ term }) => term)).toEqual(['response']);
    expect(seenBySuccessor(current).deadlines).toEqual([]);
  });

  it('tells a successor no story of what was before them', () => {
    const story = (events: Told[]) =>
      storyOf(
        opening,
        [...events, usual('ownPhysician.replaced'), usual('complaint.filed')],
        'ownPhysician',
        languages.en,
      );
    expect(story(upTo('completion.decided')).map(({ type }) => type)).toEqual(['ownPhysician.replaced']);
    expect(story(upTo('completion.decided'))).toEqual(story(upTo('execution.assessing')));
  });

  it('shows what is asked of the successor, where it takes nothing that the predecessor had', () => {
    const view = seenBySuccessor(replaced());
    expect(view.sees).toMatchObject({ step: 'application.discussing', since: '2026-03-18' });
    expect(view.waitingOn.map(({ role }) => role)).toEqual(['ownPhysician']);
    expect(view.mayReport.map(({ type }) => type)).toContain('request.honoured');
    expect(view.deadlines.map(({ term }) => term)).toEqual(['engage']);
    expect(view.sees).not.toHaveProperty('question');
  });

  it.each([
    ['the choice', upTo('application.preparing').concat(usual('instrument.discussed'), usual('authorisation.signed'))],
    [
      'the application',
      [
        ...upTo('application.preparing'),
        usual('application.sent', { medicalData: false }),
        usual('authorisation.signed'),
      ],
    ],
    ['the copy', forwarded],
    ['the transfer', upTo('completion.consideringTransfer')],
  ])('waits for the employee where it takes %s', (_, events) => {
    const current = replaced(events);
    expect(waitsFor(current)[0]).toBe('employee: file.released');
    expect(waitingOn(current).filter(({ role }) => role === 'ownPhysician')).toEqual([]);
    const after = goingOn(current).when(released).thenIn(current.step);
    expect(waitingOn(after).map(({ role }) => role)).toContain('ownPhysician');
  });

  it('asks the successor for no reasons that their predecessor owes, until the file is released', () => {
    const owed = given(forwarded)
      .whenDone(usual('decision.made', { reasons: undefined }))
      .thenIn('completion.decided');
    const current = goingOn(owed).when('ownPhysician.replaced').thenIn('completion.decided');
    expect(waitsFor(current)).toEqual(['employee: file.released']);
    const after = goingOn(current).when(released).thenIn('completion.decided');
    expect(waitsFor(after)).toEqual(['ownPhysician: reasons.given']);
  });

  it('asks them for the reasons of a refusal of their own', () => {
    const refusal = usual('request.refused', { by: successor.id, reasons: undefined });
    const { whenDone } = given(
      storyTo.refused.events,
      usual('ownPhysician.replaced'),
      usual('request.renewed'),
      usual('instrument.discussed', { by: successor.id }),
    );
    expect(waitsFor(whenDone(refusal).thenIn('refused'))).toEqual(['ownPhysician: reasons.given']);
  });

  it('waits for the release since they came', () => {
    const came = usual('ownPhysician.replaced', { on: '2026-03-20' });
    expect(waitingOn(given(forwarded, came).case)).toMatchObject([{ events: ['file.released'], since: '2026-03-20' }]);
    given(forwarded, came)
      .when(usual('file.released', { on: '2026-03-19' }))
      .thenNotAllowed('datedInOrder');
  });

  it('lets them report what is asked of them and what they tell the employer, no more', () => {
    const mayReport = (events: Told[]) => seenBySuccessor(replaced(events)).mayReport.map(({ type }) => type);
    expect(mayReport(upTo('execution.inviting'))).toEqual(['employer.informed']);
    expect(mayReport([])).not.toContain('employee.died');
  });

  it('keeps the decision from a successor without the copy, until it is released or handed over', () => {
    const without = goingOn(replaced(forwarded));
    without.when(usual('decision.made', { by: successor.id })).thenNotAllowed('ownPhysicianHasCopy');
    expect(without.case.file.possession?.physician).toBe(own.id);
    expect(deadlines(without.case)).toEqual([]);
    for (const given of [released, usual('advice.handedOver')]) {
      const after = goingOn(without.when(given).thenIn('completion.considering'));
      after.when(usual('decision.made', { by: successor.id })).thenIn('completion.decided');
    }
  });

  it('shows all that the predecessor had once the employee releases it, at the replacement or later', () => {
    const known = ['contestedAdvice', 'question', 'choice', 'engagement', 'decision'];
    const atOnce = given(upTo('completion.decided'), withConsent).case;
    const later = goingOn(replaced(upTo('completion.decided')))
      .when(released)
      .thenIn('completion.decided');
    for (const current of [atOnce, later]) {
      expect(Object.keys(seenBySuccessor(current).sees ?? {})).toEqual(expect.arrayContaining(known));
      expect(seenBySuccessor(current).sees).toMatchObject({ advice: { reference: 'advice-2', through: 'forwarded' } });
    }
    expect(seenBySuccessor(replaced(upTo('completion.decided'))).sees).not.toHaveProperty('decision');
  });

  it('releases nothing to whoever is not the own physician', () => {
    const current = goingOn(replaced(forwarded));
    const done = current.whenDone(usual('file.released', { to: own.id }));
    current.when(usual('file.released', { to: own.id })).thenNotAllowed('recipientIsOwnPhysician');
    done.expect({ case: { file: { withheld: current.case.file.withheld } } });
    expect(noticesIn(done.outcome)).toEqual([]);
  });

  it.each([
    ['a question', upTo('application.preparing'), usual('question.put'), 'question'],
    ['a choice', upTo('application.choosing'), usual('physicians.chosen'), 'choice'],
    ['that the request was renewed', storyTo.withdrawn.events, usual('request.renewed'), 'engagement'],
    ['an application of their own', upTo('application.preparing'), sentByThem, 'engagement'],
    ['a copy', forwarded, usual('advice.handedOver'), 'advice'],
    ['a decision of their own', forwarded, usual('decision.made', { by: successor.id }), 'decision'],
    ['a request for transfer', upTo('completion.decided'), usual('transfer.requested'), 'transfer'],
  ] as [string, Told[], Told, string][])('shows the successor %s, which came after them', (_, events, told, part) => {
    const needsTheCopy = part === 'transfer' || part === 'decision';
    const before = given(events, usual('ownPhysician.replaced'), ...(needsTheCopy ? [usual('advice.handedOver')] : []));
    expect(seenBySuccessor(before.case).sees).not.toHaveProperty(part);
    const after = before.when(told).outcome;
    expect(after.ok && seenBySuccessor(after.case).sees).toHaveProperty(part);
  });

  it('offers the release only where something is withheld', () => {
    const offered = (current: Case) => expectedEvents(current, 'employee').map(({ type }) => type);
    expect(offered(given(forwarded).case)).not.toContain('file.released');
    expect(offered(replaced(forwarded))).toContain('file.released');
    expect(offered(given(forwarded, withConsent).case)).not.toContain('file.released');
  });
});

clause('B-66', () => {
  it('tells the new own physician that the guidance comes to them, and nothing else', () => {
    const notices = noticesIn(given(upTo('completion.considering')).when('ownPhysician.replaced').outcome);
    expect(notices.filter((each) => each.includes(successor.id))).toEqual([
      `guidanceTakenOver → ownPhysician ${successor.id}`,
    ]);
  });

  it('tells them when the file is released to them', () => {
    const outcome = goingOn(replaced(upTo('completion.considering'))).when(released).outcome;
    expect(noticesIn(outcome)).toEqual([`fileReleased → ownPhysician ${successor.id}`]);
  });
});
