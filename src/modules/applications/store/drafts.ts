import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { Draft } from '../types.ts';

const columns = [
  'id',
  'service',
  'versionId',
  'answers',
  'documents',
  'seen',
  'createdAt',
  'updatedAt',
  'sentAt',
  'companion',
  'registers',
  'filled',
] as const;

export async function insertDraft(db: Db, tokenHash: string, draft: Draft): Promise<void> {
  const { id, service, versionId, answers, seen, createdAt, updatedAt, filled } = draft;
  await only(db, 'applications')
    .insertInto('applications.draft')
    .values({
      tokenHash,
      id,
      service,
      versionId,
      seen: [...seen],
      createdAt,
      updatedAt,
      answers: jsonb(JSON.parse(JSON.stringify(answers))),
      filled: filledColumn(filled),
      documents: jsonb([]),
      companion: draft.companion === null ? null : jsonb(JSON.parse(JSON.stringify(draft.companion))),
    })
    .execute();
}
const filledColumn = (filled: Draft['filled']) =>
  filled === null ? null : jsonb({ ...filled, fields: [...filled.fields] });
export async function findDraft(db: Db, tokenHash: string): Promise<Draft | undefined> {
  const row = await only(db, 'applications')
    .selectFrom('applications.draft')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return row && toDraft(row);
}
/** Locks the draft, so that two tabs saving at once both keep what they saved. */
export async function lockDraft(db: Db, tokenHash: string): Promise<Draft | undefined> {
  const row = await only(db, 'applications')
    .selectFrom('applications.draft')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst();
  return row && toDraft(row);
}
type Json = 'answers' | 'documents' | 'registers' | 'filled' | 'companion';
type Row = Omit<Draft, Json> & { [K in Json]: unknown };
function toDraft(row: Row): Draft {
  return row as Draft; // the JSON is written by this file only
}

export async function saveDraft(db: Db, tokenHash: string, draft: Draft): Promise<void> {
  const { answers, documents, registers, filled, seen, updatedAt, sentAt } = draft;
  const json = {
    answers: jsonb(JSON.parse(JSON.stringify(answers))),
    documents: jsonb(JSON.parse(JSON.stringify(documents))),
    registers: jsonb(JSON.parse(JSON.stringify(registers))),
    filled: filledColumn(filled),
  };
  await only(db, 'applications')
    .updateTable('applications.draft')
    .set({ ...json, seen: [...seen], updatedAt, sentAt })
    .where('tokenHash', '=', tokenHash)
    .execute();
}
/** @returns how many were too old. */
export async function removeOldDrafts(db: Db, before: Date): Promise<number> {
  const gone = await only(db, 'applications')
    .deleteFrom('applications.draft')
    .where('updatedAt', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
