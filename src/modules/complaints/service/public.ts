// Reading for everybody: nothing but what the published views hold.
import { AppError } from '../../../lib/errors.ts';
import { metresBetween } from '../../../lib/geo/distance.ts';
import type { Context } from '../../../platform/context.ts';
import { cellsAround } from '../rules.ts';
import { findProblem, findProblemByCode } from '../store/problems.ts';
import {
  type CountedMonth,
  countOpened,
  findPublished,
  photosOf,
  selectInArea,
  selectInCells,
  selectPublished,
} from '../store/published.ts';
import { findReport } from '../store/reports.ts';
import type { Near, Page, Point, PublicFilter, PublishedPhoto, PublishedProblem } from '../types.ts';

const pageAtMost = 1000;
const joinsAtMost = 5;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function cursorOf({ updatedAt, id }: PublishedProblem): string {
  return `${updatedAt.toISOString()}_${id}`;
}
function readCursor(text: string | undefined): { at: Date; id: string } | undefined {
  const [at = '', id = ''] = (text ?? '').split('_');
  const instant = new Date(at);
  return uuid.test(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : undefined;
}

export interface PublishedPage {
  readonly items: readonly PublishedProblem[];
  readonly next: string | null;
}
/** The latest change first. A cursor that is none starts at the beginning. */
export async function listPublished(ctx: Context, filter: PublicFilter, page: Page): Promise<PublishedPage> {
  const limit = Math.max(1, Math.min(pageAtMost, page.limit));
  const rows = await selectPublished(ctx.db, filter, { limit: limit + 1, after: readCursor(page.after) });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(last) : null };
}

/** How many problems were opened in a span, by category, unit and how they ended; in that order. */
export function countPublished(
  ctx: Context,
  span: { readonly from: Date; readonly until: Date },
): Promise<CountedMonth[]> {
  return countOpened(ctx.db, span);
}
export type { CountedMonth };

/** @throws not_found, the same whether it never was, is not published or is secret. */
export async function readPublished(
  ctx: Context,
  code: string,
): Promise<{ problem: PublishedProblem; photos: PublishedPhoto[] }> {
  const problem = await findPublished(ctx.db, code);
  if (!problem) throw new AppError('not_found', 'complaints.not_found');
  return { problem, photos: await photosOf(ctx.db, [problem.id]) };
}
/**
 * The published problem an address leads to: its own, or the one its report was joined to. A secret report leads nowhere, whatever it was
 * joined to. @throws not_found as `readPublished`
 */
export async function readPublishedOrJoined(
  ctx: Context,
  code: string,
): Promise<{ problem: PublishedProblem; photos: PublishedPhoto[] }> {
  let own = await findProblemByCode(ctx.db, code);
  for (let step = 0; step < joinsAtMost && own && own.mergedInto !== null; step++) {
    if (own.level === 'secret') throw new AppError('not_found', 'complaints.not_found');
    own = await findProblem(ctx.db, own.mergedInto);
  }
  return readPublished(ctx, own?.code ?? code);
}
export function publishedPhotos(ctx: Context, problemIds: readonly string[]): Promise<PublishedPhoto[]> {
  return photosOf(ctx.db, problemIds);
}

export interface NearQuery {
  readonly point?: Point | undefined;
  readonly area?: string | undefined; // when no point is known
  readonly category?: string | undefined;
  readonly text?: string | undefined;
  readonly radiusM?: number | undefined; // default 250
  readonly limit?: number | undefined; // default 5
}
const looked = 200; // candidates read

/** Open published problems that may be the same, the most likely first. */
export async function nearby(ctx: Context, query: NearQuery): Promise<Near[]> {
  const { point, area, category, radiusM = 250, limit = 5 } = query;
  const found = point
    ? await selectInCells(ctx.db, cellsAround(point, Math.min(radiusM, 1000)), looked)
    : area === undefined
      ? []
      : await selectInArea(ctx.db, area, category, looked);
  const now = ctx.clock.now().getTime();
  const words = wordsOf(query.text ?? '');
  return found
    .map((problem) => near(problem, { point, category, words, radiusM, now }))
    .filter(({ distanceM }) => distanceM === null || distanceM <= radiusM)
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code))
    .slice(0, limit);
}

interface Likeness {
  readonly point: Point | undefined;
  readonly category: string | undefined;
  readonly words: ReadonlySet<string>;
  readonly radiusM: number;
  readonly now: number;
}
function near(problem: PublishedProblem, { point, category, words, radiusM, now }: Likeness): Near {
  const { lat, long } = problem;
  const distanceM = point && lat !== null && long !== null ? Math.round(metresBetween(point, { lat, long })) : null;
  const close = distanceM === null ? 0.3 : Math.max(0, 1 - distanceM / radiusM);
  const same = category === undefined || problem.category === null ? 0.5 : likeCategory(category, problem.category);
  const days = (now - problem.updatedAt.getTime()) / 86_400_000;
  const fresh = Math.max(0, 1 - days / 90);
  const alike = words.size === 0 ? 0.5 : overlap(words, wordsOf(`${problem.title} ${problem.text}`));
  return { ...problem, distanceM, score: 0.35 * close + 0.3 * same + 0.1 * fresh + 0.25 * alike };
}
function likeCategory(a: string, b: string): number {
  if (a === b) return 1;
  return a.split('.')[0] === b.split('.')[0] ? 0.6 : 0;
}
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size === 0 || b.size === 0 ? 0 : shared / Math.min(a.size, b.size);
}

/** The address of a problem, for whoever has just reported it. */
export async function readProblemCode(ctx: Context, problemId: string): Promise<string | undefined> {
  return (await findProblem(ctx.db, problemId))?.code;
}

/** Number of the leading report of a published problem, for what others write to its office; never shown. */
export async function leadNumberOf(ctx: Context, code: string): Promise<string | undefined> {
  const published = await findPublished(ctx.db, code);
  const problem = published && (await findProblem(ctx.db, published.id));
  return problem && (await findReport(ctx.db, problem.leadCase))?.number;
}
