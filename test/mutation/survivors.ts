// Reviewed by hand: each mutant that no history can tell from the library, with the reason why none could.

const neverByDefault =
  'Every transition into this state names the step in it, so that no case begins it where it begins by default.';

const neverToldBefore =
  'Its step is left for good once the own physician knows that no copy comes, so that the word is always news.';

const initial = (within: string, others: string[]): [string, string][] =>
  others.map((other) => [`another initial state: ${within}: begins in ${other}`, neverByDefault]);

/** By kind and name, why a mutant answers every event as the library does. */
export const survivors: Record<string, string> = Object.fromEntries([
  ...initial('execution', ['engaged', 'advised']),
  ...initial('execution.engaged', ['drafted', 'underway']),
  ...initial('execution.engaged.consulting', ['awaitingConsultation', 'assessing']),
  ...initial('execution.engaged.drafted', ['finalising']),
  ...initial('execution.advised', ['forwarding']),
  ...initial('completion', ['decided', 'transfer', 'transferRefused', 'awaitingEmployer']),
  ...initial('completion.transfer', ['awaitingThirdPhysician']),
  ...initial('ended', ['outOfScope', 'uwvRouteChosen', 'withdrawn', 'lapsed']),

  [
    'a norm no longer asked of an event: decision.made: physicianIsRegistered',
    'An own physician who is not registered can send no application, and none is put in the place of another: none comes this far.',
  ],
  ['a notice given whatever the route: forwarding.unanswered: noCopy → ownPhysician', neverToldBefore],
  ['a notice given whatever the route: noCopy.announced: noCopy → ownPhysician', neverToldBefore],
  [
    'a term moved by a day: the working days of a term - 1 day',
    'No week of 1900 to 2199 that ends on a working day holds fewer than two of them: at most three weekdays of it are free.',
  ],
]);
