import {
  type ClauseId,
  type ClauseSource,
  clauses,
  type EventType,
  type IssueCode,
  type NormKind,
  type NormName,
  norms,
  type Rank,
  type Refusal,
} from 'lpbso-second-opinion';
import { languages } from './languages.ts';

/** Why something is refused, and what there is to do about it. */
interface Explained {
  cause: string;
  wayOut: string;
}

type Reason = Refusal['reason'];

/** The three kinds of refusal, and the one error that is thrown. */
export const answers: Record<Reason | 'UnreadableCase', Explained & { comesAs: string }> = {
  malformed: {
    comesAs: "`{ ok: false, reason: 'malformed', issues }` from `openCase`, `advance`, `record`, `replay`",
    cause:
      'What was given is not an opening or an event: a field is missing, unknown or has the wrong form. Or what was given as the case is none.',
    wayOut:
      'Correct the fields that `issues` names; each code is explained below. The JSON Schemas of the package find the same before sending.',
  },
  unexpected: {
    comesAs: "`{ ok: false, reason: 'unexpected', step, expected }` from `advance`, `record`, `replay`",
    cause:
      'It is an event, but the chart has no transition for it from this `step` in these circumstances: it came too early, too late or twice, or belongs to another route.',
    wayOut:
      '`expected` lists what can be reported now, and `expectedEvents` says by whom. Usually an earlier event was not reported yet: report that first. If the log itself is wrong, [correct it](hosts.md#what-is-kept) and replay it. `record` does not take the event either.',
  },
  notAllowed: {
    comesAs: "`{ ok: false, reason: 'notAllowed', unmet }` from `openCase`, `advance`, `record`, `replay`",
    cause: 'The event belongs to this step, but rules stand in the way. `unmet` names all of them, not only the first.',
    wayOut:
      'Do what each rule asks; see below. If it was done all the same, `record` records it and names the deviations; only `datedInOrder` stops `record` too.',
  },
  UnreadableCase: {
    comesAs:
      'thrown by `parseCase`, and by whatever only reads a case, with `issues`; `openCase`, `advance` and `record` throw on no input',
    cause:
      'A stored case is not a case, or contradicts itself: a fault in storage, not a turn in the procedure. Where two copies of the library meet (ESM and CommonJS), the class differs and the `name` is the same.',
    wayOut:
      "Rebuild the case with `replay(opening, log, 'record')` from the log of its events, which are the facts. That gives the same case, and does not stop at what was done against the rules. Do not mend it by hand.",
  },
};

