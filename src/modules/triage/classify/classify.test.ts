import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../platform/root.ts';
import { CategoryFile, type Content, GlossaryFile, Labelled } from '../types.ts';
import { textLikeness } from './likeness.ts';
import { type Example, measure, textsOf } from './measure.ts';
import { classify, type Model, train } from './model.ts';
import { type Glossary, glossaryOf, wordsOf } from './tokens.ts';

const folder = join(projectRoot, 'regions', 'parepare', 'complaints');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const categories = CategoryFile.parse(parse(read('categories.yaml'))).categories.map((category) => ({
  id: category.id,
  phrases: [category.name.id, ...category.keywords, ...category.words],
}));
const glossary: Glossary = glossaryOf(GlossaryFile.parse(parse(read('glossary.yaml'))).words);
const labelled: Content['labelled'] = read('labelled.jsonl')
  .trim()
  .split('\n')
  .map((line) => Labelled.parse(JSON.parse(line)));
const heldOut = (name: string): Example[] =>
  readFileSync(join(projectRoot, 'tests', 'content', name), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [category = '', text = ''] = line.split('\t');
      return { category, text };
    });

let model: Model;
beforeAll(() => {
  model = train(textsOf(categories, labelled), glossary);
});
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

describe('the classifier of reports', () => {
  it.each(['complaints-held-out.tsv', 'complaints-second-held-out.tsv'])(
    'is right on texts it never saw, three quarters at once and 92 of 100 among the first three: %s',
    (name) => {
      const texts = heldOut(name);
      const places = texts.map(({ text, category }) => classify(model, text).findIndex(({ id }) => id === category));
      const first = places.filter((place) => place === 0).length / texts.length;
      const third = places.filter((place) => place >= 0 && place < 3).length / texts.length;
      process.stdout.write(
        `held out (${texts.length} texts): first ${percent(first)}, among three ${percent(third)}\n`,
      );
      expect(new Set(texts.map(({ category }) => category)).size).toBe(categories.length);
      expect(texts.filter(({ text }) => labelled.some((known) => known.text === text))).toEqual([]);
      expect(first).toBeGreaterThanOrEqual(0.75);
      expect(third).toBeGreaterThanOrEqual(0.92);
    },
  );

  it('is right on the labelled texts when each part is left out of the training', () => {
    const { texts, firstRight, thirdRight } = measure(categories, labelled, glossary);
    process.stdout.write(
      `labelled (${texts} texts, ten parts): first ${percent(firstRight)}, among three ${percent(thirdRight)}\n`,
    );
    expect(firstRight).toBeGreaterThanOrEqual(0.75);
    expect(thirdRight).toBeGreaterThanOrEqual(0.92);
  });

  it('gives shares that add up, the same each time, with the words that spoke for them', () => {
    const guesses = classify(model, 'LAMPU JALAN DEPAN MESJID MATE SDH SEMINGGU');
    expect(guesses[0]?.id).toBe('lampu.mati');
    expect(guesses[0]?.because).toContain('lampu');
    expect(guesses.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(classify(model, 'LAMPU JALAN DEPAN MESJID MATE SDH SEMINGGU')).toEqual(guesses);
  });

  it('answers in a few milliseconds, and for whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4000 }), (text) => {
        const guesses = classify(model, text);
        expect(guesses).toHaveLength(categories.length);
        expect(guesses.every(({ share }) => share > 0 && share <= 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('words of a report', () => {
  it('are the same in capitals, abbreviations, doubled and with the clitics of the region', () => {
    const same = ['lubang di jalan', 'LOBANG DI JLN', 'lobang2 di jl.', 'lubangnya mi di jalan'].map((text) => [
      ...new Set(wordsOf(text, glossary)),
    ]);
    for (const words of same) expect(words).toEqual(same[0]);
    expect(wordsOf("de'gaga uwae", glossary)).toEqual(wordsOf('tidak ada air', glossary));
  });

  it('make two texts alike from 0 to 1, in either order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        const alike = textLikeness(a, b, glossary);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(textLikeness(b, a, glossary)).toBeCloseTo(alike, 9);
        if (wordsOf(a, glossary).length > 0) expect(textLikeness(a, a, glossary)).toBeCloseTo(1, 9);
      }),
    );
    const lamp = 'lampu jalan mati di depan masjid raya';
    expect(textLikeness(lamp, 'lampu mati depan mesjid raya', glossary)).toBeGreaterThan(0.5);
    expect(textLikeness(lamp, 'sampah tidak diangkut', glossary)).toBeLessThan(0.1);
  });
});
