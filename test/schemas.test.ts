import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { day as dayOfAnEvent } from '../src/fields.js';
import { caseSchema, eventSchema, openingSchema, replay } from '../src/index.js';
import { stories } from '../src/testing/index.js';
import { goldenVersions } from './support/golden.ts';

// The files in the package, read by a validator that knows nothing of the library.

const root = resolve(import.meta.dirname, '..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

// The pattern alone is to tell a day: a validator need not know the format.
const formats = { date: true } as const;
const ajv = new Ajv2020({ strict: true, discriminator: true, keywords: ['reportedBy'], formats });
const kinds = {
  opening: { zod: openingSchema, json: ajv.compile(readJson('dist/schemas/opening.schema.json')) },
  event: { zod: eventSchema, json: ajv.compile(readJson('dist/schemas/event.schema.json')) },
  case: { zod: caseSchema, json: ajv.compile(readJson('dist/schemas/case.schema.json')) },
};
type Kind = keyof typeof kinds;

interface Log {
  name: string;
  how: 'advance' | 'record';
  opening: unknown;
  events: unknown[];
}

const kept: (Log & { malformed: unknown[] })[] = goldenVersions(join(root, 'test/golden')).flatMap(
  ({ version, histories }) =>
    histories.map(({ name, how, opening, turns }) => {
      const isMalformed = ([, line]: (typeof turns)[number]) => line.startsWith('malformed');
      return {
        name: `${name} (${version})`,
        how,
        opening,
        events: turns.filter((turn) => !isMalformed(turn)).map(([event]) => event),
        malformed: turns.filter(isMalformed).map(([event]) => event),
      };
    }),
);

const examples: Log[] = readdirSync(join(root, 'examples/cases')).map((file) => {
  const { opening, events } = readJson(`examples/cases/${file}`);
  return { name: file, how: 'record', opening, events };
});

const told: Log[] = Object.entries(stories).map(([name, { opening, events }]) => ({
  name,
  how: 'advance',
  opening,
  events,
}));

const logs: Log[] = [...kept, ...examples, ...told];

const refusedBy = (kind: Kind, values: unknown[]): string[] => {
  const { json } = kinds[kind];
  return values
    .filter((value) => !json(value))
    .map((value) => `${ajv.errorsText(json.errors)}: ${JSON.stringify(value)}`);
};

/** Every case that a log comes by. An event that is refused leaves the case as it was. */
const casesIn = ({ how, opening, events }: Log): unknown[] => {
  const taken: unknown[] = [];
  for (const event of events) if (replay(opening, [...taken, event], how).ok) taken.push(event);
  const { outcomes } = replay(opening, taken, how) as Extract<ReturnType<typeof replay>, { ok: true }>;
  return outcomes.flatMap((outcome) => (outcome.ok ? [JSON.parse(JSON.stringify(outcome.case))] : []));
};

describe('The JSON Schemas take what every story holds', () => {
  it.each(logs.map((log) => [log.name, log] as const))('%s', (_, log) => {
    expect(refusedBy('opening', [log.opening])).toEqual([]);
    expect(refusedBy('event', log.events)).toEqual([]);
    const cases = casesIn(log);
    expect(cases.length).toBeGreaterThan(0);
    expect(refusedBy('case', cases)).toEqual([]);
  });

  it('and a validator that is only told to pass over the discriminator answers the same', () => {
    const plain = new Ajv2020({ strict: true, keywords: ['reportedBy', 'discriminator'], formats });
    const takes = plain.compile(readJson('dist/schemas/event.schema.json'));
    expect(logs.flatMap(({ events }) => events).filter((event) => !takes(event))).toEqual([]);
    expect(kept.flatMap(({ malformed }) => malformed).filter((event) => takes(event))).toEqual([]);
  });

  it('and say of an event that lacks something what that one lacks, not what each other event would', () => {
    const { json } = kinds.event;
    expect(json({ type: 'request.honoured', by: 'physician-own' })).toBe(false);
    expect(ajv.errorsText(json.errors)).toBe("data must have required property 'on'");
  });

  it('and refuse what was malformed in them', () => {
    const malformed = kept.flatMap((log) => log.malformed);
    expect(refusedBy('event', malformed)).toHaveLength(malformed.length);
  });
});

const wrong = [
  null,
  true,
  0,
  1.5,
  366.5,
  -1,
  '',
  'a b',
  'x'.repeat(129),
  '2026-02-30',
  '2017-06-30',
  '1899-12-31',
  '20260325',
  [],
  ['a b'],
  {},
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with something else in one place: each place of it, each thing that may be there by mistake. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* wrong;
  if (Array.isArray(value)) {
    yield Array.from({ length: 201 }, () => value[0] ?? 'one-too-many');
    for (const [index, part] of value.entries())
      for (const other of spoilt(part)) yield Object.assign([...value], { [index]: other });
  } else if (isRecord(value)) {
    yield { ...value, medicalFinding: 'a-finding' };
    for (const [key, part] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      for (const other of spoilt(part)) yield { ...value, [key]: other };
    }
  }
}

const shape = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(shape)[0] ?? ''}]`
    : isRecord(value)
      ? `{${Object.entries(value).map(([key, part]) => `${key}:${key === 'type' || key === 'step' ? part : shape(part)}`)}}`
      : typeof value;

/** One of each shape. */
const ofEachShape = (values: unknown[]): unknown[] => [
  ...new Map(values.map((value) => [shape(value), value])).values(),
];

describe('The JSON Schemas answer as the library does to what is malformed', () => {
  const lastCases = kept.map((log) => casesIn(log).at(-1));
  const sound: Record<Kind, unknown[]> = {
    opening: ofEachShape(logs.map(({ opening }) => opening)),
    event: ofEachShape(logs.flatMap(({ events }) => events)),
    case: ofEachShape(lastCases).slice(0, 12),
  };

  it.each(Object.keys(kinds) as Kind[])('the schema of the %s', { timeout: 120_000 }, (kind) => {
    const { zod, json } = kinds[kind];
    const values = sound[kind].flatMap((value) => [...spoilt(value)]);
    const otherwise = values.filter((value) => zod.safeParse(value).success !== json(value));
    expect(otherwise.slice(0, 5)).toEqual([]);
    expect(values.filter((value) => !json(value)).length).toBeGreaterThan(values.length / 2);
  });
});

describe('A day in the JSON Schemas has a format and one pattern', () => {
  const isDay = (part: unknown): part is { format: string; pattern: string } =>
    isRecord(part) && String(part.pattern ?? JSON.stringify(part.allOf)).includes('02-29');
  const daysIn = (part: unknown): unknown[] =>
    isDay(part) ? [part] : typeof part === 'object' && part ? Object.values(part).flatMap(daysIn) : [];

  it.each(Object.keys(kinds))('in the schema of the %s', (kind) => {
    const found = daysIn(readJson(`dist/schemas/${kind}.schema.json`));
    expect(found.length).toBeGreaterThan(1);
    for (const each of found)
      expect(each).toEqual({ type: 'string', format: 'date', pattern: expect.stringMatching(/^\^[^^]*\$$/) });
  });

  it.each([
    ['event', dayOfAnEvent],
    ['opening', openingSchema.shape.on],
  ] as const)('which is right on every day: that of the %s', (kind, on) => {
    const { oneOf, properties } = readJson(`dist/schemas/${kind}.schema.json`);
    const pattern = new RegExp((oneOf?.[0].properties ?? properties).on.pattern);
    const two = (number: number) => String(number).padStart(2, '0');
    const otherwise: string[] = [];
    for (let year = 1890; year < 2210; year += 1)
      for (let month = 0; month <= 13; month += 1)
        for (let date = 0; date <= 32; date += 1) {
          const day = `${year}-${two(month)}-${two(date)}`;
          if (pattern.test(day) !== on.safeParse(day).success) otherwise.push(day);
        }
    expect(otherwise).toEqual([]);
  });
});
