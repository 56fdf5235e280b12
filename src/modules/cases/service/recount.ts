// Counting the dates of open cases again under other calendars: openly, with a reason, in short transactions, and from where
// it stopped when it was interrupted. This is the only way a promise ever moves without somebody acting on the case.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { getVersion } from '../../catalogue/index.ts';
import {
  type CalendarRef,
  calendarWith,
  changeHoliday,
  currentCalendars,
  getCalendar,
  type HolidayChange,
} from '../../organisation/index.ts';
import { type Recounted, recalendar } from '../engine/recalendar.ts';
import {
  countOpen,
  findRecount,
  insertRecount,
  listOpenCases,
  listRecounts,
  lockRecount,
  type Recount,
  saveRecount,
} from '../store/recounts.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents } from './append.ts';

declare module '../../../platform/jobs/queue.ts' {
  interface Jobs {
    'cases.recount': { readonly id: string };
  }
}
export interface Recounting {
  readonly id?: string | undefined; // made with the form: sent twice is one run
  readonly reason: string;
  readonly decree: string;
  readonly change?: HolidayChange | undefined; // only of a trial: what is thought of
  readonly mode: Recount['mode'];
}

const batch = 200;

/** Administrators, and whoever runs the command line. */
function requireAdmin({ actor }: Context): void {
  const may = actor.kind === 'system' || (actor.kind === 'officer' && actor.permissions.includes('admin'));
  if (!may) throw new AppError('forbidden', 'cases.recount_forbidden');
}

/** The latest runs, newest first: the log. */
export async function latestRecounts(ctx: Context): Promise<Recount[]> {
  requireAdmin(ctx);
  return listRecounts(ctx.db, 50);
}

/** Opens a run; `continueRecount` or the worker carries it out. @throws what `calendarWith` says of the change. */
export async function startRecount(ctx: Context, wanted: Recounting): Promise<Recount> {
  requireAdmin(ctx);
  if (wanted.reason.trim() === '') throw new AppError('invalid', 'cases.recount_reason');
  const id = wanted.id ?? newId();
  await inTransaction(ctx, async (ctx) => {
    if (await findRecount(ctx.db, { id })) return;
    if (wanted.change) await calendarWith(ctx, wanted.change);
    await open(ctx, { ...wanted, id });
  });
  return getRecount(ctx, id);
}

async function open(ctx: Context, wanted: Recounting & { id: string; trialId?: string }): Promise<void> {
  const { id, mode, reason, decree, change, trialId } = wanted;
  const officerId = ctx.actor.kind === 'officer' ? ctx.actor.id : undefined;
  const total = await countOpen(ctx.db);
  const startedAt = ctx.clock.now();
  await insertRecount(ctx.db, {
    id,
    mode,
    reason,
    decree,
    change: change ?? null,
    startedAt,
    total,
    trialId,
    officerId,
  });
  await ctx.jobs.add(ctx.db, 'cases.recount', { id }, { key: `recount:${id}`, maxAttempts: 20 });
}

/** Puts the tried change in force and counts for good. The same trial applied twice is applied once. */
export async function applyTrial(ctx: Context, trialId: string): Promise<Recount> {
  requireAdmin(ctx);
  await inTransaction(ctx, async (ctx) => {
    const trial = await lockRecount(ctx.db, trialId);
    if (trial?.mode !== 'trial') throw new AppError('not_found', 'cases.recount_gone');
    if (await findRecount(ctx.db, { trialId })) return;
    if (trial.finishedAt === null) throw new AppError('conflict', 'cases.recount_running');
    if (trial.change) await changeHoliday(ctx, trial.change as HolidayChange); // as startRecount wrote it
    await open(ctx, { id: newId(), mode: 'apply', reason: trial.reason, decree: trial.decree, trialId });
  });
  const applied = await findRecount(ctx.db, { trialId });
  if (!applied) throw new AppError('not_found', 'cases.recount_gone');
  return applied;
}

export async function getRecount(ctx: Context, id: string): Promise<Recount> {
  const found = await findRecount(ctx.db, { id });
  if (!found) throw new AppError('not_found', 'cases.recount_gone');
  return found;
}

/** Goes on until the end, or for so many batches. @returns the run as it is then. */
export async function continueRecount(ctx: Context, id: string, batches = Number.POSITIVE_INFINITY): Promise<Recount> {
  for (let done = 0; done < batches; done++) if (!(await oneBatch(ctx, id))) break;
  return getRecount(ctx, id);
}

/** One batch in one transaction. @returns whether there may be more. */
async function oneBatch(ctx: Context, id: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const run = await lockRecount(ctx.db, id);
    if (!run || run.finishedAt !== null) return false;
    const targets = await targetsOf(ctx, run);
    const cases = await listOpenCases(ctx.db, { afterId: run.afterId, limit: batch, lock: run.mode === 'apply' });
    const tally = { changed: run.changed, earlier: run.earlier, later: run.later };
    for (const target of cases) {
      const counted = await recountOne(ctx, run, { target, targets });
      if (!counted || counted.moved === 'same') continue;
      tally.changed += 1;
      tally[counted.moved] += 1;
    }
    const more = cases.length === batch;
    await saveRecount(ctx.db, {
      ...{ id, ...tally, seen: run.seen + cases.length, afterId: cases.at(-1)?.id ?? run.afterId },
      finishedAt: more ? null : ctx.clock.now(),
    });
    return more;
  });
}

/** The calendar each code is counted by: those in force, with the one that is tried. */
async function targetsOf(ctx: Context, run: Recount): Promise<ReadonlyMap<string, CalendarRef>> {
  const current = await currentCalendars(ctx);
  const change = run.mode === 'trial' ? (run.change as HolidayChange | null) : null;
  return change ? new Map([...current, [change.calendar, await calendarOf(ctx, change)]]) : current;
}

// One object per proposal: what a day is worth is remembered per calendar object.
const tried = new Map<string, CalendarRef>();
async function calendarOf(ctx: Context, change: HolidayChange): Promise<CalendarRef> {
  const made = await calendarWith(ctx, change);
  const key = `${ctx.region.id} ${made.id} ${JSON.stringify(change)}`;
  const known = tried.get(key);
  if (known) return known;
  tried.clear();
  tried.set(key, made);
  return made;
}

async function recountOne(
  ctx: Context,
  run: Recount,
  { target, targets }: { target: CaseRow; targets: ReadonlyMap<string, CalendarRef> },
): Promise<Recounted | undefined> {
  const { state } = target;
  const pinned = state.clocks[0]?.calendarId;
  const after = pinned === undefined ? undefined : targets.get(pinned.split('@')[0] ?? '');
  if (pinned === undefined || !after || after.id === pinned) return undefined;
  const { definition } = await getVersion(ctx, state.versionId);
  const before = (await getCalendar(ctx, pinned)).calendar;
  const counted = recalendar({ definition, before, after, reason: run.reason, decree: run.decree }, state);
  if (!counted || run.mode === 'trial') return counted;
  const event = { kind: 'calendar-changed', data: counted.data } as const;
  const item = { event, actor: { kind: 'system' } as const, requestId: `recount:${run.id}` };
  await appendEvents(ctx, target, [item]);
  return counted;
}
