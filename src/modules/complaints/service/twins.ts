// Which open problems a report may be another report of, for whoever sorts it.
import type { Context } from '../../../platform/context.ts';
import { selectTwins, type TwinRow } from '../store/twins.ts';
import type { Report } from '../types.ts';
import { near, wordsOf } from './nearby.ts';
import { seatsOf } from './queue.ts';

export interface Twin extends TwinRow {
  readonly distanceM: number | null; // null: same kelurahan and category, no point known
  readonly score: number; // 0 to 1
}
const radiusM = 250;
const looked = 200;
const shown = 5;
const leastScore = 0.4;

/** The likeliest first; only problems this officer's seats show, never a secret one. */
export async function twinsOf(ctx: Context, report: Report): Promise<Twin[]> {
  if (report.problemId === null) return [];
  const { lat, long } = report;
  const point = lat === null || long === null ? undefined : { lat, long };
  const category = report.category ?? undefined;
  const found = await selectTwins(ctx.db, {
    ...{ seats: seatsOf(ctx), besides: report.problemId, point, radiusM, category, limit: looked },
    area: report.areaCode ?? undefined,
  });
  const like = { point, category, words: wordsOf(report.body), radiusM, now: ctx.clock.now().getTime() };
  return found
    .map((row) => near(row, like))
    .filter(({ distanceM, score }) => score >= leastScore && (distanceM === null || distanceM <= radiusM))
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code))
    .slice(0, shown);
}
