// A long page is read in parts: its lead, and a page for each of its sections.

/** More than this, and it is divided. */
const mostWords = 2000;

/** The words that are read; not the signs of a table, and not where a link leads. */
export const wordsIn = (text: string): number =>
  text
    .replaceAll(/\]\([^)]*\)/g, ']')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** As the site writes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

interface Section {
  heading: string;
  text: string;
}

/** The text before the first heading of a level, and each section below one; code has no headings. */
const sectionsOf = (text: string, level: number): [lead: string, sections: Section[]] => {
  const begins = `${'#'.repeat(level)} `;
  const lead: string[] = [];
  const sections: { heading: string; lines: string[] }[] = [];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    if (!isCode && line.startsWith(begins)) sections.push({ heading: line.slice(begins.length), lines: [] });
    else (sections.at(-1)?.lines ?? lead).push(line);
  }
  return [lead.join('\n'), sections.map(({ heading, lines }) => ({ heading, text: lines.join('\n') }))];
};

/** Headings one level up, for a section that becomes a page. */
const raised = (text: string): string => {
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode;
      return isCode ? line : line.replace(/^#(##+ )/, '$1');
    })
    .join('\n');
};

/** As many of the sections as one page holds, then the next. */
const grouped = (sections: Section[]): Section[][] => {
  const groups: Section[][] = [];
  let words = mostWords;
  for (const section of sections) {
    words += wordsIn(section.text);
    if (words > mostWords) {
      groups.push([]);
      words = wordsIn(section.text);
    }
    groups.at(-1)?.push(section);
  }
  return groups;
};

const plain = (heading: string): string => heading.replaceAll(/\\|\(\)/g, '');

/** A section as pages: one, or where it is too long itself, one for each run of its parts. */
const pagesOf = ({ heading, text }: Section): Section[] => {
  const [lead, parts] = sectionsOf(text, 3);
  if (parts.length < 2 || wordsIn(text) <= mostWords) return [{ heading, text: raised(text) }];
  return grouped(parts).map((group, at) => ({
    heading: `${heading}: ${plain(group[0]?.heading ?? '')} – ${plain(group.at(-1)?.heading ?? '')}`,
    text: raised([at === 0 ? lead : '', ...group.map((part) => `### ${part.heading}\n${part.text}`)].join('\n')),
  }));
};

/** A part of a page, as a page. */
export interface Part {
  to: string;
  title: string;
  text: string;
  /** The headings on it, by which it is linked to. */
  anchors: string[];
}

const headingsIn = (text: string): string[] =>
  [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => heading);

/** The reference names the rows of its tables so. */
const idsIn = (text: string): string[] => [...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id);

const partOf = (folder: string, { heading, text }: Section, at: number): Part => ({
  to: `${folder}/${anchorOf(heading.split(':')[0] ?? '')}${heading.includes(':') ? `-${at + 1}` : ''}.md`,
  title: heading,
  text: `# ${heading}\n${text}`,
  anchors: [...[heading, ...headingsIn(text)].map(anchorOf), ...idsIn(text)],
});

/** The parts of a page that is too long, with what remains of it; null where it is not. */
export function divided(to: string, text: string): { text: string; parts: Part[] } | null {
  if (wordsIn(text) <= mostWords) return null;
  const [lead, sections] = sectionsOf(text, 2);
  const folder = to.replace(/(\/index)?\.md$/, '');
  const parts = sections.flatMap(pagesOf).map((section, at) => partOf(folder, section, at));
  const contents = parts.map((part) => `* [${part.title}](/${part.to})`).join('\n');
  return { text: `${lead.trimEnd()}\n\n${contents}\n`, parts };
}
