import { mkdirSync, statSync } from 'node:fs';
import { NotSetUp } from './settings.ts';

/** Makes the data folder, which nobody else may enter, or makes sure that nobody else can. */
export function makeFolder(folder: string): void {
  process.umask(0o077);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mode = statSync(folder).mode & 0o777;
  if (mode & 0o077)
    throw new NotSetUp(`Others may enter ${folder} (its mode is ${mode.toString(8)}): chmod 700 it first.`);
}
