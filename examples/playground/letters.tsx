import type { Case, Notice } from 'lpbso-second-opinion';
import { type Letter as LetterInWords, letterFor } from 'lpbso-second-opinion/words';
import { wordsFor } from '../languages.ts';
import { FoldedClauses } from './clauses.tsx';
import { useWords } from './language.ts';
import type { Turn } from './log.ts';
import { useRecent } from './recent.tsx';
import { longDay, personText } from './say.ts';

/** A notice with the day on which it became due. */
export interface Letter {
  on: string;
  /** The case after what the notice tells of. */
  after: Case;
  notice: Notice;
}

export const lettersIn = (turns: Turn[]): Letter[] =>
  turns.flatMap(({ on, outcome }) => outcome.notices.map((notice) => ({ on, after: outcome.case, notice })));

/** Notices as the letters they stand for, the last one first; without what only the sender knows. */
export function Letters({ letters }: { letters: Letter[] }) {
  const { locale, say, known } = useWords();
  const { from, earlier } = useRecent(letters.length);
  return (
    <>
      <ul class="letters">
        {letters
          .slice(from)
          .reverse()
          .map(({ on, after, notice }) => (
            <li key={notice.id} class="letter">
              <dl>
                <dt>{say.letters.to}</dt>
                <dd>{personText(notice.to.role, notice.to.person, locale)}</dd>
                {/* Nor does it name the second-opinion physician to them (`G-4`). */}
                {(notice.to.role !== 'employer' || notice.from !== 'secondOpinionPhysician') && (
                  <>
                    <dt>{say.letters.from}</dt>
                    <dd>{known.roles[notice.from]}</dd>
                  </>
                )}
                <dt>{say.letters.on}</dt>
                <dd>{longDay(on, locale)}</dd>
              </dl>
              <Written letter={letterFor(after, notice, wordsFor(locale, notice.to.role))} />
              <p class="quiet">{say.letters.body}</p>
              {/* The clauses name the second opinion, so they do not go to the employer. */}
              {notice.to.role !== 'employer' && <FoldedClauses ids={notice.clauses} title={say.letters.grounds} />}
            </li>
          ))}
      </ul>
      {earlier}
    </>
  );
}

function Written({ letter: { subject, text } }: { letter: LetterInWords }) {
  const { say } = useWords();
  return (
    <>
      <p class="about">
        <span class="unseen">{say.letters.about}: </span>
        {subject}
      </p>
      {text.map((paragraph) => (
        <p key={paragraph} class="written">
          {paragraph}
        </p>
      ))}
    </>
  );
}

/** All letters of a case. */
export function AllLetters({ letters }: { letters: Letter[] }) {
  const { say } = useWords();
  return (
    <section aria-label={say.views.letters}>
      <p class="lead">{say.letters.lead}</p>
      {letters.length === 0 ? <p>{say.letters.none}</p> : <Letters letters={letters} />}
    </section>
  );
}
