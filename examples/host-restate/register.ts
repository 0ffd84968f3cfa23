import { readFileSync } from 'node:fs';
import type { Register } from '../host/api.ts';
import type { People } from '../host/store.ts';

/** The register, and who is in it. */
export interface FullRegister extends Register {
  complaintHandlers(): string[];
  /** Those for whom a person may record besides themselves. */
  recordsFor(recorder: string): string[];
}

/** The register as it is when a process starts: who there is, who records for whom, who is a physician where. */
export function registerIn(path: string): FullRegister {
  const { people, physicians } = JSON.parse(readFileSync(path, 'utf8')) as People;
  const persons = new Map(people.map((each) => [each.id, each]));
  const known = new Map(physicians.map((each) => [each.id, each]));
  const recordsFor = new Map(people.map(({ id, recordsFor = [] }) => [id, new Set(recordsFor)]));
  return {
    physician: (id) => known.get(id),
    mayRecord: (recorder, person) => recorder === person || (recordsFor.get(recorder)?.has(person) ?? false),
    person: (id) => {
      const { audits = false, handlesComplaints = false } = persons.get(id) ?? {};
      return { audits, handlesComplaints };
    },
    complaintHandlers: () => people.filter(({ handlesComplaints }) => handlesComplaints).map(({ id }) => id),
    recordsFor: (recorder) => [...(recordsFor.get(recorder) ?? [])],
  };
}
