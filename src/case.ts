import * as z from 'zod';
import {
  adoptionSchema,
  contestedAdviceSchema,
  contractSchema,
  day,
  disclosureSchema,
  groundsSchema,
  id,
  ids,
  informationSourceSchema,
  instrumentSchema,
  type Opening,
  openingSchema,
  type ProcedureEvent,
  physicianSchema,
  type Role,
  recordOfSchema,
} from './events.js';
import type { Day } from './terms.js';

/** Where the procedure can stand, in the order of the text: three phases and the outcomes. */
export const stepSchema = /* @__PURE__ */ z.enum([
  'application.discussing',
  'application.choosing',
  'application.preparing',
  'application.reconsidering',
  'execution.awaitingResponse',
  'execution.inviting',
  'execution.awaitingConsultation',
  'execution.assessing',
  'execution.reviewing',
  'execution.finalising',
  'execution.awaitingConsent',
  'execution.forwarding',
  'execution.underway',
  'completion.considering',
  'completion.decided',
  'completion.consideringTransfer',
  'completion.awaitingThirdPhysician',
  'completion.transferRefused',
  'completion.awaitingEmployer',
  'refused',
  'outOfScope',
  'uwvRouteChosen',
  'withdrawn',
  'lapsed',
  'notForwarded',
  'concluded',
  'transferred',
]);

/** A step of the procedure, as the path in the chart. */
export type Step = z.infer<typeof stepSchema>;

/** An opening may leave out what has a default; a case keeps it all, since a default in its place could move a term. */
const keptContract = () => {
  const { responseTerm, alarms, military } = contractSchema.shape;
  return contractSchema.extend({
    responseTerm: responseTerm.unwrap(),
    alarms: alarms.unwrap(),
    military: military.unwrap(),
  });
};

/** More than any case comes to; it bounds the time that a stored case can take to read. */
export const many = 50_000;

