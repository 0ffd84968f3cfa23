import { type EventType, reporters } from './acts.js';
import { type AskedElement, type Contents, type ElementName, letterContents } from './contents.js';
import { type NoticeTopic, topics } from './letters.js';
import type { Notice } from './notices.js';
import type { Case } from './stored-case.js';
import {
  authorisationIn,
  bounded,
  citedTo,
  knownIn,
  listed,
  longDay,
  type TimelineEntry,
  termIn,
  viewBy,
} from './timeline.js';
import type { View } from './views.js';
import { capital, inOwnNames, type Words } from './words.js';

type Cited = TimelineEntry['clauses'];

/** A letter to one reader, in the words of one language. */
export interface Letter {
  /** What it is about, in one line. */
  readonly subject: string;
  /** What it says, a paragraph each; a list in one has a line for each item, which begins with a dash. */
  readonly text: readonly string[];
  /** What it must contain, whether the text says it or the host adds it, and the clauses that ask it. */
  readonly contains: readonly { readonly element: ElementName; readonly words: string; readonly clauses: Cited }[];
  /** What the reader can report in the matter; whether they are waited for with it, and by which day, `YYYY-MM-DD`, where one is set. */
  readonly can: readonly {
    readonly type: EventType;
    readonly words: string;
    readonly isWaitedFor: boolean;
    readonly by: string | null;
  }[];
  /** What it rests on, with the rank of each; never to the employer, since the clauses name the second opinion. */
  readonly clauses: Cited;
}

const sentences = (texts: string[]): string => texts.map((text) => `${capital(text)}.`).join(' ');

/** A letter about a complaint speaks of complaints and of nothing else, and the others do not: that one may complain they do say. */
const isOfComplaints = (type: EventType): boolean => type.startsWith('complaint.') && type !== 'complaint.filed';

/** Of which event a topic tells, where it is not named after it as `requestRefused` is after `request.refused`. */
const tellsOf: Partial<Record<NoticeTopic, EventType>> = {
  requestOutOfScope: 'request.foundOutOfScope',
  informationAsked: 'information.requested',
};

const eventOf = (about: NoticeTopic): EventType | undefined =>
  tellsOf[about] ??
  (Object.keys(reporters) as EventType[]).find(
    (type) => about === type.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase()),
  );

/** What happened: as the story has it where whoever tells it did it, or else as the subject has it. */
const happenedIn = ({ about, from, to }: Notice, { roles, events, notices }: Words): string => {
  const type = eventOf(about);
  if (!type || !reporters[type].includes(from)) return notices[about];
  const didIt = reporters[type].length === 1 || topics[about].from === 'doer';
  // To the employer a second-opinion physician is a physician (`G-4`).
  const isNamed = to.role !== 'employer' || from !== 'secondOpinionPhysician';
  return didIt && isNamed ? `${roles[from]} ${events[type].done}` : notices[about];
};

/** What the case itself knows of what a letter says, as far as the reader sees it. */
const factIn: Partial<Record<ElementName | NoticeTopic, (view: View, words: Words) => string | undefined>> = {
  grounds: ({ role, sees }, { fields, values, phrases }) => {
    const outcome = role === 'employee' ? sees?.request.outcome : null;
    if (outcome?.as !== 'refused' || outcome.grounds.length === 0) return;
    const grounds = outcome.grounds.map((ground) => values.grounds[ground]);
    return `${fields.grounds}: ${listed(grounds, phrases.and)}`;
  },
  requestOutOfScope: ({ role, sees }, { fields, values }) => {
    const outcome = role === 'employee' ? sees?.request.outcome : null;
    if (outcome?.as !== 'outOfScope') return;
    return `${fields.because}: ${values.because[outcome.because as keyof Words['values']['because']]}`;
  },
  consultationScheduled: ({ role, sees }, words) => {
    const scheduled = role === 'employee' && sees?.execution.consultation.scheduled;
    return scheduled ? `${words.fields.for}: ${longDay(scheduled.for, words)}` : undefined;
  },
  adoption: ({ role, sees }, { fields, values }) => {
    const decision = role === 'employee' && sees?.decision;
    return decision ? `${fields.adoption}: ${values.adoption[decision.adoption]}` : undefined;
  },
  mayPassOnAdvice: ({ sees }, { fields, phrases }) => {
    const transfer = sees && 'transfer' in sees && sees.transfer;
    if (!transfer) return;
    return `${fields.adviceMayBePassedOn}: ${transfer.adviceMayBePassedOn ? phrases.yes : phrases.no}`;
  },
};

