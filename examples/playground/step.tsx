import type { Step } from 'lpbso-second-opinion';
import { clausesOf, steps, waysFrom } from './chart.ts';
import { Clauses, FoldedClauses } from './clauses.tsx';
import { useWords } from './language.ts';
import { capital, longDay } from './say.ts';

interface Props {
  step: Step;
  now: Step;
  since: string;
  onPick: (step: Step) => void;
}

/** A step in words: what it is, what it rests on, and the ways on from it. */
export function StepInWords({ step, now, since, onPick }: Props) {
  const { locale, say, known } = useWords();
  const { own, around } = clausesOf(step);
  const ways = waysFrom(step);
  return (
    <section aria-labelledby="step-title">
      <div class="beside">
        <h2 id="step-title">
          {known.steps[step].title}
          {step === now && <span class="tag">{say.step.now}</span>}
        </h2>
        <label class="small-field">
          <span>{say.step.pick}</span>
          <select value={step} onChange={({ currentTarget }) => onPick(currentTarget.value as Step)}>
            {steps.map((name) => (
              <option key={name} value={name}>
                {known.steps[name].title}
                {name === now ? ` (${say.step.now})` : ''}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p>
        {capital(known.steps[step].sentence)}
        {step === now ? ` (${known.phrases.since} ${longDay(since, locale)}).` : '.'}
      </p>
      <h3>{say.step.clauses}</h3>
      <Clauses ids={own} />
      <FoldedClauses ids={around} title={say.step.around} />
      <h3>{say.step.ways}</h3>
      {ways.length === 0 ? (
        <p>{say.step.none}</p>
      ) : (
        <ul class="ways">
          {ways.map(({ event, to, clauses }, at) => (
            <li key={at}>
              <FoldedClauses
                ids={clauses}
                title={`${capital(known.events[event].title)} → ${to ? known.steps[to].title : say.step.stays}`}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
