import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import { type LinkKind, type LinkStep, linkKinds } from '../types.ts';

const columns = [
  'lowCase',
  'highCase',
  'seq',
  'what',
  'kind',
  'subjectCase',
  'reason',
  'officerId',
  'requestId',
  'at',
] as const;
type Stored = Omit<LinkStep, 'what' | 'kind'> & { readonly what: string; readonly kind: string };
const kindOf = (kind: string): LinkKind => linkKinds.find((one) => one === kind) ?? 'related';
const toStep = (row: Stored): LinkStep => ({
  ...row,
  what: row.what === 'linked' ? 'linked' : 'undone',
  kind: kindOf(row.kind),
});

export async function insertLinkStep(db: Db, step: LinkStep): Promise<void> {
  await only(db, 'dossier').insertInto('dossier.link').values(step).execute();
}
/** All that was ever said of these two, the latest first. */
export async function listPair(db: Db, { lowCase, highCase }: Pick<LinkStep, 'lowCase' | 'highCase'>) {
  const rows = await only(db, 'dossier')
    .selectFrom('dossier.link')
    .select(columns)
    .where('lowCase', '=', lowCase)
    .where('highCase', '=', highCase)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(toStep);
}
/** All that was ever said of this case and another, the latest first. */
export async function listLinkSteps(db: Db, caseId: string): Promise<LinkStep[]> {
  const rows = await only(db, 'dossier')
    .selectFrom('dossier.link')
    .select(columns)
    .where((eb) => eb.or([eb('lowCase', '=', caseId), eb('highCase', '=', caseId)]))
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(toStep);
}