/** Everything a case remembers: days, roles, choices and opaque references, never a finding, a letter or a name. */
export const fileSchema = () => {
  const refusal = { on: day, reasons: id.nullable() };
  return z.strictObject({
    caseId: id,
    recordOf: recordOfSchema,
    openedOn: day,
    participants: z.strictObject({
      employee: id,
      representative: id.nullable(),
      employer: id.nullable(),
      administration: id.nullable(),
      ownPhysician: physicianSchema,
      thirdPhysician: physicianSchema.nullable(),
      /** Who held a physician's role in this case before, or was asked to. */
      former: z.array(id).max(many),
    }),
    contract: keptContract(),
    contestedAdvice: contestedAdviceSchema,
    question: id.nullable(),
    guidanceContinues: z.boolean(),
    earlierRequests: openingSchema.shape.earlierRequests.unwrap(),
    request: z.strictObject({
      /** The opening, or the last renewal. */
      askedOn: day,
      newFacts: id.nullable(),
      /** Since when the own physician has to engage somebody; null while he has nothing to do for it. */
      engageFrom: day.nullable(),
      /** Since when it was discussed, and what was advised last. */
      instrument: z.strictObject({ on: day, advised: instrumentSchema }).nullable(),
      adviceInForceExplainedOn: day.nullable(),
      honouredOn: day.nullable(),
      outcome: z
        .discriminatedUnion('as', [
          z.strictObject({
            as: z.literal('refused'),
            ...refusal,
            grounds: groundsSchema,
            earlierRequests: ids,
          }),
          z.strictObject({ as: z.literal('outOfScope'), ...refusal, because: id }),
          z.strictObject({ as: z.literal('uwvRouteChosen'), on: day }),
          z.strictObject({ as: z.literal('withdrawn'), on: day }),
          z.strictObject({ as: z.literal('lapsed'), on: day }),
        ])
        .nullable(),
    }),
    choice: z
      .strictObject({
        on: day,
        first: physicianSchema,
        second: physicianSchema.nullable(),
        agreedWithEmployer: id.nullable(),
        /** Whose turn it is to be sent the application. */
        current: z.enum(['first', 'second']),
      })
      .nullable(),
    authorisations: z
      .array(
        z.strictObject({
          recipient: id,
          status: z.enum(['signed', 'withheld', 'revoked']),
          on: day,
          scope: id.nullable(),
          document: id.nullable(),
        }),
      )
      .max(many),
    /** Who holds the role of second-opinion physician, and what he did with the application. */
    engagement: z
      .strictObject({
        physician: id,
        /** Null when the application went to somebody nobody chose. */
        chosen: physicianSchema.nullable(),
        agreedWithEmployer: id.nullable(),
        application: z.strictObject({ on: day, form: id, medicalData: z.boolean() }),
        medicalDataSentOn: day.nullable(),
        receivedOn: day.nullable(),
        acceptedOn: day.nullable(),
        timedOutOn: day.nullable(),
        infeasibleOn: day.nullable(),
      })
      .nullable(),
    execution: z.strictObject({
      consultation: z.strictObject({
        scheduled: z.strictObject({ on: day, for: day }).nullable(),
        held: z
          .strictObject({
            on: day,
            identity: z.enum(['document', 'otherwise', 'notEstablished']),
            examined: z.boolean(),
          })
          .nullable(),
        waived: z.strictObject({ on: day, reasons: id.nullable() }).nullable(),
      }),
      /** The last question to each source, and the last answer. */
      information: z.array(
        z.strictObject({
          source: informationSourceSchema,
          consent: id.nullable(),
          requestedOn: day.nullable(),
          receivedOn: day.nullable(),
        }),
      ),
      draft: z.strictObject({ on: day, draft: id }).nullable(),
      review: z
        .strictObject({ on: day, as: z.enum(['inaccuracies', 'waived', 'timedOut']), remarks: id.nullable() })
        .nullable(),
      /** Since when the last draft was discussed, or the employee waived that. */
      discussion: z.strictObject({ on: day, waivedByEmployee: z.boolean() }).nullable(),
      advice: z.strictObject({ on: day, advice: id }).nullable(),
      forwarding: z
        .discriminatedUnion('as', [
          z.strictObject({ as: z.literal('authorised'), on: day, to: id, document: id.nullable() }),
          z.strictObject({ as: z.literal('withheld'), on: day }),
          z.strictObject({ as: z.literal('unanswered'), on: day }),
          z.strictObject({ as: z.literal('announced'), on: day }),
        ])
        .nullable(),
      /** Since when the own physician knows that no copy comes. */
      noCopyOn: day.nullable(),
    }),
    /** How the own physician came by a copy of the advice. */
    possession: z.strictObject({ on: day, through: z.enum(['forwarded', 'handedOver']) }).nullable(),
    decision: z.strictObject({ on: day, adoption: adoptionSchema, reasons: id.nullable() }).nullable(),
    transfer: z
      .strictObject({
        requestedOn: day,
        /** When the case had been closed that this request opened again. */
        closedBefore: day.nullable(),
        adviceMayBePassedOn: z.boolean(),
        grantedOn: day.nullable(),
        declinedOn: day.nullable(),
        acceptedOn: day.nullable(),
        refused: z.strictObject(refusal).nullable(),
      })
      .nullable(),
    employerRequest: z
      .strictObject({
        askedOn: day,
        answered: z.strictObject({ on: day, as: z.enum(['agreed', 'declined']) }).nullable(),
      })
      .nullable(),
    closedOn: day.nullable(),
    /** When the employer or the workplace was last asked for information with the employee's consent. */
    askedAtWork: z.array(z.strictObject({ source: z.enum(['employer', 'workplace']), on: day })),
    /** The last telling of each kind to the employer. */
    disclosures: z.array(z.strictObject({ of: disclosureSchema, on: day, consent: id.nullable() })),
    complaints: z
      .array(
        z.strictObject({
          complaint: id,
          against: id,
          filedOn: day,
          handler: id.nullable(),
          acknowledgedOn: day.nullable(),
          progressedOn: day.nullable(),
          answered: z
            .strictObject({ on: day, decision: id, reasons: id.nullable(), measuresBy: day.nullable() })
            .nullable(),
          withdrawnOn: day.nullable(),
        }),
      )
      .max(many),
  });
};

/** Everything a case remembers, and nothing medical: `file` of a `Case`, and of the context of the machine. */
export type CaseFile = z.infer<ReturnType<typeof fileSchema>>;

/** A complaint as the case remembers it: its reference, against whom, and what became of it. */
export type Complaint = CaseFile['complaints'][number];

export const nothingDone = (): CaseFile['execution'] => ({
  consultation: { scheduled: null, held: null, waived: null },
  information: [],
  draft: null,
  review: null,
  discussion: null,
  advice: null,
  forwarding: null,
  noCopyOn: null,
});

