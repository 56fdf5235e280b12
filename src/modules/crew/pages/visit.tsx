// The page of one report for its crew. Its form is an ordinary one that brings everything at once; the script sends the same in
// three parts: the words, each photo, and that it is solved.
import { z } from 'zod';
import { formatBareTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import {
  definePage,
  html,
  type Incoming,
  json,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { getForOfficer, recordReadingOnce } from '../../cases/index.ts';
import { farFromPlaceMetres } from '../../complaints/index.ts';
import { largestUpload } from '../../documents/index.ts';
import { messagesFor } from '../messages.ts';
import { type ReadVisit, readVisit, type Typed, type Wrong } from '../rules.ts';
import { visitsOf } from '../service/history.ts';
import { findJob } from '../service/jobs.ts';
import { keepPhoto, officerOf, type ReadPhoto, recordVisit, sayItIsSolved } from '../service/visit.ts';
import { VisitView } from '../views/visit-view.tsx';
import { asHidden, type Photos, photosIn, takePhotos } from './photos.ts';

const access = { kind: 'officer' } as const;
const Params = z.object({ number: z.string().max(40) });
const Body = z.looseObject({
  key: z.string().min(8).max(80),
  selesai: z.string().max(1).default('').catch(''),
  visitedAt: z.string().max(40).optional().catch(undefined),
  _format: z.literal('json').optional().catch(undefined), // asked by the page's script
  _petugas: z.string().max(60).optional(), // who filled it in, when the phone sends it later
  _sesudah_nanti: z.coerce.number().int().min(0).max(4).optional().catch(undefined), // photos of how it is now that follow
});
type Sent = Incoming<z.infer<typeof Params>, unknown, z.infer<typeof Body>>;

interface Shown {
  readonly key: string;
  readonly typed: Typed;
  readonly photos: readonly ReadPhoto[];
  readonly errors: ReadonlyMap<string, string>;
  readonly refused?: string | undefined;
}
const nothingTyped = (): Shown => ({ key: newId(), typed: {}, photos: [], errors: new Map() });

async function draw(
  ctx: Context,
  frame: Incoming['frame'],
  number: string,
  shown: Shown,
  status = 200,
): Promise<Reply> {
  const { key, typed, photos, errors, refused } = shown;
  const view = (
    <VisitView
      frame={frame}
      job={await findJob(ctx, number)}
      history={await visitsOf(ctx, number)}
      officerId={officerOf(ctx).id}
      visitKey={key}
      farMetres={await farFromPlaceMetres(ctx)}
      typed={typed}
      kept={{ sebelum: asHidden(photos, 'before'), sesudah: asHidden(photos, 'after') }}
      errors={errors}
      refused={refused}
    />
  );
  return html(view, status);
}

const show = definePage({
  method: 'GET',
  url: '/lapangan/:number',
  access,
  params: Params,
  handle: async (ctx, { frame, params }) => {
    const target = await getForOfficer(ctx, params.number);
    await recordReadingOnce(ctx, target, { subject: 'case', reason: 'fieldwork' });
    return draw(ctx, frame, target.number, nothingTyped());
  },
});

function errorsOf(ctx: Context, wrong: readonly Wrong[]): Map<string, string> {
  const words = messagesFor(ctx.locale).mistakes;
  return new Map(wrong.map(({ field, mistake }) => [field, words[mistake]]));
}

/** The words alone, as the script sends them: the photos follow one by one. */
async function sendWords(ctx: Context, { params, body }: Sent): Promise<Reply> {
  if (body._petugas !== undefined && body._petugas !== officerOf(ctx).id) return json({ state: 'other-officer' }, 403);
  const solved = body.selesai === '' ? undefined : { afterPhotos: body._sesudah_nanti ?? 0 };
  const { content, wrong } = readVisit(body, solved);
  if (wrong.length > 0) {
    const errors = [...errorsOf(ctx, wrong)].map(([field, message]) => ({ field, message }));
    return json({ state: 'mistakes', sentence: errors[0]?.message, errors }, 422);
  }
  const visit = await recordVisit(ctx, {
    ...{ number: params.number, key: body.key, content },
    visitedAt: body.visitedAt,
  });
  const time = formatBareTime(visit.at, { timezone: ctx.region.timezone, locale: ctx.locale });
  return json({ state: 'sent', visit: visit.id, time });
}

/** Everything at once, or nothing. */
async function keepAll(ctx: Context, { params, body }: Sent, read: ReadVisit, photos: Photos['taken']): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const visit = await recordVisit(ctx, { number: params.number, key: body.key, content: read.content });
    for (const photo of photos) await keepPhoto(ctx, visit.id, photo);
    if (body.selesai !== '')
      await sayItIsSolved(ctx, { number: params.number, visitId: visit.id, withoutPhoto: read.withoutPhoto });
  });
}

