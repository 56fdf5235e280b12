import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { acceptUpload, largestUpload } from './service.ts';

const upload = defineApi({
  method: 'POST',
  url: '/api/v1/uploads',
  access: { kind: 'public' },
  tag: 'applications',
  summary: 'Upload one photo or PDF (multipart/form-data); the id is used in documents of an application',
  multipart: { maxFiles: 1, maxBytes: largestUpload },
  successStatus: 201,
  rateLimit: { name: 'upload', max: 120, perSeconds: 60 },
  response: z.object({ uploadId: z.string(), mediaType: z.string(), size: z.number() }),
  handle: async (ctx, { files }) => {
    const [file] = files;
    if (!file) throw new AppError('invalid', 'documents.no_file');
    const { id, mediaType, size } = await acceptUpload(ctx, file);
    return json({ uploadId: id, mediaType, size }, 201);
  },
});

export const documentApi: readonly Route[] = [upload];
