// Holding two durations of different units against each other, always to the citizen's advantage.
import type { LocalText } from '../../lib/locale.ts';
import type { Duration } from '../schema.ts';

// Perpres 21/2023: 37.5 hours in five days, 32.5 in Ramadan; a Friday may hold up to 8.5 hours of work.
const shortestOfficeDay = 6.5;
const longestOfficeDay = 8.5;
// SKB 2025: offices were closed on eleven days in a row around Idulfitri (28 March to 7 April), the longest known.
const longestClosure = 11;

/** Could `promise` end later than `limit`, in the worst week of the year? */
export function canExceed(promise: Duration, limit: Duration): boolean {
  if (promise.unit === limit.unit) return promise.amount > limit.amount;
  const days = toWorkingDays(promise);
  if (limit.unit === 'working-days' && days !== undefined) return days > limit.amount;
  if (limit.unit === 'working-hours' && promise.unit === 'working-days')
    return promise.amount * longestOfficeDay > limit.amount;
  return longestCalendarDays(promise) > shortestCalendarDays(limit);
}

function toWorkingDays(duration: Duration): number | undefined {
  return duration.unit === 'working-hours' ? Math.ceil(duration.amount / shortestOfficeDay) : undefined;
}

function longestCalendarDays({ amount, unit }: Duration): number {
  if (unit === 'calendar-days') return amount;
  if (unit === 'clock-hours') return amount / 24;
  const days = unit === 'working-days' ? amount : Math.ceil(amount / shortestOfficeDay);
  return days + 2 * Math.ceil(days / 5) + longestClosure;
}

function shortestCalendarDays({ amount, unit }: Duration): number {
  if (unit === 'calendar-days') return amount;
  if (unit === 'working-days') return amount + 2 * Math.floor((amount - 1) / 5);
  return amount / 24;
}

export function sameDuration(a: Duration, b: Duration): boolean {
  return a.unit === b.unit && a.amount === b.amount;
}

const units: Readonly<Record<Duration['unit'], LocalText>> = {
  'working-days': { id: 'hari kerja', en: 'working days' },
  'working-hours': { id: 'jam kerja', en: 'working hours' },
  'calendar-days': { id: 'hari kalender', en: 'calendar days' },
  'clock-hours': { id: 'jam', en: 'hours' },
};

export function sayDuration({ amount, unit }: Duration): LocalText {
  const words = units[unit];
  const comma = String(amount).replace('.', ',');
  return { id: `${comma} ${words.id}`, en: `${amount} ${words.en ?? words.id}` };
}
