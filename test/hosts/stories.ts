import type { NoticeTopic } from 'lpbso-second-opinion';
import { everyPath, type Path } from 'lpbso-second-opinion/testing';
import type { People } from '../../examples/host/register.ts';

/** A story as it is sent to a host: told in people of its own, from a day of its own. */
export interface Sent {
  name: string;
  how: 'advance' | 'record';
  opening: Record<string, unknown>;
  events: ({ type: string; by: string; on: string } & Record<string, unknown>)[];
  people: People;
}

interface Physician {
  id: string;
  organisations: string[];
  registered: boolean;
  pool: boolean;
}

const isPhysician = (value: unknown): value is Physician =>
  typeof value === 'object' && value !== null && 'registered' in value;

/** The same, with the ids of physicians in the place of what is known of them. */
export const withIds = (value: unknown): unknown => {
  if (isPhysician(value)) return value.id;
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner)]));
};

const stringsIn = (value: unknown, map: (text: string) => string): unknown => {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((each) => stringsIn(each, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stringsIn(inner, map)]));
};

const physiciansIn = (value: unknown): Physician[] => {
  if (isPhysician(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(physiciansIn) : [];
};

const paths = everyPath();
const firstDay = '2026-03-18';

export const daysLater = (day: string, days: number): string => {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** How many stories there are, which together take every way on of the chart. */
export const storyCount = paths.length;

/** One of the stories, by its place, told in other people, from the day given. */
export const storyOf = (index: number, cast: string, from: string): Sent =>
  toldOf(paths[index % paths.length] as Path, cast, from);

/** One of the stories, by its name. */
export function storyNamed(name: string, cast: string, from: string): Sent {
  const path = paths.find((each) => each.name === name);
  if (!path) throw new Error(`There is no story of ${name}`);
  return toldOf(path, cast, from);
}

type Participants = Record<'employee' | 'representative' | 'mandate', string | undefined>;

const mandatesIn = ({ employee, representative, mandate }: Participants) =>
  employee && representative && mandate ? [{ id: mandate, employee, representative }] : [];

function toldOf({ name, how, ...path }: Path, cast: string, from: string): Sent {
  const { recordedBy: _, caseId, ...opening } = path.opening;
  // Who enters it is known to a host, and not for anybody to say.
  const events = path.events.map(({ recordedBy, ...event }) => event);
  const told = [opening, ...events] as Record<string, unknown>[];
  const participants = opening.participants as Record<string, unknown>;
  const ids = new Set<string>([
    ...told.map(({ by }) => String(by)).filter((by) => by !== 'scheduler'),
    ...physiciansIn(told).map(({ id }) => id),
    ...Object.values(participants).filter((value) => typeof value === 'string'),
  ]);
  const shift = days(firstDay, from);
  const map = (text: string): string => {
    if (ids.has(text)) return `${cast}.${text}`;
    return /^\d{4}-\d\d-\d\d$/.test(text) ? daysLater(text, shift) : text;
  };
  const mine = (value: unknown) => stringsIn(value, map);
  const request = mine(withIds(opening)) as Record<string, unknown>;
  const contract = { ...(request.contract as object), alarms: { engage: 3, decide: 5, complaint: 7 } };
  const everybody = [...ids].map((id) => `${cast}.${id}`);
  const planning = `${cast}.planning-1`;
  return {
    name,
    how,
    opening: { ...request, contract },
    events: mine(withIds(events)) as Sent['events'],
    people: {
      people: [...new Set([...everybody, planning])].map((id) => ({
        id,
        ...(id.includes('handler') ? { handlesComplaints: true } : {}),
        ...(id === planning ? { audits: true, recordsFor: everybody } : {}),
      })),
      physicians: [...new Map(physiciansIn(mine(told)).map((each) => [each.id, each])).values()],
      mandates: mandatesIn(mine(participants) as Participants),
    },
  };
}

/** The registers of several stories as one. */
export const together = (stories: { people: People }[]): People => ({
  people: stories.flatMap(({ people }) => people.people),
  physicians: stories.flatMap(({ people }) => people.physicians),
  mandates: stories.flatMap(({ people }) => people.mandates ?? []),
});

const id = (cast: string, person: string): string => `${cast}.${person}`;

/** A story of the usual way, as far as the application has been sent; the response is then waited for. */
export const sentStory = (cast: string, from = firstDay, more: Partial<Record<'extendedBy', string>> = {}) => {
  const { opening, people } = storyOf(0, cast, from);
  const own = id(cast, 'physician-own');
  const employee = id(cast, 'employee-1');
  const first = id(cast, 'physician-first');
  const contract = {
    ...(opening.contract as object),
    responseTerm: { from: 'receipt', extendedBy: 'none', ...more },
  };
  return {
    employee,
    own,
    first,
    employer: id(cast, 'employer-1'),
    planning: id(cast, 'planning-1'),
    people,
    opening: { ...opening, contract },
    events: [
      { type: 'instrument.discussed', by: own, on: from, advised: 'secondOpinion' },
      { type: 'adviceInForce.explained', by: own, on: from },
      { type: 'request.honoured', by: own, on: from },
      { type: 'physicians.chosen', by: employee, on: from, first },
      { type: 'authorisation.signed', by: employee, on: from, recipient: first },
      { type: 'application.sent', by: own, on: from, to: first, medicalData: true, form: 'form-1' },
    ],
  };
};

/** What that story tells people: a letter about each. */
export const toldInSentStory: NoticeTopic[] = [
  'requestMade',
  'requestHonoured',
  'physiciansChosen',
  'authorisationAsked',
  'authorisationSigned',
  'applicationSent',
];

const physician = (id: string, organisation: string, pool: boolean) => ({
  id,
  organisations: [organisation],
  registered: true,
  pool,
});

/** Everybody that such a story needs. */
export const castOf = (...casts: string[]) => ({
  people: casts.flatMap((cast) => {
    const everybody = ['employee-1', 'physician-own', 'physician-first', 'employer-1', 'planning-1'].map((each) =>
      id(cast, each),
    );
    return [
      ...everybody.map((each) => ({
        id: each,
        ...(each.endsWith('planning-1') ? { audits: true, recordsFor: everybody } : {}),
      })),
      { id: id(cast, 'handler-1'), handlesComplaints: true },
    ];
  }),
  physicians: casts.flatMap((cast) => [
    physician(id(cast, 'physician-own'), 'noord', false),
    physician(id(cast, 'physician-first'), 'zuid', true),
  ]),
});

export type SentStory = ReturnType<typeof sentStory>;
