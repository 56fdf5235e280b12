// Letters to those who follow a problem: what everybody may read by now and they have not been told, at most once a day.
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { queueEmail } from '../../notifications/index.ts';
import { messagesFor } from '../messages.ts';
import { changeSubscriber, dropOldNews, listSubscribers, type Subscriber } from '../store/news.ts';
import { findProblem } from '../store/problems.ts';
import { findPublished } from '../store/published.ts';
import { listPublishedSteps } from '../store/steps.ts';
import type { PublicStep, PublishedProblem } from '../types.ts';
import { readAddress } from './news-address.ts';
import { newsLink, stoppable } from './news-link.ts';
import { stepText } from './step-text.ts';

declare module '../../../platform/jobs/queue.ts' {
  interface Jobs {
    'complaints.tell_news': { readonly problemId: string };
    'complaints.forget_news': Record<string, never>;
    'complaints.seal_news': Record<string, never>;
  }
}
const dayMs = 86_400_000;
const unconfirmedMs = 2 * dayMs;
const afterEndMs = 14 * dayMs; // somebody may still say that it was not solved

/** One job for each problem, however many steps come before it runs. */
export async function newsLater(ctx: Context, problemId: string, runAt?: Date): Promise<void> {
  const key = `complaints-news:${problemId}`;
  await ctx.jobs.add(ctx.db, 'complaints.tell_news', { problemId }, { key, ...(runAt ? { runAt } : {}) });
}

/** @returns how many were told. What is not published by now is told to nobody. */
export async function tellNews(ctx: Context, problemId: string): Promise<number> {
  const known = await findProblem(ctx.db, problemId);
  const problem = known && (await findPublished(ctx.db, known.code));
  if (!problem) return 0;
  const steps = await listPublishedSteps(ctx.db, problemId);
  const now = ctx.clock.now().getTime();
  const waiting = (await listSubscribers(ctx.db, problemId))
    .map((one) => ({ one, fresh: steps.filter(({ at }) => at > one.seenAt) }))
    .filter(({ fresh }) => fresh.length > 0)
    .map((found) => ({ ...found, from: found.one.toldAt === null ? now : found.one.toldAt.getTime() + dayMs }));
  const due = waiting.filter(({ from }) => from <= now);
  for (const { one, fresh } of due) await tell(ctx, problem, one, fresh);
  const later = waiting.filter(({ from }) => from > now).map(({ from }) => from);
  if (later.length > 0) await newsLater(ctx, problemId, new Date(Math.min(...later)));
  return due.length;
}

async function tell(
  ctx: Context,
  problem: PublishedProblem,
  one: Subscriber,
  fresh: readonly PublicStep[],
): Promise<void> {
  const words = messagesFor(one.locale).newsMail;
  const style = { timezone: ctx.region.timezone, locale: one.locale };
  const lines = await Promise.all(
    fresh.map(async (step) => `${formatDateTime(step.at, style)}\n${await stepText(ctx, step, one.locale)}`),
  );
  const text = [
    words.intro(problem.title),
    ...lines,
    `${words.page}\n${ctx.config.publicUrl}/laporan/${problem.code}`,
    `${words.stop}\n${newsLink(ctx, one.id)}/berhenti`,
  ].join('\n\n');
  await inTransaction(ctx, async (ctx) => {
    const last = fresh.at(-1);
    await changeSubscriber(ctx.db, one.id, { toldAt: ctx.clock.now(), ...(last ? { seenAt: last.at } : {}) });
    const key = `complaints-news:${one.id}:${last?.id ?? ''}`;
    const subject = words.subject(problem.title);
    await queueEmail(ctx, { to: readAddress(ctx, one), subject, text, key, ...stoppable(ctx, one) });
  });
}

/** Addresses that are no longer needed go. @returns how many. */
export function forgetNews(ctx: Context): Promise<number> {
  const now = ctx.clock.now().getTime();
  return dropOldNews(ctx.db, {
    askedBefore: new Date(now - unconfirmedMs),
    endedBefore: new Date(now - afterEndMs),
  });
}
