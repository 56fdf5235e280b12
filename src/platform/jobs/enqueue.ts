import { sql } from 'kysely';
import type { JobQueue } from './queue.ts';

/** Jobs go through platform.enqueue(), the only door of the application role to the queue, in the caller's transaction. */
export const jobQueue: JobQueue = {
  async add(db, name, payload, options = {}) {
    const body = JSON.stringify(payload ?? {});
    await sql`select platform.enqueue(${name}, ${body}::jsonb, ${options.runAt ?? null}::timestamptz, ${options.key ?? null}::text, ${options.maxAttempts ?? null}::int)`.execute(
      db,
    );
  },
};
