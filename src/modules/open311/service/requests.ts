// Requests of Open311 are published problems; what is not published does not exist here, whatever its reason.
import { AppError } from '../../../lib/errors.ts';
import { boxAround, metresBetween } from '../../../lib/geo/distance.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import {
  listPublished,
  type PublishedPhoto,
  type PublishedProblem,
  publishedPhotos,
  readPublishedOrJoined,
} from '../../complaints/index.ts';
import { areaLookup, getUnit } from '../../organisation/index.ts';
import { findCategory } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import type { UpdateStatus, WireRequest, WireUpdate } from '../wire/documents.ts';
import type { RequestsQuery } from '../wire/window.ts';
import { w3c } from './services.ts';

const longest = 4000;
const mostPages = 200; // whoever wants more asks for a shorter window

const isOpen = ({ status }: PublishedProblem): boolean => status === 'open' || status === 'waiting';

function notesOf(ctx: Context, { status, closedHow }: PublishedProblem): string {
  const words = messagesFor(ctx.locale);
  return closedHow === null ? words.status[status] : words.closed[closedHow];
}

async function wireOf(
  ctx: Context,
  problem: PublishedProblem,
  photos: readonly PublishedPhoto[],
): Promise<WireRequest> {
  const { timezone, name: region } = ctx.region;
  const category = problem.category === null ? undefined : await findCategory(ctx, problem.category);
  const area = problem.areaCode === null ? undefined : (await areaLookup(ctx)).name(problem.areaCode);
  const unit = await getUnit(ctx, problem.unitId);
  const photo = photos.find(({ problemId }) => problemId === problem.id);
  const { code, closedAt, updatedAt, dueAt, openedAt } = problem;
  return {
    service_request_id: code,
    status: isOpen(problem) ? 'open' : 'closed',
    status_notes: notesOf(ctx, problem),
    service_name: category ? say(category.name, ctx.locale) : null,
    service_code: problem.category ?? '',
    description: [...problem.text].slice(0, longest).join(''),
    agency_responsible: say(unit.label, ctx.locale),
    service_notice: problem.title,
    requested_datetime: w3c(openedAt, timezone),
    updated_datetime: w3c(closedAt ?? updatedAt, timezone),
    expected_datetime: dueAt ? w3c(dueAt, timezone) : null,
    address: [problem.place, area, region].filter(Boolean).join(', '),
    address_id: null,
    zipcode: null,
    lat: problem.lat,
    long: problem.long,
    media_url: photo ? `${ctx.config.publicUrl}/laporan/${code}/foto/${photo.id}` : null,
  };
}

async function wired(ctx: Context, problems: readonly PublishedProblem[]): Promise<WireRequest[]> {
  const photos = await publishedPhotos(
    ctx,
    problems.map(({ id }) => id),
  );
  return Promise.all(problems.map((problem) => wireOf(ctx, problem, photos)));
}

/** @throws not_found `open311.request_unknown`, the same for what never was, is hidden or is secret */
export async function request(ctx: Context, code: string): Promise<WireRequest> {
  const { problem, photos } = await readPublishedOrJoined(ctx, code).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found')
      throw new AppError('not_found', 'open311.request_unknown');
    throw error;
  });
  return { ...(await wireOf(ctx, problem, photos)), service_request_id: code };
}

async function byIds(ctx: Context, ids: readonly string[]): Promise<WireRequest[]> {
  const found: WireRequest[] = [];
  for (const id of ids)
    try {
      found.push(await request(ctx, id));
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'not_found') throw error;
    }
  return found;
}

function distance({ lat, long }: PublishedProblem, near: NonNullable<RequestsQuery['near']>): number {
  return lat === null || long === null ? Number.POSITIVE_INFINITY : metresBetween({ lat, long }, near);
}

/** In the order of the latest change. Empty is an empty list. */
export async function requests(ctx: Context, query: RequestsQuery): Promise<WireRequest[]> {
  if (query.ids) return (await byIds(ctx, query.ids)).slice(0, query.pageSize);
  const found: PublishedProblem[] = [];
  const wanted = query.page * query.pageSize;
  for (const category of query.serviceCodes ?? [undefined])
    found.push(...(await pagesOf(ctx, query, { category, wanted })));
  const { near } = query;
  const inside = near ? found.filter((problem) => distance(problem, near) <= near.radius) : found;
  const ordered = inside.sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime() || (a.id < b.id ? 1 : -1));
  return wired(ctx, ordered.slice(wanted - query.pageSize, wanted));
}

async function pagesOf(
  ctx: Context,
  query: RequestsQuery,
  { category, wanted }: { category: string | undefined; wanted: number },
): Promise<PublishedProblem[]> {
  const status = query.status === undefined ? undefined : query.status === 'open' ? openOnes : closedOnes;
  // The window includes its end: a program that asks up to now expects what came this second.
  const until = new Date(query.to.getTime() + 1000);
  const filter = {
    category,
    status,
    from: query.from,
    until,
    box: query.near && boxAround(query.near, query.near.radius),
  };
  const found: PublishedProblem[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages && found.length < wanted; page++) {
    const { items, next } = await listPublished(ctx, filter, { limit: 1000, after });
    found.push(...items);
    if (next === null) break;
    after = next;
  }
  return found;
}
const openOnes = ['open', 'waiting'] as const;
const closedOnes = ['closed', 'refused'] as const;

function updateStatusOf({ status, closedHow }: PublishedProblem): UpdateStatus {
  if (status === 'refused') return 'NOT_COUNCILS_RESPONSIBILITY';
  if (status === 'closed') return closedHow === 'confirmed' ? 'FIXED' : 'CLOSED';
  return status === 'waiting' ? 'FIXED' : 'IN_PROGRESS';
}

/** The latest change of each problem that changed in the window; a change has an id of its own. */
export async function updates(ctx: Context, window: { readonly from: Date; readonly to: Date }): Promise<WireUpdate[]> {
  const { items } = await listPublished(ctx, {}, { limit: 1000 });
  return items
    .filter(({ updatedAt }) => updatedAt >= window.from && updatedAt <= window.to)
    .map((problem) => ({
      update_id: `${problem.code}-${problem.updatedAt.getTime()}`,
      service_request_id: problem.code,
      status: updateStatusOf(problem),
      updated_datetime: w3c(problem.updatedAt, ctx.region.timezone),
      description: notesOf(ctx, problem),
      media_url: null,
      external_status_code: problem.status,
      customer_reference: null,
    }));
}
