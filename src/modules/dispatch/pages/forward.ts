// One tap: forwarding from the list, and taking it back.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { listAddress } from '../filter.ts';
import { forwardReport, recallReport } from '../service/forward.ts';
import { showReport } from './report.tsx';

const access = { kind: 'officer' } as const;
const Address = z.object({ number: z.string().max(40) });
const RequestId = z.string().min(1).max(200);
const text = (most: number) => z.string().max(most).default('').catch('');

/** Back to the list as it was, with a word about what happened. Only addresses of the list itself. */
export function backTo(back: string, kabar: string, number: string): Reply {
  const [path, query = ''] = back.split('?');
  const params = new URLSearchParams(path === listAddress ? query : '');
  params.set('kabar', kabar);
  params.set('berkas', number);
  return redirect(`${listAddress}?${params.toString()}`);
}

const forward = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/teruskan',
  access,
  params: Address,
  body: z.object({
    requestId: RequestId,
    kembali: text(1000),
    usul: text(200), // "<unit> <category>"; what is suggested first when it is missing
    unit: text(80), // of the report's own page, where everything can be chosen
    kategori: text(80),
    kelas: text(40),
    prioritas: text(40),
    catatan: text(1000),
    dari: text(20),
  }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const { number } = params;
    const [unit = body.unit, category = body.kategori] = body.usul === '' ? [] : body.usul.split(' ');
    const { kelas, prioritas, requestId, catatan } = body;
    try {
      const sent = { number, requestId, unit, category, class: kelas, priority: prioritas, note: catatan };
      await forwardReport(ctx, sent);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.kind === 'invalid') {
        const lines = error.fields.map(({ field, message }) => ({ field, message }));
        const errors = lines.length > 0 ? lines : [{ field: 'kategori', message: sentence(error) }];
        const typed = { unit, category, class: kelas, priority: prioritas, note: catatan, errors };
        return showReport(ctx, incoming, number, { typed, requestId, status: 422 });
      }
      if (error.kind !== 'conflict') throw error;
      return backTo(body.kembali, 'berubah', number);
    }
    return backTo(body.kembali, 'diteruskan', number);
  },
});

const undo = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/urungkan',
  access,
  params: Address,
  body: z.object({ requestId: RequestId, kembali: text(1000) }),
  handle: async (ctx, { params, body }) => {
    const { number } = params;
    try {
      await recallReport(ctx, { number, requestId: body.requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
      return backTo(body.kembali, 'terlambat', number);
    }
    return backTo(body.kembali, 'diurungkan', number);
  },
});

export const forwardRoutes: readonly Route[] = [forward, undo];
