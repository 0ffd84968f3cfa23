import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/acts.js';
import { rankOf } from '../src/clauses.js';
import { type AidLine, decisionAid, type Situation, suggestInstruments } from '../src/forms.js';
import type { ClauseId } from '../src/index.js';
import { situations } from '../src/instruments.js';
import { clause, given, opening, usual, whenOpened } from './support/story.js';

const atOdds: Situation[] = ['disagreementOnReintegration', 'disagreementOnSuitableWork'];

const instrumentsFor = (...named: Situation[]) => suggestInstruments(named).map(({ instrument }) => instrument);

/** Every choice of situations, none of them included. */
const choices = Array.from({ length: 2 ** situations.length }, (_, choice) =>
  situations.filter((__, at) => choice & (1 << at)),
);

clause('E-39', () => {
  it('suggests the second opinion to whoever doubts the estimate of their health or abilities', () => {
    expect(suggestInstruments(['doubtAboutEstimate'])).toEqual([
      {
        instrument: 'secondOpinion',
        mayAsk: ['employee'],
        situations: ['doubtAboutEstimate'],
        clauses: ['E-39', 'E-40', 'E-41', 'E-44'],
        rank: 'commentary',
      },
    ]);
  });
});

clause('E-40', () => {
  it.each(situations.filter((situation) => situation !== 'doubtAboutEstimate'))(
    'does not lead to the second opinion by itself: %s',
    (situation) => {
      expect(instrumentsFor(situation)).not.toContain('secondOpinion');
    },
  );
});

clause('E-41', () => {
  it('suggests the second opinion beside whatever else fits, when the doubt is not the only thing named', () => {
    expect(instrumentsFor('conduct', 'doubtAboutEstimate')).toEqual(['secondOpinion', 'complaint']);
  });
});

clause('E-42', () => {
  it.each(atOdds)('suggests the expert opinion of UWV, and nothing else, for %s', (situation) => {
    expect(instrumentsFor(situation)).toEqual(['uwvExpertOpinion']);
  });
});

clause('E-43', () => {
  it('suggests one expert opinion for both disagreements, with each of its clauses once', () => {
    expect(suggestInstruments([...atOdds].reverse())).toEqual([
      {
        instrument: 'uwvExpertOpinion',
        mayAsk: ['employee', 'employer'],
        situations: atOdds,
        clauses: ['E-04', 'E-42', 'E-43', 'E-45'],
        rank: 'commentary',
      },
    ]);
  });
});

clause('E-44', () => {
  it('says that only the employee may ask for a second opinion, as the procedure has it', () => {
    expect(suggestInstruments(['doubtAboutEstimate'])[0]?.mayAsk).toEqual(['employee']);
    whenOpened({ ...opening, by: opening.participants.employer }).thenNotAllowed('actorHoldsRole');
  });
});

clause('E-45', () => {
  it.each(atOdds)('says of %s that the employer may ask for an expert opinion as well', (situation) => {
    expect(suggestInstruments([situation])[0]?.mayAsk).toEqual(['employee', 'employer']);
  });
});

clause('E-38', () => {
  it.each(['courseOfEvents', 'conduct'] as const)(
    'suggests a complaint, and nothing else, for %s, to those who may file one',
    (situation) => {
      expect(suggestInstruments([situation])).toEqual([
        {
          instrument: 'complaint',
          mayAsk: reporters['complaint.filed'],
          situations: [situation],
          clauses: ['E-38'],
          rank: 'commentary',
        },
      ]);
    },
  );
});

const ofThePool: AidLine = {
  situation: 'conduct',
  instrument: 'other',
  mayAsk: ['employee'],
  clauses: ['L-07'],
  rank: 'pool',
};

