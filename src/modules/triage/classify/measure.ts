// How often the classifier is right on texts it has not seen: trained on the others, in ten parts. Pure.
import { type CategoryTexts, classify, train } from './model.ts';
import type { Glossary } from './tokens.ts';

export interface Example {
  readonly text: string;
  readonly category: string;
}
export interface Accuracy {
  readonly texts: number;
  readonly firstRight: number; // share, 0 to 1
  readonly thirdRight: number;
}

const parts = 10;

export function textsOf(
  categories: readonly { readonly id: string; readonly phrases: readonly string[] }[],
  examples: readonly Example[],
): CategoryTexts[] {
  return categories.map(({ id, phrases }) => ({
    id,
    phrases,
    examples: examples.filter(({ category }) => category === id).map(({ text }) => text),
  }));
}

/** Deterministic: the n-th text is in part n modulo ten. */
export function measure(
  categories: readonly { readonly id: string; readonly phrases: readonly string[] }[],
  examples: readonly Example[],
  glossary: Glossary,
): Accuracy {
  let first = 0;
  let third = 0;
  for (let part = 0; part < parts; part++) {
    const others = examples.filter((_, at) => at % parts !== part);
    const model = train(textsOf(categories, others), glossary);
    for (const { text, category } of examples.filter((_, at) => at % parts === part)) {
      const place = classify(model, text).findIndex(({ id }) => id === category);
      if (place === 0) first += 1;
      if (place >= 0 && place < 3) third += 1;
    }
  }
  const texts = examples.length;
  return { texts, firstRight: texts === 0 ? 0 : first / texts, thirdRight: texts === 0 ? 0 : third / texts };
}
