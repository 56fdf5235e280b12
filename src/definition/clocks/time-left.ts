// How much is left, in the clock's own kind of time: an officer reads "3 jam kerja lagi", not the hours of the night.
import { formatSpan } from '../../lib/dates/relative.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Gauge } from '../../lib/working-time/gauge.ts';
import { clockWords } from './messages.ts';
import type { Extent } from './progress.ts';

export interface TimeLeft {
  readonly gauge: Gauge;
  readonly locale: Locale;
  readonly extent: Extent;
  readonly paused: boolean;
  readonly stopped: boolean;
}

export function leftText(time: TimeLeft): string {
  const words = clockWords(time.locale);
  const span = spanText(time);
  if (time.stopped) return words.stoppedInTime(span);
  if (time.paused) return words.pausedLeft(span);
  return time.extent.minutes === 0 ? words.dueNow : words.left(span);
}

export function lateText(time: TimeLeft): string {
  const words = clockWords(time.locale);
  return time.stopped ? words.stoppedLate(spanText(time)) : words.late(spanText(time));
}

/** The largest whole unit: "2 hari kerja", "3 jam kerja", "20 menit". */
export function spanText({ gauge, locale, extent }: Pick<TimeLeft, 'gauge' | 'locale' | 'extent'>): string {
  const { minutes, units } = extent;
  if (!gauge.countsOpenTime) return formatSpan(minutes, locale);
  const words = clockWords(locale);
  const days = gauge.unit === 'working-days' ? Number(units / gauge.unitsPerDay) : 0;
  if (days > 0) return words.amount(days, 'working-days');
  if (minutes >= 60) return words.amount(Math.floor(minutes / 60), 'working-hours');
  return words.workingMinutes(minutes);
}
