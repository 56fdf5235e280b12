// When the worker has to look at a case again; worked out with every write that moves a clock.
import type { Context } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { calendarFor, escalationSettings, getCalendar, getUnit } from '../../organisation/index.ts';
import { type WatchSetting, watchCase } from '../engine/watch.ts';
import type { CaseState, EventKind } from '../types.ts';

const movesNoTime: ReadonlySet<EventKind> = new Set<EventKind>([
  'claimed',
  'released',
  'message',
  'noted',
  'letter-ready',
  'reminded',
  'documents-added',
  'register-answered',
  'bill-made',
  'bill-paid',
]);
export function movesTime(kinds: readonly EventKind[]): boolean {
  return kinds.some((kind) => !movesNoTime.has(kind));
}

/** What watching a case needs besides the line above it. */
export async function settingOf(ctx: Context, state: CaseState): Promise<Omit<WatchSetting, 'lineOf'>> {
  const { definition } = await getVersion(ctx, state.versionId);
  const promised = state.clocks[0]?.calendarId;
  const { calendar } =
    promised === undefined
      ? await calendarFor(ctx, await getUnit(ctx, state.unitId))
      : await getCalendar(ctx, promised);
  const { every } = await escalationSettings(ctx);
  return { definition, calendar, every };
}

export async function nextWatchOf(ctx: Context, state: CaseState): Promise<Date | undefined> {
  const setting: WatchSetting = { ...(await settingOf(ctx, state)), lineOf: () => 'unknown' };
  const { nextAt, events } = watchCase(setting, state, ctx.clock.now());
  return events.length > 0 ? ctx.clock.now() : nextAt; // due already: at the worker's next round
}
