import { describe, expect, it } from 'vitest';
import { rankOf } from '../src/clauses.js';
import { type Contents, letterContents, type PaperName, paperContents } from '../src/forms.js';
import { type NoticeTopic, norms, type Role } from '../src/index.js';
import { topics } from '../src/letters.js';
import { chart, dutiesOf, transitionsOf } from './support/chart.js';
import { citationsIn } from './support/documents.js';
import { clause, deviationsIn, given, noticesIn, usual } from './support/story.js';
import { languages } from './support/words.js';

const letters = Object.entries(letterContents) as [NoticeTopic, Contents][];
const papers = Object.entries(paperContents) as [PaperName, Contents][];
const all: [name: string, contents: Contents][] = [...letters, ...papers];

/** Every element of a letter or a paper, what takes its place and what may not stand in it included. */
const askedIn = ({ elements, without = [] }: Contents) => [
  ...elements.flatMap((element) => (element.or ? [element, element.or] : [element])),
  ...without,
];

/** What a letter contains; what takes the place of an element follows it. */
const inLetter = (about: NoticeTopic, reader?: Role): string[] =>
  letterContents[about].elements
    .filter(({ to }) => !to || !reader || to.includes(reader))
    .map(({ element, or }) => (or ? `${element} or ${or.element}` : element));

const onPaper = (paper: PaperName): string[] => paperContents[paper].elements.map(({ element }) => element);

describe('What a letter and a paper must contain', () => {
  it('is said of every topic and of every paper, in the order of the letters', () => {
    expect(letters.map(([about]) => about)).toEqual(Object.keys(topics));
    const { requestMade, ...others } = letterContents;
    // @ts-expect-error A topic without an entry does not compile.
    const short: typeof letterContents = others;
    expect(short.requestMade).toBeUndefined();
    expect(requestMade).toBeDefined();
  });

  it('rests, element by element, on clauses that the procedure cites, each once', () => {
    const cited = new Set(citationsIn().flatMap(({ clause: id, kind }) => (kind === 'content' ? [] : [id])));
    for (const [name, contents] of all)
      for (const { element, clauses } of askedIn(contents)) {
        expect(clauses.length, `${element} in ${name}`).toBeGreaterThan(0);
        expect(new Set(clauses).size, `${element} in ${name}`).toBe(clauses.length);
        expect(
          clauses.filter((id) => !cited.has(id)),
          `${element} in ${name}`,
        ).toEqual([]);
      }
  });

  it('names no element twice in one letter or on one paper', () => {
    for (const [name, contents] of all) {
      const named = askedIn(contents).map(({ element }) => element);
      expect(new Set(named).size, name).toBe(named.length);
    }
  });

  it('is named in words for each element and each paper, and for nothing else', () => {
    const named = all.flatMap(([, contents]) => askedIn(contents).map(({ element }) => element));
    for (const { elements, papers: titles } of Object.values(languages)) {
      expect(Object.keys(elements).sort()).toEqual([...new Set(named)].sort());
      expect(Object.keys(titles)).toEqual(papers.map(([paper]) => paper));
    }
  });

  it('differs only between those to whom the letter goes', () => {
    const told = transitionsOf(chart).flatMap(({ transition }) => dutiesOf(transition.actions));
    for (const [about, { elements, only = [] }] of letters) {
      const readers = told.filter((duty) => duty.about === about).map(({ to }) => to);
      for (const reader of [...only, ...elements.flatMap(({ to = [] }) => to)])
        expect(readers, `${about} to ${reader}`).toContain(reader);
    }
  });

  it('leaves whoever is told this and nothing else with something to be told', () => {
    const readers = letters.flatMap(([about, { only = [] }]) => only.map((reader) => [about, reader] as const));
    for (const [about, reader] of readers) expect(inLetter(about, reader), about).not.toEqual([]);
    expect(readers.map(([about]) => about)).toEqual([
      'informationAsked',
      'noCopy',
      'notNeeded',
      'guidanceTransferred',
      'employerAsked',
      'employerNotAsked',
      'guidanceTakenOver',
    ]);
  });
});

