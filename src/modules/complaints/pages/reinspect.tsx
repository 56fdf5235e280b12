// Closed reports drawn for another look, and the form for what was found on site. Nothing about the reporter is shown.
import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { getForOfficer } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import { recordInspection, waitingInspections } from '../service/reinspect.ts';
import type { Report } from '../types.ts';
import { InspectView } from '../views/inspect-view.tsx';
import { WaitingView } from '../views/waiting-view.tsx';

const access = { kind: 'officer' } as const;
const Address = z.object({ number: z.string().max(40) });
const home = '/kerja/laporan/tinjau';

const list = definePage({
  method: 'GET',
  url: home,
  access,
  query: z.object({ tercatat: z.string().max(1).optional().catch(undefined) }),
  handle: async (ctx, { frame, query }) => {
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const rows = (await waitingInspections(ctx)).map(({ number, place, closedAt }) => ({
      number,
      place,
      closed: closedAt ? formatDateTime(closedAt, style) : undefined,
    }));
    return html(<WaitingView frame={frame} rows={rows} recorded={query.tercatat !== undefined} />);
  },
});

/** A seat on the case is asked for as well as the role: other units' verifiers see none of it. */
async function waiting(ctx: Context, number: string): Promise<Report> {
  const target = await getForOfficer(ctx, number);
  const found = (await waitingInspections(ctx)).find((one) => one.number === target.number);
  if (!found) throw new AppError('conflict', 'complaints.not_drawn');
  return found;
}

const form = definePage({
  method: 'GET',
  url: '/kerja/laporan/tinjau/:number',
  access,
  params: Address,
  handle: async (ctx, { frame, params }) => {
    const { number, place } = await waiting(ctx, params.number);
    return html(<InspectView frame={frame} number={number} place={place} />);
  },
});

const record = definePage({
  method: 'POST',
  url: '/kerja/laporan/tinjau/:number',
  access,
  params: Address,
  body: z.object({
    hasil: z.string().max(10).default('').catch(''),
    catatan: z.string().max(2000).default('').catch(''),
  }),
  handle: async (ctx, { frame, params, body }) => {
    const { number, place } = await waiting(ctx, params.number);
    const words = messagesFor(ctx.locale).inspect;
    const good = body.hasil === 'baik';
    const errors = {
      result: good || body.hasil === 'belum' ? undefined : words.resultMissing,
      note: body.hasil === 'belum' && body.catatan.trim() === '' ? words.noteMissing : undefined,
    };
    if (errors.result ?? errors.note) {
      const values = { result: body.hasil, note: body.catatan };
      return html(<InspectView frame={frame} number={number} place={place} values={values} errors={errors} />, 422);
    }
    await recordInspection(ctx, { number, good, note: body.catatan });
    return redirect(`${home}?tercatat=1`);
  },
});

export const reinspectRoutes: readonly Route[] = [list, form, record];
