// Holidays that an administrator adds or takes away: a new version of the calendar, never a changed one.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { AppError } from '../../lib/errors.ts';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { Context, Platform } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { CalendarRef } from './directory.ts';
import { difference, withHolidayChanges } from './rules.ts';
import { announceChange, currentSnapshot, forgetMemory } from './snapshot.ts';
import * as store from './store.ts';
import type { HolidayChange } from './types.ts';

/** The calendars in force, by code. */
export async function currentCalendars(platform: Platform): Promise<ReadonlyMap<string, CalendarRef>> {
  const { currentCalendars, calendars } = await currentSnapshot(platform);
  return new Map(
    [...currentCalendars].flatMap(([code, id]) => {
      const calendar = calendars.get(id);
      return calendar ? [[code, { id, calendar }] as const] : [];
    }),
  );
}

/** The calendar as it would be. Throws `organisation.calendar_unknown`, `organisation.holiday_there`, `organisation.holiday_not_there`. */
export async function calendarWith(platform: Platform, change: HolidayChange): Promise<CalendarRef> {
  const current = (await currentCalendars(platform)).get(change.calendar);
  if (!current)
    throw new AppError('not_found', 'organisation.calendar_unknown', { params: { calendar: change.calendar } });
  const there = current.calendar.holidays.some(({ date }) => date === change.day);
  if (change.action === 'add' && there) throw new AppError('invalid', 'organisation.holiday_there');
  if (change.action === 'remove' && !there) throw new AppError('invalid', 'organisation.holiday_not_there');
  const version = Number(current.id.split('@')[1] ?? 0) + 1;
  return { id: `${change.calendar}@${version}`, calendar: withHolidayChanges(current.calendar, [change]) };
}

/** Puts the change in force for everything that begins from now on. Open cases keep their calendar until they are counted again. */
export async function changeHoliday(ctx: Context, change: HolidayChange): Promise<CalendarRef> {
  const made = await inTransaction(ctx, async (ctx) => {
    await store.lockLoading(ctx.db, ctx.region.id);
    const next = await calendarWith(ctx, change);
    const before = (await currentCalendars(ctx)).get(change.calendar)?.calendar;
    const at = ctx.clock.now();
    const officerId = ctx.actor.kind === 'officer' ? ctx.actor.id : undefined;
    await store.insertHolidayChange(ctx.db, { ...change, id: newId(), at, officerId });
    const version = Number(next.id.split('@')[1]);
    const contentHash = hashOf(next.calendar);
    const row = { id: next.id, code: change.calendar, version, calendar: next.calendar, contentHash, createdAt: at };
    await store.insertCalendarVersion(ctx.db, row);
    const log = difference(before ? { ...before } : {}, { ...next.calendar });
    await store.insertChange(ctx.db, {
      ...{ id: newId(), at, subject: 'calendar', code: change.calendar, kind: 'changed', change: log },
    });
    await announceChange(ctx);
    return next;
  });
  forgetMemory(ctx);
  return made;
}

export function hashOf(calendar: WorkCalendar): string {
  return createHash('sha256').update(canonicalJson(calendar)).digest('hex');
}
