import type { Case, EventType, Physician } from 'lpbso-second-opinion';
import { type Field, type FieldKind, fieldsOf } from 'lpbso-second-opinion/forms';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Draft, emptyOf, filledIn, freeReference } from './fields.ts';
import { useWords } from './language.ts';
import { nameOf } from './names.ts';
import { peopleOf, physiciansOf, pool } from './people.ts';
import { capital, faultText, fieldText, longDay, openingText, physicianText, valuesOf } from './say.ts';
import { isOpen, issueAt, normAt, type Verdict, verdictOf } from './verdict.ts';

interface Common {
  /** The case in which something is picked; null before there is one. */
  current: Case | null;
  /** The words beside a field. */
  textOf: (name: string) => string;
}

interface Props extends Common {
  field: Field;
  /** What is wrong with it, as the library says; absent where nothing is. */
  wrong?: string | undefined;
  /** Where it stands in the page, so that a reason can lead to it. */
  id?: string;
  value: unknown;
  onValue: (value: unknown) => void;
}

/** Who takes part in a case that is still to be opened. */
const newcomers = ['employee-1', 'representative-1', 'employer-1', 'planning-1', 'physician-own', 'secretariat-1'];

const namesOf = (current: Case | null): string[] =>
  current ? peopleOf(current.file) : [...newcomers, ...pool.map(({ id }) => id)];

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

