import type { WorkDuration } from '../../lib/working-time/calendar.ts';

type Unit = WorkDuration['unit'];
const units: Readonly<Record<Unit, string>> = {
  'working-days': 'hari kerja',
  'working-hours': 'jam kerja',
  'calendar-days': 'hari',
  'clock-hours': 'jam',
};
const starts = { sent: 'Diterima', complete: 'Berkas lengkap', action: 'Tahap ini mulai' } as const;
const numbers = new Intl.NumberFormat('id-ID');

function because(reason: string): string {
  return reason === '' ? '' : ` karena ${reason}`;
}

export const id = {
  amount: (amount: number, unit: Unit): string => `${numbers.format(amount)} ${units[unit]}`,
  workingMinutes: (minutes: number): string => `${minutes} menit kerja`,
  left: (span: string): string => `${span} lagi`,
  late: (span: string): string => `Lewat ${span}`,
  dueNow: 'Jatuh tempo sekarang',
  pausedLeft: (span: string): string => `Dijeda, sisa ${span}`,
  stoppedInTime: (span: string): string => `Tepat waktu, sisa ${span}`,
  stoppedLate: (span: string): string => `Selesai, lewat ${span}`,

  notStarted: (start: keyof typeof starts): string =>
    start === 'complete' ? 'Waktu mulai dihitung setelah berkas lengkap.' : 'Waktu belum mulai dihitung.',
  started: (start: keyof typeof starts, when: string): string => `${starts[start]} ${when}.`,
  startedOpen: (start: keyof typeof starts, when: string): string => `${starts[start]} ${when}, pada jam kerja.`,
  startedClosed: (start: keyof typeof starts, when: string): string => `${starts[start]} ${when}, di luar jam kerja.`,
  promise: (span: string): string => `Janji selesai: ${span}.`,
  answer: (span: string): string => `Janji jawaban pertama: ${span}.`,
  legalLimit: (span: string): string => `Batas menurut aturan: ${span}.`,
  otherLimit: (span: string): string => `Batas waktu: ${span}.`,
  firstWorkingDay: (date: string, time: string): string => `Hari kerja pertama: ${date} mulai ${time}.`,
  countsFrom: (when: string): string => `Mulai dihitung ${when}.`,
  holiday: (date: string, name: string, decree: string): string => `Libur: ${date} (${name}, ${decree}).`,
  closure: (date: string, name: string): string => `Libur: ${date} (${name}).`,
  specialHours: (name: string, from: string, to: string): string => `${name}: ${from} sampai ${to}.`,
  paused: (from: string, to: string, reason: string): string => `Dijeda ${from} sampai ${to}${because(reason)}.`,
  pausedSince: (from: string, reason: string): string => `Dijeda sejak ${from}${because(reason)}.`,
  restarted: (when: string): string => `Dihitung ulang dari awal sejak ${when}.`,
  calendarChanged: (when: string, name: string): string => `Jam kerja berubah mulai ${when}: ${name}.`,
  due: (when: string): string => `Selesai paling lambat ${when}.`,
  answerDue: (when: string): string => `Jawaban pertama paling lambat ${when}.`,
  dueIfResumed: (when: string): string => `Jika dilanjutkan sekarang, selesai paling lambat ${when}.`,
  answerDueIfResumed: (when: string): string => `Jika dilanjutkan sekarang, jawaban pertama paling lambat ${when}.`,
  holidaysUnknown: (year: string): string => `Hari libur ${year} belum ditetapkan, tanggal ini bisa bergeser.`,
  broken: (span: string): string => `Lewat janji ${span}.`,
  stopped: (when: string): string => `Berhenti dihitung ${when}.`,
};
export type ClockWords = Readonly<typeof id>;
