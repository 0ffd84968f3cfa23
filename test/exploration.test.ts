import { describe, expect, it } from 'vitest';
import { advance, type EventType, type NormName, type Outcome, type Step } from '../src/index.js';
import {
  type AdvanceLike,
  abstractOf,
  type Exploration,
  everything,
  explore,
  historyOf,
  openings,
  payloads,
  type Reached,
  rootOf,
  usualPayloads,
} from './support/abstract.js';
import { alsoIn, changing, retargeted, withNorm, without, withoutNorm } from './support/broken.js';
import { chart, plainChart, stateAt } from './support/chart.js';
import * as properties from './support/properties.js';
import { clause, upTo } from './support/story.js';
import { allTransitions } from './support/transitions.js';

const exploration = everything();
const { reached, turns, tried, seconds } = exploration;
const allowed = turns.filter(({ outcome }) => outcome.ok);
const transitions = allTransitions(chart);
const forbidden = transitions.filter((each) => each.forbidden);

/** What a broken machine does, once around by what is usual. */
const allAround = (how: AdvanceLike): Exploration =>
  explore({ advance: how, payloads: usualPayloads, unusualAtOnce: 0, limit: 500 });

/** What a broken machine does next, in a step of the usual course. */
const next = (how: AdvanceLike, at: Parameters<typeof upTo>[0], depth = 1): Exploration =>
  explore({ advance: how, roots: [rootOf(openings['the record of the procedure'] as never, upTo(at))], depth });

describe('Every allowed history', () => {
  it('is explored through a few thousand abstract cases at most', () => {
    console.log(
      [
        `exploration: ${reached.length} abstract cases, ${tried} events tried, ${allowed.length} allowed, ${seconds.toFixed(1)} s;`,
        `${transitions.length} transitions in the chart, ${forbidden.length} of them forbidden`,
      ].join(' '),
    );
    expect(reached.length).toBeLessThan(7_000);
    expect(allowed.length).toBeGreaterThan(10_000);
    expect(() => explore({ limit: 10 })).toThrow('more than 10 abstract cases');
  });

  it('answers alike in two cases that are alike in the abstract', () => {
    const answer = (outcome: Outcome): string =>
      outcome.ok
        ? abstractOf(outcome.case)
        : outcome.reason === 'notAllowed'
          ? outcome.unmet.map(({ norm }) => norm).join()
          : outcome.reason;
    const answers = ({ case: current, today }: Reached): string[] =>
      [...new Set(payloads(current, today).map((event) => `${event.type}: ${answer(advance(current, event))}`))].sort();
    const twins = reached.flatMap((each) =>
      each.twin && each.case.file.complaints.length === 0 ? [{ one: each, other: each.twin }] : [],
    );
    const sample = twins.filter((_, index) => index % 12 === 0);
    expect(sample.length).toBeGreaterThan(50);
    for (const { one, other } of sample) {
      expect(answers(one), `${historyOf(one)}\n\n${historyOf(other)}`).toEqual(answers(other));
    }
  });

  it('can come to every step and every outcome', () => {
    expect(properties.unreachedSteps(exploration)).toEqual([]);
    expect(properties.unreachedSteps(allAround(without('advice.finalised')))).toContain('execution.awaitingConsent');
  });

  it('can still come to an outcome, wherever it stands', () => {
    expect(properties.withoutOutcome(exploration)).toEqual([]);
    const deaf: AdvanceLike = (current, event) =>
      current.step === 'execution.assessing' ? { ok: false, reason: 'malformed', issues: [] } : advance(current, event);
    expect(properties.withoutOutcome(next(deaf, 'execution.assessing'))[0]).toContain('consultation.held');
  });

  it('takes every transition of the chart that is not forbidden', () => {
    expect(properties.untakenTransitions(exploration)).toEqual([]);
    const config = plainChart();
    const decided = stateAt(config, ['procedure', 'completion', 'decided']);
    decided.on = {
      ...decided.on,
      'request.withdrawn': [
        {
          guard: { type: 'isAllowed', params: { norms: [] } },
          target: '#withdrawn',
          meta: { clauses: [] },
          actions: [],
        },
      ],
    };
    expect(properties.untakenTransitions(exploration, config)).toEqual(['completion.decided request.withdrawn']);
  });

  it('takes none of the forbidden transitions, and goes where the first open candidate leads', () => {
    expect(properties.offTheChart(exploration)).toEqual([]);
    const backOnTheYes = properties.offTheChart(next(withoutNorm('requestWasNotHonoured'), 'application.choosing'));
    expect(backOnTheYes[0]).toContain('request.refused');
    const elsewhere = properties.offTheChart(
      next(retargeted('advice.handedOver', 'concluded'), 'execution.forwarding'),
    );
    expect(elsewhere[0]).toContain('advice.handedOver');
  });
});

