import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanForPersonal, scrub } from './scan.ts';

describe('the publication gate', () => {
  it.each([
    ['NIK saya 7372 0117 0890 0001 mohon dicek', 'NIK saya [NIK disembunyikan] mohon dicek'],
    ['nik 73.72.01.170890.0001', 'nik [NIK disembunyikan]'],
    ['hubungi 0812-3456-7890 ya', 'hubungi [nomor telepon disembunyikan] ya'],
    ['wa +62 812 3456 7890', 'wa [nomor telepon disembunyikan]'],
    ['telepon (0421) 21234', 'telepon [nomor telepon disembunyikan]'],
    ['nol delapan satu dua tiga empat lima enam tujuh delapan', '[nomor telepon disembunyikan]'],
    ['mobil DP 1234 AB parkir', 'mobil [nomor polisi disembunyikan] parkir'],
    ['kirim ke andi.tenri@example.co.id', 'kirim ke [alamat e-mail disembunyikan]'],
    ['rekening BRI 1234-01-567890-50-1', 'rekening BRI [nomor rekening disembunyikan]'],
    ['tetangga saya Pak Ambo Tuwo bakar sampah', 'tetangga saya Pak [nama disembunyikan] bakar sampah'],
  ])('hides what is personal in "%s"', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it.each([
    'Laporan L482913075 belum ditangani',
    'terjadi 17 Agustus 2026 pukul 21.30 di RT 001 RW 002',
    'bayar Rp1.250.000 untuk 3 bulan',
    'Jalan Bau Massepe 12, dekat SDN 5 Parepare',
    'SMS 1708 atau telepon 112',
    'Pak RT minta materai, Bu Lurah tidak ada',
    'di perempatan itu ada 120 lubang',
  ])('leaves "%s" as it is', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('lets no run of sixteen digits through, however it is written, and changes nothing the second time', () => {
    const separators = fc.constantFrom('', ' ', '.', '-');
    const number = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), separators), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), number, fc.string({ maxLength: 30 }), (before, digits, after) => {
        const written = digits.map(([digit, gap], at) => `${digit}${at === 15 ? '' : gap}`).join('');
        const public_ = scrub(`${before} x ${written} x ${after}`);
        expect(public_.replace(/[\s.-]/g, '')).not.toContain(digits.map(([digit]) => digit).join(''));
        expect(scrub(public_)).toBe(public_);
      }),
    );
  });

  it('names places that lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const found = scanForPersonal(`${text} 081234567890 ${text}`);
        let last = 0;
        for (const { from, to } of found) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
      }),
    );
  });
});