async function send(ctx: Context, sent: Sent): Promise<Reply> {
  const { params, body, frame, sentence } = sent;
  if (body._format === 'json') return sendWords(ctx, sent);
  const { number } = await getForOfficer(ctx, params.number);
  const { taken, errors: unread } = await takePhotos(ctx, sent);
  const afterPhotos = taken.filter(({ kind }) => kind === 'after').length;
  const read = readVisit(body, body.selesai === '' ? undefined : { afterPhotos });
  const errors = new Map([...unread, ...errorsOf(ctx, read.wrong)]);
  const shown = { key: body.key, typed: body, photos: taken, errors };
  if (errors.size > 0) return draw(ctx, frame, number, shown, 422);
  try {
    await keepAll(ctx, sent, read, taken);
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    return draw(ctx, frame, number, { ...shown, refused: sentence(error) }, error.kind === 'conflict' ? 409 : 422);
  }
  return redirect(`/lapangan?${body.selesai === '' ? 'tercatat' : 'selesai'}=${encodeURIComponent(number)}`);
}

const post = definePage({
  method: 'POST',
  url: '/lapangan/:number',
  access,
  params: Params,
  body: Body,
  multipart: { maxFiles: 16, maxBytes: largestUpload },
  handle: send,
});

const PartParams = Params.extend({ visit: z.uuid() });

/** Photos travel one by one, so that a weak signal loses one photo and not the whole visit. */
const onePhoto = definePage({
  method: 'POST',
  url: '/lapangan/:number/:visit/foto',
  access,
  params: PartParams,
  body: z.looseObject({
    key: z.string().min(8).max(80),
    jenis: z.enum(['sebelum', 'sesudah']),
    sumber: z.enum(['phone', 'photo']).optional().catch(undefined),
  }),
  multipart: { maxFiles: 1, maxBytes: largestUpload },
  handle: async (ctx, { params, body, files, sentence }) => photosIn(ctx, { params, body, files, sentence }),
});

const late: readonly string[] = ['invalid', 'conflict', 'forbidden'];
const solved = definePage({
  method: 'POST',
  url: '/lapangan/:number/:visit/selesai',
  access,
  params: PartParams,
  body: z.object({ tanpa_foto: z.string().max(400).default('').catch('') }),
  multipart: { maxFiles: 1, maxBytes: largestUpload }, // a form as scripts send it; nothing is taken from a file
  handle: async (ctx, { params, body, sentence }) => {
    try {
      await sayItIsSolved(ctx, { number: params.number, visitId: params.visit, withoutPhoto: body.tanpa_foto.trim() });
      return json({ state: 'sent' });
    } catch (error) {
      // Whoever lost the report since then, or finds it further on, is told so: the visit itself is kept.
      if (!(error instanceof AppError) || !late.includes(error.kind) || error.code === 'crew.not_yours') throw error;
      return json({ state: 'closed', sentence: sentence(error), errors: [] }, 409);
    }
  },
});

/** Where something was sent to is an address too. */
function backTo(url: string): Route {
  return definePage({
    method: 'GET',
    url,
    access,
    params: PartParams,
    handle: async (_ctx, { params }) => redirect(`/lapangan/${encodeURIComponent(params.number)}`),
  });
}

export const visitRoutes: readonly Route[] = [
  show,
  post,
  onePhoto,
  solved,
  backTo('/lapangan/:number/:visit/foto'),
  backTo('/lapangan/:number/:visit/selesai'),
];
