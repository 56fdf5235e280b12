import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { describedBy, type FieldProps, FieldShell, GroupShell } from './field.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children?: ComponentChildren; // asked only when this one is chosen; shown by CSS where :has works, always otherwise
}
export interface RadioFieldProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined; // two or three short answers side by side
}

/** One of a few. `id` is the id of the first radio. */
export function RadioField(props: RadioFieldProps) {
  return (
    <GroupShell field={props}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            field={props}
            option={option}
            index={index}
            checked={option.value === props.value}
          />
        ))}
      </div>
    </GroupShell>
  );
}

/** Yes or no, values "true" and "false". */
export function YesNoField(props: Omit<RadioFieldProps, 'options' | 'inline'>) {
  const words = useWords().form;
  const options = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  return <RadioField {...props} options={options} inline />;
}

export interface CheckboxFieldProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly values?: readonly string[] | undefined;
}

/** Any number of a few. `id` is the id of the first box. */
export function CheckboxField(props: CheckboxFieldProps) {
  return (
    <GroupShell field={props}>
      <div class="choices">
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            field={props}
            option={option}
            index={index}
            checked={props.values?.includes(option.value) ?? false}
          />
        ))}
      </div>
    </GroupShell>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly field: FieldProps;
  readonly option: ChoiceOption;
  readonly index: number;
  readonly checked: boolean;
}
function Choice({ type, field, option, index, checked }: ChoiceProps) {
  const id = index === 0 ? field.id : `${field.id}-${index + 1}`;
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={field.name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? `${id}-hint-2` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint && (
        <p class="hint" id={`${id}-hint-2`}>
          {option.hint}
        </p>
      )}
      {option.children && <div class="choice-more stack">{option.children}</div>}
    </div>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}
export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}
export interface SelectFieldProps extends FieldProps {
  readonly options?: readonly SelectOption[] | undefined;
  readonly groups?: readonly SelectGroup[] | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined; // first, empty line; default "Pilih"
  readonly module?: string | undefined;
}

/** One of many. With fewer than about seven choices use RadioField. */
export function SelectField(props: SelectFieldProps) {
  const words = useWords().form;
  return (
    <FieldShell field={props}>
      <select
        class="input"
        id={props.id}
        name={props.name}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        data-module={props.module}
        data-search={props.module ? words.areaSearch : undefined}
        data-none={props.module ? words.areaNone : undefined}
      >
        <option value="">{props.placeholder ?? words.choose}</option>
        {props.options?.map((option) => (
          <SelectLine key={option.value} option={option} chosen={props.value} />
        ))}
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <SelectLine key={option.value} option={option} chosen={props.value} />
            ))}
          </optgroup>
        ))}
      </select>
    </FieldShell>
  );
}

function SelectLine({ option, chosen }: { option: SelectOption; chosen: string | undefined }) {
  return (
    <option value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  );
}