/** What an issue can be, by its code: its message, with `…` for what differs, its cause and the way out. */
export const issues: Record<IssueCode, Explained & { says: string }> = {
  unreadable: {
    says: 'cannot be read',
    cause:
      'The input throws when it is looked at, such as an object with a getter that fails. At the path `case`: it looks like a case, and lacks what every case has.',
    wayOut: 'Give plain JSON, such as what `JSON.parse` answers, and of a stored case what `parseCase` made of it.',
  },
  unparsed: {
    says: 'is a text: give what JSON.parse makes of it',
    cause: 'An opening, an event or a case is given as a string, such as the text that was stored.',
    wayOut: 'Give it to `JSON.parse` first; a stored case to `parseCase(JSON.parse(text))`.',
  },
  noCase: {
    says: 'is no case: give one that openCase, advance, record or parseCase answered',
    cause:
      'What is given as the case is something else: nothing, a promise, the snapshot of an actor, a stored row around the case.',
    wayOut: 'Give the case itself. Of a snapshot, `caseOf` makes one.',
  },
  outcomeGiven: {
    says: 'is an outcome: give the case in it, once it is ok',
    cause: 'What `openCase`, `advance` or `record` answered is given in the place of the case in it.',
    wayOut: 'Look at `ok` first; where it is true, give the `case` beside it.',
  },
  newerSchema: {
    says: 'is of a newer version of the library, which wrote it: update the library to read it',
    cause: 'The `schema` of the case is higher than this version knows: a newer version of the library stored it.',
    wayOut: 'Update the library wherever these cases are read. Do not write an older case over it.',
  },
  missing: {
    says: 'is missing',
    cause: 'A field that the input cannot do without is absent. Null is not absent: it is of the wrong form.',
    wayOut: 'Fill it in. `needs` of `expectedEvents` names the fields of an event.',
  },
  unknownField: {
    says: 'is no field of this; did you mean …?',
    cause:
      'A field that is not known here. Schemas are strict, so that nothing medical slips into a case. A name shows only where it is 1 to 40 letters, digits and `_`, and begins neither with a digit nor with `__`. Where a known name is almost the same, `expected` holds it.',
    wayOut:
      'Leave it out. If it holds something worth keeping, keep it in the host and give a reference where one is asked for.',
  },
  unknownEvent: {
    says: 'expected a known event type; did you mean …?',
    cause:
      'The `type` is not an event of this procedure. Where that of a known event is almost the same, `expected` holds it.',
    wayOut:
      'Choose from the events of [the words](/words#events); `expectedEvents` says which of them are possible now.',
  },
  unknownValue: {
    says: 'expected …',
    cause: 'A value that is not on the closed list of this field. `expected` and the message give the list.',
    wayOut: 'Choose from the list. [The words](/words) has each value in Dutch and in English.',
  },
  noObject: {
    says: 'expected object',
    cause: 'A list, a number or null, where an object belongs.',
    wayOut: 'Give the object.',
  },
  noList: {
    says: 'expected array',
    cause: 'Something else where a list belongs.',
    wayOut: 'Give a list; it may be empty.',
  },
  noText: {
    says: 'expected string',
    cause: 'A field is not a string. Ids and references are strings.',
    wayOut: 'Give a string, or omit it where it is optional; null is not an omission.',
  },
  noFlag: {
    says: 'expected boolean',
    cause: 'A field is neither `true` nor `false`.',
    wayOut: 'Give `true` or `false`.',
  },
  noReference: {
    says: 'expected 1 to 128 letters, digits or . _ : -',
    cause: 'An id or reference holds a space or another sign, is empty or is too long. No free text reaches a case.',
    wayOut: 'Give the id or the reference that the host keeps it under, not the text itself.',
  },
  noDay: {
    says: 'expected an existing day as YYYY-MM-DD',
    cause: 'Not a day, a day that does not exist, or a day with a time.',
    wayOut: 'Give the calendar day in Europe/Amsterdam, such as `2026-03-25`.',
  },
  yearOutOfRange: {
    says: 'expected a year from 1900 to 2199',
    cause: 'A day outside these years.',
    wayOut: 'Correct the year.',
  },
  beforeTheRight: {
    says: 'expected a day from 2017-07-01, when the right to a second opinion began',
    cause:
      'A case opens before 1 July 2017, the day on which the right to a second opinion began (`E-02`). The contested advice, earlier requests and what else lies before a case may be older.',
    wayOut: 'Correct the day. What was done before that day is no procedure under these rules.',
  },
  alarmOutOfRange: {
    says: 'expected 1 to 366 days',
    cause: 'An alarm of the contract is not a whole number of days from 1 to 366.',
    wayOut: 'Give such a number, or leave the alarm out where the contract sets none.',
  },
  noCount: {
    says: 'expected a whole number from 0',
    cause: 'A number in a stored case, such as its `revision`, is below 0, not whole, or larger than a number can be.',
    wayOut: "Rebuild the case with `replay(opening, log, 'record')`.",
  },
  tooMany: {
    says: 'expected at most …',
    cause:
      'The list is longer than any case needs; `expected` holds how long it may be. Of the lists in a stored case, 50,000: more `parseCase` does not read. `advance` and `record` do not count them, but no case comes near that.',
    wayOut:
      'Give a shorter list. Of a stored case: find out who reported so often, and rebuild it from the log without what was reported over and over.',
  },
  wrongRecord: {
    says: 'expected in the record of the second-opinion physician, and in no other',
    cause:
      "An opening with `recordOf: 'secondOpinionPhysician'` lacks the `application` with which that record opens, or another one has it.",
    wayOut: 'Give the `application` in that record, and leave it out of every other.',
  },
  contradiction: {
    says: 'contradicts the rest of the case',
    cause: 'A field of a stored case cannot be true beside the others. The message says beside which; see below.',
    wayOut: "Rebuild the case with `replay(opening, log, 'record')`.",
  },
  twice: {
    says: 'holds one thing twice',
    cause: 'A list of a stored case has two entries for what has one. The message says for what; see below.',
    wayOut: "Rebuild the case with `replay(opening, log, 'record')`.",
  },
  tooEarly: {
    says: 'lies too early',
    cause: 'A day of a stored case lies before one that comes first. The message says before which; see below.',
    wayOut: "Rebuild the case with `replay(opening, log, 'record')`.",
  },
};