clause('L-07', () => {
  it('has one line for every situation, of the rank of its clauses', () => {
    expect(decisionAid.map(({ situation }) => situation)).toEqual(situations);
    for (const { clauses, rank } of decisionAid) expect(rank).toBe(rankOf(clauses));
  });

  it('suggests all that fits, each once, in the order of the aid', () => {
    const inOrder = ['secondOpinion', 'uwvExpertOpinion', 'complaint'];
    expect(instrumentsFor(...situations)).toEqual(inOrder);
    expect(instrumentsFor(...[...situations].reverse(), ...situations)).toEqual(inOrder);
  });

  it('takes the lines of a host, beside those of the sources or in their place', () => {
    const both = suggestInstruments(['conduct'], [...decisionAid, ofThePool]);
    expect(both.map(({ instrument, rank }) => `${instrument} ${rank}`)).toEqual(['complaint commentary', 'other pool']);
    expect(suggestInstruments(['conduct', 'doubtAboutEstimate'], [ofThePool])).toEqual([
      { instrument: 'other', mayAsk: ['employee'], situations: ['conduct'], clauses: ['L-07'], rank: 'pool' },
    ]);
  });

  it('joins lines that lead to one instrument: whoever may ask by any, every clause, the highest rank', () => {
    const ownLine: AidLine = {
      situation: 'courseOfEvents',
      instrument: 'other',
      mayAsk: ['employer', 'employee'],
      clauses: [],
      rank: 'choice',
    };
    const joined = {
      instrument: 'other',
      mayAsk: ['employer', 'employee'],
      situations: ['courseOfEvents', 'conduct'],
      clauses: ['L-07'],
      rank: 'pool',
    };
    expect(suggestInstruments(situations, [ownLine, ofThePool])).toEqual([joined]);
    expect(suggestInstruments(['courseOfEvents'], [ownLine, ofThePool])[0]).toMatchObject({ rank: 'choice' });
  });

  it('suggests nothing where nothing is named that a line knows', () => {
    expect(suggestInstruments([])).toEqual([]);
    expect(suggestInstruments(['wages', 'constructor', '__proto__'])).toEqual([]);
    expect(suggestInstruments(situations, [])).toEqual([]);
  });

  it('suggests nothing for what is no list, and throws at nothing', () => {
    const throwing = new Proxy([], {
      get: () => {
        throw new Error('read');
      },
    });
    const none = [null, 7, 'conduct', Symbol('conduct'), { situations }, new Set(situations), throwing, [throwing]];
    expect(suggestInstruments(undefined)).toEqual([]);
    for (const given of none) {
      expect(suggestInstruments(given)).toEqual([]);
      expect(suggestInstruments(situations, given)).toEqual([]);
    }
  });

  it.each<[what: string, line: unknown]>([
    ['nothing', null],
    ['a text', 'conduct'],
    ['an unknown situation', { ...ofThePool, situation: 'wages' }],
    ['an unknown instrument', { ...ofThePool, instrument: 'court' }],
    ['an unknown rank', { ...ofThePool, rank: 'highest' }],
    ['nobody who may ask', { ...ofThePool, mayAsk: undefined }],
    ['clauses that are no list', { ...ofThePool, clauses: 'L-07' }],
  ])('passes over a line that is none, and keeps the others: %s', (_, line) => {
    expect(suggestInstruments(['conduct', 'wages'], [line, ...decisionAid])).toEqual(suggestInstruments(['conduct']));
  });

  it('gives an answer of one’s own, which leaves the aid as it was', () => {
    const [first] = suggestInstruments(situations) as unknown as [{ clauses: ClauseId[]; mayAsk: unknown[] }];
    first.clauses.push('B-02');
    first.mayAsk.splice(0);
    expect(suggestInstruments(situations)[0]).not.toEqual(first);
  });
});

clause('B-02', () => {
  const named = (some: Situation[]) => usual('instrument.discussed', { situations: some });

  it('lets the request be honoured whatever was named, and refused for nothing that was', () => {
    for (const some of choices) {
      const discussed = given(named(some), 'adviceInForce.explained');
      discussed.when('request.honoured').thenIn('application.choosing');
      discussed
        .when(usual('request.refused', { grounds: ['otherInstrumentIsBetter'] }))
        .thenNotAllowed('groundIsCompelling');
    }
  });

  it('keeps nothing in the case of what was named', () => {
    const without = given('instrument.discussed').case;
    for (const some of choices) expect(given(named(some)).case).toEqual(without);
  });

  it('takes only situations that it knows, and no more than a list may hold', () => {
    const wrong = [['lowerBackPain'], 'conduct', Array(33).fill('conduct')];
    for (const some of wrong)
      given()
        .when({ ...usual('instrument.discussed'), situations: some })
        .expect({ ok: false, reason: 'malformed' });
  });
});

describe('The built door of forms and the aid', () => {
  const loadedBy = (file: string): string[] => [
    ...new Set(
      [
        ...readFileSync(new URL(file, new URL('../dist/', import.meta.url)), 'utf8').matchAll(
          /(?:from|import|require\()\s*["']([^"']+)["']/g,
        ),
      ].flatMap(([, name = '']) => (name.startsWith('./') ? loadedBy(name) : [name])),
    ),
  ];

  it.each(['forms.js', 'forms.cjs'])('loads no XState: %s', (file) => {
    expect(loadedBy(file)).not.toContain('xstate');
    expect(loadedBy(file.replace('forms', 'index'))).toEqual(expect.arrayContaining(['xstate', 'zod/mini']));
  });
});
