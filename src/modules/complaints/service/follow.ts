import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { addSupporter, insertFollower, isFollowedBy } from '../store/problems.ts';
import { findPublished } from '../store/published.ts';

export interface Following {
  readonly code: string; // of a published problem
  readonly visitor: string; // what tells this browser or person from another; only its keyed hash is kept
}

/** "Me too": counted once for each person, also when two problems are joined. @returns whether this one is new. @throws not_found */
export async function follow(ctx: Context, { code, visitor }: Following): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const problem = await findPublished(ctx.db, code);
    if (!problem) throw new AppError('not_found', 'complaints.not_found');
    const whoHash = ctx.secrets.sign('complaints-follower', visitor).toString('hex');
    const counted = await isFollowedBy(ctx.db, problem.id, whoHash);
    const added = await insertFollower(ctx.db, {
      id: newId(),
      problemId: problem.id,
      whoHash,
      locale: ctx.locale,
      at: ctx.clock.now(),
    });
    const fresh = added && !counted;
    if (fresh) await addSupporter(ctx.db, problem.id);
    return fresh;
  });
}