/** The case file of a checked opening. */
export function openFile(opening: Opening): CaseFile {
  const { employee, representative, employer, administration, ownPhysician } = opening.participants;
  return {
    caseId: opening.caseId,
    recordOf: opening.recordOf,
    openedOn: opening.on,
    participants: {
      employee,
      representative: representative ?? null,
      employer: employer ?? null,
      administration: administration ?? null,
      ownPhysician,
      thirdPhysician: null,
      former: [],
    },
    contract: opening.contract,
    contestedAdvice: opening.contestedAdvice,
    question: opening.question ?? null,
    guidanceContinues: opening.guidanceContinues,
    earlierRequests: opening.earlierRequests,
    request: {
      askedOn: opening.on,
      newFacts: null,
      engageFrom: opening.on,
      instrument: null,
      adviceInForceExplainedOn: null,
      honouredOn: null,
      outcome: null,
    },
    choice: null,
    authorisations: [],
    engagement: null,
    execution: nothingDone(),
    possession: null,
    decision: null,
    transfer: null,
    employerRequest: null,
    closedOn: null,
    askedAtWork: [],
    disclosures: [],
    complaints: [],
  };
}

/** Folds an event into the case file: the file as it stands after it. */
export function evolve(file: CaseFile, event: ProcedureEvent): CaseFile {
  const { on } = event;
  switch (event.type) {
    case 'instrument.discussed':
      return withRequest(file, {
        instrument: { on: earlier(file.request.instrument?.on, on), advised: event.advised },
      });
    case 'adviceInForce.explained':
      return withRequest(file, { adviceInForceExplainedOn: earlier(file.request.adviceInForceExplainedOn, on) });
    case 'request.honoured':
      return {
        ...withRequest(file, { honouredOn: on, outcome: null, engageFrom: file.request.engageFrom ?? on }),
        choice: null,
      };
    case 'request.refused':
      return ended(file, {
        as: 'refused',
        on,
        reasons: event.reasons ?? null,
        grounds: event.grounds,
        earlierRequests: event.earlierRequests,
      });
    case 'request.foundOutOfScope':
      return ended(file, { as: 'outOfScope', on, reasons: event.reasons ?? null, because: event.because });
    case 'uwvRoute.chosen':
      return ended(file, { as: 'uwvRouteChosen', on });
    case 'request.withdrawn':
      return ended(file, { as: 'withdrawn', on });
    case 'request.lapsed':
      return ended(file, { as: 'lapsed', on });
    case 'request.renewed':
      return {
        ...released(file),
        question: event.question ?? file.question,
        request: {
          askedOn: on,
          newFacts: event.newFacts ?? null,
          engageFrom: on,
          instrument: null,
          adviceInForceExplainedOn: file.request.adviceInForceExplainedOn,
          honouredOn: null,
          outcome: null,
        },
        choice: null,
        authorisations: [],
      };
    case 'physicians.chosen': {
      const { first, second = null, agreedWithEmployer = null } = event;
      const timedOut = file.engagement?.timedOutOn ? file.engagement.physician : null;
      const another = timedOut !== null && timedOut !== first.id;
      return {
        ...withRequest(another ? released(file) : file, { engageFrom: file.request.engageFrom ?? on }),
        choice: { on, first, second, agreedWithEmployer, current: 'first' },
      };
    }
    case 'outsider.notEngaged':
      return { ...file, choice: null };
    case 'authorisation.signed': {
      const { recipient, scope = null, document = null } = event;
      const forTheCurrent = file.engagement?.infeasibleOn && file.engagement.physician === recipient;
      return authorised(forTheCurrent ? withRequest(file, { engageFrom: file.request.engageFrom ?? on }) : file, {
        recipient,
        status: 'signed',
        on,
        scope,
        document,
      });
    }
    case 'authorisation.withheld':
      return authorised(file, { recipient: event.recipient, status: 'withheld', on, scope: null, document: null });
    case 'authorisation.revoked':
      return authorised(file, { recipient: event.recipient, status: 'revoked', on, scope: null, document: null });
    case 'application.sent': {
      const { to, form, medicalData } = event;
      const { choice } = file;
      const second = choice?.second?.id === to;
      const chosen = second ? choice.second : choice?.first.id === to ? choice.first : null;
      return {
        ...withRequest(file.engagement?.physician === to ? file : released(file), { engageFrom: null }),
        choice: choice && second ? { ...choice, current: 'second' } : choice,
        engagement: {
          physician: to,
          chosen,
          agreedWithEmployer: chosen ? (choice?.agreedWithEmployer ?? null) : null,
          application: { on, form, medicalData },
          medicalDataSentOn: medicalData ? on : null,
          receivedOn: null,
          acceptedOn: null,
          timedOutOn: null,
          infeasibleOn: null,
        },
        execution: nothingDone(),
      };
    }
    case 'application.received':
      return withEngagement(file, { receivedOn: on });
    case 'application.accepted':
      return {
        ...withEngagement(file, { acceptedOn: on, timedOutOn: null }),
        request: busy(file),
        choice: choiceOfEngaged(file),
      };
    case 'application.declined':
    case 'engagement.ended':
      return { ...released(file), ...passedOver(file, on) };
    case 'response.overdue':
      return { ...withEngagement(file, { timedOutOn: on }), ...passedOver(file, on) };
    case 'application.foundInfeasible':
      return withEngagement(file, { infeasibleOn: on, acceptedOn: null });
    case 'medicalData.sent':
      return event.to === file.engagement?.physician ? withEngagement(file, { medicalDataSentOn: on }) : file;
    case 'consultation.scheduled':
      return consulted(file, { scheduled: { on, for: event.for } });
    case 'consultation.held':
      return consulted(file, { held: { on, identity: event.identity, examined: event.examined } });
    case 'consultation.missed':
      return consulted(file, { scheduled: null });
    case 'consultation.waived':
      return consulted(file, { waived: { on, reasons: event.reasons ?? null } });
    case 'information.requested':
      return withInformation(event.consent ? askedAtWork(file, event.source, on) : file, event.source, {
        requestedOn: on,
        consent: event.consent ?? null,
      });
    case 'information.received':
      return withInformation(file, event.source, { receivedOn: on, consent: event.consent ?? null });
    case 'draft.submitted':
      return executed(file, { draft: { on, draft: event.draft }, review: null, discussion: null });
    case 'inaccuracies.reported':
      return executed(file, { review: { on, as: 'inaccuracies', remarks: event.remarks } });
    case 'remarks.waived':
      return executed(file, { review: { on, as: 'waived', remarks: null } });
    case 'remarks.timedOut':
      return executed(file, { review: { on, as: 'timedOut', remarks: null } });
    case 'advice.discussed':
      return executed(file, {
        discussion: {
          on: earlier(file.execution.discussion?.on, on),
          waivedByEmployee: event.waivedByEmployee ?? false,
        },
      });
    case 'advice.finalised':
      return executed(file, { advice: { on, advice: event.advice } });
    case 'forwarding.authorised':
      return executed(file, {
        forwarding: { as: 'authorised', on, to: event.to, document: event.document ?? null },
      });
    case 'forwarding.withheld':
      return executed(file, { forwarding: { as: 'withheld', on }, noCopyOn: file.execution.noCopyOn ?? on });
    case 'forwarding.unanswered':
      return executed(file, { forwarding: { as: 'unanswered', on }, noCopyOn: file.execution.noCopyOn ?? on });
    case 'noCopy.announced':
      return executed(file, { forwarding: { as: 'announced', on }, noCopyOn: file.execution.noCopyOn ?? on });
    case 'advice.forwarded':
      return { ...file, possession: { on, through: 'forwarded' } };
    case 'advice.handedOver':
      return { ...file, possession: { on, through: 'handedOver' } };
    case 'decision.made':
      return {
        ...file,
        decision: { on, adoption: event.adoption, reasons: event.reasons ?? null },
        guidanceContinues: event.guidanceContinues ?? file.guidanceContinues,
      };
    case 'transfer.requested':
      return {
        ...file,
        closedOn: null,
        transfer: {
          requestedOn: on,
          closedBefore: file.closedOn,
          adviceMayBePassedOn: event.adviceMayBePassedOn,
          grantedOn: null,
          declinedOn: null,
          acceptedOn: null,
          refused: null,
        },
      };
    case 'transfer.withdrawn':
      return { ...withoutThird(file), transfer: null, closedOn: file.transfer?.closedBefore ?? null };
    case 'transfer.granted':
      return withTransfer(
        { ...file, participants: { ...withoutThird(file).participants, thirdPhysician: event.to } },
        { grantedOn: on },
      );
    case 'transfer.refused':
      return withTransfer(withoutThird(file), { grantedOn: null, refused: { on, reasons: event.reasons ?? null } });
    case 'transfer.accepted':
      return withTransfer(file, { acceptedOn: on });
    case 'transfer.declined':
      return withTransfer(withoutThird(file), { grantedOn: null, declinedOn: on });
    case 'employer.asked':
      return { ...file, employerRequest: { askedOn: on, answered: null } };
    case 'employer.agreed':
    case 'employer.declined':
      return file.employerRequest
        ? {
            ...file,
            employerRequest: {
              ...file.employerRequest,
              answered: { on, as: event.type === 'employer.agreed' ? 'agreed' : 'declined' },
            },
          }
        : file;
    case 'case.closed':
      return { ...file, closedOn: on };
    case 'complaint.filed':
      return {
        ...file,
        complaints: [
          ...file.complaints,
          {
            complaint: event.complaint,
            against: event.against,
            filedOn: on,
            handler: null,
            acknowledgedOn: null,
            progressedOn: null,
            answered: null,
            withdrawnOn: null,
          },
        ],
      };
    case 'complaint.withdrawn':
      return withComplaint(file, event.complaint, { withdrawnOn: on });
    case 'complaint.acknowledged':
      return withComplaint(file, event.complaint, { handler: event.by, acknowledgedOn: on });
    case 'complaint.progressed':
      return withComplaint(file, event.complaint, { progressedOn: on });
    case 'complaint.answered':
      return withComplaint(file, event.complaint, {
        handler: event.by,
        answered: {
          on,
          decision: event.decision,
          reasons: event.reasons ?? null,
          measuresBy: event.measuresBy ?? null,
        },
      });
    case 'ownPhysician.replaced':
      return {
        ...file,
        participants: {
          ...file.participants,
          ownPhysician: event.physician,
          former: joined(file.participants.former, file.participants.ownPhysician.id),
        },
      };
    case 'employer.informed': {
      const known = file.disclosures.find((disclosure) => disclosure.of === event.of);
      return {
        ...file,
        disclosures: [
          ...file.disclosures.filter((disclosure) => disclosure !== known),
          { of: event.of, on, consent: event.consent ?? known?.consent ?? null },
        ],
      };
    }
  }
}

