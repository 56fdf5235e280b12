// Open problems near a report as officers see them: also those nobody has published. Secret ones are in nobody's list.
import { sql } from 'kysely';
import { boxAround } from '../../../lib/geo/distance.ts';
import type { Db } from '../../../platform/context.ts';
import { cellsAround } from '../rules.ts';
import type { Point, ProblemStatus } from '../types.ts';
import type { Seat } from './queue.ts';

export interface TwinRow {
  readonly problemId: string;
  readonly code: string;
  readonly number: string; // of the report that leads it
  readonly caseId: string;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  readonly areaCode: string | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly status: ProblemStatus;
  readonly reports: number;
  readonly updatedAt: Date;
}
export interface TwinQuery {
  readonly seats: readonly Seat[];
  readonly besides: string; // a problem
  readonly point: Point | undefined;
  readonly radiusM: number;
  readonly area: string | undefined;
  readonly category: string | undefined;
  readonly limit: number;
}

export async function selectTwins(db: Db, query: TwinQuery): Promise<TwinRow[]> {
  const { seats, besides, point, radiusM, area, category, limit } = query;
  const units = (by: Seat['by']) => seats.filter((seat) => seat.by === by).map(({ unitId }) => unitId);
  const box = point && boxAround(point, radiusM);
  const where =
    point && box
      ? sql`p.cell = any(${cellsAround(point, radiusM)}::bigint[]) and p.lat between ${box.south} and ${box.north} and p.long between ${box.west} and ${box.east}`
      : sql`p.area_code = ${area ?? null} and p.category = ${category ?? null}`;
  const { rows } = await sql<TwinRow>`
    select p.id as problem_id, p.code, r.number, r.case_id, p.title, r.body as text, p.category, p.area_code, p.place, p.lat, p.long,
      p.status, p.reports, p.updated_at
    from complaints.problem p join complaints.report r on r.region_id = p.region_id and r.case_id = p.lead_case
    where p.status in ('open', 'waiting') and p.merged_into is null and p.level <> 'secret' and p.id <> ${besides}::uuid and ${where}
      and (r.verifier_unit = any(${units('verifier_unit')}::uuid[]) or r.unit_id = any(${units('unit_id')}::uuid[]))
    order by p.updated_at desc limit ${limit}`.execute(db);
  return rows;
}
