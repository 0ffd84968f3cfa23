import * as z from 'zod';
import * as names from './instruments.js';

/** A calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
export type Day = string;

/** An opaque id or reference of the host: no free text reaches a case. */
export const id = z.string().regex(/^[A-Za-z0-9._:-]{1,128}$/, 'expected 1 to 128 letters, digits or . _ : -');

/** A calendar day in Europe/Amsterdam. */
export const day = z.iso
  .date({ error: 'expected an existing day as YYYY-MM-DD', abort: true })
  .regex(/^(19|20|21)/, 'expected a year from 1900 to 2199');

const few = 32;

export const listOf = <Item extends z.ZodType>(item: Item, most = few) =>
  z.array(item).max(most, `expected at most ${most}`);

export const ids = listOf(id);
export const days = listOf(day);

export const physician = z.strictObject({
  id,
  organisations: ids,
  registered: z.boolean(),
  pool: z.boolean(),
  complaintsProcedure: id.optional(),
});

/**
 * A physician as the host knows them. `organisations`: the occupational health services and companies they work for;
 * `registered`: as occupational physician; `pool`: affiliated with the LPBSO, which the host looks up; `complaintsProcedure`: the
 * reference of their own, where it is not that of the contract (`B-74`).
 */
export type Physician = z.infer<typeof physician>;

// The closed lists of the procedure.

export const task = z.enum(['sicknessAbsenceGuidance', 'healthExamination', 'workHealthConsultation', 'other']);

export const grounds = listOf(
  z.enum([
    'repeatedSameQuestion',
    'seekingDesiredAnswer',
    'deliberateDelay',
    'intentToHarm',
    'otherAbuse',
    'otherInstrumentIsBetter',
    'labourConflict',
    'useless',
    'cost',
    'other',
  ]),
);

export const outOfScope = z.enum([
  'noAdviceByOccupationalPhysician',
  'preEmploymentExamination',
  'notAHealthMatter',
  'notAskedByEmployee',
]);

export const instrument = z.enum(names.instruments);

export const situations = listOf(z.enum(names.situations));

export const informationSource = z.enum(['ownPhysician', 'treatingProfessional', 'employer', 'workplace', 'elsewhere']);

export const identity = z.enum(['document', 'otherwise', 'notEstablished']);

export const adoption = z.enum(['full', 'partial', 'none']);

/** Of what reasons can be owed. */
export const owing = z.enum(['refusal', 'outOfScope', 'decision']);

export const disclosure = z.enum(['request', 'advice', 'decision']);

/** What is wrong with an input, and where; never quotes a value. */
export interface Issue {
  /** The way to the field, its names joined by dots; empty for the whole. */
  path: string;
  /** What is expected there, in English, for whoever mends the input. */
  message: string;
}

// Not two underscores: `__proto__` in a path could harm a host that follows the path to the field.
const nameable = /^(?!__)[A-Za-z_]\w{0,39}$/;

const issuesOf = (found: z.core.$ZodIssue): Issue[] => {
  // The schemas are strict: a path holds only the names of their fields, and positions in lists.
  const at = (...more: string[]): string => [...found.path, ...more].join('.');
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys
        .slice(0, few)
        .map((key) => ({ path: at(nameable.test(key) ? key : '?'), message: 'is no field of this' }));
    case 'invalid_type':
      return [{ path: at(), message: `expected ${found.expected === 'record' ? 'object' : found.expected}` }];
    case 'invalid_value':
      return [{ path: at(), message: `expected ${found.values.join(' or ')}` }];
    case 'invalid_union':
      return [{ path: at(), message: 'expected a known event type' }];
    default:
      return [{ path: at(), message: found.message }];
  }
};

/** Checks any input against a schema; an input that cannot even be looked at is an issue too. */
export function check<Output>(
  schema: z.ZodType<Output>,
  input: unknown,
): { ok: true; value: Output } | { ok: false; issues: Issue[] } {
  try {
    const result = schema.safeParse(input);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, issues: result.error.issues.slice(0, few).flatMap(issuesOf) };
  } catch {
    return { ok: false, issues: [{ path: '', message: 'cannot be read' }] };
  }
}
