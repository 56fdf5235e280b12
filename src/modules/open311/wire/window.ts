// Which requests a list is about: the last 90 days unless asked otherwise, never more than 90 days at once (GeoReport v2, GET requests).
import { AppError } from '../../../lib/errors.ts';
import { instantOf, listOf, numberOf, type Parameters } from './parameters.ts';

export const windowDays = 90;
export const mostRequests = 1000;
export const mostIds = 200;
const day = 86_400_000;

export interface RequestsQuery {
  readonly ids?: readonly string[] | undefined; // overrides every other argument
  readonly serviceCodes?: readonly string[] | undefined;
  readonly from: Date;
  readonly to: Date;
  readonly status?: 'open' | 'closed' | undefined; // both is neither
  readonly near?: { readonly lat: number; readonly long: number; readonly radius: number } | undefined; // metres
  readonly page: number; // from 1
  readonly pageSize: number;
}

/** Only a start: 90 days from there. Only an end: the 90 days before. */
export function windowOf(given: Parameters, now: Date): { from: Date; to: Date } {
  const start = instantOf(given, 'start_date');
  const end = instantOf(given, 'end_date');
  const from = start ?? new Date((end ?? now).getTime() - windowDays * day);
  const to = end ?? (start ? new Date(start.getTime() + windowDays * day) : now);
  if (to < from || to.getTime() - from.getTime() > windowDays * day)
    throw new AppError('invalid', 'open311.window', { params: { days: windowDays } });
  return { from, to };
}

function statusOf(given: Parameters): 'open' | 'closed' | undefined {
  const asked = listOf(given, 'status')?.map((status) => status.toLowerCase());
  if (!asked) return undefined;
  if (asked.some((status) => status !== 'open' && status !== 'closed')) throw new AppError('invalid', 'open311.status');
  return asked.length === 2 ? undefined : asked[0] === 'open' ? 'open' : 'closed';
}

function nearOf(given: Parameters): RequestsQuery['near'] {
  const lat = numberOf(given, 'lat', { least: -90, most: 90 });
  const long = numberOf(given, 'long', { least: -180, most: 180 });
  const radius = numberOf(given, 'radius', { least: 1, most: 10_000 });
  if (lat === undefined && long === undefined) return undefined;
  if (lat === undefined || long === undefined) throw new AppError('invalid', 'open311.lone_coordinate');
  return { lat, long, radius: radius ?? 250 };
}

/** @throws AppError invalid: date, number, window, status, lone_coordinate, too_many_ids. */
export function readRequestsQuery(given: Parameters, now: Date): RequestsQuery {
  const ids = listOf(given, 'service_request_id');
  if (ids && ids.length > mostIds) throw new AppError('invalid', 'open311.too_many_ids', { params: { most: mostIds } });
  const pageSize = numberOf(given, 'page_size', { least: 1, most: mostRequests, whole: true }) ?? mostRequests;
  return {
    ids,
    // Ids override everything, even what would be refused on its own.
    ...(ids ? windowOf(new Map(), now) : windowOf(given, now)),
    serviceCodes: ids ? undefined : listOf(given, 'service_code'),
    status: ids ? undefined : statusOf(given),
    near: ids ? undefined : nearOf(given),
    page: numberOf(given, 'page', { least: 1, most: 1_000_000, whole: true }) ?? 1,
    pageSize,
  };
}
