/** Reviewed by hand: by the reason why no test can tell them from the sources, the mutants that survive. */
export const reasons: Record<string, string[]> = {
  'A year without a decree has no days of it, and no text is the name of a day.': [
    'terms: ArrayDeclaration in ...(decreeDays[year] ?? []),: [] → ["Stryker was here"]',
  ],
  'The tables of the church never put the full moon 27 days after 21 March: no year of the cycle of 19 gives that number.':
    [
      'terms: EqualityOperator in const fullMoon = daysAfter(`${year}-03-21`, days > 27 ? days - 1 : days);: days > 27 → days >= 27',
    ],
  'A type asks for it: wherever this is asked, the value is there.': [
    "notices: OptionalChaining in return to !== 'secondOpinionPhysician' || !('recipient' in event) || event.recipient === …: before.engagement?.physician → before.engagement.physician",
    'case: OptionalChaining in return event.to === file.engagement?.physician ? engaged(file, { medicalDataSentOn: on } …: file.engagement?.physician → file.engagement.physician',
    'case: OptionalChaining in return { ...withoutThird(file), transfer: null, closedOn: file.transfer?.closedBefore ?? …: file.transfer?.closedBefore → file.transfer.closedBefore',
    'case: OptionalChaining in agreedWithEmployer: chosen ? (choice?.agreedWithEmployer ?? null) : null,: choice?.agreedWithEmployer → choice.agreedWithEmployer',
    'case: ConditionalExpression in if (!engagement) return choice;: !engagement → false',
    "case: OptionalChaining in if (choice?.second?.id === engagement.physician) return { ...choice, current: 'second' };: choice?.second?.id → choice?.second.id",
    'norms: OptionalChaining in !file.choice?.agreedWithEmployer &&: file.choice?.agreedWithEmployer → file.choice.agreedWithEmployer',
    'norms: OptionalChaining in return [choice?.on];: choice?.on → choice.on',
    'norms: OptionalChaining in return [engagement?.application.on, authorisationFor(file, event.to)?.on];: engagement?.application → engagement.application',
    'norms: OptionalChaining in return [execution.consultation.scheduled?.on];: execution.consultation.scheduled?.on → execution.consultation.scheduled.on',
    'norms: OptionalChaining in return [file.employerRequest?.askedOn];: file.employerRequest?.askedOn → file.employerRequest.askedOn',
    "norms: OptionalChaining in to === (type === 'application.sent' ? currentChoice(file)?.id : file.engagement?.physici …: file.engagement?.physician → file.engagement.physician",
    'norms: OptionalChaining in const submittedOn = execution.draft?.on ?? announcedOn;: execution.draft?.on → execution.draft.on',
    'norms: OptionalChaining in return [engagement?.application.on];: engagement?.application → engagement.application',
    'norms: OptionalChaining in return [engagement?.application.on, engagement?.acceptedOn];: engagement?.application → engagement.application',
    'norms: OptionalChaining in return [engagement?.application.on, engagement?.acceptedOn];: engagement?.acceptedOn → engagement.acceptedOn',
    'norms: OptionalChaining in return [engagement?.acceptedOn, execution.information.find((item) => item.source === eve …: engagement?.acceptedOn → engagement.acceptedOn',
    'norms: OptionalChaining in return [engagement?.acceptedOn, execution.consultation.held?.on, execution.consultation. …: engagement?.acceptedOn → engagement.acceptedOn',
    'norms: OptionalChaining in return [execution.draft?.on];: execution.draft?.on → execution.draft.on',
    'norms: OptionalChaining in return [engagement?.acceptedOn, execution.draft?.on, execution.review?.on];: engagement?.acceptedOn → engagement.acceptedOn',
    'norms: OptionalChaining in return [engagement?.acceptedOn, execution.advice?.on, execution.forwarding?.on];: engagement?.acceptedOn → engagement.acceptedOn',
    'norms: OptionalChaining in return [engagement?.acceptedOn, execution.advice?.on];: engagement?.acceptedOn → engagement.acceptedOn',
    'norms: OptionalChaining in return [transfer?.requestedOn];: transfer?.requestedOn → transfer.requestedOn',
    'norms: OptionalChaining in return [transfer?.grantedOn];: transfer?.grantedOn → transfer.grantedOn',
    "norms: OptionalChaining in reminded(event.type === 'request.lapsed' ? file.request.askedOn : file.execution.advice? …: file.execution.advice?.on → file.execution.advice.on",
    "norms: OptionalChaining in to === (type === 'application.sent' ? currentChoice(file)?.id : file.engagement?.physici …: currentChoice(file)?.id → currentChoice(file).id",
    'guards: ConditionalExpression in (employerRequest !== null && employerRequest.answered !== null);: employerRequest.answered !== null → true',
    "guards: OptionalChaining in event.type === 'authorisation.signed' && event.recipient === engagement?.physician,: engagement?.physician → engagement.physician",
    'guards: OptionalChaining in file.engagement?.acceptedOn != null && file.execution.advice === null && file.execution. …: file.engagement?.acceptedOn → file.engagement.acceptedOn',
    'guards: ConditionalExpression in (transfer !== null && transfer.closedBefore !== null) ||: transfer !== null → true',
    'guards: OptionalChaining in mayConfirmReceipt: { norms: [], when: { ofCase: ({ engagement }) => engagement?.received …: engagement?.receivedOn → engagement.receivedOn',
    'procedure: OptionalChaining in return execution.draft?.on;: execution.draft?.on → execution.draft.on',
    'procedure: OptionalChaining in return possession?.on;: possession?.on → possession.on',
    'procedure: OptionalChaining in return transfer?.declinedOn;: transfer?.declinedOn → transfer.declinedOn',
    'procedure: OptionalChaining in return transfer?.grantedOn;: transfer?.grantedOn → transfer.grantedOn',
    'procedure: OptionalChaining in return !file.authorisations.some(({ recipient }) => recipient === currentChoice(file)?.i …: currentChoice(file)?.id → currentChoice(file).id',
    'procedure: OptionalChaining in return engagement?.receivedOn === null;: engagement?.receivedOn → engagement.receivedOn',
  ],
  'Asked of nobody: a complaint names who handles it, and the list is complete for the compiler.': [
    "case: ConditionalExpression in case 'complaintHandler':: case 'complaintHandler': return []; → case 'complaintHandler':",
    "case: StringLiteral in case 'complaintHandler':: 'complaintHandler' → \"\"",
    'case: ArrayDeclaration in return [];: [] → ["Stryker was here"]',
  ],
  'It narrows a type: the question is put of that event alone.': [
    "story: ConditionalExpression in event.type === 'advice.discussed' && event.waivedByEmployee: event.type === 'advice.discussed' → true",
    "story: ConditionalExpression in if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);: value !== null → true",
    "norms: BooleanLiteral in if (event.type !== 'physicians.chosen') return true;: true → false",
    "norms: ConditionalExpression in if (event.type !== 'physicians.chosen') return true;: event.type !== 'physicians.chosen' → false",
    "guards: ConditionalExpression in event.type === 'authorisation.signed' && event.recipient === engagement?.physician,: event.type === 'authorisation.signed' → true",
  ],
  'The days of the next case in the list hold these, and the others of them are absent or earlier.': [
    "norms: ConditionalExpression in case 'outsider.notEngaged':: case 'outsider.notEngaged': return [choice?.on]; → case 'outsider.notEngaged':",
    "norms: ConditionalExpression in case 'employer.declined':: case 'employer.declined': return [file.employerRequest?.askedOn]; → case 'employer.declined':",
    "norms: ConditionalExpression in case 'authorisation.withheld':: case 'authorisation.withheld': return [request.askedOn]; → case 'authorisation.withheld':",
    "norms: ConditionalExpression in case 'response.overdue':: case 'response.overdue': return [engagement?.application.on]; → case 'response.overdue':",
    "norms: ConditionalExpression in case 'advice.discussed':: case 'advice.discussed': return [execution.draft?.on]; → case 'advice.discussed':",
  ],
  'The opening comes before every reminder, and a term of which the beginning is not in the log has none before it.': [
    'norms: ConditionalExpression in remindedOn.some((reminder) => reminder <= on && (from === undefined || reminder >= from));: from === undefined → false',
  ],
  'The organisations of the chosen physician are asked elsewhere; no organisation is called that.': [
    'norms: ArrayDeclaration in if (event.type === \'application.sent\') return independent(file, { id: event.to, organisa …: [] → ["Stryker was here"]',
  ],
  'No day can be compared with what is not there: nothing is later than it.': [
    'norms: ConditionalExpression in return from !== null && on > weekFrom(from, file.contract.responseTerm.extendedBy).dueOn;: from !== null → true',
  ],
  'Of the two ways on the first is open in a whole log: this one is asked only in the log of the own physician.': [
    "guards: ConditionalExpression in when: { ofCase: (file) => waitingForTheLapsed(file) && file.log === 'ownPhysician' },: file.log === 'ownPhysician' → true",
  ],
  'What is in the braces is read by the compiler, and not when the machine runs.': [
    'machine: ObjectLiteral in types: {: { context: {} as { file: CaseFile }, input: {} as Opening, events: {} as ProcedureEvent, … → {}',
  ],
  'An own physician who is not registered can honour no request, so that none comes to a decision.': [
    "norms: StringLiteral in 'decision.made',: 'decision.made' → \"\"",
  ],
  'Of two that come on one day the order is that in which they stand; the engine asks only whether one comes before the other.':
    [
      'procedure: ConditionalExpression in ].sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > lookAt(other) ? …: lookAt(one) > lookAt(other) → true',
      'procedure: ConditionalExpression in ].sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > lookAt(other) ? …: lookAt(one) > lookAt(other) → false',
      'procedure: EqualityOperator in ].sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > lookAt(other) ? …: lookAt(one) > lookAt(other) → lookAt(one) >= lookAt(other)',
      'procedure: EqualityOperator in ].sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > lookAt(other) ? …: lookAt(one) > lookAt(other) → lookAt(one) <= lookAt(other)',
    ],
  'Only whether it is `advance` is asked.': [
    "procedure: StringLiteral in return take(current, event, 'audit');: 'audit' → \"\"",
  ],
  'What is not kept of our own choice alone is no deviation.': [
    "stored: StringLiteral in rank: z.enum(['law', 'pool', 'article', 'choice']),: 'choice' → \"\"",
  ],
  'An act is told to whoever holds the role of its doer, and whoever did not hold it at that moment saw nothing at all.':
    [
      'story: ConditionalExpression in const ownAct = doer === reader && (person === undefined || event.by === person);: person === undefined || event.by === person → true',
    ],
  'Every letter that is sent now comes with an event that its reader may know, or with a step that changes for him, and alone.':
    [
      'story: ConditionalExpression in if (told.length > 0 || changed) {: told.length > 0 → false',
      "story: StringLiteral in const done = capital(told.length > 0 ? told.join('; ') : now.stands);: '; ' → \"\"",
    ],
};
