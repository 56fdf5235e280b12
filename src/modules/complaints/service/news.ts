// Following a published problem by e-mail. Nothing is sent to an address before its owner said so, and what the page answers never
// tells whether an address follows already.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { queueEmail } from '../../notifications/index.ts';
import { messagesFor } from '../messages.ts';
import {
  askForNews,
  changeSubscriber,
  countAsked,
  dropSubscriber,
  dropSubscriberOf,
  findSubscriber,
  findSubscriberOf,
  type Subscriber,
} from '../store/news.ts';
import { findProblem } from '../store/problems.ts';
import { findPublished } from '../store/published.ts';
import { findReport } from '../store/reports.ts';
import type { Problem, PublishedProblem } from '../types.ts';
import { hashOfAddress, readAddress, sealAddress } from './news-address.ts';
import { idOfNewsCode, newsLink, stoppable } from './news-link.ts';

const Address = z.email().max(200);
const dayMs = 86_400_000;
const againMs = 10 * 60_000; // whoever presses again gets one letter
const lettersADay = 5; // to one address, for all problems together: nobody is flooded by others

/** @throws not_found as `readPublished`; invalid `complaints.email_wrong`. */
export async function askNews(ctx: Context, asked: { readonly code: string; readonly email: string }): Promise<void> {
  const problem = await findPublished(ctx.db, asked.code);
  if (!problem) throw new AppError('not_found', 'complaints.not_found');
  const email = Address.safeParse(asked.email.trim()).data;
  if (email === undefined) throw new AppError('invalid', 'complaints.email_wrong');
  const whoHash = hashOfAddress(ctx, email);
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const before = await findSubscriberOf(ctx.db, problem.id, whoHash);
    if (before && (before.confirmedAt || now.getTime() - before.askedAt.getTime() < againMs)) return;
    if ((await countAsked(ctx.db, whoHash, new Date(now.getTime() - dayMs))) >= lettersADay) return;
    const id = newId();
    const row = { id, problemId: problem.id, whoHash, locale: ctx.locale, askedAt: now, seenAt: now };
    const address = { email: null, emailSealed: sealAddress(ctx, id, email) };
    const kept = await askForNews(ctx.db, { ...row, ...address, confirmedAt: null, toldAt: null });
    if (kept) await sendQuestion(ctx, problem, kept);
  });
}

async function sendQuestion(ctx: Context, { title }: PublishedProblem, one: Subscriber): Promise<void> {
  const words = messagesFor(one.locale).newsMail;
  const text = [words.ask(title), `${words.confirm}\n${newsLink(ctx, one.id)}`, words.notYou].join('\n\n');
  const key = `complaints-news-ask:${one.id}:${one.askedAt.getTime()}`;
  await queueEmail(ctx, { to: readAddress(ctx, one), subject: words.askSubject, text, key, ...stoppable(ctx, one) });
}

export interface Followed {
  readonly problem: PublishedProblem;
  readonly confirmed: boolean;
}
async function behind(ctx: Context, code: string): Promise<{ one: Subscriber; problem: PublishedProblem }> {
  const id = idOfNewsCode(ctx, code);
  const one = id === undefined ? undefined : await findSubscriber(ctx.db, id);
  const known = one && (await standsFor(ctx, one.problemId));
  const problem = known && (await findPublished(ctx.db, known.code));
  if (!one || !problem) throw new AppError('not_found', 'complaints.news_unknown');
  return { one, problem };
}

/** The problem itself, or the one its leading report was joined to. */
async function standsFor(ctx: Context, problemId: string): Promise<Problem | undefined> {
  const own = await findProblem(ctx.db, problemId);
  if (!own || own.mergedInto === null) return own;
  const lead = await findReport(ctx.db, own.leadCase);
  return lead?.problemId ? findProblem(ctx.db, lead.problemId) : undefined;
}

/** What a letter's link is about. @throws not_found, the same for a wrong link and for one whose owner stopped. */
export async function readNews(ctx: Context, code: string): Promise<Followed> {
  const { one, problem } = await behind(ctx, code);
  return { problem, confirmed: one.confirmedAt !== null };
}
/** "Yes, send me news." Pressed twice it is once. @throws as readNews */
export async function confirmNews(ctx: Context, code: string): Promise<void> {
  const { one } = await behind(ctx, code);
  const now = ctx.clock.now();
  if (one.confirmedAt === null) await changeSubscriber(ctx.db, one.id, { confirmedAt: now, seenAt: now });
}
/** Forgets the address at once. A link that leads nowhere any more has nothing to forget. */
export async function stopNews(ctx: Context, code: string): Promise<void> {
  const id = idOfNewsCode(ctx, code);
  if (id === undefined) throw new AppError('not_found', 'complaints.news_unknown');
  const one = await findSubscriber(ctx.db, id);
  const problem = one && (await standsFor(ctx, one.problemId));
  await dropSubscriber(ctx.db, id);
  if (one && problem) await dropSubscriberOf(ctx.db, problem.id, one.whoHash);
}
