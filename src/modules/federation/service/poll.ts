// The round of one partner: what is due to be sent, what is unclear, numbers behind tokens, how requests stand, updates. Each partner has
// a round of its own, so one that is slow or gone holds up no other.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { nextLook, nextTry } from '../rules.ts';
import {
  changeForwarded,
  type ForwardedChange,
  findByTheirIds,
  listDue,
  lockForwarded,
  partnersAtWork,
} from '../store/forwarded.ts';
import { findLearnt, findPartner, noteUpdatesUntil } from '../store/partners.ts';
import { listSaidDue, partnersToTell } from '../store/said.ts';
import type { Forwarded, PartnerEntry } from '../types.ts';
import { type Answer, type Endpoint, get } from '../wire/call.ts';
import { readAccepted, readRequests, readUpdates } from '../wire/read.ts';
import { endpointOf } from './connection.ts';
import { hearNumber, hearRequest, hearUpdate } from './hear.ts';
import { learn } from './learn.ts';
import { sayOne } from './say.ts';
import { sendForwarded } from './send.ts';
import { whenClosed } from './when-closed.ts';

const batch = 50; // ids in one question
const batches = 20;
const stuckMilliseconds = 5 * 60_000; // no sending takes longer
const searchedMilliseconds = 24 * 60 * 60_000;

/** One job for each partner somebody waits for; a round that still runs is not joined by another. */
export async function startRounds(ctx: Context): Promise<void> {
  const partners = new Set([...(await partnersAtWork(ctx.db)), ...(await partnersToTell(ctx.db))]);
  for (const partner of partners)
    await ctx.jobs.add(ctx.db, 'federation.poll', { partner }, { key: `federation ${partner}`, maxAttempts: 1 });
}

export async function pollPartner(ctx: Context, partner: string): Promise<void> {
  const entry = await findPartner(ctx.db, partner);
  if (!entry) return;
  await findStuck(ctx, partner);
  for (const row of await due(ctx, partner, ['waiting'], batch)) await sendForwarded(ctx, row.id);
  const known = await learn(ctx, entry);
  const endpoint = endpointOf(ctx, entry, known.format);
  if (!endpoint) return;
  for (const row of await due(ctx, partner, ['unsure'], batch)) await search(ctx, endpoint, row);
  for (const row of await due(ctx, partner, ['token'], batch)) await askToken(ctx, endpoint, row);
  const now = ctx.clock.now();
  for (const { id } of await listSaidDue(ctx.db, { partner, now, limit: batch })) await sayOne(ctx, id);
  // Updates first: they say better than "closed" why something was closed.
  if (known.givesUpdates) await askUpdates(ctx, { partner, entry, endpoint });
  await askRequests(ctx, { partner, entry, endpoint });
}

interface Asking {
  readonly partner: string;
  readonly entry: PartnerEntry;
  readonly endpoint: Endpoint;
}

const due = (ctx: Context, partner: string, states: readonly Forwarded['state'][], limit: number) =>
  listDue(ctx.db, { partner, states, now: ctx.clock.now(), limit });

/** A process died while it sent: nobody knows whether it arrived. */
async function findStuck(ctx: Context, partner: string): Promise<void> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - stuckMilliseconds);
  for (const row of await listDue(ctx.db, { partner, states: ['sending'], now: before, limit: batch }))
    await change(ctx, row, { state: 'unsure', maybeThere: true, nextTryAt: now, troubleCode: 'cut' });
}

/** An answer was lost. Our reference stands in the text: a request that holds it is ours. Found nowhere proves nothing, so it is not sent again. */
async function search(ctx: Context, endpoint: Endpoint, row: Forwarded): Promise<void> {
  const now = ctx.clock.now();
  const since = row.firstTriedAt ?? row.createdAt;
  const answer = await get(endpoint, 'requests', {
    service_code: row.service ?? undefined,
    start_date: new Date(since.getTime() - 60 * 60_000).toISOString(),
    end_date: new Date(Math.min(now.getTime() + 60 * 60_000, since.getTime() + 80 * 86_400_000)).toISOString(),
  });
  const found = answer.kind === 'answered' ? readRequests(answer.tree, endpoint.offsetMinutes) : [];
  const ours = found.find(({ description }) => description?.includes(row.reference));
  if (ours) return hearNumber(ctx, row.id, ours.id);
  const enough = now.getTime() - since.getTime() > searchedMilliseconds;
  const attempts = row.attempts + 1;
  await change(ctx, row, { attempts, nextTryAt: enough ? null : nextTry(attempts, now), ...contact(answer, now) });
}

