import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { ApiKey } from '../types.ts';

const own = (db: Db) => only(db, 'identity');

const columns = ['id', 'name', 'scope', 'officerId', 'createdAt', 'lastUsedAt', 'revokedAt'] as const;

export async function insertApiKey(
  db: Db,
  key: Omit<ApiKey, 'lastUsedAt' | 'revokedAt'> & { keyHash: Buffer },
): Promise<void> {
  await own(db)
    .insertInto('identity.apiKey')
    .values({ ...key, officerId: key.officerId ?? null })
    .execute();
}

export async function findApiKey(db: Db, keyHash: Buffer): Promise<ApiKey | undefined> {
  const row = await own(db)
    .selectFrom('identity.apiKey')
    .select(columns)
    .where('keyHash', '=', keyHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row && toApiKey(row);
}

export async function listApiKeys(db: Db, officerId: string): Promise<ApiKey[]> {
  const rows = await own(db)
    .selectFrom('identity.apiKey')
    .select(columns)
    .where('officerId', '=', officerId)
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map(toApiKey);
}

function toApiKey(row: {
  id: string;
  name: string;
  scope: string;
  officerId: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}): ApiKey {
  return {
    ...row,
    officerId: row.officerId ?? undefined,
    lastUsedAt: row.lastUsedAt ?? undefined,
    revokedAt: row.revokedAt ?? undefined,
  };
}

export async function updateApiKeyUse(db: Db, id: string, lastUsedAt: Date): Promise<void> {
  await own(db).updateTable('identity.apiKey').set({ lastUsedAt }).where('id', '=', id).execute();
}

export async function revokeApiKey(db: Db, officerId: string, key: { id: string; revokedAt: Date }): Promise<boolean> {
  const rows = await own(db)
    .updateTable('identity.apiKey')
    .set({ revokedAt: key.revokedAt })
    .where('id', '=', key.id)
    .where('officerId', '=', officerId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute();
  return rows.length === 1;
}
