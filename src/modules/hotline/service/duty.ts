// Who is on duty for the mayor tonight. A night belongs to the day it began on, until 06.00.
import { addLocalDays, type LocalDate, localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import { readPhone } from '../../../lib/phone/phone.ts';
import type { Context } from '../../../platform/context.ts';
import { getOfficers, listOfficers, type Person } from '../../identity/index.ts';
import { type Duty, listDuty, removeDuty, saveDuty } from '../store/duty.ts';
import { mayorUnit, requireBoard } from './setting.ts';

const sixHoursMs = 6 * 3_600_000;
export const rosterDays = 14;

export interface OnDuty extends Duty {
  readonly name: string;
}

export function nightOf(now: Date, timezone: string): LocalDate {
  return localDateOf(new Date(now.getTime() - sixHoursMs), timezone);
}

async function named(ctx: Context, rows: readonly Duty[]): Promise<OnDuty[]> {
  const people = await getOfficers(
    ctx,
    rows.map(({ officerId }) => officerId),
  );
  return rows.map((row) => ({ ...row, name: people.get(row.officerId)?.name ?? '' }));
}

export async function dutyTonight(ctx: Context): Promise<OnDuty[]> {
  const night = nightOf(ctx.clock.now(), ctx.region.timezone);
  return named(ctx, await listDuty(ctx.db, night, night));
}

/** Nights of the next two weeks with nobody on duty. */
export async function emptyNights(ctx: Context): Promise<number> {
  const taken = new Set((await readRoster(ctx)).map(({ day }) => day));
  return rosterDays - taken.size;
}

/** The next two weeks. @throws forbidden for anybody but the mayor's people. */
export async function readRoster(ctx: Context): Promise<OnDuty[]> {
  await requireBoard(ctx);
  const night = nightOf(ctx.clock.now(), ctx.region.timezone);
  return named(ctx, await listDuty(ctx.db, night, addLocalDays(night, rosterDays - 1)));
}

/** Whoever may stand on the roster: the mayor's own people. */
export async function rosterPeople(ctx: Context): Promise<readonly Person[]> {
  const unit = await mayorUnit(ctx);
  return listOfficers(ctx, { role: 'wali-kota', unitId: unit.id });
}

/** @throws invalid `hotline.duty_person`, `hotline.duty_day`, `hotline.duty_phone`. */
export async function putOnDuty(ctx: Context, sent: { day: string; officerId: string; phone: string }): Promise<void> {
  await requireBoard(ctx);
  const people = await rosterPeople(ctx);
  if (!people.some(({ id }) => id === sent.officerId)) throw new AppError('invalid', 'hotline.duty_person');
  const night = nightOf(ctx.clock.now(), ctx.region.timezone);
  if (sent.day < night || sent.day > addLocalDays(night, rosterDays - 1))
    throw new AppError('invalid', 'hotline.duty_day');
  const phone = readPhone(sent.phone);
  if (!phone.ok) throw new AppError('invalid', 'hotline.duty_phone');
  await saveDuty(ctx.db, { day: sent.day, officerId: sent.officerId, phone: phone.phone });
}

export async function takeOffDuty(ctx: Context, { day, officerId }: { day: string; officerId: string }): Promise<void> {
  await requireBoard(ctx);
  await removeDuty(ctx.db, { day, officerId });
}
