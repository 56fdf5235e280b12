// Closing a service for a while or for good. Nobody is left at a dead end: the reason is public, and so is the way on.
import { formatLocalDate } from '../../lib/dates/format.ts';
import { isLocalDate, localDateOf } from '../../lib/dates/local-date.ts';
import { AppError } from '../../lib/errors.ts';
import { type LocalText, say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { requirePublisher } from './access.ts';
import { findClosing, insertServiceEvent, removeClosing, saveClosing } from './store/closings.ts';
import { bumpRevision, findCurrentId } from './store/versions.ts';
import type { Closing, ServiceEvent } from './types.ts';
import { closingForIntake, forgetIntake } from './versions.ts';

/** @throws forbidden, not_found, invalid: a reason is needed, and a day of reopening is not in the past. */
export async function suspendService(
  ctx: Context,
  slug: string,
  given: { readonly reason: LocalText; readonly reopensOn?: string | undefined },
): Promise<void> {
  const reopensOn = given.reopensOn?.trim() === '' ? undefined : given.reopensOn;
  if (reopensOn !== undefined && !isLocalDate(reopensOn)) throw new AppError('invalid', 'catalogue.reopening_date');
  if (reopensOn !== undefined && reopensOn < localDateOf(ctx.clock.now(), ctx.region.timezone))
    throw new AppError('invalid', 'catalogue.reopening_date');
  await close(ctx, slug, { kind: 'suspended', reason: given.reason, since: ctx.clock.now(), reopensOn });
}

/** @throws forbidden, not_found, invalid: the successor is another service that can be applied for. */
export async function retireService(
  ctx: Context,
  slug: string,
  given: { readonly reason: LocalText; readonly successor?: string | undefined },
): Promise<void> {
  const successor = given.successor?.trim() === '' ? undefined : given.successor;
  if (successor !== undefined) {
    const known = await findCurrentId(ctx.db, successor);
    const closed = await findClosing(ctx.db, successor);
    if (!known || successor === slug || closed?.kind === 'retired')
      throw new AppError('invalid', 'catalogue.successor_unknown');
  }
  await close(ctx, slug, { kind: 'retired', reason: given.reason, since: ctx.clock.now(), successor });
}

async function close(ctx: Context, slug: string, closing: Closing): Promise<void> {
  const actor = requirePublisher(ctx.actor);
  if (closing.reason.id.trim() === '') throw new AppError('invalid', 'catalogue.reason_missing');
  const { kind, reason, reopensOn, successor } = closing;
  await change(ctx, slug, { kind, actor, details: { reason, reopensOn, successor } }, (ctx) =>
    saveClosing(ctx.db, slug, closing),
  );
}

/** Opens a suspended or retired service again. Nothing happens when it is open. @throws forbidden, not_found. */
export async function resumeService(ctx: Context, slug: string): Promise<void> {
  const actor = requirePublisher(ctx.actor);
  if (!(await findClosing(ctx.db, slug))) return;
  await change(ctx, slug, { kind: 'resumed', actor, details: {} }, async (ctx) => {
    await removeClosing(ctx.db, slug);
  });
}

async function change(
  ctx: Context,
  slug: string,
  event: Pick<ServiceEvent, 'kind' | 'actor' | 'details'>,
  write: (ctx: Context) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await findCurrentId(ctx.db, slug))) throw new AppError('not_found', 'catalogue.service_not_found');
    await write(ctx);
    await insertServiceEvent(ctx.db, { id: newId(), slug, at: ctx.clock.now(), ...event });
    await bumpRevision(ctx.db);
  });
  forgetIntake(ctx, slug);
}

/** Whoever starts or sends an application passes here. @throws conflict `catalogue.suspended`, `catalogue.retired`. */
export async function refuseClosed(ctx: Context, slug: string): Promise<void> {
  const closing = await closingForIntake(ctx, slug);
  if (closing) throw closedError(ctx, closing);
}

export function closedError(ctx: Context, { kind, reason, reopensOn, successor }: Closing): AppError {
  const params = {
    reason: say(reason, ctx.locale),
    reopens: reopensOn === undefined ? '' : formatLocalDate(reopensOn, ctx.locale),
    successor: successor ?? '',
  };
  return kind === 'suspended'
    ? new AppError('conflict', 'catalogue.suspended', { params })
    : new AppError('conflict', 'catalogue.retired', { params });
}
