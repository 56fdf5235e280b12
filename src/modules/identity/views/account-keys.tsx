// Pages where an officer sets a password or adds a passkey.
import { Button, ErrorSummary, Form, type PageFrame, PageTitle, TextField } from '../../../ui/index.ts';
import { AccountShell } from './account-shell.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { wordsOf } from './sentences.ts';

export interface SetPasswordProps {
  readonly frame: PageFrame;
  readonly username: string;
  readonly error?: string | undefined;
  readonly field?: 'password' | 'again' | undefined;
}
export function SetPasswordPage({ frame, username, error, field }: SetPasswordProps) {
  const words = wordsOf(frame.locale).setPassword;
  const errorAt = (name: 'password' | 'again') => (field === name ? error : undefined);
  return (
    <AccountShell frame={frame} title={words.title}>
      <ErrorSummary errors={error ? [{ field, message: error }] : []} />
      <PageTitle title={words.title} lead={words.lead} />
      <p>{words.note}</p>
      <Form action="/petugas/akun/kata-sandi">
        <input type="hidden" name="username" value={username} autocomplete="username" />
        <TextField
          id="password"
          name="password"
          type="password"
          label={words.password}
          autocomplete="new-password"
          error={errorAt('password')}
        />
        <TextField
          id="again"
          name="again"
          type="password"
          label={words.again}
          autocomplete="new-password"
          error={errorAt('again')}
        />
        <Button>{words.submit}</Button>
      </Form>
    </AccountShell>
  );
}

export interface AddPasskeyProps {
  readonly frame: PageFrame;
  readonly options: string | undefined; // undefined: this address cannot have passkeys
  readonly instead: string; // what to do then
  readonly device: string;
  readonly error?: string | undefined;
}
export function AddPasskeyPage({ frame, options, instead, device, error }: AddPasskeyProps) {
  const words = wordsOf(frame.locale).addPasskey;
  return (
    <AccountShell frame={frame} title={words.title}>
      <ErrorSummary errors={error ? [{ message: error }] : []} />
      <PageTitle title={words.title} lead={words.lead} />
      {options === undefined ? (
        <p>{instead}</p>
      ) : (
        <Form action="/petugas/akun/kunci-sandi">
          <TextField
            id="label"
            name="label"
            label={words.label}
            hint={words.labelHint}
            value={device}
            maxLength={60}
            width="20"
          />
          <PasskeyButton locale={frame.locale} ceremony="create" options={options} label={words.submit} />
        </Form>
      )}
    </AccountShell>
  );
}
