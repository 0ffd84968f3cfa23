/** From high to low. */
export const ranks = ['law', 'pool', 'commentary', 'choice'] as const;

/**
 * How high a clause stands: the law, then what the pool (LPBSO) agreed, then the commentary on the law, then `choice`: a decision of this library
 * where the texts leave one open.
 */
export type Rank = (typeof ranks)[number];

/**
 * Where a clause comes from: `decree` (Arbobesluit) and `act` (Arbowet) are the law, `pool` is the LPBSO's own text, `commentary` the
 * explanatory text; `decision` and `rule` are of this library.
 */
export type ClauseSource = 'decree' | 'act' | 'pool' | 'commentary' | 'decision' | 'rule';

/** One clause of a source; what it says stands in `clauses/nl.ts` and `clauses/en.ts`. */
export interface Clause {
  /** The text it stands in. */
  readonly source: ClauseSource;
  /** Where it stands in its source, in Dutch; for a decision or a rule, what it interprets. */
  readonly place: string;
}

/** By what an id begins with: its source, and how high that stands. */
const kinds: Record<string, { source: ClauseSource; rank: Rank }> = {
  D: { source: 'decree', rank: 'law' },
  W: { source: 'act', rank: 'law' },
  L: { source: 'pool', rank: 'pool' },
  E: { source: 'commentary', rank: 'commentary' },
  B: { source: 'decision', rank: 'choice' },
  G: { source: 'rule', rank: 'choice' },
};

