// The three Indonesian time zones. None has daylight saving time, so one offset per zone is exact.
import { AppError } from '../errors.ts';

export type ZoneLabel = 'WIB' | 'WITA' | 'WIT';
export interface Zone {
  readonly label: ZoneLabel;
  readonly offsetMinutes: number; // minutes ahead of UTC
}

const zones: ReadonlyMap<string, Zone> = new Map([
  ['Asia/Jakarta', { label: 'WIB', offsetMinutes: 420 }],
  ['Asia/Pontianak', { label: 'WIB', offsetMinutes: 420 }],
  ['Asia/Makassar', { label: 'WITA', offsetMinutes: 480 }],
  ['Asia/Jayapura', { label: 'WIT', offsetMinutes: 540 }],
]);

/** The names a region or calendar may carry as its `timezone`. */
export const timezones: readonly string[] = [...zones.keys()];

/** Label and offset of an Indonesian time zone; `dates.unknown_zone` (invalid) for any other name. */
export function zoneOf(timezone: string): Zone {
  const zone = zones.get(timezone);
  if (zone === undefined) throw new AppError('invalid', 'dates.unknown_zone', { params: { timezone } });
  return zone;
}
