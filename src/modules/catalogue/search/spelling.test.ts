import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, slips } from './spelling.ts';
import { longestQuery, meaningWords, plainQuery, plainText } from './text.ts';

describe('slips between words', () => {
  it.each([
    ['lahri', 'lahir', 1],
    ['ktp', 'ktp', 0],
    ['domisli', 'domisili', 1],
    ['kmatian', 'kematian', 1],
    ['abc', '', 3],
  ])('%s and %s: %i', (one, other, count) => expect(slips(one, other)).toBe(count));

  it('is symmetric, zero only for the same word, and never more than the longer word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const count = slips(one, other);
        expect(count).toBe(slips(other, one));
        expect(count === 0).toBe(one === other);
        expect(count).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

describe('the word that was meant', () => {
  const candidates = ['lahir', 'lahan', 'domisili', 'kk'].map((word) => ({ word, likeness: 0.3 }));
  it('has the fewest slips', () => expect(closestWord('lahri', candidates)).toBe('lahir'));
  it('may be only begun', () => expect(closestWord('domi', candidates)).toBe('domisili'));
  it('is not guessed for very short words or far ones', () => {
    expect(closestWord('kx', candidates)).toBeUndefined();
    expect(closestWord('helikopter', candidates)).toBeUndefined();
  });
});

describe('the plain form of a query', () => {
  it('has only small letters, digits and single blanks, and stays within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const plain = plainQuery(text);
        expect(plain).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
        expect(plain.split(' ').length).toBeLessThanOrEqual(10);
      }),
    );
    expect(plainQuery('a'.repeat(500))).toHaveLength(longestQuery);
  });
  it('treats spellings of KTP-el alike and drops words that say nothing', () => {
    expect(plainText('KTP-el')).toBe('ktp el');
    expect(meaningWords(plainQuery('Gimana cara bikin KTP?'))).toEqual(['ktp']);
    expect(meaningWords('cara bikin')).toEqual(['cara', 'bikin']);
  });
});
