import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { JsonValue } from '../../../platform/database/tables.generated.ts';
import { Content, type Forwarded, type ForwardState } from '../types.ts';
import type { TheirAttribute } from '../wire/read.ts';

const columns = [
  'id',
  'caseId',
  'number',
  'partner',
  'state',
  'reference',
  'content',
  'service',
  'demanded',
  'token',
  'theirId',
  'theirStatus',
  'theirNotes',
  'theirExpectedAt',
  'attempts',
  'nextTryAt',
  'firstTriedAt',
  'maybeThere',
  'contactAt',
  'troubleCode',
  'troubleText',
  'createdAt',
  'updatedAt',
  'version',
] as const;

type Stored = Omit<Forwarded, 'state' | 'content' | 'demanded'> & {
  readonly state: string;
  readonly content: unknown;
  readonly demanded: unknown;
};
// The check constraint of the table holds the word to the type.
const toForwarded = (row: Stored): Forwarded => ({
  ...row,
  state: row.state as ForwardState,
  demanded: row.demanded as TheirAttribute[], // written below, from the same type
  content: row.content === null ? null : Content.parse(row.content),
});

/** @returns false when this report is with this partner already. */
export async function insertForwarded(
  db: Db,
  row: Pick<
    Forwarded,
    'id' | 'caseId' | 'number' | 'partner' | 'state' | 'reference' | 'nextTryAt' | 'createdAt' | 'troubleCode'
  >,
): Promise<boolean> {
  const inserted = await only(db, 'federation')
    .insertInto('federation.forwarded')
    .values({ ...row, updatedAt: row.createdAt })
    .onConflict((conflict) => conflict.columns(['regionId', 'caseId', 'partner']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}
export async function findForwarded(db: Db, id: string): Promise<Forwarded | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toForwarded(row);
}
/** For whoever is about to change it: nobody else does so until the transaction ends. */
export async function lockForwarded(db: Db, id: string): Promise<Forwarded | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toForwarded(row);
}

export type ForwardedChange = Partial<
  Omit<Forwarded, 'id' | 'caseId' | 'number' | 'partner' | 'reference' | 'createdAt' | 'updatedAt' | 'version'>
>;
export async function changeForwarded(
  db: Db,
  { id, version }: Pick<Forwarded, 'id' | 'version'>,
  { content, demanded, ...change }: ForwardedChange & { readonly at: Date },
): Promise<void> {
  const { at, ...rest } = change;
  const written = content === undefined ? {} : { content: content === null ? null : jsonb(content) };
  const demands = demanded === undefined ? {} : { demanded: jsonb<JsonValue>(demanded as unknown as JsonValue) };
  await only(db, 'federation')
    .updateTable('federation.forwarded')
    .set({ ...rest, ...written, ...demands, updatedAt: at, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Of one partner, what is due now, the longest waiting first. */
export async function listDue(
  db: Db,
  { partner, states, now, limit }: { partner: string; states: readonly ForwardState[]; now: Date; limit: number },
): Promise<Forwarded[]> {
  const rows = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select(columns)
    .where('partner', '=', partner)
    .where('state', 'in', [...states])
    .where('nextTryAt', '<=', now)
    .orderBy('nextTryAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toForwarded);
}
/** Partners somebody still waits for. */
export async function partnersAtWork(db: Db): Promise<string[]> {
  const rows = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select('partner')
    .distinct()
    .where('nextTryAt', 'is not', null)
    .orderBy('partner')
    .execute();
  return rows.map(({ partner }) => partner);
}
export async function findByTheirIds(db: Db, partner: string, ids: readonly string[]): Promise<Forwarded[]> {
  if (ids.length === 0) return [];
  const rows = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select(columns)
    .where('partner', '=', partner)
    .where('theirId', 'in', [...ids])
    .execute();
  return rows.map(toForwarded);
}
export async function listOfCase(db: Db, caseId: string): Promise<Forwarded[]> {
  const rows = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select(columns)
    .where('caseId', '=', caseId)
    .orderBy('createdAt')
    .execute();
  return rows.map(toForwarded);
}

export interface ForwardedFilter {
  readonly partners?: readonly string[] | undefined; // all of them unless said
  readonly states?: readonly ForwardState[] | undefined;
  readonly limit: number;
}
export async function listRecent(db: Db, { partners, states, limit }: ForwardedFilter): Promise<Forwarded[]> {
  let query = only(db, 'federation').selectFrom('federation.forwarded').select(columns);
  if (partners) query = query.where('partner', 'in', partners.length === 0 ? [''] : [...partners]);
  if (states) query = query.where('state', 'in', [...states]);
  const rows = await query.orderBy('updatedAt', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(toForwarded);
}

/** Those about which a person has to tell the partner something. */
export async function listToTell(db: Db, partners: readonly string[], limit: number): Promise<Forwarded[]> {
  if (partners.length === 0) return [];
  const rows = await only(db, 'federation')
    .selectFrom('federation.forwarded')
    .select(columns)
    .where('partner', 'in', [...partners])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('federation.said')
        .select('federation.said.forwardedId')
        .where('federation.said.state', '=', 'by-hand'),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toForwarded);
}

export interface Heard {
  readonly id: string;
  readonly forwardedId: string;
  readonly key: string;
  readonly status: string | null;
  readonly text: string | null;
  readonly theirAt: Date | null;
  readonly at: Date;
}
/** @returns false when it was heard before. */
export async function insertHeard(db: Db, heard: Heard): Promise<boolean> {
  const inserted = await only(db, 'federation')
    .insertInto('federation.heard')
    .values(heard)
    .onConflict((conflict) => conflict.columns(['regionId', 'forwardedId', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}
/** The status of their latest update, as they wrote it. */
export async function latestStatus(db: Db, forwardedId: string): Promise<string | null> {
  const row = await only(db, 'federation')
    .selectFrom('federation.heard')
    .select('status')
    .where('forwardedId', '=', forwardedId)
    .where('key', 'like', 'update %')
    .where('status', 'is not', null)
    .orderBy((eb) => eb.fn.coalesce('theirAt', 'at'), 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.status ?? null;
}
/** The latest first. */
export async function listHeard(db: Db, forwardedId: string): Promise<Heard[]> {
  return only(db, 'federation')
    .selectFrom('federation.heard')
    .select(['id', 'forwardedId', 'key', 'status', 'text', 'theirAt', 'at'])
    .where('forwardedId', '=', forwardedId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}
