import { asciiDigits } from '../../lib/people-text/people-text.ts';
import { shortText } from './raw.ts';
import type { AreaLookup, Env, FieldKind, Parsed } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** A Kemendagri area code. With a `level` it must be a kelurahan or desa, otherwise any area of the list. */
export const areaKind: FieldKind<string> = {
  parse: (raw, field, env) => readArea(raw, env, field.level !== undefined),
  holds: (value) => typeof value === 'string',
  format: (value, _field, env) => areaName(value, env.areas),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.area),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'string',
    pattern:
      field.level === undefined
        ? '^[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?$'
        : '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$',
  }),
};

/** Reads "73.72.01.1004", "7372011004" or "Lompoe (73.72.01.1004)". */
export function readArea(raw: unknown, env: Env, village: boolean): Parsed<string> {
  const words = wordsOf(env.locale).area;
  const text = asciiDigits(shortText(raw) ?? '');
  const digits = (/\(([\d.]+)\)$/.exec(text)?.[1] ?? text).replace(/[.\s]/g, '');
  if (!/^\d{2}(\d{2}(\d{2}(\d{4})?)?)?$/.test(digits)) return fail('area.format', words.format);
  const code = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter(Boolean).join('.');
  if (!env.areas.has(code)) return fail('area.unknown', words.unknown);
  if (village && digits.length !== 10) return fail('area.level', words.level);
  return { ok: true, value: code };
}

/** The area's name, its code when the list no longer has it. */
export function areaName(code: string, areas: AreaLookup): string {
  return areas.name(code) ?? code;
}
