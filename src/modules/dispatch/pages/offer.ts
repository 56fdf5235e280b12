// Accepting or declining what another office hands over, from the list or from the page of the report.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route } from '../../../platform/http/define.ts';
import { acceptOffer, declineOffer } from '../service/offer.ts';
import { backTo } from './forward.ts';
import { showReport } from './report.tsx';

const access = { kind: 'officer' } as const;
const params = z.object({ number: z.string().max(40) });
const text = (most: number) => z.string().max(most).default('').catch('');
const Body = z.object({ requestId: z.string().min(1).max(200), kembali: text(1000) });

const accept = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/terima',
  access,
  params,
  body: Body,
  handle: async (ctx, { params, body }) => {
    const { number } = params;
    try {
      await acceptOffer(ctx, { number, requestId: body.requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
      return backTo(body.kembali, 'berubah', number);
    }
    return backTo(body.kembali, 'disanggupi', number);
  },
});

const decline = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/tolak-alih',
  access,
  params,
  body: Body.extend({ alasan: text(2000) }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const { number } = params;
    const { requestId, alasan: reason, kembali } = body;
    try {
      await declineOffer(ctx, { number, requestId, reason });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.kind === 'conflict') return backTo(kembali, 'berubah', number);
      if (error.kind !== 'invalid') throw error;
      const refused = { text: reason, error: error.fields[0]?.message ?? sentence(error) };
      return showReport(ctx, incoming, number, { decline: refused, status: 422 });
    }
    return backTo(kembali, 'ditolak', number);
  },
});

export const offerRoutes: readonly Route[] = [accept, decline];
