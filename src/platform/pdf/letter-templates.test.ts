// The letters of Parepare, printed and read back.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../root.ts';
import type { LetterInputs } from './letter-inputs.ts';
import { createLetterPrinter, type LetterPrinter, type RenderRequest } from './letter-printer.ts';
import { sampleLetters } from './sample-letters.ts';

// Child processes and real keys: slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const templatesDir = join(projectRoot, 'regions/parepare/letters');
const at = new Date('2026-11-24T03:00:00Z');
const testMark = 'TIDAK BERLAKU SECARA HUKUM: ditandatangani dengan penanda tangan uji';
const footer =
  'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan BSrE.';
const samples: [string, LetterInputs][] = Object.entries(sampleLetters);
let fontsDir: string;
let printer: LetterPrinter;

beforeAll(async () => {
  fontsDir = await mkdtemp(join(tmpdir(), 'loket24-fonts-'));
  printer = createLetterPrinter({ templatesDir, fontsDir });
});

afterAll(async () => {
  await printer.close();
  await rm(fontsDir, { recursive: true });
});

/** A letter's inputs as the plain JSON value they travel as. */
function asInputs(letter: LetterInputs): RenderRequest['inputs'] {
  return JSON.parse(JSON.stringify(letter)) as RenderRequest['inputs'];
}

async function print(template: string, letter: LetterInputs) {
  const bytes = await printer.render({ template, inputs: asInputs(letter), at });
  const pdf = await PDF.load(bytes);
  const pages = pdf.getPages();
  const texts = pages.map((page) => page.extractText().text.replace(/\s+/g, ' '));
  return { bytes, raw: Buffer.from(bytes).toString('latin1'), pdf, pages, texts };
}

describe('every letter', () => {
  it('has a sample, so that none goes untested', async () => {
    const templates = (await readdir(templatesDir)).filter((name) => /^[a-z].*\.typ$/.test(name));
    expect(templates.map((name) => name.replace('.typ', '')).sort()).toEqual(samples.map(([name]) => name).sort());
  });

  it.each(samples)('%s prints its texts on one A4 page', async (template, letter) => {
    const { pages, texts } = await print(template, letter);
    expect(pages.length).toBe(1);
    expect([pages[0]?.width, pages[0]?.height].map((points) => Math.round(((points ?? 0) * 25.4) / 72))).toEqual([
      210, 297,
    ]);
    const text = texts.join(' ');
    const shown = [letter.number, letter.date, letter.signer.name, `NIP. ${letter.signer.nip}`, letter.verification.id];
    for (const part of [...shown, ...letter.rows.flatMap((row) => [row.label])]) expect(text).toContain(part);
    expect(text).toContain('Pindai untuk memeriksa keaslian');
    for (const reason of letter.reasons ?? []) expect(text).toContain(reason);
    for (const name of letter.table?.rows.map((row) => row[1]) ?? []) expect(text).toContain(name);
  });

  it.each(samples)('%s is a tagged PDF/A-2b with language, title and embedded fonts', async (template, letter) => {
    const { raw, pdf } = await print(template, letter);
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(raw).toMatch(/\/Lang\s*\(id-ID\)/);
    expect(pdf.getTitle()).toBe(`${letter.title} ${letter.number}`);
    const descriptors = raw.match(/\/Type\s*\/FontDescriptor/g) ?? [];
    const embedded = raw.match(/\/FontFile[23]\s+\d+ 0 R/g) ?? [];
    expect(descriptors.length).toBeGreaterThan(2);
    expect(embedded.length).toBe(descriptors.length);
    expect(raw).toMatch(/PlusJakartaSans-Regular/);
    expect(raw).toMatch(/LibertinusSerif-Regular/);
  });
});

