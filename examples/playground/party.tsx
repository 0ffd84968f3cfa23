import {
  type Case,
  deadlines,
  type EventType,
  type Expected,
  eventTypes,
  expectedEvents,
  type Reader as ReaderInRole,
  type Role,
  type View,
  viewFor,
  waitingOn,
} from 'lpbso-second-opinion';
import { summaryFor, timelineFor } from 'lpbso-second-opinion/words';
import { useState } from 'preact/hooks';
import { wordsFor } from '../languages.ts';
import { RankMark } from './clauses.tsx';
import { blank } from './fields.ts';
import { EventForm } from './form.tsx';
import { type Item, items, type Party, parties, partiesBeside, type Shown, shownTo } from './items.ts';
import { useWords } from './language.ts';
import { type Letter, Letters } from './letters.tsx';
import { run, type Session } from './log.ts';
import { everInRole, holdersOf, readerOf, reportersOf, viewOf } from './people.ts';
import { capital, linesFor, listed, longDay, seenText, shortDay } from './say.ts';

/** Whoever looks: a party, or whoever keeps the file. */
export type Reader = Role | 'host';

/** The same, with the person. */
type Who = ReaderInRole | 'host';

const readers: Reader[] = [
  'host',
  'employee',
  'ownPhysician',
  'secondOpinionPhysician',
  'thirdPhysician',
  'employer',
  'complaintHandler',
  'administration',
  'scheduler',
];

type Report = Omit<Expected, 'person'>;

interface Known {
  sees: unknown;
  waits: View['waitingOn'];
  reports: Report[];
  terms: View['deadlines'];
}

/** What a reader may know of a case, and do; whoever keeps the file knows all, and may enter everything. */
const knownTo = (current: Case, reader: Reader, person: string | null): Known => {
  if (reader === 'host')
    return {
      sees: current.file,
      waits: waitingOn(current),
      reports: expectedEvents(current),
      terms: deadlines(current),
    };
  const view = person === null ? viewOf(current, reader) : viewFor(current, { role: reader, person });
  return {
    sees: view.sees,
    waits: view.waitingOn,
    reports: view.mayReport.map((each) => ({ ...each, role: reader })),
    terms: view.deadlines,
  };
};

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
  reader: Reader;
  person: string | null;
  letters: Letter[];
  onReader: (reader: Reader, person: string | null) => void;
  onReport: (event: unknown) => void;
}

