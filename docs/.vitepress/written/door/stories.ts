import { caseLink, playgroundLink } from '../labels.ts';
import { type Worked, workedCases } from '../worked-cases.ts';

/** What most people come to read, first. */
const first = [
  '01-adopted-across-the-clock-change',
  '02-no-response-then-the-second-preference',
  '16-weeks-of-silence-then-a-bare-refusal',
  '17-the-employer-was-told',
];

const isFirst = ({ name }: Worked): boolean => first.includes(name);

const told = ({ name, title, about }: Worked): string =>
  `### ${title.nl}\n\n${about.nl}\n\n${caseLink('nl', name, 'Dag voor dag')} · ${playgroundLink('nl', { name })}\n`;

const listed = ({ name, title }: Worked): string => `* ${caseLink('nl', name, title.nl)}`;

/** The worked cases, for whoever reads rather than builds. */
export const storiesPage = (): string => `# Verhalen

Verzonnen zaken, dag voor dag verteld: wat ieder deed, wie bericht kreeg en wat er tegen de regels was. Er staan geen namen van mensen in
en geen medische gegevens.

## Om mee te beginnen

${workedCases.filter(isFirst).map(told).join('\n')}
## De andere

${workedCases
  .filter((worked) => !isFirst(worked))
  .map(listed)
  .join('\n')}
`;
