import { describe, expect, it } from 'vitest';
import { sampleEnv, sampleField } from '../testing.ts';
import { formatField, parseField, promptField } from './registry.ts';

const env = sampleEnv();
const options = [
  { value: 'tetap', label: { id: 'Tinggal tetap', en: 'Permanent' } },
  { value: 'sementara', label: { id: 'Sementara, kos', en: 'Temporary' } },
  { value: 'lain', label: { id: 'Lainnya', en: 'Other' } },
];
const choice = sampleField('choice', { options });
const choices = sampleField('choices', { options });
const resultOf = (raw: unknown, field: typeof choice) => {
  const parsed = parseField(raw, field, env);
  return parsed.ok ? parsed.value : parsed.code;
};

describe('yes or no', () => {
  it.each([true, 'true', 'ya', 'Ya', 'YA.', 'y', 'yes', 1, '1', 'on', 'iya', '\u200bya'])('%j is yes', (raw) => {
    expect(resultOf(raw, sampleField('yesno'))).toBe(true);
  });
  it.each([false, 'false', 'tidak', 'T', 'no', 'n', 0, '0', 'bukan', ' Tdk '])('%j is no', (raw) => {
    expect(resultOf(raw, sampleField('yesno'))).toBe(false);
  });
  it.each(['mungkin', 2, 'yaaa', { a: true }, ['ya', 'tidak'], 'constructor'])('%j is neither', (raw) => {
    expect(resultOf(raw, sampleField('yesno'))).toBe('yesno.format');
  });
});

describe('one of a list', () => {
  it.each(['sementara', 'SEMENTARA', 'Sementara, kos', 'temporary', '2', 2, '2.', '٢', ['sementara']])(
    '%j is found',
    (raw) => {
      expect(resultOf(raw, choice)).toBe('sementara');
    },
  );
  it.each(['kos', '0', '4', '99', '-1', {}.constructor.name, { value: 'lain' }, ['tetap', 'lain'], 'x'.repeat(1e6)])(
    '%j is unknown',
    (raw) => {
      expect(resultOf(raw, choice)).toBe('choice.unknown');
    },
  );

  it('numbers do not count as positions when the options are numbers', () => {
    const field = sampleField('choice', {
      options: [
        { value: '10', label: 'Sepuluh' },
        { value: '2', label: 'Dua' },
      ],
    });
    expect(resultOf('2', field)).toBe('2');
    expect(resultOf('1', field)).toBe('choice.unknown');
  });

  it('is printed and asked with its labels', () => {
    expect(formatField('sementara', choice, env)).toBe('Sementara, kos');
    expect(promptField(choice, env)).toBe('Isian. Balas nomornya: 1 Tinggal tetap, 2 Sementara, kos, 3 Lainnya.');
  });
});

describe('several of a list', () => {
  it.each([
    [
      ['lain', 'tetap', 'lain'],
      ['tetap', 'lain'],
    ],
    ['tetap', ['tetap']],
    ['1, 3', ['tetap', 'lain']],
    ['Sementara, kos', ['sementara']],
    ['tetap dan lainnya', ['tetap', 'lain']],
    [['', 'lain'], ['lain']],
    [[], 'required'],
    [['tetap', 'x'], 'choices.unknown'],
    [{ tetap: true }, 'choices.unknown'],
    [Array.from({ length: 5000 }, () => 'tetap'), 'choices.unknown'],
    [[['tetap', 'lain']], 'choices.unknown'],
  ])('%j is %j', (raw, expected) => {
    expect(resultOf(raw, choices)).toEqual(expected);
  });

  it('counts the picks', () => {
    const field = sampleField('choices', { options, min: 2, max: 2 });
    expect(resultOf(['tetap'], field)).toBe('choices.min');
    expect(resultOf(['tetap', 'lain', 'sementara'], field)).toBe('choices.max');
    expect(resultOf(['tetap', 'lain'], field)).toEqual(['tetap', 'lain']);
  });

  it('prints the labels', () => {
    expect(formatField(['tetap', 'lain'], choices, env)).toBe('Tinggal tetap, Lainnya');
  });
});

describe('a declaration', () => {
  it('only agreement answers a required one', () => {
    const field = sampleField('declaration');
    for (const raw of [true, 'on', 'ya', 'Setuju', '1']) expect(resultOf(raw, field)).toBe(true);
    for (const raw of [false, 'tidak', 'mungkin', 0, { a: 1 }]) expect(resultOf(raw, field)).toBe('declaration.agree');
    expect(resultOf('', field)).toBe('required');
    expect(resultOf(false, sampleField('declaration', { required: false }))).toBe(false);
  });
});

it('a text to read never has a value', () => {
  expect(parseField('apa saja', sampleField('info'), env)).toEqual({ ok: true, value: undefined });
  expect(parseField(undefined, sampleField('info'), env)).toEqual({ ok: true, value: undefined });
});

describe('files', () => {
  const id = '0199aa11-2222-7333-8444-555566667777';
  it.each([
    [id, [id]],
    [[id], [id]],
    [[id, id], [id]],
    [[id, id.replace('0199', '0200')], 'file.max'],
    ['../../etc/passwd', 'file.format'],
    [{ path: id }, 'file.format'],
    [['', id], [id]],
    ['x'.repeat(1e6), 'file.format'],
  ])('%j is %j', (raw, expected) => {
    expect(resultOf(raw, sampleField('file'))).toEqual(expected);
  });
});
