// Papers that may follow: the applicant sends what is missing, any time before the case is closed.
import { z } from 'zod';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import {
  addDocuments,
  type CaseDocument,
  type LateDocuments,
  type TrackedCase,
  trackCase,
  trackingMisses,
} from '../../cases/index.ts';
import { attachUploads, largestUpload } from '../../documents/index.ts';
import { messagesFor } from '../messages.ts';
import { listOf, takeFiles } from '../service/posted.ts';
import { LateDocumentsView } from '../views/late-documents-view.tsx';

const Code = z.object({ code: z.string().max(64) });
type Posted = Incoming<z.infer<typeof Code>, unknown, Record<string, unknown>>;

interface Given {
  readonly code: string;
  readonly late: LateDocuments;
  readonly uploads: readonly CaseDocument[]; // accepted in an earlier try of this page
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}

function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, tracked: TrackedCase, given: Given): Reply {
  const { late, ...shown } = given;
  const view = (
    <LateDocumentsView
      {...shown}
      frame={frame}
      service={say(tracked.definition.title, ctx.locale)}
      clock={late.clock}
      documents={late.documents.map(({ id, label, why, note, accept }) => ({
        id,
        label: say(label, ctx.locale),
        hint: [note, why].flatMap((text) => (text ? [say(text, ctx.locale)] : [])).join(' '),
        accept,
      }))}
    />
  );
  return html(view, given.errors.length > 0 ? 422 : 200);
}

const get = definePage({
  method: 'GET',
  url: '/lacak/:code/dokumen',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  handle: async (ctx, { frame, params }) => {
    const { code } = params;
    const tracked = await trackCase(ctx, code);
    const { late } = tracked;
    if (!late) return redirect(`/lacak/${code}`);
    return show(ctx, { frame }, tracked, { code, late, uploads: [], errors: [], requestId: newId() });
  },
});

async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { params, body, frame } = incoming;
  const { code } = params;
  const tracked = await trackCase(ctx, code);
  const { late } = tracked;
  if (!late) return redirect(`/lacak/${code}`); // pressed twice: it is here
  const requestId = typeof body['requestId'] === 'string' ? body['requestId'].slice(0, 200) : newId();
  const { uploads, errors } = await gather(ctx, incoming, late);
  if (errors.length > 0 || uploads.length === 0) {
    const first = late.documents[0]?.id ?? '';
    const message = messagesFor(ctx.locale).late.nothing;
    const wrong = errors.length > 0 ? errors : [{ field: `dokumen.${first}`, code: 'late.nothing', message }];
    return show(ctx, { frame }, tracked, { code, late, uploads, errors: wrong, requestId });
  }
  const ids = uploads.map(({ uploadId }) => uploadId);
  await attachUploads(ctx, ids);
  await add({ ...ctx, actor: { kind: 'applicant' } }, tracked.target.number, { uploads, requestId });
  return redirect(`/lacak/${code}`);
}

/** Where the same paper came meanwhile from another phone there is nothing left to add: the tracking page shows it. */
async function add(ctx: Context, number: string, given: Pick<Given, 'uploads' | 'requestId'>): Promise<void> {
  try {
    await addDocuments(ctx, { number, requestId: given.requestId, documents: given.uploads });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cases.nothing_missing') throw error;
  }
}

async function gather(
  ctx: Context,
  { body, files, sentence }: Posted,
  { documents }: LateDocuments,
): Promise<Pick<Given, 'uploads' | 'errors'>> {
  const uploads: CaseDocument[] = [];
  const errors: FieldError[] = [];
  for (const { id, max } of documents) {
    const field = `dokumen.${id}`;
    const kept = listOf(body[`_unggahan.${id}`]).map(String);
    const sent = files.filter((file) => file.field === field && file.size > 0).slice(0, max);
    const taken = await takeFiles(ctx, sent, { field, sentence });
    errors.push(...taken.errors);
    for (const uploadId of taken.ids.length > 0 ? taken.ids : kept.slice(0, max)) uploads.push({ id, uploadId });
  }
  return { uploads, errors };
}

const postRoute = definePage({
  method: 'POST',
  url: '/lacak/:code/dokumen',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 12, maxBytes: largestUpload },
  handle: (ctx, incoming) => post(ctx, incoming),
});

export const lateDocumentRoutes: readonly Route[] = [get, postRoute];