/** What was discussed before stays discussed from that day on, whenever it is discussed again. */
const earlier = (known: Day | null | undefined, on: Day): Day => (known && known < on ? known : on);

const joined = (list: string[], member: string): string[] => (list.includes(member) ? list : [...list, member]);

const withRequest = (file: CaseFile, request: Partial<CaseFile['request']>): CaseFile => ({
  ...file,
  request: { ...file.request, ...request },
});

const busy = (file: CaseFile): CaseFile['request'] => ({ ...file.request, engageFrom: null });

const ended = (file: CaseFile, outcome: CaseFile['request']['outcome']): CaseFile =>
  withRequest(file, { outcome, engageFrom: null });

const authorised = (file: CaseFile, authorisation: CaseFile['authorisations'][number]): CaseFile => ({
  ...file,
  authorisations: [
    ...file.authorisations.filter(({ recipient }) => recipient !== authorisation.recipient),
    authorisation,
  ],
});

const withEngagement = (file: CaseFile, engagement: Partial<CaseFile['engagement']>): CaseFile => ({
  ...file,
  engagement: file.engagement && { ...file.engagement, ...engagement },
});

/** Nobody holds the role of second-opinion physician any more. */
const released = (file: CaseFile): CaseFile =>
  file.engagement
    ? {
        ...file,
        engagement: null,
        participants: { ...file.participants, former: joined(file.participants.former, file.engagement.physician) },
      }
    : file;

