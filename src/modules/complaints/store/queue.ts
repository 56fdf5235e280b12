// The officers' list of reports: danger first, then least time left. Every query reads about a page of an index, whatever the backlog.
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { Pile, Priority, Report } from '../types.ts';

/** Reports a seat shows: those its unit's verifiers sort, those its unit handles, or those it was asked to take over. */
export interface Seat {
  readonly by: 'verifier_unit' | 'unit_id' | 'offered_unit';
  readonly unitId: string;
}
export interface QueueFilter {
  readonly pile?: Pile | undefined; // none: all that are open
  readonly unitId?: string | undefined;
  readonly category?: string | undefined;
  readonly area?: string | undefined;
  readonly priority?: Priority | undefined;
  readonly danger?: boolean | undefined;
  readonly offered?: boolean | undefined; // waiting for an office to accept
  readonly before?: Date | undefined; // only steps that should have been done by then
  readonly text?: string | undefined;
  readonly number?: string | undefined;
}
export interface QueueKey {
  readonly calm: boolean;
  readonly stepDueAt: Date;
  readonly caseId: string;
}
export type QueueRow = Pick<
  Report,
  | 'caseId'
  | 'number'
  | 'kind'
  | 'problemId'
  | 'category'
  | 'level'
  | 'areaCode'
  | 'place'
  | 'body'
  | 'state'
  | 'status'
  | 'unitId'
  | 'priority'
  | 'class'
  | 'channel'
  | 'reportedAt'
  | 'pile'
  | 'stepDueAt'
  | 'calm'
  | 'lat'
  | 'long'
  | 'offeredUnit'
>;
const textsAtMost = 2000;
/** Among the open ones unless closed ones are asked for. */
const found = (text: string, pile: Pile | undefined) =>
  pile === 'done'
    ? sql`complaints.find_reports(${text}, ${textsAtMost})`
    : sql`complaints.find_open_reports(${text}, ${textsAtMost})`;

function conditions(filter: QueueFilter) {
  const { pile, unitId, category, area, priority, danger, offered, before, text, number } = filter;
  return sql.join(
    [
      pile ? sql`r.pile = ${pile}` : sql`r.closed_at is null`,
      ...(unitId ? [sql`r.unit_id = ${unitId}`] : []),
      ...(category ? [sql`r.category = ${category}`] : []),
      ...(area ? [sql`r.area_code = ${area}`] : []),
      ...(priority ? [sql`r.priority = ${priority}`] : []),
      ...(danger ? [sql`not r.calm`] : []),
      ...(offered ? [sql`r.offered_unit is not null`] : []),
      ...(before ? [sql`r.step_due_at < ${before}`] : []),
      ...(number ? [sql`r.number = ${number}`] : []),
      ...(text ? [sql`r.case_id in (select ${found(text, pile)})`] : []),
    ],
    sql` and `,
  );
}
const seatIs = ({ by, unitId }: Seat) => sql`${sql.ref(`r.${by}`)} = ${unitId}`;

/** The next `limit` of each seat together, in order; a report that two seats show is there twice. */
export async function selectQueue(
  db: Db,
  query: { seats: readonly Seat[]; filter: QueueFilter; after?: QueueKey | undefined; limit: number },
): Promise<QueueRow[]> {
  const { seats, filter, after, limit } = query;
  if (seats.length === 0) return [];
  const from = after
    ? sql`and (r.calm, r.step_due_at, r.case_id) > (${after.calm}, ${after.stepDueAt}, ${after.caseId}::uuid)`
    : sql``;
  const parts = seats.map(
    (
      seat,
    ) => sql`(select r.case_id, r.number, r.kind, r.problem_id, r.category, r.level, r.area_code, r.place, r.body, r.state, r.status,
      r.unit_id, r.priority, r.class, r.channel, r.reported_at, r.pile, r.step_due_at, r.calm, r.lat, r.long, r.offered_unit
      from complaints.report r where ${seatIs(seat)} and ${conditions(filter)} ${from}
      order by r.calm, r.step_due_at, r.case_id limit ${limit})`,
  );
  const { rows } = await sql<QueueRow>`
    select * from (${sql.join(parts, sql` union all `)}) found order by calm, step_due_at, case_id limit ${limit * seats.length}
  `.execute(db);
  return rows;
}

export interface QueueCounts {
  readonly danger: number;
  readonly toSort: number;
  readonly late: number;
  readonly waiting: number; // for their reporters
}
/** Counting stops here: the screen says "99+". */
export const queueCountCap = 100;

export async function countQueue(db: Db, seats: readonly Seat[], now: Date): Promise<QueueCounts> {
  const counted = (condition: ReturnType<typeof sql>) =>
    sql`least(${queueCountCap}, (${sql.join(
      seats.map(
        (seat) => sql`(select count(*)::int from (select 1 from complaints.report r
        where ${seatIs(seat)} and ${condition} limit ${queueCountCap}) one)`,
      ),
      sql` + `,
    )}))`;
  if (seats.length === 0) return { danger: 0, toSort: 0, late: 0, waiting: 0 };
  const { rows } = await sql<QueueCounts>`select
    ${counted(sql`r.closed_at is null and not r.calm`)} as danger,
    ${counted(sql`r.pile = 'sort'`)} as to_sort,
    ${counted(sql`r.closed_at is null and r.step_due_at < ${now}`)} as late,
    ${counted(sql`r.pile = 'reporter'`)} as waiting`.execute(db);
  return rows[0] ?? { danger: 0, toSort: 0, late: 0, waiting: 0 };
}

/** The photos of several reports, in their order; those of the reporter first. */
export async function photosOfReports(
  db: Db,
  caseIds: readonly string[],
): Promise<{ id: string; caseId: string; uploadId: string }[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{ id: string; caseId: string; uploadId: string }>`
    select id, case_id, upload_id from complaints.photo where case_id = any(${[...caseIds]}::uuid[]) and kind = 'before' order by position, at
  `.execute(db);
  return rows;
}

export interface OfficeFigures {
  readonly unitId: string;
  readonly open: number;
  readonly late: number;
}
/** Per unit; counting stops at `most` for each. */
export async function figuresOfUnits(
  db: Db,
  unitIds: readonly string[],
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<OfficeFigures[]> {
  const { rows } = await sql<OfficeFigures>`
    select u.id as unit_id, count(one.step_due_at)::int as open, count(*) filter (where one.step_due_at < ${now})::int as late
    from unnest(${[...unitIds]}::uuid[]) u(id)
    left join lateral (select r.step_due_at from complaints.report r where r.unit_id = u.id and r.pile = 'office' order by r.calm, r.step_due_at limit ${most}) one on true
    group by u.id`.execute(db);
  return rows;
}
export interface Misroutes {
  readonly forwarded: number;
  readonly moved: number; // accepted by another, declined, or returned as wrong
}
export async function countMisroutes(db: Db, since: Date): Promise<Misroutes> {
  const { rows } = await sql<Misroutes>`
    select count(distinct case_id) filter (where what = 'assigned')::int as forwarded,
      count(*) filter (where what in ('accepted', 'refused', 'returned'))::int as moved
    from complaints.custody where at >= ${since}`.execute(db);
  return rows[0] ?? { forwarded: 0, moved: 0 };
}
