// Reading for everybody: nothing but what the published views hold.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type Key, selectPublished } from '../store/listing.ts';
import { findProblem, findProblemByCode } from '../store/problems.ts';
import { type CountedMonth, countOpened, findPublished, photosOf } from '../store/published.ts';
import { findReport } from '../store/reports.ts';
import { type OpenedFilter, type Span, selectChanged, selectOpened } from '../store/spans.ts';
import type { Page, PublicFilter, PublishedPhoto, PublishedProblem } from '../types.ts';

const pageAtMost = 1000;
const joinsAtMost = 5;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function cursorOf({ at, id }: Key): string {
  return `${at.toISOString()}_${id}`;
}
function readCursor(text: string | undefined): Key | undefined {
  const [at = '', id = ''] = (text ?? '').split('_');
  const instant = new Date(at);
  return uuid.test(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : undefined;
}

export interface PublishedPage {
  readonly items: readonly PublishedProblem[];
  readonly next: string | null;
}
/**
 * The latest change first. A cursor that is none starts at the beginning. What is searched by words or in a box may come in short pages, even
 * empty ones: as long as there is a `next`, older ones have not been looked through.
 */
export async function listPublished(ctx: Context, filter: PublicFilter, page: Page): Promise<PublishedPage> {
  const limit = Math.max(1, Math.min(pageAtMost, page.limit));
  const { rows, reached } = await selectPublished(ctx.db, filter, { limit: limit + 1, after: readCursor(page.after) });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length > limit && last) return { items, next: cursorOf({ at: last.updatedAt, id: last.id }) };
  return { items, next: reached ? cursorOf(reached) : null };
}

/** Those reported in a span, the latest report first: the same order whatever happens to them meanwhile. */
export function listOpened(
  ctx: Context,
  filter: OpenedFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PublishedProblem[]> {
  return selectOpened(ctx.db, filter, { limit: Math.min(pageAtMost, limit), offset });
}

/** Those that changed in a span, the first change first. */
export function listChanged(ctx: Context, span: Span, limit: number): Promise<PublishedProblem[]> {
  return selectChanged(ctx.db, span, limit);
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
    if (own.level === 'secret') break; // looked for like one that never was, in the same time
    own = await findProblem(ctx.db, own.mergedInto);
  }
  return readPublished(ctx, own?.code ?? code);
}
export function publishedPhotos(ctx: Context, problemIds: readonly string[]): Promise<PublishedPhoto[]> {
  return photosOf(ctx.db, problemIds);
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
