import { type EventType, type Role, roles, steps } from 'lpbso-second-opinion';
import { capital, eventLink, section, table } from '../labels.ts';
import { languages } from '../languages.ts';
import { type StepTold, stepsTold } from './steps.ts';

const words = languages.nl;

interface May {
  role: Role;
  type: EventType;
}

const isEnd = ({ step }: StepTold): boolean => !step.includes('.');

const isIn = (list: readonly May[], { role, type }: May): boolean =>
  list.some((one) => one.role === role && one.type === type);

/** What is allowed in each of these steps, and so is said once. */
const inEachOf = ([first, ...others]: StepTold[]): May[] =>
  first?.allowed.filter((one) => others.every(({ allowed }) => isIn(allowed, one))) ?? [];

const always = inEachOf(stepsTold.filter((told) => !isEnd(told)));
const afterwards = inEachOf(stepsTold.filter(isEnd));

const byRole = (may: readonly May[]): string[][] =>
  roles.flatMap((role) => {
    const types = [...new Set(may.filter((one) => one.role === role).map(({ type }) => type))];
    return types.length === 0
      ? []
      : [[capital(words.roles[role]), types.map((type) => eventLink('nl', type)).join(', ')]];
  });

const toAct = ({ waiting }: StepTold): May[] =>
  waiting.flatMap(({ role, events }) => events.map((type) => ({ role, type })));

const stepSection = (told: StepTold): string => {
  const { title, sentence } = words.steps[told.step];
  const acting = toAct(told);
  const said = isEnd(told) ? afterwards : always;
  const others = told.allowed.filter((one) => !isIn(acting, one) && !isIn(said, one));
  const rows = [
    ...byRole(acting).map(([who = '', what = '']) => [`**${who}**`, `**aan zet:** ${what}`]),
    ...byRole(others).map(([who = '', what = '']) => [who, what]),
  ];
  return `### ${title}\n\n${capital(sentence)}.\n\n${rows.length > 0 ? table(['Wie', 'Wat'], rows) : 'Niemand is aan zet.'}\n`;
};

const phase = (name: 'application' | 'execution' | 'completion' | 'outcome'): string =>
  section(
    capital(words.phases[name]),
    steps
      .flatMap((step, at) => {
        const told = stepsTold[at] as StepTold;
        return (step.includes('.') ? step.split('.')[0] : 'outcome') === name ? [stepSection(told)] : [];
      })
      .join('\n'),
  );

/** Whose move it is in each step, and what else is allowed there. */
export const whenPage = (): string => `# Wat mag wanneer

Wie is wanneer aan zet, en wat kan er verder? Per stap, zoals een gewone zaak er komt. Elke handeling heeft een eigen bladzijde, met de
regels die ervoor gelden. Wat tegen de regels is, staat hier niet.
${(['application', 'execution', 'completion'] as const).map(phase).join('')}
## Bij elke stap

Zolang de procedure loopt, kan dit ook steeds:

${table(['Wie', 'Wat'], byRole(always))}
${phase('outcome')}
## Na elke uitkomst

${table(['Wie', 'Wat'], byRole(afterwards))}
`;
