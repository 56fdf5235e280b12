import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { sessionCookie } from '../../../platform/http/cookies.ts';
import { definePage, type Incoming, type Reply, type Route } from '../../../platform/http/define.ts';
import { qrPath } from '../../../platform/qr/qr.ts';
import * as account from '../account/account.ts';
import { addPasskey, passkeyCreation, removePasskey } from '../account/passkeys.ts';
import { makeRecoveryCodes } from '../account/recovery-codes.ts';
import { pendingTotp, removeTotp } from '../account/totp.ts';
import { describeDevice } from '../rules.ts';
import { endSessions } from '../sessions/sessions.ts';
import { AccountPage } from '../views/account.tsx';
import { AddPasskeyPage, SetPasswordPage } from '../views/account-keys.tsx';
import { sentenceOf, wordsOf } from '../views/sentences.ts';
import { EnrolPage, RecoveryCodesPage } from '../views/sign-in.tsx';
import { inboxPath, noStore, orFormAgain, partyOf } from './replies.ts';

const officer = { kind: 'officer' } as const;
const here = '/petugas/akun';
const saved: Reply = { kind: 'redirect', to: `${here}?tersimpan=1` };
const idParams = z.object({ id: z.uuid() });
const Text = z.string().max(1_000).default('');

const overview = definePage({
  method: 'GET',
  url: here,
  access: officer,
  query: z.object({ tersimpan: z.string().optional() }),
  handle: async (ctx, incoming) => {
    const view = await account.viewAccount(ctx, await signedIn(ctx, incoming));
    return {
      kind: 'html',
      view: <AccountPage frame={incoming.frame} view={view} saved={incoming.query.tersimpan !== undefined} />,
    };
  },
});

const passwordPage = definePage({
  method: 'GET',
  url: `${here}/kata-sandi`,
  access: officer,
  handle: (ctx, incoming) =>
    orSignInAgain(`${here}/kata-sandi`, async () => {
      const { officer } = await fresh(ctx, incoming);
      return { kind: 'html', view: <SetPasswordPage frame={incoming.frame} username={officer.username} /> };
    }),
});

const setPassword = definePage({
  method: 'POST',
  url: `${here}/kata-sandi`,
  access: officer,
  body: z.object({ password: Text, again: Text }),
  handle: (ctx, incoming) =>
    orSignInAgain(`${here}/kata-sandi`, async () => {
      const who = await fresh(ctx, incoming);
      const work = async () => {
        await account.setPassword(ctx, who, incoming.body);
        return saved;
      };
      return await orFormAgain(work, async (error) => (
        <SetPasswordPage
          frame={incoming.frame}
          username={who.officer.username}
          error={sentenceOf(error, incoming.frame.locale)}
          field={error.code === 'identity.password_differs' ? 'again' : 'password'}
        />
      ));
    }),
});

const totpQuery = z.object({ baru: z.string().optional() });
const totpPage = definePage({
  method: 'GET',
  url: `${here}/aplikasi-kode`,
  access: officer,
  query: totpQuery,
  handle: (ctx, incoming) =>
    orSignInAgain(`${here}/aplikasi-kode`, async () => {
      const skipHref = incoming.query.baru === undefined ? here : inboxPath;
      return { kind: 'html', view: await totpView(ctx, incoming, { skipHref }), headers: noStore };
    }),
});

const turnOnTotp = definePage({
  method: 'POST',
  url: `${here}/aplikasi-kode`,
  access: officer,
  body: z.object({ code: Text }),
  handle: (ctx, incoming) =>
    orSignInAgain(`${here}/aplikasi-kode`, async () => {
      const who = await fresh(ctx, incoming);
      const work = async (): Promise<Reply> => {
        const codes = await account.turnOnTotp(ctx, who, incoming.body.code);
        return codes.length === 0 ? saved : showCodes(incoming, codes);
      };
      return await orFormAgain(work, (error) =>
        totpView(ctx, incoming, { skipHref: here, error: sentenceOf(error, incoming.frame.locale) }),
      );
    }),
});

async function totpView(ctx: Context, incoming: Incoming, shown: { skipHref: string; error?: string }) {
  const { officer } = await fresh(ctx, incoming);
  const { secret, uri } = await pendingTotp(ctx, officer);
  return (
    <EnrolPage
      frame={incoming.frame}
      action={`${here}/aplikasi-kode`}
      back={undefined}
      secret={secret}
      qr={qrPath(uri)}
      {...shown}
    />
  );
}

const removeTotpRoute = change('/aplikasi-kode/hapus', undefined, (ctx, who) => removeTotp(ctx, who.officer.id));
const removePasskeyRoute = change('/kunci-sandi/:id/hapus', idParams, (ctx, who, id) =>
  removePasskey(ctx, who.officer.id, id),
);