/** One party: what it sees, what it may report now, its terms, its letters and its story. */
export function PartyPanel({ session, current, reader, person, letters, onReader, onReport }: Props) {
  const { locale, say, known } = useWords();
  const { sees, waits, reports, terms } = knownTo(current, reader, person);
  const moments = run(session.log, session.at).turns.map(({ outcome }) => outcome.case);
  const people = reader === 'host' || reader === 'scheduler' ? [] : everInRole(moments, reader);
  const now = reader === 'host' ? [] : holdersOf(current.file, reader);
  const who = reader === 'host' ? reader : readerOf(current, reader, person);
  const own = letters.filter(({ notice: { to } }) => to.role === reader && (person === null || to.person === person));
  const moves = [...new Set(waits.map(({ role }) => role))].filter((role) => role !== reader);
  const name = reader === 'host' ? say.party.everything : known.roles[reader];

  return (
    <section class="card party" aria-labelledby="party-title">
      <div class="pickers">
        <label class="field">
          <span>{say.party.pick}</span>
          <select value={reader} onChange={({ currentTarget }) => onReader(currentTarget.value as Reader, null)}>
            {readers.map((each) => (
              <option key={each} value={each}>
                {each === 'host' ? say.party.everything : known.roles[each]}
              </option>
            ))}
          </select>
        </label>
        {people.length > 1 && (
          <label class="field">
            <span>{say.party.person}</span>
            <select
              value={person ?? ''}
              onChange={({ currentTarget }) =>
                onReader(reader, currentTarget.value === '' ? null : currentTarget.value)
              }
            >
              <option value="">{say.party.someone}</option>
              {people.map((id) => (
                <option key={id} value={id}>
                  {now.includes(id) ? id : `${id} (${say.party.formerly})`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>

      <h2 id="party-title">{capital(name)}</h2>
      <p class="stands">{summaryFor(current, who, wordsFor(locale, reader)).sentence}</p>
      {moves.length > 0 && (
        <p class="buttons">
          {moves.map((role) => (
            <button key={role} type="button" class="quiet-button" onClick={() => onReader(role, null)}>
              {say.party.act(known.roles[role])}
            </button>
          ))}
        </p>
      )}

      <h3>{reader === 'host' ? say.party.mayBeReported : say.party.mayReport}</h3>
      <Reports
        key={`${session.at} ${session.log.events.length} ${reader} ${person} ${session.today}`}
        session={session}
        current={current}
        reader={reader}
        person={person}
        reports={reports}
        onReport={onReport}
      />

      {terms.length > 0 && reader !== 'host' && (
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

      <h3>{reader === 'host' ? say.party.holds : say.party.sees}</h3>
      {sees === null ? (
        <div class="nothing">
          <p>{reader === 'employer' ? say.party.nothing : `${capital(known.phrases.nothing)}.`}</p>
        </div>
      ) : (
        <dl class="sees">
          {items.flatMap((item) => {
            const shown = reader === 'host' ? knownOf(current, item) : shownTo(sees, item, reader as Party);
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

      {reader !== 'host' && reader !== 'scheduler' && (
        <details class="folded">
          <summary>
            {say.party.letters} <span class="count">{own.length}</span>
          </summary>
          {own.length === 0 ? <p class="quiet">{say.party.noLetters}</p> : <Letters letters={own} />}
        </details>
      )}
      <Story session={session} reader={who} />
    </section>
  );
}

interface ReportsProps {
  session: Session;
  current: Case;
  reader: Reader;
  person: string | null;
  reports: Report[];
  onReport: (event: unknown) => void;
}

/** What may be reported, each behind its button; and whatever else this party could ever report. */
function Reports({ session, current, reader, person, reports, onReport }: ReportsProps) {
  const { say, known } = useWords();
  const [open, setOpen] = useState<EventType | null>(null);
  const types = [...new Set(reports.map(({ type }) => type))];
  const others = eventTypes.filter(
    (type) => !types.includes(type) && (reader === 'host' || reportersOf(type).includes(reader)),
  );
  const doerOf = (type: EventType): string => {
    const role =
      reader === 'host' ? (reports.find((report) => report.type === type)?.role ?? reportersOf(type)[0]) : reader;
    return person ?? (role ? (holdersOf(current.file, role)[0] ?? '') : '');
  };
  const form = (type: EventType) => (
    <EventForm
      key={type}
      type={type}
      initial={blank(type, doerOf(type), session.today, current)}
      current={current}
      expected={reports.find((report) => report.type === type)}
      button={say.form.report}
      onSubmit={onReport}
      onCancel={() => setOpen(null)}
    />
  );
  return (
    <>
      {types.length === 0 && <p>{say.party.mayReportNothing}</p>}
      <ul class="reports">
        {types.map((type) => {
          const report = reports.find((each) => each.type === type);
          const inTheWay = report?.unmet ?? [];
          const roles = reports.filter((each) => each.type === type).map(({ role }) => known.roles[role]);
          return (
            <li key={type}>
              <button
                type="button"
                class="report"
                data-event={type}
                aria-expanded={open === type}
                onClick={() => setOpen(open === type ? null : type)}
              >
                <span>
                  {reader === 'host' && <span class="quiet">{capital(listed(roles, known.phrases.or))}: </span>}
                  {reader === 'host' ? known.events[type].todo : capital(known.events[type].todo)}
                </span>
                <span class={inTheWay.length > 0 ? 'tag warn' : 'tag fine'}>
                  {inTheWay.length > 0 ? say.party.notYet : say.party.ready}
                </span>
              </button>
              {inTheWay.length > 0 && open !== type && (
                <ul class="in-the-way">
                  {inTheWay.map(({ norm, rank }) => (
                    <li key={norm}>
                      {capital(known.norms[norm].unmet)} <RankMark rank={rank} />
                    </li>
                  ))}
                </ul>
              )}
              {open === type && form(type)}
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <div class="other">
          <label class="field">
            <span>{say.party.other}</span>
            <select
              value={open !== null && others.includes(open) ? open : ''}
              onChange={({ currentTarget }) => setOpen((currentTarget.value || null) as EventType | null)}
            >
              <option value="">{say.party.otherPick}</option>
              {others.map((type) => (
                <option key={type} value={type}>
                  {capital(known.events[type].todo)}
                </option>
              ))}
            </select>
          </label>
          {open !== null && others.includes(open) && form(open)}
        </div>
      )}
    </>
  );
}

function Story({ session, reader }: { session: Session; reader: Who }) {
  const { locale, say } = useWords();
  const { log, at } = session;
  const words = wordsFor(locale, reader === 'host' ? reader : reader.role);
  const { entries } = timelineFor(log.opening, log.events.slice(0, at), reader, words);
  return (
    <details class="folded">
      <summary>
        {say.party.story} <span class="count">{entries.length}</span>
      </summary>
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
    </details>
  );
}
