// The world answers are given in: a day, the areas of the region, uploaded photos, numbers in words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommand } from '../../src/definition/dialogue/commands.ts';
import type { DialogueEnv } from '../../src/definition/dialogue/types.ts';
import { compileFiles } from '../../src/definition/load/index.ts';
import type { ServiceDefinition } from '../../src/definition/schema.ts';

const regionDir = join(import.meta.dirname, '../../regions/parepare');

export interface Known {
  readonly env: DialogueEnv;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly photos: readonly string[];
  readonly days: readonly string[];
}

/** The services as they ship. */
export const definitions: readonly ServiceDefinition[] = compileFiles([regionDir]).flatMap(
  (file) => file.definition ?? [],
);

const rows = readFileSync(join(regionDir, 'areas.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([code = '', name = '', level = '', parent = '']) => ({ code, name, level, parent }));
const names = new Map(rows.map((row) => [row.code, row.name]));

export const env: DialogueEnv = {
  today: '2026-11-22',
  locale: 'id',
  version: 'uji',
  areas: {
    has: (code) => names.has(code),
    name: (code) => names.get(code),
    within: (code, parent) => code === parent || code.startsWith(`${parent}.`),
    list: () =>
      rows
        .filter((row) => row.level === 'district')
        .map(({ code, name }) => ({
          code,
          name,
          areas: rows.filter((row) => row.level === 'village' && row.parent === code),
        })),
  },
};

const everyMonth = (from: number, to: number): string[] =>
  Array.from(
    { length: (to - from) * 12 },
    (_, n) => `${from + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-17`,
  );

export const known: Known = {
  env,
  villages: rows.filter((row) => row.level === 'village'),
  photos: ['0199aa11-2222-7333-8444-555566667771', '0199aa11-2222-7333-8444-555566667772'],
  days: [
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-11-30',
    ...everyMonth(1955, 2010),
    ...everyMonth(2024, 2030),
  ],
};

/** In a chat an answer that happens to be a command word is put in quotation marks. */
export function readCommandFree(text: string): string {
  return readCommand(text) === undefined ? text : `"${text}"`;
}

const ones = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];
/** 25 as "dua puluh lima"; undefined from a hundred on. */
export function spelled(n: number): string | undefined {
  if (n < 0 || n > 99) return undefined;
  if (n < 12) return ones[n];
  if (n < 20) return `${ones[n - 10]} belas`;
  return `${ones[Math.floor(n / 10)]} puluh${n % 10 === 0 ? '' : ` ${ones[n % 10]}`}`;
}
