import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines, jsonLines, readLines } from './lines.ts';
import { kindOf, sp4nStatuses, sp4nStatusOf } from './mapping.ts';

const wita = 480;
const full = {
  ...{ tracking_id: '8123456', klasifikasi: 'PENGADUAN', judul: 'Lampu mati', isi: 'Sudah tiga malam gelap' },
  ...{
    tanggal_laporan: '2026-11-20 08:30:00',
    tanggal_kejadian: '2026-11-18',
    lokasi: 'Jl. Bau Massepe',
    anonim: 'Tidak',
  },
  ...{
    rahasia: 'Tidak',
    nama: 'Andi Tenri',
    telepon: '081234567890',
    email: 'tenri@contoh.id',
    lat: '-4,01',
    long: '119,62',
  },
};
const expected = {
  ...{ trackingId: '8123456', kind: 'complaint', text: 'Lampu mati\n\nSudah tiga malam gelap', level: 'open' },
  ...{ reportedAt: new Date('2026-11-20T00:30:00Z'), happenedOn: '2026-11-18', place: 'Jl. Bau Massepe' },
  ...{ point: { lat: -4.01, long: 119.62 }, name: 'Andi Tenri', phone: '081234567890', email: 'tenri@contoh.id' },
};
const csv = (rows: readonly Record<string, string>[], delimiter: string): string => {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter);
  return [line(names), ...rows.map((row) => line(names.map((name) => row[name] ?? '')))].join('\r\n');
};

describe('a list from SP4N-LAPOR!', () => {
  it.each([
    ['JSON Lines', `${JSON.stringify(full)}\n\n`],
    ['CSV with commas', csv([full], ',')],
    ['CSV with semicolons and a byte order mark', `\uFEFF${csv([full], ';')}`],
  ])('is read from %s', (_, text) => {
    expect(readLines(text, wita)).toMatchObject([{ report: expected }]);
  });

  it('names nobody who stays anonymous, and keeps a secret report secret', () => {
    const [anonymous, secret] = readLines(
      `${JSON.stringify({ ...full, anonim: true })}\n${JSON.stringify({ ...full, rahasia: 'Ya', anonim: 'ya' })}`,
      wita,
    );
    expect(anonymous).toMatchObject({
      report: { level: 'anonymous', name: undefined, phone: undefined, email: undefined },
    });
    expect(secret).toMatchObject({ report: { level: 'secret', name: undefined } });
  });

  it('says of each line it cannot use what is wrong, and goes on', () => {
    const lines = [
      JSON.stringify({ ...full, tracking_id: '' }),
      '{"half',
      JSON.stringify({ ...full, klasifikasi: 'Lainnya' }),
      JSON.stringify({ ...full, judul: '', isi: '' }),
      JSON.stringify(full),
    ];
    expect(
      readLines(lines.join('\n'), wita).map((one) => ('problem' in one ? [one.line, one.problem] : one.line)),
    ).toEqual([[1, 'tracking-id'], [2, 'unreadable'], [3, 'class'], [4, 'text'], 5]);
  });

  it('never crashes, whatever stands in it', () => {
    const names = fc.constantFrom(...Object.keys(full), '__proto__');
    const row = fc.dictionary(
      names,
      fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 })),
    );
    const lines = fc.array(
      fc.oneof(
        row.map((one) => JSON.stringify(one)),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          lines.map((some) => some.join('\n')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          for (const one of readLines(text, wita))
            if ('report' in one) expect(one.report.trackingId).toMatch(/^[\w./-]{1,60}$/);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('classes and statuses', () => {
  it.each([
    ['PENGADUAN', 'complaint'],
    ['Pengaduan berkadar pengawasan', 'complaint'],
    ['Aspirasi', 'suggestion'],
    ['Permintaan Informasi', 'question'],
    ['Lainnya', undefined],
  ])('%s is %s', (word, kind) => {
    expect(kindOf(word)).toBe(kind);
  });

  it('are one of theirs for every state a report may be in, and "selesai" only once it is closed here', () => {
    const open = [
      'diverifikasi',
      'perlu-keterangan',
      'ditangani',
      'dialihkan',
      'menunggu-pelapor',
      'naik',
      'bergabung',
      'baru',
    ];
    for (const state of open) {
      expect(sp4nStatuses).toContain(sp4nStatusOf(state, true));
      expect(sp4nStatusOf(state, true)).not.toMatch(/selesai|Arsip/);
    }
    expect([
      sp4nStatusOf('ditangani', false),
      sp4nStatusOf('selesai', true),
      sp4nStatusOf('bukan-wewenang', false),
    ]).toEqual(['Terdisposisi belum ditindaklanjuti', 'Terdisposisi selesai', 'Arsip']);
  });
});

describe('what goes back', () => {
  const answer = {
    ...{
      tracking_id: '1',
      nomor_daerah: 'L1',
      klasifikasi: 'PENGADUAN',
      status: 'Arsip',
      instansi: 'Dishub',
      batas: {},
    },
    tindak_lanjut: [{ tanggal: '2026-11-20T00:00:00Z', oleh: 'Dishub', isi: '=HYPERLINK("x"), "baik"\nlanjut' }],
  };
  it('is one line for each report, and a spreadsheet calculates nothing of it', () => {
    expect(JSON.parse(jsonLines([answer]))).toEqual(answer);
    expect(csvLines([answer])).toContain(`"'=HYPERLINK(""x""), ""baik""\nlanjut"`);
  });
});
