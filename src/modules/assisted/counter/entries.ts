// Entries belong to the officer who types them: nobody else opens them, and they are forgotten soon.
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { canTakeIn } from '../access.ts';
import { findEntry, removeEntries, saveEntry, saveSeat } from '../store.ts';
import type { Entry, NewEntry } from '../types.ts';

/** The officer behind a route of a counter. @throws forbidden for an officer without a seat in any unit. */
export function counterOfficer(ctx: Context): Officer {
  if (!canTakeIn(ctx.actor)) throw new AppError('forbidden', 'assisted.officer_only');
  return ctx.actor;
}

/** The officer's entry, or nothing when the form was opened but never kept. @throws not_found for one of another officer. */
export async function findOwnEntry(ctx: Context, id: string): Promise<Entry | undefined> {
  const officer = counterOfficer(ctx);
  const entry = await findEntry(ctx.db, id);
  if (entry && entry.officerId !== officer.id) throw new AppError('not_found', 'assisted.entry_not_found');
  return entry;
}

/** @throws not_found for an unknown entry and for one of another officer: the two look the same. */
export async function openEntry(ctx: Context, id: string): Promise<Entry> {
  const entry = await findOwnEntry(ctx, id);
  if (!entry) throw new AppError('not_found', 'assisted.entry_not_found');
  return entry;
}

export const signalOf = (officerId: string): string => `assisted.seat ${officerId}`;

/** Keeps what was typed; with `show`, the officer's second screen turns to it. An entry that was sent stays as it is. */
export async function keepEntry(ctx: Context, entry: NewEntry, show: boolean): Promise<void> {
  const now = ctx.clock.now();
  if (!(await saveEntry(ctx.db, entry, now))) return;
  if (show) await saveSeat(ctx.db, entry.officerId, { entryId: entry.id, shownAt: now });
  await ctx.signals.notify(ctx.db, signalOf(entry.officerId));
}

const keptDays = 7;
export async function forgetOldEntries(ctx: Context): Promise<number> {
  return removeEntries(ctx.db, new Date(ctx.clock.now().getTime() - keptDays * 86_400_000));
}
