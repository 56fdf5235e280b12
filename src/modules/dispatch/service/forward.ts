// Forwarding a report to its office, and taking that back for a while. Both are steps of the report's own case.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type CaseRow, carriedOut, commandFrom, getForOfficer, performAction, stepsOn } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { custodyOf } from '../../complaints/index.ts';
import { mayUndo } from '../rules.ts';

export interface Forwarding {
  readonly number: string;
  readonly requestId: string;
  readonly unit: string; // code
  readonly category?: string | undefined;
  readonly class: string;
  readonly priority: string;
  readonly note?: string | undefined;
}

/**
 * @throws invalid `cases.form_invalid` with a field each, `complaints.category_unknown`; conflict `cases.action_not_here` when it
 * was forwarded meanwhile. The same request twice is one forwarding.
 */
export async function forwardReport(ctx: Context, sent: Forwarding): Promise<void> {
  const { unit, category = '', note = '' } = sent;
  const data = { unit, kelas: sent.class, prioritas: sent.priority, kategori: category, catatan: note };
  await takeStep(ctx, sent, { action: 'teruskan', data });
}

export interface Undoing {
  readonly number: string;
  readonly requestId: string;
}
/** @throws conflict `dispatch.too_late` after a while, `dispatch.office_acted` once the office has done something. */
export async function recallReport(ctx: Context, undoing: Undoing): Promise<void> {
  await takeStep(ctx, undoing, { action: 'tarik', data: {}, before: requireFresh });
}

/** As `recallReport`, for one of many: the batch has its own time. */
export async function recallOfBatch(ctx: Context, undoing: Undoing): Promise<void> {
  await takeStep(ctx, undoing, { action: 'tarik', data: {}, before: requireUntouched });
}

async function requireUntouched(ctx: Context, target: CaseRow): Promise<void> {
  if ((await forwardedAt(ctx, target)) === undefined) throw new AppError('conflict', 'dispatch.office_acted');
}

async function requireFresh(ctx: Context, target: CaseRow): Promise<void> {
  const since = await forwardedAt(ctx, target);
  if (since === undefined) throw new AppError('conflict', 'dispatch.office_acted');
  if (!mayUndo(since, ctx.clock.now())) throw new AppError('conflict', 'dispatch.too_late');
}

/** When it was forwarded, as long as nothing has happened since; undefined otherwise. */
export async function forwardedAt(ctx: Context, { id, state }: CaseRow): Promise<Date | undefined> {
  if (state.state !== 'ditangani' || state.doings.at(-1)?.action !== 'teruskan') return undefined;
  const last = (await custodyOf(ctx, id)).at(-1);
  return last?.what === 'assigned' ? last.at : undefined;
}

/** The first answer where a handler may give one, else the answer that closes. @throws invalid `cases.form_invalid` without a text */
export async function answerReport(ctx: Context, answer: Undoing & { readonly text: string }): Promise<void> {
  if (await carriedOut(ctx, answer.number, answer.requestId)) return;
  const target = await getForOfficer(ctx, answer.number);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const may = stepsOn(ctx, definition, target).allowed.flatMap((allowed) => ('do' in allowed ? allowed.do : []));
  const action = answerStep(may) ?? 'tanggapi';
  const field = action === 'tanggapi' ? 'tanggapan' : 'jawaban';
  await takeStep(ctx, answer, { action, data: { [field]: answer.text } });
}
/** Which answer may be given among these steps. */
export function answerStep(may: readonly string[]): 'tanggapi' | 'jawab-langsung' | undefined {
  return (['tanggapi', 'jawab-langsung'] as const).find((one) => may.includes(one));
}

interface Step {
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly before?: (ctx: Context, target: CaseRow) => Promise<void>;
}
/** A step of the report's own case, its form parsed as the case page does. Pressed twice it is taken once. */
export async function takeStep(
  ctx: Context,
  { number, requestId }: Undoing,
  { action, data, before }: Step,
): Promise<void> {
  if (await carriedOut(ctx, number, requestId)) return; // pressed twice
  const target = await getForOfficer(ctx, number);
  await before?.(ctx, target);
  const { definition } = await getVersion(ctx, target.state.versionId);
  // Asked before the form is looked at: whoever comes second is told so, not that the office is wrong.
  if (!stepsOn(ctx, definition, target).allowed.some((allowed) => 'do' in allowed && allowed.do === action))
    throw new AppError('conflict', 'cases.action_not_here');
  const command = await commandFrom(ctx, definition, target.state, { action, data });
  await performAction(ctx, { number: target.number, requestId, expectedVersion: target.version, command });
}
