import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Session, SignInMethod } from '../types.ts';

const own = (db: Db) => only(db, 'identity');

const columns = ['id', 'officerId', 'method', 'device', 'challenge', 'createdAt', 'lastSeenAt', 'expiresAt'] as const;

export async function insertSession(
  db: Db,
  session: Omit<Session, 'challenge'> & { tokenHash: Buffer },
): Promise<void> {
  await own(db).insertInto('identity.session').values(session).execute();
}

/** The session that was not ended; whether it is still alive is a rule. One look into the primary key. */
export async function findOpenSession(db: Db, tokenHash: Buffer): Promise<Session | undefined> {
  const row = await own(db)
    .selectFrom('identity.session')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row && toSession(row);
}

export async function listOpenSessions(
  db: Db,
  officerId: string,
  since: { now: Date; idleSince: Date },
): Promise<Session[]> {
  const rows = await own(db)
    .selectFrom('identity.session')
    .select(columns)
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', since.now)
    .where('lastSeenAt', '>', since.idleSince)
    .orderBy('lastSeenAt', 'desc')
    .execute();
  return rows.map(toSession);
}

function toSession(row: Omit<Session, 'method' | 'challenge'> & { method: string; challenge: string | null }): Session {
  return { ...row, method: row.method as SignInMethod, challenge: row.challenge ?? undefined };
}

/** `seenBefore` keeps many requests at once from writing the same row in turn. */
export async function touchSession(db: Db, tokenHash: Buffer, seen: { at: Date; seenBefore: Date }): Promise<void> {
  await own(db)
    .updateTable('identity.session')
    .set({ lastSeenAt: seen.at })
    .where('tokenHash', '=', tokenHash)
    .where('lastSeenAt', '<=', seen.seenBefore)
    .execute();
}

export async function updateSessionChallenge(db: Db, id: string, challenge: string | null): Promise<void> {
  await own(db).updateTable('identity.session').set({ challenge }).where('id', '=', id).execute();
}

/** Takes the challenge away while reading it: an answer is judged once. */
export async function takeSessionChallenge(db: Db, id: string): Promise<string | undefined> {
  const row = await own(db)
    .selectFrom('identity.session')
    .select('challenge')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  await updateSessionChallenge(db, id, null);
  return row?.challenge ?? undefined;
}

export interface EndedSession {
  readonly id: string;
  readonly officerId: string;
}

export async function endSessionByToken(db: Db, tokenHash: Buffer, endedAt: Date): Promise<EndedSession | undefined> {
  return await own(db)
    .updateTable('identity.session')
    .set({ endedAt })
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .returning(['id', 'officerId'])
    .executeTakeFirst();
}

/** Ends the officer's sessions: one by id, or all but the one to keep. */
export async function endSessions(
  db: Db,
  officerId: string,
  which: { endedAt: Date; only?: string | undefined; except?: string | undefined },
): Promise<EndedSession[]> {
  let query = own(db)
    .updateTable('identity.session')
    .set({ endedAt: which.endedAt })
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  return await query.returning(['id', 'officerId']).execute();
}