describe('the mark of the test signer', () => {
  it.each(samples)('stands on %s, and the footer of a certified signer does not', async (template, letter) => {
    const { texts } = await print(template, { ...letter, signerKind: 'test', footer });
    for (const text of texts) {
      expect(text).toContain(testMark);
      expect(text).not.toMatch(/BSrE|BSSN|Balai/);
    }
  });

  it('stands on every page of a long letter', async () => {
    const row = sampleLetters['ahli-waris'].table.rows[0] ?? [];
    const table = { ...sampleLetters['ahli-waris'].table, rows: Array.from({ length: 120 }, () => row) };
    const { texts } = await print('ahli-waris', { ...sampleLetters['ahli-waris'], table });
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toContain(testMark);
  });

  it('stands on a letter whose signer is of a kind the template does not know', async () => {
    const letter = asInputs(sampleLetters.keterangan);
    const bytes = await printer.render({
      template: 'keterangan',
      inputs: { ...letter, signerKind: 'lain', footer },
      at,
    });
    const text = (await PDF.load(bytes)).getPages()[0]?.extractText().text ?? '';
    expect(text.replace(/\s+/g, ' ')).toContain(testMark);
    expect(text).not.toContain('BSrE');
  });

  it.each(samples)('is absent from %s of a certified signer, whose footer is on it', async (template, letter) => {
    const { texts } = await print(template, { ...letter, signerKind: 'certified', footer });
    for (const text of texts) {
      expect(text).not.toMatch(/TIDAK BERLAKU|penanda tangan uji/);
      // The footer wraps beside the page number, so the two come out mixed.
      for (const part of [footer.slice(0, 80), footer.slice(-15)]) expect(text).toContain(part);
    }
  });
});

describe('variants', () => {
  it('prints on F4 paper when the unit asks for it', async () => {
    const { pages } = await print('keterangan', { ...sampleLetters.keterangan, paper: 'f4' });
    expect([pages[0]?.width, pages[0]?.height].map((points) => Math.round(((points ?? 0) * 25.4) / 72))).toEqual([
      215, 330,
    ]);
  });

  it('prints with the fewest inputs a letter can have', async () => {
    const { letterhead, title, number, opening, closing, place, date, verification } = sampleLetters.keterangan;
    const signer = { title: 'Lurah', name: 'Nama' };
    const least: LetterInputs = {
      letterhead: { lines: letterhead.lines.slice(0, 1) },
      title,
      number,
      opening,
      rows: [],
      closing,
      place,
      date,
      signer,
      verification,
      signerKind: 'test',
    };
    for (const [template] of samples) expect((await print(template, least)).pages.length).toBe(1);
  });

  it('prints the confirmation of the camat with or without its own number and date', async () => {
    const { number, date, ...confirmation } = sampleLetters['ahli-waris'].confirmation;
    const letter = sampleLetters['ahli-waris'];
    const bare = (await print('ahli-waris', { ...letter, confirmation })).texts.join(' ');
    expect(bare).toContain(confirmation.signer.name);
    expect(bare).not.toContain('Tanggal :');
    const whole = (await print('ahli-waris', letter)).texts.join(' ');
    for (const part of [date, number.slice(0, 15)]) expect(whole).toContain(part);
  });

  it('keeps the columns of a wide table apart', async () => {
    const columns = ['No', 'Nama', 'NIK', 'Tempat lahir', 'Tanggal lahir', 'Hubungan', 'Pekerjaan', 'Alamat'];
    const row = [
      '1',
      'Muhammad Yusuf Contoh',
      '7372011203850002',
      'Parepare',
      '12 Maret 1985',
      'Anak kandung',
      'Wiraswasta',
      'Jl. Bau Massepe No. 210',
    ];
    const letter = { ...sampleLetters['ahli-waris'], table: { caption: 'Ahli waris', columns, rows: [row, row] } };
    const { pages } = await print('ahli-waris', letter);
    const lines = pages[0]?.extractText().lines ?? [];
    const right = Math.max(...lines.map(({ bbox }) => bbox.x + bbox.width));
    expect(right).toBeLessThanOrEqual(((210 - 22) / 25.4) * 72 + 4); // boxes are a little wider than ink
    expect(lines.map(({ text }) => text).join(' ')).toContain('7372011203850002');
  });
});

describe('hostile input', () => {
  it('prints whatever people type into any of its parts', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '#panic("x")',
        '$x',
        '*_`',
        'A'.repeat(400),
        '\n\n\n',
        '/ByteRange [0 1 2 3]',
        'ᨅᨔ 漢 😀',
        '\u202e',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), hostile, hostile, async ([template, letter], one, two) => {
        const inputs: LetterInputs = {
          ...letter,
          title: one,
          number: two,
          opening: two,
          closing: one,
          subject: two,
          place: one,
          letterhead: { lines: [one, two], address: two },
          rows: [{ label: one, value: two }],
          signer: { ...letter.signer, name: one, title: two },
          reasons: [two],
        };
        const pdf = await printer.render({ template, inputs: asInputs(inputs), at });
        expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
      }),
      { numRuns: 60 },
    );
  });
});
