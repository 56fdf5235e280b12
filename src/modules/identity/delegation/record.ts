// Recording and ending a delegation. What was recorded is never changed; it takes effect by its dates, without anybody's doing.
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { announceChange, findUnitByCode, forgetMemory } from '../../organisation/index.ts';
import { ownHolders, staffDirectory } from '../staff/directory.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import { insertDelegation, insertDelegationEnd, listDelegations, lockDelegations } from '../store/delegations.ts';
import { type Delegation, type DelegationKind, decideDelegation } from './rules.ts';

export interface NewDelegation {
  readonly id?: string | undefined; // made with the form: sent twice is one
  readonly kind: DelegationKind;
  readonly unit: string; // code
  readonly role: string;
  readonly post: string; // of a vacant post; a held one is called by its holder's title
  readonly to: string; // user name
  readonly firstDay: string;
  readonly lastDay: string;
  readonly instrument: Delegation['instrument'];
}

/** A person with the permission `admin`; checked again here, whoever calls. */
export function adminOf(ctx: Context): Officer {
  const { actor } = ctx;
  if (actor.kind !== 'officer') throw new AppError('unauthenticated', 'identity.login_required');
  if (!actor.permissions.includes('admin')) throw new AppError('forbidden', 'identity.delegation_forbidden');
  return actor;
}

/** @throws invalid `identity.delegation_*`: one sentence why it cannot be. */
export async function recordDelegation(ctx: Context, wanted: NewDelegation): Promise<Delegation> {
  const admin = adminOf(ctx);
  const recorded = await inTransaction(ctx, async (ctx) => {
    await lockDelegations(ctx.db, ctx.region.id);
    const all = await listDelegations(ctx.db);
    const again = all.find(({ id }) => id === wanted.id);
    if (again) return again;
    const delegation = await makeDelegation(ctx, admin, wanted, all);
    await insertDelegation(ctx.db, delegation);
    const about = { kind: 'delegation-recorded', outcome: 'ok', officerId: delegation.toOfficerId } as const;
    await insertAuthEvent(ctx.db, delegation.recordedAt, about);
    await announceChange(ctx);
    return delegation;
  });
  forgetMemory(ctx);
  return recorded;
}

async function makeDelegation(
  ctx: Context,
  admin: Officer,
  wanted: NewDelegation,
  all: readonly Delegation[],
): Promise<Delegation> {
  const unit = await findUnitByCode(ctx, wanted.unit);
  const { byUsername, byId } = await staffDirectory(ctx);
  const to = byUsername.get(wanted.to.trim().toLowerCase());
  if (!unit || !to) throw new AppError('invalid', 'identity.delegation_unknown');
  const { kind, role, firstDay, lastDay, instrument } = wanted;
  const now = ctx.clock.now();
  const decision = decideDelegation({
    ...{ kind, firstDay, lastDay, recordedBy: admin.id, today: localDateOf(now, ctx.region.timezone) },
    to: { id: to.id, active: to.active, worksInbox: to.permissions.includes('inbox') },
    holders: await ownHolders(ctx, { unitId: unit.id, role }),
    others: all.filter((other) => other.unitId === unit.id && other.role === role),
  });
  if (!decision.ok) {
    const { clash } = decision;
    const name = clash ? (byId.get(clash.toOfficerId)?.name ?? '') : '';
    throw new AppError('invalid', `identity.delegation_${decision.refusal}`, {
      params: clash ? { name, from: clash.firstDay, until: clash.lastDay } : {},
    });
  }
  const post = decision.from === undefined ? wanted.post.trim() : (byId.get(decision.from)?.title ?? wanted.post);
  if (post === '') throw new AppError('invalid', 'identity.delegation_post');
  return {
    ...{ id: wanted.id ?? newId(), kind, unitId: unit.id, role, post, firstDay, lastDay, instrument },
    fromOfficerId: decision.from,
    toOfficerId: to.id,
    recordedBy: admin.id,
    recordedAt: now,
    endedAt: undefined,
    endReason: undefined,
  };
}

/** Ends it at this moment; ended twice is ended once. @throws not_found `identity.delegation_gone`. */
export async function endDelegation(ctx: Context, id: string, reason: string): Promise<void> {
  const admin = adminOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const found = (await listDelegations(ctx.db)).find((delegation) => delegation.id === id);
    if (!found) throw new AppError('not_found', 'identity.delegation_gone');
    const now = ctx.clock.now();
    const fresh = await insertDelegationEnd(ctx.db, { delegationId: id, endedAt: now, endedBy: admin.id, reason });
    if (!fresh) return;
    await insertAuthEvent(ctx.db, now, { kind: 'delegation-ended', outcome: 'ok', officerId: found.toOfficerId });
    await announceChange(ctx);
  });
  forgetMemory(ctx);
}
