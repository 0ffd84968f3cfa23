import { dayOf, type EventType, type Physician, type ProcedureEvent } from 'lpbso-second-opinion';
import { type FieldKind, fieldsOf } from 'lpbso-second-opinion/forms';
import { nl } from 'lpbso-second-opinion/words/nl';
import { useId } from 'react';

interface Props {
  type: EventType;
  by: string | null;
  register: Physician[];
  onReport: (event: ProcedureEvent) => void;
}

const labels: Record<string, string> = nl.fields;
const values: Record<string, Record<string, string>> = nl.values;
const inputs: Partial<Record<FieldKind['kind'], string>> = { day: 'date', flag: 'checkbox' };

/** Among what a field is a pick; null where it is none. */
function optionsOf(field: FieldKind, register: Physician[]): readonly string[] | null {
  if (field.kind === 'list') return optionsOf(field.of, register);
  if (field.kind === 'physician') return register.map(({ id }) => id);
  return field.kind === 'choice' ? field.values : null;
}

/** What a field holds, of the texts that were filled in. */
function heldBy(field: FieldKind, texts: string[], register: Physician[]): unknown {
  if (field.kind === 'list') return texts.map((text) => heldBy(field.of, [text], register));
  if (field.kind === 'flag') return texts.length > 0;
  if (field.kind === 'physician') return register.find(({ id }) => id === texts[0]);
  return texts[0];
}

/** The form of an event. What is missing or wrong in it is for the machine to say. */
export function EventForm({ type, by, register, onReport }: Props) {
  const id = useId();
  const fields = fieldsOf(type);
  const initial: Record<string, string | null> = { by, on: dayOf(new Date()) };

  const report = (filledIn: FormData) => {
    const held = fields.map((field) => {
      const texts = filledIn.getAll(field.name).map(String).filter(Boolean);
      return [field.name, heldBy(field, texts, register)];
    });
    onReport({ type, ...Object.fromEntries(held) });
  };

  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        report(new FormData(submitted.currentTarget));
      }}
    >
      {fields.map((field) => {
        const { name, kind } = field;
        const input = inputs[kind === 'list' ? field.of.kind : kind];
        const options = optionsOf(field, register);
        return (
          <p key={name}>
            <label htmlFor={`${id}-${name}`}>{labels[name]}</label>{' '}
            {options ? (
              <select id={`${id}-${name}`} name={name} multiple={kind === 'list'}>
                {kind !== 'list' && <option />}
                {options.map((each) => (
                  <option key={each} value={each}>
                    {values[name]?.[each] ?? each}
                  </option>
                ))}
              </select>
            ) : (
              <input id={`${id}-${name}`} name={name} type={input} defaultValue={initial[name] ?? undefined} />
            )}
          </p>
        );
      })}
      <button type="submit">Melden</button>
    </form>
  );
}
