import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Field, type FieldKind, fieldsOf, isAsked } from '../src/forms.js';
import {
  advance,
  type Case,
  type EventType,
  eventSchema,
  eventTypes,
  expectedEvents,
  openCase,
  openingSchema,
  replay,
  viewFor,
} from '../src/index.js';
import { everyPath } from '../src/testing/index.js';
import { employee, first, given, givenIn, opening, upTo, usual } from './support/story.js';
import { languages } from './support/words.js';

type Of = EventType | 'opening';

const forms: Of[] = ['opening', ...eventTypes];

interface Schema {
  type?: string;
  const?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
  required?: string[];
  pattern?: string;
  allOf?: { pattern?: string }[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

/** The schema of a form as zod writes it out. */
const written = (of: Of): Schema => {
  const schema = of === 'opening' ? openingSchema : eventSchema.def.options[eventTypes.indexOf(of)];
  return z.toJSONSchema(schema ?? expect.fail(of), { io: 'input' }) as Schema;
};

/** Of texts, only days are not references. */
const refusesReferences = ({ pattern, allOf = [] }: Schema): boolean =>
  [pattern, ...allOf.map((each) => each.pattern)].some((each) => each && !new RegExp(each).test('paper-1'));

/** Everything in a schema that a form has to know, by the way to it. */
const waysInSchema = (schema: Schema, way = ''): [string, object][] => {
  const { properties = {}, required = [], propertyNames, additionalProperties } = schema;
  const keys = propertyNames?.enum?.map((name) => [name, additionalProperties as Schema] as const);
  return [...Object.entries(properties), ...(keys ?? [])].flatMap(([name, each]) => {
    const at = way ? `${way}.${name}` : name;
    const item = each.items ?? each;
    const said = {
      required: required.includes(name),
      ...(item.enum || item.const ? { values: item.enum ?? [item.const] } : {}),
      ...(item.type === 'integer' ? { from: item.minimum, to: item.maximum } : {}),
      ...(each.default === undefined ? {} : { default: each.default }),
      isList: each.items !== undefined,
      isFlag: each.type === 'boolean',
      isDay: item.type === 'string' && !item.enum && refusesReferences(item),
    };
    const isPhysician = Object.keys(item.properties ?? {}).includes('organisations') && !item.properties?.route;
    return [[at, { ...said, isPhysician }], ...(isPhysician ? [] : waysInSchema(item, at))] as [string, object][];
  });
};

/** The same of the fields of a form. */
const waysInForm = (fields: readonly Field[], way = ''): [string, object][] =>
  fields.flatMap((field) => {
    const at = way ? `${way}.${field.name}` : field.name;
    const item: FieldKind = field.kind === 'list' ? field.of : field;
    const said = {
      required: field.required,
      ...(item.kind === 'choice' ? { values: item.values } : {}),
      ...(item.kind === 'number' ? { from: item.from, to: item.to } : {}),
      ...(field.default === undefined ? {} : { default: field.default }),
      isList: field.kind === 'list',
      isFlag: field.kind === 'flag',
      isDay: item.kind === 'day',
      isPhysician: item.kind === 'physician',
    };
    return [[at, said], ...(item.kind === 'group' ? waysInForm(item.fields, at) : [])] as [string, object][];
  });

const filled = (field: FieldKind): unknown => {
  switch (field.kind) {
    case 'person':
      return 'somebody-1';
    case 'physician':
      return first;
    case 'reference':
      return 'paper-1';
    case 'complaint':
      return 'complaint-1';
    case 'day':
      return '2026-10-28';
    case 'flag':
      return true;
    case 'choice':
      return field.values.at(-1);
    case 'number':
      return field.to;
    case 'list':
      return [filled(field.of), filled(field.of)];
    case 'group':
      return whole(field.fields);
  }
};

const whole = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, filled(field)]));

const least = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      if (!field.required) return [];
      return [[field.name, field.kind === 'group' ? least(field.fields) : filled(field)]];
    }),
  );

/** Every field, those in groups too. */
const inAll = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => {
    const item: FieldKind = field.kind === 'list' ? field.of : field;
    return [field, ...(item.kind === 'group' ? inAll(item.fields) : [])];
  });

/** Every turn of the histories of the kit that were allowed: the case before it, and the event. */
const turns = everyPath().flatMap(({ opening, events, how }) => {
  if (how === 'record') return [];
  const told = replay(opening, events);
  if (!told.ok) expect.fail('a story of the kit stops');
  return events.map((event, at) => ({ before: told.outcomes[at]?.case as Case, event: event as Told }));
});
type Told = { type: EventType } & Record<string, unknown>;

