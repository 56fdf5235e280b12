import { describe, expect, it } from 'vitest';
import { sampleEnv, sampleField } from '../testing.ts';
import { formatField, parseField, promptField } from './registry.ts';

const env = sampleEnv();
const codeOf = (raw: unknown, field = sampleField('text')) => {
  const parsed = parseField(raw, field, env);
  return parsed.ok ? parsed.value : parsed.code;
};

describe('text', () => {
  it.each([
    ['Warung Coto', 'Warung Coto'],
    ['  Warung\u00a0 Coto\n', 'Warung Coto'],
    [12, '12'],
    [['satu'], 'satu'],
    ['a\u0000b\u202ec', 'abc'],
    ['\ud800halo', 'halo'],
    ['😀 boleh', '😀 boleh'],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['😀'.repeat(200), '😀'.repeat(200)],
    ['x'.repeat(201), 'text.too_long'],
    ['x'.repeat(1_000_000), 'text.too_long'],
    [['satu', 'dua'], 'text.format'],
    [{ a: 1 }, 'text.format'],
    [true, 'text.format'],
    [Number.NaN, 'text.format'],
    [Number.POSITIVE_INFINITY, 'text.format'],
  ])('%j gives %j', (raw, expected) => {
    expect(codeOf(raw)).toBe(expected);
  });

  it.each([undefined, null, '', '   ', '\u0000', '\u200b\u202e', [], [''], {}])('%j is nothing', (raw) => {
    expect(codeOf(raw)).toBe('required');
    expect(parseField(raw, sampleField('text', { required: false }), env)).toEqual({ ok: true, value: undefined });
  });

  it('a text of only invisible characters is nothing, however long', () => {
    expect(codeOf('\u200b'.repeat(5000), sampleField('long-text'))).toBe('required');
    expect(codeOf(' '.repeat(3000), sampleField('long-text'))).toBe('required');
  });

  it('limits are those of the question', () => {
    const field = sampleField('text', { min: 3, max: 5 });
    expect(codeOf('ab', field)).toBe('text.too_short');
    expect(codeOf('abcdef', field)).toBe('text.too_long');
    expect(codeOf('abcd', field)).toBe('abcd');
  });

  it('long text keeps its lines', () => {
    expect(codeOf('satu\r\n\r\n\r\ndua', sampleField('long-text'))).toBe('satu\n\ndua');
    expect(codeOf('x'.repeat(4001), sampleField('long-text'))).toBe('long-text.too_long');
  });
});

describe('name', () => {
  it.each([
    'Andi Tenri',
    "Dra. Hj. Sitti Ma'ruf, M.Si.",
    'Nur`aini (Cici)',
    'Y',
    'I Gusti-Ngurah',
    'José Ramos-Horta',
    '李明',
    'ANDI BASO / AMIR',
  ])('%s is a name', (name) => {
    expect(codeOf(name, sampleField('name'))).toBe(name);
  });

  it.each(['Andi 😀', 'R2D2', '<script>', '...', 'a@b', 'Andi; DROP TABLE', '{}', '12345'])(
    '%s is refused kindly',
    (name) => {
      const parsed = parseField(name, sampleField('name'), env);
      expect(parsed).toMatchObject({
        ok: false,
        code: 'name.characters',
        message: 'Tulis nama dengan huruf, tanpa angka, simbol, atau gambar.',
      });
    },
  );
});

describe('email', () => {
  it.each([
    ['Andi@Contoh.COM', 'andi@contoh.com'],
    [' andi.tenri+kk@mail.contoh.co.id ', 'andi.tenri+kk@mail.contoh.co.id'],
    ['mailto:a@b.id', 'a@b.id'],
    ['andi @ gmail.com', 'andi@gmail.com'],
  ])('%j is %s', (raw, expected) => {
    expect(codeOf(raw, sampleField('email'))).toBe(expected);
  });

  it.each([
    'andi',
    'andi@',
    '@contoh.com',
    'andi@contoh',
    'a..b@contoh.com',
    'a@b..com',
    'a@-b.com',
    'a@b.c',
    'a@b@c.com',
    'a\r\nBcc: x@y.com',
    `${'a'.repeat(65)}@contoh.com`,
    `a@${'b'.repeat(260)}.com`,
    'andi@contoh.com,budi@contoh.com',
    '"x"@contoh.com',
    'x'.repeat(100_000),
    { a: 'b@c.id' },
  ])('%j is refused', (raw) => {
    expect(codeOf(raw, sampleField('email'))).toBe('email.format');
  });
});

describe('sentences', () => {
  it('say what to do, in both languages', () => {
    const field = sampleField('text', { label: { id: 'Nama usaha', en: 'Name of the business' } });
    expect(parseField('', field, env)).toMatchObject({ message: 'Isi nama usaha.' });
    expect(parseField('', field, sampleEnv({ locale: 'en' }))).toMatchObject({
      message: 'Enter name of the business.',
    });
  });

  it('abbreviations keep their capitals', () => {
    const field = sampleField('text', { label: { id: 'RT/RW asal' } });
    expect(parseField('', field, env)).toMatchObject({ message: 'Isi RT/RW asal.' });
  });

  it('a question is repeated as a question', () => {
    const field = sampleField('yesno', { label: { id: 'Apakah Anda sudah menikah?' } });
    expect(parseField('', field, env)).toMatchObject({ message: 'Jawab pertanyaan: apakah Anda sudah menikah?' });
  });

  it('a prompt is one line with label, hint and guidance', () => {
    const field = sampleField('phone', { label: { id: 'Nomor HP' }, hint: { id: 'Yang aktif' }, required: false });
    expect(promptField(field, env)).toBe('Nomor HP. Yang aktif. Ketik nomor, misalnya 0812 3456 7890. Boleh dilewati.');
  });

  it('a stored value of another type prints as nothing', () => {
    expect(formatField({ a: 1 }, sampleField('text'), env)).toBe('');
    expect(formatField(undefined, sampleField('date'), env)).toBe('');
  });
});
