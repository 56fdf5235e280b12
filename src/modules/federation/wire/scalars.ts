// Single values of other servers, read with patience: a field that makes no sense is as if it had not been sent.
import type { Tree } from './tree.ts';

export type Fields = Readonly<Record<string, Tree>>;

const isFields = (tree: Tree | undefined): tree is Fields =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

export function fieldsOf(tree: Tree | undefined): Fields {
  return isFields(tree) ? tree : {};
}

/** Own fields only: `constructor` is not one. */
export function field(fields: Fields, name: string): Tree | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

// Control characters of other people's texts end here; they would not survive our own documents either.
const unwanted = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function textOf(fields: Fields, name: string, most = 4000): string | undefined {
  const value = field(fields, name);
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\r\n?/g, '\n').replace(unwanted, '').trim();
  return text === '' || text.toLowerCase() === 'null' ? undefined : [...text].slice(0, most).join('');
}

export function booleanOf(fields: Fields, name: string): boolean {
  return ['true', '1', 'yes'].includes((textOf(fields, name) ?? '').toLowerCase());
}

const withZone = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)$/i;
const withoutZone = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?)?$/;
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/**
 * W3C dates as the standard wants them, and what is seen in the wild: a blank for the T, no colon in the zone, no zone at all (then that of
 * `offsetMinutes`), a day alone, seconds or milliseconds since 1970.
 */
export function instantOf(fields: Fields, name: string, offsetMinutes: number): Date | undefined {
  const text = textOf(fields, name, 60);
  const time = text === undefined ? Number.NaN : timeOf(text, offsetMinutes);
  return time >= earliest && time < latest ? new Date(time) : undefined;
}

function timeOf(text: string, offsetMinutes: number): number {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const zoned = withZone.exec(text);
  if (zoned) {
    const [, day, minute, second = ':00', zone = 'Z'] = zoned;
    const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
    return Date.parse(`${day}T${minute}${second}${colon}`);
  }
  const local = withoutZone.exec(text);
  if (!local) return Number.NaN;
  const [, day, minute = '00:00', second = ':00'] = local;
  return Date.parse(`${day}T${minute}${second}Z`) - offsetMinutes * 60_000;
}
