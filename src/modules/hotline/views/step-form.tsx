import type { ComponentChildren } from 'preact';
import { Button, Form, RadioField, SelectField, type SelectOption, TextArea } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { controlOf, type MessageViewProps } from './message-props.ts';

/** The form of one step: what is typed comes back when it was refused. */
export function StepForm({
  props,
  step,
  children,
  button,
}: {
  props: MessageViewProps;
  step: string;
  children?: ComponentChildren;
  button: string;
}) {
  return (
    <Form action={`${props.base}/${step}`}>
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="seen" value={props.seen} />
      {children}
      <Button>{button}</Button>
    </Form>
  );
}

interface Text {
  readonly props: MessageViewProps;
  readonly step: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly max?: number | undefined;
}
export function StepText({ props: { typed }, step, label, hint, value, optional, max }: Text) {
  const mine = typed?.step === step ? typed : undefined;
  return (
    <TextArea
      id={controlOf(step, 'teks')}
      name="teks"
      label={label}
      hint={hint}
      value={mine?.teks ?? value}
      error={mine?.errors.find(({ field }) => field === 'teks')?.message}
      required={!optional}
      maxLength={max}
      rows={3}
    />
  );
}

/** Which office, out of all or out of those given. */
export function Unit({
  props,
  step,
  label,
  among,
  chosen,
}: {
  props: MessageViewProps;
  step: string;
  label: string;
  among: readonly SelectOption[];
  chosen?: string | undefined;
}) {
  const mine = props.typed?.step === step ? props.typed : undefined;
  return (
    <SelectField
      id={controlOf(step, 'unit')}
      name="unit"
      label={label}
      options={among}
      placeholder={messagesFor(props.frame.locale).message.unitNone}
      value={mine?.unit ?? chosen}
      error={mine?.errors.find(({ field }) => field === 'unit')?.message}
    />
  );
}

/** How long the head has. */
export function Within({ props, step }: { props: MessageViewProps; step: string }) {
  const words = messagesFor(props.frame.locale).message;
  const mine = props.typed?.step === step ? props.typed : undefined;
  return (
    <RadioField
      id={controlOf(step, 'batas')}
      name="batas"
      label={words.within}
      options={(['48', '24', '6'] as const).map((value) => ({ value, label: words.hours[value] }))}
      value={mine?.batas ?? String(props.taps?.hours ?? 48)}
      error={mine?.errors.find(({ field }) => field === 'batas')?.message}
      inline
    />
  );
}
