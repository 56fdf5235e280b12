// Reading for officers. The personal part of a report is its case: opened through the cases module, which records the reading.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { getForOfficer } from '../../cases/index.ts';
import { type Custody, listCustody } from '../store/history.ts';
import { findProblem, findProblemByCode, listModerations, type Moderation } from '../store/problems.ts';
import { findReportByNumber, listPhotos, listReports, type Photo } from '../store/reports.ts';
import type { Problem, Report } from '../types.ts';

export interface OpenedProblem {
  readonly problem: Problem;
  readonly reports: readonly Report[];
  readonly photos: readonly Photo[];
}

/** @throws not_found; forbidden when the officer has no seat on the leading case. */
export async function readProblem(ctx: Context, idOrCode: string): Promise<OpenedProblem> {
  const problem = idOrCode.includes('-')
    ? await findProblem(ctx.db, idOrCode)
    : await findProblemByCode(ctx.db, idOrCode);
  if (!problem) throw new AppError('not_found', 'complaints.not_found');
  const reports = await listReports(ctx.db, problem.id);
  const lead = reports.find(({ caseId }) => caseId === problem.leadCase);
  if (!lead) throw new AppError('not_found', 'complaints.not_found');
  await getForOfficer(ctx, lead.number);
  return { problem, reports, photos: await listPhotos(ctx.db, { problemId: problem.id }) };
}

/** The row of one report, by its number. @throws not_found; forbidden without a seat on the case. */
export async function readReport(ctx: Context, number: string): Promise<Report> {
  await getForOfficer(ctx, number);
  const report = await findReportByNumber(ctx.db, number);
  if (!report) throw new AppError('not_found', 'complaints.not_found');
  return report;
}

/** All photos of a report; for callers that have checked the seat. */
export function photosOf(ctx: Context, caseId: string): Promise<Photo[]> {
  return listPhotos(ctx.db, { caseId });
}
/** What officers let the public see, and took from it; for callers that have checked the seat. */
export function moderationOf(ctx: Context, problemId: string): Promise<Moderation[]> {
  return listModerations(ctx.db, problemId);
}
/** Who was given a report, and who took it or not; for callers that have checked the seat. */
export function custodyOf(ctx: Context, caseId: string): Promise<Custody[]> {
  return listCustody(ctx.db, caseId);
}
