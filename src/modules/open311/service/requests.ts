// Requests of Open311 are published problems; what is not published does not exist here, whatever its reason.
import { AppError } from '../../../lib/errors.ts';
import { boxAround, metresBetween } from '../../../lib/geo/distance.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import {
  listChanged,
  listOpened,
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
const chunk = 1000;
const mostUpdates = 10_000; // whoever wants more asks for a shorter window

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

/** The latest report first. Empty is an empty list. */
export async function requests(ctx: Context, query: RequestsQuery): Promise<WireRequest[]> {
  if (query.ids) return (await byIds(ctx, query.ids)).slice(0, query.pageSize);
  const before = (query.page - 1) * query.pageSize;
  if (query.near) return wired(ctx, (await allAround(ctx, query, query.near)).slice(before, before + query.pageSize));
  return wired(ctx, await listOpened(ctx, filterOf(query), { limit: query.pageSize, offset: before }));
}

function filterOf({ serviceCodes: categories, status, from, to, near }: RequestsQuery) {
  return {
    categories,
    from,
    status: status === undefined ? undefined : status === 'open' ? openOnes : closedOnes,
    until: afterwards(to),
    box: near && boxAround(near, near.radius),
  };
}

/** The window includes its end: a program that asks up to now expects what came this second. */
const afterwards = (end: Date): Date => new Date(end.getTime() + 1000);

/** A box holds more than the circle in it: pages are counted among what is inside. */
async function allAround(
  ctx: Context,
  query: RequestsQuery,
  near: NonNullable<RequestsQuery['near']>,
): Promise<PublishedProblem[]> {
  const inside: PublishedProblem[] = [];
  for (let offset = 0; inside.length < query.page * query.pageSize; offset += chunk) {
    const some = await listOpened(ctx, filterOf(query), { limit: chunk, offset });
    inside.push(...some.filter((problem) => distance(problem, near) <= near.radius));
    if (some.length < chunk) break;
  }
  return inside;
}
const openOnes = ['open', 'waiting'] as const;
const closedOnes = ['closed', 'refused'] as const;

function updateStatusOf({ status, closedHow }: PublishedProblem): UpdateStatus {
  if (status === 'refused') return 'NOT_COUNCILS_RESPONSIBILITY';
  if (status === 'closed') return closedHow === 'confirmed' ? 'FIXED' : 'CLOSED';
  return status === 'waiting' ? 'FIXED' : 'IN_PROGRESS';
}

/** The latest change of each problem that changed in the window, the first to come first; a change has an id of its own. */
export async function updates(ctx: Context, window: { readonly from: Date; readonly to: Date }): Promise<WireUpdate[]> {
  const changed = await listChanged(ctx, { from: window.from, until: afterwards(window.to) }, mostUpdates);
  return changed.map((problem) => ({
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
