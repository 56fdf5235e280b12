// Every change of a case goes through here: seal, fold, store. The caller holds the lock.
import type { Context } from '../../../platform/context.ts';
import { raisedTo, seatsOn } from '../access.ts';
import { sealEvent } from '../engine/chain.ts';
import { applyEvent } from '../engine/fold.ts';
import { saveEvents } from '../store/update-case.ts';
import type { CaseEvent, CaseRow, CaseState, EventActor, NewEvent } from '../types.ts';
import { movesTime, nextWatchOf } from './next-watch.ts';

/** The actor as written into the event: for officers with the role and unit he acts in. */
export function eventActor(ctx: Context, state: CaseState, role?: string): EventActor {
  const { actor } = ctx;
  if (actor.kind === 'system') return { kind: 'system' };
  if (actor.kind !== 'officer') return { kind: 'applicant' };
  const seats = [...seatsOn(actor, state), ...raisedTo(actor, state)];
  // His own seat before one he holds for somebody else.
  const inRole = seats.filter((candidate) => candidate.role === role);
  const seat = [...inRole, ...(inRole.length > 0 ? [] : seats)].sort(
    (a, b) => Number(!!a.acting) - Number(!!b.acting),
  )[0];
  if (!seat) return { kind: 'officer', id: actor.id };
  const { unitId, acting } = seat;
  return { kind: 'officer', id: actor.id, role: seat.role, unitId, ...(acting ? { delegation: acting } : {}) };
}

export interface Appending {
  readonly event: NewEvent;
  readonly actor: EventActor;
  readonly requestId: string;
}

/** Seals and folds the events in order, without storing: `before` -> the sealed events and the case after them. */
export function sealAll(
  ctx: Context,
  before: CaseRow,
  items: readonly Appending[],
): { events: CaseEvent[]; after: CaseRow } {
  let after = before;
  const events = items.map(({ event, actor, requestId }) => {
    const channel: CaseEvent['channel'] = actor.kind === 'system' ? 'worker' : ctx.channel;
    const stamp = {
      caseId: before.id,
      seq: after.version + 1,
      at: ctx.clock.now().toISOString(),
      actor,
      channel,
      requestId,
    };
    const sealed = sealEvent(stamp, event, after.lastHash);
    after = { ...after, version: sealed.seq, lastHash: sealed.hash, state: applyEvent(after.state, sealed) };
    return sealed;
  });
  return { events, after };
}

/** @param watch what the worker's own round has worked out already; everybody else leaves it out. */
export async function appendEvents(
  ctx: Context,
  target: CaseRow,
  items: readonly Appending[],
  watch?: { readonly nextWatchAt: Date | undefined },
): Promise<CaseRow> {
  const { events, after } = sealAll(ctx, target, items);
  const moves = movesTime(events.map(({ kind }) => kind));
  const next = watch ?? (moves ? { nextWatchAt: await nextWatchOf(ctx, after.state) } : undefined);
  await saveEvents(ctx.db, target, { events, state: after.state, ...(next ? { next } : {}) });
  return after;
}
