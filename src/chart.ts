import type { EventType } from './acts.js';
import type { ClauseId } from './clauses.js';
import type { Complaints, EmployerRoute, Role, StateName } from './file.js';
import type { RouteName } from './routes.js';
import type { TermName } from './terms.js';

/** What the chart says of a state: its clauses, the term that runs in it, and whose move it is. */
export interface StateMeta {
  readonly clauses: readonly ClauseId[];
  readonly term?: TermName | readonly TermName[];
  readonly waitsOn?: { readonly [Party in Role]?: readonly EventType[] };
}

/** What the chart says of a transition: its clauses, and whether no allowed history takes it. */
export interface TransitionMeta {
  readonly clauses: readonly ClauseId[];
  readonly forbidden?: true;
}

/** A candidate for an event: without a guard taken where none before it is, without a target leaving the state as it is. */
export interface Candidate {
  guard?: RouteName;
  target?: `#${StateName | `complaints.${Complaints}` | `employerRoute.${EmployerRoute}`}`;
  meta: TransitionMeta;
}

/** A state, or a group of states that share what they answer; a group does not show in the name of a step. */
export interface State {
  description: string;
  type?: 'parallel' | 'final';
  meta?: StateMeta;
  initial?: string;
  /** Where a case goes on to at once, in which record. */
  always?: Candidate;
  on?: { readonly [Type in EventType]?: Candidate | readonly Candidate[] };
  states?: { readonly [name: string]: State };
}

