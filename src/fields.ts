import * as z from 'zod/mini';
import * as core from 'zod/v4/core';
import * as names from './instruments.js';

/** The same type, readonly in all its parts. */
export type Fixed<Value> = Value extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Fixed<Value[Key]> }
    : Value;

/** The same once more, of which nothing is shared. */
export const copyOf = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  const copy = { ...value };
  for (const name in copy) copy[name] = copyOf(copy[name]);
  return copy;
};

/** A calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
export type Day = string;

/** What each code says, in English, for whoever mends the input; `…` is what is expected. */
const messages = {
  // the whole of it
  unreadable: 'cannot be read',
  unparsed: 'is a text: give what JSON.parse makes of it',
  noCase: 'is no case: give one that openCase, advance, record or parseCase answered',
  outcomeGiven: 'is an outcome: give the case in it, once it is ok',
  newerSchema: 'is of a newer version of the library, which wrote it: update the library to read it',
  // a field
  missing: 'is missing',
  unknownField: 'is no field of this',
  unknownEvent: 'expected a known event type',
  unknownValue: 'expected …',
  noObject: 'expected object',
  noList: 'expected array',
  noText: 'expected string',
  noFlag: 'expected boolean',
  noReference: 'expected 1 to 128 letters, digits or . _ : -',
  noDay: 'expected an existing day as YYYY-MM-DD',
  yearOutOfRange: 'expected a year from 1900 to 2199',
  beforeTheRight: 'expected a day from 2017-07-01, when the right to a second opinion began',
  alarmOutOfRange: 'expected 1 to 366 days',
  noCount: 'expected a whole number from 0',
  tooMany: 'expected at most …',
  wrongRecord: 'expected in the record of the second-opinion physician, and in no other',
  // a stored case against itself, which is told apart in the message
  contradiction: 'contradicts the rest of the case',
  twice: 'holds one thing twice',
  tooEarly: 'lies too early',
};

/** What is wrong with an input, by a name that a program can rely on; `issues` of the words says each. */
export type IssueCode = keyof typeof messages;

const opaque = () => z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,128}$/, messages.noReference));

/** An opaque id or reference of the host: no free text reaches a case. */
export const id = opaque();

// A schema checks these as it checks an id; a form offers something else for each.

/** Who: somebody of the host's, by their id. */
export const person = opaque();

/** Which of the complaints of the case. */
export const complaint = opaque();

/** A calendar day in Europe/Amsterdam. */
export const day = z.iso
  .date({ error: messages.noDay, abort: true })
  .check(z.regex(/^(19|20|21)/, messages.yearOutOfRange));

/** A day on which a case can open: the right to a second opinion began on 1 July 2017 (`E-02`, `B-44`). */
export const openingDay = day.check(z.regex(/^(?:2017-(?:0[7-9]|1)|201[89]|20[2-9]|21)/, messages.beforeTheRight));

// Zod's own type of a whole number is not in every version from 4.1 on; this one is.
const whole = (least: number, most: number, error: string): z.ZodMiniNumber<number> =>
  z.int({ error }).check(z.gte(least, error), z.lte(most, error));

/** After how many days a contract may look at an open term. */
export const alarmDays = { from: 1, to: 366 };
export const alarm = whole(alarmDays.from, alarmDays.to, messages.alarmOutOfRange);

/** How many there are, or were. */
export const count = () => whole(0, Number.MAX_SAFE_INTEGER, messages.noCount);

const few = 32;

const nothing = /* @__PURE__ */ z.never();

type Initialising = { init(schema: z.ZodMiniObject, def: z.ZodMiniObject['def']): void };

/** Where the engine lets it (`docs/hosts.md`), zod writes a function that checks the fields; `zod/mini` goes through them each time. */
const Compiled = /* @__PURE__ */ core.$constructor<z.ZodMiniObject>('Compiled', (schema, def) => {
  const parts: Initialising[] = [z.ZodMiniObject, core.$ZodObjectJIT];
  for (const part of parts) part.init(schema, def);
});

/** An object with these fields and no others. */
export const strictObject: typeof z.strictObject = (shape) =>
  new Compiled({ type: 'object', shape: shape as z.core.$ZodShape, catchall: nothing }) as never;

export const listOf = <Item extends z.ZodMiniType>(item: Item, most = few) =>
  z.array(item).check(z.maxLength(most, `expected at most ${most}`));

/** What only the record of the second-opinion physician opens with. */
export const onlyInTheirRecord = messages.wrongRecord;

export const ids = listOf(id);
export const days = listOf(day);

export const physician = strictObject({
  id,
  organisations: ids,
  registered: z.boolean(),
  pool: z.boolean(),
  complaintsProcedure: z.optional(id),
});

/**
 * A physician as the host knows them. `organisations`: the occupational health services and companies they work for;
 * `registered`: as occupational physician; `pool`: affiliated with the LPBSO, which the host looks up; `complaintsProcedure`: the
 * reference of their own, where it is not that of the contract (`B-74`).
 */
export type Physician = Fixed<z.infer<typeof physician>>;

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
  readonly path: string;
  /** What is wrong, by a name; `words.issues` says it in Dutch and in English. */
  readonly code: IssueCode;
  /**
   * What belongs there, where that is a closed list: its values (`unknownValue`), the nearest name that is known (`unknownEvent`,
   * `unknownField`), or how many there may be (`tooMany`).
   */
  readonly expected?: readonly string[];
  /** The same in English, for whoever mends the input. */
  readonly message: string;
}

