import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const plain = (text: string): string =>
  text
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\*\*?/g, '')
    .trim();

/** The first sentence of the paragraph below the title of a page. */
const leadOf = (page: string): string => {
  const [, lead = ''] = /^# .*\n\n([^#|<[!*].*(?:\n.+)*)/m.exec(read(page)) ?? [];
  return plain(lead).split(/(?<=[.:]) (?=[A-Z])/)[0] ?? '';
};

const titleOf = (page: string): string => /^# (.*)$/m.exec(read(page))?.[1] ?? '';

const groups: Record<string, string[]> = {
  'Using it': [
    '../README.md',
    'hosts.md',
    'errors.md',
    'schemas.md',
    'testing.md',
    'embedding.md',
    'SECURITY.md',
    'CHANGELOG.md',
  ],
  'The procedure': [
    'procedure.md',
    'interpretation.md',
    'views.md',
    'timeline.md',
    'cases.en.md',
    'words.md',
    'glossary.md',
    'pictures.md',
  ],
};

const inNoGroup = ['index.md'];

const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const others = pages.filter((name) => ![...Object.values(groups).flat(), ...inNoGroup].includes(name));

const entry = (page: string): string => `- [${titleOf(join('docs', page))}](${page}): ${leadOf(join('docs', page))}`;

/** The functions and values, as the README's table has them. */
const door = [...read('README.md').matchAll(/^\| (`.*?) \| (.*) \|$/gm)].map(
  ([, name, answers]) => `- ${name}: ${answers}`,
);

const llms = `# ${packageJson.name}

> ${packageJson.description}. TypeScript, pure functions, no clock, storage or network; a case is plain JSON without medical content.

${plain(/^When an employee.*?(?=\n\n)/ms.exec(read('README.md'))?.[0] ?? '')}

An opening or an event goes in, with the case as it was; out comes the case after it with its notices, terms and clauses, or a "no" that is
a value and names every rule in the way; only a stored case that cannot be read throws. Events report what people did: \`{ type, by, on, … }\`, where \`by\` is the id of the
person and \`on\` the day, \`YYYY-MM-DD\`. Open norms are judged by people, and it is not legal advice. That a second opinion was asked at all
is secret health data.

## The door

${door.join('\n')}

${Object.entries({ ...groups, Optional: others })
  .map(([group, names]) => `## ${group}\n\n${names.map(entry).join('\n')}`)
  .join('\n\n')}
`;

describe('The pages', () => {
  it('each say what they are about, below their title', () => {
    const named = [...Object.values(groups).flat(), ...others];
    expect(named.filter((page) => leadOf(join('docs', page)).length < 40)).toEqual([]);
    expect(door.length).toBeGreaterThan(10);
  });

  it('are summed up in docs/llms.txt', async () => {
    await expect(llms).toMatchFileSnapshot('../docs/llms.txt');
  });

  it('name every JSON Schema of the package as it names itself', () => {
    const files = readdirSync(join(root, 'dist/schemas')).sort();
    const rows = [...read('docs/schemas.md').matchAll(/^\| `(\S+\.json)` \| `(\S+)` \| (.*) \|$/gm)]
      .map(([, ...row]) => row)
      .sort();
    expect(rows).toEqual(
      files.map((file) => {
        const { $id, title, description, $schema } = JSON.parse(read(`dist/schemas/${file}`));
        expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
        expect(title.toLowerCase()).toBe(file.split('.')[0]);
        return [file, $id, description];
      }),
    );
  });
});
