import { useWords } from '../context.ts';
import { type FieldProps, GroupShell } from './field.tsx';

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}
export interface DateFieldProps extends FieldProps {
  readonly value?: Partial<DateParts> | undefined;
  readonly names?: DateParts | undefined; // default `${name}.day`, `${name}.month`, `${name}.year`
  readonly birthday?: boolean | undefined; // lets the browser offer the person's own
}

const parts = ['day', 'month', 'year'] as const;

/** A known date in three short fields; nobody scrolls a calendar to 1961. `id` is the id of the day. */
export function DateField(props: DateFieldProps) {
  const words = useWords().form;
  return (
    <GroupShell field={{ ...props, hint: props.hint ?? words.dateHint }}>
      <div class="date">
        {parts.map((part) => (
          <div key={part}>
            <label for={part === 'day' ? props.id : `${props.id}-${part}`}>{words[part]}</label>
            <input
              class={`input num ${part === 'year' ? 'w-4' : 'w-2'}`}
              id={part === 'day' ? props.id : `${props.id}-${part}`}
              name={props.names?.[part] ?? `${props.name}.${part}`}
              value={props.value?.[part]}
              inputMode="numeric"
              autocomplete={props.birthday ? `bday-${part}` : 'off'}
              aria-invalid={props.error ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </GroupShell>
  );
}
