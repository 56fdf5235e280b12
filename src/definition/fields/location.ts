import { asciiDigits } from '../../lib/people-text/people-text.ts';
import { readSigned } from './integer.ts';
import { shortText } from './raw.ts';
import { type FieldKind, isRecord, type LocationValue, partOf } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

// The box around Indonesia: Rondo in the north to Ndana in the south, Benggala in the west to the Papuan border.
const box = { south: -11.2, north: 6.3, west: 94.7, east: 141.2 } as const;

/** A point inside Indonesia, to six decimals (11 cm). Understands boxes, "-4.01, 119.62" and map links. */
export const locationKind: FieldKind<LocationValue> = {
  parse(raw, _field, env) {
    const words = wordsOf(env.locale).location;
    const pair = isRecord(raw) ? readObject(raw) : readLine(shortText(raw, 500) ?? '');
    if (pair === undefined) return fail('location.format', words.format);
    // The two ranges do not overlap in Indonesia, so a swapped pair is certain and is put right.
    const [lat, lng] = Math.abs(pair[0]) > 90 ? [pair[1], pair[0]] : pair;
    const inside = lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east;
    if (!inside) return fail('location.outside', words.outside);
    return { ok: true, value: { lat: sixDecimals(lat), lng: sixDecimals(lng) } };
  },
  holds: (value): value is LocationValue =>
    isRecord(value) && typeof partOf(value, 'lat') === 'number' && typeof partOf(value, 'lng') === 'number',
  format: (value) => `${value.lat.toFixed(6)}, ${value.lng.toFixed(6)}`,
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.location),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'object',
    properties: {
      lat: { type: 'number', minimum: box.south, maximum: box.north },
      lng: { type: 'number', minimum: box.west, maximum: box.east },
    },
    required: ['lat', 'lng'],
    additionalProperties: false,
  }),
};

function readObject(raw: Readonly<Record<string, unknown>>): [number, number] | undefined {
  const lat = readDegrees(partOf(raw, 'lat') ?? partOf(raw, 'latitude'));
  const lng = readDegrees(partOf(raw, 'lng') ?? partOf(raw, 'lon') ?? partOf(raw, 'longitude'));
  return lat === undefined || lng === undefined ? undefined : [lat, lng];
}

function readDegrees(given: unknown): number | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined;
  const text = asciiDigits(shortText(given, 40) ?? '');
  if (/^[-+]?\d{1,3}(\.\d+)?$/.test(text)) return Number(text);
  return /^[-+]?\d{1,3},\d+$/.test(text) ? readSigned(text) : undefined;
}

function readLine(text: string): [number, number] | undefined {
  const match = /(?:^|[@=/:!])\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,20})?)(?![\d.])/.exec(
    asciiDigits(text),
  );
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 + 0;
}