const byAnother = { recordedBy: 'secretary-1', document: 'document-2' };
const unsigned = given(
  upTo('application.preparing'),
  usual('authorisation.withheld'),
  usual('application.sent', { medicalData: false }),
  usual('application.accepted'),
).case;
const fromOwnPhysician = { source: 'ownPhysician', consent: 'consent-2' };

/** What no story of the kit has: a consent that another entered, and information from the own physician without a signature. */
const beside = [
  { before: givenIn('application.preparing').case, event: usual('authorisation.signed', byAnother) },
  { before: givenIn('execution.awaitingConsent').case, event: usual('forwarding.authorised', byAnother) },
  { before: unsigned, event: usual('information.requested', fromOwnPhysician) },
  { before: unsigned, event: usual('information.received', fromOwnPhysician) },
] as typeof turns;

const without = (event: Told, name: string): Told => {
  const { [name]: _, ...others } = event;
  return others as Told;
};

const unmetAt = (before: Case, event: unknown): string[] => {
  const outcome = advance(before, event);
  if (outcome.ok) return [];
  return outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => norm) : expect.fail(outcome.reason);
};

const fieldIn = (type: Of, name: string): Field =>
  inAll(fieldsOf(type)).find((field) => field.name === name) ?? expect.fail(`${type} has no ${name}`);

const expectedOf = (current: Case, type: EventType) =>
  expectedEvents(current).find((each) => each.type === type) ?? expect.fail(type);

describe('The fields of a form', () => {
  it.each(forms)('are those of the schema, each as the schema has it, and no other: %s', (of) => {
    const inSchema = waysInSchema(written(of)).filter(([way]) => way !== 'type');
    const byWay = ([one]: [string, object], [other]: [string, object]) => (one < other ? -1 : 1);
    expect(waysInForm(fieldsOf(of)).sort(byWay)).toEqual(inSchema.sort(byWay));
  });

  it.each(eventTypes)(
    'make an event, with everything filled in by its kind, and with only what is required: %s',
    (type) => {
      const fields = fieldsOf(type);
      expect(eventSchema.safeParse({ type, ...whole(fields) }).error).toBeUndefined();
      expect(eventSchema.safeParse({ type, ...least(fields) }).error).toBeUndefined();
      for (const name of Object.keys(least(fields)))
        expect(eventSchema.safeParse(without({ ...least(fields), type }, name)).success, name).toBe(false);
    },
  );

  it('make an opening', () => {
    const fields = fieldsOf('opening');
    // Its own record opens with what the second-opinion physician was sent, and no other does.
    expect(openingSchema.safeParse(whole(fields)).error).toBeUndefined();
    expect(openingSchema.safeParse({ ...whole(fields), application: undefined }).success).toBe(false);
    expect(openingSchema.safeParse(least(fields)).error).toBeUndefined();
  });

  it('hold what the schema fills in where it is left out', () => {
    const read = openingSchema.parse(least(fieldsOf('opening')));
    for (const field of fieldsOf('opening'))
      if (field.default !== undefined) expect(read[field.name as 'recordOf'], field.name).toEqual(field.default);
    expect(fieldIn('opening', 'guidanceContinues').default).toBe(true);
  });

  it('name somebody where they are of the kind person, and nobody where they are a reference', () => {
    const people = new Set<unknown>(['complaint-handler-2']);
    for (const { before, event } of turns) {
      const { participants, engagement } = before.file;
      const { employee, representative, employer, administration, ownPhysician, thirdPhysician } = participants;
      for (const one of [employee, representative, employer, administration, ownPhysician.id, thirdPhysician?.id])
        people.add(one);
      people.add(event.by).add(engagement?.physician);
      for (const value of Object.values(event))
        if (typeof value === 'object') people.add((value as { id?: string }).id);
    }
    const kinds = { person: new Set<unknown>(), reference: new Set<unknown>() };
    for (const { event } of turns)
      for (const { name, kind } of fieldsOf(event.type))
        if ((kind === 'person' || kind === 'reference') && event[name] !== undefined && name !== 'recordedBy')
          kinds[kind].add(event[name]);
    expect([...kinds.person].filter((each) => !people.has(each))).toEqual([]);
    expect([...kinds.reference].filter((each) => people.has(each))).toEqual([]);
    expect(kinds.person.size).toBeGreaterThan(10);
    expect(kinds.reference.size).toBeGreaterThan(20);
    for (const of of forms)
      for (const name of ['by', 'recordedBy']) expect(fieldIn(of, name).kind, `${of}: ${name}`).toBe('person');
    const inOpening = inAll(fieldsOf('opening')).filter(({ kind }) => kind === 'person');
    expect(inOpening.map(({ name }) => name)).toEqual([
      'by',
      'recordedBy',
      'employee',
      'representative',
      'employer',
      'administration',
      'to',
    ]);
  });

  it('name a complaint of the case, but for the one that is filed', () => {
    const ofComplaints = eventTypes.filter((type) => fieldsOf(type).some(({ name }) => name === 'complaint'));
    expect(ofComplaints.map((type) => [type, fieldIn(type, 'complaint').kind])).toEqual([
      ['complaint.filed', 'reference'],
      ['complaint.withdrawn', 'complaint'],
      ['complaint.acknowledged', 'complaint'],
      ['complaint.progressed', 'complaint'],
      ['complaint.answered', 'complaint'],
    ]);
  });

  it('come before who did it, on which day and who entered it', () => {
    for (const type of eventTypes)
      expect(
        fieldsOf(type)
          .slice(-3)
          .map(({ name }) => name),
      ).toEqual(['by', 'on', 'recordedBy']);
  });

  it.each(['nl', 'en'] as const)('have a word for each and for each of its choices: %s', (locale) => {
    const { fields, openings, values } = languages[locale];
    const among = (words: object, name: string) => expect(Object.keys(words), name).toContain(name);
    for (const of of forms)
      for (const field of inAll(fieldsOf(of))) {
        among(of === 'opening' ? openings : fields, field.name);
        const item: FieldKind = field.kind === 'list' ? field.of : field;
        if (item.kind !== 'choice' || field.name === 'route') continue;
        const said = field.name === 'authorisation' ? values.status : values[field.name as keyof typeof values];
        for (const value of item.values) among(said ?? {}, value);
      }
  });

  it('are none of what is no event and no opening', () => {
    for (const none of ['nothing', '', 'toString', '__proto__', null, undefined, 17, {}])
      expect(fieldsOf(none as EventType)).toEqual([]);
  });

  it('are given anew each time', () => {
    for (const of of forms) {
      const before = JSON.stringify(fieldsOf(of));
      const empty = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const inner of Object.values(value)) empty(inner);
        if (Array.isArray(value)) value.length = 0;
      };
      empty(fieldsOf(of));
      expect(JSON.stringify(fieldsOf(of)), of).toBe(before);
    }
  });
});

