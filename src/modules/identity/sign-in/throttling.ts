import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { throttleBucket } from '../crypto/tokens.ts';
import { accountPolicy, addressPolicy, nextThrottle } from '../rules.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import * as store from '../store/sign-in.ts';
import type { AuthEventKind } from '../types.ts';

export interface Counted {
  readonly ip: string;
  /** What else is counted: the name that was typed, or the officer whose second step this is. */
  readonly subject?: { readonly kind: 'account' | 'second-factor'; readonly name: string } | undefined;
}

/**
 * Counts a try for the address and the account before its outcome is known. Throws too_many `identity.wait` with the
 * instant of the next try when there were too many; the right password does not help then, so guessing learns nothing.
 */
export async function countTry(ctx: Context, counted: Counted, kind: AuthEventKind): Promise<void> {
  const now = ctx.clock.now();
  for (const { bucket, policy } of bucketsOf(ctx, counted)) {
    const decision = await inTransaction(ctx, async (ctx) => {
      await store.ensureThrottle(ctx.db, bucket, now);
      return await store.updateThrottle(ctx.db, bucket, (before) => nextThrottle(before, now, policy));
    });
    if (decision.ok) continue;
    await insertAuthEvent(ctx.db, now, { kind, outcome: 'throttled' });
    throw new AppError('too_many', 'identity.wait', {
      params: {
        until: decision.until.toISOString(),
        timezone: ctx.region.timezone,
        seconds: Math.ceil((decision.until.getTime() - now.getTime()) / 1000),
      },
    });
  }
}

/** The try was good: the account starts from zero, the address gets this one back. */
export async function forgiveTry(ctx: Context, counted: Counted): Promise<void> {
  const [address, subject] = bucketsOf(ctx, counted);
  if (address) await store.forgiveThrottle(ctx.db, address.bucket);
  if (subject) await store.deleteThrottle(ctx.db, subject.bucket);
}

function bucketsOf(ctx: Context, { ip, subject }: Counted) {
  const address = { bucket: throttleBucket(ctx.secrets, 'address', ip), policy: addressPolicy };
  if (!subject) return [address];
  return [address, { bucket: throttleBucket(ctx.secrets, subject.kind, subject.name), policy: accountPolicy }];
}
