import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

export interface FieldProps {
  readonly id: string; // of the control, target of the error summary
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined; // a sentence that says what to do
  readonly required?: boolean | undefined; // default true; false adds "(boleh dikosongkan)"
  readonly heading?: boolean | undefined; // the label is the page's h1 (one question per page)
}

/** The ids that explain a control, for aria-describedby. */
export function describedBy(field: FieldProps, ...more: (string | false | undefined)[]): string | undefined {
  const ids = [field.hint && `${field.id}-hint`, field.error && `${field.id}-error`, ...more];
  return ids.filter((id): id is string => typeof id === 'string' && id !== '').join(' ') || undefined;
}

interface ShellProps {
  readonly field: FieldProps;
  readonly children: ComponentChildren;
}

/** One control with its label, hint and error, in this order. */
export function FieldShell({ field, children }: ShellProps) {
  const label = (
    <label class="label" for={field.id}>
      <LabelText field={field} />
    </label>
  );
  return (
    <div class={field.error ? 'field field-bad' : 'field'}>
      {field.heading ? <h1 class="label-h1">{label}</h1> : label}
      <HintAndError field={field} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. The error summary leads to `firstId`, or to the group itself. */
export function GroupShell({ field, children, role }: ShellProps & { role?: 'radiogroup' | undefined }) {
  const legend = <LabelText field={field} />;
  return (
    <fieldset
      class={field.error ? 'field field-bad' : 'field'}
      role={role}
      aria-describedby={describedBy(field)}
      aria-invalid={role && field.error ? 'true' : undefined}
    >
      <legend class="label">{field.heading ? <h1>{legend}</h1> : legend}</legend>
      <HintAndError field={field} />
      {children}
    </fieldset>
  );
}

function LabelText({ field }: { field: FieldProps }) {
  const words = useWords();
  return (
    <>
      {field.label}
      {field.required === false && <span class="optional"> {words.optional}</span>}
    </>
  );
}

function HintAndError({ field }: { field: FieldProps }) {
  const words = useWords();
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${field.id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error && (
        <p class="error" id={`${field.id}-error`}>
          <Icon name="alert-circle" size="small" />
          <span>
            <span class="hide">{words.errors.label} </span>
            {field.error}
          </span>
        </p>
      )}
    </>
  );
}
