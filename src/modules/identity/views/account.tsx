import type { ComponentChildren } from 'preact';
import { formatDateTime, formatPlainDate } from '../../../lib/dates/format.ts';
import {
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  type PageFrame,
  PageTitle,
  StaffPage,
  SummaryList,
  TextField,
} from '../../../ui/index.ts';
import type { AccountView } from '../account/account.ts';
import { DelegationTable } from './delegations.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { PressForm } from './press-form.tsx';
import { wordsOf } from './sentences.ts';

interface ShellProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}
function AccountShell({ frame, title, children }: ShellProps) {
  const words = wordsOf(frame.locale).menu;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/petugas/akun', label: words.account, icon: 'person', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav}>
      {children}
    </StaffPage>
  );
}

interface PartProps {
  readonly frame: PageFrame;
  readonly view: AccountView;
}
export function AccountPage({ frame, view, saved }: PartProps & { readonly saved: boolean }) {
  const words = wordsOf(frame.locale).account;
  const { officer } = view;
  return (
    <AccountShell frame={frame} title={words.title}>
      <PageTitle title={words.title} lead={`${officer.name}, ${officer.title} (${officer.username})`} />
      {saved && <p role="status">{words.saved}</p>}
      {!view.fresh && (
        <p>
          {words.stale} <a href="/petugas/masuk?kembali=/petugas/akun">{words.signInAgain}</a>
        </p>
      )}
      <DelegationsPart frame={frame} view={view} />
      <KeysPart frame={frame} view={view} />
      <PasskeysPart frame={frame} view={view} />
      <RecoveryPart frame={frame} view={view} />
      <SessionsPart frame={frame} view={view} />
      <ApiKeysPart frame={frame} view={view} />
    </AccountShell>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function DelegationsPart({ frame, view }: PartProps) {
  const words = wordsOf(frame.locale).delegations;
  return (
    <Section id="pelimpahan" title={words.mine}>
      {view.delegations.length === 0 ? (
        <p>{words.mineNone}</p>
      ) : (
        <DelegationTable frame={frame} rows={view.delegations} ends={false} />
      )}
    </Section>
  );
}

function KeysPart({ frame, view }: PartProps) {
  const words = wordsOf(frame.locale).account;
  const rows = [
    { label: words.password, value: view.hasPassword ? words.passwordSet : words.passwordMissing },
    { label: words.totp, value: view.hasTotp ? words.totpOn : words.totpOff },
  ];
  return (
    <Section id="kunci" title={words.keys}>
      <SummaryList rows={rows} />
      {view.fresh && (
        <div class="buttons">
          <LinkButton href="/petugas/akun/kata-sandi" kind="secondary">
            {view.hasPassword ? words.change : words.set}
          </LinkButton>
          {!view.hasTotp && (
            <LinkButton href="/petugas/akun/aplikasi-kode" kind="secondary">
              {words.totpAdd}
            </LinkButton>
          )}
          {view.hasTotp && (
            <PressForm action="/petugas/akun/aplikasi-kode/hapus">
              <Button kind="destructive">{words.totpRemove}</Button>
            </PressForm>
          )}
        </div>
      )}
    </Section>
  );
}

function PasskeysPart({ frame, view }: PartProps) {
  const words = wordsOf(frame.locale).account;
  const day = (at: Date) => formatPlainDate(at, styleOf(frame));
  return (
    <Section id="kunci-sandi" title={words.passkeys}>
      {view.passkeys.length === 0 ? (
        <p>{words.passkeysNone}</p>
      ) : (
        <ul class="rows">
          {view.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <div>
                <b>{passkey.label}</b>
                <p class="small">
                  {words.passkeySince(day(passkey.createdAt), passkey.lastUsedAt && day(passkey.lastUsedAt))}
                </p>
              </div>
              {view.fresh && (
                <PressForm action={`/petugas/akun/kunci-sandi/${passkey.id}/hapus`}>
                  <RowButton label={words.passkeyRemove} about={passkey.label} />
                </PressForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.fresh && (
        <LinkButton href="/petugas/akun/kunci-sandi" kind="secondary">
          {words.passkeyAdd}
        </LinkButton>
      )}
    </Section>
  );
}

function RecoveryPart({ frame, view }: PartProps) {
  const words = wordsOf(frame.locale).account;
  return (
    <Section id="kode-pemulihan" title={words.recovery}>
      <p>{words.recoveryLeft(view.recoveryCodesLeft)}</p>
      {view.fresh && (view.hasTotp || view.passkeys.length > 0) && (
        <PressForm action="/petugas/akun/kode-pemulihan">
          {view.recoveryCodesLeft > 0 && <p>{words.recoveryNote}</p>}
          <Button kind="secondary">{words.recoveryMake}</Button>
        </PressForm>
      )}
    </Section>
  );
}

function SessionsPart({ frame, view }: PartProps) {
  const words = wordsOf(frame.locale).account;
  const nameOf = (device: string) => (device === '?' ? words.unknownDevice : device);
  return (
    <Section id="perangkat" title={words.sessions}>
      <ul class="rows">
        {view.sessions.map((session) => (
          <li key={session.id}>
            <div>
              <b>{nameOf(session.device)}</b>
              <p class="small">
                {session.id === view.session.id
                  ? words.thisDevice
                  : words.seen(formatDateTime(session.lastSeenAt, styleOf(frame)))}
              </p>
            </div>
            {session.id !== view.session.id && (
              <PressForm action={`/petugas/akun/sesi/${session.id}/keluar`}>
                <RowButton label={words.signOutDevice} about={nameOf(session.device)} />
              </PressForm>
            )}
          </li>
        ))}
      </ul>
      {view.sessions.length > 1 && (
        <PressForm action="/petugas/akun/sesi/keluar-lain">
          <Button kind="secondary">{words.signOutOthers}</Button>
        </PressForm>
      )}
    </Section>
  );
}

function ApiKeysPart({ frame, view }: PartProps) {
  const words = wordsOf(frame.locale).account;
  const time = (at: Date) => formatDateTime(at, styleOf(frame));
  return (
    <Section id="kunci-api" title={words.apiKeys}>
      {view.apiKeys.length === 0 ? (
        <p>{words.apiKeysNone}</p>
      ) : (
        <ul class="rows">
          {view.apiKeys.map((key) => (
            <li key={key.id}>
              <div>
                <b>{key.name}</b>
                <p class="small">
                  {words.apiKeyScope}: {key.scope}.{' '}
                  {key.revokedAt
                    ? words.apiKeyRevoked(time(key.revokedAt))
                    : words.apiKeyUsed(key.lastUsedAt && time(key.lastUsedAt))}
                </p>
              </div>
              {!key.revokedAt && (
                <PressForm action={`/petugas/akun/kunci-api/${key.id}/cabut`}>
                  <RowButton label={words.revoke} about={key.name} />
                </PressForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function RowButton({ label, about }: { label: string; about: string }) {
  return (
    <Button kind="quiet" small>
      {label}
      <span class="hide"> {about}</span>
    </Button>
  );
}

function styleOf(frame: PageFrame) {
  return { timezone: frame.region.timezone, locale: frame.locale };
}

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
