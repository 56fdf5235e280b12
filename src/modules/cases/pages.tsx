// Tracking without log-in: the code in the address is the proof.
import { z } from 'zod';
import { formatDateTime } from '../../lib/dates/format.ts';
import { AppError } from '../../lib/errors.ts';
import { type LocalText, say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../platform/http/define.ts';
import { newId } from '../../platform/ids.ts';
import { getVersion } from '../catalogue/index.ts';
import { messagesFor } from './messages.ts';
import { performAction } from './service/perform.ts';
import { resultsOf } from './service/results.ts';
import { readShownPhoto } from './service/shown-photos.ts';
import { findTrackingCode, getTracked, trackCase } from './service/track.ts';
import { writeMessage } from './service/write-message.ts';
import { parseTrackingCode, trackingMisses } from './tracking.ts';
import { FindView } from './views/find-view.tsx';
import { readingText } from './views/reading-text.ts';
import { TrackView } from './views/track-view.tsx';

const CodeParam = z.object({ code: z.string().max(64) });
const RequestId = z.string().min(1).max(200);

interface Said {
  readonly error?: string;
  readonly draft?: string;
}

async function trackPage(
  ctx: Context,
  incoming: Pick<Incoming, 'frame'>,
  given: { code: string; said?: Said },
): Promise<Reply> {
  const tracked = await trackCase(ctx, given.code);
  const { target, definition, readings } = tracked;
  const { correction, refusal } = target.state;
  const given2 = correction ?? refusal;
  const options = definition.workflow.actions.flatMap((action) => action.reasons ?? []);
  const label: LocalText | undefined = options.find((option) => option.value === given2?.reason)?.label;
  const reason = given2 && [label ? say(label, ctx.locale) : '', given2.note].filter(Boolean).join('. ');
  const refused =
    refusal &&
    definition.workflow.actions.find((action) => action.kind === 'refuse' && action.to === target.state.state);
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const view = (
    <TrackView
      frame={incoming.frame}
      code={given.code}
      tracked={tracked}
      requestId={newId()}
      readings={readings.map((reading) => ({
        ...readingText(definition, reading, ctx.locale),
        when: formatDateTime(reading.at, style),
      }))}
      reason={reason}
      objection={refused?.objection ? say(refused.objection, ctx.locale) : undefined}
      results={await resultsOf(ctx, definition, target.state)}
      error={given.said?.error}
      draft={given.said?.draft}
    />
  );
  return html(view, given.said?.error ? 422 : 200);
}

const find = definePage({
  method: 'GET',
  url: '/lacak',
  access: { kind: 'public' },
  handle: async (_ctx, { frame }) => html(<FindView frame={frame} />),
});

const findPost = definePage({
  method: 'POST',
  url: '/lacak',
  access: { kind: 'public' },
  body: z.object({
    number: z.string().max(60).default(''),
    phone: z.string().max(30).default(''),
    code: z.string().max(64).default(''),
  }),
  rateLimit: { name: 'track-by-number', max: 10, perSeconds: 600 },
  handle: async (ctx, { frame, body }) => {
    const code =
      parseTrackingCode(body.code) ?? (await findTrackingCode(ctx, { number: body.number, phoneTail: body.phone }));
    if (code) return redirect(`/lacak/${code}`);
    return html(<FindView frame={frame} values={body} error={messagesFor(ctx.locale).track.notFound} />, 422);
  },
});

const show = definePage({
  method: 'GET',
  url: '/lacak/:code',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: CodeParam,
  handle: (ctx, { frame, params }) => trackPage(ctx, { frame }, { code: params.code }),
});

const photo = definePage({
  method: 'GET',
  url: '/lacak/:code/foto/:photo',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: CodeParam.extend({ photo: z.string().max(64) }),
  handle: async (ctx, { params }) => {
    const { bytes, mediaType } = await readShownPhoto(ctx, await trackCase(ctx, params.code), params.photo);
    const headers = { 'cache-control': 'private, no-store' };
    return { kind: 'bytes', body: bytes, type: mediaType, inline: true, headers };
  },
});

const sayMessage = definePage({
  method: 'POST',
  url: '/lacak/:code/pesan',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: CodeParam,
  body: z.object({ text: z.string().default(''), requestId: RequestId }),
  rateLimit: { name: 'message', max: 20, perSeconds: 600 },
  handle: async (ctx, { frame, params, body }) => {
    const target = await getTracked(ctx, params.code);
    try {
      await writeMessage(asApplicant(ctx), { number: target.number, ...body });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const sentences: Record<string, (params: AppError['params']) => string> = messagesFor(ctx.locale).errors;
      return trackPage(
        ctx,
        { frame },
        { code: params.code, said: { error: sentences[error.code]?.(error.params) ?? error.code, draft: body.text } },
      );
    }
    return redirect(`/lacak/${params.code}#pesan`);
  },
});

const withdraw = definePage({
  method: 'POST',
  url: '/lacak/:code/batalkan',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: CodeParam,
  body: z.object({ requestId: RequestId }),
  handle: async (ctx, { params, body }) => {
    const { target, definition } = await trackCase(ctx, params.code);
    const action = definition.workflow.actions.find(
      (candidate) => candidate.kind === 'withdraw' && candidate.from.includes(target.state.state),
    );
    // Pressed twice: it is withdrawn already, and that is what the page shows.
    if (action)
      await performAction(asApplicant(ctx), {
        number: target.number,
        requestId: body.requestId,
        command: { action: action.do, recorded: {} },
      });
    return redirect(`/lacak/${params.code}`);
  },
});

/** "Ini bukan permohonan saya": told to the office as a message, and the case is marked. */
const disown = definePage({
  method: 'POST',
  url: '/lacak/:code/bukan-saya',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: CodeParam,
  body: z.object({ requestId: RequestId }),
  handle: async (ctx, { params, body }) => {
    const target = await getTracked(ctx, params.code);
    const { definition } = await getVersion(ctx, target.state.versionId);
    const text = messagesFor(ctx.locale, definition).track.disownedMessage;
    if (target.state.assisted?.mode === 'companion' && target.state.disownedAt === undefined)
      await writeMessage(asApplicant(ctx), { number: target.number, text, requestId: body.requestId, disowned: true });
    return redirect(`/lacak/${params.code}#pendamping`);
  },
});

/** Where a form was sent to is an address too: reloaded or typed again, it leads back to the page. */
function formAddress(url: string): Route {
  return definePage({
    method: 'GET',
    url,
    access: { kind: 'token' },
    missLimit: trackingMisses,
    params: CodeParam,
    handle: async (ctx, { params }) => {
      await getTracked(ctx, params.code);
      return redirect(`/lacak/${params.code}`);
    },
  });
}

/** An officer who opens his own tracking link acts as the applicant here, not in his office. */
function asApplicant(ctx: Context): Context {
  return { ...ctx, actor: { kind: 'applicant' } };
}

export const casePages: readonly Route[] = [
  find,
  findPost,
  show,
  photo,
  sayMessage,
  withdraw,
  disown,
  formAddress('/lacak/:code/bukan-saya'),
  formAddress('/lacak/:code/pesan'),
  formAddress('/lacak/:code/batalkan'),
];