const continues = { 'transfer.requested': 'the guidance continues' };

/** Reviewed: how the employee alone, or with the scheduler, leaves each step; `where`: what is open in some cases only. */
// biome-ignore format: a line per step
const alone: Record<Step, { always: EventType[]; where?: Partial<Record<EventType, string>> }> = {
  'application.discussing': { always: ['request.withdrawn', 'uwvRoute.chosen'] },
  'application.choosing': { always: ['physicians.chosen', 'request.withdrawn', 'uwvRoute.chosen'] },
  'application.preparing': { always: ['request.withdrawn', 'uwvRoute.chosen'] },
  'application.reconsidering': { always: ['physicians.chosen', 'request.withdrawn', 'uwvRoute.chosen'], where: { 'authorisation.signed': 'somebody is chosen' } },
  'execution.awaitingResponse': { always: ['request.withdrawn', 'response.overdue', 'uwvRoute.chosen'] },
  'execution.inviting': { always: ['engagement.ended', 'request.withdrawn', 'uwvRoute.chosen'] },
  'execution.awaitingConsultation': { always: ['engagement.ended', 'request.withdrawn', 'uwvRoute.chosen'] },
  'execution.assessing': { always: ['engagement.ended', 'request.withdrawn', 'uwvRoute.chosen'] },
  'execution.reviewing': { always: ['engagement.ended', 'inaccuracies.reported', 'remarks.waived', 'request.withdrawn', 'uwvRoute.chosen'] },
  'execution.finalising': { always: ['engagement.ended', 'request.withdrawn', 'uwvRoute.chosen'] },
  'execution.awaitingConsent': { always: ['advice.handedOver', 'forwarding.authorised', 'forwarding.withheld'] },
  'execution.forwarding': { always: ['advice.handedOver', 'forwarding.withheld'], where: { 'forwarding.authorised': 'a copy went before, without consent' } },
  'execution.underway': { always: ['advice.handedOver', 'engagement.ended', 'request.withdrawn', 'uwvRoute.chosen'] },
  'completion.considering': { always: ['employer.asked'], where: { ...continues } },
  'completion.decided': { always: ['case.closed', 'employer.asked'], where: { ...continues } },
  'completion.consideringTransfer': { always: ['employer.asked', 'transfer.withdrawn'] },
  'completion.awaitingThirdPhysician': { always: ['employer.asked', 'transfer.withdrawn'] },
  'completion.transferRefused': { always: ['case.closed', 'employer.asked'] },
  refused: { always: ['request.renewed', 'uwvRoute.chosen'] },
  outOfScope: { always: ['request.renewed', 'uwvRoute.chosen'] },
  uwvRouteChosen: { always: ['request.renewed'] },
  withdrawn: { always: ['request.renewed'], where: { 'advice.handedOver': "the second opinion went on, in the own physician's record" } },
  lapsed: { always: ['request.renewed'] },
  notForwarded: { always: ['advice.handedOver'], where: { 'forwarding.authorised': 'the record is of the procedure' } },
  concluded: { always: ['employer.asked'], where: { ...continues } },
  transferred: { always: ['employer.asked'] },
};

/** Reviewed: what may stand in the way of an employee, all of it about themselves, their choice, or what the case is. */
const inTheEmployeesWay: NormName[] = [
  'actorHoldsRole',
  'actorsAreDistinct',
  'physicianIsIndependent',
  'physicianIsOfAnotherService',
  'physicianIsRegistered',
  'preferencesDiffer',
  'consentIsDocumented',
  'recipientIsOwnPhysician',
  'ownPhysicianHasCopy',
  'guidanceContinues',
  'employerIsNamed',
  'complaintIsNew',
  'complaintIsOpen',
];

