// "Not for the city", with help on the way.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route, redirect } from '../../../platform/http/define.ts';
import { sayBeyond } from '../service/beyond.ts';
import { showReport } from './report.tsx';

const text = (most: number) => z.string().max(most).default('').catch('');

const beyond = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/bukan-wewenang',
  access: { kind: 'officer' },
  params: z.object({ number: z.string().max(40) }),
  body: z.object({ requestId: z.string().min(1).max(200), sebab: text(80), penjelasan: text(4000) }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const { number } = params;
    const { requestId, sebab: reason, penjelasan: words } = body;
    const to = `/kerja/laporan/${encodeURIComponent(number)}`;
    try {
      await sayBeyond(ctx, { number, requestId, reason, words });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.kind === 'conflict') return redirect(`${to}?kabar=berubah`);
      if (error.kind !== 'invalid') throw error;
      const refused = { reason, words, error: error.fields[0]?.message ?? sentence(error) };
      return showReport(ctx, incoming, number, { beyond: refused, requestId, status: 422 });
    }
    return redirect(`${to}?kabar=dijelaskan`);
  },
});

export const beyondRoutes: readonly Route[] = [beyond];
