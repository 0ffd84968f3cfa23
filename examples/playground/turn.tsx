import { type Case, type EventType, eventTypes, type Role } from 'lpbso-second-opinion';
import { summaryFor } from 'lpbso-second-opinion/words';
import { wordsFor } from '../languages.ts';
import { Answer, type Happened, Refused } from './answer.tsx';
import { blank } from './fields.ts';
import { EventForm } from './form.tsx';
import { useWords } from './language.ts';
import type { Turn as Taken } from './log.ts';
import { nameOf } from './names.ts';
import { everInRole, holdersOf, knownTo, type Onlooker, onlookers, readerOf, reportersOf } from './people.ts';
import { capital, listed } from './say.ts';
import { nextOf } from './verdict.ts';

/** What somebody is about to report: one event, or one of several that a card shows together. */
export interface Act {
  types: EventType[];
  role: Role;
}

interface Props {
  turns: Taken[];
  current: Case;
  today: string;
  onlooker: Onlooker;
  person: string | null;
  follows: boolean;
  act: Act | null;
  happened: Happened | null;
  onOnlooker: (onlooker: Onlooker, person: string | null) => void;
  onFollow: (follows: boolean) => void;
  onAct: (act: Act | null) => void;
  onReport: (event: unknown) => void;
  onRecord: (event: unknown) => void;
  /** Records what the log holds next, where that was refused. */
  onRecordNext: (() => void) | undefined;
}

