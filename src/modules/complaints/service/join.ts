// Joining reports to one problem, and undoing it. The case itself moves by the actions `gabung` and `lepas`; this keeps the rows.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { insertAttachment, listAttachments } from '../store/history.ts';
import {
  changeProblem,
  countOfBoth,
  findProblem,
  findProblemByCode,
  lockProblem,
  type ProblemChange,
} from '../store/problems.ts';
import { changeReport, listReports, movePhotos } from '../store/reports.ts';
import type { Problem, Report } from '../types.ts';

const officerOf = (ctx: Context): string | null => (ctx.actor.kind === 'officer' ? ctx.actor.id : null);

interface Joining {
  readonly code: string;
  readonly reason?: string | undefined;
}

/** The report's own problem gives way to the one with this code; whoever was joined to it comes along. */
export async function joinReport(ctx: Context, report: Report, { code, reason }: Joining): Promise<void> {
  const target = await openProblem(ctx, report, code);
  const own = report.problemId === null ? undefined : await lockProblem(ctx.db, report.problemId);
  const led = own?.leadCase === report.caseId ? own : undefined;
  const moved = led ? await listReports(ctx.db, led.id) : [report];
  if (target.level === 'secret' && moved.some(({ level }) => level !== 'secret'))
    throw new AppError('conflict', 'complaints.secret_lead');
  const now = ctx.clock.now();
  for (const one of moved) await move(ctx, one, { to: target.id, what: 'joined', reason, now });
  const supporters = led ? led.supporters - (await countOfBoth(ctx.db, led.id, target.id)) : 0;
  await changeProblem(ctx.db, target.id, more(target, moved, supporters, now));
  if (own) await changeProblem(ctx.db, own.id, led ? gaveWay(target.id, now) : fewer(own, moved, 0));
}

/** @throws unless there is one with this code that is open, and not the report's own. */
async function openProblem(ctx: Context, report: Report, code: string): Promise<Problem> {
  const found = await findProblemByCode(ctx.db, code.trim().toLowerCase());
  const target = found && (await lockProblem(ctx.db, found.id));
  if (!target || target.mergedInto !== null) throw new AppError('not_found', 'complaints.no_such_problem');
  if (target.id === report.problemId) throw new AppError('conflict', 'complaints.same_problem');
  const over = target.status === 'closed' || target.status === 'refused';
  if (over) throw new AppError('conflict', 'complaints.problem_closed');
  return target;
}

function gaveWay(to: string, now: Date): ProblemChange {
  return { mergedInto: to, status: 'closed', closedHow: 'joined', closedAt: now, reports: 0, secretReports: 0 };
}

/** Back to the problem it had before, with those that came along; with none before, nothing is left to lead it. */
export async function undoJoin(ctx: Context, report: Report, reason: string | undefined): Promise<void> {
  const [last] = await listAttachments(ctx.db, report.caseId);
  if (last?.what !== 'joined' || report.problemId === null) return;
  const from = await lockProblem(ctx.db, report.problemId);
  const back = last.fromProblemId === null ? undefined : await lockProblem(ctx.db, last.fromProblemId);
  const leads = back !== undefined && back.mergedInto !== null && back.leadCase === report.caseId;
  const moved = leads ? await cameWith(ctx, report, last) : [report];
  const now = ctx.clock.now();
  for (const one of moved)
    await move(ctx, one, { to: back?.id ?? null, what: 'undone', reason, now, of: report.problemId });
  // Apart first: who is counted at both is counted by what each has of its own.
  if (leads)
    await changeProblem(ctx.db, back.id, { mergedInto: null, status: 'open', closedHow: null, closedAt: null });
  const gone = leads ? back.supporters - (from ? await countOfBoth(ctx.db, back.id, from.id) : 0) : 0;
  if (from) await changeProblem(ctx.db, from.id, fewer(from, moved, gone));
  if (!back) return;
  const counts = more(
    { ...back, reports: leads ? 0 : back.reports, secretReports: leads ? 0 : back.secretReports },
    moved,
    0,
    now,
  );
  await changeProblem(ctx.db, back.id, counts);
}

type Joined = Awaited<ReturnType<typeof listAttachments>>[number];
async function cameWith(ctx: Context, report: Report, joined: Joined): Promise<Report[]> {
  const all = await listReports(ctx.db, joined.problemId);
  const together: Report[] = [];
  for (const one of all) {
    const [latest] = await listAttachments(ctx.db, one.caseId);
    const same = latest?.fromProblemId === joined.fromProblemId && latest?.at.getTime() === joined.at.getTime();
    if (one.caseId === report.caseId || same) together.push(one);
  }
  return together;
}

interface Moving {
  readonly to: string | null;
  readonly of?: string; // of an undo: the problem it leaves
  readonly what: 'joined' | 'undone';
  readonly reason: string | undefined;
  readonly now: Date;
}
async function move(ctx: Context, report: Report, { to, of, what, reason, now }: Moving): Promise<void> {
  await insertAttachment(ctx.db, {
    ...{ id: newId(), caseId: report.caseId, what, at: now, officerId: officerOf(ctx), reason: reason?.trim() || null },
    problemId: of ?? to ?? report.caseId,
    fromProblemId: report.problemId,
  });
  await changeReport(ctx.db, report.caseId, { problemId: to, attachedAt: to === null ? null : now });
  await movePhotos(ctx.db, report.caseId, to);
}

/** One report goes on with a problem of its own; what is left behind keeps its counts but for this one. */
export async function partWith(
  ctx: Context,
  report: Report,
  { from, to }: { from: Problem; to: string },
): Promise<void> {
  await move(ctx, report, { to, of: from.id, what: 'undone', reason: undefined, now: ctx.clock.now() });
  await changeProblem(ctx.db, from.id, fewer(from, [report], 0));
}

const openOnes = (reports: readonly Report[]): number => reports.filter(({ level }) => level !== 'secret').length;

/** A secret report moves neither the count nor the time that may be known of. */
function more(problem: Problem, reports: readonly Report[], supporters: number, now: Date): ProblemChange {
  const open = openOnes(reports);
  return {
    reports: problem.reports + open,
    secretReports: problem.secretReports + reports.length - open,
    supporters: problem.supporters + supporters,
    ...(open > 0 ? { updatedAt: now } : {}),
  };
}
function fewer(problem: Problem, reports: readonly Report[], supporters: number): ProblemChange {
  const open = openOnes(reports);
  return {
    reports: Math.max(0, problem.reports - open),
    secretReports: Math.max(0, problem.secretReports - (reports.length - open)),
    supporters: Math.max(0, problem.supporters - supporters),
  };
}

/** Another report leads from now on. */
export async function leadBy(ctx: Context, problemId: string, caseId: string): Promise<Problem | undefined> {
  const problem = await findProblem(ctx.db, problemId);
  if (problem && problem.leadCase !== caseId) await changeProblem(ctx.db, problemId, { leadCase: caseId });
  return problem;
}
