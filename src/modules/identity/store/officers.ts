import type { Db, Permission } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { StoredOfficer } from '../types.ts';

const own = (db: Db) => only(db, 'identity');

export interface OfficerRow extends StoredOfficer {
  readonly nip: string | undefined;
  readonly permissions: readonly Permission[];
}
export interface MembershipRow {
  readonly officerId: string;
  readonly unitId: string;
  readonly role: string;
}

export async function listAllOfficers(db: Db): Promise<OfficerRow[]> {
  const rows = await own(db)
    .selectFrom('identity.officer')
    .select(['id', 'username', 'name', 'title', 'nip', 'email', 'permissions', 'active'])
    .orderBy('username')
    .execute();
  return rows.map(({ nip, email, ...row }) => ({
    ...row,
    nip: nip ?? undefined,
    ...(email === null ? {} : { email }),
    permissions: row.permissions as Permission[],
  }));
}

export async function listAllMemberships(db: Db): Promise<MembershipRow[]> {
  return await own(db)
    .selectFrom('identity.membership')
    .select(['officerId', 'unitId', 'role'])
    .orderBy('officerId')
    .orderBy('unitId')
    .orderBy('role')
    .execute();
}

export async function saveOfficer(db: Db, officer: OfficerRow & { createdAt: Date }): Promise<void> {
  const { createdAt, ...columns } = officer;
  const values = {
    ...columns,
    nip: officer.nip ?? null,
    email: officer.email ?? null,
    permissions: [...officer.permissions],
  };
  await own(db)
    .insertInto('identity.officer')
    .values({ ...values, createdAt })
    .onConflict((conflict) => conflict.columns(['regionId', 'id']).doUpdateSet(values))
    .execute();
}

export async function replaceMemberships(
  db: Db,
  officerId: string,
  memberships: readonly MembershipRow[],
): Promise<void> {
  await own(db).deleteFrom('identity.membership').where('officerId', '=', officerId).execute();
  if (memberships.length > 0)
    await own(db)
      .insertInto('identity.membership')
      .values([...memberships])
      .execute();
}
