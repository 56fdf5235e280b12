// The history everybody may read: which step, when and by which office. What people wrote stays with the case.
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { CaseRow } from '../../cases/index.ts';
import { findProblem } from '../store/problems.ts';
import { findReport } from '../store/reports.ts';
import { insertStep, listPublishedSteps } from '../store/steps.ts';
import type { PublicStep, StepKind } from '../types.ts';
import { newsLater } from './tell-news.ts';

const kinds: Readonly<Record<string, StepKind>> = {
  teruskan: 'forwarded',
  tanggapi: 'replied',
  alihkan: 'offered',
  terima: 'accepted',
  'tolak-alih': 'declined',
  'salah-alamat': 'returned',
  'mitra-menolak': 'returned',
  selesaikan: 'solved',
  'sudah-beres': 'confirmed',
  'belum-beres': 'not-solved',
  'jawab-langsung': 'answered',
  'bukan-wewenang': 'refused',
  cabut: 'withdrawn',
};

/** Of the report that leads its problem; a secret one leaves no step, and one that follows another has none of its own. */
export async function notePublicStep(ctx: Context, target: CaseRow, action: string | 'silence'): Promise<void> {
  const what = action === 'silence' ? action : Object.hasOwn(kinds, action) ? kinds[action] : undefined;
  const report = what && (await findReport(ctx.db, target.id));
  const problem = report?.problemId ? await findProblem(ctx.db, report.problemId) : undefined;
  if (!what || !report || !problem || report.level === 'secret' || problem.leadCase !== target.id) return;
  const toUnit = what === 'offered' ? (target.state.roleUnits.penerima ?? null) : null;
  await insertStep(ctx.db, {
    ...{ id: newId(), problemId: problem.id, caseId: target.id, what, toUnit },
    ...{ unitId: target.state.unitId, at: ctx.clock.now() },
  });
  if (problem.published) await newsLater(ctx, problem.id);
}

/** The steps of a published problem, the first to come first; none of any other. */
export function publicSteps(ctx: Context, problemId: string): Promise<PublicStep[]> {
  return listPublishedSteps(ctx.db, problemId);
}
