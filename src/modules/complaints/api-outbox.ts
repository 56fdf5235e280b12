// What a phone asks while somebody reports with a bad network: a key, problems nearby, and taking photos in after the text.
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { largestAudio } from '../../platform/audio/index.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { newId } from '../../platform/ids.ts';
import { trackingMisses } from '../cases/index.ts';
import { acceptUpload } from '../documents/index.ts';
import { messagesFor } from './messages.ts';
import { addAttachments } from './service/attachments.ts';
import { similarTo } from './service/similar.ts';

const key = defineApi({
  method: 'POST',
  url: '/api/v1/complaints/keys',
  access: { kind: 'public' },
  tag: 'complaints',
  summary: 'A fresh Idempotency-Key for a report; kept with it, every try to send carries the same',
  rateLimit: { name: 'report-key', max: 120, perSeconds: 60, sparesLoopback: true },
  response: z.object({ key: z.string() }),
  handle: async () => json({ key: newId() }),
});

const similar = defineApi({
  method: 'POST',
  url: '/api/v1/complaints/similar',
  access: { kind: 'public' },
  tag: 'complaints',
  summary: 'Published open problems that may be the same as this report, at most three; nothing is stored',
  rateLimit: { name: 'suggest', max: 120, perSeconds: 60, sparesLoopback: true },
  body: z.object({
    text: z.string().max(4000),
    category: z.string().max(80).optional(),
    area: z.string().max(40).optional(),
    lat: z.number().min(-90).max(90).optional(),
    long: z.number().min(-180).max(180).optional(),
  }),
  response: z.object({
    problems: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        text: z.string(),
        about: z.string(),
        photos: z.array(z.string()),
      }),
    ),
  }),
  handle: async (ctx, { body }) => {
    const { lat, long, ...rest } = body;
    const point = lat === undefined || long === undefined ? undefined : { lat, long };
    const words = messagesFor(ctx.locale);
    const found = await similarTo(ctx, { ...rest, point });
    return json({
      problems: found.map(({ problem, photos, area }) => ({
        code: problem.code,
        title: problem.title,
        text: problem.text,
        about: words.similar.about(problem, [problem.place, area].filter(Boolean).join(', ')),
        photos: photos.map(({ id }) => `/laporan/${problem.code}/foto/${id}`),
      })),
    });
  },
});

const voice = defineApi({
  method: 'POST',
  url: '/api/v1/complaints/voice',
  access: { kind: 'public' },
  tag: 'complaints',
  summary: 'Upload one voice note (OGG, M4A, MP3, AAC, WebM; multipart/form-data); only officers hear it',
  multipart: { maxFiles: 1, maxBytes: largestAudio },
  successStatus: 201,
  rateLimit: { name: 'upload', max: 120, perSeconds: 60 },
  response: z.object({ uploadId: z.string() }),
  handle: async (ctx, { files }) => {
    const [file] = files;
    if (!file) throw new AppError('invalid', 'documents.no_file');
    return json({ uploadId: (await acceptUpload(ctx, file, 'voice')).id }, 201);
  },
});

const attach = defineApi({
  method: 'POST',
  url: '/api/v1/complaints/attachments',
  access: { kind: 'public' },
  tag: 'complaints',
  missLimit: trackingMisses,
  summary: 'Photos and a voice note of a report that was sent before; its tracking code shows whose it is',
  rateLimit: { name: 'submit', max: 300, perSeconds: 60, sparesLoopback: true },
  body: z.object({
    trackingCode: z.string().min(1).max(64),
    photos: z.array(z.string().max(64)).max(4).default([]),
    voice: z.array(z.string().max(64)).max(1).default([]),
  }),
  response: z.object({ attached: z.number() }),
  handle: async (ctx, { body, headers }) => {
    const given = headers['idempotency-key'];
    if (typeof given !== 'string' || given.length === 0 || given.length > 180)
      throw new AppError('invalid', 'complaints.key_missing');
    await addAttachments(ctx, { ...body, key: given });
    return json({ attached: body.photos.length + body.voice.length });
  },
});

export const outboxApi: readonly Route[] = [key, similar, voice, attach];
