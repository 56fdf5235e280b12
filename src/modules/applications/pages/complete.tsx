// "Perlu Anda lengkapi": exactly the questions and papers the officer picked, nothing else.
import { z } from 'zod';
import { rawFromForm } from '../../../definition/interview/form-values.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { type LocalText, say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { type CaseDocument, performAction, type TrackedCase, trackCase, trackingMisses } from '../../cases/index.ts';
import { acceptUpload, attachUploads, largestUpload } from '../../documents/index.ts';
import { areaGroups } from '../areas.ts';
import { messagesFor } from '../messages.ts';
import { envOf } from '../service/submit.ts';
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
        typed: { raw: tracked.target.state.answers, uploads: [], errors: [], requestId: newId() },
      },
    );
  },
});

type Posted = Incoming<z.infer<typeof Code>, unknown, Record<string, unknown>>;

/** Files of this try, plus those that an earlier try already brought (hidden inputs). */
async function gatherUploads(
  ctx: Context,
  incoming: Posted,
  asked: Asked,
): Promise<{ uploads: CaseDocument[]; errors: FieldError[] }> {
  const uploads: CaseDocument[] = [];
  const errors: FieldError[] = [];
  for (const document of asked.documents) {
    const kept = incoming.body[`_unggahan.${document.id}`];
    const files = incoming.files.filter((file) => file.field === `dokumen.${document.id}` && file.size > 0);
    try {
      for (const file of files) uploads.push({ id: document.id, uploadId: (await acceptUpload(ctx, file)).id });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      errors.push({ field: `dokumen.${document.id}`, code: error.code, message: incoming.sentence(error) });
    }
    if (files.length === 0 && typeof kept === 'string' && kept !== '')
      uploads.push({ id: document.id, uploadId: kept });
  }
  return { uploads, errors };
}

async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { params, body, frame } = incoming;
  const tracked = await trackCase(ctx, params.code);
  const { target, definition } = tracked;
  if (!target.state.correction) return redirect(`/lacak/${params.code}`); // pressed twice: it is sent
  const asked = askedOf(ctx, tracked);
  const raw = { ...target.state.answers, ...rawFromForm(asked.fields, body) };
  const { answers, errors } = parseAnswers(definition, raw, await envOf(ctx));
  const files = await gatherUploads(ctx, incoming, asked);
  const picked = new Set(asked.fields.map((field) => field.id));
  const wrong = [
    ...errors.filter((error) => picked.has(error.field.split('.')[0] ?? '')),
    ...files.errors,
    ...missingFiles(ctx, asked, files),
  ];
  const requestId = typeof body['requestId'] === 'string' ? body['requestId'].slice(0, 200) : newId();
  if (wrong.length > 0)
    return show(
      ctx,
      { frame },
      { code: params.code, tracked, typed: { raw, uploads: files.uploads, errors: wrong, requestId } },
    );
  await attachUploads(
    ctx,
    files.uploads.map((upload) => upload.uploadId),
  );
  const replaced = new Set(files.uploads.map((upload) => upload.id));
  const documents = [...target.state.documents.filter((document) => !replaced.has(document.id)), ...files.uploads];
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
