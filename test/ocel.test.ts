import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ocel, ocelOf } from '../src/figures.js';
import { recordedHistories } from '../src/testing/arbitraries.js';
import { openingOf, type Story, stories, workedCases } from '../src/testing/index.js';
import { patience, runs } from './support/histories.js';
import { idsIn, ofAnother, story } from './support/many.js';
import { ocel20Schema } from './support/ocel20.ts';
import { employee, first, onDay, opening, own, successor, usual } from './support/story.js';

/** As RFC 3339 has it, in UTC. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ajv = new Ajv({ strict: true, allErrors: true, formats: { 'date-time': dateTime } });
const isOcel = ajv.compile(ocel20Schema);

const faultsIn = (log: unknown): string => (isOcel(log) ? '' : ajv.errorsText(isOcel.errors));

/** Each id another word, in which the id cannot be read. */
const pseudonyms = () => {
  const names = new Map<string, string>();
  return (id: string): string => {
    const name = names.get(id) ?? `x${names.size}`;
    names.set(id, name);
    return name;
  };
};

const asItIs = (id: string): string => id;

const worked = workedCases().map(ofAnother);
const told = Object.values(stories).map(ofAnother);

const short = story(
  opening,
  ...onDay('2026-03-18', 'instrument.discussed'),
  usual('request.refused', { on: '2026-03-20', by: 'planning-1' }),
  usual('request.refused', { on: '2026-03-20', grounds: ['labourConflict'] }),
  ...onDay('2026-03-20', 'complaint.filed'),
  ...onDay('2026-03-23', 'complaint.acknowledged'),
);

