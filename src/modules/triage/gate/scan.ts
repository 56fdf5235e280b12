// What must not stand on a public page: numbers of people, telephones, vehicles, accounts, addresses of mail, names after a title.

export const foundKinds = ['nik', 'phone', 'plate', 'email', 'account', 'name'] as const;
export type FoundKind = (typeof foundKinds)[number];
export interface Found {
  readonly kind: FoundKind;
  readonly from: number; // of the text, in UTF-16 units
  readonly to: number;
}

const gap = '[\\s.\\-–]?';
const digitRun = (least: number, most: number) => `\\d(?:${gap}\\d){${least - 1},${most - 1}}`;
// Either case at the beginning: the name itself is told by its capitals.
const titles = [
  'bapak',
  'ibu',
  'pak',
  'bu',
  'sdr',
  'sdri',
  'saudara',
  'saudari',
  'an',
  'atas nama',
  'bernama',
  'oknum',
  'daeng',
  'dg',
]
  .map((title) => `[${title.charAt(0).toUpperCase()}${title.charAt(0)}]${title.slice(1)}`)
  .join('|');
const offices = 'RT|RW|Lurah|Camat|Wali|Kepala|Guru|Dokter|Polisi|Presiden|Gubernur|Rumah|Desa|Kota';
// In this order: what an earlier pattern has taken is not looked at again.
const patterns: readonly (readonly [FoundKind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu],
  ['nik', new RegExp(`(?<!\\d)${digitRun(16, 16)}(?!\\d)`, 'g')],
  ['phone', new RegExp(`(?<![\\d])(?:\\+?\\s?62${gap}|\\(?0)8${gap}${digitRun(7, 12)}(?!\\d)`, 'g')],
  ['phone', /(?<!\d)\(?0[2-9]\d{1,2}\)?[\s.-]?\d{5,8}(?!\d)/g],
  ['phone', /\b(?:nol|kosong)(?:[\s,]+(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)){7,}/gi],
  [
    'plate',
    /\b(?:D[A-Z]|B|A[A-Z]?|E[A-Z]?|F|G|H|K[A-Z]?|L|M|N|P|R|S|T|W|Z|AB|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP)[\s-]?\d{2,4}[\s-]?[A-Z]{1,3}\b/g,
  ],
  [
    'account',
    new RegExp(`(?<=\\b(?:rek(?:ening)?|norek|no rek|va|briva)\\b[^\\d]{0,20})${digitRun(8, 20)}(?!\\d)`, 'gi'),
  ],
  ['account', /(?<!\d)\d(?:[\s-]?\d){16,}(?!\d)/g],
  [
    'name',
    new RegExp(
      `(?<=\\b(?:${titles})\\b\\.?\\s)(?!(?:${offices})\\b)\\p{Lu}[\\p{L}'’]+(?:\\s+\\p{Lu}[\\p{L}'’.]+){0,3}`,
      'gu',
    ),
  ],
];

/** Places in the order of the text; they do not overlap. */
export function scanForPersonal(text: string): Found[] {
  const taken: Found[] = [];
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
