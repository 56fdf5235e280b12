// The real calendars of the first region, as the tests of the clocks read them.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Holiday, WorkCalendar } from '../../../lib/working-time/calendar.ts';
import { buildCalendar, holidaysOf, parseCalendarFile, parseHolidayFile } from '../../../lib/working-time/files.ts';

const regions = new URL('../../../../regions/', import.meta.url);

export function readYaml(path: string): unknown {
  return parse(readFileSync(new URL(path, regions), 'utf8'));
}

export const skb: readonly Holiday[] = holidaysOf(
  ['2025', '2026'].map((year) => parseHolidayFile(readYaml(`indonesia/holidays/${year}.yaml`))),
);

export function calendarOf(id: string): WorkCalendar {
  return buildCalendar(parseCalendarFile(readYaml(`parepare/calendars/${id}.yaml`)), skb);
}

export const office = calendarOf('jam-kantor');
export const always = calendarOf('24-jam');
/** An office in Papua: the same hours by its own sun. */
export const jayapura: WorkCalendar = { ...office, id: 'jayapura', timezone: 'Asia/Jayapura' };
