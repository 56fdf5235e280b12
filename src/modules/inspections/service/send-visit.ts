// Closing the task with what was filled in on site. The request id was made with the page: sent twice, it is closed once.
import { claimedVisit } from '../../../lib/dates/claimed-time.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { commandFrom, performAction, timeOfRequest } from '../../cases/index.ts';
import { attachUploads } from '../../documents/index.ts';

import { isMine, type Visit } from './open-visit.ts';

export interface Filled {
  readonly requestId: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly visitedAt: string | undefined; // by the phone's clock
}

/** When this result reached us before, if it did. */
export function receivedBefore(ctx: Context, number: string, requestId: string): Promise<Date | undefined> {
  return timeOfRequest(ctx, number, requestId);
}

/** @throws invalid `cases.form_invalid` with one entry per field; conflict `cases.task_closed` when the work is no longer wanted. */
export async function sendVisit(ctx: Context, visit: Visit, filled: Filled): Promise<Date> {
  const { target, definition, task, opened } = visit;
  if (!isMine(ctx, visit)) throw new AppError('conflict', opened.closedAt ? 'cases.task_closed' : 'cases.claimed');
  const command = await commandFrom(ctx, definition, target.state, { action: task.id, data: filled.raw });
  const photos = task.form.filter((field) => field.type === 'file').flatMap((field) => idsIn(filled.raw[field.id]));
  await attachUploads(ctx, photos);
  const visitedAt = claimedVisit(filled.visitedAt, { openedAt: opened.openedAt, now: ctx.clock.now() });
  await performAction(ctx, {
    number: target.number,
    requestId: filled.requestId,
    command: { ...command, ...(visitedAt ? { visitedAt } : {}) },
  });
  return (await receivedBefore(ctx, target.number, filled.requestId)) ?? ctx.clock.now();
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
