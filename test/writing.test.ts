import { describe, expect, it } from 'vitest';
import { type Contents, type ElementName, letterContents } from '../src/forms.js';
import { type Case, type Notice, type NoticeTopic, openCase, record, viewFor } from '../src/index.js';
import { topics } from '../src/letters.js';
import { everyPath, openingOf } from '../src/testing/index.js';
import { type Letter, letterFor, type Words } from '../src/words/index.js';
import { readerIn } from './support/readers.js';
import { clause, first, given, handler, onDay, opening, own, type Told, upTo, usual } from './support/story.js';
import { forEmployee, languages } from './support/words.js';

type Locale = keyof typeof languages;

const wordsFor = (locale: Locale, { to }: Notice): Words => (to.role === 'employee' ? forEmployee : languages)[locale];

interface Written {
  after: Case;
  notice: Notice;
  words: Words;
  letter: Letter;
}

const writtenIn = (after: Case, notices: readonly Notice[], locale: Locale): Written[] =>
  notices.map((notice) => {
    const words = wordsFor(locale, notice);
    return { after, notice, words, letter: letterFor(after, notice, words) };
  });

/** Every letter of every way through the procedure, what was done against the rules included. */
const everyLetter = (['nl', 'en'] as const).flatMap((locale) =>
  everyPath().flatMap(({ opening: start, events }) => {
    let outcome = openCase(start);
    return [null, ...events].flatMap((event) => {
      if (event && outcome.ok) outcome = record(outcome.case, event);
      return outcome.ok ? writtenIn(outcome.case, outcome.notices, locale) : expect.fail(`${event?.type} is not taken`);
    });
  }),
);

const bodyOf = ({ text }: Letter): string => text.join('\n\n');

const linesOf = (letter: Letter): string[] => bodyOf(letter).split('\n').filter(Boolean);

/** The letters that an event brings about, in Dutch. */
const lettersOf = (events: (Told | Told[])[], last: Told, start = opening): Written[] => {
  const outcome = record(given(start, ...events).case, last);
  return outcome.ok ? writtenIn(outcome.case, outcome.notices, 'nl') : expect.fail(`${last.type} is not taken`);
};

const letterOn = (about: NoticeTopic, events: (Told | Told[])[], last: Told, start = opening): Letter =>
  lettersOf(events, last, start).find(({ notice }) => notice.about === about)?.letter ??
  expect.fail(`nobody is told ${about}`);

/** What is said in other words than those of the list of what must be there. */
const saidOtherwise: Partial<Record<ElementName, (words: Words) => string[]>> = {
  wish: ({ notices }) => [notices.requestMade],
  grounds: ({ fields }) => [fields.grounds],
  adoption: ({ fields }) => [fields.adoption],
  mayPassOnAdvice: ({ fields }) => [fields.adviceMayBePassedOn],
  mayAskAgain: ({ events }) => [events['request.renewed'].todo],
  mayReportInaccuracies: ({ events }) => [events['inaccuracies.reported'].todo],
  nextPhysician: ({ notices }) => [notices.physicianUnavailable],
  noAnswerNeeded: ({ notices }) => [notices.noAnswerNeeded],
  noCopy: ({ notices }) => [notices.noCopy],
  notNeeded: ({ notices }) => [notices.notNeeded],
  transferOfGuidance: ({ notices }) => [notices.guidanceTransferred],
  anotherPhysicianAsked: ({ events }) => [events['employer.asked'].done],
  questionTakenBack: ({ events }) => [events['employer.notAsked'].done],
  receipt: ({ events }) => [events['complaint.acknowledged'].done],
  askedNow: ({ letters, phrases }) => [letters.isNext, phrases.inProgress],
};

