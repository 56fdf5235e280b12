// An answer to the reporter: the first answer of an office, or of a verifier the answer that closes a question.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route, redirect } from '../../../platform/http/define.ts';
import { answerReport } from '../service/forward.ts';
import { showReport } from './report.tsx';

const answer = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/jawab',
  access: { kind: 'officer' },
  params: z.object({ number: z.string().max(40) }),
  body: z.object({ requestId: z.string().min(1).max(200), jawaban: z.string().max(4000).default('').catch('') }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const { number } = params;
    const to = `/kerja/laporan/${encodeURIComponent(number)}`;
    try {
      await answerReport(ctx, { number, requestId: body.requestId, text: body.jawaban });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.kind === 'conflict') return redirect(`${to}?kabar=berubah`);
      if (error.kind !== 'invalid') throw error;
      const refused = { text: body.jawaban, error: error.fields[0]?.message ?? sentence(error) };
      return showReport(ctx, incoming, number, { answer: refused, requestId: body.requestId, status: 422 });
    }
    return redirect(`${to}?kabar=dijawab`);
  },
});

export const answerRoutes: readonly Route[] = [answer];