/** Whether an element is not to be had, so that another stands in its place. */
const isLacking = (about: NoticeTopic, { role, sees }: View): boolean => {
  if (role === 'secondOpinionPhysician')
    return !sees || !('authorisation' in sees) || sees.authorisation?.status !== 'signed';
  if (role !== 'employee' || !sees) return false;
  const { request, decision, possession } = sees;
  if (about === 'decisionMade') return decision?.reasons === null;
  if (about === 'adviceCorrected') return possession !== null;
  return request.outcome !== null && 'reasons' in request.outcome && request.outcome.reasons === null;
};

const elementsIn = (about: NoticeTopic, { elements }: Contents, view: View): AskedElement[] =>
  elements
    .filter(({ to }) => !to || to.includes(view.role))
    .map((element) => (element.or && isLacking(about, view) ? element.or : element));

/** What the first sentence of its letter says, or what the reader is told to do. */
const saidAnyhow: ElementName[] = [
  'wish',
  'nextPhysician',
  'noAnswerNeeded',
  'noCopy',
  'notNeeded',
  'transferOfGuidance',
  'anotherPhysicianAsked',
  'questionTakenBack',
  'askedNow',
  'receipt',
];

/** What is said where the reader is told that they can do it. */
const saidByWhatOneCan: Partial<Record<ElementName, EventType>> = {
  mayAskAgain: 'request.renewed',
  mayReportInaccuracies: 'inaccuracies.reported',
};

/** What a letter tells, in words that begin with "that" or "whether"; the rest it brings. */
const isTold: ElementName[] = [
  'reasonsOwed',
  'mayAskAgain',
  'noAuthorisation',
  'physicianUnavailable',
  'mayChooseAnother',
  'mayReportInaccuracies',
  'mayHandOver',
  'adoption',
  'mayPassOnAdvice',
];

/** One item in the sentence, more of them on lines of their own. */
const withItems = (begin: string, between: string, items: string[]): string =>
  items.length < 2
    ? sentences(items.map((item) => `${begin}${between} ${item}`))
    : [`${capital(begin)}:`, ...items.map((item) => `- ${item}`)].join('\n');

/** What a letter must contain, in paragraphs. */
const contentsIn = (elements: ElementName[], { from }: Notice, view: View, words: Words): string[] => {
  const { roles, letters } = words;
  const others = elements.filter((element) => !factIn[element]?.(view, words));
  const inWords = (told: boolean) =>
    others.filter((element) => isTold.includes(element) === told).map((element) => words.elements[element]);
  return [
    sentences(elements.flatMap((element) => factIn[element]?.(view, words) ?? [])),
    withItems(`${roles[from]} ${letters.says}`, '', inWords(true)),
    withItems(letters.brings, ':', inWords(false)),
  ];
};

type Can = Letter['can'];

/** What the reader can do in the matter, and what of it they are waited for. */
const canIn = (view: View, ofComplaints: boolean, { events }: Words): Can => {
  const { role, waitingOn, mayReport, deadlines } = view;
  // What somebody is waited for, nobody else can report.
  const awaited = waitingOn.flatMap((waiting) => waiting.events);
  const due = deadlines.find(({ owner, dueOn }) => owner === role && dueOn)?.dueOn ?? null;
  return mayReport
    .filter(({ type, unmet }) => unmet.length === 0 && isOfComplaints(type) === ofComplaints)
    .map(({ type }) => {
      const isWaitedFor = awaited.includes(type);
      return { type, words: events[type].todo, isWaitedFor, by: isWaitedFor ? due : null };
    });
};

/** What there is no need to say in a letter that the reader can do: what has been said, or is only for the record. */
const needNotBeSaid = ({ role, sees }: View): EventType[] => {
  if (role !== 'employee' || !sees) return [];
  const isSigned = authorisationIn(sees) === 'signed';
  return [
    'guidance.ended',
    ...(sees.question === null ? [] : (['question.put'] as const)),
    ...(isSigned
      ? (['authorisation.signed', 'authorisation.withheld'] as const)
      : (['authorisation.revoked'] as const)),
  ];
};

