// JSON routes for programs that apply on people's behalf (architecture.md section 9).
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { interview } from '../../definition/interview/interview.ts';
import { AppError } from '../../lib/errors.ts';
import { channels } from '../../platform/context.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { currentVersion, versionForIntake } from '../catalogue/index.ts';
import { channelOfProgram } from '../identity/index.ts';
import { envOf } from './service/env.ts';
import { submitApplication } from './service/submit.ts';

const Raw = z.record(z.string(), z.unknown());
const ChannelName = z.enum(channels);
const Slug = z.object({ slug: z.string().max(80) });
const Option = z.object({ value: z.string(), label: z.string() });
const Question = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  prompt: z.string(),
  required: z.boolean(),
  options: z.array(Option),
  fields: z.array(z.unknown()).optional(),
});
const Problem = z.object({ field: z.string(), code: z.string(), message: z.string() });

const ask = defineApi({
  method: 'POST',
  url: '/api/v1/services/:slug/interview',
  access: { kind: 'public' },
  tag: 'applications',
  summary: 'What to ask next, given the answers so far; nothing is stored',
  params: Slug,
  body: z.object({ answers: Raw.default({}), channel: ChannelName.optional() }),
  response: z.object({
    status: z.enum(['ask', 'review', 'not-eligible']),
    page: z.string().optional(),
    eligibility: z.string().optional(),
    step: z.object({ index: z.number(), count: z.number() }),
    ask: z.array(Question),
    summary: z.array(z.object({ id: z.string(), label: z.string(), value: z.string() })),
    offer: z.object({ service: z.string().optional(), say: z.string() }).nullable(),
    advice: z.array(z.string()),
    errors: z.array(Problem),
    warnings: z.array(Problem),
    documents: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        note: z.string().optional(),
        required: z.enum(['hard', 'soft']),
        accept: z.array(z.string()),
        max: z.number(),
      }),
    ),
    derived: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), source: z.string() })),
    fee: z
      .object({
        amount: z.number(),
        legal: z.string().optional(),
        derivation: z.string().optional(),
        confirmed: z.boolean(),
      })
      .nullable(),
  }),
  handle: async (ctx, { params, body }) => {
    const { definition } = await currentVersion(ctx, params.slug);
    const result = interview(definition, body.answers, await envOf(ctx));
    return json({ ...result, offer: result.offer ?? null });
  },
});

/** Programs have names of their own: a key is only unique together with who sent it. */
function submissionKey(caller: string, key: string): string {
  return createHash('sha256').update(`api\n${caller}\n${key}`).digest('hex');
}

const submit = defineApi({
  method: 'POST',
  url: '/api/v1/applications',
  access: { kind: 'public' },
  tag: 'applications',
  successStatus: 201,
  rateLimit: { name: 'submit', max: 300, perSeconds: 60, sparesLoopback: true },
  summary: 'Send a complete application; the same Idempotency-Key and body twice is one application',
  body: z.object({
    service: z.string().max(80),
    answers: Raw.default({}),
    documents: z
      .array(z.object({ id: z.string().max(80), uploadId: z.string().max(64) }))
      .max(50)
      .default([]),
  }),
  response: z.object({ number: z.string(), trackingCode: z.string(), state: z.string(), dueAt: z.string().nullable() }),
  handle: async (ctx, { body, headers }) => {
    const key = headers['idempotency-key'];
    if (typeof key !== 'string' || key.length === 0 || key.length > 255)
      throw new AppError('invalid', 'applications.key_missing');
    const version = await versionForIntake(ctx, body.service);
    const channel = await channelOfProgram(ctx, headers);
    const caller = ctx.actor.kind === 'officer' ? ctx.actor.id : 'anyone';
    const { answers, documents } = body;
    const receipt = await submitApplication(
      { ...ctx, channel },
      { version, answers, documents, submissionKey: submissionKey(caller, key) },
    );
    const { target, trackingCode } = receipt;
    const promise = target.state.clocks.find((clock) => clock.rule.id === 'promise') ?? target.state.clocks[0];
    return json({ number: target.number, trackingCode, state: target.state.state, dueAt: promise?.dueAt ?? null }, 201);
  },
});

export const applicationApi: readonly Route[] = [ask, submit];
