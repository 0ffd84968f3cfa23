// Shows a live actor: npm run inspector -- [opening, stored case or log.json] [--after 7] [--lang nl|en] [--port 5180]
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Locale, localeNamed, locales } from '../languages.ts';
import { startFrom } from './actor.ts';
import { serve } from './serve.ts';
import { words } from './words.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        after: { type: 'string', default: '0' },
        lang: { type: 'string', default: 'nl' },
        port: { type: 'string', default: '5180' },
      },
    });
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { values, positionals } = readArguments();
const locale: Locale = localeNamed(values.lang) ?? fail(`--lang: ${locales.join(', ')}.`);
const { command, notJson } = words[locale];

const wholeNumber = (option: 'after' | 'port'): number =>
  /^\d{1,5}$/.test(values[option]) ? Number(values[option]) : fail(`--${option} ${command.wholeNumber}.`);

function readGiven(path: string, after: number): { name: string; json: unknown } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    fail(`${path}: ${error instanceof SyntaxError ? notJson : command.unreadable}.`);
  }
  try {
    startFrom(json, after, locale);
  } catch (error) {
    fail(`${path}: ${(error as Error).message}.`);
  }
  return { name: basename(path), json };
}

if (positionals.length > 1) fail(command.oneFile);
const [path] = positionals;
const after = wholeNumber('after');
const port = wholeNumber('port');
const given = path === undefined ? null : readGiven(path, after);
const served = await serve({ given, after, locale, port }).catch((error: NodeJS.ErrnoException) =>
  fail(error.code === 'EADDRINUSE' ? command.portTaken(port) : error.message),
);
console.log(`${command.look} ${served.address}`);
console.log(`${command.messages} ${served.address}messages`);
console.log(command.local);
