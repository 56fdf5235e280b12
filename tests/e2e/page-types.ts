// Every kind of page there is, each with a real address and, where a mistake makes it, the act that leads there.
import type { Page } from 'playwright-core';
import { asFile } from '../support/papers.ts';
import type { Town } from '../support/town.ts';

export const officers = ['petugas.lompoe', 'admin', 'bendahara.bkd-keuangan'] as const;
export type Officer = (typeof officers)[number];

export interface PageType {
  readonly name: string;
  readonly path: string;
  readonly open?: string; // pressed before looking: a part that opens in place
  readonly act?: (page: Page) => Promise<unknown>;
  readonly staff?: Officer; // needs the session of this officer
}

const send = (page: Page) => page.locator('main form button').last().click();

export const findingPages: readonly PageType[] = [
  { name: 'beranda', path: '/' },
  { name: 'layanan-semua', path: '/layanan' },
  { name: 'layanan', path: '/layanan/sk-domisili' },
  { name: 'standar', path: '/layanan/sk-domisili/standar' },
  { name: 'sop', path: '/layanan/sk-domisili/sop' },
  { name: 'sop-izin', path: '/layanan/sip-nakes/sop' },
  { name: 'cetak', path: '/layanan/sk-domisili/cetak' },
  { name: 'formulir', path: '/layanan/sk-domisili/formulir' },
  { name: 'bantu', path: '/layanan/sk-domisili/bantu' },
  { name: 'peristiwa', path: '/peristiwa/pindah' },
  { name: 'cari', path: '/cari?q=ktp+hilang' },
  { name: 'cari-kosong', path: '/cari?q=zzqqxx' },
  { name: 'maklumat', path: '/maklumat' },
  { name: 'bantuan', path: '/bantuan' },
];

/** What officers see: at a counter, in administration, at the treasury. */
export function officePages({ numbers }: Town): PageType[] {
  const [clerk, admin, treasurer] = officers;
  return [
    { name: 'kotak', path: '/petugas', staff: clerk },
    { name: 'kotak-kosong', path: '/petugas?filter=saya', staff: clerk },
    { name: 'berkas', path: `/petugas/berkas/${numbers.fresh}`, staff: clerk },
    { name: 'berkas-selesai', path: `/petugas/berkas/${numbers.signed}`, staff: clerk },
    { name: 'petugas-cari', path: '/petugas/cari?q=andi', staff: clerk },
    { name: 'akun', path: '/petugas/akun', staff: clerk },
    { name: 'menu', path: '/kerja/loket', staff: clerk, open: '.staffmenu summary' },
    { name: 'menu-admin', path: '/petugas', staff: admin, open: '.staffmenu summary' },
    { name: 'dinaikkan', path: '/petugas?tampil=dinaikkan', staff: clerk },
    { name: 'loket', path: '/kerja/loket', staff: clerk },
    { name: 'loket-alat', path: '/kerja/loket/alat', staff: clerk },
    { name: 'kertas', path: '/kerja/kertas', staff: clerk },
    { name: 'telepon', path: '/kerja/telepon', staff: clerk },
    { name: 'tinjau', path: '/kerja/tinjau', staff: clerk },
    { name: 'susun', path: '/petugas/layanan', staff: admin },
    { name: 'susun-baru', path: '/petugas/layanan/baru', staff: admin },
    { name: 'susun-satu', path: '/petugas/layanan/sk-domisili', staff: admin },
    { name: 'susun-keyakinan', path: '/petugas/layanan/keyakinan', staff: admin },
    { name: 'kalender', path: '/petugas/kalender', staff: admin },
    { name: 'pelimpahan', path: '/petugas/pelimpahan', staff: admin },
    { name: 'register', path: '/petugas/register', staff: admin },
    { name: 'tagihan', path: '/petugas/tagihan', staff: treasurer },
    { name: 'pengecualian', path: '/petugas/pengecualian', staff: treasurer },
    { name: 'rekonsiliasi', path: '/petugas/rekonsiliasi', staff: treasurer },
    { name: 'masuk', path: '/petugas/masuk' },
  ];
}

export function citizenPages({ codes, drafts, verifyId }: Town): PageType[] {
  const draft = (name: keyof Town['drafts'], step: string) => `/permohonan/${drafts[name]}/${step}`;
  return [
    { name: 'mulai', path: '/layanan/sk-domisili/mulai' },
    { name: 'kelayakan', path: draft('started', 'kelayakan/tinggal-di-parepare') },
    { name: 'belum-cocok', path: draft('unfit', 'kelayakan/tinggal-di-parepare') },
    { name: 'pilihan', path: draft('check', 'isi/keperluan') },
    { name: 'alamat', path: draft('check', 'isi/tempat-tinggal') },
    { name: 'orang', path: draft('person', 'isi/pemohon') },
    { name: 'orang-salah', path: draft('person', 'isi/pemohon'), act: (page) => page.click('.draft button >> nth=0') },
    { name: 'dokumen', path: draft('paper', 'dokumen/pengantar-rt-rw') },
    { name: 'dokumen-ada', path: draft('check', 'dokumen/ktp-el-pemohon') },
    {
      name: 'dokumen-salah',
      path: draft('paper', 'dokumen/pengantar-rt-rw'),
      act: (page) => page.click('.draft button >> nth=0'),
    },
    { name: 'periksa', path: draft('check', 'periksa') },
    { name: 'periksa-salah', path: draft('check', 'periksa'), act: send },
    { name: 'nanti', path: draft('person', 'nanti') },
    { name: 'tanda-terima', path: `/lacak/${codes.fresh}/tanda-terima` },
    { name: 'lacak', path: `/lacak/${codes.fresh}` },
    { name: 'lacak-lewat', path: `/lacak/${codes.late}` },
    { name: 'lacak-lengkapi', path: `/lacak/${codes.asked}` },
    { name: 'lacak-ditolak', path: `/lacak/${codes.refused}` },
    { name: 'lacak-selesai', path: `/lacak/${codes.signed}` },
    { name: 'lacak-batal', path: `/lacak/${codes.withdrawn}` },
    { name: 'lengkapi', path: `/lacak/${codes.asked}/lengkapi` },
    { name: 'lengkapi-salah', path: `/lacak/${codes.asked}/lengkapi`, act: send },
    { name: 'cari-nomor', path: '/lacak' },
    { name: 'cari-nomor-salah', path: '/lacak', act: send },
    { name: 'verifikasi', path: '/verifikasi' },
    { name: 'verifikasi-surat', path: `/verifikasi/${verifyId}` },
    { name: 'verifikasi-asing', path: `/verifikasi/${verifyId}`, act: compareForeignFile },
    { name: 'tidak-ada', path: '/tidak/ada' },
    { name: 'kotak-surat', path: '/dev/kotak-surat' },
  ];
}

async function compareForeignFile(page: Page): Promise<void> {
  const file = asFile(Buffer.from('%PDF-1.4 bukan surat'), 'surat.pdf');
  const payload = { name: file.name, mimeType: 'application/pdf', buffer: Buffer.from(await file.arrayBuffer()) };
  await page.locator('input[type=file]').first().setInputFiles(payload);
  await send(page);
}