/** An issue in the words of its code, or in those that say which of its kind it is. */
export const issue = (path: string, code: IssueCode, expected: string[] = [], said: string = messages[code]): Issue => {
  const all = expected.join(' or ');
  const hint = all && !said.includes('…') ? `; did you mean ${all}?` : '';
  return { path, code, ...(all && { expected }), message: said.replace('…', all) + hint };
};

const codeSaying = new Map(Object.entries(messages).map(([code, said]) => [said, code as IssueCode]));

const kinds: Record<string, IssueCode> = {
  object: 'noObject',
  record: 'noObject',
  array: 'noList',
  string: 'noText',
  boolean: 'noFlag',
};

/** How many letters have to be put in, left out or changed to make one word the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const letter of one) {
    const above = row;
    row = [(above[0] as number) + 1];
    for (let at = 0; at < other.length; at += 1) {
      const changed = (above[at] as number) + (letter === other[at] ? 0 : 1);
      row.push(Math.min(changed, (above[at + 1] as number) + 1, (row[at] as number) + 1));
    }
  }
  return row.at(-1) as number;
}

/** The known name nearest to what was given; none where even that one differs too much. */
function nearest(given: unknown, known: string[]): string[] {
  if (typeof given !== 'string') return [];
  // A name that is more than three letters longer or shorter is not compared, so that a long text costs no time.
  const far = Math.min(3, Math.floor(given.length / 3));
  const near = known
    .filter((name) => Math.abs(name.length - given.length) <= far)
    .map((name) => ({ name, off: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ off }) => off <= far)
    .sort((one, other) => one.off - other.off);
  return near.slice(0, 1).map(({ name }) => name);
}

// Not two underscores: `__proto__` in a path could harm a host that follows the path to the field.
const nameable = /^(?!__)[A-Za-z_]\w{0,39}$/;

/** What a schema takes, where that is a closed list. */
export const valuesOf = (schema: z.core.$ZodType | undefined): string[] =>
  Array.from(schema?._zod.values ?? new Set(), String);

/** The names of an object's fields, or of a record's keys, as a schema has them. */
const namesIn = (schema: z.core.$ZodRawIssue['inst']): string[] => {
  const { shape = {}, keyType } = (schema?._zod.def ?? {}) as { shape?: object; keyType?: z.core.$ZodType };
  return [...Object.keys(shape), ...valuesOf(keyType)];
};

/** What zod found, in words of our own. */
const issuesOf = (found: z.core.$ZodIssue): Issue[] => {
  // The schemas are strict: a path holds the names of their fields and positions in lists; but a record has keys of its own.
  const at = (...more: string[]): string =>
    [...found.path, ...more]
      .map((name) => (typeof name === 'number' || nameable.test(String(name)) ? name : '?'))
      .join('.');
  const given: unknown =
    found.code === 'invalid_union' ? Reflect.get(Object(found.input), String(found.discriminator)) : found.input;
  if (given === undefined && found.path.length > 0) return [issue(at(), 'missing')];
  const code = codeSaying.get(found.message);
  if (code) return [issue(at(), code)];
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys
        .slice(0, few)
        .map((key) => issue(at(key), 'unknownField', nearest(key, found.message.split(','))));
    case 'invalid_type':
      return [issue(at(), kinds[found.expected] ?? 'unreadable')];
    case 'invalid_value':
      return [issue(at(), 'unknownValue', found.values.map(String))];
    case 'invalid_union': {
      const { options = {} } = found as { options?: object };
      const known = Object.values(options).map(String);
      return [
        found.discriminator === 'type'
          ? issue(at(), 'unknownEvent', nearest(given, known))
          : issue(at(), 'unknownValue', known),
      ];
    }
    case 'too_big':
      return [issue(at(), 'tooMany', [String(found.maximum)])];
    // A key that a record does not take: all else has words of its own.
    default:
      return [issue(at(), 'unknownField')];
  }
};

/** Asked before what a host told zod, whose words could quote a value: of a key that is none, which fields there are instead. */
const inOurWords = {
  reportInput: true,
  error: ({ code, inst }: z.core.$ZodRawIssue): string =>
    code === 'unrecognized_keys' ? namesIn(inst).join() : String(code),
};

/** Checks any input against a schema; an input that cannot even be looked at is an issue too. */
export function check<Output>(
  schema: z.ZodMiniType<Output>,
  input: unknown,
): { ok: true; value: Output } | { ok: false; issues: Issue[] } {
  if (typeof input === 'string') return { ok: false, issues: [issue('', 'unparsed')] };
  try {
    const result = schema.safeParse(input, inOurWords);
    if (result.success) return { ok: true, value: result.data };
    const found = result.error.issues.slice(0, few).flatMap(issuesOf);
    const isFirst = ({ path, code }: Issue, at: number): boolean =>
      at === found.findIndex((other) => other.path === path && other.code === code);
    return { ok: false, issues: found.filter(isFirst).slice(0, few) };
  } catch {
    return { ok: false, issues: [issue('', 'unreadable')] };
  }
}
