import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Draft, DraftEvent, DraftLine } from '../types.ts';

const lineColumns = [
  'id',
  'service',
  'rowVersion',
  'state',
  'baseVersionId',
  'startedBy',
  'startedAt',
  'changedBy',
  'changedAt',
] as const;
const columns = [...lineColumns, 'text', 'examples', 'editors', 'note', 'returned'] as const;

/** Every draft somebody works on or waits for. */
export async function listOpenDrafts(db: Db): Promise<DraftLine[]> {
  const rows = await only(db, 'authoring')
    .selectFrom('authoring.draft')
    .select(lineColumns)
    .where('state', '<>', 'closed')
    .orderBy('changedAt', 'desc')
    .execute();
  return rows.map((row) => row as DraftLine); // the state is checked by the table
}
export async function findOpenDraft(db: Db, service: string): Promise<Draft | undefined> {
  const row = await openDrafts(db, service).executeTakeFirst();
  return row && (row as Draft); // as above
}
/** Locked for this transaction: whoever saves second sees what the first one saved. */
export async function lockOpenDraft(db: Db, service: string): Promise<Draft | undefined> {
  const row = await openDrafts(db, service).forUpdate().executeTakeFirst();
  return row && (row as Draft); // as above
}
function openDrafts(db: Db, service: string) {
  return only(db, 'authoring')
    .selectFrom('authoring.draft')
    .select(columns)
    .where('service', '=', service)
    .where('state', '<>', 'closed');
}

export async function insertDraft(db: Db, draft: Draft): Promise<void> {
  await only(db, 'authoring')
    .insertInto('authoring.draft')
    .values({ ...draft, editors: [...draft.editors] })
    .execute();
  await insertText(db, draft);
}
/** Writes the draft as it is now; a new text is kept beside the earlier ones. */
export async function saveDraft(db: Db, draft: Draft, textChanged: boolean): Promise<void> {
  const { rowVersion, state, text, examples, changedBy, changedAt, editors, note, returned } = draft;
  await only(db, 'authoring')
    .updateTable('authoring.draft')
    .set({ rowVersion, state, text, examples, changedBy, changedAt, editors: [...editors], note, returned })
    .where('id', '=', draft.id)
    .execute();
  if (textChanged) await insertText(db, draft);
}
async function insertText(db: Db, { id, rowVersion, text, examples, changedBy, changedAt }: Draft): Promise<void> {
  await only(db, 'authoring')
    .insertInto('authoring.draftText')
    .values({ draftId: id, rowVersion, text, examples, savedBy: changedBy, savedAt: changedAt })
    .execute();
}
/** The text as it was at that row version: the latest one saved up to it. */
export async function findText(
  db: Db,
  draftId: string,
  rowVersion: number,
): Promise<{ text: string; examples: string } | undefined> {
  return only(db, 'authoring')
    .selectFrom('authoring.draftText')
    .select(['text', 'examples'])
    .where('draftId', '=', draftId)
    .where('rowVersion', '<=', rowVersion)
    .orderBy('rowVersion', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertDraftEvent(
  db: Db,
  draft: Draft,
  event: Pick<DraftEvent, 'at' | 'kind' | 'officerId'> & { readonly note?: string },
): Promise<void> {
  await only(db, 'authoring')
    .insertInto('authoring.draftEvent')
    .values({
      id: newId(),
      draftId: draft.id,
      service: draft.service,
      rowVersion: draft.rowVersion,
      note: event.note ?? '',
      at: event.at,
      kind: event.kind,
      officerId: event.officerId,
    })
    .execute();
}
export async function listDraftEvents(db: Db, service: string): Promise<DraftEvent[]> {
  const rows = await only(db, 'authoring')
    .selectFrom('authoring.draftEvent')
    .select(['at', 'kind', 'officerId', 'rowVersion', 'note'])
    .where('service', '=', service)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows as DraftEvent[]; // written by insertDraftEvent only
}

export async function insertPublishedText(
  db: Db,
  row: { readonly versionId: string; readonly text: string; readonly examples: string },
): Promise<void> {
  await only(db, 'authoring')
    .insertInto('authoring.publishedText')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
export async function findPublishedText(
  db: Db,
  versionId: string,
): Promise<{ text: string; examples: string } | undefined> {
  return only(db, 'authoring')
    .selectFrom('authoring.publishedText')
    .select(['text', 'examples'])
    .where('versionId', '=', versionId)
    .executeTakeFirst();
}
