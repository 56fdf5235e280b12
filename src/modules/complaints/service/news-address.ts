// Addresses of people who follow a problem: sealed in the table, found by their keyed hash, opened only to write a letter.
import type { Context } from '../../../platform/context.ts';
import { type SealedFor, seal, unseal } from '../../../platform/crypto/seal.ts';
import { listUnsealed, type Subscriber, sealSubscriber } from '../store/news.ts';

const atOnce = 500;

export const hashOfAddress = (ctx: Context, email: string): string =>
  ctx.secrets.sign('complaints-news', email.toLowerCase()).toString('hex');

const addressOf = (ctx: Context, id: string): SealedFor => ({
  purpose: 'complaints-news.seal',
  owner: `${ctx.region.id}/${id}`,
});

export const sealAddress = (ctx: Context, id: string, email: string): Buffer =>
  seal(ctx.secrets, addressOf(ctx, id), email);

/** A row from before addresses were sealed has it as it was written. */
export function readAddress(
  ctx: Context,
  { id, email, emailSealed }: Pick<Subscriber, 'id' | 'email' | 'emailSealed'>,
): string {
  return emailSealed === null ? (email ?? '') : unseal(ctx.secrets, addressOf(ctx, id), emailSealed);
}

/** Rows from before addresses were sealed. Stopped in the middle it goes on with what is left. @returns how many. */
export async function sealOldAddresses(ctx: Context): Promise<number> {
  let sealed = 0;
  for (;;) {
    const rows = await listUnsealed(ctx.db, atOnce);
    for (const row of rows) await sealSubscriber(ctx.db, row, sealAddress(ctx, row.id, row.email));
    sealed += rows.length;
    if (rows.length < atOnce) return sealed;
  }
}
