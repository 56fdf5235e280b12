// Reports as the list shows them. Texts are shown without what is personal in them; whoever wants to read more opens the report.

import { formatShortDate } from '../../../lib/dates/format.ts';
import { addLocalDays, localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { formatTimeLeft } from '../../../lib/dates/relative.ts';
import type { Context } from '../../../platform/context.ts';
import type { DueChipProps } from '../../../ui/index.ts';
import { firstPhotos, type QueueRow } from '../../complaints/index.ts';
import { areaLookup, getUnit } from '../../organisation/index.ts';
import { scrub } from '../../triage/index.ts';
import { beginningOf } from '../rules.ts';
import { type Offer, offerOf } from './offer.ts';
import { type Proposal, proposalsFor } from './suggest.ts';

export interface ListRow {
  readonly number: string;
  readonly due: DueChipProps | undefined;
  readonly danger: boolean;
  readonly secret: boolean;
  readonly text: string;
  readonly place: string | undefined;
  readonly photo: string | undefined; // its id
  readonly reported: string;
  readonly point: { readonly lat: number; readonly long: number } | undefined;
  readonly offer: Offer | undefined; // waits for another office to accept
  readonly unit: string | undefined; // where it lies, unless it is to be sorted
  readonly proposals: readonly Proposal[]; // only of what is to be sorted
}

function dueOf(ctx: Context, { stepDueAt, pile }: QueueRow): DueChipProps | undefined {
  if (pile === 'done') return undefined;
  const now = ctx.clock.now();
  const { timezone } = ctx.region;
  const tomorrow = startOfLocalDay(addLocalDays(localDateOf(now, timezone), 1), timezone);
  const kind = pile === 'reporter' ? 'paused' : stepDueAt < now ? 'late' : stepDueAt < tomorrow ? 'soon' : 'fine';
  return { kind, text: formatTimeLeft(stepDueAt, now, ctx.locale) };
}

export async function listRows(ctx: Context, reports: readonly QueueRow[]): Promise<ListRow[]> {
  const toSort = reports.filter(({ pile }) => pile === 'sort');
  const [proposals, photos] = await Promise.all([
    proposalsFor(ctx, toSort),
    firstPhotos(
      ctx,
      reports.map(({ caseId }) => caseId),
    ),
  ]);
  const known = { proposals, photos, areas: await areaLookup(ctx) };
  return Promise.all(reports.map((report) => rowOf(ctx, report, known)));
}

/** As listRows for a map: hundreds of places, so neither photos nor suggestions are looked up. */
export async function mapRows(ctx: Context, reports: readonly QueueRow[]): Promise<ListRow[]> {
  const known = { proposals: new Map(), photos: new Map(), areas: await areaLookup(ctx) };
  return Promise.all(reports.map((report) => rowOf(ctx, report, known)));
}

interface Known {
  readonly proposals: ReadonlyMap<string, readonly Proposal[]>;
  readonly photos: ReadonlyMap<string, string>;
  readonly areas: Awaited<ReturnType<typeof areaLookup>>;
}
async function rowOf(ctx: Context, report: QueueRow, { proposals, photos, areas }: Known): Promise<ListRow> {
  const { number, caseId, areaCode, place, pile, lat, long } = report;
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const where = [place ? scrub(place) : undefined, areaCode ? areas.name(areaCode) : undefined];
  return {
    ...{ number, due: dueOf(ctx, report), danger: !report.calm, secret: report.level === 'secret' },
    text: beginningOf(scrub(report.body)),
    place: where.filter(Boolean).join(', ') || undefined,
    photo: photos.get(caseId),
    reported: formatShortDate(report.reportedAt, style),
    point: lat === null || long === null ? undefined : { lat, long },
    offer: await offerOf(ctx, report),
    unit: pile === 'sort' ? undefined : (await getUnit(ctx, report.unitId)).short,
    proposals: proposals.get(caseId) ?? [],
  };
}
