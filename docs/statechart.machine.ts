// The second opinion as one literal, to import into Stately Studio. Written by test/faithfulness.test.ts; do not edit it by hand.
// Each transition shows its route (or `isAllowed`) with the norms it asks, where it leads, its clauses and its letters. These are
// names only: nothing here runs the procedure. Host software uses the library itself.
import { createMachine } from 'xstate';

export const secondOpinionMachine = createMachine({
  id: 'secondOpinion',
  description: 'The second opinion on the advice of an occupational physician, through the LPBSO.',
  type: 'parallel',
  entry: { type: 'tell', params: { to: 'ownPhysician', about: 'requestMade', unless: 'recordIsOfTheSecondOpinionPhysician' } },
  states: {
    procedure: {
      id: 'procedure',
      description: 'From the request of the employee to what the own physician does with the second opinion.',
      meta: { clauses: ['L-01', 'L-02', 'E-07', 'W-14.2.g', 'W-14.4'] },
      initial: 'application',
      on: {
        'ownPhysician.replaced': [
          {
            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'actorsAreDistinct', 'physicianIsRegistered'] } },
            meta: { clauses: ['B-46', 'B-65', 'G-14', 'B-94'] },
            actions: [
              { type: 'tell', params: { to: 'employee', about: 'ownPhysicianReplaced' } },
              { type: 'tell', params: { to: 'ownPhysician', about: 'guidanceTakenOver' } },
              { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'ownPhysicianReplaced', when: 'secondOpinionIsInProgress' } },
              'evolve',
            ],
          },
        ],
        'file.released': [
          {
            guard: { type: 'fileIsWithheld', params: { norms: ['actorHoldsRole', 'datedInOrder', 'recipientIsOwnPhysician'] } },
            meta: { clauses: ['D-2.14d.5', 'L-37', 'B-65'] },
            actions: [{ type: 'tell', params: { to: 'ownPhysician', about: 'fileReleased', when: 'releasedToTheOwnPhysician' } }, 'evolve'],
          },
        ],
        'guidance.ended': [
          {
            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
            meta: { clauses: ['D-2.14d.6', 'B-78'] },
            actions: [
              { type: 'tell', params: { to: 'employee', about: 'guidanceEnded' } },
              { type: 'tell', params: { to: 'ownPhysician', about: 'guidanceEnded' } },
              'evolve',
            ],
          },
        ],
        'employer.informed': [
          {
            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeConsentsToTelling'] } },
            meta: { clauses: ['B-42', 'G-4', 'B-85'] },
            actions: [{ type: 'tell', params: { to: 'employee', about: 'employerInformed' } }, 'evolve'],
          },
        ],
      },
      states: {
        application: {
          id: 'application',
          description: 'Application phase (LPBSO 1 to 3): from the request to an application that can be sent.',
          meta: { clauses: ['L-01', 'L-03', 'L-05', 'E-20'], term: 'engage' },
          initial: 'discussing',
          tags: ['application', 'open'],
          on: {
            'question.put': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['E-20', 'L-16', 'B-48', 'G-5'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'questionPut' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'questionPut', when: 'physicianFoundItInfeasible' } },
                  'evolve',
                ],
              },
            ],
            'adviceInForce.explained': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-11', 'L-12', 'B-38'] },
                actions: ['evolve'],
              },
            ],
            'uwvRoute.chosen': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#uwvRouteChosen',
                meta: { clauses: ['E-04', 'E-42', 'E-43', 'B-41'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'uwvRouteChosen' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                  'evolve',
                ],
              },
            ],
            'request.withdrawn': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#withdrawn',
                meta: { clauses: ['B-39'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'requestWithdrawn' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                  'evolve',
                ],
              },
            ],
            'employee.died': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#lapsed',
                meta: { clauses: ['B-46', 'B-50'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'employeeDied' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'employeeDied' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'employeeDied' } },
                  'evolve',
                ],
              },
            ],
          },
          states: {
            discussing: {
              id: 'discussing',
              description: 'The own physician discusses with the employee which instrument suits best, and honours the request or refuses it.',
              meta: {
                clauses: ['D-2.14d.1', 'L-03', 'L-05', 'L-06', 'E-01', 'E-05', 'E-06', 'E-20', 'E-39', 'E-40', 'B-01', 'G-1', 'G-5', 'G-11'],
                waitsOn: {
                  ownPhysician: ['instrument.discussed', 'adviceInForce.explained', 'request.honoured', 'request.refused', 'request.foundOutOfScope'],
                },
              },
              entry: { type: 'enter', params: { step: 'application.discussing' } },
              always: { guard: { type: 'recordIsOfTheSecondOpinionPhysician' }, target: '#awaitingResponse', meta: { clauses: ['L-22', 'L-23'] } },
              on: {
                'instrument.discussed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-06', 'L-07', 'E-04', 'E-41', 'E-42', 'B-02', 'G-3'] },
                    actions: ['evolve'],
                  },
                ],
                'request.honoured': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered'] } },
                    target: '#choosing',
                    meta: { clauses: ['D-2.14d.3', 'W-14.2.g', 'L-08', 'E-17', 'E-21', 'B-02', 'B-08a'] },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'requestHonoured' } }, 'evolve'],
                  },
                ],
                'request.refused': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: {
                        norms: [
                          'actorHoldsRole',
                          'datedInOrder',
                          'instrumentWasDiscussed',
                          'groundIsNamed',
                          'groundIsCompelling',
                          'earlierOpinionIsNamed',
                          'requestWasNotHonoured',
                          'reasonsAreInWriting',
                          'physicianIsRegistered',
                        ],
                      },
                    },
                    target: '#refused',
                    meta: { clauses: ['D-2.14d.3', 'L-09', 'L-10', 'E-14', 'E-15', 'E-18', 'E-19', 'B-03', 'B-04', 'B-07'] },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'requestRefused' } }, 'evolve'],
                  },
                ],
                'request.foundOutOfScope': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'reasonsAreInWriting', 'physicianIsRegistered'] },
                    },
                    target: '#outOfScope',
                    meta: { clauses: ['D-2.14d.1', 'E-39', 'E-40', 'B-05', 'B-43'] },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'requestOutOfScope' } }, 'evolve'],
                  },
                ],
                'application.sent': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: {
                        norms: [
                          'actorHoldsRole',
                          'datedInOrder',
                          'actorsAreDistinct',
                          'instrumentWasDiscussed',
                          'adviceInForceWasExplained',
                          'physicianIsIndependent',
                          'physicianIsOfAnotherService',
                          'physicianIsRegistered',
                          'sentToTheChosen',
                          'questionIsPut',
                          'recipientIsAuthorised',
                        ],
                      },
                    },
                    target: '#awaitingResponse',
                    meta: { clauses: ['E-21', 'L-13'], forbidden: true },
                    actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }, 'evolve'],
                  },
                ],
              },
            },
            engaging: {
              id: 'engaging',
              description: 'A second-opinion physician is looked for.',
              initial: 'choosing',
              always: { guard: { type: 'recordIsOfTheSecondOpinionPhysician' }, target: '#concluded', meta: { clauses: ['L-24'] } },
              on: {
                'instrument.discussed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-06', 'L-07'] },
                    actions: ['evolve'],
                  },
                ],
                'authorisation.signed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'consentIsDocumented'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22', 'B-62'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.withheld': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-18', 'B-19', 'B-62'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.revoked': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-18', 'B-17', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'application.received': [
                  {
                    guard: { type: 'physicianTimedOutWithoutReceipt', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-23', 'B-88'] },
                    actions: ['evolve'],
                  },
                ],
                'application.declined': [
                  {
                    guard: { type: 'physicianTimedOutAndNobodyIsNext', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#choosing',
                    meta: { clauses: ['L-20', 'L-24', 'B-87', 'B-88'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'tell', params: { to: 'employee', about: 'physicianUnavailable', when: 'someoneChosenIsNext' } },
                      { type: 'tell', params: { to: 'employee', about: 'chooseAnotherPhysician', unless: 'someoneChosenIsNext' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-20', 'B-17', 'B-88'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'tell', params: { to: 'employee', about: 'physicianUnavailable', when: 'someoneChosenIsNext' } },
                      { type: 'tell', params: { to: 'employee', about: 'chooseAnotherPhysician', unless: 'someoneChosenIsNext' } },
                      'evolve',
                    ],
                  },
                ],
                'application.foundInfeasible': [
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder', 'dataAreMissing'] } },
                    meta: { clauses: ['L-19', 'B-17', 'B-88'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                      'evolve',
                    ],
                  },
                ],
                'application.accepted': [
                  {
                    guard: { type: 'physicianTimedOutAndRecordHoldsTheExecution', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#inviting',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#underway',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                      'evolve',
                    ],
                  },
                ],
                'request.refused': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: {
                        norms: [
                          'actorHoldsRole',
                          'datedInOrder',
                          'instrumentWasDiscussed',
                          'groundIsNamed',
                          'groundIsCompelling',
                          'earlierOpinionIsNamed',
                          'requestWasNotHonoured',
                          'reasonsAreInWriting',
                          'physicianIsRegistered',
                        ],
                      },
                    },
                    target: '#refused',
                    meta: { clauses: ['L-08'], forbidden: true },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'requestRefused' } }, 'evolve'],
                  },
                ],
              },
              states: {
                choosing: {
                  id: 'choosing',
                  description: 'The employee chooses a second-opinion physician, and a second preference if they like.',
                  meta: {
                    clauses: ['D-2.14d.2', 'D-2.14d.3', 'L-13', 'L-14', 'L-15', 'E-07', 'E-08', 'E-22'],
                    waitsOn: { employee: ['physicians.chosen'] },
                  },
                  entry: { type: 'enter', params: { step: 'application.choosing' } },
                  on: {
                    'request.lapsed': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeWasReminded'] } },
                        target: '#lapsed',
                        meta: { clauses: ['B-46', 'B-49'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'requestLapsed' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'requestLapsed' } },
                          { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestLapsed' } },
                          'evolve',
                        ],
                      },
                    ],
                    'physicians.chosen': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: {
                            norms: [
                              'actorHoldsRole',
                              'datedInOrder',
                              'actorsAreDistinct',
                              'physicianIsIndependent',
                              'physicianIsOfAnotherService',
                              'physicianIsRegistered',
                              'preferencesDiffer',
                            ],
                          },
                        },
                        target: '#preparing',
                        meta: {
                          clauses: [
                            'D-2.14d.2',
                            'D-2.14d.3',
                            'L-13',
                            'L-14',
                            'L-25',
                            'E-08',
                            'E-13',
                            'E-22',
                            'B-09',
                            'B-10',
                            'B-11',
                            'B-12',
                            'B-12a',
                          ],
                        },
                        actions: [
                          { type: 'tell', params: { to: 'ownPhysician', about: 'physiciansChosen' } },
                          { type: 'tell', params: { to: 'employee', about: 'authorisationAsked', when: 'authorisationIsToBeAsked' } },
                          'evolve',
                        ],
                      },
                    ],
                    'application.sent': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: {
                            norms: [
                              'actorHoldsRole',
                              'datedInOrder',
                              'actorsAreDistinct',
                              'instrumentWasDiscussed',
                              'adviceInForceWasExplained',
                              'physicianIsIndependent',
                              'physicianIsOfAnotherService',
                              'physicianIsRegistered',
                              'sentToTheChosen',
                              'questionIsPut',
                              'recipientIsAuthorised',
                            ],
                          },
                        },
                        target: '#awaitingResponse',
                        meta: { clauses: ['L-13', 'L-25'], forbidden: true },
                        actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }, 'evolve'],
                      },
                    ],
                  },
                },
                preparing: {
                  id: 'preparing',
                  description: 'The own physician draws up the application, asks for the authorisation, and sends it.',
                  meta: {
                    clauses: ['D-2.14d.3', 'D-2.14d.4', 'L-16', 'L-17', 'E-23', 'B-40'],
                    waitsOn: {
                      employee: ['question.put', 'physicians.chosen', 'authorisation.signed', 'authorisation.withheld'],
                      ownPhysician: ['instrument.discussed', 'adviceInForce.explained', 'application.sent'],
                    },
                  },
                  entry: { type: 'enter', params: { step: 'application.preparing' } },
                  on: {
                    'physicians.chosen': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: {
                            norms: [
                              'actorHoldsRole',
                              'datedInOrder',
                              'actorsAreDistinct',
                              'physicianIsIndependent',
                              'physicianIsOfAnotherService',
                              'physicianIsRegistered',
                              'preferencesDiffer',
                            ],
                          },
                        },
                        meta: { clauses: ['D-2.14d.3', 'L-13', 'L-25', 'E-08', 'B-18'] },
                        actions: [
                          { type: 'tell', params: { to: 'ownPhysician', about: 'physiciansChosen' } },
                          { type: 'tell', params: { to: 'employee', about: 'authorisationAsked', when: 'authorisationIsToBeAsked' } },
                          'evolve',
                        ],
                      },
                    ],
                    'outsider.notEngaged': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'choiceIsOutsideContract'] } },
                        target: '#choosing',
                        meta: { clauses: ['B-12', 'E-13'] },
                        actions: [{ type: 'tell', params: { to: 'employee', about: 'outsiderNotEngaged' } }, 'evolve'],
                      },
                    ],
                    'request.lapsed': [
                      {
                        guard: { type: 'authorisationIsAwaited', params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeWasReminded'] } },
                        target: '#lapsed',
                        meta: { clauses: ['B-46', 'B-49'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'requestLapsed' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'requestLapsed' } },
                          { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestLapsed' } },
                          'evolve',
                        ],
                      },
                    ],
                    'application.sent': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: {
                            norms: [
                              'actorHoldsRole',
                              'datedInOrder',
                              'actorsAreDistinct',
                              'instrumentWasDiscussed',
                              'adviceInForceWasExplained',
                              'physicianIsIndependent',
                              'physicianIsOfAnotherService',
                              'physicianIsRegistered',
                              'sentToTheChosen',
                              'questionIsPut',
                              'recipientIsAuthorised',
                            ],
                          },
                        },
                        target: '#awaitingResponse',
                        meta: { clauses: ['D-2.14d.3', 'D-2.14d.4', 'L-16', 'L-21', 'L-22', 'L-26', 'E-23', 'B-13', 'B-19', 'B-40'] },
                        actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }, 'evolve'],
                      },
                    ],
                  },
                },
              },
            },
            reconsidering: {
              id: 'reconsidering',
              description: 'The second-opinion physician cannot do it without the data that are missing; the employee considers what to do.',
              meta: {
                clauses: ['L-18', 'L-19', 'B-20'],
                waitsOn: {
                  employee: ['authorisation.signed', 'physicians.chosen', 'uwvRoute.chosen', 'request.withdrawn'],
                  ownPhysician: ['application.sent'],
                },
              },
              entry: { type: 'enter', params: { step: 'application.reconsidering' } },
              on: {
                'request.lapsed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeWasReminded'] } },
                    target: '#lapsed',
                    meta: { clauses: ['B-46', 'B-49'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'requestLapsed' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'requestLapsed' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestLapsed' } },
                      'evolve',
                    ],
                  },
                ],
                'physicians.chosen': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: {
                        norms: [
                          'actorHoldsRole',
                          'datedInOrder',
                          'actorsAreDistinct',
                          'physicianIsIndependent',
                          'physicianIsOfAnotherService',
                          'physicianIsRegistered',
                          'preferencesDiffer',
                        ],
                      },
                    },
                    target: '#preparing',
                    meta: { clauses: ['D-2.14d.3', 'L-13', 'B-20'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'physiciansChosen' } },
                      { type: 'tell', params: { to: 'employee', about: 'authorisationAsked', when: 'authorisationIsToBeAsked' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.signed': [
                  {
                    guard: {
                      type: 'recipientIsEngagedAndSomebodyIsChosen',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'consentIsDocumented'] },
                    },
                    target: '#preparing',
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-20'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'consentIsDocumented'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.withheld': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-18', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.revoked': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'application.sent': [
                  {
                    guard: {
                      type: 'applicationCanComeAgain',
                      params: {
                        norms: [
                          'actorHoldsRole',
                          'datedInOrder',
                          'actorsAreDistinct',
                          'instrumentWasDiscussed',
                          'adviceInForceWasExplained',
                          'physicianIsIndependent',
                          'physicianIsOfAnotherService',
                          'physicianIsRegistered',
                          'sentToTheChosen',
                          'questionIsPut',
                          'recipientIsAuthorised',
                        ],
                      },
                    },
                    target: '#awaitingResponse',
                    meta: { clauses: ['L-22', 'B-20', 'B-53'] },
                    actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }, 'evolve'],
                  },
                ],
              },
            },
          },
        },
        execution: {
          id: 'execution',
          description: 'Execution phase (LPBSO 4 to 7): from the application to the advice, forwarded or not.',
          meta: { clauses: ['L-01', 'L-23', 'E-03'], waitsOn: { ownPhysician: ['medicalData.sent'] } },
          initial: 'awaitingResponse',
          tags: ['execution', 'open'],
          on: {
            'medicalData.sent': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'sentToTheChosen', 'recipientIsAuthorised'] } },
                meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b', 'B-53', 'B-67'] },
                actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'medicalDataSent', when: 'sentToTheEngaged' } }, 'evolve'],
              },
            ],
            'employee.died': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#lapsed',
                meta: { clauses: ['B-46', 'B-50'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'employeeDied' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'employeeDied' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'employeeDied' } },
                  'evolve',
                ],
              },
            ],
          },
          states: {
            awaitingResponse: {
              id: 'awaitingResponse',
              description: 'The second-opinion physician has one week to respond to the application.',
              meta: {
                clauses: ['L-20', 'L-23'],
                term: 'response',
                waitsOn: {
                  secondOpinionPhysician: ['application.received', 'application.accepted', 'application.declined', 'application.foundInfeasible'],
                },
              },
              entry: { type: 'enter', params: { step: 'execution.awaitingResponse' } },
              on: {
                'request.withdrawn': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#withdrawn',
                    meta: { clauses: ['B-39', 'B-52'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'requestWithdrawn' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                      'evolve',
                    ],
                  },
                ],
                'uwvRoute.chosen': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#uwvRouteChosen',
                    meta: { clauses: ['E-04', 'E-43', 'B-41', 'B-58'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'uwvRouteChosen' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                      'evolve',
                    ],
                  },
                ],
                'application.received': [
                  {
                    guard: { type: 'notYetReceived', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-20', 'L-23', 'B-14'] },
                    actions: ['evolve'],
                  },
                ],
                'application.accepted': [
                  {
                    guard: { type: 'recordHoldsTheExecution', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#inviting',
                    meta: { clauses: ['L-20', 'B-17b'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#underway',
                    meta: { clauses: ['L-20'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                      'evolve',
                    ],
                  },
                ],
                'application.declined': [
                  {
                    guard: { type: 'someoneChosenIsNext', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#preparing',
                    meta: { clauses: ['L-20', 'L-21', 'B-18', 'B-81', 'B-87'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'tell', params: { to: 'employee', about: 'physicianUnavailable' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#choosing',
                    meta: { clauses: ['L-20', 'L-24', 'L-25', 'B-18'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'tell', params: { to: 'employee', about: 'chooseAnotherPhysician' } },
                      'evolve',
                    ],
                  },
                ],
                'response.overdue': [
                  {
                    guard: { type: 'someoneChosenIsNext', params: { norms: ['actorHoldsRole', 'datedInOrder', 'responseTermHasPassed'] } },
                    target: '#preparing',
                    meta: { clauses: ['L-20', 'L-21', 'B-15', 'B-17', 'B-17a', 'B-81'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'responseOverdue' } },
                      { type: 'tell', params: { to: 'employee', about: 'physicianUnavailable' } },
                      { type: 'tell', params: { to: 'employee', about: 'waitingRemainsPossible' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'responseTermHasPassed'] } },
                    target: '#choosing',
                    meta: { clauses: ['L-20', 'L-24', 'B-15', 'B-17', 'B-17a'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'responseOverdue' } },
                      { type: 'tell', params: { to: 'employee', about: 'chooseAnotherPhysician' } },
                      { type: 'tell', params: { to: 'employee', about: 'waitingRemainsPossible' } },
                      'evolve',
                    ],
                  },
                ],
                'application.foundInfeasible': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'dataAreMissing'] } },
                    target: '#reconsidering',
                    meta: { clauses: ['L-18', 'L-19', 'B-20', 'B-53'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.signed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'consentIsDocumented'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.withheld': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-18', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.revoked': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
            engaged: {
              id: 'engaged',
              description: 'A second-opinion physician has accepted, and there is no advice yet.',
              meta: { clauses: ['L-32', 'L-35', 'B-17b'], term: 'advise' },
              initial: 'consulting',
              on: {
                'request.withdrawn': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#withdrawn',
                    meta: { clauses: ['B-39', 'B-52'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'requestWithdrawn' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                      'evolve',
                    ],
                  },
                ],
                'uwvRoute.chosen': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#uwvRouteChosen',
                    meta: { clauses: ['E-04', 'E-43', 'B-41', 'B-58'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'uwvRouteChosen' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.signed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'consentIsDocumented'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.withheld': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-18', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.revoked': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'engagement.ended': [
                  {
                    guard: { type: 'someoneChosenIsNext', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#preparing',
                    meta: { clauses: ['L-21', 'L-24', 'B-18', 'B-57', 'B-81'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'engagementEnded' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'engagementEnded', holding: 'before' } },
                      { type: 'tell', params: { to: 'employee', about: 'physicianUnavailable' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#choosing',
                    meta: { clauses: ['L-24', 'L-25', 'B-18', 'B-57'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'engagementEnded' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'engagementEnded', holding: 'before' } },
                      { type: 'tell', params: { to: 'employee', about: 'chooseAnotherPhysician' } },
                      'evolve',
                    ],
                  },
                ],
              },
              states: {
                consulting: {
                  id: 'consulting',
                  description: 'Until there is a draft the second-opinion physician sees the employee and gathers information.',
                  initial: 'inviting',
                  on: {
                    'application.foundInfeasible': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'dataAreMissing'] } },
                        target: '#reconsidering',
                        meta: { clauses: ['L-18', 'L-19', 'B-20', 'B-53'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                          'evolve',
                        ],
                      },
                    ],
                    'consultation.scheduled': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                        target: '#awaitingConsultation',
                        meta: { clauses: ['L-27'] },
                        actions: [{ type: 'tell', params: { to: 'employee', about: 'consultationScheduled' } }, 'evolve'],
                      },
                    ],
                    'consultation.held': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'identityWasEstablished'] } },
                        target: '#assessing',
                        meta: { clauses: ['L-27', 'L-28', 'L-29'] },
                        actions: ['evolve'],
                      },
                    ],
                    'information.requested': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeConsentsToSource', 'employeeConsentsToOwnPhysician'] },
                        },
                        meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                        actions: [
                          { type: 'tell', params: { to: 'ownPhysician', about: 'informationAsked', when: 'ownPhysicianIsAsked' } },
                          { type: 'tell', params: { to: 'employer', about: 'informationAsked', when: 'workIsAskedWithConsent' } },
                          'evolve',
                        ],
                      },
                    ],
                    'information.received': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeConsentsToSource', 'employeeConsentsToOwnPhysician'] },
                        },
                        meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] },
                        actions: ['evolve'],
                      },
                    ],
                  },
                  states: {
                    inviting: {
                      id: 'inviting',
                      description: 'The second-opinion physician has accepted and in principle invites the employee for a consultation.',
                      meta: {
                        clauses: ['L-27', 'B-23'],
                        waitsOn: { secondOpinionPhysician: ['consultation.scheduled', 'consultation.held', 'consultation.waived'] },
                      },
                      entry: { type: 'enter', params: { step: 'execution.inviting' } },
                      on: {
                        'consultation.waived': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'waiverHasReasons'] } },
                            target: '#assessing',
                            meta: { clauses: ['L-27', 'B-23'] },
                            actions: [{ type: 'tell', params: { to: 'employee', about: 'consultationWaived' } }, 'evolve'],
                          },
                        ],
                        'request.lapsed': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeWasReminded'] } },
                            target: '#lapsed',
                            meta: { clauses: ['B-46', 'B-49'] },
                            actions: [
                              { type: 'tell', params: { to: 'employee', about: 'requestLapsed' } },
                              { type: 'tell', params: { to: 'ownPhysician', about: 'requestLapsed' } },
                              { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestLapsed' } },
                              'evolve',
                            ],
                          },
                        ],
                      },
                    },
                    awaitingConsultation: {
                      id: 'awaitingConsultation',
                      description: 'A day for the consultation has been set.',
                      meta: { clauses: ['L-27', 'L-28'], waitsOn: { secondOpinionPhysician: ['consultation.held', 'consultation.missed'] } },
                      entry: { type: 'enter', params: { step: 'execution.awaitingConsultation' } },
                      on: {
                        'consultation.missed': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                            target: '#inviting',
                            meta: { clauses: ['L-27', 'B-23a'] },
                            actions: [{ type: 'tell', params: { to: 'employee', about: 'consultationMissed' } }, 'evolve'],
                          },
                        ],
                      },
                    },
                    assessing: {
                      id: 'assessing',
                      description: 'The second-opinion physician forms the advice, and gathers more information where they need it.',
                      meta: { clauses: ['L-29', 'L-30', 'L-31', 'E-03', 'E-24'], waitsOn: { secondOpinionPhysician: ['draft.submitted'] } },
                      entry: { type: 'enter', params: { step: 'execution.assessing' } },
                      on: {
                        'draft.submitted': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                            target: '#reviewing',
                            meta: { clauses: ['L-32', 'L-33', 'G-13'] },
                            actions: [{ type: 'tell', params: { to: 'employee', about: 'draftSubmitted' } }, 'evolve'],
                          },
                        ],
                        'advice.finalised': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'draftWasReviewed'] } },
                            target: '#awaitingConsent',
                            meta: { clauses: ['L-33', 'G-13'], forbidden: true },
                            actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceFinalised' } }, 'evolve'],
                          },
                        ],
                      },
                    },
                  },
                },
                drafted: {
                  id: 'drafted',
                  description: 'There is a draft; what is new asks for another.',
                  initial: 'reviewing',
                  on: {
                    'information.requested': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeConsentsToSource', 'employeeConsentsToOwnPhysician'] },
                        },
                        target: '#assessing',
                        meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                        actions: [
                          { type: 'tell', params: { to: 'ownPhysician', about: 'informationAsked', when: 'ownPhysicianIsAsked' } },
                          { type: 'tell', params: { to: 'employer', about: 'informationAsked', when: 'workIsAskedWithConsent' } },
                          'evolve',
                        ],
                      },
                    ],
                    'information.received': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeConsentsToSource', 'employeeConsentsToOwnPhysician'] },
                        },
                        target: '#assessing',
                        meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] },
                        actions: ['evolve'],
                      },
                    ],
                    'draft.submitted': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                        target: '#reviewing',
                        meta: { clauses: ['L-32', 'L-33', 'G-13'] },
                        actions: [{ type: 'tell', params: { to: 'employee', about: 'draftSubmitted' } }, 'evolve'],
                      },
                    ],
                    'advice.discussed': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'waiverIsDocumented'] } },
                        meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] },
                        actions: ['evolve'],
                      },
                    ],
                    'advice.forwarded': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] },
                        },
                        meta: { clauses: ['L-38', 'E-26', 'B-90'], forbidden: true },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'adviceForwarded', when: 'copyIsConsentedTo' } },
                          { type: 'tell', params: { to: 'employee', about: 'forwardedWithoutConsent', unless: 'copyIsConsentedTo' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded', when: 'copyIsConsentedTo' } },
                          'evolve',
                        ],
                      },
                    ],
                  },
                  states: {
                    reviewing: {
                      id: 'reviewing',
                      description: 'The employee reads the draft advice and may report factual inaccuracies.',
                      meta: { clauses: ['L-32', 'L-33', 'L-34', 'B-26'], waitsOn: { employee: ['inaccuracies.reported', 'remarks.waived'] } },
                      entry: { type: 'enter', params: { step: 'execution.reviewing' } },
                      on: {
                        'inaccuracies.reported': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                            target: '#finalising',
                            meta: { clauses: ['L-34', 'B-26'] },
                            actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'inaccuraciesReported' } }, 'evolve'],
                          },
                        ],
                        'remarks.waived': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                            target: '#finalising',
                            meta: { clauses: ['L-34', 'B-25'] },
                            actions: [{ type: 'tell', params: { to: 'secondOpinionPhysician', about: 'remarksWaived' } }, 'evolve'],
                          },
                        ],
                        'remarks.timedOut': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'reviewPeriodHasPassed'] } },
                            target: '#finalising',
                            meta: { clauses: ['L-34', 'B-25'] },
                            actions: ['evolve'],
                          },
                        ],
                        'advice.finalised': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'draftWasReviewed'] } },
                            target: '#awaitingConsent',
                            meta: { clauses: ['L-33', 'G-13'], forbidden: true },
                            actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceFinalised' } }, 'evolve'],
                          },
                        ],
                      },
                    },
                    finalising: {
                      id: 'finalising',
                      description: 'The second-opinion physician makes the advice final, using the remarks as they see fit.',
                      meta: { clauses: ['L-35', 'L-36'], waitsOn: { secondOpinionPhysician: ['advice.discussed', 'advice.finalised'] } },
                      entry: { type: 'enter', params: { step: 'execution.finalising' } },
                      on: {
                        'advice.finalised': [
                          {
                            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'draftWasReviewed'] } },
                            target: '#awaitingConsent',
                            meta: { clauses: ['L-35', 'L-36'] },
                            actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceFinalised' } }, 'evolve'],
                          },
                        ],
                      },
                    },
                  },
                },
                underway: {
                  id: 'underway',
                  description: "The second opinion is in progress; the own physician's record sees no more of it.",
                  meta: { clauses: ['L-23', 'B-18b'], waitsOn: { secondOpinionPhysician: ['noCopy.announced', 'advice.forwarded'] } },
                  entry: { type: 'enter', params: { step: 'execution.underway' } },
                  on: {
                    'application.foundInfeasible': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'dataAreMissing'] } },
                        target: '#reconsidering',
                        meta: { clauses: ['L-18', 'L-19', 'B-20', 'B-53'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                          'evolve',
                        ],
                      },
                    ],
                    'noCopy.announced': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                        target: '#notForwarded',
                        meta: { clauses: ['L-39'] },
                        actions: [{ type: 'tell', params: { to: 'ownPhysician', about: 'noCopy' } }, 'evolve'],
                      },
                    ],
                    'advice.forwarded': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] },
                        },
                        target: '#considering',
                        meta: { clauses: ['D-2.14d.5', 'L-38', 'E-27'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'adviceForwarded', when: 'copyIsConsentedTo' } },
                          { type: 'tell', params: { to: 'employee', about: 'forwardedWithoutConsent', unless: 'copyIsConsentedTo' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded', when: 'copyIsConsentedTo' } },
                          'evolve',
                        ],
                      },
                    ],
                    'advice.handedOver': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                        target: '#considering',
                        meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
                        actions: [
                          { type: 'tell', params: { to: 'ownPhysician', about: 'adviceHandedOver' } },
                          { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' } },
                          { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                          'evolve',
                        ],
                      },
                    ],
                  },
                },
              },
            },
            advised: {
              id: 'advised',
              description: 'The advice is final.',
              initial: 'awaitingConsent',
              on: {
                'advice.discussed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'waiverIsDocumented'] } },
                    meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] },
                    actions: ['evolve'],
                  },
                ],
                'advice.corrected': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#awaitingConsent',
                    meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceCorrected' } }, 'evolve'],
                  },
                ],
                'forwarding.authorised': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'recipientIsOwnPhysician', 'consentIsDocumented'] },
                    },
                    target: '#forwarding',
                    meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26'] },
                    actions: [
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'forwardingAuthorised' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded', when: 'copyIsAuthorisedAfterwards' } },
                      'evolve',
                    ],
                  },
                ],
                'forwarding.withheld': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#notForwarded',
                    meta: { clauses: ['D-2.14d.5', 'L-39', 'E-26', 'B-30', 'B-31', 'B-89'] },
                    actions: [
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'forwardingWithheld' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'noCopy', when: 'noCopyIsNews' } },
                      'evolve',
                    ],
                  },
                ],
                'advice.handedOver': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#considering',
                    meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'adviceHandedOver' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
              },
              states: {
                awaitingConsent: {
                  id: 'awaitingConsent',
                  description: 'The employee has the advice and decides whether the own physician may have a copy.',
                  meta: {
                    clauses: ['D-2.14d.5', 'L-37', 'E-26', 'B-28'],
                    waitsOn: { secondOpinionPhysician: ['advice.discussed'], employee: ['forwarding.authorised', 'forwarding.withheld'] },
                  },
                  entry: { type: 'enter', params: { step: 'execution.awaitingConsent' } },
                  on: {
                    'forwarding.unanswered': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'employeeWasReminded'] } },
                        target: '#notForwarded',
                        meta: { clauses: ['L-39', 'B-28'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'forwardingUnanswered' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'noCopy', when: 'noCopyIsNews' } },
                          'evolve',
                        ],
                      },
                    ],
                    'advice.forwarded': [
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] },
                        },
                        meta: { clauses: ['L-38', 'E-26', 'B-69'], forbidden: true },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'adviceForwarded', when: 'copyIsConsentedTo' } },
                          { type: 'tell', params: { to: 'employee', about: 'forwardedWithoutConsent', unless: 'copyIsConsentedTo' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded', when: 'copyIsConsentedTo' } },
                          'evolve',
                        ],
                      },
                    ],
                  },
                },
                forwarding: {
                  id: 'forwarding',
                  description: 'The employee has signed for a copy to the own physician.',
                  meta: {
                    clauses: ['L-38', 'B-31', 'B-31a'],
                    term: 'forward',
                    waitsOn: {
                      secondOpinionPhysician: ['advice.discussed', 'advice.forwarded'],
                      employee: ['forwarding.authorised', 'advice.handedOver'],
                    },
                  },
                  entry: { type: 'enter', params: { step: 'execution.forwarding' } },
                  always: { guard: { type: 'copyWentBefore' }, target: '#considering', meta: { clauses: ['D-2.14d.5', 'L-40', 'B-69'] } },
                  on: {
                    'advice.forwarded': [
                      {
                        guard: {
                          type: 'copyIsConsentedTo',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] },
                        },
                        target: '#considering',
                        meta: { clauses: ['D-2.14d.5', 'L-38', 'E-27', 'B-31a'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'adviceForwarded' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded' } },
                          'evolve',
                        ],
                      },
                      {
                        guard: {
                          type: 'isAllowed',
                          params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] },
                        },
                        meta: { clauses: ['D-2.14d.5', 'L-37', 'B-63', 'B-69'], forbidden: true },
                        actions: [{ type: 'tell', params: { to: 'employee', about: 'forwardedWithoutConsent' } }, 'evolve'],
                      },
                    ],
                  },
                },
              },
            },
          },
        },
        completion: {
          id: 'completion',
          description: 'Completion phase (LPBSO 8, and what follows): what the own physician does with the advice.',
          meta: { clauses: ['L-01', 'E-09', 'G-9'], term: ['decide', 'reasons'] },
          initial: 'considering',
          tags: ['completion', 'open'],
          on: {
            'advice.corrected': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceCorrected' } }, 'evolve'],
              },
            ],
            'advice.handedOver': [
              {
                guard: { type: 'copyMayBeHandedOver', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-40', 'B-29', 'B-60'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'adviceHandedOver' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
            'reasons.given': [
              {
                guard: { type: 'reasonsAreOwed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-41', 'B-59', 'G-10'] },
                actions: [
                  { type: 'tell', params: { to: 'employee', about: 'reasonsGiven' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
            'employee.died': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#lapsed',
                meta: { clauses: ['B-46', 'B-50'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'employeeDied' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'employeeDied' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'employeeDied' } },
                  'evolve',
                ],
              },
            ],
          },
          states: {
            considering: {
              id: 'considering',
              description: 'The own physician has a copy of the advice and considers it within a reasonable period.',
              meta: { clauses: ['D-2.14d.5', 'L-40', 'E-10', 'E-27', 'B-31b'], waitsOn: { ownPhysician: ['decision.made'] } },
              entry: { type: 'enter', params: { step: 'completion.considering' } },
              always: { guard: { type: 'recordIsOfTheSecondOpinionPhysician' }, target: '#concluded', meta: { clauses: ['L-38'] } },
              on: {
                'decision.made': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'] },
                    },
                    target: '#decided',
                    meta: { clauses: ['D-2.14d.5', 'L-41', 'E-09', 'E-10', 'E-28', 'G-10', 'B-75'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'decisionMade' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
                'transfer.requested': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'guidanceContinues', 'ownPhysicianHasCopy'] } },
                    target: '#consideringTransfer',
                    meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32', 'B-80'] },
                    actions: [{ type: 'tell', params: { to: 'ownPhysician', about: 'transferRequested' } }, 'evolve'],
                  },
                ],
              },
            },
            decided: {
              id: 'decided',
              description: 'The own physician has said, with reasons, whether they adopt the advice in full, in part or not.',
              meta: { clauses: ['D-2.14d.6', 'L-41', 'E-28'], waitsOn: { ownPhysician: ['reasons.given'] } },
              entry: { type: 'enter', params: { step: 'completion.decided' } },
              on: {
                'decision.made': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'] },
                    },
                    meta: { clauses: ['D-2.14d.5', 'L-41', 'B-59', 'G-2'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'decisionMade' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
                'transfer.requested': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'guidanceContinues', 'ownPhysicianHasCopy'] } },
                    target: '#consideringTransfer',
                    meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] },
                    actions: [{ type: 'tell', params: { to: 'ownPhysician', about: 'transferRequested' } }, 'evolve'],
                  },
                ],
                'case.closed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#concluded',
                    meta: { clauses: ['B-32', 'B-56'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'caseClosed' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'caseClosed' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
            transfer: {
              id: 'transfer',
              description: 'The employee wants another physician to guide them.',
              meta: { clauses: ['D-2.14d.6', 'E-30', 'E-31', 'B-92'], term: 'considerTransfer' },
              initial: 'consideringTransfer',
              on: {
                'decision.made': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'] },
                    },
                    meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32', 'B-59'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'decisionMade' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
                'transfer.withdrawn': [
                  {
                    guard: { type: 'wasConcluded', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#concluded',
                    meta: { clauses: ['B-39'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'transferWithdrawn' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'notNeeded', holding: 'before' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'notYetDecided', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#considering',
                    meta: { clauses: ['B-39'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'transferWithdrawn' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'notNeeded', holding: 'before' } },
                      'evolve',
                    ],
                  },
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#decided',
                    meta: { clauses: ['B-39'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'transferWithdrawn' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'notNeeded', holding: 'before' } },
                      'evolve',
                    ],
                  },
                ],
                'transfer.granted': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: {
                        norms: ['actorHoldsRole', 'datedInOrder', 'actorsAreDistinct', 'physicianIsRegistered', 'thirdIsNotTheOwnPhysician'],
                      },
                    },
                    target: '#awaitingThirdPhysician',
                    meta: { clauses: ['D-2.14d.6', 'E-31', 'B-34', 'G-8'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'transferGranted' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'transferGranted' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'notNeeded', holding: 'before' } },
                      'evolve',
                    ],
                  },
                ],
                'transfer.refused': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#transferRefused',
                    meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'transferRefused' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'notNeeded', holding: 'before' } },
                      'evolve',
                    ],
                  },
                ],
              },
              states: {
                consideringTransfer: {
                  id: 'consideringTransfer',
                  description: 'The own physician considers the transfer, with the advice in view.',
                  meta: {
                    clauses: ['D-2.14d.6', 'E-30', 'E-31', 'B-33'],
                    waitsOn: { ownPhysician: ['decision.made', 'reasons.given', 'transfer.granted', 'transfer.refused'] },
                  },
                  entry: { type: 'enter', params: { step: 'completion.consideringTransfer' } },
                },
                awaitingThirdPhysician: {
                  id: 'awaitingThirdPhysician',
                  description: 'A third physician has been proposed and accepts the guidance or declines it.',
                  meta: {
                    clauses: ['D-2.14d.6', 'E-31', 'G-8'],
                    waitsOn: {
                      thirdPhysician: ['transfer.accepted', 'transfer.declined'],
                      ownPhysician: ['decision.made', 'reasons.given', 'transfer.granted'],
                    },
                  },
                  entry: { type: 'enter', params: { step: 'completion.awaitingThirdPhysician' } },
                  on: {
                    'transfer.accepted': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                        target: '#transferred',
                        meta: { clauses: ['D-2.14d.6', 'E-32', 'E-33', 'B-33', 'B-34a'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'transferAccepted' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'transferAccepted' } },
                          { type: 'tell', params: { to: 'employer', about: 'guidanceTransferred', holding: 'first' } },
                          { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'adviceMayBePassedOn' } },
                          'evolve',
                        ],
                      },
                    ],
                    'transfer.declined': [
                      {
                        guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                        meta: { clauses: ['G-8'] },
                        actions: [
                          { type: 'tell', params: { to: 'employee', about: 'transferDeclined' } },
                          { type: 'tell', params: { to: 'ownPhysician', about: 'transferDeclined' } },
                          'evolve',
                        ],
                      },
                    ],
                  },
                },
              },
            },
            transferRefused: {
              id: 'transferRefused',
              description: 'The own physician does not transfer the guidance; the employee may ask the employer.',
              meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'], waitsOn: { ownPhysician: ['decision.made', 'reasons.given'] } },
              entry: { type: 'enter', params: { step: 'completion.transferRefused' } },
              on: {
                'decision.made': [
                  {
                    guard: {
                      type: 'isAllowed',
                      params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'] },
                    },
                    meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32', 'B-59'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'decisionMade' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
                'case.closed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#concluded',
                    meta: { clauses: ['B-32', 'B-56'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'caseClosed' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'caseClosed' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
          },
        },
        ended: {
          id: 'ended',
          description: 'The request ended without a second opinion; the employee may renew it.',
          initial: 'refused',
          tags: ['ended'],
          on: {
            'request.renewed': [
              {
                guard: { type: 'employeeLives', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#discussing',
                meta: { clauses: ['L-05', 'E-20', 'B-08', 'B-50'] },
                actions: [{ type: 'tell', params: { to: 'ownPhysician', about: 'requestMade' } }, 'evolve'],
              },
            ],
          },
          states: {
            refused: {
              id: 'refused',
              description: 'The own physician has refused the request on compelling grounds.',
              meta: { clauses: ['D-2.14d.3', 'E-12', 'E-14', 'B-06'], term: 'reasons', waitsOn: { ownPhysician: ['reasons.given'] } },
              entry: { type: 'enter', params: { step: 'refused' } },
              on: {
                'reasons.given': [
                  {
                    guard: { type: 'reasonsAreOwed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-10', 'E-16', 'B-59'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'reasonsGiven' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
                'instrument.discussed': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-06', 'B-06'] },
                    actions: ['evolve'],
                  },
                ],
                'request.honoured': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered'] } },
                    target: '#choosing',
                    meta: { clauses: ['W-14.2.g', 'L-08', 'G-2'] },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'requestHonoured' } }, 'evolve'],
                  },
                ],
                'uwvRoute.chosen': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#uwvRouteChosen',
                    meta: { clauses: ['E-43', 'B-06', 'B-41'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'uwvRouteChosen' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
            outOfScope: {
              id: 'outOfScope',
              description: 'No right to a second opinion arises.',
              meta: { clauses: ['D-2.14d.1', 'B-05', 'B-43'], term: 'reasons', waitsOn: { ownPhysician: ['reasons.given'] } },
              entry: { type: 'enter', params: { step: 'outOfScope' } },
              on: {
                'reasons.given': [
                  {
                    guard: { type: 'reasonsAreOwed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-10', 'B-05', 'B-59'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'reasonsGiven' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
                'request.honoured': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered'] } },
                    target: '#choosing',
                    meta: { clauses: ['L-08', 'B-05', 'G-2'] },
                    actions: [{ type: 'tell', params: { to: 'employee', about: 'requestHonoured' } }, 'evolve'],
                  },
                ],
                'uwvRoute.chosen': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#uwvRouteChosen',
                    meta: { clauses: ['E-43', 'B-06', 'B-41'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'uwvRouteChosen' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
            uwvRouteChosen: {
              id: 'uwvRouteChosen',
              description: 'The employee has chosen the expert opinion of the UWV instead.',
              meta: { clauses: ['E-42', 'E-43', 'E-45', 'B-41', 'B-76'] },
              entry: { type: 'enter', params: { step: 'uwvRouteChosen' } },
            },
            withdrawn: {
              id: 'withdrawn',
              description: 'The employee has withdrawn the request.',
              meta: { clauses: ['B-39'] },
              entry: { type: 'enter', params: { step: 'withdrawn' } },
              on: {
                'advice.handedOver': [
                  {
                    guard: { type: 'secondOpinionMayHaveGoneOn', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#considering',
                    meta: { clauses: ['L-40', 'B-29', 'B-52'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'adviceHandedOver' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
            lapsed: {
              id: 'lapsed',
              description: 'The employee died, or did not answer.',
              meta: { clauses: ['B-46', 'B-49', 'B-50'] },
              entry: { type: 'enter', params: { step: 'lapsed' } },
            },
          },
        },
        notForwarded: {
          id: 'notForwarded',
          description: 'The own physician gets no copy; their guidance goes on.',
          meta: { clauses: ['D-2.14d.6', 'L-39', 'B-30'] },
          tags: ['ended'],
          entry: { type: 'enter', params: { step: 'notForwarded' } },
          on: {
            'advice.discussed': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'waiverIsDocumented'] } },
                meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27', 'B-91'] },
                actions: ['evolve'],
              },
            ],
            'advice.corrected': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceCorrected' } }, 'evolve'],
              },
            ],
            'forwarding.authorised': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'recipientIsOwnPhysician', 'consentIsDocumented'] } },
                target: '#forwarding',
                meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26', 'B-91'] },
                actions: [
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'forwardingAuthorised' } },
                  { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded', when: 'copyIsAuthorisedAfterwards' } },
                  'evolve',
                ],
              },
            ],
            'advice.handedOver': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#considering',
                meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'adviceHandedOver' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
            'advice.forwarded': [
              {
                guard: {
                  type: 'copyIsConsentedTo',
                  params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] },
                },
                target: '#considering',
                meta: { clauses: ['D-2.14d.5', 'L-38', 'B-30', 'B-91'] },
                actions: [
                  { type: 'tell', params: { to: 'employee', about: 'adviceForwarded' } },
                  { type: 'tell', params: { to: 'ownPhysician', about: 'adviceForwarded' } },
                  'evolve',
                ],
              },
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'forwardingIsAuthorised', 'adviceWasDiscussed'] } },
                meta: { clauses: ['L-38', 'L-39', 'B-69'], forbidden: true },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'forwardedWithoutConsent' } }, 'evolve'],
              },
            ],
            'decision.made': [
              {
                guard: {
                  type: 'isAllowed',
                  params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'] },
                },
                meta: { clauses: ['L-40', 'B-51'], forbidden: true },
                actions: [
                  { type: 'tell', params: { to: 'employee', about: 'decisionMade' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
          },
        },
        closing: {
          id: 'closing',
          description: 'The guidance goes its own way; what is still owed to the employee can be done.',
          meta: { clauses: ['L-41', 'E-37', 'B-61'], term: ['decide', 'reasons'] },
          initial: 'concluded',
          tags: ['ended'],
          on: {
            'decision.made': [
              {
                guard: {
                  type: 'isAllowed',
                  params: { norms: ['actorHoldsRole', 'datedInOrder', 'physicianIsRegistered', 'ownPhysicianHasCopy', 'decisionHasReasons'] },
                },
                meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32', 'B-59', 'B-61'] },
                actions: [
                  { type: 'tell', params: { to: 'employee', about: 'decisionMade' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
            'reasons.given': [
              {
                guard: { type: 'reasonsAreOwed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-41', 'B-59', 'G-10'] },
                actions: [
                  { type: 'tell', params: { to: 'employee', about: 'reasonsGiven' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
            'advice.corrected': [
              {
                guard: { type: 'adviceIsFinal', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-34', 'L-36', 'L-37', 'B-60'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'adviceCorrected' } }, 'evolve'],
              },
            ],
            'advice.handedOver': [
              {
                guard: { type: 'copyMayBeHandedOver', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                meta: { clauses: ['L-40', 'B-29', 'B-60'] },
                actions: [
                  { type: 'tell', params: { to: 'ownPhysician', about: 'adviceHandedOver' } },
                  { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'noAnswerNeeded', when: 'secondOpinionIsInProgress' } },
                  { type: 'tell', params: { to: 'thirdPhysician', about: 'heedTheResults', when: 'resultsArePassedOn' } },
                  'evolve',
                ],
              },
            ],
          },
          states: {
            concluded: {
              id: 'concluded',
              description: 'The procedure has come to its end.',
              meta: { clauses: ['L-41', 'E-37'], waitsOn: { ownPhysician: ['decision.made', 'reasons.given'] } },
              entry: { type: 'enter', params: { step: 'concluded' } },
              on: {
                'transfer.requested': [
                  {
                    guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'guidanceContinues', 'ownPhysicianHasCopy'] } },
                    target: '#consideringTransfer',
                    meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] },
                    actions: [{ type: 'tell', params: { to: 'ownPhysician', about: 'transferRequested' } }, 'evolve'],
                  },
                ],
                'employee.died': [
                  {
                    guard: { type: 'recordIsOfTheSecondOpinionPhysician', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#lapsed',
                    meta: { clauses: ['B-46', 'B-50'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'employeeDied' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'employeeDied' } },
                      { type: 'tell', params: { to: 'thirdPhysician', about: 'employeeDied' } },
                      'evolve',
                    ],
                  },
                ],
                'authorisation.revoked': [
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['D-2.14d.4', 'L-18', 'B-17'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                      { type: 'tell', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked', when: 'recipientIsEngaged' } },
                      'evolve',
                    ],
                  },
                ],
                'application.received': [
                  {
                    guard: { type: 'physicianTimedOutWithoutReceipt', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-23', 'B-88'] },
                    actions: ['evolve'],
                  },
                ],
                'application.declined': [
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    meta: { clauses: ['L-20', 'B-17', 'B-88'] },
                    actions: [
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'tell', params: { to: 'employee', about: 'physicianUnavailable', when: 'someoneChosenIsNext' } },
                      { type: 'tell', params: { to: 'employee', about: 'chooseAnotherPhysician', unless: 'someoneChosenIsNext' } },
                      'evolve',
                    ],
                  },
                ],
                'application.foundInfeasible': [
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder', 'dataAreMissing'] } },
                    meta: { clauses: ['L-19', 'B-17', 'B-88'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                      'evolve',
                    ],
                  },
                ],
                'application.accepted': [
                  {
                    guard: { type: 'physicianTimedOut', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                    target: '#inviting',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      { type: 'tell', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'tell', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                      'evolve',
                    ],
                  },
                ],
              },
            },
            transferred: {
              id: 'transferred',
              description: 'A third physician guides the employee and takes the second opinion into account.',
              meta: { clauses: ['D-2.14d.6', 'E-32', 'E-33', 'B-33'], waitsOn: { ownPhysician: ['decision.made', 'reasons.given'] } },
              entry: { type: 'enter', params: { step: 'transferred' } },
            },
          },
        },
      },
    },
    employerRoute: {
      id: 'employerRoute',
      description: "The employer's road: beside the procedure, the employee may ask the employer for another physician.",
      meta: { clauses: ['E-34', 'E-35', 'B-36', 'B-37a', 'B-55'] },
      initial: 'none',
      on: {
        'employer.asked': [
          {
            guard: { type: 'employerMayBeAsked', params: { norms: ['actorHoldsRole', 'datedInOrder', 'actorsAreDistinct', 'employerIsNamed'] } },
            target: '#employerRoute.asked',
            meta: { clauses: ['E-34', 'B-36', 'B-37a', 'B-55'] },
            actions: [
              { type: 'tell', params: { to: 'employer', about: 'employerAsked' } },
              { type: 'tell', params: { to: 'employer', about: 'employerNotAsked', holding: 'before', when: 'anEmployerIsAsked' } },
              'evolve',
            ],
          },
        ],
      },
      states: {
        none: { id: 'employerRoute.none', description: 'The employer was not asked.', meta: { clauses: ['B-55'] } },
        asked: {
          id: 'employerRoute.asked',
          description: 'The employee has asked the employer for another physician.',
          meta: { clauses: ['E-34', 'B-36', 'B-55'], waitsOn: { employer: ['employer.agreed', 'employer.declined'] } },
          on: {
            'employer.notAsked': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#employerRoute.none',
                meta: { clauses: ['E-34', 'B-55'] },
                actions: [{ type: 'tell', params: { to: 'employer', about: 'employerNotAsked' } }, 'evolve'],
              },
            ],
            'employer.agreed': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#employerRoute.answered',
                meta: { clauses: ['E-34', 'B-36'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'employerAgreed' } }, 'evolve'],
              },
            ],
            'employer.declined': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder'] } },
                target: '#employerRoute.answered',
                meta: { clauses: ['E-34', 'B-36'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'employerDeclined' } }, 'evolve'],
              },
            ],
          },
        },
        answered: {
          id: 'employerRoute.answered',
          description: 'The employer has answered; the employee may ask again.',
          meta: { clauses: ['E-34', 'B-36', 'B-55'] },
        },
      },
    },
    complaints: {
      id: 'complaints',
      description: 'Complaints: at every moment, any number, beside the procedure.',
      meta: { clauses: ['D-2.14e.1', 'D-2.14e.2', 'W-14.2.h', 'E-35', 'E-36', 'E-37', 'E-38', 'B-37'], term: 'complaint' },
      initial: 'none',
      on: {
        'complaint.filed': [
          {
            guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsNew'] } },
            target: '#complaints.pending',
            meta: { clauses: ['D-2.14e.1', 'E-35', 'E-36', 'E-37', 'E-38', 'B-37'] },
            actions: [{ type: 'tell', params: { to: 'complaintHandler', about: 'complaintFiled' } }, 'evolve'],
          },
        ],
      },
      states: {
        none: { id: 'complaints.none', description: 'No complaint waits, and none was answered.', meta: { clauses: ['B-37'] } },
        pending: {
          id: 'complaints.pending',
          description: 'A complaint waits for its answer.',
          meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'G-12'] },
          on: {
            'complaint.acknowledged': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen', 'handlerIsNotInvolved'] } },
                meta: { clauses: ['D-2.14e.4', 'D-2.14e.5', 'G-12'] },
                actions: [
                  { type: 'tell', params: { to: 'employee', about: 'complaintAcknowledged' } },
                  { type: 'tell', params: { to: 'complaintHandler', about: 'complaintTakenOver', holding: 'before' } },
                  'evolve',
                ],
              },
            ],
            'complaint.progressed': [
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen', 'handlerIsNotInvolved'] } },
                meta: { clauses: ['D-2.14e.3', 'D-2.14e.4'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'complaintProgressed' } }, 'evolve'],
              },
            ],
            'complaint.answered': [
              {
                guard: {
                  type: 'otherComplaintsWait',
                  params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen', 'handlerIsNotInvolved', 'answerHasReasons'] },
                },
                meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5', 'G-12'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'complaintAnswered' } }, 'evolve'],
              },
              {
                guard: {
                  type: 'isAllowed',
                  params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen', 'handlerIsNotInvolved', 'answerHasReasons'] },
                },
                target: '#complaints.answered',
                meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5', 'G-12'] },
                actions: [{ type: 'tell', params: { to: 'employee', about: 'complaintAnswered' } }, 'evolve'],
              },
            ],
            'complaint.withdrawn': [
              {
                guard: { type: 'otherComplaintsWait', params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen'] } },
                meta: { clauses: ['B-37'] },
                actions: [{ type: 'tell', params: { to: 'complaintHandler', about: 'complaintWithdrawn' } }, 'evolve'],
              },
              {
                guard: { type: 'aComplaintWasAnswered', params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen'] } },
                target: '#complaints.answered',
                meta: { clauses: ['B-37'] },
                actions: [{ type: 'tell', params: { to: 'complaintHandler', about: 'complaintWithdrawn' } }, 'evolve'],
              },
              {
                guard: { type: 'isAllowed', params: { norms: ['actorHoldsRole', 'datedInOrder', 'complaintIsOpen'] } },
                target: '#complaints.none',
                meta: { clauses: ['B-37'] },
                actions: [{ type: 'tell', params: { to: 'complaintHandler', about: 'complaintWithdrawn' } }, 'evolve'],
              },
            ],
          },
        },
        answered: {
          id: 'complaints.answered',
          description: 'No complaint waits any more, and at least one was answered.',
          meta: { clauses: ['D-2.14e.4'] },
        },
      },
    },
  },
});
