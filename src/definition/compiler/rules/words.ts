import type { LocalText } from '../../../lib/locale.ts';

export function sayWaits(waitsFor: string | undefined): LocalText | string {
  if (waitsFor === undefined) return { id: 'siapa pun', en: 'nobody' };
  if (waitsFor === 'applicant') return { id: 'pemohon', en: 'the applicant' };
  if (waitsFor === 'tasks') return { id: 'tugas', en: 'tasks' };
  if (waitsFor === 'system') return { id: 'sistem', en: 'the system' };
  return { id: `peran ${waitsFor}`, en: `the role ${waitsFor}` };
}
