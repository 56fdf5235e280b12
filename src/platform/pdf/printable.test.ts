import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceUndrawable, toPrintable } from './printable.ts';

describe('printable text', () => {
  it('drops control characters and text that would read in another direction', () => {
    expect(toPrintable('Siti\u0000 \u202eAminah\u202c\u200b')).toBe('Siti Aminah');
  });

  it('keeps line ends as one kind and tabs as spaces', () => {
    expect(toPrintable('Jl. A\r\nRT 1\rRW\t2')).toBe('Jl. A\nRT 1\nRW 2');
  });

  it('composes accents and replaces broken halves of characters', () => {
    expect(toPrintable('Jose\u0301 \ud800')).toBe('José \ufffd');
  });

  it('reaches every string of nested values and leaves numbers and gaps alone', () => {
    expect(toPrintable({ rows: [{ value: 'a\u0007' }], count: 3, none: null })).toEqual({
      rows: [{ value: 'a' }],
      count: 3,
      none: null,
    });
  });

  it('gives the same text when it is applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(toPrintable(toPrintable(text))).toBe(toPrintable(text));
      }),
    );
  }, 60_000);

  it('replaces only the characters that the compiler names', () => {
    const message = 'PDF/A-2b error: the text `"\\u{1a05}"` could not be displayed with font `"X"`';
    expect(replaceUndrawable('{"a":"b\u1a05c"}', message)).toBe('{"a":"b\ufffdc"}');
    const escapedTwice = 'the text `\\"\\\\u{10a01}\\"` could not be displayed';
    expect(replaceUndrawable('{"a":"\\\\ \u{10a01}"}', escapedTwice)).toBe('{"a":"\\\\ \ufffd"}');
    expect(replaceUndrawable('{"a":"bc"}', 'unknown variable: b')).toBeUndefined();
  });
});
