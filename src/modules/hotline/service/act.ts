// The steps of the mayor's people and of heads of office: parsed as the case's definition says, taken once.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type CaseRow, carriedOut, commandFrom, getForOfficer, performAction, stepsOn } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { listUnits } from '../../organisation/index.ts';
import { headedUnits } from '../access.ts';
import { findMessage } from '../store/messages.ts';
import { listRequests } from '../store/requests.ts';
import { isMessage } from './project.ts';
import { requireBoard } from './setting.ts';

export const mayorSteps = [
  'teruskan',
  'tambah',
  'minta-penjelasan',
  'terima-kasih',
  'balas',
  'tarik-satu',
  'tarik',
] as const;
export type MayorStep = (typeof mayorSteps)[number];
export const headSteps = ['jawab', 'jelaskan', 'bukan-dinas-saya'] as const;
export type HeadStep = (typeof headSteps)[number];

export interface Taking<S extends string> {
  readonly number: string;
  readonly step: S;
  readonly values: Readonly<Record<string, unknown>>; // raw, by question id of the step
  readonly requestId: string;
  readonly seen: string; // when the message the person was looking at had moved last, ISO
}

/** A case that is no message is not found here, whoever may see it elsewhere. */
export async function getMessageCase(ctx: Context, number: string): Promise<CaseRow> {
  const target = await getForOfficer(ctx, number);
  if (!(await isMessage(ctx, target))) throw new AppError('not_found', 'hotline.not_found');
  return target;
}

/**
 * @returns false when this request was carried out before.
 * @throws invalid with one entry per question; conflict when somebody else moved the message meanwhile.
 */
async function take(ctx: Context, taking: Taking<string>): Promise<boolean> {
  const { number, step, values, requestId, seen } = taking;
  if (await carriedOut(ctx, number, requestId)) return false;
  const target = await getMessageCase(ctx, number);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const message = await findMessage(ctx.db, target.id);
  if (message?.movedAt.toISOString() !== seen) throw new AppError('conflict', 'cases.changed_meanwhile');
  if (step === 'tambah') await requireNotAsked(ctx, target.id, values['unit']);
  if (step === 'jelaskan' || step === 'jawab') await requireAsked(ctx, target.id, step);
  const command = await commandFrom(ctx, definition, target.state, { action: step, data: values });
  await performAction(ctx, { number: target.number, requestId, expectedVersion: target.version, command });
  return true;
}

/** An office that is being asked is not asked twice; one that is late may be. */
async function requireNotAsked(ctx: Context, caseId: string, code: unknown): Promise<void> {
  const unit = (await listUnits(ctx)).find((one) => one.code === code);
  const open = (await listRequests(ctx.db, caseId)).some(
    ({ unitId, endedAt, dueAt }) => unitId === unit?.id && endedAt === null && dueAt > ctx.clock.now(),
  );
  if (open) throw new AppError('invalid', 'hotline.asked_already');
}

/** Late or not: an explanation is for the mayor, an answer for the sender. */
async function requireAsked(ctx: Context, caseId: string, step: 'jawab' | 'jelaskan'): Promise<void> {
  const units = headedUnits(ctx.actor);
  const what = step === 'jawab' ? 'answer' : 'explanation';
  const mine = (await listRequests(ctx.db, caseId)).filter((one) => one.endedAt === null && units.includes(one.unitId));
  if (mine.length > 0 && !mine.some((one) => one.what === what))
    throw new AppError('conflict', 'cases.changed_meanwhile');
}

/** Messages that came in before several heads could be asked keep their own way. */
export async function mayAddHead(ctx: Context, target: CaseRow): Promise<boolean> {
  const { definition } = await getVersion(ctx, target.state.versionId);
  return stepsOn(ctx, definition, target).allowed.some((step) => 'do' in step && step.do === 'tambah');
}

export async function takeMayorStep(ctx: Context, taking: Taking<MayorStep>): Promise<boolean> {
  await requireBoard(ctx);
  return take(ctx, taking);
}

export async function takeHeadStep(ctx: Context, taking: Taking<HeadStep>): Promise<boolean> {
  if (headedUnits(ctx.actor).length === 0) throw new AppError('forbidden', 'hotline.not_head');
  return take(ctx, taking);
}
