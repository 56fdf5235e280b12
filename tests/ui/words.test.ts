import { describe, expect, it } from 'vitest';
import { grouped } from '../../src/ui/form/group-digits.client.ts';
import { spellNumber } from '../../src/ui/index.ts';
import { en } from '../../src/ui/messages.en.ts';
import { id } from '../../src/ui/messages.id.ts';

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('Kota Contoh', 3))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

describe('the words of the design system', () => {
  it.each(sentences(id))('stay short, calm and without office words: %s', (sentence) => {
    expect(sentence).not.toMatch(/[!—]|\b(invalid|gagal|wajib|upload|user|submit|error|klik|antrian|login)\b/i);
    expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15);
  });

  it('are all translated', () => {
    expect(sentences(en)).toHaveLength(sentences(id).length);
    expect(sentences(en).filter((sentence) => sentence.trim() === '')).toEqual([]);
  });
});

describe('numbers', () => {
  it('are grouped while typing and leave strange input alone', () => {
    expect(grouped('7372010203040005', '4-4-4-4')).toBe('7372 0102 0304 0005');
    expect(grouped('7372.0102', '4-4-4-4')).toBe('7372 0102');
    expect(grouped('73720102030400051', '4-4-4-4')).toBe('7372 0102 0304 00051');
    expect(grouped('12500000', '3*')).toBe('12.500.000');
    expect(grouped('+62812345678', '4-4-5')).toBe('+6281 2345 678');
    expect(grouped('tidak tahu', '4-4-4-4')).toBe('tidak tahu');
  });

  it('are spelled sign by sign for a voice', () => {
    expect(spellNumber('L482913075')).toBe('L 4 8 2 9 1 3 0 7 5');
  });
});
