import { describe, expect, it } from 'vitest';
import { canonicalJson as canonical } from '../../lib/canonical-json.ts';
import type { Answers } from '../fields/types.ts';
import { sampleAnswers, sampleDefinition, sampleEnv, sampleField } from '../testing.ts';
import { applicantOf } from './applicant.ts';
import { documentsOnPath, requirementsOf, validateDocuments } from './documents.ts';
import { formValues, rawFromForm } from './form-values.ts';
import { parseAnswers } from './parse-answers.ts';
import { isPersonal, mask, shortName } from './personal.ts';
import { pagesOnPath, summarise } from './summarise.ts';

const def = sampleDefinition();
const env = sampleEnv();
const temporary = {
  ...sampleAnswers(),
  jenis: 'sementara',
  sampai_tanggal: '2027-01-01',
  anggota: [{ nama_anggota: 'Budi' }],
};
const answersOf = (raw: unknown): Answers => parseAnswers(def, raw, env).answers;

describe('the summary', () => {
  it('is grouped by page, formatted, and marks what is personal', () => {
    const pages = summarise(def, answersOf(temporary), env);
    expect(pages.map((page) => page.page)).toEqual(['eligibility', 'pemohon', 'alamat', 'keluarga', 'keperluan']);
    expect(pages[1]?.items[0]).toEqual({
      id: 'nik',
      type: 'nik',
      label: 'NIK pemohon',
      value: '7372011708900001',
      personal: true,
    });
    expect(pages[2]?.items.find((item) => item.id === 'sampai_tanggal')?.value).toBe('1 Januari 2027');
    expect(pages[3]?.items[0]).toMatchObject({ id: 'anggota', value: '1. Budi', personal: true });
    expect(pages[3]?.items[0]?.rows).toEqual([[expect.objectContaining({ id: 'nama_anggota', value: 'Budi' })]]);
  });

  it('shows nothing that left the path', () => {
    const stale: Answers = { ...answersOf(sampleAnswers()), sampai_tanggal: '2027-01-01' };
    const ids = summarise(def, stale, env).flatMap((page) => page.items.map((item) => item.id));
    expect(ids).not.toContain('sampai_tanggal');
    expect(pagesOnPath(def, stale, env).map((page) => page.page)).toEqual(['pemohon', 'alamat', 'keperluan']);
  });
});

describe('personal data', () => {
  it('is what identifies a person, unless the definition says otherwise', () => {
    expect(isPersonal(sampleField('nik'))).toBe(true);
    expect(isPersonal(sampleField('text'))).toBe(false);
    expect(isPersonal(sampleField('text', { personal: true }))).toBe(true);
    expect(isPersonal(sampleField('name', { personal: false }))).toBe(false);
    expect(isPersonal(sampleField('date', { id: 'tgl_lahir_anak' }))).toBe(true);
    expect(isPersonal(sampleField('date', { id: 'tgl_hilang' }))).toBe(false);
    const inner = [{ id: 'nik', type: 'nik' as const, label: 'NIK' }];
    expect(isPersonal(sampleField('group', { fields: inner }))).toBe(true);
  });

  it.each([
    ['7372011708900001', 'nik', '7372********0001'],
    ['+6281234567890', 'phone', '0812****7890'],
    ['andi@contoh.com', 'email', 'a***@contoh.com'],
    ['Andi Tenri', 'name', 'Andi T.'],
    ['1990-08-17', 'date', '1990-**-**'],
    ['bebas', 'text', '****'],
    ['1', 'nik', '*'],
    ['', 'email', '***'],
  ] as const)('%s (%s) is masked as %s', (value, type, expected) => {
    expect(mask(value, type)).toBe(expected);
  });

  it('an address and a place keep almost nothing', () => {
    expect(mask({ street: 'Jl. Ahmad Yani 12' }, 'address')).toBe('Jl. ****');
    expect(mask({ lat: -4, lng: 119 }, 'location')).toBe('****');
    expect(mask([{ nama: 'A' }], 'group')).toBe('****');
  });

  it.each([
    ['Andi Tenri Abeng', 'Andi T.'],
    ['Suharto', 'Suharto'],
    ['Dr. H. Andi Baso, S.Pd.', 'Andi B.'],
    ['H.', 'H.'],
    ['', ''],
    ['éva ömer', 'éva Ö.'],
  ])('%s is %s for short', (name, expected) => {
    expect(shortName(name)).toBe(expected);
  });
});

