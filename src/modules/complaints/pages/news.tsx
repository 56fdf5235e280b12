// Following a problem by e-mail: asking on its page, confirming and stopping by the links of the letters. A link only shows a page:
// programs that look into letters press no buttons.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, defineProtocol, html, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { messagesFor } from '../messages.ts';
import { askNews, confirmNews, readNews, stopNews } from '../service/news.ts';
import { NewsView, StoppedView } from '../views/news-view.tsx';
import { showProblem } from './show-problem.tsx';

const Problem = z.object({ problem: z.string().max(40) });
const Code = z.object({ code: z.string().max(80) });
const misses = { name: 'news-link', max: 20, perSeconds: 600, code: 'complaints.news_unknown' } as const;

const ask = definePage({
  method: 'POST',
  url: '/laporan/:problem/kabar',
  access: { kind: 'public' },
  params: Problem,
  tiles: true,
  body: z.object({ email: z.string().max(300).default('').catch('') }),
  rateLimit: { name: 'news-ask', max: 10, perSeconds: 600 },
  handle: async (ctx, { frame, params, body, sentence }) => {
    try {
      await askNews(ctx, { code: params.problem, email: body.email });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return showProblem(ctx, frame, { code: params.problem, email: { value: body.email, error: sentence(error) } });
    }
    return redirect(`/laporan/${encodeURIComponent(params.problem)}?kabar=1#kabar`);
  },
});

/** Where a form was sent to is an address too. */
const askAddress = definePage({
  method: 'GET',
  url: '/laporan/:problem/kabar',
  access: { kind: 'public' },
  params: Problem,
  handle: async (_ctx, { params }) => redirect(`/laporan/${encodeURIComponent(params.problem)}#kabar`),
});

const show = definePage({
  method: 'GET',
  url: '/kabar/:code',
  access: { kind: 'token' },
  missLimit: misses,
  params: Code,
  handle: async (ctx, { frame, params }) =>
    html(<NewsView frame={frame} code={params.code} {...(await readNews(ctx, params.code))} />),
});

const confirm = definePage({
  method: 'POST',
  url: '/kabar/:code',
  access: { kind: 'token' },
  missLimit: misses,
  params: Code,
  handle: async (ctx, { params }) => {
    await confirmNews(ctx, params.code);
    return redirect(`/kabar/${params.code}`);
  },
});

/** Asks before it stops: programs that look into letters open addresses. */
const stopPageAt = (url: string) =>
  definePage({
    method: 'GET',
    url,
    access: { kind: 'token' },
    missLimit: misses,
    params: Code,
    handle: async (ctx, { frame, params }) =>
      html(<NewsView frame={frame} code={params.code} {...(await readNews(ctx, params.code))} stopping />),
  });
const stopPage = stopPageAt('/kabar/:code/berhenti');

const stop = definePage({
  method: 'POST',
  url: '/kabar/:code/berhenti',
  access: { kind: 'token' },
  missLimit: misses,
  params: Code,
  handle: async (ctx, { frame, params }) => {
    await stopNews(ctx, params.code);
    return html(<StoppedView frame={frame} />);
  },
});

// The button of a mail program (RFC 8058): a POST of its own, with no cookie, no form of ours and nobody who reads an answer. The code in
// the address is the proof, as on the page. Pressed twice, or after the address is gone, it is well.
const oneClickField = 'List-Unsubscribe';
const stopAtOnce = defineProtocol({
  method: 'POST',
  url: '/kabar/:code/sekali',
  access: { kind: 'token' },
  missLimit: misses,
  params: Code,
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 0, maxBytes: 1 },
  refuse: ({ status, sentence }) => plainText(sentence, status),
  handle: async (ctx, { params, body }) => {
    if (body[oneClickField] !== 'One-Click') throw new AppError('invalid', 'request.invalid');
    await stopNews(ctx, params.code);
    return plainText(messagesFor(ctx.locale).news.stoppedTitle, 200);
  },
});
const stopAtOncePage = stopPageAt('/kabar/:code/sekali');

function plainText(body: string, status: number): Reply {
  return { kind: 'bytes', body: `${body}\n`, type: 'text/plain; charset=utf-8', inline: true, status };
}

export const newsRoutes: readonly Route[] = [
  ask,
  askAddress,
  show,
  confirm,
  stopPage,
  stop,
  stopAtOncePage,
  stopAtOnce,
];
