import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { findCategory, listCategories, recordLabel } from '../../triage/index.ts';
import type { Report } from '../types.ts';

/** @throws invalid `complaints.category_unknown`; a region without categories takes any. */
export async function requireCategory(ctx: Context, id: string): Promise<void> {
  if ((await findCategory(ctx, id)) === undefined && (await listCategories(ctx)).length > 0)
    throw new AppError('invalid', 'complaints.category_unknown');
}

/** What an officer chose is learned from; the text of a secret report is kept nowhere else. */
export async function learnCategory(ctx: Context, report: Report, category: string): Promise<void> {
  await requireCategory(ctx, category);
  if (report.level !== 'secret') await recordLabel(ctx, { text: report.body, category });
}
