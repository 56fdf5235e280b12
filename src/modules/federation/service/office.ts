// What officers see and decide about reports at partners: corrected and sent again, or its number there written in by hand.
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { getForOfficer, sp4nHolder } from '../../cases/index.ts';
import { scrub } from '../../triage/index.ts';
import { canSeePartner, partnersFor } from '../access.ts';
import { sp4nConnection } from '../sp4n/exchange.ts';
import {
  changeForwarded,
  findForwarded,
  type Heard,
  listHeard,
  listRecent,
  listToTell,
  lockForwarded,
} from '../store/forwarded.ts';
import { findLearnt, findPartner, listPartners } from '../store/partners.ts';
import { listSaid, type Said } from '../store/said.ts';
import type { Content, Forwarded, ForwardState } from '../types.ts';
import type { TheirService } from '../wire/read.ts';
import { contentOf } from './compose.ts';
import { endpointOf, isSimulated } from './connection.ts';
import { hearNumber } from './hear.ts';
import { noteToldByHand } from './say.ts';

const shown = 200;
const troubled: readonly ForwardState[] = ['refused', 'unsure'];

/** @throws forbidden for officers who have to do with no partner. */
async function seenBy(ctx: Context): Promise<{ readonly officer: Officer; readonly partners: readonly string[] }> {
  if (ctx.actor.kind !== 'officer') throw new AppError('forbidden', 'federation.not_yours');
  const all = (await listPartners(ctx.db)).map(({ unit }) => unit);
  const seen = partnersFor(ctx.actor);
  const partners = seen === 'all' ? all : all.filter((unit) => seen.includes(unit));
  if (seen !== 'all' && partners.length === 0) throw new AppError('forbidden', 'federation.not_yours');
  return { officer: ctx.actor, partners };
}

export interface PartnerState {
  readonly unit: string;
  readonly connected: boolean;
  readonly simulated: boolean;
  readonly checkedAt: Date | undefined;
  readonly troubleCode: string | null;
  readonly troubleText: string | null;
}
export interface ForwardedList {
  readonly rows: readonly (Forwarded & { readonly said: readonly Said[] })[];
  readonly partners: readonly PartnerState[];
}

/** Those that need somebody first, then the latest. */
export async function listForOfficer(ctx: Context): Promise<ForwardedList> {
  const { officer, partners } = await seenBy(ctx);
  const rows = await listRecent(ctx.db, { partners, limit: shown });
  const needy = await listRecent(ctx.db, { partners, states: troubled, limit: shown });
  const byHand = await listToTell(ctx.db, partners, shown);
  const first = [...needy, ...byHand.filter(({ id }) => !needy.some((one) => one.id === id))];
  const known = new Set(first.map(({ id }) => id));
  const all = [...first, ...rows.filter(({ id }) => !known.has(id))];
  const ids = all.map(({ id }) => id);
  const said = await listSaid(ctx.db, ids);
  const states = await Promise.all(
    (await listPartners(ctx.db))
      .filter(({ unit }) => partners.includes(unit))
      .map(async (entry): Promise<PartnerState> => {
        const learnt = await findLearnt(ctx.db, entry.unit);
        return {
          ...{ unit: entry.unit, connected: endpointOf(ctx, entry) !== undefined, simulated: isSimulated(ctx, entry) },
          ...{ checkedAt: learnt?.checkedAt, troubleCode: learnt?.troubleCode ?? null, troubleText: null },
        };
      }),
  );
  const withSaid = (row: Forwarded) => ({ ...row, said: said.filter(({ forwardedId }) => forwardedId === row.id) });
  return { rows: all.map(withSaid), partners: [...states, ...(await bridgeState(ctx, officer))] };
}

/** The bridge to SP4N-LAPOR!, for whoever dispatches. */
async function bridgeState(ctx: Context, officer: Officer): Promise<PartnerState[]> {
  if (!ctx.config.sp4n || partnersFor(officer) !== 'all') return [];
  const learnt = await findLearnt(ctx.db, sp4nConnection);
  const { troubleCode = null, troubleText = null, checkedAt } = learnt ?? {};
  const simulated = ctx.config.sp4n.url === ctx.config.sp4nSimulatorUrl;
  return [{ unit: sp4nHolder.holderName, connected: true, simulated, checkedAt, troubleCode, troubleText }];
}

