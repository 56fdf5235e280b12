// Keeps the rows of complaints in step with their cases, in the same transaction.
import { randomBytes } from 'node:crypto';
import { answerOf } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { CaseOpened, CaseRow } from '../../cases/index.ts';
import { dangerIn } from '../../triage/index.ts';
import { bodyOf, codeFrom, factsOf, isCalm, problemStatusOf, titleOf } from '../rules.ts';
import { changeProblem, insertProblem, lockProblem, type ProblemChange } from '../store/problems.ts';
import { changeReport, findReport, insertPhotos, insertReport } from '../store/reports.ts';
import type { Problem, Report, ReportFacts } from '../types.ts';

/** A new report: its row, a problem of its own when it is about one, and its photos. */
export async function projectOpened(ctx: Context, { target }: CaseOpened): Promise<void> {
  const danger = dangerIn(bodyOf(target)).length > 0;
  const facts = factsOf(target, danger);
  const now = ctx.clock.now();
  const problemId = facts.kind === 'complaint' ? await openProblemOf(ctx, target, danger) : null;
  await insertReport(ctx.db, {
    ...facts,
    caseId: target.id,
    number: target.number,
    problemId,
    publicText: null,
    channel: ctx.channel,
    reportedAt: now,
    attachedAt: problemId === null ? null : now,
    calm: isCalm(target, danger),
  });
  const photos = photosOf(target);
  await insertPhotos(
    ctx.db,
    photos.map((uploadId, position) => ({
      id: newId(),
      caseId: target.id,
      problemId,
      uploadId,
      publicUploadId: null,
      kind: 'before',
      lat: null,
      long: null,
      distanceM: null,
      position,
      at: now,
    })),
  );
}

/** A problem that this report alone leads. @returns its id. */
export async function openProblemOf(ctx: Context, target: CaseRow, danger: boolean): Promise<string> {
  const id = newId();
  await insertProblem(ctx.db, newProblem(id, target, { facts: factsOf(target, danger), now: ctx.clock.now() }));
  return id;
}

/** Sent with the form, or as papers. */
function photosOf({ state }: CaseRow): string[] {
  const answered = answerOf(state.answers, 'foto');
  const sent = state.documents.filter(({ id }) => id === 'foto-bukti').map(({ uploadId }) => uploadId);
  return [...new Set([...(Array.isArray(answered) ? answered.map(String) : []), ...sent])];
}

function newProblem(id: string, target: CaseRow, { facts, now }: { facts: ReportFacts; now: Date }) {
  const { category, unitId, areaCode, place, lat, long, cell, priority, level, dueAt } = facts;
  const secret = level === 'secret';
  return {
    ...{ id, code: codeFrom(randomBytes(10)), title: titleOf(facts.body), category, unitId, areaCode, place },
    ...{ lat, long, cell, status: 'open' as const, priority, level, leadCase: target.id, dueAt },
    ...{ reports: secret ? 0 : 1, secretReports: secret ? 1 : 0, openedAt: now, updatedAt: now },
  };
}

/** What a case says now, written into its report's row, and into the problem when this report leads it. */
export async function projectCase(ctx: Context, target: CaseRow): Promise<Report | undefined> {
  const before = await findReport(ctx.db, target.id);
  if (!before) return undefined; // an application
  const facts = factsOf(target, !before.calm);
  const calm = isCalm(target, !before.calm);
  await changeReport(ctx.db, target.id, { ...facts, calm });
  const after: Report = { ...before, ...facts, calm };
  if (after.problemId !== null) {
    const problem = await lockProblem(ctx.db, after.problemId);
    if (problem?.leadCase === target.id)
      await changeProblem(ctx.db, problem.id, followLead(problem, after, ctx.clock.now()));
  }
  return after;
}

/** A problem stands as its leading report does. */
export function followLead(problem: Problem, lead: ReportFacts, now: Date): ProblemChange {
  const { status, closedHow } = problemStatusOf(lead);
  const { category, unitId, areaCode, place, lat, long, cell, priority, level, dueAt, closedAt } = lead;
  const moved = status !== problem.status || unitId !== problem.unitId || category !== problem.category;
  return {
    ...{ category, unitId, areaCode, place, lat, long, cell, priority, level, dueAt, closedAt, status, closedHow },
    ...(moved && level !== 'secret' ? { updatedAt: now } : {}),
  };
}