/** Who has the move and until when, what they do now, what else they may, and what came of the last thing. */
export function Turn(props: Props) {
  const { turns, current, onlooker, person, act, happened, onAct, onRecordNext } = props;
  const { locale, say, known } = useWords();
  const who = onlooker === 'host' ? onlooker : readerOf(current, onlooker, person);
  const { card, sentence } = summaryFor(current, who, wordsFor(locale, onlooker));
  const fact = (name: string) => card.find(({ fact }) => fact === name);
  const [stands, toAct, by] = ['stands', 'toAct', 'by'].map(fact);
  return (
    <section class="turn" aria-labelledby="turn-title">
      <Who {...props} />
      <h2 id="turn-title">{toAct ? `${toAct.label}: ${toAct.value}` : sentence}</h2>
      {by && (
        <p class="until">
          {by.label}: <strong>{by.value}</strong>
        </p>
      )}
      {stands && <p class="stands">{stands.value}.</p>}
      {!stands && onlooker !== 'scheduler' && <p class="stands">{say.party.nothing}</p>}
      <div aria-live="polite" class="answer">
        {happened && <Answer happened={happened} onRecord={onRecordNext} />}
        {!happened && turns.length === 1 && <p class="lead">{say.lead}</p>}
      </div>
      {act && act.types.length > 1 ? (
        <div class="which">
          <h3>{say.party.which}</h3>
          <ul class="reports">
            {act.types.map((type) => (
              <li key={type}>
                <button type="button" class="report" onClick={() => onAct(actOf(current, [type]))}>
                  {capital(known.events[type].todo)}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => onAct(null)}>
            {say.form.cancel}
          </button>
        </div>
      ) : (
        <Acts {...props} />
      )}
    </section>
  );
}

/** An act by whoever may report it now, or else by whoever may report it at all. */
export function actOf(current: Case, types: EventType[]): Act {
  const [type] = types;
  const { reports } = knownTo(current, 'host', null);
  const [reporter = 'employee'] = type ? reportersOf(type) : [];
  return { types, role: reports.find((report) => report.type === type)?.role ?? reporter };
}

function Who({ turns, current, onlooker, person, follows, onOnlooker, onFollow }: Props) {
  const { locale, say, known } = useWords();
  const moments = turns.map(({ outcome }) => outcome.case);
  const people = onlooker === 'host' || onlooker === 'scheduler' ? [] : everInRole(moments, onlooker);
  const now = onlooker === 'host' ? [] : holdersOf(current.file, onlooker);
  return (
    <div class="pickers">
      <label class="small-field">
        <span>{say.party.pick}</span>
        <select value={onlooker} onChange={({ currentTarget }) => onOnlooker(currentTarget.value as Onlooker, null)}>
          {onlookers.map((each) => (
            <option key={each} value={each}>
              {capital(each === 'host' ? say.party.everything : known.roles[each])}
            </option>
          ))}
        </select>
      </label>
      {people.length > 1 && (
        <label class="small-field">
          <span>{say.party.person}</span>
          <select
            value={person ?? ''}
            onChange={({ currentTarget }) => onOnlooker(onlooker, currentTarget.value || null)}
          >
            <option value="">{say.party.someone}</option>
            {people.map((id) => (
              <option key={id} value={id}>
                {capital(nameOf(id, locale))}
                {now.includes(id) ? '' : ` (${say.party.formerly})`}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="check">
        <input type="checkbox" checked={follows} onChange={({ currentTarget }) => onFollow(currentTarget.checked)} />
        <span>{say.party.follow}</span>
      </label>
    </div>
  );
}

/** What can be reported: what is next as one button, the rest folded away. */
function Acts({ turns, current, today, onlooker, person, act, onAct, onReport, onRecord }: Props) {
  const { say, known } = useWords();
  const { waits, reports } = knownTo(current, onlooker, person);
  const next = nextOf(waits, reports);
  const asked = act?.types[0];
  const type = asked ?? next?.type;
  const role = asked ? act?.role : next?.role;
  const others = reports.filter((report) => report.type !== type);
  const named = [...new Set(others.map((report) => report.type))];
  const impossible = eventTypes.filter(
    (each) => each !== type && !named.includes(each) && (onlooker === 'host' || reportersOf(each).includes(onlooker)),
  );
  const doer = person ?? (role ? (holdersOf(current.file, role)[0] ?? '') : '');
  const open = (one: EventType) =>
    onAct(onlooker === 'host' ? actOf(current, [one]) : { types: [one], role: onlooker });
  return (
    <>
      {type && (
        <EventForm
          key={`${turns.length} ${type} ${doer} ${today}`}
          type={type}
          initial={blank(type, doer, today, current)}
          current={current}
          button={capital(known.events[type].todo)}
          onSubmit={onReport}
          onCancel={asked ? () => onAct(null) : undefined}
          answerTo={(verdict, draft) => (
            <Refused
              type={type}
              verdict={verdict}
              draft={draft}
              current={current}
              today={today}
              onAct={(first, by) => onAct({ types: [first], role: by })}
              onRecord={onRecord}
            />
          )}
        />
      )}
      {!type && named.length === 0 && <p>{say.party.mayReportNothing}</p>}
      {!asked && (
        <details class="folded others" open={!type && named.length > 0}>
          <summary>
            {say.party.others} <span class="count">{named.length}</span>
          </summary>
          <ul class="reports">
            {named.map((one) => {
              const of = others.filter((report) => report.type === one);
              const isReady = of.some(({ unmet }) => unmet.length === 0);
              return (
                <li key={one}>
                  <button type="button" class="report" data-event={one} onClick={() => open(one)}>
                    <span>
                      {onlooker === 'host' && (
                        <span class="quiet">
                          {capital(
                            listed(
                              of.map((each) => known.roles[each.role]),
                              known.phrases.or,
                            ),
                          )}
                          :{' '}
                        </span>
                      )}
                      {onlooker === 'host' ? known.events[one].todo : capital(known.events[one].todo)}
                    </span>
                    {!isReady && <span class="tag warn">{say.party.notYet}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
          {impossible.length > 0 && (
            <label class="field">
              <span>{say.party.other}</span>
              <select
                value=""
                onChange={({ currentTarget }) => currentTarget.value && open(currentTarget.value as EventType)}
              >
                <option value="">{say.party.otherPick}</option>
                {impossible.map((one) => (
                  <option key={one} value={one}>
                    {capital(known.events[one].todo)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </details>
      )}
    </>
  );
}