async function askToken(ctx: Context, endpoint: Endpoint, row: Forwarded): Promise<void> {
  const now = ctx.clock.now();
  const answer = await get(endpoint, `tokens/${encodeURIComponent(row.token ?? '')}`);
  const id = answer.kind === 'answered' ? readAccepted(answer.tree).id : undefined;
  if (id !== undefined) return hearNumber(ctx, row.id, id);
  const attempts = row.attempts + 1;
  const troubleCode = answer.kind === 'answered' ? null : answer.kind === 'refused' ? 'token-unknown' : answer.problem;
  await change(ctx, row, { attempts, nextTryAt: nextTry(attempts, now), troubleCode, ...contact(answer, now) });
}

async function askRequests(ctx: Context, { partner, entry, endpoint }: Asking): Promise<void> {
  for (let turn = 0; turn < batches; turn++) {
    const rows = await due(ctx, partner, ['open', 'closed'], batch);
    if (rows.length === 0) return;
    const ids = rows.flatMap(({ theirId }) => theirId ?? []);
    const answer = await get(endpoint, 'requests', { service_request_id: ids.join(',') });
    const found = answer.kind === 'answered' ? readRequests(answer.tree, endpoint.offsetMinutes) : [];
    for (const row of rows) {
      const request = found.find(({ id }) => id === row.theirId);
      if (!request) await unheard(ctx, row, answer);
      else if (await hearRequest(ctx, row.id, request)) await whenClosed(ctx, entry, row.id);
    }
    if (answer.kind !== 'answered') return; // the others wait for the next round, too
  }
}

/** Not in their answer: perhaps they show it only later. It stays as it was. */
async function unheard(ctx: Context, row: Forwarded, answer: Answer): Promise<void> {
  const now = ctx.clock.now();
  const problem = 'problem' in answer ? answer.problem : 'refused';
  const troubleCode = answer.kind === 'answered' ? 'not-listed' : problem;
  await change(ctx, row, { nextTryAt: nextLook(row, now), troubleCode, ...contact(answer, now) });
}

const contact = (answer: Answer, now: Date): ForwardedChange =>
  answer.kind === 'answered' || answer.kind === 'refused' ? { contactAt: now } : {};

const overlapMilliseconds = 10 * 60_000; // their clock need not be ours
const longestWindow = 30 * 86_400_000;

async function askUpdates(ctx: Context, { partner, endpoint }: Asking): Promise<void> {
  const now = ctx.clock.now();
  const until = (await findLearnt(ctx.db, partner))?.updatesUntil ?? new Date(now.getTime() - 86_400_000);
  const from = new Date(Math.max(until.getTime() - overlapMilliseconds, now.getTime() - longestWindow));
  const window = {
    start_date: from.toISOString(),
    end_date: new Date(now.getTime() + overlapMilliseconds).toISOString(),
  };
  const answer = await get(endpoint, 'servicerequestupdates', { ...window, api_key: endpoint.key });
  if (answer.kind !== 'answered') return;
  const updates = readUpdates(answer.tree, endpoint.offsetMinutes);
  const rows = await findByTheirIds(ctx.db, partner, [...new Set(updates.map(({ requestId }) => requestId))]);
  for (const update of updates.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))) {
    const row = rows.find(({ theirId }) => theirId === update.requestId);
    if (row) await hearUpdate(ctx, row.id, update);
  }
  await noteUpdatesUntil(ctx.db, partner, now);
}

async function change(ctx: Context, row: Forwarded, to: ForwardedChange): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const current = await lockForwarded(ctx.db, row.id);
    if (current?.version === row.version) await changeForwarded(ctx.db, current, { ...to, at: ctx.clock.now() });
  });
}
