import type { Db } from '../../platform/context.ts';
import { only } from '../../platform/database/index.ts';
import type { StoredMessage } from './types.ts';

const columns = [
  'id',
  'recipient',
  'recipientSealed',
  'subject',
  'body',
  'unsubscribeUrl',
  'createdAt',
  'sentAt',
  'failure',
] as const;

/** @returns false when this key was already there. */
export async function insertMessage(
  db: Db,
  message: Omit<StoredMessage, 'recipientSealed' | 'sentAt' | 'failure'> & {
    key: string;
    recipientSealed: Buffer | null;
  },
): Promise<boolean> {
  const result = await only(db, 'notifications')
    .insertInto('notifications.message')
    .values(message)
    .onConflict((conflict) => conflict.columns(['regionId', 'key']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
export async function findMessage(db: Db, id: string): Promise<StoredMessage | undefined> {
  return only(db, 'notifications')
    .selectFrom('notifications.message')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
}
export async function markSent(db: Db, id: string, at: Date): Promise<void> {
  await only(db, 'notifications')
    .updateTable('notifications.message')
    .set({ sentAt: at, failure: null, recipientSealed: null })
    .where('id', '=', id)
    .execute();
}
export async function markFailed(db: Db, id: string, failure: string): Promise<void> {
  await only(db, 'notifications').updateTable('notifications.message').set({ failure }).where('id', '=', id).execute();
}
