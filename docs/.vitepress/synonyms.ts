import { readFileSync } from 'node:fs';
import { languages } from './written/languages.ts';

// Words for the same thing, in Dutch and in English: those of the library that stand beside each other, and the glossary.

type Said = string | { [name: string]: Said };

const paired = (nl: Said, en: Said): [nl: string, en: string][] =>
  typeof nl === 'string' || typeof en === 'string'
    ? [[String(nl), String(en)]]
    : Object.keys(nl).flatMap((name) => paired(nl[name] ?? '', en[name] ?? ''));

/** A sentence is no word; a few words are a term. */
const isTerm = (said: string): boolean => said !== '' && said.split(' ').length <= 4;

const { nl, en } = languages;

const ofWords = [
  nl.roles,
  nl.phases,
  nl.steps,
  nl.events,
  nl.papers,
  nl.elements,
  nl.values,
  nl.sources,
  nl.ranks,
].flatMap((group, at) =>
  paired(
    group,
    [en.roles, en.phases, en.steps, en.events, en.papers, en.elements, en.values, en.sources, en.ranks][at] as Said,
  ),
);

const listed = (cell: string): string[] =>
  cell
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[,;]/)
    .map((word) => word.trim());

const ofGlossary = [
  ...readFileSync(new URL('../glossary.md', import.meta.url), 'utf8').matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm),
]
  .slice(1)
  .flatMap(([, dutch = '', english = '']) =>
    listed(dutch).flatMap((one) => listed(english).map((other): [string, string] => [one, other])),
  );

const bare = (said: string): string => said.toLowerCase().replace(/^(de|het|een|the|an?) /, '');

const others = new Map<string, Set<string>>();
for (const [dutch, english] of [...ofWords, ...ofGlossary].map((pair) => pair.map(bare) as [string, string])) {
  if (!isTerm(dutch) || !isTerm(english) || dutch === english) continue;
  others.set(dutch, (others.get(dutch) ?? new Set()).add(english));
  others.set(english, (others.get(english) ?? new Set()).add(dutch));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The longest first: "own physician" is not "physician".
const terms = [...others.keys()].sort((one, other) => other.length - one.length).map(escaped);
const anyTerm = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** What the terms in a text are called in the other language. */
export const inOtherLanguage = (text: string): string[] => [
  ...new Set([...text.toLowerCase().matchAll(anyTerm)].flatMap(([term]) => [...(others.get(term) ?? [])])),
];
