import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'tsup';
import * as z from 'zod';

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

async function writeSchemas() {
  const built: Record<string, z.ZodType | undefined> = await import(pathToFileURL(resolve('dist/index.js')).href);
  await mkdir('dist/schemas', { recursive: true });
  for (const [name, { exported, title, description }] of Object.entries(schemas)) {
    const schema = built[exported];
    if (!schema) throw new Error(`src/index.ts does not export ${exported}`);
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
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

export default defineConfig({
  // A language is a file of each folder.
  entry: [
    'src/index.ts',
    'src/forms.ts',
    'src/figures.ts',
    'src/words/*.ts',
    'src/clauses/*.ts',
    'src/testing/index.ts',
    'src/testing/arbitraries.ts',
  ],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // Without it the members of a union come in another order at every build.
  dts: { compilerOptions: { stableTypeOrdering: true } },
  splitting: true,
  clean: true,
  onSuccess: async () => {
    await writeSchemas();
    await linkPackage();
  },
});
