// `loket24 verify`: the rows of complaints say what the events of their cases say.
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { Context } from '../../../platform/context.ts';
import type { CaseVerified } from '../../cases/index.ts';
import { factsOf } from '../rules.ts';
import { findProblem } from '../store/problems.ts';
import { findReport, listReports } from '../store/reports.ts';
import type { Report } from '../types.ts';
import { followLead } from './project.ts';

export async function verifyReport(ctx: Context, { target, fault }: CaseVerified): Promise<void> {
  const report = await findReport(ctx.db, target.id);
  if (!report) {
    fault('the report has no row in complaints');
    return;
  }
  const facts = factsOf(target, !report.calm);
  if (differs(facts, report)) fault('the row of the report differs from its case');
  if (report.problemId !== null) await verifyProblem(ctx, { ...report, ...facts }, fault);
}

async function verifyProblem(ctx: Context, report: Report, fault: CaseVerified['fault']): Promise<void> {
  const problem = report.problemId === null ? undefined : await findProblem(ctx.db, report.problemId);
  if (!problem) {
    fault('the problem of the report has gone');
    return;
  }
  if (problem.leadCase !== report.caseId) return;
  const { updatedAt: _moves, ...expected } = followLead(problem, report, problem.updatedAt);
  if (differs(expected, problem)) fault('the problem differs from the report that leads it');
  const all = await listReports(ctx.db, problem.id);
  const secret = all.filter(({ level }) => level === 'secret').length;
  if (problem.reports !== all.length - secret || problem.secretReports !== secret)
    fault('the problem counts other reports than it has');
}

/** Compares what `expected` names. */
function differs(expected: object, row: object): boolean {
  const kept = new Map(Object.entries(row));
  const same = Object.entries(expected).map(([key, value]) => [plain(value), plain(kept.get(key))]);
  return same.some(([a, b]) => canonicalJson(a ?? null) !== canonicalJson(b ?? null));
}
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
