/** What a statement takes and a row holds. */
export type Value = string | number | null;

/** Where statements run; their values stand in them as `$1`, `$2` and so on. */
export interface Run {
  all<Row>(statement: string, ...values: Value[]): Promise<Row[]>;
  /** Says how many rows it changed. */
  run(statement: string, ...values: Value[]): Promise<number>;
}

/** What the two databases write differently. */
export interface Dialect {
  /** A column that numbers the rows. */
  numbered: string;
  /** Passes over the rows that another host is busy with. */
  skipLocked: string;
  /** Makes one process at a time go on with a transaction. */
  alone: string[];
  /** Makes the rows of a table such that they are neither changed nor, unless their case was erased, deleted. */
  appendOnly(table: string): string[];
}

/** A database: SQLite in a file, or Postgres. */
export interface Database extends Run {
  readonly dialect: Dialect;
  /** All of it or, where it throws, nothing. */
  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  /** What there was when it began, whatever is written meanwhile. */
  snapshot<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  /** Whether an error says that nothing can be kept or read now: it is full, busy, away, or its disk fails. */
  isAway(error: unknown): boolean;
  close(): Promise<void>;
}

/** Keeps others out: hosts, of each other or of whoever moves their cases. */
export interface Door {
  /** Whether it is still held. */
  isHeld(): boolean;
  release(): Promise<void>;
}
