// Typing mistakes: PostgreSQL's trigrams propose words, the number of slips decides.

/** Slips between two words: a letter too many, missing, wrong, or two letters swapped (optimal string alignment). */
export function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      line.push(cost);
    }
    before = last;
    last = line;
  }
  return last[other.length] ?? 0;
}

/** How many slips a word of this length may hold before it is another word. */
export function slipsAllowed(length: number): number {
  if (length <= 2) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

export interface Candidate {
  readonly word: string;
  readonly likeness: number; // trigram similarity, 0 to 1
}

/** The word that was meant, or undefined: fewest slips, then most alike. A beginning of four letters stands for its word. */
export function closestWord(typed: string, candidates: readonly Candidate[]): string | undefined {
  const begun = typed.length >= 4 ? candidates.filter(({ word }) => word.startsWith(typed)) : [];
  const near = candidates
    .map((candidate) => ({ ...candidate, slips: slips(typed, candidate.word) }))
    .filter((candidate) => candidate.slips <= slipsAllowed(typed.length))
    .toSorted((a, b) => a.slips - b.slips || b.likeness - a.likeness || (a.word < b.word ? -1 : 1));
  return near[0]?.word ?? begun.toSorted((a, b) => a.word.length - b.word.length)[0]?.word;
}