/** A press of a button that changes the keys to the account. */
function change(
  path: string,
  params: typeof idParams | undefined,
  work: (ctx: Context, who: account.SignedIn, id: string) => Promise<void>,
): Route {
  return definePage({
    method: 'POST',
    url: `${here}${path}`,
    access: officer,
    params,
    handle: (ctx, incoming) =>
      orSignInAgain(here, async () => {
        const who = await fresh(ctx, incoming);
        await work(ctx, who, idParams.partial().parse(incoming.params ?? {}).id ?? '');
        return saved;
      }),
  });
}

const recoveryCodes = definePage({
  method: 'POST',
  url: `${here}/kode-pemulihan`,
  access: officer,
  handle: (ctx, incoming) =>
    orSignInAgain(here, async () => {
      const { officer } = await fresh(ctx, incoming);
      return showCodes(incoming, await makeRecoveryCodes(ctx, officer.id));
    }),
});

// Shown in the answer to the form itself, never behind a URL that could be opened again.
function showCodes({ frame }: Incoming, codes: readonly string[]): Reply {
  return { kind: 'html', view: <RecoveryCodesPage frame={frame} codes={codes} next={here} />, headers: noStore };
}

const passkeyPage = definePage({
  method: 'GET',
  url: `${here}/kunci-sandi`,
  access: officer,
  handle: (ctx, incoming) =>
    orSignInAgain(`${here}/kunci-sandi`, async () => ({
      kind: 'html',
      view: await passkeyView(ctx, incoming),
      headers: noStore,
    })),
});

const addPasskeyRoute = definePage({
  method: 'POST',
  url: `${here}/kunci-sandi`,
  access: officer,
  body: z.object({ credential: z.string().max(60_000).default(''), label: z.string().max(200).default('') }),
  handle: (ctx, incoming) =>
    orSignInAgain(`${here}/kunci-sandi`, async () => {
      const { session } = await fresh(ctx, incoming);
      const party = partyOf(ctx, incoming);
      const { credential } = incoming.body;
      const label = incoming.body.label.trim().slice(0, 60) || deviceOf(incoming);
      const work = async () => {
        if (!party) throw new AppError('invalid', 'identity.passkey_unavailable');
        await addPasskey(ctx, session, { credential, party, label });
        return saved;
      };
      return await orFormAgain(work, (error) => passkeyView(ctx, incoming, sentenceOf(error, incoming.frame.locale)));
    }),
});

async function passkeyView(ctx: Context, incoming: Incoming, error?: string) {
  const { officer, session } = await fresh(ctx, incoming);
  const party = partyOf(ctx, incoming);
  const options =
    party && (await passkeyCreation(ctx, session, { username: officer.username, name: officer.name, party }));
  const words = wordsOf(incoming.frame.locale).addPasskey;
  const url = new URL(ctx.config.publicUrl);
  const isLocal = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  const instead = isLocal ? words.wrongAddress(`http://localhost:${url.port || '80'}`) : words.needsName;
  return (
    <AddPasskeyPage
      frame={incoming.frame}
      options={options}
      instead={instead}
      device={deviceOf(incoming)}
      error={error}
    />
  );
}

function deviceOf({ headers }: Incoming): string {
  const device = describeDevice(typeof headers['user-agent'] === 'string' ? headers['user-agent'] : undefined);
  return device === '?' ? '' : device;
}

const endSession = definePage({
  method: 'POST',
  url: `${here}/sesi/:id/keluar`,
  access: officer,
  params: idParams,
  handle: async (ctx, incoming) => {
    const who = await signedIn(ctx, incoming);
    await endSessions(ctx, who.officer.id, { only: incoming.params.id });
    return saved;
  },
});

const endOthers = definePage({
  method: 'POST',
  url: `${here}/sesi/keluar-lain`,
  access: officer,
  handle: async (ctx, incoming) => {
    const who = await signedIn(ctx, incoming);
    await endSessions(ctx, who.officer.id, { except: who.session.id });
    return saved;
  },
});

const revokeKey = definePage({
  method: 'POST',
  url: `${here}/kunci-api/:id/cabut`,
  access: officer,
  params: idParams,
  handle: async (ctx, incoming) => {
    const who = await signedIn(ctx, incoming);
    await account.revokeOwnApiKey(ctx, who.officer.id, incoming.params.id);
    return saved;
  },
});

async function signedIn(ctx: Context, { cookies }: Incoming): Promise<account.SignedIn> {
  return await account.getSignedIn(ctx, cookies[sessionCookie]);
}

async function fresh(ctx: Context, incoming: Incoming): Promise<account.SignedIn> {
  const who = await signedIn(ctx, incoming);
  account.requireFresh(ctx, who);
  return who;
}

async function orSignInAgain(path: string, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'identity.sign_in_again') throw error;
    return { kind: 'redirect', to: `/petugas/masuk?pesan=segar&kembali=${encodeURIComponent(path)}` };
  }
}

export const accountRoutes: readonly Route[] = [
  overview,
  passwordPage,
  setPassword,
  totpPage,
  turnOnTotp,
  removeTotpRoute,
  passkeyPage,
  addPasskeyRoute,
  removePasskeyRoute,
  recoveryCodes,
  endSession,
  endOthers,
  revokeKey,
];