/** Topics after which the case stands as the letter has said, or as it need not say. */
const saysWhereItStands: NoticeTopic[] = [
  'requestRefused',
  'requestOutOfScope',
  'uwvRouteChosen',
  'requestWithdrawn',
  'requestLapsed',
  'decisionMade',
  'caseClosed',
  'transferAccepted',
  'consultationScheduled',
  'transferGranted',
  'transferRefused',
  'transferDeclined',
];

/** What happens next: the reader's own move, or where it stands until then, with the terms. */
const nextIn = (view: View, { about }: Notice, can: Can, words: Words): string[] => {
  const { roles, letters } = words;
  const { role, sees } = view;
  const ofComplaints = about.startsWith('complaint');
  const inTerms = (of: (deadline: View['deadlines'][number]) => unknown): string[] => {
    const some = view.deadlines.filter((each) => (each.term === 'complaint') === ofComplaints && of(each));
    return bounded(some, words, (deadline) => `${letters.term}: ${termIn(deadline, words)}`);
  };
  const moves = can.filter(({ isWaitedFor }) => isWaitedFor).map((each) => each.words);
  if (moves.length > 0) {
    const terms = inTerms(({ owner }) => owner === role);
    return [
      withItems(`${roles[role]} ${letters.isNext}`, '', moves),
      sentences(terms.length > 0 ? terms : [letters.noTerm]),
    ];
  }
  const isSaid = ofComplaints || saysWhereItStands.includes(about) || !sees || !('step' in sees);
  const { stands } = knownIn(view, words);
  const dated = inTerms(({ dueOn, alarmOn }) => dueOn || alarmOn);
  return [sentences([...(isSaid ? [] : [stands]), ...dated])];
};

/**
 * What to write to whoever must be told something. Takes the case after the event, one of the notices that came of it, and the words of a
 * language: to the employee those for the employee. Answers a letter that says no more than its reader may know (`viewFor`) and names nobody but
 * by their role. What it must contain and a case does not hold, such as reasons or a name, is for the host to add.
 */
export function letterFor(current: Case, notice: Notice, words: Words): Letter {
  return letterIn(current, notice, inOwnNames(words));
}

function letterIn(current: Case, notice: Notice, words: Words): Letter {
  const { to, about, clauses } = notice;
  if (!Object.hasOwn(topics, about))
    return { subject: capital(words.phrases.nothing), text: [], contains: [], can: [], clauses: [] };
  const { notices, letters } = words;
  const view = viewBy(current, { role: to.role, person: to.person });
  const contents = letterContents[about];
  const elements = elementsIn(about, contents, view);
  const names = elements.map(({ element }) => element);

  // Whoever is told this and nothing else is told what to do where that is what they are told.
  const isAll = contents.only?.includes(to.role) ?? false;
  const isAsked = names.includes('askedNow') || names.includes('anotherPhysicianAsked');
  const all = canIn(view, about.startsWith('complaint'), words);
  const can = isAll ? all.filter(({ isWaitedFor }) => isAsked && isWaitedFor) : all;

  // The employer need not know that there is a second opinion (`G-4`).
  const isOpen = to.role !== 'employer';
  const isNamed = notices[about].toLowerCase().replace(/-/g, ' ').includes(letters.procedure);
  const unsaid = names.filter(
    (name) => !saidAnyhow.includes(name) && !can.some(({ type }) => type === saidByWhatOneCan[name]),
  );
  const known = needNotBeSaid(view);
  const besides = can.filter(({ type, isWaitedFor }) => !isWaitedFor && !known.includes(type));
  const text = [
    sentences([
      ...(isOpen ? [letters.belongs] : []),
      happenedIn(notice, words),
      ...[factIn[about]?.(view, words) ?? []].flat(),
    ]),
    ...contentsIn(unsaid, notice, view, words),
    ...(isAll && !isAsked ? [] : nextIn(view, notice, can, words)),
    to.role === 'employee'
      ? withItems(
          letters.mayAlso,
          '',
          besides.map((each) => each.words),
        )
      : '',
  ];
  return {
    subject: capital(isOpen && !isNamed ? `${letters.procedure}: ${notices[about]}` : notices[about]),
    text: text.filter((paragraph) => paragraph !== ''),
    contains: elements.map(({ element, clauses }) => ({
      element,
      words: words.elements[element],
      clauses: citedTo(to.role, [...clauses]),
    })),
    can,
    clauses: citedTo(to.role, clauses),
  };
}
