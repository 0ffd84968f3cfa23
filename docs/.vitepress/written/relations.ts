import { type ClauseId, clauseIds, type EventType, eventTypes, type NormName, norms } from 'lpbso-second-opinion';
import { citedBy } from './clauses-cited.ts';
import { workedCases } from './worked-cases.ts';

// What belongs together, read once and in one direction; the other direction follows, so that pages link both ways.

const names = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const isEvent = (name: string): name is EventType => (eventTypes as readonly string[]).includes(name);

const isNorm = (name: string): name is NormName => Object.hasOwn(norms, name);

type Pairs<From extends string, To extends string> = Map<From, To[]>;

const turned = <From extends string, To extends string>(
  pairs: Pairs<From, To>,
  order: readonly To[],
): Pairs<To, From> =>
  new Map(order.map((to) => [to, [...pairs].filter(([, all]) => all.includes(to)).map(([from]) => from)]));

const pairsOf = <From extends string, To extends string>(
  froms: readonly From[],
  to: (from: From) => Iterable<To>,
): Pairs<From, To> => new Map(froms.map((from) => [from, [...new Set(to(from))]]));

const getting =
  <From extends string, To extends string>(pairs: Pairs<From, To>) =>
  (from: From): To[] =>
    pairs.get(from) ?? [];

export const normNames = Object.keys(norms) as NormName[];

const caseNames = workedCases.map(({ name }) => name);

/** Asked of every event, which then do not name it each. */
export const isUniversal = (name: NormName): boolean => norms[name].of === undefined;

const citing = (id: ClauseId, kind: string): string[] => citedBy.get(id)?.[kind]?.flatMap(names) ?? [];
const workedCase = (name: string) => workedCases.find((each) => each.name === name);

const ofNorms = pairsOf<NormName, EventType>(normNames, (name) => norms[name].of ?? []);
const ofClauses = pairsOf<ClauseId, EventType>(clauseIds, (id) => citing(id, 'Transitions').filter(isEvent));
const clauseNorms = pairsOf<ClauseId, NormName>(clauseIds, (id) => citing(id, 'Norms').filter(isNorm));
const caseEvents = pairsOf<string, EventType>(
  caseNames,
  (name) => workedCase(name)?.events.map(({ type }) => type) ?? [],
);
const caseClauses = pairsOf<string, ClauseId>(caseNames, (name) =>
  clauseIds.filter((id) => workedCase(name)?.clauses.has(id)),
);
const caseNorms = pairsOf<string, NormName>(
  caseNames,
  (name) => workedCase(name)?.ended.deviations.map(({ norm }) => norm) ?? [],
);

export const eventsOfNorm = getting(ofNorms);
export const normsOfEvent = getting(turned(ofNorms, eventTypes));
export const eventsOfClause = getting(ofClauses);
export const clausesOfEvent = getting(turned(ofClauses, eventTypes));
export const clausesOfNorm = getting(turned(clauseNorms, normNames));
export const eventsOfCase = getting(caseEvents);
export const casesOfEvent = getting(turned(caseEvents, eventTypes));
export const casesOfClause = getting(turned(caseClauses, clauseIds));
/** What was against the rules in a case. */
export const normsOfCase = getting(caseNorms);
export const casesOfNorm = getting(turned(caseNorms, normNames));
