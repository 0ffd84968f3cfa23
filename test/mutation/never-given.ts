/**
 * Letters that the chart writes out at a transition, since the act has them there as everywhere, and that no event calls for there.
 * They are not changed there (`mutants.ts`): nobody would hear it. `test/slow/mutation.test.ts` tells the abstract cases every such
 * event, and finds that none of them is given.
 */
const groups: { letter: string; at: string[]; reason: string }[] = [
  {
    letter: 'heedTheResults → thirdPhysician',
    at: [
      'execution.underway: advice.handedOver',
      'execution.advised: advice.handedOver',
      'completion: advice.handedOver',
      'completion: reasons.given',
      'completion.considering: decision.made',
      'completion.decided: decision.made',
      'completion.transfer: decision.made',
      'completion.transferRefused: decision.made',
      'refused: reasons.given',
      'outOfScope: reasons.given',
      'withdrawn: advice.handedOver',
      'notForwarded: advice.handedOver',
      'notForwarded: decision.made',
    ],
    reason:
      'Results were passed on only once a third physician accepted, and from then on the case stands in `transferred`.',
  },
  {
    letter: 'employeeDied → thirdPhysician',
    at: ['application: employee.died', 'execution: employee.died', 'concluded: employee.died'],
    reason:
      'A third physician is proposed in the completion phase, from which no case goes back; in `concluded` only the record of the second-opinion physician takes it, which holds no transfer.',
  },
  {
    letter: 'requestLapsed → ownPhysician',
    at: [
      'application.choosing: request.lapsed',
      'application.preparing: request.lapsed',
      'application.reconsidering: request.lapsed',
    ],
    reason: 'Before an acceptance they report it themselves (`only`), and whoever does it is not told.',
  },
  {
    letter: 'requestLapsed → secondOpinionPhysician',
    at: ['execution.inviting: request.lapsed'],
    reason: 'After their acceptance they report it themselves (`only`), and whoever does it is not told.',
  },
  {
    letter: 'noAnswerNeeded → secondOpinionPhysician',
    at: ['completion: advice.handedOver', 'closing: advice.handedOver', 'withdrawn: advice.handedOver'],
    reason: 'Their part is over: there is a copy (`copyMayBeHandedOver`), or the request was withdrawn.',
  },
  {
    letter: 'requestWithdrawn → secondOpinionPhysician',
    at: ['outOfScope: uwvRoute.chosen'],
    reason: 'It is found out of scope in `discussing`, where nobody is engaged.',
  },
  {
    letter: 'physicianUnavailable → employee',
    at: ['application.engaging: application.declined (1)', 'concluded: application.declined'],
    reason: 'Nobody is next: the guard says so, or the record holds no choice.',
  },
  {
    letter: 'chooseAnotherPhysician → employee',
    at: ['application.engaging: application.declined (2)'],
    reason: 'Somebody is next: the candidate before it takes the rest.',
  },
  {
    letter: 'forwardedWithoutConsent → employee',
    at: ['execution.underway: advice.forwarded'],
    reason: "It is a step of the own physician's record, to which every copy is consented to (`mayBeForwarded`).",
  },
  ...['adviceForwarded → employee', 'adviceForwarded → ownPhysician'].map((letter) => ({
    letter,
    at: ['execution.engaged.drafted: advice.forwarded', 'execution.awaitingConsent: advice.forwarded'],
    reason: 'There is no consent yet: one leads to `forwarding`, and lapses where a correction leads back.',
  })),
];

/** By transition and letter, why no event calls for it. */
export const neverGiven: Record<string, string> = Object.fromEntries(
  groups.flatMap(({ letter, at, reason }) => at.map((place) => [`${place} ${letter}`, reason])),
);
