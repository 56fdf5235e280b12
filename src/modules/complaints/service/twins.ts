// Which open problems a report may be another report of, for whoever sorts it.
import { metresBetween } from '../../../lib/geo/distance.ts';
import type { Context } from '../../../platform/context.ts';
import { selectTwins, type TwinRow } from '../store/twins.ts';
import type { Report } from '../types.ts';
import { near, wordsOf } from './nearby.ts';
import { heldSeats, seatsOf } from './queue.ts';

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

export interface AroundProblem extends TwinRow {
  readonly distanceM: number;
}
const aroundM = 500;
const aroundShown = 25;

/** Open problems round a reported point, alike or not, the nearest first; only those this officer's seats show, never a secret one. */
export async function problemsAround(
  ctx: Context,
  { lat, long, problemId, caseId }: Pick<Report, 'lat' | 'long' | 'problemId' | 'caseId'>,
): Promise<AroundProblem[]> {
  const seats = heldSeats(ctx);
  if (lat === null || long === null || seats.length === 0) return [];
  const point = { lat, long };
  const asked = { seats, besides: problemId ?? caseId, point, radiusM: aroundM, limit: looked };
  const found = await selectTwins(ctx.db, { ...asked, area: undefined, category: undefined });
  return found
    .flatMap((row) =>
      row.lat === null || row.long === null
        ? []
        : [{ ...row, distanceM: metresBetween(point, { lat: row.lat, long: row.long }) }],
    )
    .filter(({ distanceM }) => distanceM <= aroundM)
    .sort((a, b) => a.distanceM - b.distanceM || a.code.localeCompare(b.code))
    .slice(0, aroundShown);
}
