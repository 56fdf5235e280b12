import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';
import { CsrfInput } from '../form/form.tsx';
import { Icon } from '../icon/icon.tsx';

export interface ReplyTemplate {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
export interface ReplyComposerProps {
  readonly action: string;
  readonly name: string; // of the text; the chosen template travels as `${name}Template`
  readonly label?: string | undefined; // default "Balas warga"
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  readonly templates?: readonly ReplyTemplate[] | undefined;
  readonly preview?: string | undefined; // the exact sentence the citizen will get
  readonly button?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined; // travels along, e.g. a request id
}

/** Write to the citizen: ready sentences, free text, and the exact words before they go. */
export function ReplyComposer(props: ReplyComposerProps) {
  const words = useWords().staff;
  const id = `balas-${props.name}`;
  return (
    <form class="stack reply" action={props.action} method="post" novalidate data-module="reply">
      <CsrfInput />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.templates && props.templates.length > 0 && (
        <div class="field">
          <label class="label" for={`${id}-template`}>
            {words.template}
          </label>
          <select class="input" id={`${id}-template`} name={`${props.name}Template`}>
            <option value="" />
            {props.templates.map((template) => (
              <option key={template.id} value={template.id} data-text={template.text}>
                {template.label}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class={props.error ? 'field field-bad' : 'field'}>
        <label class="label" for={id}>
          {props.label ?? words.reply}
        </label>
        {props.hint && <p class="hint">{props.hint}</p>}
        {props.error && (
          <p class="error" id={`${id}-error`}>
            <Icon name="alert-circle" size="small" />
            <span>{props.error}</span>
          </p>
        )}
        <textarea
          class="input"
          id={id}
          name={props.name}
          rows={4}
          aria-describedby={props.error ? `${id}-error` : undefined}
        >
          {props.value ?? ''}
        </textarea>
      </div>
      {props.preview && (
        <div class="inset">
          <p class="small">{words.preview}</p>
          <p>{props.preview}</p>
        </div>
      )}
      <Button icon="reply">{props.button ?? words.send}</Button>
    </form>
  );
}
