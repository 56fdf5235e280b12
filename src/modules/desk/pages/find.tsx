import { z } from 'zod';
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { getForOfficer } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import { FindView } from '../views/find-view.tsx';

const find = definePage({
  method: 'GET',
  url: '/petugas/cari',
  access: { kind: 'officer' },
  query: z.object({ q: z.string().max(60).default('').catch('') }),
  rateLimit: { name: 'find-case', max: 60, perSeconds: 60 },
  handle: async (ctx, { frame, query, sentence }) => {
    const typed = query.q.trim();
    if (typed === '') return html(<FindView frame={frame} query="" error={undefined} />);
    const number = parseCaseNumber(typed);
    if (!number) return html(<FindView frame={frame} query={typed} error={messagesFor(ctx.locale).find.wrong} />, 422);
    try {
      const target = await getForOfficer(ctx, number);
      return redirect(`/petugas/berkas/${target.number}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const status = error.kind === 'forbidden' ? 403 : 404;
      return html(<FindView frame={frame} query={typed} error={sentence(error)} />, status);
    }
  },
});

export const findRoutes: readonly Route[] = [find];
