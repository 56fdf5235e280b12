// One list of reports for whoever sorts or handles them. Each officer sees what his seats show, no more: partners outside the city as well.
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import {
  countQueue,
  photosOfReports,
  type QueueCounts,
  type QueueFilter,
  type QueueKey,
  type QueueRow,
  type Seat,
  selectQueue,
} from '../store/queue.ts';

const handling: readonly string[] = ['petugas', 'kadis'];

/** What this officer's seats show; nothing for officers who neither sort, handle nor receive reports. */
export function heldSeats(ctx: Context): Seat[] {
  if (ctx.actor.kind !== 'officer') throw new AppError('unauthenticated', 'request.unauthenticated');
  const { memberships } = ctx.actor;
  const seats = (by: Seat['by'], wanted: (role: string) => boolean): Seat[] => {
    const units = memberships.filter(({ role }) => wanted(role)).map(({ unitId }) => unitId);
    return [...new Set(units)].map((unitId) => ({ by, unitId }));
  };
  return [
    ...seats('verifier_unit', (role) => role === 'verifikator'),
    ...seats('unit_id', (role) => handling.includes(role)),
    ...seats('offered_unit', (role) => role === 'penerima'),
  ];
}

/** @throws forbidden `complaints.no_desk` for officers who neither sort, handle nor receive reports. */
export function seatsOf(ctx: Context): Seat[] {
  const seats = heldSeats(ctx);
  if (seats.length === 0) throw new AppError('forbidden', 'complaints.no_desk');
  return seats;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: string | undefined;
}

function keyOf(text: string | undefined): QueueKey | undefined {
  const match = /^([01])_(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
  return match
    ? { calm: match[1] === '1', stepDueAt: new Date(Number(match[2])), caseId: String(match[3]) }
    : undefined;
}
const keyText = ({ calm, stepDueAt, caseId }: QueueKey): string => `${calm ? 1 : 0}_${stepDueAt.getTime()}_${caseId}`;

/** Reports this officer's seats show, danger first, then least time left. A number typed as text finds that report. */
export async function listQueue(
  ctx: Context,
  filter: QueueFilter,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<QueuePage> {
  const { limit } = page;
  const text = filter.text?.trim() || undefined;
  const number = text && parseCaseNumber(text);
  const found = await selectQueue(ctx.db, {
    seats: seatsOf(ctx),
    filter: { ...filter, ...(number ? { number, text: undefined } : { text }) },
    after: keyOf(page.after),
    limit: limit + 1,
  });
  const single = [...new Map(found.map((row) => [row.caseId, row])).values()];
  const rows = single.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: single.length > limit && last ? keyText(last) : undefined };
}

export function countQueued(ctx: Context): Promise<QueueCounts> {
  return countQueue(ctx.db, seatsOf(ctx), ctx.clock.now());
}

/** The first photo of each report that has one. */
export async function firstPhotos(ctx: Context, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const photos = await photosOfReports(ctx.db, caseIds);
  return new Map(photos.reverse().map(({ caseId, id }) => [caseId, id]));
}
