import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { findUnitByCode, regionSettings, type Unit } from '../../organisation/index.ts';
import { canNoteCalls, canSeeBoard } from '../access.ts';

const Setting = z.object({
  hotline: z.object({ service: z.string(), unit: z.string(), phone: z.string().optional() }).optional(),
});
export interface HotlineSetting {
  readonly service: string;
  readonly unit: string; // code of the mayor's own unit
  readonly phone?: string | undefined; // printed on the page, noted down by officers
}

/** What region.yaml says under `hotline`; a region without it has the usual names. */
export async function hotlineSetting(ctx: Context): Promise<HotlineSetting> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.hotline ?? { service: 'pesan-wali-kota', unit: 'wali-kota' };
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
