// What there is to see of a case, item by item, and where each party's view holds it.
import type {
  Case,
  Role,
  SeenByAdministration,
  SeenByComplaintHandler,
  SeenByEmployee,
  SeenByEmployer,
  SeenByOwnPhysician,
  SeenBySecondOpinionPhysician,
  SeenBySuccessor,
  SeenByThirdPhysician,
  SeenByTimedOutPhysician,
} from 'lpbso-second-opinion';
import type { Words } from 'lpbso-second-opinion/words';
import { viewOf } from './people.ts';

/** The way to each field within a type, up to three names. */
type Path<Shape, Depth extends 0[] = []> = Depth['length'] extends 3
  ? never
  : Shape extends readonly unknown[]
    ? never
    : Shape extends object
      ? { [Name in keyof Shape & string]: Name | `${Name}.${Path<Shape[Name], [...Depth, 0]>}` }[keyof Shape & string]
      : never;

type SeenBySecond = SeenBySecondOpinionPhysician | SeenByTimedOutPhysician;

/** A field that some party may see. */
export type SeenField = keyof Words['views'];

interface Paths {
  employee: Path<SeenByEmployee>;
  ownPhysician: Path<SeenByOwnPhysician | SeenBySuccessor>;
  secondOpinionPhysician: Path<SeenBySecond>;
  thirdPhysician: Path<SeenByThirdPhysician>;
  employer: Path<SeenByEmployer>;
  complaintHandler: Path<SeenByComplaintHandler>;
  administration: Path<SeenByAdministration>;
}

/** A party that may see something; the scheduler sees nothing. */
export type Party = keyof Paths;

/** The parties to the procedure, and those beside it. */
export const parties: Party[] = ['employee', 'ownPhysician', 'secondOpinionPhysician', 'thirdPhysician', 'employer'];
export const partiesBeside: Party[] = ['complaintHandler', 'administration'];

type Row = { [Name in Party]?: Paths[Name] | Paths[Name][] };

const rows = <Item extends string>(all: Record<Item, Row>): Record<Item, Row> => all;

