import type { FieldError } from '../../lib/errors.ts';
import { asciiDigits } from '../../lib/people-text/people-text.ts';
import type { Field } from '../schema.ts';
import { areaName, readArea } from './area.ts';
import { isEmpty, readText, shortText } from './raw.ts';
import { type AddressValue, type Env, type FieldKind, isRecord, type Parsed, partOf } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

const longest = { street: 200, landmark: 200 };

/**
 * Street, and as far as known kelurahan, RT, RW and a landmark. `level: kelurahan` makes the area necessary, `rt-rw`
 * also RT and RW; without a level only the street is, so that an address in another city can be written.
 */
export const addressKind: FieldKind<AddressValue> = {
  parse(raw, field, env) {
    const parts = isRecord(raw) ? raw : { street: raw };
    const street = readStreet(parts, field, env);
    const area = readPart(parts, 'area', (given) => readArea(given, env, true));
    const rt = readPart(parts, 'rt', (given) => readUnitNumber(given, 'rt', env));
    const rw = readPart(parts, 'rw', (given) => readUnitNumber(given, 'rw', env));
    const landmark = readPart(parts, 'landmark', (given) => readLandmark(given, env));
    const needed = { area: field.level !== undefined, rt: field.level === 'rt-rw', rw: field.level === 'rt-rw' };
    const at = [
      ...problemAt('street', street),
      ...problemAt('area', area ?? (needed.area ? missing('area', env) : undefined)),
      ...problemAt('rt', rt ?? (needed.rt ? missing('rt', env) : undefined)),
      ...problemAt('rw', rw ?? (needed.rw ? missing('rw', env) : undefined)),
      ...problemAt('landmark', landmark),
    ];
    const [first] = at;
    if (first !== undefined) return { ok: false, code: first.code, message: first.message, at };
    return {
      ok: true,
      value: {
        street: street.ok ? street.value : '',
        ...(area?.ok ? { area: area.value } : {}),
        ...(rt?.ok ? { rt: rt.value } : {}),
        ...(rw?.ok ? { rw: rw.value } : {}),
        ...(landmark?.ok ? { landmark: landmark.value } : {}),
      },
    };
  },
  holds: (value): value is AddressValue => isRecord(value) && typeof partOf(value, 'street') === 'string',
  format(value, _field, env) {
    const district = value.area?.slice(0, 8) ?? '';
    const village = value.area === undefined ? '' : areaName(value.area, env.areas);
    const units = [value.rt === undefined ? '' : `RT ${value.rt}`, value.rw === undefined ? '' : `RW ${value.rw}`];
    const parts = [value.street, units.filter(Boolean).join('/'), village, env.areas.name(district) ?? ''];
    const line = parts.filter((part) => part !== '').join(', ');
    return value.landmark === undefined ? line : `${line} (${value.landmark})`;
  },
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.address),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'object',
    properties: {
      street: { type: 'string', minLength: 1, maxLength: longest.street },
      area: { type: 'string', pattern: '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$' },
      rt: { type: 'string', pattern: '^[0-9]{3}$' },
      rw: { type: 'string', pattern: '^[0-9]{3}$' },
      landmark: { type: 'string', maxLength: longest.landmark },
    },
    required: [
      'street',
      ...(field.level === undefined ? [] : ['area']),
      ...(field.level === 'rt-rw' ? ['rt', 'rw'] : []),
    ],
    additionalProperties: false,
  }),
};

function readStreet(parts: Readonly<Record<string, unknown>>, field: Field, env: Env): Parsed<string> {
  const words = wordsOf(env.locale).address;
  const given = partOf(parts, 'street');
  if (isEmpty(given)) return fail('address.street', words.street);
  if (shortText(given, Number.MAX_SAFE_INTEGER) === undefined) return fail('address.format', words.format);
  const { min: _min, ...named } = field;
  const read = readText(
    given,
    { ...named, max: field.max ?? longest.street },
    { env, max: longest.street, lines: false },
  );
  return read.ok && !/[\p{L}\p{N}]/u.test(read.value) ? fail('address.street', words.street) : read;
}

function readLandmark(given: unknown, env: Env): Parsed<string> {
  const words = wordsOf(env.locale).address;
  const part: Field = {
    id: 'landmark',
    type: 'address',
    required: false,
    label: { id: words.landmark, en: words.landmark },
  };
  return readText(given, part, { env, max: longest.landmark, lines: false });
}

function readPart(
  parts: Readonly<Record<string, unknown>>,
  key: string,
  read: (given: unknown) => Parsed<string>,
): Parsed<string> | undefined {
  const given = partOf(parts, key);
  return isEmpty(given) ? undefined : read(given);
}

// "RT 01", "1" and 1 are RT 001 (three digits as on the KTP-el).
function readUnitNumber(given: unknown, unit: 'rt' | 'rw', env: Env): Parsed<string> {
  const digits = asciiDigits(shortText(given, 20) ?? '').replace(/^r[tw]\.?\s*/i, '');
  const sound = /^\d{1,4}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 999;
  if (!sound) return fail(`address.${unit}`, wordsOf(env.locale).address[unit]);
  return { ok: true, value: String(Number(digits)).padStart(3, '0') };
}

function missing(part: 'area' | 'rt' | 'rw', env: Env): Parsed<string> {
  const words = wordsOf(env.locale);
  return fail(`address.${part}`, part === 'area' ? words.area.format : words.address[part]);
}

function problemAt(field: string, parsed: Parsed<string> | undefined): FieldError[] {
  return parsed === undefined || parsed.ok ? [] : [{ field, code: parsed.code, message: parsed.message }];
}
