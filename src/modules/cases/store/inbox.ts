// One inbox ordered by time left. Every query touches at most a page of index entries per (unit, role) the officer
// holds, so a million cases cost what ten thousand do.
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { Noted } from './rows.ts';

export interface Desk {
  readonly unitId: string;
  readonly role: string;
}
export interface InboxRow {
  readonly taskId: string;
  readonly caseId: string;
  readonly number: string;
  readonly service: string;
  readonly versionId: string;
  readonly state: string;
  readonly status: string;
  readonly applicantShort: string;
  readonly key: string;
  readonly kind: string;
  readonly role: string;
  readonly unitId: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly assignee: string | null;
  readonly noted: Noted | null;
}
export interface InboxQuery {
  readonly desks: readonly Desk[];
  readonly size: number;
  readonly after?: { readonly dueAt: Date; readonly id: string } | undefined; // keyset
  readonly from?: Date | undefined; // only tasks due at this instant or later
  readonly before?: Date | undefined; // only tasks due before this instant
  readonly assignee?: string | undefined;
  readonly service?: string | undefined;
  readonly kind?: string | undefined; // of parallel work
}

/** The next `size + 1` open tasks of the officer's desks, most urgent first (one more tells whether there is a next page). */
export async function listOpenTasks(db: Db, query: InboxQuery): Promise<InboxRow[]> {
  const { desks, size, after } = query;
  const afterFilter = after ? sql`and (t.due_at, t.id) > (${after.dueAt}, ${after.id}::uuid)` : sql``;
  const fromFilter = query.from ? sql`and t.due_at >= ${query.from}` : sql``;
  const beforeFilter = query.before ? sql`and t.due_at < ${query.before}` : sql``;
  const assigneeFilter = query.assignee ? sql`and t.assignee = ${query.assignee}` : sql``;
  const serviceFilter = query.service
    ? sql`and exists (select 1 from cases."case" k where k.id = t.case_id and k.service = ${query.service})`
    : sql``;
  const kindFilter = query.kind ? sql`and t.kind = ${query.kind}` : sql``;
  const { rows } = await sql<InboxRow>`
    select task.id as task_id, c.id as case_id, c.number, c.service, c.version_id, c.state, c.status, c.applicant_short,
           task.key, task.kind, task.role, task.unit_id, task.opened_at, task.due_at, task.assignee,
           c.noted
    from (
      select t.* from unnest(${desks.map((desk) => desk.unitId)}::uuid[], ${desks.map((desk) => desk.role)}::text[]) as desk(unit_id, role)
      cross join lateral (
        select * from cases.task t
        where t.unit_id = desk.unit_id and t.role = desk.role and t.closed_at is null
          ${afterFilter} ${fromFilter} ${beforeFilter} ${assigneeFilter} ${serviceFilter} ${kindFilter}
        order by t.due_at, t.id limit ${size + 1}
      ) t
      order by t.due_at, t.id limit ${size + 1}
    ) task
    join cases."case" c on c.region_id = task.region_id and c.id = task.case_id
    order by task.due_at, task.id
  `.execute(db);
  return rows;
}

export interface WaitingRow {
  readonly caseId: string;
  readonly number: string;
  readonly service: string;
  readonly versionId: string;
  readonly state: string;
  readonly applicantShort: string;
  readonly lapseAt: Date | null;
  readonly orderedBy: Date; // lapseAt, or the end of time for those that never lapse
}
const never = '9999-12-31T00:00:00Z';

