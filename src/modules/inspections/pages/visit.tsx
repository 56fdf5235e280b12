// The page that is taken along. Its form is an ordinary one; the script sends the same form when there is a signal.
import { z } from 'zod';
import { formatBareTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import {
  definePage,
  html,
  type Incoming,
  json,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { areaGroups, listOf, readPage } from '../../applications/index.ts';
import { acceptUpload, largestUpload } from '../../documents/index.ts';
import { findVisit, isMine, openVisit, type Visit } from '../service/open-visit.ts';
import { receivedBefore, sendVisit } from '../service/send-visit.ts';
import { dueOf } from '../service/visits.ts';
import { ClosedView } from '../views/closed-view.tsx';
import { VisitView } from '../views/visit-view.tsx';

const Params = z.object({ number: z.string().max(40), task: z.uuid() });
const Body = z.looseObject({
  requestId: z.string().min(1).max(200),
  visitedAt: z.string().max(40).optional().catch(undefined),
  _format: z.literal('json').optional().catch(undefined), // asked by the page's script
  _petugas: z.string().max(60).optional(), // who filled it in, when the device sends it later
  _remove_file: z.string().optional(),
});
type Sent = Incoming<z.infer<typeof Params>, unknown, z.infer<typeof Body>>;

interface Typed {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly requestId: string;
}
const untouched = (): Typed => ({ raw: {}, errors: new Map(), requestId: newId() });

async function draw(ctx: Context, { frame }: Pick<Incoming, 'frame'>, visit: Visit, typed: Typed): Promise<Reply> {
  if (!isMine(ctx, visit)) return html(<ClosedView frame={frame} visit={visit} />);
  const due = dueOf(ctx, new Date(visit.opened.dueAt));
  const view = (
    <VisitView
      frame={frame}
      visit={visit}
      due={due}
      areas={await areaGroups(ctx)}
      officerId={ctx.actor.kind === 'officer' ? ctx.actor.id : ''}
      {...typed}
    />
  );
  return html(view, typed.errors.size > 0 ? 422 : 200);
}

const show = definePage({
  method: 'GET',
  url: '/kerja/tinjau/:number/:task',
  access: { kind: 'officer' },
  params: Params,
  handle: async (ctx, { frame, params }) =>
    draw(ctx, { frame }, await openVisit(ctx, params.number, params.task), untouched()),
});

function received(ctx: Context, sent: Sent, at: Date): Reply {
  const { timezone } = ctx.region;
  if (sent.body._format === 'json')
    return json({ state: 'sent', time: formatBareTime(at, { timezone, locale: ctx.locale }) });
  return redirect(`/kerja/tinjau?terkirim=${encodeURIComponent(sent.params.number)}`);
}

async function send(ctx: Context, sent: Sent): Promise<Reply> {
  const { params, body } = sent;
  const before = await receivedBefore(ctx, params.number, body.requestId);
  if (before) return received(ctx, sent, before);
  if (body._petugas !== undefined && ctx.actor.kind === 'officer' && body._petugas !== ctx.actor.id)
    return json({ state: 'other-officer' }, 403);
  const visit = await findVisit(ctx, params.number, params.task);
  const { form } = visit.task;
  const kept = (field: { readonly id: string }) => listOf(body[`_unggahan.${field.id}`]);
  const page = await readPage(ctx, { fields: form, body, files: sent.files, sentence: sent.sentence, kept });
  const { requestId, visitedAt } = body;
  try {
    if (page.repeated) return draw(ctx, sent, visit, { raw: page.raw, errors: new Map(), requestId });
    if (page.errors.length > 0) throw new AppError('invalid', 'cases.form_invalid', { fields: page.errors });
    return received(ctx, sent, await sendVisit(ctx, visit, { requestId, raw: page.raw, visitedAt }));
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    return refused(ctx, sent, { visit, raw: page.raw, error });
  }
}

async function refused(
  ctx: Context,
  sent: Sent,
  { visit, raw, error }: { visit: Visit; raw: Typed['raw']; error: AppError },
): Promise<Reply> {
  const { requestId, _format } = sent.body;
  if (_format === 'json') {
    const state = error.kind === 'conflict' ? 'closed' : 'mistakes';
    const errors = error.fields.map(({ field, message }) => ({ field, message }));
    return json({ state, sentence: sent.sentence(error), errors }, error.kind === 'conflict' ? 409 : 422);
  }
  if (error.kind === 'conflict') {
    const now = await findVisit(ctx, sent.params.number, sent.params.task);
    return html(<ClosedView frame={sent.frame} visit={now} raw={raw} reason={sent.sentence(error)} />, 409);
  }
  return draw(ctx, sent, visit, {
    raw,
    errors: new Map(error.fields.map((one) => [one.field, one.message])),
    requestId,
  });
}

const post = definePage({
  method: 'POST',
  url: '/kerja/tinjau/:number/:task',
  access: { kind: 'officer' },
  params: Params,
  body: Body,
  multipart: { maxFiles: 12, maxBytes: largestUpload },
  handle: send,
});

/** Photos travel one by one, so that a weak signal loses one photo and not the whole visit. */
const photo = definePage({
  method: 'POST',
  url: '/kerja/tinjau/:number/:task/foto',
  access: { kind: 'officer' },
  params: Params,
  multipart: { maxFiles: 1, maxBytes: largestUpload },
  handle: async (ctx, sent) => {
    const visit = await findVisit(ctx, sent.params.number, sent.params.task);
    if (!isMine(ctx, visit)) return json({ state: 'closed' }, 409);
    const [file] = sent.files;
    if (!file) throw new AppError('invalid', 'documents.no_file');
    try {
      return json({ uploadId: (await acceptUpload(ctx, file)).id }, 201);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return json({ state: 'mistakes', sentence: sent.sentence(error), errors: [] }, 422);
    }
  },
});

const photoAddress = definePage({
  method: 'GET',
  url: '/kerja/tinjau/:number/:task/foto',
  access: { kind: 'officer' },
  params: Params,
  handle: async (_ctx, { params }) => redirect(`/kerja/tinjau/${params.number}/${params.task}`),
});

export const visitRoutes: readonly Route[] = [show, post, photo, photoAddress];
