import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../dist/schemas/', import.meta.url);

const rows = (): string[] =>
  // An opening comes before its events, and these before the case.
  ['opening', 'event', 'case'].map((name) => {
    const { $id, description } = JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8'));
    return `| [\`${name}.schema.json\`](/schemas/${name}.schema.json) | \`${$id}\` | ${description} |`;
  });

/** What the files of the package hold, and what they cannot say. */
export const schemasPage = (): string => `# JSON Schemas

What goes in and what is kept, as JSON Schema (draft 2020-12). The build makes the ${readdirSync(folder).length} files from the zod schemas
\`openingSchema\`, \`eventSchema\` and \`caseSchema\`, so that both accept the same.

| File | \`$id\` | What it holds |
|---|---|---|
${rows().join('\n')}

\`\`\`ts
import openingSchema from 'lpbso-second-opinion/schemas/opening.schema.json' with { type: 'json' };
\`\`\`

* What only a rule requires, such as the reasons of a refusal, is optional here. The schema says what an event is; the rules say
  whether it may be done ([every rule](/errors#the-rules)).
* The schema of an opening describes what is sent. Fields with a default may be left out; \`openCase\` fills them in. A
  stored case has them all: there nothing is filled in.
* Omit a field instead of sending null. An alarm that the contract does not set is left out, too.
* Each event carries \`reportedBy\`, the roles that may report it. It is a note and constrains nothing. The schema of the event also has
  OpenAPI's \`discriminator\`: a validator that heeds it (ajv with \`discriminator: true\`) reports what is wrong with this event, and
  not what is wrong with it as each of the others. Tell a strict validator about both keywords.
* A schema cannot see a contradiction within a case. Only \`parseCase\` finds that a file lacks what its step must hold
  ([what it checks](/errors#what-an-issue-says)).
* \`$id\` is a name to refer to a schema by, not an address. The schemas of one version of the package belong together.
`;
