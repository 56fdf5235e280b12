import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { findUnitByCode, regionSettings, type Unit } from '../../organisation/index.ts';
import { canNoteCalls, canSeeBoard } from '../access.ts';

export const answerHours = [48, 24, 6] as const;
export type AnswerHours = (typeof answerHours)[number];
const Setting = z.object({
  hotline: z
    .object({
      service: z.string(),
      unit: z.string(),
      phone: z.string().optional(),
      confidence: z.string().optional().catch(undefined),
      'answer-within': z.literal(answerHours).optional().catch(undefined),
      'undo-minutes': z.number().int().min(1).max(60).optional().catch(undefined),
    })
    .optional(),
});
export interface HotlineSetting {
  readonly service: string;
  readonly unit: string; // code of the mayor's own unit
  readonly phone?: string | undefined; // printed on the page, noted down by officers
  readonly phoneSure: boolean; // the city has confirmed the number
  readonly answerWithin: AnswerHours; // of one tap
  readonly undoMinutes: number; // how long words of the mayor can be taken back before they go out
}

/** What region.yaml says under `hotline`; a region without it has the usual names. */
export async function hotlineSetting(ctx: Context): Promise<HotlineSetting> {
  const { extra } = await regionSettings(ctx);
  const read: z.infer<typeof Setting>['hotline'] = Setting.safeParse(extra).data?.hotline;
  return {
    service: read?.service ?? 'pesan-wali-kota',
    unit: read?.unit ?? 'wali-kota',
    phone: read?.phone,
    phoneSure: read?.confidence === 'sourced',
    answerWithin: read?.['answer-within'] ?? 48,
    undoMinutes: read?.['undo-minutes'] ?? 5,
  };
}

/** The service of messages to the mayor, where the region has a mayor's unit. */
export async function hotlineService(ctx: Context): Promise<string | undefined> {
  const { service, unit } = await hotlineSetting(ctx);
  return (await findUnitByCode(ctx, unit)) ? service : undefined;
}

/** @throws not_found in a region that has no such unit. */
export async function mayorUnit(ctx: Context): Promise<Unit> {
  const unit = await findUnitByCode(ctx, (await hotlineSetting(ctx)).unit);
  if (!unit) throw new AppError('not_found', 'hotline.not_here');
  return unit;
}

/** @throws forbidden for anybody but the mayor, the deputy and the officers on duty. */
export async function requireBoard(ctx: Context): Promise<Officer> {
  if (!canSeeBoard(ctx.actor, (await hotlineSetting(ctx)).unit)) throw new AppError('forbidden', 'hotline.not_mayor');
  return ctx.actor;
}

/** @throws forbidden for officers who do not answer the telephone. */
export async function requireNoting(ctx: Context): Promise<Officer> {
  if (!canNoteCalls(ctx.actor, (await hotlineSetting(ctx)).unit)) throw new AppError('forbidden', 'hotline.not_phone');
  return ctx.actor;
}
