// What the mayor sees: what needs the mayor, red first; where the rest is; words of thanks. Names are in none of it.

import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type CaseRow, recordReadingOnce } from '../../cases/index.ts';
import { headedUnits } from '../access.ts';
import {
  type Counts,
  countMessages,
  countShowing,
  findMessage,
  findMessageByNumber,
  findMessages,
  listShowing,
  type Page,
  type Showing,
} from '../store/messages.ts';
import { listForUnits, listRequests, requestsOf } from '../store/requests.ts';
import type { HeadRequest, Message } from '../types.ts';
import { getMessageCase } from './act.ts';
import { requireBoard } from './setting.ts';

const dayMs = 86_400_000;
export const lateSince = (now: Date): Date => new Date(now.getTime() - 2 * dayMs);

export interface Listed {
  readonly message: Message;
  readonly requests: readonly HeadRequest[]; // the first asked first
}
export interface Board {
  readonly counts: Counts;
  readonly needs: readonly Listed[];
  readonly thanks: readonly Listed[];
}

async function withRequests(ctx: Context, messages: readonly Message[]): Promise<Listed[]> {
  const byCase = await requestsOf(
    ctx.db,
    messages.map(({ caseId }) => caseId),
  );
  return messages.map((message) => ({ message, requests: byCase.get(message.caseId) ?? [] }));
}

/** @throws forbidden for anybody but the mayor's people. */
export async function readBoard(ctx: Context, { needs, thanks }: { needs: number; thanks: number }): Promise<Board> {
  await requireBoard(ctx);
  const late = lateSince(ctx.clock.now());
  const [counts, first, praise] = await Promise.all([
    countMessages(ctx.db, late),
    listShowing(ctx.db, { showing: 'needs', late, page: { limit: needs, offset: 0 } }),
    listShowing(ctx.db, { showing: 'thanks', late, page: { limit: thanks, offset: 0 } }),
  ]);
  return { counts, needs: await withRequests(ctx, first), thanks: await withRequests(ctx, praise) };
}

/** A page of one list and how many there are. */
export async function readElsewhere(
  ctx: Context,
  showing: Showing,
  page: Page,
): Promise<{ rows: Listed[]; total: number }> {
  await requireBoard(ctx);
  const late = lateSince(ctx.clock.now());
  const [rows, total] = [await listShowing(ctx.db, { showing, late, page }), await countShowing(ctx.db, showing)];
  return { rows: await withRequests(ctx, rows), total };
}

/** One message by its number, without opening it. */
export async function readOne(
  ctx: Context,
  number: string,
): Promise<{ message: Message; requests: HeadRequest[] } | undefined> {
  await requireBoard(ctx);
  const message = await findMessageByNumber(ctx.db, number);
  return message && { message, requests: await listRequests(ctx.db, message.caseId) };
}

export interface Opened {
  readonly message: Message;
  readonly requests: readonly HeadRequest[];
  readonly target: CaseRow;
}

/** One message for whoever has a seat on it; its reading is recorded, without a name having been shown. */
export async function openMessage(ctx: Context, number: string): Promise<Opened> {
  const target = await getMessageCase(ctx, number);
  const message = await findMessage(ctx.db, target.id);
  if (!message) throw new AppError('not_found', 'hotline.not_found');
  await recordReadingOnce(ctx, target, { subject: 'field:isi', reason: 'handling' });
  return { message, requests: await listRequests(ctx.db, target.id), target };
}

export interface HeadList {
  readonly open: readonly Listed[];
  readonly ended: readonly Listed[];
}
/** What the units this officer heads were asked. @throws forbidden for whoever heads none. */
export async function readHeadList(ctx: Context): Promise<HeadList> {
  const units = headedUnits(ctx.actor);
  if (units.length === 0) throw new AppError('forbidden', 'hotline.not_head');
  const { open, ended } = await listForUnits(ctx.db, units, 50);
  const ids = [...open, ...ended].map(({ caseId }) => caseId);
  const byCase = new Map((await findMessages(ctx.db, ids)).map((message) => [message.caseId, message]));
  const listed = (requests: readonly HeadRequest[]): Listed[] =>
    requests.flatMap((request) => {
      const message = byCase.get(request.caseId);
      return message ? [{ message, requests: [request] }] : [];
    });
  return { open: listed(open), ended: listed(ended) };
}
