// Numbers as they are said: people dictate messages, and the phone writes "dua puluh lima" or "nol delapan satu dua".

const units: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'].map((word, n) => [word, n]),
  ),
  ...Object.fromEntries(
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, n) => [word, n]),
  ),
  kosong: 0,
};
const fixed: Readonly<Record<string, number>> = {
  sepuluh: 10,
  sebelas: 11,
  ...Object.fromEntries(
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((word, n) => [word, n + 10]),
  ),
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, (n + 2) * 10]),
  ),
  seratus: 100,
  seribu: 1000,
  sejuta: 1_000_000,
};
const teens = -10;
const scales: Readonly<Record<string, number>> = {
  belas: teens,
  puluh: 10,
  ratus: 100,
  hundred: 100,
  ribu: 1000,
  thousand: 1000,
  juta: 1_000_000,
  million: 1_000_000,
};
const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh', 'kedelapan', 'kesembilan', 'kesepuluh'].map(
    (word, index) => [word, index + 1],
  ),
);

const has = (table: Readonly<Record<string, number>>, word: string): boolean => Object.hasOwn(table, word);
const isNumberWord = (word: string): boolean => has(units, word) || has(fixed, word) || has(scales, word);

/** Every run of number words in digits: "tujuh belas agustus" is "17 agustus", "nol delapan satu" is "081". */
export function digitsFromWords(text: string): string {
  const words = text.toLowerCase().split(/\s+/);
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && isNumberWord(words[end] ?? '')) end += 1;
    const run = words.slice(at, end);
    const number = run.length === 0 ? undefined : readRun(run);
    written.push(number ?? words.slice(at, Math.max(end, at + 1)).join(' '));
    at = Math.max(end, at + 1);
  }
  return written.join(' ');
}

/** "pilih nomor dua", "yang kedua" and "opsi 2" as "2"; undefined when no number is meant. */
export function spokenChoice(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .replace(/^(?:(?:saya|i)\s+)?(?:(?:pilih|pilihan|nomor|no|opsi|jawaban|yang|ke|choose|option|number)\b[.\s]*)+/, '')
    .replace(/[.)!\s]+$/, '');
  if (has(ordinals, plain)) return String(ordinals[plain]);
  const digits = digitsFromWords(plain);
  return /^\d{1,2}$/.test(digits) ? digits : undefined;
}

interface Said {
  readonly total: number; // thousands and millions already closed
  readonly group: number; // below a thousand
  readonly unit: number; // the last digit said
}

function readRun(run: readonly string[]): string | undefined {
  // Digit by digit, as telephone numbers and NIKs are read out.
  if (run.length > 1 && run.every((word) => has(units, word))) return run.map((word) => units[word]).join('');
  const said = run.reduce<Said>(next, { total: 0, group: 0, unit: 0 });
  const value = said.total + said.group + said.unit;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function next(said: Said, word: string): Said {
  const { total, group, unit } = said;
  if (has(units, word)) return { total, group, unit: unit * 10 + (units[word] ?? 0) };
  const value = fixed[word];
  if (has(fixed, word) && value !== undefined) {
    return value < 1000 ? { total, group: group + unit + value, unit: 0 } : { total: total + value, group, unit };
  }
  return scaled(said, scales[word] ?? 1);
}

function scaled({ total, group, unit }: Said, scale: number): Said {
  if (scale === teens) return { total, group: group + unit + 10, unit: 0 };
  if (scale < 1000) return { total, group: group + Math.max(1, unit) * scale, unit: 0 };
  return { total: total + Math.max(1, group + unit) * scale, group: 0, unit: 0 };
}
