import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

export interface SearchBoxProps {
  readonly action: string;
  readonly label: string; // read aloud, and shown unless `labelHidden`
  readonly name?: string | undefined; // default q
  readonly value?: string | undefined;
  readonly hint?: string | undefined; // an everyday example under the field, e.g. "Contoh: KTP hilang"
  readonly button?: string | undefined;
  readonly labelHidden?: boolean | undefined;
  readonly id?: string | undefined;
}

/** Search in everyday words; a GET form, so that results can be shared and bookmarked. */
export function SearchBox({
  action,
  label,
  name = 'q',
  value,
  hint,
  button,
  labelHidden,
  id = 'cari',
}: SearchBoxProps) {
  const words = useWords().form;
  return (
    <search class="search">
      <form action={action} method="get">
        <label class={labelHidden ? 'hide' : 'label'} for={id}>
          {label}
        </label>
        <div class="search-row">
          <input
            class="input"
            type="search"
            id={id}
            name={name}
            value={value}
            autocomplete="off"
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          <button class="button" type="submit">
            <Icon name="search" />
            <span>{button ?? words.search}</span>
          </button>
        </div>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </form>
    </search>
  );
}
