import type { Locale } from '../../../lib/locale.ts';
import {
  Button,
  Details,
  ErrorSummary,
  Form,
  LinkButton,
  type PageFrame,
  PageTitle,
  StaffPage,
  TextField,
} from '../../../ui/index.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { PressForm } from './press-form.tsx';
import { wordsOf } from './sentences.ts';

/** Where to go afterwards travels with every form of the sign-in. */
function BackInput({ back }: { back: string | undefined }) {
  return back === undefined ? null : <input type="hidden" name="kembali" value={back} />;
}

export interface SignInProps {
  readonly frame: PageFrame;
  readonly back: string | undefined;
  readonly username?: string | undefined;
  readonly notice?: string | undefined;
  readonly error?: string | undefined;
  readonly passkeys: boolean;
}
export function SignInPage({ frame, back, username, notice, error, passkeys }: SignInProps) {
  const words = wordsOf(frame.locale).signIn;
  return (
    <StaffPage frame={frame} title={words.title} nav={[]}>
      <ErrorSummary errors={error ? [{ field: 'username', message: error }] : []} />
      <PageTitle title={words.title} lead={words.lead} />
      {notice && <p role="status">{notice}</p>}
      <Form action="/petugas/masuk">
        <BackInput back={back} />
        <TextField
          id="username"
          name="username"
          label={words.username}
          value={username}
          autocomplete="username"
          width="20"
          spellcheck={false}
          error={error}
        />
        <TextField
          id="password"
          name="password"
          label={words.password}
          type="password"
          autocomplete="current-password"
          width="20"
        />
        <Button>{words.submit}</Button>
      </Form>
      {passkeys && <PasskeyOffer locale={frame.locale} back={back} />}
      <p>{words.noWay}</p>
    </StaffPage>
  );
}

function PasskeyOffer({ locale, back }: { locale: Locale; back: string | undefined }) {
  const words = wordsOf(locale).signIn;
  return (
    <section class="stack" aria-labelledby="kunci-sandi">
      <h2 id="kunci-sandi">{words.passkeyTitle}</h2>
      <p>{words.passkeyLead}</p>
      <PressForm action="/petugas/masuk/kunci-sandi">
        <BackInput back={back} />
        <Button kind="secondary" icon="lock">
          {words.passkey}
        </Button>
      </PressForm>
    </section>
  );
}

export interface CeremonyProps {
  readonly frame: PageFrame;
  readonly back: string | undefined;
  readonly options: string;
  readonly error?: string | undefined;
}
export function PasskeyPage({ frame, back, options, error }: CeremonyProps) {
  const words = wordsOf(frame.locale).passkey;
  return (
    <StaffPage frame={frame} title={words.title} nav={[]}>
      <ErrorSummary errors={error ? [{ message: error }] : []} />
      <PageTitle title={words.title} lead={words.lead} />
      <Form action="/petugas/masuk/kunci-sandi/jawab">
        <BackInput back={back} />
        <PasskeyButton
          locale={frame.locale}
          ceremony="get"
          options={options}
          label={words.use}
          start={error === undefined}
        />
      </Form>
      <p>
        <a href="/petugas/masuk">{words.password}</a>
      </p>
    </StaffPage>
  );
}

export interface SecondStepProps {
  readonly frame: PageFrame;
  readonly back: string | undefined;
  readonly passkeyOptions: string | undefined;
  readonly error?: string | undefined;
}
export function SecondStepPage({ frame, back, passkeyOptions, error }: SecondStepProps) {
  const words = wordsOf(frame.locale);
  const step = words.secondStep;
  return (
    <StaffPage frame={frame} title={step.title} nav={[]}>
      <ErrorSummary errors={error ? [{ field: 'code', message: error }] : []} />
      <PageTitle title={step.title} lead={passkeyOptions === undefined ? step.lead : step.passkeyOnly} />
      {passkeyOptions !== undefined && (
        <Form action="/petugas/masuk/kunci-sandi/jawab" label={words.passkey.use}>
          <BackInput back={back} />
          <PasskeyButton locale={frame.locale} ceremony="get" options={passkeyOptions} label={words.passkey.use} />
        </Form>
      )}
      <Form action="/petugas/masuk/langkah-dua" label={step.code}>
        <BackInput back={back} />
        <CodeInput label={step.code} hint={step.codeHint} error={error} />
        <Button>{step.submit}</Button>
      </Form>
      <p>
        <a href="/petugas/masuk">{step.restart}</a>
      </p>
    </StaffPage>
  );
}

/** Letters too: a recovery code goes into the same field. */
function CodeInput({ label, hint, error }: { label: string; hint: string; error: string | undefined }) {
  return (
    <TextField
      id="code"
      name="code"
      label={label}
      hint={hint}
      error={error}
      autocomplete="one-time-code"
      spellcheck={false}
      width="20"
    />
  );
}

export interface LinkPageProps {
  readonly frame: PageFrame;
  readonly action: string;
  readonly name: string;
}
/** Opening the link does nothing yet: mail scanners open links too. */
export function LinkPage({ frame, action, name }: LinkPageProps) {
  const words = wordsOf(frame.locale).link;
  return (
    <StaffPage frame={frame} title={words.title} nav={[]}>
      <PageTitle title={words.title} lead={words.lead(name)} />
      <p>{words.once}</p>
      <PressForm action={action}>
        <Button>{words.submit}</Button>
      </PressForm>
    </StaffPage>
  );
}

export interface CodesPageProps {
  readonly frame: PageFrame;
  readonly codes: readonly string[];
  readonly next: string;
}
export function RecoveryCodesPage({ frame, codes, next }: CodesPageProps) {
  const words = wordsOf(frame.locale).codes;
  return (
    <StaffPage frame={frame} title={words.title} nav={[]}>
      <PageTitle title={words.title} lead={words.lead} />
      <p>
        <strong>{words.warning}</strong>
      </p>
      <ul class="rows" aria-label={words.list}>
        {codes.map((code) => (
          <li key={code}>
            <code class="num">{code}</code>
          </li>
        ))}
      </ul>
      <LinkButton href={next}>{words.next}</LinkButton>
    </StaffPage>
  );
}

export interface EnrolPageProps {
  readonly frame: PageFrame;
  readonly action: string;
  readonly back: string | undefined;
  readonly secret: string;
  readonly qr: { readonly size: number; readonly d: string };
  readonly skipHref?: string | undefined;
  readonly error?: string | undefined;
}
export function EnrolPage({ frame, action, back, secret, qr, skipHref, error }: EnrolPageProps) {
  const words = wordsOf(frame.locale).enrol;
  return (
    <StaffPage frame={frame} title={words.title} nav={[]}>
      <ErrorSummary errors={error ? [{ field: 'code', message: error }] : []} />
      <PageTitle title={words.title} lead={words.lead} />
      <p>{words.scan}</p>
      <figure class="qr">
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} width="208" height="208" role="img" aria-label={words.qr}>
          <path d={qr.d} />
        </svg>
      </figure>
      <Details summary={words.manual}>
        <p>{words.manualLead}</p>
        <p>
          <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </Details>
      <Form action={action}>
        <BackInput back={back} />
        <CodeInput label={words.code} hint={words.codeHint} error={error} />
        <Button>{words.submit}</Button>
      </Form>
      {skipHref !== undefined && (
        <p>
          <a href={skipHref}>{words.skip}</a>
        </p>
      )}
    </StaffPage>
  );
}
