// From the words of a query to what the database compares: ways to say the whole, and alternatives for each part.

export interface SearchPlan {
  /** The query said in several ways, with how sure each is. */
  readonly sayings: readonly { readonly text: string; readonly weight: number }[];
  /** For each part of the query, words of which one should occur. */
  readonly parts: readonly { readonly part: number; readonly text: string }[];
}
/** Word or phrase -> what else it is called. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

const longestSynonym = 4; // words: "surat izin mendirikan bangunan"
const mostSayings = 14;

/** Every run of up to four neighbouring words, to look up among the synonyms. */
export function runsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(longestSynonym, words.length - from) }, (__, more) =>
      words.slice(from, from + more + 1).join(' '),
    ),
  );
}

/** The longest runs that have synonyms, left to right; other words stand alone. */
export function partsOf(words: readonly string[], synonyms: Synonyms): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < words.length) {
    let size = Math.min(longestSynonym, words.length - at);
    while (size > 1 && !synonyms.has(words.slice(at, at + size).join(' '))) size -= 1;
    parts.push(words.slice(at, at + size).join(' '));
    at += size;
  }
  return parts;
}

/** @param typed the plain query as typed; @param words its meaningful words after spelling. */
export function planSearch(typed: string, words: readonly string[], synonyms: Synonyms): SearchPlan {
  const parts = partsOf(words, synonyms);
  const meant = words.join(' ');
  const replaced = parts.flatMap((part, index) =>
    (synonyms.get(part) ?? []).map((other) => parts.with(index, other).join(' ')),
  );
  const texts = new Map<string, number>([[typed, 1]]);
  if (!texts.has(meant)) texts.set(meant, 0.98);
  for (const text of replaced) if (!texts.has(text)) texts.set(text, 0.85);
  return {
    sayings: [...texts].slice(0, mostSayings).map(([text, weight]) => ({ text, weight })),
    parts: parts.flatMap((text, part) => [text, ...(synonyms.get(text) ?? [])].map((other) => ({ part, text: other }))),
  };
}
