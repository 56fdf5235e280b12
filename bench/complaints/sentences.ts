// What people write and where, for generated reports: the region's own labelled texts with a time, a street and a landmark put to them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/root.ts';

export interface Sentence {
  readonly text: string;
  readonly category: string;
  readonly agency: string;
}

export function labelledSentences(): Sentence[] {
  const file = join(projectRoot, 'regions/parepare/complaints/labelled.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Sentence);
}

export const since = [
  'Sejak kemarin',
  'Sejak Senin malam',
  'Sudah seminggu',
  'Setelah hujan deras',
  'Setiap malam',
  'Sudah dilaporkan dua kali',
  'Hampir sebulan',
  'Dari pagi tadi',
];
export const streets = [
  'Jl. Bau Massepe',
  'Jl. Jenderal Sudirman',
  'Jl. Ahmad Yani',
  'Jl. Veteran',
  'Jl. Lasinrang',
  'Jl. Pinggir Laut',
  'Jl. Andi Makkasau',
  'Jl. Sultan Hasanuddin',
  'Jl. Jambu',
  'Jl. Kebun Sayur',
  'Jl. Lahalede',
  'Jl. H.M. Arsyad',
  'Jl. Industri Kecil',
  'Jl. Petta Unga',
  'Jl. Mattirotasi',
  'Jl. Abdul Kadir',
  'Lorong Melati',
  'BTN Bumi Lompoe',
  'BTN Lapadde Mas',
  'Jl. Syamsul Bahri',
];
export const landmarks = [
  'Depan Masjid Raya',
  'Dekat Pasar Lakessi',
  'Ujung lorong 3',
  'Seberang sekolah',
  'Samping puskesmas',
  'Depan kantor lurah',
  'Dekat pos ronda',
  'Samping bengkel',
  'Belakang terminal',
  'Dekat jembatan',
];
