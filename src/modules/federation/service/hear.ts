// What a partner says about requests: statuses, numbers behind tokens, updates. Everything heard is kept once and told once.
import { createHash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { closedUndone, nextLook } from '../rules.ts';
import { changeForwarded, insertHeard, latestStatus, lockForwarded } from '../store/forwarded.ts';
import type { Forwarded } from '../types.ts';
import type { TheirRequest, TheirUpdate } from '../wire/read.ts';
import { noteNumber, tell, tellTaken } from './told.ts';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The other side has given it a number: behind a token, or found by our reference. */
export async function hearNumber(ctx: Context, id: string, theirId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockForwarded(ctx.db, id);
    if (!row || row.theirId !== null) return;
    const now = ctx.clock.now();
    const change = { state: 'open', theirId, nextTryAt: now, contactAt: now } as const;
    const well = { content: null, troubleCode: null, troubleText: null, maybeThere: false } as const;
    await changeForwarded(ctx.db, row, { ...change, ...well, at: now });
    await tellTaken(ctx, { ...row, ...change });
  });
}

/** How the request stands now. @returns whether it was just closed there. */
export function hearRequest(ctx: Context, id: string, request: TheirRequest): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lockForwarded(ctx.db, id);
    if (!row || (row.state !== 'open' && row.state !== 'closed')) return false;
    const now = ctx.clock.now();
    const { status, notes, expectedAt } = request;
    const state = status;
    await changeForwarded(ctx.db, row, {
      ...{ state, theirStatus: status, theirNotes: notes ?? null, theirExpectedAt: expectedAt ?? null },
      ...{ nextTryAt: nextLook({ ...row, state }, now), contactAt: now, troubleCode: null, troubleText: null, at: now },
    });
    await noteNumber(ctx, row); // also of those who follow this report since it was taken in
    const moved = row.state !== state;
    if (!moved && (notes ?? null) === row.theirNotes) return false;
    // A request that was opened again and closed again is news each time; the same words twice in a row are not.
    const key = `request ${shortHash(`${status}\n${notes ?? ''}\n${row.state} ${row.theirNotes ?? ''}\n${row.version}`)}`;
    await keep(ctx, row, { key, status, text: notes, at: request.updatedAt, closes: moved && state === 'closed' });
    return moved && state === 'closed';
  });
}

/** One entry of their list of updates. */
export async function hearUpdate(ctx: Context, id: string, update: TheirUpdate): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockForwarded(ctx.db, id);
    if (!row) return;
    const { status, text, at } = update;
    const own = `${status ?? ''}\n${text ?? ''}\n${at?.toISOString() ?? ''}`;
    await keep(ctx, row, { key: `update ${update.id ?? shortHash(own)}`, status, text, at, closes: false });
    await changeForwarded(ctx.db, row, { contactAt: ctx.clock.now(), at: ctx.clock.now() });
  });
}

interface News {
  readonly key: string;
  readonly status: string | undefined;
  readonly text: string | undefined;
  readonly at: Date | undefined;
  readonly closes: boolean;
}
async function keep(ctx: Context, row: Forwarded, { key, status, text, at, closes }: News): Promise<void> {
  const fresh = await insertHeard(ctx.db, {
    ...{ id: newId(), forwardedId: row.id, key, status: status ?? null, text: text ?? null },
    ...{ theirAt: at ?? null, at: ctx.clock.now() },
  });
  if (!fresh || (text === undefined && !closes)) return;
  // The finer state and the list of updates often say the same; it is told once.
  const told = text === undefined ? key : `said ${shortHash(text)}`;
  const undone = closes && closedUndone({ notes: text ?? null, status: await latestStatus(ctx.db, row.id) });
  const closed = undone ? 'undone' : 'closed';
  await tell(ctx, row, {
    key: closes ? `${key} closed` : told,
    say: (words, who) => (closes ? words[closed](who, text) : words.said(who, text ?? '')),
  });
}
