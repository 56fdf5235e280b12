import { useWords } from '../context.ts';
import { describedBy, type FieldProps, FieldShell } from './field.tsx';

export type InputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url';
export type InputWidth = 'full' | 'half' | '2' | '4' | '10' | '20'; // characters

export interface InputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined;
  readonly inputMode?: InputMode | undefined;
  readonly autocomplete?: string | undefined; // e.g. 'name', 'tel', 'street-address'
  readonly width?: InputWidth | undefined; // default full
  readonly prefix?: string | undefined; // e.g. 'Rp'
  readonly suffix?: string | undefined; // e.g. 'meter'
  readonly maxLength?: number | undefined; // hard stop of the browser; leave out for forgiving fields
  readonly spellcheck?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly group?: string | undefined; // digit grouping for the client script, e.g. '4-4-4-4' or '3*' for thousands
}
export type TextFieldProps = InputProps;

/** One line of text. */
export function TextField(props: InputProps) {
  return (
    <FieldShell field={props}>
      <Input {...props} />
    </FieldShell>
  );
}

/** The bare control of TextField, for components that bring their own label. */
export function Input(props: InputProps) {
  const affix = `${props.id}-affix`;
  const shared = {
    class: `input${props.width && props.width !== 'full' ? ` w-${props.width}` : ''}${props.group ? ' num' : ''}`,
    id: props.id,
    name: props.name,
    value: props.value,
    inputMode: props.inputMode,
    autocomplete: props.autocomplete,
    maxLength: props.maxLength,
    spellcheck: props.spellcheck,
    readOnly: props.readOnly,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props, (props.prefix || props.suffix) && affix),
    'data-module': props.group ? 'group-digits' : undefined,
    'data-group': props.group,
  };
  const input = typed(props.type, shared);
  if (!props.prefix && !props.suffix) return input;
  return (
    <div class="affixed">
      {props.prefix && <span id={affix}>{props.prefix}</span>}
      {input}
      {props.suffix && <span id={affix}>{props.suffix}</span>}
    </div>
  );
}

/** JSX wants each input type spelled out. */
function typed(type: InputProps['type'], shared: object) {
  switch (type) {
    case 'password':
      return <input {...shared} type="password" />;
    case 'email':
      return <input {...shared} type="email" />;
    case 'tel':
      return <input {...shared} type="tel" />;
    case 'search':
      return <input {...shared} type="search" />;
    default:
      return <input {...shared} type="text" />;
  }
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined; // default 4
  readonly maxLength?: number | undefined; // shows how many characters are left; checked by the server
  readonly autocomplete?: string | undefined;
}

/** Several lines; with maxLength a counter that speaks up only near the end. */
export function TextArea(props: TextAreaProps) {
  const words = useWords().form;
  const counter = props.maxLength !== undefined;
  return (
    <FieldShell field={props}>
      <textarea
        class="input"
        id={props.id}
        name={props.name}
        rows={props.rows ?? 4}
        autocomplete={props.autocomplete}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props, counter && `${props.id}-counter`)}
        data-module={counter ? 'counter' : undefined}
        data-max={props.maxLength}
      >
        {props.value ?? ''}
      </textarea>
      {counter && (
        <p class="counter" id={`${props.id}-counter`} data-left={words.charactersLeft} data-over={words.charactersOver}>
          {words.charactersLeft.replace(
            '{n}',
            String(Math.max(0, (props.maxLength ?? 0) - (props.value ?? '').length)),
          )}
        </p>
      )}
    </FieldShell>
  );
}