describe('A field that a rule asks for', () => {
  const optional = [...turns, ...beside].flatMap(({ before, event }) =>
    fieldsOf(event.type)
      .filter(({ required }) => !required)
      .map((field) => ({ before, event, field })),
  );

  it('is asked for by no other rule than those it names, wherever it is left out of a story', () => {
    const found = new Set<string>();
    for (const { before, event, field } of optional) {
      if (!(field.name in event)) continue;
      const left = without(event, field.name);
      const unmet = unmetAt(before, left);
      const asking = field.askedBy.filter((asked) => isAsked(asked, left));
      const norms: string[] = asking.map(({ norm }) => norm);
      expect(norms, `${event.type} without ${field.name}`).toEqual(expect.arrayContaining(unmet));
      for (const { norm, dependsOnCase } of asking) if (!dependsOnCase) expect(unmet).toContain(norm);
      for (const norm of unmet) found.add(`${event.type}: ${field.name}, ${norm}`);
    }
    expect([...found].sort()).toEqual(
      eventTypes
        .flatMap((type) =>
          fieldsOf(type).flatMap(({ name, askedBy }) => askedBy.map(({ norm }) => `${type}: ${name}, ${norm}`)),
        )
        .sort(),
    );
  });

  it('can be needless by the case where the employer is named already, or an authorisation covers it, and nowhere else', () => {
    const needless = eventTypes.flatMap((type) =>
      fieldsOf(type).flatMap(({ name, askedBy }) =>
        askedBy.flatMap(({ norm, dependsOnCase }) => (dependsOnCase ? [`${type}: ${name}, ${norm}`] : [])),
      ),
    );
    expect(needless.sort()).toEqual([
      'employer.asked: employer, employerIsNamed',
      'information.received: consent, employeeConsentsToOwnPhysician',
      'information.requested: consent, employeeConsentsToOwnPhysician',
    ]);
  });

  it('may be left out where the rest of the event or the case is so', () => {
    let left = 0;
    for (const { event, field } of optional) {
      if (field.name in event) continue;
      const asking = field.askedBy.filter((asked) => isAsked(asked, event) && !asked.dependsOnCase);
      expect(asking, `${event.type} has no ${field.name}`).toEqual([]);
      left += field.askedBy.length;
    }
    expect(left).toBeGreaterThan(20);
  });

  it('is a mandate, in the opening by a representative', () => {
    const [asked] = fieldIn('opening', 'mandate').askedBy;
    if (!asked) expect.fail('nobody asks for a mandate');
    const { participants } = opening;
    expect(isAsked(asked, participants)).toBe(false);
    const represented = { ...participants, representative: 'representative-1' };
    expect(isAsked(asked, represented)).toBe(true);
    expect(openCase({ ...opening, participants: represented })).toMatchObject({ unmet: [{ norm: asked.norm }] });
    expect(openCase({ ...opening, participants: { ...represented, mandate: 'mandate-1' } }).ok).toBe(true);
  });

  it('is asked by what is filled in so far, of which an empty text is nothing', () => {
    const [asked] = fieldIn('forwarding.authorised', 'document').askedBy;
    if (!asked) expect.fail('nobody asks for a document');
    const written = (recordedBy: unknown) => isAsked(asked, { by: employee, recordedBy });
    expect(['secretary-1', employee, '', null, undefined].map(written)).toEqual([true, false, false, false, false]);
    for (const nothing of [undefined, null, 17, 'a text']) expect(isAsked(asked, nothing)).toBe(false);
    const unreadable = Object.defineProperty({}, 'recordedBy', {
      get: () => {
        throw new Error('not to be read');
      },
    });
    expect(isAsked(asked, unreadable)).toBe(false);
  });
});