/** Where the procedure can stand, what can happen there and where that leads; norms, letters and the file follow from the event (`acts.ts`). */
export const chart = {
  description: 'The second opinion on the advice of an occupational physician, through the LPBSO.',
  type: 'parallel',
  states: {
    procedure: {
      description: 'From the request of the employee to what the own physician does with the second opinion.',
      meta: { clauses: ['L-01', 'L-02', 'E-07', 'W-14.2.g', 'W-14.4'] },
      initial: 'application',
      on: {
        'ownPhysician.replaced': { meta: { clauses: ['B-46', 'B-65', 'G-14', 'B-94'] } },
        'file.released': { guard: 'fileIsWithheld', meta: { clauses: ['D-2.14d.5', 'L-37', 'B-65'] } },
        'guidance.ended': { meta: { clauses: ['D-2.14d.6', 'B-78'] } },
        'employer.informed': { meta: { clauses: ['B-42', 'G-4', 'B-85'] } },
      },
      states: {
        application: {
          description: 'Application phase (LPBSO 1 to 3): from the request to an application that can be sent.',
          meta: { clauses: ['L-01', 'L-03', 'L-05', 'E-20'], term: 'engage' },
          initial: 'discussing',
          on: {
            'question.put': { meta: { clauses: ['E-20', 'L-16', 'B-48', 'G-5'] } },
            'adviceInForce.explained': { meta: { clauses: ['L-11', 'L-12', 'B-38'] } },
            'uwvRoute.chosen': { target: '#uwvRouteChosen', meta: { clauses: ['E-04', 'E-42', 'E-43', 'B-41'] } },
            'request.withdrawn': { target: '#withdrawn', meta: { clauses: ['B-39'] } },
            'employee.died': { target: '#lapsed', meta: { clauses: ['B-46', 'B-50'] } },
          },
          states: {
            discussing: {
              description: 'The own physician discusses with the employee which instrument suits best, and honours the request or refuses it.',
              meta: {
                clauses: ['D-2.14d.1', 'L-03', 'L-05', 'L-06', 'E-01', 'E-05', 'E-06', 'E-20', 'E-39', 'E-40', 'B-01', 'G-1', 'G-5', 'G-11'],
                waitsOn: {
                  ownPhysician: ['instrument.discussed', 'adviceInForce.explained', 'request.honoured', 'request.refused', 'request.foundOutOfScope'],
                },
              },
              always: { guard: 'recordIsOfTheSecondOpinionPhysician', target: '#awaitingResponse', meta: { clauses: ['L-22', 'L-23'] } },
              on: {
                'instrument.discussed': { meta: { clauses: ['L-06', 'L-07', 'E-04', 'E-41', 'E-42', 'B-02', 'G-3'] } },
                'request.honoured': { target: '#choosing', meta: { clauses: ['D-2.14d.3', 'W-14.2.g', 'L-08', 'E-17', 'E-21', 'B-02', 'B-08a'] } },
                'request.refused': {
                  target: '#refused',
                  meta: { clauses: ['D-2.14d.3', 'L-09', 'L-10', 'E-14', 'E-15', 'E-18', 'E-19', 'B-03', 'B-04', 'B-07'] },
                },
                'request.foundOutOfScope': { target: '#outOfScope', meta: { clauses: ['D-2.14d.1', 'E-39', 'E-40', 'B-05', 'B-43'] } },
                'application.sent': { target: '#awaitingResponse', meta: { clauses: ['E-21', 'L-13'], forbidden: true } },
              },
            },
            engaging: {
              description: 'A second-opinion physician is looked for.',
              initial: 'choosing',
              always: { guard: 'recordIsOfTheSecondOpinionPhysician', target: '#concluded', meta: { clauses: ['L-24'] } },
              on: {
                'instrument.discussed': { meta: { clauses: ['L-06', 'L-07'] } },
                'authorisation.signed': { meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22', 'B-62'] } },
                'authorisation.withheld': { meta: { clauses: ['L-18', 'B-19', 'B-62'] } },
                'authorisation.revoked': { meta: { clauses: ['D-2.14d.4', 'L-18', 'B-17', 'B-19'] } },
                'application.received': { guard: 'physicianTimedOutWithoutReceipt', meta: { clauses: ['L-23', 'B-88'] } },
                'application.declined': [
                  { guard: 'physicianTimedOutAndNobodyIsNext', target: '#choosing', meta: { clauses: ['L-20', 'L-24', 'B-87', 'B-88'] } },
                  { guard: 'physicianTimedOut', meta: { clauses: ['L-20', 'B-17', 'B-88'] } },
                ],
                'application.foundInfeasible': { guard: 'physicianTimedOut', meta: { clauses: ['L-19', 'B-17', 'B-88'] } },
                'application.accepted': [
                  { guard: 'physicianTimedOutAndRecordHoldsTheExecution', target: '#inviting', meta: { clauses: ['L-20', 'B-17'] } },
                  { guard: 'physicianTimedOut', target: '#underway', meta: { clauses: ['L-20', 'B-17'] } },
                ],
                'request.refused': { target: '#refused', meta: { clauses: ['L-08'], forbidden: true } },
              },
              states: {
                choosing: {
                  description: 'The employee chooses a second-opinion physician, and a second preference if they like.',
                  meta: {
                    clauses: ['D-2.14d.2', 'D-2.14d.3', 'L-13', 'L-14', 'L-15', 'E-07', 'E-08', 'E-22'],
                    waitsOn: { employee: ['physicians.chosen'] },
                  },
                  on: {
                    'request.lapsed': { target: '#lapsed', meta: { clauses: ['B-46', 'B-49'] } },
                    'physicians.chosen': {
                      target: '#preparing',
                      meta: {
                        clauses: ['D-2.14d.2', 'D-2.14d.3', 'L-13', 'L-14', 'L-25', 'E-08', 'E-13', 'E-22', 'B-09', 'B-10', 'B-11', 'B-12', 'B-12a'],
                      },
                    },
                    'application.sent': { target: '#awaitingResponse', meta: { clauses: ['L-13', 'L-25'], forbidden: true } },
                  },
                },
                preparing: {
                  description: 'The own physician draws up the application, asks for the authorisation, and sends it.',
                  meta: {
                    clauses: ['D-2.14d.3', 'D-2.14d.4', 'L-16', 'L-17', 'E-23', 'B-40'],
                    waitsOn: {
                      employee: ['question.put', 'physicians.chosen', 'authorisation.signed', 'authorisation.withheld'],
                      ownPhysician: ['instrument.discussed', 'adviceInForce.explained', 'application.sent'],
                    },
                  },
                  on: {
                    'physicians.chosen': { meta: { clauses: ['D-2.14d.3', 'L-13', 'L-25', 'E-08', 'B-18'] } },
                    'outsider.notEngaged': { target: '#choosing', meta: { clauses: ['B-12', 'E-13'] } },
                    'request.lapsed': { guard: 'authorisationIsAwaited', target: '#lapsed', meta: { clauses: ['B-46', 'B-49'] } },
                    'application.sent': {
                      target: '#awaitingResponse',
                      meta: { clauses: ['D-2.14d.3', 'D-2.14d.4', 'L-16', 'L-21', 'L-22', 'L-26', 'E-23', 'B-13', 'B-19', 'B-40'] },
                    },
                  },
                },
              },
            },
            reconsidering: {
              description: 'The second-opinion physician cannot do it without the data that are missing; the employee considers what to do.',
              meta: {
                clauses: ['L-18', 'L-19', 'B-20'],
                waitsOn: {
                  employee: ['authorisation.signed', 'physicians.chosen', 'uwvRoute.chosen', 'request.withdrawn'],
                  ownPhysician: ['application.sent'],
                },
              },
              on: {
                'request.lapsed': { target: '#lapsed', meta: { clauses: ['B-46', 'B-49'] } },
                'physicians.chosen': { target: '#preparing', meta: { clauses: ['D-2.14d.3', 'L-13', 'B-20'] } },
                'authorisation.signed': [
                  { guard: 'recipientIsEngagedAndSomebodyIsChosen', target: '#preparing', meta: { clauses: ['D-2.14d.4', 'L-17', 'B-20'] } },
                  { meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a'] } },
                ],
                'authorisation.withheld': { meta: { clauses: ['L-18', 'B-19'] } },
                'authorisation.revoked': { meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] } },
                'application.sent': { guard: 'applicationCanComeAgain', target: '#awaitingResponse', meta: { clauses: ['L-22', 'B-20', 'B-53'] } },
              },
            },
          },
        },
        execution: {
          description: 'Execution phase (LPBSO 4 to 7): from the application to the advice, forwarded or not.',
          meta: { clauses: ['L-01', 'L-23', 'E-03'], waitsOn: { ownPhysician: ['medicalData.sent'] } },
          initial: 'awaitingResponse',
          on: {
            'medicalData.sent': { meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b', 'B-53', 'B-67'] } },
            'employee.died': { target: '#lapsed', meta: { clauses: ['B-46', 'B-50'] } },
          },
          states: {
            awaitingResponse: {
              description: 'The second-opinion physician has one week to respond to the application.',
              meta: {
                clauses: ['L-20', 'L-23'],
                term: 'response',
                waitsOn: {
                  secondOpinionPhysician: ['application.received', 'application.accepted', 'application.declined', 'application.foundInfeasible'],
                },
              },
              on: {
                'request.withdrawn': { target: '#withdrawn', meta: { clauses: ['B-39', 'B-52'] } },
                'uwvRoute.chosen': { target: '#uwvRouteChosen', meta: { clauses: ['E-04', 'E-43', 'B-41', 'B-58'] } },
                'application.received': { guard: 'notYetReceived', meta: { clauses: ['L-20', 'L-23', 'B-14'] } },
                'application.accepted': [
                  { guard: 'recordHoldsTheExecution', target: '#inviting', meta: { clauses: ['L-20', 'B-17b'] } },
                  { target: '#underway', meta: { clauses: ['L-20'] } },
                ],
                'application.declined': [
                  { guard: 'someoneChosenIsNext', target: '#preparing', meta: { clauses: ['L-20', 'L-21', 'B-18', 'B-81', 'B-87'] } },
                  { target: '#choosing', meta: { clauses: ['L-20', 'L-24', 'L-25', 'B-18'] } },
                ],
                'response.overdue': [
                  { guard: 'someoneChosenIsNext', target: '#preparing', meta: { clauses: ['L-20', 'L-21', 'B-15', 'B-17', 'B-17a', 'B-81'] } },
                  { target: '#choosing', meta: { clauses: ['L-20', 'L-24', 'B-15', 'B-17', 'B-17a'] } },
                ],
                'application.foundInfeasible': { target: '#reconsidering', meta: { clauses: ['L-18', 'L-19', 'B-20', 'B-53'] } },
                'authorisation.signed': { meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22'] } },
                'authorisation.withheld': { meta: { clauses: ['L-18', 'B-19'] } },
                'authorisation.revoked': { meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] } },
              },
            },
            engaged: {
              description: 'A second-opinion physician has accepted, and there is no advice yet.',
              meta: { clauses: ['L-32', 'L-35', 'B-17b'], term: 'advise' },
              initial: 'consulting',
              on: {
                'request.withdrawn': { target: '#withdrawn', meta: { clauses: ['B-39', 'B-52'] } },
                'uwvRoute.chosen': { target: '#uwvRouteChosen', meta: { clauses: ['E-04', 'E-43', 'B-41', 'B-58'] } },
                'authorisation.signed': { meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22'] } },
                'authorisation.withheld': { meta: { clauses: ['L-18', 'B-19'] } },
                'authorisation.revoked': { meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] } },
                'engagement.ended': [
                  { guard: 'someoneChosenIsNext', target: '#preparing', meta: { clauses: ['L-21', 'L-24', 'B-18', 'B-57', 'B-81'] } },
                  { target: '#choosing', meta: { clauses: ['L-24', 'L-25', 'B-18', 'B-57'] } },
                ],
              },
              states: {
                consulting: {
                  description: 'Until there is a draft the second-opinion physician sees the employee and gathers information.',
                  initial: 'inviting',
                  on: {
                    'application.foundInfeasible': { target: '#reconsidering', meta: { clauses: ['L-18', 'L-19', 'B-20', 'B-53'] } },
                    'consultation.scheduled': { target: '#awaitingConsultation', meta: { clauses: ['L-27'] } },
                    'consultation.held': { target: '#assessing', meta: { clauses: ['L-27', 'L-28', 'L-29'] } },
                    'information.requested': { meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] } },
                    'information.received': { meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] } },
                  },
                  states: {
                    inviting: {
                      description: 'The second-opinion physician has accepted and in principle invites the employee for a consultation.',
                      meta: {
                        clauses: ['L-27', 'B-23'],
                        waitsOn: { secondOpinionPhysician: ['consultation.scheduled', 'consultation.held', 'consultation.waived'] },
                      },
                      on: {
                        'consultation.waived': { target: '#assessing', meta: { clauses: ['L-27', 'B-23'] } },
                        'request.lapsed': { target: '#lapsed', meta: { clauses: ['B-46', 'B-49'] } },
                      },
                    },
                    awaitingConsultation: {
                      description: 'A day for the consultation has been set.',
                      meta: { clauses: ['L-27', 'L-28'], waitsOn: { secondOpinionPhysician: ['consultation.held', 'consultation.missed'] } },
                      on: { 'consultation.missed': { target: '#inviting', meta: { clauses: ['L-27', 'B-23a'] } } },
                    },
                    assessing: {
                      description: 'The second-opinion physician forms the advice, and gathers more information where they need it.',
                      meta: { clauses: ['L-29', 'L-30', 'L-31', 'E-03', 'E-24'], waitsOn: { secondOpinionPhysician: ['draft.submitted'] } },
                      on: {
                        'draft.submitted': { target: '#reviewing', meta: { clauses: ['L-32', 'L-33', 'G-13'] } },
                        'advice.finalised': { target: '#awaitingConsent', meta: { clauses: ['L-33', 'G-13'], forbidden: true } },
                      },
                    },
                  },
                },
                drafted: {
                  description: 'There is a draft; what is new asks for another.',
                  initial: 'reviewing',
                  on: {
                    'information.requested': {
                      target: '#assessing',
                      meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                    },
                    'information.received': { target: '#assessing', meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] } },
                    'draft.submitted': { target: '#reviewing', meta: { clauses: ['L-32', 'L-33', 'G-13'] } },
                    'advice.discussed': { meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] } },
                    'advice.forwarded': { meta: { clauses: ['L-38', 'E-26', 'B-90'], forbidden: true } },
                  },
                  states: {
                    reviewing: {
                      description: 'The employee reads the draft advice and may report factual inaccuracies.',
                      meta: { clauses: ['L-32', 'L-33', 'L-34', 'B-26'], waitsOn: { employee: ['inaccuracies.reported', 'remarks.waived'] } },
                      on: {
                        'inaccuracies.reported': { target: '#finalising', meta: { clauses: ['L-34', 'B-26'] } },
                        'remarks.waived': { target: '#finalising', meta: { clauses: ['L-34', 'B-25'] } },
                        'remarks.timedOut': { target: '#finalising', meta: { clauses: ['L-34', 'B-25'] } },
                        'advice.finalised': { target: '#awaitingConsent', meta: { clauses: ['L-33', 'G-13'], forbidden: true } },
                      },
                    },
                    finalising: {
                      description: 'The second-opinion physician makes the advice final, using the remarks as they see fit.',
                      meta: { clauses: ['L-35', 'L-36'], waitsOn: { secondOpinionPhysician: ['advice.discussed', 'advice.finalised'] } },
                      on: { 'advice.finalised': { target: '#awaitingConsent', meta: { clauses: ['L-35', 'L-36'] } } },
                    },
                  },
                },
                underway: {
                  description: "The second opinion is in progress; the own physician's record sees no more of it.",
                  meta: { clauses: ['L-23', 'B-18b'], waitsOn: { secondOpinionPhysician: ['noCopy.announced', 'advice.forwarded'] } },
                  on: {
                    'application.foundInfeasible': { target: '#reconsidering', meta: { clauses: ['L-18', 'L-19', 'B-20', 'B-53'] } },
                    'noCopy.announced': { target: '#notForwarded', meta: { clauses: ['L-39'] } },
                    'advice.forwarded': { target: '#considering', meta: { clauses: ['D-2.14d.5', 'L-38', 'E-27'] } },
                    'advice.handedOver': { target: '#considering', meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] } },
                  },
                },
              },
            },
            advised: {
              description: 'The advice is final.',
              initial: 'awaitingConsent',
              on: {
                'advice.discussed': { meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] } },
                'advice.corrected': { target: '#awaitingConsent', meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] } },
                'forwarding.authorised': { target: '#forwarding', meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26'] } },
                'forwarding.withheld': { target: '#notForwarded', meta: { clauses: ['D-2.14d.5', 'L-39', 'E-26', 'B-30', 'B-31', 'B-89'] } },
                'advice.handedOver': { target: '#considering', meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] } },
              },
              states: {
                awaitingConsent: {
                  description: 'The employee has the advice and decides whether the own physician may have a copy.',
                  meta: {
                    clauses: ['D-2.14d.5', 'L-37', 'E-26', 'B-28'],
                    waitsOn: { secondOpinionPhysician: ['advice.discussed'], employee: ['forwarding.authorised', 'forwarding.withheld'] },
                  },
                  on: {
                    'forwarding.unanswered': { target: '#notForwarded', meta: { clauses: ['L-39', 'B-28'] } },
                    'advice.forwarded': { meta: { clauses: ['L-38', 'E-26', 'B-69'], forbidden: true } },
                  },
                },
                forwarding: {
                  description: 'The employee has signed for a copy to the own physician.',
                  meta: {
                    clauses: ['L-38', 'B-31', 'B-31a'],
                    term: 'forward',
                    waitsOn: {
                      secondOpinionPhysician: ['advice.discussed', 'advice.forwarded'],
                      employee: ['forwarding.authorised', 'advice.handedOver'],
                    },
                  },
                  always: { guard: 'copyWentBefore', target: '#considering', meta: { clauses: ['D-2.14d.5', 'L-40', 'B-69'] } },
                  on: {
                    'advice.forwarded': [
                      { guard: 'copyIsConsentedTo', target: '#considering', meta: { clauses: ['D-2.14d.5', 'L-38', 'E-27', 'B-31a'] } },
                      { meta: { clauses: ['D-2.14d.5', 'L-37', 'B-63', 'B-69'], forbidden: true } },
                    ],
                  },
                },
              },
            },
          },
        },
        completion: {
          description: 'Completion phase (LPBSO 8, and what follows): what the own physician does with the advice.',
          meta: { clauses: ['L-01', 'E-09', 'G-9'], term: ['decide', 'reasons'] },
          initial: 'considering',
          on: {
            'advice.corrected': { meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] } },
            'advice.handedOver': { guard: 'copyMayBeHandedOver', meta: { clauses: ['L-40', 'B-29', 'B-60'] } },
            'reasons.given': { guard: 'reasonsAreOwed', meta: { clauses: ['L-41', 'B-59', 'G-10'] } },
            'employee.died': { target: '#lapsed', meta: { clauses: ['B-46', 'B-50'] } },
          },
          states: {
            considering: {
              description: 'The own physician has a copy of the advice and considers it within a reasonable period.',
              meta: { clauses: ['D-2.14d.5', 'L-40', 'E-10', 'E-27', 'B-31b'], waitsOn: { ownPhysician: ['decision.made'] } },
              always: { guard: 'recordIsOfTheSecondOpinionPhysician', target: '#concluded', meta: { clauses: ['L-38'] } },
              on: {
                'decision.made': { target: '#decided', meta: { clauses: ['D-2.14d.5', 'L-41', 'E-09', 'E-10', 'E-28', 'G-10', 'B-75'] } },
                'transfer.requested': { target: '#consideringTransfer', meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32', 'B-80'] } },
              },
            },
            decided: {
              description: 'The own physician has said, with reasons, whether they adopt the advice in full, in part or not.',
              meta: { clauses: ['D-2.14d.6', 'L-41', 'E-28'], waitsOn: { ownPhysician: ['reasons.given'] } },
              on: {
                'decision.made': { meta: { clauses: ['D-2.14d.5', 'L-41', 'B-59', 'G-2'] } },
                'transfer.requested': { target: '#consideringTransfer', meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] } },
                'case.closed': { target: '#concluded', meta: { clauses: ['B-32', 'B-56'] } },
              },
            },
            transfer: {
              description: 'The employee wants another physician to guide them.',
              meta: { clauses: ['D-2.14d.6', 'E-30', 'E-31', 'B-92'], term: 'considerTransfer' },
              initial: 'consideringTransfer',
              on: {
                'decision.made': { meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32', 'B-59'] } },
                'transfer.withdrawn': [
                  { guard: 'wasConcluded', target: '#concluded', meta: { clauses: ['B-39'] } },
                  { guard: 'notYetDecided', target: '#considering', meta: { clauses: ['B-39'] } },
                  { target: '#decided', meta: { clauses: ['B-39'] } },
                ],
                'transfer.granted': { target: '#awaitingThirdPhysician', meta: { clauses: ['D-2.14d.6', 'E-31', 'B-34', 'G-8'] } },
                'transfer.refused': { target: '#transferRefused', meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'] } },
              },
              states: {
                consideringTransfer: {
                  description: 'The own physician considers the transfer, with the advice in view.',
                  meta: {
                    clauses: ['D-2.14d.6', 'E-30', 'E-31', 'B-33'],
                    waitsOn: { ownPhysician: ['decision.made', 'reasons.given', 'transfer.granted', 'transfer.refused'] },
                  },
                },
                awaitingThirdPhysician: {
                  description: 'A third physician has been proposed and accepts the guidance or declines it.',
                  meta: {
                    clauses: ['D-2.14d.6', 'E-31', 'G-8'],
                    waitsOn: {
                      thirdPhysician: ['transfer.accepted', 'transfer.declined'],
                      ownPhysician: ['decision.made', 'reasons.given', 'transfer.granted'],
                    },
                  },
                  on: {
                    'transfer.accepted': { target: '#transferred', meta: { clauses: ['D-2.14d.6', 'E-32', 'E-33', 'B-33', 'B-34a'] } },
                    'transfer.declined': { meta: { clauses: ['G-8'] } },
                  },
                },
              },
            },
            transferRefused: {
              description: 'The own physician does not transfer the guidance; the employee may ask the employer.',
              meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'], waitsOn: { ownPhysician: ['decision.made', 'reasons.given'] } },
              on: {
                'decision.made': { meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32', 'B-59'] } },
                'case.closed': { target: '#concluded', meta: { clauses: ['B-32', 'B-56'] } },
              },
            },
          },
        },
        ended: {
          description: 'The request ended without a second opinion; the employee may renew it.',
          initial: 'refused',
          on: { 'request.renewed': { guard: 'employeeLives', target: '#discussing', meta: { clauses: ['L-05', 'E-20', 'B-08', 'B-50'] } } },
          states: {
            refused: {
              description: 'The own physician has refused the request on compelling grounds.',
              meta: { clauses: ['D-2.14d.3', 'E-12', 'E-14', 'B-06'], term: 'reasons', waitsOn: { ownPhysician: ['reasons.given'] } },
              on: {
                'reasons.given': { guard: 'reasonsAreOwed', meta: { clauses: ['L-10', 'E-16', 'B-59'] } },
                'instrument.discussed': { meta: { clauses: ['L-06', 'B-06'] } },
                'request.honoured': { target: '#choosing', meta: { clauses: ['W-14.2.g', 'L-08', 'G-2'] } },
                'uwvRoute.chosen': { target: '#uwvRouteChosen', meta: { clauses: ['E-43', 'B-06', 'B-41'] } },
              },
            },
            outOfScope: {
              description: 'No right to a second opinion arises.',
              meta: { clauses: ['D-2.14d.1', 'B-05', 'B-43'], term: 'reasons', waitsOn: { ownPhysician: ['reasons.given'] } },
              on: {
                'reasons.given': { guard: 'reasonsAreOwed', meta: { clauses: ['L-10', 'B-05', 'B-59'] } },
                'request.honoured': { target: '#choosing', meta: { clauses: ['L-08', 'B-05', 'G-2'] } },
                'uwvRoute.chosen': { target: '#uwvRouteChosen', meta: { clauses: ['E-43', 'B-06', 'B-41'] } },
              },
            },
            uwvRouteChosen: {
              description: 'The employee has chosen the expert opinion of the UWV instead.',
              meta: { clauses: ['E-42', 'E-43', 'E-45', 'B-41', 'B-76'] },
            },
            withdrawn: {
              description: 'The employee has withdrawn the request.',
              meta: { clauses: ['B-39'] },
              on: {
                'advice.handedOver': { guard: 'secondOpinionMayHaveGoneOn', target: '#considering', meta: { clauses: ['L-40', 'B-29', 'B-52'] } },
              },
            },
            lapsed: { description: 'The employee died, or did not answer.', meta: { clauses: ['B-46', 'B-49', 'B-50'] } },
          },
        },
        notForwarded: {
          description: 'The own physician gets no copy; their guidance goes on.',
          meta: { clauses: ['D-2.14d.6', 'L-39', 'B-30'] },
          on: {
            'advice.discussed': { meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27', 'B-91'] } },
            'advice.corrected': { meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] } },
            'forwarding.authorised': { target: '#forwarding', meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26', 'B-91'] } },
            'advice.handedOver': { target: '#considering', meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] } },
            'advice.forwarded': [
              { guard: 'copyIsConsentedTo', target: '#considering', meta: { clauses: ['D-2.14d.5', 'L-38', 'B-30', 'B-91'] } },
              { meta: { clauses: ['L-38', 'L-39', 'B-69'], forbidden: true } },
            ],
            'decision.made': { meta: { clauses: ['L-40', 'B-51'], forbidden: true } },
          },
        },
        closing: {
          description: 'The guidance goes its own way; what is still owed to the employee can be done.',
          meta: { clauses: ['L-41', 'E-37', 'B-61'], term: ['decide', 'reasons'] },
          initial: 'concluded',
          on: {
            'decision.made': { meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32', 'B-59', 'B-61'] } },
            'reasons.given': { guard: 'reasonsAreOwed', meta: { clauses: ['L-41', 'B-59', 'G-10'] } },
            'advice.corrected': { guard: 'adviceIsFinal', meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] } },
            'advice.handedOver': { guard: 'copyMayBeHandedOver', meta: { clauses: ['L-40', 'B-29', 'B-60'] } },
          },
          states: {
            concluded: {
              description: 'The procedure has come to its end.',
              meta: { clauses: ['L-41', 'E-37'], waitsOn: { ownPhysician: ['decision.made', 'reasons.given'] } },
              on: {
                'transfer.requested': { target: '#consideringTransfer', meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] } },
                'employee.died': { guard: 'recordIsOfTheSecondOpinionPhysician', target: '#lapsed', meta: { clauses: ['B-46', 'B-50'] } },
                'authorisation.revoked': { guard: 'physicianTimedOut', meta: { clauses: ['D-2.14d.4', 'L-18', 'B-17'] } },
                'application.received': { guard: 'physicianTimedOutWithoutReceipt', meta: { clauses: ['L-23', 'B-88'] } },
                'application.declined': { guard: 'physicianTimedOut', meta: { clauses: ['L-20', 'B-17', 'B-88'] } },
                'application.foundInfeasible': { guard: 'physicianTimedOut', meta: { clauses: ['L-19', 'B-17', 'B-88'] } },
                'application.accepted': { guard: 'physicianTimedOut', target: '#inviting', meta: { clauses: ['L-20', 'B-17'] } },
              },
            },
            transferred: {
              description: 'A third physician guides the employee and takes the second opinion into account.',
              meta: { clauses: ['D-2.14d.6', 'E-32', 'E-33', 'B-33'], waitsOn: { ownPhysician: ['decision.made', 'reasons.given'] } },
            },
          },
        },
      },
    },
    employerRoute: {
      description: "The employer's road: beside the procedure, the employee may ask the employer for another physician.",
      meta: { clauses: ['E-34', 'E-35', 'B-36', 'B-37a', 'B-55'] },
      initial: 'none',
      on: { 'employer.asked': { guard: 'employerMayBeAsked', target: '#employerRoute.asked', meta: { clauses: ['E-34', 'B-36', 'B-37a', 'B-55'] } } },
      states: {
        none: { description: 'The employer was not asked.', meta: { clauses: ['B-55'] } },
        asked: {
          description: 'The employee has asked the employer for another physician.',
          meta: { clauses: ['E-34', 'B-36', 'B-55'], waitsOn: { employer: ['employer.agreed', 'employer.declined'] } },
          on: {
            'employer.notAsked': { target: '#employerRoute.none', meta: { clauses: ['E-34', 'B-55'] } },
            'employer.agreed': { target: '#employerRoute.answered', meta: { clauses: ['E-34', 'B-36'] } },
            'employer.declined': { target: '#employerRoute.answered', meta: { clauses: ['E-34', 'B-36'] } },
          },
        },
        answered: { description: 'The employer has answered; the employee may ask again.', meta: { clauses: ['E-34', 'B-36', 'B-55'] } },
      },
    },
    complaints: {
      description: 'Complaints: at every moment, any number, beside the procedure.',
      meta: { clauses: ['D-2.14e.1', 'D-2.14e.2', 'W-14.2.h', 'E-35', 'E-36', 'E-37', 'E-38', 'B-37'], term: 'complaint' },
      initial: 'none',
      on: { 'complaint.filed': { target: '#complaints.pending', meta: { clauses: ['D-2.14e.1', 'E-35', 'E-36', 'E-37', 'E-38', 'B-37'] } } },
      states: {
        none: { description: 'No complaint waits, and none was answered.', meta: { clauses: ['B-37'] } },
        pending: {
          description: 'A complaint waits for its answer.',
          meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'G-12'] },
          on: {
            'complaint.acknowledged': { meta: { clauses: ['D-2.14e.4', 'D-2.14e.5', 'G-12'] } },
            'complaint.progressed': { meta: { clauses: ['D-2.14e.3', 'D-2.14e.4'] } },
            'complaint.answered': [
              { guard: 'otherComplaintsWait', meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5', 'G-12'] } },
              { target: '#complaints.answered', meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5', 'G-12'] } },
            ],
            'complaint.withdrawn': [
              { guard: 'otherComplaintsWait', meta: { clauses: ['B-37'] } },
              { guard: 'aComplaintWasAnswered', target: '#complaints.answered', meta: { clauses: ['B-37'] } },
              { target: '#complaints.none', meta: { clauses: ['B-37'] } },
            ],
          },
        },
        answered: { description: 'No complaint waits any more, and at least one was answered.', meta: { clauses: ['D-2.14e.4'] } },
      },
    },
  },
} as const satisfies State;
