// Where the bank knocks. No key of ours opens these: the bank's signature over the bytes does.
import { z } from 'zod';
import { defineApi, type Route } from '../../platform/http/define.ts';
import { answerBank, type BankCall } from './callbacks.ts';

const base = '/api/v1/bank';

function bankRoute(path: string, service: BankCall['service'], summary: string): Route {
  const url = base + path;
  return defineApi({
    method: 'POST',
    url,
    access: { kind: 'public' },
    signed: true,
    tag: 'bank',
    summary,
    rateLimit: { name: 'bank', max: 600, perSeconds: 60, sparesLoopback: true },
    body: z.unknown(),
    response: z.looseObject({ responseCode: z.string(), responseMessage: z.string() }),
    handle: async (ctx, { rawBody, headers }) => {
      const system = { ...ctx, actor: { kind: 'system', name: 'bank' } } as const;
      const { status, body } = await answerBank(system, { service, path: url, body: rawBody, headers });
      return { kind: 'json', body, status };
    },
  });
}

export const paymentApi: readonly Route[] = [
  bankRoute('/v1.0/qr/qr-mpm-notify', '52', 'SNAP BI: a QRIS code was paid'),
  bankRoute('/v1.0/transfer-va/inquiry', '24', 'SNAP BI: what a virtual account owes'),
  bankRoute('/v1.0/transfer-va/payment', '25', 'SNAP BI: a virtual account was paid'),
];
