// One report for whoever sorts it: text, photos, place, where it may go, where it has been.
import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { mapGround } from '../../organisation/index.ts';
import type { Places } from '../rules.ts';
import { choices } from '../service/choices.ts';
import { openReport, type ReportPage } from '../service/report-page.ts';
import { sentencesFor } from '../service/templates.ts';
import { type ForwardTyped, ReportView, reportFlashes } from '../views/report-view.tsx';

export interface ShowingReport {
  readonly typed?: ForwardTyped;
  readonly answer?: { readonly text: string; readonly error: string }; // refused, as typed
  readonly chosen?: string | undefined; // a ready sentence
  readonly reason?: string | undefined; // why it is not for the city
  readonly beyond?: { readonly reason: string; readonly words: string; readonly error: string }; // refused, as typed
  readonly decline?: { readonly text: string; readonly error: string }; // refused, as typed
  readonly note?: { readonly text: string; readonly error: string }; // refused, as typed
  readonly flash?: (typeof reportFlashes)[number] | undefined;
  readonly requestId?: string;
  readonly status?: number;
}
export async function showReport(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  number: string,
  showing: ShowingReport = {},
): Promise<Reply> {
  const { typed, note, flash, answer, chosen, beyond, decline, requestId = newId(), status = 200 } = showing;
  const page = await openReport(ctx, number);
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const { units, categories } = await choices(ctx);
  const sentences = page.answer ? await sentencesFor(ctx, placesOf(page)) : [];
  const ready = sentences.find(({ id }) => id === chosen);
  const wanted = beyond?.reason ?? showing.reason;
  return html(
    <ReportView
      frame={frame}
      page={page}
      units={units}
      categories={categories}
      custody={page.custody.map((step) => ({ ...step, time: formatDateTime(step.at, style) }))}
      reported={formatDateTime(page.report.reportedAt, style)}
      due={page.report.pile === 'done' ? undefined : formatDateTime(page.report.stepDueAt, style)}
      requestId={requestId}
      typed={typed}
      note={note}
      answer={{
        ...{ sentences, chosen, closes: page.answer === 'jawab-langsung' },
        ...{ text: answer?.text ?? ready?.body, error: answer?.error },
      }}
      beyond={{
        chosen: page.beyond.find(({ value }) => value === wanted),
        ...{ text: beyond?.words, error: beyond?.error },
      }}
      decline={decline}
      ground={await mapGround(ctx)}
      flash={flash}
      notes={page.notes.map((one) => ({ ...one, time: formatDateTime(new Date(one.at), style) }))}
    />,
    status,
  );
}

function placesOf({ report, area, category, unit }: ReportPage): Places {
  const place = [report.place, area].filter(Boolean).join(', ');
  return { nomor: report.number, tempat: place, kategori: category ?? '', dinas: unit };
}

const report = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number',
  access: { kind: 'officer' },
  tiles: true,
  params: z.object({ number: z.string().max(40) }),
  query: z.object({
    kabar: z.enum(reportFlashes).optional().catch(undefined),
    kalimat: z.string().max(40).optional().catch(undefined),
    sebab: z.string().max(80).optional().catch(undefined),
  }),
  handle: (ctx, incoming) =>
    showReport(ctx, incoming, incoming.params.number, {
      flash: incoming.query.kabar,
      ...{ chosen: incoming.query.kalimat, reason: incoming.query.sebab },
    }),
});

export const reportRoutes: readonly Route[] = [report];
