import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { hashToken, newToken } from './crypto/tokens.ts';
import { insertApiKey } from './store/api-keys.ts';
import { insertAuthEvent } from './store/auth-events.ts';

/** A new key; it is returned this once, only its hash is kept. Without an officer it may do what the public may. */
export async function createApiKey(
  ctx: Context,
  key: { name: string; scope: string; officerId?: string | undefined },
): Promise<string> {
  const secret = `lk_${newToken()}`;
  const createdAt = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const { name, scope, officerId } = key;
    await insertApiKey(ctx.db, { id: newId(), name, scope, officerId, createdAt, keyHash: hashToken(secret) });
    await insertAuthEvent(ctx.db, createdAt, { kind: 'key-made', outcome: 'ok', officerId });
  });
  return secret;
}
