// Each mutant that no golden history tells from the library, with the reason.

const all = (reason: string, names: string[]): [string, string][] => names.map((name) => [name, reason]);

const initial = (within: string, others: string[]): string[] =>
  others.map((other) => `another initial state: ${within}: begins in ${other}`);

const elsewhere = (to: string, places: string[]): string[] =>
  places.map((place) => `a transition sent elsewhere: ${place} → ${to}`);

/** By kind and name, why a mutant answers every event as the library does. */
export const survivors: Record<string, string> = Object.fromEntries([
  ...all('No case begins in this state, and every transition into it names a step in it (`Candidate.target`).', [
    ...initial('application.engaging', ['preparing']),
    ...initial('execution', ['engaged', 'advised']),
    ...initial('execution.engaged', ['drafted', 'underway']),
    ...initial('execution.engaged.consulting', ['awaitingConsultation', 'assessing']),
    ...initial('execution.engaged.drafted', ['finalising']),
    ...initial('execution.advised', ['forwarding']),
    ...initial('completion', ['decided', 'transfer', 'transferRefused']),
    ...initial('completion.transfer', ['awaitingThirdPhysician']),
    ...initial('ended', ['outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed']),
    ...initial('closing', ['transferred']),
  ]),

  ...all(
    'After it there is a copy, and with a copy `forwarding` goes on at once (`copyWentBefore`) to `considering`, where it leads as written.',
    [
      ...elsewhere('execution.forwarding', [
        'execution.underway: advice.forwarded',
        'execution.underway: advice.handedOver',
        'execution.advised: advice.handedOver',
        'execution.forwarding: advice.forwarded (1)',
        'completion.transfer: transfer.withdrawn (2)',
        'withdrawn: advice.handedOver',
        'notForwarded: advice.handedOver',
        'notForwarded: advice.forwarded (1)',
      ]),
      'a transition sent elsewhere: execution.forwarding: advice.forwarded (1) stays',
    ],
  ),
  ...all(
    'In `concluded` the week has passed only in the record of the second-opinion physician (`physicianTimedOut`), which goes on from there at once to `concluded`.',
    ['application.choosing', 'application.preparing', 'completion.considering'].flatMap((step) =>
      elsewhere(
        step,
        ['authorisation.revoked', 'application.received', 'application.declined', 'application.foundInfeasible'].map(
          (event) => `concluded: ${event}`,
        ),
      ),
    ),
  ),
  ...all('Somebody is next there, and with somebody next the case stands in `preparing` already.', [
    ...elsewhere('application.preparing', ['application.engaging: application.declined (2)']),
  ]),

  ...all('Information is asked of one source, so that one event calls for one of the two letters.', [
    'two notices swapped: execution.engaged.consulting: information.requested 1 ↔ 2',
    'two notices swapped: execution.engaged.drafted: information.requested 1 ↔ 2',
  ]),

  ...all(
    'An own physician who is not registered can send no application, and none is put in the place of another: none comes this far.',
    ['a norm no longer asked of an event: decision.made: physicianIsRegistered'],
  ),
  ...all('Anybody may take a complaint over (`B-83`): of this event alone the norm says yes to everybody.', [
    'a norm no longer asked of an event: complaint.acknowledged: actorHoldsRole',
  ]),
  ...all('It is asked of an opening, which is taken or not: nothing is recorded in spite of it.', [
    'a norm of another kind: representativeHasMandate: validity becomes conduct',
  ]),
  ...all(
    'Only the refusal of an opening tells it, and every history begins with one that was taken; `test/request.test.ts` reads that refusal.',
    ['a clause dropped from a norm: representativeHasMandate: B-95'],
  ),
  ...all(
    'No week of 1900 to 2199 that ends on a working day holds fewer than two of them: at most three weekdays of it are free.',
    ['a term moved by a day: the working days of a term - 1 day'],
  ),
]);
