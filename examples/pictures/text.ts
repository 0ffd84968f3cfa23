// Liberation Sans, and with it Arial, Helvetica and Arimo: the advance width of each character, in 1/2048 of the size.
const regular: Record<number, string> = {
  391: "'",
  455: 'ijl‘’',
  532: '|',
  569: ' !,./:;I[\\]ft·ï',
  682: '()-`r“”',
  684: '{}',
  727: '"',
  797: '*',
  961: '^',
  1024: 'Jcksvxyz',
  1139: '#$0123456789?L_abdeghnopqu–ëéèöüáó',
  1196: '+<=>~×',
  1251: 'FTZ',
  1366: '&ABEKPSVXYÉË',
  1479: 'CDHNRUw',
  1593: 'GOQ',
  1706: 'Mm',
  1821: '%',
  1933: 'W',
  2048: '—…→←',
  2079: '@',
};

const bold: Record<number, string> = {
  487: "'",
  569: ' ,./I\\ijl·‘’ï',
  573: '|',
  682: '!():;-[]`ft',
  797: '*{}r',
  971: '"',
  1024: 'z“”',
  1139: '#$0123456789J_aceksvxy–ëéèá',
  1196: '+<=>^~×',
  1251: '?FLTZbdghnopquöüó',
  1366: 'EPSVXYÉË',
  1479: '&ABCDHKNRU',
  1593: 'GOQw',
  1706: 'M',
  1821: '%m',
  1933: 'W',
  1997: '@',
  2048: '—…→←',
};

const byCharacter = (table: Record<number, string>): Map<string, number> =>
  new Map(Object.entries(table).flatMap(([width, characters]) => [...characters].map((one) => [one, Number(width)])));

const widths = { regular: byCharacter(regular), bold: byCharacter(bold) };

/** How heavy a letter is. */
export type Weight = keyof typeof widths;

/** The fonts whose widths the tables hold; a viewer that has none of them squeezes each text into its width. */
export const fonts = "'Liberation Sans', Arial, Helvetica, Arimo, sans-serif";

/** How wide a text is; a character that the tables lack counts as the widest. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  const units = [...text].reduce((sum, one) => sum + (widths[weight].get(one) ?? 2079), 0);
  return (units * size) / 2048;
}

/** Breaks a text at spaces into the fewest lines of at most this width, and those as even as can be. */
export function wrap(text: string, size: number, room: number, weight: Weight = 'regular'): string[] {
  const filled = (width: number): string[] => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && widthOf(`${last} ${word}`, size, weight) <= width)
        lines[lines.length - 1] += ` ${word}`;
      else lines.push(word);
    }
    return lines;
  };
  let best = filled(room);
  for (let width = room - 4; width > 0; width -= 4) {
    const narrower = filled(width);
    if (narrower.length > best.length) break;
    best = narrower;
  }
  return best;
}
