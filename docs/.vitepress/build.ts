// `npm run site`: gathers the pages, writes the API reference, builds the site and follows every link in it.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { build } from 'vitepress';
import { base } from './base.ts';
import { divided, type Part } from './divided.ts';
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

const link = /\]\(([^)\s]+)\)/g;

/** What the pages lead to that is no page, by its place on the site. */
const files = new Map<string, string>();

/** A page with its links as the site has them; what they lead to comes along. */
const asOnSite = (page: Page): string =>
  page.text().replaceAll(link, (whole, href: string) => {
    const target = targetOf(page, href);
    if (!target) return whole;
    if (target.file && target.to) files.set(target.to, target.file);
    return `](${target.link})${target.isPlayground ? '{target="_self"}' : ''}`;
  });

const texts = new Map(pages.map((page) => [page.to, asOnSite(page)]));

function gatherPages(): void {
  for (const [to, text] of texts) write(resolve(made.pages, to), text);
  for (const [to, file] of files) copy(file, to);
  const decisions = pages.filter(({ to }) => to.startsWith('decisions/'));
  write(
    resolve(made.pages, 'decisions/index.md'),
    `# Decisions\n\n${decisions.map((page) => `* [${titleOf(page)}](/${page.to})`).join('\n')}\n`,
  );
  write(resolve(made.pages, 'public/statechart.json'), statechartJson());
  copy('dist/schemas', 'schemas');
  copy('examples/playground/dist/index.html', 'playground/index.html');
  copy('docs/.vitepress/favicon.svg', 'favicon.svg');
}

/** For those who read Markdown rather than pages: `llms.txt`, and each page that it names. */
function addMarkdown(): void {
  write(resolve(made.site, 'llms.txt'), llms());
  for (const [to, text] of texts) write(resolve(made.site, to), text);
}

async function gatherReference(): Promise<void> {
  const folder = resolve(made.pages, 'api');
  await writeReference(folder);
  rmSync(resolve(folder, 'README.md'));
}

/** A link as one from the root, of the page that it names: `../errors#x` is `/errors.md#x`. */
const fromRoot = (href: string, page: string): string => {
  const [path = '', anchor = ''] = href.split('#');
  const named = path === '' ? `/${page}` : posix.resolve('/', posix.dirname(page), path);
  const file = path.endsWith('/') ? posix.join(named, 'index.md') : named.replace(/(\.md)?$/, '.md');
  return anchor ? `${file}#${anchor}` : file;
};

/** Divides the pages that are too long, and leads every link to the part that it means. The procedure is read as a whole. */
function divideLongPages(): void {
  const textOf = new Map(
    readdirSync(made.pages, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.startsWith('public') && name !== 'procedure.md')
      .map((name) => [name, readFileSync(resolve(made.pages, name), 'utf8')]),
  );
  const partsOf: Record<string, Pick<Part, 'to' | 'title'>[]> = {};
  const pageOf = new Map<string, string>();
  const partAt = new Map<string, string>();
  for (const [name, whole] of [...textOf]) {
    const halves = divided(name, whole);
    if (!halves) continue;
    textOf.set(name, halves.text);
    partsOf[name] = halves.parts.map(({ to, title }) => ({ to, title }));
    for (const { to, text, anchors } of halves.parts) {
      textOf.set(to, text);
      pageOf.set(to, name);
      for (const [at, anchor] of anchors.entries()) {
        const known = `/${name}#${anchor}`;
        if (!partAt.has(known)) partAt.set(known, at === 0 ? `/${to}` : `/${to}#${anchor}`);
      }
    }
  }
  for (const [name, text] of textOf) {
    const page = pageOf.get(name) ?? name;
    const led = text.replaceAll(link, (whole, href: string) => {
      if (/^[a-z]+:|\/playground\//.test(href)) return whole;
      const part = partAt.get(fromRoot(href, page));
      if (part) return `](${part})`;
      return page === name || href.startsWith('/') ? whole : `](${fromRoot(href, page)})`;
    });
    write(resolve(made.pages, name), led);
  }
  write(made.parts, JSON.stringify(partsOf));
}

const id = /\sid="([^"]*)"/g;
const attribute = /\s(?:href|src)="([^"]*)"/g;
const decoded = (text: string): string => decodeURIComponent(text.replaceAll('&amp;', '&'));

/** Every link in the built site that leads nowhere, or away from it without being meant to. */
function deadLinks(): string[] {
  const names = readdirSync(made.site, { recursive: true, encoding: 'utf8' });
  const there = new Set(names.map((name) => `/${name}`));
  const htmlOf = new Map(
    names
      .filter((name) => name.endsWith('.html'))
      .map((name) => [`/${name}`, readFileSync(resolve(made.site, name), 'utf8')]),
  );
  const idsOf = new Map(
    [...htmlOf].map(([page, html]) => [page, new Set([...html.matchAll(id)].map(([, name]) => name))]),
  );
  const fileAt = (path: string): string | undefined =>
    [path, `${path}.html`, posix.join(path, 'index.html')].find((name) => posix.extname(name) && there.has(name));
  const isDead = (href: string, page: string): boolean => {
    const { pathname, hash } = new URL(href, `http://site${posix.join(base, page)}`);
    const file = pathname.startsWith(base) ? fileAt(decodeURIComponent(`/${pathname.slice(base.length)}`)) : undefined;
    // What follows the address of the playground is a place in a case.
    if (!file || hash === '' || file === '/playground/index.html') return !file;
    return idsOf.get(file)?.has(decodeURIComponent(hash.slice(1))) === false;
  };
  const linked = new Map([...htmlOf].map(([page, html]) => [page, [...html.matchAll(attribute)]]));
  linked.set('/llms.txt', [...readFileSync(resolve(made.site, 'llms.txt'), 'utf8').matchAll(link)]);
  const alive = new Set<string>();
  return [...linked].flatMap(([page, links]) =>
    links
      .map(([, href = '']) => decoded(href))
      .filter((href) => !/^(https?|data|mailto):/.test(href) && !alive.has(href))
      .filter((href) => {
        if (isDead(href, page)) return true;
        // The menu is on every page.
        if (href.startsWith('/')) alive.add(href);
        return false;
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
divideLongPages();
await build(resolve(root, 'docs'));
addMarkdown();
const dead = deadLinks();
if (dead.length > 0) throw new Error(`links that lead nowhere:\n${dead.join('\n')}`);