describe('the applicant', () => {
  it('is found by name, number and address', () => {
    expect(applicantOf(def, answersOf(sampleAnswers()))).toEqual({
      name: 'Andi Tenri',
      shortName: 'Andi T.',
      nik: '7372011708900001',
      phone: '+6281234567890',
      email: 'andi@example.com',
    });
    expect(applicantOf(def, {})).toEqual({});
  });

  it('an e-mail asked as plain text counts when it is one', () => {
    const loose = sampleDefinition((input) => ({
      ...input,
      form: [{ page: 'satu', title: 'Satu', fields: [{ id: 'email', type: 'text', label: 'Email' }] }],
    }));
    expect(applicantOf(loose, { email: 'Andi@Contoh.com' })).toEqual({ email: 'andi@contoh.com' });
    expect(applicantOf(loose, { email: 'tidak punya' })).toEqual({});
  });
});

describe('documents', () => {
  it('follow the path, and the missing hard ones are named', () => {
    const [permanent, moving] = [answersOf(sampleAnswers()), answersOf(temporary)];
    expect(documentsOnPath(def, permanent, env).map((paper) => paper.id)).toEqual(['ktp', 'pengantar-rt']);
    expect(validateDocuments(def, moving, { given: ['ktp'], env }).map((paper) => paper.id)).toEqual(['domisili-asal']);
    expect(validateDocuments(def, permanent, { given: ['ktp', 'asing'], env })).toEqual([]);
  });

  it('a paper is waived by an answer or by another paper', () => {
    const waiving = sampleDefinition((input) => ({
      ...input,
      documents: [
        { id: 'kk', label: 'KK', waivedBy: 'benar' },
        { id: 'sptjm', label: 'SPTJM', required: 'no' },
        { id: 'akta', label: 'Akta', waivedBy: 'sptjm' },
      ],
    }));
    expect(validateDocuments(waiving, {}, { given: [], env }).map((paper) => paper.id)).toEqual(['kk', 'akta']);
    expect(validateDocuments(waiving, { benar: false }, { given: ['sptjm'], env }).map((p) => p.id)).toEqual(['kk']);
    expect(validateDocuments(waiving, { benar: true }, { given: ['sptjm'], env })).toEqual([]);
  });

  it('what to prepare is told with its condition, or decided by the answers', () => {
    expect(requirementsOf(def, env).map((item) => item.condition)).toEqual([
      undefined,
      undefined,
      'jika Jenis domisili adalah Tinggal sementara',
      undefined,
    ]);
    const decided = requirementsOf(def, env, answersOf(sampleAnswers()));
    expect(decided.map((item) => item.id)).toEqual(['ktp', 'pengantar-rt', 'kk-asli']);
  });
});

describe('HTML forms', () => {
  const page = def.form.find((one) => one.page === 'pemohon');
  it('give every question of the page a raw answer', () => {
    const body = {
      nik: '7372011708900001',
      'tgl_lahir.day': '17',
      'tgl_lahir.month': '8',
      'tgl_lahir.year': '1990',
      _csrf: 'x',
    };
    expect(rawFromForm(page?.fields ?? [], body)).toEqual({
      nik: '7372011708900001',
      nama: null,
      tgl_lahir: { day: '17', month: '8', year: '1990' },
      jenis_kelamin: null,
      hp: null,
      surel: null,
    });
  });

  it('rows of a group come back in order, blank rows between them too', () => {
    const group = def.form.find((one) => one.page === 'keluarga')?.fields ?? [];
    const body = {
      'anggota.0.nama_anggota': 'Budi',
      'anggota.2.nama_anggota': 'Cici',
      'anggota.9999.nama_anggota': 'x',
    };
    expect(rawFromForm(group, body)).toEqual({
      anggota: [
        { nama_anggota: 'Budi', lahir_anggota: null },
        { nama_anggota: null, lahir_anggota: null },
        { nama_anggota: 'Cici', lahir_anggota: null },
      ],
    });
    expect(rawFromForm(group, undefined)).toEqual({ anggota: null });
  });

  it('values go back into their boxes', () => {
    expect(formValues(sampleField('date'), '1990-08-07')).toEqual({ day: '7', month: '8', year: '1990' });
    expect(formValues(sampleField('date'), { day: '31', month: '2' })).toEqual({ day: '31', month: '2', year: '' });
    expect(formValues(sampleField('date'), 'kapan')).toEqual({ value: 'kapan' });
    expect(formValues(sampleField('text'), null)).toEqual({ value: '' });
    expect(formValues(sampleField('location'), { lat: -4.5, lng: 119 })).toEqual({ lat: '-4.5', lng: '119' });
  });
});

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves out what JSON leaves out', () => {
    expect(canonical({ b: [2, { d: 1, c: null }], a: 'é"', u: undefined })).toBe(
      '{"a":"é\\"","b":[2,{"c":null,"d":1}]}',
    );
    expect(canonical([Number.NaN, undefined, new Date(0)])).toBe('[null,null,"1970-01-01T00:00:00.000Z"]');
  });

  it('refuses what cannot be written', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => canonical(cycle)).toThrow(TypeError);
    expect(() => canonical(() => 1)).toThrow(TypeError);
  });
});
