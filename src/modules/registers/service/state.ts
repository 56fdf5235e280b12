// How the registers are doing, for the administrator and the doctor: up or down, how often, how fast.
import { registers } from '../../../definition/registers/registers.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { listTallies, removeTallies } from '../store.ts';
import { type Connected, connectedAs } from './connections.ts';
import { restsNow } from './look-up.ts';

export interface RegisterState {
  readonly name: string;
  readonly label: string;
  readonly holder: string;
  readonly connected: Connected;
  readonly simulated: boolean;
  /** By its latest look-up; undefined while nobody asked. */
  readonly up: boolean | undefined;
  readonly lastAnsweredAt: Date | undefined;
  readonly lastFailedAt: Date | undefined;
  readonly asked: number; // of the last 24 hours
  readonly failed: number;
  readonly averageMilliseconds: number | undefined;
}

const dayMilliseconds = 86_400_000;
const keptDays = 90;

export async function registerStates(ctx: Context): Promise<RegisterState[]> {
  const now = ctx.clock.now().getTime();
  const week = await listTallies(ctx.db, new Date(now - 7 * dayMilliseconds));
  return registers.map(({ name, label, holder }) => {
    const own = week.filter((tally) => tally.register === name);
    const recent = own.filter((tally) => tally.hour.getTime() > now - dayMilliseconds);
    const sum = (pick: (tally: (typeof own)[number]) => number): number =>
      recent.reduce((total, tally) => total + pick(tally), 0);
    const asked = sum((tally) => tally.answered + tally.unknown + tally.unavailable);
    const lastAnsweredAt = latest(own.map((tally) => tally.lastAnsweredAt));
    const lastFailedAt = latest(own.map((tally) => tally.lastFailedAt));
    return {
      name,
      label: say(label, ctx.locale),
      holder: say(holder, ctx.locale),
      connected: connectedAs(ctx, name),
      simulated: ctx.config.registers[name]?.simulated === true,
      up: isUp(restsNow(ctx, name), lastAnsweredAt, lastFailedAt),
      lastAnsweredAt,
      lastFailedAt,
      asked,
      failed: sum((tally) => tally.unavailable),
      averageMilliseconds: asked === 0 ? undefined : Math.round(sum((tally) => tally.milliseconds) / asked),
    };
  });
}

function isUp(resting: boolean, answered: Date | undefined, failed: Date | undefined): boolean | undefined {
  if (resting) return false;
  if (answered === undefined) return failed === undefined ? undefined : false;
  return failed === undefined || answered >= failed;
}

function latest(dates: readonly (Date | null)[]): Date | undefined {
  return dates.reduce<Date | undefined>(
    (last, date) => (date !== null && (last === undefined || date > last) ? date : last),
    undefined,
  );
}

export async function forgetOldTallies(ctx: Context): Promise<void> {
  await removeTallies(ctx.db, new Date(ctx.clock.now().getTime() - keptDays * dayMilliseconds));
}
