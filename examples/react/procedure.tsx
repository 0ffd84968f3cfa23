import { useActorRef, useSelector } from '@xstate/react';
import {
  type Case,
  caseOf,
  expectedEvents,
  type Physician,
  type Refusal,
  secondOpinionMachine,
  waitingOn,
} from 'lpbso-second-opinion';
import { type Letter, letterFor } from 'lpbso-second-opinion/words';
import { nl } from 'lpbso-second-opinion/words/nl';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { ActorOptions } from 'xstate';
import { EventForm } from './form.tsx';

interface Props {
  /** An opening as `input`, or a stored case as `snapshot`. */
  start: ActorOptions<typeof secondOpinionMachine>;
  register: Physician[];
  onCase: (current: Case) => void;
}

const phases = ['application', 'execution', 'completion'] as const;

const why = (refusal: Refusal): string[] => {
  if (refusal.reason === 'malformed') return refusal.issues.map(({ path, code }) => `${path} ${nl.issues[code]}`);
  if (refusal.reason === 'unexpected') return [nl.steps[refusal.step].sentence];
  return refusal.unmet.map(({ norm, clauses }) => `${nl.norms[norm].unmet} (${clauses.join(', ')})`);
};

/** A live case, on a screen for the host itself: the actor holds the whole case, and no party may see all of it. */
export function Procedure({ start, register, onCase }: Props) {
  const actor = useActorRef(secondOpinionMachine, start);
  const current = useSelector(actor, caseOf);
  const phase = useSelector(actor, (snapshot) => phases.find((each) => snapshot.hasTag(each)) ?? 'outcome');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [letters, setLetters] = useState<Record<string, Letter>>({});

  // `useActorRef` starts the actor in an effect, and there the letter about the request leaves it: listen before.
  useLayoutEffect(() => {
    const listening = [
      actor.on('refused', (emitted) => setRefusal(emitted.refusal)),
      actor.on('notice', ({ notice }) => {
        const letter = letterFor(caseOf(actor.getSnapshot()), notice, nl);
        setLetters((before) => ({ ...before, [notice.id]: letter }));
      }),
    ];
    return () => {
      for (const each of listening) each.unsubscribe();
    };
  }, [actor]);
  useEffect(() => onCase(current), [current, onCase]);

  return (
    <main>
      <p>{nl.phases[phase]}</p>
      <h1>{nl.steps[current.step].title}</h1>
      <h2>Aan zet</h2>
      <ul>
        {waitingOn(current).map(({ role, since, complaint }) => (
          <li key={`${role} ${complaint}`}>
            {nl.roles[role]}, {nl.phrases.since} {since}
          </li>
        ))}
      </ul>
      <div role="alert">
        {refusal && (
          <ul ref={(list) => list?.scrollIntoView({ block: 'nearest' })}>
            {why(refusal).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </div>
      <h2>Te melden</h2>
      {expectedEvents(current).map(({ type, role, person }) => (
        <details key={`${current.revision} ${type} ${role}`} name="event">
          <summary>
            {nl.roles[role]}: {nl.events[type].todo}
          </summary>
          <EventForm
            type={type}
            by={person}
            register={register}
            onReport={(event) => {
              setRefusal(null);
              actor.send(event);
            }}
          />
        </details>
      ))}
      <h2>Brieven</h2>
      <ul>
        {Object.entries(letters).map(([id, { subject, text }]) => (
          <li key={id}>
            <strong>{subject}</strong>
            <p>{text.join('\n\n')}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