/** How a stored case can contradict itself: by the field and the message of the issue. */
export const contradictions: Record<string, string> = {
  'step: contradicts the file': 'The file lacks what this step must hold, or holds what comes only later.',
  'file.request.outcome: contradicts the step': 'The file holds an outcome and the step is not one, or the reverse.',
  'file.request.engageFrom: contradicts the step':
    'The term to engage runs in a step in which it cannot, or the reverse.',
  'file.choice.current: names a preference that is absent': 'It is the turn of a second preference that nobody named.',
  'employerRoute: contradicts the file':
    'Where the question to the employer stands differs from the question in the file.',
  'complaints: contradicts the complaints in the file': 'The summary differs from the complaints themselves.',
  'revision: is lower than what the file holds allows':
    'Fewer events were taken than it takes to have what the file holds.',
  'file.complaints: holds one complaint twice': 'Two entries with one reference.',
  'file.authorisations: holds one recipient twice': 'Two entries for one recipient.',
  'file.askedAtWork: holds one source twice': 'Two entries for one source.',
  'file.disclosures: holds one kind twice': 'Two entries for one kind of information and one employer.',
  'file.execution.information: holds one source twice': 'Two entries for one source.',
  'since: lies before the opening': 'The step began before the case was opened.',
  'file.request.askedOn: lies before the opening': 'The request is of an earlier day than the case.',
  'file.openedOn: lies before the contested advice': 'The case was opened before the advice that it doubts.',
  'deviations: lie before the opening': 'Something was done against the rules before the case was opened.',
};

const written = (what: string): string =>
  `Put the reasons in writing, keep them in the host, and give their reference in \`reasons\`${what}.`;

