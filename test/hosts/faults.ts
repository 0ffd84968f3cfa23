import { isDeepStrictEqual } from 'node:util';
import { type Case, dayOf, deadlines, parseCase, type Replay, type Role, replay, viewFor } from 'lpbso-second-opinion';
import { openingBody } from '../../examples/host/bodies.ts';
import { withIds } from './stories.ts';
import type { Acknowledged, World } from './world.ts';

type Entry = Record<string, unknown> & { type?: string; by: string; on: string };

interface Logged {
  event: Entry;
  recordedAt: string;
}

/** A story as it is kept, followed from its log alone. */
interface Followed {
  id: string;
  log: Logged[];
  cases: Case[];
  /** Each with the instant before which nobody could know it. */
  notices: { id: string; to: { role: string; person: string }; about: string; notBefore: string }[];
}

/** Each story has people of its own, whose ids begin with the same name. */
const castOf = (person: string): string => person.split('.')[0] ?? '';

const nearTo = ({ log }: Followed, people: Map<string, string[]>): string[] =>
  people.get(castOf(String(log[0]?.event.by))) ?? [];

export const roles: Role[] = [
  'employee',
  'ownPhysician',
  'secondOpinionPhysician',
  'thirdPhysician',
  'employer',
  'complaintHandler',
  'administration',
];

/** An event as one text, whatever the order of its fields, with its defaults, and without what the host adds. */
const textOf = (event: Record<string, unknown>): string => {
  const { caseId: _, recordedBy, ...sent } = withIds(event) as Record<string, unknown>;
  return JSON.stringify(sorted({ ...(sent.type ? sent : openingBody.parse(sent)), recordedBy }));
};

const nameOf = (text: string): string => {
  const { type = 'the opening', by, on } = JSON.parse(text);
  return `${type} by ${by} on ${on}`;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const grouped = <Item>(items: Item[], keyOf: (item: Item) => unknown): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(String(keyOf(item)), [...(groups.get(String(keyOf(item))) ?? []), item]);
  return groups;
};

