import { fonts } from './text.ts';

/** The colours, by their names as custom properties; a page sets `--picture-ink` and the like to have its own. */
export const colours = {
  light: {
    paper: '#ffffff',
    ink: '#1b1f24',
    line: '#6e7781',
    area: '#f0f4f8',
    box: '#ffffff',
    edge: '#57606a',
    happy: '#0a58b0',
    'happy-box': '#e3efff',
    outcome: '#e4e6ea',
    forbidden: '#b3261e',
    taken: '#9a4600',
    'taken-box': '#fff0d9',
    now: '#ffc266',
  },
  dark: {
    paper: '#0f141a',
    ink: '#e8ecf1',
    line: '#8b96a3',
    area: '#18202a',
    box: '#0f141a',
    edge: '#8b96a3',
    happy: '#6cb2ff',
    'happy-box': '#14304f',
    outcome: '#2c343e',
    forbidden: '#ff8a80',
    taken: '#ffb454',
    'taken-box': '#3d2a0c',
    now: '#8a4b00',
  },
};

type Colour = keyof typeof colours.light;

/** How an element of a class (or a text) looks within a group of all these classes; what comes later wins. */
export interface Look {
  in: string[];
  of: string;
  fill?: Colour | 'none';
  stroke?: Colour | 'none';
  more?: string;
}

export const pictureLooks: Look[] = [
  { in: [], of: 'text', fill: 'ink', more: `font-family:${fonts};font-size:12px;font-kerning:none` },
  { in: [], of: 'bold', more: 'font-weight:700' },
  { in: [], of: 'paper', fill: 'paper' },
  { in: [], of: 'area', fill: 'area' },
  { in: ['frame'], of: 'area', fill: 'none', stroke: 'line', more: 'stroke-width:.8' },
  { in: [], of: 'box', fill: 'box', stroke: 'edge' },
  { in: ['happy'], of: 'box', fill: 'happy-box', stroke: 'happy', more: 'stroke-width:1.5' },
  { in: ['outcome'], of: 'box', fill: 'outcome' },
  { in: ['every'], of: 'box', fill: 'none', more: 'stroke-dasharray:2 2' },
  { in: ['exit'], of: 'box', more: 'stroke-width:.75' },
  { in: [], of: 'line', fill: 'none', stroke: 'line', more: 'stroke-width:1.2;stroke-linejoin:round' },
  { in: [], of: 'head', fill: 'line', stroke: 'none' },
  { in: [], of: 'leaves', fill: 'paper', stroke: 'line' },
  { in: ['forbidden'], of: 'line', stroke: 'forbidden', more: 'stroke-dasharray:5 3' },
  { in: ['forbidden'], of: 'head', fill: 'forbidden' },
  { in: ['forbidden'], of: 'leaves', stroke: 'forbidden' },
  { in: ['forbidden'], of: 'text', fill: 'forbidden' },
  { in: ['way', 'happy'], of: 'line', stroke: 'happy', more: 'stroke-width:2.6' },
  { in: ['way', 'happy'], of: 'head', fill: 'happy' },
  { in: ['way', 'happy'], of: 'text', fill: 'happy' },
  { in: ['taken'], of: 'box', fill: 'taken-box', stroke: 'taken', more: 'stroke-width:2' },
  { in: ['way', 'taken'], of: 'line', stroke: 'taken', more: 'stroke-width:3.2' },
  { in: ['way', 'taken'], of: 'head', fill: 'taken' },
  { in: ['way', 'taken'], of: 'leaves', stroke: 'taken' },
  { in: ['way', 'taken'], of: 'text', fill: 'taken' },
  { in: ['now'], of: 'box', fill: 'now', stroke: 'taken', more: 'stroke-width:4' },
];

const declared = (scheme: keyof typeof colours): string =>
  Object.entries(colours[scheme])
    .map(([name, value]) => `--${name}:var(--picture-${name},${value})`)
    .join(';');

// Of no colour too: else librsvg, which skips the rules with variables, would keep an earlier `none` where a colour comes later.
const asVariable = (value: string): string => (value === 'none' ? 'var(--none,none)' : `var(--${value})`);

/** The style sheet of a picture: it refines what the attributes say, by the colours of the page and of the scheme. */
export function stylesOf(looks: Look[]): string {
  const rules = looks.map(({ in: groups, of, fill, stroke, more }) => {
    const around = groups.map((name) => (name === 'forbidden' ? '[data-forbidden]' : `.${name}`)).join('');
    const itself = of === 'text' ? of : `.${of}`;
    const declarations = [fill && `fill:${asVariable(fill)}`, stroke && `stroke:${asVariable(stroke)}`, more];
    return `.second-opinion ${around ? `${around}>` : ''}${itself}{${declarations.filter(Boolean).join(';')}}`;
  });
  return [
    `.second-opinion{${declared('light')}}`,
    ...rules,
    `@media (prefers-color-scheme:dark){.second-opinion{${declared('dark')}}}`,
  ].join('\n');
}

/** How a picture of its own is printed: on one sheet, as large as goes on it. */
export const fitting = (sheet: 'A3' | 'A4'): string =>
  `@page{size:${sheet};margin:0}@media print{svg.second-opinion:root{width:100vw;height:100vh}}`;

const classesOf = (tag: string): string[] => [
  ...(/ class="([^"]*)"/.exec(tag)?.[1] ?? '').split(' '),
  ...(/ data-forbidden=/.test(tag) ? ['forbidden'] : []),
];

/** Gives each element its colours as attributes: librsvg, Inkscape and printers know no custom properties. */
export function painted(svg: string, looks: Look[]): string {
  const groups: string[][] = [[]];
  return svg.replace(/<(\/?)([a-z]+)([^>]*)>/g, (tag, closes, name, rest: string) => {
    if (name === 'g') {
      if (closes) groups.pop();
      else groups.push(classesOf(tag));
      return tag;
    }
    if (closes || !['rect', 'path', 'circle', 'text'].includes(name)) return tag;
    const own = classesOf(tag);
    const found = looks.filter(
      (look) => (look.of === name || own.includes(look.of)) && look.in.every((group) => groups.at(-1)?.includes(group)),
    );
    const { fill, stroke }: Partial<Look> = Object.assign(
      {},
      ...found.map(({ fill, stroke }) => ({ ...(fill && { fill }), ...(stroke && { stroke }) })),
    );
    const attributes = Object.entries({ fill, stroke }).flatMap(([key, value]) =>
      value ? [` ${key}="${value === 'none' ? value : colours.light[value]}"`] : [],
    );
    const end = rest.endsWith('/') ? '/' : '';
    return `<${name}${end ? rest.slice(0, -1) : rest}${attributes.join('')}${end}>`;
  });
}
