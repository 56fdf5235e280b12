import type { Db } from '../context.ts';

/**
 * Runs `work` in one transaction: everything it does through the context it is given stands or falls together. Called inside
 * a transaction it joins it. Name the callback's parameter `ctx` too, so the pool outside is out of reach.
 */
export function inTransaction<C extends { readonly db: Db }, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
