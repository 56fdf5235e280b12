// SP4N-LAPOR!'s classes, statuses and limits beside ours. What is confirmed about them and what is not: docs/sp4n.md. Pure.
import type { ReportKind } from '../../complaints/index.ts';

/** "Pengaduan berkadar pengawasan" is a complaint, too: how much of it needs examining is decided by whoever dispatches it. */
export function kindOf(text: string): ReportKind | undefined {
  const word = text.toLowerCase();
  if (/aspirasi|saran/.test(word)) return 'suggestion';
  if (/informasi|pertanyaan/.test(word)) return 'question';
  return /pengaduan|aduan|keluhan/.test(word) ? 'complaint' : undefined;
}
export const classNames: Readonly<Record<ReportKind, string>> = {
  complaint: 'PENGADUAN',
  suggestion: 'ASPIRASI',
  question: 'PERMINTAAN INFORMASI',
};

// The words that administrators of connected agencies work with.
export const sp4nStatuses = [
  'Belum terverifikasi',
  'Terdisposisi belum ditindaklanjuti',
  'Terdisposisi sedang diproses',
  'Terdisposisi selesai',
  'Tertunda',
  'Arsip',
] as const;
export type Sp4nStatus = (typeof sp4nStatuses)[number];

const byState: Readonly<Record<string, Sp4nStatus>> = {
  diverifikasi: 'Belum terverifikasi',
  'perlu-keterangan': 'Tertunda',
  selesai: 'Terdisposisi selesai',
  'selesai-tanpa-kabar': 'Terdisposisi selesai',
  dijawab: 'Terdisposisi selesai',
  'bukan-wewenang': 'Arsip',
  dicabut: 'Arsip',
  kedaluwarsa: 'Arsip',
};

/** While the reporter is asked it is still being worked on: the office's word alone finishes nothing. */
export function sp4nStatusOf(state: string, answered: boolean): Sp4nStatus {
  const fixed = Object.hasOwn(byState, state) ? byState[state] : undefined;
  if (fixed) return fixed;
  return state === 'ditangani' && !answered ? 'Terdisposisi belum ditindaklanjuti' : 'Terdisposisi sedang diproses';
}

/** Limits in working days; a test holds the region's profile `sp4n` to them. */
export const sp4nLimits = {
  verifikasi: 3,
  'tindak-lanjut': 5,
  selesai: { ringan: 5, biasa: 14, pengawasan: 60 },
  silence: 10,
} as const;
