// A template prints what a letter is given, and nothing else: a misspelt part would stop the letter on the day it is signed.
import { letterParts } from '../../letter-parts.ts';
import { nearestHint } from '../nearest.ts';
import type { Scope } from '../scope.ts';

export function checkLetterTemplate(scope: Scope): void {
  const { letter } = scope.def;
  const reads = letter && scope.env.letterReads?.get(letter.template);
  if (letter === undefined || reads === undefined) return;
  for (const part of reads) {
    const [head = '', tail] = part.split('.');
    const inner = Object.hasOwn(letterParts, head) ? letterParts[head] : undefined;
    const known = inner !== undefined && (tail === undefined || inner.length === 0 || inner.includes(tail));
    if (known) continue;
    const names = inner === undefined ? Object.keys(letterParts) : inner.map((one) => `${head}.${one}`);
    scope.report('L24-L011', ['letter', 'template'], {
      template: letter.template,
      part,
      hint: nearestHint(part, names),
    });
  }
}