describe('What an expected event needs', () => {
  it('is what the schema requires and what a rule asks for whatever the rest of the event is', () => {
    for (const { before } of turns)
      for (const { type, needs, mayNeed } of expectedEvents(before)) {
        const own = fieldsOf(type).filter(({ name }) => !['by', 'on', 'recordedBy'].includes(name));
        for (const { name, required, askedBy } of own) {
          const always = askedBy.some(({ when, dependsOnCase }) => !when && !dependsOnCase);
          if (required || always) expect(needs, type).toContain(name);
          const sometimes = askedBy.filter(({ when }) => when).map(({ norm }) => norm);
          const named = mayNeed.filter(({ field }) => field === name).map(({ norm }) => norm);
          expect(sometimes, type).toEqual(expect.arrayContaining(named));
        }
        const names = own.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining([...needs, ...mayNeed.map(({ field }) => field)]));
        expect(new Set(needs).size).toBe(needs.length);
      }
  });

  it.each([
    ['authorisation.signed', 'application.preparing', ['recipient']],
    ['forwarding.authorised', 'execution.awaitingConsent', ['to']],
  ] as const)(
    'is no document from an employee who signs, but one from whoever records it for them: %s',
    (type, step, needs) => {
      const current = givenIn(step).case;
      const expected = expectedOf(current, type);
      expect(expected.needs).toEqual(needs);
      expect(expected.mayNeed).toEqual([{ field: 'document', norm: 'consentIsDocumented' }]);
      const signed = usual(type);
      expect(unmetAt(current, signed)).toEqual([]);
      expect(unmetAt(current, { ...signed, recordedBy: 'secretary-1' })).toEqual(['consentIsDocumented']);
      expect(unmetAt(current, { ...signed, recordedBy: 'secretary-1', document: 'document-1' })).toEqual([]);
    },
  );

  it('is a consent from another source than the own physician, and from them where no authorisation was signed', () => {
    const signed = givenIn('execution.inviting').case;
    const consents = (current: Case) => expectedOf(current, 'information.requested').mayNeed.map(({ norm }) => norm);
    expect(consents(signed)).toEqual(['employeeConsentsToSource']);
    expect(consents(unsigned)).toEqual(['employeeConsentsToSource', 'employeeConsentsToOwnPhysician']);
  });

  it('is an employer where the case knows none', () => {
    const { employer: _, ...others } = opening.participants;
    const told = replay({ ...opening, participants: others }, upTo('completion.considering'));
    if (!told.ok) expect.fail('stops');
    expect(expectedOf(told.case, 'employer.asked').needs).toEqual(['employer']);
    expect(expectedOf(givenIn('completion.considering').case, 'employer.asked').needs).toEqual([]);
  });

  it('is told to the party who may report it too', () => {
    const { mayReport } = viewFor(givenIn('execution.awaitingConsent').case, { role: 'employee', person: employee });
    expect(mayReport.find(({ type }) => type === 'forwarding.authorised')).toEqual({
      type: 'forwarding.authorised',
      needs: ['to'],
      mayNeed: [{ field: 'document', norm: 'consentIsDocumented' }],
      unmet: [],
    });
  });

  it('shares nothing with the norms that a reader could change', () => {
    const current = givenIn('execution.awaitingConsent').case;
    (expectedOf(current, 'forwarding.authorised').mayNeed as unknown[]).length = 0;
    expect(expectedOf(current, 'forwarding.authorised').mayNeed).toHaveLength(1);
  });
});
