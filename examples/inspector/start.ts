// Shows a live actor: npm run inspector -- [opening, stored case or log.json] [--after 7] [--port 5180]
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { startFrom } from './actor.ts';
import { serve } from './serve.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const wholeNumber = (option: string, text: string): number =>
  /^\d{1,5}$/.test(text) ? Number(text) : fail(`--${option} takes a whole number.`);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { after: { type: 'string', default: '0' }, port: { type: 'string', default: '5180' } },
    });
    if (positionals.length > 1) fail('One file at a time, please.');
    return { path: positionals[0], after: wholeNumber('after', values.after), port: wholeNumber('port', values.port) };
  } catch (error) {
    return fail((error as Error).message);
  }
}

function readGiven(path: string, after: number): { name: string; json: unknown } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    fail(`${path}: ${error instanceof SyntaxError ? 'this is not JSON.' : 'this file cannot be read.'}`);
  }
  try {
    startFrom(json, after);
  } catch (error) {
    fail(`${path}: ${(error as Error).message}.`);
  }
  return { name: basename(path), json };
}

const { path, after, port } = readArguments();
const given = path === undefined ? null : readGiven(path, after);
const served = await serve(given, after, port).catch((error: NodeJS.ErrnoException) =>
  fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken; choose another with --port.` : error.message),
);
console.log(`Look at ${served.address}`);
console.log(`What the inspector was sent, a line each: ${served.address}messages`);
console.log('Both are on this machine only, and nothing is sent to any other. Ctrl+C ends it.');
