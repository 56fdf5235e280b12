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

export function entriesOf(ctx: Context, problems: readonly PublishedProblem[]): Promise<Entry[]> {
  return Promise.all(
    problems.map(async (problem) => {
      const { category, unitId, areaCode, code } = problem;
      const known = category === null ? undefined : await findCategory(ctx, category);
      return {
        problem,
        category: known ? say(known.name, ctx.locale) : undefined,
        unit: say((await getUnit(ctx, unitId)).label, ctx.locale),
        area: areaCode === null ? undefined : (await areaLookup(ctx)).name(areaCode),
        state: stateText(problem, ctx.locale),
        address: `${ctx.config.publicUrl}/laporan/${code}`,
      };
    }),
  );
}

export const placeOf = ({ problem, area }: Entry): string => [problem.place, area].filter(Boolean).join(', ');
