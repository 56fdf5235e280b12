import { z } from 'zod';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { checkExchange, receiveCall } from './service/incoming.ts';
import { callEvents } from './types.ts';

/** What telephone exchanges and cloud PBX systems send when a call rings, is answered and ends. */
const webhook = defineApi({
  method: 'POST',
  url: '/api/v1/calls',
  access: { kind: 'public' }, // the shared secret in the header is the proof
  tag: 'calls',
  summary: 'For the telephone exchange: a call rings (masuk), is answered (dijawab) or is over (selesai)',
  body: z.object({
    event: z.enum(callEvents),
    number: z.string().min(1).max(40),
    call: z.string().min(1).max(100),
  }),
  successStatus: 202,
  rateLimit: { name: 'exchange', max: 600, perSeconds: 60 },
  missLimit: { name: 'exchange-miss', max: 10, perSeconds: 600, code: 'calls.forged' },
  response: z.object({ received: z.literal(true) }),
  handle: async (ctx, { body, headers }) => {
    const secret = headers['x-exchange-secret'];
    checkExchange(ctx, typeof secret === 'string' ? secret : undefined);
    await receiveCall(ctx, body);
    return json({ received: true }, 202);
  },
});

export const callApi: readonly Route[] = [webhook];