clause('B-68', () => {
  it('has the letter of a refusal name grounds, reasons or that they are owed, complaints procedure, another request', () => {
    expect(inLetter('requestRefused')).toEqual([
      'grounds',
      'reasons or reasonsOwed',
      'complaintsProcedure',
      'mayAskAgain',
    ]);
    for (const { clauses } of letterContents.requestRefused.elements) expect(clauses).toContain('B-68');
  });

  it('has the letter of a refusal without reasons say that they are owed', () => {
    const { reasons: _, ...without } = usual('request.refused');
    const { outcome } = given('instrument.discussed').whenDone(without);
    expect(deviationsIn(outcome)).toContain('reasonsAreInWriting law');
    expect(noticesIn(outcome)).toContain('requestRefused → employee employee-1');
    const reasons = letterContents.requestRefused.elements.find(({ element }) => element === 'reasons');
    expect(reasons?.or).toEqual({ element: 'reasonsOwed', clauses: ['B-68'] });
  });
});

clause('B-07', () => {
  it('asks the reasons of a refusal with the rank of the norm that they are in writing', () => {
    const reasons = letterContents.requestRefused.elements.find(({ element }) => element === 'reasons');
    expect(rankOf(reasons?.clauses ?? [])).toBe(rankOf(norms.reasonsAreInWriting.clauses));
  });
});

clause('B-59', () => {
  it('has a letter whose reasons may come later say that they are owed, and the later one bring them', () => {
    expect(inLetter('requestOutOfScope')).toEqual(['reasons or reasonsOwed']);
    expect(inLetter('decisionMade')).toContain('reasons or reasonsOwed');
    expect(inLetter('reasonsGiven')).toEqual(['reasons']);
  });
});

clause('B-48', () => {
  it('says which question was put, also on the form that comes later', () => {
    expect(inLetter('questionPut')).toEqual(['question']);
    expect(onPaper('applicationForm')).toContain('question');
  });
});

clause('L-16', () => {
  it('puts on the application form the employee, the contested advice, the question, the work and what goes along', () => {
    expect(onPaper('applicationForm')).toEqual([
      'employee',
      'contestedAdvice',
      'question',
      'workSituation',
      'sentAlong',
    ]);
  });
});

clause('L-22', () => {
  it('sends the form, the background information and the authorisation', () => {
    expect(inLetter('applicationSent')).toEqual([
      'applicationForm',
      'backgroundInformation',
      'medicalDataAuthorisation or noAuthorisation',
    ]);
  });
});

clause('L-17', () => {
  it('asks for an authorisation that names recipient, scope and purpose, and that it may be revoked', () => {
    expect(inLetter('authorisationAsked')).toEqual(['medicalDataAuthorisation']);
    expect(onPaper('medicalDataAuthorisation')).toEqual(['recipient', 'scope', 'purpose', 'mayBeRevoked']);
  });

  it('brings the physicians what the employee signed', () => {
    expect(inLetter('authorisationSigned')).toEqual(['medicalDataAuthorisation']);
  });
});

clause('L-24', () => {
  it('tells the employee that the physician is unavailable, and who is next or that another can be chosen', () => {
    expect(inLetter('physicianUnavailable')).toEqual(['physicianUnavailable', 'nextPhysician']);
    expect(inLetter('chooseAnotherPhysician')).toEqual(['physicianUnavailable', 'mayChooseAnother']);
  });
});

clause('B-54', () => {
  it('says to the employer what about work is asked, by consent, and nothing else', () => {
    expect(inLetter('informationAsked', 'employer')).toEqual(['askedAboutWork', 'consent']);
    expect(letterContents.informationAsked.only).toEqual(['employer']);
  });

  it('says to the own physician which information is asked', () => {
    expect(inLetter('informationAsked', 'ownPhysician')).toEqual(['informationAsked']);
  });
});

clause('B-23', () => {
  it('says with reasons that there is no consultation', () => {
    expect(inLetter('consultationWaived')).toEqual(['reasons']);
  });
});

clause('B-29', () => {
  it('puts the copy in the letter of an employee who hands it over', () => {
    expect(inLetter('adviceHandedOver')).toEqual(['copyOfAdvice']);
  });
});

clause('L-34', () => {
  it('brings the draft with word that facts may be put right, and takes facts back', () => {
    expect(inLetter('draftSubmitted')).toEqual(['draftAdvice', 'mayReportInaccuracies']);
    expect(inLetter('inaccuraciesReported')).toEqual(['inaccuracies']);
  });
});

