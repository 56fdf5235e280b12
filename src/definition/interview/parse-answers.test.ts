import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson as canonical } from '../../lib/canonical-json.ts';
import { sampleAnswers, sampleDefinition, sampleEnv } from '../testing.ts';
import { answersJsonSchema } from './answers-schema.ts';
import { parseAnswers } from './parse-answers.ts';

const def = sampleDefinition();
const env = sampleEnv();
const codes = (raw: unknown) => parseAnswers(def, raw, env).errors.map((error) => `${error.field} ${error.code}`);

describe('reading all answers', () => {
  it('gives typed answers and nothing else', () => {
    const parsed = parseAnswers(def, { ...sampleAnswers(), hp: '0812 3456 7890', benar: 'on', surel: '' }, env);
    expect(parsed.errors).toEqual([]);
    expect(parsed.warnings).toEqual([]);
    expect(parsed.answers).toEqual({
      tinggal_di_parepare: true,
      lama_tinggal: 'setahun-lebih',
      nik: '7372011708900001',
      nama: 'Andi Tenri',
      tgl_lahir: '1990-08-17',
      jenis_kelamin: 'L',
      hp: '+6281234567890',
      wilayah: '73.72.01.1004',
      alamat: { area: '73.72.01.1004', street: 'Jl. Jenderal Ahmad Yani 12', rt: '001', rw: '002' },
      jenis: 'tetap',
      keperluan: 'Membuka rekening bank',
      benar: true,
    });
  });

  it('drops what is not on the path, also when it is wrong', () => {
    const raw = { ...sampleAnswers(), sampai_tanggal: 'kapan-kapan', anggota: [{ nama_anggota: 'Budi' }] };
    const parsed = parseAnswers(def, raw, env);
    expect(parsed.errors).toEqual([]);
    expect(parsed.answers).not.toHaveProperty('sampai_tanggal');
    expect(parsed.answers).not.toHaveProperty('anggota');
  });

  it('asks for what an earlier answer brings with it', () => {
    expect(codes({ ...sampleAnswers(), jenis: 'sementara' })).toEqual(['sampai_tanggal required']);
    const rows = [{ nama_anggota: 'Budi', lahir_anggota: '32-1-2000' }];
    expect(codes({ ...sampleAnswers(), jenis: 'sementara', sampai_tanggal: 'besok', anggota: rows })).toEqual([
      'anggota.0.lahir_anggota date.impossible',
    ]);
  });

  it('names the parts of an address that are wrong', () => {
    expect(codes({ ...sampleAnswers(), alamat: { street: '', rt: 'x' } })).toEqual([
      'alamat.street address.street',
      'alamat.rt address.rt',
    ]);
  });

  it('tells about names nobody asked, and survives hostile ones', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"nik": "x"}, "constructor": 1, "gaji": 5, "na\\u202ema": 1}');
    const found = codes({ ...sampleAnswers(), ...(hostile as object) });
    expect(found).toEqual([
      '? field.unknown',
      '__proto__ field.unknown',
      'constructor field.unknown',
      'gaji field.unknown',
    ]);
    expect(codes(hostile)).toContain('__proto__ field.unknown');
    expect({}).not.toHaveProperty('nik');
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x${n}`, n]));
    expect(codes({ ...sampleAnswers(), ...many })).toHaveLength(20);
  });

  it('is told when the answers are not answers', () => {
    for (const raw of [[], 'x', 5, true]) expect(codes(raw)[0]).toBe('answers answers.format');
    expect(codes(null)).toContain('nik required');
  });

  it('refuses who is not eligible, and does not refuse who was not asked', () => {
    const { tinggal_di_parepare: _left, ...unasked } = sampleAnswers();
    expect(codes(unasked)).toEqual([]);
    expect(codes({ ...sampleAnswers(), tinggal_di_parepare: 'tidak' })).toEqual([
      'tinggal_di_parepare eligibility.not_met',
    ]);
    expect(codes({ ...sampleAnswers(), lama_tinggal: 'kurang-setahun' })).toEqual([]);
  });

  it('a question asked before and again in the form has one answer', () => {
    const twice = sampleDefinition((input) => ({
      ...input,
      form: [
        { page: 'ulang', title: 'Ulang', fields: [{ id: 'lama_tinggal', type: 'text', label: 'Lagi' }] },
        ...input.form,
      ],
    }));
    expect(parseAnswers(twice, sampleAnswers(), env).answers.lama_tinggal).toBe('setahun-lebih');
  });
});

describe('a NIK beside birth date and sex', () => {
  const warningsOf = (change: Record<string, unknown>) =>
    parseAnswers(def, { ...sampleAnswers(), ...change }, env).warnings.map((warning) => warning.code);

  it('warns and never refuses', () => {
    expect(warningsOf({})).toEqual([]);
    expect(warningsOf({ tgl_lahir: '1990-08-18' })).toEqual(['nik.birth_date']);
    expect(warningsOf({ jenis_kelamin: 'P' })).toEqual(['nik.sex']);
    expect(warningsOf({ nik: '7372995708900001' })).toEqual(['nik.area_unknown', 'nik.sex']);
    expect(codes({ ...sampleAnswers(), tgl_lahir: '1990-08-18', jenis_kelamin: 'P' })).toEqual([]);
  });

  it('never compares two people', () => {
    const family = sampleDefinition((input) => ({
      ...input,
      form: [
        ...input.form,
        {
          page: 'anak',
          title: 'Anak',
          fields: [
            { id: 'nik_ayah', type: 'nik', label: 'NIK ayah' },
            { id: 'tgl_lahir_anak', type: 'date', label: 'Tanggal lahir anak' },
            { id: 'tgl_lahir_ayah', type: 'date', label: 'Tanggal lahir ayah' },
          ],
        },
      ],
    }));
    const raw = { ...sampleAnswers(), nik_ayah: '7372011708700001', tgl_lahir_anak: '2020-01-01' };
    expect(parseAnswers(family, { ...raw, tgl_lahir_ayah: '1970-08-17' }, env).warnings).toEqual([]);
    expect(parseAnswers(family, { ...raw, tgl_lahir_ayah: '1970-08-18' }, env).warnings).toMatchObject([
      { field: 'nik_ayah', code: 'nik.birth_date' },
    ]);
  });
});

describe('whatever is sent', { timeout: 60_000 }, () => {
  const ids = [...Object.keys(sampleAnswers()), 'sampai_tanggal', 'anggota', 'asing'];
  const value = fc.oneof(fc.anything(), fc.constantFrom(...Object.values(sampleAnswers()), 'sementara', 'besok', ''));
  const someAnswers = fc
    .dictionary(fc.constantFrom(...ids), value)
    .map((changes): Record<string, unknown> => ({ ...sampleAnswers(), ...changes }));

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), someAnswers), (raw) => {
        const parsed = parseAnswers(def, raw, env);
        for (const error of parsed.errors) expect(error.code).toMatch(/^(required|[a-z-]+\.[a-z_]+)$/);
      }),
      { numRuns: 800 },
    );
  });

  it('answers read again are the same answers', () => {
    fc.assert(
      fc.property(someAnswers, (raw) => {
        const once = parseAnswers(def, raw, env).answers;
        const stored: unknown = JSON.parse(JSON.stringify(once));
        expect(parseAnswers(def, stored, env).answers).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of keys plays no part, down to the hash', () => {
    fc.assert(
      fc.property(someAnswers, fc.infiniteStream(fc.nat()), (raw, keys) => {
        const order = Object.entries(raw).map((entry) => ({ entry, key: keys.next().value ?? 0 }));
        const shuffled = Object.fromEntries(order.sort((a, b) => a.key - b.key).map(({ entry }) => entry));
        const [one, two] = [parseAnswers(def, raw, env), parseAnswers(def, shuffled, env)];
        expect(two).toEqual(one);
        expect(canonical(two.answers)).toBe(canonical(one.answers));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the schema of the answers', () => {
  it('requires what nobody can pass by', () => {
    const schema = answersJsonSchema(def);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema.required).toEqual(
      ['tinggal_di_parepare', 'lama_tinggal', 'nik', 'nama', 'tgl_lahir', 'jenis_kelamin', 'hp'].concat([
        'wilayah',
        'alamat',
        'jenis',
        'keperluan',
        'benar',
      ]),
    );
    expect(Object.keys(schema.properties ?? {})).toContain('sampai_tanggal');
  });
});

it('fifteen questions are read in less than 0.3 ms', { timeout: 60_000 }, () => {
  const raw = {
    ...sampleAnswers(),
    jenis: 'sementara',
    sampai_tanggal: '2027-01-01',
    anggota: [{ nama_anggota: 'Budi' }],
  };
  for (let n = 0; n < 1000; n += 1) parseAnswers(def, raw, env);
  // Short batches, so that on a busy machine at least one of them is not interrupted.
  const batches = Array.from({ length: 200 }, () => {
    const started = performance.now();
    for (let n = 0; n < 10; n += 1) parseAnswers(def, raw, env);
    return (performance.now() - started) / 10;
  });
  expect(Math.min(...batches)).toBeLessThan(0.3);
});
