import { advance, type Case, type EventType, type Expected, type Issue, type Physician } from 'lpbso-second-opinion';
import { type Field, type FieldKind, fieldsOf, isAsked } from 'lpbso-second-opinion/forms';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { RankMark } from './clauses.tsx';
import { type Draft, emptyOf, filledIn, freeReference } from './fields.ts';
import { useWords } from './language.ts';
import { peopleOf, physiciansOf, pool } from './people.ts';
import { capital, fieldText, missingText, openingText, physicianText, valuesOf } from './say.ts';

interface Common {
  /** The case in which something is picked; null before there is one. */
  current: Case | null;
  /** The words beside a field. */
  textOf: (name: string) => string;
  /** What the event needs as the case stands; absent where it is not expected. */
  expected?: Needs | undefined;
}

type Needs = Pick<Expected, 'needs' | 'mayNeed'>;

interface Props extends Common {
  field: Field;
  /** Whether a rule asks for it now. */
  byRule?: boolean;
  value: unknown;
  onValue: (value: unknown) => void;
}

const namesOf = (current: Case | null): string[] => (current ? peopleOf(current.file) : pool.map(({ id }) => id));

const physicians = (current: Case | null, value: unknown): Physician[] => {
  const known = current ? physiciansOf(current.file) : [ownPhysician, ...pool];
  const held = value as Physician | '' | undefined;
  return held && typeof held === 'object' && !known.some(({ id }) => id === held.id) ? [held, ...known] : known;
};

/** The own physician of a new case. */
const ownPhysician: Physician = {
  id: 'physician-own',
  organisations: ['noord'],
  registered: true,
  pool: false,
};

