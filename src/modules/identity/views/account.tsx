import { PageTitle } from '../../../ui/index.ts';
import { ApiKeysPart, SessionsPart } from './account-access.tsx';
import { type PartProps, Section } from './account-part.tsx';
import { KeysPart, PasskeysPart, RecoveryPart } from './account-secrets.tsx';
import { AccountShell } from './account-shell.tsx';
import { DelegationTable } from './delegations.tsx';
import { wordsOf } from './sentences.ts';

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
