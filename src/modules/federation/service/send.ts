// One try to bring a report to the other side. It is written down that a sending begins before it begins: a process that dies in the
// middle leaves a report about which one has to ask, never one that is sent twice.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { afterSending, mayRepeat, missingAttributes, nextTry, parametersOf } from '../rules.ts';
import { changeForwarded, type ForwardedChange, findForwarded, lockForwarded } from '../store/forwarded.ts';
import { findPartner } from '../store/partners.ts';
import type { Content, Forwarded, PartnerEntry } from '../types.ts';
import { get, post } from '../wire/call.ts';
import { readDefinition, type TheirService } from '../wire/read.ts';
import { contentOf } from './compose.ts';
import { endpointOf } from './connection.ts';
import { learn, serviceOf } from './learn.ts';
import { tellTaken } from './told.ts';

/** Does nothing unless the report waits for its turn. */
export async function sendForwarded(ctx: Context, id: string): Promise<void> {
  const row = await findForwarded(ctx.db, id);
  const entry = row && (await findPartner(ctx.db, row.partner));
  if (row?.state !== 'waiting') return;
  if (!entry) return stop(ctx, row, { troubleCode: 'not-connected' });
  const content = row.content ?? (await contentOf(ctx, entry, row));
  if (!content) return stop(ctx, row, { troubleCode: 'no-service' });
  const known = await learn(ctx, entry);
  const endpoint = endpointOf(ctx, entry, known.format);
  if (!endpoint) return later(ctx, row, { content, troubleCode: 'not-connected' });
  if (known.troubleCode !== null && known.services.length === 0)
    return later(ctx, row, { content, troubleCode: known.troubleCode });
  const service = serviceOf(known, content.service);
  const problem = await unfit(content, service, endpoint);
  if (problem) return stop(ctx, row, { content, ...problem });
  const claimed = await claim(ctx, { row, entry, content });
  if (!claimed) return;
  const answer = await post(endpoint, 'requests', parametersOf(content));
  const { timezone } = ctx.region;
  const sent = { row: claimed, entry, service, now: ctx.clock.now(), timezone };
  await settle(ctx, claimed, afterSending(answer, sent));
}

type Unfit = Pick<ForwardedChange, 'troubleCode' | 'troubleText' | 'demanded'>;
/** What they would refuse is not sent: an officer corrects it first. */
async function unfit(
  content: Content,
  service: TheirService | undefined,
  endpoint: Parameters<typeof get>[0],
): Promise<Unfit | undefined> {
  if (!service) return { troubleCode: 'service-unknown', troubleText: content.service };
  if (content.address === null && content.lat === null) return { troubleCode: 'no-place', troubleText: null };
  if (!service.hasDefinition) return undefined;
  const answer = await get(endpoint, `services/${encodeURIComponent(service.code)}`);
  const missing = answer.kind === 'answered' ? missingAttributes(content, readDefinition(answer.tree)) : [];
  if (missing.length === 0) return undefined;
  const names = missing.map(({ description }) => description).join(', ');
  return { troubleCode: 'attributes', troubleText: names, demanded: missing };
}

interface Claiming {
  readonly row: Forwarded;
  readonly entry: PartnerEntry;
  readonly content: Content;
}
/** Marks the sending as begun, in a transaction of its own. @returns undefined when somebody else was faster, or it may not be repeated. */
function claim(ctx: Context, { row, entry, content }: Claiming): Promise<Forwarded | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const current = await lockForwarded(ctx.db, row.id);
    if (current?.state !== 'waiting' || current.version !== row.version) return undefined;
    const change = {
      ...{ state: 'sending' as const, content, service: content.service, attempts: current.attempts + 1 },
      ...{ firstTriedAt: current.firstTriedAt ?? now, nextTryAt: now },
    };
    const sending: Forwarded = { ...current, ...change };
    if (current.maybeThere && !mayRepeat({ row: sending, entry, timezone: ctx.region.timezone }, now)) {
      await changeForwarded(ctx.db, current, { state: 'unsure', nextTryAt: now, at: now });
      return undefined;
    }
    await changeForwarded(ctx.db, current, { ...change, at: now });
    return { ...sending, version: current.version + 1 };
  });
}

async function settle(ctx: Context, row: Forwarded, change: ForwardedChange): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const current = await lockForwarded(ctx.db, row.id);
    // Withdrawn while it was on its way: the number is kept, or nobody could tell them.
    if (current?.state === 'ended' && change.theirId)
      return changeForwarded(ctx.db, current, { theirId: change.theirId, at: ctx.clock.now() });
    if (current?.state !== 'sending') return;
    await changeForwarded(ctx.db, current, { ...change, at: ctx.clock.now() });
    if (change.theirId) await tellTaken(ctx, { ...current, ...change });
  });
}

/** An officer is needed. */
async function stop(ctx: Context, row: Forwarded, change: ForwardedChange): Promise<void> {
  await changeIfSame(ctx, row, { ...change, state: 'refused', nextTryAt: null });
}

/** The other side is not there: tried again by itself, with growing pauses. */
async function later(ctx: Context, row: Forwarded, change: ForwardedChange): Promise<void> {
  const attempts = row.attempts + 1;
  await changeIfSame(ctx, row, { ...change, attempts, nextTryAt: nextTry(attempts, ctx.clock.now()) });
}

async function changeIfSame(ctx: Context, row: Forwarded, change: ForwardedChange): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const current = await lockForwarded(ctx.db, row.id);
    if (current?.version === row.version) await changeForwarded(ctx.db, current, { ...change, at: ctx.clock.now() });
  });
}
