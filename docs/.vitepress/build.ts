// `npm run site`: gathers the pages, writes the API reference, builds the site and follows every link in it.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { build } from 'vitepress';
import { made, type Page, pages, root, targetOf, titleOf } from './pages.ts';
import { writeReference } from './reference.ts';
import { llms } from './written/llms.ts';
import { statechartJson } from './written/statechart.ts';

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const copy = (from: string, to: string): void =>
  cpSync(resolve(root, from), resolve(made.pages, 'public', to), { recursive: true });

/** A page with its links as the site has them; what they lead to comes along. */
const asOnSite = (page: Page): string =>
  page.text().replaceAll(/\]\(([^)\s]+)\)/g, (link, href: string) => {
    const target = targetOf(page, href);
    if (!target) return link;
    if (target.file && target.to) copy(target.file, target.to);
    return `](${target.link})${target.isPlayground ? '{target="_self"}' : ''}`;
  });

function gatherPages(): void {
  for (const page of pages) write(resolve(made.pages, page.to), asOnSite(page));
  const decisions = pages.filter(({ to }) => to.startsWith('decisions/'));
  write(
    resolve(made.pages, 'decisions/index.md'),
    `# Decisions\n\n${decisions.map((page) => `* [${titleOf(page)}](/${page.to})`).join('\n')}\n`,
  );
  write(resolve(made.pages, 'public/statechart.json'), statechartJson());
  copy('dist/schemas', 'schemas');
  copy('examples/playground/dist/index.html', 'playground.html');
}

/** For those who read Markdown rather than pages: `llms.txt`, and each page that it names. */
function addMarkdown(): void {
  write(resolve(made.site, 'llms.txt'), llms());
  for (const { to } of pages) cpSync(resolve(made.pages, to), resolve(made.site, to));
}

async function gatherReference(): Promise<void> {
  const folder = resolve(made.pages, 'api');
  await writeReference(folder);
  rmSync(resolve(folder, 'README.md'));
}

const attribute = /\s(?:href|src)="([^"]*)"/g;
const decoded = (text: string): string => decodeURIComponent(text.replaceAll('&amp;', '&'));

/** Every link in the built site that leads nowhere, or away from it without being meant to. */
function deadLinks(): string[] {
  const files = readdirSync(made.site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const htmlOf = new Map(files.map((name) => [`/${name}`, readFileSync(resolve(made.site, name), 'utf8')]));
  const fileAt = (path: string): string | undefined =>
    [path, `${path}.html`, posix.join(path, 'index.html')].find(
      (name) => posix.extname(name) && existsSync(resolve(made.site, `.${name}`)),
    );
  const llms = readFileSync(resolve(made.site, 'llms.txt'), 'utf8');
  const linked = new Map([...htmlOf].map(([page, html]) => [page, [...html.matchAll(attribute)]]));
  linked.set('/llms.txt', [...llms.matchAll(/\]\(([^)]+)\)/g)]);
  return [...linked].flatMap(([page, links]) =>
    links
      .map(([, href = '']) => decoded(href))
      .filter((href) => !/^(https?|data|mailto):/.test(href))
      .filter((href) => {
        const { pathname, hash } = new URL(href, `http://site${page}`);
        const file = fileAt(decodeURIComponent(pathname));
        const id = decodeURIComponent(hash.slice(1));
        return !file || (id && htmlOf.get(file)?.includes(` id="${id}"`) === false);
      })
      .map((href) => `${page}: ${href}`),
  );
}

// VitePress takes a link for one to a page unless it knows the ending.
process.env.VITE_EXTRA_EXTENSIONS = 'bpmn';

rmSync(made.pages, { recursive: true, force: true });
rmSync(made.site, { recursive: true, force: true });
gatherPages();
await gatherReference();
await build(resolve(root, 'docs'));
addMarkdown();
const dead = deadLinks();
if (dead.length > 0) throw new Error(`links that lead nowhere:\n${dead.join('\n')}`);