clause('L-37', () => {
  it('asks with the final advice for an authorisation that names the recipient and the advice', () => {
    expect(inLetter('adviceFinalised')).toEqual(['finalAdvice', 'forwardingAuthorisation']);
    expect(onPaper('forwardingAuthorisation')).toEqual(['recipient', 'whichAdvice']);
  });

  it('brings the second-opinion physician what the employee signed', () => {
    expect(inLetter('forwardingAuthorised')).toEqual(['forwardingAuthorisation']);
  });
});

clause('B-60', () => {
  it('asks anew with a corrected advice, or says that it may be handed over', () => {
    expect(inLetter('adviceCorrected')).toEqual(['finalAdvice', 'forwardingAuthorisation or mayHandOver']);
  });
});

clause('B-64', () => {
  it('says to the second-opinion physician that no answer is needed', () => {
    expect(inLetter('noAnswerNeeded')).toEqual(['noAnswerNeeded']);
  });
});

clause('L-38', () => {
  it('puts the copy in the letter to the own physician, not in that to the employee', () => {
    expect(inLetter('adviceForwarded', 'ownPhysician')).toEqual(['copyOfAdvice']);
    expect(inLetter('adviceForwarded', 'employee')).toEqual([]);
  });
});

clause('L-39', () => {
  it('tells the own physician that no copy will come, and nothing else', () => {
    expect(letterContents.noCopy).toEqual({
      elements: [{ element: 'noCopy', clauses: ['L-39'] }],
      only: ['ownPhysician'],
    });
  });
});

clause('L-41', () => {
  it('says whether the advice is adopted in full, in part or not, with the reasons', () => {
    expect(inLetter('decisionMade')).toEqual(['adoption', 'reasons or reasonsOwed']);
  });
});

clause('B-35', () => {
  it('asks no reasons of the letter that the guidance is not transferred', () => {
    expect(inLetter('transferRefused')).toEqual([]);
  });
});

clause('B-92', () => {
  it('tells a third physician who is not needed that, and nothing else', () => {
    expect(inLetter('notNeeded')).toEqual(['notNeeded']);
    expect(letterContents.notNeeded.only).toEqual(['thirdPhysician']);
  });
});

clause('B-55', () => {
  it('tells an employer who is asked no more that the question is taken back, and nothing else', () => {
    expect(inLetter('employerNotAsked')).toEqual(['questionTakenBack']);
    expect(letterContents.employerNotAsked.only).toEqual(['employer']);
  });
});

clause('E-33', () => {
  it('tells the employer of the transfer and the name, and nothing else', () => {
    expect(inLetter('guidanceTransferred')).toEqual(['transferOfGuidance', 'newPhysician']);
    expect(letterContents.guidanceTransferred.only).toEqual(['employer']);
    for (const { clauses } of letterContents.guidanceTransferred.elements) expect(clauses).toContain('E-33');
  });
});

clause('B-42', () => {
  it('says nothing else in whatever letter goes to the employer', () => {
    const told = transitionsOf(chart).flatMap(({ transition }) => dutiesOf(transition.actions));
    const toEmployer = [...new Set(told.filter(({ to }) => to === 'employer').map(({ about }) => about))];
    expect(toEmployer.length).toBeGreaterThan(3);
    for (const about of toEmployer) expect(letterContents[about].only, about).toContain('employer');
  });

  it('keeps personal data of the employee off the invoice', () => {
    expect(paperContents.invoice).toEqual({
      elements: [],
      without: [{ element: 'personalData', clauses: ['B-42'] }],
    });
  });
});

clause('B-66', () => {
  it('tells a successor what is asked of them now, and nothing else', () => {
    expect(inLetter('guidanceTakenOver')).toEqual(['askedNow']);
    expect(letterContents.guidanceTakenOver.only).toEqual(['ownPhysician']);
  });
});

clause('D-2.14e.4', () => {
  it('tells the complainant of receipt and progress, and answers with judgement, decision, reasons and term', () => {
    expect(inLetter('complaintAcknowledged')).toEqual(['receipt']);
    expect(inLetter('complaintProgressed')).toEqual(['progress']);
    expect(inLetter('complaintAnswered')).toEqual(['judgement', 'decision', 'reasons', 'termForMeasures']);
  });
});
