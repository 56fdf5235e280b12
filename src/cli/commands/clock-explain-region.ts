// The calendars of a region straight from its files, so that a clock can be explained without a database.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import { buildCalendar, holidaysOf, parseCalendarFile, parseHolidayFile } from '../../lib/working-time/files.ts';
import type { Region } from '../../platform/context.ts';
import type { CalendarSource } from './clock-explain-calendar.ts';

/** The region's calendars with the national holidays beside it (regions/indonesia), and its zone for written hours. */
export async function regionCalendars({ dir, timezone }: Pick<Region, 'dir' | 'timezone'>): Promise<CalendarSource> {
  const [holidayFiles, calendarFiles] = await Promise.all([
    readYamlFolder(join(dirname(dir), 'indonesia', 'holidays')),
    readYamlFolder(join(dir, 'calendars')),
  ]);
  const holidays = holidaysOf(holidayFiles.map(parseHolidayFile));
  const calendars = new Map<string, WorkCalendar>();
  for (const content of calendarFiles) {
    const calendar = buildCalendar(parseCalendarFile(content), holidays);
    calendars.set(calendar.id, calendar);
  }
  return { timezone, findCalendar: (id) => calendars.get(id) };
}

async function readYamlFolder(folder: string): Promise<unknown[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(join(folder, name), 'utf8'))));
}