/** Reviewed: events of which two candidates can be open before the last; the order of the chart decides, the norms are the same. */
const decidedByOrder: EventType[] = ['complaint.withdrawn', 'transfer.withdrawn'];

describe('The employee', () => {
  it("can go on from every step alone or with the scheduler, on nobody else's word", () => {
    const reviewed = Object.fromEntries(
      Object.entries(alone).map(([step, { always, where = {} }]) => [
        step,
        { always, some: Object.keys(where).sort() },
      ]),
    );
    expect(properties.leftAlone(exploration)).toEqual(reviewed);
    expect(Object.entries(alone).filter(([, { always }]) => always.length === 0)).toEqual([]);
    const broken = properties.leftAlone(allAround(without('case.closed')));
    expect(broken['completion.decided']?.always).toEqual(['employer.asked', 'transfer.requested']);
  });

  it('can complain in every case, and withdraw until the advice is final', () => {
    expect(properties.withoutVoice(exploration)).toEqual([]);
    const locked = properties.withoutVoice(
      next(without('request.withdrawn', 'execution.inviting'), 'execution.inviting'),
    );
    expect(locked[0]).toContain('physician-first application.accepted');
  });

  it('meets no norm that is addressed to a physician', () => {
    expect(properties.unmetByEmployee(exploration, inTheEmployeesWay)).toEqual([]);
    expect(properties.neverUnmetByEmployee(exploration, inTheEmployeesWay)).toEqual([]);
    const undiscussed = withNorm('forwarding.authorised', 'adviceWasDiscussed', () => true);
    const [found] = properties.unmetByEmployee(next(undiscussed, 'execution.awaitingConsent'), inTheEmployeesWay);
    expect(found).toContain('adviceWasDiscussed');
    expect(found).toContain('employee-1 forwarding.authorised');
  });
});

clause('B-82', () => {
  it('waits only for whoever can do something of what they are waited for', () => {
    expect(properties.waitedForInVain(exploration)).toEqual([]);
  });

  it('takes what is expected with nothing in the way', () => {
    expect(properties.expectedInVain(exploration)).toEqual([]);
  });
});

clause('B-67', () => {
  it('takes what a party is offered, in every step that looks the same to that party', () => {
    expect(properties.offeredInVain(exploration)).toEqual([]);
  });
});

describe('The chart', () => {
  it('has one open candidate for every allowed event; of two the first is taken, on the same norms', () => {
    expect(Object.keys(properties.severalOpen(exploration)).sort()).toEqual(decidedByOrder);
    const config = plainChart();
    const awaiting = stateAt(config, ['procedure', 'execution', 'awaitingResponse']);
    const declined = awaiting.on?.['application.declined'] ?? [];
    awaiting.on = { ...awaiting.on, 'application.declined': [...declined, ...declined] };
    const local = next(advance, 'execution.awaitingResponse');
    expect(properties.severalOpen(local, config)['application.declined']).toContain('someoneChosenIsNext and ');
    expect(properties.severalOpen(local)).toEqual({});
  });

  it('gives the candidates of one event the same norms', () => {
    const config = plainChart();
    const considering = stateAt(config, ['procedure', 'completion', 'considering']);
    const [asIs] = considering.on?.['transfer.requested'] ?? [];
    const [deciding] = considering.on?.['decision.made'] ?? [];
    considering.on = { ...considering.on, 'transfer.requested': [asIs, deciding].filter((each) => each !== undefined) };
    const found = properties.severalOpen(next(advance, 'completion.considering'), config);
    expect(found['transfer.requested']).toContain('isAllowed and isAllowed');
  });
});

/** A property of every allowed event, seen to fail on a broken machine, with words of the counterexample. */
const alwaysTrue =
  (
    property: (exploration: Exploration) => properties.Against,
    broken: AdvanceLike,
    at: Parameters<typeof upTo>[0],
    depth: number,
    words: string,
  ) =>
  (): void => {
    expect(property(exploration)).toEqual([]);
    expect(property(next(broken, at, depth))[0]).toContain(words);
    expect(property(next(advance, at, depth))).toEqual([]);
  };

/** A copy comes of an event that gives none. */
const withACopy = (type: EventType): AdvanceLike =>
  changing(type, (outcome) => {
    const first = { on: '2026-03-18', through: 'forwarded' as const };
    const possession = { ...first, advice: 'advice-2', physician: 'physician-own', first };
    return { ...outcome, case: { ...outcome.case, file: { ...outcome.case.file, possession } } };
  });

