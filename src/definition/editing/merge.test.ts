import { expect, test } from 'vitest';
import { mergeTexts } from './index.ts';

const base = `# catatan penyusun
service: contoh
sector: umum # tetap
popularity: 5
form:
  - page: satu
    title: {id: Satu, en: One}
  - page: dua
    title: {id: Dua, en: Two}
`;
const change = (from: string, to: string) => base.replace(from, to);

const merges = [
  {
    what: 'what only I changed is taken',
    mine: change('popularity: 5', 'popularity: 9'),
    theirs: base,
    text: change('popularity: 5', 'popularity: 9'),
    taken: ['popularity'],
    left: [],
  },
  {
    what: 'what only they changed stands',
    mine: base,
    theirs: change('popularity: 5', 'popularity: 9'),
    text: change('popularity: 5', 'popularity: 9'),
    taken: [],
    left: [],
  },
  {
    what: 'changes at two places come together, with the comments',
    mine: change('id: Dua', 'id: Kedua'),
    theirs: change('id: Satu', 'id: Pertama'),
    text: change('id: Dua', 'id: Kedua').replace('id: Satu', 'id: Pertama'),
    taken: ['form.dua.title.id'],
    left: [],
  },
  {
    what: 'what both changed stays as they saved it, and is named',
    mine: change('sector: umum', 'sector: air'),
    theirs: change('sector: umum', 'sector: darurat'),
    text: change('sector: umum', 'sector: darurat'),
    taken: [],
    left: ['sector'],
  },
  {
    what: 'what both changed alike is no conflict',
    mine: change('popularity: 5', 'popularity: 9'),
    theirs: change('popularity: 5', 'popularity: 9'),
    text: change('popularity: 5', 'popularity: 9'),
    taken: [],
    left: [],
  },
  {
    what: 'a key only I removed is removed',
    mine: change('popularity: 5\n', ''),
    theirs: change('sector: umum', 'sector: air'),
    text: change('popularity: 5\n', '').replace('sector: umum', 'sector: air'),
    taken: ['popularity'],
    left: [],
  },
];

test.each(merges)('$what', ({ mine, theirs, text, taken, left }) => {
  expect(mergeTexts(base, mine, theirs)).toEqual({ text, taken, left });
});

test('a text that cannot be read gives no merge', () => {
  for (const broken of ['service: [', '- satu', ''])
    expect([mergeTexts(base, broken, base), mergeTexts(base, base, broken)]).toEqual([undefined, undefined]);
});
