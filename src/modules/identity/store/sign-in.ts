import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Throttle, ThrottleDecision } from '../rules.ts';
import type { AttemptStage, LoginAttempt, SignInMethod } from '../types.ts';

const own = (db: Db) => only(db, 'identity');

export async function insertLoginLink(
  db: Db,
  link: { tokenHash: Buffer; officerId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await own(db).insertInto('identity.loginLink').values(link).execute();
}

export async function findUsableLink(db: Db, tokenHash: Buffer, now: Date): Promise<{ officerId: string } | undefined> {
  return await own(db)
    .selectFrom('identity.loginLink')
    .select('officerId')
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** One statement decides who used it, however many ask at once. */
export async function useLink(db: Db, tokenHash: Buffer, now: Date): Promise<{ officerId: string } | undefined> {
  return await own(db)
    .updateTable('identity.loginLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('officerId')
    .executeTakeFirst();
}

export async function insertAttempt(
  db: Db,
  attempt: Omit<LoginAttempt, 'tries'> & { tokenHash: Buffer; createdAt: Date },
): Promise<void> {
  await own(db)
    .insertInto('identity.loginAttempt')
    .values({ ...attempt, officerId: attempt.officerId ?? null, challenge: attempt.challenge ?? null })
    .execute();
}

const attemptColumns = ['officerId', 'stage', 'method', 'challenge', 'tries', 'expiresAt'] as const;

export async function findAttempt(db: Db, tokenHash: Buffer, now: Date): Promise<LoginAttempt | undefined> {
  const row = await own(db)
    .selectFrom('identity.loginAttempt')
    .select(attemptColumns)
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row && toAttempt(row);
}

/** Counts a try and returns the attempt as it was before, with its challenge taken away: an answer is judged once. */
export async function countAttemptTry(db: Db, tokenHash: Buffer, now: Date): Promise<LoginAttempt | undefined> {
  const row = await own(db)
    .selectFrom('identity.loginAttempt')
    .select(attemptColumns)
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  await own(db)
    .updateTable('identity.loginAttempt')
    .set({ tries: row.tries + 1, challenge: null })
    .where('tokenHash', '=', tokenHash)
    .execute();
  return toAttempt(row);
}

function toAttempt(row: {
  officerId: string | null;
  stage: string;
  method: string;
  challenge: string | null;
  tries: number;
  expiresAt: Date;
}): LoginAttempt {
  return {
    ...row,
    officerId: row.officerId ?? undefined,
    stage: row.stage as AttemptStage,
    method: row.method as SignInMethod,
    challenge: row.challenge ?? undefined,
  };
}

export async function updateAttemptChallenge(db: Db, tokenHash: Buffer, challenge: string): Promise<void> {
  await own(db).updateTable('identity.loginAttempt').set({ challenge }).where('tokenHash', '=', tokenHash).execute();
}

/** True for the one caller that removed it. */
export async function deleteAttempt(db: Db, tokenHash: Buffer): Promise<boolean> {
  const rows = await own(db)
    .deleteFrom('identity.loginAttempt')
    .where('tokenHash', '=', tokenHash)
    .returning('stage')
    .execute();
  return rows.length === 1;
}

/** Reads, decides and writes one bucket under a row lock; call inside a short transaction. */
export async function updateThrottle(
  db: Db,
  bucket: Buffer,
  decide: (before: Throttle | undefined) => ThrottleDecision,
): Promise<ThrottleDecision> {
  const row = await own(db)
    .selectFrom('identity.throttle')
    .select(['failures', 'lastFailureAt', 'blockedUntil'])
    .where('bucket', '=', bucket)
    .forUpdate()
    .executeTakeFirst();
  const decision = decide(row && { ...row, blockedUntil: row.blockedUntil ?? undefined });
  if (!decision.ok) return decision;
  const values = { ...decision.next, blockedUntil: decision.next.blockedUntil ?? null };
  await own(db)
    .insertInto('identity.throttle')
    .values({ bucket, ...values })
    .onConflict((conflict) => conflict.columns(['regionId', 'bucket']).doUpdateSet(values))
    .execute();
  return decision;
}

/** A row must exist before it can be locked, or two first attempts would count as one. */
export async function ensureThrottle(db: Db, bucket: Buffer, now: Date): Promise<void> {
  await own(db)
    .insertInto('identity.throttle')
    .values({ bucket, failures: 0, lastFailureAt: now })
    .onConflict((conflict) => conflict.columns(['regionId', 'bucket']).doNothing())
    .execute();
}

export async function deleteThrottle(db: Db, bucket: Buffer): Promise<void> {
  await own(db).deleteFrom('identity.throttle').where('bucket', '=', bucket).execute();
}

/** Gives one counted attempt back. */
export async function forgiveThrottle(db: Db, bucket: Buffer): Promise<void> {
  await own(db)
    .updateTable('identity.throttle')
    .set((eb) => ({ failures: eb.fn<number>('greatest', [eb('failures', '-', 1), eb.lit(0)]), blockedUntil: null }))
    .where('bucket', '=', bucket)
    .execute();
}

/** What time has made useless: ended and expired sessions, links, attempts and counts. */
export async function deleteExpired(db: Db, before: Date): Promise<void> {
  await own(db).deleteFrom('identity.session').where('expiresAt', '<', before).execute();
  await own(db).deleteFrom('identity.loginLink').where('expiresAt', '<', before).execute();
  await own(db).deleteFrom('identity.loginAttempt').where('expiresAt', '<', before).execute();
  await own(db).deleteFrom('identity.throttle').where('lastFailureAt', '<', before).execute();
}
