// To whom a report probably goes: what its reporter or an officer chose, then what its words say.
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { QueueRow } from '../../complaints/index.ts';
import type { Unit } from '../../organisation/index.ts';
import { findCategory, ownerOf, suggest } from '../../triage/index.ts';
import { classOf, type PriorityWord, type ReportClass } from '../rules.ts';
import { findSuggestions, insertSuggestions, type StoredSuggestion } from '../store/suggestions.ts';

export interface Proposal {
  readonly category: string;
  readonly name: string;
  readonly unit: Unit | undefined; // none: the reporter has to be asked which one
  readonly class: ReportClass;
  readonly priority: PriorityWord;
}
type About = Pick<QueueRow, 'caseId' | 'body' | 'category' | 'areaCode'>;

/** By case id, the likeliest first. Texts are classified once and remembered. */
export async function proposalsFor(
  ctx: Context,
  reports: readonly About[],
): Promise<ReadonlyMap<string, readonly Proposal[]>> {
  const known = await findSuggestions(
    ctx.db,
    reports.map(({ caseId }) => caseId),
  );
  const stored = new Map(known.map((one) => [one.caseId, one.categories]));
  const fresh: StoredSuggestion[] = [];
  for (const report of reports.filter(({ caseId }) => !stored.has(caseId))) {
    const { categories } = await suggest(ctx, report.body);
    fresh.push({ caseId: report.caseId, categories: categories.map(({ id }) => id) });
  }
  await insertSuggestions(ctx.db, fresh, ctx.clock.now());
  for (const one of fresh) stored.set(one.caseId, one.categories);
  const found = reports.map(async (report) => {
    const ids = [...new Set([...(report.category ? [report.category] : []), ...(stored.get(report.caseId) ?? [])])];
    const proposals = await Promise.all(ids.slice(0, 3).map((id) => proposalOf(ctx, id, report.areaCode)));
    return [report.caseId, proposals.flatMap((one) => one ?? [])] as const;
  });
  return new Map(await Promise.all(found));
}

export async function proposalOf(ctx: Context, id: string, area: string | null): Promise<Proposal | undefined> {
  const category = await findCategory(ctx, id);
  if (!category) return undefined;
  const unit = await ownerOf(ctx, category, area ?? undefined);
  return {
    ...{ category: id, name: say(category.name, ctx.locale), unit },
    ...{ class: classOf(category), priority: category.priority },
  };
}
