import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { counterOfficer, openEntry } from '../counter/entries.ts';
import { messagesFor } from '../messages.ts';
import { findCounter, findSeat } from '../store.ts';
import type { Counter } from '../types.ts';
import { receiptOf } from './content.ts';
import { printBytes } from './printer.ts';
import { receiptCommands, receiptPicture, receiptText } from './thermal.ts';
import { ReceiptView, sheets } from './view.tsx';

const Id = z.object({ id: z.uuid() });

async function counterOf(ctx: Context): Promise<Counter | undefined> {
  const seat = await findSeat(ctx.db, counterOfficer(ctx).id);
  return seat?.counterId ? findCounter(ctx.db, seat.counterId) : undefined;
}

async function show(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  given: { id: string; sheet?: (typeof sheets)[number] | undefined; notice?: string; failure?: string },
): Promise<Reply> {
  await openEntry(ctx, given.id);
  const [receipt, counter] = await Promise.all([receiptOf(ctx, given.id), counterOf(ctx)]);
  const width = counter?.paperMm ?? 80;
  const view = (
    <ReceiptView
      frame={frame}
      entryId={given.id}
      receipt={receipt}
      hasPrinter={counter?.printerHost !== null && counter?.printerHost !== undefined}
      width={width}
      sheet={given.sheet ?? (counter ? (`${width}` as const) : 'a6')}
      notice={given.notice}
      failure={given.failure}
    />
  );
  return html(view, given.failure ? 503 : 200);
}

const receipt = definePage({
  method: 'GET',
  url: '/kerja/loket/tanda-terima/:id',
  access: { kind: 'officer' },
  params: Id,
  query: z.object({
    kertas: z.enum(sheets).optional().catch(undefined),
    kabar: z.literal('dicetak').optional().catch(undefined),
  }),
  handle: (ctx, incoming) => {
    const { params, query } = incoming;
    const notice = query.kabar ? { notice: messagesFor(ctx.locale).receipt.printed } : {};
    return show(ctx, incoming, { id: params.id, sheet: query.kertas, ...notice });
  },
});

const print = definePage({
  method: 'POST',
  url: '/kerja/loket/tanda-terima/:id/cetak',
  access: { kind: 'officer' },
  params: Id,
  handle: async (ctx, incoming) => {
    const { id } = incoming.params;
    await openEntry(ctx, id);
    try {
      const counter = await counterOf(ctx);
      await printOn(ctx, counter, receiptText(await receiptOf(ctx, id), ctx.locale, counter?.paperMm ?? 80));
      return redirect(`/kerja/loket/tanda-terima/${id}?kabar=dicetak`);
    } catch (error) {
      // The number stands on the page all the same, and the browser can print it.
      if (!(error instanceof AppError) || !error.code.startsWith('assisted.')) throw error;
      return show(ctx, incoming, { id, failure: incoming.sentence(error) });
    }
  },
});

/** @throws invalid `assisted.no_printer`, and as printBytes does. */
export async function printOn(ctx: Context, counter: Counter | undefined, text: string): Promise<void> {
  if (!counter?.printerHost) throw new AppError('invalid', 'assisted.no_printer');
  const address = { host: counter.printerHost, port: counter.printerPort ?? 9100 };
  await printBytes(ctx, address, receiptCommands(text, counter.paperMm));
}

const preview = definePage({
  method: 'GET',
  url: '/kerja/loket/tanda-terima/:id/pratinjau.svg',
  access: { kind: 'officer' },
  params: Id,
  query: z.object({ lebar: z.enum(['58', '80']).default('80').catch('80') }),
  handle: async (ctx, { params, query }) => {
    await openEntry(ctx, params.id);
    const width = query.lebar === '58' ? 58 : 80;
    const body = receiptPicture(receiptText(await receiptOf(ctx, params.id), ctx.locale, width), width);
    return { kind: 'bytes', body, type: 'image/svg+xml', headers: { 'cache-control': 'private, no-store' } };
  },
});

export const receiptRoutes: readonly Route[] = [receipt, print, preview];