/** The turn goes to the second preference if there is one, else a new choice is needed (`L-21`, `L-24`). */
const passedOver = (file: CaseFile, on: Day): Pick<CaseFile, 'choice' | 'request'> => ({
  choice: secondPreferenceRemains(file) && file.choice ? { ...file.choice, current: 'second' } : null,
  request: { ...file.request, engageFrom: on },
});

/** Whoever accepts late is the one chosen again, also where his choice was cleared meanwhile (`B-17`). */
const choiceOfEngaged = ({ choice, engagement }: CaseFile): CaseFile['choice'] => {
  if (!engagement) return choice;
  if (choice?.first.id === engagement.physician) return { ...choice, current: 'first' };
  if (choice?.second?.id === engagement.physician) return { ...choice, current: 'second' };
  return (
    engagement.chosen && {
      on: engagement.application.on,
      first: engagement.chosen,
      second: null,
      agreedWithEmployer: engagement.agreedWithEmployer,
      current: 'first',
    }
  );
};

const executed = (file: CaseFile, execution: Partial<CaseFile['execution']>): CaseFile => ({
  ...file,
  execution: { ...file.execution, ...execution },
});

const consulted = (file: CaseFile, consultation: Partial<CaseFile['execution']['consultation']>): CaseFile =>
  executed(file, { consultation: { ...file.execution.consultation, ...consultation } });

