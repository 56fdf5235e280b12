// What a work calendar is. Built from YAML by files.ts; plain data, so it can be stored, compared and sent as JSON.
import type { LocalDate } from '../dates/local-date.ts';
import type { LocalText } from '../locale.ts';

/** Opening time within one local day: minutes since midnight, `to` exclusive, 0 to 1440. Night shifts are two intervals. */
export interface OpenInterval {
  readonly from: number;
  readonly to: number;
}
export type DayHours = readonly OpenInterval[]; // sorted, not touching; empty = closed

export const holidayKinds = ['national', 'cuti-bersama'] as const;
export type HolidayKind = (typeof holidayKinds)[number];
export interface Holiday {
  readonly date: LocalDate;
  readonly name: LocalText;
  readonly kind: HolidayKind;
  readonly decree: string; // short form, printed in derivations: "SKB 3 Menteri Nomor 1497/2025, ..."
}

/** Other hours on a range of days (Ramadan, a local closure). Weekdays with `null` keep their usual hours. */
export interface HoursException {
  readonly from: LocalDate;
  readonly to: LocalDate; // inclusive
  readonly name: LocalText;
  readonly week: readonly (DayHours | null)[]; // index 0 = Sunday
  readonly onHolidays: boolean; // true: also opens a holiday that falls in the range
}

export interface WorkCalendar {
  readonly id: string;
  readonly name: LocalText;
  readonly timezone: string;
  readonly week: readonly DayHours[]; // index 0 = Sunday
  readonly holidays: readonly Holiday[]; // only those this office observes, by date
  readonly exceptions: readonly HoursException[]; // the first that covers a day wins
}

/** A length of time as the service language writes it (structurally `Duration` of definition/schema.ts). */
export interface WorkDuration {
  readonly amount: number;
  readonly unit: 'working-days' | 'working-hours' | 'calendar-days' | 'clock-hours';
}
