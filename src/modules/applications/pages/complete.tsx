// "Perlu Anda lengkapi": exactly the questions and papers the officer picked, nothing else.
import { z } from 'zod';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { type LocalText, say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { type CaseDocument, performAction, type TrackedCase, trackCase, trackingMisses } from '../../cases/index.ts';
import { attachUploads, largestUpload } from '../../documents/index.ts';
import { areaGroups } from '../areas.ts';
import { messagesFor } from '../messages.ts';
import { envOf } from '../service/env.ts';
import { listOf, type ReadPage, readPage, takeFiles } from '../service/posted.ts';
import { CompleteView } from '../views/complete-view.tsx';

const Code = z.object({ code: z.string().max(64) });

interface Asked {
  readonly fields: readonly Field[];
  readonly documents: readonly { readonly id: string; readonly label: LocalText; readonly accept: readonly string[] }[];
  readonly reason: string;
}

/** @throws conflict when nothing is asked (it was completed in another tab, or the time has passed). */
function askedOf(ctx: Context, { target, definition }: TrackedCase): Asked {
  const { correction } = target.state;
  if (!correction) throw new AppError('conflict', 'applications.nothing_to_complete');
  const options = definition.workflow.actions.flatMap((action) => action.reasons ?? []);
  const label = options.find((option) => option.value === correction.reason)?.label;
  return {
    fields: definition.form.flatMap((page) => page.fields).filter((field) => correction.fields.includes(field.id)),
    documents: definition.documents.filter((document) => correction.documents.includes(document.id)),
    reason: [label ? say(label, ctx.locale) : '', correction.note].filter(Boolean).join('. '),
  };
}

interface Typed {
  readonly raw: unknown;
  readonly uploads: readonly CaseDocument[]; // accepted in an earlier try of this page
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}

async function show(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  given: { code: string; tracked: TrackedCase; typed: Typed },
): Promise<Reply> {
  const { code, tracked, typed } = given;
  const asked = askedOf(ctx, tracked);
  const view = (
    <CompleteView
      frame={frame}
      code={code}
      service={say(tracked.definition.title, ctx.locale)}
      reason={asked.reason}
      fields={asked.fields}
      documents={asked.documents.map((document) => ({ ...document, label: say(document.label, ctx.locale) }))}
      raw={typed.raw}
      uploads={typed.uploads}
      errors={typed.errors}
      requestId={typed.requestId}
      areas={await areaGroups(ctx)}
    />
  );
  return html(view, typed.errors.length > 0 ? 422 : 200);
}

const get = definePage({
  method: 'GET',
  url: '/lacak/:code/lengkapi',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  handle: async (ctx, { frame, params }) => {
    const tracked = await trackCase(ctx, params.code);
    if (!tracked.target.state.correction) return redirect(`/lacak/${params.code}`);
    return show(
      ctx,
      { frame },
      {
        code: params.code,
        tracked,
        typed: { raw: withoutPhotos(tracked), uploads: [], errors: [], requestId: newId() },
      },
    );
  },
});

/** What was answered, but for photos: those asked for again are not good enough. */
function withoutPhotos({ target, definition }: TrackedCase): Record<string, unknown> {
  const photos = definition.form.flatMap((page) => page.fields).filter((field) => field.type === 'file');
  const ids = new Set(photos.map((field) => field.id));
  return Object.fromEntries(Object.entries(target.state.answers).filter(([id]) => !ids.has(id)));
}

type Posted = Incoming<z.infer<typeof Code>, unknown, Record<string, unknown>>;

/** Files of this try, plus those that an earlier try already brought (hidden inputs). */
async function gatherUploads(
  ctx: Context,
  incoming: Posted,
  asked: Asked,
): Promise<{ uploads: CaseDocument[]; errors: FieldError[] }> {
  const uploads: CaseDocument[] = [];
  const errors: FieldError[] = [];
  for (const { id } of asked.documents) {
    const field = `dokumen.${id}`;
    const kept = listOf(incoming.body[`_unggahan.${id}`]).map(String);
    const files = incoming.files.filter((file) => file.field === field && file.size > 0);
    const taken = await takeFiles(ctx, files, { field, sentence: incoming.sentence });
    errors.push(...taken.errors);
    for (const uploadId of taken.ids.length > 0 ? taken.ids : kept) uploads.push({ id, uploadId });
  }
  return { uploads, errors };
}

/** Photos asked for again are sent anew; those of an earlier try of this page come back in hidden inputs. */
const photosSent = (body: Posted['body']) => (field: Field) => listOf(body[`_foto.${field.id}`]);

async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { params, body, frame, files, sentence } = incoming;
  const tracked = await trackCase(ctx, params.code);
  const { target, definition } = tracked;
  if (!target.state.correction) return redirect(`/lacak/${params.code}`); // pressed twice: it is sent
  const asked = askedOf(ctx, tracked);
  const page = await readPage(ctx, { fields: asked.fields, body, files, sentence, kept: photosSent(body) });
  const raw = { ...target.state.answers, ...page.raw };
  const { answers, errors } = parseAnswers(definition, raw, await envOf(ctx));
  const papers = await gatherUploads(ctx, incoming, asked);
  const wrong = page.repeated ? [] : wrongIn(ctx, asked, { page, papers, errors });
  const requestId = typeof body['requestId'] === 'string' ? body['requestId'].slice(0, 200) : newId();
  if (page.repeated || wrong.length > 0)
    return show(
      ctx,
      { frame },
      { code: params.code, tracked, typed: { raw, uploads: papers.uploads, errors: wrong, requestId } },
    );
  const photos = asked.fields.filter((field) => field.type === 'file').flatMap((field) => listOf(answers[field.id]));
  await attachUploads(ctx, [...papers.uploads.map((upload) => upload.uploadId), ...photos.map(String)]);
  const replaced = new Set(papers.uploads.map((upload) => upload.id));
  const documents = [...target.state.documents.filter((document) => !replaced.has(document.id)), ...papers.uploads];
  const action = definition.workflow.actions.find(
    (candidate) => candidate.kind === 'resubmit' && candidate.from.includes(target.state.state),
  );
  if (!action) throw new AppError('conflict', 'applications.nothing_to_complete');
  const applicant = { ...ctx, actor: { kind: 'applicant' as const } };
  await performAction(applicant, {
    number: target.number,
    requestId,
    command: { action: action.do, recorded: {}, answers, documents },
  });
  return redirect(`/lacak/${params.code}`);
}

