// A report as another program sends it: POST requests.
import { AppError } from '../../../lib/errors.ts';
import { listOf, numberOf, one, type Parameters } from './parameters.ts';

export const longestDescription = 4000;

export interface SentReport {
  readonly serviceCode: string;
  readonly point?: { readonly lat: number; readonly long: number } | undefined;
  readonly addressText?: string | undefined;
  readonly addressId?: string | undefined;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly description: string;
  readonly mediaUrl?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly name?: string | undefined;
  readonly accountId?: string | undefined;
  readonly deviceId?: string | undefined;
}

function pointOf(given: Parameters): SentReport['point'] {
  const lat = numberOf(given, 'lat', { least: -90, most: 90 });
  const long = numberOf(given, 'long', { least: -180, most: 180 });
  if ((lat === undefined) !== (long === undefined)) throw new AppError('invalid', 'open311.lone_coordinate');
  return lat === undefined || long === undefined ? undefined : { lat, long };
}

/** `attribute[CODE]=v`, `attribute[CODE][]=v1`, and the same key repeated without brackets. */
function attributesOf(given: Parameters): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, values] of given) {
    const code = /^attribute\[([^\]]{1,100})\](\[\d{0,4}\])?$/.exec(name)?.[1];
    if (code !== undefined) found.set(code, [...(found.get(code) ?? []), ...values]);
  }
  return found;
}

/** Indonesian names of one word come with "-" as the last name from clients that split names. */
function nameOf(given: Parameters): string | undefined {
  const parts = [one(given, 'first_name'), one(given, 'last_name')];
  const name = parts.filter((part) => part !== undefined && part !== '-').join(' ');
  return name === '' ? undefined : name.slice(0, 120);
}

function mediaOf(given: Parameters): string | undefined {
  const text = one(given, 'media_url');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (text.length > 2000 || !url || !['http:', 'https:'].includes(url.protocol))
    throw new AppError('invalid', 'open311.media_url');
  return url.href;
}

/** @throws AppError invalid. The service itself, its attributes and the place's region are checked by who knows them. */
export function readReport(given: Parameters): SentReport {
  const serviceCode = one(given, 'service_code');
  if (serviceCode === undefined) throw new AppError('invalid', 'open311.service_missing');
  const description = (one(given, 'description') ?? '').replace(/\r\n?/g, '\n');
  if ([...description].length > longestDescription)
    throw new AppError('invalid', 'open311.too_long', { params: { name: 'description', most: longestDescription } });
  const point = pointOf(given);
  const addressText = one(given, 'address_string')?.slice(0, 300);
  const addressId = listOf(given, 'address_id')?.[0]?.slice(0, 100);
  if (!point && addressText === undefined && addressId === undefined) throw new AppError('invalid', 'open311.location');
  return {
    serviceCode,
    point,
    addressText,
    addressId,
    attributes: attributesOf(given),
    description,
    mediaUrl: mediaOf(given),
    email: one(given, 'email')?.slice(0, 200),
    phone: one(given, 'phone')?.slice(0, 40),
    name: nameOf(given),
    accountId: one(given, 'account_id')?.slice(0, 100),
    deviceId: one(given, 'device_id')?.slice(0, 100),
  };
}
