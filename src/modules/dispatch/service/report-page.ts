// What stands on the page of one report. Opening it is a recorded reading.
import { stateOf } from '../../../definition/workflow/position.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { getForOfficer, recordReadingOnce, stepsOn } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import {
  canModerate,
  custodyOf,
  type Photo,
  type Problem,
  photosOf,
  type Report,
  readProblem,
  readReport,
} from '../../complaints/index.ts';
import { areaLookup, getUnit } from '../../organisation/index.ts';
import { findCategory } from '../../triage/index.ts';
import { type Proposal, proposalsFor } from './suggest.ts';

export interface CustodyStep {
  readonly id: string;
  readonly what: 'assigned' | 'offered' | 'accepted' | 'refused' | 'returned' | 'recalled';
  readonly from: string;
  readonly to: string;
  readonly reason: string | undefined;
  readonly at: Date;
}
export interface ReportPage {
  readonly report: Report;
  readonly problem: Problem | undefined;
  readonly photos: readonly Photo[];
  readonly state: string;
  readonly unit: string;
  readonly category: string | undefined;
  readonly area: string | undefined;
  readonly proposals: readonly Proposal[];
  readonly custody: readonly CustodyStep[];
  readonly mayForward: boolean;
  readonly mayModerate: boolean;
}

export async function openReport(ctx: Context, number: string): Promise<ReportPage> {
  const target = await getForOfficer(ctx, number);
  const report = await readReport(ctx, target.number);
  await recordReadingOnce(ctx, target, { subject: 'case', reason: 'handling' });
  const { definition } = await getVersion(ctx, target.state.versionId);
  const problem = report.problemId === null ? undefined : await problemOf(ctx, report.problemId);
  const category = report.category === null ? undefined : await findCategory(ctx, report.category);
  const proposals = (await proposalsFor(ctx, [report])).get(report.caseId) ?? [];
  return {
    report,
    problem,
    photos: await photosOf(ctx, target.id),
    state: say(stateOf(definition, target.state.state).label, ctx.locale),
    unit: (await getUnit(ctx, report.unitId)).name,
    category: category && say(category.name, ctx.locale),
    area: report.areaCode === null ? undefined : (await areaLookup(ctx)).name(report.areaCode),
    proposals,
    custody: await custodySteps(ctx, target.id),
    mayForward: stepsOn(ctx, definition, target).allowed.some((step) => 'do' in step && step.do === 'teruskan'),
    mayModerate: ctx.actor.kind === 'officer' && canModerate(ctx.actor, target.state),
  };
}

/** Another unit may lead the problem: then nothing is said about it. */
async function problemOf(ctx: Context, id: string): Promise<Problem | undefined> {
  try {
    return (await readProblem(ctx, id)).problem;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

async function custodySteps(ctx: Context, caseId: string): Promise<CustodyStep[]> {
  const steps = await custodyOf(ctx, caseId);
  return Promise.all(
    steps.map(async ({ id, what, fromUnit, toUnit, reason, at }) => ({
      ...{ id, what, at, reason: reason ?? undefined },
      from: (await getUnit(ctx, fromUnit)).short,
      to: (await getUnit(ctx, toUnit)).short,
    })),
  );
}
