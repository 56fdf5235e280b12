// Parameters of GeoReport v2, from the query and from a form body alike: one known client sends jurisdiction_id in the query of a POST,
// another in its body. An empty parameter is an absent one.
import { AppError } from '../../../lib/errors.ts';

export type Raw = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** The body wins where both name a parameter. */
export function readParameters(query: Raw, body: Raw = {}): Parameters {
  const found = new Map<string, readonly string[]>();
  for (const source of [query, body])
    for (const [name, value] of Object.entries(source)) {
      const given = (typeof value === 'string' ? [value] : (value ?? [])).map((one) => one.trim()).filter(Boolean);
      if (given.length > 0) found.set(name, given);
    }
  return found;
}

/** One value; of a repeated parameter the last, as browsers' forms and PHP do. */
export const one = (given: Parameters, name: string): string | undefined => given.get(name)?.at(-1);

/** Comma-separated, repeated, or both. */
export function listOf(given: Parameters, name: string): readonly string[] | undefined {
  const values = (given.get(name) ?? []).flatMap((value) => value.split(',')).map((value) => value.trim());
  const filled = [...new Set(values.filter(Boolean))];
  return filled.length > 0 ? filled : undefined;
}

// W3C profile of ISO 8601 (wiki.open311.org: dates): with a zone. A plus sign that came unescaped through a form reads as a space.
const dated = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** @throws AppError invalid `open311.date` for anything but a date with time and zone. */
export function instantOf(given: Parameters, name: string): Date | undefined {
  const text = one(given, name);
  if (text === undefined) return undefined;
  const repaired = text.replace(/ (\d{2}:?\d{2})$/, '+$1');
  const at = dated.test(repaired)
    ? new Date(repaired.toUpperCase().replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    : undefined;
  const fine = at && !Number.isNaN(at.getTime()) && at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 9998;
  if (!fine) throw new AppError('invalid', 'open311.date', { params: { name } });
  return at;
}

/** @throws AppError invalid `open311.number` outside the range. */
export function numberOf(
  given: Parameters,
  name: string,
  range: { readonly least: number; readonly most: number; readonly whole?: boolean },
): number | undefined {
  const text = one(given, name);
  if (text === undefined) return undefined;
  // Programs write a double as it is, with up to seventeen digits behind the point.
  const value = /^[+-]?\d{1,15}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
  const fine = value >= range.least && value <= range.most && (!range.whole || Number.isInteger(value));
  if (!fine)
    throw new AppError('invalid', 'open311.number', { params: { name, least: range.least, most: range.most } });
  return value;
}
