import { advance, type Case, type EventType, type Issue, type Physician } from 'lpbso-second-opinion';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { RankMark } from './clauses.tsx';
import { type Draft, type Field, fieldsOf, filledIn, freeReference } from './fields.ts';
import { useWords } from './language.ts';
import { peopleOf, physiciansOf, pool } from './people.ts';
import { capital, fieldText, missingText, openingText, physicianText, valuesOf } from './say.ts';

interface Common {
  /** The case in which something is picked; null before there is one. */
  current: Case | null;
  /** The words beside a field. */
  textOf: (name: string) => string;
  /** Fields that a rule needs, though the schema does without. */
  needs: string[];
}

interface Props extends Common {
  field: Field;
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

const emptyOf = (field: Field): unknown => {
  if (field.kind === 'list') return [];
  if (field.kind === 'yesOrNo') return false;
  return field.kind === 'group' ? Object.fromEntries(field.fields.map((inner) => [inner.name, emptyOf(inner)])) : '';
};

/** One field, by the kind of value it takes. */
function FieldInput(props: Props) {
  const { field, value, onValue, current, textOf, needs } = props;
  const { locale, say } = useWords();
  const id = useId();
  const label = capital(textOf(field.name));
  const byRule = !field.required && needs.includes(field.name);
  const isOptional = !field.required && field.preset === undefined;
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
    case 'fixed':
      return null;
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
    case 'yesOrNo':
      if (field.required || field.preset !== undefined)
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
      <option value="true">{known.words.yes}</option>
      <option value="false">{known.words.no}</option>
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

function Choices({ field, value, onValue, values, legend }: Props & Legend & { values: string[] }) {
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

function List({ value, onValue, of, legend, ...common }: Props & Legend & { of: Field }) {
  const { say } = useWords();
  const held = Array.isArray(value) ? (value as unknown[]) : [];
  const name = capital(common.textOf(of.name));
  return (
    <fieldset>
      <legend>{legend}</legend>
      {held.map((item, at) => (
        <div key={at} class="item">
          <FieldInput
            {...common}
            field={of}
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
  fields: Field[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

/** Fields side by side, over one draft. */
function Fields({ fields, draft, onDraft, ...common }: FieldsProps) {
  return (
    <div class="fields">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          {...common}
          field={field}
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
  needs: string[];
  button: string;
  onSubmit: (event: unknown) => void;
  onCancel?: () => void;
}

/** The form of one event, with what still stands in the way. */
export function EventForm({ type, initial, current, needs, button, onSubmit, onCancel }: EventFormProps) {
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
        needs={needs}
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
  const issues: Issue[] = outcome.reason === 'malformed' ? outcome.issues : [];
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
  fields: Field[];
  initial: Draft;
  button: string;
  onSubmit: (opening: unknown) => void;
  onCancel: () => void;
}

/** The form of an opening. */
export function OpeningForm({ fields, initial, button, onSubmit, onCancel }: OpeningFormProps) {
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
        fields={fields}
        draft={draft}
        onDraft={setDraft}
        current={null}
        needs={[]}
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