type Information = CaseFile['execution']['information'][number];

/** What the employer was asked stays known to him, whoever is engaged afterwards. */
const askedAtWork = (file: CaseFile, source: Information['source'], on: Day): CaseFile =>
  source === 'employer' || source === 'workplace'
    ? { ...file, askedAtWork: [...file.askedAtWork.filter((item) => item.source !== source), { source, on }] }
    : file;

/** What is new asks for a new draft, reviewed and discussed anew (`G-13`). */
const withInformation = (file: CaseFile, source: Information['source'], news: Partial<Information>): CaseFile => {
  const { information } = file.execution;
  const known = information.find((item) => item.source === source);
  return executed(file, {
    information: [
      ...information.filter((item) => item !== known),
      { ...(known ?? { source, consent: null, requestedOn: null, receivedOn: null }), ...news },
    ],
    review: null,
    discussion: null,
  });
};

const withTransfer = (file: CaseFile, transfer: Partial<CaseFile['transfer']>): CaseFile => ({
  ...file,
  transfer: file.transfer && { ...file.transfer, ...transfer },
});

const withoutThird = (file: CaseFile): CaseFile => {
  const { thirdPhysician, former } = file.participants;
  return thirdPhysician
    ? {
        ...file,
        participants: { ...file.participants, thirdPhysician: null, former: joined(former, thirdPhysician.id) },
      }
    : file;
};

const withComplaint = (file: CaseFile, complaint: string, news: Partial<Complaint>): CaseFile => ({
  ...file,
  complaints: file.complaints.map((known) => (known.complaint === complaint ? { ...known, ...news } : known)),
});

/** The physician to whom the application goes now. */
export const currentChoice = ({ choice }: CaseFile): NonNullable<CaseFile['choice']>['first'] | null =>
  choice?.[choice.current] ?? null;

/** `L-21`: a second preference was given and has not been asked. */
export const secondPreferenceRemains = ({ choice }: CaseFile): boolean =>
  choice !== null && choice.second !== null && choice.current === 'first';

/** Whether the complaint still waits for an answer. */
export const isOpen = (complaint: Complaint): boolean => !complaint.answered && !complaint.withdrawnOn;

/** The ids of those who may act in a role now; who handles a complaint stands with that complaint. */
export function holders(file: CaseFile, role: Role): string[] {
  const { employee, representative, ownPhysician, thirdPhysician, employer, administration } = file.participants;
  switch (role) {
    case 'employee':
      return representative ? [employee, representative] : [employee];
    case 'ownPhysician':
      return [ownPhysician.id];
    case 'secondOpinionPhysician':
      return file.engagement ? [file.engagement.physician] : [];
    case 'thirdPhysician':
      return thirdPhysician ? [thirdPhysician.id] : [];
    case 'employer':
      return employer ? [employer] : [];
    case 'administration':
      return administration ? [administration] : [];
    case 'scheduler':
      return ['scheduler'];
    case 'complaintHandler':
      return [];
  }
}

/** What the last authorisation of this recipient says. */
export const authorisationFor = (file: CaseFile, recipient: string): CaseFile['authorisations'][number] | null =>
  file.authorisations.find((authorisation) => authorisation.recipient === recipient) ?? null;

/** `L-20`, `B-14`: the day from which the week runs. */
export const responseFrom = ({ contract, engagement }: CaseFile): Day | null => {
  if (!engagement) return null;
  const received = contract.responseTerm.from === 'receipt' ? engagement.receivedOn : null;
  return received ?? engagement.application.on;
};
