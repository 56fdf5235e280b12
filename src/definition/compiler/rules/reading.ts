// Readable by somebody who left school at twelve (look.md 5.5): one idea to a sentence.
import { sayPath } from '../../load/zod-findings.ts';
import type { Scope } from '../scope.ts';
import { textsIn } from './texts.ts';

/** The aim is fifteen words; above twenty a sentence holds more than one idea. */
export const mostWords = 20;

export function checkReading(scope: Scope): void {
  // A letter speaks the language of offices, and the eight internal components are read by the office.
  const { letter: _letter, standard, ...rest } = scope.def;
  const { internal: _internal, legal: _legal, ...published } = standard;
  for (const text of textsIn({ ...rest, standard: published }, [])) {
    const longest = [text.id, text.en ?? ''].flatMap(sentencesOf).sort((a, b) => b.words - a.words)[0];
    if (longest !== undefined && longest.words > mostWords)
      scope.report('L24-T004', text.path, {
        where: sayPath(text.path),
        words: longest.words,
        limit: mostWords,
        sentence: shortened(longest.sentence),
      });
  }
}

export function sentencesOf(text: string): { sentence: string; words: number }[] {
  return text
    .split(/(?<=[.?!;:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({
      sentence,
      words: sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    }));
}

function shortened(sentence: string): string {
  const words = sentence.split(/\s+/);
  return words.length <= 8 ? sentence : `${words.slice(0, 8).join(' ')} ...`;
}