describe('A letter', () => {
  it('is written on every topic, to everybody who is told of it', () => {
    expect(new Set(everyLetter.map(({ notice }) => notice.about)).size).toBe(Object.keys(topics).length);
    for (const { notice, letter } of everyLetter) {
      expect(letter.subject, notice.id).not.toBe('');
      expect(letter.text.length, notice.id).toBeGreaterThan(0);
    }
  });

  it('contains all that it must, for that reader, or what stands in its place', () => {
    for (const { notice, letter } of everyLetter) {
      const { elements }: Contents = letterContents[notice.about];
      const asked = elements.filter(({ to }) => !to || to.includes(notice.to.role));
      expect(letter.contains.length, notice.id).toBe(asked.length);
      for (const [at, { element, or }] of asked.entries())
        expect([element, or?.element], notice.id).toContain(letter.contains[at]?.element);
    }
  });

  it('says each of these, or says that it brings it', () => {
    for (const { notice, words, letter } of everyLetter) {
      const body = bodyOf(letter).toLowerCase();
      for (const { element } of letter.contains) {
        const said = [words.elements[element], ...(saidOtherwise[element]?.(words) ?? [])];
        expect(
          said.some((each) => body.includes(each.toLowerCase())),
          `${element} in ${notice.about}:\n${body}`,
        ).toBe(true);
      }
    }
  });

  it('cites with each of these the clauses that ask it, but to the employer nothing', () => {
    for (const { notice, letter } of everyLetter) {
      const cited = [letter.clauses, ...letter.contains.map(({ clauses }) => clauses)];
      expect(
        cited.every((clauses) => (notice.to.role === 'employer' ? clauses.length === 0 : clauses.length > 0)),
        notice.id,
      ).toBe(true);
    }
    const refusal = letterOn('requestRefused', upTo('application.discussing'), usual('request.refused'));
    expect(refusal.contains[0]).toMatchObject({
      element: 'grounds',
      clauses: [{ id: 'E-16', rank: 'commentary' }, {}],
    });
  });

  it('names nobody and nothing by an id', () => {
    const ids = (current: Case): string[] => {
      const {
        recordOf: _,
        contract: { route: __, ...contract },
        ...file
      } = current.file;
      return [
        ...JSON.stringify({ ...file, contract }).matchAll(/"([a-z]+-[a-z0-9-]*\d|physician-\w+|planning-\d)"/g),
      ].map(([, id]) => String(id));
    };
    let known = 0;
    for (const { after, notice, letter } of everyLetter) {
      const all = ids(after).filter((id) => !/^\d{4}-\d\d-\d\d$/.test(id));
      known += all.length;
      const said = `${letter.subject}\n${bodyOf(letter)}`;
      expect(
        all.filter((id) => said.includes(id)),
        notice.id,
      ).toEqual([]);
    }
    expect(known).toBeGreaterThan(10_000);
  });

  it('is plainly one of a second opinion, to everybody but the employer, who reads nothing of it', () => {
    for (const { notice, words, letter } of everyLetter) {
      const said = JSON.stringify(letter);
      if (notice.to.role === 'employer') expect(said, notice.id).not.toMatch(/second.opinion|LPBSO/i);
      else {
        expect(letter.subject, notice.id).toMatch(/second.opinion/i);
        expect(letter.text[0]?.toLowerCase(), notice.id).toContain(words.letters.belongs);
      }
    }
  });

  it('is made of whole sentences and of lists, and says nothing twice', () => {
    for (const { notice, letter } of everyLetter) {
      expect(`${letter.subject} ${bodyOf(letter)}`, notice.id).not.toMatch(/undefined|null|\[object| {2}|\.\.|: \./);
      expect(letter.subject, notice.id).toMatch(/^\p{Lu}.*[^.]$/u);
      for (const line of linesOf(letter)) expect(line, notice.id).toMatch(/^(\p{Lu}.*[.:]|- .*[^.])$/su);
      const sentences = linesOf(letter).flatMap((line) => line.split(/(?<=\.) /));
      expect(new Set(sentences).size, bodyOf(letter)).toBe(sentences.length);
    }
  });

  it('speaks to the employee in at most 25 words at a time', () => {
    const toEmployee = everyLetter.filter(({ notice }) => notice.to.role === 'employee');
    const long = toEmployee.flatMap(({ letter }) =>
      linesOf(letter).flatMap((line) => line.split(/(?<=[.:]) /).filter((said) => said.split(' ').length > 25)),
    );
    expect([...new Set(long)]).toEqual([]);
  });

  it('tells the reader what their view lets them report in the matter, and nothing else', () => {
    let moves = 0;
    for (const { after, notice, letter } of everyLetter) {
      const view = viewFor(after, notice.to);
      const open = view.mayReport.filter(({ unmet }) => unmet.length === 0).map(({ type }) => type);
      const awaited = view.waitingOn.filter(({ role }) => role === notice.to.role).flatMap(({ events }) => events);
      for (const { type, isWaitedFor, by } of letter.can) {
        expect(open, notice.id).toContain(type);
        expect(isWaitedFor, notice.id).toBe(awaited.includes(type));
        if (isWaitedFor) moves += 1;
        else expect(by, notice.id).toBe(null);
      }
    }
    expect(moves).toBeGreaterThan(1_000);
  });

  it('speaks of complaints only where it is about one, and then of nothing else', () => {
    for (const { notice, letter } of everyLetter)
      for (const { type } of letter.can)
        expect(type.startsWith('complaint.') && type !== 'complaint.filed', `${type} in ${notice.about}`).toBe(
          notice.about.startsWith('complaint'),
        );
  });

  it('tells what nobody needs to be told nothing, and throws nothing', () => {
    const { case: current } = given([]);
    for (const about of ['', 'constructor', 'nothing', undefined, null])
      for (const to of [
        { role: 'employee', person: 'employee-1' },
        { role: '__proto__', person: 'x' },
      ])
        expect(letterFor(current, { about, to, from: 'employee', clauses: [] } as never, languages.nl)).toEqual({
          subject: 'Er is niets te melden',
          text: [],
          contains: [],
          can: [],
          clauses: [],
        });
  });
});

const signed = [...upTo('application.preparing'), usual('authorisation.signed')];

clause('L-20', () => {
  it('tells the second-opinion physician what they can do by the last day of the week', () => {
    const letter = letterOn('applicationSent', signed, usual('application.sent', { on: '2026-03-23' }));
    expect(letter.can.filter(({ isWaitedFor }) => isWaitedFor).map(({ type, by }) => `${type} ${by}`)).toEqual([
      'application.received 2026-03-30',
      'application.accepted 2026-03-30',
      'application.declined 2026-03-30',
    ]);
    expect(bodyOf(letter)).toContain('Termijn: reactie op de aanvraag uiterlijk 30 maart 2026.');
  });
});

clause('B-68', () => {
  it('writes a refusal with its grounds, what comes with it, and that one may ask again', () => {
    const letter = letterOn('requestRefused', [onDay('2026-03-19', 'instrument.discussed')], usual('request.refused'));
    expect(letter.subject).toBe('Second opinion: uw bedrijfsarts heeft uw aanvraag geweigerd');
    expect(bodyOf(letter)).toBe(`Deze brief gaat over uw second opinion. Uw bedrijfsarts heeft uw aanvraag geweigerd.

Argumenten voor de weigering: opzettelijke vertraging.

In of bij deze brief vindt u:
- de redenen
- de klachtenprocedure

U kunt ook:
- opnieuw een second opinion aanvragen
- kiezen voor een deskundigenoordeel van UWV
- een klacht indienen`);
  });

  it('says where the reasons are lacking that they are owed, and does not bring them', () => {
    const { reasons: _, ...without } = usual('request.refused');
    const letter = letterOn('requestRefused', [usual('instrument.discussed')], without);
    expect(letter.contains.map(({ element }) => element)).toContain('reasonsOwed');
    expect(bodyOf(letter)).toContain('Uw bedrijfsarts laat u weten dat de redenen nog op schrift volgen.');
    expect(bodyOf(letter)).not.toContain('- de redenen');
  });

  it('names no grounds where none were given, and leaves them to be added', () => {
    const letter = letterOn(
      'requestRefused',
      [usual('instrument.discussed')],
      usual('request.refused', { grounds: [] }),
    );
    expect(bodyOf(letter)).not.toContain('Argumenten');
    expect(bodyOf(letter)).toContain('- de zwaarwegende argumenten voor de weigering\n- de redenen');
  });
});

clause('B-05', () => {
  it('writes why no second opinion is possible', () => {
    const letter = letterOn('requestOutOfScope', [], usual('request.foundOutOfScope'));
    expect(letter.text[0]).toBe(
      'Deze brief gaat over uw second opinion. Uw bedrijfsarts zegt dat u hiervoor geen second opinion kunt krijgen. ' +
        'Waarom geen second opinion mogelijk is: het gaat niet over gezondheid en werk.',
    );
  });
});

clause('L-05', () => {
  it('writes the own physician of the wish, and what they can do now', () => {
    const outcome = openCase(opening);
    const [written] = outcome.ok ? writtenIn(outcome.case, outcome.notices, 'nl') : [];
    expect(written?.letter.subject).toBe('De werknemer vraagt een second opinion aan');
    expect(
      written && bodyOf(written.letter),
    ).toBe(`Dit bericht hoort bij een second opinion. De werknemer vraagt een second opinion aan.

De eigen bedrijfsarts is aan zet en kan:
- met de werknemer bespreken welk instrument het beste past
- uitleggen dat het bestaande advies intussen blijft gelden en dat de werknemer op basis daarvan afspraken met de werkgever moet maken
- de aanvraag honoreren
- vaststellen dat hiervoor geen second opinion mogelijk is

Termijn: aanvraag zo spoedig mogelijk versturen of gemotiveerd weigeren.`);
  });
});

clause('B-48', () => {
  it('says that a question can still be put where there is none, and need not say so where there is', () => {
    const honoured = (start: typeof opening) =>
      bodyOf(letterOn('requestHonoured', [], usual('request.honoured'), start));
    const besides = `U kunt ook:
- kiezen voor een deskundigenoordeel van UWV
- uw aanvraag intrekken
- de machtiging voor uw medische gegevens tekenen
- de machtiging niet tekenen
- een klacht indienen`;
    expect(
      honoured(opening),
    ).toBe(`Deze brief gaat over uw second opinion. Uw bedrijfsarts heeft uw aanvraag goedgekeurd.

U bent nu aan de beurt en kunt een bedrijfsarts voor de second opinion kiezen.

Hiervoor is geen vaste datum.

${besides}`);
    expect(honoured(openingOf({ question: undefined }) as typeof opening)).toContain(
      besides.replace('ook:\n', 'ook:\n- uw vraag voor de second opinion stellen\n'),
    );
  });
});

clause('L-27', () => {
  it('writes the employee on which day the consultation is, and that they can revoke what they signed', () => {
    const letter = letterOn('consultationScheduled', upTo('execution.inviting'), usual('consultation.scheduled'));
    expect(letter.subject).toBe('Second opinion: uw afspraak voor het spreekuur');
    expect(
      bodyOf(letter),
    ).toBe(`Deze brief gaat over uw second opinion. De tweede bedrijfsarts heeft een afspraak met u gemaakt. \
Dag van het spreekuur: 8 april 2026.

U kunt ook:
- kiezen voor een deskundigenoordeel van UWV
- uw aanvraag intrekken
- uw machtiging intrekken
- de opdracht aan de tweede bedrijfsarts stoppen
- een klacht indienen`);
  });
});

clause('B-54', () => {
  const asked = (source: string) =>
    letterOn('informationAsked', upTo('execution.assessing'), usual('information.requested', { source }));

  it('writes the own physician who asks for information, and where the case stands to them', () => {
    expect(asked('ownPhysician').text).toEqual([
      'Dit bericht hoort bij een second opinion. De bedrijfsarts second opinion heeft aanvullende informatie opgevraagd.',
      'Hierbij: welke informatie wordt gevraagd.',
      'De second opinion wordt uitgevoerd.',
    ]);
  });

  it('writes the employer that a physician asks, without saying which, and what they may be told', () => {
    expect([asked('employer').subject, ...asked('employer').text]).toEqual([
      'Een bedrijfsarts vraagt om informatie',
      'Een bedrijfsarts vraagt om informatie.',
      'Hierbij:\n- wat er over het werk wordt gevraagd\n- dat de werknemer toestemming geeft voor de vraag',
    ]);
  });
});

clause('B-53', () => {
  const sent = [...upTo('application.preparing'), usual('application.sent', { medicalData: false })];
  const written = lettersOf(sent, usual('authorisation.signed'));
  const letterTo = (role: string) =>
    written.find(({ notice }) => notice.to.role === role)?.letter ?? expect.fail(`the ${role} is not told`);

  it('writes the own physician that they can send the data, for which the week of the other is no term', () => {
    const letter = letterTo('ownPhysician');
    expect(letter.can.filter(({ isWaitedFor }) => isWaitedFor)).toMatchObject([{ type: 'medicalData.sent', by: null }]);
    expect(letter.text.slice(1)).toEqual([
      'Hierbij: de machtiging voor overdracht van medische gegevens.',
      'De eigen bedrijfsarts is aan zet en kan medische gegevens naar de bedrijfsarts second opinion sturen.',
      'Hiervoor is geen vaste termijn.',
    ]);
  });

  it('writes the second-opinion physician of the authorisation, with the week that is theirs', () => {
    expect(letterTo('secondOpinionPhysician').text.at(-1)).toBe(
      'Termijn: reactie op de aanvraag uiterlijk 25 maart 2026.',
    );
  });
});

clause('L-41', () => {
  const decided = (changed = {}) =>
    letterOn('decisionMade', upTo('completion.considering'), usual('decision.made', changed));

  it('writes how far the advice is adopted, and brings the reasons', () => {
    expect(decided().contains.map(({ element }) => element)).toEqual(['adoption', 'reasons']);
    expect(bodyOf(decided())).toBe(`Deze brief gaat over uw second opinion. \
Uw bedrijfsarts heeft op het advies van de second opinion gereageerd.

Advies van de second opinion: geheel overgenomen.

In of bij deze brief vindt u: de redenen.

U kunt ook:
- om een andere bedrijfsarts vragen
- uw werkgever om een andere bedrijfsarts vragen
- de procedure afsluiten
- een klacht indienen`);
  });

  it('says of reasons that are lacking that they are owed', () => {
    const { contains, text } = decided({ reasons: undefined });
    expect(contains.map(({ element }) => element)).toEqual(['adoption', 'reasonsOwed']);
    expect(text[2]).toBe('Uw bedrijfsarts laat u weten dat de redenen nog op schrift volgen.');
  });

  it('says nothing of it, nor that reasons are owed, to whoever sees nothing of the case', () => {
    const [decision] = lettersOf(upTo('completion.considering'), usual('decision.made', { reasons: undefined }));
    if (!decision) return expect.fail('nobody is told of a decision');
    for (const role of ['employee', 'ownPhysician', 'administration'] as const) {
      const notice = { ...decision.notice, to: { role, person: 'nobody-1' } };
      const { contains, text } = letterFor(decision.after, notice as Notice, languages.nl);
      expect(
        contains.map(({ element }) => element),
        role,
      ).toEqual(['adoption', 'reasons']);
      expect(text.slice(1), role).toEqual([
        'De eigen bedrijfsarts laat weten of het second-opinionadvies geheel, gedeeltelijk of niet wordt overgenomen.',
        'Hierbij: de redenen.',
      ]);
    }
  });
});

clause('L-20', () => {
  it('writes the employee of the yes, where it stands, and no term that has no day', () => {
    const letter = letterOn('applicationAccepted', upTo('execution.awaitingResponse'), usual('application.accepted'));
    expect(letter.text.slice(0, 2)).toEqual([
      'Deze brief gaat over uw second opinion. De tweede bedrijfsarts heeft ja gezegd op uw aanvraag.',
      'De tweede bedrijfsarts nodigt u uit voor het spreekuur.',
    ]);
    expect(letter.text[2]).toMatch(/^U kunt ook:/);
  });
});

clause('E-34', () => {
  it('writes the employer that another physician is asked for, and what they can answer', () => {
    const letter = letterOn('employerAsked', upTo('completion.decided'), usual('employer.asked'));
    expect(letter.can.map(({ type, isWaitedFor }) => [type, isWaitedFor])).toEqual([
      ['employer.agreed', true],
      ['employer.declined', true],
    ]);
    expect(letter.text).toEqual([
      'De werknemer heeft de werkgever om een andere bedrijfsarts gevraagd.',
      'Hierbij: wat de werknemer daarover kwijt wil.',
      'De werkgever is aan zet en kan:\n- instemmen met een andere bedrijfsarts\n- niet instemmen met een andere bedrijfsarts',
      'Hiervoor is geen vaste termijn.',
    ]);
  });

  it('writes them that they are asked no more, and nothing else', () => {
    const asked = [...upTo('completion.decided'), usual('employer.asked')];
    const { text, can } = letterOn('employerNotAsked', asked, usual('employer.notAsked'));
    expect([...text, ...can]).toEqual(['De werknemer heeft de vraag aan de werkgever teruggenomen.']);
  });
});

clause('D-2.14e.4', () => {
  const alarmed = openingOf({ contract: { alarms: { complaint: 28, decide: 14 } } }) as typeof opening;
  const forwarding = upTo('execution.forwarding');
  const filed = usual('complaint.filed');

  it('writes whoever handles complaints what they can do with it', () => {
    const letter = letterOn('complaintFiled', [], filed, alarmed);
    expect(letter.can.map(({ type }) => type)).toContain('complaint.progressed');
    expect(bodyOf(letter)).toBe(`Dit bericht hoort bij een second opinion. De werknemer heeft een klacht ingediend.

De klachtbehandelaar is aan zet en kan:
- de ontvangst van de klacht bevestigen
- de klacht beantwoorden

Termijn: antwoord op de klacht, zonder vaste termijn (signaaldatum 15 april 2026).`);
  });

  it('writes the employee of the complaint with its term alone, and of the rest with the others', () => {
    const about = letterOn(
      'complaintAcknowledged',
      [...upTo('completion.considering'), filed],
      usual('complaint.acknowledged', { by: handler }),
      alarmed,
    );
    expect(about.text.slice(1)).toEqual([
      'Wanneer: antwoord op uw klacht, zonder vaste datum (controledatum 15 april 2026).',
      'U kunt ook uw klacht intrekken.',
    ]);
    const beside = letterOn('adviceForwarded', [...forwarding, filed], usual('advice.forwarded'), alarmed);
    expect(beside.text[1]).toBe(
      'Uw bedrijfsarts leest het advies van de second opinion. ' +
        'Wanneer: reactie op het advies van de second opinion, binnen een redelijke tijd (controledatum 1 april 2026).',
    );
  });
});

clause('G-14', () => {
  it('writes the employee that they have another physician, whoever reported it, and where it stands', () => {
    const letter = letterOn('ownPhysicianReplaced', [], usual('ownPhysician.replaced'));
    expect(letter.text.slice(0, 2)).toEqual([
      'Deze brief gaat over uw second opinion. U heeft een nieuwe bedrijfsarts.',
      'Uw bedrijfsarts moet nog op uw aanvraag reageren.',
    ]);
  });

  it('tells a successor of whom nothing is asked that a request is in progress, and nothing they could do', () => {
    const { text, can } = letterOn('guidanceTakenOver', upTo('execution.forwarding'), usual('ownPhysician.replaced'));
    expect([text.at(-1), ...can]).toEqual(['Er loopt een aanvraag.']);
  });
});

clause('B-19', () => {
  it('tells the second-opinion physician that there is no authorisation, and brings none', () => {
    const sent = usual('application.sent', { medicalData: false });
    const [authorised, without] = [signed, [...upTo('application.preparing'), usual('authorisation.withheld')]].map(
      (events) => letterOn('applicationSent', events, sent),
    );
    expect(authorised?.contains.map(({ element }) => element)).toContain('medicalDataAuthorisation');
    expect(without?.contains.map(({ element }) => element)).toContain('noAuthorisation');
    expect(without && bodyOf(without)).not.toContain('- de machtiging voor overdracht');
  });
});

clause('B-60', () => {
  it('asks for a consent anew with a corrected advice, or says that it may be handed over where a copy went out', () => {
    const asks = letterOn('adviceCorrected', upTo('execution.awaitingConsent'), usual('advice.corrected'));
    const hands = letterOn('adviceCorrected', upTo('completion.considering'), usual('advice.corrected'));
    expect(asks.contains.map(({ element }) => element)).toEqual(['finalAdvice', 'forwardingAuthorisation']);
    expect(hands.contains.map(({ element }) => element)).toEqual(['finalAdvice', 'mayHandOver']);
    expect(bodyOf(hands)).toContain('dat u het verbeterde advies zelf aan uw bedrijfsarts kunt geven');
  });
});

clause('L-39', () => {
  it('writes the own physician that no copy comes, and nothing else', () => {
    const { subject, text, can } = letterOn('noCopy', upTo('execution.awaitingConsent'), usual('forwarding.withheld'));
    expect([subject, ...text, ...can]).toEqual([
      'Er komt geen kopie van het second-opinionadvies',
      'Dit bericht hoort bij een second opinion. Er komt geen kopie van het second-opinionadvies.',
    ]);
  });
});

clause('B-92', () => {
  it('writes a third physician who is not needed that, and nothing else', () => {
    const letter = letterOn('notNeeded', upTo('completion.awaitingThirdPhysician'), usual('transfer.withdrawn'));
    expect(letter.text).toEqual([
      'Dit bericht hoort bij een second opinion. De begeleiding hoeft niet te worden overgenomen.',
    ]);
    expect(letter.can).toEqual([]);
  });
});

clause('E-33', () => {
  it('writes the employer of the transfer, with the name to add, and nothing else', () => {
    const asked = [...upTo('completion.awaitingThirdPhysician'), usual('employer.asked')];
    const letter = letterOn('guidanceTransferred', asked, usual('transfer.accepted'));
    expect([letter.subject, ...letter.text, ...letter.can]).toEqual([
      'De begeleiding is overgedragen aan een andere bedrijfsarts',
      'De begeleiding is overgedragen aan een andere bedrijfsarts.',
      'Hierbij: de naam van de nieuwe bedrijfsarts.',
    ]);
  });
});

clause('B-66', () => {
  it('writes a successor what is asked of them now, and nothing else', () => {
    const { text, can } = letterOn('guidanceTakenOver', upTo('application.discussing'), usual('ownPhysician.replaced'));
    expect(can.every(({ isWaitedFor }) => isWaitedFor)).toBe(true);
    expect(can.map(({ type }) => type)).toContain('request.honoured');
    expect(text.at(-1)).toMatch(/^Termijn: /);
  });
});

clause('B-34a', () => {
  it('writes the own physician whether the advice may go along', () => {
    for (const [adviceMayBePassedOn, said] of [
      [true, 'ja'],
      [false, 'nee'],
    ] as const)
      expect(
        bodyOf(
          letterOn(
            'transferRequested',
            upTo('completion.decided'),
            usual('transfer.requested', { adviceMayBePassedOn }),
          ),
        ),
      ).toContain(`Second-opinionadvies mag mee naar de derde bedrijfsarts: ${said}.`);
  });
});

describe('The letter to one reader', () => {
  it('does not change with what they may not see', () => {
    const noCopy = (events: Told[], last: Told) => letterOn('noCopy', events, last);
    const awaiting = upTo('execution.awaitingConsent');
    expect(noCopy(awaiting, usual('forwarding.unanswered'))).toEqual(noCopy(awaiting, usual('forwarding.withheld')));
    const accepted = (...others: Told[]) =>
      letterOn(
        'transferAccepted',
        [...upTo('completion.awaitingThirdPhysician'), ...others],
        usual('transfer.accepted'),
      );
    expect(accepted(usual('employer.asked'))).not.toEqual(accepted());
    const toOwn = (...others: Told[]) =>
      lettersOf([...upTo('completion.awaitingThirdPhysician'), ...others], usual('transfer.accepted')).find(
        ({ notice }) => notice.to.role === 'ownPhysician',
      )?.letter;
    expect(toOwn(usual('employer.asked'))).toEqual(toOwn());
  });

  it('tells whoever no longer holds the role what they are told, and no more', () => {
    const ended = lettersOf(upTo('execution.inviting'), usual('engagement.ended', { by: 'employee-1' }));
    const gone = ended.find(({ notice }) => notice.to.role === 'secondOpinionPhysician');
    expect(gone?.notice.to.person).toBe(first.id);
    expect(gone?.letter).toMatchObject({
      text: ['Dit bericht hoort bij een second opinion. De werknemer heeft de opdracht beëindigd.'],
      can: [],
    });
    expect(gone && viewFor(gone.after, readerIn(gone.after, 'ownPhysician') as never).sees).not.toBeNull();
    expect(own.id).not.toBe(first.id);
  });
});