/** Open cases of the desks' units whose applicant is waited for, `size + 1` of them; only those the desks have a seat on. */
export async function listWaiting(
  db: Db,
  query: Pick<InboxQuery, 'desks' | 'size' | 'after' | 'service'>,
): Promise<WaitingRow[]> {
  const { desks, size, after, service } = query;
  const seats = JSON.stringify(desks);
  const afterFilter = after ? sql`and (ordered_by, case_id) > (${after.dueAt}, ${after.id}::uuid)` : sql``;
  const serviceFilter = service ? sql`and c.service = ${service}` : sql``;
  const { rows } = await sql<WaitingRow>`
    select * from (
      select c.id as case_id, c.number, c.service, c.version_id, c.state, c.applicant_short, c.lapse_at,
             coalesce(c.lapse_at, ${never}::timestamptz) as ordered_by
      from cases."case" c
      where c.unit_id = any(${desks.map((desk) => desk.unitId)}::uuid[]) and c.waits_for = 'applicant' and c.closed_at is null
        ${serviceFilter}
        and exists (
          select 1 from json_to_recordset(${seats}::json) as desk("unitId" text, role text)
          where c.projection -> 'roleUnits' ->> desk.role = desk."unitId")
    ) waiting
    where true ${afterFilter}
    order by ordered_by, case_id limit ${size + 1}
  `.execute(db);
  return rows;
}

export interface InboxCounts {
  readonly late: number;
  readonly dueToday: number;
  readonly waitingForMe: number;
  readonly waitingForApplicant: number;
  readonly raised: number; // passed up to one of the desks
}
/** Counts stop here: beyond it the screen says "99+", and the query stays cheap whatever the backlog. */
export const countCap = 100;

interface Seats {
  readonly units: readonly string[];
  readonly roles: readonly string[];
}

/** The most urgent open tasks of the desks, at most `countCap`: what is late and due today stands in front. */
async function countMostUrgent(db: Db, seats: Seats, at: { now: Date; endOfDay: Date }): Promise<InboxCounts> {
  const { rows } = await sql<InboxCounts>`
    select count(*) filter (where due_at < ${at.now})::int as late,
           count(*) filter (where due_at >= ${at.now} and due_at < ${at.endOfDay})::int as due_today,
           count(*)::int as waiting_for_me,
           (select count(*)::int from (
             select 1 from unnest((select array_agg(distinct u) from unnest(${seats.units}::uuid[]) u)) as unit(id)
             cross join lateral (select 1 from cases."case" c where c.unit_id = unit.id and c.waits_for = 'applicant' and c.closed_at is null limit ${countCap}) one
             limit ${countCap}) capped) as waiting_for_applicant,
           (select count(distinct case_id)::int from (
             select e.case_id from unnest(${seats.units}::uuid[], ${seats.roles}::text[]) as desk(unit_id, role)
             join cases.escalation e on e.unit_id = desk.unit_id and e.role = desk.role and e.closed_at is null
             limit ${countCap}) capped) as raised
    from (
      select task.due_at from unnest(${seats.units}::uuid[], ${seats.roles}::text[]) as desk(unit_id, role)
      cross join lateral (
        select t.due_at from cases.task t
        where t.unit_id = desk.unit_id and t.role = desk.role and t.closed_at is null order by t.due_at, t.id limit ${countCap}
      ) task
      order by task.due_at limit ${countCap}
    ) urgent
  `.execute(db);
  return rows[0] ?? { late: 0, dueToday: 0, waitingForMe: 0, waitingForApplicant: 0, raised: 0 };
}

async function countDueToday(db: Db, seats: Seats, at: { now: Date; endOfDay: Date }): Promise<number> {
  const { rows } = await sql<{ dueToday: number }>`
    select count(*)::int as due_today from (
      select 1 from unnest(${seats.units}::uuid[], ${seats.roles}::text[]) as desk(unit_id, role)
      cross join lateral (
        select 1 from cases.task t
        where t.unit_id = desk.unit_id and t.role = desk.role and t.closed_at is null
          and t.due_at >= ${at.now} and t.due_at < ${at.endOfDay} limit ${countCap}
      ) one
      limit ${countCap}
    ) capped
  `.execute(db);
  return rows[0]?.dueToday ?? 0;
}

export async function countInbox(
  db: Db,
  desks: readonly Desk[],
  at: { now: Date; endOfDay: Date },
): Promise<InboxCounts> {
  const seats = { units: desks.map((desk) => desk.unitId), roles: desks.map((desk) => desk.role) };
  const counts = await countMostUrgent(db, seats, at);
  // Where the most urgent ones are all late or due today, more that are due today may stand behind them.
  const cutOff = counts.late + counts.dueToday >= countCap;
  return cutOff ? { ...counts, dueToday: await countDueToday(db, seats, at) } : counts;
}
