// What the page of one service at the desk says.
import { formatDate, formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { canPublish, getHistory, getVersion, listStandings, type ServiceHistory } from '../../catalogue/index.ts';
import { canAuthor } from '../access.ts';
import { messagesFor } from '../messages.ts';
import { findOpenDraft, listDraftEvents } from '../store/drafts.ts';
import type { Draft, DraftEvent } from '../types.ts';
import type { ServiceViewProps } from '../views/service-view.tsx';
import { namesOf } from './listing.ts';

export type Overview = Omit<ServiceViewProps, 'frame' | 'flash' | 'error'>;
type Names = ReadonlyMap<string, string>;

/** @throws not_found for a service that is neither published nor being written. */
export async function overviewOf(ctx: Context, slug: string): Promise<Overview> {
  const [history, draft, events] = await Promise.all([
    getHistory(ctx, slug).catch(() => undefined),
    findOpenDraft(ctx.db, slug),
    listDraftEvents(ctx.db, slug),
  ]);
  if (!history && !draft) throw new AppError('not_found', 'catalogue.service_not_found');
  const names = await namesOf(ctx, [
    ...(history?.events ?? []).map(({ actor }) => actor),
    ...(history?.versions ?? []).map(({ publishedBy }) => publishedBy),
    ...events.map(({ officerId }) => officerId),
    ...(draft ? [draft.changedBy] : []),
  ]);
  const words = messagesFor(ctx.locale).service;
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const current = history && (await getVersion(ctx, history.inForceId));
  return {
    slug,
    title: current ? say(current.definition.title, ctx.locale) : slug,
    standing: current ? words.version(current.version, formatDate(current.publishedAt, style)) : words.never,
    plan: planText(ctx, history),
    closed: closedText(ctx, history),
    draft: draft && { sentence: draftText(ctx, draft, names), waiting: draft.state === 'waiting' },
    mayWrite: canAuthor(ctx.actor),
    mayPublish: canPublish(ctx.actor),
    published: history !== undefined,
    versions: versionRows(ctx, history, names),
    history: historyRows(ctx, { history, events, names }),
    others: await otherServices(ctx, slug),
  };
}

function draftText(ctx: Context, draft: Draft, names: Names): string {
  const words = messagesFor(ctx.locale).service;
  const name = names.get(draft.changedBy) ?? '';
  if (draft.state === 'waiting') return words.waiting(name);
  const at = formatDateTime(draft.changedAt, { timezone: ctx.region.timezone, locale: ctx.locale });
  const busy = words.busy(name, at);
  return draft.returned === '' ? busy : `${busy} ${words.returned(draft.returned)}`;
}

function planText(ctx: Context, history: ServiceHistory | undefined): string | undefined {
  const plan = history?.plan;
  if (!plan) return undefined;
  const version = history.versions.find(({ id }) => id === plan.versionId)?.version ?? 0;
  const at = formatDateTime(plan.effectiveAt, { timezone: ctx.region.timezone, locale: ctx.locale });
  return messagesFor(ctx.locale).service.planned(version, at);
}

function closedText(ctx: Context, history: ServiceHistory | undefined): string | undefined {
  const closing = history?.closing;
  return closing && `${messagesFor(ctx.locale).states[closing.kind]}. ${say(closing.reason, ctx.locale)}`;
}

function versionRows(ctx: Context, history: ServiceHistory | undefined, names: Names): Overview['versions'] {
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  return (history?.versions ?? []).map((one) => ({
    id: one.id,
    number: one.version,
    since: formatDate(one.publishedAt, style),
    by: names.get(one.publishedBy) ?? messagesFor(ctx.locale).service.regionLoad,
    hash: one.hash,
    current: one.id === history?.inForceId,
  }));
}

const mostRows = 100;

function historyRows(
  ctx: Context,
  from: { history: ServiceHistory | undefined; events: readonly DraftEvent[]; names: Names },
): Overview['history'] {
  const words = messagesFor(ctx.locale);
  const all = [
    ...(from.history?.events ?? []).map(({ at, kind, actor, details }) => ({
      at,
      kind,
      who: actor,
      note: reasonIn(details),
    })),
    ...from.events.map(({ at, kind, officerId, note }) => ({ at, kind, who: officerId, note })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return all.slice(0, mostRows).map(({ at, kind, who, note }, index) => ({
    key: `${index}`,
    time: formatDateTime(at, { timezone: ctx.region.timezone, locale: ctx.locale }),
    who: from.names.get(who) ?? words.service.regionLoad,
    what: words.events[kind] ?? kind,
    details: note,
  }));
}

function reasonIn({ reason }: Readonly<Record<string, unknown>>): string {
  return typeof reason === 'object' && reason !== null && 'id' in reason ? String(reason.id) : '';
}

async function otherServices(ctx: Context, slug: string): Promise<Overview['others']> {
  const open = (await listStandings(ctx)).filter(
    ({ service }) => service.slug !== slug && service.closing?.kind !== 'retired',
  );
  return open
    .map(({ service }) => ({ value: service.slug, label: say(service.version.definition.title, ctx.locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, ctx.locale));
}
