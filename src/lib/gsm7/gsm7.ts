// GSM 03.38, the alphabet of SMS: 160 septets to a message, 153 when it is cut in parts; the letters of the extension
// table take two. One letter outside it turns the whole message into UCS-2 with 70 letters.

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€\f');
const plainMarks: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u2022': '-',
  '\u00b7': '-',
  '\u00a0': ' ',
  '\t': ' ',
};

export const septetsOfOneSms = 160;
const septetsOfAPart = 153; // seven go to the header that joins the parts
const lettersOfOneUcs2 = 70;
const lettersOfAUcs2Part = 67;

export function isGsm7(text: string): boolean {
  return [...text].every((letter) => basic.has(letter) || extended.has(letter));
}

/** Room the text takes in the GSM alphabet; letters outside it are not counted (`toGsm7` first). */
export function septets(text: string): number {
  return [...text].reduce((sum, letter) => sum + (extended.has(letter) ? 2 : basic.has(letter) ? 1 : 0), 0);
}

/** How many messages a text costs as it stands. A letter of two septets is never cut in half. */
export function smsParts(text: string): number {
  if (text === '') return 0;
  if (!isGsm7(text)) return parts(text.length, lettersOfOneUcs2, lettersOfAUcs2Part);
  if (septets(text) <= septetsOfOneSms) return 1;
  let count = 1;
  let used = 0;
  for (const letter of text) {
    const size = septets(letter);
    if (used + size > septetsOfAPart) [count, used] = [count + 1, 0];
    used += size;
  }
  return count;
}

/** The text in letters every phone shows; what has no likeness (emoji, other scripts) is left out. */
export function toGsm7(text: string): string {
  return [...text].map(likeness).join('');
}

function parts(length: number, one: number, part: number): number {
  return length <= one ? 1 : Math.ceil(length / part);
}

function likeness(letter: string): string {
  if (isGsm7(letter)) return letter;
  const mark = Object.hasOwn(plainMarks, letter) ? plainMarks[letter] : undefined;
  const bare = mark ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...bare].filter(isGsm7).join('');
}