/** One field, by the kind of value it takes. */
function FieldInput(props: Props) {
  const { field, byRule, value, onValue, current, textOf } = props;
  const { locale, say } = useWords();
  const id = useId();
  const label = capital(textOf(field.name));
  const isOptional = !field.required && field.default === undefined;
  const legend = (
    <>
      {label}{' '}
      {byRule ? (
        <span class="hint rule">{say.form.needsRule}</span>
      ) : (
        isOptional && <span class="hint">{say.form.optional}</span>
      )}
    </>
  );
  const text = String(value ?? '');

  switch (field.kind) {
    case 'group': {
      const held = (value || null) as Draft | null;
      // What may be left out is left out as a whole, not filled with nothing.
      return (
        <fieldset>
          <legend>{legend}</legend>
          {held && <Fields {...props} fields={field.fields} draft={held} onDraft={onValue} />}
          {isOptional && (
            <button
              type="button"
              class="quiet-button"
              aria-label={`${held ? say.form.remove : say.form.add}: ${label}`}
              onClick={() => onValue(held ? '' : emptyOf(field))}
            >
              {held ? say.form.remove : say.form.add}
            </button>
          )}
        </fieldset>
      );
    }
    case 'list':
      return field.of.kind === 'choice' ? (
        <Choices {...props} values={field.of.values} legend={legend} />
      ) : (
        <List {...props} of={field.of} legend={legend} />
      );
    case 'flag':
      if (!isOptional)
        return (
          <label class="check">
            <input
              type="checkbox"
              checked={value === true}
              onChange={({ currentTarget }) => onValue(currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
        );
      return (
        <label class="field">
          <span>{legend}</span>
          <select
            value={value === '' ? '' : String(value)}
            onChange={({ currentTarget }) => onValue(currentTarget.value === '' ? '' : currentTarget.value === 'true')}
          >
            <option value="">{say.form.notSaid}</option>
            <YesAndNo />
          </select>
        </label>
      );
    case 'choice':
      // There is nothing to choose.
      if (field.required && field.values.length === 1) return null;
      return (
        <label class="field">
          <span>{legend}</span>
          <select value={text} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
            <option value="">{say.form.choose}</option>
            {field.values.map((name) => (
              <option key={name} value={name}>
                {valuesOf(field.name, locale)[name] ?? name}
              </option>
            ))}
          </select>
        </label>
      );
    case 'physician': {
      const known = physicians(current, value);
      const picked = (value as Physician | '' | undefined) || null;
      return (
        <label class="field">
          <span>{legend}</span>
          <select
            value={picked?.id ?? ''}
            onChange={({ currentTarget }) => onValue(known.find(({ id }) => id === currentTarget.value) ?? '')}
          >
            <option value="">{field.required ? say.form.choose : say.form.none}</option>
            {known.map((physician) => (
              <option key={physician.id} value={physician.id}>
                {physicianText(physician, locale)}
              </option>
            ))}
          </select>
        </label>
      );
    }
    case 'complaint': {
      const known = current?.file.complaints.map(({ complaint }) => complaint) ?? [];
      return (
        <label class="field">
          <span>{legend}</span>
          <input list={id} value={text} onInput={({ currentTarget }) => onValue(currentTarget.value)} />
          <Names id={id} names={known} />
        </label>
      );
    }
    case 'person':
      return (
        <label class="field">
          <span>{legend}</span>
          <input
            list={id}
            autocomplete="off"
            value={text}
            onInput={({ currentTarget }) => onValue(currentTarget.value)}
          />
          <Names id={id} names={namesOf(current)} />
        </label>
      );
    case 'day':
      return (
        <label class="field">
          <span>{legend}</span>
          <input
            type="date"
            min="1900-01-01"
            max="2199-12-31"
            value={text}
            onInput={({ currentTarget }) => onValue(currentTarget.value)}
          />
        </label>
      );
    case 'number':
      return (
        <label class="field">
          <span>{legend}</span>
          <input
            type="number"
            min={field.from}
            max={field.to}
            value={text}
            onInput={({ currentTarget }) => onValue(currentTarget.value === '' ? '' : Number(currentTarget.value))}
          />
        </label>
      );
    default:
      return (
        <div class="field">
          <label for={id}>{legend}</label>
          <div class="with-button">
            <input
              id={id}
              autocomplete="off"
              value={text}
              onInput={({ currentTarget }) => onValue(currentTarget.value)}
            />
            {text === '' && (
              <button
                type="button"
                class="quiet-button"
                aria-label={`${say.form.reference}: ${label}`}
                onClick={() => onValue(freeReference(field.name, current))}
              >
                {say.form.reference}
              </button>
            )}
          </div>
        </div>
      );
  }
}

function YesAndNo() {
  const { known } = useWords();
  return (
    <>
      <option value="true">{known.phrases.yes}</option>
      <option value="false">{known.phrases.no}</option>
    </>
  );
}

function Names({ id, names }: { id: string; names: string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

type Legend = { legend: preact.ComponentChildren };

function Choices({ field, value, onValue, values, legend }: Props & Legend & { values: readonly string[] }) {
  const { locale } = useWords();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((name) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ currentTarget }) =>
              onValue(currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />
          <span>{valuesOf(field.name, locale)[name] ?? name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function List({ field, value, onValue, of, legend, ...common }: Props & Legend & { of: FieldKind }) {
  const { say } = useWords();
  const held = Array.isArray(value) ? (value as unknown[]) : [];
  const name = capital(common.textOf(field.name));
  const each: Field = { ...of, name: field.name, required: true, askedBy: [] };
  return (
    <fieldset>
      <legend>{legend}</legend>
      {held.map((item, at) => (
        <div key={at} class="item">
          <FieldInput
            {...common}
            field={each}
            byRule={false}
            value={item}
            onValue={(changed) => onValue(held.map((known, place) => (place === at ? changed : known)))}
          />
          <button
            type="button"
            class="quiet-button"
            aria-label={`${say.form.remove}: ${name} ${at + 1}`}
            onClick={() => onValue(held.filter((_, place) => place !== at))}
          >
            {say.form.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        class="quiet-button"
        aria-label={`${say.form.add}: ${name}`}
        onClick={() => onValue([...held, emptyOf(of)])}
      >
        {say.form.add}
      </button>
    </fieldset>
  );
}

interface FieldsProps extends Common {
  fields: readonly Field[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

/** Whether a rule asks for a field, as the case stands and by the rest of what is filled in. */
const isAskedNow = ({ name, required, askedBy }: Field, draft: Draft, expected: Needs | undefined): boolean =>
  !required &&
  askedBy.some(
    (asked) =>
      isAsked(asked, draft) &&
      (!asked.dependsOnCase ||
        expected?.needs.includes(name) ||
        expected?.mayNeed.some(({ field, norm }) => field === name && norm === asked.norm)),
  );

/** Fields side by side, over one draft. */
function Fields({ fields, draft, onDraft, ...common }: FieldsProps) {
  return (
    <div class="fields">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          {...common}
          field={field}
          byRule={isAskedNow(field, draft, common.expected)}
          value={draft[field.name]}
          onValue={(value) => onDraft({ ...draft, [field.name]: value })}
        />
      ))}
    </div>
  );
}

interface EventFormProps {
  type: EventType;
  /** What it holds to begin with. */
  initial: Draft;
  current: Case;
  expected?: Needs | undefined;
  button: string;
  onSubmit: (event: unknown) => void;
  onCancel?: () => void;
}

/** The form of one event, with what still stands in the way. */
export function EventForm({ type, initial, current, expected, button, onSubmit, onCancel }: EventFormProps) {
  const { locale, say } = useWords();
  const [draft, setDraft] = useState(initial);
  const event = filledIn(draft);
  const missingId = useId();
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onSubmit(event);
      }}
    >
      <Fields
        fields={fieldsOf(type)}
        draft={draft}
        onDraft={setDraft}
        current={current}
        expected={expected}
        textOf={(name) => fieldText(name, locale)}
      />
      <div class="missing" id={missingId}>
        <Missing current={current} event={event} draft={draft} />
      </div>
      <div class="buttons">
        <button type="submit" class="main" aria-describedby={missingId}>
          {button}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {say.form.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

function Missing({ current, event, draft }: { current: Case; event: unknown; draft: Draft }) {
  const { locale, say, known } = useWords();
  const outcome = advance(current, event);
  if (outcome.ok) return <p class="fine">{say.form.complete}</p>;
  const issues: readonly Issue[] = outcome.reason === 'malformed' ? outcome.issues : [];
  const inTheWay = outcome.reason === 'notAllowed' ? outcome.unmet : [];
  return (
    <>
      <p>
        <strong>{outcome.reason === 'unexpected' ? `${say.happened.unexpected}.` : say.form.missing}</strong>
      </p>
      <ul>
        {issues.map((issue) => (
          <li key={issue.path}>{missingText(issue, draft, locale)}</li>
        ))}
        {inTheWay.map(({ norm, rank, clauses }) => (
          <li key={norm}>
            {capital(known.norms[norm].unmet)} <RankMark rank={rank} /> <span class="cited">{clauses.join(' ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface OpeningFormProps {
  initial: Draft;
  button: string;
  onSubmit: (opening: unknown) => void;
  onCancel: () => void;
}

/** The form of an opening. */
export function OpeningForm({ initial, button, onSubmit, onCancel }: OpeningFormProps) {
  const { locale, say } = useWords();
  const [draft, setDraft] = useState(initial);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form
      noValidate
      class="card opening"
      aria-labelledby="opening-title"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onSubmit(filledIn(draft));
      }}
    >
      <h2 id="opening-title" tabIndex={-1} ref={heading}>
        {say.opening.title}
      </h2>
      <p class="quiet">{say.opening.hint}</p>
      <Fields
        fields={fieldsOf('opening')}
        draft={draft}
        onDraft={setDraft}
        current={null}
        textOf={(name) => openingText(name, locale)}
      />
      <div class="buttons">
        <button type="submit" class="main">
          {button}
        </button>
        <button type="button" onClick={onCancel}>
          {say.opening.cancel}
        </button>
      </div>
    </form>
  );
}
