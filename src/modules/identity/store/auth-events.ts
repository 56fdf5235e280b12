import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { AuthEvent } from '../types.ts';

const own = (db: Db) => only(db, 'identity');

/** Ids only: no name, no address, no device. The row can be kept for years. */
export async function insertAuthEvent(db: Db, at: Date, event: AuthEvent): Promise<void> {
  await own(db)
    .insertInto('identity.authEvent')
    .values({
      id: newId(),
      at,
      kind: event.kind,
      outcome: event.outcome,
      officerId: event.officerId ?? null,
      sessionId: event.sessionId ?? null,
    })
    .execute();
}
