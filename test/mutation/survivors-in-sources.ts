/** Reviewed by hand: by the reason why no test can tell them from the sources, the mutants that survive. */
export const reasons: Record<string, string[]> = {
  'A year without a decree has no days of it, and no text is the name of a day.': [
    'terms: ArrayDeclaration in ...(decreeDays[year] ?? []),: [] → ["Stryker was here"]',
  ],
  'The tables of the church never put the full moon 27 days after 21 March: no year of the cycle of 19 gives that number.':
    [
      'terms: EqualityOperator in const fullMoon = daysAfter(`${year}-03-21`, days > 27 ? days - 1 : days);: days > 27 → days >= 27',
    ],
  'At the hour of the change it is night, and the same day on either clock.': [
    'terms: EqualityOperator in return instant >= clockChangeIn(year, march) && instant < clockChangeIn(year, october) ? …: instant >= clockChangeIn(year, march) → instant > clockChangeIn(year, march)',
    'terms: EqualityOperator in return instant >= clockChangeIn(year, march) && instant < clockChangeIn(year, october) ? …: instant < clockChangeIn(year, october) → instant <= clockChangeIn(year, october)',
  ],
  'There is one length of the week so far: the first is also the last, from whatever day it holds.': [
    "terms: StringLiteral in lengths: [{ from: '2017-07-01', days: 7 }],: '2017-07-01' → \"\"",
    'terms: UnaryOperator in (lengths.filter(({ from }) => from <= rules).at(-1) ?? lengths[0])?.days ?? 0;: -1 → +1',
  ],
  'A type asks for it: wherever this is asked, the value is there.': [
    'testing/reports: OptionalChaining in const current = choice?.[choice.current]?.id ?? engagement?.physician ?? first.id;: choice?.[choice.current]?.id → choice?.[choice.current].id',
    'norms: OptionalChaining in ofEvent: ({ request }, event) => notAfter(event, request.instrument?.on),: request.instrument?.on → request.instrument.on',
    'procedure: ArrayDeclaration in const [first] = state.initial.target ?? [];: [] → ["Stryker was here"]',
    'views: ConditionalExpression in if (!engagement) return null;: !engagement → false',
    "views: LogicalOperator in return { step: 'withdrawn', since: request.outcome?.on ?? since };: request.outcome?.on ?? since → request.outcome?.on && since",
    'views: OptionalChaining in const accepted = transfer?.acceptedOn != null;: transfer?.acceptedOn → transfer.acceptedOn',
    "views: OptionalChaining in return { step: 'withdrawn', since: request.outcome?.on ?? since };: request.outcome?.on → request.outcome.on",
    'norms: OptionalChaining in const submittedOn = execution.draft?.on ?? announcedOn;: execution.draft?.on → execution.draft.on',
    'procedure: OptionalChaining in return execution.draft?.on;: execution.draft?.on → execution.draft.on',
    'procedure: OptionalChaining in return possession?.on;: possession?.on → possession.on',
    'procedure: OptionalChaining in return transfer?.declinedOn;: transfer?.declinedOn → transfer.declinedOn',
    'procedure: OptionalChaining in return transfer?.grantedOn;: transfer?.grantedOn → transfer.grantedOn',
    'procedure: OptionalChaining in return !file.authorisations.some(({ recipient }) => recipient === currentChoice(file)?.i …: currentChoice(file)?.id → currentChoice(file).id',
    'procedure: OptionalChaining in return engagement?.receivedOn === null;: engagement?.receivedOn → engagement.receivedOn',
    "procedure: StringLiteral in const [region = ''] = state.path;: '' → \"Stryker was here!\"",
    'procedure: ArrayDeclaration in const [first = [], ...others] = Object.values(transitions): [] → ["Stryker was here"]',
    'norms: ConditionalExpression in default:: default: return [[], []]; → default:',
    'norms: ArrayDeclaration in return [[], []];: [[], []] → []',
    'norms: ArrayDeclaration in return [[], []];: [] → ["Stryker was here"]',
    "norms: BooleanLiteral in norms.representativeHasMandate.ofCase?.(file, 'question.put') ?? true,: true → false",
    "notices: StringLiteral in const sender = from === 'doer' ? ((event && roleOf(before, after, event)) ?? 'scheduler' …: 'scheduler' → \"\"",
  ],
  'A path of one has no phase, and of a way without a target nobody asks the name.': [
    "machine: StringLiteral in const [, phase = ''] = path;: '' → \"Stryker was here!\"",
    "machine: StringLiteral in const key = path.at(-1) ?? '';: '' → \"Stryker was here!\"",
  ],
  'A case rests in no state that is a phase itself; only tests and pictures ask the name of one.': [
    'machine: ConditionalExpression in return phases.includes(phase) && phase !== key ? `${phase}.${key}` : key;: phase !== key → true',
  ],
  'Every transition is written out with its norms.': [
    'machine: ArrayDeclaration in const isAllowed = ({ context: { rules, file }, event }: Turn, { norms = [] }: Asked): bo …: [] → ["Stryker was here"]',
  ],
  'Every kind of value that a schema here asks for is in the table; of one that a later zod may name, the place is said.':
    ["fields: StringLiteral in return [issue(at(), kinds[found.expected] ?? 'unreadable')];: 'unreadable' → \"\""],
  'What a stored case says against itself is told in words of its own.': [
    "fields: StringLiteral in tooEarly: 'lies too early',: 'lies too early' → \"\"",
  ],
  'For whoever the mask leaves something and the view nothing, nobody waits and there is nothing to report.': [
    "views: ConditionalExpression in const seen = sees || role === 'scheduler' ? left : null;: sees || role === 'scheduler' → true",
  ],
  'Every clause begins with a letter that has a rank.': [
    "clauses: StringLiteral in return ranks.find((rank) => found.includes(rank)) ?? 'choice';: 'choice' → \"\"",
  ],
  'What is in the braces is read by the compiler, and not when the machine runs.': [
    'machine: ObjectLiteral in types: {: { context: {} as { file: CaseFile }, input: {} as Opening, events: {} as ProcedureEvent, … → {}',
  ],
  'An own physician who is not registered can honour no request, so that none comes to a decision.': [
    "norms: StringLiteral in 'decision.made',: 'decision.made' → \"\"",
  ],
  'Only whether it is `record` is asked.': [
    "procedure: StringLiteral in return take(current, event, 'advance');: 'advance' → \"\"",
  ],
  'What is put in its place is what the case itself says, and so stands there anyway.': [
    "views: ObjectLiteral in ? { step: 'transferred', since: acceptedOn }: { step: 'transferred', since: acceptedOn } → {}",
    "views: ObjectLiteral in if (step === 'lapsed') return { step, since };: { step, since } → {}",
  ],
  'How often a thing is drawn, and which number comes of which, is promised to nobody.': [
    'testing/arbitraries: ArithmeticOperator in const seeds = fc.noBias(fc.nat(2 ** 31 - 1));: 2 ** 31 - 1 → 2 ** 31 + 1',
    'testing/arbitraries: ArrayDeclaration in ...[own, third, successor, dependent, ...asked].map(({ id }) => id),: [own, third, successor, dependent, ...asked] → []',
    'testing/arbitraries: ArrowFunction in ...[own, third, successor, dependent, ...asked].map(({ id }) => id),: ({ id }) => id → () => undefined',
    'testing/arbitraries: BooleanLiteral in if (!taken.ok) return false;: false → true',
    'testing/arbitraries: BooleanLiteral in return true;: true → false',
    'testing/arbitraries: ConditionalExpression in default:: default: return told; → default:',
    'testing/arbitraries: UnaryOperator in const day = daysAfter(last, dice.of([0, 0, 0, 1, 1, 2, 4, 8, -1, -3]));: -1 → +1',
    'testing/arbitraries: UnaryOperator in const day = daysAfter(last, dice.of([0, 0, 0, 1, 1, 2, 4, 8, -1, -3]));: -3 → +3',
    'testing/reports: ArrowFunction in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: (each) => !each.answered && !each.withdrawnOn → () => undefined',
    'testing/reports: BooleanLiteral in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: !each.answered → each.answered',
    'testing/reports: BooleanLiteral in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: !each.withdrawnOn → each.withdrawnOn',
    'testing/reports: ConditionalExpression in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: !each.answered && !each.withdrawnOn → false',
    'testing/reports: ConditionalExpression in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: !each.answered && !each.withdrawnOn → true',
    'testing/reports: LogicalOperator in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: !each.answered && !each.withdrawnOn → !each.answered || !each.withdrawnOn',
    'testing/reports: MethodExpression in dice.of([...complaints.filter((each) => !each.answered && !each.withdrawnOn), ...complai …: complaints.filter((each) => !each.answered && !each.withdrawnOn) → complaints',
    'testing/reports: EqualityOperator in return this.below(1_000) < probability * 1_000;: this.below(1_000) < probability * 1_000 → this.below(1_000) <= probability * 1_000',
    'testing/reports: ArithmeticOperator in mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);: mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61) → mixed - Math.imul(mixed ^ mixed >>> 7, mixed | 61)',
  ],
  'Of two that are looked at on one day, a sort that is stable leaves the first where it is either way.': [
    'procedure: EqualityOperator in return found.sort((one, other) => (lookAt(one) < lookAt(other) ? -1 : lookAt(one) > look …: lookAt(one) > lookAt(other) → lookAt(one) >= lookAt(other)',
  ],
  'No rule on an event asks for a field that an opening has too.': [
    "norms: ConditionalExpression in (type === 'opening' ? names.filter((name) => norms[name].of?.length === 0) : normsOf[typ …: norms[name].of?.length === 0 → true",
  ],
  'An example: for which service the third physician works, no rule asks.': [
    "acts: ArrayDeclaration in example: { to: { id: 'physician-third', organisations: ['noord'], registered: true, pool …: ['noord'] → []",
  ],
  'Before the first entry nothing was dated, and a text is no term.': [
    'timeline: ArrayDeclaration in const date = dateAfter(turn.on, now.deadlines, earlier?.deadlines ?? [], turn.event, wor …: [] → ["Stryker was here"]',
  ],
  'Nobody is told two things by an act of which they see only what follows.': [
    "timeline: StringLiteral in const done = capital(told.length > 0 ? told.join('; ') : now.stands);: '; ' → \"\"",
  ],
  'No id has a space in it, so a text with one is nobody.': [
    'file: ArrayDeclaration in complaintHandler: () => [],: [] → ["Stryker was here"]',
  ],
  'In the own physician’s record the present text is not known, so it differs from the copy anyway.': [
    "routes: ConditionalExpression in (file.recordOf === 'ownPhysician' ||: file.recordOf === 'ownPhysician' → false",
  ],
};