/** The items in the order of the procedure. */
const paths = rows({
  request: {
    employee: 'caseId',
    ownPhysician: 'caseId',
    secondOpinionPhysician: 'caseId',
    thirdPhysician: 'caseId',
    complaintHandler: 'caseId',
    administration: 'caseId',
  },
  step: {
    employee: ['step', 'since'],
    ownPhysician: ['step', 'since'],
    secondOpinionPhysician: ['step', 'since'],
    thirdPhysician: ['step', 'since'],
    administration: ['step', 'since'],
  },
  people: {
    employee: ['ownPhysician'],
    ownPhysician: ['employee'],
    secondOpinionPhysician: ['employee', 'ownPhysician'],
    thirdPhysician: 'employee',
    administration: ['employee', 'ownPhysician'],
  },
  contestedAdvice: {
    employee: 'contestedAdvice',
    ownPhysician: 'contestedAdvice',
    secondOpinionPhysician: 'contestedAdvice',
    thirdPhysician: 'passedOn.contestedAdvice',
  },
  question: {
    employee: 'question',
    ownPhysician: 'question',
    secondOpinionPhysician: 'question',
    thirdPhysician: 'passedOn.question',
  },
  adviceInForce: {
    employee: 'adviceInForce',
    ownPhysician: 'adviceInForce',
    secondOpinionPhysician: 'adviceInForce',
  },
  guidance: { employee: 'guidanceContinues', ownPhysician: 'guidanceContinues' },
  contract: { employee: 'contract', ownPhysician: 'contract' },
  earlierRequests: { employee: 'earlierRequests', ownPhysician: 'earlierRequests' },
  discussing: { employee: 'request', ownPhysician: ['request', 'askedOn'] },
  choice: { employee: 'choice', ownPhysician: 'choice', administration: 'physicianChosen' },
  authorisation: {
    employee: 'authorisations',
    ownPhysician: 'authorisations',
    secondOpinionPhysician: 'authorisation',
    administration: 'authorisationAnswered',
  },
  application: {
    employee: 'engagement.application',
    ownPhysician: 'engagement.application',
    secondOpinionPhysician: 'application',
    administration: 'application.on',
  },
  engaged: {
    employee: ['engagement.physician', 'engagement.chosen', 'engagement.agreedWithEmployer'],
    ownPhysician: ['engagement.physician', 'engagement.chosen', 'engagement.agreedWithEmployer'],
  },
  medicalData: {
    employee: 'engagement.medicalDataSentOn',
    ownPhysician: 'engagement.medicalDataSentOn',
    secondOpinionPhysician: 'medicalDataSentOn',
  },
  received: {
    employee: 'engagement.receivedOn',
    ownPhysician: 'engagement.receivedOn',
    secondOpinionPhysician: 'receivedOn',
    administration: 'application.receivedOn',
  },
  response: {
    employee: ['engagement.acceptedOn', 'engagement.timedOutOn'],
    ownPhysician: ['engagement.acceptedOn', 'engagement.timedOutOn'],
    secondOpinionPhysician: 'acceptedOn',
    administration: 'application.answeredOn',
  },
  infeasible: {
    employee: 'engagement.infeasibleOn',
    ownPhysician: 'engagement.infeasibleOn',
    secondOpinionPhysician: 'infeasibleOn',
  },
  consultation: { employee: 'execution.consultation', secondOpinionPhysician: 'execution.consultation' },
  information: {
    employee: 'execution.information',
    ownPhysician: 'informationAskedOn',
    secondOpinionPhysician: 'execution.information',
    employer: 'asked',
  },
  draft: { employee: 'execution.draft', secondOpinionPhysician: 'execution.draft' },
  review: { employee: 'execution.review', secondOpinionPhysician: 'execution.review' },
  discussion: { employee: 'execution.discussion', secondOpinionPhysician: 'execution.discussion' },
  advice: {
    employee: 'execution.advice',
    ownPhysician: 'advice.reference',
    secondOpinionPhysician: 'execution.advice',
    thirdPhysician: 'passedOn.advice',
  },
  forwarding: { employee: 'execution.forwarding', secondOpinionPhysician: 'execution.forwarding' },
  noCopy: {
    employee: ['execution.noCopyOn', 'execution.copyWithoutConsentOn'],
    ownPhysician: 'noCopyOn',
    secondOpinionPhysician: 'execution.copyWithoutConsentOn',
  },
  copy: {
    employee: ['possession', 'execution.copyWithoutConsentOn'],
    ownPhysician: ['advice.on', 'advice.through'],
    secondOpinionPhysician: ['forwardedOn', 'execution.copyWithoutConsentOn'],
  },
  decision: { employee: 'decision', ownPhysician: 'decision', thirdPhysician: 'passedOn.decision' },
  transfer: { employee: 'transfer', ownPhysician: 'transfer', employer: 'guidance' },
  thirdPhysician: { employee: 'thirdPhysician', ownPhysician: 'thirdPhysician', administration: 'thirdPhysician' },
  employerAsked: { employee: 'employerRequest', employer: 'request' },
  disclosures: { employee: 'disclosures', employer: 'told' },
  complaints: {
    employee: 'complaints',
    ownPhysician: 'complaints',
    secondOpinionPhysician: 'complaints',
    thirdPhysician: 'complaints',
    complaintHandler: 'complaints',
  },
  payer: { employee: 'payer', ownPhysician: 'payer', secondOpinionPhysician: 'payer', administration: 'payer' },
});

export type Item = keyof typeof paths;

/** Every item, in the order of the procedure. */
export const items = Object.keys(paths) as Item[];

/** The ways to the fields in which a party sees an item. */
export const pathsOf = (item: Item, party: Party): string[] => {
  const row: Row = paths[item];
  return [row[party] ?? []].flat();
};

/** A field of an item, with the name that says what it is. */
export interface Shown {
  name: SeenField;
  value: unknown;
  /** Whether its name has to be said, since the item is made of several fields. */
  named: boolean;
}

const valueAt = (sees: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null),
      sees,
    );

const saysSomething = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysSomething);
  return value !== null && value !== undefined && value !== false;
};

/** What a party sees of an item; empty where it sees nothing, or there is nothing yet. */
export const shownTo = (sees: unknown, item: Item, party: Party): Shown[] =>
  pathsOf(item, party)
    .map((path) => ({
      name: path.split('.').at(-1) as SeenField,
      value: valueAt(sees, path),
      named: Object.values(paths[item]).some((fields) => typeof fields !== 'string'),
    }))
    .filter(({ name, value }) => saysSomething(value) || (name === 'guidanceContinues' && value === false));

/** One item as it stands with each party: what it sees, or a grey square where another sees something. */
export interface Line {
  item: Item;
  cells: { party: Party; shown: Shown[]; grey: boolean }[];
}

/** Everything that somebody sees of a case, and who does not. */
export function linesOf(current: Case, columns: Party[]): Line[] {
  const everybody = [...parties, ...partiesBeside].map((party) => ({
    party,
    sees: viewOf(current, party as Role).sees as unknown,
  }));
  return items.flatMap((item) => {
    const cells = everybody.map(({ party, sees }) => {
      const shown = shownTo(sees, item, party);
      return { party, shown, grey: shown.length === 0 };
    });
    return cells.some(({ grey }) => !grey)
      ? [{ item, cells: columns.flatMap((column) => cells.filter(({ party }) => party === column)) }]
      : [];
  });
}
