import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Options } from 'tsup';
import * as z from 'zod';
import { modules } from './.ci/entries.ts';

const schemas = {
  opening: {
    exported: 'openingSchema',
    title: 'Opening',
    description: "An opening: the employee's request, with which a case opens.",
  },
  event: {
    exported: 'eventSchema',
    title: 'Event',
    description: 'An event: what somebody did, by whom, on which day.',
  },
  case: {
    exported: 'caseSchema',
    title: 'Case',
    description: 'A stored case: plain JSON without medical content.',
  },
};

const inMonth = {
  full: '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))',
  fromJuly: '(?:(?:0[78]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:09|11)-(?:0[1-9]|[12]\\d|30))',
};
const leapYear = '(?:0[48]|[2468][048]|[13579][26])';

/** The days from 1900 to 2199, and those since the right began; without a lookahead, which not every validator knows. */
const days = {
  every: `^(?:(?:(?:19|20|21)${leapYear}|2000)-02-29|(?:19|20|21)\\d\\d-${inMonth.full})$`,
  sinceTheRight:
    `^(?:(?:20(?:[2468][048]|[3579][26])|21${leapYear})-02-29|2017-${inMonth.fromJuly}` +
    `|(?:201[89]|20[2-9]\\d|21\\d\\d)-${inMonth.full})$`,
};

/** A day has one pattern: of two, each of which zod checks on its own, generators of types make what no value can be. */
const asDay: NonNullable<z.core.JSONSchemaGeneratorParams['override']> = ({ zodSchema, jsonSchema }) => {
  if (!(zodSchema instanceof z.core.$ZodISODate)) return;
  const { allOf: _, ...rest } = jsonSchema;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  const isEvery = z.safeParse(zodSchema, '2017-06-30').success;
  Object.assign(jsonSchema, rest, { format: 'date', pattern: isEvery ? days.every : days.sinceTheRight });
};

async function writeSchemas() {
  const built: Record<string, z.core.$ZodType | undefined> = await import(pathToFileURL(resolve('dist/index.js')).href);
  await mkdir('dist/schemas', { recursive: true });
  for (const [name, { exported, title, description }] of Object.entries(schemas)) {
    const schema = built[exported];
    if (!schema) throw new Error(`src/index.ts does not export ${exported}`);
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', override: asDay });
    // What zod was told: which event it is, its type says. A strict validator wants `type` beside it.
    if (name === 'event') Object.assign(rest, { type: 'object', discriminator: { propertyName: 'type' } });
    // What zod checks of the whole, it does not write out: only this record opens with an application, and it does.
    if (name === 'opening')
      Object.assign(rest, {
        if: { type: 'object', properties: { recordOf: { const: 'secondOpinionPhysician' } }, required: ['recordOf'] },
        // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
        then: { type: 'object', properties: { application: {} }, required: ['application'] },
        else: { type: 'object', properties: { application: false } },
      });
    const json = { $schema, $id: `urn:lpbso-second-opinion:schemas:${name}`, title, description, ...rest };
    await writeFile(`dist/schemas/${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`);
  }
}

/** A workspace has a package.json of its own, so it does not find the package by its name as the rest does: it is put where it looks. */
async function linkPackage() {
  for (const folder of ['docs', 'examples', 'test']) {
    const place = `${folder}/node_modules/lpbso-second-opinion`;
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    await copyFile('package.json', `${place}/package.json`);
    await symlink('../../../dist', `${place}/dist`, 'junction');
  }
}

/** Every file stays a module of its own, so that a label loads one file and a bundler leaves out what nobody asks for. */
const unbundled: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'unbundled',
  setup({ initialOptions, onResolve }) {
    const ending = initialOptions.format === 'cjs' ? '.cjs' : '.js';
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path }) => ({ path: path.replace(/\.js$/, ending), external: true }));
  },
};

export default defineConfig({
  entry: ['src/**/*.ts'],
  esbuildPlugins: [unbundled],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  dts: {
    entry: Object.fromEntries(modules.map(({ file }) => [file, `src/${file}.ts`])),
    // Without it the members of a union come in another order at every build.
    compilerOptions: { stableTypeOrdering: true },
  },
  splitting: false,
  clean: true,
  onSuccess: async () => {
    await writeSchemas();
    await linkPackage();
  },
});
