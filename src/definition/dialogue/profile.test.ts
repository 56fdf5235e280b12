import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGsm7 } from '../../lib/gsm7/gsm7.ts';
import { chatProfile, cutToMessages, lengthOf, linkLength, smsProfile } from './profile.ts';

describe('letters of an SMS', () => {
  it.each([
    ['Zoë O\u2019Hara \u2013 \u201cUji\u201d\u2026', 'Zoe O\'Hara - "Uji"...'],
    ['e\u0301 \u00e9 \u00f1 ā', 'e é ñ a'],
    ['selesai \u{1f44d} 你好', 'selesai  '],
  ])('%s', (given, expected) => {
    expect(toGsm7(given)).toBe(expected);
  });

  it('count twice when they are from the second table, and a link as long as it will be', () => {
    expect(lengthOf('a[b]', smsProfile)).toBe(6);
    expect(lengthOf('{link}.', chatProfile)).toBe(linkLength + 1);
  });
});

describe('a text for a channel', () => {
  it('keeps lines together and gives the link when it would be too many messages', () => {
    const lines = Array.from({ length: 12 }, (_, n) => `${n + 1} Puskesmas nomor ${n + 1}`);
    const parts = cutToMessages(lines.join('\n'), smsProfile, 'Buka {link}.');
    expect(parts.length).toBe(2);
    expect(parts.join('\n').split('\n')).toEqual(lines);
    expect(cutToMessages(`${lines.join('\n')}\n`.repeat(4), smsProfile, 'Buka {link}.')).toEqual(['Buka {link}.']);
  });

  it('never exceeds the limit and loses no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z{}[\]]{1,30}$/), { maxLength: 400 });
    fc.assert(
      fc.property(words, fc.constantFrom(smsProfile, chatProfile), (list, given) => {
        const profile = { ...given, maxParts: 1000 };
        const parts = cutToMessages(list.join(' '), profile, 'x');
        for (const part of parts) expect(lengthOf(part, profile)).toBeLessThanOrEqual(profile.maxLength);
        expect(parts.join(' ')).toBe(list.length === 0 ? 'x' : list.join(' '));
      }),
    );
  });

  it('cuts no letter in two', () => {
    for (const part of cutToMessages('\u{1f600}'.repeat(2000), chatProfile, 'x')) expect(part).not.toMatch(/\p{Cs}/u);
  });
});
