import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export interface StoredSuggestion {
  readonly caseId: string;
  readonly categories: readonly string[];
}
export async function findSuggestions(db: Db, caseIds: readonly string[]): Promise<StoredSuggestion[]> {
  if (caseIds.length === 0) return [];
  return only(db, 'dispatch')
    .selectFrom('dispatch.suggestion')
    .select(['caseId', 'categories'])
    .where('caseId', 'in', [...caseIds])
    .execute();
}
/** The first to be written stays: two officers may look at the same list. */
export async function insertSuggestions(db: Db, suggestions: readonly StoredSuggestion[], at: Date): Promise<void> {
  if (suggestions.length === 0) return;
  await only(db, 'dispatch')
    .insertInto('dispatch.suggestion')
    .values(suggestions.map(({ caseId, categories }) => ({ caseId, categories: [...categories], at })))
    .onConflict((conflict) => conflict.columns(['regionId', 'caseId']).doNothing())
    .execute();
}
