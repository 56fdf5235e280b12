// The treasurer's pages: bills, cash, what could not be placed, the day against the bank.
import { z } from 'zod';
import { addLocalDays, isLocalDate, localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { treasurerOf } from '../access.ts';
import { billsCsv } from '../csv.ts';
import { reconcileDay, recordCash, recordRefund } from '../service/treasury.ts';
import { type BillFilter, findBill, listBills } from '../store/bills.ts';
import { findAccepted, listExceptions } from '../store/payments.ts';
import { billStates } from '../types.ts';
import { BillView } from '../views/bill-view.tsx';
import { BillsView } from '../views/bills-view.tsx';
import { ExceptionsView } from '../views/exceptions-view.tsx';
import { ReconciliationView } from '../views/reconciliation-view.tsx';

const access = { kind: 'officer', permission: 'treasury' } as const;
const onePage = 50;
const mostRows = 5000;

const Filter = z.object({
  keadaan: z.enum(['', ...billStates]).default(''),
  cari: z.string().max(40).default(''),
  hal: z.coerce.number().int().min(1).max(1000).default(1),
});
type Filter = z.infer<typeof Filter>;

function filterOf({ keadaan, cari }: Filter): BillFilter {
  const search = cari.replaceAll(' ', '');
  return { ...(keadaan === '' ? {} : { state: keadaan }), ...(search === '' ? {} : { search }) };
}

function hrefOf(path: string, filter: Filter, page?: number): string {
  const query = new URLSearchParams();
  if (filter.keadaan) query.set('keadaan', filter.keadaan);
  if (filter.cari) query.set('cari', filter.cari);
  if (page && page > 1) query.set('hal', String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}

const list = definePage({
  method: 'GET',
  url: '/petugas/tagihan',
  access,
  query: Filter,
  handle: async (ctx, { frame, query }) => {
    treasurerOf(ctx);
    const offset = (query.hal - 1) * onePage;
    const found = await listBills(ctx.db, filterOf(query), { limit: onePage + 1, offset });
    return html(
      <BillsView
        frame={frame}
        bills={found.slice(0, onePage)}
        state={query.keadaan}
        search={query.cari}
        csvHref={hrefOf('/petugas/tagihan.csv', query)}
        previousHref={query.hal > 1 ? hrefOf('/petugas/tagihan', query, query.hal - 1) : undefined}
        nextHref={found.length > onePage ? hrefOf('/petugas/tagihan', query, query.hal + 1) : undefined}
      />,
    );
  },
});

const csv = definePage({
  method: 'GET',
  url: '/petugas/tagihan.csv',
  access,
  query: Filter,
  handle: async (ctx, { query }) => {
    treasurerOf(ctx);
    const bills = await listBills(ctx.db, filterOf(query), { limit: mostRows, offset: 0 });
    return { kind: 'bytes', body: billsCsv(bills), type: 'text/csv; charset=utf-8', fileName: 'tagihan.csv' };
  },
});

const Id = z.object({ id: z.uuid() });

const one = definePage({
  method: 'GET',
  url: '/petugas/tagihan/:id',
  access,
  params: Id,
  handle: async (ctx, { frame, params }) => {
    treasurerOf(ctx);
    const bill = await findBill(ctx.db, params.id);
    if (!bill) throw new AppError('not_found', 'payments.not_found');
    const payment = await findAccepted(ctx.db, bill.id);
    return html(<BillView frame={frame} bill={bill} payment={payment} requestId={newId()} />);
  },
});

const cash = definePage({
  method: 'POST',
  url: '/petugas/tagihan/:id/tunai',
  access,
  params: Id,
  body: z.object({ requestId: z.uuid() }),
  handle: async (ctx, { params, body }) => {
    await recordCash(ctx, params.id, body.requestId);
    return redirect(`/petugas/tagihan/${params.id}`);
  },
});

const exceptions = definePage({
  method: 'GET',
  url: '/petugas/pengecualian',
  access,
  handle: async (ctx, { frame }) => {
    treasurerOf(ctx);
    return html(<ExceptionsView frame={frame} payments={await listExceptions(ctx.db)} />);
  },
});

const refund = definePage({
  method: 'POST',
  url: '/petugas/pengecualian/:id/kembali',
  access,
  params: Id,
  body: z.object({ reference: z.string().max(300).default('') }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    try {
      await recordRefund(ctx, params.id, body.reference);
      return redirect('/petugas/pengecualian');
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const refused = { id: params.id, message: sentence(error), typed: body.reference };
      return html(<ExceptionsView frame={frame} payments={await listExceptions(ctx.db)} refused={refused} />, 422);
    }
  },
});

const reconciliation = definePage({
  method: 'GET',
  url: '/petugas/rekonsiliasi',
  access,
  query: z.object({ tanggal: z.string().max(20).optional() }),
  handle: async (ctx, { frame, query, sentence }) => {
    const day = dayOf(ctx, query.tanggal);
    const from = startOfLocalDay(day, ctx.region.timezone);
    const until = startOfLocalDay(addLocalDays(day, 1), ctx.region.timezone);
    try {
      return html(<ReconciliationView frame={frame} day={day} rows={await reconcileDay(ctx, from, until)} />);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error;
      return html(<ReconciliationView frame={frame} day={day} rows={[]} error={sentence(error)} />, 503);
    }
  },
});

function dayOf(ctx: Context, wanted: string | undefined): string {
  return wanted !== undefined && isLocalDate(wanted) ? wanted : localDateOf(ctx.clock.now(), ctx.region.timezone);
}

export const treasuryRoutes: readonly Route[] = [list, csv, one, cash, exceptions, refund, reconciliation];