/** Mistakes in what was asked; an old mistake elsewhere is not this page's business. */
function wrongIn(
  ctx: Context,
  asked: Asked,
  given: {
    readonly page: ReadPage;
    readonly papers: Awaited<ReturnType<typeof gatherUploads>>;
    readonly errors: readonly FieldError[];
  },
): FieldError[] {
  const { page, papers, errors } = given;
  const picked = new Set(asked.fields.map((field) => field.id));
  const refused = new Set(page.errors.map((error) => error.field));
  const answers = errors.filter((error) => picked.has(error.field.split('.')[0] ?? '') && !refused.has(error.field));
  return [...page.errors, ...answers, ...papers.errors, ...missingFiles(ctx, asked, papers)];
}

function missingFiles(
  ctx: Context,
  asked: Asked,
  files: { uploads: readonly CaseDocument[]; errors: readonly FieldError[] },
): FieldError[] {
  const given = new Set([
    ...files.uploads.map((upload) => upload.id),
    ...files.errors.map((error) => error.field.replace('dokumen.', '')),
  ]);
  return asked.documents
    .filter((document) => !given.has(document.id))
    .map((document) => ({
      field: `dokumen.${document.id}`,
      code: 'document.required',
      message: messagesFor(ctx.locale).document.required(say(document.label, ctx.locale)),
    }));
}

const postRoute = definePage({
  method: 'POST',
  url: '/lacak/:code/lengkapi',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 12, maxBytes: largestUpload },
  handle: (ctx, incoming) => post(ctx, incoming),
});

export const completeRoutes: readonly Route[] = [get, postRoute];
