// The authenticator app of an officer: setting it up, checking its codes, taking it away.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type SealedFor, seal, unseal } from '../../../platform/crypto/seal.ts';
import { matchTotpStep, newTotpSecret, totpUri } from '../crypto/totp.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import * as store from '../store/credentials.ts';

export interface PendingTotp {
  readonly secret: string; // to be typed where no camera is at hand
  readonly uri: string; // for the QR code
}
const pendingMinutes = 60;

/** The secret waiting to be confirmed, the same in every tab; a new one when none is waiting. */
export async function pendingTotp(ctx: Context, officer: { id: string; username: string }): Promise<PendingTotp> {
  const before = await store.findTotp(ctx.db, officer.id);
  if (before?.confirmedAt) throw new AppError('conflict', 'identity.totp_exists');
  const now = ctx.clock.now();
  const isRecent = before && now.getTime() - before.createdAt.getTime() < pendingMinutes * 60_000;
  if (!isRecent) {
    const sealedSecret = seal(ctx.secrets, owner(ctx, officer.id), newTotpSecret());
    await store.savePendingTotp(ctx.db, officer.id, { sealedSecret, createdAt: now });
  }
  const secret = await readSecret(ctx, officer.id);
  return { secret, uri: totpUri({ secret, username: officer.username, issuer: `Loket24 ${ctx.region.name}` }) };
}

/** Turns the waiting secret on when the code fits it. */
export async function confirmTotp(ctx: Context, officerId: string, code: string): Promise<boolean> {
  return await useCode(ctx, officerId, { code, pending: true });
}

/** True once per code: a code that was used, or an older one, is refused. */
export async function useTotpCode(ctx: Context, officerId: string, code: string): Promise<boolean> {
  return await useCode(ctx, officerId, { code, pending: false });
}

export async function removeTotp(ctx: Context, officerId: string): Promise<void> {
  const removed = await store.deleteTotp(ctx.db, officerId);
  if (removed) await insertAuthEvent(ctx.db, ctx.clock.now(), { kind: 'totp-removed', outcome: 'ok', officerId });
}

async function useCode(ctx: Context, officerId: string, use: { code: string; pending: boolean }): Promise<boolean> {
  const now = ctx.clock.now();
  const stored = await store.findTotp(ctx.db, officerId);
  if (!stored || (stored.confirmedAt === null) !== use.pending) return false;
  const step = matchTotpStep(unseal(ctx.secrets, owner(ctx, officerId), stored.sealedSecret), use.code, now);
  const ok = step !== undefined && (await store.useTotpStep(ctx.db, officerId, { step, now, pending: use.pending }));
  const kind = use.pending ? 'totp-added' : 'totp';
  await insertAuthEvent(ctx.db, now, { kind, outcome: ok ? 'ok' : 'refused', officerId });
  return ok;
}

async function readSecret(ctx: Context, officerId: string): Promise<string> {
  const stored = await store.findTotp(ctx.db, officerId);
  if (!stored) throw new AppError('conflict', 'identity.start_again');
  return unseal(ctx.secrets, owner(ctx, officerId), stored.sealedSecret);
}

function owner(ctx: Context, officerId: string): SealedFor {
  return { purpose: 'identity.seal', owner: `${ctx.region.id}/${officerId}` };
}
