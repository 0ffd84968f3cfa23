/** Every table, and the columns by which its rows are in order. */
export const tables = {
  case: ['id'],
  event: ['case_id', 'generation', 'revision'],
  alarm: ['case_id', 'term', 'role', 'on_day', 'complaint'],
  outbox: ['seq'],
  access: ['case_id', 'person', 'role'],
  answer: ['within', 'recorder', 'key'],
  amends: ['seq'],
  erased: ['case_id'],
  access_log: ['seq'],
  person: ['id'],
  records_for: ['recorder', 'person'],
  physician: ['id'],
  mandate: ['id'],
  register: ['id'],
  last_seen: ['id'],
  secret: ['id'],
} as const satisfies Record<string, readonly string[]>;

export type Table = keyof typeof tables;

export const tableNames = Object.keys(tables) as Table[];

/** What a case has beside it. Whoever raises an alarm queues its letter: so the alarms go first where a case is erased. */
export const besideCase = ['event', 'alarm', 'outbox', 'access', 'answer', 'amends'] as const satisfies Table[];

export const ofRegister = ['register', 'person', 'records_for', 'physician', 'mandate'] as const satisfies Table[];
