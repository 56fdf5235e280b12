// A report by telephone on one screen. It is a script like any other: kept while one types, found again by its number, sent once.
import type { Field } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import type { Incoming } from '../../../platform/http/define.ts';
import { readPage } from '../../applications/index.ts';
import { submitAssisted } from '../../assisted/index.ts';
import { findReceipt, type Receipt } from '../../cases/index.ts';
import { type DeskForm, deskForm, follow, type Similar, similarTo } from '../../complaints/index.ts';
import { messagesFor } from '../messages.ts';
import { lockScript, saveScript } from '../store/scripts.ts';
import type { Script } from '../types.ts';
import { callTaker, getCall } from './call.ts';
import { close, keyOf } from './finish.ts';
import { type OpenScript, openScript, startScript } from './script.ts';

/** Begins a report during a call. @param phone as it was typed at the desk: it need not be typed again. */
export async function startReport(ctx: Context, callId: string, phone = ''): Promise<string> {
  const call = await getCall(ctx, callId);
  const { service, usual } = await deskForm(ctx);
  const number = phone.trim() === '' ? {} : { hp: phone.trim() };
  return startScript(ctx, service, call.id, { ...usual, ...number });
}

export interface OpenReport extends OpenScript {
  readonly form: DeskForm;
}
/** @throws not_found for a script of another service */
export async function openReport(ctx: Context, id: string): Promise<OpenReport> {
  const [open, form] = [await openScript(ctx, id), await deskForm(ctx)];
  if (open.script.service !== form.service) throw new AppError('not_found', 'calls.script_not_found');
  return { ...open, form };
}

/** Keeps the screen as it was typed. @throws conflict once it was sent. */
export async function keepReport(
  ctx: Context,
  { script, form }: OpenReport,
  given: { readonly body: Readonly<Record<string, unknown>>; readonly sentence: Incoming['sentence'] },
): Promise<Script> {
  const fields: readonly Field[] = form.fields;
  const { raw } = await readPage(ctx, { ...given, fields, files: [], kept: () => [] });
  return inTransaction(ctx, async (ctx) => {
    const before = await lockScript(ctx.db, script.id);
    if (!before) throw new AppError('not_found', 'calls.script_not_found');
    if (before.sentAt) throw new AppError('conflict', 'calls.script_sent');
    const changed = { ...before, answers: { ...before.answers, ...raw }, updatedAt: ctx.clock.now() };
    await saveScript(ctx.db, changed);
    return changed;
  });
}

const textIn = (answers: Script['answers'], id: string): string | undefined => {
  const value = answers[id];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** Problems near by that may be the one the caller means. */
export async function alikeTo(ctx: Context, { answers }: Script): Promise<Similar[]> {
  const [text, category, area] = ['isi', 'kategori', 'wilayah'].map((id) => textIn(answers, id));
  return text === undefined ? [] : similarTo(ctx, { text, category, area });
}

/** Opens the case. @throws invalid `applications.incomplete` with one entry per answer. */
export async function sendReport(ctx: Context, { script, version, form }: OpenReport): Promise<Receipt> {
  callTaker(ctx);
  const earlier = await findReceipt(ctx, keyOf(script.id));
  if (earlier) return earlier;
  const receipt = await submitAssisted(ctx, {
    version,
    answers: knownCategory(script.answers, form),
    documents: [],
    submissionKey: keyOf(script.id),
    assisted: { mode: 'phone', consent: messagesFor(ctx.locale).report.consent },
  });
  await close(ctx, { script });
  return receipt;
}

/** The list decides which categories there are, as on the public page. */
function knownCategory(answers: Script['answers'], { categories }: DeskForm): Script['answers'] {
  const known = categories.some(({ options }) => options.some(({ value }) => value === answers['kategori']));
  const { kategori: _unknown, ...rest } = answers;
  return known || categories.length === 0 ? answers : rest;
}

/** The caller means a problem that is known: counted once for each number, and nothing else of the call is kept. */
export async function joinProblem(ctx: Context, { script }: OpenReport, code: string): Promise<void> {
  const call = script.callId === null ? undefined : await getCall(ctx, script.callId);
  if (script.sentAt) return;
  await follow(ctx, { code, visitor: `telephone ${call?.callerHash ?? script.id}` });
  await close(ctx, { script });
}