/** Each rule: what stands behind the no, and how to go on. */
export const rules: Record<NormName, Explained> = {
  actorHoldsRole: {
    cause:
      '`by` does not hold, now, the role that this event belongs to: it is another party; a physician who was replaced, declined or ended the engagement; or, for a complaint, somebody other than the person who acknowledged it last. An opening is for the employee or the representative.',
    wayOut:
      'Give in `by` the id of the person who did it, and in `recordedBy` whoever entered it. If the role changed hands, report that first (`ownPhysician.replaced`). If somebody else did do it, the act is void.',
  },
  datedInOrder: {
    cause:
      'The day lies before the opening, or before what the event follows, such as an acceptance before the sending. For an opening: the contested advice is of a later day.',
    wayOut:
      'Check `on`; `notBefore` is the first day that it can be, for the host alone. If an earlier entry has the wrong day, correct that one in the log and `replay`.',
  },
  instrumentWasDiscussed: {
    cause:
      'The request is refused or the application sent, and no discussion of the most suitable instrument was reported that took place on that day or before it.',
    wayOut: 'Discuss it, report `instrument.discussed` with whatever was advised, and report this event again.',
  },
  adviceInForceWasExplained: {
    cause:
      'The application is sent, and no explanation was reported, of that day or before it, that the advice stays in force meanwhile.',
    wayOut:
      'Explain to the employee that the advice stays in force meanwhile, so that arrangements with the employer rest on it; report `adviceInForce.explained`, and then send.',
  },
  actorsAreDistinct: {
    cause:
      'One person would hold two roles that clash. The employee, the representative and the employer are nobody’s physician; whoever is or was the own physician is not engaged, and whoever is engaged or takes the guidance over does not become own physician. A representative is neither the employer nor the administration; an employer who is asked is neither the employee nor a physician of the case.',
    wayOut:
      'Name somebody else (`physicians.chosen`, `transfer.granted`, `ownPhysician.replaced`, `employer.asked`). If one id stands for two people, correct it in the log and `replay`.',
  },
  representativeHasMandate: {
    cause: 'The opening names a `representative` and no `mandate`.',
    wayOut:
      'Give the reference of the `mandate` among the `participants`, or leave the representative out. Whether the mandate is real is for the host to check.',
  },
  groundIsNamed: {
    cause: 'The request is refused, and `grounds` is empty.',
    wayOut: 'Name the ground in `grounds`, or honour the request (`request.honoured`).',
  },
  groundIsCompelling: {
    cause:
      'None of the `grounds` is compelling. That another instrument is better, a labour conflict, uselessness and cost never are.',
    wayOut:
      'Honour the request (`request.honoured`), or name the compelling ground. Whether there is one is for the physician to judge; the library only knows the closed list.',
  },
  earlierOpinionIsNamed: {
    cause:
      'The ground is repetition, and `earlierRequests` names no completed earlier second opinion on the same question.',
    wayOut:
      'Name it in `earlierRequests`. It must be in the opening with the outcome `completed`; if it is missing there, correct the opening and `replay`. If there was none, leave this ground out.',
  },
  reasonsAreInWriting: {
    cause: 'The request is refused, or found out of scope, without a reference to the written reasons.',
    wayOut: written('; where the refusal went out without them, report them afterwards (`reasons.given`)'),
  },
  requestWasNotHonoured: {
    cause: 'The own physician refuses a request that they honoured before.',
    wayOut:
      'Go on with the request: the procedure has no way back from a yes. Only the employee can withdraw it (`request.withdrawn`) or choose the UWV (`uwvRoute.chosen`). If honouring it was a wrong entry, correct the log and `replay`.',
  },
  employeeWasReminded: {
    cause:
      '`remindedOn` names no day that lies after the day from which the employee is waited for (for a forwarding, that of the final advice) and not after the day of this event.',
    wayOut:
      'Remind the employee, on the next day or later, and give the day in `remindedOn`. No source says how long to wait after that.',
  },
  physicianIsIndependent: {
    cause: 'A chosen physician is the giver of the contested advice, or works for the same organisation as the giver.',
    wayOut:
      'Have the employee choose another (`physicians.chosen`). Check the `organisations` that were looked up. With `military: true` in the contract a shared organisation is no obstacle.',
  },
  physicianIsOfAnotherService: {
    cause:
      'A chosen physician works for the same organisation as the present own physician, who is not the giver of the advice. The law does not ask this; the steps of the pool do.',
    wayOut:
      'Have the employee choose another (`physicians.chosen`). Check the `organisations` that were looked up. With `military: true` in the contract a shared organisation is no obstacle.',
  },
  physicianIsRegistered: {
    cause:
      'Somebody who decides, sends, is chosen, is proposed as successor or becomes own physician is not `registered` as an occupational physician.',
    wayOut:
      'Look it up. If they are registered, correct the entry and `replay`. If not, a registered occupational physician has to do it, or another has to be chosen.',
  },
  preferencesDiffer: {
    cause: '`first` and `second` are the same physician.',
    wayOut: 'Name another second preference, or leave it out: it is optional.',
  },
  choiceIsOutsideContract: {
    cause:
      'The own physician declines to engage somebody whom the contract lists, who is in the pool, or to whom the employer agreed.',
    wayOut:
      'Send the application to that physician. If they are an outsider after all, check `pool`, the `physicians` of the contract and `agreedWithEmployer`.',
  },
  consentIsDocumented: {
    cause: 'Somebody other than the employee recorded the authorisation, and no `document` is named.',
    wayOut: 'Give the reference of the signed document in `document`, or have the employee record it.',
  },
  sentToTheChosen: {
    cause:
      '`to` is not the physician whose turn it is: the current choice or, for medical data, the one who has the application.',
    wayOut: 'Send it to that physician. If the employee wants another, they choose first (`physicians.chosen`).',
  },
  questionIsPut: {
    cause: 'The application is sent, and no question was put: not in the opening, and not since.',
    wayOut: 'Have the employee put the question (`question.put`), and then send.',
  },
  recipientIsAuthorised: {
    cause: 'Medical data go to somebody for whom the employee signed no authorisation, or withheld or revoked it.',
    wayOut:
      'Ask the employee for it (`authorisation.signed` with this `recipient`), or send the application with `medicalData: false`. Whether that is enough is for the second-opinion physician to judge.',
  },
  responseTermHasPassed: {
    cause: 'The response is reported overdue on a day that is not after the last day of the week.',
    wayOut:
      'Wait: `deadlines` gives the last day (`dueOn`) and the moment from which to report it (`overdueFrom`). Then report it with a day after `dueOn`.',
  },
  dataAreMissing: {
    cause:
      'The second opinion is found not feasible without the data, while the data were sent and the authorisation is signed without limit.',
    wayOut:
      'Report first that the authorisation was revoked or limited, if it was. If the data are not the reason, decline (`application.declined`) or end the engagement (`engagement.ended`).',
  },
  identityWasEstablished: {
    cause: "The consultation was held with `identity: 'notEstablished'`.",
    wayOut: 'Ask for proof of identity, and report how it was established; do not keep a copy.',
  },
  waiverHasReasons: {
    cause: 'The consultation is waived without a reference to the reasons.',
    wayOut: written(', or hold the consultation'),
  },
  employeeConsentsToSource: {
    cause:
      'Information is requested or received without a reference to the consent, from somebody other than the own physician.',
    wayOut: 'Ask the employee, and give the reference of the consent in `consent`.',
  },
  employeeConsentsToOwnPhysician: {
    cause:
      'Information of the own physician is requested or received without a reference to a consent, while no authorisation is signed for the second-opinion physician.',
    wayOut:
      'Ask the employee for the authorisation (`authorisation.signed`), or for a consent to this alone, whose reference goes in `consent`.',
  },
  reviewPeriodHasPassed: {
    cause:
      'The announced period still runs on the day of this event, or its days are out of order: announced before the draft, or ended before it was announced.',
    wayOut:
      'Wait until the day after `until`, unless the employee answers earlier (`inaccuracies.reported`, `remarks.waived`). Check both days.',
  },
  draftWasReviewed: {
    cause:
      'The advice is made final before the employee could react to the last draft. A new draft or new information asks for a new reaction.',
    wayOut:
      'Submit a draft if there is none (`draft.submitted`), and report what came of it: `inaccuracies.reported`, `remarks.waived`, or `remarks.timedOut` after an announced period.',
  },
  forwardingIsAuthorised: {
    cause:
      'The employee did not authorise the forwarding, or withheld it, or authorised it to an own physician who has been replaced since.',
    wayOut:
      'Ask the employee (`forwarding.authorised`, with the current own physician in `to`). Without it no copy goes; the employee can hand the advice over (`advice.handedOver`).',
  },
  adviceWasDiscussed: {
    cause:
      'The advice is forwarded, and no discussion of it with the employee was reported that took place on that day or before it.',
    wayOut:
      'Discuss it and report `advice.discussed`; with `waivedByEmployee: true` and a `document` where the employee did without.',
  },
  waiverIsDocumented: {
    cause: 'The physician reports that the employee did without the discussion, and no `document` is named.',
    wayOut: 'Give the reference of what the employee wrote in `document`, or discuss the advice.',
  },
  recipientIsOwnPhysician: {
    cause: '`to` is not the current own physician.',
    wayOut: 'Have the employee authorise it to the current own physician, and give that id in `to`.',
  },
  ownPhysicianHasCopy: {
    cause:
      'The own physician decides on an advice without having a copy, or the employee asks for a transfer because of it.',
    wayOut:
      'The copy has to reach them first: `advice.forwarded`, which the employee must have authorised, or `advice.handedOver`.',
  },
  decisionHasReasons: {
    cause: 'The own physician decides how far to adopt the advice, without a reference to the reasons.',
    wayOut: written('. Not adopting the advice is allowed, but not without reasons'),
  },
  guidanceContinues: {
    cause:
      'A transfer of the guidance is requested, and the opening says that the guidance does not continue, or it has ended since (`guidance.ended`).',
    wayOut: 'Without guidance there is nothing to transfer. If it does continue, correct that entry and `replay`.',
  },
  thirdIsNotTheOwnPhysician: {
    cause: 'The physician proposed as successor is the own physician.',
    wayOut: 'Propose another, who may work for the same occupational health service.',
  },
  employerIsNamed: {
    cause:
      'The employee asks the employer for another physician, and neither the case nor the event names an employer.',
    wayOut: 'Give the `employer` in the event.',
  },
  complaintIsNew: {
    cause: 'The reference in `complaint` belongs to a complaint that was filed before.',
    wayOut: 'File a further complaint under a reference of its own.',
  },
  complaintIsOpen: {
    cause: 'The reference in `complaint` is unknown, or that complaint has been answered or withdrawn.',
    wayOut: 'Check the reference. A new complaint is filed under a new one (`complaint.filed`).',
  },
  handlerIsNotInvolved: {
    cause:
      'Whoever handles the complaint is the person complained about, the employee, the employer, or somebody who is or was a physician of the case.',
    wayOut: 'Have it handled by somebody who is not involved, and give that person in `by`.',
  },
  answerHasReasons: {
    cause: 'The complaint is answered without a reference to the reasons.',
    wayOut: written(''),
  },
  employeeConsentsToTelling: {
    cause:
      'The employer is told of the request, the advice or the decision without a reference to the consent of the employee.',
    wayOut:
      'Ask the employee, and give the reference of the consent in `consent`. Without it the employer is not told.',
  },
};

