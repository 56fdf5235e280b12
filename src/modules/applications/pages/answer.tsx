// A step of the applicant that has a name of its own in the workflow: "sudah beres", "belum beres" with what is missing and a photo.
import { z } from 'zod';
import type { Action } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import {
  applicantSteps,
  commandFrom,
  performAction,
  type TrackedCase,
  trackCase,
  trackingMisses,
} from '../../cases/index.ts';
import { attachUploads, largestUpload } from '../../documents/index.ts';
import { areaGroups } from '../areas.ts';
import { listOf, readPage } from '../service/posted.ts';
import { AnswerView } from '../views/answer-view.tsx';

const Params = z.object({ code: z.string().max(64), action: z.string().max(80) });

interface Typed {
  readonly raw: unknown;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}

const stepCalled = ({ definition, target }: TrackedCase, name: string): Action | undefined =>
  applicantSteps(definition, target.state).find((action) => action.do === name);

async function show(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  given: { code: string; tracked: TrackedCase; action: Action; typed: Typed },
): Promise<Reply> {
  const { code, tracked, action, typed } = given;
  const view = (
    <AnswerView
      frame={frame}
      code={code}
      service={say(tracked.definition.title, ctx.locale)}
      action={action}
      {...typed}
      areas={await areaGroups(ctx)}
    />
  );
  return html(view, typed.errors.length > 0 ? 422 : 200);
}

const get = definePage({
  method: 'GET',
  url: '/lacak/:code/langkah/:action',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Params,
  handle: async (ctx, { frame, params }) => {
    const tracked = await trackCase(ctx, params.code);
    const action = stepCalled(tracked, params.action);
    if (!action) return redirect(`/lacak/${params.code}`);
    const typed = { raw: {}, errors: [], requestId: newId() };
    return show(ctx, { frame }, { code: params.code, tracked, action, typed });
  },
});

type Posted = Incoming<z.infer<typeof Params>, unknown, Record<string, unknown>>;

async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { params, body, files, sentence } = incoming;
  const tracked = await trackCase(ctx, params.code);
  const action = stepCalled(tracked, params.action);
  if (!action) return redirect(`/lacak/${params.code}`); // pressed twice, or from another tab: it is done
  const page = await readPage(ctx, {
    fields: action.form,
    body,
    files,
    sentence,
    kept: (field) => listOf(body[`_foto.${field.id}`]),
  });
  const requestId = typeof body['requestId'] === 'string' ? body['requestId'].slice(0, 200) : newId();
  const again = (errors: readonly FieldError[]) => {
    const typed = { raw: page.raw, errors, requestId };
    return show(ctx, incoming, { code: params.code, tracked, action, typed });
  };
  if (page.repeated || page.errors.length > 0) return again(page.errors);
  try {
    await carryOut(ctx, tracked, { action, raw: page.raw, requestId });
  } catch (error) {
    if (!(error instanceof AppError) || !error.fields?.length) throw error;
    return again(error.fields);
  }
  return redirect(`/lacak/${params.code}`);
}

async function carryOut(
  ctx: Context,
  { target, definition }: TrackedCase,
  { action, raw, requestId }: { action: Action; raw: Record<string, unknown>; requestId: string },
): Promise<void> {
  const command = await commandFrom(ctx, definition, target.state, { action: action.do, data: raw });
  const photos = action.form.filter((field) => field.type === 'file').flatMap((field) => listOf(raw[field.id]));
  await attachUploads(ctx, photos.map(String));
  const applicant = { ...ctx, actor: { kind: 'applicant' as const } };
  await performAction(applicant, { number: target.number, requestId, command });
}

const postRoute = definePage({
  method: 'POST',
  url: '/lacak/:code/langkah/:action',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Params,
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 12, maxBytes: largestUpload },
  rateLimit: { name: 'applicant-step', max: 20, perSeconds: 600 },
  handle: (ctx, incoming) => post(ctx, incoming),
});

export const answerRoutes: readonly Route[] = [get, postRoute];
