import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { sessionCookie } from '../../../platform/http/cookies.ts';
import { definePage, type Incoming, type Reply, type Route } from '../../../platform/http/define.ts';
import { endSession } from '../sessions/sessions.ts';
import { getAttempt } from '../sign-in/attempts.ts';
import {
  findLinkOwner,
  hasSecondFactor,
  type SignInStep,
  signInWithLink,
  signInWithPassword,
} from '../sign-in/first-step.ts';
import { passkeyRequest } from '../sign-in/passkey.ts';
import { answerSecondFactor } from '../sign-in/second-step.ts';
import { sentenceOf, wordsOf } from '../views/sentences.ts';
import { LinkPage, SecondStepPage, SignInPage } from '../views/sign-in.tsx';
import {
  attemptCookie,
  attemptCookies,
  backOf,
  browserOf,
  inboxPath,
  noStore,
  orFormAgain,
  orStartAgain,
  partyOf,
  signedInCookies,
  withBack,
} from './replies.ts';

const Text = z.string().max(1_000).default('');
const Back = z.string().max(500).optional();
const open = { kind: 'public' } as const;

const signInPage = definePage({
  method: 'GET',
  url: '/petugas/masuk',
  access: open,
  query: z.object({ kembali: Back, pesan: z.string().optional() }),
  handle: async (ctx, incoming) => {
    const { frame, query } = incoming;
    const words = wordsOf(frame.locale).signIn;
    const notices: Readonly<Record<string, string>> = {
      ulang: words.again,
      segar: words.fresh,
      keluar: words.signedOut,
    };
    const notice = query.pesan === undefined ? undefined : notices[query.pesan];
    const passkeys = partyOf(ctx, incoming) !== undefined;
    const view = <SignInPage frame={frame} back={backOf(query.kembali)} notice={notice} passkeys={passkeys} />;
    return { kind: 'html', view, headers: noStore };
  },
});

const signIn = definePage({
  method: 'POST',
  url: '/petugas/masuk',
  access: open,
  body: z.object({ username: Text, password: Text, kembali: Back }),
  rateLimit: { name: 'sign-in', max: 120, perSeconds: 60 },
  handle: (ctx, incoming) => {
    const { frame, body } = incoming;
    const back = backOf(body.kembali);
    const passkeys = partyOf(ctx, incoming) !== undefined;
    return orFormAgain(
      async () => goOn(await signInWithPassword(ctx, body, browserOf(incoming)), back),
      async (error) => (
        <SignInPage
          frame={frame}
          back={back}
          username={body.username}
          error={sentenceOf(error, frame.locale)}
          passkeys={passkeys}
        />
      ),
    );
  },
});

const nextPaths = { 'second-factor': '/petugas/masuk/langkah-dua', enrol: '/petugas/masuk/pengaman' } as const;

function goOn(step: SignInStep, back: string | undefined): Reply {
  if (step.next === 'session') return { kind: 'redirect', to: back ?? inboxPath, cookies: signedInCookies(step.token) };
  return { kind: 'redirect', to: withBack(nextPaths[step.next], back), cookies: attemptCookies(step.token) };
}

const secondStepPage = definePage({
  method: 'GET',
  url: '/petugas/masuk/langkah-dua',
  access: open,
  query: z.object({ kembali: Back }),
  handle: (ctx, incoming) =>
    orStartAgain(async () => {
      await getAttempt(ctx, incoming.cookies[attemptCookie], ['second-factor']);
      return {
        kind: 'html',
        view: await secondStepView(ctx, incoming, { back: backOf(incoming.query.kembali) }),
        headers: noStore,
      };
    }),
});

const secondStep = definePage({
  method: 'POST',
  url: '/petugas/masuk/langkah-dua',
  access: open,
  body: z.object({ code: Text, kembali: Back }),
  rateLimit: { name: 'sign-in', max: 120, perSeconds: 60 },
  handle: (ctx, incoming) => {
    const { body, cookies, frame } = incoming;
    const back = backOf(body.kembali);
    const work = async (): Promise<Reply> => {
      const answer = { attempt: cookies[attemptCookie], code: body.code };
      const token = await answerSecondFactor(ctx, answer, browserOf(incoming));
      return { kind: 'redirect', to: back ?? inboxPath, cookies: signedInCookies(token) };
    };
    return orStartAgain(() =>
      orFormAgain(work, (error) => secondStepView(ctx, incoming, { back, error: sentenceOf(error, frame.locale) })),
    );
  },
});

async function secondStepView(ctx: Context, incoming: Incoming, shown: { back: string | undefined; error?: string }) {
  const party = partyOf(ctx, incoming);
  const attempt = incoming.cookies[attemptCookie];
  const passkeyOptions = party && (await passkeyRequest(ctx, attempt, party));
  return <SecondStepPage frame={incoming.frame} passkeyOptions={passkeyOptions} {...shown} />;
}

const linkParams = z.object({ token: z.string().max(200) });

const linkPage = definePage({
  method: 'GET',
  url: '/petugas/masuk/tautan/:token',
  access: { kind: 'token' },
  params: linkParams,
  rateLimit: { name: 'sign-in-link', max: 60, perSeconds: 60 },
  handle: async (ctx, { params, frame }) => {
    const owner = await findLinkOwner(ctx, params.token);
    if (!owner) throw new AppError('gone', 'identity.link_gone');
    const view = <LinkPage frame={frame} action={`/petugas/masuk/tautan/${params.token}`} name={owner.name} />;
    return { kind: 'html', view, headers: noStore };
  },
});

const useLink = definePage({
  method: 'POST',
  url: '/petugas/masuk/tautan/:token',
  access: { kind: 'token' },
  params: linkParams,
  rateLimit: { name: 'sign-in-link', max: 60, perSeconds: 60 },
  handle: async (ctx, incoming) => {
    const owner = await findLinkOwner(ctx, incoming.params.token);
    const step = await signInWithLink(ctx, incoming.params.token, browserOf(incoming));
    const secured = owner !== undefined && (await hasSecondFactor(ctx, owner.id));
    return goOn(step, secured ? undefined : '/petugas/akun/aplikasi-kode?baru=1');
  },
});

const signOut = definePage({
  method: 'POST',
  url: '/petugas/keluar',
  access: open,
  handle: async (ctx, { cookies }) => {
    await endSession(ctx, cookies[sessionCookie]);
    return {
      kind: 'redirect',
      to: '/petugas/masuk?pesan=keluar',
      cookies: [
        { name: sessionCookie, value: '' },
        { name: attemptCookie, value: '' },
      ],
      headers: { 'clear-site-data': '"cache", "cookies", "storage"' },
    };
  },
});

export const signInRoutes: readonly Route[] = [
  signInPage,
  signIn,
  secondStepPage,
  secondStep,
  linkPage,
  useLink,
  signOut,
];
