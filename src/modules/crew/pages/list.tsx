// The crew's list, one report's photo, and the page for places without a signal.
import { z } from 'zod';
import { groupCaseNumber, parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { shrink } from '../../../platform/images/index.ts';
import { farFromPlaceMetres, readInHand, unitsInHand } from '../../complaints/index.ts';
import { readUpload } from '../../documents/index.ts';
import { mapGround } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { listJobs } from '../service/jobs.ts';
import { officerOf } from '../service/visit.ts';
import { ListView } from '../views/list-view.tsx';
import { OfflineView } from '../views/offline-view.tsx';

const access = { kind: 'officer' } as const;
const smallSide = 240; // pixels: sharp enough for 120 px on a good screen, some 12 kB

const list = definePage({
  method: 'GET',
  url: '/lapangan',
  access,
  tiles: true,
  query: z.object({
    tercatat: z.string().max(40).optional().catch(undefined),
    selesai: z.string().max(40).optional().catch(undefined),
  }),
  handle: async (ctx, { frame, query }) => {
    const words = messagesFor(ctx.locale).list;
    const solved = parseCaseNumber(query.selesai ?? '');
    const recorded = parseCaseNumber(query.tercatat ?? '');
    const said = solved ? words.solved(groupCaseNumber(solved)) : recorded && words.recorded(groupCaseNumber(recorded));
    return html(
      <ListView
        frame={frame}
        jobs={await listJobs(ctx)}
        ground={await mapGround(ctx)}
        officerId={officerOf(ctx).id}
        said={said}
      />,
    );
  },
});

/** The same for every report, so that it can lie on the phone before anybody knows which one is needed. */
const offline = definePage({
  method: 'GET',
  url: '/lapangan/tanpa-sinyal',
  access,
  handle: async (ctx, { frame }) => {
    if (unitsInHand(ctx).length === 0) throw new AppError('forbidden', 'complaints.not_handler');
    return html(
      <OfflineView
        frame={frame}
        officerId={officerOf(ctx).id}
        visitKey=""
        farMetres={await farFromPlaceMetres(ctx)}
        typed={{}}
        kept={{ sebelum: [], sesudah: [] }}
        errors={new Map()}
      />,
    );
  },
});

const photo = definePage({
  method: 'GET',
  url: '/lapangan/:number/foto/:upload',
  access,
  params: z.object({ number: z.string().max(40), upload: z.string().max(64) }),
  query: z.object({ kecil: z.string().max(1).optional().catch(undefined) }),
  handle: async (ctx, { params, query }) => {
    const { photos } = await readInHand(ctx, params.number);
    if (!photos.some(({ uploadId }) => uploadId === params.upload)) throw new AppError('not_found', 'crew.not_found');
    const { upload, bytes } = await readUpload(ctx, params.upload);
    const small = query.kecil !== undefined && upload.mediaType.startsWith('image/');
    return {
      kind: 'bytes',
      body: small ? await shrink(bytes, smallSide) : bytes,
      type: small ? 'image/jpeg' : upload.mediaType,
      inline: true,
      headers: { 'cache-control': 'private, no-store' },
    };
  },
});

export const listRoutes: readonly Route[] = [list, offline, photo];
