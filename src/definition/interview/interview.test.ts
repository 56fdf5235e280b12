import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAnswers, sampleDefinition, sampleEnv } from '../testing.ts';
import { interview } from './interview.ts';

const def = sampleDefinition();
const env = sampleEnv();
const idsOf = (raw: unknown) => interview(def, raw, env).ask.map((question) => question.id);
const eligible = { tinggal_di_parepare: 'ya', lama_tinggal: '2' };

describe('the interview', () => {
  it('begins with eligibility, one rule at a time, before any personal data', () => {
    const first = interview(def, {}, env);
    expect(first).toMatchObject({
      status: 'ask',
      eligibility: 'wilayah-layanan',
      step: { index: 1, count: 4 },
      errors: [],
      summary: [],
    });
    expect(first.page).toBeUndefined();
    expect(first.ask).toEqual([
      {
        id: 'tinggal_di_parepare',
        type: 'yesno',
        label: 'Apakah Anda tinggal di Kota Parepare?',
        prompt: 'Apakah Anda tinggal di Kota Parepare? Balas ya atau tidak.',
        required: true,
        options: [
          { value: 'ya', label: 'Ya' },
          { value: 'tidak', label: 'Tidak' },
        ],
      },
    ]);
    expect(idsOf({ tinggal_di_parepare: true })).toEqual(['lama_tinggal']);
  });

  it('ends kindly when the service is not for this person', () => {
    expect(interview(def, { ...sampleAnswers(), tinggal_di_parepare: 't' }, env)).toMatchObject({
      status: 'not-eligible',
      ask: [],
      eligibility: 'wilayah-layanan',
      offer: { service: 'pindah-datang', say: expect.stringContaining('kelurahan tempat Anda tinggal') },
      documents: [],
    });
  });

  it('advises and goes on when a rule does not stop', () => {
    const next = interview(def, { tinggal_di_parepare: true, lama_tinggal: 'kurang-setahun' }, env);
    expect(next.status).toBe('ask');
    expect(next.page).toBe('pemohon');
    expect(next.advice).toEqual([expect.stringMatching(/^Siapkan surat keterangan/)]);
  });

  it('an earlier open question is asked before anybody is refused', () => {
    const strict = sampleDefinition((input) => ({
      ...input,
      eligibility: (input.eligibility ?? []).map((rule) => ({ ...rule, else: { ...rule.else, stop: true } })),
    }));
    expect(interview(strict, { lama_tinggal: 'kurang-setahun' }, env)).toMatchObject({
      status: 'ask',
      eligibility: 'wilayah-layanan',
    });
  });

  it('asks page by page what is still open, optional questions along with the required ones', () => {
    expect(idsOf(eligible)).toEqual(['nik', 'nama', 'tgl_lahir', 'jenis_kelamin', 'hp', 'surel']);
    expect(idsOf({ ...eligible, nik: '7372011708900001', nama: 'Andi' })).toEqual([
      'tgl_lahir',
      'jenis_kelamin',
      'hp',
      'surel',
    ]);
    expect(interview(def, { ...eligible, nik: '7372011708900001' }, env).step).toEqual({ index: 2, count: 4 });
  });

  it('comes back to a page with a wrong answer and says what to do', () => {
    const next = interview(def, { ...sampleAnswers(), nik: '737201170890001', hp: '' }, env);
    expect(next).toMatchObject({ status: 'ask', page: 'pemohon' });
    expect(next.ask.map((question) => question.id)).toEqual(['nik', 'hp']);
    expect(next.errors).toEqual([
      { field: 'nik', code: 'nik.length', message: 'NIK harus 16 angka. Anda mengisi 15.' },
      { field: 'hp', code: 'required', message: 'Isi nomor HP.' },
    ]);
  });

  it('a page appears when its condition holds, and the steps are counted again', () => {
    const raw = { ...sampleAnswers(), jenis: 'sementara' };
    expect(interview(def, raw, env)).toMatchObject({ page: 'alamat', step: { index: 3, count: 5 } });
    expect(idsOf(raw)).toEqual(['sampai_tanggal']);
  });
});

describe('the end of the interview', () => {
  it('is ready for review when everything is there', () => {
    const done = interview(def, sampleAnswers(), env);
    expect(done).toMatchObject({ status: 'review', ask: [], errors: [], step: { index: 4, count: 4 } });
    expect(done.summary).toContainEqual({ id: 'tgl_lahir', label: 'Tanggal lahir', value: '17 Agustus 1990' });
    expect(done.summary.map((item) => item.id)).toEqual(Object.keys(sampleAnswers()));
    expect(done.documents.map((paper) => `${paper.id} ${paper.required}`)).toEqual(['ktp hard', 'pengantar-rt soft']);
  });

  it('pages also stop at optional questions nobody was asked yet', () => {
    const { surel: _left, ...raw } = sampleAnswers();
    expect(interview(def, raw, env).status).toBe('review');
    expect(interview(def, raw, { ...env, askOptional: true })).toMatchObject({ status: 'ask', page: 'pemohon' });
    expect(interview(def, { ...raw, surel: null }, { ...env, askOptional: true }).status).toBe('review');
  });

  it('describes the questions of each row of a group', () => {
    const raw = { ...sampleAnswers(), jenis: 'sementara', sampai_tanggal: 'besok' };
    const [group] = interview(def, raw, { ...env, askOptional: true }).ask;
    expect(group).toMatchObject({ id: 'anggota', type: 'group' });
    expect(group?.fields?.map((question) => question.id)).toEqual(['nama_anggota', 'lahir_anggota']);
  });

  it('speaks English when asked to', () => {
    const english = sampleEnv({ locale: 'en' });
    expect(interview(def, {}, english).ask[0]).toMatchObject({
      label: 'Do you live in Parepare?',
      prompt: 'Do you live in Parepare? Reply yes or no.',
    });
    expect(interview(def, { ...eligible, nik: '1' }, english).errors).toEqual([
      { field: 'nik', code: 'nik.length', message: 'A NIK must have 16 digits. You entered 1.' },
    ]);
  });

  it('answering what is asked always leads to review', () => {
    const good: Record<string, unknown> = { ...sampleAnswers(), jenis: 'sementara', sampai_tanggal: '2027-01-01' };
    let raw: Record<string, unknown> = {};
    const pages: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const next = interview(def, raw, { ...env, askOptional: true });
      if (next.status === 'review') break;
      pages.push(next.page ?? next.eligibility ?? '');
      raw = { ...raw, ...Object.fromEntries(next.ask.map((question) => [question.id, good[question.id] ?? null])) };
    }
    expect(pages).toEqual(['wilayah-layanan', 'lama-tinggal', 'pemohon', 'alamat', 'alamat', 'keluarga', 'keperluan']);
    expect(interview(def, raw, env).status).toBe('review');
  });

  it('never throws, and there is always a next thing', { timeout: 60_000 }, () => {
    const ids = [...Object.keys(sampleAnswers()), 'sampai_tanggal', 'anggota'];
    const raw = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...ids), fc.anything()));
    fc.assert(
      fc.property(raw, (given) => {
        const next = interview(def, given, env);
        expect(next.ask.length > 0).toBe(next.status === 'ask');
        expect(next.step.index).toBeGreaterThanOrEqual(1);
        expect(next.step.index).toBeLessThanOrEqual(next.step.count);
        expect(JSON.parse(JSON.stringify(next))).toEqual(next);
      }),
      { numRuns: 500 },
    );
  });
});
