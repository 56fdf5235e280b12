// One inbox for every service and channel, ordered by time left.
import type { TaskKind } from '../../../definition/schema.ts';
import { addLocalDays, localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { type EscalatedRow, listEscalated } from '../store/escalations.ts';
import {
  countInbox,
  type Desk,
  type InboxCounts,
  type InboxRow,
  listOpenTasks,
  listWaiting,
  type WaitingRow,
} from '../store/inbox.ts';
import { officerOf } from './read.ts';

export const inboxFilters = ['semua', 'lewat', 'hari-ini', 'saya'] as const;
export interface InboxRequest {
  readonly filter: (typeof inboxFilters)[number];
  readonly service?: string | undefined;
  readonly kind?: TaskKind | undefined;
  readonly after?: string | undefined; // the cursor of the page before
  readonly size?: number;
}
export interface InboxPage {
  readonly rows: readonly InboxRow[];
  readonly next: string | undefined;
}

function desksOf(ctx: Context): Desk[] {
  return officerOf(ctx).memberships.map(({ unitId, role }) => ({ unitId, role }));
}

function endOfToday(ctx: Context): Date {
  const { timezone } = ctx.region;
  return startOfLocalDay(addLocalDays(localDateOf(ctx.clock.now(), timezone), 1), timezone);
}

function parseCursor(cursor: string | undefined): { dueAt: Date; id: string } | undefined {
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match ? { dueAt: new Date(Number(match[1])), id: String(match[2]) } : undefined;
}

export async function readInbox(ctx: Context, request: InboxRequest): Promise<InboxPage> {
  const size = request.size ?? 20;
  const now = ctx.clock.now();
  const from = request.filter === 'hari-ini' ? now : undefined;
  const before = request.filter === 'lewat' ? now : request.filter === 'hari-ini' ? endOfToday(ctx) : undefined;
  const assignee = request.filter === 'saya' ? officerOf(ctx).id : undefined;
  const found = await listOpenTasks(ctx.db, {
    desks: desksOf(ctx),
    size,
    after: parseCursor(request.after),
    from,
    before,
    assignee,
    service: request.service,
    kind: request.kind,
  });
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const next = found.length > size && last ? `${last.dueAt.getTime()}_${last.taskId}` : undefined;
  return { rows, next };
}

export interface WaitingPage {
  readonly rows: readonly WaitingRow[];
  readonly next: string | undefined;
}

/** Cases of the officer's units that wait for their applicants, those that lapse first on top. */
export async function readWaiting(
  ctx: Context,
  request: Pick<InboxRequest, 'service' | 'after' | 'size'>,
): Promise<WaitingPage> {
  const size = request.size ?? 25;
  const { service, after } = request;
  const found = await listWaiting(ctx.db, { desks: desksOf(ctx), size, after: parseCursor(after), service });
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last ? `${last.orderedBy.getTime()}_${last.caseId}` : undefined };
}

export interface EscalatedPage {
  readonly rows: readonly EscalatedRow[];
  readonly next: string | undefined;
}

/** Open cases that were passed up to this officer, those that have been there longest on top. */
export async function readEscalated(
  ctx: Context,
  request: Pick<InboxRequest, 'after' | 'size'> = {},
): Promise<EscalatedPage> {
  const size = request.size ?? 25;
  const cursor = parseCursor(request.after);
  const after = cursor && { at: cursor.dueAt, id: cursor.id };
  const found = await listEscalated(ctx.db, { desks: desksOf(ctx), size, after });
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last ? `${last.at.getTime()}_${last.caseId}` : undefined };
}

export async function readInboxCounts(ctx: Context): Promise<InboxCounts> {
  return countInbox(ctx.db, desksOf(ctx), { now: ctx.clock.now(), endOfDay: endOfToday(ctx) });
}
