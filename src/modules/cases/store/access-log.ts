import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../../platform/context.ts';

export interface Reading {
  readonly caseId: string;
  readonly at: Date;
  readonly officerId: string | null; // null: the system, which asked a register
  readonly office: string;
  readonly role: string;
  readonly reason: string;
  readonly subject: string;
}

export async function insertReading(db: Db, reading: Reading): Promise<void> {
  await db
    .insertInto('cases.accessEvent')
    .values({ id: uuidv7(), ...reading })
    .execute();
}

export async function hasReadingSince(
  db: Db,
  like: Pick<Reading, 'caseId' | 'officerId' | 'subject' | 'reason'> & { readonly since: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('cases.accessEvent')
    .select('id')
    .where('caseId', '=', like.caseId)
    .where('at', '>=', like.since)
    .where('officerId', '=', like.officerId)
    .where('subject', '=', like.subject)
    .where('reason', '=', like.reason)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Readings newest first. */
export async function listReadings(db: Db, caseId: string, limit = 100): Promise<Reading[]> {
  return db
    .selectFrom('cases.accessEvent')
    .select(['caseId', 'at', 'officerId', 'office', 'role', 'reason', 'subject'])
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}
