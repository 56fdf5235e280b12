// The other two ways through the door: setting up the second proof, and a passkey.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, type Incoming, type Reply, type Route } from '../../../platform/http/define.ts';
import { qrPath } from '../../../platform/qr/qr.ts';
import type { RelyingParty } from '../crypto/relying-party.ts';
import { answerPasskey, beginPasskey, passkeyRequest } from '../sign-in/passkey.ts';
import { confirmEnrolment, enrolment } from '../sign-in/second-step.ts';
import { sentenceOf } from '../views/sentences.ts';
import { EnrolPage, PasskeyPage, RecoveryCodesPage } from '../views/sign-in.tsx';
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

const Back = z.string().max(500).optional();
const open = { kind: 'public' } as const;
const limit = { name: 'sign-in', max: 120, perSeconds: 60 };

const enrolPage = definePage({
  method: 'GET',
  url: '/petugas/masuk/pengaman',
  access: open,
  query: z.object({ kembali: Back }),
  handle: (ctx, incoming) =>
    orStartAgain(async () => {
      const view = await enrolView(ctx, incoming, { back: backOf(incoming.query.kembali) });
      return { kind: 'html', view, headers: noStore };
    }),
});

const enrol = definePage({
  method: 'POST',
  url: '/petugas/masuk/pengaman',
  access: open,
  body: z.object({ code: z.string().max(100).default(''), kembali: Back }),
  rateLimit: limit,
  handle: (ctx, incoming) => {
    const { body, cookies, frame } = incoming;
    const back = backOf(body.kembali);
    const work = async (): Promise<Reply> => {
      const answer = { attempt: cookies[attemptCookie], code: body.code };
      const { token, recoveryCodes } = await confirmEnrolment(ctx, answer, browserOf(incoming));
      const view = <RecoveryCodesPage frame={frame} codes={recoveryCodes} next={back ?? inboxPath} />;
      return { kind: 'html', view, cookies: signedInCookies(token), headers: noStore };
    };
    return orStartAgain(() =>
      orFormAgain(work, (error) => enrolView(ctx, incoming, { back, error: sentenceOf(error, frame.locale) })),
    );
  },
});

async function enrolView(
  ctx: Context,
  { cookies, frame }: Incoming,
  shown: { back: string | undefined; error?: string },
) {
  const { secret, uri } = await enrolment(ctx, cookies[attemptCookie]);
  return <EnrolPage frame={frame} action="/petugas/masuk/pengaman" secret={secret} qr={qrPath(uri)} {...shown} />;
}

const begin = definePage({
  method: 'POST',
  url: '/petugas/masuk/kunci-sandi',
  access: open,
  body: z.object({ kembali: Back }),
  rateLimit: limit,
  handle: async (ctx, incoming) => {
    getParty(ctx, incoming);
    const to = withBack('/petugas/masuk/kunci-sandi', backOf(incoming.body.kembali));
    return { kind: 'redirect', to, cookies: attemptCookies(await beginPasskey(ctx)) };
  },
});

const ceremony = definePage({
  method: 'GET',
  url: '/petugas/masuk/kunci-sandi',
  access: open,
  query: z.object({ kembali: Back }),
  handle: (ctx, incoming) =>
    orStartAgain(async () => {
      const view = await ceremonyView(ctx, incoming, { back: backOf(incoming.query.kembali) });
      return { kind: 'html', view, headers: noStore };
    }),
});

const answer = definePage({
  method: 'POST',
  url: '/petugas/masuk/kunci-sandi/jawab',
  access: open,
  body: z.object({ credential: z.string().max(60_000).default(''), kembali: Back }),
  rateLimit: limit,
  handle: (ctx, incoming) => {
    const { body, cookies, frame } = incoming;
    const back = backOf(body.kembali);
    const work = async (): Promise<Reply> => {
      const given = { attempt: cookies[attemptCookie], credential: body.credential, party: getParty(ctx, incoming) };
      const token = await answerPasskey(ctx, given, browserOf(incoming));
      return { kind: 'redirect', to: back ?? inboxPath, cookies: signedInCookies(token) };
    };
    return orStartAgain(() =>
      orFormAgain(work, (error) => ceremonyView(ctx, incoming, { back, error: sentenceOf(error, frame.locale) })),
    );
  },
});

async function ceremonyView(ctx: Context, incoming: Incoming, shown: { back: string | undefined; error?: string }) {
  const options = await passkeyRequest(ctx, incoming.cookies[attemptCookie], getParty(ctx, incoming));
  if (options === undefined) throw new AppError('unauthenticated', 'identity.start_again');
  return <PasskeyPage frame={incoming.frame} options={options} {...shown} />;
}

function getParty(ctx: Context, incoming: Incoming): RelyingParty {
  const party = partyOf(ctx, incoming);
  if (!party) throw new AppError('conflict', 'identity.passkey_unavailable');
  return party;
}

export const moreSignInRoutes: readonly Route[] = [enrolPage, enrol, begin, ceremony, answer];
