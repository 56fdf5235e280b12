import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { searchServices } from './search/search.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

/** What people type -> the service that must come first, or with a number: among the first so many. */
const everyday: readonly (readonly [string, string, number?])[] = [
  ['ktp hilang', 'ktp-el-hilang'],
  ['ktp ilang', 'ktp-el-hilang'],
  ['KTP HILANG!!', 'ktp-el-hilang'],
  ['dompet saya hilang', 'ktp-el-hilang'],
  ['e-ktp kecopetan', 'ktp-el-hilang'],
  ['ktp rusak', 'ktp-el-rusak'],
  ['ktp patah', 'ktp-el-rusak'],
  ['bikin ktp umur 17', 'ktp-el-rekam-baru'],
  ['ktp digital', 'ikd-aktivasi'],
  ['surat miskin', 'sk-tidak-mampu'],
  ['sktm', 'sk-tidak-mampu'],
  ['cara bikin sktm untuk beasiswa', 'sk-tidak-mampu'],
  ['surat kurang mampu', 'sk-tidak-mampu'],
  ['pindah rumah', 'pindah-keluar', 3],
  ['pindah rumah', 'pindah-datang', 3],
  ['pindah ke parepare', 'pindah-datang'],
  ['surat pindah', 'pindah-keluar'],
  ['akte lahri', 'akta-kelahiran'],
  ['akta lahir', 'akta-kelahiran'],
  ['akte anak baru lahir', 'akta-kelahiran'],
  ['birth certificate', 'akta-kelahiran'],
  ['akta kmatian', 'akta-kematian'],
  ['orang tua meninggal', 'akta-kematian', 2],
  ['tambah anak di kk', 'kk-perubahan'],
  ['kartu keluarga hilang', 'kk-hilang-rusak'],
  ['kk sobek', 'kk-hilang-rusak'],
  ['bikin kk baru', 'kk-baru'],
  ['pecah kk', 'kk-baru'],
  ['ktp anak', 'kia'],
  ['surat domisli', 'sk-domisili'],
  ['surat keterangan tempat tinggal', 'sk-domisili'],
  ['surat usaha untuk kur', 'sk-usaha'],
  ['surat keterangan usaha', 'sk-usaha'],
  ['pinjaman bank', 'sk-usaha'],
  ['ahli waris', 'sk-ahli-waris'],
  ['surat warisan', 'sk-ahli-waris'],
  ['kelakuan baik', 'pengantar-skck'],
  ['skck', 'pengantar-skck'],
  ['kartu kuning', 'ak1'],
  ['cari kerja', 'ak1', 2],
  ['mau nikah', 'pengantar-nikah'],
  ['bpjs mati', 'reaktivasi-bpjs-pbi', 2],
  ['bpjs gratis', 'jkn-daftar-pemda'],
  ['sakit gigi', 'daftar-poli-gigi'],
  ['antrian puskesmas', 'daftar-poli-umum'],
  ['imunisai bayi', 'daftar-imunisasi'],
  ['lampu jalan mati', 'lampu-jalan'],
  ['air pdam mati', 'pam-gangguan'],
  ['pasang air', 'pam-sambungan-baru'],
  ['imb', 'pbg'],
  ['izin praktek bidan', 'sip-nakes'],
  ['ijin usaha', 'nib-pendampingan', 2],
  ['pohon tumbang', 'pangkas-pohon'],
  ['jalan rusak', 'pengaduan', 2],
  ['kdrt', 'lapor-kekerasan'],
  ['ppdb', 'spmb'],
  ['daftar sekolah', 'spmb'],
  ['sampah jadi beras', 'bank-sampah-tukar-beras'],
  ['keur mobil', 'uji-kir'],
  ['ambulan', 'ambulans-112'],
  ['business letter', 'sk-usaha'],
];

describe('search in everyday words', () => {
  it.each(everyday.map(([query, service, within = 1]) => ({ query, service, within })))(
    '"$query" finds $service',
    async ({ query, service, within }) => {
      const { found } = await searchServices(app.ctx(), query);
      expect(found.slice(0, within), found.join(' ')).toContain(service);
    },
  );

  it('says which words it understood after a typing mistake', async () => {
    expect((await searchServices(app.ctx(), 'akte lahri')).meant).toBe('akte lahir');
    expect((await searchServices(app.ctx(), 'akte lahir')).meant).toBeUndefined();
  });

  it('finds and proposes nothing for words that mean nothing here', async () => {
    for (const query of ['xyzzy', 'qqqq wwww', 'helikopter antariksa']) {
      const { found, nearest } = await searchServices(app.ctx(), query);
      expect(found, query).toEqual([]);
      expect(nearest, query).toEqual([]);
    }
  });

  it('proposes what is nearest when the words are only half understood', async () => {
    for (const query of ['surat buat nelayan berlayar', 'stnk mati', 'kartu tani']) {
      const { found, nearest } = await searchServices(app.ctx(), query);
      expect(found, query).toEqual([]);
      expect(nearest.length, query).toBeGreaterThan(0);
      expect(nearest.length, query).toBeLessThanOrEqual(3);
    }
  });

  it.each([
    '',
    '   ',
    '!!!',
    "'; drop table catalogue.service; --",
    'ktp & | ! ( ) : * <-> \\',
    '%_%',
    'a'.repeat(100_000),
    'ktp '.repeat(5_000),
    '\u202e\u0000ktp',
    '😀😀',
    '{"$gt":""}',
    '<script>alert(1)</script>',
  ])('takes any text without failing: %#', async (query) => {
    const { found } = await searchServices(app.ctx(), query);
    expect(found.length).toBeLessThanOrEqual(12);
  });
});