export interface OpenedForwarded {
  readonly row: Forwarded;
  readonly heard: readonly Heard[];
  readonly said: readonly Said[];
  readonly services: readonly TheirService[];
}
/** @throws not_found; forbidden without a seat on the case or for a partner that is not theirs. */
export async function openForwarded(ctx: Context, id: string): Promise<OpenedForwarded> {
  const { officer } = await seenBy(ctx);
  const row = await findForwarded(ctx.db, id);
  if (!row) throw new AppError('not_found', 'federation.not_found');
  if (!canSeePartner(officer, row.partner)) throw new AppError('forbidden', 'federation.not_yours');
  await getForOfficer(ctx, row.number);
  const services = (await findLearnt(ctx.db, row.partner))?.services ?? [];
  return { row, heard: await listHeard(ctx.db, row.id), said: await listSaid(ctx.db, [row.id]), services };
}

/** What their server does not take was said by telephone or letter. Pressed twice it is once. @throws as openForwarded */
export async function noteTold(
  ctx: Context,
  { id, said }: { readonly id: string; readonly said: string },
): Promise<void> {
  const opened = await openForwarded(ctx, id);
  if (ctx.actor.kind !== 'officer' || !opened.said.some((one) => one.id === said))
    throw new AppError('not_found', 'federation.not_found');
  await noteToldByHand(ctx, said, ctx.actor.id);
}

export interface Correction {
  readonly id: string;
  readonly expectedVersion: number;
  readonly service: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly asked: boolean; // an unclear one: the partner was asked and has nothing
}

const correctable: readonly ForwardState[] = ['refused', 'unsure', 'waiting'];
export const isCorrectable = ({ state }: Pick<Forwarded, 'state'>): boolean => correctable.includes(state);

/**
 * Sends it again, corrected. @throws conflict `federation.changed`, `federation.not_now`; invalid `federation.ask_first` for an unclear one
 * nobody asked the partner about, `federation.service_missing`.
 */
export async function resend(ctx: Context, correction: Correction): Promise<void> {
  const { row } = await openForwarded(ctx, correction.id);
  if (row.maybeThere && !correction.asked) throw new AppError('invalid', 'federation.ask_first');
  const content = await corrected(ctx, row, correction);
  await inTransaction(ctx, async (ctx) => {
    const current = await unchanged(ctx, correction);
    const fresh = { attempts: 0, firstTriedAt: null, maybeThere: false, troubleCode: null, troubleText: null } as const;
    const now = ctx.clock.now();
    await changeForwarded(ctx.db, current, { ...fresh, content, state: 'waiting', nextTryAt: now, at: now });
    await ctx.jobs.add(ctx.db, 'federation.send', { id: row.id }, { maxAttempts: 1 });
  });
}

async function corrected(ctx: Context, row: Forwarded, correction: Correction): Promise<Content> {
  const { service: code, attributes, description } = correction;
  const entry = await findPartner(ctx.db, row.partner);
  if (!entry || code === '') throw new AppError('invalid', 'federation.service_missing');
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
  const services = { '*': { code, attributes: given } };
  const system = { ...ctx, actor: { kind: 'system', name: 'federation' } } as const;
  const content = row.content ?? (await contentOf(system, { ...entry, services }, row));
  if (!content) throw new AppError('conflict', 'federation.not_now');
  const mark = `[${row.reference}]`;
  const text = scrub(description.replaceAll(mark, '').trim());
  const written = text === '' ? content.description : `${text}\n\n${mark}`;
  const kept = content.service === code ? content.attributes : {};
  return { ...content, service: code, description: written, attributes: { ...kept, ...given } };
}

/** The partner told us the number by telephone or letter: nothing is sent any more. */
export async function noteNumber(
  ctx: Context,
  { id, expectedVersion, number }: { id: string; expectedVersion: number; number: string },
): Promise<void> {
  const { row } = await openForwarded(ctx, id);
  const theirId = number.trim();
  if (theirId === '') throw new AppError('invalid', 'federation.number_missing');
  await inTransaction(ctx, async (ctx) => {
    await unchanged(ctx, { id: row.id, expectedVersion });
    await hearNumber({ ...ctx, actor: { kind: 'system', name: 'federation' } }, row.id, theirId.slice(0, 200));
  });
}

async function unchanged(
  ctx: Context,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
): Promise<Forwarded> {
  const row = await lockForwarded(ctx.db, id);
  if (!row) throw new AppError('not_found', 'federation.not_found');
  if (row.version !== expectedVersion) throw new AppError('conflict', 'federation.changed');
  if (!isCorrectable(row)) throw new AppError('conflict', 'federation.not_now');
  return row;
}
