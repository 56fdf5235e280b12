// Numbers people know by heart or read from a card: forgiving to type, grouped for the eye.
import { useWords } from '../context.ts';
import type { FieldProps } from './field.tsx';
import { type InputWidth, TextField } from './text.tsx';

export interface DigitsFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
}

/** NIK: 16 digits, shown in fours. Spaces and dots are accepted, the server removes them. */
export function NikField(props: DigitsFieldProps) {
  const words = useWords().form;
  return <Digits {...props} hint={props.hint ?? words.nikHint} group="4-4-4-4" width="20" />;
}

/** Number of the Kartu Keluarga: 16 digits. */
export function FamilyCardField(props: DigitsFieldProps) {
  const words = useWords().form;
  return <Digits {...props} hint={props.hint ?? words.kkHint} group="4-4-4-4" width="20" />;
}

/** Mobile phone; 08, 62 and +62 are all right. */
export function PhoneField(props: DigitsFieldProps) {
  const words = useWords().form;
  return (
    <TextField
      {...props}
      hint={props.hint ?? words.phoneHint}
      type="tel"
      inputMode="tel"
      autocomplete={props.autocomplete ?? 'tel'}
      width="20"
      group="4-4-5"
    />
  );
}

/** Whole rupiah with "Rp" before and dots at the thousands. */
export function MoneyField(props: DigitsFieldProps) {
  return (
    <TextField
      {...props}
      inputMode="numeric"
      autocomplete={props.autocomplete ?? 'off'}
      prefix="Rp"
      width="10"
      group="3*"
    />
  );
}

/** A whole number, e.g. of people or square metres. */
export function IntegerField({ suffix, ...props }: DigitsFieldProps & { readonly suffix?: string | undefined }) {
  return (
    <TextField {...props} inputMode="numeric" autocomplete={props.autocomplete ?? 'off'} width="10" suffix={suffix} />
  );
}

/** The one-time code in one field; phones offer it from the message, pasting is allowed. */
export function CodeField(props: DigitsFieldProps) {
  const words = useWords().form;
  return (
    <div class="code">
      <TextField
        {...props}
        hint={props.hint ?? words.codeHint}
        inputMode="numeric"
        autocomplete="one-time-code"
        width="10"
        group="3-3"
      />
    </div>
  );
}

function Digits(props: DigitsFieldProps & { readonly group: string; readonly width: InputWidth }) {
  return <TextField {...props} inputMode="numeric" autocomplete={props.autocomplete ?? 'off'} spellcheck={false} />;
}
