// What the rest of the house needs to pass a report on to somebody outside: for the system only, people go through their seats.
import type { Context } from '../../../platform/context.ts';
import { findProblem } from '../store/problems.ts';
import { findPublished, photosOf } from '../store/published.ts';
import { findReport, listReports } from '../store/reports.ts';
import type { Report } from '../types.ts';

export interface ReportForPartners {
  readonly report: Report;
  readonly publicText: string | undefined; // as moderated
  readonly photoPath: string | undefined; // of a photo everybody may see
}

/** Undefined for a case that is no report. @throws for anybody but the system */
export async function reportForSystem(ctx: Context, caseId: string): Promise<ReportForPartners | undefined> {
  if (ctx.actor.kind !== 'system') throw new Error('only the system reads a report without a seat');
  const report = await findReport(ctx.db, caseId);
  if (!report) return undefined;
  const problem = report.problemId === null ? undefined : await findProblem(ctx.db, report.problemId);
  const published = problem && (await findPublished(ctx.db, problem.code));
  const [photo] = published ? await photosOf(ctx.db, [published.id]) : [];
  const own = problem?.leadCase === caseId;
  return {
    report,
    publicText: own ? published?.text : undefined,
    photoPath: own && photo ? `/laporan/${published?.code}/foto/${photo.id}` : undefined,
  };
}

/** Cases of everybody who reported the same problem, this one included. */
export async function casesOfProblem(ctx: Context, caseId: string): Promise<string[]> {
  const report = await findReport(ctx.db, caseId);
  const reports = report?.problemId ? await listReports(ctx.db, report.problemId) : [];
  return reports.length === 0 ? [caseId] : reports.map((one) => one.caseId);
}

/** Cases of other reports that follow this one: they hear what it hears. */
export async function followersOf(ctx: Context, caseId: string): Promise<string[]> {
  const report = await findReport(ctx.db, caseId);
  const problem = report?.problemId ? await findProblem(ctx.db, report.problemId) : undefined;
  if (!problem || problem.leadCase !== caseId) return [];
  const joined = await listReports(ctx.db, problem.id);
  return joined.filter((one) => one.state === 'bergabung').map((one) => one.caseId);
}