const code = (name: string): string => `\`${name}\``;

const eventTypes = Object.keys(languages.en.events) as EventType[];

const universal = (name: NormName): boolean => norms[name].of === undefined;

/** The events of which a norm is asked, in the order of the procedure. */
export const askedOf = (name: NormName): EventType[] =>
  eventTypes.filter((type) => universal(name) || norms[name].of?.includes(type));

const ranks: Record<ClauseSource, Rank> = {
  act: 'law',
  decree: 'law',
  pool: 'pool',
  commentary: 'commentary',
  decision: 'choice',
  rule: 'choice',
};

/** How high a clause stands, by its source. */
export const rankOfClause = (id: ClauseId): Rank => ranks[clauses[id].source];

/** How high a norm stands: the highest rank of its clauses. */
export const rankOf = (name: NormName): Rank | undefined => {
  const cited = norms[name].clauses.map(rankOfClause);
  return Object.values(ranks).find((rank) => cited.includes(rank));
};

const inRecord: Record<NormKind, string> = {
  conduct: 'the act is recorded, and the deviation is named',
  validity: 'the act is void: the deviation is named, and the step stays',
  order: 'refused there too',
};

/** What `record` makes of an act that leaves it unmet. */
export const inRecordOf = (name: NormName): string => {
  const { kind } = norms[name];
  return rankOf(name) === 'choice' && kind === 'conduct'
    ? 'the act is recorded; our own choice alone is no deviation'
    : inRecord[kind];
};

