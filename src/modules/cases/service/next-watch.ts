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

// What was worked out for other cases of this minute. Cases that come in together have the same clocks and the same work.
const fewest = 60_000;
const kept = { minute: 0, moments: new Map<string, number | undefined>() };

/**
 * When a case that has just come in is looked at first. Cases of one version, calendar and minute share one answer, a
 * minute late rather than early: working it out for each would cost as much as reading its answers.
 */
export async function firstWatchOf(ctx: Context, state: CaseState): Promise<Date | undefined> {
  const now = ctx.clock.now();
  const minute = Math.floor(now.getTime() / fewest);
  if (kept.minute !== minute) {
    kept.minute = minute;
    kept.moments.clear();
  }
  const work = state.tasks.map(({ key, openedAt, dueAt }) => [key, openedAt === state.submittedAt, dueAt].join());
  const clocks = state.clocks.map(({ rule, calendarId, dueAt, events }) => [
    ...[rule.id, calendarId, dueAt],
    ...events.map(({ type, at }) => `${type} ${at === state.submittedAt ? '' : at}`),
  ]);
  const key = JSON.stringify([ctx.region.id, state.versionId, state.unitId, work, clocks]);
  if (!kept.moments.has(key)) kept.moments.set(key, (await nextWatchOf(ctx, state))?.getTime());
  const at = kept.moments.get(key);
  return at === undefined ? undefined : new Date(at + fewest);
}

export async function nextWatchOf(ctx: Context, state: CaseState): Promise<Date | undefined> {
  const setting: WatchSetting = { ...(await settingOf(ctx, state)), lineOf: () => 'unknown' };
  const { nextAt, events } = watchCase(setting, state, ctx.clock.now());
  return events.length > 0 ? ctx.clock.now() : nextAt; // due already: at the worker's next round
}
