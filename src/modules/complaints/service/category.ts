import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { findCategory, listCategories, listGroups, recordLabel } from '../../triage/index.ts';
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

export interface CategoryGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
/** All categories by their group, in the reader's language. */
export async function categoryChoices(ctx: Context): Promise<CategoryGroup[]> {
  const categories = await listCategories(ctx);
  return (await listGroups(ctx)).map((group) => ({
    label: say(group.name, ctx.locale),
    options: categories
      .filter((category) => category.group === group.id)
      .map(({ id, name }) => ({ value: id, label: say(name, ctx.locale) })),
  }));
}
