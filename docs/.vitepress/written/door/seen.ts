import { readFileSync } from 'node:fs';
import { type Role, roles } from 'lpbso-second-opinion';
import { capital } from '../labels.ts';
import { languages, wordsFor } from '../languages.ts';
import { textsOf } from './periods.ts';

const page = readFileSync(new URL('../../../views.md', import.meta.url), 'utf8');

const [matrix = ''] = page.split('\n## ');

const cellsOf = (line: string): string[] => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));

const [head = [], , ...rows] = matrix
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map(cellsOf);

/** How the reviewed matrix begins a cell, and how that is said here, in this order. */
const ways: [begins: string, said: string][] = [
  ['sees', 'Ziet'],
  ['fact', 'Ziet alleen dat het er is, of hoe het afliep'],
  ['own', 'Ziet alleen wat over zichzelf gaat'],
  ['told', 'Krijgt alleen bericht'],
  ['with consent', 'Ziet dit alleen als de werknemer het goedvindt, of het zelf geeft'],
];

const columnOf = (role: Role): number =>
  head.findIndex((name) => name.toLowerCase() === languages.en.roles[role].replace(/^the /, '').toLowerCase());

const itemOf = ([, item = '']: string[]): string => /\*(.*)\*/.exec(item)?.[1] ?? item;

/** A row that says of all at once that it stands in no case has nothing in its other cells. */
const inCases = rows.filter((cells) => cells.at(-1) !== '');

const seenBy = (role: Role): string => {
  const column = columnOf(role);
  const itemsThat = (begins: string): string[] =>
    inCases.filter((cells) => cells[column]?.startsWith(begins)).map(itemOf);
  if (itemsThat('sees').length === inCases.length) return 'Ziet alles wat op deze bladzijde staat.\n';
  return ways
    .map(([begins, said]) => [said, itemsThat(begins)] as const)
    .filter(([, items]) => items.length > 0)
    .map(([said, items]) => `**${said}:**\n\n${items.map((item) => `* ${item}`).join('\n')}\n`)
    .join('\n');
};

/** The employer first, since that is what an employee asks first. */
const order: Role[] = ['employer', ...roles.filter((role) => role !== 'employer' && role !== 'employee'), 'employee'];

const plain = wordsFor('nl', 'employee');

/** What each party sees of a case, as the reviewed matrix has it. */
export const seenPage = (): string => `# Wie ziet wat

Wat ziet uw werkgever, en wat zien de anderen? Wat hieronder niet bij iemand staat, ziet die niet.

${textsOf(['G-4', 'B-42'])}

Alles, onderdeel voor onderdeel en met de bepalingen: [de hele tabel](/views.md) (Engels, met de Nederlandse woorden).

${order
  .filter((role) => columnOf(role) > 0)
  .map(
    (role) => `## ${capital(role === 'employer' ? plain.roles.employer : languages.nl.roles[role])}\n\n${seenBy(role)}`,
  )
  .join('\n')}`;
