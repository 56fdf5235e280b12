import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { PublicStep, StepKind } from '../types.ts';

export interface Step extends PublicStep {
  readonly problemId: string;
  readonly caseId: string;
}
export async function insertStep(db: Db, step: Step): Promise<void> {
  await only(db, 'complaints').insertInto('complaints.step').values(step).execute();
}
/** The first to come first. */
export async function listPublishedSteps(db: Db, problemId: string): Promise<PublicStep[]> {
  return only(db, 'complaints')
    .selectFrom('complaints.publishedStep')
    .select(['id', 'what', 'unitId', 'toUnit', 'at'])
    .where('problemId', '=', problemId)
    .orderBy('at')
    .orderBy('id')
    .$castTo<Omit<PublicStep, 'what'> & { what: StepKind }>()
    .execute();
}
