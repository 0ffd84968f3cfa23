import { NoIssuer } from './identity.ts';
import { TooNew } from './migrations.ts';
import { NotSetUp } from './settings.ts';

/** Why a command does not do what it is asked: said in one line, or in one for each fault. */
export class NotDone extends Error {
  override name = 'NotDone';
}

/** What went wrong, in one line that says what to do about it. */
export function saidInOneLine(error: unknown, what = 'The host did not start'): string {
  const isOurs = [NotSetUp, NoIssuer, TooNew, NotDone].some((kind) => error instanceof kind);
  const { code, message, errcode } = error as NodeJS.ErrnoException & { errcode?: number };
  if (isOurs) return message;
  if (errcode === 11 || errcode === 26)
    return 'The database is damaged: restore a backup in another place (npm run manage -- restore <file>).';
  if (errcode === 5) return `${what}: another process writes to the database; try again.`;
  return `${what}: ${code ? `${code}, ` : ''}${String(message).split('\n')[0]}`;
}

/** Where a command says what it did, and what it did not. */
export interface Terminal {
  say(line: string): void;
  complain(line: string): void;
}
