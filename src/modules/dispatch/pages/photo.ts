// Photos of a report for officers with a seat on it; each reading is recorded.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route } from '../../../platform/http/define.ts';
import { shrink } from '../../../platform/images/index.ts';
import { getForOfficer, recordReadingOnce } from '../../cases/index.ts';
import { photosOf } from '../../complaints/index.ts';
import { readUpload } from '../../documents/index.ts';

const smallSide = 192; // twice what the list shows, for dense screens

const photo = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number/foto/:photo',
  access: { kind: 'officer' },
  params: z.object({ number: z.string().max(40), photo: z.string().max(40) }),
  query: z.object({ ukuran: z.enum(['kecil', 'besar']).catch('besar') }),
  handle: async (ctx, { params, query }) => {
    const target = await getForOfficer(ctx, params.number);
    const found = (await photosOf(ctx, target.id)).find(({ id }) => id === params.photo);
    if (!found) throw new AppError('not_found', 'dispatch.no_photo');
    await recordReadingOnce(ctx, target, { subject: 'document:foto-bukti', reason: 'handling' });
    const { upload, bytes } = await readUpload(ctx, found.uploadId);
    const small = query.ukuran === 'kecil' ? await shrink(bytes, smallSide) : undefined;
    return {
      kind: 'bytes',
      body: small ?? bytes,
      type: small ? 'image/jpeg' : upload.mediaType,
      inline: true,
      headers: { 'cache-control': 'private, max-age=600' },
    };
  },
});

export const photoRoutes: readonly Route[] = [photo];