const countsOf = (texts: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/** What was acknowledged is in the log exactly once, and nothing else is but what the scheduler reported. */
function faultsInLog(id: string, log: Logged[], acknowledged: Acknowledged[]): string[] {
  const said = countsOf(acknowledged.map(({ event, recorder }) => textOf({ ...event, recordedBy: recorder })));
  const kept = countsOf(log.filter(({ event }) => event.by !== 'scheduler').map(({ event }) => textOf(event)));
  return [...new Set([...said.keys(), ...kept.keys()])].flatMap((text) => {
    const [times, expected] = [kept.get(text) ?? 0, said.get(text) ?? 0];
    if (times < expected) return [`${id}: an acknowledged event is lost (${times} of ${expected}): ${nameOf(text)}`];
    return times > expected
      ? [`${id}: an event is in the log too often (${times} of ${expected}): ${nameOf(text)}`]
      : [];
  });
}

/** No term was reported early, by the clock that was right. */
function faultsInTerms({ id, log, cases }: Followed, now: Date): string[] {
  const early = log.flatMap(({ event, recordedAt }, place) => {
    if (new Date(recordedAt) > now) return [`${id}: an event was recorded in the future`];
    if (event.type !== 'response.overdue' || event.by !== 'scheduler') return [];
    const before = cases[place - 1];
    const [term] = before ? deadlines(before).filter(({ overdueFrom }) => overdueFrom) : [];
    const onTime =
      term?.overdueFrom && recordedAt >= term.overdueFrom && event.on === dayOf(new Date(recordedAt)) && term.dueOn;
    return onTime && event.on > onTime ? [] : [`${id}: a term was reported early`];
  });
  const last = cases.at(-1);
  const missed = (last ? deadlines(last) : []).filter(
    ({ overdueFrom, certainty }) => overdueFrom && certainty === 'known' && overdueFrom <= now.toISOString(),
  );
  return [...early, ...missed.map(({ term }) => `${id}: the term ${term} was missed`)];
}

/** An alarm as it is kept. */
interface Raised {
  case_id: string;
  term: string;
  role: string;
  on_day: string;
  complaint: string;
  raised_at: string | null;
}

type Row = Record<string, unknown>;

/** What a host keeps, whatever it keeps it in. */
export interface KeptRows {
  cases: Row[];
  events: Row[];
  access: Row[];
  alarms: Raised[];
  /** Under which key each letter goes out. */
  letters: { id: string; key: string }[];
  /** The access log. */
  lines: { request: string; person: string; status: number }[];
}

/** Every alarm day that has come was looked at, and none before it came. */
function faultsInAlarms({ id, cases }: Followed, alarms: Raised[], now: Date): string[] {
  const mine = alarms.filter((alarm) => alarm.case_id === id && alarm.raised_at !== null);
  const early = mine
    .filter(({ on_day, raised_at }) => dayOf(new Date(raised_at ?? '')) < on_day || new Date(raised_at ?? '') > now)
    .map(({ term }) => `${id}: the alarm for ${term} was raised early`);
  const last = cases.at(-1);
  const missed = (last ? deadlines(last) : [])
    .filter(({ alarmOn }) => alarmOn !== null && alarmOn <= dayOf(now))
    .filter(
      ({ term, alarmOn, complaint = '' }) =>
        !mine.some((alarm) => alarm.term === term && alarm.on_day === alarmOn && alarm.complaint === complaint),
    )
    .map(({ term }) => `${id}: the alarm for ${term} was missed`);
  return [...early, ...missed];
}

/** Who may look is who sees something, and nobody else. */
function faultsInAccess(
  { id, cases }: Followed,
  rows: { person: string; role: string }[],
  persons: string[],
): string[] {
  const last = cases.at(-1);
  if (!last) return [];
  const open = new Set(rows.map(({ person, role }) => `${person} as ${role}`));
  return persons.flatMap((person) =>
    roles.flatMap((role) => {
      // The host itself says who handles complaints; the library asks only that they have no part in the case.
      const may =
        viewFor(last, { role, person }).sees !== null && (role !== 'complaintHandler' || person.includes('handler'));
      const name = `${person} as ${role}`;
      if (may === open.has(name)) return [];
      return [`${id}: ${name} ${may ? 'is kept out' : 'is let in'}`];
    }),
  );
}

/** Everything that had to be told was told, under one key each, to its addressee and to nobody else. */
function faultsInLetters(
  world: World,
  followed: Followed[],
  { alarms, letters }: Pick<KeptRows, 'alarms' | 'letters'>,
  people: Map<string, string[]>,
): string[] {
  const faults: string[] = [];
  const keys = new Map(letters.map(({ id, key }) => [id, key]));
  const keyOf = (id: string): string => keys.get(id) ?? `no key for ${id}`;
  const expected = new Map(
    followed.flatMap(({ notices }) => notices.map((notice) => [keyOf(notice.id), notice] as const)),
  );
  const seen = new Map<string, string>();
  const alarmed = new Set<string>();
  const arrived = new Set(
    world.deliveries.filter(({ mood }) => mood === 'takes' || mood === 'goesSilent').map(({ key }) => key),
  );
  for (const { key, letter, at } of world.deliveries) {
    const text = JSON.stringify(letter);
    const before = seen.get(key);
    if (before !== undefined && before !== text) faults.push('one key brought two letters');
    if (before !== undefined) continue;
    seen.set(key, text);
    if (followed.some(({ id }) => text.includes(id))) faults.push('a letter holds the id of its case');
    if (/[DWLEBG]-\d/.test(text)) faults.push('a letter holds a clause');
    if (letter.about === 'alarm') {
      const { role, person } = letter.to;
      if (String(letter.onDay) > dayOf(at)) faults.push(`${person} was told early to look at ${letter.term}`);
      const due = followed.find(({ cases }) =>
        cases.some(
          (each) =>
            viewFor(each, { role: role as Role, person }).sees !== null &&
            viewFor(each, { role: role as Role, person }).deadlines.some(
              ({ term, alarmOn, complaint }) =>
                term === letter.term && alarmOn === letter.onDay && complaint === letter.complaint,
            ),
        ),
      );
      if (!due) faults.push(`an alarm went to ${person}, whom it does not concern`);
      const name = `${person} ${letter.term} ${letter.onDay} ${letter.complaint}`;
      if (alarmed.has(name)) faults.push(`an alarm went to ${person} under two keys`);
      alarmed.add(name);
      continue;
    }
    const notice = expected.get(key);
    if (!notice) faults.push(`a letter about ${letter.about} went out that nobody had to send, or under a second key`);
    else if (!isDeepStrictEqual(letter.to, notice.to))
      faults.push(`${letter.to.person} got the letter of ${notice.to.person}`);
    else if (at.toISOString() < notice.notBefore)
      faults.push(`${letter.to.person} was told early that the week has passed`);
    else if (letter.about !== notice.about) faults.push(`a letter about ${notice.about} speaks of ${letter.about}`);
  }
  for (const [key, { id, about }] of expected) if (!arrived.has(key)) faults.push(`nobody was told of ${about}: ${id}`);
  for (const { case_id, term, role, on_day, complaint } of alarms.filter(({ raised_at }) => raised_at !== null)) {
    const one = followed.find(({ id }) => id === case_id);
    const ids = one
      ? nearTo(one, people).map((id) => `${case_id}:${term}:${on_day}:${role}:${id}${complaint && `:${complaint}`}`)
      : [];
    if (!ids.some((letter) => arrived.has(keyOf(letter)))) faults.push(`${case_id}: nobody was told of the alarm`);
  }
  return faults;
}

/** Whatever was answered to somebody whom the host knew stands in the access log once, as it was answered. */
function faultsInLines({ exchanges }: World, lines: KeptRows['lines']): string[] {
  const kept = grouped(lines, ({ request }) => request);
  const answered = exchanges.filter(({ status }) => ![401, 429, 503].includes(status));
  return answered.flatMap(({ request, person, status }) => {
    const found = kept.get(request) ?? [];
    const [line] = found;
    if (found.length !== 1 || !line)
      return [`an answer ${status} to ${person} stands ${found.length} times in the access log`];
    const isRight = line.person === person && line.status === status;
    return isRight
      ? []
      : [`an answer ${status} to ${person} stands in the access log as ${line.status} to ${line.person}`];
  });
}

/**
 * What a host did wrong, as far as can be seen from what it keeps, from what it acknowledged and from what arrived at the mail room;
 * empty where every acknowledged event is in the log exactly once, every case equals the replay of its log, every notice was delivered
 * under one key to its addressee and to nobody else, no term was missed or reported early, and only who sees something may look.
 */
export function faultsIn(world: World, kept: KeptRows): string[] {
  const faults: string[] = [];
  const followed: Followed[] = [];
  const { cases: rows, alarms } = kept;
  const logs = grouped(kept.events, (row) => row.case_id);
  const access = grouped(kept.access, (row) => row.case_id);
  const acknowledged = grouped(world.acknowledged, (each) => each.caseId);
  const people = grouped(world.persons, castOf);

  for (const id of acknowledged.keys()) if (!logs.has(id)) faults.push(`${id}: an acknowledged case is lost`);
  for (const id of logs.keys()) if (!rows.some((row) => row.id === id)) faults.push(`${id}: a log has no case`);

  for (const row of rows) {
    const id = String(row.id);
    const stored = logs.get(id) ?? [];
    const log = stored.map(({ json, recorded_at }) => ({
      event: JSON.parse(String(json)) as Entry,
      recordedAt: String(recorded_at),
    }));
    faults.push(...faultsInLog(id, log, acknowledged.get(id) ?? []));
    if (stored.some(({ revision }, place) => revision !== place)) faults.push(`${id}: the log has a gap`);

    const [opening, ...events] = log.map(({ event }) => event);
    const told: Replay = replay(opening, events, 'record');
    if (!told.ok) {
      faults.push(`${id}: the log cannot be replayed from ${told.at + 1}`);
      continue;
    }
    try {
      const current = parseCase(JSON.parse(String(row.json)));
      if (!isDeepStrictEqual(current, told.case)) faults.push(`${id}: the case is not the replay of its log`);
      if (row.revision !== current.revision) faults.push(`${id}: the revision is not that of the case`);
    } catch {
      faults.push(`${id}: the case cannot be read`);
    }
    const { outcomes } = told;
    const one = {
      id,
      log,
      cases: outcomes.map((each) => each.case),
      notices: outcomes.flatMap(({ notices }, place) => {
        const before = log[place]?.event.by === 'scheduler' ? outcomes[place - 1]?.case : undefined;
        const [term] = before ? deadlines(before).filter(({ overdueFrom }) => overdueFrom) : [];
        return notices.map((notice) => ({ ...notice, notBefore: term?.overdueFrom ?? '' }));
      }),
    };
    followed.push(one);
    faults.push(...faultsInTerms(one, world.now()), ...faultsInAlarms(one, alarms, world.now()));
  }
  for (const one of followed) {
    const rows = (access.get(one.id) ?? []) as unknown as { person: string; role: string }[];
    const near = new Set([...nearTo(one, people), ...rows.map(({ person }) => person)]);
    faults.push(...faultsInAccess(one, rows, [...near]));
  }
  faults.push(...faultsInLetters(world, followed, kept, people), ...faultsInLines(world, kept.lines));
  return faults;
}
