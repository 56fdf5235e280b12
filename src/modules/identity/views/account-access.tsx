// Who is signed in with this account now: browsers and programs.
import { formatDateTime } from '../../../lib/dates/format.ts';
import { Button } from '../../../ui/index.ts';
import { type PartProps, RowButton, Section, styleOf } from './account-part.tsx';
import { PressForm } from './press-form.tsx';
import { wordsOf } from './sentences.ts';

export function SessionsPart({ frame, view }: PartProps) {
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

export function ApiKeysPart({ frame, view }: PartProps) {
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
