// How much is left, in the clock's own kind of time: an officer reads "3 jam kerja lagi", not the hours of the night.
import { formatSpan } from '../../lib/dates/relative.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Gauge } from '../../lib/working-time/gauge.ts';
import { clockWords } from './messages.ts';

export interface Amount {
  readonly gauge: Gauge;
  readonly locale: Locale;
  readonly minutes: number;
  readonly units: bigint; // the same amount in the budget's units: exact when days differ in length
  readonly paused: boolean;
  readonly stopped: boolean;
}

export function leftText(amount: Amount): string {
  const words = clockWords(amount.locale);
  const span = spanText(amount);
  if (amount.stopped) return words.stoppedInTime(span);
  if (amount.paused) return words.pausedLeft(span);
  return amount.minutes === 0 ? words.dueNow : words.left(span);
}

export function lateText(amount: Amount): string {
  const words = clockWords(amount.locale);
  const span = spanText(amount);
  return amount.stopped ? words.stoppedLate(span) : words.late(span);
}

/** The largest whole unit: "2 hari kerja", "3 jam kerja", "20 menit". */
export function spanText({
  gauge,
  locale,
  minutes,
  units,
}: Pick<Amount, 'gauge' | 'locale' | 'minutes' | 'units'>): string {
  if (!gauge.countsOpenTime) return formatSpan(minutes, locale);
  const words = clockWords(locale);
  const days = gauge.unit === 'working-days' ? Number(units / gauge.unitsPerDay) : 0;
  if (days > 0) return words.amount(days, 'working-days');
  if (minutes >= 60) return words.amount(Math.floor(minutes / 60), 'working-hours');
  return words.workingMinutes(minutes);
}
