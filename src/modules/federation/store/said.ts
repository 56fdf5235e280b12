import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export const saidKinds = ['not-solved', 'withdrawn', 'photo'] as const;
export type SaidKind = (typeof saidKinds)[number];
/** `by-hand`: their server does not take it, a person tells them. `told`: a person did. */
export type SaidState = 'waiting' | 'sent' | 'by-hand' | 'told';
export interface Said {
  readonly id: string;
  readonly forwardedId: string;
  readonly key: string;
  readonly what: SaidKind;
  readonly text: string;
  readonly media: string | null;
  readonly state: SaidState;
  readonly attempts: number;
  readonly nextTryAt: Date | null;
  readonly troubleCode: string | null;
  readonly troubleText: string | null;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
}
const columns = [
  'id',
  'forwardedId',
  'key',
  'what',
  'text',
  'media',
  'state',
  'attempts',
  'nextTryAt',
  'troubleCode',
  'troubleText',
  'createdAt',
  'doneAt',
] as const;
// The check constraints of the table hold the words to the types.
const toSaid = (row: Omit<Said, 'what' | 'state'> & { what: string; state: string }): Said => row as Said;

/** @returns false when this was written down before. */
export async function insertSaid(
  db: Db,
  said: Pick<
    Said,
    'id' | 'forwardedId' | 'key' | 'what' | 'text' | 'media' | 'state' | 'nextTryAt' | 'troubleCode' | 'createdAt'
  >,
): Promise<boolean> {
  const inserted = await only(db, 'federation')
    .insertInto('federation.said')
    .values(said)
    .onConflict((conflict) => conflict.columns(['regionId', 'forwardedId', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}
/** For whoever is about to change it: nobody else does so until the transaction ends. */
export async function lockSaid(db: Db, id: string): Promise<Said | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.said')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toSaid(row);
}
export async function findSaid(db: Db, id: string): Promise<Said | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.said')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSaid(row);
}
export async function changeSaid(
  db: Db,
  id: string,
  change: Partial<Pick<Said, 'state' | 'attempts' | 'nextTryAt' | 'troubleCode' | 'troubleText' | 'doneAt'>> & {
    readonly officerId?: string;
  },
): Promise<void> {
  await only(db, 'federation').updateTable('federation.said').set(change).where('id', '=', id).execute();
}
/** What waits for one partner, in the order it happened. */
export async function listSaidDue(
  db: Db,
  { partner, now, limit }: { readonly partner: string; readonly now: Date; readonly limit: number },
): Promise<Said[]> {
  const rows = await only(db, 'federation')
    .selectFrom('federation.said')
    .select(columns)
    .where('state', '=', 'waiting')
    .where('nextTryAt', '<=', now)
    .where('forwardedId', 'in', (eb) =>
      eb.selectFrom('federation.forwarded').select('federation.forwarded.id').where('partner', '=', partner),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toSaid);
}
/** Partners something waits for. */
export async function partnersToTell(db: Db): Promise<string[]> {
  const rows = await only(db, 'federation')
    .selectFrom('federation.said as s')
    .innerJoin('federation.forwarded as f', (join) =>
      join.onRef('f.regionId', '=', 's.regionId').onRef('f.id', '=', 's.forwardedId'),
    )
    .select('f.partner')
    .distinct()
    .where('s.state', '=', 'waiting')
    .execute();
  return rows.map(({ partner }) => partner);
}
/** The latest first. */
export async function listSaid(db: Db, forwardedIds: readonly string[]): Promise<Said[]> {
  if (forwardedIds.length === 0) return [];
  const rows = await only(db, 'federation')
    .selectFrom('federation.said')
    .select(columns)
    .where('forwardedId', 'in', [...forwardedIds])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  return rows.map(toSaid);
}
