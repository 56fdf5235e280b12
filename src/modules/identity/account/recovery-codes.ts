import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { hashRecoveryCode, newRecoveryCodes, parseRecoveryCode } from '../crypto/tokens.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import { countRecoveryCodes, replaceRecoveryCodes, useRecoveryCode as useStored } from '../store/credentials.ts';

/** Ten new codes, each good once; those from before stop working. They are shown now and never again. */
export async function makeRecoveryCodes(ctx: Context, officerId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  const now = ctx.clock.now();
  const hashes = codes.map((code) => hashRecoveryCode(ctx.secrets, officerId, code));
  await inTransaction(ctx, async (ctx) => {
    await replaceRecoveryCodes(ctx.db, officerId, { hashes, createdAt: now });
    await insertAuthEvent(ctx.db, now, { kind: 'recovery-codes-made', outcome: 'ok', officerId });
  });
  return codes;
}

export async function useRecoveryCode(ctx: Context, officerId: string, text: string): Promise<boolean> {
  const code = parseRecoveryCode(text);
  if (code === undefined) return false;
  const now = ctx.clock.now();
  const ok = await useStored(ctx.db, officerId, { codeHash: hashRecoveryCode(ctx.secrets, officerId, code), now });
  await insertAuthEvent(ctx.db, now, { kind: 'recovery-code', outcome: ok ? 'ok' : 'refused', officerId });
  return ok;
}

export async function leftRecoveryCodes(ctx: Context, officerId: string): Promise<number> {
  return await countRecoveryCodes(ctx.db, officerId);
}
