import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Passkey } from '../types.ts';

const own = (db: Db) => only(db, 'identity');

export async function findPasswordHash(db: Db, officerId: string): Promise<string | undefined> {
  const row = await own(db)
    .selectFrom('identity.password')
    .select('hash')
    .where('officerId', '=', officerId)
    .executeTakeFirst();
  return row?.hash;
}

export async function savePasswordHash(
  db: Db,
  officerId: string,
  password: { hash: string; setAt: Date },
): Promise<void> {
  await own(db)
    .insertInto('identity.password')
    .values({ officerId, ...password })
    .onConflict((conflict) => conflict.columns(['regionId', 'officerId']).doUpdateSet(password))
    .execute();
}

export interface StoredTotp {
  readonly sealedSecret: Buffer;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
}

export async function findTotp(db: Db, officerId: string): Promise<StoredTotp | undefined> {
  return await own(db)
    .selectFrom('identity.totp')
    .select(['sealedSecret', 'createdAt', 'confirmedAt'])
    .where('officerId', '=', officerId)
    .executeTakeFirst();
}

/** Keeps a confirmed authenticator: only an unconfirmed one is replaced. */
export async function savePendingTotp(
  db: Db,
  officerId: string,
  totp: { sealedSecret: Buffer; createdAt: Date },
): Promise<void> {
  await own(db)
    .insertInto('identity.totp')
    .values({ officerId, ...totp, confirmedAt: null, lastStep: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['regionId', 'officerId'])
        .doUpdateSet({ ...totp, lastStep: 0 })
        .where('identity.totp.confirmedAt', 'is', null),
    )
    .execute();
}

/** Marks the step as used; false when it, or a later one, was used before. One statement, so two tabs cannot both win. */
export async function useTotpStep(
  db: Db,
  officerId: string,
  use: { step: number; now: Date; pending: boolean },
): Promise<boolean> {
  const rows = await own(db)
    .updateTable('identity.totp')
    .set({ lastStep: use.step, ...(use.pending ? { confirmedAt: use.now } : {}) })
    .where('officerId', '=', officerId)
    .where('lastStep', '<', use.step)
    .where('confirmedAt', use.pending ? 'is' : 'is not', null)
    .returning('officerId')
    .execute();
  return rows.length === 1;
}

export async function deleteTotp(db: Db, officerId: string): Promise<boolean> {
  const rows = await own(db)
    .deleteFrom('identity.totp')
    .where('officerId', '=', officerId)
    .returning('confirmedAt')
    .execute();
  return rows.some((row) => row.confirmedAt !== null);
}

const passkeyColumns = [
  'id',
  'officerId',
  'credentialId',
  'publicKey',
  'counter',
  'transports',
  'host',
  'label',
  'createdAt',
  'lastUsedAt',
] as const;

export async function listPasskeys(db: Db, officerId: string): Promise<Passkey[]> {
  const rows = await own(db)
    .selectFrom('identity.passkey')
    .select(passkeyColumns)
    .where('officerId', '=', officerId)
    .orderBy('createdAt')
    .execute();
  return rows.map(toPasskey);
}

export async function findPasskey(db: Db, credentialId: string): Promise<Passkey | undefined> {
  const row = await own(db)
    .selectFrom('identity.passkey')
    .select(passkeyColumns)
    .where('credentialId', '=', credentialId)
    .executeTakeFirst();
  return row && toPasskey(row);
}

function toPasskey(
  row: Omit<Passkey, 'publicKey' | 'lastUsedAt'> & { publicKey: Buffer; lastUsedAt: Date | null },
): Passkey {
  return { ...row, publicKey: new Uint8Array(row.publicKey), lastUsedAt: row.lastUsedAt ?? undefined };
}

export async function insertPasskey(db: Db, passkey: Omit<Passkey, 'lastUsedAt'>): Promise<void> {
  await own(db)
    .insertInto('identity.passkey')
    .values({ ...passkey, publicKey: Buffer.from(passkey.publicKey), transports: [...passkey.transports] })
    .execute();
}

export async function updatePasskeyUse(db: Db, id: string, use: { counter: number; lastUsedAt: Date }): Promise<void> {
  await own(db).updateTable('identity.passkey').set(use).where('id', '=', id).execute();
}

export async function deletePasskey(db: Db, officerId: string, id: string): Promise<boolean> {
  const rows = await own(db)
    .deleteFrom('identity.passkey')
    .where('officerId', '=', officerId)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return rows.length === 1;
}

export async function replaceRecoveryCodes(
  db: Db,
  officerId: string,
  codes: { hashes: readonly Buffer[]; createdAt: Date },
) {
  await own(db).deleteFrom('identity.recoveryCode').where('officerId', '=', officerId).execute();
  await own(db)
    .insertInto('identity.recoveryCode')
    .values(codes.hashes.map((codeHash) => ({ officerId, codeHash, createdAt: codes.createdAt })))
    .execute();
}

export async function useRecoveryCode(
  db: Db,
  officerId: string,
  use: { codeHash: Buffer; now: Date },
): Promise<boolean> {
  const rows = await own(db)
    .updateTable('identity.recoveryCode')
    .set({ usedAt: use.now })
    .where('officerId', '=', officerId)
    .where('codeHash', '=', use.codeHash)
    .where('usedAt', 'is', null)
    .returning('officerId')
    .execute();
  return rows.length === 1;
}

export async function countRecoveryCodes(db: Db, officerId: string): Promise<number> {
  const row = await own(db)
    .selectFrom('identity.recoveryCode')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('officerId', '=', officerId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
}
