// A stand-in for a telephone exchange, for trying out: it sends over HTTP what a real one sends. Only outside production.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { callTaker } from '../service/call.ts';
import { exchangeSecret } from '../service/incoming.ts';
import { callEvents } from '../types.ts';
import { SimulatorView } from '../views/simulator-view.tsx';

const url = '/kerja/telepon/simulator';

const form = definePage({
  method: 'GET',
  url,
  access: { kind: 'officer' },
  handle: async (ctx, { frame }) => {
    callTaker(ctx);
    if (!ctx.config.development) throw new AppError('not_found', 'request.not_found');
    return html(<SimulatorView frame={frame} />);
  },
});

const send = definePage({
  method: 'POST',
  url,
  access: { kind: 'officer' },
  body: z.object({ event: z.enum(callEvents), number: z.string().max(40), call: z.string().min(1).max(100) }),
  handle: async (ctx, { frame, body }) => {
    callTaker(ctx);
    if (!ctx.config.development) throw new AppError('not_found', 'request.not_found');
    const answer = await fetch(`${ctx.config.publicUrl}/api/v1/calls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-exchange-secret': exchangeSecret(ctx) ?? '' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
    return html(<SimulatorView frame={frame} values={body} status={answer.status} />);
  },
});

export const simulatorRoutes: readonly Route[] = [form, send];
