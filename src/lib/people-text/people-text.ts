// What people type and paste, made safe to store, compare and print: no invisible characters, one way to write each letter.

// Cc control, Cf format (bidi overrides, zero width, BOM, tags), Cs lone surrogates, Co private use. Contacts copied from a
// phone carry U+202A and U+2069 unnoticed, so these are removed rather than refused; NUL cannot be stored in PostgreSQL.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const anySpace = /[\s\u00a0\u2007\u202f\u3000]+/gu;
const lineBreak = /\r\n?|[\u2028\u2029\u0085\v\f]/gu;
const tooManyMarks = /(\p{M}{3})\p{M}+/gu;

/** One line: NFC, spaces of every kind become one blank, invisible characters are gone, trimmed. Idempotent. */
export function cleanLine(text: string): string {
  return compose(text.replace(anySpace, ' ').replace(invisible, '')).replace(/ {2,}/g, ' ').trim();
}

/** Several lines: like `cleanLine` per line, with at most one empty line in a row. Idempotent. */
export function cleanLines(text: string): string {
  return text
    .replace(lineBreak, '\n')
    .split('\n')
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Arabic, Devanagari, full-width and other decimal digits become 0-9. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(digitValue(digit))));
}

/** Letters only for comparing: lower case, no marks, single blanks. */
export function foldCase(text: string): string {
  return cleanLine(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

// Unicode keeps every set of decimal digits together, zero first, so the distance to the start of the run is the value.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

function compose(text: string): string {
  return text.normalize('NFC').replace(tooManyMarks, '$1');
}
