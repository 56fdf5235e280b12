// What must not stand on a public page: numbers of people, telephones, vehicles, accounts, addresses of mail, names after a title.

export const foundKinds = ['nik', 'phone', 'plate', 'email', 'account', 'name'] as const;
export type FoundKind = (typeof foundKinds)[number];
export interface Found {
  readonly kind: FoundKind;
  readonly from: number; // of the text, in UTF-16 units
  readonly to: number;
}

// People part numbers with anything, also with signs that cannot be seen.
const gap = '[\\s.\\-–—_/\\u200b-\\u200f\\u2060\\ufeff]{0,3}';
const digit = '\\p{Nd}';
const notAfterDigit = `(?<!${digit})`;
const notBeforeDigit = `(?!${digit})`;
const more = (least: number, most: number) => `(?:${gap}${digit}){${least},${most}}${notBeforeDigit}`;
const longRun = new RegExp(`${notAfterDigit}${digit}(?:${gap}${digit}){15,}`, 'gu');
const day = '(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\\d\\d';
const onlyDates = new RegExp(`^${day}(?:\\s?[-–]?\\s?${day})+$`);
const amount = /^\d{1,3}(?:\.\d{3})+$/;

const forms = (words: readonly string[]): string =>
  words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]).join('|');
const titles = forms(
  'bapak|ibu|pak|bpk|bu|sdr|sdri|saudara|saudari|an|a\\.n|a/n|atas nama|bernama|nama saya|oknum|daeng|dg|om|tante|puang'.split(
    '|',
  ),
);
const offices = forms(
  `rt|rw|lurah|camat|wali|walikota|wakil|bupati|gubernur|presiden|menteri|kepala|sekda|kapolres|kapolsek|polisi|satpam|guru|dosen
dokter|bidan|perawat|rumah|desa|kota|hamil|ibu|bapak|sekalian|dinas|pkk|haji|hajah|kadis|kades|ketua|dan|yang|di|parepare`.split(
    /[|\n]/,
  ),
);
// After these a letter and a number are an address, not a vehicle.
const places = forms('blok|gang|jl|jalan|lorong|antrean|antrian|kelas|nomor|no|btn'.split('|'));
const honorific = '(?:(?:H|Hj|HJ|Muh|Moh|Abd|Andi|St|Dr|DR|Drs|Dra|Ir|A)\\.?\\s+)*';
const name = `${honorific}\\p{Lu}[\\p{L}'’]+(?:\\s+\\p{Lu}[\\p{L}'’]+){0,3}`;
// The eighth month of a date begins as a mobile number does.
const notAugust = '(?!(?<=\\d[-/.])08[-/.](?:19|20)\\d\\d)(?!(?<=(?:19|20)\\d\\d[-/.])08[-/.])';
const spoken = '(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|\\d+)';

// In this order: what an earlier pattern has taken is not looked at again.
const patterns: readonly (readonly [FoundKind, RegExp])[] = [
  [
    'email',
    /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}\s?(?:@|[([]at[)\]])\s?[\p{L}\d-]{1,63}(?:(?:\.|\sdot\s)[\p{L}\d-]{1,63}){1,5}/giu,
  ],
  ['phone', new RegExp(`${notAfterDigit}\\(?(?:\\+|00)?${gap}62\\)?${gap}8${more(7, 12)}`, 'gu')],
  ['phone', new RegExp(`(?<![\\p{L}${digit}])${notAugust}\\(?[0oO]\\)?${gap}8${more(7, 12)}`, 'gu')],
  ['phone', new RegExp(`(?<=\\b(?:wa|hp|telp?|telepon|hubungi)\\b[\\s.:]{0,3})8${more(8, 11)}`, 'giu')],
  ['phone', /(?<!\d)\(?0[2-9]\d{1,2}\)?[\s.-]?\d{5,8}(?!\d)/g],
  ['phone', new RegExp(`\\b(?:nol|kosong)[\\s,]+(?:delapan|lapan)(?:[\\s,]+${spoken}){2,}`, 'gi')],
  ['plate', /\b(?:D[PDWCN])[\s-]{0,2}\d{1,4}[\s-]{0,2}[A-Z]{1,3}\b/gi],
  [
    'plate',
    new RegExp(
      `(?<!\\b(?:${places})\\.?\\s)\\b(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[A-Z]?|E[ABD]?|[FGHLMNPRSTWZ]|K[BHTU]?)[\\s-]?\\d{2,4}[\\s-]?[A-Z]{1,3}\\b`,
      'g',
    ),
  ],
  [
    'account',
    new RegExp(
      `(?<=\\b(?:rek(?:ening)?|norek|va|briva|bri|bni|bca|mandiri|transfer ke|transfer)\\b[^${digit}]{0,20})${digit}${more(7, 14)}`,
      'giu',
    ),
  ],
  [
    'name',
    new RegExp(
      `(?<=(?<![\\p{L}])(?:${titles})\\.?\\s+(?:(?:${offices})\\s+){0,2})(?!(?:${offices})(?![\\p{L}]))${name}`,
      'gu',
    ),
  ],
];

/** Sixteen digits or more are somebody's number, unless they are an amount of money or a row of dates. */
function longNumbers(text: string): Found[] {
  return [...text.matchAll(longRun)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const money = amount.test(match[0]) && /rp\.?\s?$/i.test(text.slice(Math.max(0, from - 4), from));
    if (money || onlyDates.test(match[0])) return [];
    const count = match[0].replace(/[^\p{Nd}]/gu, '').length;
    return [{ kind: count === 16 ? 'nik' : 'account', from, to } as const];
  });
}

/** Places in the order of the text; they do not overlap. */
export function scanForPersonal(text: string): Found[] {
  const taken: Found[] = longNumbers(text);
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.every((other) => to <= other.from || from >= other.to)) taken.push({ kind, from, to });
    }
  return taken.sort((a, b) => a.from - b.from);
}

const shown: Readonly<Record<FoundKind, string>> = {
  nik: '[NIK disembunyikan]',
  phone: '[nomor telepon disembunyikan]',
  plate: '[nomor polisi disembunyikan]',
  email: '[alamat e-mail disembunyikan]',
  account: '[nomor rekening disembunyikan]',
  name: '[nama disembunyikan]',
};

/** The text as everybody may read it; scrubbing it again changes nothing. */
export function scrub(text: string): string {
  let result = '';
  let at = 0;
  for (const { kind, from, to } of scanForPersonal(text)) {
    result += text.slice(at, from) + shown[kind];
    at = to;
  }
  return result + text.slice(at);
}
