// The classifier: how much a text has in common with what is known of each category. Every share can be explained by its words.
import { featuresOf, type Glossary } from './tokens.ts';

export interface CategoryTexts {
  readonly id: string;
  readonly phrases: readonly string[]; // name, keywords, everyday words
  readonly examples: readonly string[]; // labelled reports
}
interface Known {
  readonly id: string;
  readonly centre: Vector; // everything together
  readonly examples: readonly Vector[];
}
export interface Model {
  readonly glossary: Glossary;
  readonly rarity: ReadonlyMap<string, number>;
  readonly known: readonly Known[];
}
export interface Guess {
  readonly id: string;
  readonly share: number; // 0 to 1; all guesses together 1
  readonly because: readonly string[]; // the words that spoke for it, the heaviest first
}
type Vector = ReadonlyMap<string, number>;

const exampleShare = 0.35; // of the score: likeness to the nearest labelled report
const sharpness = 14; // turns likeness into shares

function unit(features: ReadonlyMap<string, number>, rarity: ReadonlyMap<string, number>): Vector {
  const weighed = [...features].map(([name, count]) => [name, Math.log1p(count) * (rarity.get(name) ?? 0)] as const);
  const length = Math.sqrt(weighed.reduce((sum, [, value]) => sum + value * value, 0));
  return new Map(length === 0 ? [] : weighed.map(([name, value]) => [name, value / length]));
}

function likeness(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [name, value] of small) sum += value * (large.get(name) ?? 0);
  return sum;
}

function merged(parts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const part of parts) for (const [name, count] of part) sum.set(name, (sum.get(name) ?? 0) + count);
  return sum;
}

/** Milliseconds for some thousand texts; the same texts give the same model. */
export function train(categories: readonly CategoryTexts[], glossary: Glossary): Model {
  const read = categories.map(({ id, phrases, examples }) => ({
    id,
    all: merged([...phrases, ...examples].map((text) => featuresOf(text, glossary))),
    examples: examples.map((text) => featuresOf(text, glossary)),
  }));
  const seen = new Map<string, number>();
  for (const { all } of read) for (const name of all.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const rarity = new Map([...seen].map(([name, count]) => [name, Math.log1p(read.length / count)]));
  return {
    glossary,
    rarity,
    known: read.map(({ id, all, examples }) => ({
      id,
      centre: unit(all, rarity),
      examples: examples.map((features) => unit(features, rarity)),
    })),
  };
}

function becauseOf(text: Vector, centre: Vector): string[] {
  return [...text]
    .map(([name, value]) => ({ name, weight: value * (centre.get(name) ?? 0) }))
    .filter(({ name, weight }) => weight > 0 && !name.endsWith('~'))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)
    .map(({ name }) => name);
}

/** Every category with its share, the likeliest first. A text with no known word has equal shares and no reasons. */
export function classify(model: Model, text: string): Guess[] {
  const vector = unit(featuresOf(text, model.glossary), model.rarity);
  const scored = model.known.map(({ id, centre, examples }) => {
    const nearest = examples.reduce((best, example) => Math.max(best, likeness(vector, example)), 0);
    const score = (1 - exampleShare) * likeness(vector, centre) + exampleShare * nearest;
    return { id, centre, weight: Math.exp(sharpness * score) };
  });
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  return scored
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ id, centre, weight }, at) => ({
      id,
      share: weight / total,
      because: at < 5 ? becauseOf(vector, centre) : [],
    }));
}
