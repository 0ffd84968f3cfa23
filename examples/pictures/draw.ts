// Draws the pictures in docs/pictures; or, with any option, one picture of one's own:
// npm run pictures -- [--picture poster] [--locale nl] [--forbidden] [--case log.json] [--record] [--out picture.svg]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { locales } from '../languages.ts';
import type { Log } from '../log.ts';
import { bpmn } from './bpmn.ts';
import { exampleCase, picture, pictureOfCase, pictures, poster, posterOfCase } from './pictures.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function one<Name extends string>(option: string, names: readonly Name[], given: string): Name {
  return names.find((name) => name === given) ?? fail(`--${option} takes ${names.join(', ')}.`);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        picture: { type: 'string' },
        locale: { type: 'string' },
        forbidden: { type: 'boolean' },
        case: { type: 'string' },
        record: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

function readLog(path: string | URL): Log {
  try {
    const { title, opening, events, brokeTheRules } = JSON.parse(readFileSync(path, 'utf8'));
    if (opening && Array.isArray(events)) return { title, opening, events, brokeTheRules };
  } catch {
    fail(`${path}: this is no log that can be read.`);
  }
  return fail(`${path}: a log is an object with an "opening" and a list of "events".`);
}

async function drawOne(given: ReturnType<typeof readArguments>): Promise<string> {
  const name = one('picture', ['poster', ...pictures] as const, given.picture ?? 'poster');
  const locale = one('locale', locales, given.locale ?? 'nl');
  const forbidden = given.forbidden === true;
  if (given.case === undefined)
    return name === 'poster' ? poster(locale, { forbidden }) : picture(name, locale, { forbidden });
  const log = readLog(given.case);
  const how = given.record || log.brokeTheRules ? 'record' : 'advance';
  try {
    return name === 'poster' ? posterOfCase(log, locale, how) : await pictureOfCase(log, locale, { name, how });
  } catch (error) {
    return fail(`${given.case}: ${(error as Error).message}.`);
  }
}

const given = readArguments();
if (Object.keys(given).length > 0) {
  const out = given.out ?? 'picture.svg';
  writeFileSync(out, await drawOne(given));
  console.log(out);
} else {
  const folder = new URL('../../docs/pictures/', import.meta.url);
  mkdirSync(new URL('cases/', folder), { recursive: true });
  for (const locale of locales) writeFileSync(new URL(`poster.${locale}.svg`, folder), poster(locale));
  for (const locale of locales) writeFileSync(new URL(`second-opinion.${locale}.bpmn`, folder), await bpmn(locale));
  for (const name of pictures)
    for (const locale of locales) writeFileSync(new URL(`${name}.${locale}.svg`, folder), await picture(name, locale));
  const log = readLog(new URL(`../cases/${exampleCase}.json`, import.meta.url));
  for (const locale of locales)
    writeFileSync(new URL(`cases/${exampleCase}.${locale}.svg`, folder), posterOfCase(log, locale));
}
