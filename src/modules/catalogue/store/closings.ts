// Services that take no applications for a while or for good, versions that wait, and what happened to a service.
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { Closing, PlannedVersion, ServiceEvent } from '../types.ts';

interface ClosingRow {
  readonly slug: string;
  readonly kind: string;
  readonly reason: unknown;
  readonly reopensOn: string | null;
  readonly successor: string | null;
  readonly since: Date;
}
const reopensOn = sql<string | null>`to_char(closing.reopens_on, 'YYYY-MM-DD')`.as('reopensOn');

function toClosing(row: ClosingRow): Closing {
  return {
    kind: row.kind as Closing['kind'], // checked by the table
    reason: row.reason as Closing['reason'], // written by saveClosing only
    since: row.since,
    ...(row.reopensOn === null ? {} : { reopensOn: row.reopensOn }),
    ...(row.successor === null ? {} : { successor: row.successor }),
  };
}

export async function findClosing(db: Db, slug: string): Promise<Closing | undefined> {
  const row = await only(db, 'catalogue')
    .selectFrom('catalogue.closing as closing')
    .select(['slug', 'kind', 'reason', 'successor', 'since', reopensOn])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && toClosing(row);
}
export async function listClosings(db: Db): Promise<Map<string, Closing>> {
  const rows = await only(db, 'catalogue')
    .selectFrom('catalogue.closing as closing')
    .select(['slug', 'kind', 'reason', 'successor', 'since', reopensOn])
    .execute();
  return new Map(rows.map((row) => [row.slug, toClosing(row)]));
}
export async function saveClosing(db: Db, slug: string, closing: Closing): Promise<void> {
  const values = {
    kind: closing.kind,
    reason: jsonb({ ...closing.reason }),
    reopensOn: closing.reopensOn ?? null,
    successor: closing.successor ?? null,
    since: closing.since,
  };
  await only(db, 'catalogue')
    .insertInto('catalogue.closing')
    .values({ slug, ...values })
    .onConflict((conflict) => conflict.columns(['regionId', 'slug']).doUpdateSet(values))
    .execute();
}
export async function removeClosing(db: Db, slug: string): Promise<boolean> {
  const gone = await only(db, 'catalogue').deleteFrom('catalogue.closing').where('slug', '=', slug).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

const planColumns = ['id', 'slug', 'versionId', 'effectiveAt', 'plannedBy'] as const;

export async function findPlan(db: Db, slug: string): Promise<PlannedVersion | undefined> {
  return only(db, 'catalogue')
    .selectFrom('catalogue.plannedVersion')
    .select(planColumns)
    .where('slug', '=', slug)
    .where('outcome', 'is', null)
    .executeTakeFirst();
}
export async function listPlans(db: Db): Promise<PlannedVersion[]> {
  return only(db, 'catalogue')
    .selectFrom('catalogue.plannedVersion')
    .select(planColumns)
    .where('outcome', 'is', null)
    .orderBy('effectiveAt')
    .execute();
}
export async function insertPlan(db: Db, plan: PlannedVersion & { readonly plannedAt: Date }): Promise<void> {
  await only(db, 'catalogue').insertInto('catalogue.plannedVersion').values(plan).execute();
}
/** The next version whose time has come, locked: whoever else asks at the same moment does not get it. */
export async function takeDuePlan(db: Db, now: Date): Promise<PlannedVersion | undefined> {
  return only(db, 'catalogue')
    .selectFrom('catalogue.plannedVersion')
    .select(planColumns)
    .where('outcome', 'is', null)
    .where('effectiveAt', '<=', now)
    .orderBy('effectiveAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}
/** @returns false when it was settled before. */
export async function settlePlan(
  db: Db,
  id: string,
  settled: { readonly outcome: 'in-force' | 'cancelled'; readonly at: Date },
): Promise<boolean> {
  const changed = await only(db, 'catalogue')
    .updateTable('catalogue.plannedVersion')
    .set({ outcome: settled.outcome, settledAt: settled.at })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function insertServiceEvent(
  db: Db,
  event: ServiceEvent & { readonly id: string; readonly slug: string },
): Promise<void> {
  const { id, slug, at, kind, actor, versionId, details } = event;
  await only(db, 'catalogue')
    .insertInto('catalogue.serviceEvent')
    .values({
      id,
      slug,
      at,
      kind,
      actor,
      versionId: versionId ?? null,
      details: sql`${JSON.stringify(details)}::jsonb`,
    })
    .execute();
}
export async function listServiceEvents(db: Db, slug: string): Promise<ServiceEvent[]> {
  const rows = await only(db, 'catalogue')
    .selectFrom('catalogue.serviceEvent')
    .select(['at', 'kind', 'actor', 'versionId', 'details'])
    .where('slug', '=', slug)
    .orderBy('id', 'desc')
    .execute();
  // Written by insertServiceEvent only.
  return rows.map((row) => ({ ...row, versionId: row.versionId ?? undefined }) as ServiceEvent);
}
