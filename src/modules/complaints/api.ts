// A report from a program (docs/architecture.md, contracts).
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Channel, Context } from '../../platform/context.ts';
import { defineApi, type Incoming, json, type Route } from '../../platform/http/define.ts';
import { channelOfProgram } from '../identity/index.ts';
import { labelled, scanned } from './service/labelled.ts';
import { reportProblem } from './service/report.ts';
import { levels, reportKinds } from './types.ts';

/** Our own page sends through here too, when it kept a report on the telephone: browsers say so themselves, and no script of another site can. */
async function channelOf(ctx: Context, headers: Incoming['headers']): Promise<Channel> {
  const own = headers['sec-fetch-site'] === 'same-origin' || headers['origin'] === new URL(ctx.config.publicUrl).origin;
  return own ? 'web' : channelOfProgram(ctx, headers);
}

const send = defineApi({
  method: 'POST',
  url: '/api/v1/complaints',
  access: { kind: 'public' },
  tag: 'complaints',
  successStatus: 201,
  rateLimit: { name: 'submit', max: 300, perSeconds: 60, sparesLoopback: true },
  summary: 'Send a report; the same Idempotency-Key and body twice is one report',
  body: z.object({
    text: z.string().min(1).max(4000),
    kind: z.enum(reportKinds).default('complaint'),
    category: z.string().max(80).optional(),
    lat: z.number().optional(),
    long: z.number().optional(),
    area: z.string().max(40).optional(),
    place: z.string().max(200).optional(),
    happenedOn: z.string().max(10).optional(),
    level: z.enum(levels).default('open'),
    name: z.string().max(120).optional(),
    nik: z.string().max(40).optional(),
    phone: z.string().max(40).optional(),
    email: z.string().max(120).optional(),
    share: z.boolean().default(false),
    video: z.string().max(300).optional(),
    asset: z.string().max(40).optional(),
    photos: z.array(z.string().max(64)).max(20).default([]),
  }),
  response: z.object({ number: z.string(), trackingCode: z.string(), state: z.string(), dueAt: z.string().nullable() }),
  handle: async (ctx, { body, headers }) => {
    const key = headers['idempotency-key'];
    if (typeof key !== 'string' || key.length === 0 || key.length > 255)
      throw new AppError('invalid', 'complaints.key_missing');
    const channel = await channelOf(ctx, headers);
    const { lat, long, asset, ...rest } = body;
    const label = await labelled(ctx, await scanned(ctx, asset));
    const point = lat === undefined || long === undefined ? label.point : { lat, long };
    const category = rest.category || label.category;
    const receipt = await reportProblem({ ...ctx, channel }, { ...rest, category, point, key });
    const { number, trackingCode, state, dueAt } = receipt;
    return json({ number, trackingCode, state, dueAt: dueAt?.toISOString() ?? null }, 201);
  },
});

export const complaintApi: readonly Route[] = [send];
