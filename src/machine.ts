import { assign, setup } from 'xstate';
import { type CaseFile, evolve, openFile } from './case.js';
import type { ClauseId } from './clauses.js';
import type { EventType, Opening, ProcedureEvent, Role } from './events.js';
import { strictGuards } from './guards.js';
import type { Duty } from './notices.js';
import type { TermName } from './terms.js';

/** What the chart says of a step: its clauses, the term that runs in it, and whose move it is. */
export interface StateMeta {
  clauses: ClauseId[];
  term?: TermName;
  waitsOn?: Partial<Record<Role, EventType[]>>;
}

/** What the chart says of a transition: its clauses, and whether no allowed history takes it. */
export interface TransitionMeta {
  clauses: ClauseId[];
  forbidden?: true;
}

const openContext = ({ input }: { input: Opening }): { file: CaseFile } => ({ file: input && openFile(input) });

/**
 * The procedure as an XState machine, for a live actor, an inspector or a drawing. Its input is an opening that `openCase`
 * takes, as `openingSchema` answers it; its context is `{ file }`. It takes only what the rules allow, and stays where it is at anything
 * else; what stands in the way, notices and terms are told by `advance`.
 */
export const secondOpinionMachine = setup({
  types: {
    context: {} as { file: CaseFile },
    input: {} as Opening,
    events: {} as ProcedureEvent,
    meta: {} as StateMeta,
    transitionMeta: {} as TransitionMeta,
  },
  guards: strictGuards,
  actions: { evolve: assign(({ context, event }) => ({ file: evolve(context.file, event) })), notify: (_, _duty: Duty) => {} },
}).createMachine({
  id: 'secondOpinion',
  description: 'The second opinion on the advice of an occupational physician, through the LPBSO.',
  type: 'parallel',
  context: openContext,
  entry: { type: 'notify', params: { to: 'ownPhysician', about: 'requestMade' } },
  states: {
    procedure: {
      id: 'procedure',
      description: 'From the request of the employee to what the own physician does with the second opinion.',
      meta: { clauses: ['L-01', 'L-02', 'E-07', 'W-14.2.g', 'W-14.4'] },
      initial: 'application',
      on: {
        'ownPhysician.replaced': {
          guard: 'mayReplaceOwnPhysician',
          meta: { clauses: ['B-46', 'G-14'] },
          actions: [
            'evolve',
            { type: 'notify', params: { to: 'employee', about: 'ownPhysicianReplaced' } },
            { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'ownPhysicianReplaced' } },
          ],
        },
        'employer.informed': { guard: 'mayInformEmployer', meta: { clauses: ['B-42', 'G-4'] }, actions: ['evolve'] },
      },
      states: {
        application: {
          id: 'application',
          description: 'Application phase (LPBSO 1 to 3): from the request to an application that can be sent.',
          meta: { clauses: ['L-01', 'L-03', 'L-05', 'E-20'], term: 'engage' },
          initial: 'discussing',
          on: {
            'adviceInForce.explained': { guard: 'mayReport', meta: { clauses: ['L-11', 'L-12', 'B-38'] }, actions: ['evolve'] },
            'uwvRoute.chosen': {
              guard: 'mayReport',
              target: '#procedure.uwvRouteChosen',
              meta: { clauses: ['E-04', 'E-42', 'E-43', 'B-41'] },
              actions: ['evolve'],
            },
            'request.withdrawn': {
              guard: 'mayReport',
              target: '#procedure.withdrawn',
              meta: { clauses: ['B-39'] },
              actions: [
                'evolve',
                { type: 'notify', params: { to: 'ownPhysician', about: 'requestWithdrawn' } },
                { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
              ],
            },
            'request.lapsed': { guard: 'mayLapse', target: '#procedure.lapsed', meta: { clauses: ['B-46'] }, actions: ['evolve'] },
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
              on: {
                'instrument.discussed': {
                  guard: 'mayReport',
                  meta: { clauses: ['L-06', 'L-07', 'E-04', 'E-41', 'E-42', 'B-02', 'G-3'] },
                  actions: ['evolve'],
                },
                'request.honoured': {
                  guard: 'mayHonour',
                  target: 'choosing',
                  meta: { clauses: ['D-2.14d.3', 'W-14.2.g', 'L-08', 'E-17', 'E-21', 'B-02', 'B-08a'] },
                  actions: ['evolve'],
                },
                'request.refused': {
                  guard: 'mayRefuse',
                  target: '#procedure.refused',
                  meta: { clauses: ['D-2.14d.3', 'L-09', 'L-10', 'E-14', 'E-15', 'E-18', 'E-19', 'B-03', 'B-04', 'B-07'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'requestRefused' } }],
                },
                'request.foundOutOfScope': {
                  guard: 'mayFindOutOfScope',
                  target: '#procedure.outOfScope',
                  meta: { clauses: ['D-2.14d.1', 'E-39', 'E-40', 'B-05', 'B-43'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'requestOutOfScope' } }],
                },
                'application.sent': {
                  guard: 'maySend',
                  target: '#execution.awaitingResponse',
                  meta: { clauses: ['E-21', 'L-13'], forbidden: true },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }],
                },
              },
            },
            choosing: {
              description: 'The employee chooses a second-opinion physician, and a second preference if he likes.',
              meta: {
                clauses: ['D-2.14d.2', 'D-2.14d.3', 'L-13', 'L-14', 'L-15', 'E-07', 'E-08', 'E-22'],
                waitsOn: { employee: ['physicians.chosen'] },
              },
              on: {
                'instrument.discussed': { guard: 'mayReport', meta: { clauses: ['L-06', 'L-07'] }, actions: ['evolve'] },
                'authorisation.revoked': {
                  guard: 'mayReport',
                  meta: { clauses: ['D-2.14d.4', 'L-18', 'B-17', 'B-19'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked' } },
                  ],
                },
                'physicians.chosen': {
                  guard: 'mayChoose',
                  target: 'preparing',
                  meta: {
                    clauses: ['D-2.14d.2', 'D-2.14d.3', 'L-13', 'L-14', 'L-25', 'E-08', 'E-13', 'E-22', 'B-09', 'B-10', 'B-11', 'B-12', 'B-12a'],
                  },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'physiciansChosen' } }],
                },
                'application.accepted': [
                  {
                    guard: 'mayAcceptLate',
                    target: '#execution.inviting',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                    ],
                  },
                  {
                    guard: 'mayAcceptLateUnderway',
                    target: '#execution.underway',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                    ],
                  },
                ],
                'request.refused': {
                  guard: 'mayRefuse',
                  target: '#procedure.refused',
                  meta: { clauses: ['L-08'], forbidden: true },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'requestRefused' } }],
                },
                'application.sent': {
                  guard: 'maySend',
                  target: '#execution.awaitingResponse',
                  meta: { clauses: ['L-13', 'L-25'], forbidden: true },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }],
                },
              },
            },
            preparing: {
              description: 'The own physician draws up the application form, asks the employee to sign the authorisation, and sends the application.',
              meta: {
                clauses: ['D-2.14d.3', 'D-2.14d.4', 'L-16', 'L-17', 'E-23', 'B-40'],
                waitsOn: {
                  employee: ['authorisation.signed', 'authorisation.withheld'],
                  ownPhysician: ['instrument.discussed', 'adviceInForce.explained', 'application.sent'],
                },
              },
              on: {
                'instrument.discussed': { guard: 'mayReport', meta: { clauses: ['L-06', 'L-07'] }, actions: ['evolve'] },
                'physicians.chosen': {
                  guard: 'mayChoose',
                  meta: { clauses: ['D-2.14d.3', 'L-13', 'L-25', 'E-08', 'B-18'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'physiciansChosen' } }],
                },
                'outsider.notEngaged': { guard: 'mayLeaveOutsider', target: 'choosing', meta: { clauses: ['B-12', 'E-13'] }, actions: ['evolve'] },
                'authorisation.signed': {
                  guard: 'maySign',
                  meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned' } },
                  ],
                },
                'authorisation.withheld': {
                  guard: 'mayReport',
                  meta: { clauses: ['L-18', 'B-19'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld' } },
                  ],
                },
                'authorisation.revoked': {
                  guard: 'mayReport',
                  meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked' } },
                  ],
                },
                'application.sent': {
                  guard: 'maySend',
                  target: '#execution.awaitingResponse',
                  meta: { clauses: ['D-2.14d.3', 'D-2.14d.4', 'L-16', 'L-21', 'L-22', 'L-26', 'E-23', 'B-13', 'B-19', 'B-40'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'applicationSent' } }],
                },
                'application.accepted': [
                  {
                    guard: 'mayAcceptLate',
                    target: '#execution.inviting',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                    ],
                  },
                  {
                    guard: 'mayAcceptLateUnderway',
                    target: '#execution.underway',
                    meta: { clauses: ['L-20', 'B-17'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                    ],
                  },
                ],
                'request.refused': {
                  guard: 'mayRefuse',
                  target: '#procedure.refused',
                  meta: { clauses: ['L-08'], forbidden: true },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'requestRefused' } }],
                },
              },
            },
            reconsidering: {
              description: 'The second-opinion physician cannot do it without the data that were withheld; the employee considers what to do.',
              meta: {
                clauses: ['L-18', 'L-19', 'B-20'],
                waitsOn: { employee: ['authorisation.signed', 'physicians.chosen', 'uwvRoute.chosen', 'request.withdrawn'] },
              },
              on: {
                'physicians.chosen': {
                  guard: 'mayChoose',
                  target: 'preparing',
                  meta: { clauses: ['D-2.14d.3', 'L-13', 'B-20'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'physiciansChosen' } }],
                },
                'authorisation.signed': [
                  {
                    guard: 'maySignForTheCurrent',
                    target: 'preparing',
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-20'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                      { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned' } },
                    ],
                  },
                  {
                    guard: 'maySign',
                    meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationSigned' } }],
                  },
                ],
                'authorisation.withheld': {
                  guard: 'mayReport',
                  meta: { clauses: ['L-18', 'B-19'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld' } },
                  ],
                },
                'authorisation.revoked': {
                  guard: 'mayReport',
                  meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked' } },
                  ],
                },
              },
            },
          },
        },
        execution: {
          id: 'execution',
          description: 'Execution phase (LPBSO 4 to 7): from the application to the advice, forwarded or not.',
          meta: { clauses: ['L-01', 'L-23', 'E-03'] },
          initial: 'awaitingResponse',
          on: {
            'request.withdrawn': {
              guard: 'mayReport',
              target: '#procedure.withdrawn',
              meta: { clauses: ['B-39'] },
              actions: [
                'evolve',
                { type: 'notify', params: { to: 'ownPhysician', about: 'requestWithdrawn' } },
                { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'requestWithdrawn' } },
              ],
            },
            'authorisation.signed': {
              guard: 'maySignDuring',
              meta: { clauses: ['D-2.14d.4', 'L-17', 'B-18a', 'B-22'] },
              actions: [
                'evolve',
                { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationSigned' } },
                { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationSigned' } },
              ],
            },
            'authorisation.withheld': {
              guard: 'mayWithholdDuring',
              meta: { clauses: ['L-18', 'B-19'] },
              actions: [
                'evolve',
                { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationWithheld' } },
                { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationWithheld' } },
              ],
            },
            'authorisation.revoked': {
              guard: 'mayWithholdDuring',
              meta: { clauses: ['D-2.14d.4', 'L-18', 'B-19'] },
              actions: [
                'evolve',
                { type: 'notify', params: { to: 'ownPhysician', about: 'authorisationRevoked' } },
                { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'authorisationRevoked' } },
              ],
            },
            'engagement.ended': [
              {
                guard: 'mayReturnToSecondPreference',
                target: '#application.preparing',
                meta: { clauses: ['L-21', 'L-24', 'B-18'] },
                actions: [
                  'evolve',
                  { type: 'notify', params: { to: 'ownPhysician', about: 'engagementEnded' } },
                  { type: 'notify', params: { to: 'employee', about: 'physicianUnavailable' } },
                ],
              },
              {
                guard: 'mayReturn',
                target: '#application.choosing',
                meta: { clauses: ['L-24', 'L-25', 'B-18'] },
                actions: [
                  'evolve',
                  { type: 'notify', params: { to: 'ownPhysician', about: 'engagementEnded' } },
                  { type: 'notify', params: { to: 'employee', about: 'chooseAnotherPhysician' } },
                ],
              },
            ],
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
                'application.received': { guard: 'mayConfirmReceipt', meta: { clauses: ['L-20', 'L-23', 'B-14'] }, actions: ['evolve'] },
                'application.accepted': [
                  {
                    guard: 'mayAccept',
                    target: 'inviting',
                    meta: { clauses: ['L-20', 'B-17b'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                    ],
                  },
                  {
                    guard: 'mayAcceptUnderway',
                    target: 'underway',
                    meta: { clauses: ['L-20'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'employee', about: 'applicationAccepted' } },
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationAccepted' } },
                    ],
                  },
                ],
                'application.declined': [
                  {
                    guard: 'mayDeclineToSecondPreference',
                    target: '#application.preparing',
                    meta: { clauses: ['L-21', 'B-18'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'notify', params: { to: 'employee', about: 'physicianUnavailable' } },
                    ],
                  },
                  {
                    guard: 'mayDecline',
                    target: '#application.choosing',
                    meta: { clauses: ['L-24', 'L-25', 'B-18'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'ownPhysician', about: 'applicationDeclined' } },
                      { type: 'notify', params: { to: 'employee', about: 'chooseAnotherPhysician' } },
                    ],
                  },
                ],
                'response.overdue': [
                  {
                    guard: 'mayTimeOutToSecondPreference',
                    target: '#application.preparing',
                    meta: { clauses: ['L-20', 'L-21', 'B-15', 'B-17', 'B-17a'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'ownPhysician', about: 'responseOverdue' } },
                      { type: 'notify', params: { to: 'employee', about: 'physicianUnavailable' } },
                      { type: 'notify', params: { to: 'employee', about: 'waitingRemainsPossible' } },
                    ],
                  },
                  {
                    guard: 'mayTimeOutToNewChoice',
                    target: '#application.choosing',
                    meta: { clauses: ['L-20', 'L-24', 'B-15', 'B-17', 'B-17a'] },
                    actions: [
                      'evolve',
                      { type: 'notify', params: { to: 'ownPhysician', about: 'responseOverdue' } },
                      { type: 'notify', params: { to: 'employee', about: 'chooseAnotherPhysician' } },
                      { type: 'notify', params: { to: 'employee', about: 'waitingRemainsPossible' } },
                    ],
                  },
                ],
                'application.foundInfeasible': {
                  guard: 'mayFindInfeasible',
                  target: '#application.reconsidering',
                  meta: { clauses: ['L-18', 'L-19', 'B-20'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                  ],
                },
                'medicalData.sent': { guard: 'maySendMedicalData', meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b'] }, actions: ['evolve'] },
              },
            },
            inviting: {
              description: 'The second-opinion physician has accepted and in principle invites the employee for a consultation.',
              meta: {
                clauses: ['L-27', 'B-23'],
                term: 'advise',
                waitsOn: { secondOpinionPhysician: ['consultation.scheduled', 'consultation.held', 'consultation.waived'] },
              },
              on: {
                'application.foundInfeasible': {
                  guard: 'mayFindInfeasible',
                  target: '#application.reconsidering',
                  meta: { clauses: ['L-18', 'L-19', 'B-20'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                  ],
                },
                'medicalData.sent': { guard: 'maySendMedicalData', meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b'] }, actions: ['evolve'] },
                'consultation.scheduled': {
                  guard: 'mayReport',
                  target: 'awaitingConsultation',
                  meta: { clauses: ['L-27'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'consultationScheduled' } }],
                },
                'consultation.held': { guard: 'mayConsult', target: 'assessing', meta: { clauses: ['L-27', 'L-28', 'L-29'] }, actions: ['evolve'] },
                'consultation.waived': {
                  guard: 'mayWaiveConsultation',
                  target: 'assessing',
                  meta: { clauses: ['L-27', 'B-23'] },
                  actions: ['evolve'],
                },
                'information.requested': {
                  guard: 'mayGather',
                  meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'information.received': { guard: 'mayGather', meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] }, actions: ['evolve'] },
                'request.lapsed': { guard: 'mayLapse', target: '#procedure.lapsed', meta: { clauses: ['B-46'] }, actions: ['evolve'] },
              },
            },
            awaitingConsultation: {
              description: 'A day for the consultation has been set.',
              meta: { clauses: ['L-27', 'L-28'], term: 'advise', waitsOn: { secondOpinionPhysician: ['consultation.held', 'consultation.missed'] } },
              on: {
                'application.foundInfeasible': {
                  guard: 'mayFindInfeasible',
                  target: '#application.reconsidering',
                  meta: { clauses: ['L-18', 'L-19', 'B-20'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                  ],
                },
                'medicalData.sent': { guard: 'maySendMedicalData', meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b'] }, actions: ['evolve'] },
                'consultation.scheduled': {
                  guard: 'mayReport',
                  meta: { clauses: ['L-27'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'consultationScheduled' } }],
                },
                'consultation.held': { guard: 'mayConsult', target: 'assessing', meta: { clauses: ['L-27', 'L-28', 'L-29'] }, actions: ['evolve'] },
                'consultation.missed': { guard: 'mayReport', target: 'inviting', meta: { clauses: ['L-27', 'B-23a'] }, actions: ['evolve'] },
                'information.requested': {
                  guard: 'mayGather',
                  meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'information.received': { guard: 'mayGather', meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] }, actions: ['evolve'] },
              },
            },
            assessing: {
              description: 'The second-opinion physician forms his advice, and gathers more information where he needs it.',
              meta: { clauses: ['L-29', 'L-30', 'L-31', 'E-03', 'E-24'], term: 'advise', waitsOn: { secondOpinionPhysician: ['draft.submitted'] } },
              on: {
                'application.foundInfeasible': {
                  guard: 'mayFindInfeasible',
                  target: '#application.reconsidering',
                  meta: { clauses: ['L-18', 'L-19', 'B-20'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                  ],
                },
                'medicalData.sent': { guard: 'maySendMedicalData', meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b'] }, actions: ['evolve'] },
                'consultation.scheduled': {
                  guard: 'mayReport',
                  target: 'awaitingConsultation',
                  meta: { clauses: ['L-27'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'consultationScheduled' } }],
                },
                'consultation.held': { guard: 'mayConsult', meta: { clauses: ['L-27', 'L-28', 'L-29'] }, actions: ['evolve'] },
                'information.requested': {
                  guard: 'mayGather',
                  meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'information.received': { guard: 'mayGather', meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] }, actions: ['evolve'] },
                'draft.submitted': {
                  guard: 'mayReport',
                  target: 'reviewing',
                  meta: { clauses: ['L-32', 'L-33', 'G-13'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'draftSubmitted' } }],
                },
                'advice.finalised': {
                  guard: 'mayFinalise',
                  target: 'awaitingConsent',
                  meta: { clauses: ['L-33', 'G-13'], forbidden: true },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'adviceFinalised' } }],
                },
              },
            },
            reviewing: {
              description: 'The employee reads the draft advice and may report factual inaccuracies.',
              meta: { clauses: ['L-32', 'L-33', 'L-34', 'B-26'], term: 'advise', waitsOn: { employee: ['inaccuracies.reported', 'remarks.waived'] } },
              on: {
                'information.requested': {
                  guard: 'mayGather',
                  target: 'assessing',
                  meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'information.received': {
                  guard: 'mayGather',
                  target: 'assessing',
                  meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'draft.submitted': {
                  guard: 'mayReport',
                  meta: { clauses: ['L-32', 'L-33', 'G-13'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'draftSubmitted' } }],
                },
                'inaccuracies.reported': {
                  guard: 'mayReport',
                  target: 'finalising',
                  meta: { clauses: ['L-34', 'B-26'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'inaccuraciesReported' } }],
                },
                'remarks.waived': {
                  guard: 'mayReport',
                  target: 'finalising',
                  meta: { clauses: ['L-34', 'B-25'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'remarksWaived' } }],
                },
                'remarks.timedOut': { guard: 'mayEndReview', target: 'finalising', meta: { clauses: ['L-34', 'B-25'] }, actions: ['evolve'] },
                'advice.discussed': { guard: 'mayReport', meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] }, actions: ['evolve'] },
                'advice.finalised': {
                  guard: 'mayFinalise',
                  target: 'awaitingConsent',
                  meta: { clauses: ['L-33', 'G-13'], forbidden: true },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'adviceFinalised' } }],
                },
                'advice.forwarded': {
                  guard: 'mayForward',
                  target: '#completion.considering',
                  meta: { clauses: ['L-38', 'E-26'], forbidden: true },
                  actions: ['evolve'],
                },
              },
            },
            finalising: {
              description: 'The second-opinion physician makes the advice final, using the remarks as he sees fit.',
              meta: { clauses: ['L-35', 'L-36'], term: 'advise', waitsOn: { secondOpinionPhysician: ['advice.discussed', 'advice.finalised'] } },
              on: {
                'information.requested': {
                  guard: 'mayGather',
                  target: 'assessing',
                  meta: { clauses: ['D-2.14d.4', 'L-30', 'L-31', 'E-24', 'B-21', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'information.received': {
                  guard: 'mayGather',
                  target: 'assessing',
                  meta: { clauses: ['D-2.14d.4', 'L-31', 'E-24', 'B-24', 'G-13'] },
                  actions: ['evolve'],
                },
                'draft.submitted': {
                  guard: 'mayReport',
                  target: 'reviewing',
                  meta: { clauses: ['L-32', 'L-33', 'G-13'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'draftSubmitted' } }],
                },
                'advice.discussed': { guard: 'mayReport', meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] }, actions: ['evolve'] },
                'advice.finalised': {
                  guard: 'mayFinalise',
                  target: 'awaitingConsent',
                  meta: { clauses: ['L-35', 'L-36'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'adviceFinalised' } }],
                },
                'advice.forwarded': {
                  guard: 'mayForward',
                  target: '#completion.considering',
                  meta: { clauses: ['L-38', 'E-26'], forbidden: true },
                  actions: ['evolve'],
                },
              },
            },
            awaitingConsent: {
              description: 'The employee has the advice and decides whether the own physician may have a copy.',
              meta: {
                clauses: ['D-2.14d.5', 'L-37', 'E-26', 'B-28'],
                waitsOn: { secondOpinionPhysician: ['advice.discussed'], employee: ['forwarding.authorised', 'forwarding.withheld'] },
              },
              on: {
                'advice.discussed': { guard: 'mayReport', meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] }, actions: ['evolve'] },
                'forwarding.authorised': {
                  guard: 'mayAuthoriseForwarding',
                  target: 'forwarding',
                  meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'forwardingAuthorised' } }],
                },
                'forwarding.withheld': {
                  guard: 'mayReport',
                  target: '#procedure.notForwarded',
                  meta: { clauses: ['D-2.14d.5', 'L-39', 'E-26', 'B-30', 'B-31'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'forwardingWithheld' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'noCopy' } },
                  ],
                },
                'forwarding.unanswered': {
                  guard: 'mayStopAsking',
                  target: '#procedure.notForwarded',
                  meta: { clauses: ['L-39', 'B-28'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'noCopy' } }],
                },
                'advice.handedOver': {
                  guard: 'mayReport',
                  target: '#completion.considering',
                  meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
                  actions: ['evolve'],
                },
                'advice.forwarded': {
                  guard: 'mayForward',
                  target: '#completion.considering',
                  meta: { clauses: ['L-38', 'E-26'], forbidden: true },
                  actions: ['evolve'],
                },
              },
            },
            forwarding: {
              description: 'The employee has signed for a copy to the own physician.',
              meta: {
                clauses: ['L-38', 'B-31', 'B-31a'],
                term: 'forward',
                waitsOn: { secondOpinionPhysician: ['advice.discussed', 'advice.forwarded'] },
              },
              on: {
                'advice.discussed': { guard: 'mayReport', meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] }, actions: ['evolve'] },
                'forwarding.authorised': {
                  guard: 'mayAuthoriseForwarding',
                  meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'forwardingAuthorised' } }],
                },
                'forwarding.withheld': {
                  guard: 'mayReport',
                  target: '#procedure.notForwarded',
                  meta: { clauses: ['D-2.14d.5', 'L-39', 'E-26', 'B-30', 'B-31'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'forwardingWithheld' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'noCopy' } },
                  ],
                },
                'advice.forwarded': {
                  guard: 'mayForward',
                  target: '#completion.considering',
                  meta: { clauses: ['D-2.14d.5', 'L-38', 'E-27', 'B-31a'] },
                  actions: ['evolve'],
                },
                'advice.handedOver': {
                  guard: 'mayReport',
                  target: '#completion.considering',
                  meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
                  actions: ['evolve'],
                },
              },
            },
            underway: {
              description: "The second opinion is in progress; the own physician's record sees no more of it.",
              meta: { clauses: ['L-23', 'B-18b'], term: 'advise', waitsOn: { secondOpinionPhysician: ['noCopy.announced', 'advice.forwarded'] } },
              on: {
                'application.foundInfeasible': {
                  guard: 'mayFindInfeasible',
                  target: '#application.reconsidering',
                  meta: { clauses: ['L-18', 'L-19', 'B-20'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'applicationFoundInfeasible' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'applicationFoundInfeasible' } },
                  ],
                },
                'medicalData.sent': { guard: 'maySendMedicalData', meta: { clauses: ['D-2.14d.4', 'L-22', 'E-23', 'B-18b'] }, actions: ['evolve'] },
                'noCopy.announced': {
                  guard: 'mayReport',
                  target: '#procedure.notForwarded',
                  meta: { clauses: ['L-39'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'noCopy' } }],
                },
                'advice.forwarded': {
                  guard: 'mayForward',
                  target: '#completion.considering',
                  meta: { clauses: ['D-2.14d.5', 'L-38', 'E-27'] },
                  actions: ['evolve'],
                },
                'advice.handedOver': {
                  guard: 'mayReport',
                  target: '#completion.considering',
                  meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
                  actions: ['evolve'],
                },
                'request.lapsed': { guard: 'mayLapse', target: '#procedure.lapsed', meta: { clauses: ['B-46'] }, actions: ['evolve'] },
              },
            },
          },
        },
        completion: {
          id: 'completion',
          description: 'Completion phase (LPBSO 8, and what follows): what the own physician does with the advice.',
          meta: { clauses: ['L-01', 'E-09', 'G-9'], term: 'decide' },
          initial: 'considering',
          states: {
            considering: {
              description: 'The own physician has a copy of the advice and considers it within a reasonable period.',
              meta: { clauses: ['D-2.14d.5', 'L-40', 'E-10', 'E-27', 'B-31b'], waitsOn: { ownPhysician: ['decision.made'] } },
              on: {
                'decision.made': {
                  guard: 'mayDecide',
                  target: 'decided',
                  meta: { clauses: ['D-2.14d.5', 'L-41', 'E-09', 'E-10', 'E-28', 'G-10'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
                },
                'transfer.requested': {
                  guard: 'mayRequestTransfer',
                  target: '#completion.consideringTransfer',
                  meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferRequested' } }],
                },
              },
            },
            decided: {
              description: 'The own physician has said, with reasons, whether he adopts the advice in full, in part or not.',
              meta: { clauses: ['D-2.14d.6', 'L-41', 'E-28'] },
              on: {
                'transfer.requested': {
                  guard: 'mayRequestTransfer',
                  target: '#completion.consideringTransfer',
                  meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferRequested' } }],
                },
                'case.closed': { guard: 'mayReport', target: '#procedure.concluded', meta: { clauses: ['L-41'] }, actions: ['evolve'] },
              },
            },
            consideringTransfer: {
              description: 'The employee wants another physician to guide him; the own physician considers it, with the advice in view.',
              meta: {
                clauses: ['D-2.14d.6', 'E-30', 'E-31', 'B-33'],
                term: 'considerTransfer',
                waitsOn: { ownPhysician: ['decision.made', 'transfer.granted', 'transfer.refused'] },
              },
              on: {
                'decision.made': {
                  guard: 'mayStillDecide',
                  meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
                },
                'transfer.withdrawn': [
                  {
                    guard: 'mayReturnToConcluded',
                    target: '#procedure.concluded',
                    meta: { clauses: ['B-39'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferWithdrawn' } }],
                  },
                  {
                    guard: 'mayReturnToConsidering',
                    target: 'considering',
                    meta: { clauses: ['B-39'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferWithdrawn' } }],
                  },
                  {
                    guard: 'mayReturnToDecided',
                    target: 'decided',
                    meta: { clauses: ['B-39'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferWithdrawn' } }],
                  },
                ],
                'transfer.granted': {
                  guard: 'mayGrantTransfer',
                  target: 'awaitingThirdPhysician',
                  meta: { clauses: ['D-2.14d.6', 'E-31', 'B-34', 'G-8'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'transferGranted' } },
                    { type: 'notify', params: { to: 'thirdPhysician', about: 'transferGranted' } },
                  ],
                },
                'transfer.refused': {
                  guard: 'mayReport',
                  target: 'transferRefused',
                  meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'transferRefused' } }],
                },
                'employer.asked': {
                  guard: 'mayAskEmployer',
                  target: 'awaitingEmployer',
                  meta: { clauses: ['E-34', 'B-36', 'B-37a'] },
                  actions: ['evolve'],
                },
              },
            },
            awaitingThirdPhysician: {
              description: 'A third physician has been proposed and accepts the guidance or declines it.',
              meta: {
                clauses: ['D-2.14d.6', 'E-31', 'G-8'],
                waitsOn: { thirdPhysician: ['transfer.accepted', 'transfer.declined'], ownPhysician: ['decision.made', 'transfer.granted'] },
              },
              on: {
                'decision.made': {
                  guard: 'mayStillDecide',
                  meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
                },
                'transfer.withdrawn': [
                  {
                    guard: 'mayReturnToConcluded',
                    target: '#procedure.concluded',
                    meta: { clauses: ['B-39'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferWithdrawn' } }],
                  },
                  {
                    guard: 'mayReturnToConsidering',
                    target: 'considering',
                    meta: { clauses: ['B-39'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferWithdrawn' } }],
                  },
                  {
                    guard: 'mayReturnToDecided',
                    target: 'decided',
                    meta: { clauses: ['B-39'] },
                    actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferWithdrawn' } }],
                  },
                ],
                'transfer.granted': {
                  guard: 'mayGrantTransfer',
                  meta: { clauses: ['D-2.14d.6', 'E-31', 'B-34', 'G-8'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'transferGranted' } },
                    { type: 'notify', params: { to: 'thirdPhysician', about: 'transferGranted' } },
                  ],
                },
                'transfer.refused': {
                  guard: 'mayReport',
                  target: 'transferRefused',
                  meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'transferRefused' } }],
                },
                'transfer.accepted': {
                  guard: 'mayReport',
                  target: '#procedure.transferred',
                  meta: { clauses: ['D-2.14d.6', 'E-32', 'E-33', 'B-33', 'B-34a'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employer', about: 'guidanceTransferred' } },
                    { type: 'notify', params: { to: 'thirdPhysician', about: 'heedTheResults' } },
                  ],
                },
                'transfer.declined': {
                  guard: 'mayReport',
                  meta: { clauses: ['G-8'] },
                  actions: [
                    'evolve',
                    { type: 'notify', params: { to: 'employee', about: 'transferDeclined' } },
                    { type: 'notify', params: { to: 'ownPhysician', about: 'transferDeclined' } },
                  ],
                },
              },
            },
            transferRefused: {
              description: 'The own physician does not transfer the guidance; the employee may ask the employer.',
              meta: { clauses: ['D-2.14d.6', 'E-34', 'B-35'], waitsOn: { ownPhysician: ['decision.made'] } },
              on: {
                'decision.made': {
                  guard: 'mayStillDecide',
                  meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
                },
                'employer.asked': {
                  guard: 'mayAskEmployer',
                  target: 'awaitingEmployer',
                  meta: { clauses: ['E-34', 'B-36', 'B-37a'] },
                  actions: ['evolve'],
                },
                'case.closed': { guard: 'mayReport', target: '#procedure.concluded', meta: { clauses: ['L-41'] }, actions: ['evolve'] },
              },
            },
            awaitingEmployer: {
              description: 'The employee has asked the employer for another physician.',
              meta: { clauses: ['E-34', 'B-36'], waitsOn: { employer: ['employer.agreed', 'employer.declined'], ownPhysician: ['decision.made'] } },
              on: {
                'decision.made': {
                  guard: 'mayStillDecide',
                  meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32'] },
                  actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
                },
                'employer.agreed': { guard: 'mayReport', target: '#procedure.concluded', meta: { clauses: ['E-34', 'B-36'] }, actions: ['evolve'] },
                'employer.declined': { guard: 'mayReport', target: '#procedure.concluded', meta: { clauses: ['E-34', 'B-36'] }, actions: ['evolve'] },
                'case.closed': { guard: 'mayReport', target: '#procedure.concluded', meta: { clauses: ['L-41'] }, actions: ['evolve'] },
              },
            },
          },
        },

        refused: {
          description: 'The own physician has refused the request on compelling grounds.',
          meta: { clauses: ['D-2.14d.3', 'E-12', 'E-14', 'B-06'] },
          on: {
            'instrument.discussed': { guard: 'mayReport', meta: { clauses: ['L-06', 'B-06'] }, actions: ['evolve'] },
            'request.honoured': {
              guard: 'mayHonour',
              target: '#application.choosing',
              meta: { clauses: ['W-14.2.g', 'L-08', 'G-2'] },
              actions: ['evolve'],
            },
            'request.renewed': {
              guard: 'mayReport',
              target: '#application.discussing',
              meta: { clauses: ['L-05', 'E-20', 'B-08'] },
              actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'requestMade' } }],
            },
            'uwvRoute.chosen': { guard: 'mayReport', target: 'uwvRouteChosen', meta: { clauses: ['E-43', 'B-06', 'B-41'] }, actions: ['evolve'] },
          },
        },
        outOfScope: {
          description: 'No right to a second opinion arises.',
          meta: { clauses: ['D-2.14d.1', 'B-05', 'B-43'] },
          on: {
            'request.honoured': {
              guard: 'mayHonour',
              target: '#application.choosing',
              meta: { clauses: ['L-08', 'B-05', 'G-2'] },
              actions: ['evolve'],
            },
            'request.renewed': {
              guard: 'mayReport',
              target: '#application.discussing',
              meta: { clauses: ['L-05', 'E-20', 'B-08'] },
              actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'requestMade' } }],
            },
            'uwvRoute.chosen': { guard: 'mayReport', target: 'uwvRouteChosen', meta: { clauses: ['E-43', 'B-06', 'B-41'] }, actions: ['evolve'] },
          },
        },
        uwvRouteChosen: {
          description: 'The employee has chosen the expert opinion of the UWV instead.',
          meta: { clauses: ['E-42', 'E-43', 'E-45', 'B-41'] },
          on: {
            'request.renewed': {
              guard: 'mayReport',
              target: '#application.discussing',
              meta: { clauses: ['L-05', 'E-20', 'B-08'] },
              actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'requestMade' } }],
            },
          },
        },
        withdrawn: {
          description: 'The employee has withdrawn the request.',
          meta: { clauses: ['B-39'] },
          on: {
            'request.renewed': {
              guard: 'mayReport',
              target: '#application.discussing',
              meta: { clauses: ['L-05', 'E-20', 'B-08'] },
              actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'requestMade' } }],
            },
          },
        },
        lapsed: {
          description: 'The employee died, left or did not answer.',
          meta: { clauses: ['B-46'] },
          on: {
            'request.renewed': {
              guard: 'mayReport',
              target: '#application.discussing',
              meta: { clauses: ['L-05', 'E-20', 'B-08'] },
              actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'requestMade' } }],
            },
          },
        },
        notForwarded: {
          description: 'The own physician gets no copy; his guidance goes on.',
          meta: { clauses: ['D-2.14d.6', 'L-39', 'B-30'] },
          on: {
            'advice.discussed': { guard: 'mayReport', meta: { clauses: ['D-2.14d.5', 'E-25', 'B-27'] }, actions: ['evolve'] },
            'forwarding.authorised': {
              guard: 'mayAuthoriseForwarding',
              target: '#execution.forwarding',
              meta: { clauses: ['D-2.14d.5', 'L-37', 'E-26'] },
              actions: ['evolve', { type: 'notify', params: { to: 'secondOpinionPhysician', about: 'forwardingAuthorised' } }],
            },
            'advice.handedOver': {
              guard: 'mayReport',
              target: '#completion.considering',
              meta: { clauses: ['D-2.14d.6', 'L-40', 'B-29'] },
              actions: ['evolve'],
            },
            'advice.forwarded': [
              {
                guard: 'mayForwardAsOwnRecordLearns',
                target: '#completion.considering',
                meta: { clauses: ['D-2.14d.5', 'L-38', 'B-30'] },
                actions: ['evolve'],
              },
              { guard: 'mayForward', target: '#completion.considering', meta: { clauses: ['L-38', 'L-39'], forbidden: true }, actions: ['evolve'] },
            ],
            'decision.made': {
              guard: 'mayDecide',
              target: '#completion.decided',
              meta: { clauses: ['L-40'], forbidden: true },
              actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
            },
          },
        },
        concluded: {
          description: 'The procedure has come to its end; a decision still owed to the employee can be made.',
          meta: { clauses: ['L-41', 'E-37'], waitsOn: { ownPhysician: ['decision.made'] } },
          on: {
            'decision.made': {
              guard: 'mayStillDecide',
              meta: { clauses: ['D-2.14d.5', 'L-41', 'B-32'] },
              actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'decisionMade' } }],
            },
            'transfer.requested': {
              guard: 'mayRequestTransfer',
              target: '#completion.consideringTransfer',
              meta: { clauses: ['D-2.14d.6', 'E-29', 'E-30', 'B-32'] },
              actions: ['evolve', { type: 'notify', params: { to: 'ownPhysician', about: 'transferRequested' } }],
            },
            'employer.asked': {
              guard: 'mayAskEmployer',
              target: '#completion.awaitingEmployer',
              meta: { clauses: ['E-34', 'B-36', 'B-37a'] },
              actions: ['evolve'],
            },
          },
        },
        transferred: {
          type: 'final',
          description: 'A third physician guides the employee and takes the second opinion into account.',
          meta: { clauses: ['D-2.14d.6', 'E-32', 'E-33', 'B-33'] },
        },
      },
    },
    complaints: {
      id: 'complaints',
      description: 'Complaints: at every moment, any number, beside the procedure.',
      meta: { clauses: ['D-2.14e.1', 'D-2.14e.2', 'W-14.2.h', 'E-35', 'E-36', 'E-37', 'E-38', 'B-37'], term: 'complaint' },
      initial: 'none',
      on: {
        'complaint.filed': {
          guard: 'mayComplain',
          target: '.pending',
          meta: { clauses: ['D-2.14e.1', 'E-35', 'E-36', 'E-37', 'E-38', 'B-37'] },
          actions: ['evolve'],
        },
      },
      states: {
        none: { description: 'No complaint waits, and none was answered.', meta: { clauses: ['B-37'] } },
        pending: {
          description: 'A complaint waits for its answer.',
          meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'G-12'] },
          on: {
            'complaint.acknowledged': {
              guard: 'mayHandleComplaint',
              meta: { clauses: ['D-2.14e.4', 'D-2.14e.5', 'G-12'] },
              actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'complaintAcknowledged' } }],
            },
            'complaint.progressed': {
              guard: 'mayHandleComplaint',
              meta: { clauses: ['D-2.14e.3', 'D-2.14e.4'] },
              actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'complaintProgressed' } }],
            },
            'complaint.answered': [
              {
                guard: 'mayAnswerComplaintWhileOthersWait',
                meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5', 'G-12'] },
                actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'complaintAnswered' } }],
              },
              {
                guard: 'mayAnswerComplaint',
                target: 'answered',
                meta: { clauses: ['D-2.14e.3', 'D-2.14e.4', 'D-2.14e.5', 'G-12'] },
                actions: ['evolve', { type: 'notify', params: { to: 'employee', about: 'complaintAnswered' } }],
              },
            ],
            'complaint.withdrawn': [
              { guard: 'mayWithdrawComplaintWhileOthersWait', meta: { clauses: ['B-37'] }, actions: ['evolve'] },
              { guard: 'mayWithdrawComplaintAfterAnAnswer', target: 'answered', meta: { clauses: ['B-37'] }, actions: ['evolve'] },
              { guard: 'mayWithdrawComplaint', target: 'none', meta: { clauses: ['B-37'] }, actions: ['evolve'] },
            ],
          },
        },
        answered: { description: 'No complaint waits any more, and at least one was answered.', meta: { clauses: ['D-2.14e.4'] } },
      },
    },
  },
});