/** What a reason says of a field, and where the field tells that. */
const toldOf = (id: string, wrong: string | undefined) =>
  wrong === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` };

/** One field, by the kind of value it takes, with what is wrong with it. */
function FieldInput(props: Props) {
  const ownId = useId();
  const { id = ownId, wrong } = props;
  return (
    <div class={wrong === undefined ? 'one' : 'one wrong'}>
      <Control {...props} id={id} />
      {wrong !== undefined && (
        <p id={`${id}-wrong`} class="error">
          {wrong}
        </p>
      )}
    </div>
  );
}

function Control(props: Props & { id: string }) {
  const { field, id, wrong, value, onValue, current, textOf } = props;
  const { locale, say, known } = useWords();
  const label = capital(textOf(field.name));
  const isOptional = !field.required && field.default === undefined;
  const legend = (
    <>
      {label} {isOptional && wrong === undefined && <span class="hint">{say.form.optional}</span>}
    </>
  );
  const text = String(value ?? '');
  const told = toldOf(id, wrong);

  switch (field.kind) {
    case 'group': {
      const held = (value || null) as Draft | null;
      // What may be left out is left out as a whole, not filled with nothing.
      return (
        <fieldset id={id} {...told}>
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
              id={id}
              type="checkbox"
              checked={value === true}
              onChange={({ currentTarget }) => onValue(currentTarget.checked)}
              {...told}
            />
            <span>{label}</span>
          </label>
        );
      return (
        <label class="field">
          <span>{legend}</span>
          <select
            id={id}
            value={value === '' ? '' : String(value)}
            onChange={({ currentTarget }) => onValue(currentTarget.value === '' ? '' : currentTarget.value === 'true')}
            {...told}
          >
            <option value="">{say.form.notSaid}</option>
            <option value="true">{known.phrases.yes}</option>
            <option value="false">{known.phrases.no}</option>
          </select>
        </label>
      );
    case 'choice':
      // There is nothing to choose.
      if (field.required && field.values.length === 1) return null;
      return (
        <Pick {...props} label={legend} value={text} none={field.required ? say.form.choose : say.form.none}>
          {field.values.map((name) => (
            <option key={name} value={name}>
              {valuesOf(field.name, locale)[name] ?? name}
            </option>
          ))}
        </Pick>
      );
    case 'physician': {
      const among = physicians(current, value);
      const picked = (value as Physician | '' | undefined) || null;
      return (
        <Pick
          {...props}
          label={legend}
          value={picked?.id ?? ''}
          none={field.required ? say.form.choose : say.form.none}
          onValue={(picked) => onValue(among.find(({ id }) => id === picked) ?? '')}
        >
          {among.map((physician) => (
            <option key={physician.id} value={physician.id}>
              {physicianText(physician, locale)}
            </option>
          ))}
        </Pick>
      );
    }
    case 'complaint': {
      const complaints = current?.file.complaints.map(({ complaint }) => complaint) ?? [];
      return (
        <Pick {...props} label={legend} value={text} none={say.form.choose}>
          {[...new Set([...complaints, text].filter(Boolean))].map((complaint, at) => (
            <option key={complaint} value={complaint}>
              {say.form.number(String(at + 1))}
            </option>
          ))}
        </Pick>
      );
    }
    case 'person':
      return (
        <Pick {...props} label={legend} value={text} none={field.required ? say.form.choose : say.form.none}>
          {[...new Set([...namesOf(current), text].filter(Boolean))].map((id) => (
            <option key={id} value={id}>
              {capital(nameOf(id, locale))}
            </option>
          ))}
        </Pick>
      );
    case 'day':
      return (
        <label class="field">
          <span>{legend}</span>
          <input
            id={id}
            type="date"
            min="1900-01-01"
            max="2199-12-31"
            value={text}
            onInput={({ currentTarget }) => onValue(currentTarget.value)}
            {...told}
          />
        </label>
      );
    case 'number':
      return (
        <label class="field">
          <span>{legend}</span>
          <input
            id={id}
            type="number"
            min={field.from}
            max={field.to}
            value={text}
            onInput={({ currentTarget }) => onValue(currentTarget.value === '' ? '' : Number(currentTarget.value))}
            {...told}
          />
        </label>
      );
    default:
      // A case holds no paper, only that there is one.
      return (
        <label class="check">
          <input
            id={id}
            type="checkbox"
            checked={text !== ''}
            onChange={({ currentTarget }) => onValue(currentTarget.checked ? freeReference(field.name, current) : '')}
            {...told}
          />
          <span>{legend}</span>
        </label>
      );
  }
}

interface PickProps {
  id: string;
  wrong?: string | undefined;
  label: preact.ComponentChildren;
  value: string;
  /** What stands where nothing is picked. */
  none: string;
  onValue: (value: string) => void;
  children: preact.ComponentChildren;
}

function Pick({ id, wrong, label, value, none, onValue, children }: PickProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
        {...toldOf(id, wrong)}
      >
        <option value="">{none}</option>
        {children}
      </select>
    </label>
  );
}

type Legend = { legend: preact.ComponentChildren };

function Choices({
  field,
  id,
  wrong,
  value,
  onValue,
  values,
  legend,
}: Props & Legend & { id: string; values: readonly string[] }) {
  const { locale } = useWords();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <fieldset id={id} tabIndex={-1} {...toldOf(id, wrong)}>
      <legend>{legend}</legend>
      <div class="choices">
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
      </div>
    </fieldset>
  );
}

function List({
  field,
  id,
  wrong,
  value,
  onValue,
  of,
  legend,
  current,
  textOf,
}: Props & Legend & { id: string; of: FieldKind }) {
  const { say } = useWords();
  const held = Array.isArray(value) ? (value as unknown[]) : [];
  const name = capital(textOf(field.name));
  const each: Field = { ...of, name: field.name, required: true, askedBy: [] };
  return (
    <fieldset id={id} tabIndex={-1} {...toldOf(id, wrong)}>
      <legend>{legend}</legend>
      {held.map((item, at) => (
        <div key={at} class="item">
          <FieldInput
            current={current}
            textOf={textOf}
            field={each}
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
        onClick={() => onValue([...held, of.kind === 'reference' ? freeReference(field.name, held) : emptyOf(of)])}
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
  /** What is wrong with a field of that name. */
  wrongIn?: (field: Field) => string | undefined;
  idOf?: (name: string) => string;
}

/** Fields side by side, over one draft. */
function Fields({ fields, draft, onDraft, wrongIn, idOf, current, textOf }: FieldsProps) {
  return (
    <div class="fields">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          current={current}
          textOf={textOf}
          field={field}
          wrong={wrongIn?.(field)}
          {...(idOf && { id: idOf(field.name) })}
          value={draft[field.name]}
          onValue={(value) => onDraft({ ...draft, [field.name]: value })}
        />
      ))}
    </div>
  );
}

/** Where a field of the form of an event stands in the page. */
export const fieldId = (type: EventType, name: string): string => `field-${type}-${name}`;

interface EventFormProps {
  type: EventType;
  /** What it holds to begin with. */
  initial: Draft;
  current: Case;
  /** What its button says. */
  button: string;
  onSubmit: (event: unknown) => void;
  onCancel?: (() => void) | undefined;
  /** What stands in the way once somebody has tried: as it is now, whatever has been filled in since. */
  answerTo: (verdict: Verdict, draft: Draft) => preact.ComponentChildren;
}

/** The form of one event: first what only a person can fill in, the rest folded away; each fault at its field. */
export function EventForm({ type, initial, current, button, onSubmit, onCancel, answerTo }: EventFormProps) {
  const { locale, say, known } = useWords();
  const [draft, setDraft] = useState(initial);
  const [isTried, setTried] = useState(false);
  const verdict = verdictOf(current, draft);
  const fields = fieldsOf(type);
  // What has been open once stays where it is, whatever is filled in.
  const shown = useRef(new Set<string>());
  for (const field of fields) if (isOpen(field, draft, verdict)) shown.current.add(field.name);

  const wrongIn = (field: Field): string | undefined => {
    const issue = issueAt(verdict, field.name);
    const asked = normAt(verdict, field);
    if (asked && isTried) return `${capital(known.norms[asked.norm].unmet)}.`;
    // An empty field is no fault before anybody has tried.
    if (!issue || (!isTried && filledIn(draft[field.name]) === undefined)) return undefined;
    return `${capital(faultText(issue, draft, locale))}.`;
  };
  const common = {
    draft,
    onDraft: setDraft,
    current,
    textOf: (name: string) => fieldText(name, locale),
    wrongIn,
    idOf: (name: string) => fieldId(type, name),
  };
  const by = nameOf(String(draft.by ?? ''), locale);
  const on = typeof draft.on === 'string' && draft.on !== '' ? longDay(draft.on, locale) : '';
  return (
    <form
      noValidate
      class="act"
      data-event={type}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setTried(true);
        onSubmit(verdict.event);
      }}
    >
      <Fields {...common} fields={fields.filter(({ name }) => shown.current.has(name))} />
      <div class="buttons">
        <button type="submit" class="main">
          {button}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {say.form.cancel}
          </button>
        )}
      </div>
      <div aria-live="polite">{isTried && verdict.no && answerTo(verdict, draft)}</div>
      <details class="folded rest">
        <summary>{say.form.rest(by, on)}</summary>
        <Fields {...common} fields={fields.filter(({ name }) => !shown.current.has(name))} />
      </details>
    </form>
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
      class="opening"
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
