// The list of those a case was passed up to: what its 'escalated' events say, as rows that can be searched.
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CaseRow, CaseState } from '../types.ts';

/** Brings the rows to the state; most cases never have any. */
export async function saveEscalations(db: Db, target: CaseRow, state: CaseState): Promise<void> {
  const fresh = (state.escalations ?? []).slice(target.state.escalations?.length ?? 0);
  if (fresh.length > 0) {
    const rows = fresh.map(({ about, level, unitId, role, reason, at }) => ({
      ...{ caseId: target.id, about, level, unitId, role: role ?? '', reason, at },
      closedAt: state.closedAt ?? null,
    }));
    await db.insertInto('cases.escalation').values(rows).execute();
  }
  if (state.escalations && state.closedAt !== target.state.closedAt)
    await db
      .updateTable('cases.escalation')
      .set({ closedAt: state.closedAt ?? null })
      .where('caseId', '=', target.id)
      .execute();
}

export interface EscalatedRow {
  readonly caseId: string;
  readonly number: string;
  readonly service: string;
  readonly versionId: string;
  readonly state: string;
  readonly applicantShort: string;
  readonly dueAt: Date | null;
  readonly level: number;
  readonly reason: string;
  readonly at: Date;
}

/** Open cases that were passed up to one of these desks, each once, the longest there first. */
export async function listEscalated(
  db: Db,
  query: {
    readonly desks: readonly { unitId: string; role: string }[];
    readonly size: number;
    readonly after?: { at: Date; id: string } | undefined;
  },
): Promise<EscalatedRow[]> {
  const { desks, size, after } = query;
  const afterFilter = after ? sql`where (at, case_id) > (${after.at}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<EscalatedRow>`
    select c.id as case_id, c.number, c.service, c.version_id, c.state, c.applicant_short, c.due_at,
           mine.level, mine.reason, mine.at
    from (
      select * from (
        select distinct on (e.region_id, e.case_id) e.region_id, e.case_id, e.level, e.reason, e.at
        from unnest(${desks.map((desk) => desk.unitId)}::uuid[], ${desks.map((desk) => desk.role)}::text[]) as desk(unit_id, role)
        join cases.escalation e on e.unit_id = desk.unit_id and e.role = desk.role and e.closed_at is null
        order by e.region_id, e.case_id, e.at, e.level
      ) once ${afterFilter}
      order by at, case_id limit ${size + 1}
    ) mine
    join cases."case" c on c.region_id = mine.region_id and c.id = mine.case_id
    order by mine.at, c.id
  `.execute(db);
  return rows;
}

/** For comparing with the events. */
export async function listEscalationRows(db: Db, caseId: string): Promise<object[]> {
  return db
    .selectFrom('cases.escalation')
    .select(['about', 'level', 'unitId', 'role', 'reason', 'at', 'closedAt'])
    .where('caseId', '=', caseId)
    .orderBy('at')
    .orderBy('about')
    .orderBy('level')
    .execute();
}
