// What the crew sees of a report: what and where, never who told it. The list stays on phones, so numbers and names that stand in
// the text are hidden, and a secret report shows nothing but its kind.
import { formatDateTime } from '../../../lib/dates/format.ts';
import { addLocalDays, localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { formatTimeLeft } from '../../../lib/dates/relative.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { DueChipProps } from '../../../ui/index.ts';
import { type InHand, readInHand, reportsInHand } from '../../complaints/index.ts';
import { areaLookup } from '../../organisation/index.ts';
import { findCategory, scanForPersonal } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import { jobsAtMost } from '../rules.ts';

export interface Job {
  readonly number: string;
  readonly title: string; // its category
  readonly text: string;
  readonly place: string;
  readonly point: { readonly lat: number; readonly long: number } | undefined;
  readonly area: string | undefined; // code of the kelurahan: where to look when nobody pointed at a place
  readonly due: DueChipProps | undefined;
  readonly urgent: boolean;
  readonly raised: boolean; // the reporter said that it was not solved
  readonly secret: boolean;
  readonly photos: readonly string[]; // addresses
  readonly inHand: boolean; // still to be worked on
}
const working: readonly string[] = ['ditangani', 'naik'];

export async function listJobs(ctx: Context): Promise<Job[]> {
  const all = await reportsInHand(ctx, jobsAtMost);
  return Promise.all(all.map((one) => jobOf(ctx, one)));
}
/** @throws not_found; forbidden without a seat on the case. */
export async function findJob(ctx: Context, number: string): Promise<Job> {
  return jobOf(ctx, await readInHand(ctx, number));
}

async function jobOf(ctx: Context, { report, photos }: InHand): Promise<Job> {
  const words = messagesFor(ctx.locale).list;
  const category = report.category === null ? undefined : await findCategory(ctx, report.category);
  const secret = report.level === 'secret';
  const { lat, long, areaCode } = report;
  const area = areaCode === null ? undefined : (await areaLookup(ctx)).name(areaCode);
  const hide = (text: string) => hidden(text, words.masked);
  const place = [report.place === null ? '' : hide(report.place), area ?? ''].filter((part) => part !== '').join(', ');
  return {
    number: report.number,
    title: category ? say(category.name, ctx.locale) : words.noCategory,
    text: secret ? words.secret : hide(report.body),
    place: secret ? '' : place || words.noPlace,
    area: secret ? undefined : (areaCode ?? undefined),
    point: secret || lat === null || long === null ? undefined : { lat, long },
    due: report.dueAt ? dueOf(ctx, report.dueAt) : undefined,
    urgent: report.priority === 'urgent',
    raised: report.state === 'naik',
    secret,
    photos: secret
      ? []
      : photos.filter(({ kind }) => kind === 'before').map((one) => photoAddress(report.number, one.uploadId)),
    inHand: working.includes(report.state),
  };
}

export const photoAddress = (number: string, uploadId: string): string => `/lapangan/${number}/foto/${uploadId}`;

function hidden(text: string, mask: string): string {
  let shown = '';
  let at = 0;
  for (const { from, to } of [...scanForPersonal(text)].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    shown += `${text.slice(at, from)}${mask}`;
    at = to;
  }
  return shown + text.slice(at);
}

function dueOf(ctx: Context, dueAt: Date): DueChipProps {
  const { timezone } = ctx.region;
  const now = ctx.clock.now();
  const endOfToday = startOfLocalDay(addLocalDays(localDateOf(now, timezone), 1), timezone);
  const kind = dueAt < now ? 'late' : dueAt < endOfToday ? 'soon' : 'fine';
  const until = formatDateTime(dueAt, { timezone, locale: ctx.locale });
  return { kind, text: formatTimeLeft(dueAt, now, ctx.locale), until };
}
