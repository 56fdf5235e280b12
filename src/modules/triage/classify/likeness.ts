// How alike two reports are, from 0 to 1: the words they share, rare ones not favoured because two texts know no rarity.
import { featuresOf, type Glossary } from './tokens.ts';

/** Symmetric; 1 for the same words, 0 for none in common or an empty text. */
export function textLikeness(a: string, b: string, glossary: Glossary): number {
  const [one, other] = [featuresOf(a, glossary), featuresOf(b, glossary)];
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  let all = 0;
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const [x, y] = [one.get(name) ?? 0, other.get(name) ?? 0];
    shared += Math.min(x, y);
    all += Math.max(x, y);
  }
  return shared / all;
}
