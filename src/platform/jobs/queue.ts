import type { Context, Db } from '../context.ts';

/** Modules add their jobs by declaration merging, as for DomainEvents. Payloads are JSON. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Jobs {}
export interface JobOptions {
  readonly runAt?: Date;
  readonly key?: string;
  readonly maxAttempts?: number;
}
export interface JobQueue {
  /** Enqueues in the caller's transaction: pass ctx.db. */
  add<K extends keyof Jobs>(db: Db, name: K, payload: Jobs[K], options?: JobOptions): Promise<void>;
}
export type JobHandler<K extends keyof Jobs> = (ctx: Context, payload: Jobs[K]) => Promise<void>;
export type JobHandlers = { readonly [K in keyof Jobs]?: JobHandler<K> };
