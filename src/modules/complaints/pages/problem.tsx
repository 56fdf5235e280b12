// The public page of one problem, and "me too". Everything it says comes from the published views.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route, redirect } from '../../../platform/http/define.ts';
import { readUpload } from '../../documents/index.ts';
import { follow } from '../service/follow.ts';
import { readPublished } from '../service/public.ts';
import { showProblem } from './show-problem.tsx';

const Address = z.object({ problem: z.string().max(40) });

const show = definePage({
  method: 'GET',
  url: '/laporan/:problem',
  access: { kind: 'public' },
  params: Address,
  tiles: true,
  query: z.object({
    ikut: z.string().max(1).optional().catch(undefined),
    kabar: z.string().max(1).optional().catch(undefined),
  }),
  handle: async (ctx, { frame, params, query }) => {
    const { ikut, kabar } = query;
    return showProblem(ctx, frame, { code: params.problem, thanked: ikut !== undefined, asked: kabar !== undefined });
  },
});

const meToo = definePage({
  method: 'POST',
  url: '/laporan/:problem/ikut',
  access: { kind: 'public' },
  params: Address,
  rateLimit: { name: 'me-too', max: 30, perSeconds: 600 },
  handle: async (ctx, { params, ip, headers }) => {
    await follow(ctx, { code: params.problem, visitor: `${ip} ${String(headers['user-agent'] ?? '')}` });
    return redirect(`/laporan/${params.problem}?ikut=1`);
  },
});

/** Where a form was sent to is an address too. */
const meTooAddress = definePage({
  method: 'GET',
  url: '/laporan/:problem/ikut',
  access: { kind: 'public' },
  params: Address,
  handle: async (_ctx, { params }) => redirect(`/laporan/${encodeURIComponent(params.problem)}`),
});

const photo = definePage({
  method: 'GET',
  url: '/laporan/:problem/foto/:photo',
  access: { kind: 'public' },
  params: Address.extend({ photo: z.string().max(40) }),
  handle: async (ctx, { params }) => {
    const { photos } = await readPublished(ctx, params.problem);
    const shown = photos.find(({ id }) => id === params.photo);
    if (!shown) throw new AppError('not_found', 'complaints.not_found');
    const { upload, bytes } = await readUpload(ctx, shown.uploadId);
    return { kind: 'bytes', body: bytes, type: upload.mediaType, inline: true };
  },
});

export const problemRoutes: readonly Route[] = [show, meToo, meTooAddress, photo];
