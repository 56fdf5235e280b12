import type { ComponentChildren } from 'preact';
import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';
import type { FieldProps } from './field.tsx';
import { GroupShell } from './field.tsx';

export interface RepeatRow {
  readonly title: string; // e.g. "Anak 1"
  readonly fields: ComponentChildren;
  readonly removable?: boolean | undefined; // default true
}
export interface RepeatGroupProps extends FieldProps {
  readonly rows: readonly RepeatRow[];
  readonly addLabel?: string | undefined; // e.g. "Tambah anak"; default "Tambah lagi"
  readonly addName?: string | undefined; // submit button, value = `name`; default `_add`
  readonly removeName?: string | undefined; // submit button, value = `${name}.${index}`; default `_remove`
  readonly full?: boolean | undefined; // no more rows may be added
}

/** Rows of the same questions. Adding and removing are submit buttons: the server re-renders, no script needed. */
export function RepeatGroup(props: RepeatGroupProps) {
  const words = useWords();
  return (
    <GroupShell field={props}>
      <div class="repeat" id={props.id} tabindex={-1}>
        {props.rows.map((row, index) => (
          <fieldset class="card repeat-row" key={row.title}>
            <legend class="hide">{row.title}</legend>
            <div class="repeat-head">
              <b aria-hidden="true">{row.title}</b>
              {row.removable !== false && (
                <Button kind="quiet" name={props.removeName ?? '_remove'} value={`${props.name}.${index}`}>
                  {words.remove}
                  <span class="hide"> {row.title}</span>
                </Button>
              )}
            </div>
            <div class="stack">{row.fields}</div>
          </fieldset>
        ))}
        {!props.full && (
          <Button kind="secondary" icon="plus" name={props.addName ?? '_add'} value={props.name}>
            {props.addLabel ?? words.form.addRow}
          </Button>
        )}
      </div>
    </GroupShell>
  );
}
