// What an officer proves himself with: password and code, passkeys, recovery codes.
import { formatPlainDate } from '../../../lib/dates/format.ts';
import { Button, LinkButton, SummaryList } from '../../../ui/index.ts';
import { type PartProps, RowButton, Section, styleOf } from './account-part.tsx';
import { PressForm } from './press-form.tsx';
import { wordsOf } from './sentences.ts';

export function KeysPart({ frame, view }: PartProps) {
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

export function PasskeysPart({ frame, view }: PartProps) {
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

export function RecoveryPart({ frame, view }: PartProps) {
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
