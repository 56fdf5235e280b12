// No channel may bring a question to its knees: whatever JSON arrives, an answer or a sentence comes back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, type FieldType, fieldTypes } from '../schema.ts';
import { sampleEnv, sampleField } from '../testing.ts';
import { fieldJsonSchema, fieldKinds, formatField, parseField, promptField } from './registry.ts';

const env = sampleEnv();
const options = [
  { value: 'satu', label: { id: 'Pilihan satu', en: 'First' } },
  { value: 'dua', label: { id: 'Pilihan dua', en: 'Second' } },
];
function fieldOf(type: FieldType): Field {
  if (type === 'choice' || type === 'choices') return sampleField(type, { options });
  if (type !== 'group') return sampleField(type);
  return sampleField('group', {
    fields: [
      { id: 'nama', type: 'name', label: 'Nama', required: true },
      { id: 'alamat', type: 'address', label: 'Alamat', required: false },
      { id: 'cucu', type: 'group', label: 'Cucu', required: false, fields: [{ id: 'nik', type: 'nik', label: 'NIK' }] },
    ],
  });
}

const hostile: readonly unknown[] = [
  null,
  '\u0000',
  '\ud800',
  '\udc00\ud800',
  '\u202e',
  'x'.repeat(2_000_000),
  ' '.repeat(2_000_000),
  '\u200b'.repeat(100_000),
  '1'.repeat(100_000),
  '1,'.repeat(50_000),
  '- '.repeat(50_000),
  'a@'.repeat(50_000),
  `${'a.'.repeat(120)}@x`,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
  -0,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  [],
  [[]],
  [[[[[[]]]]]],
  [null, undefined],
  {},
  JSON.parse('{"__proto__": {"street": "x", "day": 1, "lat": 1}}'),
  { constructor: 'x', toString: 'x', hasOwnProperty: 1 },
  { day: '\ud800', month: Number.NaN, year: Number.POSITIVE_INFINITY },
  { lat: {}, lng: [] },
  { street: { street: 'x' }, rt: [1, 2], rw: true },
  { 0: { 0: { 0: 'x' } } },
  Array.from({ length: 100_000 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n])),
  JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`),
  '😀'.repeat(100),
  "'; DROP TABLE case_event; --",
  '<img src=x onerror=alert(1)>',
  '{{7*7}}',
];

const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const nik = fc
  .tuple(two(1, 71), two(1, 13), two(0, 99), fc.integer({ min: 0, max: 9999 }))
  .map(([day, month, year, serial]) => `737201${day}${month}${year}${String(serial).padStart(4, '0')}`);
const name = fc.stringMatching(/^[A-Za-z' .,]{1,20}$/);
const likely: Partial<Record<FieldType, fc.Arbitrary<unknown>>> = {
  nik: fc.oneof(nik, nik.map(Number)),
  name: fc.oneof(name, fc.string({ unit: 'grapheme' })),
  nib: fc.stringMatching(/^\d{4} ?\d{4}[.-]?\d{5}$/),
  npwp: fc.stringMatching(/^\d{2}\.\d{3}\.\d{3}\.\d-?\d{3}\.\d{3}$/),
  'no-kk': nik,
  phone: fc.stringMatching(/^(0|62|\+62 )8\d{2}[- ]?\d{4}[- ]?\d{3,4}$/),
  email: fc.emailAddress(),
  date: fc.stringMatching(/^\d{1,2}[-/. ](\d{1,2}|agustus|mei|dec)[-/. ]\d{2,4}$/),
  integer: fc.stringMatching(/^-?\d{1,3}(\.\d{3}){0,3}$/),
  decimal: fc.stringMatching(/^-?\d{1,3}(\.\d{3}){0,2}(,\d{1,8})?$/),
  money: fc.stringMatching(/^(Rp ?)?\d{1,3}(\.\d{3}){0,4}(,00|,-)?( ribu| juta)?$/),
  choice: fc.constantFrom('satu', 'PILIHAN DUA', 1, '2', 'first', '3'),
  choices: fc.array(fc.constantFrom('satu', 'PILIHAN DUA', 1, '2', '')),
  area: fc.constantFrom('73.72.01.1004', '7372011004', 'Lakessi (73.72.03.1001)', '73.72', '73.72.9'),
  location: fc.tuple(fc.double({ min: -12, max: 7 }), fc.double({ min: 94, max: 142 })).map((pair) => pair.join(', ')),
  group: fc.array(
    fc.record({ nama: name, alamat: fc.string(), cucu: fc.array(fc.record({ nik })) }, { requiredKeys: [] }),
  ),
};
const realistic = fc.oneof(
  fc.constantFrom(
    '7372011708900001',
    '081234567890',
    '17 agustus 1990',
    'Rp 12.500',
    '12,5',
    'ya',
    'satu',
    'Jl. Mawar 1',
  ),
  fc.constantFrom('73.72.01.1004', 'andi@contoh.com', '-4.01,119.62', '0199aa11-2222-7333-8444-555566667777', true, 17),
  fc.record({ day: fc.integer(), month: fc.integer(), year: fc.integer() }),
  fc.record({ street: fc.string({ unit: 'binary' }), rt: fc.nat(), rw: fc.string() }),
  fc.record({ lat: fc.double({ min: -15, max: 10 }), lng: fc.double({ min: 90, max: 145 }) }),
  fc.array(fc.record({ nama: fc.string({ unit: 'grapheme' }), alamat: fc.string() }), { maxLength: 4 }),
  fc.stringMatching(/^[\d .,\-+/()]{0,24}$/),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
);
const anything = fc.oneof(
  realistic,
  fc.anything({ withNullPrototype: true, withObjectString: true, withBigInt: false }),
);

// The best of a few tries: a busy machine must not look like a slow question.
function quickest(act: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && best >= 100; tries += 1) {
    const started = performance.now();
    act();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

describe.each(fieldTypes)('%s', { timeout: 60_000 }, (type) => {
  const field = fieldOf(type);

  it('answers every hostile value with a sentence or a value, quickly', () => {
    for (const raw of hostile) {
      const parsed = parseField(raw, field, env);
      expect(quickest(() => parseField(raw, field, env))).toBeLessThan(250);
      if (!parsed.ok) {
        expect(parsed.code).toMatch(/^(required|field\.unknown|[a-z-]+\.[a-z_]+)$/);
        expect(parsed.message).toMatch(/^[A-Z].*[.?]$/);
      }
    }
  });

  it('never throws, and a value read again is the same value in JSON and out of it', () => {
    fc.assert(
      fc.property(fc.oneof(likely[type] ?? anything, anything), (raw) => {
        const parsed = parseField(raw, field, env);
        if (!parsed.ok || parsed.value === undefined) return;
        const stored: unknown = JSON.parse(JSON.stringify(parsed.value));
        expect(stored).toEqual(parsed.value);
        expect(parseField(stored, field, env)).toMatchObject({ ok: true, value: parsed.value });
        expect(fieldKinds[type].holds(stored)).toBe(true);
        expect(formatField(stored, field, env)).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('formats anything that may stand in an old record', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof formatField(value, field, env)).toBe('string');
      }),
      { numRuns: 100 },
    );
  });

  it('can be asked in one line and described to a program, in both languages', () => {
    expect(promptField(field, env)).toMatch(/^Isian\./);
    expect(promptField(field, sampleEnv({ locale: 'en' }))).toMatch(/^Answer\./);
    expect(promptField(field, env)).not.toContain('\n');
    expect(JSON.parse(JSON.stringify(fieldJsonSchema(field)))).toMatchObject({ title: 'Isian' });
  });
});
