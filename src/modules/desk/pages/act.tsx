// Taking a step. Whatever is refused, nothing typed is lost.
import { z } from 'zod';
import { parseField } from '../../../definition/fields/registry.ts';
import { rawFromForm } from '../../../definition/interview/form-values.ts';
import { itemsOf } from '../../../definition/interview/summarise.ts';
import type { Action, Field, Task } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import {
  type CaseRow,
  carriedOut,
  commandFrom,
  getForOfficer,
  messagePreview,
  performAction,
  stepsOn,
} from '../../cases/index.ts';
import { getVersion, type ServiceVersion } from '../../catalogue/index.ts';
import { attachUploads, largestUpload } from '../../documents/index.ts';
import { stepPrefix } from '../names.ts';
import { envOf } from '../service/env.ts';
import { type StepFiles, takeFiles } from '../service/step-files.ts';
import { formFor, stepName } from '../service/steps.ts';
import { stepControl, type TypedStep } from '../views/actions-view.tsx';
import { showCase } from './show-case.tsx';

const Params = z.object({ number: z.string().max(40), action: z.string().max(80) });
const Body = z.looseObject({
  requestId: z.string().min(1).max(200),
  version: z.coerce.number().int().min(0),
  _lihat: z.string().optional(), // show the sentence first
  _remove_file: z.string().optional(), // take a photo away again
});
type Sent = Incoming<z.infer<typeof Params>, unknown, z.infer<typeof Body>>;

interface Attempt {
  readonly target: CaseRow;
  readonly definition: ServiceVersion['definition'];
  readonly step: Action | Task;
  readonly fields: readonly Field[];
  readonly raw: Readonly<Record<string, unknown>>;
  readonly files: StepFiles;
}

function doneReply(number: string): Reply {
  return redirect(`/petugas?kabar=tersimpan&berkas=${encodeURIComponent(number)}`);
}

async function attemptOf(ctx: Context, sent: Sent): Promise<Attempt> {
  const { params, body } = sent;
  const target = await getForOfficer(ctx, params.number);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const { actions, tasks } = definition.workflow;
  const step = [...tasks, ...actions].find((candidate) => stepName(candidate) === params.action);
  if (!step) throw new AppError('not_found', 'cases.unknown_action');
  const fields = await formFor(ctx, { definition, target }, step);
  const prefix = stepPrefix(params.action);
  const files = await takeFiles(ctx, { fields, prefix, body, files: sent.files, sentence: sent.sentence });
  return { target, definition, step, fields, files, raw: { ...rawFromForm(fields, body, prefix), ...files.ids } };
}

function typedOf({ step, raw }: Attempt, more: Partial<TypedStep> = {}): TypedStep {
  return { name: stepName(step), raw, errors: new Map(), ...more };
}

/** The form again with its mistakes named. */
function showMistakes(ctx: Context, sent: Sent, attempt: Attempt, error: AppError): Promise<Reply> {
  const errors = new Map(error.fields.map((field) => [field.field, field.message]));
  const lines = error.fields.map(({ field, message }) => ({
    field: stepControl(stepName(attempt.step), field),
    message,
  }));
  return showCase(ctx, sent, {
    number: attempt.target.number,
    status: 422,
    errors: lines.length > 0 ? lines : [{ message: sent.sentence(error) }],
    typed: typedOf(attempt, { errors }),
    requestId: sent.body.requestId,
  });
}

/** The case as it is now, the reason, and the words of the officer: in their form if it is still offered, else to copy. */
async function showRefusal(ctx: Context, sent: Sent, attempt: Attempt, error: AppError): Promise<Reply> {
  const { target, definition, step } = attempt;
  const now = await getForOfficer(ctx, target.number);
  const offered = stepsOn(ctx, definition, now).allowed.some((other) => stepName(other) === stepName(step));
  const kept = offered ? [] : await typedTexts(ctx, attempt);
  return showCase(ctx, sent, {
    number: target.number,
    status: error.kind === 'forbidden' ? 403 : 409,
    refused: { sentence: sent.sentence(error), kept },
    ...(offered ? { typed: typedOf(attempt), requestId: sent.body.requestId } : {}),
  });
}

async function typedTexts(ctx: Context, { fields, raw }: Attempt): Promise<{ label: string; value: string }[]> {
  const env = await envOf(ctx);
  const parsed = fields.flatMap((field) => {
    const given = raw[field.id];
    const result = given === null || given === undefined ? undefined : parseField(given, field, env);
    return result?.ok && result.value !== undefined ? [[field.id, result.value] as const] : [];
  });
  return itemsOf(fields, Object.fromEntries(parsed), env).map(({ label, value }) => ({ label, value }));
}

async function takeStep(ctx: Context, sent: Sent, attempt: Attempt): Promise<Reply> {
  const { target, definition, step, raw } = attempt;
  const { body } = sent;
  if (body._remove_file !== undefined)
    return showCase(ctx, sent, { number: target.number, typed: typedOf(attempt), requestId: body.requestId });
  if (attempt.files.errors.length > 0)
    throw new AppError('invalid', 'cases.form_invalid', { fields: attempt.files.errors });
  const command = await commandFrom(ctx, definition, target.state, { action: stepName(step), data: raw });
  if (body._lihat !== undefined) {
    const sentence = await messagePreview(ctx, { definition, target }, step, command);
    const typed = typedOf(attempt, { sentence });
    return showCase(ctx, sent, { number: target.number, typed, requestId: body.requestId });
  }
  await attachUploads(ctx, Object.values(attempt.files.ids).flat());
  await performAction(ctx, {
    number: target.number,
    requestId: body.requestId,
    expectedVersion: body.version,
    command,
  });
  return doneReply(target.number);
}

async function act(ctx: Context, sent: Sent): Promise<Reply> {
  const { params, body } = sent;
  // Pressed twice: it is done, even when the case has moved to a unit this officer cannot see.
  if (await carriedOut(ctx, params.number, body.requestId)) return doneReply(params.number);
  const attempt = await attemptOf(ctx, sent);
  try {
    return await takeStep(ctx, sent, attempt);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.kind === 'invalid') return showMistakes(ctx, sent, attempt, error);
    if (error.kind !== 'conflict' && error.kind !== 'forbidden') throw error;
    if (await carriedOut(ctx, params.number, body.requestId)) return doneReply(params.number);
    return showRefusal(ctx, sent, attempt, error);
  }
}

const take = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/aksi/:action',
  access: { kind: 'officer' },
  params: Params,
  body: Body,
  multipart: { maxFiles: 12, maxBytes: largestUpload },
  handle: act,
});

export const actRoutes: readonly Route[] = [take];
