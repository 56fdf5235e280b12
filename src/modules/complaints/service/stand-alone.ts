// The report that others followed was withdrawn: one of them goes on in its place.
import type { Context } from '../../../platform/context.ts';
import type { CaseRow } from '../../cases/index.ts';
import { lockProblem } from '../store/problems.ts';
import type { Report } from '../types.ts';
import { leadBy, partWith } from './join.ts';
import { openProblemOf } from './project.ts';

/**
 * It leads the problem from now on. A secret report never leads what everybody sees: it gets a problem of its own, and the public one ends as
 * it would have without it. That it went from the public, too, would tell that somebody else is there.
 */
export async function standAlone(ctx: Context, report: Report, target: CaseRow): Promise<void> {
  const problem = report.problemId === null ? undefined : await lockProblem(ctx.db, report.problemId);
  if (!problem) return;
  if (report.level !== 'secret' || !problem.published) {
    await leadBy(ctx, problem.id, target.id);
    return;
  }
  await partWith(ctx, report, { from: problem, to: await openProblemOf(ctx, target, !report.calm) });
}
