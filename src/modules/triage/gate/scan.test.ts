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

  it.each([
    'nik 7372_0117_0890_0001',
    'NIK 7372/0117/0890/0001',
    'NIK 7372  0117  0890  0001',
    '7372 - 0117 - 0890 - 0001',
    'NIK７３７２０１１７０８９００００１',
    '7372\u200b0117\u200b0890\u200b0001',
    'hp 0812 / 3456 / 7890',
    'o812 3456 7890',
    'WA 812-3456-7890',
    '(+62) 812 3456 7890',
    '0062 812 3456 7890',
    'nol delapan satu dua 3456 7890',
    'NOL LAPAN SATU DUA TIGA EMPAT LIMA ENAM',
    'dp 1234 ab parkir',
    'andi(at)example.com',
    'transfer ke 1520012345678',
    'a.n. Sitti Aminah',
    'PAK AMBO TUWO',
    'Bapak H. Andi Baso',
    'Pak RT Rahman',
    'Pak Lurah Andi Baso',
  ])('hides what is written to be overlooked: "%s"', (text) => {
    expect(scrub(text)).toMatch(/disembunyikan\]/);
    expect(scrub(text)).not.toMatch(/\p{Nd}{3}|Aminah|AMBO|Baso|Rahman|example/u);
  });

  it.each([
    'Rp12.500.000.000.000.000',
    'dari 17-08-2026 - 20-08-2026',
    'tanggal 17-08-2026 10.30',
    'log 2026-08-17 10.30.15',
    'Blok B 12 A',
    'Jl A 15 B',
    'di KM 12 B',
    'Ibu-ibu PKK',
    'Bapak Ibu sekalian',
    'Bapak Bupati',
    'Pak Sekda',
  ])('takes "%s" for nothing personal', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('reads a hostile text of twenty thousand letters in one go', () => {
    for (const text of ['a'.repeat(20_000), 'a.'.repeat(10_000), '1'.repeat(20_000), `Pak ${'Aa '.repeat(6000)}`]) {
      const begin = performance.now();
      scrub(text);
      expect(performance.now() - begin).toBeLessThan(150);
    }
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