/** Where each clause stands that the chart and the norms may cite. */
const places = {
  // Arbobesluit
  'D-1.34a': 'art. 1.34a Arbobesluit',
  'D-2.14d.1': 'art. 2.14d lid 1 Arbobesluit',
  'D-2.14d.2': 'art. 2.14d lid 2 Arbobesluit',
  'D-2.14d.3': 'art. 2.14d lid 3 Arbobesluit',
  'D-2.14d.4': 'art. 2.14d lid 4 Arbobesluit',
  'D-2.14d.5': 'art. 2.14d lid 5 Arbobesluit',
  'D-2.14d.6': 'art. 2.14d lid 6 Arbobesluit',
  'D-2.14e.1': 'art. 2.14e lid 1 Arbobesluit',
  'D-2.14e.2': 'art. 2.14e lid 2 Arbobesluit',
  'D-2.14e.3': 'art. 2.14e lid 3 Arbobesluit',
  'D-2.14e.4': 'art. 2.14e lid 4 Arbobesluit',
  'D-2.14e.5': 'art. 2.14e lid 5 Arbobesluit',

  // Arbowet
  'W-14.2.g': 'art. 14 lid 2 onder g Arbowet',
  'W-14.2.h': 'art. 14 lid 2 onder h Arbowet',
  'W-14.4': 'art. 14 lid 4 Arbowet',
  'W-44': 'art. 44 Arbowet',

  // LPBSO, steps for the employee
  'L-01': 'inleiding',
  'L-02': 'inleiding',
  'L-03': 'fase 1, stap 1',
  'L-04': 'fase 1, stap 1',
  'L-05': 'fase 1, stap 1',
  'L-06': 'fase 1, stap 2',
  'L-07': 'fase 1, stap 2',
  'L-08': 'fase 1, stap 2',
  'L-09': 'fase 1, stap 2',
  'L-10': 'fase 1, stap 2',
  'L-11': 'fase 1, stap 2',
  'L-12': 'fase 1, stap 2',
  'L-13': 'fase 1, stap 3',
  'L-14': 'fase 1, stap 3',
  'L-15': 'fase 1, stap 3',
  'L-16': 'fase 1, stap 3',
  'L-17': 'fase 1, stap 3',
  'L-18': 'fase 1, stap 3',
  'L-19': 'fase 1, stap 3',
  'L-20': 'fase 1, stap 3',
  'L-21': 'fase 1, stap 3',
  'L-22': 'fase 1, stap 3',
  'L-23': 'fase 2, stap 4',
  'L-24': 'fase 2, stap 4',
  'L-25': 'fase 2, stap 4',
  'L-26': 'fase 2, stap 4',
  'L-27': 'fase 2, stap 5',
  'L-28': 'fase 2, stap 5',
  'L-29': 'fase 2, stap 5',
  'L-30': 'fase 2, stap 6',
  'L-31': 'fase 2, stap 6',
  'L-32': 'fase 2, stap 7',
  'L-33': 'fase 2, stap 7',
  'L-34': 'fase 2, stap 7',
  'L-35': 'fase 2, stap 7',
  'L-36': 'fase 2, stap 7',
  'L-37': 'fase 2, stap 7',
  'L-38': 'fase 2, stap 7',
  'L-39': 'fase 2, stap 7',
  'L-40': 'fase 3, stap 8',
  'L-41': 'fase 3, stap 8',

  // Enroute, article
  'E-01': 'Inleiding',
  'E-02': 'Inleiding',
  'E-03': 'Inleiding',
  'E-04': 'Inleiding',
  'E-05': 'Aanvragen',
  'E-06': 'Aanvragen',
  'E-07': 'Aanvragen',
  'E-08': 'Aanvragen',
  'E-09': 'Aanvragen',
  'E-10': 'Aanvragen',
  'E-11': 'Aanvragen',
  'E-12': 'Aanvragen',
  'E-13': 'Aanvragen',
  'E-14': 'Weigeren',
  'E-15': 'Weigeren',
  'E-16': 'Weigeren',
  'E-17': 'Weigeren',
  'E-18': 'Weigeren',
  'E-19': 'Weigeren',
  'E-20': 'Proces',
  'E-21': 'Proces',
  'E-22': 'Proces',
  'E-23': 'Proces',
  'E-24': 'Proces',
  'E-25': 'Proces',
  'E-26': 'Proces',
  'E-27': 'Proces',
  'E-28': 'Proces',
  'E-29': 'Proces',
  'E-30': 'Proces',
  'E-31': 'Proces',
  'E-32': 'Proces',
  'E-33': 'Proces',
  'E-34': 'Proces',
  'E-35': 'Proces',
  'E-36': 'Klachtenprocedure',
  'E-37': 'Klachtenprocedure',
  'E-38': 'Klachtenprocedure',
  'E-39': 'Second opinion of deskundigenoordeel',
  'E-40': 'Second opinion of deskundigenoordeel',
  'E-41': 'Second opinion of deskundigenoordeel',
  'E-42': 'Second opinion of deskundigenoordeel',
  'E-43': 'Second opinion of deskundigenoordeel',
  'E-44': 'Second opinion of deskundigenoordeel',
  'E-45': 'Second opinion of deskundigenoordeel',
  'E-46': 'Auteursblok, aankondigingen en voettekst',

  // Decisions on doubts and conflicts between the sources
  'B-01': 'keuze bij E-01, L-03',
  'B-02': 'keuze bij L-06, L-08',
  'B-03': 'keuze bij E-18, L-09',
  'B-04': 'keuze bij E-19',
  'B-05': 'keuze bij art. 2.14d lid 1, E-40',
  'B-06': 'keuze bij E-12',
  'B-07': 'keuze bij E-16, L-10',
  'B-08': 'keuze bij E-19',
  'B-08a': 'keuze bij art. 2.14d lid 3',
  'B-09': 'keuze bij E-08',
  'B-10': 'keuze bij L-13, L-22',
  'B-11': 'keuze bij L-04, art. 2.14d lid 2',
  'B-12': 'keuze bij E-13, art. 2.14d lid 2',
  'B-12a': 'keuze bij E-13',
  'B-13': 'keuze bij L-16 t/m L-23',
  'B-14': 'keuze bij L-20, L-23',
  'B-15': 'keuze bij L-20',
  'B-16': 'keuze bij L-20',
  'B-17': 'keuze bij L-20, L-21, L-24',
  'B-17a': 'keuze bij L-20',
  'B-17b': 'keuze bij L-20',
  'B-18': 'keuze bij L-21, L-24, L-25',
  'B-18a': 'keuze bij L-17, L-26',
  'B-18b': 'keuze bij L-22',
  'B-19': 'keuze bij L-18, L-19',
  'B-20': 'keuze bij L-19',
  'B-21': 'keuze bij L-30, L-31',
  'B-22': 'keuze bij L-17',
  'B-23': 'keuze bij L-27',
  'B-23a': 'keuze bij L-28',
  'B-24': 'keuze bij E-24, L-30, L-31',
  'B-25': 'keuze bij L-34, L-35',
  'B-26': 'keuze bij L-34, L-35',
  'B-27': 'keuze bij E-25, L-33, L-36',
  'B-28': 'keuze bij L-37, L-39',
  'B-29': 'keuze bij L-40',
  'B-30': 'keuze bij L-39',
  'B-31': 'keuze bij L-37, L-38',
  'B-31a': 'keuze bij L-38',
  'B-31b': 'keuze bij L-40',
  'B-32': 'keuze bij E-29, E-30, art. 2.14d lid 6',
  'B-33': 'keuze bij E-32, art. 2.14d lid 6',
  'B-34': 'keuze bij E-30',
  'B-34a': 'keuze bij E-32',
  'B-35': 'keuze bij E-34',
  'B-36': 'keuze bij E-34',
  'B-37': 'keuze bij E-35 t/m E-38',
  'B-37a': 'keuze bij E-34, E-35',
  'B-38': 'keuze bij L-11, L-12',
  'B-39': 'geen bepaling; eigen keuze',
  'B-40': 'keuze bij L-16, L-22',
  'B-41': 'keuze bij E-43',
  'B-42': 'keuze bij E-33',
  'B-43': 'keuze bij art. 2.14d lid 1',
  'B-44': 'keuze bij E-02',
  'B-45': 'keuze bij E-14',
  'B-46': 'geen bepaling; eigen keuze',
  'B-47': 'geen bepaling; eigen keuze',
  'B-48': 'keuze bij E-20, L-16',
  'B-49': 'keuze bij E-16, E-17, L-10',
  'B-50': 'keuze bij B-46',
  'B-51': 'keuze bij L-40',
  'B-52': 'keuze bij L-37, L-40',
  'B-53': 'keuze bij E-23, L-19, L-22, art. 2.14d lid 4',
  'B-54': 'keuze bij E-24, L-31',
  'B-55': 'keuze bij E-34, E-35',
  'B-56': 'keuze bij B-32',
  'B-57': 'keuze bij L-24, L-25',
  'B-58': 'keuze bij E-04, E-43',
  'B-59': 'keuze bij E-16, L-10, L-41',
  'B-60': 'keuze bij L-34 t/m L-37',
  'B-61': 'keuze bij art. 2.14d lid 5',
  'B-62': 'keuze bij L-17',
  'B-63': 'keuze bij L-37, art. 2.14d lid 5',
  'B-64': 'keuze bij L-37',
  'B-65': 'keuze bij L-37, art. 2.14d lid 5',
  'B-66': 'keuze bij G-14',
  'B-67': 'keuze bij L-39',
  'B-68': 'keuze bij E-16, E-35, L-10, art. 2.14e lid 1',
  'B-69': 'keuze bij art. 2.14d lid 5',
  'B-70': 'keuze bij E-15, E-18, art. 2.14d lid 3',
  'B-71': 'keuze bij L-04, art. 2.14d lid 2',
  'B-72': 'keuze bij L-30, L-31',
  'B-73': 'keuze bij art. 2.14e lid 5',
  'B-74': 'keuze bij E-36, art. 2.14d lid 2',
  'B-75': 'keuze bij B-38',
  'B-76': 'keuze bij E-11, E-43',
  'B-77': 'geen bepaling; eigen keuze',
  'B-78': 'keuze bij art. 2.14d lid 6',
  'B-79': 'geen bepaling; eigen keuze',
  'B-80': 'keuze bij art. 2.14d lid 6',
  'B-81': 'keuze bij E-08, L-13',
  'B-82': 'geen bepaling; eigen keuze',
  'B-83': 'keuze bij art. 2.14e lid 3 t/m 5',
  'B-84': 'keuze bij L-17, art. 2.14d lid 4',
  'B-85': 'keuze bij G-4',
  'B-86': 'keuze bij L-17',
  'B-87': 'keuze bij L-14, L-21',
  'B-88': 'keuze bij L-20',
  'B-89': 'keuze bij L-37, L-39',
  'B-90': 'keuze bij L-36',
  'B-91': 'keuze bij L-39',
  'B-92': 'keuze bij G-8',
  'B-93': 'keuze bij art. 2.14d lid 2',
  'B-94': 'keuze bij G-14',
  'B-95': 'keuze bij E-44',

  // Rules drawn from case law and professional guidance
  'G-1': 'regel bij art. 2.14d lid 3',
  'G-2': 'regel bij L-08, E-14',
  'G-3': 'regel bij L-09, E-18',
  'G-4': 'regel bij art. 2.14d lid 6, E-33',
  'G-5': 'regel bij art. 2.14d lid 1 en 2',
  'G-6': 'regel bij L-08, L-10',
  'G-7': 'regel bij E-44',
  'G-8': 'regel bij E-31 t/m E-33',
  'G-9': 'regel bij L-11',
  'G-10': 'regel bij L-41',
  'G-11': 'regel bij E-01',
  'G-12': 'regel bij art. 2.14e lid 4',
  'G-13': 'regel bij L-33, L-35',
  'G-14': 'regel bij B-46',
  'G-15': 'regel bij L-17',
  'G-16': 'regel bij B-45',
};

/** The id of a clause, such as `L-20`. */
export type ClauseId = keyof typeof places;

/** The id of every clause, in the order of the sources. */
export const clauseIds: readonly ClauseId[] = /* @__PURE__ */ Object.keys(places) as ClauseId[];

/** Every clause that the chart and the norms may cite, by id. */
export const clauses = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(places).map(([id, place]) => [id, { source: kinds[id.charAt(0)]?.source, place }]),
) as Readonly<Record<ClauseId, Clause>>;

/** The highest rank among the clauses cited. */
export function rankOf(cited: readonly ClauseId[]): Rank {
  const found = cited.map((id) => kinds[id.charAt(0)]?.rank);
  return ranks.find((rank) => found.includes(rank)) ?? 'choice';
}
