import type { Case, Reader as Who } from 'lpbso-second-opinion';
import { timelineFor } from 'lpbso-second-opinion/words';
import { wordsFor } from '../languages.ts';
import { type Item, items, type Party, parties, partiesBeside, type Shown, shownTo } from './items.ts';
import { useWords } from './language.ts';
import { type Letter, Letters } from './letters.tsx';
import type { Session } from './log.ts';
import { knownTo, type Onlooker, readerOf, viewOf } from './people.ts';
import { capital, linesFor, longDay, seenText, shortDay } from './say.ts';

/** All there is to know of an item: what whoever sees most of it sees. */
const knownOf = (current: Case, item: Item): Shown[] =>
  [...parties, ...partiesBeside]
    .map((party) => shownTo(viewOf(current, party).sees, item, party))
    .reduce((most, shown) => (shown.length > most.length ? shown : most));

/** What is seen of an item, with the names of its fields where there is more than one. */
export function ShownFields({ shown }: { shown: Shown[] }) {
  const { locale } = useWords();
  return (
    <>
      {shown.flatMap(({ name, value, named }) =>
        linesFor(name, value, locale).map((line) => (
          <p key={line}>{named ? `${seenText(name, locale)}: ${line}` : line}</p>
        )),
      )}
    </>
  );
}

interface Props {
  session: Session;
  current: Case;
  onlooker: Onlooker;
  person: string | null;
  letters: Letter[];
}

/** One party: what they see, their terms, their letters and their story. */
export function PartySees({ session, current, onlooker, person, letters }: Props) {
  const { locale, say, known } = useWords();
  const { sees, terms } = knownTo(current, onlooker, person);
  const who = onlooker === 'host' ? onlooker : readerOf(current, onlooker, person);
  const own = letters.filter(({ notice: { to } }) => to.role === onlooker && (person === null || to.person === person));
  return (
    <>
      <h3>{onlooker === 'host' ? say.party.holds : say.party.sees(known.roles[onlooker])}</h3>
      {sees === null ? (
        <p class="nothing">{onlooker === 'employer' ? say.party.nothing : `${capital(known.phrases.nothing)}.`}</p>
      ) : (
        <dl class="sees">
          {items.flatMap((item) => {
            const shown = onlooker === 'host' ? knownOf(current, item) : shownTo(sees, item, onlooker as Party);
            return shown.length > 0
              ? [
                  <div key={item}>
                    <dt>{say.items[item]}</dt>
                    <dd>
                      <ShownFields shown={shown} />
                    </dd>
                  </div>,
                ]
              : [];
          })}
        </dl>
      )}
      {terms.length > 0 && onlooker !== 'host' && (
        <>
          <h3>{say.party.terms}</h3>
          <ul>
            {terms.map(({ term, dueOn, alarmOn }, at) => (
              <li key={at}>
                {capital(known.terms[term])}
                {dueOn && `: ${known.phrases.by} ${longDay(dueOn, locale)}`}
                {alarmOn && ` (${known.phrases.alarm} ${longDay(alarmOn, locale)})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {onlooker !== 'host' && onlooker !== 'scheduler' && (
        <details class="folded">
          <summary>
            {say.party.letters} <span class="count">{own.length}</span>
          </summary>
          {own.length === 0 ? <p class="quiet">{say.party.noLetters}</p> : <Letters letters={own} />}
        </details>
      )}
      <Story session={session} reader={who} />
    </>
  );
}

function Story({ session, reader }: { session: Session; reader: Who | 'host' }) {
  const { locale, say } = useWords();
  const { log, at } = session;
  const words = wordsFor(locale, reader === 'host' ? reader : reader.role);
  const { entries } = timelineFor(log.opening, log.events.slice(0, at), reader, words);
  return (
    <>
      <h3>{say.party.story}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{say.party.noStory}</p>
      ) : (
        <ol class="story">
          {entries.map(({ on, done, details, deviations }, place) => (
            <li key={place}>
              <time dateTime={on}>{shortDay(on, locale)}</time> {done}.
              {details.length > 0 && <span class="quiet"> {capital(details.join('; '))}.</span>}
              {deviations.map((deviation) => (
                <span key={deviation} class="deviation">
                  {capital(deviation)}
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
