import { describe, expect, it } from 'vitest';
import { isOwner, isProven, type Known } from './rules.ts';
import { spellNumber } from './spell.ts';

const known: Known = {
  number: 'P482913075',
  name: 'Andi Tenri Wulandari, S.Pd.',
  nik: '7372011708900001',
  facts: ['17 8 1990', 'Lompoe'],
};
const right = { name: 'andi tenri wulandari', nikTail: '0001', fact: 'lompoe' };

describe('a caller', () => {
  it('is known by name, last four digits of the NIK and one more fact', () => {
    expect(isOwner(right, known)).toBe(true);
    expect(isOwner({ ...right, name: 'Wulandari Andi Tenri', fact: '17-8-1990' }, known)).toBe(true);
    expect(isOwner({ ...right, fact: 'P 482 913 075' }, known)).toBe(true);
  });
  it.each([
    ['another name', { name: 'Andi Tenri' }],
    ['other digits', { nikTail: '0002' }],
    ['fewer digits', { nikTail: '1' }],
    ['the whole NIK instead of its tail', { nikTail: '7372011708900001' }],
    ['another fact', { fact: 'Lemoe' }],
    ['no fact', { fact: '' }],
  ])('is not known by %s', (_, wrong) => {
    expect(isOwner({ ...right, ...wrong }, known)).toBe(false);
  });
  it('of a case without a name or a NIK is never known', () => {
    expect(isOwner(right, { ...known, nik: undefined })).toBe(false);
    expect(isOwner(right, { ...known, name: undefined })).toBe(false);
  });
  it('stays known for half an hour', () => {
    const at = new Date('2026-11-23T01:00:00Z');
    expect(isProven(at, new Date('2026-11-23T01:29:00Z'))).toBe(true);
    expect(isProven(at, new Date('2026-11-23T01:30:00Z'))).toBe(false);
    expect(isProven(null, at)).toBe(false);
  });
});

describe('a number', () => {
  it('is said digit by digit, three by three', () => {
    expect(spellNumber('P482913075', 'id')).toBe('P, empat delapan dua, sembilan satu tiga, nol tujuh lima');
  });
});
