import { playgroundLink } from './labels.ts';
import type { Locale } from './languages.ts';
import { playgroundAt, workedCases } from './worked-cases.ts';

const around = {
  nl: {
    title: 'Probeer een zaak (playground)',
    about: `Leid een verzonnen zaak stap voor stap door de procedure, en zie wie aan zet is, wie bericht krijgt en wat ieder ziet. Alles gebeurt op
uw eigen computer: er gaat niets naar iemand anders.`,
    begin: 'Begin een zaak',
    or: 'Of begin met een verhaal',
  },
  en: {
    title: 'The playground: try a case',
    about: `Lead an invented case through the procedure, step by step, and see whose move it is, who is told and what each party sees. It all
happens in your browser; nothing leaves it.`,
    begin: 'Open the playground',
    or: 'Or begin with a worked case',
  },
};

/** Where the playground is, and the cases that it opens with. */
export const playgroundPage = (locale: Locale): string => {
  const { title, about, begin, or } = around[locale];
  const cases = workedCases.map(({ name, title: called }) => `* ${playgroundLink(locale, { name }, called[locale])}`);
  return `# ${title}\n\n${about}\n\n**[${begin}](${playgroundAt(locale)}){target="_self"}**\n\n## ${or}\n\n${cases.join('\n')}\n`;
};
