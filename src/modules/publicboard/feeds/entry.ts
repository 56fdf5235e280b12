// A published problem with its names put in, as list, feeds and tables show it.
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { type PublishedProblem, stateText } from '../../complaints/index.ts';
import { areaLookup, getUnit } from '../../organisation/index.ts';
import { findCategory } from '../../triage/index.ts';

export interface Entry {
  readonly problem: PublishedProblem;
  readonly category: string | undefined;
  readonly unit: string;
  readonly area: string | undefined;
  readonly state: string;
  readonly address: string; // of its page, absolute
}

/** Names are looked up once for each that occurs: a feed has a thousand rows and a few dozen names. */
export async function entriesOf(ctx: Context, problems: readonly PublishedProblem[]): Promise<Entry[]> {
  const [categories, units, areas] = await Promise.all([
    namesOf(problems, 'category', async (id) => {
      const known = await findCategory(ctx, id);
      return known && say(known.name, ctx.locale);
    }),
    namesOf(problems, 'unitId', async (id) => say((await getUnit(ctx, id)).label, ctx.locale)),
    areaLookup(ctx),
  ]);
  const pages = `${ctx.config.publicUrl}/laporan/`;
  return problems.map((problem) => ({
    problem,
    category: categories.get(problem.category ?? ''),
    unit: units.get(problem.unitId) ?? '',
    area: problem.areaCode === null ? undefined : areas.name(problem.areaCode),
    state: stateText(problem, ctx.locale),
    address: pages + problem.code,
  }));
}

async function namesOf<T>(
  problems: readonly PublishedProblem[],
  by: 'category' | 'unitId',
  nameOf: (id: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const ids = [...new Set(problems.flatMap((problem) => problem[by] ?? []))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const)));
}

export const placeOf = ({ problem, area }: Entry): string => [problem.place, area].filter(Boolean).join(', ');
