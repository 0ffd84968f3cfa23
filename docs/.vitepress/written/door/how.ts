import { type EventType, type Role, type Step, steps } from 'lpbso-second-opinion';
import { daysBetween, usualWay } from '../../../../examples/pictures/usual.ts';
import { doersOf } from '../event.ts';
import { capital, row } from '../labels.ts';
import { languages, wordsFor } from '../languages.ts';

const words = wordsFor('nl', 'employee');

const { steps: usual, outcome } = usualWay();

const phaseOf = (step: string): string | undefined => (step.includes('.') ? step.split('.')[0] : undefined);

/** What is done in a step, by each who does it, in the order of what they do first. */
const doneBy = (acts: EventType[]): string => {
  const doers = [...new Set(acts.map((type) => doersOf(type)[0] as Role))];
  return doers
    .map((doer) => {
      const done = [...new Set(acts)].filter((type) => doersOf(type)[0] === doer);
      return `${capital(words.roles[doer])}: ${done.map((type) => words.events[type].todo).join('; ')}.`;
    })
    .join('<br>');
};

const told = (roles: Role[]): string => capital(roles.map((role) => words.roles[role]).join(' en '));

const termsIn = (terms: (typeof usual)[number]['terms']): string =>
  terms
    .map(({ term, since, dueOn }) =>
      capital(dueOn === null ? words.terms[term] : `${words.terms[term]}: ${daysBetween(since, dueOn)} dagen`),
    )
    .join('<br>');

const phase = (name: 'application' | 'execution' | 'completion'): string => {
  const rows = usual.flatMap(({ step, acts, told: roles, terms }, at) =>
    phaseOf(step) === name ? [row(String(at + 1), doneBy(acts), termsIn(terms), told(roles))] : [],
  );
  return `## ${capital(languages.nl.phases[name])}

| Stap | Wie doet wat | Hoe lang | Wie krijgt bericht |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
};

/** What the own physician's record has in place of several steps is no other way. */
const otherwise = steps.filter(
  (step) => step !== 'execution.underway' && step !== outcome && !usual.some((one) => one.step === step),
);

const otherSteps = (isEnd: boolean): string =>
  otherwise
    .filter((step: Step) => (phaseOf(step) === undefined) === isEnd)
    .map((step) => `* **${languages.nl.steps[step].title}**: ${words.steps[step].sentence}.`)
    .join('\n');

/** The usual way in plain words, as the first worked case goes it. */
export const howPage = (): string => `# Hoe het gaat

Twijfelt u aan het advies van uw bedrijfsarts? Dan kunt u een second opinion vragen: een andere bedrijfsarts kijkt er opnieuw naar. Dit is
de gewone weg, van uw aanvraag tot de reactie van uw bedrijfsarts. De nummers zijn die van [de poster](pictures/poster.nl.svg).

${(['application', 'execution', 'completion'] as const).map(phase).join('\n')}
Daarna: ${words.steps[outcome as Step].sentence}.

## Het kan ook anders gaan

Onderweg kan dit gebeuren:

${otherSteps(false)}

En zo kan het ook eindigen:

${otherSteps(true)}

Wie wat kan doen, en op welk moment: [wat mag wanneer](/nl/wat-mag-wanneer.md).
`;