describe('The published schema of OCEL 2.0', () => {
  it.each<[what: string, logs: Story[]]>([
    ['the worked cases', worked],
    ['the stories', told],
    ['no case', []],
  ])('is kept by the log of %s', (_, logs) => {
    expect(faultsIn(ocelOf(logs, pseudonyms()))).toBe('');
  });

  it('is kept by whatever people did', { timeout: patience }, () => {
    fc.assert(
      fc.property(fc.array(recordedHistories, { maxLength: 4 }), (histories) => {
        const log = ocelOf(histories.map(ofAnother), pseudonyms());
        expect(faultsIn(JSON.parse(JSON.stringify(log)))).toBe('');
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it.each<[what: string, wrong: (log: Ocel) => unknown]>([
    ['no object types', ({ objectTypes: _, ...rest }) => rest],
    ['an event without time', (log) => ({ ...log, events: log.events.map(({ time: _, ...rest }) => rest) })],
    ['a day for a time', (log) => ({ ...log, events: log.events.map((event) => ({ ...event, time: '2026-03-18' })) })],
    [
      'a relationship without qualifier',
      (log) => ({ ...log, objects: [{ id: 'a', type: 'case', relationships: [{ objectId: 'b' }] }, ...log.objects] }),
    ],
  ])('is not kept by a log with %s', (_, wrong) => {
    expect(faultsIn(wrong(ocelOf([short], asItIs)))).not.toBe('');
  });
});

describe('The log of a case', () => {
  it('tells what was done, in its case, by whom, and who came into a role by it; not what was void', () => {
    const { events, objects } = ocelOf([short], asItIs);
    const inCase = { objectId: 'case:so-2026-0017', qualifier: 'case' };
    const about = { objectId: 'complaint:so-2026-0017:complaint-1', qualifier: 'complaint' };
    const by = (objectId: string) => ({ objectId, qualifier: 'by' });
    const joins = (objectId: string) => ({ objectId, qualifier: 'joins' });
    const event = (place: number, type: string, time: string, ...relationships: object[]) => ({
      id: `event:so-2026-0017:${place}`,
      type,
      time,
      attributes: [],
      relationships: [inCase, ...relationships],
    });
    expect(events).toEqual([
      event(
        0,
        'case.opened',
        '2026-03-18T12:00:00.000Z',
        by('employee:employee-1'),
        joins('employee:employee-1'),
        joins('ownPhysician:physician-own'),
      ),
      event(1, 'instrument.discussed', '2026-03-18T12:00:00.001Z', by('ownPhysician:physician-own')),
      event(2, 'request.refused', '2026-03-20T12:00:00.002Z', by('ownPhysician:physician-own')),
      event(3, 'complaint.filed', '2026-03-20T12:00:00.003Z', by('employee:employee-1'), about),
      event(4, 'complaint.acknowledged', '2026-03-23T12:00:00.004Z', by('complaintHandler:handler-1'), about),
    ]);
    const person = (type: string, id: string) => ({ id: `${type}:${id}`, type, attributes: [], relationships: [] });
    expect(objects).toEqual([
      {
        id: 'case:so-2026-0017',
        type: 'case',
        attributes: [],
        relationships: [
          { objectId: 'employee:employee-1', qualifier: 'employee' },
          { objectId: 'ownPhysician:physician-own', qualifier: 'ownPhysician' },
          { objectId: 'complaintHandler:handler-1', qualifier: 'complaintHandler' },
        ],
      },
      person('employee', 'employee-1'),
      person('ownPhysician', 'physician-own'),
      person('complaintHandler', 'handler-1'),
      { id: about.objectId, type: 'complaint', attributes: [], relationships: [inCase] },
    ]);
  });

  const joiningIn = (log: Ocel): [type: string, joined: string][] =>
    log.events.flatMap(({ type, relationships }) =>
      relationships.flatMap(({ objectId, qualifier }): [string, string][] =>
        qualifier === 'joins' ? [[type, objectId]] : [],
      ),
    );

  it('says when a physician comes into a role', () => {
    const sent = story(
      opening,
      ...onDay(
        '2026-03-18',
        'instrument.discussed',
        'adviceInForce.explained',
        'request.honoured',
        'physicians.chosen',
      ),
      ...onDay('2026-03-18', 'authorisation.signed', 'application.sent', 'ownPhysician.replaced'),
    );
    expect(joiningIn(ocelOf([sent], asItIs)).slice(2)).toEqual([
      ['application.sent', `secondOpinionPhysician:${first.id}`],
      ['ownPhysician.replaced', `ownPhysician:${successor.id}`],
    ]);
  });

  it('begins with whoever sent the application, in the second-opinion physician’s own record', () => {
    const theirs = story(
      openingOf({
        by: own.id,
        recordOf: 'secondOpinionPhysician',
        application: { to: first.id, form: 'form-1', medicalData: false },
      }),
    );
    expect(ocelOf([theirs], asItIs).events[0]?.relationships).toEqual([
      { objectId: 'case:so-2026-0017', qualifier: 'case' },
      { objectId: `ownPhysician:${own.id}`, qualifier: 'by' },
      { objectId: `employee:${employee}`, qualifier: 'joins' },
      { objectId: `ownPhysician:${own.id}`, qualifier: 'joins' },
      { objectId: `secondOpinionPhysician:${first.id}`, qualifier: 'joins' },
    ]);
  });

  it('puts what a representative does under the role of the employee, whom they act for', () => {
    const changed = { by: 'representative-1', participants: { representative: 'representative-1', mandate: 'm-1' } };
    const [event] = ocelOf([story(openingOf(changed))], asItIs).events;
    expect(event?.relationships).toContainEqual({ objectId: 'employee:representative-1', qualifier: 'by' });
    expect(event?.relationships).toContainEqual({ objectId: `employee:${employee}`, qualifier: 'joins' });
  });
});

describe('Every log', () => {
  const log = ocelOf([...worked, ...told.map((each, at) => ofAnother(each, `told-${at}`))], pseudonyms());

  it('declares each type once, and uses no other', () => {
    for (const [types, used] of [
      [log.eventTypes, log.events],
      [log.objectTypes, log.objects],
    ] as const) {
      const names = types.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining([...new Set(used.map(({ type }) => type))]));
    }
  });

  it('has no id twice, and relates only to what is in it', () => {
    for (const list of [log.events, log.objects]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const objects = new Set(log.objects.map(({ id }) => id));
    const related = [...log.events, ...log.objects].flatMap(({ relationships }) => relationships);
    expect(related.filter(({ objectId }) => !objects.has(objectId))).toEqual([]);
  });

  it('puts an event on its day in Amsterdam, in summer and in winter, and those of a case in the order of the log', () => {
    const amsterdam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
    const { opening: start, events } = story(
      { ...opening, on: '2026-03-28' },
      ...onDay('2026-03-28', 'instrument.discussed', 'adviceInForce.explained'),
      ...onDay('2026-03-29', 'request.honoured'),
    );
    const times = ocelOf([{ opening: start, events }], asItIs).events.map(({ time }) => time);
    expect(times.map((time) => amsterdam.format(new Date(time)))).toEqual([
      '2026-03-28',
      '2026-03-28',
      '2026-03-28',
      '2026-03-29',
    ]);
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(4);
  });
});

describe('What is about a person', () => {
  const wordsOf = (log: Ocel): Set<string> => new Set(JSON.stringify(log).match(/[\w.-]+/g));

  it('is not in it: no id or reference of a log, only what the host made of it', { timeout: patience }, () => {
    fc.assert(
      fc.property(fc.array(recordedHistories, { minLength: 1, maxLength: 3 }), (histories) => {
        const said = wordsOf(ocelOf(histories, pseudonyms()));
        expect(idsIn(histories).filter((id) => said.has(id))).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('is not in it even where an id is its own pseudonym, but for cases, people by their role and complaints', () => {
    const words = [...wordsOf(ocelOf([...worked, ...told], asItIs))];
    const references = /^(question|reasons|advice|document|draft|form|decision|mandate|facts|consent|authorisation)-/;
    const said = /^(labourConflict|deliberateDelay|notAHealthMatter|doubtAboutEstimate|noord|zuid|full|partial)$/;
    expect(words.filter((word) => references.test(word) || said.test(word))).toEqual([]);
    expect(words).toContain(own.id);
  });

  it('is not in it either where the host names a role: an employer only appears where they do something', () => {
    expect(JSON.stringify(ocelOf([short], asItIs))).not.toContain('employer-1');
  });

  it.each<[what: string, pseudonym: unknown]>([
    ['is no function', 'x'],
    ['gives nothing', () => undefined],
    ['gives a number', () => 7],
    [
      'throws',
      () => {
        throw new Error('no key');
      },
    ],
  ])('leaves a log out where the pseudonym %s', (_, pseudonym) => {
    const none = ocelOf([short], pseudonym);
    expect({ events: none.events, objects: none.objects }).toEqual({ events: [], objects: [] });
  });

  it('leaves out only the log for which there is no pseudonym', () => {
    const only = (id: string) => {
      if (id === 'case-of-2') throw new Error('no key');
      return id;
    };
    expect(
      ocelOf(
        [1, 2, 3].map((who) => ofAnother(short, who)),
        only,
      ),
    ).toEqual(
      ocelOf(
        [1, 3].map((who) => ofAnother(short, who)),
        asItIs,
      ),
    );
  });
});

describe('What cannot be replayed', () => {
  it.each<[what: string, log: unknown]>([
    ['nothing', null],
    ['an opening that is none', { opening: {}, events: [] }],
    ['an event out of its turn', { opening, events: [usual('decision.made')] }],
  ])('is left out, and nothing is thrown: %s', (_, log) => {
    expect(ocelOf([log, short], asItIs)).toEqual(ocelOf([short], asItIs));
  });

  it('is an empty log where the cases are no list', () => {
    for (const none of [undefined, null, 7, {}]) expect(ocelOf(none, asItIs)).toEqual(ocelOf([], asItIs));
  });
});

it('The order of the cases does not matter to what is in the log', () => {
  const sorted = ({ events, objects }: Ocel) => ({
    events: events.map((each) => JSON.stringify(each)).sort(),
    objects: objects.map((each) => JSON.stringify(each)).sort(),
  });
  expect(sorted(ocelOf([...worked].reverse(), asItIs))).toEqual(sorted(ocelOf(worked, asItIs)));
});