const anotherAdvice = changing('decision.made', (outcome) => {
  const contestedAdvice = { ...outcome.case.file.contestedAdvice, id: 'advice-2' };
  return { ...outcome, case: { ...outcome.case, file: { ...outcome.case.file, contestedAdvice } } };
});

const twoWeeks = changing('application.received', (outcome) => ({
  ...outcome,
  deadlines: [...outcome.deadlines, ...outcome.deadlines],
}));

const toTheEmployer = changing('decision.made', (outcome) => ({
  ...outcome,
  notices: outcome.notices.map((notice) => ({ ...notice, to: { role: 'employer', person: 'employer-1' } })),
}));

// biome-ignore format: a line per property
clause('D-2.14d.4', () => {
  it('lets medical data go to nobody without an authorisation that names them', alwaysTrue(properties.medicalDataOnlyWithAuthorisation, withoutNorm('recipientIsAuthorised'), 'application.preparing', 1, 'application.sent physician-first true'));
  it('lets no more medical data go after the authorisation was withheld', alwaysTrue(properties.medicalDataOnlyWithAuthorisation, withoutNorm('recipientIsAuthorised'), 'execution.inviting', 2, 'authorisation.withheld physician-first\n2026-03-18 physician-own medicalData.sent physician-first'));
});

// biome-ignore format: a line per property
clause('D-2.14d.5', () => {
  it('gives the own physician no copy without authorisation, unless from the hand of the employee', alwaysTrue(properties.copyOnlyWithAuthorisation, withACopy('forwarding.withheld'), 'execution.awaitingConsent', 1, 'employee-1 forwarding.withheld'));
  it('gives no copy to a successor whom the authorisation does not name', alwaysTrue(properties.copyOnlyWithAuthorisation, withACopy('ownPhysician.replaced'), 'execution.forwarding', 1, 'ownPhysician.replaced physician-new'));
});

// biome-ignore format: a line per property
clause('D-2.14d.3', () => {
  it('refuses no request without written reasons', alwaysTrue(properties.refusalOnlyWithGroundAndReasons, withoutNorm('reasonsAreInWriting'), 'application.discussing', 2, 'request.refused deliberateDelay'));
  it('refuses no request without a compelling ground', alwaysTrue(properties.refusalOnlyWithGroundAndReasons, withoutNorm('groundIsCompelling'), 'application.discussing', 2, 'request.refused cost,labourConflict'));
});

// biome-ignore format: a line per property
clause('L-41', () => {
  it('has no decision without reasons', alwaysTrue(properties.decisionOnlyWithReasons, withoutNorm('decisionHasReasons'), 'completion.considering', 1, 'decision.made full'));
});

// biome-ignore format: a line per property
clause('L-11', () => {
  it('leaves the first advice in force throughout', alwaysTrue(properties.firstAdviceInForce, anotherAdvice, 'completion.considering', 1, 'decision.made full'));
});

// biome-ignore format: a line per property
clause('L-20', () => {
  it('lets exactly one week run while a response is awaited, and none otherwise', alwaysTrue(properties.atMostOneWeek, twoWeeks, 'execution.awaitingResponse', 1, 'application.received'));
});

// biome-ignore format: a line per property
clause('L-21', () => {
  it('has one addressee at a time', alwaysTrue(properties.oneAddressee, alsoIn('application.sent', 'execution.awaitingResponse', 'application.preparing'), 'execution.awaitingResponse', 1, 'application.sent physician-first true form-1\n2026-03-18 physician-own application.sent physician-first true form-1'));
});

// biome-ignore format: a line per property
clause('E-33', () => {
  it('tells the employer of a transfer and of what they are asked', alwaysTrue(properties.employerToldOnlyOfTransfer, toTheEmployer, 'completion.considering', 1, 'decision.made full'));
});

// biome-ignore format: a line per property
clause('E-32', () => {
  it('does not move any more once the guidance was transferred', alwaysTrue(properties.movesOnFromTransferred, alsoIn('employer.asked', 'transferred', 'concluded'), 'transferred', 1, 'transfer.accepted\n2026-03-18 employee-1 employer.asked'));
});
