import { readFileSync, statSync } from 'node:fs';
import type { KnownPeople, Log } from '../host/api.ts';
import { type Person, peopleSchema } from '../host/register.ts';

/** What the register says of somebody on a day, as far as it decides which cases they see. */
export interface Viewer {
  person: string;
  handlesComplaints: boolean;
  mandates: { id: string; employee: string }[];
}

interface During {
  from: string;
  until: string;
}

const counts = (day: string, each: During | undefined): boolean =>
  each !== undefined && each.from <= day && day <= each.until;

function read(path: string) {
  const { until, people, physicians, mandates } = peopleSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const byId = <Item extends { id: string }>(items: Item[]) => new Map(items.map((each) => [each.id, each]));
  const mandatesOf = new Map<string, typeof mandates>();
  for (const each of mandates)
    mandatesOf.set(each.representative, [...(mandatesOf.get(each.representative) ?? []), each]);
  return { until, people: byId(people), physicians: byId(physicians), mandatesOf };
}

const look = 1_000;

/** The register in a file: read anew when that changes. While it is missing or wrong, nobody is known. */
export class FileRegister implements KnownPeople {
  #path: string;
  #log: Pick<Log, 'warn'>;
  #said: ReturnType<typeof read> | null = null;
  #version = '';
  #looked = Number.NEGATIVE_INFINITY;

  constructor(path: string, log: Pick<Log, 'warn'>) {
    this.#path = path;
    this.#log = log;
  }

  #now(): ReturnType<typeof read> | null {
    if (performance.now() - this.#looked < look) return this.#said;
    this.#looked = performance.now();
    const stat = statSync(this.#path, { throwIfNoEntry: false });
    const version = stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : 'none';
    if (version === this.#version) return this.#said;
    this.#version = version;
    try {
      this.#said = read(this.#path);
    } catch {
      this.#said = null;
      // Not what is wrong: that could quote somebody.
      this.#log.warn({}, 'The register is missing or wrong: nobody is known until it is right.');
    }
    return this.#said;
  }

  /** Null for whoever is not in it on that day, and for everybody once the register itself has expired. */
  person(id: string, day: string): Person | null {
    const register = this.#now();
    const found = register?.people.get(id);
    if (!register || register.until < day || !found || !counts(day, found)) return null;
    return { id, audits: found.audits, handlesComplaints: found.handlesComplaints };
  }

  /** Those for whom a person may record besides themselves. */
  recordsFor(recorder: string, day: string): string[] {
    const people = this.#now()?.people;
    return (people?.get(recorder)?.recordsFor ?? []).filter((each) => counts(day, people?.get(each)));
  }

  mayRecord(recorder: string, person: string, day: string): boolean {
    return recorder === person || this.recordsFor(recorder, day).includes(person);
  }

  physician(id: string, day: string): unknown {
    const found = this.#now()?.physicians.get(id);
    if (!found || !counts(day, found)) return undefined;
    const { from: _, until: __, ...known } = found;
    return known;
  }

  async mayRepresent(mandate: string, representative: string, employee: string, day: string): Promise<boolean> {
    const { mandates } = this.viewer(representative, day);
    return mandates.some((each) => each.id === mandate && each.employee === employee);
  }

  viewer(person: string, day: string): Viewer {
    return {
      person,
      handlesComplaints: this.person(person, day)?.handlesComplaints ?? false,
      mandates: (this.#now()?.mandatesOf.get(person) ?? [])
        .filter((each) => counts(day, each))
        .map(({ id, employee }) => ({ id, employee })),
    };
  }

  /** Null while nobody can say. */
  complaintHandlers(day: string): string[] | null {
    const register = this.#now();
    if (!register) return null;
    return [...register.people.values()]
      .filter((each) => each.handlesComplaints && counts(day, each))
      .map(({ id }) => id)
      .sort();
  }
}