/** Whatever the library can refuse, with its cause and its way out. */
export const errorsPage = (): string => `# Errors, and the way out of each

Whatever the library can refuse, by the name that a program can rely on: what causes it, and what to do. A "no" is a value:
\`openCase\`, \`advance\` and \`record\` never throw, and \`parseCase\` throws only \`UnreadableCase\`.

None of the texts below is for a party: a "no" can reveal what a party may not know. Show a party its view (\`viewFor\`).

## The answers

${Object.entries(answers)
  .map(
    ([name, { comesAs, cause, wayOut }]) => `### ${name}

* Comes as: ${comesAs}.
* Cause: ${cause}
* Way out: ${wayOut}
`,
  )
  .join('\n')}
## What an issue says

An issue is \`{ path, code, expected, message }\`: the field, with names joined by dots (empty: the whole; \`?\`: a name that is not
repeated); what is wrong with it, by a name that a program can rely on; what belongs there, where that is a closed list; and the same in English,
for whoever mends the input. None of them ever quotes a value, and what a host tells zod (\`z.config\`) changes none of them. For a form,
\`words.issues[code]\` says each in Dutch and in English, as it follows the name of the field.

| Code | Words | Message | Cause | Way out |
| --- | --- | --- | --- | --- |
${(Object.keys(issues) as IssueCode[])
  .map((name) => {
    const { says, cause, wayOut } = issues[name];
    const { nl, en } = languages;
    return `| ${code(name)} | ${nl.issues[name]} · ${en.issues[name]} | ${code(says)} | ${cause} | ${wayOut} |`;
  })
  .join('\n')}

What is given as the case is looked at too, at a glance: \`advance\` and \`record\` answer \`malformed\`, with the path \`case\`; whatever only
reads a case (\`expectedEvents\`, \`waitingOn\`, \`deadlines\`, \`payer\`, \`endedOn\`, \`partiesOf\`, \`viewFor\`, \`summaryFor\`, \`snapshotOf\`) throws
\`UnreadableCase\`, as \`parseCase\` does.

A stored case can also contradict itself. Then it was changed outside the library, or written in part; rebuild it with \`replay(opening, log, 'record')\`.

| Field | Message | What is wrong |
| --- | --- | --- |
${Object.entries(contradictions)
  .map(([issue, wrong]) => `| ${issue.split(': ').map(code).join(' | ')} | ${wrong} |`)
  .join('\n')}

## The rules

The names in \`unmet\` and in \`deviations\`. Each has a page of its own, with its cause, its way out, the events of which it is asked and its
clauses. What was open is in [the interpretation](interpretation.md).

${(Object.keys(norms) as NormName[])
  .map((name) => `* [${code(name)}](/norms/${name}.md): ${languages.en.norms[name].unmet}`)
  .join('\n')}
`;
