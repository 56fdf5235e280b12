// What an officer chooses from, by the names he knows.
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { areaLookup, listUnits } from '../../organisation/index.ts';
import { listCategories } from '../../triage/index.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}
export type Choices = Readonly<Record<'units' | 'categories' | 'areas', readonly Option[]>>;

export async function choices(ctx: Context): Promise<Choices> {
  const [units, categories, areas] = await Promise.all([listUnits(ctx), listCategories(ctx), areaLookup(ctx)]);
  const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, ctx.locale);
  return {
    units: units.map(({ code, short }) => ({ value: code, label: short })).sort(byLabel),
    categories: categories.map(({ id, name }) => ({ value: id, label: say(name, ctx.locale) })).sort(byLabel),
    areas: areas.list().flatMap((group) => group.areas.map(({ code, name }) => ({ value: code, label: name }))),
  };
}
