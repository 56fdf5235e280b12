// Photos of a report for officers with a seat on it; each reading is recorded.
import { z } from 'zod';
import { definePage, type Route } from '../../../platform/http/define.ts';
import { shrink } from '../../../platform/images/index.ts';
import { openPhoto, readPhoto } from '../service/cover.ts';

const smallSide = 192; // twice what the list shows, for dense screens

const photo = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number/foto/:photo',
  access: { kind: 'officer' },
  params: z.object({ number: z.string().max(40), photo: z.string().max(40) }),
  query: z.object({ ukuran: z.enum(['kecil', 'besar']).catch('besar') }),
  handle: async (ctx, { params, query }) => {
    const { upload, bytes } = await readPhoto(ctx, await openPhoto(ctx, params.number, params.photo));
    const small = query.ukuran === 'kecil' ? await shrink(bytes, smallSide) : undefined;
    return {
      kind: 'bytes',
      body: small ?? bytes,
      type: small ? 'image/jpeg' : upload.mediaType,
      inline: true,
      // Kept by nobody: what is covered later must not come back out of a memory.
      headers: { 'cache-control': 'private, no-store' },
    };
  },
});

export const photoRoutes: readonly Route[] = [photo];
