import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';
import { describedBy, type FieldProps } from './field.tsx';

export interface DeclarationFieldProps extends FieldProps {
  readonly checked?: boolean | undefined;
  readonly value?: string | undefined; // what is sent; default "true"
}

/** One box to tick for consent or "Data ini benar"; the label is the whole sentence. */
export function DeclarationField(props: DeclarationFieldProps) {
  const words = useWords();
  return (
    <div class={props.error ? 'field field-bad' : 'field'}>
      {props.error && (
        <p class="error" id={`${props.id}-error`}>
          <Icon name="alert-circle" size="small" />
          <span>
            <span class="hide">{words.errors.label} </span>
            {props.error}
          </span>
        </p>
      )}
      <div class="choice choice-card">
        <input
          type="checkbox"
          id={props.id}
          name={props.name}
          value={props.value ?? 'true'}
          checked={props.checked}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
        />
        <label for={props.id}>{props.label}</label>
        {props.hint && (
          <p class="hint" id={`${props.id}-hint`}>
            {props.hint}
          </p>
        )}
      </div>
    </div>
  );
}
