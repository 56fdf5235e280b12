// Joining a report to the problem it is another report of, taking that back, and notes among officers.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { carriedOut, writeNote } from '../../cases/index.ts';
import { attach, detach } from '../../complaints/index.ts';
import { listAddress } from '../filter.ts';
import { showReport } from './report.tsx';

const access = { kind: 'officer' } as const;
const Address = z.object({ number: z.string().max(40) });
const RequestId = z.string().min(1).max(200);
const text = (most: number) => z.string().max(most).default('').catch('');

/** Done, or what another officer did first: the page shows how it stands now. */
async function stepped(
  ctx: Context,
  { number, requestId, done }: { number: string; requestId: string; done: string },
  work: () => Promise<unknown>,
): Promise<Reply> {
  const back = (kabar: string) => redirect(`${listAddress}/${encodeURIComponent(number)}?kabar=${kabar}`);
  try {
    if (!(await carriedOut(ctx, number, requestId))) await work();
  } catch (error) {
    if (!(error instanceof AppError) || !['conflict', 'not_found'].includes(error.kind)) throw error;
    if (error.code === 'cases.not_found') throw error;
    return back('berubah');
  }
  return back(done);
}

const join = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/gabung',
  access,
  params: Address,
  body: z.object({ requestId: RequestId, masalah: z.string().max(20) }),
  handle: (ctx, { params, body }) => {
    const { number } = params;
    const { requestId, masalah: code } = body;
    return stepped(ctx, { number, requestId, done: 'digabung' }, () => attach(ctx, { number, requestId, code }));
  },
});

const undo = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/lepas',
  access,
  params: Address,
  body: z.object({ requestId: RequestId, alasan: text(200) }),
  handle: (ctx, { params, body }) => {
    const { number } = params;
    const { requestId } = body;
    const reason = body.alasan.trim() || 'Ternyata masalah lain';
    return stepped(ctx, { number, requestId, done: 'dilepas' }, () => detach(ctx, { number, requestId, reason }));
  },
});

const note = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/catatan',
  access,
  params: Address,
  body: z.object({ requestId: RequestId, catatan: text(4000) }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const { number } = params;
    try {
      await writeNote(ctx, { number, text: body.catatan, reminds: false, requestId: body.requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const refused = { text: body.catatan, error: sentence(error) };
      return showReport(ctx, incoming, number, { note: refused, requestId: body.requestId, status: 422 });
    }
    return redirect(`${listAddress}/${encodeURIComponent(number)}?kabar=dicatat`);
  },
});

export const joinRoutes: readonly Route[] = [join, undo, note];
